//! Excerpts: documents of which only some sentences may be shown.
//!
//! [`Document::gaps`] says which sentences are withheld. A document fresh from preparation still has
//! their words; [`Document::shown`] is what of it may leave the machine, and the bundle holds nothing
//! else. Which sentences are withheld is decided by preparation, not here.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Corpus, Document, Span, Why};

/// Stands in the text in place of a gap: no word, and a paragraph of its own, so that no phrase and no
/// passage runs over it.
const GAP: &str = "\n\n…";

/// Words of the text that the evidence of a mark may share with a withheld sentence (bytes): a name or
/// a cue, and not a part of what is said.
const SHARED: usize = 12;

/// A run of sentences that are not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Number of its first sentence.
    pub first: u32,
    /// Number of its last sentence.
    pub last: u32,
}

impl Gap {
    /// Number of sentences.
    pub fn sentences(self) -> u32 {
        self.last.saturating_sub(self.first).saturating_add(1)
    }
}

impl Corpus {
    /// The corpus with its documents as they may be shown.
    pub fn shown(mut self) -> Corpus {
        for document in &mut self.documents {
            if let Cow::Owned(shown) = document.shown() {
                *document = shown;
            }
        }
        self
    }
}

impl Document {
    /// Whether the words of a sentence are withheld.
    pub fn withholds(&self, sentence: u32) -> bool {
        self.gaps.iter().any(|gap| (gap.first..=gap.last).contains(&sentence))
    }

    /// The document as it may be shown. Withheld sentences keep their numbers, with an empty span and no
    /// place in the file; their words and their marks are gone, and so is evidence that quotes them.
    pub fn shown(&self) -> Cow<'_, Document> {
        if self.gaps.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut shown = self.clone();
        let (mut text, mut withheld) = (String::new(), String::new());
        // Where each sentence that is shown begins now.
        let mut starts = Vec::with_capacity(self.sentences.len());
        for (n, sentence) in (0u32..).zip(&mut shown.sentences) {
            let words = self.sentence_text(n);
            let after_gap = n > 0 && self.withholds(n - 1);
            if self.withholds(n) {
                if !after_gap {
                    text.push_str(GAP);
                }
                withheld.push_str(words);
                withheld.push('\n');
                starts.push(None);
                sentence.source = None;
                sentence.span = Span::new(text.len(), text.len());
            } else {
                text.push_str(if n == 0 { "" } else { self.space_before(n, after_gap) });
                starts.push(Some(text.len()));
                sentence.span = Span::new(text.len(), text.len() + words.len());
                text.push_str(words);
            }
        }
        // Moves a span with its sentence; says whether that is shown.
        let moved = |sentence: u32, span: &mut Span| {
            let number = sentence as usize;
            let Some(Some(start)) = starts.get(number).copied() else { return false };
            let start = start + self.sentences[number].span.start.abs_diff(span.start) as usize;
            *span = Span::new(start, start + span.len());
            true
        };
        shown.statements.retain_mut(|statement| {
            let mut none = Span::new(0, 0);
            moved(statement.sentence, statement.cue.as_mut().unwrap_or(&mut none))
        });
        shown.mentions.retain_mut(|mention| moved(mention.sentence, &mut mention.span));
        shown.topics.retain_mut(|topic| moved(topic.sentence, &mut topic.span));
        shown.dates.retain_mut(|date| moved(date.sentence, &mut date.span));
        shown.commitments.retain(|commitment| !self.withholds(commitment.sentence));
        let (lower, withheld) = (text.to_lowercase(), withheld.to_lowercase());
        shown.text = text;
        for why in shown.reasons_mut() {
            if quotes(&why.evidence.to_lowercase(), &withheld, &lower) {
                why.evidence.clear();
            }
        }
        Cow::Owned(shown)
    }

    /// What stands between a sentence that is shown and the one before it.
    fn space_before(&self, number: u32, after_gap: bool) -> &str {
        let sentence = |n: u32| self.sentences.get(n as usize);
        let (Some(before), Some(this)) = (sentence(number - 1), sentence(number)) else { return "" };
        let between = Span { start: before.span.end, end: this.span.start }.of(&self.text);
        match between {
            Some(space) if !after_gap && space.trim().is_empty() => space,
            _ => "\n\n",
        }
    }

    fn reasons_mut(&mut self) -> impl Iterator<Item = &mut Why> {
        let statements = self.statements.iter_mut().map(|mark| &mut mark.why);
        let mentions = self.mentions.iter_mut().map(|mark| &mut mark.why);
        let topics = self.topics.iter_mut().map(|mark| &mut mark.why);
        let dates = self.dates.iter_mut().map(|mark| &mut mark.why);
        let commitments = self.commitments.iter_mut().map(|mark| &mut mark.why);
        statements.chain(mentions).chain(topics).chain(dates).chain(commitments)
    }
}

/// Whether some evidence has words that only withheld sentences have, more than a name or a cue.
fn quotes(evidence: &str, withheld: &str, shown: &str) -> bool {
    !shown.contains(evidence)
        && evidence.char_indices().any(|(start, _)| {
            let end = evidence.ceil_char_boundary(start + SHARED);
            let stretch = &evidence[start..end];
            stretch.len() >= SHARED && withheld.contains(stretch) && !shown.contains(stretch)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mention, MentionKind, Role, Sentence};

    /// A document with a paragraph a line; sentences end with a point, and the first line is the title.
    fn document(text: &str, gaps: &[(u32, u32)]) -> Document {
        let mut document = Document { text: text.replace('\n', "\n\n"), ..Document::default() };
        let mut at = 0;
        for (paragraph, line) in (0u32..).zip(text.split('\n')) {
            for words in line.split_inclusive('.') {
                let space = words.len() - words.trim_start().len();
                let span = Span::new(at + space, at + words.len());
                let role = if paragraph == 0 { Role::Title } else { Role::Body };
                document.sentences.push(Sentence {
                    span,
                    paragraph,
                    role,
                    repeats: None,
                    source: Some(span),
                });
                at += words.len();
            }
            at += 2;
        }
        document.gaps = gaps.iter().map(|&(first, last)| Gap { first, last }).collect();
        document
    }

    fn mention(document: &Document, sentence: u32, words: &str, evidence: &str) -> Mention {
        let start = document.text.find(words).unwrap();
        let why = Why::rule("test", evidence, 90);
        Mention {
            sentence,
            span: Span::new(start, start + words.len()),
            kind: MentionKind::Person,
            name: words.to_owned(),
            why,
        }
    }

    #[test]
    fn gaps_stand_in_the_text_and_what_is_withheld_does_not() {
        let check = |text: &str, gaps: &[(u32, u32)], expect: &str| {
            let shown = document(text, gaps).shown().into_owned();
            assert_eq!(shown.text, expect);
            let (mut end, mut words) = (0, 0);
            for (n, sentence) in (0..).zip(&shown.sentences) {
                assert!(end <= sentence.span.start && sentence.span.of(expect).is_some());
                assert_eq!(sentence.span.is_empty(), shown.withholds(n), "{n}");
                assert_eq!(sentence.source.is_none(), shown.withholds(n), "{n}");
                (end, words) = (sentence.span.end, words + sentence.span.len());
            }
            assert!(words <= text.len());
        };
        let text = "Title\nOne a. Two b. Three c.\nFour d.";
        check(text, &[], "Title\n\nOne a. Two b. Three c.\n\nFour d.");
        check(text, &[(2, 2)], "Title\n\nOne a.\n\n…\n\nThree c.\n\nFour d.");
        check(text, &[(1, 2), (4, 4)], "Title\n\n…\n\nThree c.\n\n…");
        check(text, &[(1, 4)], "Title\n\n…");
    }

    #[test]
    fn marks_move_with_their_sentences_or_go() {
        let mut whole = document("Title\nAnn spoke. Bob left. Ann came.", &[(1, 2)]);
        whole.mentions = vec![mention(&whole, 1, "Ann", "Ann"), mention(&whole, 2, "Bob", "Bob")];
        let start = whole.text.rfind("Ann").unwrap();
        whole.mentions.push(Mention {
            sentence: 3,
            span: Span::new(start, start + 3),
            ..whole.mentions[0].clone()
        });
        let shown = whole.shown();
        assert_eq!(shown.mentions.len(), 1);
        assert_eq!(shown.mentions[0].span.of(&shown.text), Some("Ann"));
        assert_eq!(shown.shown().as_ref(), shown.as_ref(), "cutting again changes nothing");
    }

    #[test]
    fn evidence_that_quotes_what_is_withheld_is_gone() {
        let check = |evidence: &str, expect: &str| {
            let mut whole = document("Title\nThe minister of ports spoke. Ann came.", &[(1, 1)]);
            whole.mentions = vec![mention(&whole, 2, "Ann", evidence)];
            assert_eq!(whole.shown().mentions[0].why.evidence, expect);
        };
        check("Ann came", "Ann came");
        check("minister", "minister");
        check("after “the Minister of ports”", "");
        check("ministers of Ann", "ministers of Ann");
    }
}
