//! Puts the meetings that documents tell of together: one meeting, several accounts. By people, days
//! and place; never by wording. The same visitor received by another host on the same day is another
//! meeting.

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::{Account, Interval, Meeting, Origin};

use super::{Gist, ids};
use crate::meetings::events::names_day;
use crate::names::{side_of_person, side_of_place};
use crate::{Settings, ToldMeeting};

/// Names in an id at most.
const NAMES_IN_ID: usize = 4;

/// A meeting as one document tells it.
struct Told<'a> {
    document: usize,
    index: usize,
    meeting: &'a ToldMeeting,
    /// Who tells it: the source, else the file.
    teller: &'a str,
    /// By whose clock the days are told, as far as it shows: the side, else the language where it is that
    /// of one place.
    clock: Option<&'a str>,
}

/// The meetings of all documents, and for each document the id of each meeting that it tells of.
pub(super) fn group(settings: &Settings, gists: &[Gist]) -> (Vec<Meeting>, Vec<Vec<Option<String>>>) {
    let mut told: Vec<Told<'_>> = Vec::new();
    // What an editor gave an id is grouped by it, after the others: it can be the id of one of those.
    let mut named: Vec<(&str, Told<'_>)> = Vec::new();
    for (document, gist) in gists.iter().enumerate() {
        let card = &gist.card;
        let teller = card.source.as_deref().unwrap_or(&card.file);
        for (index, meeting) in gist.meetings.iter().enumerate() {
            let clock = card.side.as_deref().or(Some(&*card.language).filter(|tag| !tag.starts_with("en")));
            let one = Told { document, index, meeting, teller, clock };
            match meeting.id.as_deref() {
                Some(id) => named.push((id, one)),
                None => told.push(one),
            }
        }
    }
    // The fullest lists of people first, so that a shorter one finds its meeting.
    told.sort_by(|a, b| {
        let key = |t: &Told<'_>| {
            (t.meeting.days.from, core::cmp::Reverse(t.meeting.participants.len()), t.document, t.index)
        };
        key(a).cmp(&key(b))
    });
    let mut groups: Vec<Vec<Told<'_>>> = Vec::new();
    // Told in order of days: only the last groups can still be joined.
    let mut open = 0;
    for one in told {
        while groups
            .get(open)
            .is_some_and(|group| group.iter().all(|t| t.meeting.days.to.plus(1) < one.meeting.days.from))
        {
            open += 1;
        }
        let fits = |group: &Vec<Told<'_>>, slack: i32| {
            group.iter().all(|other| other.document != one.document && !other_day(other, &one))
                && group.iter().any(|other| same(settings, other, &one, slack))
        };
        let home = (open..groups.len())
            .find(|&at| fits(&groups[at], 0))
            .or_else(|| (open..groups.len()).find(|&at| fits(&groups[at], 1)));
        match home {
            Some(at) => groups[at].push(one),
            None => groups.push(vec![one]),
        }
    }
    let mut meetings = meetings(with_ids(groups, named), gists);
    meetings.sort_by(|(a, _), (b, _)| (a.days.from, &a.id).cmp(&(b.days.from, &b.id)));
    let mut told: Vec<Vec<Option<String>>> =
        gists.iter().map(|gist| vec![None; gist.meetings.len()]).collect();
    for (meeting, members) in &meetings {
        for &(document, index) in members {
            told[document][index] = Some(meeting.id.clone());
        }
    }
    (meetings.into_iter().map(|(meeting, _)| meeting).collect(), told)
}

/// Gives each group an id of its own, and the accounts that an editor gave one to the group that has it.
fn with_ids<'a>(groups: Vec<Vec<Told<'a>>>, named: Vec<(&str, Told<'a>)>) -> BTreeMap<String, Vec<Told<'a>>> {
    let mut groups: Vec<(Interval, String, Vec<Told<'a>>)> = groups
        .into_iter()
        .map(|mut group| {
            group.sort_by_key(|told| (told.document, told.index));
            (days(&group), id(&group), group)
        })
        .collect();
    // Of several with one id, the order says which gets a number.
    groups.sort_by(|(days, id, group), (others, other, rest)| {
        (days.from, id, group[0].document, group[0].index).cmp(&(
            others.from,
            other,
            rest[0].document,
            rest[0].index,
        ))
    });
    let mut taken = BTreeSet::new();
    let mut by_id: BTreeMap<String, Vec<Told<'a>>> = BTreeMap::new();
    for (_, id, group) in groups {
        by_id.insert(ids::unique(id, &mut taken), group);
    }
    for (id, one) in named {
        let id = if taken.contains(id) { id.to_owned() } else { ids::slug(id) };
        by_id.entry(id).or_default().push(one);
    }
    by_id
}

/// The meetings of the groups, each with the accounts that it is made from.
fn meetings(groups: BTreeMap<String, Vec<Told<'_>>>, gists: &[Gist]) -> Vec<(Meeting, Vec<(usize, usize)>)> {
    let made = |(id, mut group): (String, Vec<Told<'_>>)| {
        group.sort_by_key(|told| (told.document, told.index));
        let members = group.iter().map(|told| (told.document, told.index)).collect();
        (made(id, &group, gists), members)
    };
    groups.into_iter().map(made).collect()
}

/// Whether two documents tell of one meeting. With `slack`, their days may be neighbours: what is
/// Monday evening for one is Tuesday for the other. One source does not give one meeting two dates.
fn same(settings: &Settings, a: &Told<'_>, b: &Told<'_>, slack: i32) -> bool {
    let (x, y) = (a.meeting, b.meeting);
    let widened = Interval::new(x.days.from.plus(-slack), x.days.to.plus(slack));
    if !widened.overlaps(y.days) || (slack > 0 && a.teller == b.teller) || other_day(a, b) {
        return false;
    }
    let apart = matches!((&x.place, &y.place), (Some(p), Some(q)) if are_apart(settings, p, q));
    if apart && !x.days.overlaps(y.days) {
        return false;
    }
    let (few, many) = if x.participants.len() <= y.participants.len() { (x, y) } else { (y, x) };
    if !few.participants.iter().all(|name| many.participants.contains(name)) {
        return false;
    }
    // Colleagues meet more than once a day: one source tells of them anew.
    let side = |name: &String| side_of_person(name, Some(x.days.from), settings);
    let of_one_side = || {
        let mut sides = few.participants.iter().map(side);
        sides.next().flatten().is_some_and(|first| sides.all(|other| other == Some(first)))
    };
    if a.teller == b.teller && few.participants.len() > 1 && of_one_side() {
        return false;
    }
    if few.participants.len() == many.participants.len() {
        // A single name is too little to tell meetings with nameless people apart.
        return few.participants.len() > 1;
    }
    if few.participants.len() == 1 {
        return !apart && x.place.is_some() && x.place == y.place;
    }
    // Who else is named belongs to the sides that are there: aides, not a third party.
    let day = Some(x.days.from);
    let side_of = |name: &String| side_of_person(name, day, settings);
    let sides: Vec<Option<&str>> = few.participants.iter().map(side_of).collect();
    many.participants
        .iter()
        .filter(|name| !few.participants.contains(name))
        .all(|name| side_of(name).is_none_or(|side| sides.contains(&Some(side))))
}

/// Whether two name days that are not one by one clock: in one language or for one side, or both where they
/// met. Then these are two meetings, whoever else tells of either.
fn other_day(a: &Told<'_>, b: &Told<'_>) -> bool {
    let there = a.meeting.place.is_some() && a.meeting.place == b.meeting.place;
    let alike = there || (a.clock.is_some() && a.clock == b.clock);
    let named = names_day(&a.meeting.why) && names_day(&b.meeting.why);
    alike && named && !a.meeting.days.overlaps(b.meeting.days)
}

/// Whether of two places neither can be in the other.
fn are_apart(settings: &Settings, a: &str, b: &str) -> bool {
    let is_town = |name: &str| {
        let places = &settings.gazetteer.entries.places;
        places.iter().any(|place| place.name == name && matches!(&*place.kind, "capital" | "city"))
    };
    let side = |name| side_of_place(name, settings);
    a != b && (side(a) != side(b) || side(a).is_none() || (is_town(a) && is_town(b)))
}

/// What an editor says comes first; else the accounts count alike.
fn first_said<'g, 'a>(group: &'g [Told<'a>]) -> impl Iterator<Item = &'g Told<'a>> {
    let by = |origin: Origin| group.iter().filter(move |told| told.meeting.why.origin == origin);
    by(Origin::Editor).chain(by(Origin::Rule))
}

/// The days of a meeting: most accounts' days, of those that name it where any does; the earlier where as many
/// say one as the other.
fn days(group: &[Told<'_>]) -> Interval {
    if let Some(told) = group.iter().find(|told| told.meeting.why.origin == Origin::Editor) {
        return told.meeting.days;
    }
    let any = group.iter().any(|told| names_day(&told.meeting.why));
    let mut days: BTreeMap<Interval, usize> = BTreeMap::new();
    for told in group.iter().filter(|told| !any || names_day(&told.meeting.why)) {
        *days.entry(told.meeting.days).or_default() += 1;
    }
    days.iter()
        .max_by_key(|(days, count)| (**count, core::cmp::Reverse(**days)))
        .map_or(group[0].meeting.days, |(days, _)| *days)
}

/// Who took part: whom an editor names, else whom at least half of the accounts name.
fn participants<'g>(group: &'g [Told<'_>]) -> Vec<&'g String> {
    let said = |told: &&Told<'_>| told.meeting.why.origin == Origin::Editor;
    let edited = group.iter().any(|told| said(&told));
    let tellers: Vec<&Told<'_>> = group.iter().filter(|told| !edited || said(told)).collect();
    let named =
        |name: &String| tellers.iter().filter(|told| told.meeting.participants.contains(name)).count();
    let mut participants: Vec<&String> = Vec::new();
    for name in tellers.iter().flat_map(|told| &told.meeting.participants) {
        if !participants.contains(&name) && named(name) * 2 >= tellers.len() {
            participants.push(name);
        }
    }
    participants
}

/// An id for a meeting. It need not be unique.
fn id(group: &[Told<'_>]) -> String {
    let names: Vec<String> =
        participants(group).into_iter().take(NAMES_IN_ID).map(|name| ids::slug(name)).collect();
    let id = format!("{}-{}", days(group).from, names.join("-"));
    id.trim_end_matches('-').to_owned()
}

/// A meeting from its accounts, in the documents' order.
fn made(id: String, group: &[Told<'_>], gists: &[Gist]) -> Meeting {
    let mut accounts: Vec<Account> = Vec::new();
    for told in group {
        let document = &gists[told.document].card.id;
        match accounts.last_mut().filter(|account| account.document == *document) {
            // Two parts of one document are one account.
            Some(account) => {
                account.sentences.extend(&told.meeting.sentences);
                account.sentences.sort_unstable();
            }
            None => accounts.push(Account {
                document: document.clone(),
                sentences: told.meeting.sentences.clone(),
                days: told.meeting.days,
                why: told.meeting.why.clone(),
            }),
        }
    }
    Meeting {
        id,
        days: days(group),
        place: first_said(group).find_map(|told| told.meeting.place.clone()),
        participants: participants(group).into_iter().cloned().collect(),
        accounts,
    }
}
