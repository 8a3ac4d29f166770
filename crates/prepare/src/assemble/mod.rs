//! Puts prepared documents together: order, ids, copies, meetings with their accounts, the overview.
//!
//! Knows of a document only its [`Gist`], so that a corpus can be put together without having its texts in
//! memory; a text is read again only where two may be copies. The order in which documents come makes no
//! difference.

mod duplicates;
mod gist;
mod ids;
mod meetings;
mod overview;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use readout_corpus::bundle::Catalogue;
use readout_corpus::{Corpus, Document, Warning};

use crate::corrections::untold;
use crate::{PreparedDocument, Settings};
pub use gist::Gist;

/// Assembles a corpus. The order in which the documents come makes no difference.
pub fn assemble(
    settings: &Settings,
    documents: impl IntoIterator<Item = PreparedDocument>,
    warnings: Vec<Warning>,
) -> Corpus {
    let prepared: Vec<PreparedDocument> = documents.into_iter().collect();
    let gists = prepared.iter().map(Gist::of).collect();
    let assembly = Assembly::of(settings, gists, warnings, |n| Cow::Borrowed(&prepared[n].document));
    let mut documents: Vec<Document> = prepared.into_iter().map(|prepared| prepared.document).collect();
    let documents = (0..assembly.len()).map(|place| {
        let document = std::mem::take(&mut documents[assembly.source(place)]);
        assembly.finish(place, document)
    });
    let documents = documents.collect();
    let Catalogue { overview, meetings, .. } = assembly.catalogue;
    Corpus { overview, documents, meetings }
}

/// A corpus but for its documents: what of it must be known of all of them before the first one is done.
#[derive(Debug)]
pub struct Assembly {
    /// What the corpus says of itself, a card for each document, and the meetings.
    pub catalogue: Catalogue,
    /// Number of the gist of each document, in the corpus's order.
    sources: Vec<usize>,
    /// For each document, the id of each meeting that it tells of.
    told: Vec<Vec<Option<String>>>,
}

impl Assembly {
    /// Assembles documents from their gists. `document` gives one by the number of its gist, as it was
    /// prepared.
    pub fn of<'d>(
        settings: &Settings,
        gists: Vec<Gist>,
        mut warnings: Vec<Warning>,
        document: impl Fn(usize) -> Cow<'d, Document>,
    ) -> Self {
        let mut numbered: Vec<(usize, Gist)> = gists.into_iter().enumerate().collect();
        numbered.sort_by(|(_, a), (_, b)| a.key().cmp(&b.key()));
        let (sources, mut ordered): (Vec<usize>, Vec<Gist>) = numbered.into_iter().unzip();
        let mut outcomes = Vec::new();
        for gist in &mut ordered {
            warnings.append(&mut gist.warnings);
            outcomes.append(&mut gist.corrections);
        }
        warnings.extend(untold(settings, outcomes));
        ids::give(ordered.iter_mut().map(|gist| &mut gist.card));
        duplicates::find(&mut ordered, |place| document(sources[place]));
        let (meetings, told) = meetings::group(settings, &ordered);
        let overview = overview::of(settings, &ordered, &meetings, warnings);
        let cards = ordered.into_iter().map(|gist| gist.card).collect();
        Self { catalogue: Catalogue { overview, cards, meetings }, sources, told }
    }

    /// Number of documents.
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// Number of the gist of the document at a place of the corpus.
    pub fn source(&self, place: usize) -> usize {
        self.sources[place]
    }

    /// The document at a place of the corpus, from what was prepared: with its card as it is known now, and
    /// with the ids of its meetings.
    pub fn finish(&self, place: usize, mut document: Document) -> Document {
        document.card.clone_from(&self.catalogue.cards[place]);
        for statement in &mut document.statements {
            let told = statement.meeting.take().and_then(|index| index.parse::<usize>().ok());
            statement.meeting = told.and_then(|index| self.told[place].get(index).cloned().flatten());
        }
        document
    }
}
