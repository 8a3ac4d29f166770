//! Subjects that stand behind their cue: “…,” said Foreign Minister X; according to the ministry.

use super::cues::Cue;
use super::subjects::{self, Subject, Who};
use super::units::{Kind, Unit};
use super::words;

/// The subject that begins at unit `at`, behind its cue.
pub(super) fn after(units: &[Unit], at: usize) -> Option<Subject> {
    pictured(units, at).or_else(|| named_after(units, at))
}

/// “A smiling, relaxed looking Mr X”: a name behind words that say how somebody looked.
fn pictured(units: &[Unit], at: usize) -> Option<Subject> {
    const LONGEST: usize = 8;
    units.get(at).filter(|unit| unit.is_any(&["a", "an"]))?;
    let name = (at + 1..units.len().min(at + LONGEST))
        // “according to a statement X made”, “said a spokesman for X”
        .take_while(|&at| {
            let others = [&words::PREPOSITIONS, &words::NAMELESS, &words::INSTITUTIONS];
            !others.iter().any(|table| units[at].is_in(table)) && units[at].kind != Kind::Quote
        })
        .find(|&at| matches!(units[at].kind, Kind::Person(_)))?;
    let described = !units[at + 1].capital;
    described.then(|| subjects::ending_at(units, name + 1)).flatten()
}

/// “X was blunt: “…””: somebody before a colon and a quotation. The colon stands for the verb.
pub(super) fn leads_to_quotation(units: &[Unit]) -> Option<(Cue, Subject)> {
    let colon = units.windows(2).position(|two| two[0].kind == Kind::Colon && two[1].kind == Kind::Quote)?;
    let speaks = |s: &Subject| matches!(s.who, Who::People(_) | Who::Office(..) | Who::Single { .. });
    let subject = subjects::head(&units[..colon]).filter(speaks)?;
    Some((Cue::plain(colon, colon + 1), subject))
}

/// Titles, then a name.
fn named_after(units: &[Unit], at: usize) -> Option<Subject> {
    for end in at + 1..=units.len().min(at + 12) {
        if units[end - 1].kind == Kind::Comma {
            break;
        }
        if let Some(subject) = subjects::ending_at(units, end)
            && subject.first == at
            && !units.get(end).is_some_and(|unit| matches!(unit.kind, Kind::Person(_) | Kind::Genitive))
            && !titles_go_on(units, end)
        {
            return Some(subject);
        }
    }
    None
}

/// “Chinese Foreign Minister Wang Yi”, “the foreign ministry official”: a place, office or
/// organisation that only leads to a name or a noun.
fn titles_go_on(units: &[Unit], end: usize) -> bool {
    units.get(end).is_some_and(|unit| {
        [&words::NAMELESS, &words::OFFICES, &words::TEXTS].iter().any(|table| unit.is_in(table))
    }) || (end..units.len().min(end + 8))
        .take_while(|&at| units[at].kind != Kind::Comma && !matches!(units[at].kind, Kind::Quote))
        .any(|at| matches!(units[at].kind, Kind::Person(_)) && subjects::titles_start(units, at) <= end)
}
