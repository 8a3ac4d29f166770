//! One document found: its source, date, title and a passage around its hits.

use leptos::prelude::*;
use readout_corpus::{Rights, SourceKind};
use readout_query::Snippet;

use crate::components::glyph::Glyph;
use crate::queries::{Queries, words};
use crate::state::{Reading, ViewState, View, url};

/// Length of a passage (characters).
const PASSAGE: usize = 220;

/// One document found.
#[component]
pub fn Result(
    /// Index of the document.
    document: u32,
    /// Hits in it.
    hits: u32,
) -> impl IntoView {
    let queries: Queries = expect_context();
    let state: ViewState = expect_context();
    let Some((card, kind)) = queries.with(|explorer| {
        let card = explorer.cards().get(document as usize)?.clone();
        let kind = source_kind(explorer.overview(), card.source.as_deref());
        Some((card, kind))
    }) else {
        return ().into_any();
    };
    let side = queries.side_number(card.side.as_deref());
    let day = card.dateline.as_ref().and_then(|d| d.date).or(card.published);
    let line = [card.source.clone().or(Some("Source not stated".into())), day.map(words::day_short), Some(words::kind(kind).into())];
    let line = line.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let id = card.id.clone();
    let open = {
        let id = id.clone();
        move |e: leptos::ev::MouseEvent| {
            // A click with a modifier opens a tab of its own, as for any link.
            if !(e.ctrl_key() || e.meta_key() || e.shift_key()) {
                e.prevent_default();
                state.open(Reading::start(&id));
            }
        }
    };
    let href = {
        let id = id.clone();
        move || format!("#{}", url::write(&View { reading: Some(Reading::start(&id)), ..state.snapshot() }))
    };
    let current = {
        let id = id.clone();
        Memo::new(move |_| state.document.with(|open| open.as_deref() == Some(id.as_str())))
    };
    let snippet = queries.snippet(document, PASSAGE);
    view! {
        <article data-document=id class="result" class:current=move || current.get()>
            <p class="kicker"><Glyph kind side /> <span>{line}</span></p>
            <h2><a href=href on:click=open aria-current=move || current.get().then_some("true")>{card.title}</a></h2>
            <p class="passage">
                {(card.rights == Rights::Summary).then_some("Our summary: ")}
                {snippet.map(passage)}
            </p>
            {(hits > 0).then(|| view! { <p class="hits">{words::count(hits.into(), "hit", "hits")}</p> })}
        </article>
    }
    .into_any()
}

fn passage(snippet: Snippet) -> impl IntoView {
    let pieces = snippet
        .pieces
        .into_iter()
        .map(|piece| if piece.hit { view! { <mark>{piece.text}</mark> }.into_any() } else { piece.text.into_any() })
        .collect_view();
    view! { {snippet.cut_before.then_some("… ")} {pieces} {snippet.cut_after.then_some(" …")} }
}

/// Kind of a document's source.
pub fn source_kind(overview: &readout_corpus::Overview, source: Option<&str>) -> SourceKind {
    let kind = overview.sources.iter().find(|each| Some(each.name.as_str()) == source).map(|each| each.kind);
    kind.unwrap_or_default()
}
