//! The whole page: one of three phases, and the layout of the views when the corpus is open.

use leptos::prelude::*;
use leptos::task::spawn_local;
use readout_query::Explorer;

use crate::browser::{draw, host, page};
use crate::bundle::{self, Failure};
use crate::components::node::el;
use crate::host::Told;
use crate::queries::Queries;
use crate::state::{History, Reading, ViewState, url};
use crate::views::{documents, facets, masthead, reader, screens, share, timeline};

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
        Phase::Loading => screens::loading(state),
        Phase::Failed(failure) => screens::failed(state, failure),
        Phase::Ready(queries) => view! { <Explore queries=*queries state /> }.into_any(),
    }
}

fn ready(explorer: Explorer, state: ViewState) -> Phase {
    page::set_title(&explorer.overview().title);
    page::set_phase("ready");
    let queries = Queries::new(explorer, state);
    follow_host(queries, state);
    Phase::Ready(Box::new(queries))
}

/// The views, all answering one request. A compact layout hides some of them (`style/compact.css`).
#[component]
fn Explore(queries: Queries, state: ViewState) -> impl IntoView {
    let (sheet, sharing) = (RwSignal::new(false), RwSignal::new(false));
    let class = move || {
        let mut class = "page".to_owned();
        if state.document.with(Option::is_some) {
            class += " reading";
        }
        if state.request.with(|request| !request.is_empty()) {
            class += " asked";
        }
        if let Some(layout) = state.layout() {
            class = class + " compact compact-" + layout.key();
        }
        class
    };
    let skip = draw::region(move || {
        let link = el("a").class("skip").attr("href", "#results").text(state.words().skip);
        let skips = state.layout().is_none();
        skips.then(|| link.press(|| page::focus("#results"))).into_iter().collect()
    });
    view! {
        {skip}
        <div class=class>
            {masthead::masthead(queries, state, sharing)}
            <main>
                {documents::search_bar(queries, state, sheet)}
                <timeline::Timeline queries state />
                <div class="columns">
                    {facets::facets(queries, state, sheet)}
                    {documents::found(queries, state)}
                    {timeline::list::beside(queries, state)}
                    {reader::reader(queries, state, sharing)}
                </div>
            </main>
            {masthead::footer(queries, state)}
        </div>
        {share::share(queries, state, sharing)}
    }
}

/// Answers the page around this one, where there is one, and tells it what the reader does.
fn follow_host(queries: Queries, state: ViewState) {
    if !host::is_framed() {
        return;
    }
    host::listen(move |message| {
        let asked = message.and_then(|message| crate::host::asked(message, &state.view_untracked()));
        match asked {
            Ok(view) => state.change(History::Step, |now| *now = view),
            Err(reason) => host::tell(&Told::Refused { reason }),
        }
    });
    host::tell(&queries.with(|explorer| Told::Ready {
        title: explorer.overview().title.clone(),
        documents: explorer.cards().len(),
        meetings: explorer.meetings().len(),
    }));
    Effect::new(move |before: Option<Option<Reading>>| {
        let found = queries.answer.with(|answer| answer.as_ref().map_or(0, |answer| answer.documents.len()));
        let view = state.view();
        host::tell(&Told::View { view: url::write(&view), found });
        if let Some(Reading { document, sentence, .. }) =
            view.reading.clone().filter(|_| before.as_ref() != Some(&view.reading))
        {
            let title = queries.with(|explorer| explorer.card(&document).map(|card| card.title.clone()));
            if let Some(title) = title {
                host::tell(&Told::Selection { document, title, sentence });
            }
        }
        view.reading
    });
}
