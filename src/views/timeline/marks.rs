//! What stands on the chart: axis, meetings, accounts in lanes, and named dates.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use readout_corpus::Interval;
use readout_query::Facet;

use super::with_scale;
use crate::components::glyph::{shape, shape_class, side_class};
use crate::queries::picture::{Dot, FINGER, Picture, Row, Stem};
use crate::queries::{Queries, words};
use crate::state::{History, Reading, ViewState};

/// Whether a key presses a button.
fn presses(e: &KeyboardEvent) -> bool {
    let pressed = matches!(e.key().as_str(), "Enter" | " ");
    if pressed {
        e.prevent_default();
        e.stop_propagation();
    }
    pressed
}

/// The axis with its dates, and the folds in it.
#[component]
pub fn Axis(picture: Picture) -> impl IntoView {
    let state: ViewState = expect_context();
    let Picture { width, gutter, top, axis, height, .. } = picture;
    let ticks = picture.ticks.into_iter().map(move |tick| {
        let select = move || state.ask(|request| request.days = Some(tick.days));
        let said = format!("Select {}", words::interval(tick.days));
        view! {
            <line class="grid" x1=tick.x x2=tick.x y1=top - 4.0 y2=axis />
            <text class="tick" role="button" tabindex="0" aria-label=said x=tick.x + 3.0 y=axis + 16.0
                on:click=move |_| select() on:keydown=move |e| if presses(&e) { select() }>
                {tick.label}
            </text>
        }
    }).collect_view();
    let folds = picture.folds.into_iter().map(move |fold| {
        let middle = (fold.from + fold.to) / 2.0;
        view! {
            <g class="fold">
                <title>{fold.label.clone()} " without a date, folded"</title>
                <rect class="folded" x=fold.from y=top - 4.0 width=fold.to - fold.from height=axis - top + 4.0 />
                <path class="break" d=format!("M{} {}l3 -10M{} {}l3 -10", middle - 5.0, axis + 5.0, middle + 1.0, axis + 5.0) />
            </g>
        }
    }).collect_view();
    view! {
        {folds}
        {ticks}
        <line class="axis" x1=gutter x2=width y1=axis y2=axis />
        <rect class="grip" x=gutter y=axis - 4.0 width=width - gutter height=height - axis />
    }
}

/// The meetings: a stem through the lanes, with its label above.
#[component]
pub fn Stems(picture: Picture) -> impl IntoView {
    let (top, axis, narrow) = (picture.top, picture.axis, picture.gutter == 0.0);
    let named_y = picture.named_y;
    let width = picture.width;
    picture
        .stems
        .into_iter()
        .map(move |stem| view! { <OneStem stem top bottom=named_y.min(axis) narrow width /> })
        .collect_view()
}

#[component]
fn OneStem(stem: Stem, top: f64, bottom: f64, narrow: bool, width: f64) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let Stem { x, meetings, days, lit, label, when, who } = stem;
    let ids: Vec<String> = queries.with(|e| {
        meetings.iter().filter_map(|at| e.meetings().get(*at as usize)).map(|m| m.id.clone()).collect()
    });
    let data = ids.join(" ");
    let said = format!("{when}: {who}");
    let choose = move || match ids.as_slice() {
        [only] => state.ask(|request| request.toggle(Facet::Meeting, only)),
        _ => open_gathered(queries, state, days, width),
    };
    let press = choose.clone();
    let line = if narrow { 18.0 } else { 32.0 };
    let text = label.map(|(row, from)| {
        let bottom_of_row = top - 8.0 - row as f64 * line;
        (row, from, bottom_of_row)
    });
    let rise = text.map_or(top - 6.0, |(_, _, y)| y + 4.0);
    view! {
        <g class="stem" class:dim=!lit data-meeting=data role="button" tabindex="0" aria-label=said
            on:click=move |_| choose() on:keydown=move |e| if presses(&e) { press() }>
            <rect class="touch" x=x - FINGER / 2.0 y=rise width=FINGER height=bottom - rise />
            <line x1=x x2=x y1=rise y2=bottom />
            {text.map(|(_, from, y)| view! {
                <rect class="touch" x=from y=y - line + 6.0 width="110" height=line />
                {if narrow {
                    view! { <text class="when" x=from y=y>{when}</text> }.into_any()
                } else {
                    view! { <text class="when" x=from y=y - 13.0>{when}</text><text class="who" x=from y=y>{who}</text> }.into_any()
                }}
            })}
        </g>
    }
}

/// Opens meetings that stand too close: zooms in where that parts them, else selects their days.
fn open_gathered(queries: Queries, state: ViewState, days: Interval, width: f64) {
    let apart = with_scale(queries, state, width, |scale, _| {
        let window = scale.window();
        days.days() > 1 && window.days() > days.days().saturating_mul(2)
    });
    if apart {
        let margin = i32::try_from(days.days() / 8 + 1).unwrap_or(1);
        let window = Interval { from: days.from.plus(-margin), to: days.to.plus(margin) };
        state.change(History::Step, |view| view.window = Some(window));
    } else {
        state.ask(|request| request.days = Some(days));
    }
}

/// The lanes with the accounts in them.
#[component]
pub fn Lanes(picture: Picture) -> impl IntoView {
    let (gutter, width) = (picture.gutter, picture.width);
    let queries: Queries = expect_context();
    picture
        .rows
        .into_iter()
        .map(move |row| {
            let Row { y, label, side, kind, dots } = row;
            let class = format!("lane {}", side_class(queries.side_number(side.as_deref())));
            let (label_x, label_y) = if gutter == 0.0 { (0.0, y - 15.0) } else { (0.0, y + 4.0) };
            view! {
                <g class=class>
                    <line class="lane-line" x1=gutter x2=width y1=y y2=y />
                    <text class="lane-label" x=label_x y=label_y>{fit(label, gutter)}</text>
                    {dots.into_iter().map(|dot| view! { <OneDot dot y kind /> }).collect_view()}
                </g>
            }
        })
        .collect_view()
}

/// A label that fits into the gutter (px), cut where it must be.
fn fit(label: String, gutter: f64) -> String {
    let letters = if gutter == 0.0 { 40 } else { (gutter / 6.9) as usize };
    if label.chars().count() <= letters {
        return label;
    }
    label.chars().take(letters.saturating_sub(1)).chain(['…']).collect()
}

#[component]
fn OneDot(dot: Dot, y: f64, kind: Option<readout_corpus::SourceKind>) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let Dot { x, documents, lit } = dot;
    let titles: Vec<(String, String)> = queries.with(|e| {
        documents.iter().filter_map(|at| e.cards().get(*at as usize)).map(|c| (c.id.clone(), c.title.clone())).collect()
    });
    let days = queries.with(|e| {
        let of = |at: &u32| e.cards().get(*at as usize).and_then(|c| c.dateline.as_ref().and_then(|d| d.date).or(c.published));
        documents.iter().filter_map(of).map(Interval::day).reduce(Interval::join)
    });
    let many = titles.len();
    let said = match titles.first() {
        Some((_, title)) if many == 1 => format!("Open {title}"),
        _ => words::count(many as u64, "account", "accounts"),
    };
    let tip = said.clone();
    let choose = move || match (titles.as_slice(), days) {
        ([(id, _)], _) => state.open(Reading::start(id)),
        (_, Some(days)) => state.ask(|request| request.days = Some(days)),
        _ => {}
    };
    let press = choose.clone();
    view! {
        <g class="dot" class:dim=!lit role="button" tabindex="0" aria-label=said
            on:click=move |_| choose() on:keydown=move |e| if presses(&e) { press() }>
            <title>{tip}</title>
            <rect class="touch" x=x - FINGER / 2.0 y=y - FINGER / 2.0 width=FINGER height=FINGER />
            <path class=shape_class(kind) d=shape(kind, x, y) />
            {(many > 1).then(|| view! { <text class="many" x=x + 8.0 y=y - 6.0>{many}</text> })}
        </g>
    }
}

/// The dates that the texts name: ticks for days, bars for stretches.
#[component]
pub fn NamedDates(picture: Picture) -> impl IntoView {
    let (y, gutter) = (picture.named_y, picture.gutter);
    let label_y = picture.axis - 5.0;
    let heading = (!picture.named.is_empty()).then(|| {
        let at = if gutter == 0.0 { y - 9.0 } else { y + 4.0 };
        view! { <text class="lane-label" x="0" y=at>"Dates the texts name"</text> }
    });
    let marks = picture
        .named
        .into_iter()
        .map(move |named| {
            let (mentions, documents) = named.count;
            let tip = format!(
                "{}: named {} in {}",
                words::interval(named.days),
                words::count(mentions.into(), "time", "times"),
                words::count(documents as u64, "document", "documents")
            );
            let mark = if named.to > named.from {
                let top = y - 4.0 + named.row as f64 * 7.0;
                view! { <rect class="bar" x=named.from y=top width=named.to - named.from height="4" /> }.into_any()
            } else {
                view! { <line class="point" x1=named.from x2=named.from y1=y - 6.0 y2=y + 6.0 /> }.into_any()
            };
            let text = named.labelled.then(|| view! { <text class="named-label" x=named.from y=label_y>{named.text}</text> });
            view! { <g class="named"><title>{tip}</title>{mark}{text}</g> }
        })
        .collect_view();
    view! { {heading}{marks} }
}
