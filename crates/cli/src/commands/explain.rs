//! `readout explain`: why each mark of a document is there.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueHint};
use console::{Style, Term, style};
use miette::miette;
use readout_corpus::{Card, Document, Origin};
use readout_query::correct::stem;
use serde::Serialize;

use super::{Form, json, print};
use crate::cache::Caching;
use crate::check::{Lines, Place};
use crate::explain::{self, Mark, Sentence, Told};
use crate::folder;

/// The version of the JSON form.
const FORMAT: u32 = 1;

/// Columns of the text where nobody says how many there are, and at most.
const COLUMNS: usize = 100;

/// Columns of what stands to the left of sentences and of what marks say.
const NUMBER: usize = 5;
const LAYER: usize = 14;

/// Explain why each mark of a document is there: rule, evidence, confidence, origin
///
/// Prints the document sentence by sentence. Under each stand its marks: what they say, and the rule that made
/// them with its evidence and confidence (of 100), or that an editor did. With a sentence, also the lines that
/// correct its marks.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    readout explain talks 2017-11-22-ministry        a document by its id\n  \
    readout explain talks ministry/talks.txt:4       its fourth sentence, and the lines that correct it\n  \
    readout explain talks talks.txt:0                its title\n  \
    readout explain talks talks --format json        for programs")]
pub(super) struct Explain {
    /// Folder with the documents
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    documents: PathBuf,
    /// Document, by its id or its file, and the number of a sentence, where one alone is meant
    #[arg(value_name = "DOC[:SENTENCE]")]
    what: String,
    /// Form of the explanation
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// The explanation as JSON.
#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    document: &'a str,
    file: &'a str,
    meetings: Vec<Told<'a>>,
    sentences: Vec<Sentence<'a>>,
}

impl Explain {
    pub(super) fn run(self, caching: Caching) -> miette::Result<()> {
        let prepared = folder::prepare(&self.documents, caching)?;
        let corpus = &prepared.corpus;
        folder::with_documents(corpus.documents.len(), &self.documents)?;
        let (index, sentence) = match explain::named(corpus, &self.what) {
            Ok(index) => (index, None),
            Err(near) => match self.what.rsplit_once(':').map(|(name, n)| (name, n.parse::<u32>())) {
                Some((name, Ok(number))) => {
                    (explain::named(corpus, name).map_err(|near| unknown(name, &near))?, Some(number))
                }
                _ => return Err(unknown(&self.what, &near)),
            },
        };
        let document = &corpus.documents[index];
        let last = document.sentences.len().saturating_sub(1);
        if sentence.is_some_and(|number| number as usize > last) {
            return Err(miette!(
                help = format!("its sentences are 1 to {last}; 0 is the title"),
                "{} has no sentence {}",
                document.card.id,
                sentence.unwrap_or_default()
            ));
        }
        let lines = Lines::new(&self.documents, &prepared);
        let mut sentences = explain::sentences(document, |n| lines.of(&Place::Sentence(index, n)).1);
        sentences.retain(|each| sentence.is_none_or(|number| number == each.n));
        let mut meetings = explain::meetings(corpus, document);
        let tells =
            |told: &Told<'_>, n| told.sentences.iter().any(|(first, last)| (*first..=*last).contains(&n));
        meetings.retain(|told| sentence.is_none_or(|number| tells(told, number)));
        let text = match self.format {
            Form::Text => {
                let columns = Term::stdout().size_checked().map_or(COLUMNS, |(_, columns)| columns as usize);
                text(document, &meetings, &sentences, columns.min(COLUMNS), sentence.is_some())
            }
            Form::Json => {
                let (document, file) = (&document.card.id, &document.card.file);
                let report = Report { format: FORMAT, document, file, meetings, sentences };
                json(&report)?
            }
        };
        print(text.as_bytes())
    }
}

fn unknown(name: &str, near: &[String]) -> miette::Report {
    let help = match near {
        [] => "give its id or its file; `readout export DIR` lists the documents".to_owned(),
        near => format!("did you mean {}?", near.join(", or ")),
    };
    miette!(help = help, "no one document is called “{name}”")
}

fn text(
    document: &Document,
    meetings: &[Told<'_>],
    sentences: &[Sentence<'_>],
    columns: usize,
    correct: bool,
) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{}", style(&document.card.title).bold());
    let _ = writeln!(out, "{}\n", style(facts(&document.card).join(" · ")).dim());
    for told in meetings {
        let place = told.place.map_or_else(String::new, |place| format!(", {place}"));
        let runs: Vec<String> =
            told.sentences.iter().map(|(first, last)| format!("{first}–{last}")).collect();
        let says =
            format!("{}{place}: {}; sentences {}", told.days, told.participants.join(", "), runs.join(", "));
        row(&mut out, told.layer, &says, columns);
        if !told.others.is_empty() {
            row(&mut out, "", &format!("also told by {}", told.others.join(", ")), columns);
        }
        because(&mut out, &why(told.rule, told.evidence, told.confidence, told.origin), told.id, columns);
    }
    if !meetings.is_empty() {
        out.push('\n');
    }
    for sentence in sentences {
        let first = format!("{:>width$}  ", sentence.n, width = NUMBER - 2);
        let options = textwrap::Options::new(columns).initial_indent(&first).subsequent_indent("     ");
        for line in textwrap::wrap(sentence.text, options) {
            let _ = writeln!(out, "{}", style(line).bold());
        }
        for mark in &sentence.marks {
            // A cue is evidence; what a statement stands on is its sentence.
            let words = mark.words.filter(|words| mark.layer != "statement" && *words != mark.says);
            let words = words.map_or_else(String::new, |words| format!("“{words}” → "));
            row(&mut out, mark.layer, &format!("{words}{}", mark.says), columns);
            let id = mark.id.rsplit_once(':').map_or(mark.id.as_str(), |(_, id)| id);
            because(&mut out, &why(mark.rule, mark.evidence, mark.confidence, mark.origin), id, columns);
        }
        out.push('\n');
    }
    if correct {
        corrections(&mut out, &document.card, sentences.iter().flat_map(|sentence| &sentence.marks));
    }
    out
}

/// What is known of a document, in a line.
fn facts(card: &Card) -> Vec<String> {
    let mut facts = vec![card.id.clone(), card.file.clone()];
    let side = card.side.as_ref().map_or_else(String::new, |side| format!(" (speaks for {side})"));
    facts.push(
        card.source.as_ref().map_or_else(|| "no known source".to_owned(), |name| format!("{name}{side}")),
    );
    facts.push(card.published.map_or_else(|| "no known date".to_owned(), |day| format!("published {day}")));
    if let Some(line) = &card.dateline {
        let parts = [line.place.clone(), line.date.map(|day| day.to_string())];
        facts.push(format!("dateline {}", parts.into_iter().flatten().collect::<Vec<_>>().join(", ")));
    }
    facts.push(card.language.clone());
    facts
}

fn row(out: &mut String, layer: &str, says: &str, columns: usize) {
    let first = format!("{:NUMBER$}{layer:<width$}", "", width = LAYER);
    let rest = " ".repeat(NUMBER + LAYER);
    let options = textwrap::Options::new(columns).initial_indent(&first).subsequent_indent(&rest);
    for line in textwrap::wrap(says, options) {
        let coloured = line.replacen(layer, &style(layer).cyan().to_string(), usize::from(!layer.is_empty()));
        let _ = writeln!(out, "{coloured}");
    }
}

fn why(rule: &str, evidence: &str, confidence: f64, origin: Origin) -> String {
    let evidence = if evidence.is_empty() { String::new() } else { format!("“{evidence}” · ") };
    match origin {
        Origin::Rule => format!("{rule} · {evidence}{:.0} of 100", confidence * 100.0),
        Origin::Editor => format!("by an editor · {}", evidence.trim_end_matches(" · ")),
    }
}

fn because(out: &mut String, why: &str, id: &str, columns: usize) {
    let indent = " ".repeat(NUMBER + LAYER);
    let options = textwrap::Options::new(columns).initial_indent(&indent).subsequent_indent(&indent);
    for line in textwrap::wrap(&format!("{why} · {id}"), options) {
        let _ = writeln!(out, "{}", Style::new().dim().apply_to(line));
    }
}

/// The lines that correct the marks.
fn corrections<'a>(out: &mut String, card: &Card, marks: impl Iterator<Item = &'a Mark<'a>>) {
    let lines: Vec<&str> = marks.map(|mark| mark.correction.as_str()).collect();
    if lines.is_empty() {
        return;
    }
    let stem = stem(&card.file);
    let _ = writeln!(
        out,
        "{}",
        style(format!("To correct one, put its lines into {stem}.toml and change them:")).green()
    );
    let _ = write!(out, "\n{}", lines.join("\n"));
}
