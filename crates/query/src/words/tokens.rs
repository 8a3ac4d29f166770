//! From a text to terms with positions. Positions count words; a paragraph's end leaves one out, so
//! that no phrase crosses it.
//!
//! - A word is a run of letters and digits, folded.
//! - `people-to-people`, `Xi'an`, `1,000` and `U.S.` are words beside each other, and are also found
//!   joined (`peopletopeople`, `xian`, `1000`, `us`). A possessive's `s` is no word.
//! - Scripts written without spaces between words (Chinese, Japanese, Korean, Thai, …) give each
//!   character a position, and a term for it and for each pair, so that any part of a run is found.

use readout_corpus::Span;

use super::fold::{fold, is_mark};

/// Ends the word part of a joined term; after it comes the number of positions as a digit.
pub(crate) const JOINED: char = '\u{1}';
/// Positions left out at the end of a paragraph.
const PARAGRAPH_GAP: u32 = 1;
/// Longest term (bytes); what is longer is cut.
const LONGEST: usize = 64;
/// Most parts that are joined.
const MOST_PARTS: usize = 6;

/// A term in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// The term, as in the dictionary.
    pub(crate) term: &'a str,
    /// Its first position.
    pub(crate) position: u32,
    /// Number of positions that it takes: 1 for a word, 2 for a pair, more for a joined term.
    pub(crate) width: u32,
    /// Where it stands (bytes).
    pub(crate) span: Span,
}

impl Token<'_> {
    /// Whether it is a pair of characters of a script without spaces.
    pub(crate) fn is_pair(&self) -> bool {
        self.width == 2 && !self.term.contains(JOINED)
    }
}

/// Whether a character belongs to a script that is written without spaces between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e81}'..='\u{ecd}' | '\u{1000}'..='\u{1049}'
        | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17d3}' | '\u{2e80}'..='\u{2fd5}'
        | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3031}'..='\u{3035}'
        | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{a960}'..='\u{a97c}' | '\u{ac00}'..='\u{d7fb}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}' | '\u{ffa0}'..='\u{ffdc}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is Korean: without spaces inside a word, and with them between words.
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{a960}'..='\u{a97c}' | '\u{ac00}'..='\u{d7fb}')
}

/// What a character is to words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Unspaced,
    Mark,
    Hyphen,
    Apostrophe,
    Point,
    Comma,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '-' | '\u{2010}' | '\u{2011}' => Class::Hyphen,
        '\'' | '’' | '‘' | '\u{2bc}' => Class::Apostrophe,
        '.' => Class::Point,
        ',' => Class::Comma,
        _ if c.is_ascii() => {
            if c.is_ascii_alphanumeric() {
                Class::Letter
            } else {
                Class::Other
            }
        }
        _ if is_unspaced(c) => Class::Unspaced,
        _ if is_mark(c) => Class::Mark,
        _ if c.is_alphanumeric() || is_virama(c) => Class::Letter,
        _ => Class::Other,
    }
}

/// Signs that bind two consonants of an Indic script: no letters by themselves, and no ends of words.
fn is_virama(c: char) -> bool {
    matches!(
        c,
        '\u{93c}'
            | '\u{94d}'
            | '\u{9bc}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{bcd}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
            | '\u{dca}'
    )
}

/// Cuts a text into terms and gives each to `each`, by position; a joined term comes after its parts
/// and a pair after its second character.
pub(crate) fn tokens(text: &str, mut each: impl FnMut(Token<'_>)) {
    let mut cutter = Cutter::default();
    let mut chars = text.char_indices().peekable();
    let mut newlines = 0;
    while let Some((start, c)) = chars.next() {
        let end = chars.peek().map_or(text.len(), |&(next, _)| next);
        let kind = class(c);
        if !matches!(kind, Class::Letter | Class::Unspaced) {
            // A mark before any letter is no word.
            let mut next = || chars.peek().map_or(Class::Other, |&(_, c)| class(c));
            match kind {
                Class::Mark => cutter.extend(end),
                Class::Hyphen | Class::Apostrophe | Class::Point | Class::Comma
                    if cutter.open && next() == Class::Letter =>
                {
                    cutter.join(kind);
                }
                _ => {
                    cutter.finish(&mut each);
                    newlines += u32::from(c == '\n');
                }
            }
            continue;
        }
        if newlines >= 2 && cutter.position > 0 {
            cutter.position += PARAGRAPH_GAP;
        }
        newlines = 0;
        if kind == Class::Letter {
            cutter.letter(c, start, end);
        } else {
            cutter.finish_word(&mut each);
            cutter.unspaced(c, start, end, &mut each);
        }
    }
    cutter.finish(&mut each);
}

/// A part of a word that is being read.
#[derive(Debug, Clone, Copy)]
struct Part {
    /// Where its folded form begins in the buffer.
    from: usize,
    span: Span,
    /// What joins it to the part before.
    joint: Class,
}

#[derive(Debug, Default)]
struct Cutter {
    position: u32,
    /// Folded parts, one after the other.
    buffer: String,
    parts: Vec<Part>,
    /// Whether the last part can take another letter.
    open: bool,
    joint: Option<Class>,
    /// The last character of a run without spaces, folded, with its span.
    last: Option<(String, Span)>,
    pair: String,
}

impl Cutter {
    fn letter(&mut self, c: char, start: usize, end: usize) {
        self.last = None;
        if !self.open || self.joint.is_some() {
            let joint = self.joint.take().unwrap_or(Class::Other);
            self.parts.push(Part { from: self.buffer.len(), span: Span::new(start, end), joint });
            self.open = true;
        }
        let part = self.parts.last_mut().expect("a part was begun");
        part.span.end = Span::new(start, end).end;
        fold(c, &mut self.buffer);
    }

    /// A mark belongs to the character before it.
    fn extend(&mut self, end: usize) {
        if let Some(part) = self.parts.last_mut().filter(|_| self.open && self.joint.is_none()) {
            part.span.end = Span::new(0, end).end;
        }
    }

    fn join(&mut self, joint: Class) {
        self.joint = Some(joint);
    }

    fn unspaced(&mut self, c: char, start: usize, end: usize, each: &mut impl FnMut(Token<'_>)) {
        let mut term = String::new();
        fold(c, &mut term);
        let span = Span::new(start, end);
        each(Token { term: &term, position: self.position, width: 1, span });
        if let Some((before, first)) = &self.last {
            self.pair.clear();
            self.pair.push_str(before);
            self.pair.push_str(&term);
            let span = Span { start: first.start, end: span.end };
            each(Token { term: &self.pair, position: self.position - 1, width: 2, span });
        }
        self.position += 1;
        self.last = Some((term, span));
    }

    fn finish(&mut self, each: &mut impl FnMut(Token<'_>)) {
        self.last = None;
        self.finish_word(each);
    }

    /// Gives the parts that were read, and the term that they make together.
    fn finish_word(&mut self, each: &mut impl FnMut(Token<'_>)) {
        self.open = false;
        self.joint = None;
        if let [.., _, last] = self.parts.as_slice()
            && last.joint == Class::Apostrophe
            && &self.buffer[last.from..] == "s"
        {
            self.buffer.truncate(last.from);
            self.parts.pop();
        }
        let first = self.position;
        for (n, part) in self.parts.iter().enumerate() {
            let to = self.parts.get(n + 1).map_or(self.buffer.len(), |next| next.from);
            let term = cut(&self.buffer[part.from..to]);
            each(Token { term, position: self.position, width: 1, span: part.span });
            self.position += 1;
        }
        if let ([head, .., tail], Some(digit)) =
            (self.parts.as_slice(), char::from_digit(self.parts.len() as u32, 10))
            && self.parts.len() <= MOST_PARTS
            && self.buffer.len() <= LONGEST
            && self.joinable()
        {
            let span = Span { start: head.span.start, end: tail.span.end };
            let width = self.position - first;
            self.buffer.extend([JOINED, digit]);
            each(Token { term: &self.buffer, position: first, width, span });
        }
        self.buffer.clear();
        self.parts.clear();
    }

    /// Whether the parts are one word written with signs in it, and not a number with a fraction or
    /// two sentences without a space between them.
    fn joinable(&self) -> bool {
        let ends = self.parts.iter().skip(1).map(|part| part.from).chain([self.buffer.len()]);
        let parts: Vec<&str> =
            self.parts.iter().zip(ends).map(|(part, to)| &self.buffer[part.from..to]).collect();
        let joints = || self.parts[1..].iter().map(|part| part.joint);
        let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
        joints().all(|joint| matches!(joint, Class::Hyphen | Class::Apostrophe))
            || joints().all(|joint| joint == Class::Point)
                && parts.iter().all(|part| part.chars().count() == 1 && !digits(part))
            || joints().all(|joint| joint == Class::Comma)
                && parts.iter().all(digits)
                && parts[1..].iter().all(|part| part.len() == 3)
    }
}

/// The first bytes of a term that is too long.
fn cut(term: &str) -> &str {
    if term.len() <= LONGEST { term } else { &term[..term.floor_char_boundary(LONGEST)] }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expect: &str) {
        let mut got = Vec::new();
        tokens(text, |token| {
            let term = token.term.replace(JOINED, "/");
            let width = if token.width == 1 { String::new() } else { format!("+{}", token.width) };
            got.push(format!("{}{width}:{term}={}", token.position, token.span.of(text).unwrap()));
        });
        assert_eq!(got.join(" "), expect, "{text}");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("", "");
        check("Missile defence, 2017!", "0:missile=Missile 1:defence=defence 2:2017=2017");
        check("G20 5G", "0:g20=G20 1:5g=5G");
        check("2021–2025", "0:2021=2021 1:2025=2025");
        check("cafe\u{301} au", "0:cafe=cafe\u{301} 1:au=au");
    }

    #[test]
    fn words_with_signs_are_found_by_part_and_whole() {
        check("well-being", "0:well=well 1:being=being 0+2:wellbeing/2=well-being");
        check("Xi’an", "0:xi=Xi 1:an=an 0+2:xian/2=Xi’an");
        check("1,000", "0:1=1 1:000=000 0+2:1000/2=1,000");
        check("U.S. aid", "0:u=U 1:s=S 0+2:us/2=U.S 2:aid=aid");
        check("3.5 end.Start", "0:3=3 1:5=5 2:end=end 3:start=Start");
        check("-a- b-", "0:a=a 1:b=b");
    }

    #[test]
    fn a_possessive_is_its_word() {
        check("China's", "0:china=China");
        check("sides’ views", "0:sides=sides 1:views=views");
        check("Yi's-", "0:yi=Yi");
    }

    #[test]
    fn no_phrase_crosses_a_paragraph() {
        check("A b\n\nc\nd", "0:a=A 1:b=b 3:c=c 4:d=d");
        check("\n\na", "0:a=a");
    }

    #[test]
    fn scripts_without_spaces_give_characters_and_pairs() {
        check("中国人", "0:中=中 1:国=国 0+2:中国=中国 2:人=人 1+2:国人=国人");
        check("THAAD导弹", "0:thaad=THAAD 1:导=导 2:弹=弹 1+2:导弹=导弹");
        check("한국 정", "0:한=한 1:국=국 0+2:한국=한국 2:정=정");
        check("2017年", "0:2017=2017 1:年=年");
        check("中，国", "0:中=中 1:国=国");
    }

    proptest! {
        #[test]
        fn spans_slice_and_positions_do_not_fall(text in "[a-zA-Z中国한é\u{301}İ'’.,\\- \n\u{e01}0-9]{0,40}|\\PC{0,30}") {
            let mut last = 0;
            let mut failed = None;
            tokens(&text, |token| {
                let ok = token.span.of(&text).is_some_and(|s| !s.is_empty())
                    && !token.term.is_empty() && token.position + token.width >= last
                    && token.term.len() <= LONGEST + 2;
                if token.width == 1 { last = token.position + 1; }
                if !ok { failed = Some(format!("{token:?}")); }
            });
            prop_assert_eq!(failed, None);
        }
    }
}
