//! Chinese in traditional characters, read as simplified: the tables and rules of this crate know one
//! script. Every letter and quotation mark is as many bytes in both, so that a mark's place in the one
//! text is its place in the other; what marks say in words is given back as the page prints it.
//!
//! Letters only: another region's word for a thing or its name for a person is a form of the gazetteer.

use std::borrow::Cow;
use std::sync::LazyLock;

use readout_corpus::{Commitment, DateMention, Document, Mention, Statement, TopicMention, Why};

use crate::ToldMeeting;
use crate::statements::Grammar;

const TABLE: &str = include_str!("../data/traditional.tsv");

/// The letters that a table row can be for.
const HAN: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// Quotation marks and small punctuation, and what the rules look for.
const MARKS: [(char, char); 8] = [
    ('「', '“'),
    ('」', '”'),
    ('『', '‘'),
    ('』', '’'),
    ('〝', '“'),
    ('〞', '”'),
    ('﹐', '，'),
    ('﹕', '：'),
];

/// The simplified letter for each of [`HAN`], itself where it has no other.
static LETTERS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut letters: Vec<char> = HAN.collect();
    for row in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = row.split('\t');
        let (Some(simplified), Some(others)) = (fields.next(), fields.next()) else { continue };
        for (letter, simplified) in others.chars().zip(simplified.chars().cycle()) {
            letters[place(letter)] = simplified;
        }
    }
    letters
});

fn place(letter: char) -> usize {
    letter as usize - *HAN.start() as usize
}

/// A text in simplified characters: as many bytes, each letter at its place.
pub(crate) fn simplified(text: &str) -> Cow<'_, str> {
    let letters = &*LETTERS;
    let simple = |c: char| match c {
        c if HAN.contains(&c) => letters[place(c)],
        c if c.len_utf8() == 3 => MARKS.iter().find(|(mark, _)| *mark == c).map_or(c, |(_, plain)| *plain),
        c => c,
    };
    // All of them begin with a byte from this one on.
    const LEAST: u8 = 0xE3;
    if text.bytes().all(|byte| byte < LEAST) || text.chars().all(|c| simple(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(simple).collect())
}

/// The two scripts of a document's text: what rules read, and what is shown.
pub(crate) struct Scripts {
    /// The text in the script that the document does not hold now; `None` where both are one.
    other: Option<String>,
}

impl Scripts {
    /// Those of a document.
    pub(crate) fn of(document: &Document) -> Self {
        let chinese = document.card.language == "zh";
        let other = chinese.then(|| simplified(&document.text)).and_then(|text| match text {
            Cow::Owned(text) => Some(text),
            Cow::Borrowed(_) => None,
        });
        Self { other }
    }

    /// Whether the document is in traditional characters.
    pub(crate) fn differ(&self) -> bool {
        self.other.is_some()
    }

    /// What a rule finds when it reads the document in simplified characters, in the words of the page.
    pub(crate) fn read<T: Worded>(
        &mut self,
        document: &mut Document,
        find: impl FnOnce(&mut Document) -> T,
    ) -> T {
        let Some(other) = &mut self.other else { return find(document) };
        std::mem::swap(&mut document.text, other);
        let mut found = find(document);
        std::mem::swap(&mut document.text, other);
        found.each_text(&mut |text| {
            // A name in Latin letters is the same in both.
            if !text.is_ascii()
                && let Some(at) = other.find(text.as_str())
            {
                document.text[at..at + text.len()].clone_into(text);
            }
        });
        found
    }
}

/// What has words that a rule may have taken from the text.
pub(crate) trait Worded {
    /// Calls `change` with each.
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String));
}

impl<T: Worded> Worded for Vec<T> {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.iter_mut().for_each(|one| one.each_text(change));
    }
}

impl Worded for String {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(self);
    }
}

impl Worded for Option<String> {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.iter_mut().for_each(change);
    }
}

impl Worded for Why {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(&mut self.evidence);
    }
}

impl Worded for Grammar {
    /// It is for the rules alone, and stays as they read it.
    fn each_text(&mut self, _change: &mut dyn FnMut(&mut String)) {}
}

impl Worded for DateMention {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.why.each_text(change);
    }
}

impl Worded for TopicMention {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.why.each_text(change);
    }
}

impl Worded for Mention {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(&mut self.name);
        self.why.each_text(change);
    }
}

impl Worded for Statement {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        for names in [&mut self.speakers, &mut self.via, &mut self.about] {
            names.each_text(change);
        }
        self.why.each_text(change);
    }
}

impl Worded for ToldMeeting {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.participants.each_text(change);
        self.why.each_text(change);
    }
}

impl Worded for Commitment {
    fn each_text(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.by.each_text(change);
        self.why.each_text(change);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_marks_keep_their_places() {
        let check = |text: &str, expect: &str| {
            assert_eq!(simplified(text), expect);
            let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            assert_eq!(places(text), places(expect), "{text}");
        };
        check("外交部長說：「雙方應對話。」", "外交部长说：“双方应对话。”");
        check("國務卿會見總統，發表聲明", "国务卿会见总统，发表声明");
        check("吳釗燮、蕭美琴、顧立雄", "吴钊燮、萧美琴、顾立雄");
        check("外交部长说：“双方应对话。”", "外交部长说：“双方应对话。”");
        check("The talks, 2024", "The talks, 2024");
    }

    #[test]
    fn a_page_in_traditional_characters_has_the_marks_of_one_in_simplified_and_its_own_words() {
        let text = "兩國外長談橋樑\n\n2023年11月6日，國務卿布林肯在北京同外交部長王毅舉行會談。\n\n王毅表示，橋樑很長，雙方應當維護。\n\n甲乙麗強調，橋樑很美。\n";
        let reading = crate::read("talks.txt", text.as_bytes());
        let prepared = crate::prepare_document(&reading.documents[0], &crate::Settings::builtin());
        let document = prepared.document;
        assert!(text.starts_with(document.card.title.as_str()) && document.text.contains("橋樑很美"));
        let said: Vec<(u32, &str)> =
            document.statements.iter().map(|s| (s.sentence, s.speakers[0].as_str())).collect();
        assert_eq!(said, [(2, "Wang Yi"), (3, "甲乙麗")]);
        assert_eq!(document.statements[1].why.evidence, "強調");
        assert_eq!(prepared.meetings[0].participants, ["Antony Blinken", "Wang Yi"]);
    }

    #[test]
    fn the_table_gives_each_letter_one_simplified_letter_that_stands_for_itself() {
        for row in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (one, others) = row.split_once('\t').unwrap_or_default();
            assert_eq!(one.chars().count(), 1, "{row}");
            assert_eq!(simplified(one), one, "{row}");
            for letter in others.chars() {
                assert_eq!(simplified(&letter.to_string()), one, "{row}");
            }
        }
    }
}
