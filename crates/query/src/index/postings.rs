//! Postings: for each term the documents that have it, how often, and at which positions.
//!
//! Documents rise and are stored as distances; blocks of 128 with, where there are more than one, a
//! list of skips before them: the block's last document, and its bytes of postings and positions. So
//! a search for a rare and a common word decodes only the blocks of the common word that matter.
//!
//! A block is its documents, then for each of them the frequency less one, doubled, plus one where the
//! term stands in the title; then follows the frequency in the title. Positions rise within a
//! document; the first is stored as it is, the others as distances.

use readout_corpus::BundleError;

use super::bytes::{Reader, put, size};
use super::terms::Entry;
use super::{POSITIONS, POSTINGS, broken};

const BLOCK: usize = 128;

/// A term's postings while they are being collected.
#[derive(Debug, Default)]
pub(super) struct List {
    documents: Vec<u32>,
    /// Frequency, and frequency in the title.
    frequencies: Vec<(u32, u32)>,
    positions: Vec<u32>,
}

impl List {
    /// Adds a place; documents and, within one, positions never fall.
    pub(super) fn add(&mut self, document: u32, position: u32, in_title: bool) {
        if self.documents.last() != Some(&document) {
            self.documents.push(document);
            self.frequencies.push((0, 0));
        }
        let (frequency, title) = self.frequencies.last_mut().expect("one was just added");
        *frequency += 1;
        *title += u32::from(in_title);
        self.positions.push(position);
    }

    /// Appends the list; gives its number of documents.
    pub(super) fn write(&self, postings: &mut Vec<u8>, positions: &mut Vec<u8>) -> u32 {
        let mut skips = Vec::new();
        let mut blocks = Vec::new();
        let (mut next, mut place) = (0, 0);
        for (documents, frequencies) in self.documents.chunks(BLOCK).zip(self.frequencies.chunks(BLOCK)) {
            let (start, start_of_positions) = (blocks.len(), positions.len());
            put(&mut skips, documents[documents.len() - 1] - next);
            for &document in documents {
                put(&mut blocks, document - next);
                next = document + 1;
            }
            for &(frequency, title) in frequencies {
                put(&mut blocks, (frequency - 1) << 1 | u32::from(title > 0));
                if title > 0 {
                    put(&mut blocks, title);
                }
                let mut before = 0;
                for &position in &self.positions[place..place + frequency as usize] {
                    put(positions, position - before);
                    before = position;
                }
                place += frequency as usize;
            }
            put(&mut skips, size(blocks.len() - start));
            put(&mut skips, size(positions.len() - start_of_positions));
        }
        if self.documents.len() > BLOCK {
            postings.extend(skips);
        }
        postings.extend(blocks);
        size(self.documents.len())
    }
}

#[derive(Debug, Clone, Copy)]
struct Skip {
    /// The least that the first document can be, and the last document.
    first: u32,
    last: u32,
    /// Where it ends, in the blocks and in the positions.
    end: usize,
    end_of_positions: usize,
}

/// A walk over a term's postings, by rising documents.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    count: u32,
    /// Number of documents of the corpus.
    corpus: u32,
    blocks: &'a [u8],
    positions: &'a [u8],
    skips: Vec<Skip>,
    /// The block that is decoded, if one is.
    block: Option<usize>,
    documents: Vec<u32>,
    frequencies: Vec<(u32, u32)>,
    at: usize,
    /// What follows the positions of the posting `read`, in the decoded block.
    rest: &'a [u8],
    read: usize,
}

impl<'a> Cursor<'a> {
    /// Opens a term's list in the bytes of the two sections. It stands before the first posting.
    pub(crate) fn open(
        entry: &Entry,
        postings: &'a [u8],
        positions: &'a [u8],
        corpus: u32,
    ) -> Result<Self, BundleError> {
        let outside = || broken(POSTINGS, "a list lies outside");
        let list = postings.get(entry.postings.clone()).ok_or_else(outside)?;
        let positions = positions.get(entry.positions.clone()).ok_or_else(outside)?;
        if entry.documents == 0 || entry.documents > corpus {
            return Err(broken(POSTINGS, "a term has too few or too many documents"));
        }
        let count = entry.documents as usize;
        let mut skips = Vec::new();
        let mut reader = Reader::new(POSTINGS, list);
        let mut blocks = list;
        if count > BLOCK {
            let (mut first, mut end, mut end_of_positions) = (0u32, 0usize, 0usize);
            for _ in 0..count.div_ceil(BLOCK) {
                let last = reader.after(first)?;
                if last >= corpus {
                    return Err(reader.broken("a posting has no document"));
                }
                end = end.saturating_add(reader.number()? as usize);
                end_of_positions = end_of_positions.saturating_add(reader.number()? as usize);
                skips.push(Skip { first, last, end, end_of_positions });
                first = last + 1;
            }
            blocks = reader.take(end)?;
            reader.end()?;
            if end_of_positions != positions.len() {
                return Err(broken(POSITIONS, "a list has another length"));
            }
        } else {
            let whole =
                Skip { first: 0, last: corpus - 1, end: list.len(), end_of_positions: positions.len() };
            skips.push(whole);
        }
        Ok(Self {
            count: entry.documents,
            corpus,
            blocks,
            positions,
            skips,
            block: None,
            documents: Vec::new(),
            frequencies: Vec::new(),
            at: 0,
            rest: &[],
            read: 0,
        })
    }

    /// Moves to the first posting at or after `document`; `None` where there is none. Never moves
    /// back.
    pub(crate) fn seek(&mut self, document: u32) -> Result<Option<u32>, BundleError> {
        let mut block = self.block.unwrap_or(0);
        if self.skips.get(block).is_some_and(|skip| skip.last < document) {
            block += self.skips[block..].partition_point(|skip| skip.last < document);
        }
        loop {
            if block >= self.skips.len() {
                self.block = Some(block);
                return Ok(None);
            }
            if self.block != Some(block) {
                self.decode(block)?;
            }
            let documents = &self.documents[self.at..];
            // The next posting is the likeliest.
            self.at += match documents {
                [first, ..] if *first >= document => 0,
                _ => documents.partition_point(|&d| d < document),
            };
            if let Some(&found) = self.documents.get(self.at) {
                return Ok(Some(found));
            }
            block += 1;
        }
    }

    /// Frequency of the term in the document that the walk stands on, and in its title.
    pub(crate) fn frequency(&self) -> (u32, u32) {
        self.frequencies.get(self.at).copied().unwrap_or_default()
    }

    /// Appends the positions in the document that the walk stands on; they rise.
    pub(crate) fn positions(&mut self, out: &mut Vec<u32>) -> Result<(), BundleError> {
        let Some(&(frequency, _)) = self.frequencies.get(self.at) else { return Ok(()) };
        let mut reader = Reader::new(POSITIONS, self.rest);
        if self.read > self.at {
            return Ok(()); // They were asked for already.
        }
        for &(passed, _) in &self.frequencies[self.read..self.at] {
            reader.skip(passed)?;
        }
        let mut position = reader.number()?;
        out.push(position);
        for _ in 1..frequency {
            let next = reader.after(position)?;
            if next == position {
                return Err(reader.broken("positions do not rise"));
            }
            position = next;
            out.push(position);
        }
        self.rest = reader.left();
        self.read = self.at + 1;
        Ok(())
    }

    /// Decodes all postings from where the walk stands, which must be the beginning: documents with
    /// their frequencies.
    pub(crate) fn all(&mut self, mut each: impl FnMut(u32, (u32, u32))) -> Result<(), BundleError> {
        for block in 0..self.skips.len() {
            self.decode(block)?;
            self.documents.iter().zip(&self.frequencies).for_each(|(&d, &f)| each(d, f));
        }
        Ok(())
    }

    fn decode(&mut self, block: usize) -> Result<(), BundleError> {
        let skip = self.skips[block];
        let before = block.checked_sub(1).map(|before| self.skips[before]);
        let start = before.map_or((0, 0), |s| (s.end, s.end_of_positions));
        let outside = || broken(POSTINGS, "a block lies outside");
        let bytes = self.blocks.get(start.0..skip.end).ok_or_else(outside)?;
        self.rest = self.positions.get(start.1..skip.end_of_positions).ok_or_else(outside)?;
        self.read = 0;
        self.at = 0;
        let count = (self.count as usize - block * BLOCK).min(BLOCK);
        self.documents.clear();
        self.frequencies.clear();
        let mut reader = Reader::new(POSTINGS, bytes);
        let mut next = skip.first;
        for _ in 0..count {
            let document = reader.after(next)?;
            if document > skip.last || document >= self.corpus {
                return Err(reader.broken("a posting has no document"));
            }
            self.documents.push(document);
            next = document + 1;
        }
        for _ in 0..count {
            let code = reader.number()?;
            let frequency = (code >> 1) + 1;
            let title = if code & 1 == 0 { 0 } else { reader.number()? };
            if title > frequency {
                return Err(reader.broken("a term stands more often in a title than in its document"));
            }
            self.frequencies.push((frequency, title));
        }
        reader.end()?;
        self.block = Some(block);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Documents with rising positions; every third document has the term in its title first.
    fn list(documents: &[u32]) -> (List, Vec<(u32, Vec<u32>)>) {
        let mut list = List::default();
        let mut expect = Vec::new();
        for &document in documents {
            let positions: Vec<u32> = (0..=document % 4).map(|n| document % 5 + n * 200).collect();
            for (n, &position) in positions.iter().enumerate() {
                list.add(document, position, document % 3 == 0 && n == 0);
            }
            expect.push((document, positions));
        }
        (list, expect)
    }

    proptest! {
        #[test]
        fn a_walk_finds_every_posting_that_it_seeks(
            documents in prop::collection::btree_set(0u32..3000, 1..600),
            mut seeks in prop::collection::vec(0u32..3100, 1..40),
        ) {
            let documents: Vec<u32> = documents.into_iter().collect();
            let (list, expect) = list(&documents);
            let (mut postings, mut positions) = (Vec::new(), Vec::new());
            let count = list.write(&mut postings, &mut positions);
            let entry = Entry { documents: count, postings: 0..postings.len(), positions: 0..positions.len() };
            let open = || Cursor::open(&entry, &postings, &positions, 3000).unwrap();

            let mut all = Vec::new();
            open().all(|document, _| all.push(document)).unwrap();
            prop_assert_eq!(&all, &documents);

            seeks.sort_unstable();
            let mut cursor = open();
            let mut last = None;
            for seek in seeks {
                let at = documents.partition_point(|&d| d < seek);
                let got = cursor.seek(seek).unwrap();
                prop_assert_eq!(got, documents.get(at).copied());
                if let Some(document) = got && last != got {
                    let title = u32::from(document % 3 == 0);
                    prop_assert_eq!(cursor.frequency(), (expect[at].1.len() as u32, title));
                    let mut positions = Vec::new();
                    cursor.positions(&mut positions).unwrap();
                    prop_assert_eq!(&positions, &expect[at].1);
                }
                last = got;
            }
        }

        #[test]
        fn hostile_bytes_are_errors_and_never_a_panic(
            count in 1u32..300,
            postings in prop::collection::vec(any::<u8>(), 0..600),
            positions in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let entry = Entry { documents: count, postings: 0..postings.len(), positions: 0..positions.len() };
            if let Ok(mut cursor) = Cursor::open(&entry, &postings, &positions, 1000) {
                let mut next = 0;
                let mut out = Vec::new();
                while let Ok(Some(document)) = cursor.seek(next) {
                    prop_assert!(document < 1000 && document >= next);
                    if cursor.positions(&mut out).is_err() { break; }
                    next = document + 1;
                }
                prop_assert!(out.is_sorted() || next > 1);
            }
        }
    }
}
