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

/// What a screen reader says of the chart.
const LABEL: &str =
    "Meetings over time. Arrows move, plus and minus zoom, 0 shows all; Tab goes to the meetings.";

/// What a pointer that is down is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Drag {
    /// Selecting days, from one place to another (px).
    Brush(f64, f64),
    /// Moving the days in view; where it was last (px).
    Pan(f64),
}

impl Drag {
    /// Whether it has gone far enough to be no click.
    fn brushes(&self) -> bool {
        matches!(self, Drag::Brush(from, to) if (to - from).abs() >= CLICK)
    }
}

/// The chart.
#[component]
pub fn Chart(
    /// Width of the chart (px), measured here.
    width: RwSignal<f64>,
) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
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
        if e.button() != 0 {
            return;
        }
        let at = x(e.client_x());
        let height = frame.get_untracked().map_or(0.0, |element| page::y_within(&element, e.client_y()));
        let on_axis = height > axis.get_value() - 8.0;
        drag.set(Some(if on_axis { Drag::Pan(at) } else { Drag::Brush(at, at) }));
    };
    let moved = move |e: PointerEvent| match drag.get_untracked() {
        Some(Drag::Brush(from, _)) => {
            let at = x(e.client_x());
            if (at - from).abs() >= CLICK
                && let Some(element) = frame.get_untracked()
            {
                page::capture(&element, e.pointer_id());
            }
            drag.set(Some(Drag::Brush(from, at)));
        }
        Some(Drag::Pan(last)) => {
            let at = x(e.client_x());
            let window =
                with_scale(queries, state, width.get_untracked(), |scale, _| scale.panned(last - at));
            state.change(History::Same, |view| view.look.window = Some(window));
            drag.set(Some(Drag::Pan(at)));
        }
        None => {}
    };
    let up = move |_: PointerEvent| {
        if let Some(Drag::Brush(from, to)) = drag.get_untracked()
            && (to - from).abs() >= CLICK
        {
            let days = with_scale(queries, state, width.get_untracked(), |scale, gutter| {
                Interval::new(scale.day(from - gutter), scale.day(to - gutter))
            });
            state.ask(|request| request.days = Some(days));
        }
        drag.set(None);
    };
    let zoom = move |factor: f64, around: f64| {
        let window =
            with_scale(queries, state, width.get_untracked(), |s, gutter| s.zoomed(factor, around - gutter));
        state.change(History::Same, |view| view.look.window = Some(window));
    };
    let pan = move |by: f64| {
        let window = with_scale(queries, state, width.get_untracked(), |scale, _| scale.panned(by));
        state.change(History::Same, |view| view.look.window = Some(window));
    };
    let wheel = move |e: WheelEvent| {
        if e.ctrl_key() || e.meta_key() {
            e.prevent_default();
            zoom((-e.delta_y() * 0.005).exp(), x(e.client_x()));
        } else if e.delta_x().abs() > e.delta_y().abs() {
            e.prevent_default();
            pan(e.delta_x());
        }
    };
    let key = move |e: KeyboardEvent| {
        let middle = width.get_untracked() / 2.0;
        match e.key().as_str() {
            "ArrowLeft" => pan(-60.0),
            "ArrowRight" => pan(60.0),
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
            .attr("aria-label", LABEL)
            .px("width", picture.width)
            .px("height", picture.height)
            .children(drawn(queries, state, &picture));
        if let Some(Drag::Brush(from, to)) = drag.get().filter(Drag::brushes) {
            let brush = el("rect").class("brush").attr("y", "0").attr("height", "100%");
            svg = svg.child(brush.px("x", from.min(to)).px("width", (to - from).abs()));
        }
        vec![svg]
    };
    draw::keep(move || frame.get().map(Into::into), chart);
    view! {
        <div
            class="chart" node_ref=frame on:wheel=wheel on:keydown=key
            on:pointerdown=down on:pointermove=moved on:pointerup=up on:pointercancel=move |_| drag.set(None)
        ></div>
    }
}
