//! How Chinese says that people met: “A会见B”, “A同B举行会谈”, “A同B通电话”.

use readout_corpus::{Document, MentionKind, Span};

use super::events::Found;
use crate::statements::printed_speaker;

/// Words for having met.
const MET: &[&str] = &["会见", "会谈", "通电话", "会晤", "会面", "接见", "见面", "拜会", "通话"];

/// Words for speech, attendance and other times: the sentence tells of something else.
const NOT_TOLD: &[&str] =
    &["参加会见", "参加会谈", "出席会", "出席上述", "请", "多次", "将会见", "表示", "指出", "强调"];

/// The meeting that a sentence says took place.
pub(super) fn find(document: &Document, number: u32) -> Option<Found> {
    let sentence = document.sentences.get(number as usize)?;
    let text = document.sentence_text(number);
    if NOT_TOLD.iter().any(|word| text.contains(word)) {
        return None;
    }
    let verb = MET.iter().filter_map(|word| text.find(word)).min()? + sentence.span.start as usize;
    let mut participants: Vec<String> = Vec::new();
    let mut host = false;
    for mention in document.mentions.iter().filter(|m| m.sentence == number && m.kind == MentionKind::Person)
    {
        host |= (mention.span.start as usize) < verb;
        if !participants.contains(&mention.name) {
            participants.push(mention.name.clone());
        }
    }
    // Somebody whom no list knows, but who is quoted further down.
    let quoted = (number + 1..).take_while(|n| (*n as usize) < document.sentences.len());
    for name in quoted.filter_map(|n| printed_speaker(document, n)).flat_map(|(names, _)| names.split('和'))
    {
        if text.contains(name) && !participants.iter().any(|known| known == name) {
            participants.push(name.to_owned());
        }
    }
    let remote = ["通电话", "通话", "视频"].iter().any(|word| text.contains(word));
    let clause = Span::new(sentence.span.start as usize, sentence.span.end as usize);
    (host && participants.len() >= 2).then_some(Found { participants, clause, remote })
}
