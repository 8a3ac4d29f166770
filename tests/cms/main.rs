//! The explorer in a real WordPress and a real Ghost: posts are published as their authors would, through
//! the CMS's own API with accounts of its own, and opened in Chromium.
//!
//! The CMSs are started by `run.sh` (`make test-cms`), which names them in a file: `READOUT_CMS`. Without it
//! the tests are shown as ignored.

mod embed;
mod ghost;
mod http;
mod newsroom;
mod post;
mod wordpress;

/// The browsers of the journeys.
#[path = "../journeys/harness"]
#[allow(dead_code, reason = "journeys use the rest of it")]
mod harness {
    pub(crate) mod browser;
    mod chromium;
    mod companion;
    pub(crate) mod engine;
    mod firefox;
    mod gate;
    pub(crate) mod patience;
    mod webkit;
}

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial};

use newsroom::Newsroom;

/// What holds, and a test of it; it panics where it does not hold.
type Case = (&'static str, fn(&Newsroom) -> Result<(), String>);

const CASES: [&[Case]; 2] = [wordpress::CASES, ghost::CASES];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let newsroom = match Newsroom::of_this_run() {
        Ok(newsroom) => newsroom.map(Arc::new),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    if newsroom.is_none() {
        eprintln!(
            "skipped: tests in WordPress and Ghost: none is named in READOUT_CMS; make test-cms starts both"
        );
    }
    let trial = |&(name, case): &Case| {
        let here = newsroom.clone();
        let missing = here.is_none();
        let run = move || match here {
            Some(newsroom) => case(&newsroom).map_err(Into::into),
            None => Err("there is no CMS to publish in".into()),
        };
        Trial::test(name, run).with_ignored_flag(missing)
    };
    let trials = CASES.into_iter().flatten().map(trial).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}
