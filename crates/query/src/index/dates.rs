//! The days that the texts name: for each interval the words that name it most often, and the
//! documents with the number of times they do.

use std::collections::BTreeMap;

use readout_corpus::{BundleError, Document, Interval, Span};

use super::DATES;
use super::bytes::{Reader, put, put_text, size};
use super::days::{interval, put_interval};
use crate::NamedDays;

/// A date of a document: the days, and the words that name them.
pub(super) type Wording = (Interval, String);

/// The dates of a document, as far as they are shown.
pub(super) fn of(document: &Document) -> Vec<Wording> {
    let shown = document.dates.iter().filter(|date| !document.withholds(date.sentence));
    let words = |span: Span| span.of(&document.text).unwrap_or_default().to_owned();
    shown.map(|date| (date.days, words(date.span))).collect()
}

/// The days that documents name, while they are being collected.
#[derive(Debug, Default)]
pub(super) struct Dates(BTreeMap<Interval, Named>);

/// How often some days are named in which words, and in which documents.
#[derive(Debug, Default)]
struct Named {
    surfaces: BTreeMap<String, u32>,
    mentions: Vec<(u32, u32)>,
}

impl Dates {
    /// Adds those of a document; documents rise.
    pub(super) fn add(&mut self, document: u32, dates: Vec<Wording>) {
        for (days, words) in dates {
            let named = self.0.entry(days).or_default();
            *named.surfaces.entry(words).or_default() += 1;
            match named.mentions.last_mut().filter(|(last, _)| *last == document) {
                Some((_, count)) => *count += 1,
                None => named.mentions.push((document, 1)),
            }
        }
    }

    pub(super) fn write(self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, size(self.0.len()));
        for (days, Named { surfaces, mentions }) in self.0 {
            put_interval(&mut out, days);
            // Of equally common ones the first in the alphabet.
            let surface = surfaces.iter().max_by_key(|(words, count)| (**count, core::cmp::Reverse(*words)));
            put_text(&mut out, surface.map_or("", |(words, _)| words));
            put(&mut out, size(mentions.len()));
            let mut next = 0;
            for (document, count) in mentions {
                put(&mut out, document - next);
                put(&mut out, count);
                next = document + 1;
            }
        }
        out
    }
}

/// The days that the documents of `wanted` (one flag for each document of the corpus) name.
pub(crate) fn named_days(bytes: &[u8], wanted: &[bool]) -> Result<Vec<NamedDays>, BundleError> {
    let mut reader = Reader::new(DATES, bytes);
    let mut named: Vec<NamedDays> = Vec::new();
    let mut before = None;
    for _ in 0..reader.count()? {
        let days = interval(&mut reader)?;
        if before.is_some_and(|before| before >= days) {
            return Err(reader.broken("the intervals do not rise"));
        }
        before = Some(days);
        let surface = reader.text()?;
        let mut mentions = 0u32;
        let mut documents = Vec::new();
        let mut next = 0;
        for _ in 0..reader.count()? {
            let document = reader.after(next)?;
            let count = reader.number()?;
            match wanted.get(document as usize) {
                None => return Err(reader.broken("it names a document that there is not")),
                Some(false) => {}
                Some(true) => {
                    documents.push(document);
                    mentions = mentions.saturating_add(count);
                }
            }
            next = document + 1;
        }
        if !documents.is_empty() {
            named.push(NamedDays { days, mentions, documents, surface: surface.to_owned() });
        }
    }
    reader.end()?;
    Ok(named)
}
