//! Who is in the room: the subject of a verb, those named behind “with”, the holders of offices.

use super::words::{ENDS, MEETING};
use super::{Sentence, one_subject};
use crate::statements::{
    Cast, Kind, Unit, Who, cue_at, ending_at, head, is_office, side_of_place, subject_before, titles_start,
};

/// Words in whose office somebody is sent or serves another.
const SENT: &[&str] =
    &["envoy", "representative", "adviser", "advisor", "chief", "aide", "wife", "husband", "spokesman"];

/// Words for the two whom a sentence just named.
const TWO: &[&str] = &["two", "pair", "they"];

/// How many units a dateline takes, its dash included.
const LONGEST_DATELINE: usize = 12;

/// How many units behind “with” an office may take, its place included.
const LONGEST_OFFICE: usize = 10;

/// Whom the subject of the verb at `verb` means, without those of `besides`.
pub(super) fn hosts(sentence: Sentence<'_>, verb: usize, who: Who, besides: &[String]) -> Vec<String> {
    let Sentence { units, cast, settings, .. } = sentence;
    match who {
        Who::People(people) => people,
        Who::Office(office, place) => {
            let side = place.map(|place| side_of_place(settings, &place));
            let others: Vec<String> =
                cast.by_appearance().into_iter().filter(|name| !besides.contains(name)).collect();
            let holder = cast.office_holder(settings, &office, side.as_deref(), &others);
            holder.filter(|name| !besides.contains(name)).into_iter().collect()
        }
        Who::Holders { office, places } => holders(sentence, &office, &places),
        Who::With(lead, _) => hosts(sentence, verb, *lead, besides),
        Who::Together(parts) => {
            let mut all = Vec::new();
            for who in parts {
                let more = hosts(sentence, verb, who, &all);
                all.extend(more);
            }
            all
        }
        Who::Single { .. } => {
            let earlier = || one_subject(sentence.earlier);
            units[..verb].iter().find_map(person).or_else(earlier).into_iter().collect()
        }
        // “A and B reached agreements when they met”
        Who::Group(places) if places.is_empty() => {
            let clause = without_dateline(&units[..verb]);
            let several = |units: &[Unit]| match head(units).map(|subject| subject.who) {
                Some(Who::People(people)) if people.len() > 1 => Some(people),
                _ => None,
            };
            // “X and Y agreed. The two leaders met …”
            let earlier = || {
                let units = without_dateline(sentence.earlier);
                let two = || two_sides(units, cast).filter(|_| clause.iter().any(|u| u.is_any(TWO)));
                several(units).or_else(two).filter(|_| sentence.first)
            };
            several(clause).or_else(earlier).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn without_dateline(units: &[Unit]) -> &[Unit] {
    let dash = units.iter().take(LONGEST_DATELINE).rposition(|u| u.kind == Kind::Dash);
    &units[dash.map_or(0, |dash| dash + 1)..]
}

/// Whom a sentence names, where they are two, of different sides.
fn two_sides(units: &[Unit], cast: &Cast) -> Option<Vec<String>> {
    let mut people: Vec<String> = Vec::new();
    for name in units.iter().filter_map(person) {
        if !people.contains(&name) {
            people.push(name);
        }
    }
    let [one, other] = people.as_slice() else { return None };
    let apart = matches!((cast.side(one), cast.side(other)), (Some(a), Some(b)) if a != b);
    apart.then_some(people)
}

/// Whom somebody met: the people named from `from` on, else whoever holds the office that is named there
/// (“his South Korean counterpart”, “the Prime Minister of Japan”). And where the words end.
pub(super) fn companions(sentence: Sentence<'_>, from: usize, hosts: &[String]) -> (Vec<String>, usize) {
    let Sentence { units, cast, settings, .. } = sentence;
    let (people, end) = named(units, from);
    if !people.is_empty() {
        return (people, end);
    }
    if let Some(other) = counterpart(sentence, from, hosts.first()) {
        return (vec![other], end);
    }
    let Some((office, place, last)) = office_at(units, from) else { return (people, end) };
    let side = side_of_place(settings, &place);
    let others: Vec<String> = cast.by_appearance().into_iter().filter(|name| !hosts.contains(name)).collect();
    let holder = cast.office_holder(settings, &office, Some(&side), &others);
    (holder.filter(|name| !hosts.contains(name)).into_iter().collect(), end.max(last))
}

/// The office that is named from `from` on with the place that it belongs to, and where it ends. The
/// longest one: “the President” is “the President of France”.
pub(super) fn office_at(units: &[Unit], from: usize) -> Option<(String, String, usize)> {
    let clause = units.get(from..)?.iter().take(LONGEST_OFFICE).take_while(|u| {
        !u.is_any(ENDS) && !matches!(u.kind, Kind::Person(_) | Kind::Comma | Kind::Quote | Kind::Colon)
    });
    (1..=clause.count()).rev().find_map(|length| {
        let subject = ending_at(units, from + length).filter(|subject| subject.first == from)?;
        // “the Secretary of X Y Z”: a name that nobody knows.
        if units.get(from + length).is_some_and(|u| u.capital) {
            return None;
        }
        match subject.who {
            Who::Office(office, Some(place)) => Some((office, place, from + length)),
            _ => None,
        }
    })
}

/// Who holds an office of several places: by the gazetteer; of leaders, else, whom the text names first of
/// each.
fn holders(sentence: Sentence<'_>, office: &str, places: &[String]) -> Vec<String> {
    let Sentence { cast, settings, .. } = sentence;
    let known = cast.holders(settings, office, places, &[]);
    if !known.is_empty() || !office.ends_with("leader") {
        return known;
    }
    let everyone = cast.by_appearance();
    let of_place = |place: &String| {
        let side = side_of_place(settings, place);
        everyone.iter().find(|name| cast.side(name) == Some(&side)).cloned()
    };
    places.iter().map(of_place).collect::<Option<_>>().unwrap_or_default()
}

/// “(between) the Russian and US presidents”.
pub(super) fn holders_between(sentence: Sentence<'_>, from: usize) -> Vec<String> {
    let units = sentence.units;
    let last = units.len().min(from + LONGEST_OFFICE);
    let all = (from + 1..=last).find_map(|end| match ending_at(units, end)?.who {
        Who::Holders { office, places } => Some(holders(sentence, &office, &places)),
        _ => None,
    });
    all.unwrap_or_default()
}

pub(super) fn person(unit: &Unit) -> Option<String> {
    if let Kind::Person(name) = &unit.kind { Some(name.clone()) } else { None }
}

/// One past the “with” (or “to”) in reach.
pub(super) fn with_after(units: &[Unit], from: usize, reach: usize) -> Option<usize> {
    let window = units.get(from..units.len().min(from + reach))?;
    // “a frank and constructive talk with X”, but not “held talks and left with X”
    let mut named = false;
    let clause = window.iter().take_while(|u| {
        named |= u.is_any(MEETING);
        !(u.is_any(&["who", "which", "that", "after", "before"]) || (u.is_any(&["and"]) && named))
    });
    clause.enumerate().find(|(_, u)| u.is_any(&["with"])).map(|(at, _)| from + at + 1)
}

pub(super) fn leads_to_person(units: &[Unit], at: usize) -> bool {
    (at..units.len().min(at + 9))
        .find(|&p| matches!(units[p].kind, Kind::Person(_)))
        .is_some_and(|p| titles_start(units, p) <= at || plain(&units[at..p]))
}

/// Whether words only lead to a name (“China's top diplomat”): no preposition, mark or verb.
fn plain(units: &[Unit]) -> bool {
    units.iter().all(|unit| {
        !matches!(unit.kind, Kind::Comma | Kind::Quote | Kind::Open)
            && !unit.is_any(&[
                "with", "and", "for", "to", "in", "on", "at", "by", "from", "about", "as", "who", "that",
            ])
    })
}

/// “his South Korean counterpart”, without a name.
fn counterpart(sentence: Sentence<'_>, from: usize, host: Option<&String>) -> Option<String> {
    let Sentence { units, cast, settings, .. } = sentence;
    let at = (from..units.len().min(from + 5)).find(|&at| units[at].is_any(&["counterpart"]))?;
    let place = units[from..at].iter().find_map(|unit| match &unit.kind {
        Kind::Place(name) | Kind::Nation(name) => Some(name),
        _ => None,
    })?;
    cast.counterpart(settings, host?, &side_of_place(settings, place))
}

/// The people named from `from` on, up to the end of the clause, and where it ends. Whoever only
/// sent somebody, owns something, or reports the meeting, is not in the room.
pub(super) fn named(units: &[Unit], from: usize) -> (Vec<String>, usize) {
    let mut people: Vec<(usize, String)> = Vec::new();
    let mut at = from;
    while at < units.len() {
        let unit = &units[at];
        // “Benjamin “Benny” Gantz”
        let nickname = unit.kind == Kind::Quote
            && [at + 2, at.wrapping_sub(2)]
                .iter()
                .any(|&other| units.get(other).is_some_and(|u| u.kind == Kind::Quote));
        // “Ambassador to Korea X”
        let title = unit.is_any(&["to"]) && at > from && is_office(units[at - 1].word());
        let ends = unit.is_any(ENDS) && !title;
        if ends || (unit.kind == Kind::Quote && !nickname) || unit.kind == Kind::Colon {
            break;
        }
        if cue_at(units, at) {
            // “…, the spokesman X said”
            let teller = subject_before(units, at).map_or(at, |subject| subject.first);
            if teller > from && units[teller - 1].kind == Kind::Comma {
                people.retain(|(named, _)| *named < teller);
            }
            break;
        }
        if let Some(name) = person(unit) {
            let owns = units.get(at + 1).is_some_and(|u| u.kind == Kind::Genitive);
            let start = titles_start(units, at);
            let sends =
                start > from && units[start - 1].is_any(&["of", "for", "by"]) || sends(units, start, at);
            if !owns && !sends && !people.iter().any(|(_, known)| *known == name) {
                people.push((at, name));
            }
        }
        at += 1;
    }
    (people.into_iter().map(|(_, name)| name).collect(), at)
}

/// “special envoy of South Korean President X”: whether an office “of” X stands in the titles.
fn sends(units: &[Unit], start: usize, name: usize) -> bool {
    (start..name).any(|at| {
        units[at].is_any(SENT)
            && units[at + 1..name].iter().any(|u| u.is_any(&["of", "for", "to"]))
            && units[at + 1..name].iter().any(|u| is_office(u.word()))
    })
}
