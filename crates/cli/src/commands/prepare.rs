//! `readout prepare`: a folder of documents as one file.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use miette::miette;

use crate::files::in_words;
use crate::folder::{self, Prepared};
use crate::report::size;

/// Prepare a folder of documents and write the bundle: corpus and index in one file
#[derive(Debug, Args)]
pub(super) struct Prepare {
    /// Folder with the documents (.txt, .md, .html, .jsonl) and, where there is one, corpus.toml
    #[arg(value_name = "DIR")]
    documents: PathBuf,
    /// File to write
    #[arg(long, value_name = "FILE.readout")]
    out: PathBuf,
}

impl Prepare {
    pub(super) fn run(self, open: impl Fn(&Path) -> miette::Result<Prepared>) -> miette::Result<()> {
        let bundle = folder::bundle(&open(&self.documents)?.corpus)?;
        write(&self.out, &bundle)?;
        println!("{}: {}", self.out.display(), size(bundle.len()));
        Ok(())
    }
}

/// Writes one file.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn write(path: &Path, bytes: &[u8]) -> miette::Result<()> {
    fs::write(path, bytes).map_err(|error| {
        miette!(
            help = "choose a file in a folder that exists and that you may write to with --out",
            "cannot write {}: {}",
            path.display(),
            in_words(&error)
        )
    })
}
