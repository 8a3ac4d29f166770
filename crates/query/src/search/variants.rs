//! Other forms of a phrase that is asked for: the same phrase with one word in another form
//! (“properly handling” for “properly handle”). They are offered, never merged.

use readout_corpus::{BundleError, order};

use super::leaf::{Leaf, Sequence};
use super::resolve::{Resolved, Resolver};
use super::{Chosen, Evaluation, Words};
use crate::Note;
use crate::words::{JOINED, stem, tokens};

/// Most other forms of one word that are tried, the commonest first.
const MOST_FORMS: usize = 6;
/// Most variants of a phrase that are offered.
const MOST_OFFERED: usize = 5;

/// Notes on the variants of a query's phrases, those in most documents first.
pub(crate) fn variants(
    resolved: &Resolved,
    resolver: &Resolver<'_>,
    chosen: &Chosen<'_>,
) -> Result<Vec<Note>, BundleError> {
    let words = resolver.words;
    let mut notes = Vec::new();
    for (leaf, phrase) in &resolved.phrases {
        let mut found: Vec<(u32, String)> = Vec::new();
        for (variant, sequence) in other_forms(phrase, resolver, &words)? {
            let other = Leaf { positive: true, ..Leaf::sequence(sequence) };
            if other.matches(&words, None)?.documents.is_empty() {
                continue;
            }
            // The whole query, with the other form in the phrase's place.
            let mut leaves = resolved.leaves.clone();
            leaves[*leaf] = other;
            let mut evaluation = Evaluation::new(words, resolver.columns, &leaves);
            let mut documents = evaluation.documents(&resolved.plan, None)?;
            chosen.keep_days(&mut documents);
            let having = leaves[*leaf].matches(&words, Some(&documents))?.documents;
            match chosen.count(&having) {
                0 => {}
                count => found.push((count, variant)),
            }
        }
        order::sort_by_key(&mut found, |(count, _)| core::cmp::Reverse(*count));
        notes.extend(found.into_iter().take(MOST_OFFERED).map(|(documents, variant)| Note::Variant {
            phrase: phrase.clone(),
            variant,
            documents,
        }));
    }
    Ok(notes)
}

/// The phrase with one word in another form, for each word and form of the dictionary.
fn other_forms(
    phrase: &str,
    resolver: &Resolver<'_>,
    words: &Words<'_>,
) -> Result<Vec<(String, Sequence)>, BundleError> {
    let mut spelled: Vec<(String, Option<u32>)> = Vec::new();
    tokens(phrase, |token| {
        if token.width == 1 {
            spelled.push((token.term.to_owned(), resolver.dictionary.term(token.term)));
        }
    });
    let mut forms = Vec::new();
    for (n, (word, _)) in spelled.iter().enumerate() {
        let rest_known = spelled.iter().enumerate().all(|(other, (_, term))| other == n || term.is_some());
        let stem_of_word = stem(word);
        // The last letter of a stem may differ from what is written (study, studies).
        let Some(beginning) = stem_of_word.get(..stem_of_word.len().saturating_sub(1)) else { continue };
        if !rest_known || beginning.len() < 2 {
            continue;
        }
        let mut others: Vec<(u32, String, u32)> = Vec::new();
        for (other, term) in resolver.dictionary.beginning(beginning) {
            if other != *word && !other.contains(JOINED) && stem(&other) == stem_of_word {
                others.push((words.frequency(term)?, other, term));
            }
        }
        order::sort_by_key(&mut others, |(frequency, ..)| core::cmp::Reverse(*frequency));
        for (_, other, term) in others.into_iter().take(MOST_FORMS) {
            let slot = |(at, (_, own)): (usize, &(String, Option<u32>))| {
                let term = if at == n { Some(term) } else { *own };
                (at as u32, term.into_iter().collect::<Vec<_>>())
            };
            let slots: Vec<_> = spelled.iter().enumerate().map(slot).collect();
            let word_at = |(at, (own, _)): (usize, &(String, Option<u32>))| {
                if at == n { other.clone() } else { own.clone() }
            };
            let variant: Vec<String> = spelled.iter().enumerate().map(word_at).collect();
            forms.push((variant.join(" "), Sequence { slots, width: spelled.len() as u32, word: false }));
        }
    }
    Ok(forms)
}
