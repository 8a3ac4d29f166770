//! From a source document to its text: title, publisher, dates, paragraphs and sentences, each with
//! its place in the file; menus, notices and lists of other stories are left out.

use readout_corpus::{Document, Warning};

use crate::{Settings, SourceDocument};

/// Lays out a document: everything of it but the marks.
pub(crate) fn lay_out(
    _source: &SourceDocument,
    _settings: &Settings,
    _warnings: &mut Vec<Warning>,
) -> Document {
    Document::default()
}
