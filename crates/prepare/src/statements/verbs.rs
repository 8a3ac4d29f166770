//! Where the verb of a cue begins when other verbs lead on to it (“went on to stress”), and what a
//! meeting was held for (“met to discuss”).

use super::cues::{self, Gives};
use super::subjects::Subject;
use super::units::Unit;

/// “Has not ruled out”: what is not ruled out is said.
pub(super) fn not_excluded(units: &[Unit], cue: usize) -> bool {
    units[cue].is_any(&["ruled", "rule"]) && units[cue - 1].is_any(&["not"])
}

/// Where the verb begins that leads on to a cue: “went on to stress”, “are said to have agreed”. Else
/// the cue itself.
pub(super) fn goes_on(units: &[Unit], cue: usize) -> usize {
    // “are believed to have agreed”
    if cue >= 3
        && units[cue - 1].is_any(&["have"])
        && units[cue - 2].is_any(&["to"])
        && units[cue - 3].is_any(&["believed", "reported", "said", "known", "understood", "thought"])
    {
        return cue - 3;
    }
    // “was quoted as saying”
    if cue >= 1 && units[cue].is_any(&["quoted", "cited"]) && units[cue - 1].is_any(&["was", "is", "were"]) {
        return cue - 1;
    }
    if cue >= 1 && not_excluded(units, cue) {
        return cue - 1;
    }
    let to = cue.checked_sub(1).filter(|&to| units[to].is_any(&["to"]));
    let Some(last) = to.and_then(|to| to.checked_sub(1)) else { return cue };
    let on = last.checked_sub(1).filter(|_| units[last].is_any(&["on"]));
    match on {
        Some(went) if units[went].is_any(&["went", "goes", "moved"]) => went,
        None if units[last].is_any(&["continued", "continues", "proceeded"]) => last,
        None if units[last].is_any(&["appeared", "appears"]) && units[cue].is_any(&["say"]) => last,
        _ => cue,
    }
}

/// “to discuss A and reaffirm B”: whether an “and” goes on with a purpose.
pub(super) fn follows_purpose(units: &[Unit], at: usize) -> bool {
    (0..at).rev().take(14).any(|back| {
        units[back].is_any(&["to"]) && cues::at(units, back + 1).is_some_and(|c| c.gives == Gives::Topic)
    })
}

/// Whether the words between subject and “to” tell of a meeting held for the purpose.
pub(super) fn purposeful(units: &[Unit], subject: &Subject, to: usize) -> bool {
    const HELD: &[&str] = &[
        "met",
        "spoke",
        "talked",
        "held",
        "convened",
        "hosted",
        "called",
        "joined",
        "welcomed",
        "traveled",
        "participated",
        "attended",
        "received",
        "visited",
        "consulted",
        "conferred",
        "phoned",
        "telephoned",
        "meeting",
        "call",
    ];
    units.get(subject.end..to).is_some_and(|between| between.iter().any(|unit| unit.is_any(HELD)))
}
