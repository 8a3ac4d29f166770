//! Dates that cannot be resolved, because the day of the report is not known, and dates that are doubtful.

use std::collections::BTreeSet;

use readout_prepare::unresolved_dates;
use readout_query::correct::{MarkAt, correction};

use super::paste::{Paste, quoted};
use super::{Finding, Material, Place, Severity};

/// A date that is less sure than this is doubtful.
const DOUBTFUL: u8 = 60;

/// Wordings that would be dates if it were known when their document was published, each once a document.
pub(super) fn unresolved(material: Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, document) in material.corpus.documents.iter().enumerate() {
        let mut told = BTreeSet::new();
        // A title that was made from the first words has their place; told of in the text, it is told once.
        for date in unresolved_dates(document).into_iter().rev() {
            let words = date.span.of(&document.text).unwrap_or_default();
            if !told.insert(words) {
                continue;
            }
            let lines = format!("[[correction]]\nquote = {}\nall = true\n", quoted(words));
            found.push(Finding {
                severity: Severity::Warning,
                place: Place::Sentence(index, date.sentence),
                problem: format!("“{words}” cannot be resolved: nothing says on which day that was written"),
                sentence: Some(document.sentence_text(date.sentence).to_owned()),
                remedy: "say when the document was published; or which days these words mean".to_owned(),
                paste: Some(Paste::correction(document, &lines).complete(
                    "date",
                    "",
                    "as 2017-11-22, 2017-11 or 2017",
                )),
            });
        }
    }
    found
}

/// Dates of which it is doubtful which days they mean, the most doubtful first.
pub(super) fn doubtful(material: Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, document) in material.corpus.documents.iter().enumerate() {
        for (at, date) in document.dates.iter().enumerate().filter(|(_, date)| date.why.confidence < DOUBTFUL)
        {
            let words = date.span.of(&document.text).unwrap_or_default();
            let finding = Finding {
                severity: Severity::Note,
                place: Place::Sentence(index, date.sentence),
                problem: format!(
                    "it is doubtful that “{words}” is {} ({}, {} of 100)",
                    date.days, date.why.rule, date.why.confidence
                ),
                sentence: Some(document.sentence_text(date.sentence).to_owned()),
                remedy: "confirm it, or say which days are meant".to_owned(),
                paste: Some(Paste::correction(document, &correction(document, MarkAt::Date(at)))),
            };
            found.push((date.why.confidence, finding));
        }
    }
    found.sort_by_key(|(confidence, _)| *confidence);
    found.into_iter().map(|(_, finding)| finding).collect()
}
