//! What a page says without the app, in the language of its corpus. What the app says is in the app.

use readout_corpus::{Day, Language, MONTHS};

/// Headings and sentences of the plain lists, in one language.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) meetings: &'static str,
    pub(super) documents: &'static str,
    pub(super) date: &'static str,
    pub(super) place: &'static str,
    pub(super) participants: &'static str,
    pub(super) accounts: &'static str,
    pub(super) title: &'static str,
    pub(super) source: &'static str,
    pub(super) published: &'static str,
    /// Before the number of meetings that are not listed, and after it.
    pub(super) more_meetings: [&'static str; 2],
    /// The same for documents.
    pub(super) more_documents: [&'static str; 2],
    /// Describes a corpus without a description.
    pub(super) description: &'static str,
    /// Between two days, for “to”.
    pub(super) to: &'static str,
    day: fn(i32, u8, u8) -> String,
}

impl Words {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Korean => &KOREAN,
            Language::Chinese => &CHINESE,
            Language::French => &FRENCH,
        }
    }

    /// A day, written out.
    pub(super) fn day(&self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        (self.day)(year, month, day)
    }
}

const ENGLISH: Words = Words {
    meetings: "Meetings",
    documents: "Documents",
    date: "Date",
    place: "Place",
    participants: "Participants",
    accounts: "Accounts",
    title: "Title",
    source: "Source",
    published: "Published",
    more_meetings: ["… and ", " more meetings, which the explorer shows."],
    more_documents: ["… and ", " more documents, which the explorer shows."],
    description: "Who said what, when, in whose words, and what the other account left out.",
    to: " to ",
    day: |year, month, day| format!("{day} {} {year}", MONTHS[usize::from(month) - 1]),
};

const KOREAN: Words = Words {
    meetings: "회담",
    documents: "문서",
    date: "날짜",
    place: "장소",
    participants: "참석자",
    accounts: "기록",
    title: "제목",
    source: "출처",
    published: "발행일",
    more_meetings: ["… 이 밖의 회담 ", "건은 탐색기에서 볼 수 있습니다."],
    more_documents: ["… 이 밖의 문서 ", "건은 탐색기에서 볼 수 있습니다."],
    description: "누가 언제 무엇을 누구의 말로 전했는지, 다른 기록에는 무엇이 빠졌는지 보여 줍니다.",
    to: " ~ ",
    day: |year, month, day| format!("{year}년 {month}월 {day}일"),
};

const CHINESE: Words = Words {
    meetings: "会谈",
    documents: "文件",
    date: "日期",
    place: "地点",
    participants: "参与者",
    accounts: "记述",
    title: "标题",
    source: "来源",
    published: "发布日期",
    more_meetings: ["……另有", "次会谈，可在检索页面查看。"],
    more_documents: ["……另有", "份文件，可在检索页面查看。"],
    description: "谁在何时说了什么，出自谁之口，另一份记述又略去了什么。",
    to: "至",
    day: |year, month, day| format!("{year}年{month}月{day}日"),
};

const FRENCH: Words = Words {
    meetings: "Entretiens",
    documents: "Documents",
    date: "Date",
    place: "Lieu",
    participants: "Participants",
    accounts: "Comptes rendus",
    title: "Titre",
    source: "Source",
    published: "Publication",
    more_meetings: ["… et ", " autres entretiens, que montre l’explorateur."],
    more_documents: ["… et ", " autres documents, que montre l’explorateur."],
    description: "Qui a dit quoi, quand, dans les mots de qui, et ce que l’autre compte rendu passe sous silence.",
    to: " – ",
    day: |year, month, day| {
        let first = if day == 1 { "er" } else { "" };
        format!("{day}{first} {} {year}", MOIS[usize::from(month) - 1])
    },
};

const MOIS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_in_a_newspaper() {
        let check = |language, day: &str, expect: &str| {
            assert_eq!(Words::of(language).day(day.parse().unwrap()), expect);
        };
        check(Language::English, "2017-11-22", "22 November 2017");
        check(Language::Korean, "2017-11-02", "2017년 11월 2일");
        check(Language::Chinese, "2017-11-02", "2017年11月2日");
        check(Language::French, "2017-12-31", "31 décembre 2017");
        check(Language::French, "2018-01-01", "1er janvier 2018");
    }
}
