//! How Korean says that people met: “회담을 열었다”, “만나”, “통화했다”.

use readout_corpus::{Document, MentionKind, Role, Span};

use super::events::Found;
use crate::Settings;
use crate::statements::{Cast, Who, korean_subject};

/// Words for having met.
const MET: &[&str] = &[
    "회담을 열",
    "회담을 가",
    "회담을 개최",
    "회담했",
    "회담을 했",
    "회담하고",
    "만났",
    "만나 ",
    "통화했",
    "통화하고",
    "회동했",
    "회동을",
    "면담했",
    "면담하고",
    "접견했",
    "접견하고",
    "예방했",
    "정상회담을",
    "회담을 마",
    "전화 통화",
    "회담을 진행",
];

/// Words for what is still to come.
const NOT_YET: &[&str] = &[
    "예정",
    "계획",
    "할 것",
    "만날 것",
    "열릴",
    "방침",
    "만나기로",
    "앞두고",
    "전망",
    "직전",
    "하루 전",
    "오는 ",
    "할 계획",
];

/// The meeting that a sentence says took place. Where it names offices only (“한중 외교장관”), those
/// who held them on the day.
pub(super) fn find(document: &Document, number: u32, cast: &Cast, settings: &Settings) -> Option<Found> {
    let sentence = document.sentences.get(number as usize)?;
    let text = document.sentence_text(number);
    let told = MET.iter().any(|word| text.contains(word)) && !NOT_YET.iter().any(|word| text.contains(word));
    if sentence.role != Role::Body || !told {
        return None;
    }
    let mut participants: Vec<String> = Vec::new();
    let inside = document.mentions.iter().filter(|m| m.sentence == number && m.kind == MentionKind::Person);
    for mention in inside {
        let after =
            document.text.get(mention.span.end as usize..sentence.span.end as usize).unwrap_or_default();
        if !owns(after) && !participants.contains(&mention.name) {
            participants.push(mention.name.clone());
        }
    }
    if participants.len() < 2
        && let Some(Who::Holders { office, places }) = korean_subject(document, number)
    {
        participants = cast.holders(settings, &office, &places, &[]);
    }
    let remote = text.contains("통화") || text.contains("화상");
    let clause = Span::new(sentence.span.start as usize, sentence.span.end as usize);
    (participants.len() >= 2).then_some(Found { participants, clause, remote })
}

/// Whether a name with its title has the particle of the genitive: “메르켈 독일 총리의 초청으로”.
fn owns(after: &str) -> bool {
    let near: String = after.chars().take(24).collect();
    let phrase = near.split([',', '.']).next().unwrap_or_default();
    phrase.split_whitespace().take(4).any(|word| word.ends_with('의'))
}
