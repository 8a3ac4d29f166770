//! HTML that stands inside text and Markdown: tags become breaks or nothing, entities characters.
//! Only names that HTML has are tags; anything else in angle brackets is text.

use super::blocks::{Builder, Kind};

/// What a reader of markup must remember from one piece to the next.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// The element whose content is left out until it is closed.
    skipping: Option<&'static str>,
    /// How much of the next pieces an open tag may still take (bytes); 0 where none is open.
    open_tag: usize,
    /// Whether tags may go on from one piece to the next, as in the HTML blocks of Markdown.
    joined: bool,
}

impl Reader {
    /// A reader of pieces in which a tag may go on from one to the next.
    pub(super) fn joined() -> Self {
        Self { joined: true, ..Self::default() }
    }
}

/// The longest tag that goes on over pieces (bytes).
const LONGEST_TAG: usize = 4000;

const SKIPPED: [&str; 5] = ["script", "style", "noscript", "template", "iframe"];

const BLOCKS: [&str; 24] = [
    "p",
    "div",
    "section",
    "article",
    "aside",
    "header",
    "footer",
    "nav",
    "main",
    "table",
    "tr",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "pre",
    "figure",
    "form",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
];

const ITEMS: [&str; 5] = ["li", "td", "th", "dt", "dd"];

const INLINE: [&str; 27] = [
    "a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "big", "sub", "sup", "img", "center",
    "mark", "cite", "q", "abbr", "time", "label", "input", "button", "svg", "video", "source", "tbody",
];

/// The longest entity in HTML, its `&` and `;` included.
const LONGEST_ENTITY: usize = 33;

/// Reads a piece of text with markup into blocks; `at` is where it stands in the file (bytes).
pub(super) fn read(reader: &mut Reader, text: &str, at: Option<usize>, builder: &mut Builder) {
    let mut from = 0;
    let open_tag = std::mem::take(&mut reader.open_tag);
    if open_tag > 0 {
        match text.bytes().take(open_tag).position(|b| b == b'>') {
            Some(end) => from = end + 1,
            None => {
                reader.open_tag = open_tag.saturating_sub(text.len());
                return;
            }
        }
    }
    while from < text.len() {
        let rest = &text[from..];
        if let Some(name) = reader.skipping {
            match close_of(rest, name) {
                Some(end) => {
                    reader.skipping = None;
                    from += end;
                    continue;
                }
                None => return,
            }
        }
        let plain = rest.find(['&', '<']).unwrap_or(rest.len());
        if plain > 0 {
            builder.text(&rest[..plain], at.map(|at| (at + from, plain)));
            from += plain;
            continue;
        }
        let taken = if rest.starts_with('<') {
            tag(rest, reader, builder)
        } else {
            entity(rest).map(|(decoded, length)| {
                builder.text(&decoded, at.map(|at| (at + from, length)));
                length
            })
        };
        from += taken.unwrap_or_else(|| {
            builder.text(&rest[..1], at.map(|at| (at + from, 1)));
            1
        });
    }
}

/// Decodes the entity that the text begins with; its length in the text (bytes).
fn entity(text: &str) -> Option<(String, usize)> {
    let end = text.bytes().take(LONGEST_ENTITY).position(|b| b == b';')? + 1;
    let decoded = htmlize::unescape(&text[..end]);
    (decoded.len() != end).then(|| (decoded.into_owned(), end))
}

/// Acts on the tag or comment that the text begins with; its length in the text (bytes).
fn tag(text: &str, reader: &mut Reader, builder: &mut Builder) -> Option<usize> {
    if let Some(comment) = text.strip_prefix("<!--") {
        return Some(comment.find("-->").map_or(text.len(), |end| 4 + end + 3));
    }
    let closing = text.starts_with("</");
    let after = &text[1 + usize::from(closing)..];
    let name_length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = after[..name_length].to_ascii_lowercase();
    if !after[name_length..].starts_with(['>', '/', ' ', '\n', '\t', '\r']) {
        return None;
    }
    let name = name.as_str();
    let known = [&SKIPPED[..], &BLOCKS, &ITEMS, &INLINE, &["br", "h6", "html", "body", "head", "figcaption"]]
        .into_iter()
        .flatten()
        .find(|known| **known == name)?;
    let length = text.find('>').map_or(text.len(), |end| end + 1);
    reader.open_tag = if reader.joined && !text[..length].ends_with('>') { LONGEST_TAG } else { 0 };
    if SKIPPED.contains(known) {
        if !closing && !text[..length].ends_with("/>") {
            reader.skipping = Some(known);
        }
    } else if *known == "br" {
        builder.line_break();
    } else if *known == "figcaption" {
        builder.start(if closing { Kind::Paragraph } else { Kind::Caption });
    } else if ITEMS.contains(known) {
        builder.start(if closing { Kind::Paragraph } else { Kind::Item });
    } else if let Some(level) = heading_level(known) {
        builder.start(if closing { Kind::Paragraph } else { Kind::Heading(level) });
    } else if BLOCKS.contains(known) {
        builder.start(Kind::Paragraph);
    }
    Some(length)
}

fn heading_level(name: &str) -> Option<u8> {
    name.strip_prefix('h')?.parse().ok().filter(|level| (1..=6).contains(level))
}

/// Where the element's closing tag ends (bytes).
fn close_of(text: &str, name: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let open = from + text[from..].find("</")?;
        let tail = &text[open + 2..];
        if tail.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return Some(tail.find('>').map_or(text.len(), |end| open + 2 + end + 1));
        }
        from = open + 2;
    }
}
