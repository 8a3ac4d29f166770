//! English words that a full stop after or a capital after means something special for.

use std::sync::LazyLock;

use regex::Regex;

/// “BEIJING, November 9. /TASS/.”: its full stops end no sentence.
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[A-Z][A-Z.'’/ -]+[,.] ?(?:[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?:, [0-9]{4})?\.? ?)?/[A-Z][A-Za-z-]{1,20}/\.?")
        .expect("the pattern is constant, and tests use it")
});

/// How much of a text is a dateline with an agency's mark between strokes (bytes).
pub(super) fn dateline_length(text: &str) -> usize {
    if !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return 0;
    }
    DATELINE.find(text).map_or(0, |found| found.end())
}

/// Stand before a name or a number: the full stop never ends a sentence.
pub(super) const BEFORE_NAMES: &[&str] = &[
    "mr", "mrs", "ms", "messrs", "mme", "dr", "prof", "rev", "fr", "hon", "st", "mt", "ft", "gen", "lt",
    "col", "maj", "capt", "cmdr", "cdr", "sgt", "cpl", "brig", "adm", "vadm", "radm", "sen", "rep", "reps",
    "sens", "gov", "govs", "pres", "amb", "supt", "insp", "det", "atty", "sec", "asst", "dep", "vs", "viz",
    "cf", "e.g", "i.e", "ca", "dist",
];

/// Stand before a number: before anything else the full stop ends a sentence as usual.
pub(super) const BEFORE_NUMBERS: &[&str] = &[
    "no", "nos", "n°", "nr", "p", "pp", "para", "paras", "art", "arts", "fig", "figs", "vol", "vols", "ch",
    "chap", "ed", "eq", "approx", "est", "op",
];

/// May end a sentence or not: only a word that begins sentences, after them, tells.
pub(super) const EITHER: &[&str] = &[
    "inc", "ltd", "co", "cos", "corp", "bros", "plc", "llc", "jr", "sr", "esq", "etc", "al", "ave", "blvd",
    "rd", "dept", "univ", "assn", "intl", "govt", "min", "max", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
    "sat", "sun", "ph.d", "u.s", "u.k", "u.n", "e.u", "d.c", "calif", "mass", "conn", "ala", "ariz", "fla",
    "ga", "ill", "ind", "kan", "mich", "minn", "miss", "mo", "neb", "nev", "okla", "ore", "pa", "tenn",
    "tex", "va", "vt", "wash", "wis",
];

/// Words that begin a sentence and seldom follow an abbreviation inside one.
pub(super) const STARTERS: &[&str] = &[
    "a",
    "about",
    "according",
    "additionally",
    "after",
    "all",
    "also",
    "although",
    "among",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "besides",
    "both",
    "but",
    "by",
    "can",
    "could",
    "despite",
    "did",
    "do",
    "does",
    "during",
    "each",
    "earlier",
    "either",
    "even",
    "every",
    "finally",
    "following",
    "for",
    "from",
    "further",
    "furthermore",
    "given",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "indeed",
    "instead",
    "is",
    "it",
    "its",
    "last",
    "later",
    "let",
    "many",
    "may",
    "meanwhile",
    "more",
    "moreover",
    "most",
    "my",
    "neither",
    "never",
    "nevertheless",
    "not",
    "nothing",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "other",
    "others",
    "our",
    "over",
    "please",
    "said",
    "several",
    "she",
    "should",
    "since",
    "so",
    "some",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "thus",
    "to",
    "today",
    "together",
    "two",
    "under",
    "unlike",
    "until",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "will",
    "with",
    "without",
    "would",
    "yesterday",
    "yet",
    "you",
    "your",
];

/// Capitalised words that go on after a time of day (“6 p.m. Friday”).
pub(super) const AFTER_TIMES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "eastern",
    "central",
    "pacific",
    "beijing",
    "moscow",
    "tokyo",
    "seoul",
    "greenwich",
    "local",
    "central",
];

/// Verbs behind which nothing of what was said need follow.
const TELLING: &[&str] =
    &["said", "says", "added", "asked", "told", "wrote", "replied", "noted", "posted", "tweeted", "stressed"];
/// Words behind such a verb that only say where, when or to whom.
const BEHIND_TELLING: &[&str] =
    &["on", "in", "at", "during", "after", "when", "while", "as", "late", "last", "reporters", "journalists"];

/// Whether words behind a quotation that ends with a mark of its own only say whose it is: “Why?” Minister X
/// added.
pub(super) fn attributes(next: &str) -> bool {
    const LONGEST: usize = 6;
    let mut words = next.split_ascii_whitespace().take(LONGEST + 1);
    let mut before = 0;
    let verb = words.by_ref().find(|word| {
        before += 1;
        TELLING.contains(&word.trim_end_matches(['.', ',']))
    });
    let Some(verb) = verb.filter(|_| before > 1) else { return false };
    let named = next.split_ascii_whitespace().take(before - 1).all(|word| {
        let title = word.len() <= 4;
        !word.ends_with([',', ':', '"', '”']) && (title || !word.ends_with(['.', '!', '?']))
    });
    let ends = verb.ends_with(['.', ',']);
    named && (ends || words.next().is_some_and(|word| BEHIND_TELLING.contains(&word)))
}
