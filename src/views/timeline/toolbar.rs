//! The timeline's controls: chart or list, what the lanes stand for, zoom and pan, days by date.

use leptos::prelude::*;
use readout_corpus::{Day, Interval};
use readout_query::timeline::Scale;

use super::lane_choices;
use crate::browser::draw;
use crate::components::node::{Element, el};
use crate::queries::picture::dated;
use crate::queries::{Queries, picture};
use crate::state::url::{lanes_from_key, lanes_key};
use crate::state::{History, ViewState};

/// Years before this one are taken for a year that is still being typed.
const FIRST_YEAR: i32 = 1000;

/// The controls above the timeline; `width` is that of the chart (px).
pub fn toolbar(queries: Queries, state: ViewState, width: RwSignal<f64>) -> AnyView {
    draw::region(move || vec![el("div").class("timeline-bar").children(controls(queries, state, width))])
}

fn controls(queries: Queries, state: ViewState, width: RwSignal<f64>) -> Vec<Element> {
    let (words, list) = (state.words(), state.look.get().list);
    let show = |label: &'static str, as_list: bool| {
        let button = el("button").attr("id", if as_list { "as-list" } else { "as-chart" }).text(label);
        let show = move || state.change(History::Step, |view| view.look.list = as_list);
        button.state("aria-pressed", list == as_list).press(show)
    };
    let mut parts = vec![
        el("h2").attr("id", "timeline-title").text(words.timeline),
        group(words.show_as).key("show").child(show(words.chart, false)).child(show(words.list, true)),
    ];
    if !list {
        parts.push(lanes(state).key("lanes"));
        parts.push(window(queries, state, width).key("window"));
    }
    parts.push(days(queries, state).key("days"));
    parts
}

fn group(label: &'static str) -> Element {
    el("span").class("group").attr("role", "group").attr("aria-label", label)
}

/// What the lanes stand for.
fn lanes(state: ViewState) -> Element {
    let (words, now) = (state.words(), state.look.get().lanes);
    let options =
        lane_choices(words).map(|(by, label)| el("option").attr("value", lanes_key(by)).text(label));
    let choose = move |key: String| {
        if let Some(lanes) = lanes_from_key(&key) {
            state.change(History::Step, |view| view.look.lanes = lanes);
        }
    };
    let choice =
        el("select").attr("id", "lanes").attr("value", lanes_key(now)).children(options.into()).input(choose);
    el("label").class("group lanes").fill(words.lanes_by, vec![choice.into()])
}

/// Zoom and pan by buttons.
fn window(queries: Queries, state: ViewState, width: RwSignal<f64>) -> Element {
    let words = state.words();
    let move_to = move |to: fn(&Scale, f64) -> Interval| {
        let (width, window) = (width.get_untracked(), state.look.get_untracked().window);
        let window = to(&queries.scale(width, window), width - picture::gutter(width));
        state.change(History::Same, |view| view.look.window = Some(window));
    };
    let button = |label: &'static str, sign: &'static str, to: fn(&Scale, f64) -> Interval| {
        el("button").attr("aria-label", label).text(sign).press(move || move_to(to))
    };
    let mut all = el("button")
        .text(words.all)
        .press(move || state.change(History::Same, |view| view.look.window = None));
    if state.look.get().window.is_none() {
        all = all.attr("disabled", "");
    }
    group(words.days_in_view)
        .child(button(words.earlier, "‹", |scale, px| scale.panned(px * -0.5)))
        .child(button(words.zoom_out, "−", |scale, px| scale.zoomed(0.5, px / 2.0)))
        .child(button(words.zoom_in, "+", |scale, px| scale.zoomed(2.0, px / 2.0)))
        .child(button(words.later, "›", |scale, px| scale.panned(px * 0.5)))
        .child(all)
}

/// Selects days by date: the brush for the keyboard.
fn days(queries: Queries, state: ViewState) -> Element {
    let (words, now) = (state.words(), state.request.with(|r| r.days));
    let whole =
        queries.with(|e| e.meetings().iter().map(|m| m.days).chain(dated(e.cards())).reduce(Interval::join));
    let field = |id: &'static str, value: Option<Day>, change: fn(Interval, Day) -> Interval| {
        let set = move |text: String| match text.parse::<Day>() {
            Ok(day) if day.year() >= FIRST_YEAR => state.ask(|request| {
                // An end that was not chosen is the corpus's own.
                let old = request.days.or(whole).unwrap_or(Interval::day(day));
                request.days = Some(change(old, day));
            }),
            Err(_) if text.is_empty() => state.ask(|request| request.days = None),
            _ => {}
        };
        let value = value.map(|day| day.to_string()).unwrap_or_default();
        el("input").attr("type", "date").attr("id", id).attr("value", value).input(set)
    };
    let from = field("from", now.map(|d| d.from), |old, day| Interval { from: day, to: old.to.max(day) });
    let to = field("to", now.map(|d| d.to), |old, day| Interval { from: old.from.min(day), to: day });
    el("span")
        .class("group days")
        .child(el("label").fill(words.from, vec![from.into()]))
        .child(el("label").fill(words.to, vec![to.into()]))
}
