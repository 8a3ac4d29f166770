//! Finds people, organisations and places, and who a document speaks for.

use readout_corpus::{Document, Mention};

use crate::Settings;

/// The names in a document, ordered by span.
pub(crate) fn find(_document: &Document, _settings: &Settings) -> Vec<Mention> {
    Vec::new()
}

/// The side whose voice a document without a known source has, where its wording shows it.
pub(crate) fn side_shown(_document: &Document, _settings: &Settings) -> Option<String> {
    None
}
