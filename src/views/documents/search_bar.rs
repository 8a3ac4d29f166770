//! The search box with the count beside it; the filters and notes stand below.

use leptos::html;
use leptos::prelude::*;

use super::filters::chosen;
use super::notes::notes;
use crate::browser::draw;
use crate::queries::{Queries, words};
use crate::state::{History, ViewState};

/// The search box with count, filters and notes.
#[component]
pub fn SearchBar(
    /// Whether the sheet with the facets is open (in a narrow window).
    sheet: RwSignal<bool>,
) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let (filters, under) = (NodeRef::<html::Div>::new(), NodeRef::<html::Ul>::new());
    draw::keep(move || filters.get().map(Into::into), move || chosen(queries, state, sheet));
    draw::keep(move || under.get().map(Into::into), move || notes(queries, state));
    let type_text = move |text: String| {
        state.change(History::Same, |view| {
            view.request.text = text;
            if let Some(reading) = &mut view.reading {
                reading.hit = 0;
            }
        });
    };
    view! {
        <search class="find">
            <label class="visually-hidden" for="search">"Search the documents"</label>
            <div class="box">
                <input
                    type="search"
                    id="search"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="Search: words, \"exact phrase\", -not, speaker:name"
                    aria-describedby="count"
                    prop:value=move || state.request.with(|r| r.text.clone())
                    on:input:target=move |e| type_text(e.target().value())
                />
                <output id="count" for="search" aria-live="polite">{move || count(queries, state)}</output>
            </div>
            <div class="filters" id="filters" node_ref=filters></div>
            <ul class="notes" id="notes" aria-live="polite" node_ref=under></ul>
        </search>
    }
}

/// How many documents and hits there are.
fn count(queries: Queries, state: ViewState) -> String {
    let all = words::count(queries.with(|explorer| explorer.cards().len()) as u64, "document", "documents");
    let Ok(answer) = queries.answer.get() else { return "No answer".to_owned() };
    let found = answer.documents.len() as u64;
    let documents = if state.request.with(|r| r.is_empty()) {
        all
    } else {
        format!("{} of {all}", words::thousands(found))
    };
    match answer.hits {
        0 => documents,
        hits => format!("{documents} · {}", words::count(hits, "hit", "hits")),
    }
}
