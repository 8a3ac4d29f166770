//! One document found: its source, date, title and a passage around its hits.

use leptos::prelude::Get;
use readout_corpus::{Card, Day, Meeting, Overview, Rights, SourceKind};
use readout_query::{Found, Snippet};

use crate::components::glyph::glyph;
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::{Reading, View, ViewState, url};
use crate::words::Words;

/// Length of a passage (characters).
const PASSAGE: usize = 220;

/// One document found.
pub fn result(queries: Queries, state: ViewState, found: Found, open: Option<&str>) -> Option<Element> {
    let (card, kind, day) = queries.with(|explorer| {
        let card = explorer.cards().get(found.document as usize)?.clone();
        let kind = source_kind(explorer.overview(), card.source.as_deref());
        let day = day_of(explorer.meetings(), &card);
        Some((card, kind, day))
    })?;
    let words = state.words();
    let id = card.id.clone();
    let is_open = open == Some(card.id.as_str());
    let request = state.request.get();
    let address = url::write(&View { request, reading: Some(Reading::start(&id)), ..View::default() });
    let title = el("a")
        .attr("href", format!("#{address}"))
        .maybe("aria-current", is_open.then_some("true"))
        .attr("lang", card.language.clone())
        .text(card.title.clone())
        .press(move || state.open(Reading::start(&id)));
    let mut passage = el("p").class("passage").attr("lang", card.language.clone());
    if let Some(snippet) = queries.snippet(found.document, PASSAGE) {
        passage = pieces(passage, snippet);
    }
    if card.rights == Rights::Summary {
        let said = vec![el("span").attr("lang", card.language.clone()).nodes_of(passage).into()];
        passage = el("p").class("passage").fill(words.our_summary, said);
    }
    let mut article = el("article")
        .key(card.id.clone())
        .class(if is_open { "result current" } else { "result" })
        .attr("data-document", card.id.clone())
        .child(
            el("p")
                .class("kicker")
                .child(glyph(words, kind, queries.side_number(card.side.as_deref())))
                .child(el("span").text(source_line(words, &card, kind, day))),
        )
        .child(el("h2").child(title))
        .child(passage);
    let hits = (found.hits > 0).then(|| words.count(words.hits, found.hits.into()));
    let not_shown = (found.withheld > 0).then(|| words.count(words.hits_not_shown, found.withheld.into()));
    let hits = hits.into_iter().chain(not_shown).collect::<Vec<_>>().join(" · ");
    if !hits.is_empty() {
        article = article.child(el("p").class("hits").text(hits));
    }
    Some(article)
}

/// The day of a document: the one at its head, else that of publication, else that of the meeting it
/// tells of.
fn day_of(meetings: &[Meeting], card: &Card) -> Option<Day> {
    let own = card.dateline.as_ref().and_then(|d| d.date).or(card.published);
    own.or_else(|| {
        meetings.iter().flat_map(|m| &m.accounts).find(|a| a.document == card.id).map(|a| a.days.from)
    })
}

fn source_line(words: Words, card: &Card, kind: SourceKind, day: Option<Day>) -> String {
    let source = card.source.clone().unwrap_or_else(|| words.no_source.into());
    let day = day.map(|day| words.day_short(day));
    [Some(source), day, Some(words.kind(kind).into())]
        .into_iter()
        .flatten()
        .collect::<Vec<String>>()
        .join(" · ")
}

fn pieces(mut passage: Element, snippet: Snippet) -> Element {
    if snippet.cut_before {
        passage = passage.text("… ");
    }
    for piece in snippet.pieces {
        passage =
            if piece.hit { passage.child(el("mark").text(piece.text)) } else { passage.text(piece.text) };
    }
    if snippet.cut_after { passage.text(" …") } else { passage }
}

/// Kind of a document's source.
pub fn source_kind(overview: &Overview, source: Option<&str>) -> SourceKind {
    let kind = overview.sources.iter().find(|each| Some(each.name.as_str()) == source).map(|each| each.kind);
    kind.unwrap_or_default()
}
