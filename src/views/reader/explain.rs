//! A mark explains itself: what it stands for, which rule made it, on what evidence, how sure it is.

use leptos::prelude::*;
use readout_corpus::{Document, Origin, Statement};
use readout_query::Facet;
use readout_query::correct::{MarkAt, correction, stem};

use super::text::Asked;
use crate::browser::page;
use crate::components::node::{Element, el};
use crate::queries::marks::Explanation;
use crate::state::ViewState;
use crate::views::share::field;
use crate::words::Words;

/// Id of the field with the lines that correct a mark.
const LINES: &str = "correction";

/// The explanations of the marks that were asked, under the run that they stand in, and the button that
/// shares the passage, where there is one.
pub fn why(
    state: ViewState,
    document: &Document,
    explanations: Vec<Explanation>,
    asked: RwSignal<Option<Asked>>,
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
        .children(explanations.into_iter().flat_map(|each| one(state, document, each, asked)).collect())
        .children(share.into_iter().map(|share| el("p").child(share)).collect())
}

/// A mark's explanation; under it, where an editor asked for them, the lines that correct it.
fn one(
    state: ViewState,
    document: &Document,
    explanation: Explanation,
    asked: RwSignal<Option<Asked>>,
) -> Vec<Element> {
    let words = state.words();
    let Explanation { kind, name, printed, why, more, mark } = explanation;
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
    if let Some((facet, value)) = more {
        let chosen = state.request.with(|r| r.has(facet, &value));
        let label = if chosen { words.remove_this_filter } else { words.only_with_it };
        let filter = el("button").class("link").text(label);
        line = line.child(filter.press(move || state.ask(|r| r.toggle(facet, &value)))).text(" ");
    }
    let (shown, copied) = asked.with(|asked| {
        asked.as_ref().map_or((false, false), |asked| (asked.correcting == Some(mark), asked.copied))
    });
    let ask = move || {
        asked.update(|asked| {
            if let Some(asked) = asked {
                (asked.correcting, asked.copied) = (Some(mark), false);
            }
        });
        page::after_drawing(|| page::tell_about("copy", LINES));
    };
    let correct = el("button").class("link").attr("data-corrects", "").state("aria-expanded", shown);
    let mut all = vec![line.child(correct.text(words.correct_it).press(ask))];
    if shown {
        let beside = [stem(&document.card.file), ".toml"].concat();
        let label = words.fill(words.lines_for, &[&beside]);
        all.push(field(LINES, label, correction(document, mark), words));
        all.push(el("p").class("done").text(if copied { words.copied } else { "" }));
    }
    all
}

/// Explains who speaks.
pub fn of_statement(words: Words, statement: &Statement, at: usize, printed: String) -> Explanation {
    let (speakers, meaning) = (words.names(&statement.speakers), words.voice(statement.voice));
    let template = if statement.carried { words.speaks_on } else { words.speaks };
    Explanation {
        kind: words.who_speaks,
        name: words.fill(template, &[&speakers, meaning]),
        printed,
        why: statement.why.clone(),
        more: statement.speakers.first().map(|speaker| (Facet::Speaker, speaker.clone())),
        mark: MarkAt::Statement(at),
    }
}
