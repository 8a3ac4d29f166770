//! Documents: the search box with what was understood, the chosen filters, and the results.

mod notes;
mod result;
mod search_bar;

pub use result::source_kind;
pub use search_bar::{SearchBar, facet_name};

use leptos::prelude::*;

use self::result::Result;
use crate::queries::{Queries, words};
use crate::state::{History, ViewState};

/// Results drawn at first, and more at each call for more.
const PAGE: usize = 40;

/// The documents found.
#[component]
pub fn Results() -> impl IntoView {
    let queries: Queries = expect_context();
    let state: ViewState = expect_context();
    let shown = RwSignal::new(PAGE);
    Effect::new(move |_| {
        state.request.track();
        shown.set(PAGE);
    });
    let found = move || match queries.answer.get() {
        Ok(answer) => answer.documents.iter().take(shown.get()).map(|found| (found.document, found.hits)).collect(),
        Err(_) => Vec::new(),
    };
    let total = move || queries.answer.with(|answer| answer.as_ref().map_or(0, |a| a.documents.len()));
    view! {
        <section class="results" id="results" tabindex="-1" aria-label="Documents found">
            <For
                each=found
                // A snippet depends on the words asked for, so a result is drawn anew with them.
                key=move |(document, hits)| (*document, *hits, state.request.with(|r| r.text.clone()))
                children=|(document, hits)| view! { <Result document hits /> }
            />
            {move || (total() > shown.get()).then(|| view! {
                <button class="more" on:click=move |_| shown.update(|n| *n += PAGE)>
                    "Show more of " {words::count(total() as u64, "document", "documents")}
                </button>
            })}
            {move || match queries.answer.get() {
                Err(error) => view! { <Unanswered error /> }.into_any(),
                Ok(answer) if answer.documents.is_empty() => view! { <Nothing /> }.into_any(),
                Ok(_) => ().into_any(),
            }}
        </section>
    }
}

/// Shown when no document answers the request: says what was asked and what can be taken back.
#[component]
fn Nothing() -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let searched = queries.with(|explorer| words::count(explorer.cards().len() as u64, "document", "documents"));
    let filtered = move || state.request.with(|r| r.days.is_some() || !r.chosen.is_empty());
    view! {
        <div class="nothing" role="status">
            <h2>"No document has all of this"</h2>
            <p>"All " {searched} " of this corpus were searched."</p>
            {move || filtered().then(|| view! {
                <p><button class="link" on:click=move |_| state.ask(|r| { r.chosen.clear(); r.days = None; })>
                    "Search without the filters"
                </button></p>
            })}
            <p><button class="link" on:click=move |_| state.ask(|r| *r = Default::default())>"Show everything"</button></p>
        </div>
    }
}

/// Shown when the bundle's index cannot be read.
#[component]
fn Unanswered(error: String) -> impl IntoView {
    let state: ViewState = expect_context();
    view! {
        <div class="nothing" role="alert">
            <h2>"The search index of this page is damaged"</h2>
            <p>{error}</p>
            <p><button class="link" on:click=move |_| state.change(History::Step, |v| v.request = Default::default())>
                "Show everything"
            </button></p>
        </div>
    }
}
