//! What a corpus is: the plain values that every other part of Readout passes on, and the bundle
//! that carries them as bytes.
//!
//! Nothing here reads files, knows a rule of preparation, or answers a question; see
//! `readout-prepare` and `readout-query` for those.

pub mod bundle;
mod calendar;
mod document;
mod excerpt;
mod ids;
mod language;
mod marks;
mod meeting;
pub mod order;
mod overview;
mod span;

pub use bundle::{Bundle, BundleError, Catalogue, Section};
pub use calendar::{Day, DayError, Interval, MONTHS};
pub use document::{Card, Dateline, Document, Rights, Role, Sentence};
pub use excerpt::Gap;
pub use ids::MarkIds;
pub use language::Language;
pub use marks::{
    Commitment, CommitmentKind, DateMention, Layer, Mention, MentionKind, Mode, Origin, Statement,
    TopicMention, Voice, Why,
};
pub use meeting::{Account, Meeting};
pub use overview::{Overview, Person, Side, Source, SourceKind, Topic, Warning};
pub use span::Span;

use serde::{Deserialize, Serialize};

/// The whole prepared result, one value: same files in, same value out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// What the corpus is called, who speaks in it, and what was left out of it.
    pub overview: Overview,
    /// The documents, ordered by their first known date, then by file path.
    pub documents: Vec<Document>,
    /// The meetings, ordered by first day, then by id.
    pub meetings: Vec<Meeting>,
}
