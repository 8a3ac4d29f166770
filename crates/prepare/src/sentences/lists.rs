//! List items that stand in one paragraph: “1. … 2. …”, “a) … b) …”, “• … • …”.

/// A list marker: its shape, and its place in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marker {
    bullet: Option<char>,
    /// Number, or 1 for `a`; 0 where there is a bullet alone.
    order: u32,
    letter: bool,
    /// Between the number and the space: `.`, `)` or `.)`.
    closing: &'static str,
}

const BULLETS: [char; 6] = ['•', '⁃', '▪', '‣', '◦', '△'];

/// Length of the marker that a text begins with (bytes); 0 where it begins with none.
pub(super) fn marker_length(text: &str) -> usize {
    marker(text).map_or(0, |(_, length)| length)
}

/// Where the items after the first begin (bytes); none where the text does not begin with one.
pub(super) fn items(text: &str) -> Vec<usize> {
    let Some((first, length)) = marker(text) else { return Vec::new() };
    let mut last = first;
    let mut starts = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if at >= length
            && before.is_whitespace()
            && (c.is_alphanumeric() || BULLETS.contains(&c))
            && let Some((next, _)) = marker(&text[at..])
            && (next.bullet, next.letter, next.closing) == (first.bullet, first.letter, first.closing)
            && (next.order == last.order + 1 || (first.order == 0 && next.order == 0))
        {
            starts.push(at);
            last = next;
        }
        before = c;
    }
    starts
}

/// The marker that a text begins with, and its length (bytes).
fn marker(text: &str) -> Option<(Marker, usize)> {
    let bullet = text.chars().next().filter(|c| BULLETS.contains(c));
    let after_bullet = bullet.map_or(text, |c| text[c.len_utf8()..].trim_start());
    let alone = || bullet.map(|c| (Marker { bullet, order: 0, letter: false, closing: "" }, c.len_utf8()));
    let digits = after_bullet.bytes().take_while(u8::is_ascii_digit).count();
    let (order, name_length, letter) = if (1..=3).contains(&digits) {
        (after_bullet[..digits].parse().ok()?, digits, false)
    } else {
        match after_bullet.bytes().next() {
            Some(b @ b'a'..=b'z') => (u32::from(b - b'a') + 1, 1, true),
            _ => return alone(),
        }
    };
    let rest = &after_bullet[name_length..];
    let Some(closing) = [".)", ")", "."].into_iter().find(|closing| rest.starts_with(closing)) else {
        return alone();
    };
    if !rest[closing.len()..].starts_with(char::is_whitespace) {
        return alone();
    }
    let length = text.len() - rest.len() + closing.len();
    Some((Marker { bullet, order, letter, closing }, length))
}
