//! Calendar days and intervals of them. Times of day and zones do not reach the corpus: a meeting
//! has the day that its account gives it.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};
use time::{Date, Month};

/// Julian day number of 1970-01-01.
const EPOCH: i32 = 2_440_588;

/// English names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar day of the proleptic Gregorian calendar, as days since 1970-01-01.
///
/// Shown and parsed as ISO 8601 (`2017-11-22`). Years −9999 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(i32);

/// A day that no calendar has, or that is not written as `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a day; write it as 2017-11-22")]
pub struct DayError(String);

impl Day {
    /// The day with this year, month (1–12) and day of the month (1–31), if there is one.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        Date::from_calendar_date(year, month, day).ok().map(Self::from)
    }

    /// The day `days` after 1970-01-01, if the calendar reaches it.
    pub fn from_epoch_days(days: i32) -> Option<Self> {
        Date::from_julian_day(days.checked_add(EPOCH)?).ok().map(Self::from)
    }

    /// Days since 1970-01-01.
    pub fn epoch_days(self) -> i32 {
        self.0
    }

    /// Whether the calendar has it; a value read from foreign bytes may be out of range.
    pub fn is_valid(self) -> bool {
        self.0.checked_add(EPOCH).is_some_and(|julian| Date::from_julian_day(julian).is_ok())
    }

    /// The same day as a calendar date; the nearest one where it is out of range.
    pub fn date(self) -> Date {
        let nearest = if self.0 < 0 { Date::MIN } else { Date::MAX };
        self.0.checked_add(EPOCH).and_then(|julian| Date::from_julian_day(julian).ok()).unwrap_or(nearest)
    }

    /// Year, month (1–12) and day of the month (1–31).
    pub fn ymd(self) -> (i32, u8, u8) {
        let (year, month, day) = self.date().to_calendar_date();
        (year, u8::from(month), day)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// The day `days` later (earlier where negative), held inside the calendar.
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days)).date().into()
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date.to_julian_day() - EPOCH)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let parse = || {
            let (year, rest) = text.split_at_checked(4)?;
            let rest = rest.strip_prefix('-')?;
            let (month, day) = rest.split_once('-')?;
            let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
            if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
                return None;
            }
            Self::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        };
        parse().ok_or_else(|| DayError(text.to_owned()))
    }
}

/// Days from `from` to `to`, both included; `from` is never after `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

impl fmt::Display for Interval {
    /// `2017-11-22`, or `2017-11-20 to 2017-11-22`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.from == self.to {
            true => self.from.fmt(f),
            false => write!(f, "{} to {}", self.from, self.to),
        }
    }
}

impl Interval {
    /// The days between the two, in either order.
    pub fn new(a: Day, b: Day) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// A single day.
    pub fn day(day: Day) -> Self {
        Self { from: day, to: day }
    }

    /// A whole month (1–12), if there is one.
    pub fn month(year: i32, month: u8) -> Option<Self> {
        let from = Day::from_ymd(year, month, 1)?;
        let last = Month::try_from(month).ok()?.length(year);
        Some(Self { from, to: Day::from_ymd(year, month, last)? })
    }

    /// A whole calendar year, if the calendar reaches it.
    pub fn year(year: i32) -> Option<Self> {
        Some(Self { from: Day::from_ymd(year, 1, 1)?, to: Day::from_ymd(year, 12, 31)? })
    }

    /// Whether the two share a day.
    pub fn overlaps(self, other: Interval) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Number of days, at least 1.
    pub fn days(self) -> u32 {
        self.to.0.saturating_sub(self.from.0).unsigned_abs().saturating_add(1)
    }

    /// The smallest interval that holds both.
    pub fn join(self, other: Interval) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_and_write_as_iso_dates() {
        let check = |text: &str, expect: Option<(i32, u8, u8)>| {
            let day = text.parse::<Day>();
            assert_eq!(day.as_ref().ok().map(|d| d.ymd()), expect, "{text}");
            if let Ok(day) = day {
                assert_eq!(day.to_string(), text);
                assert_eq!(Day::from_epoch_days(day.epoch_days()), Some(day));
            }
        };
        check("1970-01-01", Some((1970, 1, 1)));
        check("2017-11-22", Some((2017, 11, 22)));
        check("2020-02-29", Some((2020, 2, 29)));
        check("2021-02-29", None);
        check("2017-1-2", None);
        check("2017-11-222", None);
        check("été", None);
        check("", None);
    }

    #[test]
    fn the_epoch_is_day_zero() {
        assert_eq!(Day::from_ymd(1970, 1, 1).map(Day::epoch_days), Some(0));
    }

    #[test]
    fn foreign_numbers_never_leave_the_calendar() {
        for days in [i32::MIN, i32::MAX, 5_000_000] {
            assert!(!Day(days).is_valid());
            assert!(Day(days).date() == Date::MIN || Day(days).date() == Date::MAX);
        }
        assert!(Day(0).is_valid());
    }

    #[test]
    fn intervals_know_months_and_years() {
        let feb = Interval::month(2020, 2).unwrap();
        assert_eq!(
            (feb.from.to_string().as_str(), feb.to.to_string().as_str()),
            ("2020-02-01", "2020-02-29")
        );
        assert_eq!(Interval::year(2021).unwrap().days(), 365);
        assert!(Interval::month(2020, 13).is_none());
        assert!(feb.overlaps(Interval::year(2020).unwrap()));
        assert!(!feb.overlaps(Interval::year(2021).unwrap()));
    }
}
