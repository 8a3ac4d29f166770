//! What the gazetteer says about the names of a document, in the few questions that statements ask.

use readout_corpus::Day;

use crate::{Settings, names};

/// Key of the side that a place belongs to: the gazetteer's, else the place itself.
pub(crate) fn side_of_place(settings: &Settings, place: &str) -> String {
    names::side_of_place(place, settings).unwrap_or(place).to_owned()
}

/// Whether a place can stand for its government: a country or a capital, no building or region.
pub(super) fn is_government(settings: &Settings, place: &str) -> bool {
    let venue = settings.gazetteer.entries.places.iter().find(|named| named.name == place);
    names::side_of_place(place, settings).is_some() && venue.is_none_or(|named| named.kind == "capital")
}

/// Keys of the offices that somebody holds on a day (any that they ever held, where no day is known).
pub(super) fn offices_of(settings: &Settings, name: &str, day: Option<Day>) -> Vec<String> {
    let gazetteer = &*settings.gazetteer;
    let terms = gazetteer.people_named(name).iter().flat_map(|&index| &gazetteer.person(index).terms);
    terms.filter(|term| day.is_none_or(|day| term.covers(day))).map(|term| term.office.clone()).collect()
}

/// Keys of the offices that words in lower case stand for (`prime minister`).
pub(super) fn offices_called(settings: &Settings, words: &str) -> Vec<String> {
    settings.gazetteer.offices_called(&titled(words)).map(str::to_owned).collect()
}

/// Who holds an office, in lower case words, of a side on a day.
pub(super) fn holder(settings: &Settings, office: &str, side: &str, day: Option<Day>) -> Option<String> {
    names::holder(&titled(office), side, day?, settings).map(str::to_owned)
}

/// Who holds the same office as somebody does, for another side.
pub(super) fn counterpart(settings: &Settings, name: &str, side: &str, day: Option<Day>) -> Option<String> {
    let offices = offices_of(settings, name, day);
    let offices: Vec<&str> = offices.iter().map(String::as_str).collect();
    settings.gazetteer.holder(&offices, side, day?).map(|person| person.name.clone())
}

/// Words as a title is printed: `Minister of Foreign Affairs`, `Secretary-General`.
fn titled(words: &str) -> String {
    words
        .split_inclusive([' ', '-'])
        .map(|word| {
            let mut chars = word.chars();
            let small = matches!(word.trim_end(), "of" | "for" | "the");
            let first = chars.next().filter(|_| !small);
            first.map_or_else(|| word.to_owned(), |c| c.to_uppercase().chain(chars).collect())
        })
        .collect()
}
