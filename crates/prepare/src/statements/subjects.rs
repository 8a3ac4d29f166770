//! Recognises who a verb's subject is: a name with its titles, a pronoun, an office, a side, both
//! sides, an institution, a nameless official. Grammar only; who that is in this document is settled
//! by the cast.

use readout_corpus::Mention;

use super::asides::{named_behind, office_for, opens_apposition, people_behind, text_about};
use super::cues::{is_adverb, is_auxiliary};
use super::sides::{belonging, many, nameless, place};
use super::units::{Kind, Unit};
use super::words::{
    COUNTERPART, HEADED, INSTITUTIONS, MANY, MONTHS, NAMELESS, OFFICES, ONE_OF_A_KIND, PREPOSITIONS,
    SHORT_OFFICES, TIMES, TITLE_WORDS, WEEKDAYS, has,
};

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
    /// Several together, each in a form of its own (“the president and Prime Minister X”).
    Together(Vec<Who>),
    /// Places in whose name something is said.
    Sides(Vec<String>),
    /// An institution, by name or as described.
    Institution(String),
    /// “It”: the institution that spoke last.
    It,
    /// A nameless person, described (`unnamed official`).
    Unnamed(String),
    /// Nobody is named (“it is hoped”).
    Nobody,
}

impl Who {
    /// The one person whom these words name.
    pub(super) fn person(mention: &Mention) -> Self {
        Self::People(vec![mention.name.clone()])
    }
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

/// The longest aside between a subject and its verb, with its marks (units).
const LONGEST_ASIDE: usize = 26;

/// The subject whose verb begins at unit `verb`, found by going left.
pub(crate) fn before(units: &[Unit], verb: usize) -> Option<Subject> {
    let end = skip_left(units, verb);
    // “Both called for …”; elsewhere it only goes with a subject (“they both called for …”).
    if end < verb && units[end].is_any(&["both"]) && ending_at(units, end).is_none() {
        return Some(Subject { who: Who::Group(Vec::new()), first: end, end: end + 1 });
    }
    if let Some(found) = text_about(units, end).or_else(|| people_behind(units, end)) {
        return Some(found);
    }
    if let Some(subject) = ending_at(units, end) {
        // “the two sides, according to the statement, …”
        let at = subject.first;
        let source = at >= 3 && units[at - 1].is_any(&["to"]) && units[at - 2].is_any(&["according"]);
        if source && units[at - 3].kind == Kind::Comma {
            return ending_at(units, skip_left(units, at - 3)).or(Some(subject));
        }
        return Some(subject);
    }
    // “Wang – once a sailor – said”
    if units.get(end.checked_sub(1)?)?.kind == Kind::Dash {
        let open =
            (end.saturating_sub(LONGEST_ASIDE)..end - 1).rev().find(|&at| units[at].kind == Kind::Dash)?;
        let speaks = |s: &Subject| matches!(s.who, Who::People(_) | Who::Office(..) | Who::Unnamed(_));
        return ending_at(units, skip_left(units, open)).filter(speaks);
    }
    // “Wang, who was in Seoul, said”; “the minister, in turn, said”
    if units.get(end.checked_sub(1)?)?.kind == Kind::Comma {
        // “A government spokesman, X, said”
        if let Some(named) = ending_at(units, end - 1)
            && matches!(named.who, Who::People(_))
            && named.first >= 2
            && units[named.first - 1].kind == Kind::Comma
            && let Some(role) =
                ending_at(units, named.first - 1).or_else(|| office_for(units, named.first - 1))
        {
            match role.who {
                Who::Unnamed(_) | Who::Office(..) | Who::Holders { .. } => {
                    return Some(Subject { first: role.first, end, ..named });
                }
                // “X and his counterpart, Y, said”
                Who::Together(mut parts) if matches!(parts.last(), Some(Who::Office(..))) => {
                    parts.pop();
                    parts.push(named.who);
                    return Some(Subject { who: Who::Together(parts), first: role.first, end });
                }
                _ => {}
            }
        }
        let nearest = end.saturating_sub(LONGEST_ASIDE);
        // “Mr Wang who is in Seoul, said”
        let who = (nearest..end - 1).rev().take_while(|&at| units[at].kind != Kind::Comma);
        if let Some(subject) = who
            .filter(|&at| units[at].is_any(&["who"]))
            .find_map(|at| ending_at(units, at))
            .filter(|subject| matches!(subject.who, Who::People(_)))
        {
            return Some(subject);
        }
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

/// Words that follow “in” where it only says when somebody spoke.
const IN_TURN: [&str; 3] = ["turn", "response", "reply"];

pub(super) fn skip_left(units: &[Unit], mut at: usize) -> usize {
    while at > 0 {
        let word = units[at - 1].word();
        at = match time_before(units, bracket_start(units, at)) {
            Some(start) => start,
            // “X in turn said”
            None if at > 1 && IN_TURN.contains(&word) && units[at - 2].is_any(&["in"]) => at - 2,
            None if is_adverb(word) || is_auxiliary(word) => at - 1,
            None => break,
        };
    }
    at
}

/// Where a date in brackets begins that ends before unit `end` (“on Monday (Jan 15)”); else `end`.
fn bracket_start(units: &[Unit], end: usize) -> usize {
    const LONGEST: usize = 4;
    let Some(close) = end.checked_sub(1).filter(|&at| units[at].kind == Kind::Close) else { return end };
    let inside = units[..close].iter().rev().take(LONGEST).take_while(|unit| unit.kind != Kind::Open);
    let dated = |unit: &Unit| unit.is_in(&MONTHS) || unit.word().starts_with(|c: char| c.is_ascii_digit());
    let length = inside.clone().count();
    let whole = length > 0 && close.checked_sub(length + 1).is_some_and(|at| units[at].kind == Kind::Open);
    if whole && inside.clone().all(dated) { close - length - 1 } else { end }
}

/// Most units of words that only say when.
const LONGEST_TIME: usize = 12;

/// Where words begin that end before unit `end` and only say when: “on Thursday”, “late Monday”,
/// “on May 2, 2019”, “this evening”.
fn time_before(units: &[Unit], end: usize) -> Option<usize> {
    let mut at = end;
    let mut named = false;
    while let Some(unit) = at.checked_sub(1).filter(|&at| end - at <= LONGEST_TIME).map(|at| &units[at]) {
        let word = unit.word();
        let number = word.chars().next().is_some_and(|c| c.is_ascii_digit());
        let named_day = unit.is_in(&WEEKDAYS) || unit.is_in(&MONTHS);
        let day = named_day || (unit.is_in(&TIMES) && !unit.capital);
        let comma = unit.kind == Kind::Comma && named;
        if !(number || day || comma) {
            break;
        }
        named |= number || named_day || word == "week";
        named |= units.get(at.wrapping_sub(2)).is_some_and(|u| u.is_any(&["this", "the"]));
        at -= 1;
    }
    while at < end && units[at].kind == Kind::Comma {
        at += 1;
    }
    let at = if at > 0 && units[at - 1].is_any(&["on", "in", "over", "the"]) { at - 1 } else { at };
    (named && at < end).then_some(at)
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
        Kind::Organisation(name) => match belonging(units, last, name, end) {
            Some(found) => found,
            None => subject(Who::Institution(name.clone()), determined(units, last)),
        },
        Kind::Place(name) => place(units, last, name, end),
        Kind::Word(word) => match word.as_str() {
            "he" | "she" => subject(Who::Single { feminine: word == "she" }, last),
            "they" => subject(Who::Group(Vec::new()), last),
            "both" => subject(Who::Group(Vec::new()), last),
            "side" | "government" | "people" | "party"
                if last > 0 && place_of(&units[last - 1]).is_some() =>
            {
                let name = place_of(&units[last - 1])?;
                // “sources in the Indian government”
                if let Some(found) = belonging(units, last - 1, &name, end) {
                    return found;
                }
                subject(Who::Sides(vec![name]), determined(units, last - 1))
            }
            // “the President of the (Italian) Republic”
            "republic" | "federation" | "union" => {
                let of = (last.saturating_sub(3)..last).find(|&at| units[at].is_any(&["of"]))?;
                let head = of.checked_sub(1).filter(|&head| units[head].is_in(&OFFICES))?;
                let place = units[of..last].iter().find_map(place_of);
                let found = office(units, head, end)?;
                match found.who {
                    Who::Office(office, _) => Some(Subject { who: Who::Office(office, place), ..found }),
                    _ => Some(found),
                }
            }
            // “the two heads of state”
            _ if units[last].is_in(&HEADED) && last >= 2 && units[last - 1].is_any(&["of"]) => {
                let head = last - 2;
                if units[head].is_in(&MANY) {
                    many(units, head, end)
                } else if units[head].is_any(&["head"]) {
                    office(units, head, end)
                } else {
                    institution(units, last, end)
                }
            }
            _ if units[last].is_in(&MANY) => many(units, last, end),
            _ if units[last].is_in(&NAMELESS) => nameless(units, last, end),
            word if units[last].is_in(&OFFICES) || word == COUNTERPART => office(units, last, end),
            _ if units[last].is_in(&INSTITUTIONS) => institution(units, last, end),
            _ => None,
        },
        _ => None,
    }
}

/// A person and those before it in a row: “A, B and Secretary C”.
pub(super) fn people(units: &[Unit], last: usize, end: usize) -> Option<Subject> {
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
        // “They met A, and B said”: two names alone have no comma between them.
        let clause = joined && names.len() == 1 && units[left].kind == Kind::Comma && {
            let head = (0..left).rev().find(|&at| !units[at].capital && units[at].kind != Kind::Genitive);
            head.is_some_and(|at| {
                !units[at].word().is_empty() && !units[at].is_any(&["and", "of", "for", "the"])
            })
        };
        if clause {
            break;
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
    let subject = Subject { who: Who::People(names), first: at, end };
    Some(with_those_before(units, subject))
}

/// A subject with whoever an “and” joins to it in another form: “The Vice President and President X”,
/// “he and X”.
fn with_those_before(units: &[Unit], subject: Subject) -> Subject {
    let joined = subject.first.checked_sub(1).filter(|&at| units[at].is_any(&["and"]));
    let Some(lead) = joined.and_then(|and| ending_at(units, and)) else { return subject };
    let single = matches!(lead.who, Who::Office(..) | Who::Single { .. } | Who::People(_) | Who::Together(_));
    let governed = lead
        .first
        .checked_sub(1)
        .is_some_and(|at| units[at].is_in(&PREPOSITIONS) || super::cues::at(units, at).is_some());
    if !single || governed {
        return subject;
    }
    let mut parts = if let Who::Together(parts) = lead.who { parts } else { vec![lead.who] };
    parts.push(subject.who);
    Subject { who: Who::Together(parts), first: lead.first, end: subject.end }
}

/// Where the titles before a name begin.
pub(crate) fn titles_start(units: &[Unit], name: usize) -> usize {
    let mut at = name;
    while at > 0 {
        let unit = &units[at - 1];
        // “Office of Drug Control Policy (ONDCP) Director X”
        if unit.kind == Kind::Close && at < name && at >= 4 && units[at - 3].kind == Kind::Open {
            at -= 3;
            continue;
        }
        let title = match &unit.kind {
            // “his U.S. and Japanese counterparts X and Y”
            Kind::Word(word) if word == "and" => {
                let sides = at >= 2 && place_of(&units[at - 2]).is_some();
                sides && units[at..name].iter().any(|unit| unit.is_any(&["counterparts"]))
                    || joins_fields(units, at - 1)
            }
            Kind::Word(word) => {
                let known = unit.is_in(&OFFICES) || unit.is_in(&TITLE_WORDS);
                // “President of Finland Sauli Niinistö”: the small words only inside a title.
                let inner = matches!(word.as_str(), "of" | "for" | "the" | "to") && at < name && at >= 2 && {
                    let before = &units[at - 2];
                    before.is_in(&OFFICES)
                        || before.is_any(&["of", "for", "to", "assistant"])
                        || (word != "to" && before.capital && !matches!(before.kind, Kind::Person(_)))
                };
                known || inner || word == "the" && at < name
            }
            Kind::Place(_) | Kind::Nation(_) | Kind::Organisation(_) => true,
            // “China’s Foreign Minister X”, “the former’s spokesman X”
            Kind::Genitive => {
                at >= 2 && at < name && {
                    let owner = &units[at - 2];
                    matches!(owner.kind, Kind::Place(_) | Kind::Organisation(_) | Kind::Person(_))
                        || owner.is_any(&["former", "latter"])
                        || owner.is_in(&OFFICES)
                }
            }
            // “Xi’s special envoy X”
            Kind::Person(_) => at < name && units[at].kind == Kind::Genitive,
            _ => false,
        };
        if !title {
            break;
        }
        at -= 1;
    }
    at
}

/// Whether an “and” joins what one office is for: “Representative for Foreign Affairs and Security Policy”.
fn joins_fields(units: &[Unit], and: usize) -> bool {
    const LONGEST: usize = 4;
    let named = |unit: &&Unit| unit.capital && !matches!(unit.kind, Kind::Person(_));
    let length = units[..and].iter().rev().take(LONGEST).take_while(named).count();
    let of = and.checked_sub(length + 1).filter(|_| length > 0 && units[and + 1].capital);
    of.is_some_and(|of| of > 0 && units[of].is_any(&["of", "for"]) && units[of - 1].is_in(&OFFICES))
}

/// “The ministry”, “Germany’s foreign ministry”.
pub(super) fn institution(units: &[Unit], last: usize, end: usize) -> Option<Subject> {
    if !units[last].is_in(&INSTITUTIONS) {
        return None;
    }
    // “The release of hostages” is no text.
    let before = last.checked_sub(1).map(|at| &units[at]);
    if units[last].is_any(&["release"])
        && !before.is_some_and(|unit| unit.is_any(&["press", "news", "official"]))
    {
        return None;
    }
    let first = phrase_start(units, last);
    // “Yoon’s office”
    if first >= 2
        && units[first - 1].kind == Kind::Genitive
        && let Kind::Person(name) = &units[first - 2].kind
    {
        let who = Who::Institution(format!("{} of {name}", described(units, first, last)));
        return Some(Subject { who, first: titles_start(units, first - 2), end });
    }
    let article = units[first].is_any(&["the", "a", "an", "his", "her", "its", "their"]);
    let names = |unit: &Unit| place_of(unit).is_some() || matches!(unit.kind, Kind::Organisation(_));
    let whose = units[first..last].iter().any(names);
    (article || whose).then(|| Subject { who: Who::Institution(described(units, first, last)), first, end })
}

pub(super) fn office(units: &[Unit], last: usize, end: usize) -> Option<Subject> {
    if let Some((short, place)) = ONE_OF_A_KIND.iter().find(|(short, _)| *short == units[last].word()) {
        let who = Who::Office(in_full(short).to_owned(), Some((*place).to_owned()));
        return Some(with_those_before(units, Subject { who, first: last, end }));
    }
    let first = phrase_start(units, last);
    let place = units[first..last].iter().find_map(place_of);
    // “Prime Minister conveyed …”, as India has it, opens its sentence.
    let bare = first == 0 && units[first..=last].iter().all(|unit| unit.capital) && units.len() > last + 2;
    let owned = units[first..last].iter().any(|unit| unit.kind == Kind::Genitive);
    let definite = units[first].is_any(&["the", "his", "her"]) || owned;
    // “the President and Prime Minister”: one article for both.
    let shared = !definite
        && first >= 2
        && units[first - 1].is_any(&["and"])
        && units[first - 2].is_in(&OFFICES)
        && units[phrase_start(units, first - 2)].is_any(&["the"]);
    // “Bangladesh Foreign Minister”
    let titled = first < last
        && place_of(&units[first]).is_some()
        && (units[first + 1..=last].iter().all(|unit| unit.capital)
            // “…,” Ukrainian president added.
            || first.checked_sub(1).is_some_and(|at| units[at].kind == Kind::Quote));
    if !definite && !shared && !titled && !bare {
        return None;
    }
    let from = match units[first..last].iter().rposition(|unit| unit.kind == Kind::Genitive) {
        Some(genitive) => first + genitive + 1,
        None if shared || (bare && !definite && !titled) => first,
        None => first + 1,
    };
    let words: Vec<&str> =
        units[from..=last].iter().map(|unit| in_full(unit.word())).filter(|w| !w.is_empty()).collect();
    let subject = Subject { who: Who::Office(words.join(" "), place), first, end };
    Some(with_those_before(units, subject))
}

/// “prime minister” for “pm”.
fn in_full(word: &str) -> &str {
    SHORT_OFFICES.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| full)
}

/// Where the noun phrase that ends at `last` begins: back over adjectives to its article.
pub(super) fn phrase_start(units: &[Unit], last: usize) -> usize {
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
            Kind::Word(word) if unit.is_in(&PREPOSITIONS) || is_auxiliary(word) => break,
            Kind::Word(word) if super::cues::at(units, at - 1).is_some() && !is_adverb(word) => break,
            Kind::Word(_) | Kind::Place(_) | Kind::Nation(_) | Kind::Organisation(_) => at -= 1,
            // “the Kremlin’s spokesman”
            Kind::Genitive if at >= 2 && owns(&units[at - 2]) => at -= 2,
            _ => break,
        }
    }
    at
}

/// Whether a unit names a place, an institution or an office.
fn owns(unit: &Unit) -> bool {
    matches!(unit.kind, Kind::Place(_) | Kind::Nation(_) | Kind::Organisation(_))
        || unit.is_in(&INSTITUTIONS)
        || unit.is_in(&OFFICES)
        // “The country’s foreign ministry”
        || unit.is_any(&["country", "nation", "bloc", "kingdom", "alliance"])
}

pub(super) fn determined(units: &[Unit], at: usize) -> usize {
    if at > 0 && units[at - 1].is_any(&["the", "both"]) { at - 1 } else { at }
}

pub(super) fn described(units: &[Unit], first: usize, last: usize) -> String {
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

pub(super) fn place_of(unit: &Unit) -> Option<String> {
    match &unit.kind {
        Kind::Place(name) | Kind::Nation(name) => Some(name.clone()),
        _ => None,
    }
}

/// Words that open a clause before the main one.
const SUBORDINATE: &[&str] = &["as", "since", "because", "although", "though", "if", "once"];

/// The subject of the sentence: the first that no preposition goes before.
pub(crate) fn head(units: &[Unit]) -> Option<Subject> {
    let mut found: Option<Subject> = None;
    let start = dateline_end(units);
    for end in start + 1..=units.len().min(start + 40) {
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
        let governed = open.is_some_and(|unit| {
            unit.is_in(&PREPOSITIONS)
                || unit.kind == Kind::Genitive
                || (subject.first == 1 && unit.is_any(SUBORDINATE))
        });
        match &found {
            // “Xi Jinping and Premier Li Keqiang”: the longer one that begins at the same place.
            Some(kept) if subject.first == kept.first => found = Some(subject),
            None if !governed => found = Some(subject),
            _ => {}
        }
    }
    found.map(|subject| named_behind(units, subject))
}

/// One past a dateline, “TOKYO (Reuters) -”: names and figures up to a dash; else nought.
pub(super) fn dateline_end(units: &[Unit]) -> usize {
    const LONGEST: usize = 14;
    let head = units.iter().take(LONGEST).take_while(|unit| !in_prose(unit));
    head.enumerate().find(|(_, unit)| unit.kind == Kind::Dash).map_or(0, |(at, _)| at + 1)
}

/// Whether a unit is a word in small letters, which no dateline has.
pub(super) fn in_prose(unit: &Unit) -> bool {
    !unit.capital && unit.word().starts_with(char::is_alphabetic)
}

/// Whether a word can open the name of an office: “vice”, “foreign”.
pub(crate) fn opens_title(word: &str) -> bool {
    is_office(word) || has(&TITLE_WORDS, word)
}

/// Whether a word is the noun of an office.
pub(crate) fn is_office(word: &str) -> bool {
    has(&OFFICES, word)
}
