//! Markdown to blocks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::blocks::{Block, Builder, Kind};
use super::markup;

/// The blocks of a Markdown text. `at` is where it stands in the file (bytes), if it has a place there.
pub(super) fn read(text: &str, at: Option<usize>) -> Vec<Block> {
    let mut builder = Builder::default();
    let mut reader = markup::Reader::joined();
    let mut images = 0_usize;
    let mut in_item = 0_usize;
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        if images > 0 && !matches!(event, Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image)) {
            continue;
        }
        let plain = if in_item > 0 { Kind::Item } else { Kind::Paragraph };
        match event {
            Event::Start(Tag::Heading { level, .. }) => builder.start(Kind::Heading(level as u8)),
            Event::Start(Tag::Item) => {
                in_item += 1;
                builder.start(Kind::Item);
            }
            Event::End(TagEnd::Item) => {
                in_item = in_item.saturating_sub(1);
                builder.start(Kind::Paragraph);
            }
            Event::Start(Tag::TableCell) => builder.start(Kind::Item),
            Event::Start(Tag::Link { dest_url, .. }) => builder.link(Some(&dest_url)),
            Event::End(TagEnd::Link) => builder.link(None),
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            Event::Start(
                Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::List(_) | Tag::HtmlBlock,
            )
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableCell)
            | Event::Rule => builder.start(plain),
            Event::Text(words) | Event::Code(words) => {
                if words.len() != range.len() {
                    builder.text(&words, at.map(|at| (at + range.start, range.len())));
                    continue;
                }
                // Emphasis that Markdown does not see as such (“word**.**”) leaves its marks as text.
                let around = text.get(range.start.saturating_sub(1)..(range.end + 1).min(text.len()));
                if &*words == "*" && around.is_some_and(|around| around.contains("**")) {
                    continue;
                }
                builder.text(&words, at.map(|at| (at + range.start, words.len())));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                // The text of these events is that of the file, so that their places are the file's.
                let same = text.get(range.clone()) == Some(&*html);
                markup::read(
                    &mut reader,
                    &html,
                    at.filter(|_| same).map(|at| at + range.start),
                    &mut builder,
                );
            }
            Event::SoftBreak => builder.soft_break(),
            Event::HardBreak => builder.line_break(),
            _ => {}
        }
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_blocks_with_their_places() {
        let check = |text: &str, expect: &[(Kind, &str, &str)]| {
            let found: Vec<_> = read(text, Some(0))
                .into_iter()
                .map(|b| {
                    let place = b.places.source(0, b.text.len()).map_or("", |s| &text[s.range()]);
                    (b.kind, b.text.clone(), place)
                })
                .collect();
            let found: Vec<_> = found.iter().map(|(k, t, p)| (*k, t.as_str(), *p)).collect();
            assert_eq!(found, expect, "{text}");
        };
        check(
            "# A *b*\n\nOne\ntwo.",
            &[(Kind::Heading(1), "A b", "A *b"), (Kind::Paragraph, "One two.", "One\ntwo.")],
        );
        check("- x\n- y &amp; z\n", &[(Kind::Item, "x", "x"), (Kind::Item, "y & z", "y &amp; z")]);
        check("<div\nid=\"y\"\nclass=\"x\">\nA word.\n</div>", &[(Kind::Paragraph, "A word.", "A word.")]);
        check("One**.**", &[(Kind::Paragraph, "One.", "One**.")]);
        check("\\###", &[(Kind::Paragraph, "###", "###")]);
        check(
            "<p><b>甲</b>乙。<br></p><p>丙。</p>",
            &[(Kind::Paragraph, "甲乙。", "甲</b>乙。"), (Kind::Paragraph, "丙。", "丙。")],
        );
        check("![picture](x.png)Words [here](y).", &[(Kind::Paragraph, "Words here.", "Words [here](y).")]);
    }
}
