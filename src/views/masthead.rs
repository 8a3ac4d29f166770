//! The head and foot of the page: name, theme, the corpus's title and what it holds and lacks.

use leptos::html;
use leptos::prelude::*;
use readout_corpus::{Card, Meeting, Rights, Warning};

use crate::browser::{draw, page};
use crate::components::node::{Element, el};
use crate::queries::{Queries, gaps, words};

/// Warnings shown at most; the program prints them all.
const WARNINGS: usize = 200;

/// The head of the page: the name of the product, the theme, and the corpus's title.
#[component]
pub fn Masthead() -> impl IntoView {
    let queries: Queries = expect_context();
    let root = NodeRef::<html::Div>::new();
    let dark = RwSignal::new(page::prefers_dark());
    draw::keep(move || root.get().map(Into::into), move || vec![line(dark), title(queries)]);
    view! { <div role="banner" node_ref=root></div> }
}

/// The line at the top: the name of the product and the theme.
fn line(dark: RwSignal<bool>) -> Element {
    let switch = move || {
        dark.update(|d| *d = !*d);
        page::set_theme(if dark.get_untracked() { "dark" } else { "light" });
    };
    let theme = el("button").class("plain").attr("id", "theme").press(switch);
    el("div")
        .class("masthead")
        .child(el("p").class("brand").text("Readout"))
        .child(el("p").class("claim").text("Who said what, when, in whose words"))
        .child(theme.text(if dark.get() { "Light page" } else { "Dark page" }))
}

/// The corpus's title, what it holds, and what it lacks.
fn title(queries: Queries) -> Element {
    queries.with(|explorer| {
        let (overview, cards, meetings) = (explorer.overview(), explorer.cards(), explorer.meetings());
        let first = meetings.iter().map(|m| m.days.from.year()).min();
        let last = meetings.iter().map(|m| m.days.to.year()).max();
        let span = match (first, last) {
            (Some(from), Some(to)) if from != to => format!(", {from}–{to}"),
            (Some(year), _) => format!(", {year}"),
            _ => String::new(),
        };
        let mut dek = el("p").class("dek");
        if let Some(description) = &overview.description {
            dek = dek.text(format!("{description} "));
        }
        dek = dek.text(holds(cards, meetings, &span));
        if let Some(lacks) = lacks(&gaps::silent_sides(overview, cards, meetings)) {
            dek = dek.child(el("strong").text(lacks));
        }
        el("div").class("title").child(el("h1").text(overview.title.clone())).child(dek)
    })
}

/// How many documents there are, and how many of them tell of how many meetings.
fn holds(cards: &[Card], meetings: &[Meeting], span: &str) -> String {
    let told = cards
        .iter()
        .filter(|c| meetings.iter().flat_map(|m| &m.accounts).any(|a| a.document == c.id))
        .count();
    let documents = words::count(cards.len() as u64, "document", "documents");
    let met = words::count(meetings.len() as u64, "meeting", "meetings");
    if told == cards.len() {
        format!("{documents} on {met}{span}. ")
    } else {
        format!("{documents}, of which {} tell of {met}{span}. ", words::thousands(told as u64))
    }
}

/// What the corpus lacks, in words.
fn lacks(silent: &[String]) -> Option<String> {
    match silent {
        [] => None,
        [one] => Some(format!("No account from the {one} side is in this corpus.")),
        [_, _] | [_, _, _] => {
            Some(format!("No account from these sides is in this corpus: {}.", words::names(silent)))
        }
        // A corpus of many bilateral meetings lacks many sides; naming them all would say nothing.
        many => Some(format!("From {} sides that took part there is no account in this corpus.", many.len())),
    }
}

/// The line at the bottom: what was left out, and how the marks were made.
#[component]
pub fn Footer() -> impl IntoView {
    let queries: Queries = expect_context();
    let root = NodeRef::<html::Footer>::new();
    draw::keep(move || root.get().map(Into::into), move || footer(queries));
    view! { <footer class="footer" node_ref=root></footer> }
}

fn footer(queries: Queries) -> Vec<Element> {
    queries.with(|explorer| {
        let mut parts = Vec::new();
        let summaries = explorer.cards().iter().filter(|card| card.rights == Rights::Summary).count();
        if summaries > 0 {
            let what = words::count(summaries as u64, "document is", "documents are");
            parts
                .push(el("p").text(format!("{what} shown as a summary in our own words, not as published.")));
        }
        parts.push(el("p").text(
            "Marks were made by rules, not by people; each says which rule and how sure it is. \
             “Not in this account” is not “not said”.",
        ));
        let warnings = &explorer.overview().warnings;
        if !warnings.is_empty() {
            let what = words::count(warnings.len() as u64, "thing was", "things were");
            let head =
                el("summary").text(format!("{what} left out or doubtful when this corpus was prepared"));
            let list = warnings.iter().take(WARNINGS).map(warning).collect();
            parts.push(el("details").attr("id", "warnings").child(head).child(el("ul").children(list)));
        }
        parts
    })
}

fn warning(warning: &Warning) -> Element {
    let place = warning.line.map_or(warning.file.clone(), |line| format!("{}:{line}", warning.file));
    el("li").child(el("code").text(place)).text(format!(" {}. {}", warning.problem, warning.remedy))
}
