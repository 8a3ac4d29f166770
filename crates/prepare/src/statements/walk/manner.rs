//! How a text treats sentences without a cue, and what such a sentence shows by itself: whether it tells
//! of what was done, how things are, or what ought to be.

use readout_corpus::Document;

use super::{Language, Sentence, Walk, language};
use crate::statements::subjects::Who;
use crate::statements::units::{Kind, Unit};
use crate::statements::{chinese, cues};

/// Percentage of sentences without a cue, among those that follow one in their paragraph, from which
/// on a text is taken to carry its speakers on. Where nearly every sentence has its own cue, one
/// without is narration.
const CARRIES_FROM: usize = 60;

/// How a text treats sentences without a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// They go on with the paragraph's speaker (official readouts).
    Carries,
    /// They go on only where a side speaks in them.
    Hints,
    /// They are narration (news agencies).
    Narrates,
}

impl Manner {
    /// How a document treats them.
    pub(super) fn of(document: &Document, sentences: &[Sentence], met: bool) -> Self {
        if language(document) == Language::Chinese {
            return Self::Carries;
        }
        if document.card.side.is_none() || language(document) == Language::Korean {
            return Self::Narrates;
        }
        // State media put the cue behind the words, as agencies do.
        let trails = sentences.iter().filter_map(|s| s.reading.as_ref()).any(|r| r.trails);
        // Of the sentences that follow a cue in their paragraph, how many have none of their own.
        // Where cues come last, those before one count, too.
        let (mut after, mut without) = (0, 0);
        let paragraph = |s: &Sentence| document.sentences[s.number as usize].paragraph;
        let own = |s: &Sentence| s.reading.as_ref().is_some_and(|r| !r.weak && r.who != Some(Who::Nobody));
        for sentences in sentences.chunk_by(|a, b| paragraph(a) == paragraph(b)) {
            let Some(first) = sentences.iter().position(own) else { continue };
            let others = if trails { sentences.len() - 1 } else { sentences.len() - 1 - first };
            let cued = sentences.iter().filter(|s| own(s)).count() - 1;
            after += others;
            without += others - cued;
        }
        match met && without >= 3 && without * 100 >= after * CARRIES_FROM {
            true => Self::Carries,
            false if trails => Self::Narrates,
            false => Self::Hints,
        }
    }
}

/// How a sentence begins that tells of the meeting itself.
const OF_THE_MEETING: &[&str] = &[
    "The meeting ",
    "This meeting ",
    "Their meeting ",
    "Today’s meeting ",
    "The call ",
    "The talks ",
    "The conversation ",
    "The visit ",
    "The trip ",
];

impl Walk<'_> {
    /// Whether a sentence says what ought to be.
    pub(super) fn demands(&self, sentence: &Sentence) -> bool {
        sentence.units.iter().any(|unit| unit.is_any(&["should", "must", "ought"]))
    }

    /// Whether a sentence stands right behind the words of the one person who speaks in its paragraph.
    pub(super) fn follows_words(&self, sentence: &Sentence) -> bool {
        let follows = self.found.last().is_some_and(|last| {
            last.sentence + 1 == sentence.number && last.content && self.holder == last.speakers
        });
        follows && self.holder.len() == 1
    }

    /// Whether a sentence of state media says how things are: “The world needs …”
    pub(super) fn states(&self, sentence: &Sentence) -> bool {
        const PRESENT: &[&str] = &[
            "is", "are", "has", "have", "needs", "need", "will", "can", "should", "must", "stands",
            "remains", "remain", "hopes", "supports", "opposes", "attaches", "values",
        ];
        const PAST: &[&str] = &["was", "were", "had", "did", "met", "held", "signed", "attended", "arrived"];
        let says = |words: &[&str]| sentence.units.iter().any(|unit| !unit.quoted && unit.is_any(words));
        self.cast.own.is_some() && says(PRESENT) && !says(PAST)
    }

    /// Whether a sentence tells of what was done and not of what was said.
    pub(super) fn narrates(&self, sentence: &Sentence) -> bool {
        if self.events.iter().any(|event| event.sentence == sentence.number) {
            return true;
        }
        let text = self.document.sentence_text(sentence.number);
        match language(self.document) {
            Language::Chinese => chinese::narrates(text),
            Language::Other if self.acts(sentence) => true,
            _ => {
                [
                    "attended the ",
                    "were present",
                    "was present",
                    "took part in the meeting",
                    "accompanied by",
                    "also present",
                ]
                .iter()
                .any(|words| text.contains(words))
                    || OF_THE_MEETING.iter().filter_map(|words| text.strip_prefix(words)).any(|rest| {
                        let verb = rest.split(' ').next().unwrap_or_default();
                        cues::is_past(verb)
                            || matches!(verb, "was" | "were" | "came" | "also" | "comes" | "built")
                    })
            }
        }
    }

    /// Whether a sentence tells what those in the room did: “The two leaders walked …”, “They had tea”.
    pub(super) fn acts(&self, sentence: &Sentence) -> bool {
        let Some(subject) = sentence.subject() else { return false };
        let others = match &subject.who {
            Who::People(people) => *people != self.holder,
            Who::Group(places) => {
                let people = &sentence.units[subject.end - 1];
                places.is_empty() && people.is_any(&["they", "leaders", "presidents", "ministers", "pair"])
            }
            _ => false,
        };
        let verb = sentence.units.get(subject.end).map_or("", Unit::word);
        others && subject.first == 0 && cues::is_past(verb) && !cues::is_auxiliary(verb)
    }

    /// Whether a line is a heading between paragraphs, which nobody says: a few words that end as no sentence.
    pub(super) fn heads(&self, sentence: &Sentence) -> bool {
        const MOST: usize = 7;
        let row = |number: u32| self.document.sentences.get(number as usize);
        let paragraph = |number: u32| row(number).map(|row| row.paragraph);
        let (own, number) = (paragraph(sentence.number), sentence.number);
        language(self.document) == Language::Other
            && sentence.units.iter().filter(|unit| unit.kind != Kind::Quote).count() <= MOST
            && paragraph(number + 1).is_some_and(|next| Some(next) != own)
            && number.checked_sub(1).and_then(paragraph) != own
            && !self.ends(sentence)
            && !self.document.sentence_text(number).ends_with([':', ','])
    }

    /// Whether a sentence ends as one; the items of a list do not.
    pub(super) fn ends(&self, sentence: &Sentence) -> bool {
        let text =
            self.document.sentence_text(sentence.number).trim_end_matches(['"', '”', '’', '\'', ')', ' ']);
        text.ends_with(['.', '!', '?', '。', '！', '？', '…', '；', ';'])
    }
}
