//! The head and foot of the page: name, language, theme, the corpus's title and what it holds and lacks.

use leptos::prelude::*;
use readout_corpus::{Card, Interval, Language, Meeting, Rights, Warning};

use crate::browser::{draw, page};
use crate::components::node::{Element, el};
use crate::queries::{Queries, gaps};
use crate::state::{History, ViewState, url};
use crate::words::{Grain, Words};

/// Warnings shown at most; the program prints them all.
const WARNINGS: usize = 200;

/// The head of the page: the name of the product, language and theme, and the corpus's title. In a frame
/// in somebody else's page the title is enough.
pub fn masthead(queries: Queries, state: ViewState, sharing: RwSignal<bool>) -> AnyView {
    let dark = RwSignal::new(page::prefers_dark());
    let newer = RwSignal::new(page::has_update());
    page::on_told(move |what| {
        if what == "update" {
            newer.set(true);
        }
    });
    draw::region(move || {
        let mut parts = Vec::new();
        if newer.get() {
            parts.push(update(state));
        }
        if state.layout().is_none() {
            parts.push(line(state, dark, sharing));
        }
        parts.push(title(queries, state));
        vec![el("div").attr("role", "banner").children(parts)]
    })
}

/// The publisher's logo, where a theme brings one (the page carries it), else the name of the product.
fn brand() -> Element {
    let brand = el("p").class("brand");
    let part = |name| page::attribute_of("readout-logo", name);
    let Some(light) = part("content") else { return brand.text("Readout") };
    let alt = part("data-alt").unwrap_or_default();
    let image = |address: String| el("img").attr("src", address).attr("alt", alt.clone());
    // A theme's style sheet shows one of two.
    brand.child(image(light)).children(part("data-dark").map(image).into_iter().collect())
}

/// The line at the top: the name of the product, the language and the theme.
fn line(state: ViewState, dark: RwSignal<bool>, sharing: RwSignal<bool>) -> Element {
    let words = state.words();
    let switch = move || {
        dark.update(|d| *d = !*d);
        page::set_theme(if dark.get_untracked() { "dark" } else { "light" });
    };
    let theme = el("button").class("plain").attr("id", "theme").press(switch);
    el("div")
        .class("masthead")
        .child(brand())
        .child(el("p").class("claim").text(words.claim))
        .child(
            el("button")
                .class("plain")
                .attr("id", "open-share")
                .text(words.share)
                .press(move || sharing.set(true)),
        )
        .child(language(state))
        .child(theme.text(if dark.get() { words.light_page } else { words.dark_page }))
}

/// Offers the newer version that the browser has fetched.
fn update(state: ViewState) -> Element {
    let words = state.words();
    let load = el("button").class("link").text(words.reload_now).press(|| page::tell("reload"));
    el("p")
        .key("update")
        .class("update")
        .attr("role", "status")
        .text(format!("{} ", words.new_version))
        .child(load)
}

/// The switch of languages: each is named in itself.
fn language(state: ViewState) -> Element {
    let words = state.words();
    let option = |language: Language| {
        el("option").attr("value", language.tag()).attr("lang", language.tag()).text(language.name())
    };
    let speak = move |tag: String| Language::from_tag(&tag).into_iter().for_each(|one| state.speak(one));
    el("select")
        .class("plain")
        .attr("id", "language")
        .attr("aria-label", words.language_switch)
        .attr("value", words.language.tag())
        .children(Language::ALL.map(option).into())
        .input(speak)
}

/// The corpus's title, what it holds, and what it lacks.
fn title(queries: Queries, state: ViewState) -> Element {
    let words = queries.words();
    queries.with(|explorer| {
        let (overview, cards, meetings) = (explorer.overview(), explorer.cards(), explorer.meetings());
        let heading = el("h1").text(overview.title.clone());
        if state.layout().is_some() {
            return el("div").class("title").child(heading);
        }
        let mut dek = el("p").class("dek");
        if let Some(description) = &overview.description {
            dek = dek.text(description.clone()).text(" ");
        }
        dek = dek.text(holds(words, cards, meetings)).text(words.gap);
        if let Some(lacks) = lacks(words, &gaps::silent_sides(overview, cards, meetings)) {
            dek = dek.child(el("strong").text(lacks));
        }
        el("div").class("title").child(heading).child(dek)
    })
}

/// How many documents there are, and how many of them tell of how many meetings.
fn holds(words: Words, cards: &[Card], meetings: &[Meeting]) -> String {
    let told = cards
        .iter()
        .filter(|c| meetings.iter().flat_map(|m| &m.accounts).any(|a| a.document == c.id))
        .count();
    let documents = words.count(words.documents, cards.len() as u64);
    let Some(days) = meetings.iter().map(|m| m.days).reduce(Interval::join) else {
        return words.fill(words.holds_none, &[&documents]);
    };
    let (met, years) = (words.count(words.meetings, meetings.len() as u64), words.dates(days, Grain::Year));
    if told == cards.len() {
        words.fill(words.holds_all, &[&documents, &met, &years])
    } else {
        words.fill(words.holds_some, &[&documents, &words.number(told as u64), &met, &years])
    }
}

/// What the corpus lacks, in words.
fn lacks(words: Words, silent: &[String]) -> Option<String> {
    Some(match silent {
        [] => return None,
        [one] => words.fill(words.lacks_one, &[one]),
        [_, _] | [_, _, _] => words.fill(words.lacks_few, &[&words.names(silent)]),
        // A corpus of many bilateral meetings lacks many sides; naming them all would say nothing.
        many => words.fill(words.lacks_many, &[&words.number(many.len() as u64)]),
    })
}

/// The line at the bottom: what was left out, and how the marks were made; in a frame in somebody else's
/// page, the way to the whole explorer.
pub fn footer(queries: Queries, state: ViewState) -> AnyView {
    draw::region(move || {
        let parts = if state.layout().is_some() { vec![whole(state)] } else { notes(queries) };
        vec![el("footer").class("footer").children(parts)]
    })
}

/// A link to the whole explorer, at the same place.
fn whole(state: ViewState) -> Element {
    let mut view = state.view();
    view.look.layout = None;
    let link = el("a").attr("href", format!("#{}", url::write(&view))).text(state.words().whole_explorer);
    // A strictly sandboxed frame may open no other window.
    let link = if page::has_origin() {
        link.attr("target", "_blank").attr("rel", "noopener")
    } else {
        link.press(move || state.change(History::Step, |view| view.look.layout = None))
    };
    el("p").child(link)
}

fn notes(queries: Queries) -> Vec<Element> {
    let words = queries.words();
    queries.with(|explorer| {
        let mut parts = Vec::new();
        let summaries = explorer.cards().iter().filter(|card| card.rights == Rights::Summary).count();
        if summaries > 0 {
            parts.push(el("p").text(words.count(words.summaries, summaries as u64)));
        }
        parts.push(el("p").text(words.made_by_rules));
        let warnings = &explorer.overview().warnings;
        if !warnings.is_empty() {
            let head = el("summary").text(words.count(words.left_out, warnings.len() as u64));
            let list = warnings.iter().take(WARNINGS).map(warning).collect();
            parts.push(el("details").attr("id", "warnings").child(head).child(el("ul").children(list)));
        }
        parts
    })
}

/// A warning, in the words of the program that prepared the corpus: they are English.
fn warning(warning: &Warning) -> Element {
    let place = warning.line.map_or(warning.file.clone(), |line| format!("{}:{line}", warning.file));
    let said = format!(" {}. {}", warning.problem, warning.remedy);
    el("li").attr("lang", Language::English.tag()).child(el("code").text(place)).text(said)
}
