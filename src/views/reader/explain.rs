//! A mark explains itself: what it stands for, which rule made it, on what evidence, how sure it is.

use leptos::prelude::With;
use readout_corpus::{Origin, Statement};
use readout_query::Facet;

use crate::components::node::{Element, el};
use crate::queries::marks::Explanation;
use crate::state::ViewState;
use crate::words::Words;

/// The explanations of the marks that were asked, under the run that they stand in, and the button that
/// shares the passage, where there is one.
pub fn why(
    state: ViewState,
    explanations: Vec<Explanation>,
    share: Option<Element>,
    close: impl Fn() + 'static,
) -> Element {
    let words = state.words();
    let button = el("button")
        .class("link close")
        .attr("aria-label", words.close_explanation)
        .text(words.close)
        .press(close);
    el("div")
        .class("why")
        .attr("id", "explanation")
        .attr("role", "status")
        .child(button)
        .child(el("h3").text(words.why_this_mark))
        .children(explanations.into_iter().map(|each| one(state, each)).collect())
        .children(share.into_iter().map(|share| el("p").child(share)).collect())
}

fn one(state: ViewState, explanation: Explanation) -> Element {
    let words = state.words();
    let Explanation { kind, name, printed, why, more } = explanation;
    let mut line = el("p").child(el("b").text(words.labelled(kind, &name)));
    let mut say = |sentence: String| line = line.clone().text(words.gap).text(sentence);
    if !printed.is_empty() && printed != name {
        say(words.fill(words.printed_as, &[&words.quote(&printed)]));
    }
    say(match why.origin {
        Origin::Rule => words.fill(words.by_rule, &[&why.rule]),
        Origin::Editor => words.by_editor.to_owned(),
    });
    if !why.evidence.is_empty() {
        say(words.fill(words.evidence, &[&words.quote(&why.evidence)]));
    }
    let percent = words.number(why.confidence.into());
    say(words.fill(words.confidence, &[words.confidence(why.confidence), &percent]) + " ");
    let Some((facet, value)) = more else { return line };
    let chosen = state.request.with(|r| r.has(facet, &value));
    let label = if chosen { words.remove_this_filter } else { words.only_with_it };
    let filter = el("button").class("link").text(label);
    line.child(filter.press(move || state.ask(|r| r.toggle(facet, &value))))
}

/// Explains who speaks.
pub fn of_statement(words: Words, statement: &Statement, printed: String) -> Explanation {
    let (speakers, meaning) = (words.names(&statement.speakers), words.voice(statement.voice));
    let template = if statement.carried { words.speaks_on } else { words.speaks };
    Explanation {
        kind: words.who_speaks,
        name: words.fill(template, &[&speakers, meaning]),
        printed,
        why: statement.why.clone(),
        more: statement.speakers.first().map(|speaker| (Facet::Speaker, speaker.clone())),
    }
}
