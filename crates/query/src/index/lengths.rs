//! The documents' lengths, for ranking: number of documents, then for each one its words that are shown,
//! those of its title, and those that are counted without being shown.

use readout_corpus::BundleError;

use super::LENGTHS;
use super::bytes::{Reader, put, size};
use super::postings::Count;

/// Writes the lengths of all documents.
pub(super) fn write(lengths: &[Count]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, size(lengths.len()));
    for &Count { shown, title, withheld } in lengths {
        [shown, title, withheld].into_iter().for_each(|words| put(&mut out, words));
    }
    out
}

/// The lengths of all documents.
#[derive(Debug)]
pub(crate) struct Lengths {
    /// Words of each document.
    documents: Vec<Count>,
    /// Mean number of words, at least 1.
    pub(crate) mean: f32,
}

impl Lengths {
    /// Decodes the lengths of `count` documents.
    pub(crate) fn open(bytes: &[u8], count: u32) -> Result<Self, BundleError> {
        let mut reader = Reader::new(LENGTHS, bytes);
        if reader.number()? != count {
            return Err(reader.broken("it has another number of documents than the catalogue"));
        }
        let mut documents = Vec::with_capacity(count as usize);
        for _ in 0..count {
            let (shown, title, withheld) = (reader.number()?, reader.number()?, reader.number()?);
            if title > shown {
                return Err(reader.broken("a title is longer than its document"));
            }
            documents.push(Count { shown, title, withheld });
        }
        reader.end()?;
        let sum: u64 = documents.iter().map(|words| u64::from(words.shown) + u64::from(words.withheld)).sum();
        let mean = (sum as f32 / documents.len().max(1) as f32).max(1.0);
        Ok(Self { documents, mean })
    }

    /// Words of a document, those that are not shown included.
    pub(crate) fn words(&self, document: u32) -> u32 {
        let words = self.of(document);
        words.shown.saturating_add(words.withheld)
    }

    /// Words of a document's title: the position where the title ends.
    pub(crate) fn title(&self, document: u32) -> u32 {
        self.of(document).title
    }

    /// Whether words of a document are counted that are not shown.
    pub(crate) fn counts_withheld(&self, document: u32) -> bool {
        self.of(document).withheld > 0
    }

    fn of(&self, document: u32) -> Count {
        self.documents.get(document as usize).copied().unwrap_or_default()
    }
}
