//! From a folder of documents to a corpus and its bundle: reads the files, prepares the documents on
//! all cores, and puts them together. The same files give the same bytes, in whatever order the disk
//! lists them and however many cores there are.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use miette::{IntoDiagnostic, WrapErr, miette};
use rayon::prelude::*;
use readout_corpus::bundle::{self, check_document};
use readout_corpus::{Corpus, Warning};
use readout_prepare::{
    LeftOut, PreparedDocument, Reading, Settings, SourceDocument, assemble, prepare_document, read,
};

use crate::cache::{Cache, Caching};
use crate::companions::Companions;
use crate::fault::guarded;
use crate::files::{self, Entry};
use crate::progress::{self, bar, spinner};
use crate::report::Summary;
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

impl Prepared {
    /// What there is to say of it.
    pub(crate) fn summary(&self) -> Summary<'_> {
        Summary {
            warnings: [&self.corpus.overview.warnings, &self.theme_warnings],
            documents: self.corpus.documents.len(),
            meetings: self.corpus.meetings.len(),
            took: self.took,
        }
    }
}

/// Prepares the documents under `folder`, with the `corpus.toml` in it where there is one, and puts them
/// together in memory. Shows progress on a terminal.
///
/// # Errors
/// Where the folder is missing. What is wrong with single files is in the corpus's warnings.
pub fn prepare(folder: &Path, caching: Caching) -> miette::Result<Prepared> {
    let Gathered { kept, warnings, settings, theme, theme_warnings, lines, start } =
        gather(folder, caching, |prepared| prepared)?;
    let progress = spinner("Putting together", kept.len());
    let corpus = assemble(&settings, kept, warnings);
    progress.finish_and_clear();
    Ok(Prepared { corpus, settings, theme, theme_warnings, lines, took: start.elapsed() })
}

/// A folder whose files were read, and what was kept of each document.
pub(crate) struct Gathered<T> {
    pub(crate) kept: Vec<T>,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) settings: Settings,
    theme: Theme,
    pub(crate) theme_warnings: Vec<Warning>,
    lines: BTreeMap<String, u32>,
    /// When the first file was read.
    pub(crate) start: Instant,
}

/// Prepares the documents under `folder` on all cores. A file is read, prepared and forgotten: what stays
/// of it is what `keep` makes of its documents.
///
/// # Errors
/// As [`prepare`].
pub(crate) fn gather<T: Send>(
    folder: &Path,
    caching: Caching,
    keep: impl Fn(PreparedDocument) -> T + Sync,
) -> miette::Result<Gathered<T>> {
    let start = Instant::now();
    let mut warnings = Vec::new();
    let mut entries = files::list(folder)?;
    entries.retain(|entry| !entry.name.ends_with(".readout"));
    let (settings, said) = match entries.iter().position(|entry| entry.name == SETTINGS) {
        Some(at) => settings(&entries.remove(at), &mut warnings),
        None => (Settings::builtin(), String::new()),
    };
    let cache = Cache::open(caching, folder, said.as_bytes());
    let (theme, theme_warnings) = theme(&mut entries);
    let companions = Companions::take(&mut entries, &mut warnings);

    let progress = bar("Preparing", entries.len());
    let run = Run { settings: &settings, companions: &companions, cache: &cache, progress: &progress };
    let files: Vec<Made<T>> = entries.par_iter().map(|entry| run.file(entry, &keep)).collect();
    progress.finish_and_clear();
    cache.finish();
    let (mut kept, mut lines) = (Vec::with_capacity(files.len()), BTreeMap::new());
    for made in files {
        kept.extend(made.kept);
        warnings.extend(made.warnings);
        lines.extend(made.lines);
    }
    Ok(Gathered { kept, warnings, settings, theme, theme_warnings, lines, start })
}

/// A corpus and its index as the bytes of a bundle.
///
/// # Errors
/// Where the corpus breaks a promise of its types, which is a fault of preparation.
pub fn bundle(corpus: &Corpus) -> miette::Result<Vec<u8>> {
    bundle::write(corpus, readout_query::index(corpus)).into_diagnostic().wrap_err("cannot write the bundle")
}

/// Checks that a corpus has a document.
///
/// # Errors
/// Where it has none.
pub(crate) fn with_documents(count: usize, folder: &Path) -> miette::Result<()> {
    if count == 0 {
        return Err(miette!(
            help = "put .txt, .md, .html or .jsonl files into it",
            "{} holds no document that can be used",
            folder.display()
        ));
    }
    Ok(())
}

/// What of each document was taken for no part of its text. Reads the files anew; one that is gone since then
/// has nothing left out.
pub(crate) fn left_out(folder: &Path, prepared: &Prepared) -> Vec<Vec<LeftOut>> {
    let documents = &prepared.corpus.documents;
    let files: BTreeSet<&str> = documents.iter().map(|document| document.card.file.as_str()).collect();
    let progress = bar("Looking at what was left out", files.len());
    let sources: BTreeMap<&str, Vec<SourceDocument>> = files
        .into_par_iter()
        .map(|file| {
            let reading = fs::read(folder.join(file)).map(|bytes| read(file, &bytes)).unwrap_or_default();
            (file, reading.documents)
        })
        .inspect(|_| progress.inc(1))
        .collect();
    progress.finish_and_clear();
    documents
        .par_iter()
        .map(|document| {
            let sources = sources.get(document.card.file.as_str()).into_iter().flatten();
            let mut source = sources.filter(|source| source.sha256 == document.card.sha256);
            source.next().map(|source| readout_prepare::left_out(source, document)).unwrap_or_default()
        })
        .collect()
}

/// What is said in corpus.toml, and its text.
fn settings(entry: &Entry, warnings: &mut Vec<Warning>) -> (Settings, String) {
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
            (settings, text)
        }
        Err(problem) => {
            let remedy = "the documents were prepared without it; make it a readable UTF-8 file";
            warnings.push(warning(None, problem, remedy));
            (Settings::builtin(), String::new())
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

/// What a run knows while it goes through the files.
struct Run<'a> {
    settings: &'a Settings,
    companions: &'a Companions,
    cache: &'a Cache,
    progress: &'a ProgressBar,
}

/// What one file gave.
struct Made<T> {
    kept: Vec<T>,
    warnings: Vec<Warning>,
    /// As [`Prepared::lines`].
    lines: Vec<(String, u32)>,
}

impl Run<'_> {
    /// Reads a file and prepares its documents, or takes them from the cache.
    fn file<T>(&self, entry: &Entry, keep: impl Fn(PreparedDocument) -> T) -> Made<T> {
        let Reading { documents: sources, warnings } = self.read(entry);
        let lines = sources.iter().filter_map(|source| Some((source.sha256.clone(), source.line?))).collect();
        let mut made = Made { kept: Vec::new(), warnings, lines };
        let key = self.cache.key(&sources);
        if let Some(documents) = self.cache.get(&key, &sources) {
            made.kept = documents.into_iter().map(keep).collect();
            self.progress.inc(1);
            return made;
        }
        progress::grow(self.progress, sources.len().saturating_sub(1));
        let prepared: Vec<Result<PreparedDocument, Warning>> = sources
            .into_par_iter()
            .map(|source| prepare_one(&source, self.settings))
            .inspect(|_| self.progress.inc(1))
            .collect();
        let whole = prepared.iter().all(Result::is_ok);
        let mut documents = Vec::with_capacity(prepared.len());
        for result in prepared {
            match result {
                Ok(document) => documents.push(document),
                Err(warning) => made.warnings.push(warning),
            }
        }
        // What a fault left out is tried again in the next run.
        if whole && !documents.is_empty() {
            self.cache.put(&key, &documents);
        }
        made.kept = documents.into_iter().map(keep).collect();
        made
    }

    fn read(&self, entry: &Entry) -> Reading {
        let left_out = |problem: String, remedy: &str| Reading {
            documents: Vec::new(),
            warnings: vec![Warning {
                file: entry.name.clone(),
                line: None,
                problem,
                remedy: remedy.to_owned(),
            }],
        };
        match entry.read() {
            Ok(bytes) => match guarded(|| read(&entry.name, &bytes)) {
                Ok(mut reading) => {
                    for document in &mut reading.documents {
                        document.beside.extend(self.companions.of(&entry.name));
                    }
                    reading
                }
                Err(place) => left_out(
                    format!("was left out by a fault of Readout: reading stopped at {place}"),
                    REPORT_IT,
                ),
            },
            Err(problem) => left_out(
                format!("cannot be read: {problem}"),
                "make it readable, or move it out of the folder",
            ),
        }
    }
}

/// What to do about a fault of ours.
const REPORT_IT: &str = "report it, with the file if you may share it";

/// Prepares one document. A fault of preparation costs that document and not the run.
fn prepare_one(source: &SourceDocument, settings: &Settings) -> Result<PreparedDocument, Warning> {
    let fault = |problem: String| Warning {
        file: source.file.clone(),
        line: source.line,
        problem: format!("was left out by a fault of Readout: {problem}"),
        remedy: REPORT_IT.to_owned(),
    };
    let prepared = guarded(|| prepare_document(source, settings))
        .map_err(|place| fault(format!("its preparation stopped at {place}")))?;
    check_document(&prepared.document).map_err(|error| fault(error.to_string()))?;
    Ok(prepared)
}
