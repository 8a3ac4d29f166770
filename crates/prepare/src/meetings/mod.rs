//! Finds the meetings that one document tells of, and which of its sentences tell of each.
//!
//! `events` finds the sentences that say that people met; here it is settled which of those the
//! document gives an account of. One that is only mentioned on the way (a future visit, another
//! day's talks) is none.

mod chinese;
mod english;
pub(crate) mod events;
mod korean;
#[cfg(test)]
mod tests;

use readout_corpus::Document;

pub(crate) use english::telling;

use crate::ToldMeeting;
use crate::statements::Grammar;
use events::Event;

/// The meetings told of, in order of appearance. Also sets each statement's `meeting` to the index
/// of its meeting, as text.
pub(crate) fn find(document: &mut Document, grammar: &Grammar) -> Vec<ToldMeeting> {
    let accounts = accounts(document, &grammar.events);
    let body = || document.body().map(|(number, _)| number);
    let (Some(first), Some(last)) = (body().next(), body().last()) else { return Vec::new() };
    let mut told = Vec::new();
    for (at, account) in accounts.iter().enumerate() {
        let from = if at == 0 { first } else { account.sentence.max(first) };
        // Those that one sentence names share what follows.
        let next = accounts.iter().find(|next| next.sentence > account.sentence);
        let to = next.map_or(last, |next| next.sentence.saturating_sub(1));
        let Some(days) = account.days.filter(|_| from <= to) else { continue };
        let index = told.len().to_string();
        for statement in document.statements.iter_mut().filter(|s| (from..=to).contains(&s.sentence)) {
            let beside = accounts.iter().filter(|other| other.sentence == account.sentence);
            let theirs = |other: &&Event| statement.speakers.iter().all(|s| other.participants.contains(s));
            let whose = beside.clone().find(theirs).or_else(|| beside.clone().next());
            if whose.is_some_and(|whose| whose.participants == account.participants) {
                statement.meeting = Some(index.clone());
            }
        }
        told.push(ToldMeeting {
            id: None,
            days,
            place: account.place.clone(),
            participants: account.participants.clone(),
            sentences: vec![(from, to)],
            why: account.why.clone(),
        });
    }
    told
}

/// Which events the document gives an account of: the first, and each later one after which somebody
/// of that meeting is quoted.
fn accounts(document: &Document, events: &[Event]) -> Vec<Event> {
    let mut accounts: Vec<Event> = Vec::new();
    let korean = document.card.language.starts_with("ko");
    let opening = document.body().next().map(|(number, _)| number);
    for event in events {
        if let Some(same) = accounts.iter_mut().find(|account| account.is_same(event)) {
            same.take_in(event);
            // What the title says, too, is told where the body opens with it.
            if Some(event.sentence) == opening {
                same.sentence = event.sentence;
            }
            continue;
        }
        // Met one after the other, as one sentence has it: told of where each is named again, else all here.
        let again = events.iter().any(|later| {
            later.sentence > event.sentence && later.is_same(event) && is_quoted(document, events, later)
        });
        let along = events.iter().any(|other| other.sentence == event.sentence && other != event);
        if along && !accounts.is_empty() && again {
            continue;
        }
        let beside = accounts.iter().any(|account| account.sentence == event.sentence) && !again;
        let told = (accounts.is_empty() || beside) && (early(document, event.sentence) || !korean);
        let quoted = is_quoted(document, events, event);
        if told || quoted {
            // Where several meetings were named at once, their place was, too.
            let place =
                events.iter().find(|named| named.is_same(event)).and_then(|named| named.place.clone());
            accounts.push(Event { place: event.place.clone().or(place), ..event.clone() });
        }
    }
    accounts
}

/// Whether somebody who met is quoted after the words that say so, before those of another meeting.
fn is_quoted(document: &Document, events: &[Event], event: &Event) -> bool {
    let is_named_along =
        |later: &Event| events.iter().any(|other| other.sentence == event.sentence && later.is_same(other));
    let next = events.iter().find(|later| later.sentence > event.sentence && !is_named_along(later));
    let next = next.map_or(u32::MAX, |event| event.sentence);
    document.statements.iter().any(|statement| {
        statement.sentence >= event.sentence
            && statement.sentence < next
            && statement.content
            && !statement.speakers.is_empty()
            && statement.speakers.iter().all(|speaker| event.participants.contains(speaker))
            && !(statement.carried && statement.sentence == event.sentence)
    })
}

/// Whether a sentence stands where a report tells what it is about.
fn early(document: &Document, sentence: u32) -> bool {
    const LEAD: usize = 6;
    document.body().take_while(|(number, _)| *number < sentence).count() < LEAD
}
