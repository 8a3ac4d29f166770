//! The words that Chinese reported speech is told by, as data/speech-zh.tsv lists them.

use std::sync::LazyLock;

use crate::statements::lists::Lists;

/// The lists.
pub(super) static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::of(&Lists::of(include_str!("../../../data/speech-zh.tsv"))));

/// Words by what they do.
pub(super) struct Words {
    /// Cues that give what was said. The longest wins.
    pub(super) content: Vec<&'static str>,
    /// Cues that do nothing but tell speech, and those who speak in the middle of somebody else's words
    /// have one of these.
    pub(super) plain: Vec<&'static str>,
    /// Words between a name and its cue that change nothing.
    pub(super) adverbs: Vec<&'static str>,
    /// What begins like a cue and is none.
    pub(super) no_cues: Vec<&'static str>,
    /// Letters before a cue that make it the end of another word.
    pub(super) no_cue_after: Vec<&'static str>,
    /// Groups that speak together, with those of two countries in short.
    pub(super) groups: Vec<String>,
    /// Cues that a group can have: what is agreed or told together.
    pub(super) joint: Vec<&'static str>,
    /// What follows a group where somebody says what it should do or has (“双方要…”).
    pub(super) wished: Vec<&'static str>,
    /// What only names a topic (“就…交换意见”).
    pub(super) topic: Vec<&'static str>,
    /// Words of a title that may stand between a name and its cue, or before the name.
    pub(super) titles: Vec<&'static str>,
    /// Words that lead to a name besides its title.
    pub(super) before_name: Vec<&'static str>,
    /// How a clause ends that only leads to the sentence's own (“…时，”, “关于…问题，”).
    pub(super) leads_end: Vec<&'static str>,
    /// How a clause ends that says who reported it (“据新华社报道，”).
    pub(super) reported: Vec<&'static str>,
    /// Endings of those who have no name, and what they are called.
    pub(super) nameless: Vec<(&'static str, &'static str)>,
    /// Attendance: the sentence tells who was there.
    pub(super) attended: Vec<&'static str>,
    /// What stands around the talks: the sentence tells what was done.
    pub(super) around: Vec<&'static str>,
    /// Words that open a paragraph which goes on with a list that was announced.
    pub(super) ordinals: Vec<&'static str>,
}

impl Words {
    fn of(lists: &Lists) -> Self {
        let pairs = lists.joined("pairs", "", "pair_heads");
        let groups = lists.words("groups").into_iter().map(str::to_owned);
        Self {
            content: lists.words("content"),
            plain: lists.words("plain"),
            adverbs: lists.words("adverbs"),
            no_cues: lists.words("no_cues"),
            no_cue_after: lists.words("no_cue_after"),
            groups: groups.chain(pairs).collect(),
            joint: lists.words("joint"),
            wished: lists.words("wished"),
            topic: lists.words("topic"),
            titles: lists.words("titles"),
            before_name: lists.words("before_name"),
            leads_end: lists.words("leads_end"),
            reported: lists.words("reported"),
            nameless: lists.pairs("nameless"),
            attended: lists.words("attended"),
            around: lists.words("around"),
            ordinals: lists.words("ordinals"),
        }
    }
}
