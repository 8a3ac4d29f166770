//! “X’s call with Y”, “a meeting between X and Y”, “said … during talks with Y”.

use super::people::{companions, holders_between, hosts, leads_to_person, named, person, with_after};
use super::words::{AFTER, AT, DID, EACH, MEETING, NOT_HELD, REMARKS, TO_ONE};
use super::{Sentence, found, with_each};
use crate::meetings::events::Found;
use crate::statements::{Kind, Unit, Who, cue_at, ending_at, head, subject_before};

/// Words that open what is only said aside: at which meeting somebody spoke.
const ASIDE: &[&str] = &["when", "while", "in", "during", "at"];

/// How many units stand before the name of a meeting in such words, at most (“in a phone”).
const LONGEST_ASIDE: usize = 5;

/// The meetings that are named at `at`.
pub(super) fn find(sentence: Sentence<'_>, at: usize) -> Option<Vec<Found>> {
    let Sentence { units, title, first, .. } = sentence;
    if !units[at].is_any(MEETING) {
        return None;
    }
    if let Some(from) = between(units, at, title, first) {
        let (mut people, end) = named(units, from);
        if people.len() < 2 {
            people = holders_between(sentence, from);
        }
        return found(units, people, Vec::new(), end, 2).map(|found| vec![found]);
    }
    // “after meeting X”
    let gerund = units[at].is_any(&["meeting"])
        && at >= 1
        && units[at - 1].is_any(&["after", "when", "while", "upon", "on"])
        && leads_to_person(units, at + 1);
    let with = if gerund { Some(at + 1) } else { with_after(units, at + 1, 4) };
    let Some(with) = with else {
        return both_at(sentence, at).map(|found| vec![found]);
    };
    // “When meeting with X, Y said …”, “In his meeting with X, Y said …”: the comma parts the two.
    let leads = &units[..at];
    let aside = leads.first().is_some_and(|u| u.is_any(ASIDE))
        && leads.len() <= LONGEST_ASIDE
        && leads.iter().all(|u| !u.word().is_empty());
    let comma = (with..units.len()).find(|&comma| units[comma].kind == Kind::Comma);
    let clause = &units[..comma.filter(|_| aside).unwrap_or(units.len())];
    let (_, end) = named(clause, with);
    // “President X’s summit with Y led to …”
    let owned = (0..at).rev().take(3).find(|&owner| units[owner].kind == Kind::Genitive);
    let owner = owned.and_then(|owned| ending_at(units, owned));
    let hosts = if title {
        // “Meeting with X”, over a transcript in which somebody else speaks.
        let named = hosts_in_title(units, at);
        let with = &named_with(sentence, with);
        let receives =
            || sentence.host.filter(|host| !with.iter().any(|name| name == host)).map(str::to_owned);
        if named.is_empty() { receives().into_iter().collect() } else { named }
    } else if let Some(Who::People(people)) = owner.filter(|s| opens(units, s.first)).map(|s| s.who) {
        people
    } else if aside {
        let rest = units.get(end..)?;
        let subject =
            (0..rest.len()).find(|&cue| is_cue(rest, cue)).and_then(|cue| subject_before(rest, cue));
        let who = subject.or_else(|| head(rest))?.who;
        let named: Vec<String> = units[..at].iter().filter_map(person).collect();
        hosts(sentence, at, who, &named)
    } else {
        speakers(sentence, at)?
    };
    let (others, end) = companions(Sentence { units: clause, ..sentence }, with, &hosts);
    if others.is_empty() {
        return None;
    }
    if units[at].is_any(EACH) && hosts.len() == 1 && others.len() > 1 {
        return with_each(units, &hosts, others, end);
    }
    found(units, hosts, others, end, 2).map(|found| vec![found])
}

/// Where those are named between whom a meeting was: “the talks between X and Y”, “a call was held
/// between X and Y”, “a call initiated by Z took place between X and Y”.
fn between(units: &[Unit], noun: usize, title: bool, first: bool) -> Option<usize> {
    let is_between = |at: usize| units.get(at).is_some_and(|u| u.is_any(&["between"]));
    if is_between(noun + 1) && (title || is_told_of(units, noun, first)) {
        return Some(noun + 2);
    }
    let held = (noun + 1..units.len().min(noun + 6)).find(|&held| units[held].is_any(&["held"]));
    if let Some(held) = held.filter(|&held| is_between(held + 1))
        && units[noun + 1].is_any(&["was", "were"])
    {
        return Some(held + 2);
    }
    let place = (noun + 1..units.len().min(noun + 9))
        .find(|&at| units[at].is_any(&["place"]) && units[at - 1].is_any(&["took", "taken"]))?;
    is_between(place + 1).then_some(place + 2)
}

/// Who spoke or acted at the meeting named at `at`, or soon after it: “X said during his first meeting
/// with Y”.
fn speakers(sentence: Sentence<'_>, at: usize) -> Option<Vec<String>> {
    let Sentence { units, first, .. } = sentence;
    let near = &units[at.saturating_sub(5)..at];
    let going_on = at >= 1 && units[at - 1].is_any(&["when", "while"]);
    let after = first && near.iter().any(|u| u.is_any(AFTER));
    if !going_on && !after && !near.iter().any(|u| u.is_any(AT)) {
        return None;
    }
    let cue = (0..at).rfind(|&cue| is_cue(units, cue));
    if cue.is_none()
        && let Some(Who::People(people)) = before_aside(units, at)
    {
        return Some(people);
    }
    if cue.is_none() && !units[..at].iter().any(|u| u.is_any(REMARKS)) {
        return None;
    }
    // “Germany hopes …, the Chancellor said in talks with …”: who stands before the cue was there,
    // whoever the sentence begins with.
    let people = |who: Who| if let Who::People(people) = who { Some(people) } else { None };
    let speaker = cue.and_then(|cue| subject_before(units, cue)).and_then(|subject| people(subject.who));
    speaker.or_else(|| people(head(units)?.who))
}

/// “X and Y affirmed the treaty in a call on Monday”: those who did something at a meeting are those who met,
/// where they belong to two sides.
fn both_at(sentence: Sentence<'_>, at: usize) -> Option<Found> {
    let Sentence { units, cast, first, .. } = sentence;
    if !first {
        return None;
    }
    let near = at.saturating_sub(LONGEST_ASIDE)..at;
    // “X and Y’s summit lasted …”, “During their talks, X and Y …”
    let owned = near.clone().rev().find(|&owned| units[owned].kind == Kind::Genitive);
    let owners = owned.and_then(|owned| ending_at(units, owned)).map(|owner| owner.who);
    let comma = (at..units.len()).find(|&comma| units[comma].kind == Kind::Comma);
    let theirs = near.start == 0 && units[near.clone()].iter().any(|u| u.is_any(&["their"]));
    let behind = comma.filter(|_| theirs).and_then(|comma| head(&units[comma + 1..])).map(|they| they.who);
    if let Some(Who::People(people)) = owners.or(behind)
        && people.len() > 1
    {
        return found(units, people, Vec::new(), at, 2);
    }
    if !units[near].iter().any(|u| u.is_any(AT)) {
        return None;
    }
    let cue = (0..at).rfind(|&cue| is_cue(units, cue))?;
    let mut people = hosts(sentence, cue, subject_before(units, cue)?.who, &[]);
    // “X told Y during a call”
    if units[cue].is_any(TO_ONE) && leads_to_person(units, cue + 1) {
        people.extend(named(units, cue + 1).0.into_iter().take(1));
    }
    let sides: Option<Vec<&str>> = people.iter().map(|name| cast.side(name)).collect();
    let apart = sides.is_some_and(|sides| sides.iter().any(|side| *side != sides[0]));
    if apart { found(units, people, Vec::new(), at, 2) } else { None }
}

/// “X, in a conversation with Y, said”: who is named before such an aside.
fn before_aside(units: &[Unit], at: usize) -> Option<Who> {
    let comma =
        (0..at).rev().take(LONGEST_ASIDE).find(|&comma| units[comma].kind == Kind::Comma && comma > 0)?;
    let behind = (at..units.len()).find(|&behind| units[behind].kind == Kind::Comma)?;
    let aside = units.get(comma + 1).is_some_and(|u| u.is_any(ASIDE));
    let says = units.get(behind + 1).is_some_and(|_| is_cue(units, behind + 1));
    if aside && says { ending_at(units, comma).map(|subject| subject.who) } else { None }
}

fn is_cue(units: &[Unit], at: usize) -> bool {
    cue_at(units, at) || units[at].is_any(&["said", "told"]) || units[at].is_any(DID)
}

/// Whether a meeting “between” some is what the sentence is about (“The talks between X and Y were
/// …”) or where something came about (“… was reached at a meeting between X and Y”). Any other is
/// named on the way; but where nothing else tells of a meeting, what something did with it will do
/// (“… dominated a call between X and Y”).
fn is_told_of(units: &[Unit], noun: usize, first: bool) -> bool {
    const CAME: &[&str] =
        &["came", "made", "reached", "took", "agreed", "announced", "signed", "said", "told", "held"];
    let opens = (0..noun).rev().take(4).find(|&at| units[at].is_any(&["the", "a", "their"])).unwrap_or(noun);
    let plain = units[opens..noun].iter().all(|u| !u.word().is_empty());
    if opens == 0 && plain {
        return true;
    }
    let did = |unit: &Unit| unit.word().ends_with("ed") && !unit.is_any(NOT_HELD);
    if first && plain && opens.checked_sub(1).is_some_and(|at| did(&units[at])) {
        return true;
    }
    let governed = opens.checked_sub(1).is_some_and(|at| units[at].is_any(AT));
    governed && plain && (opens == 1 || units[..opens].iter().any(|u| u.is_any(CAME)))
}

/// “Statement by X on President A’s Call with B”: the people named last before the noun.
fn hosts_in_title(units: &[Unit], noun: usize) -> Vec<String> {
    let Some(last) = (0..noun).rfind(|&at| person(&units[at]).is_some()) else {
        return Vec::new();
    };
    match ending_at(units, last + 1).map(|subject| subject.who) {
        Some(Who::People(people)) => people,
        _ => Vec::new(),
    }
}

fn named_with(sentence: Sentence<'_>, from: usize) -> Vec<String> {
    companions(sentence, from, &[]).0
}

/// Whether a unit opens its sentence, or what follows a dateline.
fn opens(units: &[Unit], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| units[before].kind == Kind::Dash)
}
