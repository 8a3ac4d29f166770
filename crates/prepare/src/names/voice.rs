//! Whose voice a document without a known source has, as far as its wording shows.

use std::collections::BTreeMap;

use readout_corpus::{Document, MentionKind, Role};

use super::{day_of, side_of_person};
use crate::Settings;

/// Bytes before and after a name in which its country would stand.
const NEARBY: usize = 80;
/// Words in an office that name its side themselves.
const IN_OFFICE: &[(&str, &str)] = &[("EU", "EU "), ("EU", "European "), ("NATO", "NATO "), ("UN", "UN ")];

/// Words by which a report shows that it only passes on what others said.
const REPORTS: &[&str] = &[
    ", according to",
    "According to",
    "told reporters",
    " to reporters",
    " he said.",
    " she said.",
    " he added.",
    " she added.",
    "condition of anonymity",
    "the White House said",
    "said in a statement",
    "released a readout",
    "reports citing",
    "Reporting by",
    " 기자입니다",
    "기자가 보도",
    "기자의 보도",
    "기자가 전합니다",
    "[앵커]",
    "앵커>",
    "<앵커",
    "특파원입니다",
    "기자 =",
    "电台报道",
    "据外媒报道",
    "据路透社",
    "据法新社",
    "据美联社",
    "据彭博社",
    "据韩联社",
];

/// How a side's people are introduced, each counted once.
#[derive(Default)]
struct Introduced {
    with_country: usize,
    bare: usize,
}

/// The side whose voice a document without a known source has, where its wording shows it.
///
/// An official text introduces its own side's people without their country (“Foreign Minister X”) and
/// the other side's with it (“Foreign Minister Y of Z”). None where a source is known, where nobody
/// is introduced so, and where two sides are.
pub(crate) fn side_shown(document: &Document, settings: &Settings) -> Option<String> {
    if document.card.source.is_some() {
        return None;
    }
    if let Some(side) = issuer(document, settings).or_else(|| host(document, settings)) {
        return Some(side);
    }
    if is_briefing(document) {
        return Some("China".to_owned());
    }
    if REPORTS.iter().any(|words| document.text.contains(words)) || !is_formal(document) {
        return None;
    }
    if is_minuted(document) {
        return Some("ROK".to_owned());
    }
    let day = day_of(document);
    let mut seen: Vec<&str> = Vec::new();
    let mut sides: BTreeMap<&str, Introduced> = BTreeMap::new();
    let people = document.mentions.iter().filter(|mention| mention.kind == MentionKind::Person);
    // “Readout of President X’s call with Prime Minister Y of Z”: an official title introduces, too.
    let readout = document.card.title.trim_start().to_lowercase().starts_with("readout ");
    for mention in people {
        let role = document.sentences.get(mention.sentence as usize).map(|sentence| sentence.role);
        let introduces = role == Some(Role::Body) || (readout && role == Some(Role::Title));
        if !introduces || seen.contains(&mention.name.as_str()) {
            continue;
        }
        seen.push(&mention.name);
        let Some(side) = side_of_person(&mention.name, day, settings) else { continue };
        let introduced = sides.entry(side).or_default();
        if country_nearby(document, mention.span.start as usize, mention.span.end as usize, side, settings) {
            introduced.with_country += 1;
        } else if titled(document, mention.span.start as usize, mention.span.end as usize, settings) {
            introduced.bare += 1;
        }
    }
    let others_named = |own: &str| sides.iter().any(|(side, count)| *side != own && count.with_country > 0);
    let mut own =
        sides.iter().filter(|(_, count)| count.bare > 0 && count.with_country == 0).map(|(side, _)| *side);
    let only = own.next()?;
    (own.next().is_none() && others_named(only)).then(|| only.to_owned())
}

/// The side whose spokesman opens a text that is given as his words: “A … spokesperson said:”.
fn issuer(document: &Document, settings: &Settings) -> Option<String> {
    let (first, _) = document.body().next()?;
    let words = document.sentence_text(first);
    let (said, _) = words.split_once(':')?;
    let (of, _) = said.split_once(" spokes").filter(|_| said.ends_with(" said"))?;
    settings.publishers.credited(of)?.side.clone()
}

/// Whether a text is the minutes of a briefing as ministries in Beijing print them: called so without the
/// country, with questions and answers. Who reports of one names the country.
fn is_briefing(document: &Document) -> bool {
    const BRIEFING: &str = "例行记者会";
    const ABROAD: [&str; 4] = ["中国外交部", "中国国防部", "中国商务部", "大陆"];
    const ASKED: [&str; 3] = ["问：", "问:", "记者："];
    let mut head = std::iter::once(0).chain(document.body().map(|(number, _)| number)).take(2);
    let called = head.any(|number| {
        let text = document.sentence_text(number);
        text.contains(BRIEFING) && !ABROAD.iter().any(|words| text.contains(words))
    });
    let asked = |number: u32| ASKED.iter().any(|label| document.sentence_text(number).contains(label));
    called && document.body().any(|(number, _)| asked(number))
}

/// The side of who speaks first in a transcript that gives him his office and country in full:
/// “President of X Y: …”. Those who print such labels are his own.
fn host(document: &Document, settings: &Settings) -> Option<String> {
    let (first, sentence) = document.body().next()?;
    let named = |kind: MentionKind| document.mentions.iter().find(|m| m.sentence == first && m.kind == kind);
    let (country, speaker) = (named(MentionKind::Place)?, named(MentionKind::Person)?);
    let between = |from: u32, to: u32| document.text.get(from as usize..to as usize);
    let office = between(sentence.span.start, country.span.start)?.strip_suffix(" of ")?;
    let labelled = between(country.span.end, speaker.span.start) == Some(" ")
        && between(speaker.span.end, sentence.span.end)?.starts_with(':')
        && settings.gazetteer.title_ends(office);
    super::side_of_place(&country.name, settings).filter(|_| labelled).map(str::to_owned)
}

/// Whether an office stands right before a name. In Chinese and Korean it may stand behind it, or be left
/// out; a government that is called by its head introduces nobody.
fn titled(document: &Document, start: usize, end: usize, settings: &Settings) -> bool {
    if document.card.language.starts_with("en") {
        return settings.gazetteer.title_ends(document.text[..start].trim_end());
    }
    let after = document.text[end..].trim_start();
    !["政府", "政权", "정부"].iter().any(|word| after.starts_with(word))
}

/// Whether half of a Korean text's sentences end as the ministries in Seoul write, and no paper does. Those
/// in Pyongyang have words of their own.
fn is_minuted(document: &Document) -> bool {
    const ENDS: [&str; 4] = ["하였다", "하였습니다", "하였음", "가졌음"];
    const PYONGYANG: [&str; 4] = ["동지", "로동당", "령도자", "조선중앙통신"];
    let formal = document.body().filter(|(_, sentence)| {
        let text = sentence.span.of(&document.text).unwrap_or_default().trim_end_matches(['.', ' ', ')']);
        ENDS.iter().any(|end| text.ends_with(end))
    });
    let formal = formal.count();
    document.card.language == "ko"
        && formal > 1
        && formal * 2 >= document.body().count()
        && !PYONGYANG.iter().any(|word| document.text.contains(word))
}

/// Whether a text has the manner of an official one. Korean papers introduce their own ministers without
/// the country, too; the ministries' formal endings and the head of a briefing tell the two apart.
fn is_formal(document: &Document) -> bool {
    const FORMAL: [&str; 3] = ["하였다", "하였습니다", "하였음"];
    const HEADS: [&str; 5] = ["서면브리핑", "서면 브리핑", "보도자료", "보도참고자료", "대변인 논평"];
    let formal: usize = FORMAL.iter().map(|ending| document.text.matches(ending).count()).sum();
    let title = document.sentence_text(0);
    document.card.language != "ko" || formal > 1 || HEADS.iter().any(|head| title.contains(head))
}

/// Whether nothing but the name in other letters stands there (“이시바 시게루(石破 茂) 일본 총리”).
fn is_gloss(words: &str) -> bool {
    let words = words.trim();
    let closed = words.trim_end_matches(['」', '』', '’', '\'']);
    closed.is_empty() || (closed.starts_with('(') && closed.ends_with(')'))
}

/// Whether the country of a side stands right before a name, or right after it.
fn country_nearby(document: &Document, start: usize, end: usize, side: &str, settings: &Settings) -> bool {
    let before = &document.text[..start];
    let clause = before.rfind(['.', ',', '\n']).map_or(before, |at| &before[at..]);
    if IN_OFFICE.iter().any(|(of, word)| *of == side && clause.contains(word)) {
        return true;
    }
    // “在北京会见…”: where people met introduces nobody.
    let is_city = |name: &str| settings.gazetteer.entries.places.iter().any(|place| place.name == name);
    document
        .mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Place && !is_city(&mention.name))
        .filter(|mention| settings.gazetteer.side_of_word(&mention.name) == Some(side))
        .any(|mention| {
            let (from, to) = (mention.span.start as usize, mention.span.end as usize);
            let between =
                if to <= start { document.text.get(to..start) } else { document.text.get(end..from) };
            between.is_some_and(|words| {
                // “X, President of Y”
                let role = words.strip_prefix(", ").filter(|role| to > start && role.contains(" of "));
                let words = role.unwrap_or(words);
                let of = to <= start
                    || role.is_some()
                    || (document.card.language.starts_with("ko") && is_gloss(words))
                    || words.trim_start().starts_with("of ")
                    || words.starts_with('（');
                words.len() <= NEARBY && of && !words.contains(['.', '。', ',', '，', ';', '\n'])
            })
        })
}
