//! `readout prepare`: a folder of documents as one file.

use std::fs::{self, File};
use std::io::{self, BufWriter, Seek as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use miette::{IntoDiagnostic as _, WrapErr as _, miette};
use readout_corpus::bundle::WriteError;

use crate::cache::Caching;
use crate::files::in_words;
use crate::report::{self, size};
use crate::{folder, stream};

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
    pub(super) fn run(self, all_warnings: bool, caching: Caching) -> miette::Result<()> {
        let stream = stream::open(&self.documents, caching)?;
        report::print(&stream.summary(), all_warnings);
        folder::with_documents(stream.summary().documents, &self.documents)?;
        guard(&self.out, &self.documents)?;
        let written = File::create(&self.out).map_err(WriteError::from).and_then(|file| {
            let mut out = BufWriter::new(file);
            stream.write(&mut out)?;
            Ok(out.stream_position()?)
        });
        match written {
            Ok(bytes) => {
                let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
                println!("{}: {}", self.out.display(), size(bytes));
            }
            Err(error) => {
                // Half a bundle is none.
                if self.out.is_file() {
                    let _ = fs::remove_file(&self.out);
                }
                return match error {
                    WriteError::Io(error) => Err(refused(&self.out, &error)),
                    WriteError::Broken(error) => {
                        Err(error).into_diagnostic().wrap_err("cannot write the bundle")
                    }
                };
            }
        }
        Ok(())
    }
}

/// Writes one file, but never over a file among the `documents` that may be one of them.
///
/// # Errors
/// Where it is one, or cannot be written.
pub(super) fn write(path: &Path, documents: &Path, bytes: &[u8]) -> miette::Result<()> {
    guard(path, documents)?;
    fs::write(path, bytes).map_err(|error| refused(path, &error))
}

/// Checks that a file that is to be written is none of the `documents`.
fn guard(path: &Path, documents: &Path) -> miette::Result<()> {
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
    Ok(())
}

/// The error for a file that could not be written.
fn refused(path: &Path, error: &io::Error) -> miette::Report {
    miette!(
        help = "choose a file in a folder that exists and that you may write to with --out",
        "cannot write {}: {}",
        path.display(),
        in_words(error)
    )
}
