//! Parts a sentence in which two people speak one after the other: “A said …, and B replied …”. Only
//! where the second clause has a subject and a cue of its own and cannot be told by the first.

use super::cues::{self, Gives, Strength};
use super::english;
use super::reading::Reading;
use super::subjects::{self, Who};
use super::units::{Kind, Unit};

/// Words from one clause's subject to its verb, at most.
const LONGEST_SUBJECT: usize = 14;

/// Words that open a sentence whose main clause follows a comma.
const OPENING: &[&str] = &["while", "whereas", "although", "though"];

/// What the two clauses show, if there are two.
pub(super) fn read(units: &[Unit]) -> Option<(Reading, Reading)> {
    // “While A said …, B replied …”
    let opening = usize::from(units.first().is_some_and(|unit| unit.is_any(OPENING)));
    (3..units.len()).filter(|&at| joins(units, at, opening > 0)).find_map(|at| {
        let second = english::read(&units[at + 1..]).filter(speaks)?;
        let first = english::read(&units[opening..at]).filter(speaks)?;
        // What is told inside the first one's words may go on behind the “and”.
        (first.inner.is_empty() && first.who != second.who).then_some((first, second))
    })
}

/// Whether a word joins a clause to the one before, and a speaker and a cue stand right behind it.
fn joins(units: &[Unit], at: usize, opening: bool) -> bool {
    let comma = units[at - 1].kind == Kind::Comma;
    let joint = match opening {
        true => units[at].kind == Kind::Comma,
        false => units[at].is_any(&["while", "whereas"]) || (comma && units[at].is_any(&["and", "but"])),
    };
    if !joint || units[at].quoted {
        return false;
    }
    let limit = units.len().min(at + 2 + LONGEST_SUBJECT);
    (at + 2..limit).filter(|&verb| !units[verb].quoted).any(|verb| {
        cues::at(units, verb).is_some_and(|cue| {
            cue.strength == Strength::Speech && cue.gives == Gives::Content && !cue.participle
        }) && subjects::before(units, verb).is_some_and(|subject| subject.first == at + 1)
    })
}

/// Whether one person speaks, before the words.
fn speaks(reading: &Reading) -> bool {
    let one = match &reading.who {
        Some(Who::People(people)) => people.len() == 1,
        who => matches!(who, Some(Who::Single { .. } | Who::Office(..))),
    };
    one && !reading.weak && !reading.trails && reading.gives == Gives::Content
}
