//! The head and foot of the page: name, theme, the corpus's title and what it holds and lacks.

use leptos::prelude::*;
use readout_corpus::Rights;

use crate::browser::page;
use crate::queries::{Queries, gaps, words};

/// The line at the top: the name of the product and the theme.
#[component]
pub fn Masthead() -> impl IntoView {
    let dark = RwSignal::new(page::prefers_dark());
    let switch = move |_| {
        dark.update(|d| *d = !*d);
        page::set_theme(Some(if dark.get_untracked() { "dark" } else { "light" }));
    };
    view! {
        <header class="masthead">
            <p class="brand">"Readout"</p>
            <p class="claim">"Who said what, when, in whose words"</p>
            <button class="plain" id="theme" on:click=switch>
                {move || if dark.get() { "Light page" } else { "Dark page" }}
            </button>
        </header>
    }
}

/// The corpus's title, what it holds, and what it lacks.
#[component]
pub fn Title() -> impl IntoView {
    let queries: Queries = expect_context();
    let (title, description, holds, lacks) = queries.with(|explorer| {
        let (overview, cards, meetings) = (explorer.overview(), explorer.cards(), explorer.meetings());
        let years: Vec<i32> = meetings.iter().flat_map(|m| [m.days.from.year(), m.days.to.year()]).collect();
        let span = match (years.iter().min(), years.iter().max()) {
            (Some(from), Some(to)) if from != to => format!(", {from}–{to}"),
            (Some(year), _) => format!(", {year}"),
            _ => String::new(),
        };
        let holds = format!(
            "{} on {}{span}.",
            words::count(cards.len() as u64, "document", "documents"),
            words::count(meetings.len() as u64, "meeting", "meetings"),
        );
        let silent = gaps::silent_sides(overview, cards, meetings);
        // A corpus of many bilateral meetings lacks many sides; naming them all would say nothing.
        let lacks = match silent.len() {
            0 => None,
            1 => Some(format!("No account from the {} side is in this corpus.", silent[0])),
            2..=3 => {
                Some(format!("No account from these sides is in this corpus: {}.", words::names(&silent)))
            }
            many => Some(format!("From {many} sides that took part there is no account in this corpus.")),
        };
        (overview.title.clone(), overview.description.clone(), holds, lacks)
    });
    view! {
        <div class="title">
            <h1>{title}</h1>
            <p class="dek">
                {description.map(|text| text + " ")} {holds} " "
                {lacks.map(|text| view! { <strong>{text}</strong> })}
            </p>
        </div>
    }
}

/// The line at the bottom: what was left out, and how the marks were made.
#[component]
pub fn Footer() -> impl IntoView {
    let queries: Queries = expect_context();
    let (warnings, summaries) = queries.with(|explorer| {
        let summaries = explorer.cards().iter().filter(|card| card.rights == Rights::Summary).count();
        (explorer.overview().warnings.clone(), summaries)
    });
    view! {
        <footer class="footer">
            {(summaries > 0).then(|| {
                let what = words::count(summaries as u64, "document is", "documents are");
                view! { <p>{what} " shown as a summary in our own words, not as published."</p> }
            })}
            <p>
                "Marks were made by rules, not by people; each says which rule and how sure it is. "
                "“Not in this account” is not “not said”."
            </p>
            {(!warnings.is_empty()).then(|| view! {
                <details id="warnings">
                    <summary>{words::count(warnings.len() as u64, "thing was", "things were")} " left out or doubtful when this corpus was prepared"</summary>
                    <ul>
                        {warnings.into_iter().take(200).map(|warning| {
                            let place = warning.line.map_or(warning.file.clone(), |line| format!("{}:{line}", warning.file));
                            view! { <li><code>{place}</code> " " {warning.problem} ". " {warning.remedy}</li> }
                        }).collect_view()}
                    </ul>
                </details>
            })}
        </footer>
    }
}
