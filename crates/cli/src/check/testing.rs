//! A corpus from a few lines, for tests.

use readout_prepare::{Settings, assemble, prepare_document, read};

use crate::folder::Prepared;

/// A corpus of these files; the first may be `corpus.toml`.
pub(crate) fn prepared(files: &[(&str, &str)]) -> Prepared {
    let settings = match files.first() {
        Some(("corpus.toml", text)) => Settings::from_toml(text).0,
        _ => Settings::builtin(),
    };
    let (mut documents, mut warnings) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let reading = read(name, text.as_bytes());
        documents.extend(reading.documents.iter().map(|source| prepare_document(source, &settings)));
        warnings.extend(reading.warnings);
    }
    let corpus = assemble(&settings, documents, warnings);
    Prepared {
        corpus,
        settings,
        theme: Default::default(),
        theme_warnings: Vec::new(),
        lines: Default::default(),
        took: Default::default(),
    }
}
