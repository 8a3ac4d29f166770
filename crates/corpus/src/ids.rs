//! Ids of marks: made from the document, the layer, and the words that the mark stands on, so that they stay
//! when other marks of the document come and go, and when its text changes elsewhere. They are worked out
//! where they are asked for; a bundle does not hold them.

use std::collections::BTreeMap;

use crate::bundle::checksum;
use crate::{Document, Span};

/// The ids of a document's marks, in the order of its lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkIds {
    /// Of its statements.
    pub statements: Vec<String>,
    /// Of its people, organisations and places.
    pub mentions: Vec<String>,
    /// Of its topics.
    pub topics: Vec<String>,
    /// Of its dates.
    pub dates: Vec<String>,
    /// Of its commitments.
    pub commitments: Vec<String>,
}

impl MarkIds {
    /// The ids of the marks of a document: unique in it, and by its own id in the corpus.
    pub fn of(document: &Document) -> Self {
        let mut ids = Ids { document, taken: BTreeMap::new() };
        let all = &mut ids;
        Self {
            statements: document
                .statements
                .iter()
                .map(|m| all.id("statement", m.sentence, m.cue, ""))
                .collect(),
            mentions: document
                .mentions
                .iter()
                .map(|m| all.id("mention", m.sentence, Some(m.span), ""))
                .collect(),
            topics: document
                .topics
                .iter()
                .map(|m| all.id("topic", m.sentence, Some(m.span), &m.topic))
                .collect(),
            dates: document.dates.iter().map(|m| all.id("date", m.sentence, Some(m.span), "")).collect(),
            commitments: document
                .commitments
                .iter()
                .map(|m| all.id("commitment", m.sentence, None, ""))
                .collect(),
        }
    }
}

struct Ids<'d> {
    document: &'d Document,
    /// How many marks have an id; a sentence that stands twice has the same marks twice.
    taken: BTreeMap<String, u32>,
}

impl Ids<'_> {
    /// The id of a mark. `more` tells marks apart that stand on the same words.
    fn id(&mut self, layer: &str, sentence: u32, span: Option<Span>, more: &str) -> String {
        let start = self.document.sentences.get(sentence as usize).map_or(0, |s| s.span.start);
        let within = span.map(|span| (span.start.saturating_sub(start), span.end.saturating_sub(start)));
        let stands_on = format!("{layer}\n{more}\n{within:?}\n{}", self.document.sentence_text(sentence));
        // Forty bits: the marks of one document have to be told apart, not those of the world.
        let id = format!("{}:{layer}-{:010x}", self.document.card.id, checksum(stands_on.as_bytes()) >> 24);
        let times = self.taken.entry(id.clone()).or_default();
        *times += 1;
        if *times == 1 { id } else { format!("{id}-{times}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DateMention, Day, Interval, Role, Sentence, TopicMention, Why};

    /// A document of these sentences, with a topic on each of the words.
    fn document(sentences: &[&str], words: &[(usize, &str, &str)]) -> Document {
        let mut document = Document::default();
        document.card.id = "doc".to_owned();
        for (paragraph, text) in (0..).zip(sentences) {
            let start = document.text.len();
            document.text.push_str(text);
            let span = Span::new(start, document.text.len());
            let role = if paragraph == 0 { Role::Title } else { Role::Body };
            document.sentences.push(Sentence { span, paragraph, role, repeats: None, source: None });
        }
        for (number, word, topic) in words {
            let start = document.sentences[*number].span.start as usize;
            let at = start + sentences[*number].find(word).unwrap();
            document.topics.push(TopicMention {
                sentence: *number as u32,
                span: Span::new(at, at + word.len()),
                topic: (*topic).to_owned(),
                why: Why::rule("a-rule", "", 90),
            });
        }
        document
    }

    fn topics(sentences: &[&str], words: &[(usize, &str, &str)]) -> Vec<String> {
        MarkIds::of(&document(sentences, words)).topics
    }

    #[test]
    fn an_id_stays_when_other_marks_and_other_sentences_change() {
        let before = topics(&["T", "Trade is good."], &[(1, "Trade", "trade")]);
        assert!(before[0].starts_with("doc:topic-") && before[0].len() == "doc:topic-0123456789".len());
        let after = topics(
            &["Title", "A new one.", "Trade is good."],
            &[(1, "new", "visits"), (2, "Trade", "trade"), (2, "good", "rights")],
        );
        assert_eq!(after[1], before[0]);
    }

    #[test]
    fn marks_have_ids_of_their_own() {
        let ids = topics(
            &["T", "Trade is trade.", "Trade is trade."],
            &[(1, "Trade", "trade"), (1, "Trade", "visits"), (1, "trade", "trade"), (2, "Trade", "trade")],
        );
        let mut unique = ids.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
        assert_eq!(ids[3], format!("{}-2", ids[0]));
    }

    #[test]
    fn layers_on_the_same_words_are_told_apart() {
        let mut document = document(&["T", "May is here."], &[(1, "May", "trade")]);
        let day = Interval::day(Day::from_ymd(2019, 5, 1).unwrap());
        let TopicMention { sentence, span, why, .. } = document.topics[0].clone();
        document.dates.push(DateMention { sentence, span, days: day, why });
        let ids = MarkIds::of(&document);
        assert!(ids.dates[0].starts_with("doc:date-") && ids.dates[0][9..] != ids.topics[0][10..]);
    }
}
