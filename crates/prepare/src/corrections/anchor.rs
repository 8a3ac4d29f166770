//! Finds quoted words in a document's text: the words themselves, told apart by what stands before and
//! after them. White space, quotation marks and dashes may be written otherwise than in the text.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use readout_corpus::{Document, Span};

/// Letters of a quotation that a message repeats.
const SHOWN: usize = 50;

/// Percentage of the three-letter pieces of words that were not found that a sentence must have, to be offered.
const LIKE: usize = 60;

/// Words of a text, with some of what stands beside them: a text quote selector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The words.
    pub(super) exact: String,
    /// What stands right before them.
    pub(super) prefix: String,
    /// What stands right after them.
    pub(super) suffix: String,
    /// Whether every place is meant where they stand.
    pub(super) all: bool,
}

/// Where a quotation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Bytes of the document's text.
    pub(super) span: Span,
    /// First and last sentence that it touches.
    pub(super) first: u32,
    pub(super) last: u32,
}

/// A text in which what is written in several ways is written in one, and the way back to its bytes.
pub(super) struct Folded {
    text: String,
    /// For each byte, first and last byte of the text that it stands for.
    at: Vec<(usize, usize)>,
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self { text: String::new(), at: Vec::new() };
        let mut space = false;
        for (start, c) in text.char_indices() {
            if c.is_whitespace() {
                space = true;
                continue;
            }
            if space && !folded.text.is_empty() {
                folded.push(" ", (start, start));
            }
            space = false;
            let from = (start, start + c.len_utf8());
            match c {
                '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' => {
                    folded.push("\"", from)
                }
                '‘' | '’' | '‚' => folded.push("'", from),
                '–' | '—' | '−' | '‐' | '‑' => folded.push("-", from),
                '…' => folded.push("...", from),
                _ => folded.push(c.encode_utf8(&mut [0; 4]), from),
            }
        }
        folded
    }

    fn push(&mut self, text: &str, from: (usize, usize)) {
        self.text.push_str(text);
        self.at.resize(self.text.len(), from);
    }

    /// Bytes of the text for bytes of the folded one, of which there is one at least.
    fn back(&self, range: core::ops::Range<usize>) -> Span {
        Span::new(self.at[range.start].0, self.at[range.end - 1].1)
    }
}

impl Quotation {
    /// The places where it stands.
    ///
    /// # Errors
    /// What is wrong and what to do, where it stands nowhere, or in several places without `all`.
    pub(super) fn find(&self, folded: &Folded, document: &Document) -> Result<Vec<Place>, (String, String)> {
        let exact = Folded::new(&self.exact).text;
        if exact.is_empty() {
            return Err((format!("{} quotes no words", self.named()), "quote some".to_owned()));
        }
        let found: Vec<usize> = folded
            .text
            .match_indices(&exact)
            .map(|(at, _)| at)
            .filter(|&at| whole(folded, at, &exact))
            .collect();
        if found.is_empty() {
            let remedy = match nearest(&self.exact, document) {
                Some(near) => {
                    format!("quote words that stand there now, as in “{}”; or take it out", cut(near))
                }
                None => "quote words that stand there now, or take it out".to_owned(),
            };
            return Err((format!("{} no longer matches: these words are not there", self.named()), remedy));
        }
        let (prefix, suffix) = (Folded::new(&self.prefix).text, Folded::new(&self.suffix).text);
        let beside = |&&at: &&usize| {
            folded.text[..at].trim_end().ends_with(&prefix)
                && folded.text[at + exact.len()..].trim_start().starts_with(&suffix)
        };
        let beside: Vec<usize> = found.iter().filter(beside).copied().collect();
        let places = match (beside.len(), found.len()) {
            // Words that stand once are found without what stood beside them.
            (0, 1) => found,
            (0, many) => {
                return Err((
                    format!(
                        "{} no longer matches: its words stand {many} times, nowhere with these beside them",
                        self.named()
                    ),
                    "quote in `before` or `after` what stands beside them now, or take it out".to_owned(),
                ));
            }
            (1, _) => beside,
            (_, _) if self.all => beside,
            (several, _) => {
                return Err((
                    format!("{} fits {several} places", self.named()),
                    "quote more words, or in `before` or `after` what stands beside them; \
                     `all = true` means every place"
                        .to_owned(),
                ));
            }
        };
        Ok(places.into_iter().filter_map(|at| place(document, folded.back(at..at + exact.len()))).collect())
    }

    /// How a message calls the correction.
    pub(super) fn named(&self) -> String {
        format!("the correction of “{}”", cut(&self.exact))
    }
}

/// Whether a word is not cut at either end. Scripts that set no spaces cut nothing.
fn whole(folded: &Folded, at: usize, exact: &str) -> bool {
    let spaced = |c: char| c.is_alphanumeric() && c < '\u{2e80}';
    let cut = |a: Option<char>, b: Option<char>| a.is_some_and(spaced) && b.is_some_and(spaced);
    let (before, after) = (&folded.text[..at], &folded.text[at + exact.len()..]);
    !cut(before.chars().next_back(), exact.chars().next())
        && !cut(exact.chars().next_back(), after.chars().next())
}

fn place(document: &Document, span: Span) -> Option<Place> {
    let touched = (0u32..).zip(&document.sentences).filter(|(_, sentence)| sentence.span.overlaps(span));
    let numbers: Vec<u32> = touched.map(|(number, _)| number).collect();
    Some(Place { span, first: *numbers.first()?, last: *numbers.last()? })
}

/// The sentence that is most like the words.
fn nearest<'d>(words: &str, document: &'d Document) -> Option<&'d str> {
    let pieces = |text: &str| -> BTreeSet<(char, char, char)> {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.windows(3).map(|three| (three[0], three[1], three[2])).collect()
    };
    let wanted = pieces(words);
    let like = |sentence: &str| pieces(sentence).intersection(&wanted).count() * 100 / wanted.len().max(1);
    let sentences = (0u32..).zip(&document.sentences).map(|(number, _)| document.sentence_text(number));
    // Of sentences that are as like, the shorter says more by it.
    sentences.max_by_key(|text| (like(text), Reverse(text.len()))).filter(|text| like(text) >= LIKE)
}

/// As much of it as a message repeats.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
