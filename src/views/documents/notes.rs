//! What the reader should know about how the words were understood.

use leptos::prelude::*;
use readout_query::Note;

use super::search_bar::facet_name;
use crate::queries::{Queries, words};
use crate::state::ViewState;

/// The notes under the search box.
#[component]
pub fn Notes() -> impl IntoView {
    let queries: Queries = expect_context();
    let notes = move || match queries.answer.get() {
        Ok(answer) => answer.notes.into_iter().map(note).collect_view().into_any(),
        Err(_) => ().into_any(),
    };
    view! { <ul class="notes" id="notes" aria-live="polite">{notes}</ul> }
}

fn note(note: Note) -> AnyView {
    let quoted = |words: Vec<String>| words::names(&words.iter().map(|w| format!("“{w}”")).collect::<Vec<_>>());
    let text = match note {
        Note::Variant { phrase, variant, documents } => return variant_note(phrase, variant, documents),
        Note::Began { word, instead } => {
            format!("No document has the word “{word}”. Searched for words that begin with it: {}.", quoted(instead))
        }
        Note::Fuzzy { word, instead } => {
            format!("No document has “{word}”. Searched for {} instead, one letter away.", quoted(instead))
        }
        Note::Unclosed => "The quotation mark is not closed; the phrase was taken to go on to the end.".to_owned(),
        Note::UnknownField { field } => format!("There is no field “{field}:”; it was searched as a word."),
        Note::Ignored { part } => format!("“{part}” stands alone and was left out."),
        Note::OnlyNegative => "Only words to leave out were given: every other document is listed.".to_owned(),
        Note::NoSuchValue { facet, value } => {
            format!("No {} of this corpus is called “{value}”.", facet_name(facet).to_lowercase())
        }
    };
    view! { <li>{text}</li> }.into_any()
}

/// A variant is offered, never merged: the reader chooses it.
fn variant_note(phrase: String, variant: String, documents: u32) -> AnyView {
    let state: ViewState = expect_context();
    let label = format!("“{variant}”");
    let search = move |_| {
        let (old, new) = (format!("\"{phrase}\""), format!("\"{variant}\""));
        state.ask(|request| {
            request.text = if request.text.contains(&old) { request.text.replace(&old, &new) } else { new };
        });
    };
    view! {
        <li class="variant">
            "Not among the results: the variant "
            <button class="link" on:click=search>{label}</button>
            " in " {words::count(documents.into(), "document", "documents")} "."
        </li>
    }
    .into_any()
}
