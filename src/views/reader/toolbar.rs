//! The reader's controls: layers (each drawn in the style that it switches: the legend), the key to
//! the voices, and the walk through the hits.

use leptos::prelude::*;
use readout_corpus::Voice;

use crate::browser::page;
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::queries::walk::{Step, step};
use crate::state::{History, Reading, ViewState, layers};

/// The controls above the text of a document.
pub fn controls(queries: Queries, state: ViewState, index: u32) -> Vec<Element> {
    let mut parts = vec![switches(state).key("layers")];
    if state.request.with(|r| !r.text.trim().is_empty()) {
        parts.push(walk(queries, state, index).key("walk"));
    }
    parts.push(legend(state).key("legend"));
    parts
}

/// The switches of the layers.
fn switches(state: ViewState) -> Element {
    let (words, on) = (state.words(), state.look.get().layers);
    let labels = layers::ALL.map(|(layer, key)| {
        let switch =
            move |_| state.change(History::Same, |view| view.look.layers = view.look.layers.toggled(layer));
        let field =
            el("input").attr("type", "checkbox").attr("data-layer", key).state("checked", on.has(layer));
        el("label")
            .child(field.input(switch))
            .child(el("span").class(format!("m {key}")).text(words.layer(layer)))
    });
    el("fieldset")
        .class("layers")
        .attr("id", "layers")
        .child(el("legend").text(words.layers))
        .children(labels.into())
}

/// The key to the lines beside the text.
fn legend(state: ViewState) -> Element {
    let words = state.words();
    let stroke =
        |key: &'static str| el("span").class("stroke").attr("data-voice", key).attr("aria-hidden", "true");
    let line = |key, meaning| el("li").child(stroke(key)).text(" ").text(meaning);
    let mut lines: Vec<Element> =
        Voice::ALL.iter().map(|&voice| line(voice.key(), words.voice(voice))).collect();
    lines.push(line("none", words.narration));
    el("details")
        .class("legend")
        .child(el("summary").text(words.whose_voice))
        .child(el("ul").children(lines))
        .child(el("p").text(words.legend_note))
}

/// The walk through the hits, shown where words are searched for.
fn walk(queries: Queries, state: ViewState, index: u32) -> Element {
    let here = u32::try_from(queries.hits.with(Vec::len)).unwrap_or(u32::MAX);
    let hit = state.reading.with(|r| r.as_ref().map_or(0, |r| r.hit)).min(here.saturating_sub(1));
    let all = queries.answer.with(|answer| answer.as_ref().map_or(0, |a| a.hits));
    let words = state.words();
    let (number, of) = (words.number(u64::from(hit) + 1), words.number(here.into()));
    let status = match (here, all) {
        (0, 0) => words.no_hit.to_owned(),
        (0, all) => words.fill(words.no_hit_here, &[&words.number(all)]),
        (here, all) if all > here.into() => words.fill(words.hit_of_all, &[&number, &of, &words.number(all)]),
        _ => words.fill(words.hit_of, &[&number, &of]),
    };
    let button = |id: &'static str, label: &'static str, sign: &'static str, forward: bool| {
        let go = move || go(queries, state, index, (hit, here), forward);
        el("button").attr("id", id).attr("aria-label", label).text(sign).press(go)
    };
    el("div")
        .class("walk")
        .attr("role", "group")
        .attr("aria-label", words.search_hits)
        .child(el("output").attr("id", "hit-status").attr("aria-live", "polite").text(status))
        .child(button("previous-hit", words.previous_hit, "‹", false))
        .child(button("next-hit", words.next_hit, "›", true))
}

/// Goes to the next (or previous) hit, in this document or another.
fn go(queries: Queries, state: ViewState, index: u32, (hit, hits): (u32, u32), forward: bool) {
    let to = queries
        .answer
        .with_untracked(|answer| answer.as_ref().map(|a| step(a, index, hit, hits, forward)).ok());
    match to {
        Some(Step::Within(hit)) => state.change(History::Same, |view| {
            if let Some(reading) = &mut view.reading {
                (reading.hit, reading.sentence) = (hit, None);
            }
        }),
        Some(Step::Document(document, hit)) => {
            let (id, last) = queries.with(|explorer| {
                let id = explorer.cards().get(document as usize).map(|card| card.id.clone());
                let hits =
                    state.request.with_untracked(|r| explorer.hits(r, document).map_or(0, |h| h.len()));
                (id, u32::try_from(hits).unwrap_or(u32::MAX).saturating_sub(1))
            });
            if let Some(document) = id {
                state.open(Reading { document, sentence: None, hit: hit.min(last) });
            }
        }
        Some(Step::Nowhere) | None => {}
    }
    page::after_drawing(|| page::scroll_to("mark.current", true));
}
