//! Journeys of readers through the built app, in headless Chromium over WebDriver.
//!
//! They need a built app, so that `make test` shows them the way and makes them mandatory:
//! `READOUT_APP` is the folder of the built app, `READOUT_PROGRAM` the `readout` program,
//! `READOUT_SHARED` the folder that has the five real documents. Journeys for which one is missing are
//! shown as ignored. With `READOUT_SCREENSHOTS`, a folder, pictures are taken instead.

mod address;
mod documents;
mod failure;
mod harness;
mod hostile;
mod inert;
mod keyboard;
mod languages;
mod phone;
mod pictures;
mod reader;
mod share;
mod timeline;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use harness::{Corpora, Corpus, Page};
use libtest_mimic::{Arguments, Trial};

/// What holds, the documents that are open, and the way; it panics where something does not hold.
type Journey = (&'static str, Corpus, fn(&Page));

const JOURNEYS: [&[Journey]; 10] = [
    documents::JOURNEYS,
    timeline::JOURNEYS,
    reader::JOURNEYS,
    share::JOURNEYS,
    address::JOURNEYS,
    keyboard::JOURNEYS,
    languages::JOURNEYS,
    phone::JOURNEYS,
    inert::JOURNEYS,
    failure::JOURNEYS,
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let corpora = Arc::new(Corpora::new());
    let trials = match std::env::var_os("READOUT_SCREENSHOTS").map(PathBuf::from) {
        Some(folder) => pictures::trials(&corpora, &folder),
        None => JOURNEYS.into_iter().flatten().map(|journey| trial(*journey, &corpora)).collect(),
    };
    for corpus in Corpus::ALL {
        if let Some(reason) = corpora.missing(corpus) {
            eprintln!("skipped: journeys through {corpus:?}: {reason}");
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(corpora); // ends the servers
    conclusion.exit_code()
}

fn trial((name, corpus, walk): Journey, corpora: &Arc<Corpora>) -> Trial {
    let missing = corpora.missing(corpus);
    let corpora = Arc::clone(corpora);
    let walk = move || {
        let page = Page::open(corpora.address(corpus)?)?;
        walk(&page);
        page.check_quiet();
        Ok(())
    };
    Trial::test(name, walk).with_ignored_flag(missing.is_some())
}
