//! Documents that say much the same: two captures of a page, successive leads, an agency's story in
//! two papers. By whole sentences that stand in both; what stands in very many documents is a
//! publisher's formula and tells nothing.

use std::collections::BTreeMap;

use readout_corpus::Document;

use super::{Finding, Material, Place, Severity};

/// Shorter sentences (letters and figures) stand in many texts by chance.
const SHORTEST: usize = 30;

/// A sentence in more documents than these is a formula.
const FORMULA: usize = 40;

/// Shared sentences below which nothing is said.
const FEWEST: usize = 2;

/// From this share of the shorter text on (of 100), two documents look alike; from the other on they
/// are almost the same.
const ALIKE: usize = 50;
const SAME: usize = 90;

/// Pairs of documents that look alike, told at the later of the two.
pub(super) fn find(material: Material<'_>) -> Vec<Finding> {
    let documents = &material.corpus.documents;
    let sentences: Vec<Vec<String>> = documents.iter().map(sentences).collect();
    let mut homes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, found) in sentences.iter().enumerate() {
        for sentence in found {
            let home = homes.entry(sentence).or_default();
            if home.last() != Some(&index) {
                home.push(index);
            }
        }
    }
    // Sentences and letters that a pair shares.
    let mut pairs: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for (sentence, home) in homes.iter().filter(|(_, home)| home.len() <= FORMULA) {
        for (at, &later) in home.iter().enumerate() {
            for &earlier in &home[..at] {
                let shared = pairs.entry((later, earlier)).or_default();
                *shared = (shared.0 + 1, shared.1 + sentence.len());
            }
        }
    }
    let letters = |index: usize| sentences[index].iter().map(String::len).sum::<usize>();
    pairs
        .into_iter()
        .filter_map(|((later, earlier), (count, shared))| {
            let share = shared * 100 / letters(later).min(letters(earlier)).max(1);
            if count < FEWEST || share < ALIKE {
                return None;
            }
            let other = &documents[earlier].card.file;
            let (severity, word) = if share >= SAME {
                (Severity::Warning, "almost the same as")
            } else {
                (Severity::Note, "much like")
            };
            Some(Finding {
                severity,
                place: Place::Document(later),
                problem: format!("it is {word} {other}: {count} sentences stand in both"),
                sentence: None,
                remedy: "take one of them out of the folder, unless readers should see both".to_owned(),
                paste: None,
            })
        })
        .collect()
}

/// The longer sentences of a document's body, as letters and figures alone.
fn sentences(document: &Document) -> Vec<String> {
    let folded = document.body().map(|(number, _)| {
        let letters = document.sentence_text(number).chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    });
    folded.filter(|sentence| sentence.len() >= SHORTEST).collect()
}
