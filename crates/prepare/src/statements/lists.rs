//! Reads the word lists of reported speech: rows of a list's name, a tab, and its words separated by
//! `;`. Knows no meaning of a list.

use std::collections::BTreeMap;

/// The lists of one table.
pub(super) struct Lists(BTreeMap<&'static str, Vec<&'static str>>);

impl Lists {
    /// Reads a table; lines that begin with `#` say what a list is for.
    pub(super) fn of(table: &'static str) -> Self {
        let rows =
            table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
        Self(
            rows.map(|(name, words)| (name, words.split(';').filter(|word| !word.is_empty()).collect()))
                .collect(),
        )
    }

    /// The words of a list; none where the table has no such list, which a test of the table tells.
    pub(super) fn words(&self, name: &str) -> Vec<&'static str> {
        self.0.get(name).cloned().unwrap_or_default()
    }

    /// Each word of one list with each of another behind it.
    pub(super) fn joined(&self, first: &str, between: &str, second: &str) -> Vec<String> {
        let (firsts, seconds) = (self.words(first), self.words(second));
        let with_each = |first| seconds.iter().map(move |second| format!("{first}{between}{second}"));
        firsts.into_iter().flat_map(with_each).collect()
    }

    /// The words of a list that are written `word=meaning`.
    pub(super) fn pairs(&self, name: &str) -> Vec<(&'static str, &'static str)> {
        self.words(name).into_iter().filter_map(|pair| pair.split_once('=')).collect()
    }
}

/// The longest of the words that a text begins with.
pub(super) fn starting<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().filter(|word| text.starts_with(word)).max_by_key(|word| word.len())
}

/// The longest of the words that a text ends with.
pub(super) fn ending<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().filter(|word| text.ends_with(word)).max_by_key(|word| word.len())
}
