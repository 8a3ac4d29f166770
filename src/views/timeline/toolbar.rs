//! The timeline's controls: zoom and pan, what the lanes stand for, days by date, chart or list.

use leptos::prelude::*;
use readout_corpus::{Day, Interval};

use super::{LANES, with_scale};
use crate::queries::Queries;
use crate::state::url::{lanes_from_key, lanes_key};
use crate::state::{History, ViewState};

/// The controls above the timeline.
#[component]
pub fn Toolbar(
    /// Width of the chart (px).
    width: RwSignal<f64>,
) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let zoom = move |factor: f64| {
        let window = with_scale(queries, state, width.get_untracked(), |scale, gutter| {
            scale.zoomed(factor, (width.get_untracked() - gutter) / 2.0)
        });
        state.change(History::Same, |view| view.window = Some(window));
    };
    let pan = move |share: f64| {
        let window = with_scale(queries, state, width.get_untracked(), |scale, gutter| {
            scale.panned((width.get_untracked() - gutter) * share)
        });
        state.change(History::Same, |view| view.window = Some(window));
    };
    let choose_lanes = move |key: String| {
        if let Some(lanes) = lanes_from_key(&key) {
            state.change(History::Step, |view| view.lanes = lanes);
        }
    };
    view! {
        <div class="timeline-bar">
            <h2>"Timeline"</h2>
            <span class="group" role="group" aria-label="Show the timeline as">
                <button aria-pressed=move || (!state.list.get()).to_string() on:click=move |_| state.change(History::Step, |v| v.list = false)>"Chart"</button>
                <button id="as-list" aria-pressed=move || state.list.get().to_string() on:click=move |_| state.change(History::Step, |v| v.list = true)>"List"</button>
            </span>
            <Show when=move || !state.list.get()>
                <label class="group">"Lanes by "
                    <select id="lanes" on:change:target=move |e| choose_lanes(e.target().value())
                        prop:value=move || lanes_key(state.lanes.get())>
                        {LANES.into_iter().map(|(by, label)| view! {
                            <option value=lanes_key(by) selected=move || state.lanes.get() == by>{label}</option>
                        }).collect_view()}
                    </select>
                </label>
                <span class="group" role="group" aria-label="Days in view">
                    <button aria-label="Earlier" on:click=move |_| pan(-0.5)>"‹"</button>
                    <button aria-label="Zoom out" on:click=move |_| zoom(0.5)>"−"</button>
                    <button aria-label="Zoom in" on:click=move |_| zoom(2.0)>"+"</button>
                    <button aria-label="Later" on:click=move |_| pan(0.5)>"›"</button>
                    <button disabled=move || state.window.get().is_none()
                        on:click=move |_| state.change(History::Same, |v| v.window = None)>"All"</button>
                </span>
            </Show>
            <Days />
        </div>
    }
}

/// Selects days by date: the brush for the keyboard.
#[component]
fn Days() -> impl IntoView {
    let state: ViewState = expect_context();
    let days = move || state.request.with(|r| r.days);
    let set = move |text: String, first: bool| {
        let Ok(day) = text.parse::<Day>() else { return };
        let old = days().unwrap_or(Interval::day(day));
        let new = if first {
            Interval { from: day, to: old.to.max(day) }
        } else {
            Interval { from: old.from.min(day), to: day }
        };
        state.ask(|request| request.days = Some(new));
    };
    view! {
        <span class="group days">
            <label>"From " <input type="date" id="from" prop:value=move || days().map(|d| d.from.to_string()).unwrap_or_default()
                on:change:target=move |e| set(e.target().value(), true) /></label>
            <label>" to " <input type="date" id="to" prop:value=move || days().map(|d| d.to.to_string()).unwrap_or_default()
                on:change:target=move |e| set(e.target().value(), false) /></label>
        </span>
    }
}
