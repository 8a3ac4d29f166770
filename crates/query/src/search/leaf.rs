//! A leaf of a query: a word, a prefix or a phrase, as terms of the dictionary; and where it stands.

use std::collections::BTreeSet;

use readout_corpus::BundleError;

use super::Words;
use crate::index::{Count, Cursor};

/// What a word, prefix or phrase of a query stands for: any of its sequences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Leaf {
    /// Terms of one position each; any of them will do.
    pub(crate) words: Vec<u32>,
    /// Whatever takes several positions: phrases, and words that were joined.
    pub(crate) sequences: Vec<Sequence>,
    /// Words and single characters that it can stand on. Two leaves that share none, and of which
    /// none is joined, never stand in the same place.
    pub(crate) atoms: BTreeSet<String>,
    /// Whether a joined word is among the sequences.
    pub(crate) joined: bool,
    /// Whether it is asked for, and not left out.
    pub(crate) positive: bool,
    /// Whether it may stand in sentences that are not shown without being found there.
    pub(crate) only_shown: bool,
}

/// Terms at fixed distances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sequence {
    /// The terms at each distance from the first position; any of them will do.
    pub(crate) slots: Vec<(u32, Vec<u32>)>,
    /// Number of positions that it covers.
    pub(crate) width: u32,
    /// Whether it is one word, so that it is counted where it is not shown; a phrase never is.
    pub(crate) word: bool,
}

/// Documents where a leaf stands, rising, with how often.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Matches {
    pub(crate) documents: Vec<u32>,
    pub(crate) counts: Vec<Count>,
}

impl Matches {
    fn push(&mut self, document: u32, count: Count) {
        self.documents.push(document);
        self.counts.push(count);
    }
}

impl Leaf {
    /// A leaf that is one sequence.
    pub(crate) fn sequence(sequence: Sequence) -> Self {
        Self { sequences: vec![sequence], ..Self::default() }
    }

    /// Whether it stands nowhere.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.sequences.is_empty()
    }

    /// An upper bound of the number of documents where it stands.
    pub(crate) fn at_most(&self, words: &Words<'_>) -> Result<u32, BundleError> {
        let sum = |terms: &[u32]| {
            terms.iter().try_fold(0u32, |sum, &term| Ok(sum.saturating_add(words.frequency(term)?)))
        };
        let mut most = sum(&self.words)?;
        for sequence in &self.sequences {
            let mut least = u32::MAX;
            for (_, terms) in &sequence.slots {
                least = least.min(sum(terms)?);
            }
            most = most.saturating_add(least);
        }
        Ok(most.min(words.documents))
    }

    /// Inverse document frequency: of a phrase, the sum over its words, so that it does not depend on
    /// what else is asked.
    pub(crate) fn idf(&self, words: &Words<'_>) -> Result<f32, BundleError> {
        let idf = |terms: &[u32]| -> Result<f32, BundleError> {
            let sum = terms.iter().try_fold(0u32, |sum, &term| {
                Ok::<_, BundleError>(sum.saturating_add(words.frequency(term)?))
            })?;
            let (all, having) = (words.documents as f32, sum.min(words.documents) as f32);
            Ok((1.0 + (all - having + 0.5) / (having + 0.5)).ln())
        };
        let mut best = if self.words.is_empty() { 0.0 } else { idf(&self.words)? };
        for sequence in &self.sequences {
            let mut sum = 0.0;
            for (_, terms) in &sequence.slots {
                sum += idf(terms)?;
            }
            best = if self.words.is_empty() { sum.max(best) } else { best };
        }
        Ok(best)
    }

    /// Where it stands, of all documents or only those of `within` (rising).
    pub(crate) fn matches(&self, words: &Words<'_>, within: Option<&[u32]>) -> Result<Matches, BundleError> {
        let simple = self.match_words(words, within)?;
        if self.sequences.is_empty() {
            return Ok(simple);
        }
        // A joined word can stand on words that are counted already: those documents are counted anew,
        // by place.
        let mut complex = Vec::new();
        for sequence in &self.sequences {
            sequence.documents(words, within, &mut complex)?;
        }
        complex.sort_unstable();
        complex.dedup();
        let mut walk = Walk::new(self, words)?;
        let mut matches = Matches::default();
        let mut before = simple.documents.iter().zip(&simple.counts).peekable();
        let mut places = Vec::new();
        for document in complex {
            while let Some((&other, &count)) = before.next_if(|(other, _)| **other < document) {
                matches.push(other, count);
            }
            before.next_if(|(other, _)| **other == document);
            places.clear();
            let withheld = walk.places(document, &mut places)?;
            merge(&mut places);
            if !places.is_empty() || withheld > 0 {
                let title = words.lengths.title(document);
                let title = places.iter().filter(|place| place.0 < title).count() as u32;
                matches.push(document, Count { shown: places.len() as u32, title, withheld });
            }
        }
        before.for_each(|(&document, &count)| matches.push(document, count));
        Ok(matches)
    }

    fn match_words(&self, words: &Words<'_>, within: Option<&[u32]>) -> Result<Matches, BundleError> {
        let mut matches = Matches::default();
        match (self.words.as_slice(), within) {
            ([], _) => {}
            ([term], None) => words.cursor(*term)?.all(|d, f| matches.push(d, f))?,
            ([term], Some(within)) => {
                let mut cursor = words.cursor(*term)?;
                let mut rest = within;
                while let [first, ..] = rest {
                    let Some(found) = cursor.seek(*first)? else { break };
                    if found == *first {
                        matches.push(found, cursor.count());
                        rest = &rest[1..];
                    } else {
                        rest = &rest[rest.partition_point(|&document| document < found)..];
                    }
                }
            }
            (terms, within) => {
                let mut sums = vec![Count::default(); words.documents as usize];
                for &term in terms {
                    words.cursor(term)?.all(|document, count| sums[document as usize].add(count))?;
                }
                let mut push = |document: u32| {
                    let sum = sums[document as usize];
                    if sum != Count::default() {
                        matches.push(document, sum);
                    }
                };
                match within {
                    Some(within) => within.iter().copied().for_each(&mut push),
                    None => (0..words.documents).for_each(&mut push),
                }
            }
        }
        Ok(matches)
    }
}

impl Sequence {
    /// Appends the documents that have all slots, in whatever place.
    fn documents(
        &self,
        words: &Words<'_>,
        within: Option<&[u32]>,
        out: &mut Vec<u32>,
    ) -> Result<(), BundleError> {
        let mut slots = Vec::new();
        for (_, terms) in &self.slots {
            let slot = Leaf { words: terms.clone(), ..Leaf::default() };
            slots.push((slot.at_most(words)?, slot));
        }
        readout_corpus::order::sort_by_key(&mut slots, |(documents, _)| *documents);
        let mut found: Option<Vec<u32>> = None;
        for (_, slot) in &slots {
            found = Some(slot.match_words(words, found.as_deref().or(within))?.documents);
        }
        out.extend(found.unwrap_or_default());
        Ok(())
    }
}

/// Joins places (first position, one past the last) that share a position, and puts them in order:
/// what remains are the hits.
pub(crate) fn merge(places: &mut Vec<(u32, u32)>) {
    places.sort_unstable();
    places.dedup_by(|next, kept| {
        let shared = next.0 < kept.1;
        if shared {
            kept.1 = kept.1.max(next.1);
        }
        shared
    });
}

/// Walks through the places of a leaf, by rising documents.
#[derive(Debug)]
pub(crate) struct Walk<'a> {
    /// Slots, width, and whether it is counted where it is not shown.
    sequences: Vec<(Vec<Slot<'a>>, u32, bool)>,
    buffers: Vec<Vec<u32>>,
}

type Slot<'a> = (u32, Vec<Cursor<'a>>);

impl<'a> Walk<'a> {
    pub(crate) fn new(leaf: &Leaf, words: &Words<'a>) -> Result<Self, BundleError> {
        let open = |terms: &[u32]| -> Result<Vec<Cursor<'a>>, BundleError> {
            terms.iter().map(|&term| words.cursor(term)).collect()
        };
        let mut sequences = Vec::new();
        if !leaf.words.is_empty() {
            sequences.push((vec![(0, open(&leaf.words)?)], 1, true));
        }
        for sequence in &leaf.sequences {
            let mut slots = Vec::new();
            for (offset, terms) in &sequence.slots {
                slots.push((*offset, open(terms)?));
            }
            sequences.push((slots, sequence.width, sequence.word));
        }
        Ok(Self { sequences, buffers: Vec::new() })
    }

    /// Appends the places in a document, which is not before the last one asked for; gives the number of
    /// those that are not shown.
    pub(crate) fn places(&mut self, document: u32, out: &mut Vec<(u32, u32)>) -> Result<u32, BundleError> {
        let mut withheld = 0u32;
        for (slots, width, word) in &mut self.sequences {
            let mut least = if *word { u32::MAX } else { 0 };
            self.buffers.resize_with(slots.len().max(self.buffers.len()), Vec::new);
            let buffers = &mut self.buffers[..slots.len()];
            for ((_, cursors), buffer) in slots.iter_mut().zip(buffers.iter_mut()) {
                buffer.clear();
                let mut not_shown = 0u32;
                for cursor in cursors.iter_mut() {
                    if cursor.seek(document)? == Some(document) {
                        not_shown = not_shown.saturating_add(cursor.count().withheld);
                        cursor.positions(buffer)?;
                    }
                }
                least = least.min(not_shown);
                if cursors.len() > 1 {
                    buffer.sort_unstable();
                }
            }
            withheld = withheld.saturating_add(least);
            let Some(((first, rest), offset)) = buffers.split_first().zip(slots.first().map(|slot| slot.0))
            else {
                continue;
            };
            for &position in first {
                let Some(start) = position.checked_sub(offset) else { continue };
                let stands = |(slot, positions): (&Slot<'_>, &Vec<u32>)| {
                    start.checked_add(slot.0).is_some_and(|at| positions.binary_search(&at).is_ok())
                };
                if slots[1..].iter().zip(rest).all(stands) {
                    out.push((start, start.saturating_add(*width)));
                }
            }
        }
        Ok(withheld)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_share_a_position_are_one_hit() {
        let check = |places: &[(u32, u32)], expect: &[(u32, u32)]| {
            let mut places = places.to_vec();
            merge(&mut places);
            assert_eq!(places, expect);
        };
        check(&[], &[]);
        check(&[(4, 5), (1, 2)], &[(1, 2), (4, 5)]);
        check(&[(1, 3), (3, 4)], &[(1, 3), (3, 4)]);
        check(&[(1, 3), (2, 4), (2, 3)], &[(1, 4)]);
        check(&[(1, 9), (2, 3), (8, 10), (10, 11)], &[(1, 10), (10, 11)]);
    }
}
