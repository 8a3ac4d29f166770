//! Files that could not be used, documents that do not say when or by whom they were published, and
//! publishers of whom it is not known whom they speak for.

use std::collections::BTreeSet;

use readout_corpus::{Corpus, Document, Source, SourceKind, Warning};

use readout_prepare::is_of_correction;

use super::paste::{Paste, quoted};
use super::{Finding, Material, Place, Severity};

/// What belongs into `kind`.
const SOURCE_KINDS: &str = "official, state-media, wire or other";

/// Sides that are named as examples.
const EXAMPLES: usize = 4;

/// What reading and preparing warned of.
pub(super) fn files(material: Material<'_>) -> Vec<Finding> {
    let used: BTreeSet<&str> = material.corpus.documents.iter().map(|d| d.card.file.as_str()).collect();
    let severity = |warning: &Warning| {
        // A line of a file that is used otherwise is left out, too; settings are no document.
        if used.contains(warning.file.as_str()) { Severity::Warning } else { Severity::Error }
    };
    let warnings = material.corpus.overview.warnings.iter().filter(|warning| !is_of_correction(warning));
    warnings
        .map(|warning| (severity(warning), warning))
        .chain(material.theme.iter().map(|warning| (Severity::Warning, warning)))
        .map(|(severity, warning)| told(severity, warning))
        .collect()
}

/// Corrections that no longer find their place.
pub(super) fn corrections(material: Material<'_>) -> Vec<Finding> {
    let warnings = material.corpus.overview.warnings.iter().filter(|warning| is_of_correction(warning));
    warnings.map(|warning| told(Severity::Warning, warning)).collect()
}

fn told(severity: Severity, warning: &Warning) -> Finding {
    Finding {
        severity,
        place: Place::File(warning.file.clone(), warning.line),
        problem: warning.problem.clone(),
        sentence: None,
        remedy: warning.remedy.clone(),
        paste: None,
    }
}

/// Documents of which neither the day of publication nor that of the report is known.
pub(super) fn without_date(material: Material<'_>) -> Vec<Finding> {
    let dateless = |document: &Document| {
        document.card.published.is_none() && document.card.dateline.as_ref().is_none_or(|d| d.date.is_none())
    };
    each(material, dateless, |place, document| {
        let named = document.dates.iter().find(|date| date.days.days() == 1);
        let (guess, comment) = match named {
            Some(date) => (date.days.from.to_string(), "a guess: the first day that its text names"),
            None => (String::new(), "the day, as 2017-11-22"),
        };
        Finding {
            severity: Severity::Warning,
            place,
            problem: "it is not known when it was published".to_owned(),
            sentence: None,
            remedy: format!("say so{}", own_words(document, "published")),
            paste: Some(about(document).complete("published", &guess, comment)),
        }
    })
}

/// Documents of which it is not known who published them.
pub(super) fn without_source(material: Material<'_>) -> Vec<Finding> {
    let whom = whom(material.corpus);
    each(
        material,
        |document| document.card.source.is_none(),
        |place, document| {
            let files = format!("[{}]", quoted(&document.card.file));
            let table = Paste::table("source")
                .complete("name", "", "who published it: a ministry, an agency, a paper")
                .complete("side", "", &whom)
                .complete("kind", "other", SOURCE_KINDS)
                .value("files", &files, "  # and their others; * stands for any letters");
            Finding {
                severity: Severity::Warning,
                place,
                problem: "it is not known who published it".to_owned(),
                sentence: None,
                remedy: format!("say so{}", own_words(document, "source")),
                paste: Some(table),
            }
        },
    )
}

/// Officials and state media without a side, and sources of which nothing is known.
pub(super) fn sources_without_side(material: Material<'_>) -> Vec<Finding> {
    let corpus = material.corpus;
    let mut found = Vec::new();
    for source in corpus.overview.sources.iter().filter(|source| source.side.is_none()) {
        let speaks = matches!(source.kind, SourceKind::Official | SourceKind::StateMedia);
        if !speaks && material.settings.knows_source(&source.name) {
            continue;
        }
        let problem = match speaks {
            true => format!("“{}” speaks for a side, and it is not said which", source.name),
            false => format!("it is not known what “{}” is, and whom it speaks for", source.name),
        };
        let named = Some(source.name.as_str());
        let first = corpus.documents.iter().position(|document| document.card.source.as_deref() == named);
        found.push(Finding {
            severity: Severity::Warning,
            place: first.map_or(Place::Corpus, Place::Document),
            problem,
            sentence: None,
            remedy: "say so".to_owned(),
            paste: Some(source_table(source, corpus)),
        });
    }
    found
}

/// The lines of corpus.toml that say what a source is, as far as it is known.
pub(crate) fn source_table(source: &Source, corpus: &Corpus) -> Paste {
    let kind = match source.kind {
        SourceKind::Official => "official",
        SourceKind::StateMedia => "state-media",
        SourceKind::Wire => "wire",
        SourceKind::Other => "other",
    };
    Paste::table("source")
        .text("name", &source.name)
        .complete("side", source.side.as_deref().unwrap_or_default(), &whom(corpus))
        .complete("kind", kind, SOURCE_KINDS)
}

/// What belongs into `side`, with sides of this corpus as examples.
fn whom(corpus: &Corpus) -> String {
    let sides: Vec<&str> =
        corpus.overview.sides.iter().map(|side| side.key.as_str()).take(EXAMPLES).collect();
    let sides = if sides.is_empty() { "China, ROK, …".to_owned() } else { sides.join(", ") };
    format!("whom it speaks for ({sides}); empty for nobody")
}

/// A finding for each document that is so.
fn each(
    material: Material<'_>,
    is_so: impl Fn(&Document) -> bool,
    finding: impl Fn(Place, &Document) -> Finding,
) -> Vec<Finding> {
    let documents = material.corpus.documents.iter().enumerate().filter(|(_, document)| is_so(document));
    documents.map(|(index, document)| finding(Place::Document(index), document)).collect()
}

fn about(document: &Document) -> Paste {
    Paste::table("document").text("file", &document.card.file)
}

/// How the file itself can say it.
fn own_words(document: &Document, key: &str) -> String {
    match document.card.file.rsplit_once('.').map(|(_, extension)| extension) {
        Some("md" | "markdown") => format!(" in its front matter (`{key}: …`)"),
        Some("jsonl" | "ndjson") => {
            format!(" in its line (`\"{key}\": …`); corpus.toml speaks of the whole file")
        }
        _ => String::new(),
    }
}
