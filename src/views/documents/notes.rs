//! What the reader should know about how the words were understood.

use leptos::prelude::*;
use readout_query::Note;

use super::filters::facet_name;
use crate::components::node::{Element, el};
use crate::queries::{Queries, words};
use crate::state::ViewState;

/// The notes under the search box.
pub fn notes(queries: Queries, state: ViewState) -> Vec<Element> {
    queries.answer.with(|answer| match answer {
        Ok(answer) => answer.notes.iter().map(|each| note(state, each.clone())).collect(),
        Err(_) => Vec::new(),
    })
}

fn note(state: ViewState, note: Note) -> Element {
    let quoted =
        |words: Vec<String>| words::names(&words.iter().map(|w| format!("“{w}”")).collect::<Vec<_>>());
    let text = match note {
        Note::Variant { phrase, variant, documents } => {
            return variant_note(state, phrase, variant, documents);
        }
        Note::Began { word, instead } => {
            format!(
                "No document has the word “{word}”. Searched for words that begin with it: {}.",
                quoted(instead)
            )
        }
        Note::Fuzzy { word, instead } => {
            format!("No document has “{word}”. Searched for {} instead, one letter away.", quoted(instead))
        }
        Note::Unclosed => {
            "The quotation mark is not closed; the phrase was taken to go on to the end.".to_owned()
        }
        Note::UnknownField { field } => format!("There is no field “{field}:”; it was searched as a word."),
        Note::Ignored { part } => format!("“{part}” stands alone and was left out."),
        Note::OnlyNegative => {
            "Only words to leave out were given: every other document is listed.".to_owned()
        }
        Note::NoSuchValue { facet, value } => {
            format!("No {} of this corpus is called “{value}”.", facet_name(facet).to_ascii_lowercase())
        }
    };
    el("li").text(text)
}

/// A variant is offered, never merged: the reader chooses it.
fn variant_note(state: ViewState, phrase: String, variant: String, documents: u32) -> Element {
    let label = format!("“{variant}”");
    let search = move || {
        let (old, new) = (format!("\"{phrase}\""), format!("\"{variant}\""));
        state.ask(|request| {
            request.text = if request.text.contains(&old) { request.text.replace(&old, &new) } else { new };
        });
    };
    el("li")
        .class("variant")
        .text("Not among the results: the variant ")
        .child(el("button").class("link").text(label).press(search))
        .text(format!(" in {}.", words::count(documents.into(), "document", "documents")))
}
