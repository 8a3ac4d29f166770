//! What a document says about its own day, and whether a sentence looks back or ahead.

use std::sync::LazyLock;

use readout_corpus::{Day, Document, Role};
use regex::Regex;

use super::absolute;

/// The day that a document's dates are read against, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) day: Day,
    /// What it is, in words for a reader.
    pub(super) what: &'static str,
    /// How sure it is, out of 100.
    pub(super) confidence: u8,
}

/// Sentences at a text's head in which a full date can be that of the report. One further down is
/// often of something recalled.
const HEAD: usize = 3;

/// The day of the report: its dateline, else its publication, else the first full date in its words, else
/// the last day that is named in full further down: what is recalled lies before the report.
pub(super) fn anchor(document: &Document) -> Option<Anchor> {
    let dateline = document.card.dateline.as_ref().and_then(|dateline| dateline.date);
    if let Some(day) = dateline {
        return Some(Anchor { day, what: "dateline", confidence: 92 });
    }
    if let Some(day) = document.card.published {
        return Some(Anchor { day, what: "published", confidence: 88 });
    }
    let in_text = |roles: &[Role]| {
        document
            .sentences
            .iter()
            .filter(|sentence| roles.contains(&sentence.role))
            .take(HEAD)
            .filter_map(|sentence| sentence.span.of(&document.text))
            .find_map(|text| absolute::find(text).first().map(|date| date.day))
    };
    if let Some(day) = in_text(&[Role::Body]).or_else(|| in_text(&[Role::Title, Role::Deck, Role::Summary])) {
        return Some(Anchor { day, what: "first full date in the text", confidence: 80 });
    }
    // Agencies date their pictures, which are of the day more often than not.
    if let Some(day) = in_text(&[Role::Caption]) {
        return Some(Anchor { day, what: "a picture's date", confidence: 60 });
    }
    let further_down = document.body().filter_map(|(_, sentence)| sentence.span.of(&document.text));
    let day = further_down.flat_map(absolute::find).map(|date| date.day).max()?;
    Some(Anchor { day, what: "the last full date in the text", confidence: 50 })
}

static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(r"(?i)\b(?:will|shall|plans?(?:ned)?\sto|coming\sup|would\s(?:also\s)?(?:be|meet|visit|travel|hold|attend|begin|start|resume|arrive|return|release|host|continue|come|take|speak|go)|to\sbe\sheld|(?:scheduled|expected|due|set|slated|invited|preparing|looks?\sforward)\b|going\sto|upcoming|ahead\sof|are\sto|is\sto)\b|将|定于|拟|预计|即将|예정|전망|계획|앞두|열릴|열리는|개최되는|할\s것"))
    .expect("the pattern is constant, and tests use it")
});

/// Verbs behind which a sentence tells what somebody said.
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(r"\b(?:said|says|told|added|noted|stressed)\b"))
        .expect("the pattern is constant, and tests use it")
});

/// The same in Chinese, at the end of a clause.
static SAID_BEFORE_A_BREAK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:表示|指出|强调|警告|宣布|透露|说|称|指)[，,：:]")
        .expect("the pattern is constant, and tests use it")
});

/// What is over, told of something to come.
static BACK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(
        r"(?i)\b(?:reached|signed|made|agreed|held|adopted|established|announced|issued|launched|concluded)\s(?:upon\s)?(?:during|at|in|on|by)\b",
    ))
    .expect("the pattern is constant, and tests use it")
});

/// How far before a date the words stand that make it look ahead (bytes): in any clause, and in its own.
const NEAR: usize = 110;
const FAR: usize = 180;

/// Whether the words around a date look ahead: in the clause before it, or right behind it.
pub(super) fn looks_ahead(sentence: &str, start: usize, end: usize) -> bool {
    let floor = |mut at: usize| {
        while !sentence.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    // “is scheduled to meet X in Y on Tuesday and to attend a ceremony there on Wednesday”: farther off only
    // without a comma between.
    let (near, far) = (floor(start.saturating_sub(NEAR)), floor(start.saturating_sub(FAR)));
    let clause = sentence[far..start].rfind(',').map_or(far, |comma| far + comma);
    let before = &sentence[clause.min(near)..start];
    // A clause about something else does not count: “…, who met last week, will …”.
    let clause = before.rfind([';', '；']).map_or(before, |at| &before[floor_in(before, at + 1)..]);
    let after = &sentence[end..floor((end + 60).min(sentence.len()))];
    if when_told(clause) {
        return false;
    }
    // “On Friday they will …”; but in “he said on Friday that they will …” it is he who spoke then.
    let opens = clause.split_whitespace().count() <= 1;
    let eastern = is_eastern(sentence);
    let after = if eastern {
        // “周六表示，…将…”: what is ahead is what he spoke of.
        SAID_BEFORE_A_BREAK.find(after).map_or(after, |said| &after[..said.start()])
    } else {
        let clause = after.trim_start_matches([',', ' ']).split([',', ';']).next().unwrap_or_default();
        SAID.find(clause).map_or(clause, |said| &clause[..said.start()])
    };
    let ahead = AHEAD.find_iter(clause).last();
    // “… will discuss the agreements reached in April”
    let back = ahead.is_some_and(|ahead| {
        let rest = &clause[ahead.end()..];
        BACK.find(rest).is_some_and(|found| rest[..found.start()].split_whitespace().count() > 1)
    });
    (ahead.is_some() && !back) || ((opens || eastern) && AHEAD.is_match(after))
}

/// Whether words lead up to the day on which something was said: “…, he posted Wednesday”.
fn when_told(before: &str) -> bool {
    const TOLD: &[&str] =
        &["said", "added", "noted", "stressed", "posted", "wrote", "tweeted", "argued", "warned", "insisted"];
    let mut words =
        before.split_whitespace().rev().skip_while(|word| matches!(*word, "on" | "late" | "early"));
    words.next().is_some_and(|word| TOLD.contains(&word)) && words.next() != Some("be")
}

fn floor_in(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// In Chinese and Korean the verb that looks ahead comes after the date.
fn is_eastern(sentence: &str) -> bool {
    sentence.chars().any(|c| crate::sentences::is_hangul(c) || crate::sentences::is_han_or_kana(c))
}
