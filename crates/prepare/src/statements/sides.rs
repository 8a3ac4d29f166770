//! Subjects that name places and groups: a side, several sides in a row, those who belong to them
//! (“the president of X”, “a source in X”), and plurals (“the leaders”).

use super::subjects::{
    Subject, Who, described, determined, ending_at, office, people, phrase_start, place_of,
};
use super::units::{Kind, Unit};
use super::words::{INSTITUTIONS, MANY, NAMELESS, OFFICES, PLAIN_PLURALS};

/// “The president of X”, “a source in X”, “the leaders of X”: whoever belongs to the place or
/// organisation that ends a subject. `None` where it stands alone; the inner `None` where it belongs
/// to something that does not speak.
pub(super) fn belonging(units: &[Unit], last: usize, name: &str, end: usize) -> Option<Option<Subject>> {
    let mut link = last.checked_sub(1)?;
    if units[link].is_any(&["the"]) {
        link = link.checked_sub(1)?;
    }
    let head = link.checked_sub(1)?;
    if units[link].is_any(&["of", "from", "in", "at", "for", "with", "to"]) && units[head].is_in(&NAMELESS) {
        return Some(nameless(units, head, end));
    }
    // “The embassy in X”
    let seated = units[link].is_any(&["in", "at"]) && units[head].is_in(&INSTITUTIONS);
    if !units[link].is_any(&["of", "from"]) && !seated {
        return None;
    }
    Some(match &units[head].kind {
        Kind::Person(_) => people(units, head, end),
        Kind::Word(_) if units[head].is_in(&OFFICES) => {
            office(units, head, end).map(|found| match found.who {
                Who::Office(office, _) => {
                    Subject { who: Who::Office(office, Some(name.to_owned())), ..found }
                }
                _ => found,
            })
        }
        Kind::Word(_) if units[head].is_in(&MANY) => many(units, head, end),
        Kind::Word(_) if units[head].is_in(&INSTITUTIONS) => {
            let first = phrase_start(units, head);
            Some(Subject { who: Who::Institution(described(units, first, last)), first, end })
        }
        _ => None,
    })
}

pub(super) fn place(units: &[Unit], last: usize, name: &str, end: usize) -> Option<Subject> {
    if let Some(found) = belonging(units, last, name, end) {
        return found;
    }
    // “X and Y”, “the foreign ministers of X, Y and Z”
    let (first, places) = places_in_a_row(units, last);
    if places.len() > 1 {
        let link = if first > 0 && units[first - 1].is_any(&["the"]) { first - 1 } else { first };
        if link >= 2 && units[link - 1].is_any(&["of", "from"]) && units[link - 2].is_in(&MANY) {
            let first = phrase_start(units, link - 2);
            let who = Who::Holders { office: office_of_many(units, first, link - 2), places };
            return Some(Subject { who, first, end });
        }
        let first = determined(units, first);
        return Some(Subject { who: Who::Sides(places), first, end });
    }
    Some(Subject { who: Who::Sides(vec![name.to_owned()]), first: determined(units, last), end })
}

/// The places named in a row up to `last`, “X, Y and the Z”, and the first unit of them. Without an
/// “and” before the last it is no row.
fn places_in_a_row(units: &[Unit], last: usize) -> (usize, Vec<String>) {
    let mut places: Vec<String> = place_of(&units[last]).into_iter().collect();
    let mut first = last;
    let mut joined = false;
    loop {
        let mut left = first;
        while left > 0 && (units[left - 1].is_any(&["and", "the"]) || units[left - 1].kind == Kind::Comma) {
            left -= 1;
        }
        let between = &units[left..first];
        joined |= between.iter().any(|unit| unit.is_any(&["and"]));
        let linked = joined && between.iter().any(|unit| !unit.is_any(&["the"]));
        match left.checked_sub(1).and_then(|at| place_of(&units[at])).filter(|_| linked) {
            Some(place) => {
                places.insert(0, place);
                first = left - 1;
            }
            None => return (first, places),
        }
    }
}

pub(super) fn many(units: &[Unit], last: usize, end: usize) -> Option<Subject> {
    let mut first = phrase_start(units, last);
    // “(noted that) two leaders agreed”
    if last >= 1
        && units[last - 1].is_any(&["two"])
        && !units[first].is_any(&["the", "both", "our", "their", "all"])
    {
        let who = Who::Group(Vec::new());
        return Some(Subject { who, first: last - 1, end });
    }
    // “the French, Dutch and German foreign ministers”
    if place_of(&units[first]).is_some() {
        first = determined(units, places_in_a_row(units, first).0);
    }
    // “Both the leaders”
    if first > 0 && units[first].is_any(&["the"]) && units[first - 1].is_any(&["both", "all"]) {
        first -= 1;
    }
    let owned = units[first..last].iter().any(|unit| unit.kind == Kind::Genitive);
    let definite = owned || units[first].is_any(&["the", "both", "all", "their", "our"]);
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
        _ if !definite && !units[last].is_in(&PLAIN_PLURALS) => return None,
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

/// Nameless people: “a senior official”, “diplomats”; “the two officials” are those who met.
pub(super) fn nameless(units: &[Unit], last: usize, end: usize) -> Option<Subject> {
    let first = phrase_start(units, last);
    let word = units[last].word();
    let article = units[first]
        .is_any(&["a", "an", "the", "one", "another", "two", "several", "some", "senior", "many"]);
    let described = article || last > first || word.ends_with('s');
    // “the spokesman”, “the Kremlin’s spokesman”, “the Kremlin spokesman”: perhaps one who is named.
    let some = units[first].is_any(&["a", "an", "one", "another", "two", "several", "some", "senior"]);
    if word.starts_with("spokes") && !some && !word.ends_with('s') && (first < last || first == 0) {
        return Some(Subject { who: Who::Office(word.to_owned(), None), first, end });
    }
    // “the two officials”
    if units[first].is_any(&["the", "both"])
        && units[first..last].iter().any(|u| u.is_any(&["two", "three", "both"]))
        && word.ends_with('s')
    {
        return Some(Subject { who: Who::Group(Vec::new()), first, end });
    }
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
