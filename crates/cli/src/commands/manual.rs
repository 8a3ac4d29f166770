//! `readout completions` and `readout man`: what shells and `man` read, made from the commands
//! themselves, so that they cannot say anything else.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use clap::{Args, Command, CommandFactory as _, ValueHint};
use clap_complete::Shell;
use miette::{IntoDiagnostic, WrapErr, miette};

use super::Arguments;
use crate::files::in_words;

/// Print the completions of a shell
///
/// The shell reads them when it starts, and then completes commands, options and folders.
#[derive(Debug, Args)]
#[command(after_help = "Where they go:\n  \
    bash         readout completions bash > ~/.local/share/bash-completion/completions/readout\n  \
    zsh          readout completions zsh > _readout, in a folder of $fpath\n  \
    fish         readout completions fish > ~/.config/fish/completions/readout.fish\n  \
    powershell   readout completions powershell >> $PROFILE\n  \
    elvish       readout completions elvish >> ~/.config/elvish/rc.elv")]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Print the man page, or write one for each command
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    readout man | man -l -                            read it\n  \
    readout man --out ~/.local/share/man/man1         keep it, with a page for each command")]
pub(super) struct Man {
    /// Folder to write the pages of all commands to
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    out: Option<PathBuf>,
}

impl Completions {
    pub(super) fn run(self) -> miette::Result<()> {
        let mut script = Vec::new();
        let mut command = Arguments::command();
        let name = command.get_name().to_owned();
        clap_complete::generate(self.shell, &mut command, name, &mut script);
        print(&script)
    }
}

impl Man {
    pub(super) fn run(self) -> miette::Result<()> {
        let Some(folder) = self.out else {
            let mut page = Vec::new();
            clap_mangen::Man::new(described())
                .render(&mut page)
                .into_diagnostic()
                .wrap_err("cannot make the man page")?;
            return print(&page);
        };
        let written =
            fs::create_dir_all(&folder).and_then(|()| clap_mangen::generate_to(described(), &folder));
        written.map_err(|error| {
            miette!(
                help = "give a folder that you may write to with --out",
                "cannot write the man pages to {}: {}",
                folder.display(),
                in_words(&error)
            )
        })?;
        println!("{}", folder.display());
        Ok(())
    }
}

/// The commands as man pages describe them: `help` has none of its own.
fn described() -> Command {
    Arguments::command().disable_help_subcommand(true)
}

fn print(bytes: &[u8]) -> miette::Result<()> {
    match io::stdout().write_all(bytes) {
        // The reader (`head`) has what it wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.into_diagnostic().wrap_err("cannot write to standard output"),
    }
}
