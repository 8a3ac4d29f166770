//! From a query to documents: `resolve` turns an expression into leaves with terms of the
//! dictionary, `leaf` finds where a leaf stands, `evaluate` combines them into documents with scores
//! and hits, `filter` applies facets and counts them, `variants` looks for other forms of phrases.

mod evaluate;
mod filter;
mod leaf;
mod resolve;
mod variants;

pub(crate) use evaluate::{Evaluation, places};
pub(crate) use filter::{Chosen, facet_counts};
pub(crate) use resolve::{Resolved, Resolver};
pub(crate) use variants::variants;

use readout_corpus::BundleError;

use crate::index::{Cursor, Lengths, Terms};

/// The sections that hold words, opened.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) terms: Terms<'a>,
    pub(crate) postings: &'a [u8],
    pub(crate) positions: &'a [u8],
    pub(crate) lengths: &'a Lengths,
    /// Number of documents.
    pub(crate) documents: u32,
}

impl<'a> Words<'a> {
    fn cursor(&self, term: u32) -> Result<Cursor<'a>, BundleError> {
        Cursor::open(&self.terms.entry(term)?, self.postings, self.positions, self.documents)
    }

    /// Number of documents that have a term.
    fn frequency(&self, term: u32) -> Result<u32, BundleError> {
        Ok(self.terms.entry(term)?.documents)
    }
}
