//! A web page to blocks: what is shown, in order, without scripts, forms, hidden parts, and the parts
//! that the page itself names as menus, comments or shares; within the element that holds the article
//! where one does.

use std::collections::HashMap;
use std::sync::LazyLock;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use regex::Regex;
use scraper::{ElementRef, Html, Node, Selector};

use super::blocks::{Block, Builder, Kind};
use super::furniture;

/// The share of a page's prose that an element must hold to be the article.
const HOLDS: f64 = 0.55;

static HOLDERS: LazyLock<Vec<Selector>> = LazyLock::new(|| {
    ["[itemprop='articleBody']", "article", "[role='article']", "main", "[role='main']"]
        .into_iter()
        .map(|css| Selector::parse(css).expect("the selectors are constant, and tests use them"))
        .collect()
});

/// An element with this share of a page's paragraphs is no furniture, whatever it is called: class
/// names such as `with-sidebar` stand on whole pages.
const TOO_MUCH: f64 = 0.3;

/// Elements that hold no text of an article.
const SKIPPED: [&str; 24] = [
    "script", "style", "noscript", "template", "iframe", "svg", "nav", "footer", "aside", "form", "button",
    "select", "textarea", "input", "head", "object", "embed", "audio", "video", "canvas", "dialog", "menu",
    "math", "map",
];

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

static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:^|[\s_-])(?:comments?|disqus|footer|sidebar|side-?bar|related|share|sharing|sharebar|social|socials|promo|promos|newsletter|cookies?|consent|gdpr|menu|nav|navbar|navigation|breadcrumbs?|ads?|advert|advertisement|sponsored|banner|popup|modal|overlay|recommend|recommended|recommendations|trending|popular|most-?read|outbrain|taboola|subscribe|signup|sign-up|tags?|tag-?list|toolbar|paywall|copyright|skip-?link|skip|pagination|pager|widget|masthead|print-?only|sr-only|visually-?hidden|screen-?reader-?text|hidden|read-?more|more-?stories|more-?news|also-?read|next-?article|rail|teaser|teasers|correction-?form|author-?bio|bio)(?:$|[\s_-])",
    )
    .expect("the pattern is constant, and tests use it")
});

static CONTENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)article-?(?:body|text|content)|story-?(?:body|text|content)|entry-?content|post-?(?:body|content)|main-?content|content-?body|page-?content")
        .expect("the pattern is constant, and tests use it")
});

/// The blocks of a page, and whether the page names the element that holds its article.
pub(super) fn read(page: &Html) -> (Vec<Block>, bool) {
    let weights = Weights::of(page);
    let whole = blocks_of(*page.root_element(), &weights);
    let prose = amount_of_prose(&whole) as f64;
    let mut best: Option<(usize, Vec<Block>)> = None;
    for holder in HOLDERS.iter() {
        for element in page.select(holder).take(50) {
            let blocks = blocks_of(*element, &weights);
            let amount = amount_of_prose(&blocks);
            if amount as f64 >= prose * HOLDS && best.as_ref().is_none_or(|(most, _)| amount > *most) {
                best = Some((amount, blocks));
            }
        }
        if best.is_some() {
            break;
        }
    }
    best.map_or((whole, false), |(_, blocks)| (blocks, true))
}

/// Characters in unlinked sentences.
fn amount_of_prose(blocks: &[Block]) -> usize {
    let prose = |block: &&Block| {
        block.linked * 2 < block.text.len() && furniture::look(block) == furniture::Look::Prose
    };
    blocks.iter().filter(prose).map(|block| block.text.len()).sum()
}

/// The blocks of an element. Walks without recursion: pages nest as deep as they like.
fn blocks_of(root: NodeRef<'_, Node>, weights: &Weights) -> Vec<Block> {
    let mut builder = Builder::default();
    let mut skipping = None;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if skipping.is_none() => builder.text(&text.text, None),
                Node::Element(element) if skipping.is_none() => {
                    let name = element.name();
                    if node.id() != root.id() && is_furniture(node, weights) {
                        skipping = Some(node.id());
                    } else if name == "br" {
                        let again = next_is_break(node);
                        if again { builder.start(Kind::Paragraph) } else { builder.line_break() }
                    } else if name == "a" {
                        builder.link(Some(element.attr("href").unwrap_or_default()));
                    } else if let Some(kind) = kind_of(name, builder.kind()) {
                        builder.start(kind);
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
                    } else if kind_of(element.name(), Kind::Paragraph).is_some() {
                        builder.start(Kind::Paragraph);
                    }
                }
            }
        }
    }
    builder.finish()
}

/// What kind of block an element begins; `None` for elements inside a line.
fn kind_of(name: &str, around: Kind) -> Option<Kind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Kind::Heading(name.as_bytes()[1] - b'0')),
        "li" | "td" | "th" | "dt" | "dd" => Some(Kind::Item),
        "figcaption" => Some(Kind::Caption),
        // A paragraph inside an item, or inside a caption, is that item or caption.
        "p" | "div" if around != Kind::Paragraph => Some(around),
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

/// Whether an element and all that it holds is no part of an article.
fn is_furniture(node: NodeRef<'_, Node>, weights: &Weights) -> bool {
    let Some(element) = ElementRef::wrap(node).map(|element| element.value()) else { return false };
    let name = element.name();
    if SKIPPED.contains(&name) {
        // Some servers put a whole page into one form.
        return name != "form" || weights.share(node.id()) < TOO_MUCH;
    }
    if matches!(name, "html" | "body" | "article" | "main") {
        return false;
    }
    let hidden = element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || element.attr("style").is_some_and(|style| {
            let style = style.replace(' ', "").to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        });
    let role = element.attr("role").is_some_and(|role| {
        matches!(
            role,
            "navigation"
                | "complementary"
                | "contentinfo"
                | "banner"
                | "search"
                | "dialog"
                | "alert"
                | "menu"
        )
    });
    let named = |attribute: &str| {
        element.attr(attribute).is_some_and(|value| {
            let value = words_of_names(value);
            FURNITURE.is_match(&value) && !CONTENT.is_match(&value)
        })
    };
    hidden || ((role || named("class") || named("id")) && weights.share(node.id()) < TOO_MUCH)
}

/// How much paragraph text each element holds.
struct Weights {
    /// Bytes; looked up by element, never walked.
    held: HashMap<NodeId, usize>,
    whole: usize,
}

impl Weights {
    fn of(page: &Html) -> Self {
        let mut held = HashMap::new();
        let mut open = vec![0_usize];
        let mut paragraphs = 0_usize;
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(element) => {
                        paragraphs += usize::from(element.name() == "p");
                        open.push(0);
                    }
                    Node::Text(text) if paragraphs > 0 => {
                        if let Some(last) = open.last_mut() {
                            *last += text.text.trim().len();
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        paragraphs = paragraphs.saturating_sub(usize::from(element.name() == "p"));
                        let own = open.pop().unwrap_or(0);
                        if own > 0 {
                            held.insert(node.id(), own);
                        }
                        if let Some(last) = open.last_mut() {
                            *last += own;
                        }
                    }
                }
            }
        }
        Self { held, whole: open.first().copied().unwrap_or(0) }
    }

    /// The share of the page's paragraph text that an element holds.
    fn share(&self, element: NodeId) -> f64 {
        if self.whole == 0 {
            return 0.0;
        }
        self.held.get(&element).copied().unwrap_or(0) as f64 / self.whole as f64
    }
}

/// Class names with their humps as words: `relatedStories` is `related Stories`.
fn words_of_names(value: &str) -> String {
    let mut words = String::with_capacity(value.len() + 4);
    let mut small = false;
    for c in value.chars().take(400) {
        if small && c.is_ascii_uppercase() {
            words.push('-');
        }
        small = c.is_ascii_lowercase();
        words.push(c);
    }
    words
}
