//! What the gazetteer says about the names of a document, in the few questions that statements ask.

use readout_corpus::Day;

use crate::Settings;
use crate::gazetteer::Gazetteer;

/// Key of the side that a place belongs to: the gazetteer's, else the place itself.
pub(crate) fn side_of_place(settings: &Settings, place: &str) -> String {
    side_of_word(settings, place).unwrap_or_else(|| place.to_owned())
}

/// Key of the side that a word stands for (“Chinese”, “中方”).
pub(crate) fn side_of_word(settings: &Settings, word: &str) -> Option<String> {
    gazetteer(settings).side_of_word(word).map(str::to_owned)
}

/// Key of the side that somebody belongs to.
pub(crate) fn side_of_person(settings: &Settings, name: &str) -> Option<String> {
    let gazetteer = gazetteer(settings);
    let mut sides =
        gazetteer.people_named(name).iter().filter_map(|&index| gazetteer.person(index).side.clone());
    let first = sides.next();
    // Two people of one name and of two sides: nobody knows.
    first.filter(|side| sides.all(|other| other == *side))
}

/// Keys of the offices that somebody holds on a day (any that they ever held, where no day is known).
pub(crate) fn offices_of(settings: &Settings, name: &str, day: Option<Day>) -> Vec<String> {
    let gazetteer = gazetteer(settings);
    let terms = gazetteer.people_named(name).iter().flat_map(|&index| &gazetteer.person(index).terms);
    terms.filter(|term| day.is_none_or(|day| term.covers(day))).map(|term| term.office.clone()).collect()
}

/// Keys of the offices that words in lower case stand for (`prime minister`).
pub(crate) fn offices_called(settings: &Settings, words: &str) -> Vec<String> {
    let titled: Vec<String> = words
        .split(' ')
        .map(|word| {
            let mut chars = word.chars();
            let small = matches!(word, "of" | "for" | "the");
            chars
                .next()
                .filter(|_| !small)
                .map_or_else(|| word.to_owned(), |c| c.to_uppercase().chain(chars).collect())
        })
        .collect();
    gazetteer(settings).offices_called(&titled.join(" ")).map(str::to_owned).collect()
}

fn gazetteer(_settings: &Settings) -> std::sync::Arc<Gazetteer> {
    Gazetteer::builtin()
}
