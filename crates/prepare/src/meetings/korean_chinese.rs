//! How Chinese and Korean say that people met.

use readout_corpus::{Document, MentionKind, Role, Span};

use super::events::Found;

/// The meeting that a Chinese sentence says took place.
pub(super) fn chinese(document: &Document, number: u32) -> Option<Found> {
    const MET: &[&str] = &[
        "会见",
        "举行会谈",
        "会谈",
        "通电话",
        "会晤",
        "会面",
        "接见",
        "举行视频会晤",
        "见面",
        "举行双边会谈",
        "拜会",
        "通话",
        "共同会见记者",
    ];
    const NO: &[&str] = &["参加会见", "参加会谈", "出席", "请", "多次", "将会见", "表示", "指出", "强调"];
    let text = document.sentence_text(number);
    if NO.iter().any(|word| text.contains(word)) {
        return None;
    }
    let (verb, word) = MET.iter().filter_map(|word| text.find(word).map(|at| (at, *word))).min()?;
    let people = people(document, number);
    let (before, after) = (people.iter().any(|(at, _)| *at < verb), people.iter().any(|(at, _)| *at > verb));
    // “A会见B” or “A同B举行会谈”; a headline may leave the other unnamed.
    if !before
        || (people.len() < 2 && !after && !["同", "与", "和"].iter().any(|with| text[..verb].contains(with)))
        || people.len() < 2
    {
        return None;
    }
    let remote = ["通电话", "通话", "视频"].iter().any(|w| text.contains(w) || word.contains(w));
    made(document, number, people, remote)
}

/// The meeting that a Korean sentence says took place.
pub(super) fn korean(document: &Document, number: u32) -> Option<Found> {
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
    const NOT_YET: &[&str] =
        &["예정", "계획", "할 것", "만날 것", "열릴", "방침", "만나기로", "앞두고", "전망"];
    let sentence = document.sentences.get(number as usize)?;
    let text = document.sentence_text(number);
    if sentence.role != Role::Body || NOT_YET.iter().any(|word| text.contains(word)) {
        return None;
    }
    MET.iter().find(|word| text.contains(**word))?;
    let people: Vec<(usize, String)> = people(document, number)
        .into_iter()
        .filter(|(at, name)| {
            let end = document
                .mentions
                .iter()
                .find(|m| {
                    m.sentence == number
                        && m.span.start as usize - sentence.span.start as usize == *at
                        && m.name == *name
                })
                .map_or(*at, |m| (m.span.end - sentence.span.start) as usize);
            let after: String = text.get(end..).unwrap_or_default().chars().take(24).collect();
            let phrase = after.split([',', '.']).next().unwrap_or_default();
            !phrase.split_whitespace().take(4).any(|word| word.ends_with('의') || word == "등의")
        })
        .collect();
    if people.len() < 2 {
        return None;
    }
    let remote = text.contains("통화") || text.contains("화상");
    made(document, number, people, remote)
}

fn people(document: &Document, number: u32) -> Vec<(usize, String)> {
    let Some(sentence) = document.sentences.get(number as usize) else { return Vec::new() };
    let mut people: Vec<(usize, String)> = Vec::new();
    for mention in document.mentions.iter().filter(|m| m.sentence == number && m.kind == MentionKind::Person)
    {
        if !people.iter().any(|(_, name)| *name == mention.name) {
            people.push((
                (mention.span.start.saturating_sub(sentence.span.start)) as usize,
                mention.name.clone(),
            ));
        }
    }
    people
}

fn made(document: &Document, number: u32, people: Vec<(usize, String)>, remote: bool) -> Option<Found> {
    let sentence = document.sentences.get(number as usize)?;
    let participants = people.into_iter().map(|(_, name)| name).collect();
    Some(Found {
        participants,
        clause: Span::new(sentence.span.start as usize, sentence.span.end as usize),
        remote,
    })
}
