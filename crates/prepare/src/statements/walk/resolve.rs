//! Settles who is meant by a subject at one point of the walk, and whose voice that is.

use readout_corpus::{MentionKind, Voice};

use super::{Language, Manner, Sentence, Walk, is_unnamed, language};
use crate::meetings::events::Event;
use crate::names;
use crate::statements::known::{self, side_of_place};
use crate::statements::reading::Reading;
use crate::statements::subjects::{self, Who};
use crate::statements::words::COUNTERPART;
use crate::statements::{chinese, korean};

/// How those are described who took part and are not named.
const NAMELESS_OTHERS: &str = "unnamed participants";

fn sentence_opens_with(sentence: &Sentence, word: &str) -> bool {
    sentence.units.first().is_some_and(|unit| unit.is_any(&[word]))
}

/// Who a subject turned out to be.
pub(super) struct Resolved {
    pub(super) speakers: Vec<String>,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
    pub(super) carried: bool,
}

impl Walk<'_> {
    /// The side in whose name a sentence speaks (“The ROK is willing …”).
    pub(super) fn side_speaking(&self, sentence: &Sentence) -> Option<String> {
        match sentence.head()? {
            Who::Sides(places) if places.len() == 1 && known::is_government(self.settings, &places[0]) => {
                Some(side_of_place(self.settings, &places[0]))
            }
            _ => None,
        }
    }

    pub(super) fn resolve(&self, sentence: &Sentence, reading: &Reading) -> Option<Resolved> {
        let plain = |speakers: Vec<String>| {
            (!speakers.is_empty()).then_some(Resolved {
                speakers,
                rule: reading.rule,
                confidence: reading.confidence,
                carried: false,
            })
        };
        match &reading.who {
            // “甲说，我同乙会谈了。双方一致认为…”: he goes on telling.
            Some(Who::Group(_)) if self.tells_of_himself(sentence) => Some(Resolved {
                speakers: self.holder.clone(),
                rule: "carried-in-paragraph",
                confidence: 75,
                carried: true,
            }),
            // “It was agreed that …”
            Some(Who::Nobody) if self.room(sentence.number).len() > 1 && self.agrees(reading) => {
                plain(self.room(sentence.number))
            }
            None if self.told_by_body() && !reading.inner.is_empty() => {
                plain(reading.inner.iter().flat_map(|who| self.people(sentence, who)).collect())
            }
            None | Some(Who::Nobody) => {
                let speakers = if self.holder.is_empty() { &self.last } else { &self.holder };
                plain(speakers.clone())
            }
            Some(Who::Sides(places)) => self.sides(reading, places),
            // “The Chinese government will …”
            Some(Who::Institution(_)) if reading.weak => (!self.holder.is_empty()).then(|| Resolved {
                speakers: self.holder.clone(),
                rule: "carried-in-paragraph",
                confidence: 80,
                carried: true,
            }),
            // A person's wish or readiness is told inside somebody's words, or it is the reporter's.
            Some(_) if reading.weak && self.manner == Manner::Narrates && self.cast.own.is_none() => None,
            Some(Who::Group(_)) if reading.weak && !self.holder.is_empty() => None,
            // “习近平主席提出…” inside the words of another.
            Some(Who::People(people))
                if reading.weak
                    && language(self.document) == Language::Chinese
                    && !self.holder.is_empty()
                    && *people != self.holder =>
            {
                None
            }
            // “A senior official said …. “We go on,” he said.”
            Some(Who::Single { .. })
                if self.nameless.is_some() && self.nameless_goes_on(sentence, reading) =>
            {
                plain(self.nameless.iter().cloned().collect())
            }
            Some(who) => plain(self.people(sentence, who)),
        }
    }

    /// Those who met, where a Korean sentence without any subject tells what they share or decided.
    pub(super) fn shared_by_all(&self, sentence: &Sentence, reading: &Reading) -> Option<Resolved> {
        let meets = || self.events.iter().any(|event| event.sentence == sentence.number);
        let korean = language(self.document) == Language::Korean;
        let shared = || korean::is_shared_by_the_unnamed(self.document, self.quotations, sentence.number);
        if !korean || !(reading.weak && meets() || shared()) {
            return None;
        }
        let room = self.room(sentence.number);
        (room.len() > 1).then_some(Resolved {
            speakers: room,
            rule: "cue-without-subject",
            confidence: reading.confidence.clamp(55, 70),
            carried: false,
        })
    }

    /// Whether the one who speaks on in a Chinese paragraph has just told what he did with somebody.
    fn tells_of_himself(&self, sentence: &Sentence) -> bool {
        let follows = self.said.is_some_and(|said| said + 1 == sentence.number);
        language(self.document) == Language::Chinese
            && follows
            && self.holder.len() == 1
            && chinese::tells_of_himself(self.document.sentence_text(sentence.number - 1))
    }

    /// Whether “he” is the nameless one who spoke last: in what is said of others he is not.
    fn nameless_goes_on(&self, sentence: &Sentence, reading: &Reading) -> bool {
        let cue = reading.cue.of(&self.document.text).unwrap_or_default();
        let follows = self.said.is_some_and(|said| said + 1 == sentence.number);
        reading.trails || follows && ["said", "added", "noted", "explained"].contains(&cue)
    }

    /// Whether an institution told what was said last.
    fn told_by_body(&self) -> bool {
        let body = |name: &String| !is_unnamed(name) && !self.cast.knows(name);
        let last = self.found.last();
        last.is_some_and(|last| last.via.iter().any(body) || last.speakers.iter().all(body))
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
        // State media: a side goes on speaking through its last speaker.
        if let [side] = sides.as_slice()
            && self.cast.own.is_some()
            && self.last.len() == 1
            && self.cast.side(&self.last[0]) == Some(side)
            && reading.weak
        {
            let speakers = self.last.clone();
            return Some(Resolved { speakers, rule: "side-goes-on", confidence: 60, carried: true });
        }
        if reading.weak {
            return None;
        }
        Some(Resolved { speakers: sides, rule: "government-as-speaker", confidence: 40, carried: false })
    }

    /// The people meant by a subject; empty where nobody fits.
    pub(super) fn people(&self, sentence: &Sentence, who: &Who) -> Vec<String> {
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
            // “They said …” after nameless officials
            Who::Group(_) if sentence_opens_with(sentence, "they") && self.last_nameless() => {
                self.last.clone()
            }
            Who::Group(_) => {
                if self.group.len() >= 2
                    && self.group.len() < room.len()
                    && !self.found.is_empty()
                    && self.last == self.group
                {
                    return self.group.clone();
                }
                if room.len() >= 2 {
                    return room;
                }
                if self.group.len() >= 2 {
                    return self.group.clone();
                }
                // Whom the headline names together, where no sentence says that they met; in Korean and
                // Chinese also whom the text has named so far.
                let so_far = (language(self.document) != Language::Other).then_some(sentence.number);
                let named = [Some(0), so_far].into_iter().flatten().find_map(|to| self.named_through(to));
                // The others are not named.
                named.unwrap_or_else(|| room.into_iter().chain([NAMELESS_OTHERS.to_owned()]).collect())
            }
            Who::Holders { office, places } => {
                let holders = self.cast.holders(self.settings, office, places, &room);
                match holders.as_slice() {
                    [] if room.len() >= 2 => room,
                    [] if language(self.document) == Language::Korean => {
                        self.meant(sentence, &Who::Group(Vec::new()))
                    }
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
                self.office(office, side.as_deref(), &room, &[]).into_iter().collect()
            }
            Who::Together(parts) => {
                let mut people: Vec<String> = Vec::new();
                for part in parts {
                    let more = match part {
                        Who::Office(office, place) => {
                            let side = place.as_ref().map(|place| side_of_place(self.settings, place));
                            self.office(office, side.as_deref(), &room, &people).into_iter().collect()
                        }
                        part => self.people(sentence, part),
                    };
                    people.extend(more);
                }
                people.dedup();
                if people.len() < 2 && room.len() >= 2 { room } else { people }
            }
            Who::Sides(places) => places.iter().map(|place| side_of_place(self.settings, place)).collect(),
            // “The ministry”: the one that is named before it.
            Who::Institution(name) => {
                let same = |last: &&String| last.to_lowercase().ends_with(name.as_str());
                vec![self.institution.as_ref().filter(same).unwrap_or(name).clone()]
            }
            Who::Unnamed(name) => vec![name.clone()],
            Who::It => self.institution.iter().cloned().collect(),
            Who::Nobody => self.last.clone(),
        }
    }

    /// The two people of different sides whom the sentences up to one name, the title first, where they
    /// name no others.
    fn named_through(&self, last: u32) -> Option<Vec<String>> {
        let mut named: Vec<String> = Vec::new();
        for mention in self.document.mentions.iter().take_while(|mention| mention.sentence <= last) {
            if mention.kind == MentionKind::Person && !named.contains(&mention.name) {
                named.push(mention.name.clone());
            }
        }
        named.retain(|name| !self.cast.speaks_for_others(name));
        let sides: Vec<&str> = named.iter().filter_map(|name| self.cast.side(name)).collect();
        (named.len() == 2 && matches!(sides.as_slice(), [a, b] if a != b)).then_some(named)
    }

    /// Whether a cue takes more than one.
    pub(super) fn agrees(&self, reading: &Reading) -> bool {
        let cue = reading.cue.of(&self.document.text).unwrap_or_default();
        ["agreed", "decided", "resolved"].iter().any(|word| cue.starts_with(word))
    }

    /// Whether several nameless people spoke last.
    fn last_nameless(&self) -> bool {
        matches!(self.last.as_slice(), [one] if one == "unnamed source" || one == "unnamed official")
    }

    /// Who is meant by an office; not those `besides` whom it is named.
    fn office(
        &self,
        office: &str,
        side: Option<&str>,
        room: &[String],
        besides: &[String],
    ) -> Option<String> {
        let others: Vec<String> = room.iter().filter(|name| !besides.contains(name)).cloned().collect();
        // “his counterpart”, “the Russian leader”: any office will do.
        let counterpart = office.ends_with(COUNTERPART);
        if counterpart || matches!(office.rsplit(' ').next(), Some("leader" | "head")) {
            let of_side = |name: &&String| match side.or(self.cast.own.as_deref().filter(|_| !counterpart)) {
                Some(side) => self.cast.side(name) == Some(side),
                None => !besides.is_empty() || self.single.as_ref() != Some(name),
            };
            let present = others.iter().find(of_side).or(others.first().filter(|_| side.is_none()));
            // Where no sentence says who met, whoever of that side spoke last.
            let last = || self.single.as_ref().filter(|name| side.is_some() && of_side(name));
            return present.or_else(last).filter(|name| !besides.contains(name)).cloned();
        }
        // “the spokesman”: the one who is named, where one is.
        if office.contains("spokes") {
            let named = self.cast.by_appearance().into_iter().find(|name| self.cast.speaks_for_others(name));
            return named.or_else(|| Some(format!("unnamed {office}")));
        }
        // “the liberal president”: what a paper adds belongs to no office.
        let office = match office.split_once(' ') {
            Some((added, rest)) if !subjects::opens_title(added) => rest,
            _ => office,
        };
        let of_side = |name: &&String| side.is_some() && self.cast.side(name) == side;
        let fits = |name: &String| !besides.contains(name) && (side.is_none() || of_side(&name));
        let mut theirs = others.iter().filter(of_side);
        let only = theirs.next().filter(|_| theirs.next().is_none());
        self.cast
            .office_holder(self.settings, office, side, &others)
            .filter(|name| !besides.contains(name))
            .or_else(|| only.cloned())
            .or_else(|| self.single.clone().filter(fits))
    }

    /// Who is in the room at a sentence: the participants of the last meeting told of up to there; those of one
    /// of more, where that is told of before and only some of them met by themselves, too.
    pub(super) fn room(&self, number: u32) -> Vec<String> {
        let last = self.events.iter().rposition(|event| event.sentence <= number);
        let event = last.map(|at| &self.events[at]).or(self.events.first());
        let of_more = event.zip(last).and_then(|(event, at)| {
            let part = |all: &&Event| {
                all.participants.len() > event.participants.len()
                    && event.participants.iter().all(|name| all.participants.contains(name))
            };
            self.events[..at].iter().find(part)
        });
        let event = of_more.or(event);
        // A meeting that only passes by is nobody's room: those who spoke last met at another one.
        let spoke = |event: &Event| {
            let known = self.last.iter().filter(|name| self.cast.knows(name));
            known.count() > 0 && self.last.iter().all(|name| event.participants.contains(name))
        };
        let others = last.and_then(|at| self.events[..at].iter().rev().find(|event| spoke(event)));
        let event = others.filter(|_| event.is_some_and(|event| !spoke(event))).or(event);
        event.map(|event| event.participants.clone()).unwrap_or_default()
    }

    /// The people whose words a nameless official or a spokesman relays.
    pub(super) fn about(&self, sentence: &Sentence, reading: &Reading, speakers: &[String]) -> Vec<String> {
        let mut about: Vec<String> =
            reading.inner.iter().flat_map(|who| self.people(sentence, who)).collect();
        let span = self.document.sentences[sentence.number as usize].span;
        let named =
            self.document.mentions.iter().filter(|m| m.kind == MentionKind::Person && span.contains(m.span));
        about.extend(named.map(|m| m.name.clone()));
        if let Some(who @ Who::Group(_)) = sentence.head() {
            about.extend(self.people(sentence, who));
        }
        let mut seen = Vec::new();
        about.retain(|name| {
            let new = !speakers.contains(name) && !is_unnamed(name) && !seen.contains(name);
            seen.push(name.clone());
            new
        });
        about
    }

    /// The side of somebody who is only meant and never named (“the Prime Minister”).
    fn known_side(&self, name: &str) -> Option<&str> {
        names::side_of_person(name, names::day_of(self.document), self.settings)
    }

    pub(super) fn voice(&self, speakers: &[String]) -> Voice {
        let [one] = speakers else { return Voice::Joint };
        if is_unnamed(one) {
            return Voice::Unnamed;
        }
        let Some(own) = self.cast.own.as_deref() else { return Voice::Reported };
        let side = self.cast.side(one).or_else(|| self.known_side(one));
        match side {
            Some(side) if side == own => Voice::Own,
            Some(_) => Voice::Counterpart,
            None if (self.cast.knows(one) || self.room(u32::MAX).contains(one)) && self.cast.has_others() => {
                Voice::Counterpart
            }
            None if self.met_own(one) => Voice::Counterpart,
            // A side, or one of the source's own institutions.
            None if names::side_of_place(one, self.settings).is_some_and(|side| side != own) => {
                Voice::Counterpart
            }
            None => Voice::Own,
        }
    }

    /// Whether somebody met one of the source's own people, and nobody of another side with them.
    fn met_own(&self, name: &String) -> bool {
        let own = |other: &String| other != name && self.cast.side(other) == self.cast.own.as_deref();
        self.events
            .iter()
            .any(|event| event.participants.contains(name) && event.participants.iter().any(own))
    }
}
