//! The `readout` program. What it does is in `commands`.

use std::process::ExitCode;

use clap::Parser;
use miette::MietteHandlerOpts;
use readout_cli::commands::Arguments;

/// A fifth faster than the platform's own: preparation makes and forgets many small texts.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Paths and remedies stay on one line, so that they can be copied and searched for. Setting it
    // fails only where it was set before, and this is the first line of the program.
    let _ = miette::set_hook(Box::new(|_| Box::new(MietteHandlerOpts::new().wrap_lines(false).build())));
    Arguments::parse().run()
}
