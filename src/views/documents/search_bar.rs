//! The search box, the count beside it, and the chosen filters below.

use leptos::prelude::*;
use readout_query::Facet;

use super::notes::Notes;
use crate::queries::{Queries, words};
use crate::state::{History, ViewState};

/// The search box with count, filters and notes.
#[component]
pub fn SearchBar(
    /// Whether the sheet with the facets is open (in a narrow window).
    sheet: RwSignal<bool>,
) -> impl IntoView {
    let state: ViewState = expect_context();
    let type_text = move |text: String| {
        state.change(History::Same, |view| {
            view.request.text = text;
            if let Some(reading) = &mut view.reading {
                reading.hit = 0;
            }
        });
    };
    view! {
        <search class="search">
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
                <Count />
            </div>
            <div class="filters" id="filters">
                <button class="filter open-facets" aria-expanded=move || sheet.get().to_string() aria-controls="facets"
                    on:click=move |_| sheet.set(true)>
                    "Filter by speaker, topic, source …"
                </button>
                <Chosen />
            </div>
            <Notes />
        </search>
    }
}

/// How many documents and hits there are.
#[component]
fn Count() -> impl IntoView {
    let queries: Queries = expect_context();
    let state: ViewState = expect_context();
    let text = move || {
        let all = queries.with(|explorer| explorer.cards().len()) as u64;
        let Ok(answer) = queries.answer.get() else { return "No answer".to_owned() };
        let found = answer.documents.len() as u64;
        let documents = if state.request.with(|r| r.is_empty()) {
            words::count(all, "document", "documents")
        } else {
            format!("{} of {}", words::thousands(found), words::count(all, "document", "documents"))
        };
        match answer.hits {
            0 => documents,
            hits => format!("{documents} · {}", words::count(hits, "hit", "hits")),
        }
    };
    view! { <output id="count" for="search" aria-live="polite">{text}</output> }
}

/// The chosen filters, each with a way to take it back.
#[component]
fn Chosen() -> impl IntoView {
    let queries: Queries = expect_context();
    let state: ViewState = expect_context();
    let chip = move |name: &'static str, label: String, clear: Box<dyn Fn()>| {
        let said = format!("Remove the filter {name}: {label}");
        view! {
            <button class="filter chosen" aria-label=said on:click=move |_| clear()>
                {name} ": " <b>{label}</b> <span class="cross" aria-hidden="true">"×"</span>
            </button>
        }
    };
    let chips = move || {
        state.request.with(|request| {
            let mut chips = Vec::new();
            for (facet, values) in &request.chosen {
                for value in values {
                    let (facet, value) = (*facet, value.clone());
                    let label = queries.with(|e| e.label(facet, &value));
                    chips.push(chip(facet_name(facet), label, Box::new(move || state.ask(|r| r.toggle(facet, &value)))));
                }
            }
            if let Some(days) = request.days {
                chips.push(chip("Days", words::interval(days), Box::new(move || state.ask(|r| r.days = None))));
            }
            chips
        })
    };
    let clear = move || state.request.with(|r| r.chosen.values().map(|v| v.len()).sum::<usize>() + usize::from(r.days.is_some()) > 1);
    view! {
        {chips}
        {move || clear().then(|| view! {
            <button class="link" on:click=move |_| state.ask(|r| { r.chosen.clear(); r.days = None; })>"Clear all filters"</button>
        })}
    }
}

/// What readers see for a facet.
pub fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => "Speaker",
        Facet::Person => "Named",
        Facet::Topic => "Topic",
        Facet::Source => "Source",
        Facet::Side => "Side",
        Facet::Voice => "Voice",
        Facet::Meeting => "Meeting",
        Facet::Year => "Year",
    }
}
