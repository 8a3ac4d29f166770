//! What a corpus says of itself: only what is used in it is listed.

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::{Meeting, Overview, Person, Side, Source, Topic, Warning};

use super::Gist;
use crate::Settings;
use crate::names::{office_of_person, side_of_person};

/// The overview of these documents.
pub(super) fn of(
    settings: &Settings,
    gists: &[Gist],
    meetings: &[Meeting],
    mut warnings: Vec<Warning>,
) -> Overview {
    warnings.sort();
    warnings.dedup();
    let people = people(settings, gists, meetings);
    let sides = sides(settings, gists, meetings, &people);
    let title = settings.title.clone().unwrap_or_else(|| title(gists, meetings, &sides, &people));
    Overview {
        title,
        description: settings.description.clone(),
        sources: sources(settings, gists),
        topics: topics(settings, gists),
        sides,
        people,
        warnings,
    }
}

/// What the documents show: the two sides that met, else how many documents there are.
fn title(gists: &[Gist], meetings: &[Meeting], sides: &[Side], people: &[Person]) -> String {
    let count = gists.len();
    let plain = if count == 1 { "1 document".to_owned() } else { format!("{} documents", thousands(count)) };
    let side_of: BTreeMap<&str, &str> =
        people.iter().filter_map(|p| p.side.as_deref().map(|side| (p.name.as_str(), side))).collect();
    let mut pairs: BTreeSet<Vec<&str>> = BTreeSet::new();
    for meeting in meetings {
        let mut pair: Vec<&str> =
            meeting.participants.iter().filter_map(|name| side_of.get(name.as_str()).copied()).collect();
        pair.sort_unstable();
        pair.dedup();
        pairs.insert(pair);
    }
    let common = pairs.iter().next().filter(|pair| pairs.len() == 1 && pair.len() == 2);
    match common {
        Some(pair) => {
            let names: Vec<&str> =
                sides.iter().map(|side| side.key.as_str()).filter(|key| pair.contains(key)).collect();
            format!("{}: {plain}", names.join("–"))
        }
        None => plain,
    }
}

/// The sources of the documents, by name.
fn sources(settings: &Settings, gists: &[Gist]) -> Vec<Source> {
    let names: BTreeSet<&str> = gists.iter().filter_map(|gist| gist.card.source.as_deref()).collect();
    names
        .into_iter()
        .map(|name| {
            let known = settings.publishers.named(name);
            let shown = || {
                let first = gists.iter().find(|gist| gist.card.source.as_deref() == Some(name));
                first.and_then(|gist| gist.card.side.clone())
            };
            Source {
                name: name.to_owned(),
                side: known.map_or_else(shown, |publisher| publisher.side.clone()),
                kind: known.map(|publisher| publisher.kind).unwrap_or_default(),
            }
        })
        .collect()
}

/// The people who speak, met or are named, by name.
fn people(settings: &Settings, gists: &[Gist], meetings: &[Meeting]) -> Vec<Person> {
    let mut days: BTreeMap<&str, Option<readout_corpus::Day>> = BTreeMap::new();
    for gist in gists {
        let day = gist.card.published.or(gist.card.dateline.as_ref().and_then(|d| d.date));
        for name in &gist.people {
            let known = days.entry(name).or_default();
            *known = known.or(day);
        }
    }
    for meeting in meetings {
        for name in &meeting.participants {
            days.entry(name).or_default().get_or_insert(meeting.days.from);
        }
    }
    let shown = sides_shown(gists);
    days.into_iter()
        .map(|(name, day)| Person {
            name: name.to_owned(),
            side: side_of_person(name, day, settings)
                .map(str::to_owned)
                .or_else(|| shown.get(name).map(|side| (*side).to_owned())),
            office: day.and_then(|day| office_of_person(name, Some(day), settings)).map(str::to_owned),
            aliases: aliases(settings, name),
        })
        .collect()
}

/// The sides of those whom the gazetteer may not know: that of the first source in which their voice is the
/// own.
fn sides_shown(gists: &[Gist]) -> BTreeMap<&str, &str> {
    let mut sides = BTreeMap::new();
    for gist in gists {
        let Some(side) = gist.card.side.as_deref() else { continue };
        for name in &gist.own {
            sides.entry(name.as_str()).or_insert(side);
        }
    }
    sides
}

/// The sides that sources, speakers and participants belong to, by first appearance.
fn sides(settings: &Settings, gists: &[Gist], meetings: &[Meeting], people: &[Person]) -> Vec<Side> {
    let side_of: BTreeMap<&str, &str> =
        people.iter().filter_map(|p| p.side.as_deref().map(|side| (p.name.as_str(), side))).collect();
    let mut keys: Vec<String> = Vec::new();
    let mut add = |key: Option<&str>| {
        if let Some(key) = key
            && !keys.iter().any(|known| known == key)
        {
            keys.push(key.to_owned());
        }
    };
    let mut told: BTreeMap<&str, Vec<&Meeting>> = BTreeMap::new();
    for meeting in meetings {
        for account in &meeting.accounts {
            told.entry(&account.document).or_default().push(meeting);
        }
    }
    for gist in gists {
        add(gist.card.side.as_deref());
        let participants =
            told.get(gist.card.id.as_str()).into_iter().flatten().flat_map(|m| &m.participants);
        let speakers = gist.speakers.iter().map(|name| name.as_str());
        for name in speakers.chain(participants.map(String::as_str)) {
            add(side_of.get(name).copied());
        }
    }
    for person in people {
        add(person.side.as_deref());
    }
    // Those that an editor names keep their order; the others follow as they appear.
    let named = settings.sides.iter().filter(|side| keys.contains(&side.key)).cloned();
    let known: BTreeMap<String, String> =
        settings.gazetteer.sides().map(|side| (side.key, side.name)).collect();
    let others = keys.iter().filter(|key| settings.sides.iter().all(|side| side.key != **key));
    let others = others.map(|key| Side { key: key.clone(), name: known.get(key).unwrap_or(key).clone() });
    named.chain(others).collect()
}

/// The topics raised, in the order of the settings.
fn topics(settings: &Settings, gists: &[Gist]) -> Vec<Topic> {
    let used: BTreeSet<&str> = gists.iter().flat_map(|gist| &gist.topics).map(|key| key.as_str()).collect();

    let mut topics: Vec<Topic> =
        settings.topics.list.iter().filter(|topic| used.contains(topic.key.as_str())).cloned().collect();
    for key in used {
        if !topics.iter().any(|topic| topic.key == key) {
            topics.push(Topic { key: key.to_owned(), label: key.replace('-', " ") });
        }
    }
    topics
}

/// Other forms of a name.
fn aliases(settings: &Settings, name: &str) -> Vec<String> {
    let gazetteer = &*settings.gazetteer;
    let person =
        gazetteer.people_named(name).iter().map(|&index| gazetteer.person(index)).find(|p| p.name == name);
    person.map(|person| person.aliases.clone()).unwrap_or_default()
}

/// A number with commas between thousands.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|g| core::str::from_utf8(g).ok()).collect();
    groups.join(",")
}
