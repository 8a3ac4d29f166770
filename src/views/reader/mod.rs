//! The reader: one document's text with layers of marks, who said what in the margin, and a walk
//! through the search hits. Each mark explains itself.

mod explain;
mod head;
mod margin;
mod text;
mod toolbar;

use std::rc::Rc;

use leptos::prelude::*;
use readout_corpus::{Document, Layer};
use readout_query::layout::Layout;

use self::text::Asked;
use crate::browser::{draw, page};
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::ViewState;
use crate::words::Text;

/// The document that is open, if one is. `sharing` opens the dialog for sharing.
pub fn reader(queries: Queries, state: ViewState, sharing: RwSignal<bool>) -> AnyView {
    let asked = RwSignal::new(None::<Asked>);
    // A passage shows what stands around it until the reader asks for all.
    let whole = RwSignal::new(false);
    page::on_told(move |what| {
        if what == "copied" {
            asked.update(|asked| {
                if let Some(asked) = asked {
                    asked.copied = true;
                }
            });
        }
    });
    let open = Open { queries, state, asked, whole, sharing };
    let view = draw::region(move || {
        let Some(id) = state.document.get() else { return Vec::new() };
        let words = state.words();
        let Some(index) = queries.with(|explorer| explorer.card_index(&id)) else {
            let text = words.fill(words.link_names, &[&words.quote(&id)]);
            return vec![closed(state, words.no_such_document, text)];
        };
        vec![match queries.document(index) {
            Ok(document) => open.section(&document, index),
            Err(error) => closed(state, words.document_damaged, words.fill(words.others_readable, &[&error])),
        }]
    });
    Effect::new(move |before: Option<Option<String>>| {
        let reading = state.reading.get();
        let now = reading.as_ref().map(|reading| reading.document.clone());
        if before.is_none_or(|before| before != now) && now.is_some() {
            asked.set(None);
            whole.set(false);
            // Who walks the hits by keyboard stays on the button; everyone else goes to the document.
            let walking = ["#next-hit", "#previous-hit"].into_iter().find(|button| page::has_focus(button));
            page::focus_after_drawing(walking.unwrap_or("#reader").to_owned());
        }
        // After the text is drawn, bring the current hit, or the sentence that a link names, into view.
        match reading.map(|reading| (reading.sentence, reading.hit)) {
            Some((Some(number), _)) => {
                page::scroll_to(&format!("#reader [data-sentence=\"{number}\"]"), true);
            }
            Some((None, 1..)) => page::scroll_to("#reader mark.current", true),
            Some((None, 0)) => page::reveal_head("#reader"),
            None => {}
        }
        now
    });
    view
}

/// What the open document is drawn from.
#[derive(Clone, Copy)]
struct Open {
    queries: Queries,
    state: ViewState,
    asked: RwSignal<Option<Asked>>,
    whole: RwSignal<bool>,
    sharing: RwSignal<bool>,
}

impl Open {
    fn section(self, document: &Rc<Document>, index: u32) -> Element {
        let Open { queries, state, asked, whole, sharing } = self;
        let (words, look) = (state.words(), state.look.get());
        let passage = look.layout == Some(Layout::Passage) && !whole.get();
        let sharing = look.layout.is_none().then_some(sharing);
        let (text, cut) = text::text(queries, state, document, asked, sharing, passage);
        let voices = look.layers.has(Layer::Statements);
        let text = el("div")
            .class(if voices { "text voices" } else { "text" })
            .attr("lang", document.card.language.clone())
            .children(text);
        let mut section = section(state)
            .key(document.card.id.clone())
            .attr("data-document", document.card.id.clone())
            .child(el("header").class("head").children(head::head(queries, state, &document.card)))
            .child(el("div").class("reader-bar").children(toolbar::controls(queries, state, index)))
            .child(text);
        if cut {
            let more = el("button").class("more").text(words.whole_text);
            section = section.child(more.press(move || whole.set(true)));
        }
        section.keys(move |key| {
            if key == "Escape" {
                match asked.get_untracked() {
                    Some(_) => asked.set(None),
                    None => close(state),
                }
            }
        })
    }
}

fn section(state: ViewState) -> Element {
    let section = el("section").class("reader").attr("id", "reader").attr("tabindex", "-1");
    section.attr("aria-label", state.words().document)
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
fn closed(state: ViewState, heading: Text, text: String) -> Element {
    let back = el("button").class("link").text(state.words().back_to_documents).press(move || close(state));
    section(state)
        .attr("role", "alert")
        .child(el("h2").text(heading))
        .child(el("p").text(text))
        .child(el("p").child(back))
}
