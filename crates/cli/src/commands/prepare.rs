//! `readout prepare`: a folder of documents as one file.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use miette::miette;

use crate::files::in_words;
use crate::folder::{self, Prepared};
use crate::report::size;

/// Prepare a folder of documents and write the bundle: corpus and index in one file
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  readout prepare talks --out talks.readout")]
pub(super) struct Prepare {
    /// Folder with the documents (.txt, .md, .html, .jsonl) and, where there is one, corpus.toml
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    documents: PathBuf,
    /// File to write
    #[arg(long, value_name = "FILE.readout", value_hint = ValueHint::FilePath)]
    out: PathBuf,
}

impl Prepare {
    pub(super) fn run(self, open: impl Fn(&Path) -> miette::Result<Prepared>) -> miette::Result<()> {
        let bundle = folder::bundle(&open(&self.documents)?.corpus)?;
        write(&self.out, &self.documents, &bundle)?;
        println!("{}: {}", self.out.display(), size(bundle.len()));
        Ok(())
    }
}

/// Writes one file, but never over a file among the `documents` that may be one of them.
///
/// # Errors
/// Where it is one, or cannot be written.
pub(super) fn write(path: &Path, documents: &Path, bytes: &[u8]) -> miette::Result<()> {
    let ours = path.extension().is_some_and(|extension| extension == "readout");
    let among_documents = || {
        let folder = documents.canonicalize().ok()?;
        Some(path.canonicalize().ok()?.starts_with(folder))
    };
    if !ours && among_documents() == Some(true) {
        return Err(miette!(
            help = "choose a file outside the folder of the documents with --out",
            "will not write over {}: it stands among the documents",
            path.display()
        ));
    }
    fs::write(path, bytes).map_err(|error| {
        miette!(
            help = "choose a file in a folder that exists and that you may write to with --out",
            "cannot write {}: {}",
            path.display(),
            in_words(&error)
        )
    })
}
