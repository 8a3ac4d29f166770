//! The words that Korean reported speech is told by, as data/speech-ko.tsv lists them.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::statements::lists::Lists;
use crate::statements::subjects::Who;

/// The lists.
pub(super) static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::of(&Lists::of(include_str!("../../../data/speech-ko.tsv"))));

/// Words by what they do; the table says what each list is.
pub(super) struct Words {
    /// Cues that give what was said, with the endings of those in 하다.
    pub(super) content: Cues,
    /// The same in the middle of a sentence.
    pub(super) middle: Cues,
    pub(super) decided: Vec<&'static str>,
    pub(super) shared_views: Vec<&'static str>,
    pub(super) clause_ends: Vec<&'static str>,
    pub(super) plain: Vec<&'static str>,
    pub(super) topic: Cues,
    pub(super) relays: Vec<&'static str>,
    pub(super) quotative: Vec<&'static str>,
    pub(super) indirect: Vec<&'static str>,
    /// Groups (with those of two countries in short), everyone, those who have no name, and documents.
    pub(super) described: Described,
    pub(super) shared: Vec<&'static str>,
    pub(super) nameless: Vec<(&'static str, &'static str)>,
    pub(super) goes_on: Vec<&'static str>,
    pub(super) goes_on_saying: Vec<&'static str>,
    pub(super) offices: Vec<(&'static str, &'static str)>,
    pub(super) titles: Vec<&'static str>,
    pub(super) bodies: Vec<&'static str>,
}

impl Words {
    fn of(lists: &Lists) -> Self {
        let verbs = lists.joined("content", "", "endings").into_iter();
        let middle = lists.joined("content", "", "middle").into_iter();
        let groups = lists.words("groups").into_iter().map(|word| (word.to_owned(), Who::Group(Vec::new())));
        let heads = lists.words("pair_heads");
        let countries = lists.pairs("countries");
        let pairs = lists.words("pairs").into_iter().flat_map(|pair| {
            let of = |head: &&'static str| (format!("{pair} {head}"), holders(pair, head, &countries));
            heads.iter().map(of).collect::<Vec<_>>()
        });
        let everyone = lists.words("everyone").into_iter().map(|word| (word.to_owned(), Who::Everyone));
        let unnamed = |(word, called): (&str, &str)| (word.to_owned(), Who::Unnamed(called.to_owned()));
        let papers = lists
            .words("papers")
            .into_iter()
            .map(|word| (word.to_owned(), Who::Institution(word.to_owned())));
        let described = everyone
            .chain(groups)
            .chain(pairs)
            .chain(lists.pairs("nameless").into_iter().map(unnamed))
            .chain(papers);
        Self {
            content: Cues::of(verbs.chain(lists.words("cues").into_iter().map(str::to_owned))),
            middle: Cues::of(middle.chain(lists.words("middle_cues").into_iter().map(str::to_owned))),
            decided: lists.words("decided"),
            shared_views: lists.words("shared_views"),
            clause_ends: lists.words("clause_ends"),
            plain: lists.words("plain"),
            topic: Cues::of(lists.words("topic")),
            relays: lists.words("relays"),
            quotative: lists.words("quotative"),
            indirect: lists.words("indirect"),
            described: Described::of(described),
            shared: lists.words("shared"),
            nameless: lists.pairs("nameless"),
            goes_on: lists.words("goes_on"),
            goes_on_saying: lists.words("goes_on_saying"),
            offices: lists.pairs("offices"),
            titles: lists.words("titles"),
            bodies: lists.words("bodies"),
        }
    }
}

/// Who is meant by two countries in short and an office (“한미 국방장관”); without an office it is both together.
fn holders(pair: &str, head: &str, countries: &[(&str, &str)]) -> Who {
    let office = ["양국 ", "양 "].iter().find_map(|both| head.strip_prefix(both)).unwrap_or(head);
    let of = |c: char| countries.iter().find(|(short, _)| short.starts_with(c)).map(|(_, side)| *side);
    let places: Vec<String> = pair.chars().filter_map(of).map(str::to_owned).collect();
    match office {
        "양국" | "양측" | "3국" | "대표단" => Who::Group(Vec::new()),
        "정상" => Who::Holders { office: "leader".to_owned(), places },
        // The chief of a field is its minister.
        _ if office.ends_with("수장") => {
            let field = office.trim_end_matches("수장").trim_end();
            let title = if field == "안보" { "국가안보보좌관" } else { "장관" };
            let field = if field == "안보" { "" } else { field };
            Who::Holders { office: format!("{field}{title}"), places }
        }
        _ => Who::Holders { office: office.to_owned(), places },
    }
}

/// Words for those who have no name of their own, all looked for in one pass.
pub(super) struct Described {
    automaton: AhoCorasick,
    meant: Vec<Who>,
}

impl Described {
    fn of(words: impl Iterator<Item = (String, Who)>) -> Self {
        let (words, meant): (Vec<String>, Vec<Who>) = words.unzip();
        let automaton = AhoCorasick::new(words).expect("a few hundred short words are far below the limits");
        Self { automaton, meant }
    }

    /// Where each stands in a text (bytes), and who is meant: by the order of the lists, then by place.
    pub(super) fn find(&self, text: &str) -> impl Iterator<Item = (usize, usize, &Who)> {
        let found = self.automaton.find_overlapping_iter(text);
        let mut found: Vec<_> = found.map(|found| (found.pattern(), found.start(), found.end())).collect();
        found.sort_unstable();
        found.into_iter().map(|(word, start, end)| (start, end, &self.meant[word.as_usize()]))
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
