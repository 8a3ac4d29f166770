//! What a document shows before it is asked who says what: its quotations, the units of its sentences,
//! its people, and the sentences that say that people met. Found once for all who need it.

use readout_corpus::Document;

use super::cast::Cast;
use super::quotes::Quotations;
use super::units::{self, Unit};
use crate::Settings;
use crate::meetings::events::{self, Event};

/// What a document with names and dates shows.
#[derive(Debug)]
pub(crate) struct Grammar {
    /// Its quotations.
    pub(crate) quotations: Quotations,
    /// The units of each sentence, title included.
    pub(crate) units: Vec<Vec<Unit>>,
    /// Its people.
    pub(crate) cast: Cast,
    /// Its sentences that say that people met.
    pub(crate) events: Vec<Event>,
}

impl Grammar {
    /// Looks at a document.
    pub(crate) fn of(document: &Document, settings: &Settings) -> Self {
        let quotations = Quotations::of(document);
        let units: Vec<Vec<Unit>> =
            document.sentences.iter().map(|s| units::of(document, settings, &quotations, s.span)).collect();
        let cast = Cast::of(document, settings, &units);
        let events = events::find(document, settings, &quotations, &units, &cast);
        Self { quotations, units, cast, events }
    }
}
