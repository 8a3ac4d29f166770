//! Documents: the search box with what was understood, the chosen filters, and the results.

mod filters;
mod notes;
mod result;
mod search_bar;

pub use result::source_kind;
pub use search_bar::search_bar;

use leptos::prelude::*;
use readout_query::Answer;

use self::result::result;
use crate::browser::draw;
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::ViewState;

/// Results drawn at first, and more at each call for more.
const PAGE: usize = 40;

/// The documents found.
pub fn found(queries: Queries, state: ViewState) -> AnyView {
    let shown = RwSignal::new(PAGE);
    Effect::new(move |_| {
        state.request.track();
        if shown.get_untracked() != PAGE {
            shown.set(PAGE);
        }
    });
    draw::region(move || {
        let list = queries.answer.with(|answer| match answer {
            Err(error) => vec![unanswered(state, error.clone())],
            Ok(answer) if answer.documents.is_empty() => vec![nothing(queries, state)],
            Ok(answer) => results(queries, state, answer, shown),
        });
        let section = el("section").class("results").attr("id", "results").attr("tabindex", "-1");
        vec![section.attr("aria-label", state.words().documents_found).children(list)]
    })
}

fn results(queries: Queries, state: ViewState, answer: &Answer, shown: RwSignal<usize>) -> Vec<Element> {
    let (words, open) = (state.words(), state.document.get());
    let some = answer.documents.iter().take(shown.get());
    let mut list: Vec<Element> =
        some.filter_map(|found| result(queries, state, *found, open.as_deref())).collect();
    let total = answer.documents.len();
    if total > shown.get() {
        let label = words.fill(words.show_more, &[&words.count(words.documents, total as u64)]);
        list.push(
            el("button").key("more").class("more").text(label).press(move || shown.update(|n| *n += PAGE)),
        );
    }
    list
}

/// Shown when no document answers the request: says what was searched and what can be taken back.
fn nothing(queries: Queries, state: ViewState) -> Element {
    let words = state.words();
    let searched = words.count(words.documents, queries.with(|explorer| explorer.cards().len()) as u64);
    let filtered = state.request.with(|r| r.days.is_some() || !r.chosen.is_empty());
    let link = |label: &'static str| el("button").class("link").text(label);
    let mut shown = el("div")
        .class("nothing")
        .attr("role", "status")
        .child(el("h2").text(words.nothing_found))
        .child(el("p").text(words.fill(words.searched_all, &[&searched])));
    if filtered {
        let unfilter = link(words.without_filters).press(move || {
            state.ask(|r| {
                r.chosen.clear();
                r.days = None;
            });
        });
        shown = shown.child(el("p").child(unfilter));
    }
    shown.child(el("p").child(everything(state)))
}

/// Shown when the bundle's index cannot be read.
fn unanswered(state: ViewState, error: String) -> Element {
    el("div")
        .class("nothing")
        .attr("role", "alert")
        .child(el("h2").text(state.words().index_damaged))
        .child(el("p").text(error))
        .child(el("p").child(everything(state)))
}

fn everything(state: ViewState) -> Element {
    el("button")
        .class("link")
        .text(state.words().show_everything)
        .press(move || state.ask(|r| *r = Default::default()))
}
