//! Parts that were run into one paragraph: a deck before the agency's mark, a caption before its
//! credit. Korean portals join them without a space.

use std::sync::LazyLock;

use regex::Regex;

use super::blocks::{Block, Kind};
use crate::gazetteer::script::is_particle;
use crate::sentences;

/// How far into a paragraph the agency's mark may stand (bytes).
const DECK_WITHIN: usize = 600;

/// Sentences that stand before a picture's credit and still are its caption, at most.
const CAPTION_SENTENCES: usize = 3;

/// “(서울=연합뉴스) … 기자 =”, “[뉴스 … 기자]” before a report's first words.
static AGENCY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[\[(【](?:[\p{Hangul}·, ]{1,20}\s?=\s?[^\])】=]{1,20}|[^\])】=]{2,20}=?\s?[\p{Hangul}·, ]{2,12}\s?(?:기자|특파원))[\])】]")
        .expect("the pattern is constant, and tests use it")
});

/// A page's day that its first words were joined to (“date 2026-02-14 …”).
static DAY_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^date \d{4}-\d{2}(?:-\d{2})?(?: |$)").expect("the pattern is constant, and tests use it")
});

/// A picture's credit in brackets.
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[(\[]\s?(?:사진\s?[=:]|자료사진|사진제공)[^)\]]{0,30}[)\]]|[(\[][^)\]]{1,20}\s?제공[)\]]")
        .expect("the pattern is constant, and tests use it")
});

/// An agency's name that the next sentence is joined to (“…하고 있다. 연합뉴스두 장관은…”), which is the
/// credit of the picture before it.
static JOINED_CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:[다음습]\.\s?|(?:로이터|AFP|AP|EPA)[\s/=])(?<credit>(?:(?:로이터|AFP|AP|EPA)[\s/=])?(?:연합뉴스|뉴시스|뉴스1)|\p{Hangul}{2,8} 제공)(?<next>[\p{Hangul}◇\[]+)")
        .expect("the pattern is constant, and tests use it")
});

/// The blocks, with what was run into them as blocks of its own.
pub(super) fn part(blocks: Vec<Block>) -> Vec<Block> {
    blocks.into_iter().flat_map(part_one).collect()
}

fn part_one(block: Block) -> Vec<Block> {
    if let Some(day) = DAY_BEFORE.find(&block.text)
        && day.end() < block.text.len()
    {
        let (day, rest) = (day.end(), block.text.len());
        let parts = [(0, day), (day, rest)].map(|(from, to)| piece(&block, from, to, block.kind).block);
        return parts.into_iter().flat_map(part_one).collect();
    }
    if !block.text.chars().take(400).any(sentences::is_hangul) {
        return vec![block];
    }
    let mut parts = Vec::new();
    let mut start = 0;
    let head = block.text.get(..DECK_WITHIN.min(block.text.len())).unwrap_or(&block.text);
    if let Some(mark) = AGENCY.find(head)
        && mark.start() > 0
        && !sentences::ends_as_sentence(&block.text[..mark.start()])
        && sentences::split(&block.text[..mark.start()]).len() == 1
    {
        parts.push(piece(&block, 0, mark.start(), block.kind));
        start = mark.start();
    }
    if let Some(mark) = AGENCY.find(head)
        && start == 0
        && mark.as_str().contains("기자")
        && (1..=CAPTION_SENTENCES).contains(&sentences::split(&block.text[..mark.start()]).len())
    {
        // What stands before a reporter's mark is the picture's, sentences or not.
        parts.push(piece(&block, 0, mark.start(), Kind::Caption));
        start = mark.start();
    }
    for (credit, end) in credits(&block.text[start..]) {
        let (from, end) = (start_of_caption(&block.text, start, start + credit), start + end);
        if from > last_end(&parts, start) {
            parts.push(piece(&block, last_end(&parts, start), from, block.kind));
        }
        parts.push(piece(&block, from, end, Kind::Caption));
    }
    let rest = last_end(&parts, start);
    if rest < block.text.len() {
        parts.push(piece(&block, rest, block.text.len(), block.kind));
    }
    parts.into_iter().map(|part| part.block).filter(|block| !block.text.is_empty()).collect()
}

/// Where the pictures' credits begin and end, in order.
fn credits(text: &str) -> Vec<(usize, usize)> {
    let joined = JOINED_CREDIT.captures_iter(text).filter_map(|found| {
        let (credit, next) = (found.name("credit")?, found.name("next")?);
        (!is_particle(next.as_str())).then_some((credit.start(), credit.end()))
    });
    let mut all: Vec<(usize, usize)> =
        CREDIT.find_iter(text).map(|found| (found.start(), found.end())).chain(joined).collect();
    all.sort_unstable();
    all
}

/// A part of a block, and where it ends in the block's text (bytes).
struct Piece {
    block: Block,
    end: usize,
}

fn last_end(parts: &[Piece], start: usize) -> usize {
    parts.last().map_or(start, |part| part.end)
}

/// Where the caption begins whose credit stands at `credit`: all before it where that is little, else
/// the last sentence.
fn start_of_caption(text: &str, start: usize, credit: usize) -> usize {
    let before = sentences::split(&text[start..credit]);
    match before.last() {
        Some(last) if before.len() > CAPTION_SENTENCES => start + last.start,
        _ => start,
    }
}

fn piece(block: &Block, start: usize, end: usize, kind: Kind) -> Piece {
    let words = &block.text[start..end];
    let from = start + (words.len() - words.trim_start().len());
    let to = (start + words.trim_end().len()).max(from);
    let part = Block {
        kind,
        text: block.text[from..to].to_owned(),
        places: block.places.part(from, to),
        linked: 0,
        link: None,
        goes_on: false,
        outside: block.outside,
    };
    Piece { block: part, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decks_and_captions_are_parted_from_the_report() {
        let check = |text: &str, expect: &[(Kind, &str)]| {
            let parts = part(vec![Block { text: text.to_owned(), ..Block::default() }]);
            let found: Vec<_> = parts.iter().map(|block| (block.kind, block.text.as_str())).collect();
            assert_eq!(found, expect, "{text}");
        };
        let (p, c) = (Kind::Paragraph, Kind::Caption);
        check(
            "양국 합의(서울=연합뉴스) 장관은 말했다.",
            &[(p, "양국 합의"), (p, "(서울=연합뉴스) 장관은 말했다.")],
        );
        check("(서울=연합뉴스) 장관은 말했다.", &[(p, "(서울=연합뉴스) 장관은 말했다.")]);
        check(
            "장관이 항구를 찾았다. (사진=AFP)장관은 말했다.",
            &[(c, "장관이 항구를 찾았다. (사진=AFP)"), (p, "장관은 말했다.")],
        );
        check(
            "장관이 항구를 보고 있다. 연합뉴스두 장관은 말했다.",
            &[(c, "장관이 항구를 보고 있다. 연합뉴스"), (p, "두 장관은 말했다.")],
        );
        check(
            "장관이 전화를 거는 모습. 외교부 제공두 장관은 말했다.",
            &[(c, "장관이 전화를 거는 모습. 외교부 제공"), (p, "두 장관은 말했다.")],
        );
        check("장관은 말했다. 연합뉴스는 전했다.", &[(p, "장관은 말했다. 연합뉴스는 전했다.")]);
        check(
            "장관이 항구를 보고 있다. [AFP][항구일보=김기자 기자] 장관은 말했다.",
            &[(c, "장관이 항구를 보고 있다. [AFP]"), (p, "[항구일보=김기자 기자] 장관은 말했다.")],
        );
        check("date 2026-02-14 The minister spoke.", &[(p, "date 2026-02-14"), (p, "The minister spoke.")]);
        check("The minister (R) spoke.", &[(p, "The minister (R) spoke.")]);
    }
}
