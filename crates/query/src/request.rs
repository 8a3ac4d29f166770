//! What is asked.

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::Interval;

/// A property of documents that a reader can filter by.
///
/// Within one facet, values of which a document has exactly one (source, side, year, kind) widen:
/// any of them will do. Values of which it may have several narrow: it must have them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Who speaks in it, by canonical name (`unnamed official` included).
    Speaker,
    /// Who is named in it or speaks in it, by canonical name.
    Person,
    /// What it raises, by topic key.
    Topic,
    /// Who published it, by source name.
    Source,
    /// Which side it speaks for, by side key; the empty value stands for none.
    Side,
    /// Whose voices it has, by name of [`readout_corpus::Voice`] in lower case.
    Voice,
    /// Which meetings it tells of, by meeting id.
    Meeting,
    /// The year of its first known date (meeting, else dateline, else publication), four digits.
    Year,
}

impl Facet {
    /// Every facet, in the order in which they are shown.
    pub const ALL: [Facet; 8] = [
        Facet::Speaker,
        Facet::Topic,
        Facet::Source,
        Facet::Side,
        Facet::Voice,
        Facet::Meeting,
        Facet::Year,
        Facet::Person,
    ];

    /// Name in a query (`speaker:`) and in the URL.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Speaker => "speaker",
            Facet::Person => "person",
            Facet::Topic => "topic",
            Facet::Source => "source",
            Facet::Side => "side",
            Facet::Voice => "voice",
            Facet::Meeting => "meeting",
            Facet::Year => "year",
        }
    }

    /// The facet with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// Whether several chosen values widen the result instead of narrowing it.
    pub fn widens(self) -> bool {
        matches!(self, Facet::Source | Facet::Side | Facet::Year)
    }
}

/// One question: every view answers the same one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// What stands in the search box.
    pub text: String,
    /// Chosen facet values.
    pub chosen: BTreeMap<Facet, BTreeSet<String>>,
    /// Only documents whose meetings (or, without one, whose first known date) fall into these days.
    pub days: Option<Interval>,
}

impl Request {
    /// Whether it asks for everything.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.chosen.values().all(BTreeSet::is_empty) && self.days.is_none()
    }

    /// Whether a facet value is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.chosen.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// Chooses a facet value, or takes the choice back.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.chosen.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.chosen.remove(&facet);
        }
    }
}
