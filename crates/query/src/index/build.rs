//! Builds the index of a corpus, document by document. What is kept of one is found without the others
//! ([`Indexed`]), so that many can be read at once; they are added in their order.

use readout_corpus::bundle::Catalogue;
use readout_corpus::{Corpus, Document, Section};
use rustc_hash::FxHashMap;

use super::bytes::{put, size};
use super::postings::{Count, List};
use super::{
    DATES, DAYS, DICTIONARY, FACETS, LENGTHS, POSITIONS, POSTINGS, TERMS, dates, days, dictionary, facets,
    lengths, terms, withheld,
};
use crate::words::tokens;

/// Sections that an index has.
pub const SECTIONS: usize = 8;

/// The sections of a corpus's index, for
/// [`bundle::write`](readout_corpus::bundle::write): same corpus, same bytes.
pub fn index(corpus: &Corpus) -> Vec<(Section, Vec<u8>)> {
    let catalogue = Catalogue::of(corpus);
    let mut indexer = Indexer::new(&catalogue);
    for document in &corpus.documents {
        indexer.add(Indexed::of(document));
    }
    indexer.finish()
}

/// What the index keeps of one document. Of sentences that are not shown it keeps which words they have,
/// and how often all of them together; nothing of their order.
#[derive(Debug)]
pub struct Indexed {
    terms: Vec<Term>,
    /// The positions of the first term, then those of the next: the first one, then distances.
    positions: Vec<u8>,
    words: Count,
    facets: facets::Values,
    dates: Vec<dates::Wording>,
}

/// A term of one document.
#[derive(Debug)]
struct Term {
    term: String,
    count: Count,
    /// Where its positions end among the bytes of all.
    positions: usize,
}

/// The terms of a document, numbered as they appear, with their places.
#[derive(Default)]
struct Places {
    numbers: FxHashMap<String, u32>,
    /// A term's number, its position, and whether that is in the title.
    shown: Vec<(u32, u32, bool)>,
    withheld: Vec<u32>,
}

impl Places {
    fn number(&mut self, term: &str) -> u32 {
        match self.numbers.get(term) {
            Some(&number) => number,
            None => {
                let number = size(self.numbers.len());
                self.numbers.insert(term.to_owned(), number);
                number
            }
        }
    }

    /// The terms with their counts, and their positions as bytes.
    fn counted(mut self) -> (Vec<Term>, Vec<u8>) {
        let mut named: Vec<(u32, String)> =
            self.numbers.into_iter().map(|(term, number)| (number, term)).collect();
        named.sort_unstable();
        let mut terms: Vec<Term> =
            named.into_iter().map(|(_, term)| Term { term, count: Count::default(), positions: 0 }).collect();
        for number in self.withheld {
            terms[number as usize].count.withheld += 1;
        }
        let mut positions = Vec::with_capacity(self.shown.len() * 2);
        self.shown.sort_unstable();
        let mut shown = self.shown.iter().peekable();
        for (number, term) in (0..).zip(&mut terms) {
            let mut before = 0;
            while let Some(&(_, position, in_title)) = shown.next_if(|(of, ..)| *of == number) {
                put(&mut positions, position - before);
                before = position;
                term.count.shown += 1;
                term.count.title += u32::from(in_title);
            }
            term.positions = positions.len();
        }
        (terms, positions)
    }
}

impl Indexed {
    /// What is kept of a document.
    pub fn of(document: &Document) -> Self {
        let shown = document.shown();
        let title_end = shown.sentences.first().map_or(0, |title| title.span.end);
        let mut words = Count::default();
        let mut places = Places::default();
        tokens(&shown.text, |token| {
            let in_title = token.span.end <= title_end;
            let number = places.number(token.term);
            places.shown.push((number, token.position, in_title));
            words.shown += u32::from(token.width == 1);
            words.title += u32::from(token.width == 1 && in_title);
        });
        words.withheld = withheld::words(document, |term| {
            let number = places.number(term);
            places.withheld.push(number);
        });
        let (terms, positions) = places.counted();
        let facets = facets::Values::of(document);
        Self { terms, positions, words, facets, dates: dates::of(document) }
    }
}

/// An index that is being built.
#[derive(Debug)]
pub struct Indexer<'c> {
    lists: FxHashMap<String, List>,
    lengths: Vec<Count>,
    days: days::OfDocuments,
    facets: facets::Columns<'c>,
    dates: dates::Dates,
}

impl<'c> Indexer<'c> {
    /// The index of a corpus with this catalogue, without its documents.
    pub fn new(catalogue: &'c Catalogue) -> Self {
        let days = days::of(catalogue);
        Self {
            lists: FxHashMap::default(),
            lengths: Vec::with_capacity(catalogue.cards.len()),
            facets: facets::Columns::new(catalogue),
            days,
            dates: dates::Dates::default(),
        }
    }

    /// Adds the next document, in the order of the catalogue's cards.
    pub fn add(&mut self, indexed: Indexed) {
        let Indexed { terms, positions, words, facets, dates } = indexed;
        let number = size(self.lengths.len());
        let mut from = 0;
        for Term { term, count, positions: to } in terms {
            let places = &positions[std::mem::replace(&mut from, to)..to];
            match self.lists.get_mut(&term) {
                Some(list) => list.add(number, count, places),
                None => self.lists.entry(term).or_default().add(number, count, places),
            }
        }
        self.lengths.push(words);
        self.facets.add(facets, self.days.get(self.lengths.len() - 1).and_then(|days| days.first()));
        self.dates.add(number, dates);
    }

    /// The sections of the index: [`SECTIONS`] of them.
    pub fn finish(self) -> Vec<(Section, Vec<u8>)> {
        let mut ordered: Vec<(String, List)> = self.lists.into_iter().collect();
        ordered.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let dictionary = dictionary::write(ordered.iter().map(|(term, _)| term.as_str()));
        let (mut postings, mut positions, mut entries) = (Vec::new(), Vec::new(), Vec::new());
        for (_, list) in ordered {
            let before = (postings.len(), positions.len());
            let documents = list.write(&mut postings, &mut positions);
            entries.push((documents, postings.len() - before.0, positions.len() - before.1));
        }
        size(postings.len().max(positions.len())); // Places in them are stored as u32.
        let sections: [_; SECTIONS] = [
            (DICTIONARY, dictionary),
            (TERMS, terms::write(&entries)),
            (POSTINGS, postings),
            (POSITIONS, positions),
            (LENGTHS, lengths::write(&self.lengths)),
            (FACETS, self.facets.write()),
            (DAYS, days::write(&self.days)),
            (DATES, self.dates.write()),
        ];
        sections.into()
    }
}
