//! What stands on the chart: axis, meetings, accounts in lanes, and named dates. Pure functions from
//! a picture to elements.

use leptos::prelude::With;
use readout_corpus::Interval;
use readout_query::Facet;

use super::with_scale;
use crate::components::glyph::{shape, side_class};
use crate::components::node::{Element, el, pressable};
use crate::queries::Queries;
use crate::queries::picture::{Dot, FINGER, Named, Picture, Row, Stem, text_width};
use crate::state::{History, Reading, ViewState};
use crate::views::documents::source_kind;
use crate::words::Words;

/// Everything on the chart, in the order in which it is drawn.
pub fn drawn(queries: Queries, state: ViewState, picture: &Picture) -> Vec<Element> {
    let words = state.words();
    let mut all = Vec::new();
    if let Some((from, to)) = picture.selection {
        all.push(rect("selection", from, 0.0, to - from, picture.axis).key("selection"));
    }
    all.extend(axis(state, picture));
    all.extend(picture.stems.iter().map(|stem| stem_mark(queries, state, picture, stem)));
    all.extend(picture.rows.iter().map(|row| lane(queries, state, picture, row)));
    all.extend(named_dates(words, picture));
    if picture.more_lanes > 0 {
        let more = words.count(words.more_lanes, picture.more_lanes as u64);
        all.push(label("named-label", 0.0, picture.height - 4.0, more).key("more"));
    }
    all
}

fn rect(class: &'static str, x: f64, y: f64, width: f64, height: f64) -> Element {
    let rect = el("rect").class(class).px("x", x).px("y", y);
    rect.px("width", width.max(0.0)).px("height", height.max(0.0))
}

fn line(class: &'static str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Element {
    el("line").class(class).px("x1", x1).px("y1", y1).px("x2", x2).px("y2", y2)
}

fn label(class: &'static str, x: f64, y: f64, text: impl Into<std::borrow::Cow<'static, str>>) -> Element {
    el("text").class(class).px("x", x).px("y", y).text(text)
}

/// The axis with its dates, and the folds in it.
fn axis(state: ViewState, picture: &Picture) -> Vec<Element> {
    let words = state.words();
    let Picture { width, gutter, top, axis, height, .. } = *picture;
    let mut all = Vec::new();
    for fold in &picture.folds {
        let middle = (fold.from + fold.to) / 2.0;
        let slash = |x: f64| line("break", (x, axis + 5.0), (x + 3.0, axis - 5.0));
        all.push(
            el("g")
                .key(format!("fold {}", fold.label))
                .class("fold")
                .child(el("title").text(words.fill(words.folded, &[&fold.label])))
                .child(rect("folded", fold.from, top - 4.0, fold.to - fold.from, axis - top + 4.0))
                .child(slash(middle - 5.0))
                .child(slash(middle + 1.0)),
        );
    }
    all.push(line("axis", (gutter, axis), (width, axis)).key("axis"));
    all.push(rect("grip", gutter, axis - 4.0, width - gutter, height - axis).key("grip"));
    for tick in &picture.ticks {
        let days = tick.days;
        all.push(line("grid", (tick.x, top - 4.0), (tick.x, axis)).key(format!("grid {}", days.from)));
        all.push(
            pressable("text", words.fill(words.select_days, &[&tick.label, &words.interval(days)]))
                .key(format!("tick {}", days.from))
                .class("tick")
                .px("x", tick.x + 3.0)
                .px("y", axis + 16.0)
                .text(tick.label.clone())
                .press(move || state.ask(|request| request.days = Some(days))),
        );
    }
    all
}

/// One or more meetings: a stem through the lanes, with its label above.
fn stem_mark(queries: Queries, state: ViewState, picture: &Picture, stem: &Stem) -> Element {
    let narrow = picture.gutter == 0.0;
    let (x, days, width) = (stem.x, stem.days, picture.width);
    let bottom = picture.named_y.min(picture.axis) - 6.0;
    let ids: Vec<String> = queries.with(|e| {
        stem.meetings.iter().filter_map(|at| e.meetings().get(*at as usize)).map(|m| m.id.clone()).collect()
    });
    let line_height = if narrow { 18.0 } else { 32.0 };
    let text_at = stem.label.map(|(row, from)| (from, picture.top - 8.0 - row as f64 * line_height));
    let rise = text_at.map_or(picture.top - 6.0, |(_, y)| y + 4.0);
    let mut group = pressable("g", format!("{} {}", stem.when, stem.who))
        .class(if stem.lit { "stem" } else { "stem dim" })
        .key(format!("stem {}", ids.join(" ")))
        .attr("data-meeting", ids.join(" "))
        .state("aria-pressed", state.request.with(|r| ids.iter().any(|id| r.has(Facet::Meeting, id))))
        .child(rect("touch", x - FINGER / 2.0, rise, FINGER, bottom - rise))
        .child(line("", (x, rise), (x, bottom)));
    if let Some((from, y)) = text_at {
        group = group.child(rect("touch", from, y - line_height + 6.0, 110.0, line_height));
        group = if narrow {
            group.child(label("when", from, y, stem.when.clone()))
        } else {
            // The space parts the lines for those who hear them, as in the name.
            group.child(label("when", from, y - 13.0, format!("{} ", stem.when))).child(label(
                "who",
                from,
                y,
                stem.who.clone(),
            ))
        };
    }
    group.press(move || match ids.as_slice() {
        [only] => state.ask(|request| request.toggle(Facet::Meeting, only)),
        _ => open_gathered(queries, state, days, width),
    })
}

/// Opens meetings that stand too close: zooms in where that parts them, else selects their days.
fn open_gathered(queries: Queries, state: ViewState, days: Interval, width: f64) {
    let apart = with_scale(queries, state, width, |scale, _| {
        days.days() > 1 && scale.window().days() > days.days().saturating_mul(2)
    });
    if apart {
        let margin = i32::try_from(days.days() / 8 + 1).unwrap_or(1);
        let window = Interval { from: days.from.plus(-margin), to: days.to.plus(margin) };
        state.change(History::Step, |view| view.look.window = Some(window));
    } else {
        state.ask(|request| request.days = Some(days));
    }
}

/// A lane with the accounts in it.
fn lane(queries: Queries, state: ViewState, picture: &Picture, row: &Row) -> Element {
    let (gutter, width) = (picture.gutter, picture.width);
    let y = row.y;
    let label_y = if gutter == 0.0 { y - 15.0 } else { y + 4.0 };
    el("g")
        .key(format!("lane {}", row.label))
        .class("lane")
        .child(line("lane-line", (gutter, y), (width, y)))
        .child(label("lane-label", 0.0, label_y, fit(&row.label, gutter)))
        .children(row.dots.iter().map(|dot| dot_mark(queries, state, dot, y, &row.label)).collect())
}

/// A label that fits into the gutter (px), cut where it must be.
fn fit(label: &str, gutter: f64) -> String {
    let room = if gutter == 0.0 { 268.0 } else { gutter - 4.0 };
    if text_width(label) <= room {
        return label.to_owned();
    }
    let mut cut = label.to_owned();
    while text_width(&cut) > room - 8.0 && cut.pop().is_some() {}
    cut + "…"
}

/// One or more accounts of a lane.
fn dot_mark(queries: Queries, state: ViewState, dot: &Dot, y: f64, lane: &str) -> Element {
    let (words, x) = (state.words(), dot.x);
    let titles: Vec<(String, String)> = queries.with(|e| {
        dot.documents
            .iter()
            .filter_map(|at| e.cards().get(*at as usize))
            .map(|c| (c.id.clone(), c.title.clone()))
            .collect()
    });
    // Colour and shape are the first account's; in a lane of one source they are all alike.
    let (side, kind) = queries.with(|e| {
        let card = dot.documents.first().and_then(|at| e.cards().get(*at as usize));
        let side = queries.side_number(card.and_then(|c| c.side.as_deref()));
        (side, source_kind(e.overview(), card.and_then(|c| c.source.as_deref())))
    });
    let days = dot.days;
    let many = titles.len();
    let said = match titles.first() {
        Some((_, title)) if many == 1 => words.fill(words.open, &[title]),
        _ => {
            let accounts = words.count(words.accounts, many as u64);
            words.fill(words.three, &[&accounts, lane, &words.interval(days)])
        }
    };
    let key: Vec<&str> = titles.iter().map(|(id, _)| id.as_str()).collect();
    let key = key.join(" ");
    let mut group = pressable("g", said.clone())
        .key(key)
        .class(format!("{} {}", if dot.lit { "dot" } else { "dot dim" }, side_class(side)))
        .child(el("title").text(said))
        .child(rect("touch", x - FINGER / 2.0, y - FINGER / 2.0, FINGER, FINGER))
        .child(shape(kind, x, y));
    if many > 1 {
        group = group.child(label("many", x + 8.0, y - 6.0, many.to_string()));
    }
    group.press(move || match titles.as_slice() {
        [(id, _)] => state.open(Reading::start(id)),
        _ => state.ask(|request| request.days = Some(days)),
    })
}

/// The dates that the texts name: ticks for days, bars for stretches.
fn named_dates(words: Words, picture: &Picture) -> Vec<Element> {
    let y = picture.named_y;
    let mut all = Vec::new();
    let (before, after) = &picture.named_outside;
    let edge = |text: String, x: f64, anchor: &'static str| {
        label("named-label", x, picture.axis - 5.0, text).attr("text-anchor", anchor).key(anchor)
    };
    if let Some(before) = before {
        let x = if picture.gutter == 0.0 { 0.0 } else { picture.gutter - 8.0 };
        let anchor = if picture.gutter == 0.0 { "start" } else { "end" };
        all.push(edge(before.clone(), x, anchor));
    }
    if let Some(after) = after {
        all.push(edge(after.clone(), picture.width, "end"));
    }
    if !picture.named.is_empty() || before.is_some() || after.is_some() {
        let at = if picture.gutter == 0.0 { y - 9.0 } else { y + 4.0 };
        all.push(label("lane-label", 0.0, at, words.dates_named).key("named"));
    }
    all.extend(picture.named.iter().map(|named| named_mark(words, named, y, picture.axis - 5.0)));
    all
}

fn named_mark(words: Words, named: &Named, y: f64, label_y: f64) -> Element {
    let (mentions, documents) = named.count;
    let (days, documents) = (words.interval(named.days), words.count(words.documents, documents as u64));
    let tip = words.count_with(words.named_times, mentions.into(), &[&days, &documents]);
    let mark = if named.to > named.from {
        rect("bar", named.from, y - 4.0 + named.row as f64 * 7.0, named.to - named.from, 4.0)
    } else {
        line("point", (named.from, y - 6.0), (named.from, y + 6.0))
    };
    let group = el("g").key(format!("named {tip}")).class("named").child(el("title").text(tip)).child(mark);
    if named.labelled {
        group.child(label("named-label", named.from, label_y, named.text.clone()))
    } else {
        group
    }
}
