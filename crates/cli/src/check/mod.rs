//! What is doubtful or missing in a corpus, and how to mend it. One function for each kind of
//! finding, over the plain corpus; [`KINDS`] lists them. A new kind is a function here or in a file
//! beside, and a line in that list. How findings are shown is in `commands/check.rs`.

mod alike;
mod dates;
mod documents;
mod left_out;
mod meetings;
mod names;
mod paste;
mod place;
mod speakers;

use clap::ValueEnum;
use readout_corpus::{Corpus, Warning};
use readout_prepare::{LeftOut, Settings};
use serde::Serialize;

pub(crate) use documents::source_table;
pub(crate) use names::people as unknown_people;
pub(crate) use paste::{Paste, quoted};
pub(crate) use place::{Lines, Place};

use crate::folder::Prepared;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Severity {
    /// Something is left out.
    Error,
    /// The explorer may say something wrong, or less than it could.
    Warning,
    /// Worth a look; it may well be as it should be.
    Note,
}

/// One thing that is doubtful or missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) severity: Severity,
    pub(crate) place: Place,
    /// What is wrong, without the place.
    pub(crate) problem: String,
    /// The words that it is about.
    pub(crate) sentence: Option<String>,
    /// What to do.
    pub(crate) remedy: String,
    /// What to write, where that can be said.
    pub(crate) paste: Option<Paste>,
}

/// What the findings are made from.
#[derive(Clone, Copy)]
pub(crate) struct Material<'a> {
    pub(crate) corpus: &'a Corpus,
    /// Who and what is known, from the gazetteer and corpus.toml.
    pub(crate) settings: &'a Settings,
    /// What of each document was left out, as far as that was looked for.
    pub(crate) left_out: &'a [Vec<LeftOut>],
    /// What is wrong with theme.toml.
    pub(crate) theme: &'a [Warning],
}

/// A kind of finding.
pub(crate) struct Kind {
    /// Its name, in kebab case.
    pub(crate) name: &'static str,
    /// What it is about, in a few words.
    pub(crate) about: &'static str,
    find: fn(Material<'_>) -> Vec<Finding>,
}

/// Every kind, the most serious of one severity first.
pub(crate) const KINDS: &[Kind] = &[
    Kind { name: "file", about: "cannot be read, or something in it cannot be used", find: documents::files },
    Kind { name: "correction", about: "no longer matches its text", find: documents::corrections },
    Kind {
        name: "no-date",
        about: "it is not known when a document was published",
        find: documents::without_date,
    },
    Kind { name: "no-source", about: "it is not known who published it", find: documents::without_source },
    Kind { name: "unresolved-date", about: "a date that cannot be resolved", find: dates::unresolved },
    Kind {
        name: "one-meeting",
        about: "meetings that are kept apart and may be one",
        find: meetings::perhaps_one,
    },
    Kind {
        name: "source-side",
        about: "it is not known whom a publisher speaks for",
        find: documents::sources_without_side,
    },
    Kind { name: "alike", about: "documents that say much the same", find: alike::find },
    Kind { name: "doubtful-speaker", about: "it is doubtful who speaks", find: speakers::doubtful },
    Kind { name: "unknown-name", about: "a name that no list of names has", find: names::unknown },
    Kind { name: "doubtful-date", about: "it is doubtful which days are meant", find: dates::doubtful },
    Kind { name: "left-out", about: "what was taken for no part of a text", find: left_out::find },
    Kind {
        name: "no-meeting",
        about: "a document that tells of no meeting",
        find: meetings::documents_without,
    },
    Kind {
        name: "one-account",
        about: "a meeting that one document alone tells of",
        find: meetings::told_once,
    },
];

/// All findings with the names of their kinds: the most serious first, then by kind, file and place.
/// `left_out` is what of each document was left out.
pub(crate) fn find(prepared: &Prepared, left_out: &[Vec<LeftOut>]) -> Vec<(&'static str, Finding)> {
    let Prepared { corpus, settings, theme_warnings: theme, .. } = prepared;
    let material = Material { corpus, settings, left_out, theme };
    let mut found: Vec<(&'static str, Finding)> = Vec::new();
    for kind in KINDS {
        found.extend((kind.find)(material).into_iter().map(|finding| (kind.name, finding)));
    }
    // Stable: within a severity the order of the kinds stays, and within a kind that of the corpus.
    found.sort_by_key(|(_, finding)| finding.severity);
    found
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
