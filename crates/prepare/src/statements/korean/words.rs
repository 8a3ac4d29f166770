//! The words that Korean reported speech is told by, as data/speech-ko.tsv lists them.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::statements::lists::Lists;

/// The lists.
pub(super) static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::of(&Lists::of(include_str!("../../../data/speech-ko.tsv"))));

/// Words by what they do; the table says what each list is.
pub(super) struct Words {
    /// Cues that give what was said, with the endings of those in 하다.
    pub(super) content: Cues,
    pub(super) decided: Vec<&'static str>,
    pub(super) shared_views: Vec<&'static str>,
    pub(super) clause_ends: Vec<&'static str>,
    pub(super) plain: Vec<&'static str>,
    pub(super) topic: Cues,
    pub(super) relays: Vec<&'static str>,
    pub(super) quotative: Vec<&'static str>,
    pub(super) indirect: Vec<&'static str>,
    /// Groups, with those of two countries in short.
    pub(super) groups: Vec<String>,
    pub(super) everyone: Vec<&'static str>,
    pub(super) shared: Vec<&'static str>,
    pub(super) nameless: Vec<(&'static str, &'static str)>,
    pub(super) papers: Vec<&'static str>,
    pub(super) goes_on: Vec<&'static str>,
    pub(super) titles: Vec<&'static str>,
    pub(super) bodies: Vec<&'static str>,
}

impl Words {
    fn of(lists: &Lists) -> Self {
        let endings = lists.words("endings");
        let nouns = lists.words("content");
        let verbs = nouns.iter().flat_map(|noun| endings.iter().map(move |ending| format!("{noun}{ending}")));
        let heads = lists.words("pair_heads");
        let pairs = lists.words("pairs");
        let groups = pairs.iter().flat_map(|pair| heads.iter().map(move |head| format!("{pair} {head}")));
        Self {
            content: Cues::of(verbs.chain(lists.words("cues").into_iter().map(str::to_owned))),
            decided: lists.words("decided"),
            shared_views: lists.words("shared_views"),
            clause_ends: lists.words("clause_ends"),
            plain: lists.words("plain"),
            topic: Cues::of(lists.words("topic")),
            relays: lists.words("relays"),
            quotative: lists.words("quotative"),
            indirect: lists.words("indirect"),
            groups: groups.chain(lists.words("groups").into_iter().map(str::to_owned)).collect(),
            everyone: lists.words("everyone"),
            shared: lists.words("shared"),
            nameless: lists.pairs("nameless"),
            papers: lists.words("papers"),
            goes_on: lists.words("goes_on"),
            titles: lists.words("titles"),
            bodies: lists.words("bodies"),
        }
    }
}

/// Words by which speech is told, all looked for in one pass.
pub(super) struct Cues(AhoCorasick);

impl Cues {
    fn of(words: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Self {
        Self(AhoCorasick::new(words).expect("a few thousand short words are far below an automaton's limits"))
    }

    /// The one that ends last, and of those that end there the longest: where it begins and ends (bytes).
    /// Only what begins at `from` or after it counts, where it is `usable`.
    pub(super) fn last(
        &self,
        text: &str,
        from: usize,
        usable: impl Fn(usize) -> bool,
    ) -> Option<(usize, usize)> {
        let found = self.0.find_overlapping_iter(text.get(from..)?);
        let places = found.map(|found| (from + found.start(), from + found.end()));
        places.filter(|(at, _)| usable(*at)).max_by_key(|(at, end)| (*end, usize::MAX - at))
    }

    /// Whether a text ends with one.
    pub(super) fn end(&self, text: &str) -> bool {
        self.last(text, 0, |_| true).is_some_and(|(_, end)| end == text.len())
    }
}
