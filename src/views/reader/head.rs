//! The head of a document: source, dates, what it is an account of, title, and its rights.

use std::rc::Rc;

use leptos::prelude::*;
use readout_corpus::{Document, Rights};
use readout_query::Facet;

use super::close;
use crate::components::glyph::Glyph;
use crate::queries::{Queries, words};
use crate::state::ViewState;
use crate::views::documents::source_kind;

/// The head of the open document.
#[component]
pub fn Head(document: StoredValue<Rc<Document>, LocalStorage>) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let card = document.with_value(|d| d.card.clone());
    let (kind, accounts) = queries.with(|e| {
        let accounts: Vec<(String, String)> = e
            .meetings()
            .iter()
            .filter(|m| m.accounts.iter().any(|a| a.document == card.id))
            .map(|m| (m.id.clone(), e.label(Facet::Meeting, &m.id)))
            .collect();
        (source_kind(e.overview(), card.source.as_deref()), accounts)
    });
    let side = queries.side_number(card.side.as_deref());
    let mut facts = vec![card.source.clone().unwrap_or_else(|| "Source not stated".into()), words::kind(kind).into()];
    if let Some(dateline) = &card.dateline {
        let parts = [dateline.place.clone(), dateline.date.map(words::day)];
        facts.push(parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    if let Some(published) = card.published {
        facts.push(format!("published {}", words::day(published)));
    }
    facts.push(words::count(card.body_sentences.into(), "sentence", "sentences"));
    facts.retain(|fact| !fact.is_empty());
    let note = match card.rights {
        Rights::Full => None,
        Rights::Excerpt => Some("An excerpt: only short quotations may be shown here."),
        Rights::Summary => Some("A summary in our own words; it stands in for the text as published."),
    };
    view! {
        <header class="head">
            <button class="link back" on:click=move |_| close(state)>"‹ Documents"</button>
            <p class="kicker"><Glyph kind side /> <span>{facts.join(" · ")}</span></p>
            {(!accounts.is_empty()).then(|| view! {
                <p class="kicker">
                    "Account of "
                    {accounts.into_iter().enumerate().map(|(at, (id, label))| view! {
                        {(at > 0).then_some(" and ")}
                        <button class="link" on:click=move |_| state.ask(|r| r.toggle(Facet::Meeting, &id))>{label}</button>
                    }).collect_view()}
                </p>
            })}
            {note.map(|text| view! { <p class="rights">{text}</p> })}
            {card.url.filter(|url| url.starts_with("https://") || url.starts_with("http://")).map(|url| view! {
                <p class="kicker"><a href=url rel="noreferrer noopener" target="_blank">"As published"</a></p>
            })}
        </header>
    }
}
