//! Finds what is agreed, promised or planned.
//!
//! What is asked of somebody else (“should”, “needs to”, “hopes that … will”) binds nobody and is no
//! commitment. Rests on the statements: who is bound is who speaks.

use std::sync::LazyLock;

use readout_corpus::{Commitment, CommitmentKind, Document, Interval, Span, Statement, Why};

use crate::phrases::Phrases;

/// Words by which a speaker binds their own side, lower case.
const PLEDGES: &[&str] = &[
    "is willing to",
    "are willing to",
    "was willing to",
    "is ready to",
    "are ready to",
    "was ready to",
    "stands ready to",
    "stand ready to",
    "stood ready to",
    "is prepared to",
    "are prepared to",
    "would like to",
    "is committed to",
    "are committed to",
    "committed to",
    "pledged",
    "vowed",
    "promised",
    "will continue to",
    "would continue to",
    "will actively",
    "will work",
    "will further",
    "will support",
    "will provide",
    "will respond",
    "will never",
    "will always",
    "will firmly",
    "reaffirmed his commitment",
    "reaffirmed her commitment",
    "resolve to",
    "determined to",
    "undertook to",
];
const PLEDGES_ZH: &[&str] = &[
    "愿同",
    "愿与",
    "愿就",
    "愿意",
    "方愿",
    "我愿",
    "将继续",
    "将坚定",
    "将尽",
    "将为",
    "将坚持",
    "郑重承诺",
    "不寻求",
    "无意同",
    "将积极",
    "将一如既往",
];
const PLEDGES_KO: &[&str] = &[
    "용의가 있다",
    "의향이 있다",
    "용의",
    "하겠다",
    "나가겠다",
    "제공할 것",
    "지속할 것",
    "약속했",
    "다짐했",
    "할 것\"이라고",
    "할 것”이라고",
    "할 것이라고",
];
const AGREED_ZH: &[&str] = &["同意", "商定", "达成共识", "达成一致"];
const AGREED_KO: &[&str] = &[
    "합의했",
    "하기로 했",
    "뜻을 모았",
    "의견을 모았",
    "하기로 합의",
    "공보문을 발표",
    "공동성명을 채택",
    "합의문을",
    "자고 뜻을",
    "합의하고",
];
const PLANNED: &[&str] = &[
    "is scheduled to",
    "are scheduled to",
    "was scheduled to",
    "is due to",
    "are due to",
    "is set to",
    "are set to",
    "plans to",
    "plan to",
    "is expected to visit",
    "will be held",
    "will take place",
    "will convene",
    "will host",
    "will travel to",
    "is slated to",
];
const PLANNED_ZH: &[&str] = &["将举行", "将于", "计划于"];
const PLANNED_KO: &[&str] = &["예정이다", "계획이다", "예정인"];
/// Words that set a beginning, where a date to come stands beside them.
const DATED: &[&str] = &["starting", "beginning", "to be held", "scheduled for", "planned for"];
/// Asks of others, lower case: what follows them binds nobody.
const ASKS: &[&str] = &[
    "hopes",
    "hoped that",
    "hoping",
    "called on",
    "calling on",
    "urged",
    "called for",
    "needs to",
    "need to",
    "should",
    "must",
    "asked",
    "encouraged",
    "welcomed",
    "praised",
    "thanked",
    "commended",
    "whether",
];
const ASKS_ZH: &[&str] = &["希望", "应该", "应当", "双方要", "，要", "要求", "敦促", "呼吁", "必须"];

/// The commitments in a document, ordered by sentence.
pub(crate) fn find(document: &Document) -> Vec<Commitment> {
    let mut found = Vec::new();
    for (number, _) in document.body() {
        let statement = document.statements.iter().find(|s| s.sentence == number && s.content);
        let text = document.sentence_text(number).to_lowercase();
        let due = due(document, number);
        let kind = match statement {
            Some(statement) => spoken(&text, statement, due.is_some()),
            None => planned(&text),
        };
        let Some((kind, words)) = kind else { continue };
        let by = statement.map(|s| s.speakers.clone()).unwrap_or_default();
        let (rule, confidence) = match kind {
            CommitmentKind::Agreed => ("agreed-by-both", 85),
            CommitmentKind::Pledged => ("pledged-by-speaker", 75),
            CommitmentKind::Planned => ("planned", 70),
        };
        found.push(Commitment { sentence: number, kind, by, due, why: Why::rule(rule, words, confidence) });
    }
    found
}

/// What a statement binds its speakers to.
fn spoken(text: &str, statement: &Statement, dated: bool) -> Option<(CommitmentKind, &'static str)> {
    static PLEDGED: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&[PLEDGES, PLEDGES_ZH, PLEDGES_KO]));
    static ASKED: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&[ASKS, ASKS_ZH]));
    static SCHEDULED: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&[PLANNED, PLANNED_ZH]));
    static BEGINNING: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&[DATED]));
    let tables = [
        &[
            "agreed to",
            "agreed on",
            "agreed that",
            "agree to",
            "pledged",
            "committed to",
            "decided to",
            "resolved to",
            "vowed to",
        ],
        AGREED_ZH,
        AGREED_KO,
    ];
    let mut agreed = tables.into_iter().flatten().filter(|_| statement.speakers.len() > 1);
    if let Some(words) = agreed.find(|words| text.contains(**words)) {
        return Some((CommitmentKind::Agreed, words));
    }
    if statement.voice == readout_corpus::Voice::Unnamed {
        return None;
    }
    let pledge = PLEDGED.first(text).or_else(|| bare_will(text));
    let ask = ASKED.first(text).map_or(usize::MAX, |(at, _)| at);
    let plan = SCHEDULED.first(text).filter(|(at, _)| *at < ask);
    // “starting next year”: what is spoken of has its day.
    let plan = plan.or_else(|| BEGINNING.first(text).filter(|(at, _)| *at < ask && dated));
    match (pledge.filter(|(at, _)| *at < ask), plan) {
        (Some((_, words)), _) => Some((CommitmentKind::Pledged, words)),
        (None, Some((_, words))) => Some((CommitmentKind::Planned, words)),
        (None, None) => None,
    }
}

/// “The ROK will …”: a side's own future.
fn bare_will(text: &str) -> Option<(usize, &'static str)> {
    let at = text.find(" will ")?;
    let hoped =
        ["hope", "hoping", "expect", "believe", "confident"].iter().any(|word| text[..at].contains(word));
    (!hoped).then_some((at, "will"))
}

/// Outside speech, only what is scheduled.
fn planned(text: &str) -> Option<(CommitmentKind, &'static str)> {
    const OUTSIDE: &[&str] = &[
        "is scheduled to",
        "are scheduled to",
        "is due to",
        "are due to",
        "is also scheduled to",
        "are also scheduled to",
        "is set to",
        "is also due to",
        "plans to",
    ];
    static EXPECTED: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(&[OUTSIDE, PLANNED_KO]));
    EXPECTED.first(text).map(|(_, words)| (CommitmentKind::Planned, words))
}

/// The first date named in a sentence that lies after the document's own.
fn due(document: &Document, number: u32) -> Option<Interval> {
    let today =
        document.card.published.or(document.card.dateline.as_ref().and_then(|d| d.date)).or_else(|| {
            // Without a day of publication, the meeting's own: the first single day that it names.
            document.dates.iter().find(|d| d.days.days() == 1).map(|d| d.days.from)
        })?;
    let inside = |span: Span| document.sentences[number as usize].span.contains(span);
    document.dates.iter().filter(|d| inside(d.span)).map(|d| d.days).find(|days| days.to > today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;
    use crate::statements::testing::{titled, with_names};

    fn check(sentence: &str, expect: Option<CommitmentKind>) {
        let text = format!(
            "On May 2, 2019, Chancellor Angela Merkel held talks in Berlin with President Emmanuel Macron of France.\n\n{sentence}"
        );
        let names = "person: Angela Merkel = Angela Merkel, Merkel\nperson: Emmanuel Macron = Emmanuel Macron, Macron\nplace: Germany = Germany, German\nplace: France";
        let mut document = with_names(titled("Meeting", &text), names);
        document.card.side = Some("Germany".to_owned());
        document.statements = crate::stages::statements(&document, &Settings::builtin());
        let found = find(&document);
        assert_eq!(found.first().map(|c| c.kind), expect, "{sentence}");
        assert!(found.len() <= 1 && found.iter().all(|c| c.sentence == 2));
    }

    #[test]
    fn agreed_pledged_planned_and_asked_for_are_told_apart() {
        use CommitmentKind::{Agreed, Planned, Pledged};
        check("The two sides agreed to build a bridge.", Some(Agreed));
        check("Merkel said that Germany is willing to build a bridge.", Some(Pledged));
        check("Macron said that France stands ready to help.", Some(Pledged));
        check("Merkel pledged more trade.", Some(Pledged));
        check("Macron is scheduled to visit Germany in June.", Some(Planned));
        check("Merkel hopes that France will build the bridge.", None);
        check("Merkel said that both sides should build a bridge.", None);
        check("Merkel urged France to build a bridge.", None);
        check("Merkel said that the bridge had been built.", None);
        check("The bridge was built in 2003.", None);
    }
}
