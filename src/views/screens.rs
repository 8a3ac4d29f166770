//! The screens without a corpus: loading, and failed.

use leptos::prelude::*;

use crate::bundle::Failure;

/// Shown while the corpus is being unpacked and opened.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <div class="page screen" role="status">
            <p class="brand">"Readout"</p>
            <p>"Opening the documents …"</p>
        </div>
    }
}

/// Shown when there is nothing to explore.
#[component]
pub fn Failed(
    /// Why, and what can be done.
    failure: Failure,
) -> impl IntoView {
    view! {
        <div class="page screen" role="alert">
            <p class="brand">"Readout"</p>
            <h1>"This explorer cannot be opened"</h1>
            <p>{failure.what}</p>
            <p>{failure.remedy}</p>
        </div>
    }
}
