//! What the reader should know about how the words were understood.

use leptos::prelude::*;
use readout_query::Note;

use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::ViewState;

/// The notes under the search box.
pub fn notes(queries: Queries, state: ViewState) -> Vec<Element> {
    queries.answer.with(|answer| match answer {
        Ok(answer) => answer.notes.iter().map(|each| note(state, each.clone())).collect(),
        Err(_) => Vec::new(),
    })
}

fn note(state: ViewState, note: Note) -> Element {
    let words = state.words();
    let quoted =
        |all: Vec<String>| words.names(&all.iter().map(|each| words.quote(each)).collect::<Vec<_>>());
    let text = match note {
        Note::Variant { phrase, variant, documents } => {
            return variant_note(state, phrase, variant, documents);
        }
        Note::Began { word, instead } => words.fill(words.began, &[&words.quote(&word), &quoted(instead)]),
        Note::Fuzzy { word, instead } => words.fill(words.fuzzy, &[&words.quote(&word), &quoted(instead)]),
        Note::NotShown { documents } => words.count(words.only_shown, documents.into()),
        Note::Unclosed => words.unclosed.to_owned(),
        Note::UnknownField { field } => words.fill(words.unknown_field, &[&words.quote(&(field + ":"))]),
        Note::Ignored { part } => words.fill(words.ignored, &[&words.quote(&part)]),
        Note::OnlyNegative => words.only_negative.to_owned(),
        Note::NoSuchValue { facet, value } => {
            words.fill(words.no_such_value, &[&words.quote(words.facet(facet)), &words.quote(&value)])
        }
    };
    el("li").text(text)
}

/// A variant is offered, never merged: the reader chooses it.
fn variant_note(state: ViewState, phrase: String, variant: String, documents: u32) -> Element {
    let words = state.words();
    let label = words.quote(&variant);
    let search = move || {
        let (old, new) = (format!("\"{phrase}\""), format!("\"{variant}\""));
        state.ask(|request| {
            request.text = if request.text.contains(&old) { request.text.replace(&old, &new) } else { new };
        });
    };
    let link = el("button").class("link").text(label).press(search);
    let found = words.count(words.documents, documents.into());
    el("li").class("variant").fill(words.variant, vec![link.into(), found.into()])
}
