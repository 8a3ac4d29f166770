//! Builds the index of a corpus.

use std::collections::BTreeMap;

use readout_corpus::{Corpus, Section};
use rustc_hash::FxHashMap;

use super::bytes::size;
use super::postings::{Count, List};
use super::{
    DATES, DAYS, DICTIONARY, FACETS, LENGTHS, POSITIONS, POSTINGS, TERMS, dates, days, dictionary, facets,
    lengths, terms, withheld,
};
use crate::words::tokens;

/// Lists of postings, found by hash and written in the order of their terms.
#[derive(Default)]
struct Lists {
    numbers: FxHashMap<String, usize>,
    lists: Vec<List>,
}

impl Lists {
    fn of(&mut self, term: &str) -> &mut List {
        let number = match self.numbers.get(term) {
            Some(&number) => number,
            None => {
                self.numbers.insert(term.to_owned(), self.lists.len());
                self.lists.push(List::default());
                self.lists.len() - 1
            }
        };
        &mut self.lists[number]
    }
}

/// The sections of a corpus's index, for
/// [`bundle::write`](readout_corpus::bundle::write): same corpus, same bytes. Of sentences that are
/// not shown it keeps which words they have, and how often all of them together; nothing of their order.
pub fn index(corpus: &Corpus) -> Vec<(Section, Vec<u8>)> {
    let mut lists = Lists::default();
    let mut document_lengths = Vec::with_capacity(corpus.documents.len());
    for (n, document) in (0..).zip(&corpus.documents) {
        let shown = document.shown();
        let title_end = shown.sentences.first().map_or(0, |title| title.span.end);
        let mut words = Count::default();
        tokens(&shown.text, |token| {
            let in_title = token.span.end <= title_end;
            lists.of(token.term).add(n, token.position, in_title);
            words.shown += u32::from(token.width == 1);
            words.title += u32::from(token.width == 1 && in_title);
        });
        words.withheld = withheld::words(document, |term| lists.of(term).add_withheld(n));
        document_lengths.push(words);
    }
    let Lists { numbers, mut lists } = lists;

    let ordered: BTreeMap<String, usize> = numbers.into_iter().collect();
    let (mut postings, mut positions, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for &number in ordered.values() {
        let before = (postings.len(), positions.len());
        let documents = std::mem::take(&mut lists[number]).write(&mut postings, &mut positions);
        entries.push((documents, postings.len() - before.0, positions.len() - before.1));
    }
    size(postings.len().max(positions.len())); // Places in them are stored as u32.
    let days = days::of(corpus);
    vec![
        (DICTIONARY, dictionary::write(ordered.keys().map(String::as_str))),
        (TERMS, terms::write(&entries)),
        (POSTINGS, postings),
        (POSITIONS, positions),
        (LENGTHS, lengths::write(&document_lengths)),
        (FACETS, facets::write(corpus, &days)),
        (DAYS, days::write(&days)),
        (DATES, dates::write(&corpus.documents)),
    ]
}
