//! What assembly knows of a document: its card, the meetings that it tells of, and of its text and marks only
//! what the corpus says of itself.

use std::collections::BTreeSet;

use readout_corpus::{Card, Day, MentionKind, Voice, Warning};
use smol_str::SmolStr;

use super::duplicates::Runs;
use crate::{Outcome, PreparedDocument, ToldMeeting};

/// What assembly knows of a document.
#[derive(Debug, Clone, Default)]
pub struct Gist {
    pub(super) card: Card,
    pub(super) meetings: Vec<ToldMeeting>,
    pub(super) warnings: Vec<Warning>,
    pub(super) corrections: Vec<Outcome>,
    pub(super) runs: Runs,
    /// The people who are named, in the order of their names.
    pub(super) people: Box<[SmolStr]>,
    /// Who speaks, in the order of their first words.
    pub(super) speakers: Box<[SmolStr]>,
    /// Who speaks in the source's own voice.
    pub(super) own: Box<[SmolStr]>,
    /// Keys of its topics.
    pub(super) topics: Box<[SmolStr]>,
}

impl Gist {
    /// The gist of a document.
    pub fn of(prepared: &PreparedDocument) -> Self {
        let PreparedDocument { document, meetings, warnings, corrections } = prepared;
        let people = document.mentions.iter().filter(|m| m.kind == MentionKind::Person).map(|m| &m.name);
        let mut speakers: Vec<&String> = Vec::new();
        for speaker in document.statements.iter().flat_map(|statement| &statement.speakers) {
            if !speakers.contains(&speaker) {
                speakers.push(speaker);
            }
        }
        let own = document.statements.iter().filter(|statement| statement.voice == Voice::Own);
        Self {
            card: document.card.clone(),
            meetings: meetings.clone(),
            warnings: warnings.clone(),
            corrections: corrections.clone(),
            runs: Runs::of(document),
            people: distinct(people),
            speakers: speakers.into_iter().map(SmolStr::from).collect(),
            own: distinct(own.flat_map(|statement| &statement.speakers)),
            topics: distinct(document.topics.iter().map(|mention| &mention.topic)),
        }
    }

    /// Documents are ordered by their first known date, those without one last, then by file and by
    /// what is in them.
    pub(super) fn key(&self) -> (bool, Option<Day>, &str, &str, &str) {
        let Self { card, .. } = self;
        let told = self.meetings.first().map(|meeting| meeting.days.from);
        let dated = card.dateline.as_ref().and_then(|line| line.date);
        let day = dated.into_iter().chain(card.published).chain(told).min();
        (day.is_none(), day, &card.file, &card.sha256, &card.id)
    }
}

fn distinct<'a>(names: impl Iterator<Item = &'a String>) -> Box<[SmolStr]> {
    names.collect::<BTreeSet<_>>().into_iter().map(SmolStr::from).collect()
}
