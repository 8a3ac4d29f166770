//! Documents that were prepared before, kept so that unchanged ones are not prepared again.
//!
//! One file for each file of documents, in a folder for each corpus, in the platform's folder for caches.
//! A file's name is a hash of all that its documents come from: this program, `corpus.toml`, the file's
//! name and text, and what an editor says beside it. So nothing in it is ever out of date; what is not
//! there is prepared, and what a run did not need is removed at its end. A file that is damaged counts as
//! missing. Where no cache can be kept, everything is prepared: no error is worth a run.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::hash::{Hash as _, Hasher as _};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};
use std::{env, fs, io, process};

use etcetera::BaseStrategy as _;
use readout_corpus::bundle::{FORMAT_VERSION, check_document};
use readout_corpus::{Card, Document, Warning};
use readout_prepare::{Outcome, PreparedDocument, SourceDocument, ToldMeeting};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::{Xxh64, xxh64};

/// Whether a run may use what earlier ones left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    /// It reads and writes the cache.
    On,
    /// It does neither (`--no-cache`).
    Off,
}

/// The cache of one corpus, for one run. Threads share it.
#[derive(Debug)]
pub(crate) struct Cache {
    /// Where its files are; `None` where there is no cache.
    folder: Option<PathBuf>,
    /// A hash of what every document of the run rests on.
    basis: u64,
    /// Names of the files that the run needed.
    used: Mutex<BTreeSet<OsString>>,
}

/// What all documents of one file were prepared from, as a hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key(String);

/// A prepared document as it is stored: a document's card is no part of it elsewhere.
#[derive(Serialize, Deserialize)]
struct Stored {
    card: Card,
    document: Document,
    meetings: Vec<ToldMeeting>,
    warnings: Vec<Warning>,
    corrections: Vec<Outcome>,
}

impl Cache {
    /// The cache for the documents under `folder`, prepared with these settings (the bytes of
    /// `corpus.toml`).
    pub(crate) fn open(caching: Caching, folder: &Path, settings: &[u8]) -> Self {
        let known = match caching {
            Caching::Off => None,
            Caching::On => program().zip(place(folder)),
        };
        let (basis, folder) = match known {
            Some((program, place)) => (xxh64(settings, program), Some(place)),
            None => (0, None),
        };
        Self { folder, basis, used: Mutex::default() }
    }

    /// The key of a file's documents, as they were read.
    pub(crate) fn key(&self, sources: &[SourceDocument]) -> Key {
        let mut hash = Xxh64::new(self.basis);
        sources.hash(&mut hash);
        Key(format!("{:016x}", hash.finish()))
    }

    /// What an earlier run made of these documents.
    pub(crate) fn get(&self, key: &Key, sources: &[SourceDocument]) -> Option<Vec<PreparedDocument>> {
        let bytes = fs::read(self.folder.as_ref()?.join(&key.0)).ok()?;
        let documents = decode(&bytes)?;
        let same = |(prepared, source): (&PreparedDocument, &SourceDocument)| {
            prepared.document.card.sha256 == source.sha256 && prepared.document.card.file == source.file
        };
        let all = documents.len() == sources.len() && documents.iter().zip(sources).all(same);
        all.then(|| self.use_key(key)).map(|()| documents)
    }

    /// Keeps what was made of some documents.
    pub(crate) fn put(&self, key: &Key, documents: &[PreparedDocument]) {
        let Some(folder) = &self.folder else { return };
        let Some(bytes) = encode(documents) else { return };
        // Nobody ever sees half a file: it is written under another name first.
        let unfinished = folder.join(format!("{}.{}", key.0, process::id()));
        let written = fs::create_dir_all(folder)
            .and_then(|()| fs::write(&unfinished, bytes))
            .and_then(|()| fs::rename(&unfinished, folder.join(&key.0)));
        match written {
            Ok(()) => self.use_key(key),
            Err(_) => _ = fs::remove_file(unfinished),
        }
    }

    /// Removes the files that this run did not need.
    pub(crate) fn finish(self) {
        let Some(folder) = self.folder else { return };
        let used = self.used.into_inner().unwrap_or_default();
        for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
            if !used.contains(&entry.file_name()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn use_key(&self, key: &Key) {
        if let Ok(mut used) = self.used.lock() {
            used.insert(OsString::from(&key.0));
        }
    }
}

/// The folder for the cache of a corpus.
fn place(corpus: &Path) -> Option<PathBuf> {
    let caches = etcetera::base_strategy::choose_native_strategy().ok()?.cache_dir();
    let path = corpus.canonicalize().ok()?;
    let name = xxh64(path.as_os_str().as_encoded_bytes(), 0);
    Some(caches.join("readout").join("prepared").join(format!("{name:016x}")))
}

/// What tells this program from every other, its rules and data included: a hash of its own bytes.
fn program() -> Option<u64> {
    static PROGRAM: LazyLock<Option<u64>> = LazyLock::new(|| {
        let mut file = fs::File::open(env::current_exe().ok()?).ok()?;
        let mut hash = Xxh64::new(u64::from(FORMAT_VERSION));
        let mut buffer = vec![0; 1 << 16];
        loop {
            match file.read(&mut buffer) {
                Ok(0) => return Some(hash.digest()),
                Ok(length) => hash.update(&buffer[..length]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return None,
            }
        }
    });
    *PROGRAM
}

/// Documents as bytes, with a checksum before them.
fn encode(documents: &[PreparedDocument]) -> Option<Vec<u8>> {
    let stored: Vec<Stored> = documents.iter().map(Stored::of).collect();
    let bytes = postcard::to_allocvec(&stored).ok()?;
    Some([&xxh64(&bytes, 0).to_le_bytes()[..], &bytes].concat())
}

/// The documents in bytes that nobody touched since they were written.
fn decode(bytes: &[u8]) -> Option<Vec<PreparedDocument>> {
    let (sum, bytes) = bytes.split_first_chunk()?;
    if xxh64(bytes, 0) != u64::from_le_bytes(*sum) {
        return None;
    }
    let stored: Vec<Stored> = postcard::from_bytes(bytes).ok()?;
    let documents: Vec<PreparedDocument> = stored.into_iter().map(Stored::prepared).collect();
    documents.iter().all(|prepared| check_document(&prepared.document).is_ok()).then_some(documents)
}

impl Stored {
    fn of(prepared: &PreparedDocument) -> Self {
        let PreparedDocument { document, meetings, warnings, corrections } = prepared.clone();
        Self { card: document.card.clone(), document, meetings, warnings, corrections }
    }

    fn prepared(self) -> PreparedDocument {
        let Self { card, document, meetings, warnings, corrections } = self;
        PreparedDocument { document: Document { card, ..document }, meetings, warnings, corrections }
    }
}
