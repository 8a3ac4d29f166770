//! The reader: one document's text with layers of marks, who said what in the margin, and a walk
//! through the search hits. Each mark explains itself.

mod explain;
mod head;
mod margin;
mod text;
mod toolbar;

use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use readout_corpus::{Document, Layer};

use self::text::Asked;
use crate::browser::{draw, page};
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::ViewState;
use crate::words::{Text, Words};

/// The document that is open, if one is.
#[component]
pub fn Reader() -> impl IntoView {
    let queries: Queries = expect_context();
    let state: ViewState = expect_context();
    // Only a change of document draws the reader anew; layers and hits change inside it.
    move || {
        let id = state.document.get()?;
        let Some(index) = queries.with(|explorer| explorer.card_index(&id)) else {
            let said = move |words: Words| {
                (words.no_such_document, words.fill(words.link_names, &[&words.quote(&id)]))
            };
            return Some(view! { <Closed said=Box::new(said) /> }.into_any());
        };
        Some(match queries.document(index) {
            Ok(document) => view! { <Open document index /> }.into_any(),
            Err(error) => {
                let said = move |words: Words| {
                    (words.document_damaged, words.fill(words.others_readable, &[&error]))
                };
                view! { <Closed said=Box::new(said) /> }.into_any()
            }
        })
    }
}

#[component]
fn Open(document: Rc<Document>, index: u32) -> impl IntoView {
    let state: ViewState = expect_context();
    let queries: Queries = expect_context();
    let root = NodeRef::<html::Section>::new();
    let asked = RwSignal::new(None::<Asked>);
    let id = document.card.id.clone();
    draw::keep(
        move || root.get().map(Into::into),
        move || {
            let voices = state.look.get().layers.has(Layer::Statements);
            vec![
                el("header").class("head").children(head::head(queries, state, &document.card)),
                el("div").class("reader-bar").children(toolbar::controls(queries, state, index)),
                el("div")
                    .class(if voices { "text voices" } else { "text" })
                    .attr("lang", document.card.language.clone())
                    .children(text::text(queries, state, &document, asked)),
            ]
        },
    );
    let keys = move |e: KeyboardEvent| {
        if e.key() == "Escape" {
            match asked.get_untracked() {
                Some(_) => asked.set(None),
                None => close(state),
            }
        }
    };
    // Who walks the hits by keyboard stays on the button; everyone else goes to the document.
    let walking = ["#next-hit", "#previous-hit"].into_iter().find(|button| page::has_focus(button));
    page::focus_after_drawing(walking.unwrap_or("#reader").to_owned());
    Effect::new(move |_| {
        // After the text is drawn, bring the current hit, or the sentence that a link names, into view.
        let Some(reading) = state.reading.get() else { return };
        match (reading.sentence, reading.hit) {
            (Some(number), _) => page::scroll_to(&format!("#reader [data-sentence=\"{number}\"]"), true),
            (None, 1..) => page::scroll_to("#reader mark.current", true),
            (None, 0) => page::reveal_head("#reader"),
        }
    });
    view! {
        <section class="reader" id="reader" data-document=id tabindex="-1" aria-label=move || state.words().document node_ref=root on:keydown=keys></section>
    }
}

/// Closes the reader and gives the keyboard back to the result that opened it.
fn close(state: ViewState) {
    let open = state.document.get_untracked();
    state.close();
    if let Some(id) = open {
        page::focus_after_drawing(format!("article[data-document=\"{id}\"] a"));
    }
}

fn back(state: ViewState) -> Element {
    el("button").class("link back").text(state.words().back).press(move || close(state))
}

/// Shown where a document cannot be.
#[component]
fn Closed(
    /// Heading and text.
    said: Box<dyn Fn(Words) -> (Text, String) + Send + Sync>,
) -> impl IntoView {
    let state: ViewState = expect_context();
    view! {
        <section class="reader" id="reader" aria-label=move || state.words().document role="alert">
            {move || {
                let (heading, text) = said(state.words());
                view! { <h2>{heading}</h2> <p>{text}</p> }
            }}
            <p><button class="link" on:click=move |_| close(state)>{move || state.words().back_to_documents}</button></p>
        </section>
    }
}
