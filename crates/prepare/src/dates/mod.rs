//! Finds the dates that a text names and resolves each to calendar days.

pub(crate) mod absolute;

use readout_corpus::{DateMention, Document};

/// The dates named in a document, ordered by span.
pub(crate) fn find(_document: &Document) -> Vec<DateMention> {
    Vec::new()
}
