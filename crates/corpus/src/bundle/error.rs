//! Why bytes are no bundle that this version can use, and what to do about it.

use super::{FORMAT_VERSION, Section};

/// Why a bundle cannot be written, opened or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// The bytes do not begin as a bundle does.
    #[error("these bytes are not a Readout bundle; choose a file that `readout prepare` wrote")]
    Foreign,
    /// A later Readout wrote it.
    #[error(
        "the bundle has format {got}, and this Readout reads up to format {FORMAT_VERSION}; \
         update Readout, or prepare the corpus again with this one"
    )]
    Newer {
        /// The format that the bundle says it has.
        got: u32,
    },
    /// An earlier Readout wrote it, in a format that is no longer read.
    #[error(
        "the bundle has format {got}, and this Readout reads format {FORMAT_VERSION}; \
         prepare the corpus again"
    )]
    Older {
        /// The format that the bundle says it has.
        got: u32,
    },
    /// The bytes end too early.
    #[error("the bundle is cut short: expected {expected} bytes, got {got}; copy or download it again")]
    Truncated {
        /// Bytes that its header or directory calls for.
        expected: u64,
        /// Bytes that there are.
        got: u64,
    },
    /// The bytes go on after the last section.
    #[error("the bundle has bytes after its end: expected {expected}, got {got}; copy or download it again")]
    Overlong {
        /// Bytes that its directory calls for.
        expected: u64,
        /// Bytes that there are.
        got: u64,
    },
    /// Bytes have changed since it was written.
    #[error(
        "{place} of the bundle is damaged: expected checksum {expected:016x}, got {got:016x}; \
         copy or download it again"
    )]
    Damaged {
        /// What part of it.
        place: Place,
        /// xxh64 when it was written.
        expected: u64,
        /// xxh64 now.
        got: u64,
    },
    /// It has no such section.
    #[error("the bundle has no section {0}; prepare the corpus again")]
    Missing(Section),
    /// Two sections have one name.
    #[error("the bundle would have two sections {0}; give each its own tag")]
    Twice(Section),
    /// The bytes of a part do not decode as what it should be.
    #[error("{place} of the bundle cannot be decoded ({reason}); prepare the corpus again")]
    Undecodable {
        /// What part of it.
        place: Place,
        /// What the decoder says.
        reason: String,
    },
    /// A value breaks a promise that the types of a corpus make.
    #[error("{place}: {problem}; this is a fault of the program that prepared it, please report it")]
    Invalid {
        /// Where, in the corpus's words (`document “x”, statement 3`).
        place: String,
        /// What is wrong.
        problem: &'static str,
    },
    /// It has fewer documents.
    #[error("there is no document {index}; the bundle has {count}")]
    NoSuchDocument {
        /// The index asked for, from 0.
        index: u32,
        /// Number of documents.
        count: u32,
    },
}

/// A part of a bundle that an error can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Header and directory.
    Directory,
    /// A whole section.
    Section(Section),
    /// The record of one document, by its index.
    Document(u32),
}

impl core::fmt::Display for Place {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Place::Directory => f.write_str("the directory"),
            Place::Section(section) => write!(f, "section {section}"),
            Place::Document(index) => write!(f, "document {index}"),
        }
    }
}
