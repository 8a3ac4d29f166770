//! Preparation: from files' bytes to a corpus, with every mark explained.
//!
//! Pure: no files, clock, network or threads, so that it runs on all cores in the command-line
//! program and also in a browser. Two steps: [`prepare_document`] knows no other document,
//! [`assemble`] puts the prepared ones together.
//!
//! ```text
//! bytes ── read ──> SourceDocument ── layout (title, publisher, dates, paragraphs, sentences)
//!   ── dates ── names ── topics ── statements ── commitments ── meetings (as this text tells them)
//!   ──> PreparedDocument ── assemble ──> Corpus
//! ```

mod assemble;
mod commitments;
mod corrections;
mod dates;
mod excerpts;
mod gazetteer;
mod layout;
mod meetings;
mod names;
mod phrases;
mod publishers;
mod read;
mod sentences;
mod settings;
#[doc(hidden)]
pub mod stages;
mod statements;
mod topics;
mod traditional;

pub use assemble::{Assembly, Gist, assemble};
pub use corrections::{Beside, Outcome, is_of_correction};
pub use layout::LeftOut;
pub use read::{Format, Reading, SourceDocument, read};
pub use settings::reader as toml_tables;
pub use settings::{Settings, SettingsError};

use readout_corpus::{DateMention, Document, Interval, Warning, Why};

use serde::{Deserialize, Serialize};

use corrections::{Corrections, Said};
use statements::Grammar;
use traditional::Scripts;

/// A meeting as one document tells of it, before it is known which others do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldMeeting {
    /// Its id, where an editor gave one: accounts with one id are of one meeting.
    pub id: Option<String>,
    /// The days as this document gives them.
    pub days: Interval,
    /// Where, by the gazetteer's name, where it says so.
    pub place: Option<String>,
    /// Who took part, by canonical name.
    pub participants: Vec<String>,
    /// First and last number of each run of sentences that tells of it.
    pub sentences: Vec<(u32, u32)>,
    /// Why it is taken to tell of it, and of these days.
    pub why: Why,
}

impl ToldMeeting {
    /// The first sentence that tells of it.
    pub(crate) fn begins(&self) -> Option<u32> {
        self.sentences.first().map(|(first, _)| *first)
    }

    /// Whether a sentence tells of it.
    pub(crate) fn tells(&self, sentence: u32) -> bool {
        self.sentences.iter().any(|(first, last)| (*first..=*last).contains(&sentence))
    }
}

/// One document with its marks, prepared without any knowledge of the others.
#[derive(Debug, Clone, PartialEq)]
pub struct PreparedDocument {
    /// The document. Its statements' `meeting` holds the index of a [`ToldMeeting`] as text; only
    /// [`assemble`] knows the meetings' ids.
    pub document: Document,
    /// The meetings that it tells of, in order of appearance.
    pub meetings: Vec<ToldMeeting>,
    /// What was doubtful.
    pub warnings: Vec<Warning>,
    /// What became of the corrections for it.
    pub corrections: Vec<Outcome>,
}

/// What of a document's source was taken for no part of its text: menus, notices, lists of other stories.
pub fn left_out(source: &SourceDocument, document: &Document) -> Vec<LeftOut> {
    layout::left_out(source, document)
}

/// The wordings of a document that would be dates if the day of the report were known. Their days mean nothing.
pub fn unresolved_dates(document: &Document) -> Vec<DateMention> {
    dates::unresolved(document)
}

/// Prepares one document: its text, its sentences, and every mark on them.
///
/// Never fails: what could not be made sense of is left out and named in the warnings.
pub fn prepare_document(source: &SourceDocument, settings: &Settings) -> PreparedDocument {
    let mut warnings = Vec::new();
    let said = Said::of(source, settings, &mut warnings);
    let source = &*settings.with_facts(source, &said.facts);
    let mut document = layout::lay_out(source, settings, &mut warnings);
    settings.set_rights(source, &mut document.card);
    // Each layer is corrected before the next one rests on it.
    let mut corrections = Corrections::place(said, &document, settings);
    let mut scripts = Scripts::of(&document);
    document.dates = scripts.read(&mut document, |document| dates::find(document));
    corrections.dates(&mut document);
    document.mentions = scripts.read(&mut document, |document| names::find(document, settings));
    corrections.mentions(&mut document);
    document.topics = scripts.read(&mut document, |document| topics::find(document, settings));
    corrections.topics(&mut document);
    // No mainland ministry writes in traditional characters: such a page is somebody else's report.
    if document.card.side.is_none() && !scripts.differ() {
        document.card.side = scripts.read(&mut document, |document| names::side_shown(document, settings));
    }
    let grammar = scripts.read(&mut document, |document| Grammar::of(document, settings));
    document.statements =
        scripts.read(&mut document, |document| statements::find(document, settings, &grammar));
    corrections.statements(&mut document);
    let mut meetings = scripts.read(&mut document, |document| meetings::find(document, &grammar));
    corrections.meetings(&mut document, &mut meetings);
    document.commitments = scripts.read(&mut document, |document| commitments::find(document));
    corrections.commitments(&mut document);
    let corrections = corrections.outcomes(&document);
    excerpts::choose(&mut document, settings.excerpt);
    PreparedDocument { document, meetings, warnings, corrections }
}
