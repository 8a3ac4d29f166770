//! Documents that tell of no meeting, and meetings of which one document alone tells.

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::{Account, Corpus, Meeting, Origin};
use readout_query::correct::of_sentence;

use super::paste::{Paste, quoted};
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

/// How far apart the days of two meetings of the same people may be that are perhaps one.
const NEAR: i32 = 2;

/// Meetings that are kept apart and may be one: of two people or more within some days, or of one on the same
/// day, where nobody else is known of one of them. Told at the later one, which can take the id of the other.
pub(super) fn perhaps_one(material: Material<'_>) -> Vec<Finding> {
    let Corpus { documents, meetings, .. } = material.corpus;
    let indices: BTreeMap<&str, usize> =
        documents.iter().enumerate().map(|(index, d)| (d.card.id.as_str(), index)).collect();
    let by_editor = |meeting: &Meeting| meeting.accounts.iter().any(|a| a.why.origin == Origin::Editor);
    let mut found = Vec::new();
    for (at, later) in meetings.iter().enumerate() {
        let near = meetings[..at]
            .iter()
            .rev()
            .take_while(|one| later.days.from.epoch_days() - one.days.from.epoch_days() <= NEAR);
        for one in near.filter(|one| !by_editor(one) && !by_editor(later)) {
            // One document tells of two meetings because they are two.
            let both =
                |account: &Account| one.accounts.iter().any(|other| other.document == account.document);
            let shared: Vec<&str> = later
                .participants
                .iter()
                .filter(|name| one.participants.contains(name))
                .map(String::as_str)
                .collect();
            let alone = one.participants.len() == 1 || later.participants.len() == 1;
            let severity = match shared.len() {
                0 => continue,
                1 if alone && one.days.overlaps(later.days) => Severity::Note,
                1 => continue,
                _ => Severity::Warning,
            };
            let account = later
                .accounts
                .first()
                .and_then(|account| Some((account, *indices.get(account.document.as_str())?)));
            let Some((account, index)) = account.filter(|_| !later.accounts.iter().any(both)) else {
                continue;
            };
            let tells =
                meetings.iter().filter(|m| m.accounts.iter().any(|a| a.document == account.document)).count();
            let begins = account.sentences.first().map(|(first, _)| *first).filter(|_| tells > 1);
            let files: Vec<String> = later
                .accounts
                .iter()
                .filter_map(|account| indices.get(account.document.as_str()))
                .map(|&index| quoted(&documents[index].card.file))
                .collect();
            let paste = Paste::table("meeting").value("files", &format!("[{}]", files.join(", ")), "");
            let paste = begins
                .into_iter()
                .fold(paste, |paste, first| paste.raw(&of_sentence(&documents[index], first)));
            found.push(Finding {
                severity,
                place: Place::Document(index),
                problem: format!(
                    "its meeting of {} on {} may be the one of {} on {}",
                    later.participants.join(", "),
                    later.days.from,
                    one.participants.join(", "),
                    one.days.from
                ),
                sentence: None,
                remedy: "where it is, give it the same id; where not, one of its own".to_owned(),
                paste: Some(paste.text("id", &one.id)),
            });
        }
    }
    found.sort_by_key(|finding| finding.severity);
    found
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
