//! Finds quotations, and tells how a sentence gives its words: direct, mixed or indirect.

use core::ops::Range;
use std::collections::BTreeSet;

use readout_corpus::{Document, Mode, Span};

use crate::sentences::{is_han_or_kana, is_hangul};

/// The quotations of a document: stretches of its text between quotation marks, marks included,
/// in order. A quotation ends with its paragraph at the latest.
#[derive(Debug, Clone, Default)]
pub(crate) struct Quotations {
    ranges: Vec<Range<usize>>,
    /// Ends of those without a closing mark: the next paragraph goes on with them.
    open: BTreeSet<usize>,
}

/// Whether a mark can only open a quotation: by its form, or behind a colon or comma.
fn opens(text: &str, mark: usize) -> bool {
    text[mark..].starts_with('“') || [": ", ", "].iter().any(|end| text[..mark].ends_with(end))
}

impl Quotations {
    /// Finds them.
    pub(crate) fn of(document: &Document) -> Self {
        let mut found = Self::default();
        let mut at = 0;
        // Where a quotation begins that the paragraph before left open.
        let mut left_open: Option<usize> = None;
        let sentences = &document.sentences;
        while let Some(first) = sentences.get(at) {
            let last = at + sentences[at..].partition_point(|s| s.paragraph <= first.paragraph) - 1;
            let range = first.span.start as usize..sentences[last].span.end as usize;
            at = last + 1;
            let Some(text) = document.text.get(range.clone()) else { continue };
            let before = left_open.take();
            // “A. | B,” he said: one that is not opened again ends in the next paragraph.
            if let Some(start) = before
                && let Some(end) = ends_before_it_opens(text)
            {
                let end = range.start + end;
                if let Some(last) = found.ranges.last_mut().filter(|last| last.start == start) {
                    found.open.remove(&last.end);
                    last.end = end;
                }
                in_paragraph(&document.text[end..range.end], end, &mut found.ranges);
                continue;
            }
            // A quotation over several paragraphs opens each of them and closes the last.
            let rest = document.text[range.end..].trim_start();
            let goes_on = rest.starts_with(['“', '"'])
                || rest.lines().next().is_some_and(|next| ends_before_it_opens(next).is_some());
            if let Some(start) = in_paragraph(text, range.start, &mut found.ranges)
                && (text[..start].trim().is_empty() || (goes_on && opens(text, start)))
            {
                found.ranges.push(range.start + start..range.end);
                found.open.insert(range.end);
                left_open = Some(range.start + start);
            }
        }
        found
    }

    /// Whether the byte stands in a quotation.
    pub(crate) fn covers(&self, byte: usize) -> bool {
        self.at(byte).is_some()
    }

    fn at(&self, byte: usize) -> Option<&Range<usize>> {
        let next = self.ranges.partition_point(|range| range.start <= byte);
        self.ranges[..next].last().filter(|range| range.contains(&byte))
    }

    /// Whether the byte stands inside a quotation that began before it.
    pub(crate) fn goes_on_at(&self, byte: usize) -> bool {
        self.at(byte).is_some_and(|range| range.start < byte)
    }

    /// Where the quotation ends in which the byte stands.
    pub(crate) fn end_of(&self, byte: usize) -> Option<usize> {
        self.at(byte).map(|range| range.end)
    }

    /// Whether the quotation that ends with this byte has its closing mark; `None` where none ends.
    pub(crate) fn closed_at(&self, end: usize) -> Option<bool> {
        let before = self.ranges.partition_point(|range| range.start < end);
        let last = self.ranges[..before].last()?;
        (last.end == end).then(|| !self.open.contains(&end))
    }

    /// The parts of quotations inside a stretch of the text.
    pub(crate) fn within(&self, stretch: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let first = self.ranges.partition_point(|range| range.end <= stretch.start);
        self.ranges[first..]
            .iter()
            .take_while(move |range| range.start < stretch.end)
            .map(move |range| range.start.max(stretch.start)..range.end.min(stretch.end))
    }
}

/// Marks that open a quotation, and those that close it. Of two that begin alike the longer stands
/// first.
const MARKS: &[(&str, &[&str])] = &[
    ("\"", &["\""]),
    ("“", &["”"]),
    ("„", &["“", "”"]),
    ("«", &["»"]),
    ("‹", &["›"]),
    ("「", &["」"]),
    ("『", &["』"]),
    ("''", &["''", "\""]),
    ("``", &["''", "\""]),
    ("‘", &["’"]),
    ("'", &["'"]),
];

/// An open quotation: where it begins, what closes it, and whether its mark is a single one, which
/// looks like an apostrophe.
#[derive(Clone, Copy)]
struct Open {
    start: usize,
    ends: &'static [&'static str],
    single: bool,
}

/// Finds the quotations of a paragraph; gives where one begins that does not end in it.
fn in_paragraph(text: &str, offset: usize, found: &mut Vec<Range<usize>>) -> Option<usize> {
    let mut open: Option<Open> = None;
    let mut before = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        // No mark begins with a plain letter.
        if c == ' ' || c.is_ascii_alphanumeric() {
            before = Some(c);
            at += 1;
            continue;
        }
        let rest = &text[at..];
        let mut length = c.len_utf8();
        match open {
            None => {
                if let Some((mark, ends)) = MARKS.iter().find(|(mark, _)| rest.starts_with(mark)) {
                    length = mark.len();
                    let single = matches!(*mark, "‘" | "'");
                    let after = rest[length..].chars().next();
                    // An apostrophe looks the same: a quotation begins where a word does, and ends.
                    let begins = before.is_none_or(|c: char| !c.is_alphanumeric())
                        && after.is_some_and(char::is_alphanumeric);
                    if !single || (begins && closes(&rest[length..], ends)) {
                        open = Some(Open { start: at, ends, single });
                    }
                }
            }
            Some(quotation) => {
                let end = quotation.ends.iter().find(|end| rest.starts_with(**end)).copied();
                // “So it is,“ or “So it is," he said: closed by a mark of another pair.
                let slip = || {
                    let closes = ["“", "\""].into_iter().find(|mark| rest.starts_with(mark))?;
                    let ended = ends_here(before, rest[closes.len()..].chars().next());
                    (ended && quotation.ends.contains(&"”")).then_some(closes)
                };
                let end = end.or_else(slip);
                if let Some(end) = end {
                    length = end.len();
                    if !quotation.single || ends_here(before, rest[length..].chars().next()) {
                        found.push(offset + quotation.start..offset + at + length);
                        open = None;
                    }
                } else if c == '“' && quotation.ends.contains(&"”") {
                    // Opened twice and never closed: the first mark was a slip.
                    open = Some(Open { start: at, ..quotation });
                }
            }
        }
        before = text[at..at + length].chars().next_back();
        at += length;
    }
    open.filter(|quotation| !quotation.single).map(|quotation| quotation.start)
}

/// Where a quotation from the paragraph before ends, if this one closes it and does not open it again.
fn ends_before_it_opens(text: &str) -> Option<usize> {
    let at = text.find(['"', '“', '”']).filter(|&at| at > 0)?;
    let mark = text[at..].chars().next()?;
    let behind = text[at + mark.len_utf8()..].chars().next();
    let closes = match mark {
        '“' => ends_here(text[..at].chars().next_back(), behind),
        '"' => text.matches('"').count() % 2 == 1 && text[..at].ends_with([',', '.', '!', '?', '…']),
        mark => mark == '”',
    };
    closes.then_some(at + mark.len_utf8())
}

fn ends_here(before: Option<char>, after: Option<char>) -> bool {
    // Particles are written onto a Korean quotation, and nothing parts it from Chinese words.
    let word_ends = |c: char| !c.is_alphanumeric() || is_hangul(c) || is_han_or_kana(c);
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(word_ends)
}

fn closes(text: &str, ends: &[&str]) -> bool {
    ends.iter().any(|end| {
        text.match_indices(end)
            .any(|(at, _)| ends_here(text[..at].chars().next_back(), text[at + end.len()..].chars().next()))
    })
}

/// How the words of a sentence are given.
///
/// `attribution` are the stretches of the sentence that name speaker and cue. Terms and
/// titles of works stand in quotation marks too: where the source speaks for a side (`terms`), a
/// quotation of a few words is one of those.
pub(crate) fn mode(
    document: &Document,
    quotations: &Quotations,
    sentence: Range<usize>,
    attribution: &[Span],
    terms: bool,
) -> Mode {
    let text = &document.text;
    let weigh = |range: Range<usize>| {
        text.get(range).unwrap_or_default().chars().filter(|c| c.is_alphanumeric()).count()
    };
    let mut quoted = 0;
    let mut quotes = false;
    for range in quotations.within(sentence.clone()) {
        let words = text.get(range.clone()).unwrap_or_default();
        quoted += weigh(range);
        quotes |= !is_term(words, terms);
    }
    if !quotes {
        return Mode::Indirect;
    }
    let outside = weigh(sentence)
        .saturating_sub(quoted + attribution.iter().map(|span| weigh(span.range())).sum::<usize>());
    // A word or two beside the quotation (“at the start”, “also”) does not make it less direct.
    if outside * 8 <= quoted { Mode::Direct } else { Mode::Mixed }
}

/// Whether a quotation is a name or a term and not somebody's words.
fn is_term(words: &str, terms: bool) -> bool {
    let inner = words.trim_matches(|c: char| !c.is_alphanumeric());
    let wide = inner.chars().any(|c| ('\u{2E80}'..='\u{9FFF}').contains(&c));
    let length = if wide { inner.chars().count() / 4 } else { inner.split_whitespace().count() };
    let title = inner
        .split_whitespace()
        .filter(|w| w.chars().count() > 3)
        .all(|w| w.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric()));
    (terms && length <= 4) || (title && !wide && length >= 2 && inner.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::testing::document;

    #[test]
    fn quotations_are_found_and_apostrophes_are_not() {
        let check = |text: &str, expect: &[&str]| {
            let document = document(text);
            let found = Quotations::of(&document);
            let got: Vec<&str> = found.ranges.iter().map(|r| &document.text[r.clone()]).collect();
            assert_eq!(got, expect, "{text}");
        };
        check("He said \"yes\" and \"no\".", &["\"yes\"", "\"no\""]);
        check("He said “yes”.", &["“yes”"]);
        check("The minister's plan isn't 'ready' yet.", &["'ready'"]);
        check("The ministers' plan is the king's.", &[]);
        check("She voiced ‘concern’ at the king’s plan.", &["‘concern’"]);
        check("“We go on.\n\nWe stop,” he said. “No.”", &["“We go on.\n\nWe stop,”", "“No.”"]);
        check("\"We go on.\n\nWe stop,\" he said.", &["\"We go on.\n\nWe stop,\""]);
        check("\"We go on.\n\nHe said \"no\" twice.", &["\"We go on.", "\"no\""]);
        check("''Yes,'' he said. ``No,'' she said.", &["''Yes,''", "``No,''"]);
        check("„Ja“, he said, ‹non› and «no».", &["„Ja“", "‹non›", "«no»"]);
        check("“We will not stop.\nWe go on,” he said.", &["“We will not stop.\nWe go on,”"]);
        check("He said “we stop.\n\nWe go on,” and left. “No.”", &["“we stop.\n\nWe go on,”", "“No.”"]);
        check("“Yes,\" he said. “No,” she said.", &["“Yes,\"", "“No,”"]);
        check("“Yes,“ he said. “No“, she said.", &["“Yes,“", "“No“"]);
    }

    #[test]
    fn mode_weighs_what_is_quoted() {
        let check = |text: &str, terms: bool, expect: Mode| {
            let document = document(text);
            let quotations = Quotations::of(&document);
            let span = document.sentences[1].span.range();
            let attribution: Vec<Span> =
                document.text.find("he said").map(|at| Span::new(at, at + 7)).into_iter().collect();
            assert_eq!(mode(&document, &quotations, span, &attribution, terms), expect, "{text}");
        };
        check("“We will build the bridge together,” he said.", false, Mode::Direct);
        check("The bridge will be built “together”, he said.", false, Mode::Mixed);
        check("The bridge will be built together, he said.", false, Mode::Indirect);
        check("They need the “green lane”, he said.", true, Mode::Indirect);
        check("They will hold the “Year of the Two Rivers”, he said.", false, Mode::Indirect);
        check("双方要把“和平共处”落到实处。", true, Mode::Indirect);
    }
}
