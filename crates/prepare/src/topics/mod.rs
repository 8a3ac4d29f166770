//! Finds the topics that a text raises: words and wordings of each topic, sentence by sentence, with
//! the few places where a bare word misleads. What was said about a topic, and by whom, is found
//! elsewhere.

mod cues;
mod leaders;

use std::collections::BTreeMap;

use readout_corpus::{Document, Role, Span, TopicMention, Why};

use crate::Settings;
use crate::gazetteer::{Hit, leftmost_longest};
use cues::{Cue, Needs};
pub(crate) use cues::{TopicRow, Topics};

/// Words by which a sentence goes on with the issue of the one before.
const ECHOES: &[&str] = &[
    "this issue",
    "these issues",
    "the issue,",
    "the issue.",
    "the issue through",
    "this matter",
    "to this end",
    "on this question",
    "这一问题",
    "该问题",
    "上述问题",
    "이 문제를",
    "이 문제는",
    "이 문제에",
    "이 사안",
];

/// The topics in a document, ordered by span.
pub(crate) fn find(document: &Document, settings: &Settings) -> Vec<TopicMention> {
    let topics = &*settings.topics;
    let hits = topics.matcher.hits(&document.text);
    let leaders = leaders::of(document, settings);
    let mut found: Vec<TopicMention> = Vec::new();
    let mut before: Vec<TopicMention> = Vec::new();
    let mut next = 0;
    for (number, sentence) in (0_u32..).zip(&document.sentences) {
        let (start, end) = (sentence.span.start as usize, sentence.span.end as usize);
        next += hits[next..].partition_point(|hit| hit.start < start);
        let length = hits[next..].partition_point(|hit| hit.start < end);
        let inside = &hits[next..next + length];
        let mut here = Vec::new();
        if matches!(sentence.role, Role::Title | Role::Body | Role::Summary | Role::Caption | Role::Deck) {
            here = in_sentence(document, settings, number, inside, &leaders, &before);
            if here.is_empty() {
                here = echo(document, number, &before);
            }
        }
        before = if sentence.role == Role::Title { Vec::new() } else { here.clone() };
        found.append(&mut here);
    }
    found.sort_by(|a, b| (a.span, &a.topic).cmp(&(b.span, &b.topic)));
    found
}

/// The topics of one sentence.
fn in_sentence(
    document: &Document,
    settings: &Settings,
    number: u32,
    hits: &[Hit<'_, Cue>],
    leaders: &leaders::Leaders,
    before: &[TopicMention],
) -> Vec<TopicMention> {
    let topics = &*settings.topics;
    let sentence = document.sentences[number as usize].span;
    let goes_on = number > 0
        && document.sentences[number as usize - 1].paragraph == document.sentences[number as usize].paragraph;
    let mut by_topic: BTreeMap<u32, (Vec<Hit<'_, Cue>>, Vec<Span>)> = BTreeMap::new();
    for hit in hits {
        for cue in hit.meanings {
            let end = match &cue.then {
                None => Some(cues::word_end(&document.text, hit.end)),
                Some(then) => cues::goes_on(&document.text[..sentence.end as usize], hit.end, then),
            };
            let Some(end) = end else { continue };
            let (good, bad) = by_topic.entry(cue.topic).or_default();
            let span = Span::new(hit.start, end);
            let counts = match cue.needs {
                Needs::Nothing => true,
                Needs::Leader => leaders.beside(&document.text, number, span),
                Needs::Leaders => leaders.between(number),
                Needs::Before => {
                    let opens =
                        !document.text[sentence.start as usize..hit.start].contains(char::is_alphanumeric);
                    goes_on && opens && before.iter().any(|m| m.topic == topics.key(cue.topic))
                }
                Needs::Exception => {
                    bad.push(span);
                    false
                }
            };
            if counts && !(topics.names_country(cue.topic) && in_title(document, settings, span)) {
                good.push(Hit { start: hit.start, end, meanings: std::slice::from_ref(cue) });
            }
        }
    }
    let mut found = Vec::new();
    for (topic, (good, bad)) in by_topic {
        let good =
            good.into_iter().filter(|hit| !bad.iter().any(|bad| bad.overlaps(Span::new(hit.start, hit.end))));
        for hit in leftmost_longest(good) {
            let span = Span::new(hit.start, hit.end);
            let surface = span.of(&document.text).unwrap_or_default();
            let (rule, confidence) = match hit.meanings.first().map(|cue| cue.needs) {
                Some(Needs::Leader) => ("word-beside-leader", 75),
                Some(Needs::Leaders) => ("leaders-elsewhere", 70),
                Some(Needs::Before) => ("goes-on", 60),
                _ => ("topic-word", 90),
            };
            let why = Why::rule(rule, surface, confidence);
            found.push(TopicMention { sentence: number, span, topic: topics.key(topic).to_owned(), why });
        }
    }
    found
}

/// A sentence that names no topic but goes on with “this issue” keeps those of the one before, in the
/// same paragraph.
fn echo(document: &Document, number: u32, before: &[TopicMention]) -> Vec<TopicMention> {
    let Some(previous) = number.checked_sub(1).and_then(|n| document.sentences.get(n as usize)) else {
        return Vec::new();
    };
    let sentence = &document.sentences[number as usize];
    let [first, others @ ..] = before else { return Vec::new() };
    if previous.paragraph != sentence.paragraph || others.iter().any(|other| other.topic != first.topic) {
        return Vec::new();
    }
    let words = document.sentence_text(number);
    let at =
        ECHOES.iter().find_map(|echo| words.find(echo).map(|at| (at, echo.trim_end_matches([',', '.']))));
    let Some((at, echo)) = at else { return Vec::new() };
    let start = sentence.span.start as usize + at;
    let evidence = format!("{echo}: {}", first.why.evidence);
    let why = Why::rule("goes-on", evidence, 60);
    vec![TopicMention {
        sentence: number,
        span: Span::new(start, start + echo.len()),
        topic: first.topic.clone(),
        why,
    }]
}

/// Whether the word is a country inside somebody's title: “… President”, “President X of …”, “… 대통령”.
fn in_title(document: &Document, settings: &Settings, span: Span) -> bool {
    let text = &document.text;
    // the rest of the word (“Ukrainian”, “우크라이나”), a genitive, a space
    let letter = |c: char| c.is_alphabetic() && !crate::gazetteer::script::is_han(c);
    let after = text[span.end as usize..]
        .trim_start_matches(letter)
        .trim_start_matches(['’', '\'', 's'])
        .trim_start();
    let gazetteer = &*settings.gazetteer;
    if gazetteer.title_starts(after) {
        return true;
    }
    let before = text[..span.start as usize].trim_end_matches("the ");
    let Some(before) = before.strip_suffix(" of ") else { return false };
    // “President X of”, “the President of”
    let named = document.mentions.iter().any(|mention| {
        mention.kind == readout_corpus::MentionKind::Person && mention.span.end as usize == before.len()
    });
    named || gazetteer.title_ends(before)
}

#[cfg(test)]
mod tests;
