//! A corpus from a few lines, for tests.

use readout_corpus::Document;
use readout_prepare::{LeftOut, Settings, assemble, prepare_document, read};

use crate::folder::Prepared;

/// What of each document of a corpus of these files was left out.
pub(crate) fn left_out(prepared: &Prepared, files: &[(&str, &str)]) -> Vec<Vec<LeftOut>> {
    let read = |file: &String| {
        let text = files.iter().find(|(name, _)| name == file).map(|(_, text)| *text);
        read(file, text.unwrap_or_default().as_bytes()).documents
    };
    let left_out = |document: &Document| {
        let sources = read(&document.card.file);
        sources.iter().flat_map(|source| readout_prepare::left_out(source, document)).collect()
    };
    prepared.corpus.documents.iter().map(left_out).collect()
}

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
