//! The margin: who speaks a run of sentences, like a name in a play.

use readout_corpus::{Overview, Role, Statement, Voice};

use crate::components::glyph::side_class;
use crate::components::node::{Element, el};
use crate::queries::{Queries, words};

/// The classes that draw the line beside a run: pattern from the voice, colours from the sides.
pub fn line_class(queries: Queries, statement: Option<&Statement>) -> String {
    let Some(statement) = statement else { return "run narration".to_owned() };
    let sides: Vec<usize> = queries.with(|e| {
        let side = |name: &String| queries.side_number(side_of(e.overview(), name));
        statement.speakers.iter().map(side).collect()
    });
    let first = sides.first().copied().unwrap_or(0);
    let second = sides.iter().copied().find(|side| *side != first).unwrap_or(first);
    let content = if statement.content { "" } else { " topic-only" };
    format!("run {} second-{second}{content}", side_class(first))
}

/// The side of a speaker: a person's, or the side itself where a side speaks.
fn side_of<'a>(overview: &'a Overview, name: &str) -> Option<&'a str> {
    let person = overview.people.iter().find(|p| p.name == *name).and_then(|p| p.side.as_deref());
    person.or_else(|| overview.sides.iter().map(|s| s.key.as_str()).find(|key| *key == name))
}

/// The name beside a run, with what makes it that voice; pressed, it says why it stands there.
pub fn name(statement: &Statement, source: Option<&str>) -> Element {
    let (key, _) = words::voice(statement.voice);
    let name = words::names(&statement.speakers);
    let under = under(statement, source.unwrap_or("this source"));
    el("button")
        .class("voice")
        .attr("data-voice", key)
        .child(el("b").text(name))
        .text(" ")
        .child(el("small").text(under))
        .child(el("span").class("visually-hidden").text(" – why?"))
}

/// The line under a name: how its words come to this source.
fn under(statement: &Statement, source: &str) -> String {
    if !statement.content {
        return "names a topic only".to_owned();
    }
    if !statement.via.is_empty() {
        return format!("told by {}", words::names(&statement.via));
    }
    match statement.voice {
        Voice::Own => String::new(),
        Voice::Counterpart | Voice::Reported => format!("as told by {source}"),
        Voice::Joint => "joint".to_owned(),
        Voice::Unnamed if statement.about.is_empty() => "nameless".to_owned(),
        Voice::Unnamed => format!("nameless, on {}", words::names(&statement.about)),
    }
}

/// What stands beside a run that is no part of the account itself; `again` where it only repeats.
pub fn role_label(role: Role, again: bool) -> Option<&'static str> {
    match (role, again) {
        (Role::Title, _) | (Role::Body, false) => None,
        (Role::Body, true) => Some("Said again"),
        (Role::Summary, _) => Some("Publisher’s summary"),
        (Role::Caption, false) => Some("Caption"),
        (Role::Caption, true) => Some("Caption, printed again"),
        (Role::Deck, _) => Some("Deck"),
    }
}
