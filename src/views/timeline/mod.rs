//! The timeline: meetings with their accounts in lanes, and the dates that the texts name.
//!
//! A chart for pointer and keyboard, and the same as a list. Zoom and pan change the days in view;
//! brushing selects days, which filters every view.

mod chart;
pub mod list;
mod marks;
mod toolbar;

use leptos::prelude::*;

use readout_query::Facet;
use readout_query::timeline::{LaneBy, lanes};

use crate::queries::Queries;
use crate::queries::picture::{self, Input, Picture};
use crate::state::{Look, ViewState};
use crate::words::{Text, Words};

/// The timeline with its controls.
#[component]
pub fn Timeline(
    /// The answers.
    queries: Queries,
    /// What is asked.
    state: ViewState,
) -> impl IntoView {
    let width = RwSignal::new(0.0);
    view! {
        <section class="timeline" aria-labelledby="timeline-title">
            {toolbar::toolbar(queries, state, width)}
            {list::list(queries, state)}
            <chart::Chart queries state width />
        </section>
    }
}

/// Lays out the picture for the view as it is now.
fn picture_now(queries: Queries, state: ViewState, width: f64) -> Option<Picture> {
    if width <= 0.0 {
        return None;
    }
    let Look { lanes: by, window, .. } = state.look.get();
    let (words, selected) = (state.words(), state.request.with(|r| r.days));
    queries.answer.with(|answered| {
        let answered = answered.as_ref().ok()?;
        queries.with(|explorer| {
            let (cards, meetings, overview) = (explorer.cards(), explorer.meetings(), explorer.overview());
            let topics = |document: u32| explorer.values(Facet::Topic, document).unwrap_or_default();
            let mut lanes = lanes(cards, meetings, overview, answered, by, topics);
            for lane in &mut lanes {
                match lane.kind.filter(|_| by == LaneBy::Kind) {
                    Some(kind) => lane.label = words.lane_of_kind(kind).to_owned(),
                    None if lane.key.is_empty() => lane.label = words.no_lane(by).to_owned(),
                    None => {}
                }
            }
            let mut lit = vec![false; meetings.len()];
            for mark in lanes.iter().flat_map(|lane| &lane.marks).filter(|mark| mark.lit) {
                if let Some(lit) = lit.get_mut(mark.meeting as usize) {
                    *lit = true;
                }
            }
            let scale = queries.scale(width, window);
            let named = &answered.named;
            let input = Input { words, meetings, lanes, lit: &lit, named, window, selected, width };
            Some(picture::picture(input, &scale))
        })
    })
}

/// Runs `use_scale` with the scale of the chart as it is now; for pointers and buttons.
fn with_scale<T>(
    queries: Queries,
    state: ViewState,
    width: f64,
    use_scale: impl FnOnce(&readout_query::timeline::Scale, f64) -> T,
) -> T {
    let window = state.look.get_untracked().window;
    use_scale(&queries.scale(width, window), picture::gutter(width))
}

/// The ways to lay lanes, with what readers see.
fn lane_choices(words: Words) -> [(LaneBy, Text); 4] {
    [
        (LaneBy::Source, words.by_source),
        (LaneBy::Side, words.by_side),
        (LaneBy::Kind, words.by_kind),
        (LaneBy::Topic, words.by_topic),
    ]
}
