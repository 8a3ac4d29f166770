//! Dates that are written in full, in any of the usual orders and scripts.

use std::ops::Range;
use std::sync::LazyLock;

use readout_corpus::Day;
use regex::Regex;

/// A date written in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FullDate {
    /// Where it stands (bytes).
    pub(crate) range: Range<usize>,
    /// The day.
    pub(crate) day: Day,
    /// The day that it is where day and month stand the other way round, if that can be.
    pub(crate) other: Option<Day>,
}

impl FullDate {
    /// The day: the month first where that can be, as in the United States.
    pub(crate) fn month_first(&self) -> Day {
        self.other.unwrap_or(self.day)
    }

    /// Of the two days that it can be, the one nearer to a day that is known.
    pub(crate) fn near(&self, known: Option<Day>) -> Day {
        let far = |day: Day| known.map_or(0, |known| (day.epoch_days() - known.epoch_days()).abs());
        let nearer = self.other.filter(|other| far(*other) < far(self.day));
        nearer.unwrap_or(self.day)
    }
}

/// English month names and their abbreviations, as a pattern.
pub(crate) const MONTH: &str = r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?\b\.?|July?\b\.?|Aug(?:ust|\b\.?)|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))";

static FULL: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = format!(
        r"(?x)
        \b(?<y1>[12]\d{{3}})(?:-|/|\.\x20?)(?<m1>\d{{1,2}})(?:-|/|\.\x20?)(?<d1>\d{{1,2}})(?:\b|T)
        |\b(?<a>\d{{1,2}})(?:-|/|\.)(?<b>\d{{1,2}})(?:-|/|\.)(?<y2>[12]\d{{3}})\b
        |\b(?<n3>(?i:{MONTH}))\s?(?<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(?<y3>[12]\d{{3}})\b
        |\b(?<d4>\d{{1,2}})(?:st|nd|rd|th)?(?:\s(?:of\s)?|-|/)(?<n4>(?i:{MONTH}))\.?,?(?:\s|-|/)(?<y4>[12]\d{{3}})\b
        |\b(?<y6>[12]\d{{3}})\s(?<n6>(?i:{MONTH}))\.?\s(?<d6>\d{{1,2}})\b
        |\b(?<m7>\d{{1,2}})\s?[月월]\s?(?<d7>\d{{1,2}}),\s?(?<y7>[12]\d{{3}})\b
        |(?<y5>[12]\d{{3}})\s?[年년]\s?(?<m5>\d{{1,2}})\s?[月월]\s?(?<d5>\d{{1,2}})\s?[日号號일]
        "
    );
    Regex::new(&crate::sentences::ascii_pattern(&pattern)).expect("the pattern is constant, and tests use it")
});

/// The full dates in a text, in order.
pub(crate) fn find(text: &str) -> Vec<FullDate> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    FULL.captures_iter(text)
        .filter_map(|found| {
            let range = found.get(0)?.range();
            let number = |name: &str| found.name(name).and_then(|m| m.as_str().parse::<u16>().ok());
            let small = |name: &str| number(name).and_then(|n| u8::try_from(n).ok());
            let day = |year: u16, month, day| Day::from_ymd(i32::from(year), month, day);
            let (day, other) = if let Some(year) = number("y1") {
                (day(year, small("m1")?, small("d1")?)?, None)
            } else if let Some(year) = number("y2") {
                let (a, b) = (small("a")?, small("b")?);
                // Day first, as most of the world writes, unless only the other order is a date.
                match (day(year, b, a), day(year, a, b)) {
                    (Some(first), other) => (first, other.filter(|other| *other != first)),
                    (None, other) => (other?, None),
                }
            } else if let Some(year) = number("y3") {
                (day(year, month_number(found.name("n3")?.as_str())?, small("d3")?)?, None)
            } else if let Some(year) = number("y4") {
                (day(year, month_number(found.name("n4")?.as_str())?, small("d4")?)?, None)
            } else if let Some(year) = number("y6") {
                (day(year, month_number(found.name("n6")?.as_str())?, small("d6")?)?, None)
            } else if let Some(year) = number("y7") {
                (day(year, small("m7")?, small("d7")?)?, None)
            } else {
                (day(number("y5")?, small("m5")?, small("d5")?)?, None)
            };
            Some(FullDate { range, day, other })
        })
        .collect()
}

/// The number of an English month, from its first three letters.
pub(crate) fn month_number(name: &str) -> Option<u8> {
    const NAMES: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = name.get(..3)?.to_ascii_lowercase();
    let at = NAMES.iter().position(|month| *month == start)?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates_are_read_in_every_order_and_script() {
        let check = |text: &str, expect: &[&str]| {
            let found: Vec<String> = find(text).iter().map(|date| date.day.to_string()).collect();
            assert_eq!(found, expect, "{text}");
        };
        check("2017-11-23 01:42", &["2017-11-23"]);
        check("2022 Nov. 17, Apr 27,2018 and 26 May. 2015", &["2022-11-17", "2018-04-27", "2015-05-26"]);
        check("2021-12-30T17:43:24-05:00", &["2021-12-30"]);
        check("26-11-2020 14:22 IST, 08/May/2018", &["2020-11-26", "2018-05-08"]);
        check("11/26/2020 and 26.11.2020", &["2020-11-26", "2020-11-26"]);
        check(
            "May 19, 2017; 19 May 2017; Sept. 3, 2020; 3rd of March 2021",
            &["2017-05-19", "2017-05-19", "2020-09-03", "2021-03-03"],
        );
        check("2022年11月17日，2025년 12월 29일, 2025. 12. 29.", &["2022-11-17", "2025-12-29", "2025-12-29"]);
        check("星期五, 7月 29, 2022; 5월 3, 2021", &["2022-07-29", "2021-05-03"]);
        check("2017-13-41 and Feb. 30, 2020 and 12:30", &[]);
    }

    #[test]
    fn an_order_that_may_be_either_is_said_to_be() {
        assert!(find("05-06-2020")[0].other.is_some());
        assert!(find("05-05-2020")[0].other.is_none());
        assert!(find("25-06-2020")[0].other.is_none());
        let date = &find("10/07/2024")[0];
        let near = |day: &str| date.near(day.parse().ok()).to_string();
        assert_eq!(date.month_first().to_string(), "2024-10-07");
        assert_eq!(near("2024-10-08"), "2024-10-07");
        assert_eq!(near("2024-07-11"), "2024-07-10");
        assert_eq!(date.near(None).to_string(), "2024-07-10");
    }
}
