//! Which language a text is in, by its script.

use crate::sentences::is_hangul;

/// Small words of English; a text in the Latin script without them is in another language.
const ENGLISH: [&str; 12] =
    ["the", "of", "and", "to", "in", "that", "with", "for", "is", "was", "on", "said"];

/// The longest of them, in bytes.
const LONGEST: usize = 4;

/// Bytes that are looked at.
const LOOKED_AT: usize = 40_000;

/// The language as BCP 47: `en`, `zh`, `ko`, `ja`, else `und`.
pub(super) fn of(text: &str) -> &'static str {
    let (mut latin, mut hangul, mut kana, mut han, mut other) = (0_usize, 0_usize, 0_usize, 0_usize, 0_usize);
    let head = &text[..text.floor_char_boundary(LOOKED_AT)];
    latin += head.bytes().filter(u8::is_ascii_alphabetic).count();
    for c in head.chars().filter(|c| !c.is_ascii()) {
        match c {
            c if is_hangul(c) => hangul += 1,
            c if !c.is_alphabetic() => {}
            '\u{c0}'..='\u{24f}' => latin += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            c if crate::sentences::is_han_or_kana(c) => han += 1,
            _ => other += 1,
        }
    }
    // A character of these scripts says as much as several letters.
    let east = 3 * (hangul + kana + han);
    if east > latin + other {
        return match () {
            () if hangul >= han.max(kana) => "ko",
            () if kana * 10 >= han => "ja",
            () => "zh",
        };
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(400);
    let (mut all, mut english) = (0_usize, 0_usize);
    for word in words {
        all += 1;
        let small = word.len() <= LONGEST && ENGLISH.iter().any(|small| small.eq_ignore_ascii_case(word));
        english += usize::from(small);
    }
    if latin > other && (english * 12 >= all || (all < 8 && latin > 0 && text.is_ascii())) {
        "en"
    } else {
        "und"
    }
}

/// A language that a file names, as its short form where it is one of ours.
pub(super) fn named(tag: &str) -> Option<&'static str> {
    let tag = tag.trim().to_lowercase();
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    [("en", "english"), ("zh", "chinese"), ("ko", "korean"), ("ja", "japanese"), ("und", "unknown")]
        .into_iter()
        .find(|(code, name)| *code == first || *name == first)
        .map(|(code, _)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_small_words_tell_the_language() {
        let check = |text: &str, expect: &str| assert_eq!(of(text), expect, "{text}");
        check("The two sides agreed to go on with the talks.", "en");
        check("双方同意继续会谈。", "zh");
        check("양측은 中과 회담을 이어가기로 했다.", "ko");
        check("両国は会談を続けることで合意した。", "ja");
        check("Les deux parties ont convenu de poursuivre leurs entretiens cette année.", "und");
        check("Стороны договорились продолжить переговоры.", "und");
        check("", "und");
        assert_eq!(named("zh-CN"), Some("zh"));
        assert_eq!(named("fr"), None);
    }
}
