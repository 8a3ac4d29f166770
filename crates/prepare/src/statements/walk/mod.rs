//! Walks over the sentences of a document, and carries a speaker on over sentences without a cue
//! where a text of this kind does so. Who is meant by a subject is settled in `resolve`.

mod manner;
mod resolve;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use readout_corpus::{Document, Mode, Role, Span, Statement, Voice, Why};

use crate::Settings;
use crate::meetings::events::Event;
use crate::statements::cast::Cast;
use crate::statements::cues::Gives;
use crate::statements::grammar::Grammar;
use crate::statements::labels::{self, Label};
use crate::statements::quotes::{self, Quotations};
use crate::statements::reading::Reading;
use crate::statements::subjects::{self, Subject, Who};
use crate::statements::units::Unit;
use crate::statements::{chinese, clauses, english, korean, words};
use manner::Manner;
use resolve::Resolved;

/// Walks over a document.
pub(super) fn over(document: &Document, settings: &Settings, grammar: &Grammar) -> Vec<Statement> {
    let mut sentences = Vec::new();
    for ((number, sentence), units) in (0u32..).zip(&document.sentences).zip(&grammar.units).skip(1) {
        if !matches!(sentence.role, Role::Body | Role::Summary) {
            continue;
        }
        let (reading, second) = match language(document) {
            Language::Chinese => chinese::read_clauses(document, number),
            Language::Korean => korean::read_clauses(document, &grammar.quotations, number),
            Language::Other => match clauses::read(units) {
                Some((first, second)) => (Some(first), Some(second)),
                None => (english::read(units), None),
            },
        };
        sentences.push(Sentence { number, units, reading, second, head: OnceCell::new() });
    }
    let met = grammar.events.iter().any(|event| event.participants.len() > 1);
    let manner = Manner::of(document, &sentences, met);
    let mut walk = Walk {
        manner,
        labels: labels::of(document, settings, &grammar.cast),
        bites: labels::sound_bites(document),
        ..Walk::new(document, settings, grammar)
    };
    for at in 0..sentences.len() {
        walk.step(&sentences, at);
    }
    walk.found
}

/// Whose voice these speakers have in a document.
pub(super) fn voice(
    document: &Document,
    settings: &Settings,
    grammar: &Grammar,
    speakers: &[String],
) -> Voice {
    Walk::new(document, settings, grammar).voice(speakers)
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
struct Sentence<'a> {
    number: u32,
    units: &'a [Unit],
    reading: Option<Reading>,
    /// What a second clause shows in which another one speaks.
    second: Option<Reading>,
    /// See [`Sentence::subject`].
    head: OnceCell<Option<Subject>>,
}

impl Sentence<'_> {
    /// Who the subject at the head of the sentence is, by the grammar of Latin letters.
    fn head(&self) -> Option<&Who> {
        self.subject().map(|subject| &subject.who)
    }

    /// The subject at the head of the sentence.
    fn subject(&self) -> Option<&Subject> {
        self.head.get_or_init(|| subjects::head(self.units)).as_ref()
    }

    /// Whether it speaks of several nameless people (“officials”), outside quotations, besides those who are
    /// told something (“told reporters”).
    fn names_several(&self) -> bool {
        let several = |unit: &Unit| {
            unit.is_in(&words::NAMELESS) && unit.word().ends_with('s') && !unit.is_any(words::ADDRESSEES)
        };
        self.units.iter().any(|unit| !unit.quoted && several(unit))
    }
}

struct Walk<'a> {
    document: &'a Document,
    settings: &'a Settings,
    cast: &'a Cast,
    quotations: &'a Quotations,
    events: &'a [Event],
    manner: Manner,
    /// The speaker labels of a transcript, by sentence.
    labels: BTreeMap<u32, Label>,
    /// The words in brackets that a report lets somebody say, by sentence.
    bites: BTreeMap<u32, Label>,
    found: Vec<Statement>,
    /// Paragraph of the sentence before.
    paragraph: u32,
    /// Who speaks on in this paragraph.
    holder: Vec<String>,
    /// Who spoke last, in any paragraph.
    last: Vec<String>,
    /// The last single person who was a subject.
    single: Option<String>,
    /// The nameless one who spoke last, where no other has been a subject since.
    nameless: Option<String>,
    /// The last group that spoke.
    group: Vec<String>,
    /// The institution that spoke last.
    institution: Option<String>,
    /// Number of the sentence before, where it is a statement.
    said: Option<u32>,
    /// Whose quotation the last quoted paragraph left open: the next one that opens with a mark goes
    /// on with it.
    unclosed: Vec<String>,
}

impl<'a> Walk<'a> {
    fn new(document: &'a Document, settings: &'a Settings, grammar: &'a Grammar) -> Self {
        Self {
            document,
            settings,
            cast: &grammar.cast,
            quotations: &grammar.quotations,
            events: &grammar.events,
            manner: Manner::Narrates,
            labels: BTreeMap::new(),
            bites: BTreeMap::new(),
            found: Vec::new(),
            paragraph: 0,
            holder: Vec::new(),
            last: Vec::new(),
            single: None,
            nameless: None,
            group: Vec::new(),
            institution: None,
            said: None,
            unclosed: Vec::new(),
        }
    }

    fn step(&mut self, sentences: &[Sentence], at: usize) {
        let sentence = &sentences[at];
        if let Some(statement) = self.labelled(sentence.number) {
            self.found.extend(statement);
            return;
        }
        let row = &self.document.sentences[sentence.number as usize];
        if row.paragraph != self.paragraph {
            self.paragraph = row.paragraph;
            self.holder.clear();
        }
        if self.heads(sentence) {
            return;
        }
        let spoken = match &sentence.reading {
            Some(reading) => self.cued(sentence, reading),
            None => self.uncued(sentences, at),
        };
        if sentence.reading.as_ref().is_none_or(|r| !matches!(r.who, Some(Who::Single { .. }))) {
            self.remember_subject(sentence);
        }
        self.note_institution(sentence);
        let first = spoken.as_ref().map(|statement| statement.speakers.clone());
        if let Some(statement) = spoken {
            self.keep(sentence, statement);
        }
        if let Some(statement) = sentence.second.as_ref().and_then(|second| self.cued(sentence, second))
            && first.as_ref() != Some(&statement.speakers)
        {
            self.keep(sentence, statement);
        }
    }

    /// Takes a statement in, and remembers what the next sentences may go on with.
    fn keep(&mut self, sentence: &Sentence, mut statement: Statement) {
        let row = &self.document.sentences[sentence.number as usize];
        if statement.content || self.last.is_empty() {
            self.last.clone_from(&statement.speakers);
        }
        self.relay(sentence, &mut statement);
        match statement.speakers.as_slice() {
            [one] if self.cast.knows(one) || self.room(u32::MAX).contains(one) => {
                self.single = Some(one.clone());
                self.nameless = None;
            }
            [one] => {
                self.nameless = Some(one.clone()).filter(|one| is_unnamed(one) && !sentence.names_several())
            }
            many => self.group = many.to_vec(),
        }
        self.said = Some(statement.sentence);
        let end = row.span.end as usize;
        if let Some(closed) = self.quotations.closed_at(end) {
            self.unclosed = if closed { Vec::new() } else { statement.speakers.clone() };
        }
        self.found.push(statement);
    }

    /// The institution that speaks or relays in a sentence is what “it” means in the next.
    fn note_institution(&mut self, sentence: &Sentence) {
        let Some(reading) = &sentence.reading else { return };
        let places = |who: &Who| match who {
            Who::Institution(name) => Some(name.clone()),
            Who::Sides(places) if places.len() == 1 && !reading.weak => places.first().cloned(),
            _ => None,
        };
        if let Some(name) = reading.via.iter().chain(&reading.who).find_map(places) {
            self.institution = Some(name);
        }
    }

    /// What a sentence of a transcript is: the words of the last one who was labelled. `None` outside
    /// a transcript; the inner `None` for a note in brackets, and for a label on a line of its own.
    fn labelled(&self, number: u32) -> Option<Option<Statement>> {
        if let Some(label) = self.bites.get(&number) {
            return Some(Some(self.spoken_by(label, number, label.span)));
        }
        let (at, label) = self.labels.range(..=number).next_back()?;
        let text = self.document.sentence_text(number);
        if text.starts_with(['(', '[', '<']) && text.ends_with([')', ']', '>']) {
            return Some(None);
        }
        if *at == number && text.ends_with(':') {
            return Some(None);
        }
        Some(Some(self.spoken_by(label, number, label.span.filter(|_| *at == number))))
    }

    /// The words of somebody with a label, which stands in the sentence itself or before it.
    fn spoken_by(&self, label: &Label, number: u32, printed: Option<Span>) -> Statement {
        let mut statement = self.carried(number, label.speakers.clone(), "speaker-goes-on", 90);
        statement.mode = Mode::Direct;
        if let Some(span) = printed {
            statement.carried = false;
            statement.cue = Some(span);
            let evidence = span.of(&self.document.text).unwrap_or_default();
            statement.why = Why::rule("speaker-label", evidence, 95);
        }
        statement
    }

    /// Where the words of an institution tell what people said, those people are the speakers.
    fn relay(&self, sentence: &Sentence, statement: &mut Statement) {
        let [one] = statement.speakers.as_slice() else { return };
        let institution = !is_unnamed(one) && !self.cast.knows(one) && !self.room(u32::MAX).contains(one);
        if !institution || language(self.document) != Language::Other {
            return;
        }
        let Some(reading) = english::read_quoted(sentence.units) else { return };
        let speaks = match reading.who {
            Some(
                Who::People(_)
                | Who::Group(_)
                | Who::Single { .. }
                | Who::Office(..)
                | Who::Together(_)
                | Who::Holders { .. },
            ) => true,
            // “It was agreed …”
            Some(Who::Nobody) => self.agrees(&reading),
            _ => false,
        };
        if !speaks {
            return;
        }
        let Some(resolved) = self.resolve(sentence, &reading) else { return };
        if resolved.speakers.iter().any(|name| is_unnamed(name)) {
            return;
        }
        let institution = std::mem::replace(&mut statement.speakers, resolved.speakers);
        statement.via.extend(institution);
        statement.voice = self.voice(&statement.speakers);
        statement.content = reading.gives == Gives::Content;
        statement.why.confidence = statement.why.confidence.min(75);
    }

    /// The subject of a sentence is whom the next “he” means.
    fn remember_subject(&mut self, sentence: &Sentence) {
        let chinese = match language(self.document) {
            Language::Chinese => Some(chinese::subject(self.document, sentence.number)),
            _ => None,
        };
        match chinese.as_ref().map_or_else(|| sentence.head(), Option::as_ref) {
            Some(Who::People(people)) => match people.as_slice() {
                [one] => {
                    self.single = Some(one.clone());
                    self.nameless = None;
                }
                many => self.group = many.to_vec(),
            },
            Some(who @ Who::Office(..)) => {
                let holder = self.people(sentence, who).into_iter().find(|name| !is_unnamed(name));
                self.nameless = self.nameless.take().filter(|_| holder.is_none());
                self.single = holder.or(self.single.take());
            }
            _ => {}
        }
    }

    fn cued(&mut self, sentence: &Sentence, reading: &Reading) -> Option<Statement> {
        let Some(resolved) =
            self.resolve(sentence, reading).or_else(|| self.shared_by_all(sentence, reading))
        else {
            // A cue whose subject nobody knows still ends what was carried.
            if language(self.document) == Language::Korean {
                self.last.clear();
                self.single = None;
            }
            return if reading.weak { self.carry(sentence, self.side_speaking(sentence)) } else { None };
        };
        let Resolved { speakers, rule, confidence, carried } = resolved;
        let via = reading
            .via
            .iter()
            .flat_map(|who| self.people(sentence, who))
            .filter(|name| !speakers.contains(name))
            .collect();
        let cue_words = reading.cue.of(&self.document.text).unwrap_or_default();
        let words = self.document.sentence_text(sentence.number);
        let start = self.document.sentences.get(sentence.number as usize).map_or(0, |s| s.span.start);
        let before = words.get(..(reading.cue.start.saturating_sub(start)) as usize).unwrap_or_default();
        // What a meeting was for is everyone's topic, and what was agreed there is everyone's.
        let here = self.events.iter().find(|event| event.sentence == sentence.number);
        let shared = |event: &Event| {
            reading.gives == Gives::Topic
                || (korean::tells_shared_view(before, cue_words)
                    && speakers.iter().all(|name| event.participants.contains(name)))
        };
        let speakers = match here {
            Some(event) if event.participants.len() > 1 && shared(event) => event.participants.clone(),
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
            // A Chinese lead names the meeting and goes on with what was said there.
            let leads = meets && language(self.document) != Language::Chinese;
            let carries = (!reading.trails || self.manner == Manner::Carries) && !leads && !relays && named;
            self.holder = if carries { speakers.clone() } else { Vec::new() };
        }
        let attribution: &[Span] = if carried { &[] } else { &reading.attribution };
        let mode = self.mode(sentence.number, attribution);
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
        if let Some(end) = self.quotations.end_of(last).filter(|&end| end > span.end as usize)
            && let Some(later) = sentences[at + 1..]
                .iter()
                .find(|s| self.document.sentences[s.number as usize].span.contains(Span::new(end - 1, end)))
            && let Some(reading) = &later.reading
            && let Some(resolved) = self.resolve(later, reading)
        {
            return Some(self.carried(sentence.number, resolved.speakers, "quotation-goes-on", 90));
        }
        let whole = self.quoted_whole(span);
        if whole && !self.unclosed.is_empty() {
            let speakers = self.relayed_in(sentence).unwrap_or_else(|| self.unclosed.clone());
            return Some(self.carried(sentence.number, speakers, "quotation-goes-on", 90));
        }
        let follows = self.said.is_some_and(|said| said + 1 == sentence.number);
        if follows && !self.last.is_empty() && whole {
            let speakers = self.relayed_in(sentence).unwrap_or_else(|| self.last.clone());
            return Some(self.carried(sentence.number, speakers, "quotation-after-cue", 90));
        }
        if self.holder.is_empty()
            && self.manner == Manner::Carries
            && language(self.document) == Language::Other
            && !self.narrates(sentence)
            && let Some(speakers) = self.cue_to_come(sentences, at)
        {
            self.holder.clone_from(&speakers);
            return Some(self.carried(sentence.number, speakers, "cue-later-in-paragraph", 75));
        }
        // In a Chinese report of no side, a sentence about somebody is the reporter's.
        let reported = language(self.document) == Language::Chinese && self.document.card.side.is_none();
        if reported && chinese::reports_of_somebody(self.document, sentence.number) {
            return None;
        }
        self.carry(sentence, self.side_to_come(sentences, at))
    }

    /// Of whom a further sentence of an institution's words tells: “…,” the ministry said. “The minister
    /// stressed …”
    fn relayed_in(&self, sentence: &Sentence) -> Option<Vec<String>> {
        self.found.last().filter(|last| !last.via.is_empty())?;
        let reading = english::read_quoted(sentence.units)?;
        let person = matches!(reading.who, Some(Who::People(_) | Who::Office(..) | Who::Group(_)));
        let speakers = self.resolve(sentence, &reading).filter(|_| person && !reading.weak)?.speakers;
        (!speakers.iter().any(|name| is_unnamed(name))).then_some(speakers)
    }

    /// The side that speaks in a sentence, or further on in its paragraph.
    fn side_to_come(&self, sentences: &[Sentence], at: usize) -> Option<String> {
        sentences[at..]
            .iter()
            .take_while(|s| self.document.sentences[s.number as usize].paragraph == self.paragraph)
            .take_while(|s| s.reading.as_ref().is_none_or(|reading| reading.weak))
            .find_map(|s| self.side_speaking(s))
    }

    /// Who speaks in a paragraph whose first cue follows its words.
    fn cue_to_come(&self, sentences: &[Sentence], at: usize) -> Option<Vec<String>> {
        let later = sentences[at + 1..]
            .iter()
            .take_while(|s| self.document.sentences[s.number as usize].paragraph == self.paragraph)
            .find(|s| s.reading.is_some())?;
        let reading = later.reading.as_ref().filter(|reading| reading.trails)?;
        let speakers = self.resolve(later, reading)?.speakers;
        speakers.iter().all(|name| self.cast.knows(name)).then_some(speakers)
    }

    /// A sentence without a cue that goes on with the last speaker.
    fn carry(&mut self, sentence: &Sentence, side: Option<String>) -> Option<Statement> {
        let carries = match self.manner {
            Manner::Carries => true,
            // What ought to be done is somebody's opinion, and no narration.
            Manner::Hints => self.demands(sentence),
            // “X said …. The two sides should …”
            Manner::Narrates => {
                language(self.document) == Language::Other
                    && self.follows_words(sentence)
                    && (self.demands(sentence) || self.states(sentence))
            }
        };
        if !carries || self.narrates(sentence) || !self.ends(sentence) {
            self.holder.clear();
            return None;
        }
        if !self.holder.is_empty() {
            let speakers = self.holder.clone();
            return Some(self.carried(sentence.number, speakers, "carried-in-paragraph", 85));
        }
        // A new paragraph in which a side goes on speaking through its last speaker.
        let [last] = self.last.as_slice() else { return None };
        let goes_on = match language(self.document) {
            Language::Other => side.is_some() && self.cast.side(last) == side.as_deref(),
            Language::Chinese => {
                let follows = self.said.is_some_and(|said| said + 1 == sentence.number);
                let mut said = self.found.iter().rev().take_while(|s| s.speakers == self.last);
                let announced = said.any(|s| chinese::announces(self.document, s.sentence));
                let side = self.cast.side(last);
                follows && chinese::goes_on(self.document, self.settings, sentence.number, side, announced)
            }
            Language::Korean => false,
        };
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
        quotes::mode(self.document, self.quotations, span.range(), attribution, self.cast.own.is_some())
    }
}

/// Whether a speaker is only described.
pub(super) fn is_unnamed(name: &str) -> bool {
    name.starts_with("unnamed ")
}
