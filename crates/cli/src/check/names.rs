//! People whom neither the gazetteer nor corpus.toml knows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::{Mention, MentionKind, Person};

use super::paste::{Paste, quoted};
use super::{Finding, Material, Place, Severity};

/// Forms of address that say nothing of an office.
const CIVIL: &[&str] = &["Mr", "Mrs", "Ms", "Miss", "Dr"];

/// A person whom nobody knows, where they are named first.
pub(crate) struct Unknown<'a> {
    pub(crate) name: &'a str,
    /// What the documents show of them.
    pub(crate) person: Option<&'a Person>,
    /// How often they are named.
    times: usize,
    /// Index of the document, the mention in it, and whether that has a place in the file.
    document: usize,
    mention: &'a Mention,
    placed: bool,
    /// Whether a statement is theirs, or they took part in a meeting.
    speaks: bool,
}

/// The people whom nobody knows: those who speak or met first, then those who are named most.
pub(crate) fn people(material: Material<'_>) -> Vec<Unknown<'_>> {
    let corpus = material.corpus;
    let speakers = corpus.documents.iter().flat_map(|d| &d.statements).flat_map(|s| &s.speakers);
    let participants = corpus.meetings.iter().flat_map(|meeting| &meeting.participants);
    let heard: BTreeSet<&String> = speakers.chain(participants).collect();
    let shown: BTreeMap<&str, &Person> =
        corpus.overview.people.iter().map(|person| (person.name.as_str(), person)).collect();
    let mut unknown: BTreeMap<&str, Unknown<'_>> = BTreeMap::new();
    for (document, found) in corpus.documents.iter().enumerate() {
        let placed = |mention: &Mention| {
            found.sentences.get(mention.sentence as usize).is_some_and(|sentence| sentence.source.is_some())
        };
        for mention in found.mentions.iter().filter(|mention| mention.kind == MentionKind::Person) {
            if material.settings.knows(&mention.name) {
                continue;
            }
            let first = unknown.entry(&mention.name).or_insert_with(|| Unknown {
                name: &mention.name,
                person: shown.get(mention.name.as_str()).copied(),
                times: 0,
                document,
                mention,
                placed: placed(mention),
                speaks: heard.contains(&mention.name),
            });
            first.times += 1;
            // A title that was made from the first words stands nowhere in the file; those words do.
            if !first.placed && first.document == document && placed(mention) {
                (first.mention, first.placed) = (mention, true);
            }
        }
    }
    let mut people: Vec<Unknown<'_>> = unknown.into_values().collect();
    people.sort_by_key(|unknown| (!unknown.speaks, Reverse(unknown.times)));
    people
}

/// A finding for each of them.
pub(super) fn unknown(material: Material<'_>) -> Vec<Finding> {
    people(material)
        .into_iter()
        .map(|unknown| {
            let document = &material.corpus.documents[unknown.document];
            let part = if unknown.speaks { ", and speaks or takes part in a meeting" } else { "" };
            Finding {
                severity: if unknown.speaks { Severity::Warning } else { Severity::Note },
                place: Place::Sentence(unknown.document, unknown.mention.sentence),
                problem: format!("“{}” is in no list of names{part}", unknown.name),
                sentence: Some(document.sentence_text(unknown.mention.sentence).to_owned()),
                remedy: "say who they are".to_owned(),
                paste: Some(unknown.paste()),
            }
        })
        .collect()
}

impl Unknown<'_> {
    /// The lines of corpus.toml that make them known.
    pub(crate) fn paste(&self) -> Paste {
        let side = self.person.and_then(|person| person.side.as_deref()).unwrap_or_default();
        let table = Paste::table("person").text("name", self.name).complete(
            "side",
            side,
            "whom they speak for (China, ROK, …)",
        );
        match self.office() {
            Some(office) => table.value("offices", &format!("[{{ office = {} }}]", quoted(&office)), ""),
            None => table,
        }
    }

    /// Their office as the first mention gives it (“Foreign Minister …”, “…, special envoy”).
    fn office(&self) -> Option<String> {
        let around = self.mention.why.evidence.replacen(self.name, "", 1);
        let office = around.trim().trim_matches(|c: char| !c.is_alphanumeric() && c != ')').trim();
        let office = office.strip_prefix("the ").unwrap_or(office);
        let said = around.len() < self.mention.why.evidence.len() && !office.is_empty();
        (said && !CIVIL.contains(&office)).then(|| office.to_owned())
    }
}
