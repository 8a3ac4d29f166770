//! The screens without a corpus: loading, and failed.

use leptos::prelude::*;

use crate::bundle::Failure;
use crate::state::ViewState;
use crate::words::{Text, Words};

/// Shown while the corpus is being unpacked and opened.
#[component]
pub fn Loading(
    /// Knows the language.
    state: ViewState,
) -> impl IntoView {
    view! {
        <div class="page screen" role="status">
            <p class="brand">"Readout"</p>
            <p>{move || state.words().opening}</p>
        </div>
    }
}

/// Shown when there is nothing to explore.
#[component]
pub fn Failed(
    /// Knows the language.
    state: ViewState,
    /// Why, and what can be done.
    failure: Failure,
) -> impl IntoView {
    view! {
        <div class="page screen" role="alert">
            <p class="brand">"Readout"</p>
            {move || {
                let words = state.words();
                let (what, remedy) = said(words, &failure);
                view! { <h1>{words.cannot_open}</h1> <p>{what}</p> <p>{remedy}</p> }
            }}
        </div>
    }
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
