//! A light stem for English: enough to see that two forms of a set phrase are forms of one. Used
//! only to offer a variant, never to merge results.

/// Endings, longest first, with what stays in their place. A stem keeps at least three letters.
const ENDINGS: [(&str, &str); 11] = [
    ("ingly", ""),
    ("edly", ""),
    ("ings", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("es", ""),
    ("ed", ""),
    ("ly", ""),
    ("s", ""),
    ("e", ""),
];

/// The stem of a folded word; the word itself where it has no ending that is known.
pub(crate) fn stem(word: &str) -> String {
    if !word.is_ascii() || word.ends_with("ss") {
        return word.to_owned();
    }
    for (ending, instead) in ENDINGS {
        if let Some(start) = word.strip_suffix(ending)
            && start.len() >= 3
            && start.bytes().any(|b| b"aeiouy".contains(&b))
        {
            let mut stem = format!("{start}{instead}");
            let last = stem.as_bytes();
            // “stopped” and “stop” are one; “called” and “call” too.
            if instead.is_empty()
                && last.len() > 3
                && last[last.len() - 1] == last[last.len() - 2]
                && !b"aeiou".contains(&last[last.len() - 1])
            {
                stem.pop();
            }
            return stem;
        }
    }
    let doubled = word.len() > 3 && word.ends_with("ll");
    word[..word.len() - usize::from(doubled)].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let check = |words: &[&str]| {
            for word in words {
                assert_eq!(stem(word), stem(words[0]), "{word} {words:?}");
            }
        };
        check(&["handle", "handles", "handled", "handling"]);
        check(&["issue", "issues", "issued", "issuing"]);
        check(&["stop", "stops", "stopped", "stopping"]);
        check(&["call", "calls", "called", "calling"]);
        check(&["study", "studies", "studied"]);
        check(&["proper", "properly"]);
    }

    #[test]
    fn short_and_foreign_words_stay() {
        for word in ["is", "the", "sing", "red", "press", "2017", "中国", "été"] {
            assert_eq!(stem(word), word);
        }
    }
}
