//! The view, made reactive and tied to the URL.

use leptos::prelude::*;
use readout_corpus::Language;
use readout_query::Request;
use readout_query::layout::Layout;

use super::{Look, Reading, View, url};
use crate::browser::{address, intl, page};
use crate::words::{Formats, Plain, Words};

/// Whether a change of the view can be taken back with the browser's back button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// A step of its own: opening a document, choosing a filter.
    Step,
    /// Goes on with the last step: typing, zooming, walking hits.
    Same,
}

/// The view as signals. Copied freely; one of the app's two contexts.
#[derive(Clone, Copy)]
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
    /// The language of the interface.
    pub language: Memo<Language>,
    /// The language that the page opens in: no link names it.
    home: Language,
    formats: &'static dyn Formats,
}

impl ViewState {
    /// The state of a view that is not tied to any browser.
    pub fn new(view: View) -> Self {
        Self::with(view, Language::default(), &Plain)
    }

    fn with(view: View, home: Language, formats: &'static dyn Formats) -> Self {
        let view = RwSignal::new(view);
        Self {
            view,
            history: StoredValue::new(History::Same),
            request: Memo::new(move |_| view.with(|v| v.request.clone())),
            look: Memo::new(move |_| view.with(|v| v.look)),
            reading: Memo::new(move |_| view.with(|v| v.reading.clone())),
            document: Memo::new(move |_| view.with(|v| v.reading.as_ref().map(|r| r.document.clone()))),
            language: Memo::new(move |_| view.with(|v| v.look.language.unwrap_or(home))),
            home,
            formats,
        }
    }

    /// The state at the page's address, which follows every change from now on.
    pub fn at_address() -> Self {
        let home = page::language();
        let read = move |address: &str| {
            let mut view = url::read(address);
            view.look.language = view.look.language.filter(|language| *language != home);
            view
        };
        let state = Self::with(read(&address::read()), home, &intl::Intl);
        Effect::new(move |_| page::set_language(state.language.get()));
        Effect::new(move |_| {
            let now = state.view.with(url::write);
            // An address that says the same in other words (a host page's secret) is left alone.
            if url::write(&read(&address::read())) != now {
                match state.history.get_value() {
                    History::Step => address::push(&now),
                    History::Same => address::replace(&now),
                }
            }
        });
        address::on_change(move |text| {
            let view = read(&text);
            if state.view.with_untracked(|old| *old != view) {
                state.history.set_value(History::Same);
                state.view.set(view);
            }
        });
        state
    }

    /// The language of the interface, ready to speak. A tree that reads it follows a switch.
    pub fn words(self) -> Words {
        Words::new(self.language.get(), self.formats)
    }

    /// Speaks another language, as a step of its own.
    pub fn speak(self, language: Language) {
        let chosen = Some(language).filter(|language| *language != self.home);
        self.change(History::Step, |view| view.look.language = chosen);
    }

    /// The compact layout that stands in somebody else's page, where one does.
    pub fn layout(self) -> Option<Layout> {
        self.look.with(|look| look.layout)
    }

    /// Everything that a link to what is shown now must carry.
    pub fn view(self) -> View {
        self.view.get()
    }

    /// The same, without following it.
    pub fn view_untracked(self) -> View {
        self.view.get_untracked()
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
