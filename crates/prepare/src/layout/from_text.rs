//! Plain text to blocks: which lines are paragraphs of their own, and which were wrapped.

use super::blocks::{Block, Builder, Kind};
use super::markup;
use crate::sentences::{is_han_or_kana, is_hangul};

/// The narrowest and widest column (Latin letters) at which text is taken to be wrapped.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=110;

/// The blocks of a text. `at` is where it stands in the file (bytes), if it has a place there.
pub(super) fn read(text: &str, at: Option<usize>) -> Vec<Block> {
    let mut builder = Builder::default();
    let mut reader = markup::Reader::default();
    for group in groups(text) {
        let lines: Vec<&str> = group.iter().map(|&(start, end)| &text[start..end]).collect();
        let wrapped = is_wrapped(&lines);
        builder.start(Kind::Paragraph);
        for &(start, end) in &group {
            markup::read(&mut reader, &text[start..end], at.map(|at| at + start), &mut builder);
            if wrapped {
                builder.soft_break();
            } else {
                builder.start(Kind::Paragraph);
            }
        }
    }
    builder.finish()
}

/// Runs of lines that are not blank, as byte ranges.
fn groups(text: &str) -> Vec<Vec<(usize, usize)>> {
    let mut groups = Vec::new();
    let mut open = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let end = start + line.len();
        if line.trim().is_empty() {
            // The \n of a \r\n is no blank line of its own.
            if line != "\n" || start == 0 || !text[..start].ends_with('\r') {
                groups.push(std::mem::take(&mut open));
            }
        } else {
            open.push((start, end));
        }
        start = end;
    }
    groups.push(open);
    groups.retain(|group| !group.is_empty());
    groups
}

/// Whether lines were broken at a column: each is so long that the next one's first word would not
/// have fitted on it.
fn is_wrapped(lines: &[&str]) -> bool {
    let width =
        |text: &str| text.chars().map(|c| 1 + usize::from(is_han_or_kana(c) || is_hangul(c))).sum::<usize>();
    let widths: Vec<usize> = lines.iter().map(|line| width(line.trim())).collect();
    let Some(&column) = widths.iter().max() else { return false };
    if lines.len() < 2 || !WRAPPED.contains(&column) {
        return false;
    }
    let full = lines.windows(2).zip(&widths).filter(|(pair, width_of_first)| {
        let next = pair[1].trim().split(char::is_whitespace).next().unwrap_or_default();
        let word = if next.chars().any(is_han_or_kana) { 2 } else { 1 + width(next) };
        **width_of_first + word > column.saturating_sub(column / 12)
    });
    full.count() * 10 >= (lines.len() - 1) * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let blocks = read(text, Some(0));
        let found: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn wrapped_lines_join_and_others_do_not() {
        check(
            "Home > News\nThe minister meets the envoy\n\nThey met.",
            &["Home > News", "The minister meets the envoy", "They met."],
        );
        check(
            "The two ministers met on Tuesday in the capital to\nspeak about trade, about the ferry and about the\nfishing grounds.",
            &[
                "The two ministers met on Tuesday in the capital to speak about trade, about the ferry and about the fishing grounds.",
            ],
        );
        check(
            "One paragraph.\r\nAnother one.\r\n\r\nA third.",
            &["One paragraph.", "Another one.", "A third."],
        );
        check("<p>First.</p><p>Second &amp; last.</p>", &["First.", "Second & last."]);
    }

    #[test]
    fn blocks_know_their_place() {
        let text = "A &amp; B\n\n  Two  words";
        let blocks = read(text, Some(100));
        let place = |block: &Block| block.places.source(0, block.text.len()).map(|s| (s.start, s.end));
        assert_eq!(blocks.iter().map(place).collect::<Vec<_>>(), [Some((100, 109)), Some((113, 123))]);
    }
}
