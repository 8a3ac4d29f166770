//! Words that stand between a subject and its verb and only say more of it: “a statement on the
//! meeting said”, “X, who was in Y, said”, “the spokesman, X, said”.

use super::sides::nameless;
use super::subjects::{Subject, Who, ending_at, institution, office};
use super::units::{Kind, Unit};
use super::words::{BEHIND_OFFICES, BEHIND_PEOPLE, BEHIND_TEXTS, IT_SAYS, NAMELESS, OFFICES, TEXTS, Table};

/// “A statement on the meeting”, “the report published after the talks”: a text and what it is about.
pub(super) fn text_about(units: &[Unit], end: usize) -> Option<Subject> {
    let last = noun_before(units, end, &TEXTS, &BEHIND_TEXTS)?;
    institution(units, last, end)
}

/// “Two sources familiar with the talks”: nameless people and what they know.
pub(super) fn people_behind(units: &[Unit], end: usize) -> Option<Subject> {
    let last = noun_before(units, end, &NAMELESS, &BEHIND_PEOPLE)?;
    nameless(units, last, end)
}

/// “China’s envoy to the talks”: an office and what it is for.
pub(super) fn office_for(units: &[Unit], end: usize) -> Option<Subject> {
    office(units, noun_before(units, end, &OFFICES, &BEHIND_OFFICES)?, end)
}

/// The noun of a table that stands before unit `end` with words behind it that one of `behind` opens.
fn noun_before(units: &[Unit], end: usize, nouns: &Table, behind: &Table) -> Option<usize> {
    const LONGEST: usize = 12;
    let last = (end.saturating_sub(LONGEST)..end)
        .rev()
        .take_while(|&at| {
            let parts = matches!(units[at].kind, Kind::Comma | Kind::Quote) || units[at].is_any(&["that"]);
            // “The statement about the call said X told …”: a verb of its own.
            let tells = !units[at].is_in(behind) && units[at].is_in(&IT_SAYS);
            !units[at].quoted && !parts && !tells
        })
        .find(|&at| units[at].is_in(nouns))?;
    let next = units.get(last + 1..end)?.first()?;
    next.is_in(behind).then_some(last)
}

/// Whether what stands between two commas only says more of the name before it.
pub(super) fn opens_apposition(units: &[Unit], open: usize, end: usize) -> bool {
    let Some(first) = units.get(open + 1) else { return false };
    let inside = &units[open + 1..end - 1];
    // “X, speaking in Seoul, said”
    let participle = first.word().len() > 4 && first.word().ends_with("ing");
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
        "also",
        "his",
        "her",
        "as",
        "too",
        "special",
        "at",
        "after",
        "currently",
        "now",
        "accompanied",
        "flanked",
        "asked",
        "himself",
        "herself",
        "one",
        "with",
        "during",
        "before",
        "under",
        "from",
        "by",
        "alongside",
        "without",
        "unlike",
        "despite",
        "through",
    ]) || participle
        || matches!(first.kind, Kind::Place(_) | Kind::Nation(_) | Kind::Organisation(_))
        || inside.iter().any(|unit| unit.is_in(&OFFICES))
}

/// “The government spokesman, X, declined …”: the name that stands behind a role, between commas.
pub(super) fn named_behind(units: &[Unit], role: Subject) -> Subject {
    const LONGEST: usize = 10;
    if !matches!(role.who, Who::Unnamed(_) | Who::Office(..))
        || !units.get(role.end).is_some_and(|unit| unit.kind == Kind::Comma)
    {
        return role;
    }
    let close = (role.end + 1..units.len().min(role.end + LONGEST)).find(|&at| units[at].kind == Kind::Comma);
    match close.and_then(|close| ending_at(units, close)) {
        Some(named)
            if matches!(named.who, Who::People(_))
                && named.first > role.end
                && units[role.end + 1..named.first].iter().all(|unit| unit.capital) =>
        {
            Subject { first: role.first, ..named }
        }
        _ => role,
    }
}
