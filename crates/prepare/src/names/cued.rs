//! People found because they speak or are met: “X Y said”, “said X Y”, “met with X Y”. Only names of
//! two words or more, and only where nothing else is known of the words.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use memchr::memmem;
use readout_corpus::{MentionKind, Why};

use super::draft::Draft;
use super::shapes;

/// Verbs that only people have.
const VERBS: &[&str] = &["said", "told", "added", "tweeted", "says", "explained", "argued", "noted"];
static SPOKEN: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(VERBS).expect("a few short words are far below an automaton's limits"));
/// Words at a sentence's head that are no part of a name.
const HEADS: &[&str] = &[
    "Meanwhile",
    "Separately",
    "Additionally",
    "However",
    "Also",
    "Still",
    "Then",
    "Now",
    "Speaking",
    "This",
    "That",
    "These",
    "Those",
    "It",
    "He",
    "She",
    "They",
    "We",
    "I",
    "You",
    "His",
    "Her",
    "Their",
    "Its",
    "Both",
    "One",
    "No",
    "Some",
    "Many",
    "All",
    "If",
    "Asked",
    "Reports",
    "Sources",
    "Officials",
    "Analysts",
    "Media",
];
/// Last words of what is no person.
const THINGS: &[&str] = &[
    "Ministry",
    "Department",
    "House",
    "Office",
    "Agency",
    "Council",
    "Commission",
    "Union",
    "Government",
    "Embassy",
    "Street",
    "News",
    "Times",
    "Post",
    "Journal",
    "Group",
    "Inc",
    "Corp",
    "University",
    "Party",
    "Court",
    "Association",
    "Nations",
    "Press",
    "Radio",
    "Television",
    "TV",
    "Palace",
    "Committee",
    "Army",
    "Forces",
    "Institute",
    "Center",
    "Centre",
    "Organization",
    "Organisation",
    "Administration",
    "Daily",
    "Secretary",
    "Minister",
    "President",
    "Spokesman",
    "Spokesperson",
    "Spokeswoman",
    "Side",
    "Kremlin",
    "Statement",
    "Readout",
];

/// What leads to somebody who is met, with the words that may stand before “with”.
const MET: &[&str] = &["met", "spoke", "call", "meeting", "talks", "conversation", "today", "yesterday"];
/// How the last words of groups end, which are met as people are.
const GROUPS: &[&str] =
    &["ers", "ors", "ists", "ans", "crats", "ials", "ives", "ates", "ies", "ents", "men", "als"];

/// Finds them in the body of a text in Latin letters.
pub(super) fn find(draft: &mut Draft<'_>) {
    let document = draft.document;
    for (_, sentence) in document.body() {
        let (start, end) = (sentence.span.start as usize, sentence.span.end as usize);
        for at in memmem::find_iter(&document.text.as_bytes()[start..end], " with ") {
            let before = document.text[start..start + at].rsplit(' ').next().unwrap_or_default();
            let name = start + at + " with ".len();
            if MET.contains(&before) && !is_group(&document.text[name..end]) {
                add(draft, name, None, name);
            }
        }
        let mut verbs: Vec<_> = SPOKEN.find_iter(&document.text[start..end]).collect();
        verbs.sort_by_key(|found| found.pattern());
        for found in verbs {
            let (at, after) = (start + found.start(), start + found.end());
            if document.text[after..].starts_with(char::is_alphanumeric) {
                continue;
            }
            before(draft, start, at, after);
            if let Some(rest) = document.text[after..end].strip_prefix(' ') {
                let name = document.text.len() - document.text[end..].len() - rest.len();
                // “, said X Y.”: only behind a quotation or a comma
                let quoted = document.text[start..at].trim_end().ends_with([',', '”', '"']);
                if quoted {
                    add(draft, name, None, after);
                }
            }
        }
    }
}

/// Whether a word is no part of a person's name: a country, an office, or the last word of an institution.
pub(super) fn is_thing(draft: &Draft<'_>, word: &str) -> bool {
    draft.gazetteer.side_of_word(word).is_some()
        || draft.gazetteer.offices_called(word).next().is_some()
        || THINGS.contains(&word)
}

/// Whether capitalised words name a group (“Business Leaders”).
fn is_group(text: &str) -> bool {
    let words = shapes::name_at(text, 0);
    words.last().is_none_or(|last| GROUPS.iter().any(|end| text[last.start..last.end].ends_with(end)))
}

/// “X Y said”, “, X Y, said”: the words that end just before the verb.
fn before(draft: &mut Draft<'_>, start: usize, verb: usize, after: usize) {
    let text = draft.text();
    let head = text[start..verb].trim_end();
    let (head, closed) = head.strip_suffix(',').map_or((head, false), |head| (head, true));
    if head.len() == verb - start {
        return;
    }
    let breaks = |c: char| matches!(c, ',' | ';' | ':' | '(' | ')' | '“' | '”' | '"' | '‘' | '’' | '—' | '–');
    let from = head.rfind(breaks).map_or(0, |at| at + head[at..].chars().next().map_or(0, char::len_utf8));
    // Between two commas all of it is the name; else as much of the end as looks like one.
    if closed && from == 0 {
        return;
    }
    let end = start + head.len();
    let begins = |&(at, c): &(usize, char)| {
        c.is_uppercase() && head[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
    };
    for (at, _) in head.char_indices().filter(|&(at, _)| at >= from).filter(begins) {
        if add(draft, start + at, Some(end), after) {
            return;
        }
    }
}

/// Adds the name that begins at a byte, where it looks like one and nothing is known of it. Says
/// whether something that ends where it should was looked at.
fn add(draft: &mut Draft<'_>, at: usize, end: Option<usize>, evidence: usize) -> bool {
    let text = draft.text();
    if !text[at..].starts_with(char::is_uppercase) {
        return false;
    }
    // “Governor X said”: the title is no part of the name.
    if draft.gazetteer.title_starts(&text[at..]) {
        return false;
    }
    let words = shapes::name_at(text, at);
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let surface = &text[first.start..last.end];
    let parts: Vec<&str> = words.iter().map(|word| &text[word.start..word.end]).collect();
    let known = parts.iter().any(|word| {
        HEADS.contains(word)
            || is_thing(draft, word)
            || word.chars().all(char::is_uppercase) && word.chars().count() > 2
    });
    if end.is_some_and(|end| end != last.end) {
        return false;
    }
    if !(2..=4).contains(&words.len()) || known || !draft.is_free(first.start, last.end) {
        return true;
    }
    let shown = if evidence > last.end { &text[first.start..evidence] } else { surface };
    let why = Why::rule("name-and-cue", shown, 65);
    draft.add(first.start, last.end, MentionKind::Person, surface.to_owned(), why);
    true
}
