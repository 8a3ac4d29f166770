//! `readout new`: the start of a corpus.

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use miette::miette;

use crate::cache::Caching;
use crate::files::{SITE_LIST, in_words};
use crate::folder;
use crate::{report, starter};

const SETTINGS: &str = "corpus.toml";
const EXAMPLE: &str = "example.md";

/// Start a corpus: a folder with a commented corpus.toml
///
/// Where DIR is missing or empty, it gets a corpus.toml and one small example, which you replace with
/// documents of your own. Where DIR holds documents already, it gets a corpus.toml that says what was
/// found in them. No file is ever written over.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    readout new talks            start an empty corpus in talks/\n  \
    readout new downloads/2024   start from the texts that are there")]
pub(super) struct New {
    /// Folder of the documents: new, empty, or with documents
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    documents: PathBuf,
}

impl New {
    pub(super) fn run(self, all_warnings: bool, caching: Caching) -> miette::Result<()> {
        let here = self.documents.display();
        let settings = self.documents.join(SETTINGS);
        if settings.exists() {
            return Err(miette!(
                help = "change it by hand; `readout check` says what it lacks",
                "{} is there already; nothing was changed",
                settings.display()
            ));
        }
        if self.documents.join(SITE_LIST).exists() {
            return Err(miette!(
                help = "give the folder of the documents",
                "{here} is a site that Readout built; nothing was changed"
            ));
        }
        let name = name_of(&self.documents);
        if is_empty(&self.documents)? {
            fs::create_dir_all(&self.documents).map_err(|error| cannot("make", &self.documents, &error))?;
            write(&settings, &starter::empty(&name))?;
            let example = self.documents.join(EXAMPLE);
            write(&example, starter::EXAMPLE)?;
            say(&format!(
                "{}: title, sources and sides, to complete\n\
                 {}: an example; delete it and put documents of your own beside it\n  \
                 (.txt, .md, .html or .jsonl, in subfolders as you like)",
                settings.display(),
                example.display()
            ));
        } else {
            let prepared = folder::prepare(&self.documents, caching)?;
            report::print(&prepared.summary(), all_warnings);
            write(&settings, &starter::found(&name, &prepared))?;
            say(&format!("{}: what was found, to check and complete", settings.display()));
        }
        let quoted = shell_word(&self.documents.to_string_lossy());
        say(&format!(
            "\nNext:\n  \
             readout check {quoted}    what is missing or doubtful, and how to mend it\n  \
             readout serve {quoted}    open it on this machine; it follows your changes"
        ));
        Ok(())
    }
}

/// Whether there is nothing in a folder, or no folder.
fn is_empty(folder: &Path) -> miette::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            // What is hidden is no document.
            Ok(!entries.any(|entry| entry.is_ok_and(|e| !e.file_name().as_encoded_bytes().starts_with(b"."))))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(cannot("open", folder, &error)),
    }
}

/// Writes a new file; one that is there stays as it is.
fn write(path: &Path, text: &str) -> miette::Result<()> {
    let mut options = OpenOptions::new();
    let file = options.write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| cannot("write", path, &error))
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> miette::Report {
    miette!(
        help = "give a folder that you may write to",
        "cannot {what} {}: {}",
        path.display(),
        in_words(error)
    )
}

/// Where nobody reads it any more, the files are written all the same.
fn say(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// The name of a folder, also of `.`; empty where it has none.
fn name_of(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    whole.file_name().map(OsStr::to_string_lossy).unwrap_or_default().into_owned()
}

/// A path as a shell takes it for one word.
fn shell_word(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\._-:+@".contains(c);
    if path.chars().all(plain) { path.to_owned() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_to_a_shell() {
        let check = |path: &str, expect: &str| assert_eq!(shell_word(path), expect);
        check("talks/2019", "talks/2019");
        check("my talks", "'my talks'");
        check("it's", r"'it'\''s'");
        check("회담", "회담");
    }
}
