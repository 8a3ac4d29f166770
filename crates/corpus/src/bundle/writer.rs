//! Writes a bundle document by document: no more than one of them need be in memory.
//!
//! All but the documents is known before the first one: how many sections there are, the catalogue, and
//! how long the table of documents is. So records go straight to where they belong, and header and table
//! are written over the room that was left for them.

use std::borrow::Cow;
use std::io::{self, Cursor, Seek, SeekFrom, Write};

use thiserror::Error;
use xxhash_rust::xxh64::Xxh64;

use super::check::{self, Promises, check_document};
use super::container::{self, Entry};
use super::{BundleError, Catalogue, Section, records};
use crate::{Corpus, Document};

/// Why a bundle could not be written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// It would break a promise of the format.
    #[error(transparent)]
    Broken(#[from] BundleError),
    /// Where it is written to took no more.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A catalogue that was checked, and to which documents are held.
#[derive(Debug)]
pub struct Outline<'c> {
    catalogue: &'c Catalogue,
    promises: Promises,
}

impl<'c> Outline<'c> {
    /// The outline of a bundle with this catalogue.
    ///
    /// # Errors
    /// [`BundleError::Invalid`] where the catalogue breaks a promise of its types.
    pub fn new(catalogue: &'c Catalogue) -> Result<Self, BundleError> {
        let promises = check::catalogue(catalogue)?;
        Ok(Self { catalogue, promises })
    }

    /// The record of the document at `index` of the catalogue's cards: what of it may be shown, as bytes.
    ///
    /// # Errors
    /// [`BundleError::Invalid`] where the document breaks a promise of its types, or does not fit the
    /// catalogue: what is written can be read.
    pub fn record(&self, index: usize, document: &Document) -> Result<Vec<u8>, BundleError> {
        check_document(document)?;
        let shown = document.shown();
        if let Cow::Owned(cut) = &shown {
            check_document(cut)?;
        }
        check::cut(&shown)?;
        check::references(&shown, index, self.catalogue, &self.promises)?;
        Ok(records::encode(&*shown))
    }

    /// Begins a bundle in `out`, whose index will have this many sections.
    ///
    /// # Errors
    /// Where `out` has one.
    pub fn begin<W: Write + Seek>(&self, mut out: W, index: usize) -> Result<Writer<W>, WriteError> {
        let catalogue = records::encode(self.catalogue);
        let table = records::ROW * self.catalogue.cards.len();
        out.write_all(&vec![0; container::header_size(DOCUMENT_SECTIONS + index)])?;
        out.write_all(&catalogue)?;
        out.write_all(&vec![0; table])?;
        Ok(Writer {
            out,
            catalogue: Entry::of(Section::CATALOGUE, &catalogue),
            table: Vec::with_capacity(table),
            hash: Xxh64::new(0),
            length: 0,
        })
    }
}

/// Sections before those of the index: catalogue, table and records.
const DOCUMENT_SECTIONS: usize = 3;

/// A bundle that is being written.
pub struct Writer<W> {
    out: W,
    catalogue: Entry,
    table: Vec<u8>,
    /// Of the records so far.
    hash: Xxh64,
    length: u64,
}

impl<W: Write + Seek> Writer<W> {
    /// Adds the record of the next document, in the order of the catalogue's cards.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn add(&mut self, record: &[u8]) -> Result<(), WriteError> {
        self.out.write_all(record)?;
        self.hash.update(record);
        self.length += record.len() as u64;
        records::put_row(&mut self.table, self.length, record);
        Ok(())
    }

    /// Writes the sections of the index, in the order given, and what was left open. Gives back what was
    /// written to, at its end.
    ///
    /// # Errors
    /// [`BundleError::Twice`] where two sections have one tag; where they cannot be written.
    pub fn finish(mut self, index: Vec<(Section, Vec<u8>)>) -> Result<W, WriteError> {
        let table = Entry::of(Section::DOCUMENT_TABLE, &self.table);
        let records =
            Entry { section: Section::DOCUMENTS, length: self.length, checksum: self.hash.digest() };
        let mut entries = vec![self.catalogue, table, records];
        for (section, bytes) in index {
            self.out.write_all(&bytes)?;
            entries.push(Entry::of(section, &bytes));
        }
        let header = container::header(&entries)?;
        self.out.rewind()?;
        self.out.write_all(&header)?;
        self.out.seek(SeekFrom::Current(entries[0].length.cast_signed()))?;
        self.out.write_all(&self.table)?;
        self.out.seek(SeekFrom::End(0))?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// Writes a corpus and the sections of its index, in the order given. Of a document only what may be
/// shown is written.
///
/// # Errors
/// [`BundleError::Invalid`] where the corpus breaks a promise of its types: what is written can be
/// read. [`BundleError::Twice`] where two sections have one tag.
pub fn write(corpus: &Corpus, index: Vec<(Section, Vec<u8>)>) -> Result<Vec<u8>, BundleError> {
    let catalogue = Catalogue::of(corpus);
    let outline = Outline::new(&catalogue)?;
    let records = corpus.documents.iter().enumerate().map(|(n, document)| outline.record(n, document));
    let written = || -> Result<Vec<u8>, WriteError> {
        let mut writer = outline.begin(Cursor::new(Vec::new()), index.len())?;
        for record in records {
            writer.add(&record?)?;
        }
        Ok(writer.finish(index)?.into_inner())
    };
    written().map_err(|error| match error {
        WriteError::Broken(error) => error,
        WriteError::Io(error) => unreachable!("memory takes what is written: {error}"),
    })
}
