//! Names on their way to being mentions: kept apart from each other, with the people that they
//! introduce.

use std::collections::BTreeMap;

use readout_corpus::{Day, Document, Mention, MentionKind, Span, Why};

use super::{day_of, kind_of};
use crate::gazetteer::{Gazetteer, Meaning, Person};

/// The names found so far.
pub(super) struct Draft<'a> {
    pub(super) document: &'a Document,
    pub(super) gazetteer: &'a Gazetteer,
    /// The day that the document is read for.
    pub(super) day: Option<Day>,
    /// By first byte; no two overlap.
    found: BTreeMap<usize, (usize, Mention)>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(document: &'a Document, gazetteer: &'a Gazetteer) -> Self {
        Self { document, gazetteer, day: day_of(document), found: BTreeMap::new() }
    }

    pub(super) fn text(&self) -> &'a str {
        &self.document.text
    }

    /// Whether no name stands in these bytes yet.
    pub(super) fn is_free(&self, start: usize, end: usize) -> bool {
        self.found.range(..end).next_back().is_none_or(|(_, (other_end, _))| *other_end <= start)
    }

    /// Where the place or organisation ends that is named from this byte on.
    pub(super) fn named_at(&self, start: usize) -> Option<usize> {
        let (end, mention) = self.found.get(&start)?;
        (mention.kind != MentionKind::Person).then_some(*end)
    }

    /// The name that ends at this byte.
    pub(super) fn ending_at(&self, end: usize) -> Option<&Mention> {
        let (_, (other_end, mention)) = self.found.range(..end).next_back()?;
        (*other_end == end).then_some(mention)
    }

    /// The people named so far, in order.
    pub(super) fn people(&self) -> impl Iterator<Item = &Mention> {
        self.found.values().map(|(_, mention)| mention).filter(|mention| mention.kind == MentionKind::Person)
    }

    /// Adds a name, where it is free and lies inside one sentence.
    pub(super) fn add(&mut self, start: usize, end: usize, kind: MentionKind, name: String, why: Why) {
        let span = Span::new(start, end);
        let sentences = &self.document.sentences;
        let after = sentences.partition_point(|sentence| sentence.span.start as usize <= start);
        let Some(number) = after.checked_sub(1) else { return };
        if !sentences[number].span.contains(span) || span.is_empty() || !self.is_free(start, end) {
            return;
        }
        let sentence = u32::try_from(number).unwrap_or(u32::MAX);
        self.found.insert(start, (end, Mention { sentence, span, kind, name, why }));
    }

    /// Adds a form of the gazetteer. Of several people who share it, the one in office on the day.
    pub(super) fn add_known(&mut self, start: usize, end: usize, meanings: &[Meaning]) {
        let surface = &self.text()[start..end];
        let people: Vec<u32> = meanings
            .iter()
            .filter_map(|meaning| if let Meaning::Person(index) = meaning { Some(*index) } else { None })
            .collect();
        let (meaning, confidence) = match (self.best(&people), meanings.first()) {
            (Some(index), _) => (Meaning::Person(index), if people.len() > 1 { 80 } else { 98 }),
            (None, Some(meaning)) => (*meaning, 98),
            (None, None) => return,
        };
        let name = self.name_of(meaning);
        let rule = if matches!(meaning, Meaning::Adjective(_)) { "gazetteer-adjective" } else { "gazetteer" };
        self.add(start, end, kind_of(meaning), name, Why::rule(rule, surface, confidence));
    }

    /// Of several people, the one whose offices lie nearest to the document's day; the first where
    /// there is no telling.
    pub(super) fn best(&self, people: &[u32]) -> Option<u32> {
        people.iter().copied().min_by_key(|index| distance(self.gazetteer.person(*index), self.day))
    }

    fn name_of(&self, meaning: Meaning) -> String {
        let entries = &self.gazetteer.entries;
        let name = match meaning {
            Meaning::Person(index) => &entries.people[index as usize].name,
            Meaning::Organisation(index) => &entries.organisations[index as usize].name,
            Meaning::Place(index) => &entries.places[index as usize].name,
            Meaning::Country(index) | Meaning::Adjective(index) => &entries.countries[index as usize].key,
        };
        name.clone()
    }

    /// The mentions, by span.
    pub(super) fn into_mentions(self) -> Vec<Mention> {
        self.found.into_values().map(|(_, mention)| mention).collect()
    }
}

/// How far a person's nearest term lies from the day, in days; those without any office come last.
fn distance(person: &Person, day: Option<Day>) -> u32 {
    let Some(day) = day else { return 0 };
    person.terms.iter().map(|term| term.distance(day)).min().unwrap_or(u32::MAX)
}
