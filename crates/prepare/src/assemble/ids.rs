//! Ids: short, in ASCII, fit for a URL, unique in the corpus and the same in every run.

use std::collections::BTreeSet;

use readout_corpus::Card;

/// Longest id in bytes, before what makes it unique.
const LONGEST: usize = 80;

/// Gives an id to each document that has none, from the name of its file, and makes all ids unique.
pub(super) fn give<'a>(cards: impl Iterator<Item = &'a mut Card>) {
    let mut taken = BTreeSet::new();
    for card in cards {
        let wanted = if card.id.is_empty() { slug(stem(&card.file)) } else { card.id.clone() };
        card.id = unique(if wanted.is_empty() { "document".to_owned() } else { wanted }, &mut taken);
    }
}

/// The id itself, or with the first number that nobody has.
pub(super) fn unique(wanted: String, taken: &mut BTreeSet<String>) -> String {
    let mut id = wanted.clone();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{wanted}-{number}");
        number += 1;
    }
    id
}

/// The name of a file without its folders and its extension.
fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

/// Lower-case ASCII letters and digits, words parted by single hyphens.
pub(super) fn slug(text: &str) -> String {
    let ascii = deunicode::deunicode(text).replace(['\'', '’'], "");
    let mut slug = String::new();
    for c in ascii.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        let check = |text: &str, expect: &str| assert_eq!(slug(text), expect, "{text}");
        check("Kang Kyung-wha", "kang-kyung-wha");
        check("Sauli Niinistö", "sauli-niinisto");
        check("Jens Stoltenberg’s  call", "jens-stoltenbergs-call");
        check("João Lourenço", "joao-lourenco");
        check("…", "");
        check(&"a".repeat(300), &"a".repeat(LONGEST));
    }

    #[test]
    fn documents_of_one_name_get_ids_of_their_own() {
        let mut cards: Vec<Card> = ["a/talks.txt", "b/talks.md", "talks.tar.gz", ".txt", "..."]
            .into_iter()
            .map(|file| Card { file: file.to_owned(), ..Card::default() })
            .collect();
        give(cards.iter_mut());
        let ids: Vec<&str> = cards.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids, ["talks", "talks-2", "talks-tar", "txt", "document"]);
    }
}
