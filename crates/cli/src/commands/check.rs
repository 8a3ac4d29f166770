//! `readout check`: what is doubtful or missing in a folder of documents, and how to mend it.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueHint};
use console::{Style, style};
use serde::Serialize;

use super::{Form, json, print};
use crate::cache::Caching;
use crate::check::{self, Finding, Lines, Paste, Severity};
use crate::folder;
use crate::report::count;

/// Findings of one kind that are shown unless all are asked for.
const SHOWN: usize = 5;

/// The version of the JSON form.
const FORMAT: u32 = 1;

/// Say what is doubtful or missing in a folder of documents, and how to mend it
///
/// The most serious comes first, each with its file and line, what to do and, where that can be said,
/// lines to paste into corpus.toml. Nothing is written.
#[derive(Debug, Args)]
#[command(after_help = after_help())]
pub(super) struct Check {
    /// Folder with the documents
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    documents: PathBuf,
    /// Form of the findings
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// The least serious finding that makes the exit status 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = Severity::Warning)]
    fail_on: Severity,
}

fn after_help() -> String {
    let width = check::KINDS.iter().map(|kind| kind.name.len()).max().unwrap_or(0);
    let mut kinds = String::new();
    for kind in check::KINDS {
        // Writing to a string cannot fail.
        let _ = writeln!(kinds, "  {:width$}  {}", kind.name, kind.about);
    }
    format!(
        "Exit status:
  0  nothing of weight was found (notes at most, unless --fail-on says otherwise)
  1  there are errors or warnings (errors alone with --fail-on error, notes too with --fail-on note)
  2  the folder could not be checked

Kinds of findings, as [kind] names them, the most doubtful first:
{kinds}
Examples:
  readout check talks                    what an editor should look at
  readout check talks --all-warnings     the same, without shortening long lists
  readout check talks --fail-on error    for a newsroom's own checks: doubts are shown, and pass
  readout check talks --format json      for programs"
    )
}

/// The findings as JSON.
#[derive(Serialize)]
struct Report<'a> {
    format: u32,
    documents: usize,
    meetings: usize,
    findings: Vec<Row<'a>>,
}

/// A finding with its place looked up.
#[derive(Serialize)]
struct Row<'a> {
    kind: &'static str,
    severity: Severity,
    file: Option<String>,
    line: Option<u32>,
    problem: &'a str,
    sentence: Option<&'a str>,
    remedy: &'a str,
    paste: Option<&'a Paste>,
}

impl Check {
    pub(super) fn run(self, all: bool, caching: Caching) -> miette::Result<ExitCode> {
        let prepared = folder::prepare(&self.documents, caching)?;
        if prepared.corpus.overview.warnings.is_empty() {
            folder::with_documents(prepared.corpus.documents.len(), &self.documents)?;
        }
        let left_out = folder::left_out(&self.documents, &prepared);
        let findings = check::find(&prepared, &left_out);
        let lines = Lines::new(&self.documents, &prepared);
        let rows: Vec<Row<'_>> = findings.iter().map(|(kind, finding)| row(kind, finding, &lines)).collect();
        let weighty = rows.iter().any(|row| row.severity <= self.fail_on);
        let (documents, meetings) = (prepared.corpus.documents.len(), prepared.corpus.meetings.len());
        let text = match self.format {
            Form::Text => {
                let mut text = text(&rows, all);
                let _ = writeln!(text, "{}", summary(&rows, documents));
                text
            }
            Form::Json => {
                let report = Report { format: FORMAT, documents, meetings, findings: rows };
                json(&report)?
            }
        };
        print(text.as_bytes())?;
        Ok(if weighty { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }
}

fn row<'a>(kind: &'static str, finding: &'a Finding, lines: &Lines<'_>) -> Row<'a> {
    let (file, line) = lines.of(&finding.place);
    Row {
        kind,
        severity: finding.severity,
        file,
        line,
        problem: &finding.problem,
        sentence: finding.sentence.as_deref(),
        remedy: &finding.remedy,
        paste: finding.paste.as_ref(),
    }
}

/// The findings as lines; of each kind and severity the first few, unless all are asked for.
fn text(rows: &[Row<'_>], all: bool) -> String {
    let shown = if all { usize::MAX } else { SHOWN };
    let mut out = String::new();
    for group in rows.chunk_by(|a, b| (a.severity, a.kind) == (b.severity, b.kind)) {
        for row in group.iter().take(shown) {
            write_row(&mut out, row);
        }
        if group.len() > shown {
            let left = group.len() - shown;
            let _ = writeln!(out, "… and {left} more of {} (--all-warnings)\n", group[0].kind);
        }
    }
    out
}

fn write_row(out: &mut String, row: &Row<'_>) {
    let (word, colour) = match row.severity {
        Severity::Error => ("error", Style::new().red().bold()),
        Severity::Warning => ("warning", Style::new().yellow().bold()),
        Severity::Note => ("note", Style::new().cyan()),
    };
    let place = match (&row.file, row.line) {
        (Some(file), Some(line)) => format!("{file}:{line}: "),
        (Some(file), None) => format!("{file}: "),
        (None, _) => String::new(),
    };
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "{}{} {} {}",
        style(place).bold(),
        colour.apply_to(format!("{word}:")),
        row.problem,
        style(format!("[{}]", row.kind)).dim()
    );
    if let Some(sentence) = row.sentence {
        let _ = writeln!(out, "  “{}”", shortened(sentence));
    }
    let into = row.paste.map_or_else(String::new, |paste| format!("; in {}:", paste.into));
    let _ = writeln!(out, "  {} {}{into}", style("remedy:").green(), row.remedy);
    for line in row.paste.iter().flat_map(|paste| paste.text.lines()) {
        let _ = writeln!(out, "    {line}");
    }
    out.push('\n');
}

/// A sentence as far as a line of a terminal goes.
fn shortened(sentence: &str) -> String {
    const LONGEST: usize = 160;
    match sentence.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", sentence[..end].trim_end()),
        None => sentence.to_owned(),
    }
}

fn summary(rows: &[Row<'_>], documents: usize) -> String {
    let of = |severity| rows.iter().filter(|row| row.severity == severity).count();
    format!(
        "{}: {}, {}, {}",
        count(documents, "document"),
        count(of(Severity::Error), "error"),
        count(of(Severity::Warning), "warning"),
        count(of(Severity::Note), "note")
    )
}
