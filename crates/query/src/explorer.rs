//! An opened corpus, ready for questions.

use readout_corpus::{Card, Document, Meeting, Overview};

use crate::{Answer, Facet, Hit, Request, Snippet};

/// A corpus and its index, opened from the bytes of a bundle.
#[derive(Debug)]
pub struct Explorer {}
