//! A whole page on one line: its sentences and its byline become lines again, so that menus and
//! notices can be told from the report. Paragraphs are lost; the report is one.

use std::sync::LazyLock;

use regex::Regex;

use super::blocks::Block;
use crate::sentences;

/// A page on one line is at least this long (bytes).
const SHORTEST: usize = 400;

/// A byline inside a line: who, and a labelled date with its time.
static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&sentences::ascii_pattern(
        r"(?:[A-Z][\w'.-]*\s?(?:\|\s)?){0,3}(?:(?:Updated|Published|Posted|Created):?\s\d[\d/.-]{5,9}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?(?:\s(?:[A-Z]{3,4}|[AP]M)\b)?(?:\s\|\s)?)+",
    ))
    .expect("the pattern is constant, and tests use it")
});

/// The blocks of a page; those of a page on one line are parted.
pub(super) fn part(blocks: Vec<Block>) -> Vec<Block> {
    match <[Block; 1]>::try_from(blocks) {
        Ok([block]) if block.text.len() >= SHORTEST => lines_of(&block),
        Ok([block]) => vec![block],
        Err(blocks) => blocks,
    }
}

fn lines_of(block: &Block) -> Vec<Block> {
    let mut lines = Vec::new();
    let mut start = 0;
    for byline in BYLINE.find_iter(&block.text) {
        sentences_of(block, start, byline.start(), &mut lines);
        lines.push(line(block, byline.start(), byline.end(), false));
        start = byline.end();
    }
    sentences_of(block, start, block.text.len(), &mut lines);
    lines.retain(|line| !line.text.is_empty());
    lines
}

fn sentences_of(block: &Block, start: usize, end: usize, lines: &mut Vec<Block>) {
    for range in sentences::split(&block.text[start..end]) {
        lines.push(line(block, start + range.start, start + range.end, true));
    }
}

fn line(block: &Block, start: usize, end: usize, goes_on: bool) -> Block {
    let words = &block.text[start..end];
    let from = start + (words.len() - words.trim_start().len());
    let to = (start + words.trim_end().len()).max(from);
    Block {
        kind: block.kind,
        text: block.text[from..to].to_owned(),
        places: block.places.part(from, to),
        linked: 0,
        link: None,
        goes_on,
        outside: block.outside,
    }
}
