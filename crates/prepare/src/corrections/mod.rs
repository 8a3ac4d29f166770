//! Corrections: what an editor says of the marks and meetings of single documents.
//!
//! One form in three places: `NAME.toml` beside a document, the document's own front matter, and
//! `corpus.toml`. A correction finds its place by a quotation with its context, so that it survives a new
//! run and a changed text; one that finds it no more is told, and changes nothing.
//!
//! ```toml
//! [[correction]]
//! quote = "the harbour would open"     # words of the text
//! before = "said that"                 # the words beside them, where they stand more than once …
//! after = "in May"
//! all = true                           # … or every place is meant
//! speakers = ["Wang Yi"]               # a statement: also via, about, voice, mode, content
//! person = "Wang Yi"                   # a mention: also organisation, place
//! topic = "trade"                      # a topic, by its key
//! date = "2017-10-31"                  # a date: also 2017-10, 2017, 2017-10-01/2017-10-07
//! commitment = "agreed"                # a commitment (agreed, pledged, planned): also by, due
//! remove = true                        # takes the marks that are named out
//! note = "as the ministry's own page has it"
//!
//! [[meeting]]
//! quote = "In the afternoon"           # the words with which its account begins; else the only one
//! date = "2017-11-22"
//! place = "Beijing"
//! participants = ["Wang Yi", "Kang Kyung-wha"]
//! id = "2017-11-22-wang-yi-kang-kyung-wha"   # accounts with one id are of one meeting
//! ```
//!
//! `form` reads them, `anchor` finds quotations, `marks` and `meetings` make the changes, and `outcome`
//! says which did not find their place. What documents and people *are* is the business of `settings`.

mod anchor;
mod form;
mod marks;
mod meetings;
mod outcome;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use globset::GlobSet;
use readout_corpus::{CommitmentKind, Document, Interval, MentionKind, Mode, Voice, Warning, Why};

use crate::{Settings, SourceDocument, ToldMeeting};
pub(crate) use anchor::Quotation;
use anchor::{Folded, Place};
pub(crate) use form::{in_corpus, in_mapping};
pub(crate) use outcome::untold;
pub use outcome::{Outcome, is_of_correction};

/// The name of the rule that made the marks of an editor.
const RULE: &str = "correction";

/// Tables that an editor wrote for one document, as TOML: `NAME.toml` beside it, or a part of itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Beside {
    /// File that they stand in.
    pub file: String,
    /// Line of the file that is their first, from 1.
    pub line: u32,
    /// The tables.
    pub text: String,
    /// Whether the line stands for all of them: they were written in another form.
    pub one_line: bool,
}

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Correction {
    /// File and line where it stands.
    pub(crate) file: String,
    pub(crate) line: u32,
    /// Where in the text; a meeting can do without.
    quotation: Option<Quotation>,
    edits: Vec<Edit>,
    /// Whether the marks are taken out.
    remove: bool,
    /// What the editor says on it.
    note: Option<String>,
}

/// A correction in `corpus.toml`, and the documents that it is for.
#[derive(Debug, Clone)]
pub(crate) struct ForFiles {
    pub(crate) files: GlobSet,
    /// As they are written.
    pub(crate) named: String,
    pub(crate) correction: Correction,
}

/// What is true of the quoted words, one for each layer. An edit without a value stands in a form that
/// nobody filled in; it does nothing, unless it is to remove.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Edit {
    Date(Option<Interval>),
    Mention(MentionKind, Option<String>),
    Topic(Option<String>),
    Statement(StatementEdit),
    Commitment(CommitmentEdit),
    Meeting(MeetingEdit),
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct StatementEdit {
    speakers: Vec<String>,
    via: Option<Vec<String>>,
    about: Option<Vec<String>>,
    voice: Option<Voice>,
    mode: Option<Mode>,
    content: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct CommitmentEdit {
    kind: Option<CommitmentKind>,
    by: Option<Vec<String>>,
    due: Option<Interval>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct MeetingEdit {
    id: Option<String>,
    days: Option<Interval>,
    place: Option<String>,
    participants: Vec<String>,
}

/// What stands beside a document: facts about it, and its corrections.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) facts: BTreeMap<String, String>,
    corrections: Vec<Correction>,
}

impl Said {
    /// What an editor says of this document, in every place. What cannot be used becomes a warning.
    pub(crate) fn of(source: &SourceDocument, settings: &Settings, warnings: &mut Vec<Warning>) -> Self {
        let mut said = Self::default();
        for rule in settings.corrections.iter().filter(|rule| rule.files.is_match(&source.file)) {
            said.corrections.push(rule.correction.clone());
        }
        for beside in &source.beside {
            form::read(beside, &mut said, warnings);
        }
        said
    }
}

/// The corrections of one document, each with the places that it is for.
pub(crate) struct Corrections<'s> {
    settings: &'s Settings,
    all: Vec<Placed>,
}

struct Placed {
    correction: Correction,
    places: Vec<Place>,
    /// Why it could not be made.
    failed: Option<(String, String)>,
}

impl<'s> Corrections<'s> {
    /// Finds the places of what an editor says in a document's text.
    pub(crate) fn place(said: Said, document: &Document, settings: &'s Settings) -> Self {
        let mut folded = None;
        let placed = |correction: Correction| {
            let Some(quotation) = &correction.quotation else {
                return Placed { correction, places: Vec::new(), failed: None };
            };
            let folded = folded.get_or_insert_with(|| Folded::new(&document.text));
            match quotation.find(folded, document) {
                Ok(places) => Placed { correction, places, failed: None },
                Err(failed) => Placed { correction, places: Vec::new(), failed: Some(failed) },
            }
        };
        Self { settings, all: said.corrections.into_iter().map(placed).collect() }
    }

    /// Corrects the document's dates.
    pub(crate) fn dates(&mut self, document: &mut Document) {
        self.each(|_, placed, edit| match edit {
            Edit::Date(days) => marks::dates(document, placed, *days),
            _ => Ok(()),
        });
    }

    /// Corrects the document's people, organisations and places.
    pub(crate) fn mentions(&mut self, document: &mut Document) {
        self.each(|settings, placed, edit| match edit {
            Edit::Mention(kind, name) => {
                let name = name.as_ref().map(|name| canonical(name, *kind, settings));
                marks::mentions(document, placed, *kind, name)
            }
            _ => Ok(()),
        });
    }

    /// Corrects the document's topics.
    pub(crate) fn topics(&mut self, document: &mut Document) {
        self.each(|settings, placed, edit| match edit {
            Edit::Topic(key) => marks::topics(document, placed, key.as_deref(), settings),
            _ => Ok(()),
        });
    }

    /// Corrects who says what.
    pub(crate) fn statements(&mut self, document: &mut Document) {
        self.each(|settings, placed, edit| match edit {
            Edit::Statement(edit) => marks::statements(document, placed, edit, settings),
            _ => Ok(()),
        });
    }

    /// Corrects the commitments.
    pub(crate) fn commitments(&mut self, document: &mut Document) {
        self.each(|settings, placed, edit| match edit {
            Edit::Commitment(edit) => marks::commitments(document, placed, edit, settings),
            _ => Ok(()),
        });
    }

    /// Corrects the meetings that the document tells of.
    pub(crate) fn meetings(&mut self, document: &mut Document, told: &mut Vec<ToldMeeting>) {
        self.each(|settings, placed, edit| match edit {
            Edit::Meeting(edit) => meetings::correct(document, told, placed, edit, settings),
            _ => Ok(()),
        });
    }

    fn each(&mut self, mut make: impl FnMut(&Settings, &Placed, &Edit) -> Result<(), (String, String)>) {
        for placed in self.all.iter_mut().filter(|placed| placed.failed.is_none()) {
            let edits = &placed.correction.edits;
            placed.failed = edits.iter().find_map(|edit| make(self.settings, placed, edit).err());
        }
    }

    /// What became of them.
    pub(crate) fn outcomes(self, document: &Document) -> Vec<Outcome> {
        self.all.into_iter().map(|placed| Outcome::of(placed, document)).collect()
    }
}

impl Correction {
    /// How a message calls it.
    fn named(&self) -> String {
        self.quotation.as_ref().map_or_else(|| "the correction of the meeting".to_owned(), Quotation::named)
    }

    /// Why a mark is there that this correction made.
    fn why(&self) -> Why {
        let evidence = self.note.clone().unwrap_or_else(|| self.file.clone());
        Why { rule: RULE.to_owned(), evidence, confidence: 100, origin: readout_corpus::Origin::Editor }
    }
}

/// A name as the gazetteer has it, where that knows one person by it.
fn canonical(name: &str, kind: MentionKind, settings: &Settings) -> String {
    let gazetteer = &settings.gazetteer;
    match gazetteer.people_named(name) {
        [index] if kind == MentionKind::Person => gazetteer.person(*index).name.clone(),
        _ => name.to_owned(),
    }
}

/// The names of people and others who speak or meet, as the gazetteer has them.
fn canonicals(names: &[String], settings: &Settings) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in names.iter().map(|name| canonical(name, MentionKind::Person, settings)) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}
