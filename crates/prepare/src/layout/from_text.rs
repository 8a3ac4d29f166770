//! Plain text to blocks: which lines are paragraphs of their own, and which were wrapped.

use super::blocks::{Block, Builder, Kind};
use super::{byline, markup};
use crate::sentences::{is_han_or_kana, is_hangul};

/// The narrowest and widest column (Latin letters) at which text is taken to be wrapped.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=110;

/// The blocks of a text. `at` is where it stands in the file (bytes), if it has a place there.
pub(super) fn read(text: &str, at: Option<usize>) -> Vec<Block> {
    let mut builder = Builder::default();
    let mut reader = markup::Reader::default();
    for group in groups(text) {
        let lines: Vec<&str> = group.iter().map(|&(start, end)| &text[start..end]).collect();
        let going_on = going_on(&lines);
        builder.start(Kind::Paragraph);
        for (&(start, end), goes_on) in group.iter().zip(going_on) {
            markup::read(&mut reader, &text[start..end], at.map(|at| at + start), &mut builder);
            if goes_on {
                builder.soft_break();
            } else {
                builder.start(Kind::Paragraph);
            }
        }
    }
    builder.finish()
}

/// So many lines have to be full before several paragraphs are taken to be wrapped without blank lines.
const SEVERAL: usize = 4;

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

/// Of each line, whether the next one goes on with its paragraph: where lines were broken at a column, each
/// is so long that the next one's first word would not have fitted on it. Paragraphs may stand without a
/// blank line between them; then each ends with a line that is shorter and ends a sentence.
fn going_on(lines: &[&str]) -> Vec<bool> {
    let mut going_on = wrapped(lines);
    for (at, pair) in lines.windows(2).enumerate() {
        going_on[at] |= heading_goes_on(pair[0], pair[1]);
        going_on[at] &= !is_item(pair[1]);
    }
    going_on
}

/// Whether a line begins with the mark of an item in a list.
pub(super) fn is_item(line: &str) -> bool {
    let rest = line.trim_start().strip_prefix(['-', '*', '•', '‣', '▪', '●', '■']);
    rest.is_some_and(|rest| {
        rest.starts_with([' ', '\t']) && rest.trim_start().starts_with(char::is_alphanumeric)
    })
}

/// Whether a heading in capitals goes on in the next line: “REMARKS BY X | AND Y”.
fn heading_goes_on(line: &str, next: &str) -> bool {
    const JOINING: &[&str] =
        &["AND", "AFTER", "BEFORE", "FOLLOWING", "WITH", "OF", "IN", "AT", "ON", "FOR", "TO", "BY"];
    let shouted = |line: &str| {
        line.split_whitespace().count() > 1
            && line.contains(char::is_uppercase)
            && !line.contains(char::is_lowercase)
    };
    let opens = next.split_whitespace().next().is_some_and(|word| JOINING.contains(&word));
    opens && shouted(line) && shouted(next)
}

/// The same where a whole paragraph was broken at a column.
fn wrapped(lines: &[&str]) -> Vec<bool> {
    let width =
        |text: &str| text.chars().map(|c| 1 + usize::from(is_han_or_kana(c) || is_hangul(c))).sum::<usize>();
    let widths: Vec<usize> = lines.iter().map(|line| width(line.trim())).collect();
    let column = widths.iter().copied().max().unwrap_or(0);
    if lines.len() < 2 || !WRAPPED.contains(&column) {
        return vec![false; lines.len()];
    }
    // A date or a byline is a line of its own, however long the title above it is.
    let apart: Vec<bool> = lines.iter().map(|line| byline::is_alone(line)).collect();
    let full = |at: usize| {
        // So is what stands twice: the words of a picture, and again for those who hear it.
        if apart[at] || apart[at + 1] || lines[at].trim() == lines[at + 1].trim() {
            return false;
        }
        let next = lines[at + 1].trim().split(char::is_whitespace).next().unwrap_or_default();
        let word = if next.chars().any(is_han_or_kana) { 2 } else { 1 + width(next) };
        widths[at] + word > column.saturating_sub(column / 12)
    };
    let (mut broken, mut ended) = (0, 0);
    let mut going_on = vec![true; lines.len()];
    for at in 0..lines.len() - 1 {
        match (full(at), ends_sentence(lines[at]) || apart[at] || apart[at + 1]) {
            (true, _) => broken += 1,
            (false, true) => {
                ended += 1;
                going_on[at] = false;
            }
            (false, false) => {}
        }
    }
    let all = lines.len() - 1;
    let one_paragraph = broken * 10 >= all * 9;
    let several = broken >= SEVERAL && broken >= ended && (broken + ended) * 10 >= all * 8;
    if one_paragraph {
        vec![true; lines.len()]
    } else if several {
        going_on
    } else {
        vec![false; lines.len()]
    }
}

/// Whether a line ends with what ends a sentence, and may be closed after it.
fn ends_sentence(line: &str) -> bool {
    line.trim_end()
        .trim_end_matches(['"', '”', '’', '\'', ')', '」', '）'])
        .ends_with(['.', '!', '?', '。', '！', '？'])
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
        check(
            "The two ministers met on Tuesday in the capital to\nspeak about trade, about the ferry and about the\nfishing grounds.\nOne of them said that the talks had been long, that\nthey had been good, and that they would go on in the\nautumn. \"We agree,\" he said.\nThe other left at noon.",
            &[
                "The two ministers met on Tuesday in the capital to speak about trade, about the ferry and about the fishing grounds.",
                "One of them said that the talks had been long, that they had been good, and that they would go on in the autumn. \"We agree,\" he said.",
                "The other left at noon.",
            ],
        );
        check(
            "REMARKS BY THE MINISTER\nAND THE ENVOY\nRome\n\nThey met.",
            &["REMARKS BY THE MINISTER AND THE ENVOY", "Rome", "They met."],
        );
        check("<p>First.</p><p>Second &amp; last.</p>", &["First.", "Second & last."]);
        let twice = "The minister of the port looks at the ferry in the harbour of the two cities.";
        check(&format!("{twice}\n{twice}"), &[twice, twice]);
        check(
            "• The two ministers met in the capital on Tuesday\n• They spoke of trade and of the fishing grounds there",
            &[
                "• The two ministers met in the capital on Tuesday",
                "• They spoke of trade and of the fishing grounds there",
            ],
        );
        check(
            "The two ministers meet in the capital to speak about trade\nMay 4, 2021\n\nThey met.",
            &["The two ministers meet in the capital to speak about trade", "May 4, 2021", "They met."],
        );
        check(
            "Ministers meet in the capital to speak about the ferry\nBy the foreign desk | Updated: 2021-05-04 18:02",
            &[
                "Ministers meet in the capital to speak about the ferry",
                "By the foreign desk | Updated: 2021-05-04 18:02",
            ],
        );
    }

    #[test]
    fn blocks_know_their_place() {
        let text = "A &amp; B\n\n  Two  words";
        let blocks = read(text, Some(100));
        let place = |block: &Block| block.places.source(0, block.text.len()).map(|s| (s.start, s.end));
        assert_eq!(blocks.iter().map(place).collect::<Vec<_>>(), [Some((100, 109)), Some((113, 123))]);
    }
}
