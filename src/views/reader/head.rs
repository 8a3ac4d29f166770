//! The head of a document: source, dates, what it is an account of, and its rights.

use readout_corpus::{Card, Rights};
use readout_query::Facet;

use super::back;
use crate::components::glyph::glyph;
use crate::components::node::{Element, el};
use crate::queries::{Queries, words};
use crate::state::ViewState;
use crate::views::documents::source_kind;

/// The head of the open document.
pub fn head(queries: Queries, state: ViewState, card: &Card) -> Vec<Element> {
    let (kind, accounts) = queries.with(|e| {
        let of_it = e.meetings().iter().filter(|m| m.accounts.iter().any(|a| a.document == card.id));
        let accounts: Vec<(String, String)> =
            of_it.map(|m| (m.id.clone(), e.label(Facet::Meeting, &m.id))).collect();
        (source_kind(e.overview(), card.source.as_deref()), accounts)
    });
    let mut facts =
        vec![card.source.clone().unwrap_or_else(|| "Source not stated".into()), words::kind(kind).into()];
    if let Some(dateline) = &card.dateline {
        let parts = [dateline.place.clone(), dateline.date.map(words::day)];
        facts.push(parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    if let Some(published) = card.published {
        facts.push(format!("published {}", words::day(published)));
    }
    facts.push(words::count(card.body_sentences.into(), "sentence", "sentences"));
    facts.retain(|fact| !fact.is_empty());
    let side = queries.side_number(card.side.as_deref());
    let line = el("p").class("kicker").child(glyph(kind, side)).child(el("span").text(facts.join(" · ")));
    let mut parts = vec![back(state), line];
    if !accounts.is_empty() {
        let mut line = el("p").class("account-of").text("Account of ");
        for (at, (id, label)) in accounts.into_iter().enumerate() {
            let filter = el("button")
                .class("link")
                .text(label)
                .press(move || state.ask(|r| r.toggle(Facet::Meeting, &id)));
            line = if at > 0 { line.text(" and ").child(filter) } else { line.child(filter) };
        }
        parts.push(line);
    }
    let note = match card.rights {
        Rights::Full => None,
        Rights::Excerpt => Some("An excerpt: only short quotations may be shown here."),
        Rights::Summary => Some("A summary in our own words; it stands in for the text as published."),
    };
    parts.extend(note.map(|text| el("p").class("rights").text(text)));
    // Only addresses of the web become links: a document's own words must not run as code.
    let web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    parts.extend(card.url.as_ref().filter(web).map(|url| {
        let link =
            el("a").attr("href", url.clone()).attr("rel", "noreferrer noopener").attr("target", "_blank");
        el("p").class("kicker").child(link.text("As published"))
    }));
    parts
}
