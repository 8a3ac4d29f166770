//! People whom a Korean text names again in ways of its own: by family name and title in one word (“김대통령은”,
//! as papers long wrote), by the last word of a title (“외무성 부상”, then “김 부상”), and by a spelling that only
//! the Chinese letters behind it explain.
//!
//! Who bears a family name is for `korean` to say.

use std::collections::BTreeMap;

use readout_corpus::{MentionKind, Why};

use super::draft::Draft;
use crate::gazetteer::script::{is_han, is_hangul, is_particle};
use crate::gazetteer::{Hit, TitleWord};
use crate::traditional::simplified;

/// Marks the bearer of the family name at the end of a head, before a title.
type Marks = fn(&mut Draft<'_>, &Hit<'_, TitleWord>, &str);

/// The longest family name, in syllables.
const LONGEST: usize = 5;

/// Finds a family name and a title in one word.
pub(super) fn written_together(draft: &mut Draft<'_>, mark: Marks) {
    let gazetteer = draft.gazetteer;
    let text = draft.text();
    let mut read = 0;
    for title in gazetteer.titles.inside(text) {
        let head = &text[..title.start];
        let family = head.rsplit(|c| !is_hangul(c)).next().unwrap_or_default();
        let tail = hangul_head(&text[title.end..]);
        let word = &text[title.start - family.len()..title.end + tail.len()];
        let joined = (1..=LONGEST).contains(&family.chars().count())
            && (tail.is_empty() || is_particle(tail))
            // “외교장관”, “이사장”: a title by itself.
            && !gazetteer.titles.starts(word);
        if joined && title.start >= read {
            read = title.end + tail.len();
            mark(draft, &title, head);
        }
    }
}

/// Finds a family name before the last word of a title of several words that the text has, where that word is no
/// title by itself.
pub(super) fn short_titles(draft: &mut Draft<'_>, titles: &[Hit<'_, TitleWord>], mark: Marks) {
    let text = draft.text();
    let mut short: BTreeMap<&str, &Hit<'_, TitleWord>> = BTreeMap::new();
    for title in titles {
        if let Some((_, last)) = text[title.start..title.end].rsplit_once(' ')
            && last.starts_with(is_hangul)
            && !draft.gazetteer.title_starts(last)
        {
            short.entry(last).or_insert(title);
        }
    }
    for (last, title) in short {
        for (start, _) in text.match_indices(last) {
            let end = start + last.len();
            let tail = hangul_head(&text[end..]);
            let ends = tail.is_empty() || is_particle(tail);
            if let Some(head) = text[..start].strip_suffix(' ').filter(|_| ends) {
                mark(draft, &Hit { start, end, meanings: title.meanings }, head);
            }
        }
    }
}

/// Finds names in Hangul that the gazetteer does not know, by the Chinese letters behind them that it knows
/// (“웨이펑훠(魏凤和)”); `again` marks each wherever it stands.
pub(super) fn glossed(draft: &mut Draft<'_>, again: fn(&mut Draft<'_>, &str, &str)) {
    let text = draft.text();
    for (open, _) in text.match_indices('(') {
        let inside = text[open + 1..].split(')').next().unwrap_or_default();
        let word = text[..open].rsplit(|c| !is_hangul(c)).next().unwrap_or_default();
        let start = open - word.len();
        if inside.is_empty() || !inside.chars().all(is_han) {
            continue;
        }
        let known = draft.gazetteer.people_named(&simplified(inside));
        let Some(person) = draft.best(known).filter(|_| word.chars().count() > 1) else { continue };
        let name = draft.gazetteer.person(person).name.clone();
        let evidence = &text[start..=open + inside.len() + 1];
        if draft.is_free(start, open) {
            draft.add(
                start,
                open,
                MentionKind::Person,
                name.clone(),
                Why::rule("name-glossed", evidence, 90),
            );
            again(draft, word, &name);
        }
    }
}

/// The Hangul that a text begins with.
fn hangul_head(text: &str) -> &str {
    &text[..text.find(|c| !is_hangul(c)).unwrap_or(text.len())]
}
