//! How English says that people met: “held talks with”, “spoke today with”, “X’s call with Y”,
//! “during a meeting with”.

use readout_corpus::Span;

use super::events::Found;
use crate::Settings;
use crate::statements::{
    Cast, Kind, Unit, Who, ending_at, head, side_of_place, subject_before, titles_start, unquoted,
};

/// Verbs that need “with” (or “to”).
const WITH: &[&str] = &[
    "met",
    "meets",
    "meet",
    "spoke",
    "speaks",
    "talked",
    "talks",
    "conferred",
    "convened",
    "sat",
    "gathered",
];
/// Verbs whose object is the meeting.
const HELD: &[&str] = &[
    "held",
    "holds",
    "hold",
    "had",
    "has",
    "co-chaired",
    "concluded",
    "wrapped",
    "joined",
    "attended",
    "hosted",
    "convened",
    "co-hosted",
    "conducted",
    "placed",
    "put",
    "participated",
];
/// Verbs whose object is the other person.
const DIRECT: &[&str] = &[
    "met",
    "meets",
    "received",
    "receives",
    "hosted",
    "hosts",
    "welcomed",
    "called",
    "telephoned",
    "phoned",
];
/// What a meeting is called.
const MEETING: &[&str] = &[
    "talks",
    "meeting",
    "call",
    "discussions",
    "discussion",
    "conversation",
    "summit",
    "talk",
    "consultations",
    "audience",
    "conference",
    "video",
    "phone",
    "telephone",
    "bilateral",
    "dialogue",
    "meetings",
    "session",
    "round",
    "lunch",
    "dinner",
    "pull-aside",
    "teleconference",
    "videoconference",
    "interaction",
    "breakfast",
    "encounter",
];
const REMOTE: &[&str] = &[
    "call",
    "phone",
    "telephone",
    "video",
    "telephoned",
    "phoned",
    "virtual",
    "virtually",
    "videoconference",
    "teleconference",
];
/// Verbs of those who talk, where the meeting is only named after them.
const TALKED: &[&str] = &["discussed", "exchanged", "agreed", "reaffirmed", "discuss"];
/// Words before a verb that keep it from having happened.
const NOT_YET: &[&str] =
    &["will", "to", "would", "should", "may", "might", "could", "can", "not", "never", "if", "shall"];
/// Words that end the clause in which the others are named.
const ENDS: &[&str] = &[
    "who",
    "which",
    "where",
    "after",
    "following",
    "ahead",
    "before",
    "since",
    "during",
    "while",
    "as",
    "when",
    "about",
    "regarding",
    "whose",
    "amid",
    "because",
    "that",
    "until",
    "discussing",
    "to",
];

/// “Participants in the call included X and Y”: who else was there.
pub(super) fn joined(units: &[Unit]) -> Vec<String> {
    let opens = units.first().is_some_and(|u| u.is_any(&["participants", "attendees"]))
        || units.get(1).is_some_and(|u| u.is_any(&["participants", "attendees"]));
    let included = units.iter().take(8).position(|u| u.is_any(&["included", "were"]));
    match included.filter(|_| opens) {
        Some(at) => people(units, at + 1).0,
        None => Vec::new(),
    }
}

/// How a sentence begins that goes back to something earlier.
const BACK: &[&[&str]] = &[
    &["on", "that"],
    &["during", "that"],
    &["last", "week"],
    &["last", "month"],
    &["last", "year"],
    &["earlier", "this"],
    &["in", "an", "earlier"],
    &["previously"],
    &["in", "the", "past"],
];

/// The meeting that a sentence says took place, if it does; with `quoted`, also in words that it
/// quotes.
pub(super) fn find(
    units: &[Unit],
    title: bool,
    quoted: bool,
    cast: &Cast,
    settings: &Settings,
) -> Option<Found> {
    let goes_back = |words: &&[&str]| words.iter().zip(units).all(|(word, unit)| unit.word() == *word);
    if BACK.iter().any(goes_back) {
        return None;
    }
    let told = |units: &[Unit]| {
        (0..units.len()).filter(|&at| !units[at].quoted).find_map(|at| {
            verb(units, at, title, cast, settings).or_else(|| noun(units, at, title, cast, settings))
        })
    };
    told(units).or_else(|| if quoted { told(&unquoted(units)) } else { None })
}

fn verb(units: &[Unit], at: usize, title: bool, cast: &Cast, settings: &Settings) -> Option<Found> {
    let word = units[at].word();
    let before = at.checked_sub(1).map_or("", |b| units[b].word());
    if word.is_empty()
        || NOT_YET.contains(&before)
        || before == "last"
        || (before == "had" && WITH.contains(&word))
        || units[at.saturating_sub(3)..at].iter().any(|u| u.is_any(&["will", "scheduled", "expected", "due"]))
    {
        return None;
    }
    let held = HELD.contains(&word) && units[at + 1..].iter().take(6).any(|u| u.is_any(MEETING));
    let others_at = if WITH.contains(&word) {
        with_after(units, at + 1, 9).or_else(|| {
            // “spoke to the prime minister”
            let to = (at + 1..units.len().min(at + 4)).find(|&to| units[to].is_any(&["to"]))?;
            (matches!(word, "spoke" | "speaks" | "talked") && leads_to_person(units, to + 1))
                .then_some(to + 1)
        })
    } else if held {
        with_after(units, at + 1, 14).or_else(|| {
            // “placed a call to the prime minister”
            let call = (at + 1..units.len().min(at + 7)).find(|&call| units[call].is_any(&["call"]))?;
            let to = call + 1;
            (units.get(to).is_some_and(|u| u.is_any(&["to"])) && leads_to_person(units, to + 1))
                .then_some(to + 1)
        })
    } else {
        None
    };
    let others_at =
        others_at.or_else(|| (DIRECT.contains(&word) && leads_to_person(units, at + 1)).then_some(at + 1));
    let subject = subject_before(units, at)?;
    // “A and B met in Vienna”
    let together = others_at.is_none()
        && (matches!(word, "met" | "meet" | "spoke" | "talked" | "gathered")
            || held
            || talked_over(units, at))
        && match &subject.who {
            Who::People(people) => people.len() > 1,
            Who::Holders { .. } | Who::Together(_) => true,
            _ => false,
        };
    let others_at = others_at.or(together.then_some(at + 1))?;
    let hosts = hosts(units, at, subject.who, &[], cast, settings);
    // “after he met with X”, “the man who met with X”: told on the way.
    let left = subject.first.checked_sub(1).map_or("", |b| units[b].word());
    if ENDS.contains(&left) || (hosts.is_empty() && !title) {
        return None;
    }
    let (mut others, end) = if together { (Vec::new(), at + 1) } else { people(units, others_at) };
    if others.is_empty() && !together {
        others.extend(counterpart(units, others_at, hosts.first(), cast, settings));
    }
    if word != "met" && DIRECT.contains(&word) && others.is_empty() {
        return None;
    }
    found(units, hosts, others, subject.first, end, 1)
}

/// “discussed trade in a phone conversation”: whether those who talk do so at a meeting.
fn talked_over(units: &[Unit], verb: usize) -> bool {
    let clause =
        units[verb + 1..].iter().take_while(|u| !u.is_any(&["would", "will", "that", "which", "who"]));
    let end = verb + 1 + clause.count();
    TALKED.contains(&units[verb].word())
        && (verb + 1..end).any(|at| {
            let rest = &units[at + 1..];
            units[at].is_any(&["in", "during", "over", "at"])
                && rest.first().is_some_and(|u| u.is_any(&["a", "an", "the", "their"]))
                && rest.iter().take(4).any(|u| u.is_any(MEETING))
                && rest.iter().take(4).all(|u| !u.word().is_empty() || u.kind == Kind::Comma)
        })
}

/// Who a verb's subject names as the hosts.
fn hosts(
    units: &[Unit],
    verb: usize,
    who: Who,
    besides: &[String],
    cast: &Cast,
    settings: &Settings,
) -> Vec<String> {
    match who {
        Who::People(people) => people,
        Who::Office(office, place) => {
            let side = place.map(|place| side_of_place(settings, &place));
            let others: Vec<String> =
                cast.by_appearance().into_iter().filter(|name| !besides.contains(name)).collect();
            let holder = cast.office_holder(settings, &office, side.as_deref(), &others);
            holder.filter(|name| !besides.contains(name)).into_iter().collect()
        }
        Who::Holders { office, places } => cast.holders(settings, &office, &places, &[]),
        Who::With(lead, _) => hosts(units, verb, *lead, besides, cast, settings),
        Who::Together(parts) => {
            let mut all = Vec::new();
            for who in parts {
                let more = hosts(units, verb, who, &all, cast, settings);
                all.extend(more);
            }
            all
        }
        Who::Single { .. } => head_person(units, verb).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// “X’s call with Y”, “a meeting between X and Y”, “said … during talks with Y”.
fn noun(units: &[Unit], at: usize, title: bool, cast: &Cast, settings: &Settings) -> Option<Found> {
    if !units[at].is_any(MEETING) {
        return None;
    }
    let next = units.get(at + 1)?;
    if next.is_any(&["between"]) && (title || is_told_of(units, at)) {
        let (people, end) = people(units, at + 2);
        return found(units, people, Vec::new(), at, end, 2);
    }
    // “a call was held between X and Y”
    let held = (at + 1..units.len().min(at + 6)).find(|&held| units[held].is_any(&["held"]));
    if let Some(between) =
        held.map(|held| held + 1).filter(|&at| units.get(at).is_some_and(|u| u.is_any(&["between"])))
        && units[at + 1].is_any(&["was", "were"])
    {
        let (people, end) = people(units, between + 1);
        return found(units, people, Vec::new(), at, end, 2);
    }
    let with = with_after(units, at + 1, 4)?;
    // “When meeting with X, Y said …”: the comma parts the two.
    let aside = at == 1 && units[0].is_any(&["when", "while"]);
    let comma = (with..units.len()).find(|&comma| units[comma].kind == Kind::Comma);
    let (mut others, end) = people(&units[..comma.filter(|_| aside).unwrap_or(units.len())], with);
    let while_meeting = at >= 1 && units[at - 1].is_any(&["when", "while"]);
    // “President X’s summit with Y led to …”
    let owned = (0..at).rev().take(3).find(|&owner| units[owner].kind == Kind::Genitive);
    let owner = owned.and_then(|owned| ending_at(units, owned));
    let hosts = if title {
        hosts_in_title(units, at)
    } else if let Some(Who::People(people)) = owner.filter(|s| opens(units, s.first)).map(|s| s.who) {
        people
    } else if aside {
        match head(units.get(end..)?)?.who {
            Who::People(people) => people,
            _ => return None,
        }
    } else {
        let near = &units[at.saturating_sub(5)..at];
        let governed = while_meeting || near.iter().any(|u| u.is_any(&["during", "in", "at"]));
        let points_back = units[..at]
            .iter()
            .any(|u| u.is_any(&["remarks", "comments", "remark", "said", "told", "statement"]));
        if !governed || !points_back {
            return None;
        }
        // “Germany hopes …, the Chancellor said in talks with …”: who stands before the cue was there,
        // whoever the sentence begins with.
        let cue = units[..at].iter().rposition(|u| u.is_any(&["said", "told"]));
        let speaker = cue.and_then(|cue| ending_at(units, cue)).or_else(|| head(units));
        match speaker?.who {
            Who::People(people) => people,
            _ => match head(units)?.who {
                Who::People(people) => people,
                _ => return None,
            },
        }
    };
    if others.is_empty() {
        others.extend(counterpart(units, with, hosts.first(), cast, settings));
    }
    if others.is_empty() {
        return None;
    }
    found(units, hosts, others, 0, end, 2)
}

/// Whether a meeting “between” some is what the sentence is about (“The talks between X and Y were
/// …”) or where something came about (“… was reached at a meeting between X and Y”). Any other is
/// named on the way.
fn is_told_of(units: &[Unit], noun: usize) -> bool {
    const CAME: &[&str] =
        &["came", "made", "reached", "took", "agreed", "announced", "signed", "said", "told", "held"];
    let opens = (0..noun).rev().take(4).find(|&at| units[at].is_any(&["the", "a", "their"])).unwrap_or(noun);
    let plain = units[opens..noun].iter().all(|u| !u.word().is_empty());
    if opens == 0 && plain {
        return true;
    }
    let governed = opens.checked_sub(1).is_some_and(|at| units[at].is_any(&["during", "in", "at"]));
    governed && plain && (opens == 1 || units[..opens].iter().any(|u| u.is_any(CAME)))
}

/// “Statement by X on President A’s Call with B”: the people named last before the noun.
fn hosts_in_title(units: &[Unit], noun: usize) -> Vec<String> {
    let Some(last) = (0..noun).rev().find(|&at| matches!(units[at].kind, Kind::Person(_))) else {
        return Vec::new();
    };
    match ending_at(units, last + 1).map(|subject| subject.who) {
        Some(Who::People(people)) => people,
        _ => Vec::new(),
    }
}

fn found(
    units: &[Unit],
    mut people: Vec<String>,
    others: Vec<String>,
    first: usize,
    end: usize,
    least: usize,
) -> Option<Found> {
    for other in others {
        if !people.contains(&other) {
            people.push(other);
        }
    }
    if people.len() < least {
        return None;
    }
    // A date may stand before the subject (“On November 22, …”) or end the sentence.
    let last = (end..units.len()).find(|&at| units[at].is_any(ENDS)).unwrap_or(units.len());
    let _ = first;
    let start = units.first().map_or(0, |u| u.span.start as usize);
    let stop = units.get(last.saturating_sub(1)).map_or(start, |u| u.span.end as usize);
    let remote = units[..last].iter().any(|u| u.is_any(REMOTE))
        || units[..last].iter().any(|u| u.is_any(&["spoke", "speaks"]))
            && !units[..last].iter().any(|u| u.is_any(&["met"]));
    Some(Found { participants: people, clause: Span::new(start, stop), remote })
}

fn head_person(units: &[Unit], before: usize) -> Option<String> {
    units[..before].iter().find_map(person)
}

fn person(unit: &Unit) -> Option<String> {
    if let Kind::Person(name) = &unit.kind { Some(name.clone()) } else { None }
}

/// One past the “with” (or “to”) in reach.
fn with_after(units: &[Unit], from: usize, reach: usize) -> Option<usize> {
    let window = units.get(from..units.len().min(from + reach))?;
    // “a frank and constructive talk with X”, but not “held talks and left with X”
    let mut named = false;
    let clause = window.iter().take_while(|u| {
        named |= u.is_any(MEETING);
        !(u.is_any(&["who", "which", "that", "after", "before"]) || (u.is_any(&["and"]) && named))
    });
    clause.enumerate().find(|(_, u)| u.is_any(&["with"])).map(|(at, _)| from + at + 1)
}

fn leads_to_person(units: &[Unit], at: usize) -> bool {
    (at..units.len().min(at + 9))
        .find(|&p| matches!(units[p].kind, Kind::Person(_)))
        .is_some_and(|p| titles_start(units, p) <= at || plain(&units[at..p]))
}

/// Whether words only lead to a name (“China's top diplomat”): no preposition, mark or verb.
fn plain(units: &[Unit]) -> bool {
    units.iter().all(|unit| {
        !matches!(unit.kind, Kind::Comma | Kind::Quote | Kind::Open)
            && !unit.is_any(&[
                "with", "and", "for", "to", "in", "on", "at", "by", "from", "about", "as", "who", "that",
            ])
    })
}

/// Whether a unit opens its sentence, or what follows a dateline.
fn opens(units: &[Unit], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| units[before].kind == Kind::Dash)
}

/// “his South Korean counterpart”, without a name.
fn counterpart(
    units: &[Unit],
    from: usize,
    host: Option<&String>,
    cast: &Cast,
    settings: &Settings,
) -> Option<String> {
    let at = (from..units.len().min(from + 5)).find(|&at| units[at].is_any(&["counterpart"]))?;
    let place = units[from..at].iter().find_map(|unit| match &unit.kind {
        Kind::Place(name) | Kind::Nation(name) => Some(name),
        _ => None,
    })?;
    cast.counterpart(settings, host?, &side_of_place(settings, place))
}

/// The people named from `from` on, up to the end of the clause, and where it ends. Whoever only
/// sent somebody, or owns something, is not in the room.
fn people(units: &[Unit], from: usize) -> (Vec<String>, usize) {
    let mut people: Vec<String> = Vec::new();
    let mut at = from;
    while at < units.len() {
        let unit = &units[at];
        // “Benjamin “Benny” Gantz”
        let nickname = unit.kind == Kind::Quote
            && [at + 2, at.wrapping_sub(2)]
                .iter()
                .any(|&other| units.get(other).is_some_and(|u| u.kind == Kind::Quote));
        if unit.is_any(ENDS)
            || (unit.kind == Kind::Quote && !nickname)
            || unit.kind == Kind::Colon
            || crate::statements::cue_at(units, at)
        {
            break;
        }
        if let Some(name) = person(unit) {
            let owns = units.get(at + 1).is_some_and(|u| u.kind == Kind::Genitive);
            let start = titles_start(units, at);
            let sends =
                start >= 1 && units[start - 1].is_any(&["of", "for", "by"]) || sends(units, start, at);
            if !owns && !sends && !people.contains(&name) {
                people.push(name);
            }
        }
        at += 1;
    }
    (people, at)
}

/// “special envoy of South Korean President X”: whether an office “of” X stands in the titles.
fn sends(units: &[Unit], start: usize, name: usize) -> bool {
    (start..name).any(|at| {
        units[at].is_any(&[
            "envoy",
            "representative",
            "adviser",
            "advisor",
            "chief",
            "aide",
            "wife",
            "husband",
            "spokesman",
        ]) && units[at + 1..name].iter().any(|u| u.is_any(&["of", "for", "to"]))
            && units[at + 1..name].iter().any(|u| crate::statements::is_office(u.word()))
    })
}
