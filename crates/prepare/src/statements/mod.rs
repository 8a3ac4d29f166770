//! Finds who said what: speaker, cue, voice and mode, carried over following sentences.
//!
//! In three steps. A sentence is read on its own (`english`, `chinese`, `korean` give a
//! [`reading`]); what its subject means is settled among the people of the document (`cast`); a walk
//! over the sentences carries a speaker on where a text does so (`walk`). Which meeting a statement
//! belongs to is not decided here.

mod asides;
mod behind;
mod cast;
mod chinese;
mod clauses;
mod cues;
mod english;
mod grammar;
mod known;
mod korean;
mod labels;
mod lists;
mod own_words;
mod quotes;
mod reading;
mod sides;
mod subjects;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod units;
mod verbs;
mod walk;
mod words;

pub(crate) use cast::Cast;
pub(crate) use chinese::{begins_with_cue, printed_speaker};
pub(crate) use grammar::Grammar;
pub(crate) use known::side_of_place;
pub(crate) use korean::{
    has_no_subject as korean_has_no_subject, holders_of_an_office as korean_holders,
    subject as korean_subject,
};
pub(crate) use quotes::Quotations;
pub(crate) use subjects::{Who, before as subject_before, ending_at, head, is_office, titles_start};
pub(crate) use units::{Kind, Unit, unquoted};

use readout_corpus::{Document, Mode, Statement, Voice};

use crate::Settings;

/// Whether a cue begins at unit `at`.
pub(crate) fn cue_at(units: &[Unit], at: usize) -> bool {
    cues::at(units, at).is_some_and(|cue| cue.strength == cues::Strength::Speech)
}

/// Whose voice these speakers have in a document.
pub(crate) fn voice_of(document: &Document, settings: &Settings, speakers: &[String]) -> Voice {
    walk::voice(document, settings, &Grammar::of(document, settings), speakers)
}

/// How the words of a sentence are given.
pub(crate) fn mode_of(document: &Document, sentence: u32) -> Mode {
    let Some(span) = document.sentences.get(sentence as usize).map(|s| s.span) else { return Mode::Indirect };
    quotes::mode(document, &Quotations::of(document), span.range(), &[], document.card.side.is_some())
}

/// The one person with a name whose words a document is, as its labels say, its title, or a line at its
/// head.
pub(crate) fn author(document: &Document, settings: &Settings) -> Option<String> {
    let labels = labels::of(document, settings, &Cast::default());
    let speakers = labels.into_values().flat_map(|label| label.speakers);
    let mut named = speakers.filter(|name| !walk::is_unnamed(name));
    named.next().filter(|one| named.all(|other| other == *one))
}

/// The statements in a document, ordered by sentence; `meeting` is left empty.
pub(crate) fn find(document: &Document, settings: &Settings, grammar: &Grammar) -> Vec<Statement> {
    walk::over(document, settings, grammar)
}
