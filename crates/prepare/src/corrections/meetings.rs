//! Makes corrections of the meetings that a document tells of. Which accounts are of one meeting is
//! settled among all documents, in `assemble`; an editor's id goes before that.

use readout_corpus::{Document, Interval};

use super::marks::nothing_to_remove;
use super::{MeetingEdit, Placed, canonicals};
use crate::{Settings, ToldMeeting};

/// What is wrong, and what to do.
type Failed = (String, String);

pub(super) fn correct(
    document: &mut Document,
    told: &mut Vec<ToldMeeting>,
    placed: &Placed,
    edit: &MeetingEdit,
    settings: &Settings,
) -> Result<(), Failed> {
    let Placed { correction, places, .. } = placed;
    let begins = places.first().map(|place| place.first);
    if correction.remove {
        let tells = |one: &ToldMeeting| begins.is_none_or(|n| one.tells(n));
        let before = told.len();
        let kept: Vec<bool> = told.iter().map(|one| !tells(one)).collect();
        let mut index = 0;
        told.retain(|_| {
            index += 1;
            kept[index - 1]
        });
        if told.len() == before {
            return Err(nothing_to_remove(correction));
        }
        renumber(document, told);
        return Ok(());
    }
    let at = match begins {
        Some(sentence) => told.iter().position(|one| one.begins() == Some(sentence)),
        None if told.len() > 1 => {
            let problem = format!("{} fits {} meetings", correction.named(), told.len());
            return Err((problem, "quote the words with which the account of the one begins".to_owned()));
        }
        None => (!told.is_empty()).then_some(0),
    };
    let at = match at {
        Some(at) => at,
        None => add(document, told, placed, edit, begins)?,
    };
    let one = &mut told[at];
    one.days = edit.days.unwrap_or(one.days);
    if edit.place.is_some() {
        one.place.clone_from(&edit.place);
    }
    if !edit.participants.is_empty() {
        one.participants = canonicals(&edit.participants, settings);
    }
    if edit.id.is_some() {
        one.id.clone_from(&edit.id);
    }
    one.why = correction.why();
    renumber(document, told);
    Ok(())
}

/// A meeting of which no rule found an account, and its place in the list. It goes on to the next one, and
/// takes its sentences from the account that they were in.
fn add(
    document: &Document,
    told: &mut Vec<ToldMeeting>,
    placed: &Placed,
    edit: &MeetingEdit,
    begins: Option<u32>,
) -> Result<usize, Failed> {
    let Placed { correction, .. } = placed;
    let card = &document.card;
    let reported = card.dateline.as_ref().and_then(|line| line.date).or(card.published).map(Interval::day);
    let Some(days) = edit.days.or(reported) else {
        let problem = format!("{} has no date, and neither has its document", correction.named());
        return Err((problem, "add date = \"2017-11-22\"".to_owned()));
    };
    let body = || document.body().map(|(number, _)| number);
    let (Some(first), Some(last)) = (body().next(), body().last()) else {
        let problem = format!("{} is in a document without sentences", correction.named());
        return Err((problem, "take it out".to_owned()));
    };
    let from = begins.unwrap_or(first).max(1);
    let next = told.iter().filter_map(ToldMeeting::begins).find(|&begin| begin > from);
    let to = next.map_or(last, |next| next - 1).max(from);
    for one in told.iter_mut() {
        one.sentences.retain_mut(|(start, end)| {
            if *start < from {
                *end = (*end).min(from - 1);
            }
            *start < from || *start > to
        });
    }
    told.retain(|one| !one.sentences.is_empty());
    let at = told.partition_point(|one| one.begins() < Some(from));
    let one = ToldMeeting {
        id: None,
        days,
        place: None,
        participants: Vec::new(),
        sentences: vec![(from, to)],
        why: correction.why(),
    };
    told.insert(at, one);
    Ok(at)
}

/// Gives the statements the numbers of their meetings.
fn renumber(document: &mut Document, told: &[ToldMeeting]) {
    for statement in &mut document.statements {
        let at = told.iter().position(|one| one.tells(statement.sentence));
        statement.meeting = at.map(|at| at.to_string());
    }
}
