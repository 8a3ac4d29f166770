//! The reader: one document's text with layers of marks, who said what in the margin, and a walk
//! through the search hits. Each mark explains itself.

mod explain;
mod head;
mod margin;
mod text;
mod toolbar;

use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use readout_corpus::Document;

use crate::browser::page;
use crate::queries::Queries;
use crate::state::ViewState;

/// The document that is open, if one is.
#[component]
pub fn Reader() -> impl IntoView {
    let queries: Queries = expect_context();
    let state: ViewState = expect_context();
    // Only a change of document draws the reader anew; layers and hits change inside it.
    move || match (queries.open.get(), state.document.get()) {
        (Some(index), _) => match queries.document(index) {
            Ok(document) => view! { <Open document index /> }.into_any(),
            Err(error) => view! { <Broken error /> }.into_any(),
        },
        (None, Some(id)) => view! { <Unknown id /> }.into_any(),
        (None, None) => ().into_any(),
    }
}

#[component]
fn Open(document: Rc<Document>, index: u32) -> impl IntoView {
    let state: ViewState = expect_context();
    let id = document.card.id.clone();
    let language = document.card.language.clone();
    let document = StoredValue::new_local(document);
    let keys = move |e: KeyboardEvent| {
        if e.key() == "Escape" && !e.default_prevented() {
            e.prevent_default();
            close(state);
        }
    };
    Effect::new(move |_| {
        // The reader is a page of its own in a narrow window: begin at its head, unless a link or a
        // hit points further down.
        page::focus_quietly("#reader");
        if state.reading.with_untracked(|r| r.as_ref().is_some_and(|r| r.sentence.is_none() && r.hit == 0)) {
            page::reveal_head("#reader");
        }
    });
    view! {
        <section class="reader" id="reader" data-document=id tabindex="-1" aria-label="Document" on:keydown=keys>
            <head::Head document />
            <toolbar::Toolbar index />
            <text::Text document language />
        </section>
    }
}

/// Closes the reader and gives the keyboard back to the result that opened it.
fn close(state: ViewState) {
    let open = state.document.get_untracked();
    state.close();
    if let Some(id) = open {
        page::focus(&format!("article[data-document=\"{id}\"] a"));
    }
}

#[component]
fn Unknown(id: String) -> impl IntoView {
    let state: ViewState = expect_context();
    view! {
        <section class="reader" id="reader" aria-label="Document" role="status">
            <h2>"This corpus has no such document"</h2>
            <p>"The link names “" {id} "”. It may have been left out since the link was made."</p>
            <p><button class="link" on:click=move |_| close(state)>"Back to the documents"</button></p>
        </section>
    }
}

#[component]
fn Broken(error: String) -> impl IntoView {
    let state: ViewState = expect_context();
    view! {
        <section class="reader" id="reader" aria-label="Document" role="alert">
            <h2>"This document is damaged"</h2>
            <p>{error} ". The other documents can still be read."</p>
            <p><button class="link" on:click=move |_| close(state)>"Back to the documents"</button></p>
        </section>
    }
}
