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
pub mod words;

use std::rc::Rc;

use leptos::prelude::*;
use readout_corpus::{Document, Interval, Side};
use readout_query::timeline::Scale;
use readout_query::{Answer, Explorer, Hit, NamedDays, Request, Snippet};

use crate::state::ViewState;

/// The opened corpus and the answers. Copied freely; one of the app's two contexts.
#[derive(Clone, Copy)]
pub struct Queries {
    explorer: StoredValue<Explorer, LocalStorage>,
    state: ViewState,
    /// The answer to the request, or why there is none. A memo: every view reads it.
    pub answer: Memo<Result<Answer, String>>,
    /// Index of the open document. A memo: the reader is drawn anew only when it changes.
    pub open: Memo<Option<u32>>,
    /// Hits in the open document. A memo: text, toolbar and keyboard read it.
    pub hits: Memo<Vec<Hit>>,
    /// The dates that the found documents name. A memo: zooming must not gather them again.
    pub named: Memo<Vec<NamedDays>>,
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
                state.request.with(|request| e.search(request).map_err(|error| error.to_string()))
            })
        });
        let open = Memo::new(move |_| {
            state.document.with(|id| explorer.with_value(|e| e.card_index(id.as_deref()?)))
        });
        let hits = Memo::new(move |_| {
            let Some(open) = open.get() else { return Vec::new() };
            explorer.with_value(|e| state.request.with(|request| e.hits(request, open).unwrap_or_default()))
        });
        let named = Memo::new(move |_| {
            answer.with(|answer| {
                let Ok(answer) = answer else { return Vec::new() };
                explorer.with_value(|e| e.dates_named(answer).unwrap_or_default())
            })
        });
        let all_named = explorer.with_value(|e| {
            let everything = e.search(&Request::default());
            everything.and_then(|answer| e.dates_named(&answer)).unwrap_or_default()
        });
        Self { explorer, state, answer, open, hits, named, all_named: StoredValue::new(all_named) }
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
