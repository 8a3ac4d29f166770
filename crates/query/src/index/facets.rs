//! Facet columns: for each facet its values in order, and for each document the values that it has.
//! Values are stored as distances between rising numbers.

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::{BundleError, Corpus, Interval, MentionKind};

use super::FACETS;
use super::bytes::{Reader, put, put_text, size};
use crate::Facet;

/// The values of a facet that each document of a corpus has.
fn values(corpus: &Corpus, days: &[Vec<Interval>], facet: Facet) -> Vec<BTreeSet<String>> {
    let people: BTreeSet<&str> = corpus.overview.people.iter().map(|person| person.name.as_str()).collect();
    let mut meetings: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for meeting in &corpus.meetings {
        for account in &meeting.accounts {
            meetings.entry(&account.document).or_default().insert(meeting.id.clone());
        }
    }
    let of = |(document, days): (&readout_corpus::Document, &Vec<Interval>)| {
        let card = &document.card;
        let statements = || document.statements.iter();
        match facet {
            Facet::Speaker => statements().flat_map(|s| s.speakers.iter().cloned()).collect(),
            Facet::Person => {
                let named = document.mentions.iter().filter(|m| m.kind == MentionKind::Person);
                let speak = statements().flat_map(|s| s.speakers.iter().chain(&s.via));
                let speak = speak.filter(|name| people.contains(name.as_str()));
                named.map(|mention| &mention.name).chain(speak).cloned().collect()
            }
            Facet::Topic => document.topics.iter().map(|mention| mention.topic.clone()).collect(),
            Facet::Source => card.source.iter().cloned().collect(),
            Facet::Side => BTreeSet::from([card.side.clone().unwrap_or_default()]),
            Facet::Voice => statements().map(|s| s.voice.key().to_owned()).collect(),
            Facet::Meeting => meetings.get(card.id.as_str()).cloned().unwrap_or_default(),
            Facet::Year => days.first().map(|days| format!("{:04}", days.from.year())).into_iter().collect(),
        }
    };
    corpus.documents.iter().zip(days).map(of).collect()
}

/// Writes the columns of all facets, in the order of [`Facet::ALL`].
pub(super) fn write(corpus: &Corpus, days: &[Vec<Interval>]) -> Vec<u8> {
    let mut out = Vec::new();
    for facet in Facet::ALL {
        let documents = values(corpus, days, facet);
        let all: BTreeSet<&str> = documents.iter().flatten().map(String::as_str).collect();
        let number: BTreeMap<&str, u32> = all.iter().copied().zip(0..).collect();
        put(&mut out, size(all.len()));
        all.iter().for_each(|value| put_text(&mut out, value));
        for values in &documents {
            put(&mut out, size(values.len()));
            let mut next = 0;
            for value in values {
                let value = number[value.as_str()];
                put(&mut out, value - next);
                next = value + 1;
            }
        }
    }
    out
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
