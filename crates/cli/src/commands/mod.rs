//! The commands: what each is asked, and what it does.

mod build;
mod check;
mod explain;
mod export;
mod manual;
mod new;
mod prepare;
mod serve;

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use miette::{IntoDiagnostic, WrapErr};
use serde::Serialize;

use crate::cache::Caching;
use crate::folder::{self, Prepared};
use crate::report;

/// Turns a folder of documents about meetings into an explorer: who said what, when, in whose words,
/// and what the other account left out.
///
/// A folder of bare files is enough: text, web pages, Markdown, or one document a line. Nothing leaves
/// this machine, and what is built needs no server.
#[derive(Debug, Parser)]
#[command(
    name = "readout",
    version,
    arg_required_else_help = true,
    after_help = "Start here:\n  \
        readout new talks                 make a folder; put your texts into it\n  \
        readout check talks               what is missing or doubtful, and how to mend it\n  \
        readout serve talks --open        look at it; it follows your changes\n  \
        readout build talks --out site    write the site, to be uploaded anywhere\n\n\
        `readout help COMMAND` says more about each, with examples."
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Print every warning, also where many say the same.
    #[arg(long, global = true)]
    all_warnings: bool,
    /// Prepare every document, also those that did not change; keep nothing in the folder for caches.
    #[arg(long, global = true)]
    no_cache: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::New),
    Check(check::Check),
    Explain(explain::Explain),
    Serve(serve::Serve),
    Build(build::Build),
    Export(export::Export),
    Prepare(prepare::Prepare),
    Completions(manual::Completions),
    Man(manual::Man),
}

impl Arguments {
    /// Does what was asked, and says on standard error what went wrong, with what to do about it.
    pub fn run(self) -> ExitCode {
        let all = self.all_warnings;
        let caching = if self.no_cache { Caching::Off } else { Caching::On };
        let open = |documents: &Path| open(documents, all, caching);
        // `check` says with 1 that it found something, so that failing is another status.
        let failed = if matches!(self.command, Command::Check(_)) { 2 } else { 1 };
        let done = match self.command {
            Command::New(command) => command.run(all, caching).map(|()| ExitCode::SUCCESS),
            Command::Check(command) => command.run(all, caching),
            Command::Explain(command) => command.run(caching).map(|()| ExitCode::SUCCESS),
            Command::Serve(command) => command.run(all, caching).map(|()| ExitCode::SUCCESS),
            Command::Build(command) => command.run(open).map(|()| ExitCode::SUCCESS),
            Command::Export(command) => command.run(open).map(|()| ExitCode::SUCCESS),
            Command::Prepare(command) => command.run(all, caching).map(|()| ExitCode::SUCCESS),
            Command::Completions(command) => command.run().map(|()| ExitCode::SUCCESS),
            Command::Man(command) => command.run().map(|()| ExitCode::SUCCESS),
        };
        done.unwrap_or_else(|failure| {
            eprintln!("Error: {failure:?}");
            ExitCode::from(failed)
        })
    }
}

/// Prepares a folder, says what was doubtful, and goes on only with a corpus that has a document.
fn open(documents: &Path, all_warnings: bool, caching: Caching) -> miette::Result<Prepared> {
    let prepared = folder::prepare(documents, caching)?;
    report::print(&prepared.summary(), all_warnings);
    folder::with_documents(prepared.corpus.documents.len(), documents)?;
    Ok(prepared)
}

/// Form of what a command says.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// Lines to read
    Text,
    /// One JSON object
    Json,
}

/// A value as JSON, with the end of its last line.
fn json(value: &impl Serialize) -> miette::Result<String> {
    let mut json =
        serde_json::to_string_pretty(value).into_diagnostic().wrap_err("cannot write it as JSON")?;
    json.push('\n');
    Ok(json)
}

/// Writes to standard output. A reader (`head`) that has what it wanted is no failure.
fn print(bytes: &[u8]) -> miette::Result<()> {
    match io::stdout().write_all(bytes) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.into_diagnostic().wrap_err("cannot write to standard output"),
    }
}
