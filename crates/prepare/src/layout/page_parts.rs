//! Which elements of a web page are no part of an article: by their kind, by what the page says of
//! them (hidden, a menu, an aside) and by the names that sites give to their furniture. Knows nothing
//! of the text in them.

use std::collections::HashMap;
use std::sync::LazyLock;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use regex::Regex;
use scraper::{ElementRef, Html, Node};

/// An element with this share of a page's paragraphs is no furniture, whatever it is called: class
/// names such as `with-sidebar` stand on whole pages.
const TOO_MUCH: f64 = 0.3;

/// Elements that hold no text of an article.
const SKIPPED: [&str; 24] = [
    "script", "style", "noscript", "template", "iframe", "svg", "nav", "footer", "aside", "form", "button",
    "select", "textarea", "input", "head", "object", "embed", "audio", "video", "canvas", "dialog", "menu",
    "math", "map",
];

static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:^|[\s_-])(?:comments?|disqus|footer|sidebar|side-?bar|related|share|sharing|sharebar|social|socials|promo|promos|newsletter|cookies?|consent|gdpr|menu|nav|navbar|navigation|breadcrumbs?|ads?|advert|advertisement|sponsored|banner|popup|modal|overlay|recommend|recommended|recommendations|trending|popular|most-?read|outbrain|taboola|subscribe|signup|sign-up|tags?|tag-?list|toolbar|paywall|copyright|skip-?link|skip|pagination|pager|widget|masthead|print-?only|sr-only|visually-?hidden|screen-?reader-?text|hidden|read-?more|more-?stories|more-?news|also-?read|next-?article|rail|teaser|teasers|correction-?form|bio|recirculation|recirc|linkback|notification-?bar|read-?next|up-?next)(?:$|[\s_-])",
    )
    .expect("the pattern is constant, and tests use it")
});

/// The same of all text outside links.
const MOST: f64 = 0.5;

/// A page with this many times more text outside links than in paragraphs has hardly any paragraphs.
const FEW_PARAGRAPHS: usize = 4;

/// An element with more text (bytes) is no caption, whatever it is called.
const LONGEST_CAPTION: usize = 700;

/// The same for an element that is a caption only because it begins with a picture.
const LONGEST_UNDER_PICTURE: usize = 300;

/// An element with more text (bytes) is no deck, whatever it is called.
const LONGEST_DECK: usize = 1000;

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|[\s_-])(?:caption|captions|credit|credits)(?:$|[\s_-])")
        .expect("the pattern is constant, and tests use it")
});

static DECK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|[\s_-])(?:standfirst|dek|deck|sub-?headline|sub-?title|key-?points|(?:article|story)-?(?:summary|highlights))(?:$|[\s_-])")
        .expect("the pattern is constant, and tests use it")
});

/// What says who the author is: with few words, it is the byline.
static AUTHOR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:^|[\s_-])(?:author-?(?:box|card|content|info|desc|description|profile)|about-?(?:the-?)?author)(?:$|[\s_-])",
    )
    .expect("the pattern is constant, and tests use it")
});

/// An element about the author with fewer words (bytes) is a byline.
const LONGEST_BYLINE: usize = 150;

static CONTENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)article-?(?:body|text|content)|story-?(?:body|text|content)|entry-?content|post-?(?:body|content)|main-?content|content-?body|page-?content|social-?(?:media-?)?embed|embed-?(?:social|tweet|twitter)")
        .expect("the pattern is constant, and tests use it")
});

/// Why an element is no part of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Furniture {
    /// What it is, or that it is hidden, says so.
    Surely,
    /// Only its name says so: sites name things as they like.
    ByName,
}

/// Whether an element and all that it holds is no part of an article, and why.
pub(super) fn is_furniture(node: NodeRef<'_, Node>, weights: &Weights) -> Option<Furniture> {
    let element = ElementRef::wrap(node)?.value();
    let name = element.name();
    if SKIPPED.contains(&name) {
        // Some servers put a whole page into one form.
        let furniture = name != "form" || !weights.holds_too_much(node.id());
        return furniture.then_some(Furniture::Surely);
    }
    if matches!(name, "html" | "body" | "article" | "main") {
        return None;
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
            let author = || weights.of_element(node.id()).text > LONGEST_BYLINE && AUTHOR.is_match(&value);
            (FURNITURE.is_match(&value) || author()) && !CONTENT.is_match(&value)
        })
    };
    let weight = weights.of_element(node.id());
    // A card with a picture and links that a page shows over a linked name in a sentence.
    let linked = weight.links >= 2 && weight.linked * 10 >= weight.text * 8;
    let card = name == "span" && weight.pictures > 0 && linked && after_link(node);
    if hidden || card {
        return Some(Furniture::Surely);
    }
    ((role || named("class") || named("id")) && !weights.holds_too_much(node.id()))
        .then_some(Furniture::ByName)
}

/// Whether the element before this one is a link.
fn after_link(node: NodeRef<'_, Node>) -> bool {
    let before = node.prev_siblings().find(|sibling| sibling.value().is_element());
    before.is_some_and(|sibling| sibling.value().as_element().is_some_and(|element| element.name() == "a"))
}

/// What each element holds.
pub(super) struct Weights {
    /// Looked up by element, never walked.
    held: HashMap<NodeId, Weight>,
    whole: Weight,
}

/// What an element holds.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    /// Bytes of text.
    text: usize,
    /// Bytes of it in paragraphs.
    paragraphs: usize,
    /// Bytes of it in links.
    linked: usize,
    /// Links.
    links: usize,
    /// Pictures.
    pictures: usize,
}

impl Weight {
    fn add(&mut self, other: Self) {
        self.text += other.text;
        self.paragraphs += other.paragraphs;
        self.linked += other.linked;
        self.links += other.links;
        self.pictures += other.pictures;
    }
}

impl Weights {
    pub(super) fn of(page: &Html) -> Self {
        let mut held = HashMap::new();
        let mut open = vec![Weight::default()];
        let (mut paragraphs, mut links, mut code) = (0_usize, 0_usize, 0_usize);
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(element) => {
                        paragraphs += usize::from(element.name() == "p");
                        links += usize::from(element.name() == "a");
                        code += usize::from(is_code(element.name()));
                        open.push(Weight::default());
                    }
                    Node::Text(text) if code == 0 => {
                        let length = text.text.trim().len();
                        let inside = |depth: usize| if depth > 0 { length } else { 0 };
                        let own = Weight {
                            text: length,
                            paragraphs: inside(paragraphs),
                            linked: inside(links),
                            ..Weight::default()
                        };
                        if let Some(last) = open.last_mut() {
                            last.add(own);
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        paragraphs = paragraphs.saturating_sub(usize::from(element.name() == "p"));
                        links = links.saturating_sub(usize::from(element.name() == "a"));
                        code = code.saturating_sub(usize::from(is_code(element.name())));
                        let mut own = open.pop().unwrap_or_default();
                        own.links += usize::from(element.name() == "a");
                        own.pictures += usize::from(element.name() == "img");
                        if let Some(last) = open.last_mut() {
                            last.add(own);
                        }
                        held.insert(node.id(), own);
                    }
                }
            }
        }
        Self { held, whole: open.first().copied().unwrap_or_default() }
    }

    /// Bytes of text outside links that an element holds.
    pub(super) fn unlinked(&self, element: NodeId) -> usize {
        let weight = self.of_element(element);
        weight.text - weight.linked
    }

    fn of_element(&self, element: NodeId) -> Weight {
        self.held.get(&element).copied().unwrap_or_default()
    }

    /// Whether an element holds so much of the page that it is no furniture, whatever it is called: of
    /// its paragraphs, or of all text outside links where the page has hardly any paragraphs.
    fn holds_too_much(&self, element: NodeId) -> bool {
        let share =
            |of: fn(Weight) -> usize| of(self.of_element(element)) as f64 / of(self.whole).max(1) as f64;
        let unlinked = |weight: Weight| weight.text - weight.linked;
        if self.whole.paragraphs * FEW_PARAGRAPHS < unlinked(self.whole) && share(unlinked) >= MOST {
            return true;
        }
        share(|weight| weight.paragraphs) >= TOO_MUCH
    }
}

/// Whether a picture comes before any words in an element.
fn begins_with_picture(element: ElementRef<'_>) -> bool {
    let first = element.descendants().find_map(|node| match node.value() {
        Node::Text(text) if !text.trim().is_empty() => Some(false),
        Node::Element(element) if element.name() == "img" => Some(true),
        _ => None,
    });
    first == Some(true)
}

/// Whether an element stands above an article and sums it up, by the names that sites give to such.
pub(super) fn is_deck(element: ElementRef<'_>, weights: &Weights) -> bool {
    let name = element.value().name();
    matches!(name, "div" | "section" | "p" | "ul" | "h2" | "h3" | "h4")
        && element.value().attr("class").is_some_and(|class| DECK.is_match(&words_of_names(class)))
        && weights.of_element(element.id()).text <= LONGEST_DECK
}

/// Whether an element holds what no reader sees.
fn is_code(name: &str) -> bool {
    matches!(name, "script" | "style" | "noscript" | "template" | "textarea")
}

/// Whether an element holds the words of a picture: it says so, or it begins with a picture and has few
/// words, none of them in a paragraph.
pub(super) fn is_caption(element: ElementRef<'_>, weights: &Weights) -> bool {
    let name = element.value().name();
    let weight = weights.of_element(element.id());
    if name == "figcaption" {
        return true;
    }
    if weight.text > LONGEST_CAPTION
        || !matches!(name, "div" | "center" | "td" | "figure" | "span" | "p" | "dd")
    {
        return false;
    }
    let pictured = name == "figure"
        || (matches!(name, "div" | "center" | "td")
            && weight.text <= LONGEST_UNDER_PICTURE
            && weight.paragraphs == 0
            && begins_with_picture(element));
    pictured
        || element.value().attr("class").is_some_and(|class| {
            let folded = class.to_ascii_lowercase();
            (folded.contains("caption") || folded.contains("credit"))
                && CAPTION.is_match(&words_of_names(class))
        })
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
