//! Postings: for each term the documents that have it, how often, and at which positions.
//!
//! Documents rise and are stored as distances; blocks of 128 with, where there are more than one, a
//! list of skips before them: the block's last document, and its bytes of postings and positions. So
//! a search for a rare and a common word decodes only the blocks of the common word that matter.
//!
//! A block is its documents, then for each of them its count: the frequency times four, plus one where the
//! term stands in the title, plus two where it stands in sentences that are not shown; then follow the
//! frequency in the title, and that in those sentences. Positions rise within a document; the first is
//! stored as it is, the others as distances. What is not shown has no positions.

use readout_corpus::BundleError;

use super::bytes::{Reader, put, size};
use super::terms::Entry;
use super::{POSITIONS, POSTINGS, broken};

const BLOCK: usize = 128;

/// How often a term stands in a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Where it can be seen: the frequency.
    pub(crate) shown: u32,
    /// How much of that is in the title.
    pub(crate) title: u32,
    /// In the sentences that are not shown.
    pub(crate) withheld: u32,
}

impl Count {
    /// Adds another term's.
    pub(crate) fn add(&mut self, other: Count) {
        self.shown = self.shown.saturating_add(other.shown);
        self.title = self.title.saturating_add(other.title);
        self.withheld = self.withheld.saturating_add(other.withheld);
    }

    fn put(self, out: &mut Vec<u8>) {
        let Self { shown, title, withheld } = self;
        put(out, shown << 2 | u32::from(withheld > 0) << 1 | u32::from(title > 0));
        for more in [title, withheld].into_iter().filter(|&more| more > 0) {
            put(out, more);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, BundleError> {
        let code = reader.number()?;
        let shown = code >> 2;
        let title = if code & 1 == 0 { 0 } else { reader.number()? };
        let withheld = if code & 2 == 0 { 0 } else { reader.number()? };
        if title > shown {
            return Err(reader.broken("a term stands more often in a title than in its document"));
        }
        if shown == 0 && withheld == 0 {
            return Err(reader.broken("a posting has no place"));
        }
        Ok(Self { shown, title, withheld })
    }
}

/// A term's postings while they are being collected, as bytes: for each document its distance from the
/// one before, and its count.
#[derive(Debug, Default)]
pub(super) struct List {
    postings: Vec<u8>,
    positions: Vec<u8>,
    documents: u32,
    /// The least that the next document can be.
    next: u32,
}

impl List {
    /// Adds a document and where the term stands in it, as bytes; documents rise.
    pub(super) fn add(&mut self, document: u32, count: Count, positions: &[u8]) {
        put(&mut self.postings, document - self.next);
        count.put(&mut self.postings);
        self.positions.extend_from_slice(positions);
        self.documents += 1;
        self.next = document + 1;
    }

    /// Appends the list; gives its number of documents.
    pub(super) fn write(self, postings: &mut Vec<u8>, positions: &mut Vec<u8>) -> u32 {
        let mut reader = Reader::new(POSTINGS, &self.postings);
        let mut read =
            || -> Result<(u32, Count), BundleError> { Ok((reader.number()?, Count::read(&mut reader)?)) };
        let mut own = (0..self.documents).map(|_| read().expect("what was put can be read"));
        let (mut skips, mut blocks, mut counts) = (Vec::new(), Vec::new(), Vec::new());
        let mut places = self.positions.as_slice();
        for block in (0..self.documents).step_by(BLOCK) {
            let (start, mut further, mut stand) = (blocks.len(), 0, 0);
            for (distance, count) in own.by_ref().take(BLOCK.min((self.documents - block) as usize)) {
                put(&mut blocks, distance);
                further += distance + 1;
                count.put(&mut counts);
                stand += count.shown;
            }
            blocks.append(&mut counts);
            let bytes = bytes_of(places, stand);
            places = &places[bytes..];
            put(&mut skips, further - 1);
            put(&mut skips, size(blocks.len() - start));
            put(&mut skips, size(bytes));
        }
        if self.documents > size(BLOCK) {
            postings.append(&mut skips);
        }
        postings.append(&mut blocks);
        positions.extend_from_slice(&self.positions);
        self.documents
    }
}

/// How many bytes this many numbers take.
fn bytes_of(numbers: &[u8], count: u32) -> usize {
    let ends = numbers.iter().enumerate().filter(|(_, byte)| **byte < 0x80);
    ends.take(count as usize).last().map_or(0, |(at, _)| at + 1)
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
    counts: Vec<Count>,
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
            counts: Vec::new(),
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

    /// How often the term stands in the document that the walk stands on.
    pub(crate) fn count(&self) -> Count {
        self.counts.get(self.at).copied().unwrap_or_default()
    }

    /// Appends the positions in the document that the walk stands on; they rise.
    pub(crate) fn positions(&mut self, out: &mut Vec<u32>) -> Result<(), BundleError> {
        if self.at >= self.counts.len() || self.read > self.at {
            return Ok(()); // There are none, or they were asked for already.
        }
        let mut reader = Reader::new(POSITIONS, self.rest);
        for passed in &self.counts[self.read..self.at] {
            reader.skip(passed.shown)?;
        }
        let mut before = None;
        for _ in 0..self.counts[self.at].shown {
            let position = reader.after(before.unwrap_or(0))?;
            if before == Some(position) {
                return Err(reader.broken("positions do not rise"));
            }
            before = Some(position);
            out.push(position);
        }
        self.rest = reader.left();
        self.read = self.at + 1;
        Ok(())
    }

    /// Decodes all postings from where the walk stands, which must be the beginning: documents with
    /// their counts.
    pub(crate) fn all(&mut self, mut each: impl FnMut(u32, Count)) -> Result<(), BundleError> {
        for block in 0..self.skips.len() {
            self.decode(block)?;
            self.documents.iter().zip(&self.counts).for_each(|(&d, &c)| each(d, c));
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
        self.counts.clear();
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
            self.counts.push(Count::read(&mut reader)?);
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

    /// Documents with rising positions; every third document has the term in its title first, and every
    /// seventh has it in sentences that are not shown, every fourteenth nowhere else.
    fn list(documents: &[u32]) -> (List, Vec<(u32, Vec<u32>)>) {
        let mut list = List::default();
        let mut expect = Vec::new();
        for &document in documents {
            let places = if document.is_multiple_of(14) { 0 } else { document % 4 + 1 };
            let positions: Vec<u32> = (0..places).map(|n| document % 5 + n * 200).collect();
            let title = u32::from(document.is_multiple_of(3) && places > 0);
            let count = Count { shown: places, title, withheld: withheld(document) };
            let (mut bytes, mut before) = (Vec::new(), 0);
            for position in &positions {
                put(&mut bytes, position - before);
                before = *position;
            }
            list.add(document, count, &bytes);
            expect.push((document, positions));
        }
        (list, expect)
    }

    fn withheld(document: u32) -> u32 {
        if document.is_multiple_of(7) { document % 3 + 1 } else { 0 }
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
                    let shown = expect[at].1.len() as u32;
                    let title = u32::from(document % 3 == 0 && shown > 0);
                    prop_assert_eq!(cursor.count(), Count { shown, title, withheld: withheld(document) });
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
