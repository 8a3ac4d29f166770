//! Folding: what makes `Straße`, `STRASSE` and `strasse` one word. Index and query share it.
//!
//! Case goes by Unicode. Diacritics go for the Latin, Greek and Cyrillic letters that have them in one
//! character, and combining marks go everywhere. Compatibility forms fold only where East Asian
//! keyboards type them (full-width letters and digits). A table of a byte a letter does that in a
//! kilobyte; full Unicode normalisation takes twenty times that in the page.

use super::case::small;

/// Base letters of U+00C0 to U+024F; `.` where a letter is its own.
const LATIN: &[u8; 400] =
    b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeee\
    eeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuu\
    uuuuwwyyyzzzzzzsb......................i........oo.............uu.......................\
    .....aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh\
    ......aaeeooooooooyy...............b............";
/// Base letters of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8; 256] =
    b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppp\
    rrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaa\
    aaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Appends the folded form of a character; nothing for a mark.
pub(crate) fn fold(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if !is_mark(c) {
        match small(c) {
            'æ' | 'ǣ' | 'ǽ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            'þ' => out.push_str("th"),
            'ĳ' => out.push_str("ij"),
            letter => out.push(base(letter)),
        }
    }
}

/// The letter without its diacritics.
fn base(c: char) -> char {
    let letter = |table: &[u8], first: u32| match table[(u32::from(c) - first) as usize] {
        b'.' => c,
        letter => char::from(letter),
    };
    match c {
        '\u{c0}'..='\u{24f}' => letter(LATIN, 0xc0),
        '\u{1e00}'..='\u{1eff}' => letter(LATIN_ADDITIONAL, 0x1e00),
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        // Full-width forms stand where ASCII does, only higher; the lower case was taken before.
        '\u{ff01}'..='\u{ff5e}' => {
            u8::try_from(u32::from(c) - 0xfee0).map_or(c, |ascii| char::from(ascii.to_ascii_lowercase()))
        }
        _ => c,
    }
}

/// Whether a character only changes the one before it, or is not seen at all: it is part of a word
/// and not of its folded form.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
        | '\u{20d0}'..='\u{20ff}' | '\u{3099}'..='\u{309a}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{feff}')
}

/// The folded form of a text, character by character: equal for texts that differ in case and diacritics only.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut out));
    out
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn case_and_diacritics_go() {
        let check = |text: &str, expect: &str| assert_eq!(folded(text), expect, "{text}");
        check("THAAD", "thaad");
        check("Élysée", "elysee");
        check("E\u{301}lyse\u{301}e", "elysee");
        check("İstanbul ISPARTA ığdır", "istanbul isparta igdir");
        check("Straße STRASSE", "strasse strasse");
        check("Łódź, Đà Nẵng, Ærø", "lodz, da nang, aero");
        check("Αθήνα ΟΔΟΣ οδός", "αθηνα οδοσ οδοσ");
        check("Королёв", "королев");
        check("ＴＨＡＡＤ２０１７", "thaad2017");
        check("中国 한국", "中国 한국");
        check("co\u{ad}operation", "cooperation");
    }

    #[test]
    fn the_tables_agree_with_unicode() {
        for c in ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}') {
            let plain: String = c.to_lowercase().nfd().filter(|&c| !is_combining_mark(c)).collect();
            // Letters that Unicode does not take apart (ø, đ, ł) fold further, and are looked at above.
            if plain.chars().all(|c| c.is_ascii_alphanumeric()) {
                assert_eq!(folded(&c.to_string()), plain, "{c}");
            }
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for c in '\0'..=char::MAX {
            let once = folded(&c.to_string());
            assert_eq!(folded(&once), once, "{c} {:x}", u32::from(c));
        }
    }
}
