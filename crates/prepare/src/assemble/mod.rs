//! Puts prepared documents together: order, ids, copies, meetings with their accounts, the overview.
//!
//! Knows no text but to find copies: all else that is read here are cards, marks and the meetings as
//! each document tells them. The order in which documents come makes no difference.

mod duplicates;
mod ids;
mod meetings;
mod overview;
#[cfg(test)]
mod tests;

use readout_corpus::{Corpus, Day, Document, Warning};

use crate::corrections::untold;
use crate::{PreparedDocument, Settings};

/// Assembles a corpus. The order in which the documents come makes no difference.
pub fn assemble(
    settings: &Settings,
    documents: impl IntoIterator<Item = PreparedDocument>,
    warnings: Vec<Warning>,
) -> Corpus {
    let mut warnings = warnings;
    let mut outcomes = Vec::new();
    let mut prepared: Vec<PreparedDocument> = documents.into_iter().collect();
    prepared.sort_by(|a, b| key(a).cmp(&key(b)));
    for document in &mut prepared {
        warnings.append(&mut document.warnings);
        outcomes.append(&mut document.corrections);
    }
    warnings.extend(untold(settings, outcomes));
    ids::give(prepared.iter_mut().map(|p| &mut p.document.card));
    duplicates::find(&mut prepared);
    let meetings = meetings::group(settings, &mut prepared);
    let documents: Vec<Document> = prepared.into_iter().map(|p| p.document).collect();
    let overview = overview::of(settings, &documents, &meetings, warnings);
    Corpus { overview, documents, meetings }
}

/// Documents are ordered by their first known date, those without one last, then by file and by
/// what is in them.
fn key(prepared: &PreparedDocument) -> (bool, Option<Day>, &str, &str, &str) {
    let card = &prepared.document.card;
    let told = prepared.meetings.first().map(|meeting| meeting.days.from);
    let day = card.dateline.as_ref().and_then(|d| d.date).into_iter().chain(card.published).chain(told).min();
    (day.is_none(), day, &card.file, &card.sha256, &card.id)
}
