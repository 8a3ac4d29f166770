//! Lines for corpus.toml that a person can paste and complete. An empty value is read as none, so
//! that lines that are pasted and forgotten do no harm.

use std::fmt::Write as _;

use readout_corpus::Document;
use serde::Serialize;
use toml::Value;

/// Lines to write, and the file that they go into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Paste {
    /// File under the folder of the documents.
    pub(crate) into: &'static str,
    /// The lines, each with its end.
    pub(crate) text: String,
}

impl Paste {
    /// A table of corpus.toml (`[[source]]`).
    pub(crate) fn table(name: &str) -> Self {
        Self { into: "corpus.toml", text: format!("[[{name}]]\n") }
    }

    /// A correction in a document, of which these are the lines.
    pub(crate) fn correction(document: &Document, lines: &str) -> Self {
        let file = format!("file = {}\n", quoted(&document.card.file));
        let (table, rest) = lines.split_once('\n').unwrap_or((lines, ""));
        Self { into: "corpus.toml", text: format!("{table}\n{file}{rest}") }
    }

    /// A key with a text.
    pub(crate) fn text(self, key: &str, value: &str) -> Self {
        self.value(key, &quoted(value), "")
    }

    /// The keys of these lines, without the table that they are in.
    pub(crate) fn raw(mut self, lines: &str) -> Self {
        self.text.push_str(lines.split_once('\n').map_or("", |(_, keys)| keys));
        self
    }

    /// A key with a text to complete, and what belongs there.
    pub(crate) fn complete(self, key: &str, guess: &str, comment: &str) -> Self {
        self.value(key, &quoted(guess), &format!("  # {comment}"))
    }

    /// A key with a value as TOML writes it.
    pub(crate) fn value(mut self, key: &str, value: &str, comment: &str) -> Self {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{key} = {value}{comment}");
        self
    }
}

/// A text as TOML writes it.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
