//! Statements of which it is doubtful whose they are.

use readout_query::correct::of_sentence;

use super::paste::Paste;
use super::{Finding, Material, Place, Severity};

/// A statement whose speaker is less sure than this is doubtful.
const DOUBTFUL: u8 = 60;

/// Statements with a doubtful speaker, the most doubtful first.
pub(super) fn doubtful(material: Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, document) in material.corpus.documents.iter().enumerate() {
        for statement in document.statements.iter().filter(|s| s.why.confidence < DOUBTFUL) {
            let finding = Finding {
                severity: Severity::Warning,
                place: Place::Sentence(index, statement.sentence),
                problem: format!(
                    "it is doubtful that the speaker is {} ({}, {} of 100)",
                    statement.speakers.join(" and "),
                    statement.why.rule,
                    statement.why.confidence
                ),
                sentence: Some(document.sentence_text(statement.sentence).to_owned()),
                remedy:
                    "confirm it, or say who it is; where somebody else, see that corpus.toml knows them, too"
                        .to_owned(),
                paste: Some(Paste::correction(document, &of_sentence(document, statement.sentence)).value(
                    "speakers",
                    "[]",
                    "  # the names, in quotation marks",
                )),
            };
            found.push((statement.why.confidence, finding));
        }
    }
    found.sort_by_key(|(confidence, _)| *confidence);
    found.into_iter().map(|(_, finding)| finding).collect()
}
