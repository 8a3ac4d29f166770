//! The words of each topic, from data and from a corpus, compiled into one automaton.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use readout_corpus::Topic;
use serde::Deserialize;

use crate::gazetteer::Matcher;

static BUILTIN: LazyLock<Arc<Topics>> = LazyLock::new(|| Arc::new(Topics::compile(Topics::rows())));

/// Bytes that may lie between the two parts of a wording.
const GAP: usize = 48;

/// What a word needs beside it to raise its topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Needs {
    /// Nothing.
    Nothing,
    /// A head of state or government.
    Leader,
    /// Leaders of two sides who are not at the table.
    Leaders,
    /// The same topic in the sentence before, in the paragraph, and a place at the sentence’s head.
    Before,
    /// It raises none: in this wording the topic's words mean something else.
    Exception,
}

/// A word of a topic.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cue {
    /// Index of the topic.
    pub(super) topic: u32,
    /// What it needs.
    pub(super) needs: Needs,
    /// A second part that must follow in the same clause, in lower case.
    pub(super) then: Option<String>,
}

/// A topic as data give it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TopicRow {
    pub(crate) key: String,
    pub(crate) label: String,
    #[serde(default)]
    pub(crate) words: Vec<String>,
    #[serde(default)]
    pub(crate) beside_leader: Vec<String>,
    #[serde(default)]
    pub(crate) between_leaders: Vec<String>,
    #[serde(default)]
    pub(crate) again: Vec<String>,
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    #[serde(default)]
    pub(crate) country: bool,
}

#[derive(Deserialize)]
struct File {
    topic: Vec<TopicRow>,
}

/// The topics that are followed.
#[derive(Debug)]
pub(crate) struct Topics {
    /// Key and label of each, in the order in which they are drawn.
    pub(crate) list: Vec<Topic>,
    country: Vec<bool>,
    pub(super) matcher: Matcher<Cue>,
}

impl Topics {
    /// The built-in topics.
    pub(crate) fn builtin() -> Arc<Self> {
        Arc::clone(&BUILTIN)
    }

    /// The built-in rows.
    pub(crate) fn rows() -> Vec<TopicRow> {
        let file: File = toml::from_str(include_str!("../../data/topics.toml"))
            .expect("data/topics.toml is compiled in, and a test reads it");
        file.topic
    }

    /// Compiles rows.
    pub(crate) fn compile(rows: Vec<TopicRow>) -> Self {
        let mut forms: BTreeMap<String, Vec<Cue>> = BTreeMap::new();
        for (topic, row) in (0_u32..).zip(&rows) {
            for (needs, words) in [
                (Needs::Nothing, &row.words),
                (Needs::Leader, &row.beside_leader),
                (Needs::Leaders, &row.between_leaders),
                (Needs::Before, &row.again),
                (Needs::Exception, &row.unless),
            ] {
                for word in words {
                    let (first, then) = match word.split_once('…') {
                        Some((first, then)) => (first.trim(), Some(then.trim().to_lowercase())),
                        None => (word.trim(), None),
                    };
                    forms.entry(first.to_lowercase()).or_default().push(Cue { topic, needs, then });
                }
            }
        }
        Self {
            list: rows.iter().map(|row| Topic { key: row.key.clone(), label: row.label.clone() }).collect(),
            country: rows.iter().map(|row| row.country).collect(),
            matcher: Matcher::folding_case(forms),
        }
    }

    pub(super) fn key(&self, topic: u32) -> &str {
        self.list.get(topic as usize).map_or("", |topic| &topic.key)
    }

    pub(super) fn names_country(&self, topic: u32) -> bool {
        self.country.get(topic as usize).copied().unwrap_or_default()
    }
}

/// Where the word ends of which the text up to `at` is the beginning, in Latin letters.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    let inside = text[..at].ends_with(|c: char| c.is_ascii_alphabetic());
    let rest = text[at..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len() - at);
    if inside { at + rest } else { at }
}

/// Where the second part of a wording ends, if it follows `at` in the same clause.
pub(super) fn goes_on(text: &str, at: usize, then: &str) -> Option<usize> {
    let rest = &text[at..];
    let limit = (0..=GAP.min(rest.len())).rev().find(|end| rest.is_char_boundary(*end))?;
    let near = rest[..limit].to_lowercase();
    let found = near.find(then)?;
    let between = rest.get(..found)?;
    let end = at + found + then.len();
    let whole = text.get(end..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    (whole && !between.contains(['.', ',', ';', '，', '。'])).then_some(end)
}
