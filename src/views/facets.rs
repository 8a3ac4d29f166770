//! Facets: what the found documents have, with counts that say what a click gives.
//!
//! A column beside the results in a wide window, a sheet over the page in a narrow one.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use readout_query::{Facet, FacetCounts, FacetValue};

use super::documents::facet_name;
use crate::browser::page;
use crate::queries::{Queries, words};
use crate::state::ViewState;

/// Values shown before the reader asks for all.
const FEW: usize = 7;
/// Values drawn at most, even then; a name is found by typing.
const MANY: usize = 200;

/// All facets.
#[component]
pub fn Facets(
    /// Whether the sheet is open (in a narrow window).
    sheet: RwSignal<bool>,
) -> impl IntoView {
    let queries: Queries = expect_context();
    let close = move || {
        sheet.set(false);
        page::focus(".open-facets");
    };
    Effect::new(move |_| {
        if sheet.get() {
            page::focus("#close-facets");
        }
    });
    view! {
        <section
            class="facets" id="facets" aria-label="Filters" class:open=move || sheet.get()
            on:keydown=move |e: KeyboardEvent| if e.key() == "Escape" && sheet.get_untracked() { close() }
        >
            <div class="sheet-head">
                <h2>"Filter"</h2>
                <output>{move || found(queries)}</output>
                <button id="close-facets" class="filter" on:click=move |_| close()>"Show the documents"</button>
            </div>
            {Facet::ALL.into_iter().map(|facet| view! { <OneFacet facet /> }).collect_view()}
        </section>
    }
}

fn found(queries: Queries) -> String {
    let documents = queries.answer.with(|answer| answer.as_ref().map_or(0, |a| a.documents.len()));
    words::count(documents as u64, "document", "documents")
}

/// One facet: its most frequent values, and all of them when asked.
#[component]
fn OneFacet(facet: Facet) -> impl IntoView {
    let queries: Queries = expect_context();
    let all = RwSignal::new(false);
    let narrow_to = RwSignal::new(String::new());
    let values = Memo::new(move |_| {
        queries.answer.with(|answer| {
            let counts = answer.as_ref().ok().and_then(|a| a.facets.iter().find(|f| f.facet == facet));
            counts.map(|c: &FacetCounts| c.values.clone()).unwrap_or_default()
        })
    });
    let total = Memo::new(move |_| values.with(Vec::len));
    let most = Memo::new(move |_| values.with(|v| v.iter().map(|v| v.count).max().unwrap_or(1).max(1)));
    // Values keep their elements (and the keyboard its place) while their counts change.
    let shown = move || {
        let wanted = narrow_to.get().to_lowercase();
        let limit = if all.get() { MANY } else { FEW };
        values.with(|values| {
            let fits = |v: &&FacetValue| wanted.is_empty() || v.label.to_lowercase().contains(&wanted);
            values.iter().filter(fits).take(limit).map(|v| (v.value.clone(), v.label.clone())).collect::<Vec<_>>()
        })
    };
    let heading = format!("facet-{}", facet.key());
    let labelled_by = heading.clone();
    view! {
        <div class="facet" class:empty=move || total.get() == 0 data-facet=facet.key() role="group" aria-labelledby=labelled_by>
            <h3 id=heading>{facet_name(facet)}</h3>
            {move || (all.get() && total.get() > 2 * FEW).then(|| view! {
                <input
                    type="search" class="narrow" placeholder="Find a name" aria-label=format!("Find a {}", facet_name(facet).to_lowercase())
                    on:input:target=move |e| narrow_to.set(e.target().value())
                />
            })}
            <ul>
                <For each=shown key=|v| v.clone() children=move |(value, label)| view! { <Value facet value label values most /> } />
            </ul>
            {move || (total.get() > FEW).then(|| view! {
                <button class="link" aria-expanded=all.get().to_string() on:click=move |_| { all.update(|a| *a = !*a); narrow_to.set(String::new()); }>
                    {if all.get() { "Fewer".to_owned() } else { format!("All {}", words::thousands(total.get() as u64)) }}
                </button>
            })}
        </div>
    }
}

/// One value: a switch with its count, and a bar that shows its share of the largest.
#[component]
fn Value(facet: Facet, value: String, label: String, values: Memo<Vec<FacetValue>>, most: Memo<u32>) -> impl IntoView {
    let state: ViewState = expect_context();
    let now = {
        let value = value.clone();
        Memo::new(move |_| {
            values.with(|all| all.iter().find(|v| v.value == value).map_or((0, false), |v| (v.count, v.chosen)))
        })
    };
    let count = move || now.get().0;
    let chosen = move || now.get().1;
    let share = move || format!("{:.1}%", f64::from(count()) / f64::from(most.get()) * 100.0);
    let said = {
        let label = label.clone();
        move || format!("{label}, {}", words::count(count().into(), "document", "documents"))
    };
    let choose = {
        let value = value.clone();
        move |_| state.ask(|request| request.toggle(facet, &value))
    };
    view! {
        <li class:zero=move || count() == 0>
            <button data-value=value aria-pressed=move || chosen().to_string() aria-label=said on:click=choose>
                <span class="tick" aria-hidden="true">{move || if chosen() { "✓" } else { "" }}</span>
                <span class="label">{label}</span>
                <span class="number">{move || words::thousands(count().into())}</span>
                <span class="bar" aria-hidden="true" style:width=share></span>
            </button>
        </li>
    }
}
