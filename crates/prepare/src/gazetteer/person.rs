//! A person in the gazetteer: names, side, and the offices held from a day to a day.

use readout_corpus::Day;

/// An office held for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// Key of the office (`foreign-minister`).
    pub(crate) office: String,
    /// First day, where it is known.
    pub(crate) from: Option<Day>,
    /// Last day; none while it lasts.
    pub(crate) to: Option<Day>,
}

impl Term {
    /// Whether the office is held on this day.
    pub(crate) fn covers(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// How many days lie between the term and this day; 0 inside it.
    pub(crate) fn distance(&self, day: Day) -> u32 {
        let before = self.from.map_or(0, |from| from.epoch_days().saturating_sub(day.epoch_days()));
        let after = self.to.map_or(0, |to| day.epoch_days().saturating_sub(to.epoch_days()));
        before.max(after).max(0).unsigned_abs()
    }
}

/// A person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Person {
    /// Canonical name.
    pub(crate) name: String,
    /// Key of the side.
    pub(crate) side: Option<String>,
    /// The name that stands alone after the first mention (`Wang`, `von der Leyen`).
    pub(crate) alone: String,
    /// Other forms, in every script.
    pub(crate) aliases: Vec<String>,
    /// Offices, in the order of the table.
    pub(crate) terms: Vec<Term>,
}

impl Person {
    /// The terms of an office.
    pub(crate) fn terms_of<'a>(&'a self, office: &'a str) -> impl Iterator<Item = &'a Term> {
        self.terms.iter().filter(move |term| term.office == office)
    }

    /// Whether they hold this office on this day.
    pub(crate) fn holds(&self, office: &str, day: Day) -> bool {
        self.terms_of(office).any(|term| term.covers(day))
    }

    /// The office that says most on this day: of those held, the one that the table names first.
    pub(crate) fn office_on(&self, day: Day) -> Option<&str> {
        self.terms.iter().find(|term| term.covers(day)).map(|term| term.office.as_str())
    }
}
