//! What became of corrections. One that is for several documents has found its place where it is made in
//! one of them, which only the whole corpus shows.

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::{Document, Warning};
use serde::{Deserialize, Serialize};

use super::Placed;
use crate::Settings;

/// How the problem of a correction begins.
const CORRECTION: &str = "the correction ";

/// What became of one correction in one document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Outcome {
    /// File that the correction stands in.
    pub file: String,
    /// Its line there, from 1.
    pub line: u32,
    /// How messages call it; tells several apart that stand in one line.
    pub what: String,
    /// What is wrong and what to do, where it could not be made.
    pub failed: Option<(String, String)>,
}

impl Outcome {
    pub(super) fn of(placed: Placed, document: &Document) -> Self {
        let Placed { correction, failed, .. } = placed;
        let at = &document.card.file;
        let failed = failed.map(|(problem, remedy)| match correction.file == *at {
            true => (problem, remedy),
            false => (format!("{problem} (in {at})"), remedy),
        });
        Self { what: correction.named(), file: correction.file, line: correction.line, failed }
    }
}

/// The corrections that were made in no document, as warnings.
pub(crate) fn untold(settings: &Settings, outcomes: Vec<Outcome>) -> Vec<Warning> {
    let mut failed = BTreeMap::new();
    let mut made = BTreeSet::new();
    let mut tried = BTreeSet::new();
    for Outcome { file, line, what, failed: problem } in outcomes {
        let at = (file, line, what);
        tried.insert(at.clone());
        match problem {
            Some(problem) => {
                failed.entry(at).or_insert(problem);
            }
            None => {
                made.insert(at);
            }
        }
    }
    for rule in &settings.corrections {
        let at = (rule.correction.file.clone(), rule.correction.line, rule.correction.named());
        if !tried.contains(&at) {
            let problem = format!("{CORRECTION}is for “{}”, and no document is called so", rule.named);
            failed.insert(at, (problem, "name a file as the folder has it, or take it out".to_owned()));
        }
    }
    let failed = failed.into_iter().filter(|(at, _)| !made.contains(at));
    failed
        .map(|((file, line, _), (problem, remedy))| Warning { file, line: Some(line), problem, remedy })
        .collect()
}

/// Whether a warning is of a correction that was made nowhere.
pub fn is_of_correction(warning: &Warning) -> bool {
    warning.problem.starts_with(CORRECTION)
}
