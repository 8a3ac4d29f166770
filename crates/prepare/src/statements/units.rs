//! Cuts an English sentence into units: names as wholes, words in lower case, and the few marks of
//! punctuation that the grammar of reported speech needs. Knows no meaning.

use readout_corpus::{Document, MentionKind, Span};
use smol_str::{SmolStr, StrExt as _};

use super::quotes::Quotations;
use super::words::{Lists, Table};
use crate::Settings;

/// What a unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A person, by canonical name.
    Person(String),
    /// A place, by canonical name.
    Place(String),
    /// The adjective or people of a side, by the side's key (“Chinese”).
    Nation(String),
    /// An organisation, by canonical name.
    Organisation(String),
    /// Any other word, in lower case; nearly all are short enough to need no room of their own.
    Word(SmolStr),
    /// The `’s` of the genitive.
    Genitive,
    /// A comma or a semicolon.
    Comma,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation mark.
    Quote,
    /// A colon.
    Colon,
    /// A dash between words.
    Dash,
}

/// A unit of a sentence with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    /// What it is.
    pub(crate) kind: Kind,
    /// Where it stands in the document's text (bytes).
    pub(crate) span: Span,
    /// Whether it stands inside quotation marks.
    pub(crate) quoted: bool,
    /// Whether it begins with a capital letter.
    pub(crate) capital: bool,
    /// The lists that its word stands in.
    lists: Lists,
}

impl Unit {
    /// The word in lower case; empty for names and marks.
    pub(crate) fn word(&self) -> &str {
        if let Kind::Word(word) = &self.kind { word } else { "" }
    }

    /// Whether it is one of these words.
    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        let Kind::Word(own) = &self.kind else { return false };
        // Asked of nearly every word of a text: most differ in their first letter.
        let first = own.as_bytes().first();
        words.iter().any(|word| word.as_bytes().first() == first && *word == own.as_str())
    }

    /// Whether a cue can begin with its word.
    pub(super) fn begins_cue(&self) -> bool {
        self.lists.cues()
    }

    /// Whether its word can tell of a meeting.
    pub(crate) fn tells_meeting(&self) -> bool {
        self.lists.meets()
    }

    /// Whether its word stands in a list.
    pub(super) fn is_in(&self, table: &Table) -> bool {
        self.lists.has(table)
    }
}

/// The words that stand in quotation marks, as if they stood alone.
pub(crate) fn unquoted(units: &[Unit]) -> Vec<Unit> {
    let inside = units.iter().filter(|unit| unit.quoted && unit.kind != Kind::Quote);
    inside.map(|unit| Unit { quoted: false, ..unit.clone() }).collect()
}

/// The units of a sentence.
pub(super) fn of(
    document: &Document,
    settings: &Settings,
    quotations: &Quotations,
    sentence: Span,
) -> Vec<Unit> {
    let Span { start, end } = sentence;
    let first = document.mentions.partition_point(|m| m.span.start < start);
    let mut names = document.mentions.iter().skip(first).take_while(|m| m.span.start < end).peekable();
    let mut units = Vec::new();
    let mut at = start as usize;
    while at < end as usize {
        while names.next_if(|m| (m.span.start as usize) < at).is_some() {}
        if let Some(name) = names.next_if(|m| m.span.start as usize == at && !m.span.is_empty()) {
            let kind = match name.kind {
                MentionKind::Person => Kind::Person(name.name.clone()),
                MentionKind::Place => Kind::Place(name.name.clone()),
                MentionKind::Organisation => Kind::Organisation(name.name.clone()),
            };
            let (span, quoted) = (name.span, quotations.covers(at));
            units.push(Unit { kind, span, quoted, capital: true, lists: Lists::default() });
            at = name.span.end as usize;
            continue;
        }
        let limit = names.peek().map_or(end as usize, |m| m.span.start as usize).min(end as usize);
        let Some(rest) = document.text.get(at..limit).filter(|rest| !rest.is_empty()) else { break };
        let (kind, length) = next(rest);
        // “The ministers’ meeting”: outside quotations, a mark behind an “s” is a genitive.
        let owned = || document.text[..at].ends_with('s') && rest.starts_with(['’', '\'']);
        let kind = match kind {
            Some(Kind::Quote) if !quotations.covers(at) && owned() => Some(Kind::Genitive),
            kind => kind,
        };
        if let Some(kind) = kind {
            let capital = rest.chars().next().is_some_and(char::is_uppercase);
            // “Chinese” is no place, but it says whose side a title is on.
            let kind = match kind {
                Kind::Word(_) if capital => settings
                    .gazetteer
                    .side_of_word(&rest[..length])
                    .map_or(kind, |side| Kind::Nation(side.to_owned())),
                kind => kind,
            };
            let lists = if let Kind::Word(word) = &kind { Lists::of(word) } else { Lists::default() };
            let (span, quoted) = (Span::new(at, at + length), quotations.covers(at));
            units.push(Unit { kind, span, quoted, capital, lists });
        }
        at += length;
    }
    units
}

/// The first unit of a non-empty text, if it is one, and its length in bytes.
fn next(text: &str) -> (Option<Kind>, usize) {
    // Most words are plain letters, and nothing behind them could be a part of them.
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let ends = |byte: &u8| byte.is_ascii() && !matches!(byte, b'-' | b'\'' | b'.');
    if plain > 0 && text.as_bytes().get(plain).is_none_or(ends) {
        return (Some(Kind::Word(text[..plain].to_ascii_lowercase_smolstr())), plain);
    }
    for genitive in ["’s", "'s"] {
        if let Some(rest) = text.strip_prefix(genitive)
            && !rest.starts_with(char::is_alphanumeric)
        {
            return (Some(Kind::Genitive), genitive.len());
        }
    }
    let mut chars = text.char_indices().peekable();
    let mut length = 0;
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, c)| c);
        let joins = at > 0 && matches!(c, '-' | '’' | '\'' | '.');
        let inside = joins && after.is_some_and(char::is_alphanumeric) && !is_genitive(&text[at..]);
        if !c.is_alphanumeric() && !inside {
            break;
        }
        length = at + c.len_utf8();
    }
    if length > 0 {
        let word = &text[..length];
        return (Some(Kind::Word(word.to_lowercase_smolstr())), length);
    }
    if text.starts_with("''") || text.starts_with("``") {
        return (Some(Kind::Quote), 2);
    }
    let Some(c) = text.chars().next() else { return (None, 1) };
    let kind = match c {
        ',' | ';' => Some(Kind::Comma),
        '(' => Some(Kind::Open),
        ')' => Some(Kind::Close),
        '"' | '“' | '”' | '„' | '‘' | '’' | '\'' | '`' | '«' | '»' | '‹' | '›' => {
            Some(Kind::Quote)
        }
        ':' => Some(Kind::Colon),
        '–' | '—' => Some(Kind::Dash),
        // “X - who was there - said”
        '-' if text[1..].starts_with(' ') => Some(Kind::Dash),
        _ => None,
    };
    (kind, c.len_utf8())
}

fn is_genitive(text: &str) -> bool {
    ["’s", "'s"].iter().any(|genitive| {
        text.strip_prefix(genitive).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}
