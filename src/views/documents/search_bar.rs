//! The search box with the count beside it; the filters and notes stand below.

use leptos::prelude::*;

use super::filters::chosen;
use super::notes::notes;
use crate::browser::draw;
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::{History, ViewState};

/// The search box with count, filters and notes. `sheet` opens the facets in a narrow window.
pub fn search_bar(queries: Queries, state: ViewState, sheet: RwSignal<bool>) -> AnyView {
    draw::region(move || {
        let words = state.words();
        let find = el("search")
            .class("find")
            .child(el("label").class("visually-hidden").attr("for", "search").text(words.search_documents))
            .child(el("div").class("box").children(field(queries, state)))
            .child(el("div").class("filters").attr("id", "filters").children(chosen(queries, state, sheet)));
        let notes = el("ul").class("notes").attr("id", "notes").attr("aria-live", "polite");
        vec![find.child(notes.children(self::notes(queries, state)))]
    })
}

/// The search box, and the count in it.
fn field(queries: Queries, state: ViewState) -> Vec<Element> {
    let type_text = move |text: String| {
        state.change(History::Same, |view| {
            view.request.text = text;
            if let Some(reading) = &mut view.reading {
                (reading.hit, reading.sentence) = (0, None);
            }
        });
    };
    let field = el("input")
        .attr("type", "search")
        .attr("id", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", state.words().search_hint)
        .attr("aria-describedby", "count")
        .attr("value", state.request.with(|r| r.text.clone()))
        .input(type_text);
    let count = el("output")
        .attr("id", "count")
        .attr("for", "search")
        .attr("aria-live", "polite")
        .text(count(queries, state));
    vec![field, count]
}

/// How many documents and hits there are.
fn count(queries: Queries, state: ViewState) -> String {
    let words = state.words();
    let all = queries.with(|explorer| explorer.cards().len()) as u64;
    let found =
        queries.answer.with(|answer| answer.as_ref().ok().map(|a| (a.documents.len() as u64, a.hits)));
    let Some((found, hits)) = found else { return words.no_answer.to_owned() };
    let documents = if state.request.with(|r| r.is_empty()) {
        words.count(words.documents, all)
    } else {
        words.count_with(words.documents_of, all, &[&words.number(found)])
    };
    match hits {
        0 => documents,
        hits => format!("{documents} · {}", words.count(words.hits, hits)),
    }
}
