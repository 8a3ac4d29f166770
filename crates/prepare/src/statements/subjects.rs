//! Recognises who a verb's subject is: a name with its titles, a pronoun, an office, a side, both
//! sides, an institution, a nameless official. Grammar only; who that is in this document is settled
//! by the cast.

use super::cues::{is_adverb, is_auxiliary};
use super::units::{Kind, Unit};
use super::words::{INSTITUTIONS, MANY, NAMELESS, OFFICES, PLAIN_PLURALS, PREPOSITIONS, TITLE_WORDS, has};

/// A subject as the grammar shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// Named people, by canonical name.
    People(Vec<String>),
    /// “He” (masculine) or “she”.
    Single { feminine: bool },
    /// “They”, “the two sides”, “both leaders”: with the places where they are named.
    Group(Vec<String>),
    /// Everyone in the room (“the three ministers”).
    Everyone,
    /// Those who hold one office of several sides (“the foreign ministers of A and B”).
    Holders {
        /// The office in lower case, for one of them.
        office: String,
        /// The places whose office it is.
        places: Vec<String>,
    },
    /// Somebody together with others who are described (`unnamed leaders`).
    With(Box<Who>, String),
    /// A definite office (“the vice president”), lower case, with the place that it belongs to.
    Office(String, Option<String>),
    /// Two definite offices together (“the president and prime minister”).
    Offices(Vec<String>),
    /// Places in whose name something is said.
    Sides(Vec<String>),
    /// An institution, by name or as described.
    Institution(String),
    /// A nameless person, described (`unnamed official`).
    Unnamed(String),
    /// Nobody is named (“it is hoped”).
    Nobody,
}

/// A subject with its place among the units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Who.
    pub(crate) who: Who,
    /// First unit, titles included.
    pub(crate) first: usize,
    /// One past the last unit.
    pub(crate) end: usize,
}

/// The subject whose verb begins at unit `verb`, found by going left.
pub(crate) fn before(units: &[Unit], verb: usize) -> Option<Subject> {
    let end = skip_left(units, verb);
    if let Some(subject) = ending_at(units, end) {
        return Some(subject);
    }
    // “Wang, who was in Seoul, said”; “the minister, in turn, said”
    if units.get(end.checked_sub(1)?)?.kind == Kind::Comma {
        let nearest = end.saturating_sub(26);
        for open in (nearest..end - 1).rev() {
            if units[open].kind == Kind::Comma
                && let Some(subject) = ending_at(units, skip_left(units, open))
                && (matches!(
                    subject.who,
                    Who::People(_)
                        | Who::Office(..)
                        | Who::Single { .. }
                        | Who::Group(_)
                        | Who::Unnamed(_)
                        | Who::Institution(_)
                ))
                && opens_apposition(units, open, end)
            {
                return Some(subject);
            }
        }
    }
    None
}

/// Whether what stands between two commas only says more of the name before it.
fn opens_apposition(units: &[Unit], open: usize, end: usize) -> bool {
    let Some(first) = units.get(open + 1) else { return false };
    let inside = &units[open + 1..end - 1];
    first.is_any(&[
        "who",
        "whose",
        "the",
        "a",
        "an",
        "in",
        "for",
        "on",
        "however",
        "meanwhile",
        "speaking",
        "also",
        "his",
        "her",
        "as",
        "too",
        "visiting",
        "special",
        "at",
        "after",
    ]) || matches!(first.kind, Kind::Place(_) | Kind::Nation(_) | Kind::Organisation(_))
        || inside.iter().any(|unit| has(OFFICES, unit.word()))
}

fn skip_left(units: &[Unit], mut at: usize) -> usize {
    while at > 0 {
        let word = units[at - 1].word();
        if !(is_adverb(word) || is_auxiliary(word)) {
            break;
        }
        at -= 1;
    }
    at
}

/// The subject that ends just before unit `end`, with its titles and those named along with it.
pub(crate) fn ending_at(units: &[Unit], end: usize) -> Option<Subject> {
    let mut last = end.checked_sub(1)?;
    if units.get(last)?.quoted {
        return None;
    }
    if units[last].kind == Kind::Close {
        last = (0..last).rev().find(|&at| units[at].kind == Kind::Open)?.checked_sub(1)?;
    }
    let subject = |who, first| Some(Subject { who, first, end });
    match &units[last].kind {
        Kind::Person(_) => people(units, last, end),
        Kind::Organisation(name) => subject(Who::Institution(name.clone()), determined(units, last)),
        Kind::Place(name) => place(units, last, name, end),
        Kind::Word(word) => match word.as_str() {
            "he" | "she" => subject(Who::Single { feminine: word == "she" }, last),
            "they" => subject(Who::Group(Vec::new()), last),
            "both" => subject(Who::Group(Vec::new()), last),
            "side" | "government" | "people" if last > 0 && place_of(&units[last - 1]).is_some() => {
                let name = place_of(&units[last - 1])?;
                subject(Who::Sides(vec![name]), determined(units, last - 1))
            }
            word if has(MANY, word) => many(units, last, end),
            word if has(NAMELESS, word) => nameless(units, last, end),
            word if has(OFFICES, word) => office(units, last, end),
            word if has(INSTITUTIONS, word) => {
                let first = phrase_start(units, last);
                let article = units[first].is_any(&["the", "a", "an", "his", "her", "its", "their"]);
                let whose = units[first..last].iter().any(|unit| place_of(unit).is_some());
                if !article && !whose {
                    return None;
                }
                subject(Who::Institution(described(units, first, last)), first)
            }
            _ => None,
        },
        _ => None,
    }
}

/// A person and those before it in a row: “A, B and Secretary C”.
fn people(units: &[Unit], last: usize, end: usize) -> Option<Subject> {
    let mut names = Vec::new();
    let mut at = last;
    while let Kind::Person(name) = &units[at].kind {
        names.push(name.clone());
        let start = titles_start(units, at);
        at = start;
        // “A and B”, “A, B, and C”
        let mut left = start;
        let mut joined = false;
        while left > 0 && (units[left - 1].is_any(&["and"]) || units[left - 1].kind == Kind::Comma) {
            joined |= units[left - 1].is_any(&["and"]) || names.len() > 1;
            left -= 1;
        }
        match left.checked_sub(1).map(|before| &units[before].kind) {
            Some(Kind::Person(_)) if joined => at = left - 1,
            // “President A of Finland and Prime Minister B”
            Some(Kind::Place(_)) if joined && left >= 3 && units[left - 2].is_any(&["of"]) => {
                match units[left - 3].kind {
                    Kind::Person(_) => at = left - 3,
                    _ => break,
                }
            }
            _ => break,
        }
    }
    names.reverse();
    names.dedup();
    Some(Subject { who: Who::People(names), first: at, end })
}

/// Where the titles before a name begin.
pub(crate) fn titles_start(units: &[Unit], name: usize) -> usize {
    let mut at = name;
    while at > 0 {
        let unit = &units[at - 1];
        let title = match &unit.kind {
            Kind::Word(word) => {
                let known = has(OFFICES, word) || has(TITLE_WORDS, word);
                // “President of Finland Sauli Niinistö”: the small words only inside a title.
                let inner = matches!(word.as_str(), "of" | "for" | "the" | "to") && at < name && at >= 2 && {
                    let before = &units[at - 2];
                    has(OFFICES, before.word())
                        || before.is_any(&["of", "for", "to", "assistant"])
                        || (word != "to" && before.capital && !matches!(before.kind, Kind::Person(_)))
                };
                known || inner || word == "the" && at < name
            }
            Kind::Place(_) | Kind::Nation(_) | Kind::Organisation(_) => true,
            Kind::Genitive => at >= 2 && matches!(units[at - 2].kind, Kind::Place(_) | Kind::Organisation(_)),
            Kind::Open | Kind::Close => false,
            _ => false,
        };
        if !title {
            break;
        }
        at -= 1;
    }
    at
}

fn place(units: &[Unit], last: usize, name: &str, end: usize) -> Option<Subject> {
    if last >= 2 && units[last - 1].is_any(&["of", "from"]) {
        let head = last - 2;
        return match &units[head].kind {
            Kind::Person(_) => people(units, head, end),
            Kind::Word(word) if has(OFFICES, word) => {
                let found = office(units, head, end)?;
                match found.who {
                    Who::Office(office, _) => {
                        Some(Subject { who: Who::Office(office, Some(name.to_owned())), ..found })
                    }
                    _ => Some(found),
                }
            }
            Kind::Word(word) if has(MANY, word) => many(units, head, end),
            Kind::Word(word) if has(INSTITUTIONS, word) => {
                let first = phrase_start(units, head);
                Some(Subject { who: Who::Institution(described(units, first, last)), first, end })
            }
            _ => None,
        };
    }
    // “the foreign ministers of X and Y”, “X and Y”
    if last >= 2
        && units[last - 1].is_any(&["and"])
        && let Some(other) = place_of(&units[last - 2])
    {
        if last >= 4 && units[last - 3].is_any(&["of", "from"]) && has(MANY, units[last - 4].word()) {
            let first = phrase_start(units, last - 4);
            let who = Who::Holders {
                office: office_of_many(units, first, last - 4),
                places: vec![other, name.to_owned()],
            };
            return Some(Subject { who, first, end });
        }
        let first = determined(units, last - 2);
        return Some(Subject { who: Who::Sides(vec![other, name.to_owned()]), first, end });
    }
    Some(Subject { who: Who::Sides(vec![name.to_owned()]), first: determined(units, last), end })
}

fn many(units: &[Unit], last: usize, end: usize) -> Option<Subject> {
    let first = phrase_start(units, last);
    let definite = units[first].is_any(&["the", "both", "all", "their", "our"]);
    let places: Vec<String> = units[first..last].iter().filter_map(place_of).collect();
    let word = units[last].word();
    // “the President and other leaders”
    if first >= 2
        && units[first - 1].is_any(&["and"])
        && let Some(lead) = ending_at(units, first - 1)
        && matches!(lead.who, Who::People(_) | Who::Office(..) | Who::Single { .. })
    {
        let who = Who::With(Box::new(lead.who), format!("unnamed {word}"));
        return Some(Subject { who, first: lead.first, end });
    }
    let who = match places.len() {
        _ if !definite && !has(PLAIN_PLURALS, word) => return None,
        _ if !definite => Who::Unnamed(format!("unnamed {word}")),
        0 | 1 => Who::Group(places),
        _ => Who::Holders { office: office_of_many(units, first, last), places },
    };
    Some(Subject { who, first, end })
}

/// “foreign minister” from “the French and German foreign ministers”.
fn office_of_many(units: &[Unit], first: usize, last: usize) -> String {
    let words: Vec<&str> = units[first..=last]
        .iter()
        .map(Unit::word)
        .filter(|w| !matches!(*w, "" | "the" | "and" | "both" | "all" | "two"))
        .collect();
    let many = words.join(" ");
    many.strip_suffix("ies")
        .map(|stem| format!("{stem}y"))
        .or_else(|| many.strip_suffix('s').map(str::to_owned))
        .unwrap_or(many)
}

fn nameless(units: &[Unit], last: usize, end: usize) -> Option<Subject> {
    let first = phrase_start(units, last);
    let word = units[last].word();
    let article = units[first]
        .is_any(&["a", "an", "the", "one", "another", "two", "several", "some", "senior", "many"]);
    let described = article || last > first || word.ends_with('s');
    // “the two people” are nobody who speaks.
    if !described
        || (matches!(word, "people" | "person")
            && !units[first..last].iter().any(|u| u.is_any(&["familiar"])))
    {
        return None;
    }
    let noun = word.strip_suffix('s').unwrap_or(word);
    Some(Subject { who: Who::Unnamed(format!("unnamed {noun}")), first, end })
}

fn office(units: &[Unit], last: usize, end: usize) -> Option<Subject> {
    let first = phrase_start(units, last);
    if !units[first].is_any(&["the", "his", "her"]) {
        // “the President and Prime Minister”
        if first >= 2 && units[first - 1].is_any(&["and"]) {
            let other = phrase_start(units, first - 2);
            if units[other].is_any(&["the"]) && has(OFFICES, units[first - 2].word()) {
                let offices = vec![described(units, other + 1, first - 2), described(units, first, last)];
                return Some(Subject { who: Who::Offices(offices), first: other, end });
            }
        }
        return None;
    }
    if first >= 2 && units[first - 1].is_any(&["and"]) && has(OFFICES, units[first - 2].word()) {
        let other = phrase_start(units, first - 2);
        if units[other].is_any(&["the"]) {
            let offices = vec![described(units, other + 1, first - 2), described(units, first + 1, last)];
            return Some(Subject { who: Who::Offices(offices), first: other, end });
        }
    }
    let place = units[first..last].iter().find_map(place_of);
    let words: Vec<&str> = units[first + 1..=last].iter().map(Unit::word).filter(|w| !w.is_empty()).collect();
    Some(Subject { who: Who::Office(words.join(" "), place), first, end })
}

/// Where the noun phrase that ends at `last` begins: back over adjectives to its article.
fn phrase_start(units: &[Unit], last: usize) -> usize {
    let mut at = last;
    while at > 0 && last - at < 8 {
        let unit = &units[at - 1];
        match &unit.kind {
            Kind::Word(word)
                if matches!(
                    word.as_str(),
                    "a" | "an" | "the" | "both" | "one" | "all" | "his" | "her" | "their" | "our"
                ) =>
            {
                return at - 1;
            }
            Kind::Word(word) if has(PREPOSITIONS, word) || is_auxiliary(word) => break,
            Kind::Word(word) if super::cues::at(units, at - 1).is_some() && !is_adverb(word) => break,
            Kind::Word(_) | Kind::Place(_) | Kind::Nation(_) | Kind::Organisation(_) => at -= 1,
            _ => break,
        }
    }
    at
}

fn determined(units: &[Unit], at: usize) -> usize {
    if at > 0 && units[at - 1].is_any(&["the", "both"]) { at - 1 } else { at }
}

fn described(units: &[Unit], first: usize, last: usize) -> String {
    let words: Vec<&str> = units[first..=last]
        .iter()
        .filter_map(|unit| match &unit.kind {
            Kind::Word(word) if matches!(word.as_str(), "the" | "a" | "an") => None,
            Kind::Word(word) => Some(word.as_str()),
            Kind::Place(name) | Kind::Nation(name) | Kind::Organisation(name) => Some(name.as_str()),
            _ => None,
        })
        .collect();
    words.join(" ")
}

fn place_of(unit: &Unit) -> Option<String> {
    match &unit.kind {
        Kind::Place(name) | Kind::Nation(name) => Some(name.clone()),
        _ => None,
    }
}

/// The subject of the sentence: the first that no preposition goes before.
pub(crate) fn head(units: &[Unit]) -> Option<Subject> {
    let mut found: Option<Subject> = None;
    for end in 1..=units.len().min(40) {
        let follows = units.get(end);
        if follows.is_some_and(|unit| unit.kind == Kind::Genitive) {
            continue;
        }
        if let Some(kept) = &found
            && end > kept.end + 14
        {
            break;
        }
        let Some(subject) = ending_at(units, end) else { continue };
        let open = subject.first.checked_sub(1).map(|before| &units[before]);
        let governed = open.is_some_and(|unit| has(PREPOSITIONS, unit.word()) || unit.kind == Kind::Genitive);
        match &found {
            // “Xi Jinping and Premier Li Keqiang”: the longer one that begins at the same place.
            Some(kept) if subject.first == kept.first => found = Some(subject),
            None if !governed => found = Some(subject),
            _ => {}
        }
    }
    found
}

/// Whether a word is the noun of an office.
pub(crate) fn is_office(word: &str) -> bool {
    has(OFFICES, word)
}
