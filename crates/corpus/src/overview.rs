//! What a corpus says of itself: its sources, sides, people and topics, and what was left out.

use serde::{Deserialize, Serialize};

/// What kind of publisher a source is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A ministry, a president's office, an embassy.
    Official,
    /// Media that speak for a state.
    StateMedia,
    /// A news agency.
    Wire,
    /// A paper, a broadcaster, or not known.
    #[default]
    Other,
}

/// Who published a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Name, unique in the corpus.
    pub name: String,
    /// Key of the side that it speaks for.
    pub side: Option<String>,
    /// What kind of publisher it is.
    pub kind: SourceKind,
}

/// A party that sources and people speak for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Key, unique in the corpus, short enough for a label (`China`, `ROK`).
    pub key: String,
    /// Name in full.
    pub name: String,
}

/// A person who speaks or is named in the corpus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Canonical name, unique in the corpus.
    pub name: String,
    /// Key of the side that they belong to.
    pub side: Option<String>,
    /// Office, as it was at the time of the corpus.
    pub office: Option<String>,
    /// Other forms of the name, other scripts included.
    pub aliases: Vec<String>,
}

/// A topic that the corpus follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Key, unique in the corpus (`missile-defence`).
    pub key: String,
    /// What readers see (`Missile defence`).
    pub label: String,
}

/// Something that could not be read or was doubtful, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Warning {
    /// Path under the corpus folder, with `/` between its parts.
    pub file: String,
    /// Line in the file, from 1, where one is to blame.
    pub line: Option<u32>,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

/// What a corpus says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Title of the explorer.
    pub title: String,
    /// One or two sentences under the title.
    pub description: Option<String>,
    /// The sides, in the order in which they are drawn.
    pub sides: Vec<Side>,
    /// The sources of the documents, by name.
    pub sources: Vec<Source>,
    /// The people who speak or are named in the documents, by name.
    pub people: Vec<Person>,
    /// The topics, in the order in which they are drawn.
    pub topics: Vec<Topic>,
    /// What could not be read or was doubtful, by file and line.
    pub warnings: Vec<Warning>,
}
