//! Documents: the search box with what was understood, the chosen filters, and the results.

mod filters;
mod notes;
mod result;
mod search_bar;

pub use filters::facet_name;
pub use result::source_kind;
pub use search_bar::SearchBar;

use leptos::html;
use leptos::prelude::*;
use readout_query::Answer;

use self::result::result;
use crate::browser::draw;
use crate::components::node::{Element, el};
use crate::queries::{Queries, words};
use crate::state::ViewState;

/// Results drawn at first, and more at each call for more.
const PAGE: usize = 40;

/// The documents found.
#[component]
pub fn Results() -> impl IntoView {
    let queries: Queries = expect_context();
    let state: ViewState = expect_context();
    let root = NodeRef::<html::Section>::new();
    let shown = RwSignal::new(PAGE);
    Effect::new(move |_| {
        state.request.track();
        if shown.get_untracked() != PAGE {
            shown.set(PAGE);
        }
    });
    draw::keep(
        move || root.get().map(Into::into),
        move || {
            queries.answer.with(|answer| match answer {
                Err(error) => vec![unanswered(state, error.clone())],
                Ok(answer) if answer.documents.is_empty() => vec![nothing(queries, state)],
                Ok(answer) => results(queries, state, answer, shown),
            })
        },
    );
    view! { <section class="results" id="results" tabindex="-1" aria-label="Documents found" node_ref=root></section> }
}

fn results(queries: Queries, state: ViewState, answer: &Answer, shown: RwSignal<usize>) -> Vec<Element> {
    let open = state.document.get();
    let some = answer.documents.iter().take(shown.get());
    let mut list: Vec<Element> =
        some.filter_map(|found| result(queries, state, *found, open.as_deref())).collect();
    let total = answer.documents.len();
    if total > shown.get() {
        let label = format!("Show more of {}", words::count(total as u64, "document", "documents"));
        list.push(
            el("button").key("more").class("more").text(label).press(move || shown.update(|n| *n += PAGE)),
        );
    }
    list
}

/// Shown when no document answers the request: says what was searched and what can be taken back.
fn nothing(queries: Queries, state: ViewState) -> Element {
    let searched =
        queries.with(|explorer| words::count(explorer.cards().len() as u64, "document", "documents"));
    let filtered = state.request.with(|r| r.days.is_some() || !r.chosen.is_empty());
    let link = |label: &'static str| el("button").class("link").text(label);
    let mut shown = el("div")
        .class("nothing")
        .attr("role", "status")
        .child(el("h2").text("No document has all of this"))
        .child(el("p").text(format!("All of this corpus was searched: {searched}.")));
    if filtered {
        let unfilter = link("Search without the filters").press(move || {
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
        .child(el("h2").text("The search index of this page is damaged"))
        .child(el("p").text(error))
        .child(el("p").child(everything(state)))
}

fn everything(state: ViewState) -> Element {
    el("button").class("link").text("Show everything").press(move || state.ask(|r| *r = Default::default()))
}
