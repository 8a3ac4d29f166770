//! The days that the texts name: for each interval the words that name it most often, and the
//! documents with the number of times they do.

use std::collections::BTreeMap;

use readout_corpus::{BundleError, Document, Interval};

use super::DATES;
use super::bytes::{Reader, put, put_text, size};
use super::days::{interval, put_interval};
use crate::NamedDays;

/// How often some days are named in which words, and in which documents.
#[derive(Default)]
struct Named<'a> {
    surfaces: BTreeMap<&'a str, u32>,
    mentions: BTreeMap<u32, u32>,
}

/// Writes the days that the documents name, as far as they are shown.
pub(super) fn write(documents: &[Document]) -> Vec<u8> {
    let mut named: BTreeMap<Interval, Named<'_>> = BTreeMap::new();
    for (n, document) in (0..).zip(documents) {
        for date in document.dates.iter().filter(|date| !document.withholds(date.sentence)) {
            let named = named.entry(date.days).or_default();
            *named.surfaces.entry(date.span.of(&document.text).unwrap_or_default()).or_default() += 1;
            *named.mentions.entry(n).or_default() += 1;
        }
    }
    let mut out = Vec::new();
    put(&mut out, size(named.len()));
    for (days, Named { surfaces, mentions }) in named {
        put_interval(&mut out, days);
        // Of equally common ones the first in the alphabet.
        let surface = surfaces.iter().max_by_key(|(words, count)| (**count, core::cmp::Reverse(**words)));
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
