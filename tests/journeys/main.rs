//! Journeys of readers through the built app, in three engines over WebDriver: each journey is a test of its
//! own in each of them.
//!
//! They need a built app, so that `make test` shows them the way and makes them mandatory:
//! `READOUT_APP` is the folder of the built app, `READOUT_PROGRAM` the `readout` program,
//! `READOUT_SHARED` the folder that has the five real documents. Journeys for which one is missing are
//! shown as ignored. `READOUT_GECKODRIVER` is geckodriver, where it is not on PATH. With
//! `READOUT_SCREENSHOTS`, a folder, pictures are taken instead.

mod address;
mod axe;
mod documents;
mod failure;
mod harness;
mod hostile;
mod inert;
mod keyboard;
mod languages;
mod phone;
mod pictures;
mod published;
mod reader;
mod renewed;
mod share;
mod timeline;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use harness::{Browsers, Corpora, Corpus, Engine, Page, Way};
use libtest_mimic::{Arguments, Trial};

/// A reader's way through the explorer, and where it is walked.
#[derive(Clone, Copy)]
struct Journey {
    /// What holds.
    name: &'static str,
    /// The documents that are open.
    corpus: Corpus,
    /// It panics where something does not hold.
    walk: fn(&Page),
    /// The engines that it is walked in.
    engines: &'static [Engine],
    /// The ways on which the explorer reaches its reader.
    ways: &'static [Way],
}

/// A journey for every engine, through documents that `readout serve` serves.
const fn journey(name: &'static str, corpus: Corpus, walk: fn(&Page)) -> Journey {
    Journey { name, corpus, walk, engines: &Engine::ALL, ways: &[Way::Served] }
}

impl Journey {
    /// For these engines alone; the comment beside it says why.
    const fn only(self, engines: &'static [Engine]) -> Self {
        Self { engines, ..self }
    }

    /// On these ways.
    const fn by(self, ways: &'static [Way]) -> Self {
        Self { ways, ..self }
    }
}

const JOURNEYS: [&[Journey]; 13] = [
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
    published::JOURNEYS,
    renewed::JOURNEYS,
    axe::JOURNEYS,
];

/// What journeys share.
struct Stage {
    browsers: Browsers,
    corpora: Corpora,
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let stage = Arc::new(Stage { browsers: Browsers::default(), corpora: Corpora::new() });
    let trials = match std::env::var_os("READOUT_SCREENSHOTS").map(PathBuf::from) {
        Some(folder) => pictures::trials(&stage, &folder),
        None => trials(&stage),
    };
    for corpus in Corpus::ALL {
        if let Some(reason) = stage.corpora.missing(corpus) {
            eprintln!("skipped: journeys through {corpus:?}: {reason}");
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(stage); // ends the browsers and the servers
    conclusion.exit_code()
}

/// A trial for each engine, journey and way. Engine by engine, so that few browsers wait for the others' end.
fn trials(stage: &Arc<Stage>) -> Vec<Trial> {
    let mut trials = Vec::new();
    for engine in Engine::ALL {
        for journey in JOURNEYS.into_iter().flatten().filter(|journey| journey.engines.contains(&engine)) {
            trials.extend(journey.ways.iter().map(|way| trial(engine, *journey, *way, stage)));
        }
    }
    trials
}

fn trial(engine: Engine, journey: Journey, way: Way, stage: &Arc<Stage>) -> Trial {
    let name = match way {
        Way::Served | Way::Broken(_) => format!("{engine}: {}", journey.name),
        way => format!("{engine}, {way}: {}", journey.name),
    };
    let missing = stage.corpora.missing(journey.corpus);
    let stage = Arc::clone(stage);
    let walk = move || {
        let place = stage.corpora.place(journey.corpus, way)?;
        let page = Page::open(&stage.browsers, engine, place)?;
        (journey.walk)(&page);
        page.check_quiet();
        page.close(&stage.browsers);
        Ok(())
    };
    Trial::test(name, walk).with_ignored_flag(missing.is_some())
}
