//! The index of a corpus, as sections of its bundle: built from a corpus (`build`), and read from
//! bytes that are trusted with nothing: whatever they say is checked when it is decoded, and what
//! cannot be is a typed error.
//!
//! | section | holds | module |
//! |---|---|---|
//! | `DICT` | terms in order, as a finite-state map to their numbers | `dictionary` |
//! | `TERM` | for each term, how many documents have it and where its postings lie | `terms` |
//! | `POST` | for each term, its documents with counts, in blocks | `postings` |
//! | `POSN` | for each posting, the positions in the text that is shown | `postings` |
//! | `DLEN` | the documents' lengths in words | `lengths` |
//! | `FACT` | facet values and the documents that have them | `facets` |
//! | `DAYS` | the days that each document stands for | `days` |
//! | `DATE` | the days that the texts name | `dates` |

mod automaton;
mod build;
mod bytes;
mod dates;
mod days;
mod dictionary;
mod facets;
mod fuzzy;
mod lengths;
mod postings;
mod terms;
mod withheld;

pub use build::{Indexed, Indexer, SECTIONS, index};
pub(crate) use dates::named_days;
pub(crate) use days::Days;
pub(crate) use dictionary::Dictionary;
pub(crate) use facets::Column;
pub(crate) use lengths::Lengths;
pub(crate) use postings::{Count, Cursor};
pub(crate) use terms::Terms;

use readout_corpus::bundle::Place;
use readout_corpus::{BundleError, Section};

pub(crate) const DICTIONARY: Section = Section(*b"DICT");
pub(crate) const TERMS: Section = Section(*b"TERM");
pub(crate) const POSTINGS: Section = Section(*b"POST");
pub(crate) const POSITIONS: Section = Section(*b"POSN");
pub(crate) const LENGTHS: Section = Section(*b"DLEN");
pub(crate) const FACETS: Section = Section(*b"FACT");
pub(crate) const DAYS: Section = Section(*b"DAYS");
pub(crate) const DATES: Section = Section(*b"DATE");

/// The error for a section that does not say what it should.
pub(crate) fn broken(section: Section, reason: &str) -> BundleError {
    BundleError::Undecodable { place: Place::Section(section), reason: reason.to_owned() }
}
