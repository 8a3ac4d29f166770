//! From a file's bytes to source documents: formats, decoding, front matter. Knows nothing of what
//! the text says.

mod decode;
mod facts;
mod front_matter;
mod lines;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::Beside;
use readout_corpus::Warning;
use sha2::{Digest, Sha256};

/// The longest line (bytes) that is read as text. Longer ones are dumps of data, not prose.
const LONGEST_LINE: usize = 4 << 20;

/// The largest web page (bytes) that is read.
const LARGEST_PAGE: usize = 32 << 20;

/// How deep elements of a page may stand in each other.
const DEEPEST: usize = 10_000;

/// Elements that need no end tag.
const NO_END: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "path", "source", "td", "th", "tr", "track", "wbr",
];

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text, as captured from a page.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// One line of a `.jsonl` file.
    Json,
}

/// One document as it was found, decoded but not yet understood.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SourceDocument {
    /// Path under the corpus folder, with `/` between its parts.
    pub file: String,
    /// Line in the file, from 1, for `.jsonl`.
    pub line: Option<u32>,
    /// SHA-256 of the file's bytes (of its line, for `.jsonl`), in hexadecimal.
    pub sha256: String,
    /// How it is written.
    pub format: Format,
    /// What the file says about the document, by lower-case key: `title`, `source`, `side`,
    /// `published`, `dateline_place`, `dateline_date`, `language`, `rights`, `url`.
    pub facts: BTreeMap<String, String>,
    /// The whole decoded text of the file (of the `text` field, for `.jsonl`).
    pub text: String,
    /// Where in `text` the document's own words begin, after any front matter (bytes).
    pub body_at: usize,
    /// Whether bytes of `text` are bytes of the file, so that a sentence has a place in it.
    pub placed: bool,
    /// What an editor corrects in it: tables in its front matter, and of the `.toml` file beside it.
    pub beside: Vec<Beside>,
}

/// What one file gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its documents, in order.
    pub documents: Vec<SourceDocument>,
    /// What could not be read.
    pub warnings: Vec<Warning>,
}

impl Reading {
    fn warn(&mut self, file: &str, line: Option<usize>, problem: impl Into<String>, remedy: &str) {
        self.warnings.push(Warning {
            file: file.to_owned(),
            line: line.map(|n| u32::try_from(n).unwrap_or(u32::MAX)),
            problem: problem.into(),
            remedy: remedy.to_owned(),
        });
    }
}

/// Reads one file: none, one or many documents. Never fails.
///
/// `file` is the path under the corpus folder; its extension says how the file is written.
/// `corpus.toml` and files whose name begins with a dot are passed over in silence.
pub fn read(file: &str, bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    let name = file.rsplit('/').next().unwrap_or(file);
    if name == "corpus.toml" || name.starts_with('.') {
        return reading;
    }
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    let format = match extension.as_deref() {
        Some("txt" | "text") => Format::Text,
        Some("md" | "markdown") => Format::Markdown,
        Some("html" | "htm" | "xhtml") => Format::Html,
        Some("jsonl" | "ndjson") => Format::Json,
        _ => {
            reading.warn(
                file,
                None,
                "no kind of document that can be read",
                "save it as .txt, .md, .html or .jsonl, or move it out of the folder",
            );
            return reading;
        }
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        empty(file, &mut reading);
        return reading;
    }
    match format {
        Format::Json => lines::read(file, bytes, &mut reading),
        Format::Html => read_page(file, bytes, &mut reading),
        Format::Text | Format::Markdown => read_text(file, bytes, format, &mut reading),
    }
    // A byte order mark alone, or the wide spaces of East Asian text.
    if reading == Reading::default() {
        empty(file, &mut reading);
    }
    reading
}

fn empty(file: &str, reading: &mut Reading) {
    reading.warn(file, None, "the file is empty", "fill it or remove it");
}

fn read_page(file: &str, bytes: &[u8], reading: &mut Reading) {
    if bytes.len() > LARGEST_PAGE {
        let problem = format!("the page has {} MB", bytes.len() >> 20);
        reading.warn(file, None, problem, "save the article alone, without embedded images and data");
        return;
    }
    if let Some(decoded) = decode::page(file, bytes, reading) {
        if nests_too_deep(&decoded) {
            let problem = format!("its elements stand more than {DEEPEST} deep in each other");
            reading.warn(file, None, problem, "save the article alone, as a browser does");
            return;
        }
        reading.documents.push(SourceDocument {
            file: file.to_owned(),
            line: None,
            sha256: sha256(bytes),
            format: Format::Html,
            facts: BTreeMap::new(),
            text: decoded,
            body_at: 0,
            placed: false,
            beside: Vec::new(),
        });
    }
}

/// Whether a page nests its elements deeper than a parser can follow in good time: each tag costs as many steps
/// as it stands deep.
fn nests_too_deep(page: &str) -> bool {
    let (mut depth, mut rest) = (0usize, page);
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let (closes, tag) = rest.strip_prefix('/').map_or((false, rest), |tag| (true, tag));
        let name = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len()).min(8)];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || has_no_end(name) {
            continue;
        }
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        if depth > DEEPEST {
            return true;
        }
        // What stands in a script is no markup.
        if !closes && ["script", "style"].iter().any(|text| name.eq_ignore_ascii_case(text)) {
            rest = rest.find("</").map_or("", |end| &rest[end..]);
        }
    }
    false
}

fn has_no_end(name: &str) -> bool {
    NO_END.iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn read_text(file: &str, bytes: &[u8], format: Format, reading: &mut Reading) {
    let Some((text, mut placed)) = decode::text(file, bytes, reading) else { return };
    let text = match without_endless_lines(file, &text, reading) {
        Some(shorter) => {
            placed = false;
            shorter
        }
        None => text,
    };
    if text.trim().is_empty() {
        return;
    }
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let head = front_matter::read(file, &text[start..], reading);
    let body_at = start + head.end;
    let format =
        if head.end > 0 || begins_with_heading(&text[body_at..]) { Format::Markdown } else { format };
    reading.documents.push(SourceDocument {
        file: file.to_owned(),
        line: None,
        sha256: sha256(bytes),
        format,
        facts: head.facts,
        text,
        body_at,
        placed,
        beside: head.beside,
    });
}

/// Captures are often Markdown under the name of plain text.
fn begins_with_heading(text: &str) -> bool {
    let text = text.trim_start();
    let rest = text.trim_start_matches('#');
    (1..=6).contains(&(text.len() - rest.len())) && rest.starts_with(' ')
}

/// The text without its lines over the limit, each named in a warning; `None` where there is none.
fn without_endless_lines(file: &str, text: &str, reading: &mut Reading) -> Option<String> {
    if text.len() <= LONGEST_LINE || text.split('\n').all(|line| line.len() <= LONGEST_LINE) {
        return None;
    }
    let mut kept = String::new();
    for (n, line) in text.split('\n').enumerate() {
        if line.len() > LONGEST_LINE {
            endless_line(file, n + 1, line.len(), reading);
        } else {
            kept.push_str(line);
        }
        kept.push('\n');
    }
    Some(kept)
}

fn endless_line(file: &str, line: usize, bytes: usize, reading: &mut Reading) {
    let problem = format!("the line has {bytes} bytes, more than {LONGEST_LINE}; it was left out");
    reading.warn(file, Some(line), problem, "break it into lines, or remove it if it is data and no text");
}

fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
