//! The margin: who speaks a run of sentences, like a name in a play.

use leptos::prelude::*;
use readout_corpus::{Role, Statement, Voice};

use crate::components::glyph::side_class;
use crate::queries::{Queries, words};

/// The classes that draw the line beside a run: pattern from the voice, colours from the sides.
pub fn line_class(queries: Queries, statement: Option<&Statement>) -> String {
    let Some(statement) = statement else { return "run narration".to_owned() };
    let sides: Vec<usize> = queries.with(|e| {
        let side = |name: &String| e.overview().people.iter().find(|p| p.name == *name).and_then(|p| p.side.clone());
        // A statement by a side as such is drawn in that side's colour.
        let own = |name: &String| e.overview().sides.iter().find(|s| s.key == *name).map(|s| s.key.clone());
        statement.speakers.iter().map(|name| queries.side_number(side(name).or_else(|| own(name)).as_deref())).collect()
    });
    let first = sides.first().copied().unwrap_or(0);
    let second = sides.iter().copied().find(|side| *side != first).unwrap_or(first);
    let content = if statement.content { "" } else { " topic-only" };
    format!("run {} second-{}{content}", side_class(first), side_class(second))
}

/// The name beside a run, with what makes it that voice.
#[component]
pub fn Name(
    /// The statement that the run is read as.
    statement: Statement,
    /// Who published the document.
    source: Option<String>,
    /// What to do when the name is asked why it stands there.
    #[prop(into)]
    ask: Callback<()>,
) -> impl IntoView {
    let (key, _) = words::voice(statement.voice);
    let name = words::names(&statement.speakers);
    let teller = source.unwrap_or_else(|| "this source".to_owned());
    let mut under = match statement.voice {
        Voice::Own => String::new(),
        Voice::Counterpart | Voice::Reported => format!("as told by {teller}"),
        Voice::Joint => "joint".to_owned(),
        Voice::Unnamed if statement.about.is_empty() => "nameless".to_owned(),
        Voice::Unnamed => format!("nameless, on {}", words::names(&statement.about)),
    };
    if !statement.via.is_empty() {
        under = format!("told by {}", words::names(&statement.via));
    }
    if !statement.content {
        under = "names a topic only".to_owned();
    }
    view! {
        <button class="voice" data-voice=key aria-label=format!("{name}, {under}: why?") on:click=move |_| ask.run(())>
            <b>{name.clone()}</b> <small>{under.clone()}</small>
        </button>
    }
}

/// What stands beside a run that is no part of the account itself.
pub fn role_label(role: Role) -> Option<&'static str> {
    match role {
        Role::Title | Role::Body => None,
        Role::Summary => Some("Publisher’s summary"),
        Role::Caption => Some("Caption"),
        Role::Deck => Some("Deck"),
    }
}
