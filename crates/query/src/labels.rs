//! What readers see for facet values, and which values a typed name means.

use std::collections::BTreeMap;

use readout_corpus::{Catalogue, Day, MONTHS, Meeting, order};

use crate::Facet;
use crate::words::{folded, tokens};

/// The names of facet values that are not their own label, and of people in other scripts.
#[derive(Debug)]
pub(crate) struct Labels {
    named: BTreeMap<(Facet, String), String>,
    /// By name.
    aliases: Vec<(String, Vec<String>)>,
}

impl Labels {
    pub(crate) fn of(catalogue: &Catalogue) -> Self {
        let overview = &catalogue.overview;
        let mut named = BTreeMap::new();
        let mut name = |facet, value: &str, label: String| named.insert((facet, value.to_owned()), label);
        for topic in &overview.topics {
            name(Facet::Topic, &topic.key, topic.label.clone());
        }
        for side in &overview.sides {
            name(Facet::Side, &side.key, side.name.clone());
        }
        name(Facet::Side, "", "No side".to_owned());
        for (value, label) in [
            ("own", "Own side"),
            ("counterpart", "The other side, as told here"),
            ("joint", "Both sides together"),
            ("reported", "Reported speaker"),
            ("unnamed", "Unnamed speaker"),
        ] {
            name(Facet::Voice, value, label.to_owned());
        }
        for meeting in &catalogue.meetings {
            name(Facet::Meeting, &meeting.id, meeting_label(meeting));
        }
        let mut aliases = Vec::new();
        for person in &overview.people {
            aliases.push((person.name.clone(), person.aliases.clone()));
        }
        order::sort_by(&mut aliases, Ord::cmp);
        Self { named, aliases }
    }

    /// What readers see; the value itself, with a capital, where it has no other name.
    pub(crate) fn label(&self, facet: Facet, value: &str) -> String {
        if let Some(label) = self.named.get(&(facet, value.to_owned())) {
            return label.clone();
        }
        let mut label = value.to_owned();
        // Keys without a label are ASCII; the capitals of all Unicode would take 13 kB of the page.
        if let Some(first) = label.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        label
    }

    /// The numbers (rising) of the values that a typed name means: those that are it; else those of
    /// which it names whole words; else those of which it begins words.
    pub(crate) fn matching(&self, facet: Facet, values: &[String], typed: &str) -> Vec<u32> {
        let wanted = words_of(typed);
        let whole = folded(typed.trim());
        let names: Vec<Vec<String>> = values
            .iter()
            .map(|value| {
                let mut names = vec![value.clone(), self.label(facet, value)];
                if matches!(facet, Facet::Speaker | Facet::Person) {
                    let at = self.aliases.binary_search_by(|(name, _)| name.as_str().cmp(value));
                    names.extend(
                        at.ok()
                            .and_then(|at| self.aliases.get(at))
                            .into_iter()
                            .flat_map(|(_, all)| all.clone()),
                    );
                }
                names
            })
            .collect();
        let matching = |means: &dyn Fn(&str) -> bool| -> Vec<u32> {
            let hit = |names: &Vec<String>| names.iter().any(|name| means(name));
            (0..).zip(&names).filter(|(_, names)| hit(names)).map(|(n, _)| n).collect()
        };
        let all_in = |name: &str, same: fn(&str, &str) -> bool| {
            let words = words_of(name);
            !wanted.is_empty() && wanted.iter().all(|want| words.iter().any(|word| same(word, want)))
        };
        let exact = matching(&|name| !whole.is_empty() && folded(name) == whole);
        if !exact.is_empty() {
            return exact;
        }
        let words = matching(&|name| all_in(name, |word, want| word == want));
        if !words.is_empty() {
            return words;
        }
        matching(&|name| all_in(name, |word, want| word.starts_with(want)))
    }
}

fn words_of(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    tokens(name, |token| {
        if token.width == 1 {
            words.push(token.term.to_owned());
        }
    });
    words
}

/// `22 November 2017: Wang Yi, Kang Kyung-wha (Beijing)`.
fn meeting_label(meeting: &Meeting) -> String {
    let show = |day: Day| {
        let (year, month, day) = day.ymd();
        format!("{day} {} {year}", MONTHS[usize::from(month) - 1])
    };
    let mut label = show(meeting.days.from);
    if meeting.days.to != meeting.days.from {
        label = format!("{label} to {}", show(meeting.days.to));
    }
    if !meeting.participants.is_empty() {
        label = format!("{label}: {}", meeting.participants.join(", "));
    }
    match &meeting.place {
        Some(place) => format!("{label} ({place})"),
        None => label,
    }
}
