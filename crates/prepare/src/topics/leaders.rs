//! Heads of state and government in a document: a visit or a meeting is a topic where it is theirs,
//! and where they are not the ones who are talking.

use readout_corpus::{Document, MentionKind, Span};

use crate::Settings;
use crate::names::{LEADING_OFFICES, day_of};

/// Bytes that may lie between a leader's name and the word.
const NEAR: usize = 42;

struct Leader {
    sentence: u32,
    span: Span,
    name: String,
    side: Option<String>,
}

/// The leaders named in a document.
pub(super) struct Leaders {
    named: Vec<Leader>,
    /// Those whom the title or the first sentence names: the ones who meet.
    at_table: Vec<String>,
}

/// Collects them.
pub(super) fn of(document: &Document, settings: &Settings) -> Leaders {
    let day = day_of(document);
    let gazetteer = &*settings.gazetteer;
    let named: Vec<Leader> = document
        .mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Person)
        .filter_map(|mention| {
            let mut same = gazetteer.people_named(&mention.name).iter().map(|index| gazetteer.person(*index));
            let person = same.find(|person| {
                LEADING_OFFICES.iter().any(|office| match day {
                    Some(day) => person.holds(office, day),
                    None => person.terms_of(office).next().is_some(),
                })
            })?;
            Some(Leader {
                sentence: mention.sentence,
                span: mention.span,
                name: mention.name.clone(),
                side: person.side.clone(),
            })
        })
        .collect();
    let first_body = document.body().next().map_or(0, |(number, _)| number);
    let at_table = named
        .iter()
        .filter(|leader| leader.sentence == 0 || leader.sentence == first_body)
        .map(|leader| leader.name.clone())
        .collect();
    Leaders { named, at_table }
}

impl Leaders {
    /// Whether a leader is named in the same clause, close to these bytes.
    pub(super) fn beside(&self, text: &str, sentence: u32, span: Span) -> bool {
        self.in_sentence(sentence).any(|leader| {
            let between = if leader.span.end <= span.start {
                text.get(leader.span.end as usize..span.start as usize)
            } else {
                text.get(span.end as usize..leader.span.start as usize)
            };
            between.is_some_and(|words| {
                words.len() <= NEAR && !words.contains(['.', ',', ';', '，', '。', '“', '"'])
            })
        })
    }

    /// Whether the sentence names leaders of two sides, none of whom the title or the first sentence
    /// names.
    pub(super) fn between(&self, sentence: u32) -> bool {
        let mut sides: Vec<&Option<String>> = Vec::new();
        for leader in self.in_sentence(sentence) {
            if self.at_table.contains(&leader.name) {
                return false;
            }
            if !sides.contains(&&leader.side) {
                sides.push(&leader.side);
            }
        }
        sides.len() > 1
    }

    fn in_sentence(&self, sentence: u32) -> impl Iterator<Item = &Leader> {
        self.named.iter().filter(move |leader| leader.sentence == sentence)
    }
}
