//! Documents of a resolved query, with scores and hits.

use readout_corpus::BundleError;

use super::Words;
use super::leaf::{Leaf, Matches, Walk, merge};
use super::resolve::{Plan, Resolved};
use crate::index::Column;
use crate::{Facet, Found};

/// Saturation of a word's frequency in BM25.
const K1: f32 = 1.2;
/// How much a document's length counts in BM25.
const B: f32 = 0.75;
/// How many times a word counts where it stands in the title.
const TITLE: f32 = 3.0;

/// A resolved query under evaluation.
#[derive(Debug)]
pub(crate) struct Evaluation<'a> {
    pub(crate) words: Words<'a>,
    pub(crate) columns: &'a [Column],
    pub(crate) leaves: &'a [Leaf],
    /// Where each leaf stands, once it was evaluated.
    matches: Vec<Matches>,
    /// Leaves that were not looked for in all documents that may be found: those of a conjunction
    /// inside a choice or a negation.
    partial: Vec<bool>,
    /// How many choices and negations, and conjunctions inside them, are being evaluated.
    choices: u32,
    conjunctions: u32,
}

impl<'a> Evaluation<'a> {
    pub(crate) fn new(words: Words<'a>, columns: &'a [Column], leaves: &'a [Leaf]) -> Self {
        let (matches, partial) = (vec![Matches::default(); leaves.len()], vec![false; leaves.len()]);
        Self { words, columns, leaves, matches, partial, choices: 0, conjunctions: 0 }
    }

    /// The documents that a plan describes, rising; of all, or only those of `within`.
    pub(crate) fn documents(&mut self, plan: &Plan, within: Option<&[u32]>) -> Result<Vec<u32>, BundleError> {
        let count = self.words.documents;
        let all = || within.map_or_else(|| (0..count).collect(), <[u32]>::to_vec);
        Ok(match plan {
            Plan::Everything => all(),
            Plan::Leaf(leaf) => {
                self.partial[*leaf] = self.conjunctions > 0;
                self.matches[*leaf] = self.leaves[*leaf].matches(&self.words, within)?;
                self.matches[*leaf].documents.clone()
            }
            Plan::Values(facet, values) => {
                let column = column(self.columns, *facet);
                let mut documents: Vec<u32> = all();
                documents.retain(|&d| column.of(d).iter().any(|value| values.binary_search(value).is_ok()));
                documents
            }
            Plan::And(parts) => {
                let mut parts = parts
                    .iter()
                    .map(|part| Ok((self.cost(part)?, part)))
                    .collect::<Result<Vec<_>, BundleError>>()?;
                readout_corpus::order::sort_by_key(&mut parts, |(cost, _)| *cost);
                let mut documents: Option<Vec<u32>> = None;
                self.conjunctions += u32::from(self.choices > 0);
                for (_, part) in parts {
                    documents = Some(self.documents(part, documents.as_deref().or(within))?);
                }
                self.conjunctions -= u32::from(self.choices > 0);
                documents.unwrap_or_else(all)
            }
            Plan::Or(parts) => {
                let mut documents = Vec::new();
                self.choices += 1;
                for part in parts {
                    documents.extend(self.documents(part, within)?);
                }
                self.choices -= 1;
                documents.sort_unstable();
                documents.dedup();
                documents
            }
            Plan::Not(part) => {
                let mut without: Vec<u32> = all();
                self.choices += 1;
                let with = self.documents(part, within)?;
                self.choices -= 1;
                let mut with = with.into_iter().peekable();
                without.retain(|document| {
                    while with.next_if(|other| other < document).is_some() {}
                    with.peek() != Some(document)
                });
                without
            }
        })
    }

    /// About how many documents a part leaves: the part with the fewest is evaluated first.
    fn cost(&self, plan: &Plan) -> Result<u32, BundleError> {
        let all = self.words.documents;
        Ok(match plan {
            Plan::Leaf(leaf) => self.leaves[*leaf].at_most(&self.words)?,
            Plan::And(parts) => {
                parts.iter().try_fold(all, |least, part| Ok::<_, BundleError>(least.min(self.cost(part)?)))?
            }
            Plan::Or(parts) => parts
                .iter()
                .try_fold(0u32, |sum, part| Ok::<_, BundleError>(sum.saturating_add(self.cost(part)?)))?
                .min(all),
            Plan::Values(..) => all,
            Plan::Not(_) | Plan::Everything => all.saturating_add(1),
        })
    }

    /// Scores and hits of documents (rising) that were found, in their order.
    pub(crate) fn found(&self, documents: &[u32]) -> Result<Vec<Found>, BundleError> {
        let mut found: Vec<Found> =
            documents.iter().map(|&document| Found { document, score: 0.0, hits: 0, withheld: 0 }).collect();
        for (n, leaf) in self.leaves.iter().enumerate().filter(|(_, leaf)| leaf.positive) {
            let again =
                if self.partial[n] { Some(leaf.matches(&self.words, Some(documents))?) } else { None };
            let matches = again.as_ref().unwrap_or(&self.matches[n]);
            let idf = leaf.idf(&self.words)?;
            let mut standing = matches.documents.iter().zip(&matches.counts).peekable();
            for found in &mut found {
                while standing.next_if(|(document, _)| **document < found.document).is_some() {}
                let Some((_, &count)) = standing.next_if(|(d, _)| **d == found.document) else { continue };
                let length = self.words.lengths.words(found.document) as f32 / self.words.lengths.mean;
                let weight = count.shown as f32 + count.withheld as f32 + (TITLE - 1.0) * count.title as f32;
                found.score += idf * weight * (K1 + 1.0) / (weight + K1 * (1.0 - B + B * length));
                found.hits = found.hits.saturating_add(count.shown);
                found.withheld = found.withheld.saturating_add(count.withheld);
            }
        }
        if may_share(self.leaves) {
            let mut walks = walks(self.leaves, &self.words)?;
            let mut places = Vec::new();
            for found in &mut found {
                found.hits = all_places(&mut walks, found.document, &mut places)?;
            }
        }
        Ok(found)
    }
}

/// The places (first position, one past the last) where the positive leaves of a query stand in a
/// document, in order, none sharing a position with another.
pub(crate) fn places(
    resolved: &Resolved,
    words: &Words<'_>,
    document: u32,
) -> Result<Vec<(u32, u32)>, BundleError> {
    let mut places = Vec::new();
    all_places(&mut walks(&resolved.leaves, words)?, document, &mut places)?;
    Ok(places)
}

fn walks<'a>(leaves: &[Leaf], words: &Words<'a>) -> Result<Vec<Walk<'a>>, BundleError> {
    leaves.iter().filter(|leaf| leaf.positive).map(|leaf| Walk::new(leaf, words)).collect()
}

/// Fills `places` and gives their number.
fn all_places(
    walks: &mut [Walk<'_>],
    document: u32,
    places: &mut Vec<(u32, u32)>,
) -> Result<u32, BundleError> {
    places.clear();
    for walk in walks {
        walk.places(document, places)?;
    }
    merge(places);
    Ok(u32::try_from(places.len()).unwrap_or(u32::MAX))
}

/// Whether two positive leaves might stand in the same place, so that hits must be counted by place.
fn may_share(leaves: &[Leaf]) -> bool {
    let positive: Vec<&Leaf> = leaves.iter().filter(|leaf| leaf.positive).collect();
    let pairs = || (1..positive.len()).flat_map(|n| positive[..n].iter().map(move |other| (n, *other)));
    pairs()
        .any(|(n, other)| positive[n].joined || other.joined || !positive[n].atoms.is_disjoint(&other.atoms))
}

/// The column of a facet.
pub(super) fn column(columns: &[Column], facet: Facet) -> &Column {
    let at = Facet::ALL.iter().position(|f| *f == facet).expect("every facet is among all");
    &columns[at]
}
