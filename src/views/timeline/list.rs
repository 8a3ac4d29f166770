//! The timeline as a list: every meeting with its accounts, then the dates that the texts name.

use leptos::prelude::*;
use readout_corpus::{Meeting, order};
use readout_query::Facet;

use crate::browser::draw;
use crate::components::glyph::glyph;
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::{Reading, ViewState};
use crate::views::documents::source_kind;

/// Meetings drawn at most; a filter finds the others.
const MANY: usize = 100;
/// Meetings drawn beside the results.
const FEW: usize = 12;
/// Named dates drawn at most.
const NAMED: usize = 40;

/// The timeline as a list, where the reader wants it so: the meetings told of by the documents found, with
/// their accounts.
pub fn list(queries: Queries, state: ViewState) -> AnyView {
    draw::region(move || match state.look.get().list {
        true => vec![el("div").attr("id", "timeline-list").children(listed(queries, state))],
        false => Vec::new(),
    })
}

/// The meetings beside the results, as long as no document is open and the list is not shown anyway.
pub fn beside(queries: Queries, state: ViewState) -> AnyView {
    draw::region(move || {
        let look = state.look.get();
        if look.list || look.layout.is_some() || state.document.with(Option::is_some) {
            return Vec::new();
        }
        let mut parts = meetings(queries, state, FEW);
        parts.insert(0, el("h2").class("list-head").text(state.words().meetings_and_accounts));
        vec![el("div").class("beside").children(parts)]
    })
}

/// The meetings told of by the documents found, `most` of them.
fn meetings(queries: Queries, state: ViewState, most: usize) -> Vec<Element> {
    let (told, more) = queries.with(|e| {
        let mut found = vec![false; e.cards().len()];
        queries.answer.with(|answer| {
            for document in answer.iter().flat_map(|a| &a.documents) {
                if let Some(found) = found.get_mut(document.document as usize) {
                    *found = true;
                }
            }
        });
        let is_found =
            |id: &str| e.card_index(id).and_then(|at| found.get(at as usize).copied()).unwrap_or(false);
        let told = || e.meetings().iter().filter(|m| m.accounts.iter().any(|a| is_found(&a.document)));
        let shown: Vec<Meeting> = told().take(most).cloned().collect();
        (shown, told().count().saturating_sub(most))
    });
    let shown = told.iter().map(|m| meeting(queries, state, m)).collect();
    let mut parts = vec![el("ol").class("meetings").children(shown)];
    if more > 0 {
        let words = state.words();
        parts.push(el("p").class("aside").text(words.count(words.further_meetings, more as u64)));
    }
    parts
}

fn listed(queries: Queries, state: ViewState) -> Vec<Element> {
    let mut parts = meetings(queries, state, MANY);
    let dates = named(queries);
    if !dates.is_empty() {
        parts.push(el("h3").class("list-head").text(state.words().dates_named));
        parts.push(el("ul").class("named-list").attr("id", "named-list").children(dates));
    }
    parts
}

fn meeting(queries: Queries, state: ViewState, meeting: &Meeting) -> Element {
    let words = state.words();
    let days = el("b").text(words.interval(meeting.days)).into();
    let people = words.participants(&meeting.participants);
    let (template, holes) = match &meeting.place {
        Some(place) => (words.meeting_in, vec![days, place.clone().into(), people.into()]),
        None => (words.labelled, vec![days, people.into()]),
    };
    let id = meeting.id.clone();
    let chosen = state.request.with(|r| r.has(Facet::Meeting, &id));
    let name = el("button")
        .class("meeting")
        .state("aria-pressed", chosen)
        .fill(template, holes)
        .press(move || state.ask(|r| r.toggle(Facet::Meeting, &id)));
    let accounts =
        meeting.accounts.iter().filter_map(|a| account(queries, state, a.document.clone())).collect();
    el("li")
        .key(meeting.id.clone())
        .attr("data-meeting", meeting.id.clone())
        .child(name)
        .child(el("ul").children(accounts))
}

fn account(queries: Queries, state: ViewState, id: String) -> Option<Element> {
    let (card, kind) = queries.with(|e| {
        let card = e.card(&id)?.clone();
        let kind = source_kind(e.overview(), card.source.as_deref());
        Some((card, kind))
    })?;
    let side = queries.side_number(card.side.as_deref());
    let words = state.words();
    let source = card.source.unwrap_or_else(|| words.no_source.into());
    let title = el("span").attr("lang", card.language.clone()).text(card.title);
    let open = el("button")
        .class("link")
        .fill(words.labelled, vec![source.into(), title.into()])
        .press(move || state.open(Reading::start(&id)));
    Some(el("li").child(glyph(words, kind, side)).child(open))
}

/// The dates that the found documents name, those that most name if there are many.
fn named(queries: Queries) -> Vec<Element> {
    let words = queries.words();
    let mut named = queries.answer.with(|a| a.as_ref().map(|a| a.named.clone()).unwrap_or_default());
    if named.len() > NAMED {
        order::sort_by_key(&mut named, |n| (std::cmp::Reverse((n.documents.len(), n.mentions)), n.days));
        named.truncate(NAMED);
        order::sort_by_key(&mut named, |n| n.days);
    }
    named
        .into_iter()
        .map(|n| {
            let count = words.count(words.documents, n.documents.len() as u64);
            let days = el("b").text(words.interval(n.days));
            el("li").fill(words.named_in, vec![days.into(), words.quote(&n.surface).into(), count.into()])
        })
        .collect()
}
