//! What the settings and the gazetteer say about what is listed in an overview.

use crate::Settings;

pub(super) fn title(_settings: &Settings) -> Option<String> {
    None
}

pub(super) fn description(_settings: &Settings) -> Option<String> {
    None
}

pub(super) fn aliases(settings: &Settings, name: &str) -> Vec<String> {
    let gazetteer = &*settings.gazetteer;
    gazetteer
        .people_named(name)
        .first()
        .map(|&index| gazetteer.person(index).aliases.clone())
        .unwrap_or_default()
}

pub(super) fn side_name(settings: &Settings, key: &str) -> Option<String> {
    settings.gazetteer.sides().find(|side| side.key == key).map(|side| side.name)
}
