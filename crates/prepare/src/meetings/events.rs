//! Sentences that say that people met: who, when, where. The grammar of each language is in files of
//! its own; here the days and places are settled, and what only passes by is left out.

use readout_corpus::{DateMention, Day, Document, Interval, Role, Span, Why};

use super::{chinese, english, korean};
use crate::Settings;
use crate::names::side_of_person;
use crate::statements::{Cast, Quotations, Unit};

/// A sentence that says that people met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    /// Number of the sentence; 0 for the title.
    pub(crate) sentence: u32,
    /// Who met, by canonical name, hosts first.
    pub(crate) participants: Vec<String>,
    /// When, where the document lets it be known.
    pub(crate) days: Option<Interval>,
    /// Where, by canonical name.
    pub(crate) place: Option<String>,
    /// The words that say so, and how the days are known.
    pub(crate) why: Why,
}

/// Letters of the words that say that people met, as evidence.
const EVIDENCE: usize = 60;

/// How the days of a meeting are known: the name of the rule, and how sure it is.
type Dated = (&'static str, u8);
const BESIDE: Dated = ("met-on-day-named", 95);
const ELSEWHERE: Dated = ("met-on-day-named-elsewhere", 80);
const DATELINE: Dated = ("met-on-day-of-dateline", 90);
const LEAD: Dated = ("met-on-day-in-first-sentence", 85);
const PUBLISHED: Dated = ("met-on-day-of-publication", 70);
const FIRST: Dated = ("met-on-first-day-named", 55);
const NEVER: Dated = ("met-on-unknown-day", 0);

/// Whether the day of a meeting stands beside the words that tell of it.
pub(crate) fn names_day(why: &Why) -> bool {
    why.rule == BESIDE.0
}

/// What the grammar of a language finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Who met.
    pub(super) participants: Vec<String>,
    /// Where the words stand that say so (bytes of the text); dates and places near them count.
    pub(super) clause: Span,
    /// Whether they only spoke over a distance, so that no place is theirs.
    pub(super) remote: bool,
}

impl Event {
    /// Whether two sentences tell of one meeting: the same people, or more of them, and no other day.
    pub(crate) fn is_same(&self, other: &Event) -> bool {
        if names_day(&self.why) && names_day(&other.why) && self.days != other.days {
            return false;
        }
        let shared = self.participants.iter().filter(|p| other.participants.contains(p)).count();
        let fewer = self.participants.len().min(other.participants.len());
        shared == fewer || shared >= 2
    }

    /// Adds what another sentence tells of the same meeting.
    pub(crate) fn take_in(&mut self, other: &Event) {
        for participant in &other.participants {
            if !self.participants.contains(participant) {
                self.participants.push(participant.clone());
            }
        }
        self.place = self.place.take().or_else(|| other.place.clone());
    }
}

/// The meetings that the sentences name, in order. What shares nobody with the first is another
/// story that only passes by.
pub(crate) fn find(
    document: &Document,
    settings: &Settings,
    quotations: &Quotations,
    sentences: &[Vec<Unit>],
    cast: &Cast,
) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut main = false;
    // Events whose own words only count the days since (“회담한 지 하루 만에”), or give the day after.
    let mut undated: Vec<usize> = Vec::new();
    let host = first_labelled(document);
    // A broadcast script in Chinese has several items, on other people each.
    let several = document.card.language.starts_with("zh");
    for ((number, sentence), units) in (0u32..).zip(&document.sentences).zip(sentences) {
        if matches!(sentence.role, Role::Deck) {
            continue;
        }
        let found = match document.card.language.get(..2) {
            Some("zh") => chinese::find(document, number),
            Some("ko") => {
                let first = events.is_empty();
                korean::find(document, quotations, number, cast, settings, first).unwrap_or_default()
            }
            _ => {
                let title = sentence.role == Role::Title;
                let earlier = (number as usize).checked_sub(1).and_then(|before| sentences.get(before));
                let earlier = earlier.map(Vec::as_slice).unwrap_or_default();
                for name in english::joined(units) {
                    for event in events.iter_mut().filter(|event| !event.participants.contains(&name)) {
                        event.participants.push(name.clone());
                    }
                }
                let sentence = english::Sentence {
                    units,
                    title,
                    first: events.is_empty(),
                    host,
                    earlier,
                    cast,
                    settings,
                };
                english::find(sentence)
            }
        };
        for found in found {
            if sentence.role != Role::Title && is_past(document, number, found.clause) {
                continue;
            }
            let dated = days(document, number, found.clause);
            let days = dated.map(|(days, _)| days);
            let (rule, confidence) = dated.map_or(NEVER, |(_, dated)| dated);
            // What is dated after its report has not taken place. It can be tomorrow where they meet,
            // but hardly for a report from the east.
            let ahead = i32::from(document.card.language.starts_with("en"));
            if let (Some(days), Some(published)) = (days, document.card.published)
                && days.from > published.plus(ahead)
            {
                continue;
            }
            let event = Event {
                sentence: number,
                place: place(document, number, &found),
                participants: found.participants,
                days,
                why: Why::rule(rule, evidence(document, found.clause), confidence),
            };
            // A caption or a headline is believed, but no sentence of the body needs it.
            let shares = events
                .first()
                .is_none_or(|first| event.participants.iter().any(|p| first.participants.contains(p)));
            // What a minister does beside his guest, with his own people, is no meeting of its own.
            let day = document.card.published;
            let among_themselves = of_one_side(settings, day, &event.participants)
                && events.iter().any(|told| !of_one_side(settings, day, &told.participants));
            if (!shares || among_themselves) && main && !several {
                continue;
            }
            main |= sentence.role == Role::Body;
            let named = dated.is_some_and(|(_, dated)| dated == BESIDE);
            let text = document.sentence_text(number);
            let after = ["다음날", "다음 날", "이튿날"].iter().any(|word| text.contains(word));
            let later = after || (!named && text.contains("만에"));
            undated.extend(later.then_some(events.len()));
            events.push(event);
        }
    }
    // Their day stands where the report tells of them again.
    for &at in &undated {
        let dated = |(n, event): &(usize, &Event)| {
            !undated.contains(n) && event.participants == events[at].participants
        };
        let told = events.iter().enumerate().find(dated).map(|(_, event)| (event.days, event.why.clone()));
        if let Some((days, why)) = told.filter(|(days, _)| days.is_some()) {
            events[at].days = days;
            events[at].why = why;
        }
    }
    // What the title says is dated by the first sentence that says the same.
    if let [title, rest @ ..] = events.as_mut_slice()
        && title.sentence == 0
        && let Some(told) = rest.iter().find(|event| event.sentence > 0 && title.is_same(event))
    {
        title.days = told.days;
        title.why = told.why.clone();
        title.place.clone_from(&told.place);
    }
    date_by_others(document, &mut events);
    events
}

/// Whether all of these people are known to be of one side.
fn of_one_side(settings: &Settings, day: Option<Day>, people: &[String]) -> bool {
    let mut sides = people.iter().map(|name| side_of_person(name, day, settings));
    sides.next().flatten().is_some_and(|first| sides.all(|side| side == Some(first)))
}

/// How many days before its report a meeting can have been that the report tells of.
const LONG_AGO: i32 = 21;

/// Whether words only look back: in Chinese, all days that the sentence names, in English, all that say when
/// (“in April”, “on March 30”), are long before the report.
fn is_past(document: &Document, number: u32, clause: Span) -> bool {
    if document.card.language.starts_with("zh") {
        let mut dates = document.dates.iter().filter(|date| date.sentence == number).peekable();
        let past = |date: &DateMention| {
            date.days.days() == 1
                && document.card.published.is_some_and(|day| date.days.to.plus(LONG_AGO) < day)
        };
        return dates.peek().is_some() && dates.all(past);
    }
    let Some(published) = document.card.published.filter(|_| document.card.language.starts_with("en")) else {
        return false;
    };
    let says_when = |date: &&DateMention| {
        let before = document.text.get(..date.span.start as usize).unwrap_or_default().trim_end();
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        clause.contains(date.span) && matches!(word, "in" | "In" | "on" | "On" | "since" | "last" | "earlier")
    };
    let dates = || document.dates.iter().filter(|date| date.sentence == number);
    let past = |date: &DateMention| date.days.to.plus(LONG_AGO) < published;
    let near = dates().any(|date| clause.contains(date.span) && date.days.days() <= 7 && !past(date));
    let mut when = dates().filter(says_when).peekable();
    !near && when.peek().is_some() && when.all(past)
}

/// Who speaks first in a transcript: named before a colon, at the head of a sentence.
fn first_labelled(document: &Document) -> Option<&str> {
    const LONGEST: usize = 60;
    let mut people = document.mentions.iter().filter(|m| m.kind == readout_corpus::MentionKind::Person);
    let label = people.find(|m| {
        let start = document.sentences.get(m.sentence as usize).map_or(0, |s| s.span.start);
        let labels = document.text.get(m.span.end as usize..).is_some_and(|rest| rest.starts_with(':'));
        m.sentence > 0 && labels && (m.span.start - start) as usize <= LONGEST
    });
    label.map(|m| m.name.as_str())
}

/// Gives events beside whose words no day stands the one that another sentence names for them: one that
/// tells of the same meeting, else one that speaks of a meeting and of nobody else.
fn date_by_others(document: &Document, events: &mut [Event]) {
    for at in 0..events.len() {
        if names_day(&events[at].why) {
            continue;
        }
        let same = |other: &&Event| {
            names_day(&other.why)
                && other.participants == events[at].participants
                && (only_day(document, other.sentence) == other.days
                    || told_anew(document, &events[at], other))
        };
        let told = events.iter().find(same).map(|other| (other.days, other.why.clone()));
        let told = told.or_else(|| with_the_host(&events[..at], &events[at], document));
        let told = told.or_else(|| {
            let (number, days) = named_later(document, &events[at])?;
            let span = document.sentences.get(number as usize)?.span;
            Some((Some(days), Why::rule(ELSEWHERE.0, evidence(document, span), ELSEWHERE.1)))
        });
        if let Some((days, why)) = told {
            events[at].days = days;
            events[at].why = why;
        }
    }
}

/// The day on which the host of a further meeting (“he also met …”), of which no day is told, was said to
/// have met others, on the eve of the report.
fn with_the_host(earlier: &[Event], event: &Event, document: &Document) -> Option<(Option<Interval>, Why)> {
    let published = document.card.published.filter(|_| event.why.rule == PUBLISHED.0)?;
    let shares = |other: &&Event| {
        names_day(&other.why)
            && other.sentence < event.sentence
            && other.days.is_some_and(|days| days == Interval::day(published.plus(-1)))
            && other.participants.iter().any(|name| event.participants.contains(name))
            && other.participants != event.participants
    };
    let host = earlier.iter().rfind(shares)?;
    Some((host.days, Why::rule(ELSEWHERE.0, event.why.evidence.clone(), ELSEWHERE.1)))
}

/// Whether a sentence soon behind one without a day tells of the same again (“A met B. … the office said that
/// he met her the day before”), and of no further meeting (“전날에도”).
fn told_anew(document: &Document, event: &Event, other: &Event) -> bool {
    let soon = event.sentence + 1..=event.sentence + NAMED_WITHIN;
    let again = |date: &DateMention| {
        let after = document.text.get(date.span.end as usize..).unwrap_or_default();
        ["에도", "也", "还", "亦"].iter().any(|word| after.starts_with(word))
    };
    let mut dates = document.dates.iter().filter(|date| date.sentence == other.sentence);
    event.why.rule == PUBLISHED.0 && soon.contains(&other.sentence) && !dates.any(again)
}

/// How many sentences behind the one that tells of a meeting can name its day, and how many days before
/// the report that day can be.
const NAMED_WITHIN: u32 = 3;
const NAMED_DAYS: i32 = 3;

/// The sentence, and the one day that it names, which speaks of a meeting and of none but its people.
fn named_later(document: &Document, event: &Event) -> Option<(u32, Interval)> {
    use readout_corpus::MentionKind::Person;
    let dateline = document.card.dateline.as_ref().and_then(|line| line.date);
    let reported = document.card.published.or(dateline)?;
    let words = match document.card.language.get(..2) {
        Some("zh") => chinese::MET,
        Some("ko") => korean::TALKS,
        _ => english::TALKS,
    };
    let later = event.sentence + 1..=event.sentence + NAMED_WITHIN;
    later.into_iter().find_map(|number| {
        let text = document.sentences.get(number as usize).map(|_| document.sentence_text(number))?;
        let mut people = document.mentions.iter().filter(|m| m.sentence == number && m.kind == Person);
        let spoken_of = words.iter().any(|word| text.contains(word))
            && people.all(|m| event.participants.contains(&m.name));
        let near =
            |days: &Interval| (0..=NAMED_DAYS).contains(&(reported.epoch_days() - days.from.epoch_days()));
        let day = only_day(document, number).filter(|day| spoken_of && near(day))?;
        // “yesterday” can be another one.
        let printed = document.dates.iter().find(|d| d.sentence == number)?.span.of(&document.text)?;
        printed.chars().any(|c| c.is_ascii_digit() || c.is_ascii_uppercase()).then_some((number, day))
    })
}

/// Words for a day before or after the one that is told of.
const DAY_BEFORE: &[&str] = &[
    "전날",
    "전일",
    "다음",
    "이튿날",
    "前一",
    "次日",
    "翌日",
    "day before",
    "previous",
    "next",
    "following",
];

/// The one day that a sentence names, if it names one alone, and not as “the day before”, which is another
/// meeting's.
fn only_day(document: &Document, number: u32) -> Option<Interval> {
    let mut dates = document.dates.iter().filter(|d| d.sentence == number);
    let (date, more) = (dates.next()?, dates.next());
    let words = date.span.of(&document.text)?;
    let by_name = !DAY_BEFORE.iter().any(|before| words.contains(before));
    (by_name && more.is_none() && date.days.days() == 1).then_some(date.days)
}

/// The day of a meeting: named beside the words that tell of it, else at the head of the report,
/// else in its first sentence, else the day of publication.
fn days(document: &Document, number: u32, clause: Span) -> Option<(Interval, Dated)> {
    let published = document.card.published;
    let dateline = document.card.dateline.as_ref().and_then(|d| d.date);
    let near = |days: &Interval| {
        published
            .or(dateline)
            .is_none_or(|day| (-1..=21).contains(&(day.epoch_days() - days.from.epoch_days())))
    };
    let named = |number: u32, within: Option<Span>| {
        let mut dates = document.dates.iter().filter(|d| {
            d.sentence == number
                && d.days.days() == 1
                && near(&d.days)
                && !is_anothers(document, d)
                && within.is_none_or(|clause| clause.contains(d.span))
        });
        let of_meeting = |d: &&DateMention| !is_tellers(document, d);
        dates.clone().find(of_meeting).or_else(|| dates.next_back()).map(|d| d.days)
    };
    let lead = || named(document.body().next()?.0, None);
    let first = || document.dates.iter().find(|d| d.days.days() == 1 && d.sentence > 0).map(|d| d.days);
    let by = |dated: Dated| move |days: Interval| (days, dated);
    named(number, Some(clause))
        .map(by(BESIDE))
        .or_else(|| dateline.map(Interval::day).map(by(DATELINE)))
        .or_else(|| lead().map(by(LEAD)))
        .or_else(|| published.map(Interval::day).map(by(PUBLISHED)))
        .or_else(|| first().map(by(FIRST)))
}

/// Whether a date is not the meeting's: a Chinese report was sent on it (“7月22日电”), or in Korean another
/// meeting was before (“어제에 이어 오늘도”), or it is when somebody told of it (“논의했다고 외교부가 25일 밝혔다”)
/// or took office.
fn is_anothers(document: &Document, date: &DateMention) -> bool {
    let after = document.text.get(date.span.end as usize..).unwrap_or_default();
    let told = after.strip_prefix("(현지시간)").unwrap_or(after).trim_start();
    ["电", "讯", "消息", "에 이어", "에 이은"].iter().any(|word| after.starts_with(word))
        || ["以来", "就任", "上任", "就职"].iter().any(|word| after.starts_with(word))
        || ["밝혔", "전했", "보도했", "발표했", "취임한", "취임했"].iter().any(|word| told.starts_with(word))
}

/// Whether a date says when it was told, before a Korean source (“12일 외교부에 따르면 … 전날”): any other day
/// in the sentence is the meeting's rather than it.
fn is_tellers(document: &Document, date: &DateMention) -> bool {
    const WORDS: usize = 5;
    const TOLD: &[&str] = &["고 밝혔", "고 전했", "고 발표했", "고 보도했"];
    let after = document.text.get(date.span.end as usize..).unwrap_or_default();
    let before = document.text.get(..date.span.start as usize).unwrap_or_default().trim_end();
    let rest = document
        .sentences
        .get(date.sentence as usize)
        .map_or(after, |sentence| &after[..(sentence.span.end.max(date.span.end) - date.span.end) as usize]);
    // “외교부는 1일 장관이 31일 … 했다고 밝혔다”
    let by_source = before.ends_with(['는', '은']) && TOLD.iter().any(|word| rest.contains(word));
    by_source || after.split(' ').take(WORDS).any(|word| matches!(word, "따르면" | "의하면"))
}

/// The words that say that people met, cut short.
fn evidence(document: &Document, clause: Span) -> String {
    let words = clause.of(&document.text).unwrap_or_default().trim();
    match words.char_indices().nth(EVIDENCE) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// Whether “에서” follows a place at once, or after what the place has (“베를린 총리실에서”).
fn at_a_place(after: &str) -> bool {
    const NEAR: usize = 14;
    let near: String = after.chars().take(NEAR).collect();
    near.find("에서").is_some_and(|at| near[..at].chars().all(|c| c == ' ' || c.is_alphanumeric()))
}

fn place(document: &Document, number: u32, found: &Found) -> Option<String> {
    if found.remote {
        return None;
    }
    use readout_corpus::MentionKind::Place;
    let text = &document.text;
    let stands_in = |span: Span| {
        let before = text.get(..span.start as usize).unwrap_or_default().trim_end();
        let after = text.get(span.end as usize..).unwrap_or_default();
        before.ends_with(" in") || before.ends_with(" at") || before.ends_with('在') || at_a_place(after)
    };
    let mut places = document.mentions.iter().filter(|m| {
        m.sentence == number && m.kind == Place && found.clause.contains(m.span) && stands_in(m.span)
    });
    // A Korean dateline says where it was written; and of “플로리다주 팜비치에서” the last place is meant.
    let korean = document.card.language.starts_with("ko");
    // In Chinese it is “日本东京”, too.
    let closer = |place: &readout_corpus::Mention| {
        document.mentions.iter().find(|m| m.kind == Place && m.span.start == place.span.end)
    };
    let named = if korean { places.next_back() } else { places.next() };
    let named = named.map(|place| closer(place).unwrap_or(place));
    let dateline = || document.card.dateline.as_ref().filter(|_| !korean).and_then(|line| line.place.clone());
    named.map(|m| m.name.clone()).or_else(dateline)
}
