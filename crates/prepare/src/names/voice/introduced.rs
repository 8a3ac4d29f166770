//! Whose people a text introduces without their country, and whose with it.

use std::collections::BTreeMap;

use readout_corpus::{Document, Mention, MentionKind, Role};

use crate::Settings;
use crate::names::{day_of, side_of_person};

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

/// The side of whoever the title names first, by his office alone: “Readout of President X’s call with …”.
pub(super) fn first_in_title(document: &Document, settings: &Settings) -> Option<String> {
    let first = document.mentions.iter().find(|mention| mention.kind == MentionKind::Person)?;
    let (start, end) = (first.span.start as usize, first.span.end as usize);
    let side = side_of_person(&first.name, day_of(document), settings)?;
    let own = first.sentence == 0
        && titled(document, start, end, settings)
        && country_nearby(document, start, end, Some(side), settings).is_none();
    own.then(|| side.to_owned())
}

/// The side whose people these parts of a text introduce without their country, and the others with it.
pub(super) fn introduces(document: &Document, settings: &Settings, parts: &[Role]) -> Option<String> {
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
        .filter_map(|mention| crate::names::side_of_place(&mention.name, settings))
}

/// Whether an office stands right before a name. In Chinese and Korean it may stand behind it, or be left
/// out; a government that is called by its head introduces nobody.
fn titled(document: &Document, start: usize, end: usize, settings: &Settings) -> bool {
    if document.card.language.starts_with("en") {
        let line = document.text[..start].rsplit('\n').next().unwrap_or_default();
        return settings.gazetteer.title_ends(&crate::names::capitalised(line.trim_end()));
    }
    let after = document.text[end..].trim_start();
    !["政府", "政权", "정부"].iter().any(|word| after.starts_with(word))
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
