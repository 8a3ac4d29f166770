//! Facets: what the found documents have, with counts that say what a click gives.
//!
//! A column beside the results in a wide window, a sheet over the page in a narrow one.

use leptos::prelude::*;
use readout_query::{Facet, FacetCounts, FacetValue, folded};

use crate::browser::{draw, page};
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::ViewState;
use crate::words::{Part, Words, parts};

/// Values shown before the reader asks for all.
const FEW: usize = 7;
/// Values drawn at most, even then; a name is found by typing.
const MANY: usize = 200;

/// What the sheet covers.
const COVERED: &str = ".masthead, .title, .find, .timeline, .results, .reader, .footer";

/// How much of one facet is shown. Passing: no link carries it.
#[derive(Clone, Copy)]
struct Shown {
    /// Whether the reader asked for all values.
    all: RwSignal<bool>,
    /// What is typed to find a value.
    find: RwSignal<String>,
}

/// All facets; `sheet` says whether they are open as a sheet (in a narrow window).
pub fn facets(queries: Queries, state: ViewState, sheet: RwSignal<bool>) -> AnyView {
    let shown = Facet::ALL.map(|_| Shown { all: RwSignal::new(false), find: RwSignal::new(String::new()) });
    let close = move || {
        sheet.set(false);
        page::focus_after_drawing(".open-facets".to_owned());
    };
    Effect::new(move |_| {
        page::set_inert(COVERED, sheet.get());
        if sheet.get() {
            page::focus_after_drawing("#close-facets".to_owned());
        }
    });
    draw::region(move || {
        if state.layout().is_some() {
            return Vec::new();
        }
        let mut parts = vec![head(queries, close)];
        queries.answer.with(|answer| {
            let Ok(answer) = answer else { return };
            let facets = answer.facets.iter().zip(shown);
            parts.extend(facets.filter_map(|(counts, shown)| facet(queries, state, counts, shown)));
        });
        let section = el("section").attr("id", "facets").attr("aria-label", state.words().filters);
        let section = if sheet.get() {
            section.class("facets open").attr("role", "dialog").attr("aria-modal", "true")
        } else {
            section.class("facets").attr("role", "region")
        };
        let escape = move |key: &str| {
            if key == "Escape" && sheet.get_untracked() {
                close();
            }
        };
        vec![section.children(parts).keys(escape)]
    })
}

/// The head of the sheet.
fn head(queries: Queries, close: impl Fn() + 'static) -> Element {
    let words = queries.words();
    let documents = queries.answer.with(|answer| answer.as_ref().map_or(0, |a| a.documents.len()));
    el("div")
        .class("sheet-head")
        .child(el("h2").text(words.filter))
        .child(el("output").text(words.count(words.documents, documents as u64)))
        .child(
            el("button").attr("id", "close-facets").class("filter").text(words.show_documents).press(close),
        )
        .key("head")
}

/// One facet: its most frequent values, and all of them when asked.
fn facet(queries: Queries, state: ViewState, counts: &FacetCounts, shown: Shown) -> Option<Element> {
    let FacetCounts { facet, values } = counts;
    if values.is_empty() {
        return None;
    }
    let Shown { all, find } = shown;
    let words = state.words();
    let name = words.facet(*facet);
    let heading = format!("facet-{}", facet.key());
    let mut group = el("div")
        .key(facet.key())
        .class("facet")
        .attr("data-facet", facet.key())
        .attr("role", "group")
        .attr("aria-labelledby", heading.clone())
        .child(el("h3").attr("id", heading).text(name));
    if all.get() && values.len() > 2 * FEW {
        let field = el("input").attr("type", "search").class("narrow").attr("placeholder", words.find_name);
        let field = field.attr("aria-label", words.fill(words.find_under, &[name])).attr("value", find.get());
        group = group.child(field.input(move |text| find.set(text)).key("find"));
    }
    let limit = if all.get() { MANY } else { FEW };
    group = group.child(el("ul").key("values").children(rows(
        queries,
        state,
        *facet,
        values,
        &find.get(),
        limit,
    )));
    if all.get() && values.len() > MANY {
        let (shown, all) = (words.number(MANY as u64), words.number(values.len() as u64));
        let cut = words.fill(words.cut_list, &[&shown, &all]);
        group = group.child(el("p").key("cut").class("aside").text(cut));
    }
    if values.len() > FEW {
        let label = if all.get() {
            words.fewer.to_owned()
        } else {
            words.fill(words.all_of, &[&words.number(values.len() as u64)])
        };
        let switch = move || {
            all.update(|a| *a = !*a);
            find.set(String::new());
        };
        group = group.child(
            el("button").key("all").class("link").state("aria-expanded", all.get()).text(label).press(switch),
        );
    }
    Some(group)
}

fn rows(
    queries: Queries,
    state: ViewState,
    facet: Facet,
    values: &[FacetValue],
    narrow_to: &str,
    limit: usize,
) -> Vec<Element> {
    let (words, wanted) = (queries.words(), folded(narrow_to));
    let most = values.iter().map(|v| v.count).max().unwrap_or(1).max(1);
    values
        .iter()
        .filter(|v| {
            let own = words.facet_value(facet, &v.value).unwrap_or(&v.label);
            wanted.is_empty() || folded(own).contains(&wanted)
        })
        .take(limit)
        .map(|value| row(state, facet, value, queries.label(facet, &value.value), most))
        .collect()
}

/// One value: a switch with its count, and a bar that shows its share of the largest.
fn row(state: ViewState, facet: Facet, value: &FacetValue, label: String, most: u32) -> Element {
    let FacetValue { value, count, chosen, .. } = value.clone();
    let words = state.words();
    let share = format!("{}%", u64::from(count) * 100 / u64::from(most));
    let bar = el("svg")
        .class("bar")
        .attr("aria-hidden", "true")
        .child(el("rect").attr("width", share).attr("height", "100%"));
    let button = el("button")
        .attr("data-value", value.clone())
        .state("aria-pressed", chosen)
        .child(el("span").class("tick").attr("aria-hidden", "true").text(if chosen { "✓" } else { "" }))
        .child(el("span").class("label").text(label))
        .child(number(words, count))
        .child(bar);
    let key = value.clone();
    let button = button.press(move || state.ask(|request| request.toggle(facet, &value)));
    el("li").key(key).class(if count == 0 { "zero" } else { "" }).child(button)
}

/// A number of documents, of which the eye sees the number alone.
fn number(words: Words, count: u32) -> Element {
    let shown = words.number(count.into());
    let piece = |part: &Part| match part {
        Part::Text(text) => el("span").class("visually-hidden").text((*text).to_owned()),
        Part::Hole(_) => el("span").text(shown.clone()),
    };
    let said = parts(words.form(words.documents, count.into()));
    el("span").class("number").children(said.iter().map(piece).collect())
}
