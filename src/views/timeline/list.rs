//! The timeline as a list: every meeting with its accounts, then the dates that the texts name.

use leptos::prelude::*;
use readout_corpus::Meeting;
use readout_query::Facet;

use crate::components::glyph::Glyph;
use crate::queries::{Queries, words};
use crate::state::{Reading, ViewState};
use crate::views::documents::source_kind;

/// Meetings drawn at most; a filter finds the others.
const MANY: usize = 100;
/// Named dates drawn at most.
const NAMED: usize = 40;

/// The meetings told of by the documents found, with their accounts.
#[component]
pub fn List() -> impl IntoView {
    let queries: Queries = expect_context();
    let meetings = Memo::new(move |_| {
        let Ok(answer) = queries.answer.get() else { return Vec::new() };
        let found: std::collections::BTreeSet<u32> = answer.documents.iter().map(|d| d.document).collect();
        queries.with(|e| {
            let told = |m: &Meeting| m.accounts.iter().any(|a| e.card_index(&a.document).is_some_and(|at| found.contains(&at)));
            (0u32..).zip(e.meetings()).filter(|(_, m)| told(m)).map(|(at, _)| at).collect::<Vec<u32>>()
        })
    });
    let more = move || meetings.with(Vec::len).saturating_sub(MANY);
    view! {
        <ol class="meetings" id="timeline-list">
            <For each=move || meetings.get().into_iter().take(MANY) key=|at| *at children=|at| view! { <OneMeeting at /> } />
        </ol>
        {move || (more() > 0).then(|| view! { <p class="aside">{words::count(more() as u64, "further meeting", "further meetings")} ": narrow the question to see them."</p> })}
        <NamedDates />
    }
}

#[component]
fn OneMeeting(at: u32) -> impl IntoView {
    let queries: Queries = expect_context();
    let state: ViewState = expect_context();
    let Some(meeting) = queries.with(|e| e.meetings().get(at as usize).cloned()) else { return ().into_any() };
    let place = meeting.place.as_ref().map(|p| format!(", {p}")).unwrap_or_default();
    let (id, toggled) = (meeting.id.clone(), meeting.id.clone());
    let pressed = move || state.request.with(|r| r.has(Facet::Meeting, &id)).to_string();
    view! {
        <li data-meeting=meeting.id.clone()>
            <button class="meeting" aria-pressed=pressed on:click=move |_| state.ask(|r| r.toggle(Facet::Meeting, &toggled))>
                <b>{words::interval(meeting.days)}</b> {place} ": " {words::names(&meeting.participants)}
            </button>
            <ul>{meeting.accounts.iter().map(|account| view! { <Account id=account.document.clone() /> }).collect_view()}</ul>
        </li>
    }
    .into_any()
}

#[component]
fn Account(id: String) -> impl IntoView {
    let queries: Queries = expect_context();
    let state: ViewState = expect_context();
    let Some((card, kind)) = queries.with(|e| {
        let card = e.cards().get(e.card_index(&id)? as usize)?.clone();
        let kind = source_kind(e.overview(), card.source.as_deref());
        Some((card, kind))
    }) else {
        return ().into_any();
    };
    let side = queries.side_number(card.side.as_deref());
    let source = card.source.unwrap_or_else(|| "Source not stated".into());
    view! {
        <li>
            <Glyph kind side />
            <button class="link" on:click=move |_| state.open(Reading::start(&id))>{source} ": " {card.title}</button>
        </li>
    }
    .into_any()
}

/// The dates that the found documents name, most often named first.
#[component]
fn NamedDates() -> impl IntoView {
    let queries: Queries = expect_context();
    let rows = move || {
        let mut named = queries.named.get();
        named.sort_by_key(|n| (std::cmp::Reverse((n.documents.len(), n.mentions)), n.days));
        named.truncate(NAMED);
        named.sort_by_key(|n| n.days);
        named
            .into_iter()
            .map(|n| {
                let count = words::count(n.documents.len() as u64, "document", "documents");
                view! { <li><b>{words::interval(n.days)}</b> " · named in " {count} " (“" {n.surface} "”)"</li> }
            })
            .collect_view()
    };
    view! {
        <h3 class="list-head">"Dates the texts name"</h3>
        <ul class="named-list" id="named-list">{rows}</ul>
    }
}
