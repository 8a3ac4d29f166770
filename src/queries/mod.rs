//! Answers to what the reader asks: memos over one pure call each.
//!
//! Pipeline: 1. the view's request is searched ([`Queries::answer`]); 2. the open document's hits
//! are found ([`Queries::hits`]); 3. views turn answers into pictures with the pure functions of
//! [`marks`], [`runs`] and [`picture`].

pub mod gaps;
pub mod marks;
pub mod picture;
pub mod runs;
pub mod walk;

use std::rc::Rc;

use leptos::prelude::*;
use readout_corpus::{BundleError, Document, Interval, Side};
use readout_query::timeline::Scale;
use readout_query::{Answer, Explorer, Facet, Hit, NamedDays, Request, Snippet};

use crate::state::ViewState;
use crate::words::Words;

/// An answer, with what every view of it needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The documents found, with facets and notes.
    pub answer: Answer,
    /// The dates that they name.
    pub named: Vec<NamedDays>,
}

impl core::ops::Deref for Answered {
    type Target = Answer;

    fn deref(&self) -> &Answer {
        &self.answer
    }
}

fn answered(explorer: &Explorer, request: &Request) -> Result<Answered, BundleError> {
    let answer = explorer.search(request)?;
    Ok(Answered { named: explorer.dates_named(&answer)?, answer })
}

/// The opened corpus and the answers. Copied freely; one of the app's two contexts.
#[derive(Clone, Copy)]
pub struct Queries {
    explorer: StoredValue<Explorer, LocalStorage>,
    state: ViewState,
    /// The answer to the request, or why there is none. A memo: every view reads it.
    pub answer: Memo<Result<Answered, String>>,
    /// Hits in the open document. A memo: text, toolbar and keyboard read it.
    pub hits: Memo<Vec<Hit>>,
    /// The dates that all documents name: they decide the timeline's scale, which stays as it is
    /// while the reader filters.
    all_named: StoredValue<Vec<NamedDays>>,
}

impl Queries {
    /// Queries over an opened corpus.
    pub fn new(explorer: Explorer, state: ViewState) -> Self {
        let explorer = StoredValue::new_local(explorer);
        let answer = Memo::new(move |_| {
            explorer.with_value(|e| {
                state.request.with(|request| answered(e, request)).map_err(|error| error.to_string())
            })
        });
        let hits = Memo::new(move |_| {
            explorer.with_value(|e| {
                let open = state.document.with(|id| e.card_index(id.as_deref()?));
                let hits = |open| state.request.with(|request| e.hits(request, open).ok());
                open.and_then(hits).unwrap_or_default()
            })
        });
        let everything = explorer.with_value(|e| answered(e, &Request::default()));
        let all_named = StoredValue::new(everything.map(|answered| answered.named).unwrap_or_default());
        Self { explorer, state, answer, hits, all_named }
    }

    /// The language of the interface, ready to speak.
    pub fn words(self) -> Words {
        self.state.words()
    }

    /// What readers see for a facet value, in the language of the interface.
    pub fn label(self, facet: Facet, value: &str) -> String {
        let words = self.words();
        if let Some(text) = words.facet_value(facet, value) {
            return text.to_owned();
        }
        self.with(|explorer| {
            let meeting = explorer.meetings().iter().find(|m| facet == Facet::Meeting && m.id == value);
            meeting.map_or_else(|| explorer.label(facet, value), |meeting| words.meeting(meeting))
        })
    }

    /// Reads from the opened corpus.
    pub fn with<T>(self, read: impl FnOnce(&Explorer) -> T) -> T {
        self.explorer.with_value(read)
    }

    /// A document with its text and marks.
    ///
    /// # Errors
    /// Says what is wrong with the bundle where the document cannot be decoded.
    pub fn document(self, index: u32) -> Result<Rc<Document>, String> {
        self.with(|explorer| explorer.document(index).map_err(|error| error.to_string()))
    }

    /// A short passage of a found document around its hits.
    pub fn snippet(self, index: u32, characters: usize) -> Option<Snippet> {
        self.with(|e| self.state.request.with(|request| e.snippet(request, index, characters).ok()))
    }

    /// The timeline's scale for a chart of this width (px) and these days in view.
    pub fn scale(self, width: f64, window: Option<Interval>) -> Scale {
        self.with(|e| {
            self.all_named.with_value(|named| picture::scale(e.cards(), e.meetings(), named, width, window))
        })
    }

    /// The place of a side among the corpus's sides, from 1; 0 for none. Decides its colour.
    pub fn side_number(self, side: Option<&str>) -> usize {
        self.with(|e| side_number(&e.overview().sides, side))
    }
}

fn side_number(sides: &[Side], side: Option<&str>) -> usize {
    side.and_then(|key| sides.iter().position(|each| each.key == key)).map_or(0, |at| at + 1)
}
