//! Finds the speaker labels of a transcript: “PRESIDENT X: …”, “X: …”, “Q  …”. Whoever is named so
//! speaks on until the next label. A text with a colon here and there is no transcript.

use std::collections::BTreeMap;

use readout_corpus::{Document, MentionKind, Role, Span};

use super::cast::Cast;
use crate::gazetteer::script::is_han;
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
    ("interpreter", "unnamed interpreter"),
];
/// Titles of what is one person's words from beginning to end, up to the name.
const OWN_WORDS: &[&str] = &["statement", "remarks", "speech", "address", "message", "letter", "op-ed"];
/// Words of the first person, of which such a text has one early.
const FIRST_PERSON: &[&str] = &["i", "my", "we", "our", "me", "us"];
/// Sentences that count as early.
const EARLY: usize = 6;
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
    /// Canonical name, or how somebody without a name is described.
    pub(crate) speaker: String,
    /// The label in the text (bytes), without its colon; none where the title says whose words follow.
    pub(crate) span: Option<Span>,
}

/// The labels of a transcript by sentence; empty for any other text.
pub(crate) fn of(document: &Document, settings: &Settings, cast: &Cast) -> BTreeMap<u32, Label> {
    let mut found: BTreeMap<u32, Label> = BTreeMap::new();
    let mut answers: Vec<(u32, Span)> = Vec::new();
    for (number, sentence) in (0u32..).zip(&document.sentences) {
        if sentence.role != Role::Body {
            continue;
        }
        let Some(words) = printed(document.sentence_text(number)) else { continue };
        let start = sentence.span.start as usize;
        let span = Span::new(start, start + words.len());
        if ANSWERS.contains(&words.to_lowercase().as_str()) {
            answers.push((number, span));
        } else if let Some(speaker) = speaker(document, settings, cast, number, words) {
            found.insert(number, Label { speaker, span: Some(span) });
        }
    }
    // “A:” is the one who is named, where only one is.
    let mut named = found.values().map(|label| &label.speaker).filter(|name| !name.starts_with("unnamed "));
    if let Some(one) = named.next().cloned()
        && named.all(|name| *name == one)
    {
        let label = |span| Label { speaker: one.clone(), span: Some(span) };
        found.extend(answers.into_iter().map(|(number, span)| (number, label(span))));
    } else if let Some(one) = answers.first().and_then(|_| in_title(document)) {
        // “外交部发言人…答记者问”
        let label = |span| Label { speaker: one.clone(), span: Some(span) };
        found.extend(answers.into_iter().map(|(number, span)| (number, label(span))));
    }
    if found.len() < 2 && !found.first_key_value().is_some_and(|(&at, _)| opens_speech(document, at)) {
        return one_voice(document).into_iter().collect();
    }
    found
}

/// Whether a label that has no second one is that of a speaker all the same: near the head, by a
/// person's name, and he says “I” or “we” behind it.
fn opens_speech(document: &Document, at: u32) -> bool {
    let body = || (0_u32..).zip(&document.sentences).filter(|(_, s)| s.role == Role::Body);
    let named = document.mentions.iter().any(|m| m.sentence == at && m.kind == MentionKind::Person);
    let behind = body().map(|(number, _)| number).skip_while(|&number| number < at).take(EARLY);
    let spoken: String = behind.map(|number| document.sentence_text(number)).collect();
    let own = spoken.split(|c: char| !c.is_alphabetic()).any(|word| ["I", "We", "we"].contains(&word));
    named && own && !spoken.contains(['"', '“', '„']) && body().take(EARLY).any(|(number, _)| number == at)
}

/// The one person whom the title names.
fn in_title(document: &Document) -> Option<String> {
    let mut named = document.mentions.iter().filter(|m| m.sentence == 0 && m.kind == MentionKind::Person);
    let one = named.next()?;
    named.next().is_none().then(|| one.name.clone())
}

/// The first sentence of what is one person's words from there on, and whose: as the title says
/// (“Remarks by X at …”) or a line before it (“X issued the following statement:”).
fn one_voice(document: &Document) -> Option<(u32, Label)> {
    let Some((first, label)) = titled(document) else { return announced(document) };
    // “The full text of her remarks follows:”
    let first = announcement(document).filter(|&line| line >= first).map_or(first, |line| line + 1);
    Some((first, label))
}

/// Whether the first sentence of a text says “I” outside quotation marks.
fn speaks_of_himself(document: &Document) -> bool {
    let mut body = (0_u32..).zip(&document.sentences).filter(|(_, s)| s.role == Role::Body);
    let Some((first, _)) = body.next() else { return false };
    let text = document.sentence_text(first);
    let says_i = |word: &str| matches!(word.split(['’', '\'']).next(), Some("I" | "My" | "my"));
    !text.contains(['"', '“', '„']) && text.split_whitespace().any(says_i)
}

fn announced(document: &Document) -> Option<(u32, Label)> {
    let line = announcement(document)?;
    let mut named = document.mentions.iter().filter(|m| m.sentence == line && m.kind == MentionKind::Person);
    let speaker = named.next().filter(|_| named.next().is_none())?;
    let quoted = document.sentence_text(line + 1).starts_with(['"', '“', '„', '‘']);
    (!quoted).then(|| (line + 1, Label { speaker: speaker.name.clone(), span: None }))
}

/// A line near the head after which a text follows in full.
fn announcement(document: &Document) -> Option<u32> {
    let body = (0_u32..).zip(&document.sentences).filter(|(_, s)| s.role == Role::Body).take(EARLY);
    let (line, _) = body.map(|(number, _)| (number, document.sentence_text(number))).find(|(_, text)| {
        let lower = text.to_lowercase();
        text.trim_end().ends_with(':')
            && ["the following", "full text", "released", "as follows"]
                .iter()
                .any(|word| lower.contains(word))
            && OWN_WORDS.iter().any(|word| lower.contains(word))
    })?;
    document.sentences.get(line as usize + 1).filter(|next| next.role == Role::Body).map(|_| line)
}

fn titled(document: &Document) -> Option<(u32, Label)> {
    let title = document.sentence_text(0);
    let lower = title.to_lowercase();
    // “Foreign Affairs Council: remarks by X”
    let lower = lower.rsplit(": ").find(|part| part.contains(" by ")).unwrap_or(&lower);
    let opens = OWN_WORDS.iter().any(|word| {
        let rest = lower.strip_prefix("press ").unwrap_or(lower).strip_prefix(word);
        rest.is_some_and(|rest| {
            let rest = rest.strip_prefix(" as prepared for delivery").unwrap_or(rest);
            [" by ", " from ", " of "].iter().any(|by| rest.starts_with(by))
        })
    });
    let mut named = document.mentions.iter().filter(|m| m.sentence == 0 && m.kind == MentionKind::Person);
    let speaker = named.next()?;
    let first = document.mentions.iter().filter(|m| m.kind == MentionKind::Person).map(|m| m.span).min();
    let head = first == Some(speaker.span) && named.next().is_none();
    // “President X after the talks”, and then “I am glad …”
    let own = opens || (head && speaks_of_himself(document));
    if !own {
        return None;
    }
    // “… by Mr X at the talks with Y”: X has no name that is known.
    let before = title.get(..speaker.span.start as usize).unwrap_or_default().to_lowercase();
    if [" with ", " at ", " after ", " following "].iter().any(|word| before.contains(word)) {
        return None;
    }
    // “… by X and Y” is nobody's alone.
    let after = title.get(speaker.span.end as usize..).unwrap_or_default();
    if after.starts_with(" and ") || after.starts_with(',') {
        return None;
    }
    let body =
        || (0_u32..).zip(&document.sentences).filter(|(_, s)| s.role == Role::Body).map(|(number, _)| number);
    let says_i = body().take(EARLY).any(|number| {
        let words = document.sentence_text(number).to_lowercase();
        words.split(|c: char| !c.is_alphabetic()).any(|word| FIRST_PERSON.contains(&word))
    });
    let first = body().next().filter(|_| says_i)?;
    Some((first, Label { speaker: speaker.name.clone(), span: None }))
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
    (label.chars().count() <= LONGEST_CHINESE && !label.is_empty() && label.chars().all(han)).then_some(label)
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
    let titled = capitalised(words);
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

/// “President Obama” from “PRESIDENT OBAMA”; what is printed in small letters stays.
fn capitalised(words: &str) -> String {
    if words.chars().any(char::is_lowercase) {
        return words.to_owned();
    }
    let word = |word: &str| {
        let mut first = true;
        word.chars()
            .map(|c| {
                let kept = if first { c } else { c.to_lowercase().next().unwrap_or(c) };
                first = !c.is_alphanumeric();
                kept
            })
            .collect::<String>()
    };
    words.split_whitespace().map(word).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::testing::{self, document, with_names};

    fn check(text: &str, expect: &[(u32, &str)]) {
        let names =
            "person: Angela Merkel = Angela Merkel, Merkel\nperson: Emmanuel Macron = Emmanuel Macron";
        let mut document = with_names(document(text), names);
        document.card.published = "2019-05-02".parse().ok();
        let settings = Settings::builtin();
        let cast = crate::statements::Grammar::of(&document, &settings).cast;
        let labels = of(&document, &settings, &cast);
        let got: Vec<(u32, &str)> = labels.iter().map(|(n, label)| (*n, label.speaker.as_str())).collect();
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
    fn a_title_may_say_whose_words_follow() {
        let check = |title: &str, text: &str, expect: Option<u32>| {
            let names = "person: Angela Merkel = Angela Merkel";
            let document = with_names(crate::statements::testing::titled(title, text), names);
            assert_eq!(titled(&document).map(|(number, _)| number), expect, "{title}");
        };
        check("Remarks by Chancellor Angela Merkel on trade", "We have much to do.", Some(1));
        check("Statement from Angela Merkel", "Tariffs are a tax. I oppose them.", Some(1));
        check("Council: press remarks by Angela Merkel on arrival", "We have much to do.", Some(1));
        check("Statement from Angela Merkel", "The Chancellor spoke with the president.", None);
        check("Statement by Angela Merkel and the president", "We agree.", None);
        check("Statement by the chair at the talks with Angela Merkel", "We agree.", None);
        check("Angela Merkel makes a statement", "We agree.", None);
        check("Chancellor Angela Merkel after the talks", "I’m glad that we met.\nWe go on.", Some(1));
        check("Chancellor Angela Merkel after the talks", "“I am glad,” she said.", None);
    }

    #[test]
    fn a_line_may_announce_whose_words_follow() {
        let check = |text: &str, expect: Option<u32>| {
            let document = with_names(document(text), "person: Angela Merkel = Angela Merkel");
            assert_eq!(announced(&document).map(|(number, _)| number), expect, "{text}");
        };
        check("Chancellor Angela Merkel issued the following statement:\n\nThis is a good day.", Some(2));
        check("The full text of the remarks by Angela Merkel:\n\nThis is a good day.", Some(2));
        let document = with_names(
            crate::statements::testing::titled(
                "Remarks by Angela Merkel",
                "The full text of her remarks follows:\n\nWe have much to do.",
            ),
            "person: Angela Merkel = Angela Merkel",
        );
        assert_eq!(one_voice(&document).map(|(number, _)| number), Some(2));
        check("Angela Merkel named these aims:\n\nPeace and trade.", None);
    }

    #[test]
    fn chinese_labels_have_no_spaces() {
        let check = |text: &str, expect: &[(u32, &str)]| {
            let names = "person: Angela Merkel = 默克尔";
            let mut document = with_names(testing::titled("总理默克尔答记者问", text), names);
            document.card.language = "zh".to_owned();
            let settings = Settings::builtin();
            let cast = crate::statements::Grammar::of(&document, &settings).cast;
            let labels = of(&document, &settings, &cast);
            let got: Vec<(u32, &str)> =
                labels.iter().map(|(n, label)| (*n, label.speaker.as_str())).collect();
            assert_eq!(got, expect, "{text}");
        };
        check("新闻社记者:桥长吗?\n\n默克尔：桥很长。", &[(1, "unnamed journalist"), (2, "Angela Merkel")]);
        check("问：桥长吗？\n\n答：桥很长。", &[(1, "unnamed journalist"), (2, "Angela Merkel")]);
        check("会议强调：桥很长。\n\n默克尔：桥很长。", &[]);
    }

    #[test]
    fn a_colon_makes_no_transcript() {
        check("Merkel named two aims: peace and trade.\nThe result: none.", &[]);
        check("Angela Merkel: a life in pictures.", &[]);
    }
}
