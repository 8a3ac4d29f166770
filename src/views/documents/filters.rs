//! The chosen filters, each with a way to take it back, and the way to the facets in a narrow window.

use leptos::prelude::*;
use readout_query::Request;

use crate::browser::page;
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::ViewState;

/// The row under the search box.
pub fn chosen(queries: Queries, state: ViewState, sheet: RwSignal<bool>) -> Vec<Element> {
    let words = state.words();
    let mut row = vec![
        el("button")
            .class("filter open-facets")
            .attr("aria-controls", "facets")
            .state("aria-expanded", sheet.get())
            .text(words.open_filters)
            .press(move || sheet.set(true))
            .key("sheet"),
    ];
    state.request.with(|request| {
        for (facet, values) in &request.chosen {
            for value in values {
                let (facet, value) = (*facet, value.clone());
                let label = queries.label(facet, &value);
                let key = format!("{}:{value}", facet.key());
                row.push(chip(state, words.facet(facet), label, key, move |r| r.toggle(facet, &value)));
            }
        }
        if let Some(days) = request.days {
            row.push(chip(state, words.days, words.interval(days), "days".into(), |r| r.days = None));
        }
    });
    if row.len() > 2 {
        let clear = move || {
            state.ask(|r| {
                r.chosen.clear();
                r.days = None;
            });
        };
        row.push(el("button").class("link").text(words.clear_filters).press(clear).key("clear"));
    }
    row
}

fn chip(
    state: ViewState,
    name: &'static str,
    label: String,
    key: String,
    take_back: impl Fn(&mut Request) + 'static,
) -> Element {
    let words = state.words();
    el("button")
        .class("filter chosen")
        .attr("aria-label", words.fill(words.remove_filter, &[name, &label]))
        .fill(words.labelled, vec![name.to_owned().into(), el("b").text(label).into()])
        .child(el("span").class("cross").attr("aria-hidden", "true").text("×"))
        .press(move || {
            state.ask(|request| take_back(request));
            // The filter is gone, and with it the place of the keyboard.
            page::focus_after_drawing("#search".to_owned());
        })
        .key(key)
}
