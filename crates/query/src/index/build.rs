//! Builds the index of a corpus.

use std::collections::BTreeMap;

use readout_corpus::{Corpus, Section};

use super::bytes::size;
use super::postings::List;
use super::{
    DATES, DAYS, DICTIONARY, FACETS, LENGTHS, POSITIONS, POSTINGS, TERMS, dates, days, dictionary, facets,
    lengths, terms,
};
use crate::words::tokens;

/// The sections of a corpus's index, for
/// [`bundle::write`](readout_corpus::bundle::write): same corpus, same bytes.
pub fn index(corpus: &Corpus) -> Vec<(Section, Vec<u8>)> {
    // Lists are found by hash and written in the order of their terms.
    let mut numbers: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    let mut lists: Vec<List> = Vec::new();
    let mut document_lengths = Vec::with_capacity(corpus.documents.len());
    for (n, document) in (0..).zip(&corpus.documents) {
        let title_end = document.sentences.first().map_or(0, |title| title.span.end);
        let (mut words, mut title_words) = (0, 0);
        tokens(&document.text, |token| {
            let number = match numbers.get(token.term) {
                Some(&number) => number,
                None => {
                    numbers.insert(token.term.to_owned(), lists.len());
                    lists.push(List::default());
                    lists.len() - 1
                }
            };
            lists[number].add(n, token.position, token.span.end <= title_end);
            words += u32::from(token.width == 1);
            title_words += u32::from(token.width == 1 && token.span.end <= title_end);
        });
        document_lengths.push((words, title_words));
    }

    let ordered: BTreeMap<String, usize> = numbers.into_iter().collect();
    let (mut postings, mut positions, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for &number in ordered.values() {
        let before = (postings.len(), positions.len());
        let documents = lists[number].write(&mut postings, &mut positions);
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
