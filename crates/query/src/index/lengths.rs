//! The documents' lengths, for ranking: number of documents, then for each one its words and those of
//! its title.

use readout_corpus::BundleError;

use super::LENGTHS;
use super::bytes::{Reader, put, size};

/// Writes the lengths of all documents: words, and words of the title.
pub(super) fn write(lengths: &[(u32, u32)]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, size(lengths.len()));
    for &(words, title) in lengths {
        put(&mut out, words);
        put(&mut out, title);
    }
    out
}

/// The lengths of all documents.
#[derive(Debug)]
pub(crate) struct Lengths {
    /// Words of each document, and of its title.
    documents: Vec<(u32, u32)>,
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
            let (words, title) = (reader.number()?, reader.number()?);
            if title > words {
                return Err(reader.broken("a title is longer than its document"));
            }
            documents.push((words, title));
        }
        reader.end()?;
        let sum: u64 = documents.iter().map(|&(words, _)| u64::from(words)).sum();
        let mean = (sum as f32 / documents.len().max(1) as f32).max(1.0);
        Ok(Self { documents, mean })
    }

    /// Words of a document.
    pub(crate) fn words(&self, document: u32) -> u32 {
        self.documents.get(document as usize).map_or(0, |length| length.0)
    }

    /// Words of a document's title: the position where the title ends.
    pub(crate) fn title(&self, document: u32) -> u32 {
        self.documents.get(document as usize).map_or(0, |length| length.1)
    }
}
