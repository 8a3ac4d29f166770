//! The head of a document: source, dates, what it is an account of, and its rights.

use readout_corpus::Card;
use readout_query::Facet;

use super::back;
use crate::components::glyph::glyph;
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::{Reading, ViewState};
use crate::views::documents::source_kind;
use crate::words::Text;

/// The head of the open document.
pub fn head(queries: Queries, state: ViewState, card: &Card) -> Vec<Element> {
    let words = state.words();
    let (kind, accounts) = queries.with(|e| {
        let of_it = e.meetings().iter().filter(|m| m.accounts.iter().any(|a| a.document == card.id));
        let accounts: Vec<(String, String)> = of_it.map(|m| (m.id.clone(), words.meeting(m))).collect();
        (source_kind(e.overview(), card.source.as_deref()), accounts)
    });
    let mut facts =
        vec![card.source.clone().unwrap_or_else(|| words.no_source.into()), words.kind(kind).into()];
    if let Some(dateline) = &card.dateline {
        let parts = [dateline.place.clone(), dateline.date.map(|day| words.day(day))];
        facts.push(parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    if let Some(published) = card.published {
        facts.push(words.fill(words.published, &[&words.day(published)]));
    }
    facts.push(words.count(words.sentences, card.body_sentences.into()));
    facts.retain(|fact| !fact.is_empty());
    let side = queries.side_number(card.side.as_deref());
    let line =
        el("p").class("kicker").child(glyph(words, kind, side)).child(el("span").text(facts.join(" · ")));
    let mut parts = vec![back(state), line];
    if !accounts.is_empty() {
        let link = |(id, label): (String, String)| {
            let toggle = move || state.ask(|r| r.toggle(Facet::Meeting, &id));
            el("button").class("link").text(label).press(toggle).into()
        };
        let list = words.list_of_holes(accounts.len());
        let line = words.fill(words.account_of, &[&list]);
        let line = el("p").class("account-of").fill(&line, accounts.into_iter().map(link).collect());
        parts.push(line);
    }
    let first = card
        .duplicate_of
        .as_deref()
        .and_then(|id| queries.with(|e| e.card(id).map(|first| (first.id.clone(), first.title.clone()))));
    parts.extend(first.map(|(id, title)| {
        let open = move || state.open(Reading::start(&id));
        let link = el("button").class("link").text(title).press(open);
        el("p").class("account-of").fill(words.copy_of, vec![link.into()])
    }));
    parts.extend(words.rights(card.rights).map(|text| el("p").class("rights").text(text)));
    parts.extend(published(card, words.as_published).map(|link| el("p").class("kicker").child(link)));
    parts
}

/// A link to where a document was published. Only addresses of the web become links: a document's own words
/// must not run as code.
pub fn published(card: &Card, text: Text) -> Option<Element> {
    let url = card.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))?;
    let link = el("a").attr("href", url.clone()).attr("rel", "noreferrer noopener").attr("target", "_blank");
    Some(link.text(text))
}
