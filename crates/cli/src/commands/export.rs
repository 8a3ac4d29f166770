//! `readout export`: the prepared corpus in plain words.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};
use miette::{IntoDiagnostic, WrapErr};

use super::prepare::write;
use super::print;
use crate::export::export;
use crate::folder::Prepared;

/// Export all that was found in a folder of documents, for spreadsheets and notebooks
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    readout export talks --out talks.json        everything, with the rule and evidence of each mark\n  \
    readout export talks | jq .meetings          the meetings and who tells of them")]
pub(super) struct Export {
    /// Folder with the documents
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    documents: PathBuf,
    /// Form of the export
    #[arg(long, value_enum, default_value_t = Form::Json)]
    format: Form,
    /// File to write; without it, standard output
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// One JSON object
    Json,
}

impl Export {
    pub(super) fn run(self, open: impl Fn(&Path) -> miette::Result<Prepared>) -> miette::Result<()> {
        let corpus = open(&self.documents)?.corpus.shown();
        let mut bytes = match self.format {
            Form::Json => serde_json::to_vec_pretty(&export(&corpus)),
        }
        .into_diagnostic()
        .wrap_err("cannot write the corpus as JSON")?;
        bytes.push(b'\n');
        match self.out {
            Some(path) => write(&path, &self.documents, &bytes),
            None => print(&bytes),
        }
    }
}
