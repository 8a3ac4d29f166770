//! Every word that the app itself says, in each of its languages. What documents say stays as it is.
//!
//! [`Messages`] has a field for each message and every language fills it in: what one lacks does not
//! compile. A view takes [`Words`] from the state and says `words.timeline`,
//! `words.count(words.documents, 5)` or `words.fill(words.told_by, &[name])`. How a language writes
//! numbers, dates and lists is asked of [`Formats`]: in the page the browser answers.

mod en;
mod fill;
mod formats;
mod fr;
mod ko;
mod messages;
mod names;
mod zh;

use core::ops::Deref;

use readout_corpus::{Day, Interval, Language};

pub use fill::{Part, parts};
pub use formats::{Formats, Grain, Plain};
pub use messages::{Counted, Messages, Text};

/// One language, ready to speak. Copied freely.
#[derive(Clone, Copy)]
pub struct Words {
    /// Which language.
    pub language: Language,
    formats: &'static dyn Formats,
}

impl Deref for Words {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        match self.language {
            Language::English => &en::MESSAGES,
            Language::Korean => &ko::MESSAGES,
            Language::Chinese => &zh::MESSAGES,
            Language::French => &fr::MESSAGES,
        }
    }
}

impl Words {
    /// A language, written as `formats` says.
    pub fn new(language: Language, formats: &'static dyn Formats) -> Self {
        Self { language, formats }
    }

    /// A template with its holes filled.
    pub fn fill(self, template: &str, holes: &[&str]) -> String {
        fill::fill(template, holes)
    }

    /// A number with what it counts: `1 document`, `5 documents`, `1,390 documents`.
    pub fn count(self, message: Counted, number: u64) -> String {
        self.count_with(message, number, &[])
    }

    /// The same for a message with more holes: `rest` fills them from `{1}` on.
    pub fn count_with(self, message: Counted, number: u64, rest: &[&str]) -> String {
        let digits = self.number(number);
        let mut holes = vec![digits.as_str()];
        holes.extend(rest);
        self.fill(self.form(message, number), &holes)
    }

    /// The form of a message for a number.
    pub fn form(self, message: Counted, number: u64) -> Text {
        if self.formats.is_one(self.language, number) { message.one } else { message.other }
    }

    /// A number, with its thousands set apart.
    pub fn number(self, number: u64) -> String {
        self.formats.number(self.language, number)
    }

    /// Names as a list: `Wang Yi and Kang Kyung-wha`.
    pub fn names<S: AsRef<str>>(self, names: &[S]) -> String {
        self.list(&names.iter().map(AsRef::as_ref).collect::<Vec<_>>())
    }

    fn list(self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            many => self.formats.list(self.language, many),
        }
    }

    /// A list of so many holes as a template, for what is more than text: `{0}, {1} and {2}`.
    pub fn list_of_holes(self, count: usize) -> String {
        self.names(&(0..count).map(|hole| format!("{{{hole}}}")).collect::<Vec<_>>())
    }

    /// A name and what it stands for: `Topic: trade`.
    pub fn labelled(self, name: &str, value: &str) -> String {
        self.fill(self.labelled, &[name, value])
    }

    /// Words in quotation marks.
    pub fn quote(self, words: &str) -> String {
        self.fill(self.quoted, &[words])
    }

    /// A day: `22 November 2017`.
    pub fn day(self, day: Day) -> String {
        self.dates(Interval::day(day), Grain::Day)
    }

    /// A day in little room: `22 Nov 2017`.
    pub fn day_short(self, day: Day) -> String {
        self.dates(Interval::day(day), Grain::ShortDay)
    }

    /// Days: `22 November 2017`, `18–20 May 2017`, `November 2017`, `2017`, `2021–2025`.
    pub fn interval(self, days: Interval) -> String {
        self.dates(days, formats::grain(days))
    }

    /// From the first to the last of some dates, as exact as the grain says.
    pub fn dates(self, days: Interval, grain: Grain) -> String {
        self.formats.dates(self.language, days, grain)
    }
}

#[cfg(test)]
mod tests;
