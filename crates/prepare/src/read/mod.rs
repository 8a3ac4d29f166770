//! From a file's bytes to source documents: formats, decoding, front matter. Knows nothing of what
//! the text says.

use std::collections::BTreeMap;

use readout_corpus::Warning;

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, as captured from a page.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// One line of a `.jsonl` file.
    Json,
}

/// One document as it was found, decoded but not yet understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceDocument {
    /// Path under the corpus folder, with `/` between its parts.
    pub file: String,
    /// Line in the file, from 1, for `.jsonl`.
    pub line: Option<u32>,
    /// SHA-256 of the file's bytes (of its line, for `.jsonl`), in hexadecimal.
    pub sha256: String,
    /// How it is written.
    pub format: Format,
    /// What the file says about the document, by lower-case key: `title`, `source`, `side`,
    /// `published`, `dateline_place`, `dateline_date`, `language`, `rights`, `url`.
    pub facts: BTreeMap<String, String>,
    /// The whole decoded text of the file (of the `text` field, for `.jsonl`).
    pub text: String,
    /// Where in `text` the document's own words begin, after any front matter (bytes).
    pub body_at: usize,
}

/// What one file gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its documents, in order.
    pub documents: Vec<SourceDocument>,
    /// What could not be read.
    pub warnings: Vec<Warning>,
}

/// Reads one file: none, one or many documents. Never fails.
pub fn read(_file: &str, _bytes: &[u8]) -> Reading {
    Reading::default()
}
