//! What stands in the search box, as an expression. Knows no index: every input gives an expression,
//! and notes on what was not understood.
//!
//! ```text
//! missile defence        both words
//! missile OR radar       either; OR binds its neighbours before the other words join them
//! -trade                 not this (also NOT trade)
//! "properly handle"      exactly these words in this order; curly quotation marks too
//! deploy*                words that begin so, also as the last word of a phrase
//! speaker:"Wang Yi"      a facet's value
//! (a OR b) -(c d)        groups
//! ```

use crate::{Facet, Note};

/// Deepest nesting of groups; deeper parentheses are ignored.
const DEEPEST: usize = 16;

/// A query. An empty conjunction asks for everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expr {
    /// A word as typed, perhaps with a `*` at its end.
    Word(String),
    /// A phrase as typed, without quotation marks.
    Phrase(String),
    /// A facet's value as typed.
    Field(Facet, String),
    /// All of them.
    And(Vec<Expr>),
    /// Any of them.
    Or(Vec<Expr>),
    /// Everything else.
    Not(Box<Expr>),
}

/// A query that was read, with notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parsed {
    pub(crate) expr: Expr,
    pub(crate) notes: Vec<Note>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    Text(Expr),
    Or,
    /// A minus directly before something, or a `NOT`.
    Not,
    Open,
    Close,
}

/// Reads a query. Never fails.
pub(crate) fn parse(text: &str) -> Parsed {
    let mut notes = Vec::new();
    let items = items(text, &mut notes);
    let mut parser = Parser { items: items.into_iter().peekable(), depth: 0, notes };
    let mut parts = Vec::new();
    while parser.items.peek().is_some() {
        parser.all(&mut parts);
        if parser.items.next_if_eq(&Item::Close).is_some() {
            parser.ignore(")");
        }
    }
    if !parts.is_empty() && parts.iter().all(|part| matches!(part, Expr::Not(_))) {
        parser.notes.push(Note::OnlyNegative);
    }
    Parsed { expr: single(parts, Expr::And), notes: parser.notes }
}

fn single(mut parts: Vec<Expr>, many: fn(Vec<Expr>) -> Expr) -> Expr {
    match (parts.len(), parts.pop()) {
        (1, Some(part)) => part,
        (_, last) => {
            parts.extend(last);
            many(parts)
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂' | '「' | '」' | '『' | '』')
}

/// Whether a character ends a word that is not in quotation marks.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')')
}

/// Cuts a query into its items.
fn items(text: &str, notes: &mut Vec<Note>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut rest = text.trim_start();
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if is_quote(c) {
            let phrase = quoted(&mut rest, notes);
            items.extend(phrase.map(|phrase| Item::Text(Expr::Phrase(phrase))));
        } else if c == '(' {
            items.push(Item::Open);
            rest = after;
        } else if c == ')' {
            items.push(Item::Close);
            rest = after;
        } else if matches!(c, '-' | '−' | '–') {
            if after.is_empty() || after.starts_with(char::is_whitespace) {
                notes.push(Note::Ignored { part: c.to_string() });
            } else {
                items.push(Item::Not);
            }
            rest = after;
        } else {
            let word = &rest[..rest.find(ends_word).unwrap_or(rest.len())];
            rest = &rest[word.len()..];
            match word {
                "OR" | "|" => items.push(Item::Or),
                "NOT" => items.push(Item::Not),
                "AND" | "&" | "+" => {}
                _ => word_or_field(word, &mut rest, &mut items, notes),
            }
        }
        rest = rest.trim_start();
    }
    items
}

/// A word, or a field with the value that stands in `word` or in quotation marks after it.
fn word_or_field(word: &str, rest: &mut &str, items: &mut Vec<Item>, notes: &mut Vec<Note>) {
    let text = |words: &str| Item::Text(Expr::Word(words.to_owned()));
    let named = word.split_once(':').filter(|(name, value)| {
        // `https://…` and `10:30` are no fields, and neither is a colon that ends a word.
        !name.is_empty() && name.chars().all(char::is_alphabetic) && !value.starts_with("//")
    });
    let Some((name, value)) = named else {
        items.push(text(word));
        return;
    };
    let facet = Facet::from_key(&name.to_ascii_lowercase());
    let quote_follows = value.is_empty() && rest.starts_with(is_quote);
    match facet {
        Some(facet) => {
            let value = if quote_follows { quoted(rest, notes) } else { Some(value.to_owned()) };
            match value.filter(|value| !value.trim().is_empty()) {
                Some(value) => items.push(Item::Text(Expr::Field(facet, value))),
                None => notes.push(Note::Ignored { part: word.to_owned() }),
            }
        }
        None if value.is_empty() && !quote_follows => items.push(text(name)),
        None => {
            notes.push(Note::UnknownField { field: name.to_owned() });
            items.push(text(name));
            if !value.is_empty() {
                items.push(text(value));
            }
        }
    }
}

/// Takes a quoted text from the beginning of `rest`; `None` where there is nothing in it.
fn quoted(rest: &mut &str, notes: &mut Vec<Note>) -> Option<String> {
    let inside = rest.trim_start_matches(is_quote);
    // Two marks in a row are an empty phrase.
    if rest.chars().take_while(|&c| is_quote(c)).count() % 2 == 0 {
        notes.push(Note::Ignored { part: "\"\"".to_owned() });
        *rest = inside;
        return None;
    }
    let (phrase, after) = match inside.split_once(is_quote) {
        Some(parts) => parts,
        None => {
            notes.push(Note::Unclosed);
            (inside, "")
        }
    };
    *rest = after;
    (!phrase.trim().is_empty()).then(|| phrase.trim().to_owned())
}

struct Parser {
    items: std::iter::Peekable<std::vec::IntoIter<Item>>,
    depth: usize,
    notes: Vec<Note>,
}

impl Parser {
    /// Reads up to a closing parenthesis or the end.
    fn all(&mut self, parts: &mut Vec<Expr>) {
        while !matches!(self.items.peek(), None | Some(Item::Close)) {
            parts.extend(self.any());
        }
    }

    /// One part, or several joined by `OR`.
    fn any(&mut self) -> Option<Expr> {
        let mut parts: Vec<Expr> = self.one().into_iter().collect();
        while self.items.next_if_eq(&Item::Or).is_some() {
            let next = if matches!(self.items.peek(), Some(Item::Or)) { None } else { self.one() };
            if parts.is_empty() || next.is_none() {
                self.ignore("OR");
            }
            parts.extend(next);
        }
        (!parts.is_empty()).then(|| single(parts, Expr::Or))
    }

    fn one(&mut self) -> Option<Expr> {
        let mut negative = false;
        while self.items.next_if_eq(&Item::Not).is_some() {
            negative = !negative;
        }
        if negative && !matches!(self.items.peek(), Some(Item::Text(_) | Item::Open)) {
            self.ignore("-");
            negative = false;
        }
        let one = match self.items.peek()? {
            Item::Or | Item::Close | Item::Not => return None,
            Item::Text(_) => match self.items.next()? {
                Item::Text(expr) => expr,
                _ => return None,
            },
            Item::Open => {
                self.items.next();
                if self.depth == DEEPEST {
                    self.ignore("(");
                    return None;
                }
                self.depth += 1;
                let mut parts = Vec::new();
                self.all(&mut parts);
                self.items.next_if_eq(&Item::Close);
                self.depth -= 1;
                if parts.is_empty() {
                    self.ignore("()");
                    return None;
                }
                single(parts, Expr::And)
            }
        };
        Some(if negative { Expr::Not(Box::new(one)) } else { one })
    }

    fn ignore(&mut self, part: &str) {
        let note = Note::Ignored { part: part.to_owned() };
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn show(expr: &Expr) -> String {
        let list = |parts: &[Expr], with: &str| {
            format!("({})", parts.iter().map(show).collect::<Vec<_>>().join(with))
        };
        match expr {
            Expr::Word(word) => word.clone(),
            Expr::Phrase(phrase) => format!("“{phrase}”"),
            Expr::Field(facet, value) => format!("{}={value}", facet.key()),
            Expr::And(parts) => list(parts, " "),
            Expr::Or(parts) => list(parts, "|"),
            Expr::Not(part) => format!("¬{}", show(part)),
        }
    }

    fn check(text: &str, expect: &str, notes: &[Note]) {
        let parsed = parse(text);
        assert_eq!((show(&parsed.expr).as_str(), parsed.notes.as_slice()), (expect, notes), "{text}");
    }

    fn ignored(part: &str) -> Note {
        Note::Ignored { part: part.to_owned() }
    }

    #[test]
    fn words_phrases_fields_and_groups() {
        check("", "()", &[]);
        check("  THAAD ", "THAAD", &[]);
        check("a b", "(a b)", &[]);
        check("a AND b", "(a b)", &[]);
        check("a OR b c", "((a|b) c)", &[]);
        check("a OR b OR c", "(a|b|c)", &[]);
        check("a -b", "(a ¬b)", &[]);
        check("a NOT b", "(a ¬b)", &[]);
        check("a --b", "(a b)", &[]);
        check("\"a b\" c", "(“a b” c)", &[]);
        check("“a b”c", "(“a b” c)", &[]);
        check("a -\"b c\"", "(a ¬“b c”)", &[]);
        check("dep*", "dep*", &[]);
        check("speaker:wang", "speaker=wang", &[]);
        check("Speaker:\"Wang Yi\" x", "(speaker=Wang Yi x)", &[]);
        check("-topic:trade a", "(¬topic=trade a)", &[]);
        check("a (b OR (c d))", "(a (b|(c d)))", &[]);
        check("-(a b) c", "(¬(a b) c)", &[]);
        check("well-being 10:30 https://x.org", "(well-being 10:30 https://x.org)", &[]);
        check("or and not", "(or and not)", &[]);
    }

    #[test]
    fn what_is_not_understood_is_said() {
        check("\"a b", "“a b”", &[Note::Unclosed]);
        check("a \"\" b", "(a b)", &[ignored("\"\"")]);
        check("OR", "()", &[ignored("OR")]);
        check("a OR", "a", &[ignored("OR")]);
        check("OR a", "a", &[ignored("OR")]);
        check("a OR OR b", "(a|b)", &[ignored("OR")]);
        check("a - b", "(a b)", &[ignored("-")]);
        check("-", "()", &[ignored("-")]);
        check("a NOT", "a", &[ignored("-")]);
        check("-a -b", "(¬a ¬b)", &[Note::OnlyNegative]);
        check("by:china", "(by china)", &[Note::UnknownField { field: "by".to_owned() }]);
        check("topic: a", "a", &[ignored("topic:")]);
        check("note: a", "(note a)", &[]);
        check("a ) b", "(a b)", &[ignored(")")]);
        check("( a", "a", &[]);
        check("() a", "a", &[ignored("()")]);
    }

    proptest! {
        #[test]
        fn any_text_gives_a_query(text in "[a-c\"“()OR:* -]{0,60}|\\PC{0,60}|\\({0,400}a") {
            parse(&text);
        }
    }
}
