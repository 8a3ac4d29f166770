//! Fixed wordings, all looked for in one pass over a text.

use aho_corasick::{AhoCorasick, MatchKind};

/// A set of wordings.
#[derive(Debug)]
pub(crate) struct Phrases {
    automaton: AhoCorasick,
    /// In the order of their letters.
    words: Vec<&'static str>,
}

impl Phrases {
    /// Compiles the wordings of several tables.
    pub(crate) fn of(tables: &[&[&'static str]]) -> Self {
        let mut words = tables.concat();
        words.sort_unstable();
        words.dedup();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostFirst)
            .build(&words)
            .expect("tables of words are far fewer and shorter than an automaton's limits");
        Self { automaton, words }
    }

    /// The first that stands in a text, and where (bytes). Of two at one place, the first in the order
    /// of letters.
    pub(crate) fn first(&self, text: &str) -> Option<(usize, &'static str)> {
        let found = self.automaton.find(text)?;
        self.words.get(found.pattern().as_usize()).map(|words| (found.start(), *words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wording_in_a_text_is_found() {
        let phrases = Phrases::of(&[&["will work", "pledged"], &["will", "약속했"]]);
        let check = |text: &str, expect| assert_eq!(phrases.first(text), expect, "{text}");
        check("they pledged and will work", Some((5, "pledged")));
        check("they will work", Some((5, "will")));
        check("지원을 약속했다", Some((10, "약속했")));
        check("nothing", None);
    }
}
