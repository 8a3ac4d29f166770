//! The dictionary: every term of the corpus in order, as a finite-state map to its number.

use fst::{IntoStreamer, Map, Streamer};
use readout_corpus::BundleError;

use super::fuzzy::OneEdit;
use super::{DICTIONARY, automaton, broken};

/// Writes the dictionary of terms in order; a term's number is its place.
pub(super) fn write<'a>(terms: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let numbered = terms.zip(0..);
    let map = Map::from_iter(numbered).expect("terms are in order and distinct");
    map.into_fst().into_inner()
}

/// The dictionary in its section's bytes.
pub(crate) struct Dictionary<'a> {
    map: Map<&'a [u8]>,
    /// Number of terms: no walk gives more, whatever the bytes say.
    count: usize,
}

impl<'a> Dictionary<'a> {
    /// Checks a dictionary's bytes: to be done once before it is opened.
    pub(crate) fn check(bytes: &[u8]) -> Result<(), BundleError> {
        automaton::check(bytes)
    }

    /// Opens bytes that were checked, of a dictionary of `count` terms.
    pub(crate) fn open(bytes: &'a [u8], count: u32) -> Result<Self, BundleError> {
        let map = Map::new(bytes).map_err(|error| broken(DICTIONARY, &error.to_string()))?;
        Ok(Self { map, count: count as usize })
    }

    /// The number of a term.
    pub(crate) fn term(&self, term: &str) -> Option<u32> {
        self.map.get(term).and_then(|number| u32::try_from(number).ok())
    }

    /// The terms that begin so, in order, with their numbers.
    pub(crate) fn beginning(&self, prefix: &str) -> Vec<(String, u32)> {
        let mut found = Vec::new();
        let mut stream = self.map.range().ge(prefix).into_stream();
        while let Some((term, number)) = stream.next() {
            if !term.starts_with(prefix.as_bytes()) || found.len() == self.count {
                break;
            }
            found.extend(entry(term, number));
        }
        found
    }

    /// The terms at most one edit away from a word, in order, with their numbers.
    pub(crate) fn near(&self, word: &str) -> Vec<(String, u32)> {
        let Some(automaton) = OneEdit::new(word) else { return Vec::new() };
        let mut found = Vec::new();
        let mut stream = self.map.search(automaton).into_stream();
        while let Some((term, number)) = stream.next() {
            if found.len() == self.count {
                break;
            }
            found.extend(entry(term, number));
        }
        found
    }
}

fn entry(term: &[u8], number: u64) -> Option<(String, u32)> {
    Some((core::str::from_utf8(term).ok()?.to_owned(), u32::try_from(number).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_whole_by_beginning_and_by_one_edit() {
        let terms = ["handle", "handled", "handling", "panda", "中", "中国"];
        let bytes = write(terms.iter().copied());
        let dictionary = Dictionary::open(&bytes, 6).unwrap();
        let names =
            |found: Vec<(String, u32)>| found.into_iter().map(|(t, n)| format!("{t}{n}")).collect::<Vec<_>>();
        assert_eq!(dictionary.term("handling"), Some(2));
        assert_eq!(dictionary.term("hand"), None);
        assert_eq!(names(dictionary.beginning("handl")), ["handle0", "handled1", "handling2"]);
        assert_eq!(names(dictionary.beginning("中")), ["中4", "中国5"]);
        assert_eq!(names(dictionary.near("hanlde")), ["handle0"]);
        assert_eq!(names(dictionary.near("handles")), ["handle0", "handled1"]);
        assert!(Dictionary::check(&bytes).is_ok());
        assert!(Dictionary::check(&bytes[..40]).is_err());
    }
}
