//! Which element of a page holds its article.
//!
//! Prose counts for the element that it stands in, half for the one around, a quarter for the next:
//! the element with the most is where the paragraphs stand side by side. It is looked for inside the
//! element that the page itself names as its article, where one does, and widened as long as that
//! brings in more prose than anything else.

use std::ops::Range;

use super::blocks::{Block, Kind};
use super::choose::Care;
use super::furniture::{self, Look};

/// The share of a page's prose that an element must hold to be the article that the page names.
const HOLDS: f64 = 0.55;

/// The share of the named article's prose that a narrower element must hold to stand for it.
const NARROWER: f64 = 0.7;

/// How many bytes of prose a wider element must bring for each byte of anything else.
const WIDER: usize = 3;

/// An element of a page that begins a block.
#[derive(Debug, Clone)]
pub(super) struct Element {
    /// The element around it, by number.
    around: Option<usize>,
    /// The blocks in it.
    pub(super) blocks: Range<usize>,
    /// How surely the page names it as its article: 0 is the surest.
    named: Option<u8>,
    /// Whether it is a paragraph or an item: what holds it counts, not itself.
    leaf: bool,
}

impl Element {
    /// An element that opens before the block of this number.
    pub(super) fn opened(element: &scraper::node::Element, around: Option<usize>, block: usize) -> Self {
        let name = element.name();
        let says = |attribute: &str, value: &str| element.attr(attribute).is_some_and(|v| v == value);
        let named = match () {
            () if says("itemprop", "articleBody") => Some(0),
            () if name == "article" || says("role", "article") => Some(1),
            () if name == "main" || says("role", "main") => Some(2),
            () => None,
        };
        let leaf =
            matches!(name, "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "td" | "th" | "dd" | "dt");
        Self { around, blocks: block..block, named, leaf }
    }
}

/// The blocks of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    /// Which blocks stand in the element that holds it.
    pub(super) blocks: Range<usize>,
    /// How much else that element may hold.
    pub(super) care: Care,
    /// Bytes of prose in them.
    pub(super) prose: usize,
}

/// Finds the element that holds the article; all blocks where there is none.
pub(super) fn find(elements: &[Element], blocks: &[Block]) -> Held {
    let measure = Measure::of(blocks);
    let held = |blocks: Range<usize>, care| Held { prose: measure.prose(&blocks), blocks, care };
    let whole = measure.prose(&(0..blocks.len()));
    let mut named: Option<usize> = None;
    for sureness in 0..=2 {
        let of_this = elements.iter().enumerate().filter(|(_, element)| element.named == Some(sureness));
        for (n, element) in of_this {
            let amount = measure.prose(&element.blocks);
            let most = named.map_or(0, |n| measure.prose(&elements[n].blocks));
            if amount as f64 >= whole as f64 * HOLDS && amount > most {
                named = Some(n);
            }
        }
        if named.is_some() {
            break;
        }
    }
    let within = named.map_or(0..blocks.len(), |n| elements[n].blocks.clone());
    if named.is_some_and(|n| elements[n].named == Some(0)) {
        return held(within, Care::Article);
    }
    let Some(dense) = densest(elements, blocks, &measure, &within) else {
        let care = if named.is_some() { Care::Edited } else { Care::Capture };
        return held(within, care);
    };
    let dense = widened(elements, &measure, dense, &within);
    if named.is_some() && (measure.prose(&dense) as f64) < measure.prose(&within) as f64 * NARROWER {
        return held(within, Care::Edited);
    }
    held(dense, Care::Article)
}

/// How much of the blocks is prose, and how much is not, for any run of them.
struct Measure {
    /// Bytes of unlinked prose before each block.
    prose: Vec<usize>,
    /// Bytes of what is neither prose nor a heading, caption or deck before each block.
    other: Vec<usize>,
}

impl Measure {
    fn of(blocks: &[Block]) -> Self {
        let (mut prose, mut other) = (vec![0], vec![0]);
        for block in blocks {
            let (mut more, mut rest) = (0, 0);
            let teaser = block.text.ends_with(['…']) || block.text.ends_with("...");
            if block.linked * 2 < block.text.len() && !teaser && furniture::look(block) == Look::Prose {
                more = block.text.len();
            } else if !matches!(block.kind, Kind::Heading(_) | Kind::Caption | Kind::Deck) {
                rest = block.text.len();
            }
            prose.push(prose.last().copied().unwrap_or(0) + more);
            other.push(other.last().copied().unwrap_or(0) + rest);
        }
        Self { prose, other }
    }

    fn prose(&self, run: &Range<usize>) -> usize {
        self.prose[run.end.max(run.start)] - self.prose[run.start]
    }

    fn other(&self, run: &Range<usize>) -> usize {
        self.other[run.end.max(run.start)] - self.other[run.start]
    }
}

/// The element in which most prose stands side by side.
fn densest(
    elements: &[Element],
    blocks: &[Block],
    measure: &Measure,
    within: &Range<usize>,
) -> Option<usize> {
    let mut scores = vec![0_usize; elements.len()];
    let mut innermost: Vec<Option<usize>> = vec![None; blocks.len()];
    // Elements come in the order in which they open: a later one is the inner one.
    for (n, element) in elements.iter().enumerate() {
        for block in element.blocks.clone() {
            innermost[block] = Some(n);
        }
    }
    for block in within.clone() {
        let mut share = 4 * measure.prose(&(block..block + 1));
        let mut at = innermost[block];
        while let Some(n) = at.filter(|_| share > 0) {
            if !elements[n].leaf {
                scores[n] += share;
                share /= 2;
            }
            if share <= measure.prose(&(block..block + 1)) / 2 {
                break;
            }
            at = elements[n].around;
        }
    }
    let inside = |n: &usize| {
        let run = &elements[*n].blocks;
        scores[*n] > 0 && within.start <= run.start && run.end <= within.end
    };
    (0..elements.len()).filter(inside).max_by_key(|&n| (scores[n], std::cmp::Reverse(n)))
}

/// The blocks of the element, or of a wider one that brings in more prose than anything else.
fn widened(elements: &[Element], measure: &Measure, dense: usize, within: &Range<usize>) -> Range<usize> {
    let mut run = elements[dense].blocks.clone();
    let mut at = elements[dense].around;
    while let Some(n) = at {
        let wider = &elements[n].blocks;
        if wider.start < within.start || wider.end > within.end {
            break;
        }
        let prose = measure.prose(wider) - measure.prose(&run);
        let other = measure.other(wider) - measure.other(&run);
        if prose > 0 && prose >= WIDER * other {
            run = wider.clone();
        }
        at = elements[n].around;
    }
    run
}
