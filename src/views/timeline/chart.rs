//! The chart: an SVG that is drawn from a [`Picture`], with brush, pan and zoom.
//!
//! Drag over the lanes to select days, along the axis to pan; the wheel zooms with Ctrl and pans
//! sideways; with the keyboard on the chart, arrows pan, + and − zoom, 0 shows all.

use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;
use leptos::svg;
use readout_corpus::Interval;

use super::marks::{Axis, Lanes, NamedDates, Stems};
use super::{picture_now, with_scale};
use crate::browser::{page, watch};
use crate::queries::Queries;
use crate::queries::picture::Picture;
use crate::state::{History, ViewState};

/// A pointer that moved less than this (px) clicked.
const CLICK: f64 = 4.0;

/// What a pointer that is down is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Drag {
    /// Selecting days, from one place to another (px).
    Brush(f64, f64),
    /// Moving the days in view; where it was last (px).
    Pan(f64),
}

/// The chart.
#[component]
pub fn Chart(
    /// Width of the chart (px), measured here.
    width: RwSignal<f64>,
) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let svg = NodeRef::<svg::Svg>::new();
    let frame = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let Some(element) = frame.get() {
            watch::width(&element, move |px| width.set(px.floor()));
        }
    });
    let picture = Memo::new(move |_| picture_now(queries, state, width.get()));
    let drag = RwSignal::new(None::<Drag>);
    let x = move |client: i32| svg.get_untracked().map_or(0.0, |element| page::x_within(&element, client));

    let down = move |e: PointerEvent| {
        if e.button() != 0 {
            return;
        }
        let at = x(e.client_x());
        let on_axis = picture.with_untracked(|p| p.as_ref().is_some_and(|p| f64::from(e.offset_y()) > p.axis - 8.0));
        drag.set(Some(if on_axis { Drag::Pan(at) } else { Drag::Brush(at, at) }));
    };
    let moved = move |e: PointerEvent| match drag.get_untracked() {
        Some(Drag::Brush(from, _)) => {
            let at = x(e.client_x());
            if (at - from).abs() >= CLICK
                && let Some(element) = svg.get_untracked()
            {
                page::capture(&element, e.pointer_id());
            }
            drag.set(Some(Drag::Brush(from, at)));
        }
        Some(Drag::Pan(last)) => {
            let at = x(e.client_x());
            let window = with_scale(queries, state, width.get_untracked(), |scale, _| scale.panned(at - last));
            state.change(History::Same, |view| view.window = Some(window));
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
        let window = with_scale(queries, state, width.get_untracked(), |s, gutter| s.zoomed(factor, around - gutter));
        state.change(History::Same, |view| view.window = Some(window));
    };
    let pan = move |by: f64| {
        let window = with_scale(queries, state, width.get_untracked(), |scale, _| scale.panned(by));
        state.change(History::Same, |view| view.window = Some(window));
    };
    let wheel = move |e: WheelEvent| {
        if e.ctrl_key() || e.meta_key() {
            e.prevent_default();
            zoom((-e.delta_y() * 0.005).exp(), x(e.client_x()));
        } else if e.delta_x().abs() > e.delta_y().abs() {
            e.prevent_default();
            pan(-e.delta_x());
        }
    };
    let key = move |e: KeyboardEvent| {
        let middle = width.get_untracked() / 2.0;
        match e.key().as_str() {
            "ArrowLeft" => pan(60.0),
            "ArrowRight" => pan(-60.0),
            "+" | "=" => zoom(1.6, middle),
            "-" => zoom(1.0 / 1.6, middle),
            "0" => state.change(History::Same, |view| view.window = None),
            _ => return,
        }
        e.prevent_default();
    };
    view! {
        <div class="chart" node_ref=frame>
            <svg
                id="timeline" node_ref=svg tabindex="0" role="group"
                aria-label="Meetings over time. Arrows move, plus and minus zoom, 0 shows all; Tab goes to the meetings."
                width=move || width.get()
                height=move || picture.with(|p| p.as_ref().map_or(0.0, |p| p.height))
                on:pointerdown=down on:pointermove=moved on:pointerup=up on:pointercancel=move |_| drag.set(None)
                on:wheel=wheel on:keydown=key
            >
                {move || picture.get().map(|picture| draw(&picture))}
                {move || brush(drag.get())}
            </svg>
            {move || picture.with(|p| p.as_ref().map_or(0, |p| p.more_lanes)).gt(&0).then(|| {
                let more = picture.with(|p| p.as_ref().map_or(0, |p| p.more_lanes));
                view! { <p class="aside">{more} " more lanes are not drawn; filter to see them."</p> }
            })}
        </div>
    }
}

fn draw(picture: &Picture) -> impl IntoView + use<> {
    let selection = picture.selection.map(|(from, to)| {
        view! { <rect class="selection" x=from y="0" width=to - from height=picture.axis /> }
    });
    view! {
        {selection}
        <Axis picture=picture.clone() />
        <Stems picture=picture.clone() />
        <Lanes picture=picture.clone() />
        <NamedDates picture=picture.clone() />
    }
}

fn brush(drag: Option<Drag>) -> Option<impl IntoView> {
    match drag {
        Some(Drag::Brush(from, to)) if (to - from).abs() >= CLICK => {
            Some(view! { <rect class="brush" x=from.min(to) y="0" width=(to - from).abs() height="100%" /> })
        }
        _ => None,
    }
}
