//! Anniversaries: when they fall, from the year that their own sentence gives, or from the year of
//! the founding that another place in the document fixes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use readout_corpus::Interval;
use regex::Regex;

/// Words of a founding.
static FOUNDING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(r"(?i)\b(?:establish|found|normali[sz]|formal|sign|independence|diplomatic\s(?:ties|relations))\w*|建交|成立|建立|正常化|수교|수립|창설|설립|정상화"))
        .expect("the pattern is constant, and tests use it")
});

/// Words that put an anniversary ahead of the report, where no year is given.
static COMING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(
        r"(?i)\b(?:upcoming|coming|ahead\sof|prepar\w+\sfor|approach\w*)\b|即将|迎来|앞두|맞이할",
    ))
    .expect("the pattern is constant, and tests use it")
});

/// How far from the report an anniversary may fall (years) when it is worked out from a founding.
const NEAR: i32 = 3;

/// What the document fixes about foundings.
#[derive(Debug, Default)]
pub(super) struct Foundings {
    years: Vec<i32>,
    /// Anniversaries whose year is known, by their number.
    known: BTreeMap<u16, i32>,
}

impl Foundings {
    /// Notes a year that a sentence about a founding names.
    pub(super) fn note(&mut self, sentence: &str, days: Interval) {
        let year = days.from.year();
        if days.to.year() == year && FOUNDING.is_match(sentence) && !self.years.contains(&year) {
            self.years.push(year);
        }
    }

    /// Notes an anniversary whose year is known.
    pub(super) fn settle(&mut self, count: u16, year: i32) {
        self.known.entry(count).or_insert(year);
    }

    /// The year of an anniversary, and why.
    pub(super) fn year_of(&self, count: u16, sentence: &str, report: i32) -> Option<(i32, String, u8)> {
        if let Some(year) = self.known.get(&count) {
            return Some((*year, format!("another mention puts it in {year}"), 85));
        }
        let from_founding = self.years.iter().map(|founded| (founded, founded + i32::from(count)));
        if let Some((founded, year)) = from_founding
            .filter(|(_, year)| (year - report).abs() <= NEAR)
            .min_by_key(|(_, year)| (year - report).abs())
        {
            return Some((year, format!("{founded} and {count} years"), 88));
        }
        (!COMING.is_match(sentence))
            .then(|| (report, "the year of the report; no other is given".to_owned(), 45))
    }
}
