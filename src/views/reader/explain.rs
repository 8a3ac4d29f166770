//! A mark explains itself: what it stands for, which rule made it, on what evidence, how sure it is.

use leptos::prelude::With;
use readout_corpus::{Origin, Statement};
use readout_query::Facet;

use crate::components::node::{Element, el};
use crate::queries::marks::Explanation;
use crate::queries::words;
use crate::state::ViewState;

/// The explanations of the marks that were asked, under the run that they stand in.
pub fn why(state: ViewState, explanations: Vec<Explanation>, close: impl Fn() + 'static) -> Element {
    let button = el("button")
        .class("link close")
        .attr("aria-label", "Close the explanation")
        .text("Close")
        .press(close);
    el("div")
        .class("why")
        .attr("id", "explanation")
        .attr("role", "status")
        .child(button)
        .child(el("h3").text("Why this mark?"))
        .children(explanations.into_iter().map(|each| one(state, each)).collect())
}

fn one(state: ViewState, explanation: Explanation) -> Element {
    let Explanation { kind, name, printed, why, more } = explanation;
    let printed = if printed.is_empty() || printed == name {
        String::new()
    } else {
        format!(", printed “{printed}”")
    };
    let made = match why.origin {
        Origin::Rule => format!("Rule {}", why.rule),
        Origin::Editor => "Set by an editor".to_owned(),
    };
    let evidence =
        if why.evidence.is_empty() { String::new() } else { format!(", from “{}”", why.evidence) };
    let sure = format!("Confidence {} ({} of 100).", words::confidence(why.confidence), why.confidence);
    let line = el("p")
        .child(el("b").text(format!("{kind}: {name}")))
        .text(format!("{printed}. {made}{evidence}. {sure} "));
    let Some((facet, value)) = more else { return line };
    let chosen = state.request.with(|r| r.has(facet, &value));
    let filter =
        el("button").class("link").text(if chosen { "Remove this filter" } else { "Only documents with it" });
    line.child(filter.press(move || state.ask(|r| r.toggle(facet, &value))))
}

/// Explains who speaks.
pub fn of_statement(statement: &Statement, printed: String) -> Explanation {
    let (_, meaning) = words::voice(statement.voice);
    let how = if statement.carried { ", carried on from before" } else { "" };
    Explanation {
        kind: "Who speaks",
        name: format!("{} ({meaning}{how})", words::names(&statement.speakers)),
        printed,
        why: statement.why.clone(),
        more: statement.speakers.first().map(|speaker| (Facet::Speaker, speaker.clone())),
    }
}
