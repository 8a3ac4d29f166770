//! What the settings and the gazetteer say about what is listed in an overview.

use readout_corpus::Day;

use crate::Settings;
use crate::gazetteer::Gazetteer;

pub(super) fn title(_settings: &Settings) -> Option<String> {
    None
}

pub(super) fn description(_settings: &Settings) -> Option<String> {
    None
}

/// The office held on a day, in words.
pub(super) fn office(_settings: &Settings, name: &str, day: Option<Day>) -> Option<String> {
    let gazetteer = Gazetteer::builtin();
    let &[index] = gazetteer.people_named(name) else { return None };
    let key = gazetteer.person(index).office_on(day?)?.to_owned();
    Some(key.replace('-', " "))
}

pub(super) fn aliases(_settings: &Settings, name: &str) -> Vec<String> {
    let gazetteer = Gazetteer::builtin();
    gazetteer
        .people_named(name)
        .first()
        .map(|&index| gazetteer.person(index).aliases.clone())
        .unwrap_or_default()
}

pub(super) fn side_name(_settings: &Settings, key: &str) -> Option<String> {
    Gazetteer::builtin().sides().find(|side| side.key == key).map(|side| side.name)
}

pub(super) fn topic_labels(_settings: &Settings) -> Vec<(String, String)> {
    Vec::new()
}
