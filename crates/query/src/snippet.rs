//! Snippets: the passage of a document with the most hits, cut between words and never inside a hit.

use readout_corpus::Document;

use crate::words::is_unspaced;
use crate::{Hit, Piece, Snippet};

/// The passage of about `characters` characters with the most hits; the beginning of the text after
/// the title where there is none in it.
pub(crate) fn snippet(document: &Document, hits: &[Hit], characters: usize) -> Snippet {
    let text = document.text.as_str();
    let body = document.sentences.get(1).map_or(text.len(), |first| first.span.start as usize);
    let body = text.floor_char_boundary(body);
    let hits: Vec<Hit> = hits.iter().copied().filter(|hit| hit.span.start as usize >= body).collect();

    let window = |from: usize| {
        let end = text[from..].char_indices().nth(characters).map_or(text.len(), |(at, _)| from + at);
        (from, end)
    };
    // Every hit may begin a window; the one that holds the most wins, and of equals the first.
    let mut best: Option<(usize, (usize, usize))> = None;
    for (n, hit) in hits.iter().enumerate() {
        let (from, end) = window(start(document, body, *hit, characters));
        let held = hits[n..].iter().take_while(|hit| (hit.span.end as usize) <= end).count();
        if best.is_none_or(|(most, _)| held > most) {
            best = Some((held, (from, end)));
        }
    }
    let (from, end) = best.map_or_else(|| window(body), |(_, window)| window);
    let from = hits.iter().find(|h| h.span.range().contains(&from)).map_or(from, |h| h.span.start as usize);
    let end = end_of_word(text, from, end);
    let end = hits
        .iter()
        .find(|hit| (hit.span.start as usize) < end && end < hit.span.end as usize)
        .map_or(end, |hit| hit.span.end as usize);

    let mut pieces = Vec::new();
    let mut at = from;
    for hit in hits.iter().filter(|hit| from <= hit.span.start as usize && hit.span.end as usize <= end) {
        push(&mut pieces, &text[at..hit.span.start as usize], false);
        push(&mut pieces, &text[hit.span.range()], true);
        at = hit.span.end as usize;
    }
    push(&mut pieces, &text[at..end], false);
    let has_words = |text: &str| text.chars().any(char::is_alphanumeric);
    let sentence = document.sentences.partition_point(|s| (s.span.end as usize) <= from);
    Snippet {
        sentence: u32::try_from(sentence.min(document.sentences.len().saturating_sub(1))).unwrap_or(0),
        cut_before: has_words(&text[body..from]),
        cut_after: has_words(&text[end..]),
        pieces,
    }
}

/// Where a passage that begins with a hit starts: at the hit's sentence, where that is near enough,
/// else at a word some way before the hit.
fn start(document: &Document, body: usize, hit: Hit, characters: usize) -> usize {
    let text = document.text.as_str();
    let place = hit.span.start as usize;
    let sentence = document.sentences.get(hit.sentence as usize).map_or(body, |s| s.span.start as usize);
    let sentence = sentence.clamp(body, place);
    let before = characters / 3;
    match text[sentence..place].char_indices().rev().nth(before) {
        None => sentence,
        Some((at, c)) => {
            // The next word begins after the next space; without one, any character begins.
            let stretch = &text[sentence + at..place];
            let word = stretch.char_indices().find(|&(_, c)| c.is_whitespace());
            match word {
                Some((space, c)) if !stretch.starts_with(is_unspaced) => sentence + at + space + c.len_utf8(),
                _ => sentence + at + c.len_utf8(),
            }
        }
    }
}

/// The end of the last whole word before `end`; `end` itself where that is a word's end, or where
/// there is no space.
fn end_of_word(text: &str, from: usize, end: usize) -> usize {
    let next = text[end..].chars().next();
    if next.is_none_or(|c| c.is_whitespace() || is_unspaced(c)) {
        return end;
    }
    let words = text[from..end].trim_end_matches(|c: char| !c.is_whitespace() && !is_unspaced(c));
    if words.trim().is_empty() { end } else { from + words.trim_end().len() }
}

/// Adds words, with every run of white space as one space.
fn push(pieces: &mut Vec<Piece>, words: &str, hit: bool) {
    let mut text = String::with_capacity(words.len());
    let mut spaced = false;
    for c in words.chars() {
        if !c.is_whitespace() {
            text.push(c);
        } else if !spaced {
            text.push(' ');
        }
        spaced = c.is_whitespace();
    }
    if !text.is_empty() {
        pieces.push(Piece { text, hit });
    }
}
