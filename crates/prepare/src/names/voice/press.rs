//! How the press reports what others said.

use readout_corpus::Document;

/// Letters around a day of the week in which its date would stand.
const NEAR_DAY: usize = 16;

/// Words by which a report shows that it only passes on what others said.
const REPORTS: &[&str] = &[
    ", according to",
    "According to",
    "told reporters",
    " to reporters",
    " he said.",
    " she said.",
    " he added.",
    " she added.",
    "condition of anonymity",
    " social media",
    "the White House said",
    "said in a statement",
    "released a readout",
    "reports citing",
    "Reporting by",
    " 기자입니다",
    "기자가 보도",
    "기자의 보도",
    "기자가 전합니다",
    "[앵커]",
    "앵커>",
    "<앵커",
    "특파원입니다",
    "기자 =",
    "电台报道",
    "据外媒报道",
    "据路透社",
    "据法新社",
    "据美联社",
    "据彭博社",
    "据韩联社",
];

/// Marks with which a report in English ends a quotation before it says whose it is.
const ATTRIBUTED: &[&str] = &[",” ", ",\" ", ",’ ", ",' ", " said, “", " said, \""];

/// What only governments call their own, as no report does.
const OF_GOVERNMENTS: &[&str] = &["Federal Chancellor ", "Federal Foreign Minister "];

/// Days of the week: official texts in English add the day of the month.
const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Whether a text reports as the press does.
pub(super) fn is_report(document: &Document) -> bool {
    let text = &document.text;
    if OF_GOVERNMENTS.iter().any(|words| text.contains(words)) {
        return false;
    }
    // “…, she said Tuesday.”
    let told = || {
        text.match_indices(" said ").any(|(at, said)| {
            let rest = &text[at + said.len()..];
            let rest = rest.strip_prefix("on ").unwrap_or(rest);
            WEEKDAYS.iter().any(|day| rest.starts_with(day))
        })
    };
    REPORTS.iter().chain(ATTRIBUTED).any(|words| text.contains(words))
        || told()
        || opens_with_weekday(document)
}

/// Whether the first sentence says when by a day of the week alone.
fn opens_with_weekday(document: &Document) -> bool {
    let Some((first, _)) = document.body().next() else { return false };
    let text = document.sentence_text(first);
    WEEKDAYS.iter().filter_map(|day| Some((text.find(day)?, day.len()))).any(|(at, length)| {
        let before = text[..at].chars().rev().take(NEAR_DAY);
        !before.chain(text[at + length..].chars().take(NEAR_DAY)).any(|c| c.is_ascii_digit())
    })
}
