//! Facets: what the found documents have, with counts that say what a click gives.
//!
//! A column beside the results in a wide window, a sheet over the page in a narrow one.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use readout_query::{Facet, FacetValue};

use super::documents::facet_name;
use crate::browser::{draw, page};
use crate::components::node::{Element, el};
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
    let facets: Vec<_> = Facet::ALL.into_iter().map(|facet| view! { <OneFacet facet /> }).collect();
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
            {facets}
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
    let state: ViewState = expect_context();
    let (all, narrow_to) = (RwSignal::new(false), RwSignal::new(String::new()));
    let values = Memo::new(move |_| {
        queries.answer.with(|answer| {
            let counts = answer.as_ref().ok().and_then(|a| a.facets.iter().find(|f| f.facet == facet));
            counts.map(|c| c.values.clone()).unwrap_or_default()
        })
    });
    let total = Memo::new(move |_| values.with(Vec::len));
    let (list, more) = (NodeRef::<html::Ul>::new(), NodeRef::<html::Div>::new());
    draw::keep(
        move || list.get().map(Into::into),
        move || {
            let limit = if all.get() { MANY } else { FEW };
            values.with(|values| rows(state, facet, values, &narrow_to.get(), limit))
        },
    );
    draw::keep(
        move || more.get().map(Into::into),
        move || {
            let label = if all.get() {
                "Fewer".to_owned()
            } else {
                format!("All {}", words::thousands(total.get() as u64))
            };
            let switch = move || {
                all.update(|a| *a = !*a);
                narrow_to.set(String::new());
            };
            let link =
                el("button").class("link").attr("aria-expanded", if all.get() { "true" } else { "false" });
            if total.get() > FEW { vec![link.text(label).press(switch)] } else { Vec::new() }
        },
    );
    let heading = format!("facet-{}", facet.key());
    let labelled_by = heading.clone();
    let find = format!("Find a {}", facet_name(facet).to_lowercase());
    view! {
        <div class="facet" class:empty=move || total.get() == 0 data-facet=facet.key() role="group" aria-labelledby=labelled_by>
            <h3 id=heading>{facet_name(facet)}</h3>
            <input
                type="search" class="narrow" placeholder="Find a name" aria-label=find
                hidden=move || !all.get() || total.get() <= 2 * FEW
                prop:value=move || narrow_to.get()
                on:input:target=move |e| narrow_to.set(e.target().value())
            />
            <ul node_ref=list></ul>
            <div node_ref=more></div>
        </div>
    }
}

fn rows(
    state: ViewState,
    facet: Facet,
    values: &[FacetValue],
    narrow_to: &str,
    limit: usize,
) -> Vec<Element> {
    let wanted = narrow_to.to_lowercase();
    let most = values.iter().map(|v| v.count).max().unwrap_or(1).max(1);
    values
        .iter()
        .filter(|v| wanted.is_empty() || v.label.to_lowercase().contains(&wanted))
        .take(limit)
        .map(|value| row(state, facet, value, most))
        .collect()
}

/// One value: a switch with its count, and a bar that shows its share of the largest.
fn row(state: ViewState, facet: Facet, value: &FacetValue, most: u32) -> Element {
    let FacetValue { value, label, count, chosen } = value.clone();
    let said = format!("{label}, {}", words::count(count.into(), "document", "documents"));
    let share = format!("{}%", u64::from(count) * 100 / u64::from(most));
    let bar = el("svg")
        .class("bar")
        .attr("aria-hidden", "true")
        .child(el("rect").attr("width", share).attr("height", "100%"));
    let button = el("button")
        .attr("data-value", value.clone())
        .attr("aria-pressed", if chosen { "true" } else { "false" })
        .attr("aria-label", said)
        .child(el("span").class("tick").attr("aria-hidden", "true").text(if chosen { "✓" } else { "" }))
        .child(el("span").class("label").text(label))
        .child(el("span").class("number").text(words::thousands(count.into())))
        .child(bar);
    let key = value.clone();
    let button = button.press(move || state.ask(|request| request.toggle(facet, &value)));
    el("li").key(key).class(if count == 0 { "zero" } else { "" }).child(button)
}
