//! The margin: who speaks a run of sentences, like a name in a play.

use readout_corpus::{Overview, Role, Statement, Voice};

use crate::components::glyph::side_class;
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::words::{Text, Words};

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
pub fn name(words: Words, statement: &Statement, source: Option<&str>) -> Element {
    let name = words.names(&statement.speakers);
    let under = under(words, statement, source.unwrap_or(words.this_source));
    el("button")
        .class("voice")
        .attr("data-voice", statement.voice.key())
        .child(el("b").text(name))
        .text(" ")
        .child(el("small").text(under))
        .child(el("span").class("visually-hidden").text(" ").text(words.ask_why))
}

/// The line under a name: how its words come to this source.
fn under(words: Words, statement: &Statement, source: &str) -> String {
    if !statement.content {
        return words.topic_only.to_owned();
    }
    if !statement.via.is_empty() {
        return words.fill(words.told_by, &[&words.names(&statement.via)]);
    }
    match statement.voice {
        Voice::Own => String::new(),
        Voice::Counterpart | Voice::Reported => words.fill(words.as_told_by, &[source]),
        Voice::Joint => words.jointly.to_owned(),
        Voice::Unnamed if statement.about.is_empty() => words.nameless.to_owned(),
        Voice::Unnamed => words.fill(words.nameless_on, &[&words.names(&statement.about)]),
    }
}

/// What stands beside a run that is no part of the account itself; `again` where it only repeats.
pub fn role_label(words: Words, role: Role, again: bool) -> Option<Text> {
    match (role, again) {
        (Role::Title, _) | (Role::Body, false) => None,
        (Role::Body, true) => Some(words.said_again),
        (Role::Summary, _) => Some(words.publishers_summary),
        (Role::Caption, false) => Some(words.caption),
        (Role::Caption, true) => Some(words.caption_again),
        (Role::Deck, _) => Some(words.deck),
    }
}
