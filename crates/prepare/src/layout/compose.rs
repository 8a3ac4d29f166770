//! Puts the chosen blocks together as a document's text with its sentences.

use std::collections::BTreeMap;
use std::ops::Range;

use readout_corpus::{Role, Sentence, Span};

use super::blocks::Block;
use super::source_map::SourceMap;
use super::{folded, furniture};
use crate::sentences;

/// A sentence shorter than this (letters and figures) may recur without meaning to repeat.
const SHORTEST_REPEAT: usize = 20;

/// A paragraph is parted after so many sentences. Nobody writes as many: it is a text whose paragraphs are lost,
/// and whatever looks along a paragraph must not look along a whole file.
const MOST_IN_PARAGRAPH: usize = 200;

/// A text with its sentences.
#[derive(Debug, Default)]
pub(super) struct Composed {
    pub(super) text: String,
    pub(super) sentences: Vec<Sentence>,
}

impl Composed {
    /// Adds sentences that stand side by side in a block.
    fn add(&mut self, block: &Block, ranges: &[Range<usize>], paragraph: u32, role: Role) {
        let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else { return };
        let base = self.text.len();
        self.text.push_str(&block.text[first.start..last.end]);
        self.sentences.extend(ranges.iter().map(|range| Sentence {
            span: Span::new(base + range.start - first.start, base + range.end - first.start),
            paragraph,
            role,
            repeats: None,
            source: block.places.source(range.start, range.end),
        }));
    }
}

/// The title, then the paragraphs, with a blank line between two.
pub(super) fn compose(
    title: &str,
    title_places: Option<&SourceMap>,
    blocks: &[Block],
    roles: &[Option<Role>],
) -> Composed {
    let mut composed = Composed { text: title.to_owned(), sentences: Vec::new() };
    composed.sentences.push(Sentence {
        span: Span::new(0, title.len()),
        paragraph: 0,
        role: Role::Title,
        repeats: None,
        source: title_places.and_then(|places| places.source(0, title.len())),
    });
    let (mut paragraph, mut in_paragraph) = (0, 0);
    let mut role_before = None;
    for (block, role) in blocks.iter().zip(roles) {
        let Some(role) = *role else { continue };
        let mut ranges = sentences::split(&block.text);
        if role == Role::Body {
            ranges
                .truncate(furniture::before_promotion(ranges.iter().map(|range| &block.text[range.clone()])));
        }
        while role == Role::Body
            && ranges.last().is_some_and(|r| furniture::is_trailing_credit(&block.text[r.clone()]))
        {
            ranges.pop();
        }
        if ranges.is_empty() {
            continue;
        }
        let mut goes_on = block.goes_on && role_before == Some(role);
        role_before = Some(role);
        for piece in ranges.chunks(MOST_IN_PARAGRAPH) {
            if goes_on && in_paragraph < MOST_IN_PARAGRAPH {
                composed.text.push(' ');
            } else {
                composed.text.push_str("\n\n");
                paragraph += 1;
                in_paragraph = 0;
            }
            goes_on = false;
            in_paragraph += piece.len();
            composed.add(block, piece, paragraph, role);
        }
    }
    mark_repeats(&mut composed);
    composed
}

/// Sentences with the same words point to one of them: the first in the body, else the first.
fn mark_repeats(composed: &mut Composed) {
    let mut home: BTreeMap<&str, usize> = BTreeMap::new();
    let keys: Vec<String> =
        composed.sentences.iter().map(|s| folded(s.span.of(&composed.text).unwrap_or_default())).collect();
    for (n, sentence) in composed.sentences.iter().enumerate().skip(1) {
        if keys[n].chars().count() < SHORTEST_REPEAT {
            continue;
        }
        let at = home.entry(&keys[n]).or_insert(n);
        if sentence.role == Role::Body && composed.sentences[*at].role != Role::Body {
            *at = n;
        }
    }
    for (n, sentence) in composed.sentences.iter_mut().enumerate().skip(1) {
        sentence.repeats = home
            .get(keys[n].as_str())
            .filter(|&&at| at != n)
            .map(|&at| u32::try_from(at).unwrap_or(u32::MAX));
    }
}
