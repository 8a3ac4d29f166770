//! Finds the speaker labels of a transcript: “PRESIDENT X: …”, “X: …”, “Q  …”. Whoever is named so
//! speaks on until the next label. A text with a colon here and there is no transcript.

use std::collections::BTreeMap;

use readout_corpus::{Document, MentionKind, Span};

use super::cast::Cast;
use super::chinese;
use super::own_words;
use super::subjects::is_office;
use crate::gazetteer::script::{is_han, is_hangul};
use crate::{Settings, names};

/// A label may have this many bytes and words.
const LONGEST: usize = 140;
const MOST_WORDS: usize = 16;

/// How those are labelled who ask, and how they are described.
const NAMELESS: &[(&str, &str)] = &[
    ("q", "unnamed journalist"),
    ("question", "unnamed journalist"),
    ("journalist", "unnamed journalist"),
    ("reporter", "unnamed journalist"),
    ("press", "unnamed journalist"),
    ("moderator", "unnamed moderator"),
    ("host", "unnamed host"),
    ("presenter", "unnamed presenter"),
    ("speaker", "unnamed speaker"),
    ("interpreter", "unnamed interpreter"),
];
/// How those who ask are labelled in Chinese, by the label's end (“某社记者：”).
const ASKING: &[&str] = &["记者", "记者问", "提问", "问", "主持人", "媒体"];
/// The longest label in Chinese, in characters.
const LONGEST_CHINESE: usize = 16;
/// How an answer is labelled where only the question has a name.
const ANSWERS: &[&str] = &["a", "answer", "答"];
/// Small words inside a label.
const SMALL: &[&str] = &["of", "the", "for", "and", "de", "von", "van", "al", "bin", "to"];

/// A label, with the speaker that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// Canonical names, or how somebody without a name is described; several only of what they say together (“A
    /// and B issued the following statement:”).
    pub(crate) speakers: Vec<String>,
    /// The label in the text (bytes), without its colon; none where the title says whose words follow.
    pub(crate) span: Option<Span>,
}

/// The labels of a transcript by sentence; empty for any other text.
pub(crate) fn of(document: &Document, settings: &Settings, cast: &Cast) -> BTreeMap<u32, Label> {
    let mut found: BTreeMap<u32, Label> = BTreeMap::new();
    let mut answers: Vec<(u32, Span)> = Vec::new();
    for (number, sentence) in document.body() {
        let Some(words) = printed(document.sentence_text(number)) else { continue };
        let start = sentence.span.start as usize;
        let span = Span::new(start, start + words.len());
        if ANSWERS.contains(&words.to_lowercase().as_str()) {
            answers.push((number, span));
        } else if let Some(speaker) = speaker(document, settings, cast, number, words) {
            found.insert(number, Label { speakers: vec![speaker], span: Some(span) });
        }
    }
    // “A:” is the one whom the labels name, where only one is, else the one whom the title names:
    // “外交部发言人…答记者问”.
    let mut named =
        found.values().flat_map(|label| &label.speakers).filter(|name| !name.starts_with("unnamed "));
    let only = named.next().filter(|one| named.all(|name| name == *one)).cloned();
    let answering = || only.or_else(|| own_words::only_person(document, 0).map(|m| m.name.clone()));
    if !answers.is_empty()
        && let Some(speaker) = answering()
    {
        let label = |span| Label { speakers: vec![speaker.clone()], span: Some(span) };
        found.extend(answers.into_iter().map(|(number, span)| (number, label(span))));
    }
    if found.len() < 2 && !found.first_key_value().is_some_and(|(&at, _)| own_words::behind(document, at)) {
        return own_words::find(document, settings).into_iter().collect();
    }
    found
}

/// What a Korean report lets somebody say in brackets (“[X 대통령 : …]”) or quoted below a line that announces it
/// (“녹취> X / 대통령”), by sentence; only the first of what stands in brackets has the label itself.
pub(crate) fn sound_bites(document: &Document) -> BTreeMap<u32, Label> {
    let mut found = BTreeMap::new();
    if document.card.language != "ko" {
        return found;
    }
    const BRACKET: &[char] = &[']'];
    const ROUND: &[char] = &[')'];
    const QUOTE: &[char] = &['"', '”'];
    let mut going_on: Option<(Label, &[char])> = None;
    let mut announced: Option<Label> = None;
    let mut paragraph = 0;
    for (number, sentence) in document.body() {
        let text = document.sentence_text(number);
        let start = sentence.span.start as usize;
        let goes_on = std::mem::replace(&mut paragraph, sentence.paragraph) == sentence.paragraph;
        let last = going_on.take().filter(|_| goes_on);
        let last = last.map(|(label, end)| (Label { span: None, ..label }, end));
        let below = announced.take().and_then(|label| match text.chars().next()? {
            '"' | '“' => Some((label, QUOTE)),
            '(' => Some((label, ROUND)),
            _ => None,
        });
        let quoted = || bite_behind_kind(document, start, text).map(|label| (label, QUOTE));
        let bracketed = bite_label(document, start, text).map(|label| (label, BRACKET));
        let label = bracketed.or_else(quoted).or(below).or(last);
        if let Some((label, end)) = label {
            going_on = (!text.trim_end_matches('.').ends_with(end)).then(|| (label.clone(), end));
            found.insert(number, label);
        } else {
            announced = announcement(document, start, text);
        }
    }
    found
}

/// The words behind a mark of what kind of recording follows (“녹취> …”, “<녹취> …”, “sync>…”).
fn behind_kind(text: &str) -> Option<(&str, &str)> {
    const KIND: usize = 16;
    let (kind, rest) = text.split_once('>').filter(|(kind, _)| (1..=KIND).contains(&kind.len()))?;
    let word = kind.strip_prefix('<').unwrap_or(kind);
    word.chars().all(|c| is_hangul(c) || c.is_ascii_lowercase()).then_some((kind, rest))
}

/// Who is quoted behind such a mark, a name and a colon: “<녹취> X(대통령) : "…"”.
fn bite_behind_kind(document: &Document, start: usize, text: &str) -> Option<Label> {
    let (kind, rest) = behind_kind(text)?;
    let colon = rest.find(':').filter(|&colon| colon <= LONGEST)?;
    if !rest[colon + 1..].trim_start().starts_with(['"', '“']) {
        return None;
    }
    let from = start + kind.len() + '>'.len_utf8();
    let span = Span::new(from, from + colon);
    let speaker = last_person(document, span)?;
    Some(Label { speakers: vec![speaker], span: Some(span) })
}

/// Who speaks below a line such as “녹취> X / 대통령” or “[X / 대통령]”.
fn announcement(document: &Document, start: usize, text: &str) -> Option<Label> {
    const SHORT: usize = 80;
    if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let short = inside.contains('/') && text.len() <= SHORT;
        let span = Span::new(start, start + text.len());
        let speaker = short.then(|| last_person(document, span))??;
        return Some(Label { speakers: vec![speaker], span: None });
    }
    let (kind, who) = behind_kind(text)?;
    let named = who.contains('/') || (who.len() <= SHORT && !who.ends_with(['.', '다', '?']));
    let plain = named && text.len() <= LONGEST;
    let from = start + kind.len() + '>'.len_utf8();
    let speaker = plain.then(|| last_person(document, Span::new(from, start + text.len())))??;
    Some(Label { speakers: vec![speaker], span: None })
}

/// The person who is named last within a span.
fn last_person(document: &Document, span: Span) -> Option<String> {
    let first = document.mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = document.mentions[first..].iter().take_while(|mention| span.contains(mention.span));
    inside.filter(|mention| mention.kind == MentionKind::Person).last().map(|mention| mention.name.clone())
}

/// The label that opens such words: one person in it, then a colon.
fn bite_label(document: &Document, start: usize, text: &str) -> Option<Label> {
    let inside = text.strip_prefix('[')?;
    let words = &inside[..inside.find(':').filter(|&colon| colon <= LONGEST)?];
    if words.contains(']') {
        return None;
    }
    let from = start + '['.len_utf8();
    let span = Span::new(from, from + words.trim_end().len());
    let speaker = last_person(document, span)?;
    Some(Label { speakers: vec![speaker], span: Some(span) })
}

/// What is printed as a label at the head of a sentence.
fn printed(text: &str) -> Option<&str> {
    // Old transcripts give a question no colon.
    if text.strip_prefix("Q ").is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase)) {
        return Some("Q");
    }
    if let Some(label) = printed_chinese(text) {
        return Some(label);
    }
    let colon = text.find(':').filter(|&colon| colon <= LONGEST)?;
    let label = text[..colon].trim_end();
    // “CHANCELLOR X (as translated)”
    let label = label.split_once(" (").filter(|_| label.ends_with(')')).map_or(label, |(name, _)| name);
    // “X, FOREIGN MINISTER”
    let label = match label.split_once(", ") {
        Some((name, role)) if role.rsplit(' ').next().is_some_and(|r| is_office(&r.to_lowercase())) => name,
        _ => label,
    };
    let words = &text[colon + 1..];
    let spoken = words.is_empty() || words.starts_with(char::is_whitespace);
    let plain = |word: &str| {
        let small = SMALL.contains(&word.to_lowercase().as_str());
        small || word.chars().next().is_some_and(|c| c.is_uppercase() || c == '(')
    };
    let begins = label.starts_with(char::is_uppercase);
    let few = label.split_whitespace().count() <= MOST_WORDS;
    let marks =
        label.contains(['"', '“', '”', ';', ',', '?', '!']) || label.contains(|c: char| c.is_numeric());
    (spoken && begins && few && !marks && label.split_whitespace().all(plain)).then_some(label)
}

/// The same in Chinese, where words have no spaces: a few letters before a colon.
fn printed_chinese(text: &str) -> Option<&str> {
    let label = &text[..text.find(['：', ':'])?];
    let han = |c: char| is_han(c) || matches!(c, '·' | '‧');
    let short = label.chars().count() <= LONGEST_CHINESE && !label.is_empty();
    // “外长说：”: a sentence leads to a quotation.
    (short && label.chars().all(han) && !chinese::ends_with_cue(label)).then_some(label)
}

/// Who is meant by a label.
fn speaker(
    document: &Document,
    settings: &Settings,
    cast: &Cast,
    number: u32,
    words: &str,
) -> Option<String> {
    let lower = words.to_lowercase();
    if let Some((_, described)) = NAMELESS.iter().find(|(label, _)| *label == lower) {
        return Some((*described).to_owned());
    }
    let start = document.sentences.get(number as usize)?.span.start as usize;
    let span = Span::new(start, start + words.len());
    let chinese = words.chars().all(is_han);
    if chinese && ASKING.iter().any(|end| words.ends_with(end)) {
        return Some("unnamed journalist".to_owned());
    }
    let named = document.mentions.iter().rfind(|m| m.kind == MentionKind::Person && span.contains(m.span));
    if let Some(named) = named {
        return Some(named.name.clone());
    }
    // “会议强调：” is no speaker.
    if chinese {
        return None;
    }
    let titled = names::capitalised(words);
    // Somebody who is named in full elsewhere in the text comes before any other bearer of a surname.
    let surname = titled.rsplit(' ').next().unwrap_or(&titled);
    let mut bearers =
        cast.by_appearance().into_iter().filter(|name| name.rsplit(' ').next() == Some(surname));
    if let (Some(one), None) = (bearers.next(), bearers.next()) {
        return Some(one);
    }
    if let Some(name) = names::in_words(&titled, document, settings) {
        return Some(name);
    }
    let office = lower.strip_prefix("the ").unwrap_or(&lower);
    cast.office_holder(settings, office, None, &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::testing::{titled, with_names};

    fn only(label: &Label) -> &str {
        let [speaker] = label.speakers.as_slice() else { panic!("{label:?}") };
        speaker
    }

    fn check(text: &str, expect: &[(u32, &str)]) {
        check_in("en", "Title", text, expect);
    }

    fn check_in(language: &str, title: &str, text: &str, expect: &[(u32, &str)]) {
        let names = "person: Angela Merkel = Angela Merkel, Merkel, 默克尔\n\
                     person: Emmanuel Macron = Emmanuel Macron";
        let mut document = with_names(titled(title, text), names);
        document.card.language = language.to_owned();
        document.card.published = "2019-05-02".parse().ok();
        let settings = Settings::builtin();
        let cast = crate::statements::Grammar::of(&document, &settings).cast;
        let labels = of(&document, &settings, &cast);
        let got: Vec<(u32, &str)> = labels.iter().map(|(n, label)| (*n, only(label))).collect();
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn whoever_is_labelled_speaks() {
        check(
            "Angela Merkel: Welcome.\nWe have much to do.\nEmmanuel Macron: Thank you.",
            &[(1, "Angela Merkel"), (3, "Emmanuel Macron")],
        );
        check(
            "CHANCELLOR MERKEL: Welcome.\n\nPRESIDENT MACRON (as translated): Thank you.",
            &[(1, "Angela Merkel"), (2, "Emmanuel Macron")],
        );
    }

    #[test]
    fn a_label_may_stand_on_a_line_of_its_own() {
        check(
            "The two met at noon.\n\nPresident Emmanuel Macron:\n\nI am glad.\n\nAngela Merkel:\n\nSo am I.",
            &[(2, "Emmanuel Macron"), (4, "Angela Merkel")],
        );
    }

    #[test]
    fn one_label_is_enough_where_somebody_says_i() {
        check("The two met at noon.\n\nAngela Merkel: I am glad.\n\nTrade grows.", &[(2, "Angela Merkel")]);
        check("The two met at noon.\n\nAngela Merkel: trade grows.\n\nIt grew last year.", &[]);
        check("Angela Merkel: “We trade.”\n\nShe left at noon.", &[]);
    }

    #[test]
    fn a_label_may_add_the_office() {
        check(
            "Angela Merkel, Federal Chancellor: Welcome.\n\nHost: What of trade?\n\nAngela Merkel: It grows.",
            &[(1, "Angela Merkel"), (2, "unnamed host"), (3, "Angela Merkel")],
        );
        check("Angela Merkel, born in 1954: a life.\n\nTrade, road and bridge: a list.", &[]);
    }

    #[test]
    fn questions_have_no_name() {
        check(
            "QUESTION: What of trade?\nPRESIDENT MACRON: It grows.\nQ: And jobs?\nA: They follow.",
            &[
                (1, "unnamed journalist"),
                (2, "Emmanuel Macron"),
                (3, "unnamed journalist"),
                (4, "Emmanuel Macron"),
            ],
        );
    }

    #[test]
    fn chinese_labels_have_no_spaces() {
        let check = |text, expect| check_in("zh", "总理默克尔答记者问", text, expect);
        check("新闻社记者:桥长吗?\n\n默克尔：桥很长。", &[(1, "unnamed journalist"), (2, "Angela Merkel")]);
        check("问：桥长吗？\n\n答：桥很长。", &[(1, "unnamed journalist"), (2, "Angela Merkel")]);
        check("会议强调：桥很长。\n\n默克尔：桥很长。", &[]);
        check("默克尔说：“桥长。”\n\n默克尔说：“桥美。”", &[]);
    }

    #[test]
    fn what_a_korean_report_lets_somebody_say_stands_in_brackets() {
        let check = |text: &str, expect: &[(u32, &str)]| {
            let mut document = with_names(titled("회담", text), "person: Angela Merkel = 메르켈");
            document.card.language = "ko".to_owned();
            let found = sound_bites(&document);
            let found: Vec<(u32, &str)> =
                found.iter().map(|(number, label)| (*number, only(label))).collect();
            assert_eq!(found, expect, "{text}");
        };
        check("[메르켈 총리 : 다리는 길다.]\n\n다리는 길다.", &[(1, "Angela Merkel")]);
        check("[메르켈 / 총리 : 길다.\n아름답다.]\n다리다.", &[(1, "Angela Merkel"), (2, "Angela Merkel")]);
        check("[메르켈 총리 : 길다.\n\n아름답다.]", &[(1, "Angela Merkel")]);
        check(
            "녹취> 메르켈 / 총리\n\n“다리는 길다.\n아름답다.”\n\n다리는 길다.",
            &[(2, "Angela Merkel"), (3, "Angela Merkel")],
        );
        check("녹취> 메르켈 / 총리\n\n다리는 길다.", &[]);
        check("[메르켈 / 독일 총리]\n\"다리는 길다.\"\n다리다.", &[(2, "Angela Merkel")]);
        check("sync>메르켈 독일 총리\n(다리는 길다.)\n다리다.", &[(2, "Angela Merkel")]);
        check("<녹취> 메르켈(독일 총리) : \"다리는 길다.\"\n다리다.", &[(1, "Angela Merkel")]);
        check("<녹취> 메르켈(독일 총리) : 다리는 길다.", &[]);
        check("기자> 메르켈 총리는 다리를 봤다.\n\n“다리는 길다.”", &[]);
        check("[메르켈 총리] 다리 : 길다.", &[]);
        check("[사진 출처 : 신문]", &[]);
    }

    #[test]
    fn a_colon_makes_no_transcript() {
        check("Merkel named two aims: peace and trade.\nThe result: none.", &[]);
        check("Angela Merkel: a life in pictures.", &[]);
    }
}
