//! Reads corrections as an editor writes them: tables of TOML, or the same keys in the mappings of a
//! document's front matter.

use std::collections::BTreeMap;

use readout_corpus::{CommitmentKind, Interval, MentionKind, Mode, Voice, Warning};
use serde_json::Value;

use super::{Beside, CommitmentEdit, Correction, Edit, MeetingEdit, Quotation, Said, StatementEdit};
use crate::gazetteer::partial_day;
use crate::settings::FACTS;
use crate::settings::reader::{Reader, Table};

/// Tables that hold corrections, as TOML names them and as front matter does.
const TABLES: [(&str, &str); 2] = [("correction", "corrections"), ("meeting", "meetings")];

/// Keys that say which documents a correction in `corpus.toml` is for.
const FILES: [&str; 2] = ["file", "files"];

/// Keys that say where a correction is, and how it is meant.
const ANCHOR: &[&str] = &["quote", "before", "after", "all", "remove", "note"];
const STATEMENT: &[&str] = &["speakers", "via", "about", "voice", "mode", "content"];
const COMMITMENT: &[&str] = &["commitment", "by", "due"];
const MEETING: &[&str] = &["id", "date", "place", "participants"];

/// Reads what stands beside a document. What cannot be used becomes a warning.
pub(super) fn read(beside: &Beside, said: &mut Said, warnings: &mut Vec<Warning>) {
    let reader = Reader::new(&beside.text);
    let parsed = reader.parse();
    let root = reader.root(&parsed);
    let known: Vec<&str> = FACTS.iter().copied().chain(TABLES.map(|(table, _)| table)).collect();
    root.only(&known);
    let facts = FACTS.iter().filter_map(|key| Some(((*key).to_owned(), root.text(key)?)));
    said.facts.extend(facts);
    let line = |line: u32| if beside.one_line { beside.line } else { beside.line + line - 1 };
    for (_, mut correction) in corrections(&root, &[]) {
        correction.file.clone_from(&beside.file);
        correction.line = line(correction.line);
        said.corrections.push(correction);
    }
    warnings.extend(reader.finish().into_iter().map(|error| Warning {
        file: beside.file.clone(),
        line: Some(line(error.line)),
        problem: error.problem,
        remedy: error.remedy,
    }));
}

/// The corrections in `corpus.toml`, each with its table, which names its files.
pub(crate) fn in_corpus<'r, 't>(root: &Table<'r, 't>) -> Vec<(Table<'r, 't>, Correction)> {
    let mut all = corrections(root, &FILES);
    for (_, correction) in &mut all {
        correction.file = "corpus.toml".to_owned();
    }
    all
}

/// The corrections in a mapping of other facts (YAML front matter, a line of JSON) as TOML. `line` gives the
/// line of one, by its list and its number there.
pub(crate) fn in_mapping(
    found: &BTreeMap<String, Value>,
    file: &str,
    line: impl Fn(&str, usize) -> u32,
) -> Vec<Beside> {
    let mut all = Vec::new();
    for (table, list) in TABLES {
        let Some(value) = found.get(list).or_else(|| found.get(table)) else { continue };
        let one = std::slice::from_ref(value);
        for (number, item) in value.as_array().map_or(one, Vec::as_slice).iter().enumerate() {
            // What TOML cannot say (a null) is no correction, and is named as one of a wrong type.
            let text = toml::to_string(&BTreeMap::from([(table, item)]))
                .unwrap_or_else(|_| format!("{table} = \"\"\n"));
            all.push(Beside { file: file.to_owned(), line: line(list, number), text, one_line: true });
        }
    }
    all
}

/// The corrections of a file, in the order of the tables. `more` are keys beside those of the form.
fn corrections<'r, 't>(root: &Table<'r, 't>, more: &[&str]) -> Vec<(Table<'r, 't>, Correction)> {
    let mentions: Vec<&str> = MentionKind::ALL.iter().map(|kind| kind.key()).collect();
    let keys = [ANCHOR, STATEMENT, &mentions, &["topic", "date"], COMMITMENT, more].concat();
    let marks = root.tables("correction").into_iter().filter_map(|table| {
        table.only(&keys);
        table.needed("quote")?;
        let edits = edits(&table);
        if edits.is_empty() {
            table.error(
                "quote",
                "the correction does not say what is true of its words",
                "add speakers, person, organisation, place, topic, date or commitment",
            );
            return None;
        }
        Some((table, correction(&table, edits)))
    });
    let keys = [ANCHOR, MEETING, more].concat();
    let meetings = root.tables("meeting").into_iter().map(|table| {
        table.only(&keys);
        let edit = MeetingEdit {
            id: table.text("id"),
            days: days(&table, "date"),
            place: table.text("place"),
            participants: table.texts("participants"),
        };
        (table, correction(&table, vec![Edit::Meeting(edit)]))
    });
    let mut all: Vec<_> = marks.chain(meetings).collect();
    all.sort_by_key(|(table, _)| table.at);
    all
}

fn correction(table: &Table<'_, '_>, edits: Vec<Edit>) -> Correction {
    let text = |key| table.text(key).unwrap_or_default();
    let quotation = table.text("quote").map(|exact| Quotation {
        exact,
        prefix: text("before"),
        suffix: text("after"),
        all: table.flag("all").unwrap_or(false),
    });
    Correction {
        file: String::new(),
        line: table.line(),
        quotation,
        edits,
        remove: table.flag("remove").unwrap_or(false),
        note: table.text("note"),
    }
}

/// What a table says of its words: one edit for each layer of which it has a key.
fn edits(table: &Table<'_, '_>) -> Vec<Edit> {
    let has = |keys: &[&str]| keys.iter().any(|key| table.has(key));
    let list = |key: &str| table.has(key).then(|| table.texts(key));
    let mut edits = Vec::new();
    if table.has("date") {
        edits.push(Edit::Date(days(table, "date")));
    }
    for kind in MentionKind::ALL.iter().filter(|kind| table.has(kind.key())) {
        edits.push(Edit::Mention(*kind, table.text(kind.key())));
    }
    if table.has("topic") {
        edits.push(Edit::Topic(table.text("topic")));
    }
    if has(STATEMENT) {
        edits.push(Edit::Statement(StatementEdit {
            speakers: table.texts("speakers"),
            via: list("via"),
            about: list("about"),
            voice: one_of(table, "voice", Voice::ALL, Voice::key),
            mode: one_of(table, "mode", Mode::ALL, Mode::key),
            content: table.flag("content"),
        }));
    }
    if has(COMMITMENT) {
        edits.push(Edit::Commitment(CommitmentEdit {
            kind: one_of(table, "commitment", CommitmentKind::ALL, CommitmentKind::key),
            by: list("by"),
            due: days(table, "due"),
        }));
    }
    edits
}

/// The value of a key that has a few, by their names.
fn one_of<T: Copy>(table: &Table<'_, '_>, key: &str, values: &[T], name: fn(T) -> &'static str) -> Option<T> {
    let text = table.text(key)?;
    let value = values.iter().copied().find(|value| name(*value) == text.to_lowercase());
    if value.is_none() {
        let names: Vec<&str> = values.iter().map(|value| name(*value)).collect();
        table.error(key, format!("{key} “{text}” is not known"), format!("write {}", names.join(", ")));
    }
    value
}

/// Days: one (`2017-11-22`), a month or a year cut short, or a first and a last with a slash between.
fn days(table: &Table<'_, '_>, key: &str) -> Option<Interval> {
    let text = table.date(key)?;
    let (first, last) = text.split_once('/').unwrap_or((&text, &text));
    let days = partial_day(first.trim())
        .zip(partial_day(last.trim()))
        .map(|(first, last)| Interval { from: first.from, to: last.to })
        .filter(|days| days.from <= days.to);
    if days.is_none() {
        let remedy = "write 2017-11-22, 2017-11, 2017, or 2017-11-20/2017-11-22";
        table.error(key, format!("“{text}” is no date"), remedy);
    }
    days
}
