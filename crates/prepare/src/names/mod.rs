//! Finds people, organisations and places, and who a document speaks for.
//!
//! ```text
//! gazetteer forms ──┐
//! title + name ─────┼─> names in full ── the same people by surname alone ──> mentions by span
//! name + role ──────┤
//! name + “said” ────┘
//! ```
//! Who says what, and who meets whom, is found elsewhere; the questions that those parts ask of names
//! are answered here: [`side_of_person`], [`side_of_place`], [`office_of_person`],
//! [`holder`].

mod alone;
mod chinese;
mod cued;
mod draft;
mod korean;
mod korean_again;
mod shapes;
mod spelt;
mod titled;
mod transcribed;
mod voice;

use readout_corpus::{Day, Document, Mention, MentionKind, Role, Sentence, Span};

use crate::Settings;
use crate::gazetteer::{Meaning, leftmost_longest};
use draft::Draft;
pub(crate) use voice::{side_of_office, side_shown};

/// Keys of the offices whose holders lead a side.
pub(crate) const LEADING_OFFICES: [&str; 7] =
    ["president", "head-of-government", "monarch", "party-leader", "supreme-leader", "crown-prince", "pope"];

/// The names in a document, ordered by span. No two share a letter.
pub(crate) fn find(document: &Document, settings: &Settings) -> Vec<Mention> {
    let gazetteer = &*settings.gazetteer;
    let mut draft = Draft::new(document, gazetteer);
    let hits = leftmost_longest(gazetteer.names.hits(&document.text));
    let countries = chinese::Countries::of(&hits);
    for hit in hits {
        if !chinese::misread(&document.text, hit.start, hit.end) {
            let meanings = countries.possible(gazetteer, &document.text[hit.start..hit.end], hit.meanings);
            if !chinese::is_of_another_country(&draft, hit.start, &meanings) {
                draft.add_known(hit.start, hit.end, &meanings);
            }
        }
    }
    for Mention { span, kind, name, why, .. } in in_capitals(document, settings) {
        draft.add(span.start as usize, span.end as usize, kind, name, why);
    }
    let titles = leftmost_longest(gazetteer.titles.hits(&document.text));
    titled::find(&mut draft, &titles);
    korean::find(&mut draft, &titles);
    chinese::find(&mut draft, &titles);
    cued::find(&mut draft);
    alone::find(&mut draft, &titles);
    draft.into_mentions()
}

/// The names in a title that is printed in capitals, read as if it were not.
fn in_capitals(document: &Document, settings: &Settings) -> Vec<Mention> {
    let title = document.sentence_text(0);
    let small = capitalised(title);
    let printed = title.split_whitespace().count() > 2 && small != title;
    if printed { find(&alone(small, document), settings) } else { Vec::new() }
}

/// “President Obama” from “PRESIDENT OBAMA”, in as many bytes; what is printed in small letters stays.
pub(crate) fn capitalised(words: &str) -> String {
    if words.contains(char::is_lowercase) {
        return words.to_owned();
    }
    let mut inside = false;
    let small = |c: char| c.to_lowercase().next().filter(|small| small.len_utf8() == c.len_utf8());
    let letter = |c: char| {
        let kept = if inside { small(c).unwrap_or(c) } else { c };
        inside = c.is_alphanumeric();
        kept
    };
    words.chars().map(letter).collect()
}

/// A document of these words alone, of the day of another.
fn alone(words: String, of: &Document) -> Document {
    let span = Span::new(0, words.len());
    let mut alone = Document { text: words, ..Document::default() };
    alone.card.published = day_of(of);
    alone.sentences.push(Sentence { span, paragraph: 0, role: Role::Body, repeats: None, source: None });
    alone
}

/// The person whom a few words name (“President X”), as they would be read in this document.
pub(crate) fn in_words(words: &str, document: &Document, settings: &Settings) -> Option<String> {
    let found = find(&alone(words.to_owned(), document), settings);
    found.into_iter().rfind(|mention| mention.kind == MentionKind::Person).map(|mention| mention.name)
}

/// The day that a document is read for: its dateline's, else its publication's, else the first day
/// that its text names.
pub(crate) fn day_of(document: &Document) -> Option<Day> {
    let card = &document.card;
    card.dateline
        .as_ref()
        .and_then(|line| line.date)
        .or(card.published)
        .or_else(|| document.dates.iter().find(|date| date.days.days() == 1).map(|date| date.days.from))
}

/// The side that a person of this canonical name belongs to on a day (on any day, without one).
pub(crate) fn side_of_person<'s>(name: &str, day: Option<Day>, settings: &'s Settings) -> Option<&'s str> {
    known(name, day, settings)?.side.as_deref()
}

/// The office that a person of this canonical name holds on a day, in English words
/// (`Foreign Minister`).
pub(crate) fn office_of_person<'s>(name: &str, day: Option<Day>, settings: &'s Settings) -> Option<&'s str> {
    let person = known(name, day, settings)?;
    let office = match day {
        Some(day) => person.office_on(day)?,
        None => person.terms.last()?.office.as_str(),
    };
    // an office of the editor's own has no other name
    settings.gazetteer.office_name(office, person.side.as_deref()).or(Some(office))
}

/// The side that words name: a country, its adjective, its capital, a place or organisation of
/// it, “the Chinese side”, “中方”, “한국 측”. None where they name something else.
pub(crate) fn side_of_place<'s>(words: &str, settings: &'s Settings) -> Option<&'s str> {
    let words = words.trim();
    let bare = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words);
    let bare = bare.strip_suffix(" side").or_else(|| bare.strip_suffix('측')).unwrap_or(bare).trim_end();
    let gazetteer = &*settings.gazetteer;
    gazetteer.side_of_word(words).or_else(|| gazetteer.side_of_word(bare)).or_else(|| {
        let entries = &gazetteer.entries;
        let same = entries.places.iter().chain(&entries.organisations).find(|named| named.name == words);
        same.and_then(|named| named.side.as_deref())
    })
}

/// Who holds the office that these words call (“the Prime Minister”, “总统”, “외교부 장관”), of a side,
/// on a day: canonical name.
pub(crate) fn holder<'s>(office: &str, side: &str, day: Day, settings: &'s Settings) -> Option<&'s str> {
    let words = office.trim();
    let bare = words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words);
    let gazetteer = &*settings.gazetteer;
    let offices: Vec<&str> = gazetteer.offices_called(bare).collect();
    gazetteer.holder(&offices, side, day).map(|person| person.name.as_str())
}

fn known<'s>(name: &str, day: Option<Day>, settings: &'s Settings) -> Option<&'s crate::gazetteer::Person> {
    let gazetteer = &*settings.gazetteer;
    let same = gazetteer.people_named(name).iter().map(|index| gazetteer.person(*index));
    same.filter(|person| person.name == name).min_by_key(|person| {
        day.map_or(0, |day| person.terms.iter().map(|t| t.distance(day)).min().unwrap_or(u32::MAX))
    })
}

/// What kind of mention a meaning gives.
fn kind_of(meaning: Meaning) -> MentionKind {
    match meaning {
        Meaning::Person(_) => MentionKind::Person,
        Meaning::Organisation(_) => MentionKind::Organisation,
        Meaning::Place(_) | Meaning::Country(_) | Meaning::Adjective(_) => MentionKind::Place,
    }
}

#[cfg(test)]
pub(crate) mod tests;
