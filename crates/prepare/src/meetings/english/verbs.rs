//! “X met with Y”, “X held talks with Y”, “X received Y”, “X was received by Y”, “X and Y met”.

use super::people::{companions, hosts, leads_to_person, named, office_at, person, with_after};
use super::words::{
    CALLED_WHEN, DIRECT, EACH, ENDS, HELD, IN_A_ROW, JOINED, MEETING, NAMES_TOO, NOT_YET, PAST, REMOTE,
    TALKED, TO_COME, WITH,
};
use super::{Sentence, found, with_each};
use crate::meetings::events::Found;
use crate::statements::{Kind, Unit, Who, ending_at, head, is_office, subject_before};

/// How far behind its verb a meeting is named, at most (“held a Japan–Italy foreign ministers’ call”).
const NOUN_WITHIN: usize = 8;

/// The meetings that the verb at `at` tells of.
pub(super) fn find(sentence: Sentence<'_>, at: usize) -> Option<Vec<Found>> {
    let Sentence { units, title, .. } = sentence;
    let word = units[at].word();
    let before = at.checked_sub(1).map_or("", |b| units[b].word());
    let going_on = matches!(word, "meeting" | "speaking");
    if at == 0 && word == "speaking" {
        return speaking_to(sentence).map(|found| vec![found]);
    }
    let headline = title && matches!(word, "speak" | "talk");
    if !(headline || [WITH, HELD, DIRECT, TALKED].iter().any(|verbs| units[at].is_any(verbs)))
        || NOT_YET.contains(&before)
        || before == "last"
        || (before == "had" && WITH.contains(&word))
        || going_on && !matches!(before, "is" | "are" | "was" | "were")
        || units[at.saturating_sub(3)..at].iter().any(|u| u.is_any(&["will", "scheduled", "expected", "due"]))
        || going_on && units[at..].iter().take(12).any(|u| u.is_any(TO_COME))
    {
        return None;
    }
    if let Some(found) = received(sentence, at) {
        return Some(vec![found]);
    }
    let held = HELD.contains(&word) && units[at + 1..].iter().take(NOUN_WITHIN).any(|u| u.is_any(MEETING));
    let talked = talked_over(units, at);
    let others_at = if WITH.contains(&word) {
        with_after(units, at + 1, 9).or_else(|| {
            // “spoke to the prime minister”
            let to = (at + 1..units.len().min(at + 4)).find(|&to| units[to].is_any(&["to"]))?;
            (matches!(word, "spoke" | "speaks" | "talked") && leads_to_somebody(units, to + 1))
                .then_some(to + 1)
        })
    } else if held {
        with_after(units, at + 1, 14).or_else(|| {
            // “placed a call to the prime minister”
            let call = (at + 1..units.len().min(at + 7)).find(|&call| units[call].is_any(&["call"]))?;
            let to = call + 1;
            (units.get(to).is_some_and(|u| u.is_any(&["to"])) && leads_to_somebody(units, to + 1))
                .then_some(to + 1)
        })
    } else if talked {
        with_after(units, at + 1, 20).filter(|&with| leads_to_person(units, with))
    } else {
        None
    };
    let others_at = others_at.or_else(|| (DIRECT.contains(&word) && is_met(units, at)).then_some(at + 1));
    let subject = subject_before(units, at)?;
    // “A and B met in Vienna”
    let mut people = match &subject.who {
        Who::People(people) => people.clone(),
        _ => Vec::new(),
    };
    let mut first = subject.first;
    // “A, B hold talks”, as headlines have it
    while title && first >= 2 && units[first - 1].kind == Kind::Comma && !people.is_empty() {
        match ending_at(units, first - 1) {
            Some(before) if matches!(before.who, Who::People(_)) => {
                if let Who::People(more) = before.who {
                    people.splice(0..0, more);
                }
                first = before.first;
            }
            _ => break,
        }
    }
    // “… when they met”: those before are meant.
    let they = sentence.first && matches!(&subject.who, Who::Group(places) if places.is_empty());
    let both = people.len() > 1 || they || matches!(subject.who, Who::Holders { .. } | Who::Together(_));
    let together = others_at.is_none()
        && (matches!(word, "met" | "meet" | "spoke" | "talked" | "gathered") || held || headline || talked)
        && both;
    let others_at = others_at.or(together.then_some(at + 1))?;
    let pronoun = sentence.first && matches!(subject.who, Who::Single { .. });
    let row = row_of_hosts(sentence, at);
    let people = if row.len() > people.len() { row } else { people };
    let hosts = if people.is_empty() { hosts(sentence, at, subject.who, &[]) } else { people };
    // “after he met with X”, “the man who met with X”: told on the way.
    let left = first.checked_sub(1).map_or("", |b| units[b].word());
    // “The agency reported on Monday that X met with Y”
    let told = left == "that" && units[first.saturating_sub(TOLD_WITHIN)..first].iter().any(is_telling);
    // “He stressed …, as he met with X”: what he said he said there.
    let there = pronoun && matches!(left, "as" | "when" | "while") && PAST.contains(&word);
    let there = told || there || they && left == "when";
    let on_the_way = ENDS.contains(&left) && !there;
    if on_the_way || (hosts.is_empty() && !title) || (they && hosts.len() < 2) {
        return None;
    }
    let (others, end) = if together { (Vec::new(), at + 1) } else { companions(sentence, others_at, &hosts) };
    if word != "met" && DIRECT.contains(&word) && others.is_empty() {
        return None;
    }
    // When it was told is not when it was.
    let from = if told { first } else { 0 };
    let each = units[at..end].iter().any(|u| u.is_any(EACH));
    if each && hosts.len() == 1 && others.len() > 1 {
        return with_each(&units[from..], &hosts, others, end - from);
    }
    found(&units[from..], hosts, others, end - from, 1).map(|found| vec![found])
}

/// “X, together with Y and as well as Z, met”: those of different sides who are named in a row up to the verb.
fn row_of_hosts(sentence: Sentence<'_>, verb: usize) -> Vec<String> {
    let Sentence { units, cast, .. } = sentence;
    let in_a_row = |unit: &Unit| {
        matches!(unit.kind, Kind::Person(_) | Kind::Place(_) | Kind::Nation(_) | Kind::Comma)
            || unit.capital
            || is_office(unit.word())
            || unit.is_any(JOINED)
            || unit.is_any(IN_A_ROW)
    };
    if !units[..verb].iter().any(|u| u.is_any(JOINED)) || !units[..verb].iter().all(in_a_row) {
        return Vec::new();
    }
    let mut row: Vec<String> = Vec::new();
    for name in units[..verb].iter().filter_map(person) {
        if row.iter().all(|known| cast.side(known) != cast.side(&name)) {
            row.push(name);
        }
    }
    row
}

/// “Speaking to X on Friday, Y said”, of two sides: no reporter asked him.
fn speaking_to(sentence: Sentence<'_>) -> Option<Found> {
    let Sentence { units, cast, .. } = sentence;
    let comma = units.iter().position(|u| u.kind == Kind::Comma)?;
    if !units.get(1)?.is_any(&["to", "with"]) || !leads_to_person(&units[..comma], 2) {
        return None;
    }
    let (others, end) = named(&units[..comma], 2);
    let Who::People(speakers) = head(&units[comma + 1..])?.who else { return None };
    let side = |people: &[String]| people.first().and_then(|name| cast.side(name)).map(str::to_owned);
    let apart = matches!((side(&others), side(&speakers)), (Some(a), Some(b)) if a != b);
    if apart { found(units, speakers, others, end, 2) } else { None }
}

/// How many units before a “that” a verb of telling stands, at most (“reported late on Monday that”).
const TOLD_WITHIN: usize = 7;

fn is_telling(unit: &Unit) -> bool {
    unit.is_any(&["said", "says", "reported", "reports", "announced", "confirmed", "told", "stated", "noted"])
}

/// “X was received by Y”.
fn received(sentence: Sentence<'_>, at: usize) -> Option<Found> {
    let units = sentence.units;
    let passive = at >= 1 && units[at - 1].is_any(&["was", "were"]);
    if !passive || !units[at].is_any(&["received", "hosted", "welcomed"]) {
        return None;
    }
    let by = (at + 1..units.len().min(at + 6)).find(|&by| units[by].is_any(&["by"]))?;
    if !leads_to_person(units, by + 1) {
        return None;
    }
    let guests = hosts(sentence, at, subject_before(units, at)?.who, &[]);
    let (mut people, end) = named(units, by + 1);
    people.extend(guests.into_iter().filter(|guest| !people.contains(guest)).collect::<Vec<_>>());
    found(units, people, Vec::new(), end, 2)
}

/// Whether a person is named here, with or without titles, or an office (“the President of X, Y”).
fn leads_to_somebody(units: &[Unit], at: usize) -> bool {
    leads_to_person(units, at) || office_at(units, at).is_some()
}

/// Whether the object of a verb is somebody whom the subject met.
fn is_met(units: &[Unit], verb: usize) -> bool {
    let at = verb + 1;
    if !leads_to_somebody(units, at) {
        return false;
    }
    // “called X a thug”
    let person = (at..units.len()).find(|&p| matches!(units[p].kind, Kind::Person(_)));
    let behind = person.and_then(|p| units.get(p + 1));
    !NAMES_TOO.contains(&units[verb].word())
        || behind.is_none_or(|u| u.is_any(CALLED_WHEN) || matches!(u.kind, Kind::Comma))
}

/// “discussed trade in a phone conversation”, “discussed trade by phone”: whether those who talk do so at
/// a meeting.
fn talked_over(units: &[Unit], verb: usize) -> bool {
    let clause =
        units[verb + 1..].iter().take_while(|u| !u.is_any(&["would", "will", "that", "which", "who"]));
    let end = verb + 1 + clause.count();
    TALKED.contains(&units[verb].word())
        && (verb + 1..end).any(|at| {
            let rest = &units[at + 1..];
            let named = units[at].is_any(&["in", "during", "over", "at"])
                && rest.first().is_some_and(|u| u.is_any(&["a", "an", "the", "their"]))
                && rest.iter().take(4).position(|u| u.is_any(MEETING)).is_some_and(|noun| {
                    rest[..noun].iter().all(|u| !u.word().is_empty() || u.kind == Kind::Comma)
                });
            named || units[at].is_any(&["by", "via"]) && rest.first().is_some_and(|u| u.is_any(REMOTE))
        })
}
