//! A mark explains itself: what it stands for, which rule made it, on what evidence, how sure it is.

use leptos::prelude::*;
use readout_corpus::{Origin, Statement};
use readout_query::Facet;

use crate::queries::marks::Explanation;
use crate::queries::words;
use crate::state::ViewState;

/// The explanations of the marks that were asked, under the run that they stand in.
#[component]
pub fn Why(
    /// What to explain.
    explanations: Vec<Explanation>,
    /// What to do when the reader has seen enough.
    #[prop(into)]
    close: Callback<()>,
) -> impl IntoView {
    let state: ViewState = expect_context();
    let list = explanations
        .into_iter()
        .map(|each| {
            let Explanation { kind, name, printed, why, more } = each;
            let sure = words::confidence(why.confidence);
            let made = match why.origin {
                Origin::Rule => format!("Rule {}", why.rule),
                Origin::Editor => "Set by an editor".to_owned(),
            };
            let evidence = (!why.evidence.is_empty()).then(|| format!(", from “{}”", why.evidence));
            view! {
                <p>
                    <b>{kind} ": " {name.clone()}</b>
                    {(!printed.is_empty() && printed != name).then(|| format!(", printed “{printed}”"))} ". "
                    {made} {evidence} ". Confidence " {sure} " (" {why.confidence} " of 100)."
                    {more.map(|(facet, value)| {
                        let chosen = { let value = value.clone(); move || state.request.with(|r| r.has(facet, &value)) };
                        view! {
                            " "
                            <button class="link" on:click=move |_| state.ask(|r| r.toggle(facet, &value))>
                                {move || if chosen() { "Remove this filter" } else { "Only documents with it" }}
                            </button>
                        }
                    })}
                </p>
            }
        })
        .collect_view();
    view! {
        <aside class="why" id="explanation" aria-live="polite">
            <button class="link close" aria-label="Close the explanation" on:click=move |_| close.run(())>"Close"</button>
            <h3>"Why this mark?"</h3>
            {list}
        </aside>
    }
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
