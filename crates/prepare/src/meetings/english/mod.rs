//! How English says that people met: by a verb (“held talks with”, “was received by”) or by the name of
//! what they held (“X’s call with Y”, “said during a meeting with Y”).

mod nouns;
mod people;
mod verbs;
mod words;

pub(crate) use words::telling;

use readout_corpus::Span;

use super::events::Found;
use crate::Settings;
use crate::statements::{Cast, Unit, Who, head, unquoted};
use words::{BACK, ENDS, REMOTE};

/// Words of a sentence that speaks of a meeting.
pub(super) const TALKS: &[&str] =
    &[" talks ", " meeting ", " call ", " conversation ", " summit ", " met ", " spoke "];

/// A sentence that is read for who met.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'s> {
    /// Its units.
    pub(super) units: &'s [Unit],
    /// Whether it is the title.
    pub(super) title: bool,
    /// Whether no sentence before it told of a meeting: then its quotations and what it only goes on
    /// from are read, too.
    pub(super) first: bool,
    /// Who receives, where a title only says whom: the first who speaks in a transcript.
    pub(super) host: Option<&'s str>,
    /// The sentence before it, of whose subject “he” is said.
    pub(super) earlier: &'s [Unit],
    /// The people of the document.
    pub(super) cast: &'s Cast,
    /// What is known of people and places.
    pub(super) settings: &'s Settings,
}

/// “Participants in the call included X and Y”: who else was there.
pub(super) fn joined(units: &[Unit]) -> Vec<String> {
    let opens = units.first().is_some_and(|u| u.is_any(&["participants", "attendees"]))
        || units.get(1).is_some_and(|u| u.is_any(&["participants", "attendees"]));
    let included = units.iter().take(8).position(|u| u.is_any(&["included", "were"]));
    match included.filter(|_| opens) {
        Some(at) => people::named(units, at + 1).0,
        None => Vec::new(),
    }
}

/// The meetings that a sentence says took place: one, or one with each guest.
pub(super) fn find(sentence: Sentence<'_>) -> Vec<Found> {
    // “2. Minister X met …”: the number of a paragraph is no part of its sentence.
    let numbers = sentence.units.iter().take_while(|u| u.word().starts_with(|c: char| c.is_ascii_digit()));
    let units = &sentence.units[numbers.count().min(1)..];
    let goes_back = |words: &&[&str]| words.iter().zip(units).all(|(word, unit)| unit.word() == *word);
    if BACK.iter().any(goes_back) {
        return Vec::new();
    }
    let told = |units: &[Unit]| {
        let sentence = Sentence { units, ..sentence };
        (0..units.len())
            .filter(|&at| !units[at].quoted && units[at].tells_meeting())
            .find_map(|at| verbs::find(sentence, at).or_else(|| nouns::find(sentence, at)))
    };
    let unquoted = || if sentence.first { told(&unquoted(units)) } else { None };
    told(units).or_else(unquoted).unwrap_or_default()
}

/// The one person who is the subject of a sentence.
fn one_subject(units: &[Unit]) -> Option<String> {
    let Some(Who::People(people)) = head(units).map(|subject| subject.who) else { return None };
    <[String; 1]>::try_from(people).ok().map(|[one]| one)
}

/// One meeting of the hosts with each guest.
fn with_each(units: &[Unit], hosts: &[String], guests: Vec<String>, end: usize) -> Option<Vec<Found>> {
    guests.into_iter().map(|guest| found(units, hosts.to_vec(), vec![guest], end, 2)).collect()
}

/// What was found: these people, and the clause up to where the words end that name them.
fn found(
    units: &[Unit],
    mut people: Vec<String>,
    others: Vec<String>,
    end: usize,
    least: usize,
) -> Option<Found> {
    for other in others {
        if !people.contains(&other) {
            people.push(other);
        }
    }
    if people.len() < least {
        return None;
    }
    // A date may stand before the subject (“On November 22, …”) or end the sentence.
    let last = (end..units.len()).find(|&at| units[at].is_any(ENDS)).unwrap_or(units.len());
    let start = units.first().map_or(0, |u| u.span.start as usize);
    let stop = units.get(last.saturating_sub(1)).map_or(start, |u| u.span.end as usize);
    let remote = units[..last].iter().any(|u| u.is_any(REMOTE))
        || units[..last].iter().any(|u| u.is_any(&["spoke", "speaks"]))
            && !units[..last].iter().any(|u| u.is_any(&["met"]));
    Some(Found { participants: people, clause: Span::new(start, stop), remote })
}
