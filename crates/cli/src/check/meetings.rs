//! Documents that tell of no meeting, and meetings of which one document alone tells.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Material, Place, Severity};

/// Documents in which no meeting was found.
pub(super) fn documents_without(material: Material<'_>) -> Vec<Finding> {
    let meetings = material.corpus.meetings.iter();
    let telling: BTreeSet<&str> =
        meetings.flat_map(|meeting| &meeting.accounts).map(|account| account.document.as_str()).collect();
    let documents = material.corpus.documents.iter().enumerate();
    documents
        .filter(|(_, document)| !telling.contains(document.card.id.as_str()))
        .map(|(index, _)| Finding {
            severity: Severity::Note,
            place: Place::Document(index),
            problem: "no meeting was found in it".to_owned(),
            sentence: None,
            remedy: "where it tells of one, see that its date and the people who met are known".to_owned(),
            paste: None,
        })
        .collect()
}

/// Meetings with one account: there is nothing to compare.
pub(super) fn told_once(material: Material<'_>) -> Vec<Finding> {
    let indices: BTreeMap<&str, usize> =
        material.corpus.documents.iter().enumerate().map(|(index, d)| (d.card.id.as_str(), index)).collect();
    let alone = material.corpus.meetings.iter().filter(|meeting| meeting.accounts.len() == 1);
    alone
        .map(|meeting| {
            let index = indices.get(meeting.accounts[0].document.as_str()).copied();
            let who = match meeting.participants.is_empty() {
                true => String::new(),
                false => format!(" of {}", meeting.participants.join(", ")),
            };
            Finding {
                severity: Severity::Note,
                place: index.map_or(Place::Corpus, Place::Document),
                problem: format!("this is the only account of the meeting{who} on {}", meeting.days.from),
                sentence: None,
                remedy: "add another side's account, where one was published; \
                    where one is here, see that its date and the names in it are known"
                    .to_owned(),
                paste: None,
            }
        })
        .collect()
}
