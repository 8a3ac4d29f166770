//! The commands: what each is asked, and what it does.

mod build;
mod export;
mod prepare;
mod serve;

use std::path::Path;

use clap::{Parser, Subcommand};

use crate::folder::{self, Prepared};
use crate::report;

/// Turns a folder of documents about meetings into an explorer: who said what, when, in whose words,
/// and what the other account left out.
#[derive(Debug, Parser)]
#[command(name = "readout", version, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Print every warning, also where many say the same.
    #[arg(long, global = true)]
    all_warnings: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    Prepare(prepare::Prepare),
    Export(export::Export),
    Build(build::Build),
    Serve(serve::Serve),
}

impl Arguments {
    /// Does what was asked.
    ///
    /// # Errors
    /// What went wrong, with what to do about it.
    pub fn run(self) -> miette::Result<()> {
        let open = |documents: &Path| open(documents, self.all_warnings);
        match self.command {
            Command::Prepare(command) => command.run(open),
            Command::Export(command) => command.run(open),
            Command::Build(command) => command.run(open),
            Command::Serve(command) => command.run(self.all_warnings),
        }
    }
}

/// Prepares a folder, says what was doubtful, and goes on only with a corpus that has a document.
fn open(documents: &Path, all_warnings: bool) -> miette::Result<Prepared> {
    let prepared = folder::prepare(documents)?;
    report::print(&prepared, all_warnings);
    folder::with_documents(&prepared.corpus, documents)?;
    Ok(prepared)
}
