//! A web page to blocks: what is shown, in order, without scripts, forms, hidden parts, and the parts
//! that the page itself names as menus, comments or shares (`page_parts`). Which of the blocks stand
//! in the element that holds the article is found by `article`.

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Html, Node};

use super::article::{self, Element, Held};
use super::blocks::{Block, Builder, Kind};
use super::choose::Care;
use super::page_parts::{self, Furniture, Weights};

const BLOCKS: [&str; 31] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "table",
    "tbody",
    "tr",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "pre",
    "figure",
    "hr",
    "center",
    "details",
    "summary",
    "body",
    "html",
    "address",
    "fieldset",
    "hgroup",
    "caption",
    "thead",
    "tfoot",
    "picture",
    "noframes",
    "frameset",
    "dir",
];

/// An article with less prose (bytes) makes one doubt the names that left the rest out.
const SCANT: usize = 300;

/// The blocks of a page, and how much else there may be among those of its article.
///
/// Where hardly any article was found and an element that is furniture only by its name holds more,
/// the page is read again without trust in names, and the longer article is taken.
pub(super) fn read(page: &Html) -> (Vec<Block>, Care) {
    let weights = Weights::of(page);
    let mut walk = Walk::of(page, &weights, true);
    if walk.held.prose < SCANT && walk.left_out > walk.held.prose {
        let other = Walk::of(page, &weights, false);
        if other.held.prose > walk.held.prose {
            walk = other;
        }
    }
    let Walk { mut blocks, held, .. } = walk;
    for (n, block) in blocks.iter_mut().enumerate() {
        block.outside = !held.blocks.contains(&n);
    }
    (blocks, held.care)
}

/// A walk through a page.
struct Walk {
    blocks: Vec<Block>,
    held: Held,
    /// Bytes outside links in the largest element that was left out for its name.
    left_out: usize,
}

impl Walk {
    /// Walks without recursion: pages nest as deep as they like.
    fn of(page: &Html, weights: &Weights, trusting: bool) -> Self {
        let mut builder = Builder::default();
        let mut elements: Vec<Element> = Vec::new();
        let mut open: Vec<(NodeId, usize, Kind)> = Vec::new();
        let mut skipping = None;
        let mut left_out = 0;
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Text(text) if skipping.is_none() => builder.text(&text.text, None),
                    Node::Element(element) if skipping.is_none() => {
                        let name = element.name();
                        let furniture = page_parts::is_furniture(node, weights)
                            .filter(|why| trusting || *why == Furniture::Surely);
                        if let Some(why) = furniture {
                            skipping = Some(node.id());
                            if why == Furniture::ByName {
                                left_out = left_out.max(weights.unlinked(node.id()));
                            }
                        } else if name == "br" {
                            let again = next_is_break(node);
                            if again { builder.start(Kind::Paragraph) } else { builder.line_break() }
                        } else if name == "a" {
                            builder.link(Some(element.attr("href").unwrap_or_default()));
                        } else if let Some(kind) = kind_of(node, builder.kind(), weights) {
                            builder.start(kind);
                            let around = open.last().map(|(_, n, _)| *n);
                            open.push((node.id(), elements.len(), kind));
                            elements.push(Element::opened(element, around, builder.count()));
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if skipping == Some(node.id()) {
                        skipping = None;
                    } else if skipping.is_none()
                        && let Node::Element(element) = node.value()
                    {
                        if element.name() == "a" {
                            builder.link(None);
                        } else if let Some((_, n, _)) = open.pop_if(|(id, ..)| *id == node.id()) {
                            // All of a caption or a deck is that.
                            let around = open.last().map_or(Kind::Paragraph, |(.., kind)| *kind);
                            let lasting = matches!(around, Kind::Caption | Kind::Deck);
                            builder.start(if lasting { around } else { Kind::Paragraph });
                            elements[n].blocks.end = builder.count();
                        }
                    }
                }
            }
        }
        let blocks = builder.finish();
        let held = article::find(&elements, &blocks);
        Self { blocks, held, left_out }
    }
}

/// What kind of block an element begins; `None` for elements inside a line.
fn kind_of(node: NodeRef<'_, Node>, around: Kind, weights: &Weights) -> Option<Kind> {
    let element = ElementRef::wrap(node)?;
    let name = element.value().name();
    match name {
        _ if page_parts::is_deck(element, weights) => Some(Kind::Deck),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Kind::Heading(name.as_bytes()[1] - b'0')),
        _ if page_parts::is_caption(element, weights) => Some(Kind::Caption),
        "li" | "td" | "th" | "dt" | "dd" if around != Kind::Deck => Some(Kind::Item),
        // A paragraph inside an item, a caption or a deck is that.
        "p" | "div" | "li" if around != Kind::Paragraph => Some(around),
        _ if BLOCKS.contains(&name) && matches!(around, Kind::Caption | Kind::Deck) => Some(around),
        name if BLOCKS.contains(&name) => Some(Kind::Paragraph),
        _ => None,
    }
}

fn next_is_break(node: NodeRef<'_, Node>) -> bool {
    let mut next = node.next_sibling();
    while let Some(sibling) = next {
        match sibling.value() {
            Node::Text(text) if text.trim().is_empty() => next = sibling.next_sibling(),
            Node::Element(element) => return element.name() == "br",
            _ => return false,
        }
    }
    false
}
