//! The view, made reactive and tied to the URL.

use leptos::prelude::*;
use readout_query::Request;

use super::{Look, Reading, View, url};
use crate::browser::address;

/// Whether a change of the view can be taken back with the browser's back button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// A step of its own: opening a document, choosing a filter.
    Step,
    /// Goes on with the last step: typing, zooming, walking hits.
    Same,
}

/// The view as signals. Copied freely; one of the app's two contexts.
#[derive(Debug, Clone, Copy)]
pub struct ViewState {
    view: RwSignal<View>,
    history: StoredValue<History>,
    /// What is asked of the corpus.
    pub request: Memo<Request>,
    /// How the answers are shown.
    pub look: Memo<Look>,
    /// The open document.
    pub reading: Memo<Option<Reading>>,
    /// Id of the open document: changes less often than `reading`.
    pub document: Memo<Option<String>>,
}

impl ViewState {
    /// The state of a view that is not tied to any URL.
    pub fn new(view: View) -> Self {
        let view = RwSignal::new(view);
        Self {
            view,
            history: StoredValue::new(History::Same),
            request: Memo::new(move |_| view.with(|v| v.request.clone())),
            look: Memo::new(move |_| view.with(|v| v.look)),
            reading: Memo::new(move |_| view.with(|v| v.reading.clone())),
            document: Memo::new(move |_| view.with(|v| v.reading.as_ref().map(|r| r.document.clone()))),
        }
    }

    /// The state at the page's address, which follows every change from now on.
    pub fn at_address() -> Self {
        let state = Self::new(url::read(&address::read()));
        Effect::new(move |_| {
            let now = state.view.with(url::write);
            // An address that says the same in other words (a host page's secret) is left alone.
            if url::write(&url::read(&address::read())) != now {
                match state.history.get_value() {
                    History::Step => address::push(&now),
                    History::Same => address::replace(&now),
                }
            }
        });
        address::on_change(move |text| {
            let view = url::read(&text);
            if state.view.with_untracked(|old| *old != view) {
                state.history.set_value(History::Same);
                state.view.set(view);
            }
        });
        state
    }

    /// Changes the view.
    pub fn change(self, history: History, change: impl FnOnce(&mut View)) {
        self.history.set_value(history);
        self.view.update(change);
    }

    /// Changes what is asked, as a step of its own.
    pub fn ask(self, change: impl FnOnce(&mut Request)) {
        self.change(History::Step, |view| {
            change(&mut view.request);
            if let Some(reading) = &mut view.reading {
                (reading.hit, reading.sentence) = (0, None);
            }
        });
    }

    /// Opens a document.
    pub fn open(self, reading: Reading) {
        self.change(History::Step, |view| view.reading = Some(reading));
    }

    /// Closes the open document.
    pub fn close(self) {
        self.change(History::Step, |view| view.reading = None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_query::Facet;

    #[test]
    fn asking_anew_goes_back_to_the_first_hit_of_the_open_document() {
        Owner::new().with(|| {
            let state = ViewState::new(View::default());
            state.open(Reading { document: "a".into(), sentence: Some(3), hit: 4 });
            state.ask(|request| request.toggle(Facet::Topic, "trade"));
            assert_eq!(state.reading.get_untracked(), Some(Reading::start("a")));
            assert!(state.request.get_untracked().has(Facet::Topic, "trade"));
            state.close();
            assert_eq!(state.document.get_untracked(), None);
        });
    }
}
