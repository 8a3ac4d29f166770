//! The text: runs of sentences with their marks. Every character reaches the page as text.

use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use readout_corpus::{Document, Layer, Span};
use readout_query::highlight::segments;

use super::explain::{Why, of_statement};
use super::margin::{Name, line_class, role_label};
use crate::browser::page;
use crate::queries::marks::{Drawn, Explanation, Source, drawn, explain};
use crate::queries::runs::{Run, runs};
use crate::queries::{Queries, words};
use crate::state::ViewState;
use readout_query::Facet;

type Kept = StoredValue<Rc<Document>, LocalStorage>;

/// What is being explained: the run that it stands in, and the marks (none: who speaks the run).
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    run: u32,
    sources: Vec<Source>,
}

/// The text of the open document, its title included.
#[component]
pub fn Text(document: Kept, language: String) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let asked = RwSignal::new(None::<Asked>);
    let picture = move || {
        let layers = state.layers.get();
        let drawn = document.with_value(|d| queries.hits.with(|hits| drawn(d, hits, layers)));
        let runs = document.with_value(|d| runs(d, layers.has(Layer::Statements)));
        let drawn = StoredValue::new(drawn);
        let title = view! { <h2>{sentences(document, drawn, 0, 0, 0, asked)}</h2> };
        let body = runs.into_iter().map(|run| view! { <OneRun document drawn run asked /> }).collect_view();
        view! { {title} {body} }
    };
    Effect::new(move |_| {
        // After the marks are drawn, bring the current hit, or the sentence that a link names, into view.
        state.layers.track();
        queries.hits.track();
        let reading = state.reading.get();
        let at = reading.as_ref().and_then(|r| r.sentence);
        match at {
            Some(number) => page::scroll_to(&format!("#reader [data-sentence=\"{number}\"]"), true),
            None if reading.is_some_and(|r| r.hit > 0) => page::scroll_to("#reader mark.current", true),
            None => {}
        }
    });
    view! {
        <div class="text" lang=language class:voices=move || state.layers.get().has(Layer::Statements)>{picture}</div>
    }
}

#[component]
fn OneRun(document: Kept, drawn: StoredValue<Drawn>, run: Run, asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let queries: Queries = expect_context();
    let (statement, source, cue) = document.with_value(|d| {
        let statement = run.statement.and_then(|at| d.statements.get(at)).cloned();
        let cue = statement.as_ref().and_then(|s| s.cue).and_then(|span| span.of(&d.text)).unwrap_or_default().to_owned();
        (statement, d.card.source.clone(), cue)
    });
    let class = line_class(queries, statement.as_ref()) + if run.opens_paragraph { " opens" } else { "" };
    let voice = statement.as_ref().map_or("none", |s| words::voice(s.voice).0);
    let explained = statement.clone();
    let name = statement.map(|statement| {
        let ask = move || asked.set(Some(Asked { run: run.first, sources: Vec::new() }));
        view! { <Name statement source ask /> }
    });
    let label = role_label(run.role).map(|label| view! { <p class="role">{label}</p> });
    let why = move || {
        let now = asked.get().filter(|a| a.run == run.first)?;
        let explanations: Vec<Explanation> = if now.sources.is_empty() {
            explained.iter().map(|s| of_statement(s, cue.clone())).collect()
        } else {
            let label = |key: &str| queries.with(|e| e.label(Facet::Topic, key));
            document.with_value(|d| now.sources.iter().filter_map(|s| explain(d, *s, label)).collect())
        };
        Some(view! { <Why explanations close=move || asked.set(None) /> })
    };
    view! {
        <div class=class data-voice=voice>
            <div class="margin">{label}{name}</div>
            <p>{sentences(document, drawn, run.first, run.last, run.first, asked)}</p>
            {why}
        </div>
    }
}

/// The sentences from `first` to `last`, each a span of its own with its marks.
fn sentences(
    document: Kept,
    drawn: StoredValue<Drawn>,
    first: u32,
    last: u32,
    run: u32,
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    (first..=last)
        .map(|number| {
            let (text, marked) = document.with_value(|d| {
                let Some(sentence) = d.sentences.get(number as usize) else { return (String::new(), Vec::new()) };
                let pieces = drawn.with_value(|drawn| {
                    let inside: Vec<_> = drawn.marks.iter().filter(|m| m.span.overlaps(sentence.span)).copied().collect();
                    segments(sentence.span, &inside)
                });
                let text = |span: Span| span.of(&d.text).unwrap_or_default().to_owned();
                // The space between two sentences belongs to neither.
                let gap = d.sentences.get(number as usize + 1).filter(|_| number < last).map_or("", |next| {
                    d.text.get(sentence.span.end as usize..next.span.start as usize).unwrap_or(" ")
                });
                (gap.to_owned(), pieces.into_iter().map(|piece| (text(piece.span), piece.marks)).collect())
            });
            let pieces = marked.into_iter().map(|(text, ids)| piece(drawn, text, &ids, run, asked)).collect_view();
            view! { <span class="sentence" data-sentence=number>{pieces}</span>{text} }
        })
        .collect_view()
}

/// A stretch of text with the marks that cover it, all drawn on one element.
fn piece(drawn: StoredValue<Drawn>, text: String, ids: &[u32], run: u32, asked: RwSignal<Option<Asked>>) -> AnyView {
    let state: ViewState = expect_context();
    if ids.is_empty() {
        return text.into_any();
    }
    let (mut class, sources) = drawn.with_value(|drawn| {
        let mut layers: Vec<Layer> = drawn.marks.iter().filter(|m| ids.contains(&m.id)).map(|m| m.layer).collect();
        layers.sort_unstable();
        layers.dedup();
        let class = layers.into_iter().map(layer_class).collect::<Vec<_>>().join(" ");
        let sources: Vec<Source> = ids.iter().filter_map(|id| drawn.sources.get(*id as usize)).copied().collect();
        (class, sources)
    });
    let hit = sources.iter().find_map(|s| if let Source::Hit(number) = s { Some(*number) } else { None });
    let askable: Vec<Source> = sources.into_iter().filter(|s| !matches!(s, Source::Hit(_))).collect();
    class.insert_str(0, "m ");
    let inner = if askable.is_empty() {
        text.into_any()
    } else {
        let ask = move || asked.set(Some(Asked { run, sources: askable.clone() }));
        let press = ask.clone();
        let keys = move |e: KeyboardEvent| {
            if matches!(e.key().as_str(), "Enter" | " ") {
                e.prevent_default();
                press();
            }
        };
        view! { <span class=class role="button" tabindex="0" aria-expanded="false" on:click=move |_| ask() on:keydown=keys>{text}</span> }.into_any()
    };
    match hit {
        Some(number) => {
            let current = move || state.reading.with(|r| r.as_ref().is_some_and(|r| r.hit == number));
            view! { <mark data-hit=number class:current=current aria-current=move || current().then_some("true")>{inner}</mark> }.into_any()
        }
        None => inner,
    }
}

fn layer_class(layer: Layer) -> &'static str {
    match layer {
        Layer::Search => "search",
        Layer::People => "people",
        Layer::Organisations => "organisations",
        Layer::Places => "places",
        Layer::Topics => "topics",
        Layer::Dates => "dates",
        Layer::Statements => "statements",
    }
}
