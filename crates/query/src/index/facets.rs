//! Facet columns: for each facet its values in order, and for each document the values that it has.
//! Values are stored as distances between rising numbers.

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::bundle::Catalogue;
use readout_corpus::{BundleError, Card, Document, Interval, MentionKind};
use rustc_hash::FxHashMap;

use super::FACETS;
use super::bytes::{Reader, put, put_text, size};
use crate::Facet;

/// What of a document's own marks are facet values; the rest is in the catalogue.
#[derive(Debug)]
pub(super) struct Values {
    speakers: BTreeSet<String>,
    /// Who speaks or relays. Not all of them are people.
    said_by: BTreeSet<String>,
    named: BTreeSet<String>,
    topics: BTreeSet<String>,
    voices: BTreeSet<&'static str>,
}

impl Values {
    pub(super) fn of(document: &Document) -> Self {
        let statements = || document.statements.iter();
        let named = document.mentions.iter().filter(|m| m.kind == MentionKind::Person);
        Self {
            speakers: statements().flat_map(|s| s.speakers.iter().cloned()).collect(),
            said_by: statements().flat_map(|s| s.speakers.iter().chain(&s.via).cloned()).collect(),
            named: named.map(|mention| mention.name.clone()).collect(),
            topics: document.topics.iter().map(|mention| mention.topic.clone()).collect(),
            voices: statements().map(|s| s.voice.key()).collect(),
        }
    }
}

/// The columns of all facets, while they are being built.
#[derive(Debug)]
pub(super) struct Columns<'c> {
    people: BTreeSet<&'c str>,
    cards: &'c [Card],
    /// Ids of the meetings that each document has an account of, by its id.
    meetings: BTreeMap<&'c str, BTreeSet<&'c str>>,
    columns: [Numbered; Facet::ALL.len()],
    documents: usize,
}

/// One column: its values by number, as they came, and the numbers of each document.
#[derive(Debug, Default)]
struct Numbered {
    numbers: FxHashMap<String, u32>,
    of_documents: Vec<u32>,
    /// How many each document has.
    counts: Vec<u32>,
}

impl<'c> Columns<'c> {
    pub(super) fn new(catalogue: &'c Catalogue) -> Self {
        let mut meetings: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for meeting in &catalogue.meetings {
            for account in &meeting.accounts {
                meetings.entry(&account.document).or_default().insert(&meeting.id);
            }
        }
        Self {
            people: catalogue.overview.people.iter().map(|person| person.name.as_str()).collect(),
            cards: &catalogue.cards,
            meetings,
            columns: Default::default(),
            documents: 0,
        }
    }

    /// Adds the next document, which stands for days that begin with these.
    pub(super) fn add(&mut self, values: Values, days: Option<&Interval>) {
        let Some(card) = self.cards.get(self.documents) else { return };
        self.documents += 1;
        let Values { speakers, said_by, mut named, topics, voices } = values;
        named.extend(said_by.into_iter().filter(|name| self.people.contains(name.as_str())));
        let year = days.map(|days| format!("{:04}", days.from.year()));
        let meetings = self.meetings.get(card.id.as_str()).into_iter().flatten();
        for (facet, column) in Facet::ALL.into_iter().zip(&mut self.columns) {
            match facet {
                Facet::Speaker => column.add(speakers.iter().map(String::as_str)),
                Facet::Person => column.add(named.iter().map(String::as_str)),
                Facet::Topic => column.add(topics.iter().map(String::as_str)),
                Facet::Source => column.add(card.source.as_deref().into_iter()),
                Facet::Side => column.add([card.side.as_deref().unwrap_or_default()].into_iter()),
                Facet::Voice => column.add(voices.iter().copied()),
                Facet::Meeting => column.add(meetings.clone().copied()),
                Facet::Year => column.add(year.as_deref().into_iter()),
            }
        }
    }

    pub(super) fn write(self) -> Vec<u8> {
        let mut out = Vec::new();
        self.columns.into_iter().for_each(|column| column.write(&mut out));
        out
    }
}

impl Numbered {
    fn add<'v>(&mut self, values: impl Iterator<Item = &'v str>) {
        let before = self.of_documents.len();
        for value in values {
            let number = match self.numbers.get(value) {
                Some(&number) => number,
                None => {
                    let number = size(self.numbers.len());
                    self.numbers.insert(value.to_owned(), number);
                    number
                }
            };
            self.of_documents.push(number);
        }
        self.counts.push(size(self.of_documents.len() - before));
    }

    fn write(mut self, out: &mut Vec<u8>) {
        let ordered: BTreeMap<String, u32> = self.numbers.into_iter().collect();
        put(out, size(ordered.len()));
        ordered.keys().for_each(|value| put_text(out, value));
        let mut place = vec![0; ordered.len()];
        (0..).zip(ordered.values()).for_each(|(at, &number)| place[number as usize] = at);
        let mut rest = self.of_documents.as_mut_slice();
        for count in self.counts {
            put(out, count);
            let (own, others) = rest.split_at_mut(count as usize);
            rest = others;
            own.iter_mut().for_each(|number| *number = place[*number as usize]);
            own.sort_unstable();
            let mut next = 0;
            for &value in &*own {
                put(out, value - next);
                next = value + 1;
            }
        }
    }
}

/// One facet: its values, and which documents have them.
#[derive(Debug)]
pub(crate) struct Column {
    /// The values, in order.
    pub(crate) values: Vec<String>,
    /// Where each document's values begin in `of_documents`, and where the last one's end.
    starts: Vec<u32>,
    of_documents: Vec<u32>,
}

impl Column {
    /// Decodes the columns of all facets for `count` documents, in the order of [`Facet::ALL`].
    pub(crate) fn open_all(bytes: &[u8], count: u32) -> Result<Vec<Column>, BundleError> {
        let mut reader = Reader::new(FACETS, bytes);
        let columns =
            Facet::ALL.iter().map(|_| Self::open(&mut reader, count)).collect::<Result<Vec<_>, _>>()?;
        reader.end()?;
        Ok(columns)
    }

    fn open(reader: &mut Reader<'_>, count: u32) -> Result<Column, BundleError> {
        let mut values: Vec<String> = Vec::new();
        for _ in 0..reader.count()? {
            let value = reader.text()?;
            if values.last().is_some_and(|before| before.as_str() >= value) {
                return Err(reader.broken("the values do not rise"));
            }
            values.push(value.to_owned());
        }
        let mut column = Column { values, starts: vec![0], of_documents: Vec::new() };
        for _ in 0..count {
            let mut next = 0;
            for _ in 0..reader.count()? {
                let value = reader.after(next)?;
                if value as usize >= column.values.len() {
                    return Err(reader.broken("a document has a value that there is not"));
                }
                column.of_documents.push(value);
                next = value + 1;
            }
            column.starts.push(size(column.of_documents.len()));
        }
        Ok(column)
    }

    /// The numbers of a document's values, rising.
    pub(crate) fn of(&self, document: u32) -> &[u32] {
        let document = document as usize;
        &self.of_documents[self.starts[document] as usize..self.starts[document + 1] as usize]
    }

    /// The number of a value.
    pub(crate) fn number(&self, value: &str) -> Option<u32> {
        self.values.binary_search_by(|v| v.as_str().cmp(value)).ok().map(size)
    }

    /// How many of these documents have each value.
    pub(crate) fn counts(&self, documents: &[u32]) -> Vec<u32> {
        let mut counts = vec![0; self.values.len()];
        for &document in documents {
            for &value in self.of(document) {
                counts[value as usize] += 1;
            }
        }
        counts
    }
}
