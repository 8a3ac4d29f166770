//! Whose voice a document without a known source has, as far as its wording shows.

use std::collections::BTreeMap;

use readout_corpus::{Document, Mention, MentionKind, Role};

use super::{day_of, side_of_person};
use crate::Settings;

/// Letters around a day of the week in which its date would stand.
const NEAR_DAY: usize = 16;
/// Sentences at the head of a text.
const EARLY: usize = 4;
/// Bytes before and after a name in which its country would stand.
const NEARBY: usize = 80;
/// The same behind a name whose office follows it (“X, Minister of … of Y”).
const NEARBY_BEHIND: usize = 140;
/// Words in an office that name its side themselves.
const IN_OFFICE: &[(&str, &str)] = &[
    ("EU", "EU "),
    ("EU", "European "),
    ("EU", "欧盟"),
    ("EU", "유럽연합"),
    ("NATO", "NATO "),
    ("NATO", "北约"),
    ("NATO", "나토 "),
    ("UN", "UN "),
    ("UN", "联合国"),
    ("UN", "유엔 "),
];

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
    " social media",
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

/// Marks with which a report in English ends a quotation before it says whose it is.
const ATTRIBUTED: &[&str] = &[",” ", ",\" ", ",’ ", ",' ", " said, “", " said, \""];

/// What only governments call their own, as no report does.
const OF_GOVERNMENTS: &[&str] = &["Federal Chancellor ", "Federal Foreign Minister "];

/// Days of the week: official texts in English add the day of the month.
const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Offices of which there is one, and the side whose it is.
const OWN_OFFICES: &[(&str, &str)] =
    &[("Secretary-General", "UN"), ("High Representative", "EU"), ("External Affairs Minister", "India")];

/// What a text has in which “the Prime Minister” is the one in London.
const IN_LONDON: &[&str] = &["Downing Street", "Prime Minister’s spokesperson"];

/// How the titles of official texts begin that name those who met, in lower case.
const OFFICIAL_TITLES: &[&str] = &[
    "readout ",
    "remarks by ",
    "joint press ",
    "joint statement ",
    "press briefing by ",
    "press gaggle by ",
    "press conference by ",
];
/// How the titles of one government's texts begin, in lower case, and its side.
const OWN_TITLES: &[(&str, &str)] = &[("pm call with ", "UK"), ("pm meeting with ", "UK")];

/// How the ministry in Tokyo begins its accounts: what it gives, “as follows”.
const IN_OUTLINE: &[&str] = &["overview", "summary", "outline", "gist"];

/// How a side's people are introduced, each counted once.
#[derive(Default)]
struct Introduced {
    with_country: usize,
    /// By their office alone.
    bare: usize,
    /// By their full name alone.
    named: usize,
    /// Whether the first sentence does so.
    first: bool,
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
    let own = issuer(document, settings)
        .or_else(|| host(document, settings))
        .or_else(|| author(document, settings));
    if own.is_some() {
        return own;
    }
    if is_briefing(document) {
        return Some("China".to_owned());
    }
    if is_report(document) || !is_formal(document) {
        return None;
    }
    if is_minuted(document) || is_issued(document) {
        return Some("ROK".to_owned());
    }
    let introduces = |parts: &[Role]| introduces(document, settings, parts);
    if !document.card.language.starts_with("en") {
        return introduces(&[Role::Body]);
    }
    // An official title introduces for good; any other is a headline, and its text introduces anew.
    let title = document.card.title.trim_start().to_lowercase();
    let official = OFFICIAL_TITLES.iter().any(|words| title.starts_with(words));
    let titled = OWN_TITLES.iter().find(|(words, _)| title.starts_with(words));
    signed(document)
        .or_else(|| titled.map(|(_, side)| (*side).to_owned()))
        .or_else(|| first_in_title(document, settings).filter(|_| official))
        .or_else(|| introduces(&[Role::Title]).filter(|_| official))
        .or_else(|| introduces(&[Role::Body]))
        .or_else(|| introduces(&[Role::Title, Role::Body]))
}

/// The side of whoever the title names first, by his office alone: “Readout of President X’s call with …”.
fn first_in_title(document: &Document, settings: &Settings) -> Option<String> {
    let first = document.mentions.iter().find(|mention| mention.kind == MentionKind::Person)?;
    let (start, end) = (first.span.start as usize, first.span.end as usize);
    let side = side_of_person(&first.name, day_of(document), settings)?;
    let own = first.sentence == 0
        && titled(document, start, end, settings)
        && country_nearby(document, start, end, Some(side), settings).is_none();
    own.then(|| side.to_owned())
}

/// The side whose people these parts of a text introduce without their country, and the others with it.
fn introduces(document: &Document, settings: &Settings, parts: &[Role]) -> Option<String> {
    let day = day_of(document);
    let english = document.card.language.starts_with("en");
    let opening = document.body().next().map(|(number, _)| number);
    let mut seen: Vec<(&str, Role)> = Vec::new();
    let mut sides: BTreeMap<&str, Introduced> = BTreeMap::new();
    // People whom nobody knows.
    let mut strangers = Introduced::default();
    let mut of_strangers: Vec<&str> = Vec::new();
    let people = document.mentions.iter().filter(|mention| mention.kind == MentionKind::Person);
    for mention in people {
        let Some(role) = document.sentences.get(mention.sentence as usize).map(|sentence| sentence.role)
        else {
            continue;
        };
        if !parts.contains(&role) || seen.contains(&(mention.name.as_str(), role)) {
            continue;
        }
        seen.push((&mention.name, role));
        let (start, end) = (mention.span.start as usize, mention.span.end as usize);
        let side = side_of_person(&mention.name, day, settings);
        let introduced = side.map_or(&mut strangers, |side| sides.entry(side).or_default());
        let titled = titled(document, start, end, settings);
        if let Some(country) = country_nearby(document, start, end, side, settings) {
            introduced.with_country += 1;
            if side.is_none() {
                of_strangers.push(country);
            }
        } else if titled {
            introduced.bare += 1;
            introduced.first |= opening == Some(mention.sentence);
        } else if mention.span.of(&document.text).is_some_and(|name| name.contains(' '))
            && !follows_capital(&document.text[..start])
        {
            introduced.named += 1;
        }
    }
    let others_named = |own: &str| {
        sides.iter().any(|(side, count)| *side != own && count.with_country > 0)
            || of_strangers.iter().any(|side| *side != own)
            || english && sides_in_title(document, settings).any(|side| side != own)
    };
    let only = |shown: &dyn Fn(&Introduced) -> bool| {
        let mut own = sides.iter().filter(|(_, count)| shown(count) && count.with_country == 0);
        let (side, _) = own.next()?;
        (own.next().is_none() && others_named(side)).then(|| (*side).to_owned())
    };
    // “Vladimir Putin spoke with Prime Minister X of Y”: his own know what he is.
    let named = || only(&|count| count.named > 0).filter(|_| english);
    // “Foreign Ministers of X and Y”: the side of a minister without a country is the other one.
    let other = || {
        let mut others = sides_in_title(document, settings).filter(|side| !of_strangers.contains(side));
        let own = others.next().filter(|side| others.all(|other| other == *side))?;
        (english && sides.is_empty() && strangers.bare > 0 && !of_strangers.is_empty())
            .then(|| own.to_owned())
    };
    // Who is only spoken of further down needs no country either: “President X’s war”.
    let opens = || only(&|count| count.bare > 0 && count.first).filter(|_| english);
    only(&|count| count.bare > 0).or_else(opens).or_else(named).or_else(other)
}

/// Whether a word with a capital letter stands right before a name: perhaps a title that nobody knows.
fn follows_capital(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let word = line.trim_end().rsplit(' ').next().unwrap_or_default();
    line.ends_with(' ') && word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphanumeric)
}

/// The sides whose countries or bodies the title names.
fn sides_in_title<'d>(document: &'d Document, settings: &'d Settings) -> impl Iterator<Item = &'d str> {
    let title = document.mentions.iter().take_while(|mention| mention.sentence == 0);
    title
        .filter(|mention| mention.kind != MentionKind::Person)
        .filter_map(|mention| super::side_of_place(&mention.name, settings))
}

/// The side of the one person whose words a text is.
fn author(document: &Document, settings: &Settings) -> Option<String> {
    let name = crate::statements::author(document, settings)?;
    side_of_person(&name, day_of(document), settings).map(str::to_owned)
}

/// The side of the one who holds an office, where there is one such office.
pub(crate) fn side_of_office(words: &str) -> Option<&'static str> {
    let same = |(office, _): &&(&str, &str)| {
        words.strip_prefix(office).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    OWN_OFFICES.iter().find(same).map(|(_, side)| *side)
}

/// Whether a text reports as the press does.
fn is_report(document: &Document) -> bool {
    let text = &document.text;
    if OF_GOVERNMENTS.iter().any(|words| text.contains(words)) {
        return false;
    }
    // “…, she said Tuesday.”
    let told = || {
        text.match_indices(" said ").any(|(at, said)| {
            let rest = &text[at + said.len()..];
            let rest = rest.strip_prefix("on ").unwrap_or(rest);
            WEEKDAYS.iter().any(|day| rest.starts_with(day))
        })
    };
    REPORTS.iter().chain(ATTRIBUTED).any(|words| text.contains(words))
        || told()
        || opens_with_weekday(document)
}

/// Whether the first sentence says when by a day of the week alone.
fn opens_with_weekday(document: &Document) -> bool {
    let Some((first, _)) = document.body().next() else { return false };
    let text = document.sentence_text(first);
    WEEKDAYS.iter().filter_map(|day| Some((text.find(day)?, day.len()))).any(|(at, length)| {
        let before = text[..at].chars().rev().take(NEAR_DAY);
        !before.chain(text[at + length..].chars().take(NEAR_DAY)).any(|c| c.is_ascii_digit())
    })
}

/// The side whose manner the head of a text has.
fn signed(document: &Document) -> Option<String> {
    let (first, _) = document.body().next()?;
    let opening = document.sentence_text(first);
    let office = opening.strip_prefix("The ");
    let own = office.and_then(|office| {
        let british =
            || office.starts_with("Prime Minister ") && IN_LONDON.iter().any(|w| document.text.contains(w));
        side_of_office(office).or_else(|| british().then_some("UK"))
    });
    let outlines = |number: u32| {
        let text = document.sentence_text(number);
        text.contains("as follows") && IN_OUTLINE.iter().any(|word| text.contains(word))
    };
    let japanese = || {
        let line = document.body().map(|(number, _)| number).take(EARLY).find(|&number| outlines(number));
        let head = |line: u32| document.mentions.iter().take_while(move |m| m.sentence <= line);
        line.is_some_and(|line| head(line).any(|m| m.kind == MentionKind::Place && m.name == "Japan"))
    };
    own.or_else(|| japanese().then_some("Japan")).map(str::to_owned)
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
        let line = document.text[..start].rsplit('\n').next().unwrap_or_default();
        return settings.gazetteer.title_ends(&super::capitalised(line.trim_end()));
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

/// Words in the titles of what the offices of Seoul issue.
const ISSUED: [&str; 7] =
    ["서면브리핑", "서면 브리핑", "대변인 브리핑", "수석 브리핑", "보도자료", "보도참고자료", "대변인 논평"];

/// Whether a Korean text is called a briefing in writing and tells of its own as such texts do.
fn is_issued(document: &Document) -> bool {
    const IN_WRITING: [&str; 2] = ["서면브리핑", "서면 브리핑"];
    let title = document.sentence_text(0);
    document.card.language == "ko" && IN_WRITING.iter().any(|words| title.contains(words))
}

/// Whether a text has the manner of an official one. Korean papers introduce their own ministers without
/// the country, too; the ministries' formal endings and the head of a briefing tell the two apart.
fn is_formal(document: &Document) -> bool {
    const FORMAL: [&str; 3] = ["하였다", "하였습니다", "하였음"];
    let formal: usize = FORMAL.iter().map(|ending| document.text.matches(ending).count()).sum();
    let title = document.sentence_text(0);
    document.card.language != "ko" || formal > 1 || ISSUED.iter().any(|head| title.contains(head))
}

/// Whether nothing but the name in other letters stands there (“이시바 시게루(石破 茂) 일본 총리”).
fn is_gloss(words: &str) -> bool {
    let words = words.trim();
    let closed = words.trim_end_matches(['」', '』', '’', '\'']);
    closed.is_empty() || (closed.starts_with('(') && closed.ends_with(')'))
}

/// The side whose country stands right before a name, or right after it: this side's, where one is given.
fn country_nearby<'s>(
    document: &Document,
    start: usize,
    end: usize,
    side: Option<&'s str>,
    settings: &'s Settings,
) -> Option<&'s str> {
    // “the President of the European Commission, X”
    let before = document.text[..start].trim_end_matches([',', ' ']);
    let clause = before.rfind(['.', ',', '\n']).map_or(before, |at| &before[at..]);
    if IN_OFFICE.iter().any(|(of, word)| side == Some(*of) && clause.contains(word)) {
        return side;
    }
    // “在北京会见…”: where people met introduces nobody.
    let is_city = |name: &str| settings.gazetteer.entries.places.iter().any(|place| place.name == name);
    let mentions = &document.mentions;
    let near = mentions.partition_point(|m| (m.span.end as usize) + NEARBY < start)
        ..mentions.partition_point(|m| (m.span.start as usize) <= end + NEARBY_BEHIND + ", ".len());
    let beside = |mention: &Mention| {
        let (from, to) = (mention.span.start as usize, mention.span.end as usize);
        let between = if to <= start { document.text.get(to..start) } else { document.text.get(end..from) };
        between.is_some_and(|words| {
            // “X, President of Y”
            let behind = words.strip_prefix(", ").filter(|_| to > start);
            // “X, newly appointed U.S. Secretary”
            let office = || settings.gazetteer.title_starts(document.text[to..].trim_start());
            let role = behind.filter(|role| role.contains(" of ") || office());
            let reach = if role.is_some() { NEARBY_BEHIND } else { NEARBY };
            let words = role.unwrap_or(words);
            let of = to <= start
                || role.is_some()
                || (document.card.language.starts_with("ko") && is_gloss(words))
                || words.trim_start().to_ascii_lowercase().starts_with("of ")
                || words.starts_with('（');
            words.len() <= reach && of && !words.contains(['.', '。', ',', '，', ';', '\n'])
        })
    };
    mentions[near]
        .iter()
        .filter(|mention| mention.kind == MentionKind::Place && beside(mention) && !is_city(&mention.name))
        .filter_map(|mention| settings.gazetteer.side_of_word(&mention.name))
        .rfind(|of| side.is_none_or(|side| side == *of))
}
