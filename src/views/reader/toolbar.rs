//! The reader's controls: layers (each drawn in the style that it switches: the legend), the key to
//! the voices, and the walk through the hits.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use readout_corpus::Voice;

use crate::browser::page;
use crate::queries::walk::{Step, step};
use crate::queries::{Queries, words};
use crate::state::{History, Reading, ViewState, layers};

const VOICES: [Voice; 5] = [Voice::Own, Voice::Counterpart, Voice::Joint, Voice::Reported, Voice::Unnamed];

/// The controls above the text.
#[component]
pub fn Toolbar(index: u32) -> impl IntoView {
    let state: ViewState = expect_context();
    view! {
        <div class="reader-bar">
            <fieldset class="layers" id="layers">
                <legend>"Layers"</legend>
                {layers::ALL.into_iter().map(|(layer, key, label)| view! {
                    <label>
                        <input type="checkbox" data-layer=key prop:checked=move || state.layers.get().has(layer)
                            on:change=move |_| state.change(History::Same, |view| view.layers = view.layers.toggled(layer)) />
                        <span class=format!("m {key}")>{label}</span>
                    </label>
                }).collect_view()}
            </fieldset>
            <Hits index />
            <details class="legend">
                <summary>"Whose voice: the lines beside the text"</summary>
                <ul>
                    {VOICES.into_iter().map(|voice| {
                        let (key, meaning) = words::voice(voice);
                        view! { <li><span class="stroke" data-voice=key aria-hidden="true"></span> {meaning}</li> }
                    }).collect_view()}
                    <li><span class="stroke" data-voice="none" aria-hidden="true"></span> "narration: no line"</li>
                </ul>
                <p>"The colour of a line is the speaker’s side, its pattern the voice."</p>
            </details>
        </div>
    }
}

/// The walk through the hits, shown where words are searched for.
#[component]
fn Hits(index: u32) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let count = Memo::new(move |_| u32::try_from(queries.hits.with(Vec::len)).unwrap_or(u32::MAX));
    let hit = move || state.reading.with(|r| r.as_ref().map_or(0, |r| r.hit));
    let all = move || queries.answer.with(|answer| answer.as_ref().map_or(0, |a| a.hits));
    let go = move |forward: bool| {
        let to = queries.answer.with_untracked(|answer| {
            let answer = answer.as_ref().ok()?;
            let hits = count.get_untracked();
            let at =
                state.reading.with_untracked(|r| r.as_ref().map_or(0, |r| r.hit)).min(hits.saturating_sub(1));
            Some(step(answer, index, at, hits, forward))
        });
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
        page::scroll_to("mark.current", true);
    };
    let keys = move |e: KeyboardEvent| match e.key().as_str() {
        "ArrowRight" | "n" => go(true),
        "ArrowLeft" | "p" => go(false),
        _ => {}
    };
    let status = move || match (count.get(), all()) {
        (0, 0) => "No hit".to_owned(),
        (0, all) => format!("No hit here, {} elsewhere", words::thousands(all)),
        (here, all) => {
            let beyond = if all > here.into() {
                format!(" · {} in all documents", words::thousands(all))
            } else {
                String::new()
            };
            format!("Hit {} of {here}{beyond}", hit().min(here - 1) + 1)
        }
    };
    let searching = Memo::new(move |_| state.request.with(|r| !r.text.trim().is_empty()));
    view! {
        <Show when=move || searching.get()>
            <div class="walk" role="group" aria-label="Search hits" on:keydown=keys>
                <output id="hit-status" aria-live="polite">{status}</output>
                <button id="previous-hit" aria-label="Previous hit" on:click=move |_| go(false)>"‹"</button>
                <button id="next-hit" aria-label="Next hit" on:click=move |_| go(true)>"›"</button>
            </div>
        </Show>
    }
}
