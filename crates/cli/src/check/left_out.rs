//! What of a page was taken for no part of its text: menus, notices, lists of other stories, and now and
//! then a paragraph that belongs to it.

use std::cmp::Reverse;

use readout_prepare::LeftOut;

use super::{Finding, Material, Place, Severity};

/// Letters from which on a passage that ends as a sentence may be one of the text.
const PROSE: usize = 60;

/// A finding for each document of which something was left out; those with the longest prose first.
pub(super) fn find(material: Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, passages) in material.left_out.iter().enumerate().filter(|(_, passages)| !passages.is_empty())
    {
        let Some(document) = material.corpus.documents.get(index) else { continue };
        let prose: Vec<&LeftOut> = passages.iter().filter(|passage| is_prose(&passage.text)).collect();
        let longest = prose.iter().max_by_key(|passage| (passage.text.len(), Reverse(passage.source)));
        let letters = prose.iter().map(|passage| passage.text.len()).sum::<usize>();
        // More prose was left out than kept: perhaps the wrong part of the page is the text.
        let severity = if letters > document.text.len() { Severity::Warning } else { Severity::Note };
        let shown = longest.copied().or(passages.first());
        let counted = match passages.len() {
            1 => "a passage of it was taken for no part of the text".to_owned(),
            several => {
                format!("{several} passages of it were taken for no part of the text, this among them")
            }
        };
        let finding = Finding {
            severity,
            place: shown
                .and_then(|passage| passage.source)
                .map_or(Place::Document(index), |span| Place::Byte(index, span.start)),
            problem: counted,
            sentence: shown.map(|passage| passage.text.clone()),
            remedy: "where it is part of the text, save the article alone, without the rest of its page"
                .to_owned(),
            paste: None,
        };
        found.push((Reverse(letters), index, finding));
    }
    found.sort_by_key(|(letters, index, _)| (*letters, *index));
    found.into_iter().map(|(_, _, finding)| finding).collect()
}

fn is_prose(text: &str) -> bool {
    text.chars().count() >= PROSE
        && text.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', '。', '！', '？'])
}
