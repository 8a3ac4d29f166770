//! Prepared documents on their way into a bundle: out of memory, in a file that nobody else sees and that is
//! gone with the program.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::sync::{Mutex, MutexGuard, PoisonError};

use readout_corpus::Document;

/// Documents in a file, without their cards. Threads share it.
#[derive(Debug)]
pub(crate) struct Spool(Mutex<File>);

/// Where a document is in a spool (bytes).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    start: u64,
    length: usize,
}

impl Spool {
    /// An empty one, in the platform's folder for temporary files.
    pub(crate) fn new() -> io::Result<Self> {
        tempfile::tempfile().map(|file| Self(Mutex::new(file)))
    }

    /// Takes a document in.
    pub(crate) fn put(&self, document: &Document) -> io::Result<Place> {
        let bytes = postcard::to_allocvec(document).map_err(io::Error::other)?;
        let mut file = self.file();
        let start = file.seek(SeekFrom::End(0))?;
        file.write_all(&bytes)?;
        Ok(Place { start, length: bytes.len() })
    }

    /// The document at a place; its card is empty.
    pub(crate) fn get(&self, place: Place) -> io::Result<Document> {
        let mut bytes = vec![0; place.length];
        {
            let mut file = self.file();
            file.seek(SeekFrom::Start(place.start))?;
            file.read_exact(&mut bytes)?;
        }
        postcard::from_bytes(&bytes).map_err(io::Error::other)
    }

    /// Each use begins by finding its place, so that one that broke off harms no other.
    fn file(&self) -> MutexGuard<'_, File> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
