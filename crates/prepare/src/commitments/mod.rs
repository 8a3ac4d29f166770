//! Finds what is agreed, promised or planned.

use readout_corpus::{Commitment, Document};

/// The commitments in a document, ordered by sentence.
pub(crate) fn find(_document: &Document) -> Vec<Commitment> {
    Vec::new()
}
