//! Where in the files a finding is: turns documents and sentences into files and lines.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use readout_corpus::Corpus;

use crate::folder::Prepared;

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// The corpus as a whole.
    Corpus,
    /// A file and, where one is to blame, a line in it, from 1.
    File(String, Option<u32>),
    /// A document, by its index in the corpus.
    Document(usize),
    /// A sentence of a document.
    Sentence(usize, u32),
    /// A byte of the file of a document.
    Byte(usize, u32),
}

/// Finds lines. A file is read when a line in it is first asked for.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    folder: PathBuf,
    prepared: &'a Prepared,
    read: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl<'a> Lines<'a> {
    /// The lines of the files under `folder`, from which the corpus was prepared.
    pub(crate) fn new(folder: &Path, prepared: &'a Prepared) -> Self {
        Self { folder: folder.to_owned(), prepared, read: RefCell::default() }
    }

    /// File and line of a place, as far as it has any.
    pub(crate) fn of(&self, place: &Place) -> (Option<String>, Option<u32>) {
        let corpus: &Corpus = &self.prepared.corpus;
        match place {
            Place::Corpus => (None, None),
            Place::File(file, line) => (Some(file.clone()), *line),
            Place::Document(index) => {
                let card = &corpus.documents[*index].card;
                (Some(card.file.clone()), self.prepared.lines.get(&card.sha256).copied())
            }
            Place::Byte(index, byte) => {
                let file = &corpus.documents[*index].card.file;
                (Some(file.clone()), Some(self.line(file, *byte as usize)))
            }
            Place::Sentence(index, number) => {
                let document = &corpus.documents[*index];
                let source = document.sentences.get(*number as usize).and_then(|sentence| sentence.source);
                match source {
                    Some(span) => {
                        let file = &document.card.file;
                        (Some(file.clone()), Some(self.line(file, span.start as usize)))
                    }
                    None => self.of(&Place::Document(*index)),
                }
            }
        }
    }

    /// The line in which a byte of a file stands.
    fn line(&self, file: &str, byte: usize) -> u32 {
        let mut read = self.read.borrow_mut();
        // A file that is gone since then has no lines; its place is its first.
        let bytes = read
            .entry(file.to_owned())
            .or_insert_with(|| fs::read(self.folder.join(file)).unwrap_or_default());
        let before = &bytes[..byte.min(bytes.len())];
        u32::try_from(before.iter().filter(|&&b| b == b'\n').count()).unwrap_or(u32::MAX).saturating_add(1)
    }
}
