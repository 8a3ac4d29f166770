//! Which sentences of an excerpt are shown: those with the most on them, up to a limit.
//!
//! Only chooses: the document keeps all its words here, and loses the others where it is written
//! ([`Document::shown`]).

use std::cmp::Reverse;

use readout_corpus::{Document, Gap, Rights};

/// What a statement or a commitment counts against a name, a topic or a date.
const SAID: u32 = 5;

/// How much of an excerpt is shown; what is less holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit {
    /// At most so many sentences.
    pub(crate) sentences: u32,
    /// At most so many per cent of the letters of all sentences.
    pub(crate) share: u32,
}

impl Default for Limit {
    fn default() -> Self {
        Self { sentences: 6, share: 25 }
    }
}

/// Sets the gaps of a document whose rights are those of an excerpt. The title is always shown.
pub(crate) fn choose(document: &mut Document, limit: Limit) {
    if document.card.rights != Rights::Excerpt {
        return;
    }
    let lengths: Vec<usize> =
        (0u32..).zip(&document.sentences).map(|(n, _)| document.sentence_text(n).chars().count()).collect();
    let mut left = lengths.iter().skip(1).sum::<usize>() * limit.share as usize / 100;
    let mut shown = vec![false; lengths.len()];
    let weights = weights(document);
    let mut best: Vec<usize> = (1..lengths.len()).collect();
    best.sort_by_key(|&n| (Reverse(weights[n]), n));
    let mut sentences = 0;
    for n in best {
        // A sentence that is too long makes room for the next.
        if sentences < limit.sentences && lengths[n] <= left {
            (shown[n], left, sentences) = (true, left - lengths[n], sentences + 1);
        }
    }
    document.gaps.clear();
    for (n, _) in (0u32..).zip(&shown).skip(1).filter(|(_, shown)| !**shown) {
        match document.gaps.last_mut() {
            Some(gap) if gap.last + 1 == n => gap.last = n,
            _ => document.gaps.push(Gap { first: n, last: n }),
        }
    }
    document.card.withheld = document.gaps.iter().map(|gap| gap.sentences()).sum();
}

/// How much stands on each sentence; nothing on one that only says another again.
fn weights(document: &Document) -> Vec<u32> {
    let mut weights = vec![0u32; document.sentences.len()];
    let mut add = |sentence: u32, weight: u32| {
        if let Some(sum) = weights.get_mut(sentence as usize) {
            *sum += weight;
        }
    };
    document.statements.iter().filter(|s| s.content).for_each(|mark| add(mark.sentence, SAID));
    document.commitments.iter().for_each(|mark| add(mark.sentence, SAID));
    document.topics.iter().for_each(|mark| add(mark.sentence, 1));
    document.mentions.iter().for_each(|mark| add(mark.sentence, 1));
    document.dates.iter().for_each(|mark| add(mark.sentence, 1));
    for (weight, sentence) in weights.iter_mut().zip(&document.sentences) {
        if sentence.repeats.is_some() {
            *weight = 0;
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Settings, prepare_document, read};

    const TALKS: &str = "Harbour talks\n\nIt rained. Wang Yi said that trade between the two sides grew. \
        The flags were blue. They were new. Wang Yi and the envoy will meet in Seoul in May 2018. It rained on.";

    fn excerpt(settings: &str, text: &str) -> Document {
        let (settings, errors) = Settings::from_toml(settings);
        assert!(errors.is_empty(), "{errors:?}");
        let reading = read("talks.txt", text.as_bytes());
        prepare_document(&reading.documents[0], &settings).document
    }

    #[test]
    fn the_sentences_with_the_most_on_them_are_shown_up_to_the_limit() {
        let check = |excerpt_table: &str, expect: &str| {
            let settings = format!("rights = \"excerpt\"\n[excerpt]\n{excerpt_table}");
            let document = excerpt(&settings, TALKS);
            let shown: Vec<String> = (1..document.sentences.len() as u32)
                .map(|n| if document.withholds(n) { "-".to_owned() } else { n.to_string() })
                .collect();
            assert_eq!(shown.join(" "), expect, "{excerpt_table}");
            let withheld = shown.iter().filter(|n| *n == "-").count();
            assert_eq!(document.card.withheld as usize, withheld);
        };
        check("sentences = 2\nshare = 100", "- 2 - - 5 -");
        check("sentences = 1\nshare = 100", "- 2 - - - -");
        check("sentences = 9\nshare = 40", "1 2 - - - -");
        check("sentences = 0", "- - - - - -");
        check("sentences = 9\nshare = 100", "1 2 3 4 5 6");
    }

    #[test]
    fn only_excerpts_have_gaps() {
        for rights in ["full", "summary"] {
            assert!(excerpt(&format!("rights = \"{rights}\""), TALKS).gaps.is_empty());
        }
        assert!(!excerpt("rights = \"excerpt\"", TALKS).gaps.is_empty());
    }
}
