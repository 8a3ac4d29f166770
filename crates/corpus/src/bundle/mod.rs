//! The bundle: a corpus and its index as bytes, in a format that is versioned, checksummed and the
//! same for the same corpus.
//!
//! `container` knows sections and checksums, `records` finds and decodes single documents, `writer` writes
//! one after the other, `check` holds values to the promises that their types make. What the index sections mean is the
//! business of `readout-query`; compression is that of whoever stores or sends the bytes.

mod check;
mod container;
mod error;
mod records;
#[cfg(test)]
mod tests;
mod writer;

pub use check::check_document;
pub(crate) use container::checksum;
pub use error::{BundleError, Place};
pub use writer::{Outline, WriteError, Writer, write};

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::{Card, Corpus, Document, Meeting, Overview};
use check::Promises;
use container::Container;

/// Version of the format. A change to the container, or to any type that is stored (postcard does
/// not describe itself: a field more is another format), raises it by one and adds a line here.
///
/// 1. The first: catalogue, document table, document records, index sections.
/// 2. Excerpts: gaps in documents, their number on cards, and postings without places.
/// 3. An account says why it is one.
pub const FORMAT_VERSION: u32 = 3;

/// The name of a section: four bytes, ASCII by custom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Section(pub [u8; 4]);

impl Section {
    /// The [`Catalogue`].
    pub const CATALOGUE: Section = Section(*b"CATA");
    /// Where each document's record ends, and its checksum.
    pub const DOCUMENT_TABLE: Section = Section(*b"DTAB");
    /// The documents' records, one after the other.
    pub const DOCUMENTS: Section = Section(*b"DOCS");
}

impl core::fmt::Display for Section {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "“{}”", self.0.escape_ascii())
    }
}

/// What is known of a corpus without its texts: enough to list, filter and draw it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// What the corpus says of itself.
    pub overview: Overview,
    /// A card for each document, in the corpus's order: the index is the document's everywhere.
    pub cards: Vec<Card>,
    /// The meetings, in the corpus's order.
    pub meetings: Vec<Meeting>,
}

impl Catalogue {
    /// The catalogue of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        Self {
            overview: corpus.overview.clone(),
            cards: corpus.documents.iter().map(|document| document.card.clone()).collect(),
            meetings: corpus.meetings.clone(),
        }
    }
}

/// An opened bundle: bytes whose bounds are known, and whose parts are checked when first used.
#[derive(Debug)]
pub struct Bundle {
    container: Container,
    catalogue: OnceLock<Result<(Catalogue, Promises), BundleError>>,
    table: OnceLock<Result<(), BundleError>>,
}

impl Bundle {
    /// Opens a bundle. Checks header, directory and bounds only, so that it costs the same at any
    /// size.
    ///
    /// # Errors
    /// Where the bytes are no bundle, have another format, are cut short or too long, or the
    /// directory is damaged.
    pub fn open(bytes: Vec<u8>) -> Result<Self, BundleError> {
        Ok(Self { container: Container::open(bytes)?, catalogue: OnceLock::new(), table: OnceLock::new() })
    }

    /// The bytes of a section. Its checksum is checked on the first call, and not again.
    ///
    /// # Errors
    /// [`BundleError::Missing`] or [`BundleError::Damaged`].
    pub fn section(&self, section: Section) -> Result<&[u8], BundleError> {
        self.container.section(section)
    }

    /// The sections that it has, in their order.
    pub fn sections(&self) -> impl Iterator<Item = Section> {
        self.container.sections()
    }

    /// The catalogue, decoded and checked on the first call.
    ///
    /// # Errors
    /// Where it is missing, damaged, does not decode, or breaks a promise of its types.
    pub fn catalogue(&self) -> Result<&Catalogue, BundleError> {
        Ok(&self.checked_catalogue()?.0)
    }

    /// Number of documents.
    ///
    /// # Errors
    /// As [`Bundle::catalogue`].
    pub fn document_count(&self) -> Result<u32, BundleError> {
        Ok(count(self.catalogue()?))
    }

    /// The document at `index` of the catalogue's cards, decoded alone and checked: all that
    /// [`Document`] promises holds. Decoded anew on each call.
    ///
    /// # Errors
    /// [`BundleError::NoSuchDocument`] past the end; else as [`Bundle::catalogue`], for the document
    /// table and this document's record.
    pub fn document(&self, index: u32) -> Result<Document, BundleError> {
        let (catalogue, promises) = self.checked_catalogue()?;
        let none = || BundleError::NoSuchDocument { index, count: count(catalogue) };
        let card = catalogue.cards.get(index as usize).ok_or_else(none)?;
        let table = self.section(Section::DOCUMENT_TABLE)?;
        // Each record has a checksum of its own: the section is never read whole.
        let records = self.container.unchecked(Section::DOCUMENTS)?;
        self.table
            .get_or_init(|| records::check_table(table, catalogue.cards.len(), records.len()))
            .clone()?;
        let mut document = records::read(table, records, index).ok_or_else(none)??;
        document.card = card.clone();
        check_document(&document)?;
        check::cut(&document)?;
        check::references(&document, index as usize, catalogue, promises)?;
        Ok(document)
    }

    fn checked_catalogue(&self) -> Result<&(Catalogue, Promises), BundleError> {
        let read = || {
            let bytes = self.section(Section::CATALOGUE)?;
            let catalogue = records::decode(Place::Section(Section::CATALOGUE), bytes)?;
            let promises = check::catalogue(&catalogue)?;
            Ok((catalogue, promises))
        };
        self.catalogue.get_or_init(read).as_ref().map_err(Clone::clone)
    }
}

fn count(catalogue: &Catalogue) -> u32 {
    u32::try_from(catalogue.cards.len()).unwrap_or(u32::MAX)
}
