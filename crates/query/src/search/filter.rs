//! Facets: which documents pass the chosen values, and how many have each value.

use readout_corpus::Interval;

use super::evaluate::column;
use crate::index::{Column, Days};
use crate::labels::Labels;
use crate::{Facet, FacetCounts, FacetValue, Note, Request};

/// The chosen values of a request, looked up.
#[derive(Debug)]
pub(crate) struct Chosen<'a> {
    columns: &'a [Column],
    /// For each facet with a choice: its place in [`Facet::ALL`], and the numbers of the values that
    /// there are, rising.
    facets: Vec<(usize, Vec<u32>)>,
    /// Facets of which a chosen value does not exist; where values narrow, nothing can have them all.
    impossible: Vec<usize>,
    days: Option<(Interval, &'a Days)>,
}

impl<'a> Chosen<'a> {
    /// Looks up what a request chose; values that do not exist give a note.
    pub(crate) fn of(
        request: &Request,
        columns: &'a [Column],
        days: &'a Days,
        notes: &mut Vec<Note>,
    ) -> Self {
        let days = request.days.map(|asked| (asked, days));
        let mut chosen = Self { columns, facets: Vec::new(), impossible: Vec::new(), days };
        for (n, facet) in Facet::ALL.into_iter().enumerate() {
            let Some(values) = request.chosen.get(&facet).filter(|values| !values.is_empty()) else {
                continue;
            };
            let mut numbers = Vec::new();
            for value in values {
                match columns[n].number(value) {
                    Some(number) => numbers.push(number),
                    None => {
                        notes.push(Note::NoSuchValue { facet, value: value.clone() });
                        if !facet.widens() {
                            chosen.impossible.push(n);
                        }
                    }
                }
            }
            chosen.facets.push((n, numbers));
        }
        chosen
    }

    /// Keeps the documents whose days are asked for.
    pub(crate) fn keep_days(&self, documents: &mut Vec<u32>) {
        if let Some((asked, days)) = self.days {
            documents.retain(|&document| days.overlap(document, asked));
        }
    }

    /// The facets whose choice a document fails, one bit each.
    fn fails(&self, document: u32) -> u32 {
        let mut fails = 0;
        for (facet, chosen) in &self.facets {
            let own = self.columns[*facet].of(document);
            let has = |value: &u32| own.binary_search(value).is_ok();
            let passes = if Facet::ALL[*facet].widens() {
                chosen.iter().any(has)
            } else {
                chosen.iter().all(has) && !self.impossible.contains(facet)
            };
            fails |= u32::from(!passes) << facet;
        }
        fails
    }

    /// Splits documents into those that pass, and for each facet those that fail its choice alone.
    pub(crate) fn split(&self, documents: &[u32]) -> (Vec<u32>, Vec<Vec<u32>>) {
        let mut passing = Vec::new();
        let mut failing_one = vec![Vec::new(); Facet::ALL.len()];
        if self.facets.is_empty() {
            return (documents.to_vec(), failing_one);
        }
        for &document in documents {
            match self.fails(document) {
                0 => passing.push(document),
                one if one.is_power_of_two() => failing_one[one.trailing_zeros() as usize].push(document),
                _ => {}
            }
        }
        (passing, failing_one)
    }

    /// Number of documents that pass.
    pub(crate) fn count(&self, documents: &[u32]) -> u32 {
        documents.iter().filter(|&&document| self.fails(document) == 0).count() as u32
    }
}

/// Counts the values of every facet, given the documents that [`Chosen::split`] gave. Where values
/// widen, the facet's own choice does not count: a click would take it further.
pub(crate) fn facet_counts(
    request: &Request,
    columns: &[Column],
    labels: &Labels,
    passing: &[u32],
    failing_one: &[Vec<u32>],
) -> Vec<FacetCounts> {
    let counts = |(n, facet): (usize, Facet)| {
        let column = column(columns, facet);
        let mut counts = column.counts(passing);
        if facet.widens() {
            for (count, more) in counts.iter_mut().zip(column.counts(&failing_one[n])) {
                *count += more;
            }
        }
        let value = |(value, count): (&String, u32)| FacetValue {
            chosen: request.has(facet, value),
            label: labels.label(facet, value),
            value: value.clone(),
            count,
        };
        let mut values: Vec<FacetValue> = column.values.iter().zip(counts).map(value).collect();
        readout_corpus::order::sort_by(&mut values, |a, b| {
            let key = |v: &FacetValue| (!(v.chosen || v.count > 0), core::cmp::Reverse(v.count));
            key(a).cmp(&key(b)).then_with(|| a.label.cmp(&b.label))
        });
        FacetCounts { facet, values }
    };
    Facet::ALL.into_iter().enumerate().map(counts).collect()
}
