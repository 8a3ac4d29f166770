//! The chart: an SVG that is drawn from a [`Picture`], with brush, pan and zoom.
//!
//! Drag over the lanes to select days, along the axis to pan; the wheel zooms with Ctrl and pans
//! sideways; with the keyboard on the chart, arrows pan, + and − zoom, 0 shows all.

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html;
use leptos::prelude::*;
use readout_corpus::Interval;

use super::marks::drawn;
use super::{picture_now, with_scale};
use crate::browser::{draw, page, watch};
use crate::components::node::el;
use crate::queries::Queries;
use crate::state::{History, ViewState};

/// A pointer that moved less than this (px) clicked.
const CLICK: f64 = 4.0;
/// How far an arrow key moves the days in view (px).
const STEP: f64 = 60.0;

/// What a pointer that is down is doing. Places are px from the chart's left edge.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Drag {
    /// Selecting days, from one place to another.
    Brush(f64, f64),
    /// Moving the days in view: where it began and is, and what was in view then.
    Pan(f64, f64, Option<Interval>),
}

impl Drag {
    /// Whether it has gone far enough to be no click.
    fn moves(&self) -> bool {
        let (Drag::Brush(from, to) | Drag::Pan(from, to, _)) = self;
        (to - from).abs() >= CLICK
    }
}

/// The chart.
#[component]
pub fn Chart(
    /// The answers.
    queries: Queries,
    /// What is asked.
    state: ViewState,
    /// Width of the chart (px), measured here.
    width: RwSignal<f64>,
) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(element) = frame.get() {
            watch::width(&element, move |px| width.set(px.floor()));
        }
    });
    // Where the axis is (px from the top): a drag that begins there pans.
    let axis = StoredValue::new(0.0);
    let drag = RwSignal::new(None::<Drag>);
    let x = move |client: i32| frame.get_untracked().map_or(0.0, |element| page::x_within(&element, client));

    let down = move |e: PointerEvent| {
        if e.button() != 0 || !e.is_primary() {
            return;
        }
        let at = x(e.client_x());
        let height = frame.get_untracked().map_or(0.0, |element| page::y_within(&element, e.client_y()));
        let on_axis = height > axis.get_value() - 8.0;
        let window = state.look.get_untracked().window;
        drag.set(Some(if on_axis { Drag::Pan(at, at, window) } else { Drag::Brush(at, at) }));
    };
    let show = move |window: Interval| state.change(History::Same, |view| view.look.window = Some(window));
    let moved = move |e: PointerEvent| {
        let Some(now) = drag.get_untracked() else { return };
        if e.buttons() == 0 {
            // It was let go outside of the window.
            drag.set(None);
            return;
        }
        let at = x(e.client_x());
        let now = match now {
            Drag::Brush(from, _) => Drag::Brush(from, at),
            Drag::Pan(from, _, window) => Drag::Pan(from, at, window),
        };
        if now.moves()
            && let Some(element) = frame.get_untracked()
        {
            page::capture(&element, e.pointer_id());
            if let Drag::Pan(from, to, window) = now {
                // From where it began, so that parts of a day are not lost on the way.
                show(queries.scale(width.get_untracked(), window).panned(from - to));
            }
        }
        drag.set(Some(now));
    };
    let up = move |_: PointerEvent| {
        if let Some(Drag::Brush(from, to)) = drag.get_untracked().filter(Drag::moves) {
            let days = with_scale(queries, state, width.get_untracked(), |scale, gutter| {
                let day = |px: f64| scale.day((px - gutter).max(0.0));
                Interval::new(day(from), day(to))
            });
            state.ask(|request| request.days = Some(days));
        }
        drag.set(None);
    };
    let zoom = move |factor: f64, around: f64| {
        let width = width.get_untracked();
        show(with_scale(queries, state, width, |scale, gutter| scale.zoomed(factor, around - gutter)));
    };
    // A day may be wider than a step of the keyboard or the wheel: a step is at least a day.
    let rest = StoredValue::new(0.0);
    let pan = move |by: f64, at_least_a_day: bool| {
        with_scale(queries, state, width.get_untracked(), |scale, _| {
            let by = by + rest.get_value();
            let by = if at_least_a_day { by.signum() * by.abs().max(scale.day_px()) } else { by };
            let whole = by.abs() >= scale.day_px();
            rest.set_value(if whole { 0.0 } else { by });
            whole.then(|| scale.panned(by))
        })
        .into_iter()
        .for_each(show);
    };
    let wheel = move |e: WheelEvent| {
        if e.ctrl_key() || e.meta_key() {
            e.prevent_default();
            zoom((-e.delta_y() * 0.005).exp(), x(e.client_x()));
        } else if e.delta_x().abs() > e.delta_y().abs() {
            e.prevent_default();
            pan(e.delta_x(), false);
        }
    };
    let key = move |e: KeyboardEvent| {
        // The browser's own keys (its zoom, its history) stay the browser's.
        if e.ctrl_key() || e.meta_key() || e.alt_key() {
            return;
        }
        let middle = width.get_untracked() / 2.0;
        match e.key().as_str() {
            "ArrowLeft" => pan(-STEP, true),
            "ArrowRight" => pan(STEP, true),
            "+" | "=" => zoom(1.6, middle),
            "-" => zoom(1.0 / 1.6, middle),
            "0" => state.change(History::Same, |view| view.look.window = None),
            _ => return,
        }
        e.prevent_default();
    };
    let chart = move || {
        let Some(picture) = picture_now(queries, state, width.get()) else { return Vec::new() };
        axis.set_value(picture.axis);
        let mut svg = el("svg")
            .attr("id", "timeline")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", state.words().chart_help)
            .px("width", picture.width)
            .px("height", picture.height)
            .children(drawn(queries, state, &picture));
        if let Some(Drag::Brush(from, to)) = drag.get().filter(Drag::moves) {
            let brush = el("rect").class("brush").attr("y", "0").attr("height", "100%");
            svg = svg.child(brush.px("x", from.min(to)).px("width", (to - from).abs()));
        }
        vec![svg]
    };
    draw::keep(move || frame.get().map(Into::into), chart);
    view! {
        <div
            class="chart" node_ref=frame hidden=move || state.look.with(|look| look.list) on:wheel=wheel on:keydown=key
            on:pointerdown=down on:pointermove=moved on:pointerup=up on:pointercancel=move |_| drag.set(None)
        ></div>
    }
}
