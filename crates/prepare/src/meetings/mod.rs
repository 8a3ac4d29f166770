//! Finds the meetings that one document tells of, and which of its sentences tell of each.

use readout_corpus::Document;

use crate::{Settings, ToldMeeting};

/// The meetings told of, in order of appearance. Also sets each statement's `meeting` to the index
/// of its meeting, as text.
pub(crate) fn find(_document: &mut Document, _settings: &Settings) -> Vec<ToldMeeting> {
    Vec::new()
}
