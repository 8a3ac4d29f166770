//! What an editor says about a corpus: `corpus.toml`, merged with the built-in gazetteer.
//!
//! ```toml
//! title = "Two sides, one meeting"
//! description = "What each side said."
//! language = "en"                       # of the interface: en, ko, zh or fr; else the reader's own
//! rights = "full"                       # of documents for which nothing else is said
//!
//! [excerpt]                             # what is shown of a document whose rights are "excerpt"
//! sentences = 6                         # at most so many sentences …
//! share = 25                            # … and so many per cent of its letters
//!
//! [[source]]
//! name = "Ministry of Foreign Affairs"
//! aliases = ["MFA"]
//! side = "China"                        # key of a side; leave it out for wires
//! kind = "official"                     # official, state-media, wire or other
//! hosts = ["mfa.example"]
//! files = ["ministry/*.txt"]            # documents that do not say who published them
//! rights = "excerpt"
//!
//! [[side]]
//! key = "China"
//! name = "China"
//!
//! [[person]]
//! name = "Wang Yi"
//! alone = "Wang"                        # after the first mention; else the last word
//! aliases = ["王毅"]
//! side = "China"
//! offices = [{ office = "Foreign Minister", from = 2013-03-16, to = 2022-12-30 }]
//!
//! [[topic]]
//! key = "fisheries"
//! label = "Fisheries"
//! words = ["fish*", "渔业*"]
//!
//! [[document]]
//! file = "ministry/talks.txt"           # what the file does not say, or says wrongly
//! published = "2017-11-22"
//! rights = "summary"
//!
//! [[correction]]                        # as beside a document (`crate::corrections`), with its file
//! file = "ministry/talks.txt"
//! quote = "the harbour would open"
//! speakers = ["Wang Yi"]
//! ```

mod file;
pub mod reader;

pub(crate) use file::FACTS;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use globset::GlobSet;
use readout_corpus::{Card, Language, Rights, Side};

use crate::SourceDocument;
use crate::corrections::ForFiles;
use crate::excerpts::Limit;
use crate::gazetteer::Gazetteer;
use crate::publishers::Publishers;
use crate::topics::Topics;

/// Everything that preparation knows before it reads a document.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Title of the explorer, where the editor gives one.
    pub title: Option<String>,
    /// One or two sentences under the title.
    pub description: Option<String>,
    /// The language that the page opens in, where the editor chooses one.
    pub language: Option<Language>,
    /// The sides that the editor names, in the order in which they are drawn.
    pub sides: Vec<Side>,
    /// People, organisations and places that are known.
    pub(crate) gazetteer: Arc<Gazetteer>,
    /// The topics that are followed.
    pub(crate) topics: Arc<Topics>,
    /// Who is known to publish.
    pub(crate) publishers: Publishers,
    /// What the editor corrects in single documents.
    pub(crate) corrections: Vec<ForFiles>,
    /// What the editor says of files; a later rule wins.
    documents: Vec<DocumentRule>,
    /// Rights by name of the source.
    source_rights: BTreeMap<String, Rights>,
    /// Rights where nothing else is said.
    rights: Option<Rights>,
    /// How much is shown of an excerpt.
    pub(crate) excerpt: Limit,
}

/// What an editor says of some files.
#[derive(Debug, Clone)]
struct DocumentRule {
    files: GlobSet,
    /// As [`SourceDocument::facts`].
    facts: BTreeMap<String, String>,
}

/// A part of `corpus.toml` that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("corpus.toml, line {line}: {problem}; {remedy}")]
pub struct SettingsError {
    /// Line, from 1.
    pub line: u32,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

impl Default for Settings {
    /// As [`Settings::builtin`].
    fn default() -> Self {
        Self {
            title: None,
            description: None,
            language: None,
            sides: Vec::new(),
            gazetteer: Gazetteer::builtin(),
            topics: Topics::builtin(),
            publishers: Publishers::default(),
            corrections: Vec::new(),
            documents: Vec::new(),
            source_rights: BTreeMap::new(),
            rights: None,
            excerpt: Limit::default(),
        }
    }
}

impl Settings {
    /// The built-in gazetteer alone.
    pub fn builtin() -> Self {
        Self::default()
    }

    /// The built-in gazetteer with a `corpus.toml` on top. What cannot be used is left out and
    /// named in the errors, by line; the rest holds.
    pub fn from_toml(text: &str) -> (Self, Vec<SettingsError>) {
        file::read(text)
    }

    /// Whether somebody of this canonical name is known: to the gazetteer, or to the editor.
    pub fn knows(&self, name: &str) -> bool {
        let people = self.gazetteer.people_named(name).iter();
        people.map(|index| self.gazetteer.person(*index)).any(|person| person.name == name)
    }

    /// Whether a publisher of this name is known, built in or to the editor.
    pub fn knows_source(&self, name: &str) -> bool {
        self.publishers.named(name).is_some()
    }

    /// A document with what the editor says of its file; `beside` is said of it alone, and goes before.
    pub(crate) fn with_facts<'s>(
        &self,
        source: &'s SourceDocument,
        beside: &BTreeMap<String, String>,
    ) -> Cow<'s, SourceDocument> {
        let mut completed = Cow::Borrowed(source);
        for rule in self.documents.iter().filter(|rule| rule.files.is_match(&source.file)) {
            completed.to_mut().facts.extend(rule.facts.clone());
        }
        if !beside.is_empty() {
            completed.to_mut().facts.extend(beside.clone());
        }
        completed
    }

    /// Sets the rights of a document that says nothing of its own: its source's, else the corpus's.
    pub(crate) fn set_rights(&self, source: &SourceDocument, card: &mut Card) {
        if source.facts.contains_key("rights") {
            return;
        }
        let of_source = card.source.as_ref().and_then(|name| self.source_rights.get(name));
        if let Some(rights) = of_source.copied().or(self.rights) {
            card.rights = rights;
        }
    }
}

#[cfg(test)]
mod tests;
