//! The stages of [`prepare_document`](crate::prepare_document) one by one, as the benchmarks and fuzz
//! targets need them. Nothing else calls them here.

use readout_corpus::{DateMention, Document, Mention, Statement, TopicMention};

use crate::statements::Grammar;
use crate::{Settings, SourceDocument, ToldMeeting};

/// The text of a document, with its head and sentences.
pub fn layout(source: &SourceDocument, settings: &Settings) -> Document {
    crate::layout::lay_out(source, settings, &mut Vec::new())
}

/// Where the sentences of a paragraph stand in it (bytes).
pub fn sentences(paragraph: &str) -> Vec<core::ops::Range<usize>> {
    crate::sentences::split(paragraph)
}

/// The dates that a laid-out document names.
pub fn dates(document: &Document) -> Vec<DateMention> {
    crate::dates::find(document)
}

/// The people, organisations and places that a document with dates names.
pub fn names(document: &Document, settings: &Settings) -> Vec<Mention> {
    crate::names::find(document, settings)
}

/// The topics that a document with names raises.
pub fn topics(document: &Document, settings: &Settings) -> Vec<TopicMention> {
    crate::topics::find(document, settings)
}

/// Who says what in a document with all other marks.
pub fn statements(document: &Document, settings: &Settings) -> Vec<Statement> {
    crate::statements::find(document, settings, &Grammar::of(document, settings))
}

/// The meetings that a document with statements tells of.
pub fn meetings(document: &mut Document, settings: &Settings) -> Vec<ToldMeeting> {
    let grammar = Grammar::of(document, settings);
    crate::meetings::find(document, &grammar)
}
