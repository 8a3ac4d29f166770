//! The screens without a corpus: loading, and failed.

use leptos::prelude::*;

use crate::browser::draw;
use crate::bundle::Failure;
use crate::components::node::{Element, el};
use crate::state::ViewState;
use crate::words::{Text, Words};

/// Shown while the corpus is being unpacked and opened.
pub fn loading(state: ViewState) -> AnyView {
    draw::region(move || vec![screen("status").child(el("p").text(state.words().opening))])
}

/// Shown when there is nothing to explore.
pub fn failed(state: ViewState, failure: Failure) -> AnyView {
    draw::region(move || {
        let words = state.words();
        let (what, remedy) = said(words, &failure);
        let screen = screen("alert").child(el("h1").text(words.cannot_open));
        vec![screen.child(el("p").text(what)).child(el("p").text(remedy))]
    })
}

fn screen(role: &'static str) -> Element {
    el("div").class("page screen").attr("role", role).child(el("p").class("brand").text("Readout"))
}

/// What happened, and what can be done about it.
fn said(words: Words, failure: &Failure) -> (String, Text) {
    match failure {
        Failure::Empty => (words.no_documents.to_owned(), words.build_it),
        Failure::NotBase64 => (words.not_base64.to_owned(), words.reload),
        Failure::NotUnpacked(reason) => (words.fill(words.cannot_unpack, &[reason]), words.reload),
        Failure::NotOpened(reason) => (words.fill(words.cannot_read, &[reason]), words.reload),
    }
}
