//! The words of sentences that are not shown, for counting: what may be told of a text that cannot be
//! read. Nothing here has a position, and what would give a text away by itself is left out:
//!
//! - Pairs of characters are the words of scripts that are written without spaces, but all pairs of a
//!   sentence are the sentence. Only those inside a name, a topic, a date or a cue are counted, and those
//!   of a Korean word, which has spaces around it.
//! - Fewer words than [`FEWEST`] can be put in order by anyone. They are not counted at all.

use readout_corpus::{Document, Span};

use crate::words::{Token, is_hangul, is_unspaced, tokens};

/// Fewest words that are counted.
const FEWEST: u32 = 40;
/// Longest run of Korean letters that is a word (characters); what is longer lacks its spaces.
const LONGEST_WORD: usize = 10;

/// Gives each term of a document's sentences that are not shown to `each`; their number in words.
pub(super) fn words(document: &Document, mut each: impl FnMut(&str)) -> u32 {
    let mut terms: Vec<String> = Vec::new();
    let mut words = 0;
    for number in document.gaps.iter().flat_map(|gap| gap.first..=gap.last) {
        let text = document.sentence_text(number);
        let marks = marks(document, number);
        tokens(text, |token| {
            if counts(text, &token, &marks) {
                terms.push(token.term.to_owned());
                words += u32::from(token.width == 1);
            }
        });
    }
    if words < FEWEST {
        return 0;
    }
    terms.iter().for_each(|term| each(term));
    words
}

/// The places of names, topics, dates and cues in a sentence (bytes of the sentence).
fn marks(document: &Document, number: u32) -> Vec<Span> {
    let start = document.sentences.get(number as usize).map_or(0, |sentence| sentence.span.start);
    let names = document.mentions.iter().map(|mark| (mark.sentence, mark.span));
    let topics = document.topics.iter().map(|mark| (mark.sentence, mark.span));
    let dates = document.dates.iter().map(|mark| (mark.sentence, mark.span));
    let cues = document.statements.iter().filter_map(|mark| Some((mark.sentence, mark.cue?)));
    let inside = names.chain(topics).chain(dates).chain(cues).filter(|(sentence, _)| *sentence == number);
    let moved = |(_, span): (u32, Span)| Span {
        start: span.start.saturating_sub(start),
        end: span.end.saturating_sub(start),
    };
    inside.map(moved).collect()
}

/// Whether a term of a sentence is counted.
fn counts(text: &str, token: &Token<'_>, marks: &[Span]) -> bool {
    if !token.term.starts_with(is_unspaced) || marks.iter().any(|mark| mark.contains(token.span)) {
        return true;
    }
    let (before, after) = (&text[..token.span.start as usize], &text[token.span.end as usize..]);
    let run = before.chars().rev().take_while(|&c| is_unspaced(c)).count()
        + token.term.chars().count()
        + after.chars().take_while(|&c| is_unspaced(c)).count();
    token.term.chars().all(is_hangul) && run <= LONGEST_WORD
}

#[cfg(test)]
mod tests {
    use readout_corpus::{Gap, Role, Sentence, TopicMention, Why};

    use super::*;

    /// The terms of a document with one sentence, which is not shown, and a topic on some of its words.
    fn terms(text: &str, topic: &str) -> Vec<String> {
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let sentence = |span, role| Sentence { span, paragraph: 0, role, repeats: None, source: None };
        let document = Document {
            text: text.to_owned(),
            sentences: vec![sentence(Span::new(0, 0), Role::Title), sentence(span(text), Role::Body)],
            gaps: vec![Gap { first: 1, last: 1 }],
            topics: vec![TopicMention {
                sentence: 1,
                span: span(topic),
                topic: "t".to_owned(),
                why: Why::rule("test", "", 90),
            }],
            ..Document::default()
        };
        let mut terms = Vec::new();
        let words = words(&document, |term| terms.push(term.to_owned()));
        assert!(words as usize <= terms.len());
        terms
    }

    #[test]
    fn of_scripts_without_spaces_only_marks_and_korean_words_are_counted() {
        let filler = " one two three four five six seven eight".repeat(5);
        let check = |text: &str, topic: &str, expect: &[&str]| {
            let terms = terms(&format!("{text}.{filler}"), topic);
            let unspaced: Vec<&str> =
                terms.iter().map(String::as_str).filter(|term| term.starts_with(is_unspaced)).collect();
            assert_eq!(unspaced, expect, "{text}");
        };
        check("双方同意妥善处理萨德问题", "萨德", &["萨", "德", "萨德"]);
        check("한국 정부는", "한국", &["한", "국", "한국", "정", "부", "정부", "는", "부는"]);
        check("한국정부는사드배치를논의했다", "사드", &["사", "드", "사드"]);
    }

    #[test]
    fn so_few_words_that_they_give_their_order_away_are_not_counted() {
        assert!(terms("The minister said that both sides agreed to talks", "talks").is_empty());
        assert_eq!(terms(&"word ".repeat(FEWEST as usize), "word").len(), FEWEST as usize);
    }
}
