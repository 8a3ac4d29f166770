//! Words that English meetings are told with. Data; in lower case.

/// The words with which a sentence tells of a meeting; none is told without one.
pub(crate) fn telling() -> impl Iterator<Item = &'static str> {
    [WITH, HELD, DIRECT, TALKED, MEETING].into_iter().flatten().copied()
}

/// Verbs that need “with” (or “to”).
pub(super) const WITH: &[&str] = &[
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
    "meeting",
    "speaking",
    "speak",
    "talk",
];
/// Verbs whose object is the meeting.
pub(super) const HELD: &[&str] = &[
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
    "chaired",
];
/// Verbs whose object is the other person.
pub(super) const DIRECT: &[&str] = &[
    "met",
    "meets",
    "received",
    "receives",
    "hosted",
    "hosts",
    "welcomed",
    "welcomes",
    "called",
    "telephoned",
    "phoned",
];
/// Of these, what has such an object also where nobody meets (“called X a thug”).
pub(super) const NAMES_TOO: &[&str] = &["called"];
/// What then follows it where they talked.
pub(super) const CALLED_WHEN: &[&str] = &[
    "on",
    "to",
    "by",
    "today",
    "yesterday",
    "and",
    "after",
    "from",
    "this",
    "late",
    "early",
    "earlier",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// What a meeting is called.
pub(super) const MEETING: &[&str] = &[
    "talks",
    "meeting",
    "call",
    "discussions",
    "discussion",
    "calls",
    "conversation",
    "conversations",
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
    "negotiations",
    "pullaside",
];
/// What is done with a meeting that has not been held.
pub(super) const NOT_HELD: &[&str] = &[
    "planned",
    "proposed",
    "expected",
    "scheduled",
    "requested",
    "demanded",
    "suggested",
    "awaited",
    "opposed",
    "cancelled",
    "canceled",
    "offered",
    "delayed",
    "postponed",
    "need",
    "invited",
    "needed",
];
/// Words for talking over a distance.
pub(super) const REMOTE: &[&str] = &[
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
    "videolink",
];
/// Of the verbs, what tells of the past.
pub(super) const PAST: &[&str] =
    &["met", "spoke", "talked", "held", "had", "received", "hosted", "welcomed", "called", "phoned"];
/// What several meetings are called, and words for one by one: with each guest there was one of its own.
pub(super) const EACH: &[&str] =
    &["calls", "conversations", "meetings", "separate", "separately", "respectively"];
/// Words that join further hosts to the first (“X, together with Y, met Z”).
pub(super) const JOINED: &[&str] = &["together", "along", "well"];
/// Words that stand between the names of such a row.
pub(super) const IN_A_ROW: &[&str] = &["of", "the", "and", "with", "as", "his", "her", "counterpart"];
/// Verbs of those who talk, where the meeting is only named after them.
pub(super) const TALKED: &[&str] = &["discussed", "exchanged", "agreed", "reaffirmed", "discuss"];
/// Words before a verb that keep it from having happened.
pub(super) const NOT_YET: &[&str] =
    &["will", "to", "would", "should", "may", "might", "could", "can", "not", "never", "if", "shall"];
/// Words anywhere in a clause that put it in days to come.
pub(super) const TO_COME: &[&str] = &["next", "tomorrow", "upcoming", "later"];
/// Words that govern what a meeting is called: what is said “during” it is said there.
pub(super) const AT: &[&str] = &["during", "in", "at", "over"];
/// The same, where it is said soon after it.
pub(super) const AFTER: &[&str] = &["after", "following"];
/// What a sentence that goes back to a meeting speaks of.
pub(super) const REMARKS: &[&str] = &["remarks", "comments", "remark", "statement"];
/// Verbs of those who take part in a meeting, besides the cues of speech.
pub(super) const DID: &[&str] = &[
    "agreed",
    "vowed",
    "pledged",
    "exchanged",
    "discussed",
    "hailed",
    "praised",
    "stressed",
    "reached",
    "voiced",
    "sought",
    "raised",
    "offered",
    "invited",
    "pressed",
    "promised",
    "urged",
    "posted",
    "wrote",
    "tweeted",
    "thanked",
    "congratulated",
    "made",
    "issued",
    "signed",
];
/// Of these and the cues of speech, what is done to one other person.
pub(super) const TO_ONE: &[&str] = &[
    "told",
    "assured",
    "informed",
    "asked",
    "urged",
    "thanked",
    "congratulated",
    "briefed",
    "warned",
    "pressed",
];
/// Words that end the clause in which the others are named.
pub(super) const ENDS: &[&str] = &[
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
    "advance",
    "prior",
    "accompanied",
    "alongside",
    "flanked",
    "discussing",
    "to",
];
/// How a sentence begins that goes back to something earlier.
pub(super) const BACK: &[&[&str]] = &[
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
