//! The whole page: one of three phases, and the layout of the views when the corpus is open.

use leptos::prelude::*;
use leptos::task::spawn_local;
use readout_query::Explorer;

use crate::browser::page;
use crate::bundle::{self, Failure};
use crate::queries::Queries;
use crate::state::ViewState;
use crate::views::{documents, facets, masthead, reader, screens, timeline};

/// What the app is doing. The explorer itself is kept apart: it is opened once and never changes.
#[derive(Clone)]
enum Phase {
    Loading,
    Ready(Box<Queries>),
    Failed(Failure),
}

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let phase = RwSignal::new_local(Phase::Loading);
    let state = ViewState::at_address();
    let owner = Owner::current();
    page::set_phase("loading");
    spawn_local(async move {
        let opened = bundle::open().await;
        let next = || match opened {
            Ok(explorer) => {
                // The plain list and the packed bytes have done their work.
                page::remove(bundle::STATIC);
                page::remove(bundle::SLOT);
                ready(explorer, state)
            }
            Err(failure) => {
                page::set_phase("failed");
                Phase::Failed(failure)
            }
        };
        // Signals made here must live as long as the app, so they belong to its owner.
        phase.set(match owner {
            Some(owner) => owner.with(next),
            None => next(),
        });
    });
    move || match phase.get() {
        Phase::Loading => view! { <screens::Loading state /> }.into_any(),
        Phase::Failed(failure) => view! { <screens::Failed state failure /> }.into_any(),
        Phase::Ready(queries) => {
            provide_context(state);
            provide_context(*queries);
            view! { <Explore /> }.into_any()
        }
    }
}

fn ready(explorer: Explorer, state: ViewState) -> Phase {
    page::set_title(&explorer.overview().title);
    page::set_phase("ready");
    Phase::Ready(Box::new(Queries::new(explorer, state)))
}

/// The views, all answering one request.
#[component]
fn Explore() -> impl IntoView {
    let state: ViewState = expect_context();
    let sheet = RwSignal::new(false);
    view! {
        <a class="skip" href="#results" on:click=|e| { e.prevent_default(); page::focus("#results"); }>
            {move || state.words().skip}
        </a>
        <div class="page" class:reading=move || state.document.with(Option::is_some)>
            <masthead::Masthead />
            <main>
                <documents::SearchBar sheet />
                <timeline::Timeline />
                <div class="columns">
                    <facets::Facets sheet />
                    <documents::Results />
                    <timeline::list::Beside />
                    <reader::Reader />
                </div>
            </main>
            <masthead::Footer />
        </div>
    }
}
