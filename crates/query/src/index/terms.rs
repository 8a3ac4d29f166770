//! The table of terms: how many documents have a term, and where its postings lie.
//!
//! Number of terms, then for every 64th the byte in the entries, the postings and the positions that
//! it starts at (u32, little-endian), then the entries: document frequency, bytes of postings, bytes
//! of positions. A look-up starts at the nearest mark and adds lengths up.

use core::ops::Range;

use readout_corpus::BundleError;

use super::bytes::{Reader, put, size};
use super::{TERMS, broken};

const EVERY: usize = 64;
const MARK: usize = 12;

/// A term's entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Number of documents that have it, at least 1.
    pub(crate) documents: u32,
    /// Bytes of its postings.
    pub(crate) postings: Range<usize>,
    /// Bytes of its positions.
    pub(crate) positions: Range<usize>,
}

/// Writes the table, for terms in order: document frequency, bytes of postings and of positions.
pub(super) fn write(terms: &[(u32, usize, usize)]) -> Vec<u8> {
    let mut entries = Vec::new();
    let mut marks = Vec::new();
    let (mut postings, mut positions) = (0, 0);
    for (n, &(documents, posting_bytes, position_bytes)) in terms.iter().enumerate() {
        if n % EVERY == 0 {
            for at in [entries.len(), postings, positions] {
                marks.extend_from_slice(&size(at).to_le_bytes());
            }
        }
        put(&mut entries, documents);
        put(&mut entries, size(posting_bytes));
        put(&mut entries, size(position_bytes));
        postings += posting_bytes;
        positions += position_bytes;
    }
    let mut out = size(terms.len()).to_le_bytes().to_vec();
    out.extend(marks);
    out.extend(entries);
    out
}

/// The table in its section's bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms<'a> {
    count: u32,
    marks: &'a [u8],
    entries: &'a [u8],
}

impl<'a> Terms<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, BundleError> {
        let short = || broken(TERMS, "the table is cut short");
        let (count, rest) = bytes.split_first_chunk().ok_or_else(short)?;
        let count = u32::from_le_bytes(*count);
        let marks = (count as usize).div_ceil(EVERY).checked_mul(MARK).ok_or_else(short)?;
        let (marks, entries) = rest.split_at_checked(marks).ok_or_else(short)?;
        Ok(Self { count, marks, entries })
    }

    /// Number of terms.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// The entry of a term by its number.
    pub(crate) fn entry(&self, term: u32) -> Result<Entry, BundleError> {
        if term >= self.count {
            return Err(broken(TERMS, "a term has no entry"));
        }
        let row = term as usize / EVERY * MARK;
        let mark = |n: usize| {
            let bytes = self.marks[row + 4 * n..].first_chunk().expect("a mark has twelve bytes");
            u32::from_le_bytes(*bytes) as usize
        };
        let (mut postings, mut positions) = (mark(1), mark(2));
        let entries = self.entries.get(mark(0)..);
        let mut reader = Reader::new(TERMS, entries.ok_or_else(|| broken(TERMS, "a mark leads nowhere"))?);
        let after = |start: usize, length: u32| {
            start.checked_add(length as usize).ok_or_else(|| broken(TERMS, "a number is too large"))
        };
        for _ in 0..term as usize % EVERY {
            reader.number()?;
            postings = after(postings, reader.number()?)?;
            positions = after(positions, reader.number()?)?;
        }
        let documents = reader.number()?;
        let postings = postings..after(postings, reader.number()?)?;
        let positions = positions..after(positions, reader.number()?)?;
        Ok(Entry { documents, postings, positions })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back() {
        let terms: Vec<(u32, usize, usize)> = (0..200).map(|n| (n + 1, n as usize % 7, 300)).collect();
        let bytes = write(&terms);
        let table = Terms::open(&bytes).unwrap();
        let mut at = 0;
        for (n, &(documents, postings, _)) in (0..).zip(&terms) {
            let start = n as usize * 300;
            let expect = Entry { documents, postings: at..at + postings, positions: start..start + 300 };
            assert_eq!(table.entry(n), Ok(expect));
            at += postings;
        }
        assert!(table.entry(200).is_err());
        assert!(Terms::open(&bytes[..20]).is_err());
    }
}
