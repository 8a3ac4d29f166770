//! From a folder of documents to a corpus and its bundle: reads the files, prepares the documents on
//! all cores, and puts them together. The same files give the same bytes, in whatever order the disk
//! lists them and however many cores there are.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::{Duration, Instant};

use miette::{IntoDiagnostic, WrapErr, miette};
use rayon::prelude::*;
use readout_corpus::bundle::{self, check_document};
use readout_corpus::{Corpus, Warning};
use readout_prepare::{
    PreparedDocument, Reading, Settings, SourceDocument, assemble, prepare_document, read,
};

use crate::companions::Companions;
use crate::fault::guarded;
use crate::files::{self, Entry};
use crate::progress::{bar, spinner};
use crate::theme::{self, THEME, Theme};

/// What an editor says about a corpus, beside its documents.
pub(crate) const SETTINGS: &str = "corpus.toml";

/// A corpus, fresh from its folder.
#[derive(Debug)]
pub struct Prepared {
    /// The corpus; it may have no document. What went wrong is in its overview.
    pub corpus: Corpus,
    /// What was known before: the built-in gazetteer and corpus.toml.
    pub settings: Settings,
    /// How its explorer looks: theme.toml.
    pub(crate) theme: Theme,
    /// What is wrong with it: for who publishes, not for readers.
    pub(crate) theme_warnings: Vec<Warning>,
    /// Line of each document that shares its file with others (`.jsonl`), by SHA-256.
    pub lines: BTreeMap<String, u32>,
    /// How long it took, from the first file to the last mark.
    pub took: Duration,
}

/// Prepares the documents under `folder`, with the `corpus.toml` in it where there is one. Shows
/// progress on a terminal.
///
/// # Errors
/// Where the folder is missing. What is wrong with single files is in the corpus's warnings.
pub fn prepare(folder: &Path) -> miette::Result<Prepared> {
    let start = Instant::now();
    let mut warnings = Vec::new();
    let mut entries = files::list(folder)?;
    entries.retain(|entry| !entry.name.ends_with(".readout"));
    let settings = match entries.iter().position(|entry| entry.name == SETTINGS) {
        Some(at) => settings(&entries.remove(at), &mut warnings),
        None => Settings::builtin(),
    };
    let (theme, theme_warnings) = theme(&mut entries);
    let companions = Companions::take(&mut entries, &mut warnings);

    let progress = bar("Reading", entries.len());
    let readings: Vec<Reading> =
        entries.par_iter().map(|entry| read_file(entry, &companions)).inspect(|_| progress.inc(1)).collect();
    progress.finish_and_clear();
    let mut sources = Vec::new();
    for reading in readings {
        sources.extend(reading.documents);
        warnings.extend(reading.warnings);
    }

    let lines = sources.iter().filter_map(|source| Some((source.sha256.clone(), source.line?))).collect();
    let progress = bar("Preparing", sources.len());
    let prepared: Vec<Result<PreparedDocument, Warning>> = sources
        .into_par_iter()
        .map(|source| prepare_one(&source, &settings))
        .inspect(|_| progress.inc(1))
        .collect();
    progress.finish_and_clear();
    let mut documents = Vec::with_capacity(prepared.len());
    for result in prepared {
        match result {
            Ok(document) => documents.push(document),
            Err(warning) => warnings.push(warning),
        }
    }
    let progress = spinner("Putting together", documents.len());
    let corpus = assemble(&settings, documents, warnings);
    progress.finish_and_clear();
    Ok(Prepared { corpus, settings, theme, theme_warnings, lines, took: start.elapsed() })
}

/// A corpus and its index as the bytes of a bundle.
///
/// # Errors
/// Where the corpus breaks a promise of its types, which is a fault of preparation.
pub fn bundle(corpus: &Corpus) -> miette::Result<Vec<u8>> {
    bundle::write(corpus, readout_query::index(corpus)).into_diagnostic().wrap_err("cannot write the bundle")
}

/// The corpus, if it has a document.
///
/// # Errors
/// Where it has none.
pub(crate) fn with_documents(corpus: &Corpus, folder: &Path) -> miette::Result<()> {
    if corpus.documents.is_empty() {
        return Err(miette!(
            help = "put .txt, .md, .html or .jsonl files into it",
            "{} holds no document that can be used",
            folder.display()
        ));
    }
    Ok(())
}

fn settings(entry: &Entry, warnings: &mut Vec<Warning>) -> Settings {
    let warning = |line, problem, remedy: &str| Warning {
        file: SETTINGS.to_owned(),
        line,
        problem,
        remedy: remedy.to_owned(),
    };
    match entry.text() {
        Ok(text) => {
            let (settings, errors) = Settings::from_toml(&text);
            warnings.extend(
                errors.into_iter().map(|error| warning(Some(error.line), error.problem, &error.remedy)),
            );
            settings
        }
        Err(problem) => {
            let remedy = "the documents were prepared without it; make it a readable UTF-8 file";
            warnings.push(warning(None, problem, remedy));
            Settings::builtin()
        }
    }
}

/// The theme of a folder, whose files are taken out of the documents: `theme.toml` and the pictures that
/// it names.
fn theme(entries: &mut Vec<Entry>) -> (Theme, Vec<Warning>) {
    let Some(at) = entries.iter().position(|entry| entry.name == THEME) else { return Default::default() };
    let text = entries.remove(at).text();
    let warning = |line, problem, remedy| Warning { file: THEME.to_owned(), line, problem, remedy };
    let text = match text {
        Ok(text) => text,
        Err(problem) => {
            let remedy = "the explorer has our own look; make it a readable UTF-8 file".to_owned();
            return (Theme::default(), vec![warning(None, problem, remedy)]);
        }
    };
    let named = RefCell::new(BTreeSet::new());
    let (theme, errors) = theme::read(&text, &|name| {
        named.borrow_mut().insert(name.to_owned());
        match entries.iter().find(|entry| entry.name == name) {
            Some(entry) => entry.read(),
            None => Err("there is no such file".to_owned()),
        }
    });
    let named = named.into_inner();
    entries.retain(|entry| !named.contains(&entry.name));
    (theme, errors.into_iter().map(|e| warning(Some(e.line), e.problem, e.remedy)).collect())
}

fn read_file(entry: &Entry, companions: &Companions) -> Reading {
    match entry.read() {
        Ok(bytes) => {
            let mut reading = read(&entry.name, &bytes);
            for document in &mut reading.documents {
                document.beside.extend(companions.of(&entry.name));
            }
            reading
        }
        Err(problem) => Reading {
            documents: Vec::new(),
            warnings: vec![Warning {
                file: entry.name.clone(),
                line: None,
                problem: format!("cannot be read: {problem}"),
                remedy: "make it readable, or move it out of the folder".to_owned(),
            }],
        },
    }
}

/// Prepares one document. A fault of preparation costs that document and not the run.
fn prepare_one(source: &SourceDocument, settings: &Settings) -> Result<PreparedDocument, Warning> {
    let fault = |problem: String| Warning {
        file: source.file.clone(),
        line: source.line,
        problem: format!("was left out by a fault of Readout: {problem}"),
        remedy: "report it, with the file if you may share it".to_owned(),
    };
    let prepared = guarded(|| prepare_document(source, settings))
        .map_err(|place| fault(format!("its preparation stopped at {place}")))?;
    check_document(&prepared.document).map_err(|error| fault(error.to_string()))?;
    Ok(prepared)
}
