//! Walks over the sentences of a document: settles who each cue's subject is, and carries a speaker
//! on over sentences without a cue where a text of this kind does so.

use readout_corpus::{Document, MentionKind, Mode, Role, Span, Statement, Voice, Why};

use super::cast::Cast;
use super::cues::Gives;
use super::known::{self, side_of_place};
use super::quotes::{self, Quotations};
use super::reading::Reading;
use super::subjects::{self, Who};
use super::units::{self, Unit};
use super::{chinese, english, korean};
use crate::meetings::events::{self, Event};
use crate::{Settings, names};

/// Percentage of sentences without a cue, among those that follow one in their paragraph, from which
/// on a text is taken to carry its speakers on. Where nearly every sentence has its own cue, one
/// without is narration.
const CARRIES_FROM: usize = 60;

/// How those are described who took part and are not named.
const NAMELESS_OTHERS: &str = "unnamed participants";

/// Walks over a document.
pub(super) fn over(document: &Document, settings: &Settings, cast: &Cast) -> Vec<Statement> {
    let quotations = Quotations::of(document);
    let events = events::find(document, settings, cast);
    let mut sentences = Vec::new();
    for number in 1..document.sentences.len() {
        let Ok(number) = u32::try_from(number) else { break };
        let role = document.sentences[number as usize].role;
        if !matches!(role, Role::Body | Role::Summary) {
            continue;
        }
        let units = units::of(document, settings, &quotations, number);
        let reading = match language(document) {
            Language::Chinese => chinese::read(document, number),
            Language::Korean => korean::read(document, &quotations, number),
            Language::Other => english::read(&units),
        };
        sentences.push(Sentence { number, units, reading });
    }
    let met = events.iter().any(|event| event.participants.len() > 1);
    let manner = Manner::of(document, &sentences, met);
    let mut walk = Walk {
        document,
        settings,
        cast,
        quotations,
        events,
        manner,
        ..Walk::empty(document, settings, cast)
    };
    for at in 0..sentences.len() {
        walk.step(&sentences, at);
    }
    walk.found
}

/// The grammar that a document is read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Chinese,
    Korean,
    Other,
}

pub(super) fn language(document: &Document) -> Language {
    match document.card.language.get(..2) {
        Some("zh") => Language::Chinese,
        Some("ko") => Language::Korean,
        _ => Language::Other,
    }
}

/// A sentence with what it shows on its own.
struct Sentence {
    number: u32,
    units: Vec<Unit>,
    reading: Option<Reading>,
}

/// How a text treats sentences without a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// They go on with the paragraph's speaker (official readouts).
    Carries,
    /// They go on only where a side speaks in them.
    Hints,
    /// They are narration (news agencies).
    Narrates,
}

impl Manner {
    fn of(document: &Document, sentences: &[Sentence], met: bool) -> Self {
        if language(document) == Language::Chinese {
            return Self::Carries;
        }
        let trails = sentences.iter().filter_map(|s| s.reading.as_ref()).any(|r| r.trails);
        if trails || document.card.side.is_none() || language(document) == Language::Korean {
            return Self::Narrates;
        }
        // Of the sentences that follow a cue in their paragraph, how many have none of their own.
        let (mut after, mut without) = (0, 0);
        let mut cued = None;
        for sentence in sentences {
            let paragraph = document.sentences[sentence.number as usize].paragraph;
            let own = sentence.reading.as_ref().is_some_and(|r| !r.weak && r.who != Some(Who::Nobody));
            if cued == Some(paragraph) {
                after += 1;
                without += usize::from(!own);
            }
            if own {
                cued = Some(paragraph);
            }
        }
        if met && without >= 2 && without * 100 >= after * CARRIES_FROM { Self::Carries } else { Self::Hints }
    }
}

struct Walk<'a> {
    document: &'a Document,
    settings: &'a Settings,
    cast: &'a Cast,
    quotations: Quotations,
    events: Vec<Event>,
    manner: Manner,
    found: Vec<Statement>,
    /// Paragraph of the sentence before.
    paragraph: u32,
    /// Who speaks on in this paragraph.
    holder: Vec<String>,
    /// Who spoke last, in any paragraph.
    last: Vec<String>,
    /// The last single person who was a subject.
    single: Option<String>,
    /// The last group that spoke.
    group: Vec<String>,
    /// Number of the sentence before, where it is a statement.
    said: Option<u32>,
}

impl<'a> Walk<'a> {
    fn empty(document: &'a Document, settings: &'a Settings, cast: &'a Cast) -> Self {
        Self {
            document,
            settings,
            cast,
            quotations: Quotations::default(),
            events: Vec::new(),
            manner: Manner::Narrates,
            found: Vec::new(),
            paragraph: 0,
            holder: Vec::new(),
            last: Vec::new(),
            single: None,
            group: Vec::new(),
            said: None,
        }
    }

    fn step(&mut self, sentences: &[Sentence], at: usize) {
        let sentence = &sentences[at];
        let row = &self.document.sentences[sentence.number as usize];
        if row.paragraph != self.paragraph {
            self.paragraph = row.paragraph;
            self.holder.clear();
        }
        let spoken = match &sentence.reading {
            Some(reading) => self.cued(sentence, reading),
            None => self.uncued(sentences, at),
        };
        if sentence.reading.as_ref().is_none_or(|r| !matches!(r.who, Some(Who::Single { .. }))) {
            self.remember_subject(sentence);
        }
        let Some(statement) = spoken else { return };
        if statement.content || self.last.is_empty() {
            self.last.clone_from(&statement.speakers);
        }
        match statement.speakers.as_slice() {
            [one] if self.cast.side(one).is_some() || statement.voice != Voice::Unnamed => {
                self.single = Some(one.clone())
            }
            [_] => {}
            many => self.group = many.to_vec(),
        }
        self.said = Some(statement.sentence);
        self.found.push(statement);
    }

    /// The subject of a sentence is whom the next “he” means.
    fn remember_subject(&mut self, sentence: &Sentence) {
        if let Some(Who::People(people)) = subjects::head(&sentence.units).map(|s| s.who) {
            match people.as_slice() {
                [one] => self.single = Some(one.clone()),
                many => self.group = many.to_vec(),
            }
        }
    }

    fn cued(&mut self, sentence: &Sentence, reading: &Reading) -> Option<Statement> {
        let Some(resolved) = self.resolve(sentence, reading) else {
            // A cue whose subject nobody knows still ends what was carried.
            return if reading.weak { self.carry(sentence) } else { None };
        };
        let Resolved { speakers, rule, confidence, carried } = resolved;
        let via = reading
            .via
            .iter()
            .flat_map(|who| self.people(sentence, who))
            .filter(|name| !speakers.contains(name))
            .collect();
        // What a meeting was for is everyone's topic.
        let here = self.events.iter().find(|event| event.sentence == sentence.number);
        let speakers = match here {
            Some(event) if reading.gives == Gives::Topic && event.participants.len() > 1 => {
                event.participants.clone()
            }
            _ => speakers,
        };
        let relays = speakers.first().is_some_and(|s| is_unnamed(s) || self.cast.speaks_for_others(s));
        let about = if relays && (reading.trails || !reading.inner.is_empty()) {
            self.about(sentence, reading, &speakers)
        } else {
            Vec::new()
        };
        let meets = here.is_some();
        if reading.gives == Gives::Content {
            let room = self.room(sentence.number);
            let named = speakers.iter().all(|name| self.cast.knows(name) || room.contains(name));
            let carries = !reading.trails && !meets && !relays && named;
            self.holder = if carries { speakers.clone() } else { Vec::new() };
        }
        let attribution: &[Span] = if carried { &[] } else { &reading.attribution };
        let mode = self.mode(sentence.number, attribution);
        let cue_words = reading.cue.of(&self.document.text).unwrap_or_default();
        Some(Statement {
            sentence: sentence.number,
            meeting: None,
            voice: self.voice(&speakers),
            speakers,
            via,
            about,
            mode,
            cue: (!carried).then_some(reading.cue),
            carried,
            content: reading.gives == Gives::Content,
            why: Why::rule(rule, cue_words, confidence),
        })
    }

    fn uncued(&mut self, sentences: &[Sentence], at: usize) -> Option<Statement> {
        let sentence = &sentences[at];
        let span = self.document.sentences[sentence.number as usize].span;
        // “A. B. C,” the minister said: the cue stands in a later sentence of the quotation.
        let last = (span.end as usize).saturating_sub(1);
        if let Some(end) = self.quotations.end_of(last).filter(|&end| end > span.end as usize) {
            if let Some(later) = sentences[at + 1..]
                .iter()
                .find(|s| self.document.sentences[s.number as usize].span.contains(Span::new(end - 1, end)))
                && let Some(reading) = &later.reading
                && let Some(resolved) = self.resolve(later, reading)
            {
                return Some(self.carried(sentence.number, resolved.speakers, "quotation-goes-on", 90));
            }
        }
        if self.quoted_whole(span) {
            if !self.last.is_empty() && self.said.is_some_and(|said| said + 1 == sentence.number) {
                let speakers = self.last.clone();
                return Some(self.carried(sentence.number, speakers, "quotation-after-cue", 90));
            }
        }
        self.carry(sentence)
    }

    /// A sentence without a cue that goes on with the last speaker.
    fn carry(&mut self, sentence: &Sentence) -> Option<Statement> {
        if self.manner != Manner::Carries || self.narrates(sentence) || !self.ends(sentence) {
            self.holder.clear();
            return None;
        }
        let side = self.side_speaking(sentence);
        if !self.holder.is_empty() {
            let speakers = self.holder.clone();
            return Some(self.carried(sentence.number, speakers, "carried-in-paragraph", 85));
        }
        // A new paragraph in which a side goes on speaking through its last speaker.
        let side = side.filter(|_| language(self.document) == Language::Other)?;
        let goes_on = self.last.len() == 1 && self.cast.side(&self.last[0]) == Some(side.as_str());
        let speakers = if goes_on { self.last.clone() } else { return None };
        self.holder.clone_from(&speakers);
        Some(self.carried(sentence.number, speakers, "side-goes-on", 60))
    }

    fn carried(&self, number: u32, speakers: Vec<String>, rule: &str, confidence: u8) -> Statement {
        let evidence = speakers.join(", ");
        Statement {
            sentence: number,
            meeting: None,
            voice: self.voice(&speakers),
            speakers,
            via: Vec::new(),
            about: Vec::new(),
            mode: self.mode(number, &[]),
            cue: None,
            carried: true,
            content: true,
            why: Why::rule(rule, evidence, confidence),
        }
    }

    /// Whether a sentence tells of what was done and not of what was said.
    fn narrates(&self, sentence: &Sentence) -> bool {
        if self.events.iter().any(|event| event.sentence == sentence.number) {
            return true;
        }
        let text = self.document.sentence_text(sentence.number);
        match language(self.document) {
            Language::Chinese => chinese::narrates(text),
            _ => [
                "attended the ",
                "were present",
                "was present",
                "took part in the meeting",
                "accompanied by",
                "also present",
            ]
            .iter()
            .any(|words| text.contains(words)),
        }
    }

    /// Whether a sentence ends as one; the items of a list do not.
    fn ends(&self, sentence: &Sentence) -> bool {
        let text =
            self.document.sentence_text(sentence.number).trim_end_matches(['"', '”', '’', '\'', ')', ' ']);
        text.ends_with(['.', '!', '?', '。', '！', '？', '…', '；', ';'])
    }

    /// The side in whose name a sentence speaks (“The ROK is willing …”).
    fn side_speaking(&self, sentence: &Sentence) -> Option<String> {
        match subjects::head(&sentence.units)?.who {
            Who::Sides(places) if places.len() == 1 && known::is_government(self.settings, &places[0]) => {
                Some(side_of_place(self.settings, &places[0]))
            }
            _ => None,
        }
    }

    fn resolve(&self, sentence: &Sentence, reading: &Reading) -> Option<Resolved> {
        let plain = |speakers: Vec<String>| {
            (!speakers.is_empty()).then_some(Resolved {
                speakers,
                rule: reading.rule,
                confidence: reading.confidence,
                carried: false,
            })
        };
        match &reading.who {
            None | Some(Who::Nobody) => {
                let speakers = if self.holder.is_empty() { &self.last } else { &self.holder };
                plain(speakers.clone())
            }
            Some(Who::Sides(places)) => self.sides(reading, places),
            // A person's wish or readiness is told inside somebody's words, or it is the reporter's.
            Some(_) if reading.weak && self.manner == Manner::Narrates => None,
            Some(Who::Group(_)) if reading.weak && !self.holder.is_empty() => None,
            Some(who) => plain(self.people(sentence, who)),
        }
    }

    /// “China hopes …”: the speaker of the paragraph; alone, that side's only speaker in the room.
    fn sides(&self, reading: &Reading, places: &[String]) -> Option<Resolved> {
        let sides: Vec<String> = places.iter().map(|place| side_of_place(self.settings, place)).collect();
        let room = self.room(u32::MAX);
        let theirs = |side: &String| {
            room.iter().filter(|name| self.cast.side(name) == Some(side)).cloned().collect::<Vec<_>>()
        };
        let of_holder = |side: &String| self.holder.iter().all(|name| self.cast.side(name) == Some(side));
        if !self.holder.is_empty() && (reading.weak || sides.iter().all(of_holder)) {
            let speakers = self.holder.clone();
            return Some(Resolved { speakers, rule: "carried-in-paragraph", confidence: 85, carried: true });
        }
        if !places.iter().all(|place| known::is_government(self.settings, place)) {
            // A building speaks as an institution (“the White House said”).
            let strong = !reading.weak && places.len() == 1;
            return strong.then(|| Resolved {
                speakers: places.to_vec(),
                rule: "institution-as-speaker",
                confidence: 40,
                carried: false,
            });
        }
        if sides.len() > 1
            && self.manner != Manner::Narrates
            && sides.iter().all(|side| !theirs(side).is_empty())
        {
            let speakers = sides.iter().flat_map(theirs).collect();
            return Some(Resolved { speakers, rule: "side-speaks", confidence: 60, carried: false });
        }
        if let [side] = sides.as_slice()
            && self.manner != Manner::Narrates
        {
            let mut theirs = room.iter().filter(|name| self.cast.side(name) == Some(side));
            if let (Some(one), None) = (theirs.next(), theirs.next()) {
                let speakers = vec![one.clone()];
                return Some(Resolved { speakers, rule: "side-speaks", confidence: 60, carried: false });
            }
        }
        if reading.weak {
            return None;
        }
        Some(Resolved { speakers: sides, rule: "government-as-speaker", confidence: 40, carried: false })
    }

    /// The people meant by a subject; empty where nobody fits.
    fn people(&self, sentence: &Sentence, who: &Who) -> Vec<String> {
        let mut people = self.meant(sentence, who);
        let mut seen = Vec::new();
        people.retain(|name| {
            let new = !seen.contains(name);
            seen.push(name.clone());
            new
        });
        people
    }

    fn meant(&self, sentence: &Sentence, who: &Who) -> Vec<String> {
        let room = self.room(sentence.number);
        match who {
            Who::People(people) => people.clone(),
            Who::Single { feminine } => {
                let fits = |name: &&String| self.cast.can_be(name, *feminine);
                let last = self.single.iter().chain(&self.last).find(fits).cloned();
                last.or_else(|| room.iter().find(fits).cloned()).into_iter().collect()
            }
            Who::Group(places) if !places.is_empty() => {
                let sides: Vec<String> =
                    places.iter().map(|place| side_of_place(self.settings, place)).collect();
                let of_sides = |names: &[String]| -> Vec<String> {
                    names
                        .iter()
                        .filter(|name| {
                            self.cast.side(name).is_some_and(|side| sides.iter().any(|s| s == side))
                        })
                        .cloned()
                        .collect()
                };
                let theirs = of_sides(&room);
                if theirs.len() >= sides.len() { theirs } else { sides }
            }
            Who::Group(_) => {
                if self.group.len() >= 2
                    && self.group.len() < room.len()
                    && !self.found.is_empty()
                    && self.last == self.group
                {
                    return self.group.clone();
                }
                match room.as_slice() {
                    [_, _, ..] => room,
                    _ if self.group.len() >= 2 => self.group.clone(),
                    // The others are not named.
                    _ => room.into_iter().chain([NAMELESS_OTHERS.to_owned()]).collect(),
                }
            }
            Who::Holders { office, places } => {
                let holders = self.cast.holders(self.settings, office, places, &room);
                match holders.as_slice() {
                    [] if room.len() >= 2 => room,
                    [] => places.iter().map(|place| side_of_place(self.settings, place)).collect(),
                    _ => holders,
                }
            }
            Who::With(lead, others) => {
                let lead = self.people(sentence, lead);
                let rest: Vec<String> = room.into_iter().filter(|name| !lead.contains(name)).collect();
                let rest = if rest.is_empty() { vec![others.clone()] } else { rest };
                lead.into_iter().chain(rest).collect()
            }
            Who::Everyone => room,
            Who::Office(office, place) => {
                let side = place.as_ref().map(|place| side_of_place(self.settings, place));
                let holder = self.cast.office_holder(self.settings, office, side.as_deref(), &room);
                holder.or_else(|| self.single.clone()).into_iter().collect()
            }
            Who::Offices(offices) => {
                let mut people: Vec<String> = offices
                    .iter()
                    .filter_map(|office| self.cast.holder(self.settings, office, None, &room))
                    .collect();
                people.dedup();
                if people.len() < 2 && room.len() >= 2 { room } else { people }
            }
            Who::Sides(places) => places.iter().map(|place| side_of_place(self.settings, place)).collect(),
            Who::Institution(name) | Who::Unnamed(name) => vec![name.clone()],
            Who::Nobody => self.last.clone(),
        }
    }

    /// Who is in the room at a sentence: the participants of the last meeting told of up to there.
    fn room(&self, number: u32) -> Vec<String> {
        let event = self.events.iter().rev().find(|event| event.sentence <= number).or(self.events.first());
        event.map(|event| event.participants.clone()).unwrap_or_default()
    }

    /// The people whose words a nameless official or a spokesman relays.
    fn about(&self, sentence: &Sentence, reading: &Reading, speakers: &[String]) -> Vec<String> {
        let mut about: Vec<String> =
            reading.inner.iter().flat_map(|who| self.people(sentence, who)).collect();
        let span = self.document.sentences[sentence.number as usize].span;
        let named =
            self.document.mentions.iter().filter(|m| m.kind == MentionKind::Person && span.contains(m.span));
        about.extend(named.map(|m| m.name.clone()));
        if let Some(Who::Group(places)) = subjects::head(&sentence.units).map(|s| s.who) {
            about.extend(self.people(sentence, &Who::Group(places)));
        }
        let mut seen = Vec::new();
        about.retain(|name| {
            let new = !speakers.contains(name) && !is_unnamed(name) && !seen.contains(name);
            seen.push(name.clone());
            new
        });
        about
    }

    fn voice(&self, speakers: &[String]) -> Voice {
        let [one] = speakers else { return Voice::Joint };
        if is_unnamed(one) {
            return Voice::Unnamed;
        }
        let Some(own) = self.cast.own.as_deref() else { return Voice::Reported };
        match self.cast.side(one) {
            Some(side) if side == own => Voice::Own,
            Some(_) => Voice::Counterpart,
            None if self.cast.knows(one) || self.room(u32::MAX).contains(one) => Voice::Counterpart,
            // A side, or one of the source's own institutions.
            None if names::side_of_place(one, self.settings).is_some_and(|side| side != own) => {
                Voice::Counterpart
            }
            None => Voice::Own,
        }
    }

    fn quoted_whole(&self, span: Span) -> bool {
        let text = &self.document.text;
        let unquoted = |range: core::ops::Range<usize>| {
            text.get(range).is_some_and(|t| t.chars().any(char::is_alphanumeric))
        };
        let mut at = span.start as usize;
        let mut any = false;
        for range in self.quotations.within(span.range()) {
            if unquoted(at..range.start) {
                return false;
            }
            any = true;
            at = range.end;
        }
        any && !unquoted(at..span.end as usize)
    }

    fn mode(&self, number: u32, attribution: &[Span]) -> Mode {
        let span = self.document.sentences[number as usize].span;
        quotes::mode(self.document, &self.quotations, span.range(), attribution, self.cast.own.is_some())
    }
}

/// Who a subject turned out to be.
struct Resolved {
    speakers: Vec<String>,
    rule: &'static str,
    confidence: u8,
    carried: bool,
}

fn is_unnamed(name: &str) -> bool {
    name.starts_with("unnamed ")
}
