//! Blocks: the paragraphs, headings, list items and lines of a page, in order, with their text
//! normalised: white space collapsed, entities decoded, invisible and direction-changing characters
//! left out.

use super::source_map::SourceMap;
use crate::sentences::is_han_or_kana;

/// What a block was on its page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// A paragraph or a line.
    #[default]
    Paragraph,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// An item of a list, or a cell of a table.
    Item,
    /// Words that the page itself marks as those of a picture.
    Caption,
    /// Words that the page itself marks as those that sum the article up.
    Deck,
}

/// A block of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) text: String,
    pub(super) places: SourceMap,
    /// Bytes of the text that are inside links.
    pub(super) linked: usize,
    /// Where the last link in it leads.
    pub(super) link: Option<String>,
    /// Whether it goes on in the same paragraph as the block before.
    pub(super) goes_on: bool,
    /// Whether it stands outside the element that holds the article.
    pub(super) outside: bool,
}

impl Block {
    /// Whether most of it is links.
    pub(super) fn linked_mostly(&self) -> bool {
        self.linked * 2 >= self.text.len()
    }
}

/// Builds blocks from pieces of a page.
#[derive(Debug, Default)]
pub(super) struct Builder {
    done: Vec<Block>,
    open: Block,
    /// White space was read that may become a space.
    space: bool,
    /// It held a line break, at which scripts without spaces join.
    newline: bool,
    in_link: bool,
}

impl Builder {
    /// Adds text. `at` is where it stands in the file (bytes), and how many bytes it takes there:
    /// as many as in `text` where the file has the same bytes.
    pub(super) fn text(&mut self, text: &str, at: Option<(usize, usize)>) {
        let same = at.is_some_and(|(_, length)| length == text.len());
        let mut offset = 0;
        while let Some(c) = text[offset..].chars().next() {
            // Plain words are taken together, as far as they go.
            let length = plain_words(&text.as_bytes()[offset..]).max(c.len_utf8());
            let piece = &text[offset..offset + length];
            let from = offset;
            offset += length;
            if c.is_whitespace() {
                self.space = true;
                self.newline |= c == '\n';
                continue;
            }
            if is_invisible(c) {
                continue;
            }
            self.settle_space(c);
            let start = self.open.text.len();
            // A hyphen that keeps its line together (“Sung‑lac”) is the one of names and words.
            let piece = if matches!(c, '\u{2010}' | '\u{2011}') { "-" } else { piece };
            self.open.text.push_str(piece);
            if self.in_link {
                self.open.linked += piece.bytes().filter(|byte| *byte != b' ').count();
            }
            match at {
                Some((source, _)) if same => {
                    self.open.places.push(start, piece.len(), source + from, length);
                }
                Some((source, taken)) => self.open.places.push(start, piece.len(), source, taken),
                None => {}
            }
        }
    }

    fn settle_space(&mut self, next: char) {
        if std::mem::take(&mut self.space) {
            let newline = std::mem::take(&mut self.newline);
            let joins = newline && is_wide(next) && self.open.text.chars().next_back().is_some_and(is_wide);
            if !self.open.text.is_empty() && !joins {
                self.open.text.push(' ');
            }
        }
    }

    /// A line break that may be no more than a space.
    pub(super) fn soft_break(&mut self) {
        self.space = true;
        self.newline = true;
    }

    /// A forced line break: ends the block where a sentence ends.
    pub(super) fn line_break(&mut self) {
        if self.open.text.ends_with(['.', '!', '?', ':', '。', '！', '？', '：', '”', '"']) {
            let kind = self.open.kind;
            self.start(kind);
        } else {
            self.soft_break();
        }
    }

    /// Ends the open block and starts one of this kind.
    pub(super) fn start(&mut self, kind: Kind) {
        self.space = false;
        self.newline = false;
        let open = std::mem::take(&mut self.open);
        if !open.text.is_empty() {
            self.done.push(open);
        }
        self.open.kind = kind;
    }

    /// The kind of the open block.
    pub(super) fn kind(&self) -> Kind {
        self.open.kind
    }

    /// How many blocks are done.
    pub(super) fn count(&self) -> usize {
        self.done.len()
    }

    /// Begins a link to `address`, or ends it.
    pub(super) fn link(&mut self, address: Option<&str>) {
        self.in_link = address.is_some();
        if let Some(address) = address {
            self.open.link = Some(address.to_owned());
        }
    }

    /// The blocks, in order.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.start(Kind::Paragraph);
        self.done
    }
}

/// How many bytes at the head of a text are letters and marks in ASCII, with single spaces between them.
fn plain_words(text: &[u8]) -> usize {
    let mut end = 0;
    loop {
        end += text[end..].iter().take_while(|byte| byte.is_ascii_graphic()).count();
        match text[end..] {
            [b' ', next, ..] if end > 0 && next.is_ascii_graphic() => end += 1,
            _ => return end,
        }
    }
}

/// A text as one normalised line.
pub(super) fn normal_line(text: &str) -> String {
    let mut builder = Builder::default();
    super::markup::read(&mut super::markup::Reader::default(), text, None, &mut builder);
    let blocks = builder.finish();
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Characters that show nothing but change how others are shown, or that belong in no text.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn is_wide(c: char) -> bool {
    is_han_or_kana(c)
        || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}' | '“' | '”' | '‘' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_normalised() {
        let check = |text: &str, expect: &str| assert_eq!(normal_line(text), expect, "{text:?}");
        check("  a \u{a0}\n b\t", "a b");
        check("AT&amp;T &#x27;s &quot;x&quot;", "AT&T 's \"x\"");
        check("a\u{202e}b\u{200b}c\u{0}d", "abcd");
        check("Sung\u{2011}lac", "Sung-lac");
        check("北京\n会谈", "北京会谈");
        check("서울\n회담", "서울 회담");
        check("5 < 6 & 7 > 3 <not a tag>", "5 < 6 & 7 > 3 <not a tag>");
        check("<b>bold</b> <script>alert(1)</script>words", "bold words");
        check("&bogus; &", "&bogus; &");
    }
}
