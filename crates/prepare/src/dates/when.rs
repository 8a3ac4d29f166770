//! What a date's wording says, before it is known which days that is.

use readout_corpus::Interval;

/// A stretch of the calendar to count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Which way a date without a year lies from the day of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toward {
    /// The words say: before.
    Past,
    /// The words say: after.
    Future,
    /// The sentence around decides.
    Context,
}

/// A part of a month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Early,
    Late,
    FirstHalf,
    SecondHalf,
}

/// The wording of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    /// Written in full: nothing to resolve.
    Days(Interval),
    /// A month and a day, to another day of it or of another month.
    MonthDay { month: u8, day: u8, to: Option<(u8, u8)>, year: Option<i32>, toward: Toward },
    /// A month and a day of a year that counts from the report's.
    DayOfRelativeYear { month: u8, day: u8, to: Option<(u8, u8)>, year: i32 },
    /// A day of a month that is not named; `month` counts from the report's month.
    DayOfMonth { day: u8, to: Option<u8>, month: Option<i32>, toward: Toward },
    /// A month; `year` counts from the report's year.
    Month { month: u8, year: Option<i32>, toward: Toward },
    /// A month to another one of the same or the next year.
    Months { month: u8, to: u8 },
    /// A season that begins in this month; `by` counts from the report's year.
    Season { first: u8, by: i32 },
    /// A weekday (0 is Monday), to another one.
    Weekday { day: u8, to: Option<u8>, toward: Toward, strict: bool },
    /// Units before or after the report's: “last month” is one month back.
    Shift { by: i32, unit: Unit, part: Part },
    /// Years that count from the report's (“this year and next”).
    Years { from: i32, to: i32 },
    /// Days from a day that the text named shortly before, else from the day that the report is
    /// about: “the same day”, “이날”, “전날”.
    FromNamed { by: i32 },
    /// Days from a day that the words before name: “전날부터 이틀”.
    Stretch { from: Box<When>, days: u8 },
    /// Days up to the arrival that the same sentence dates: “after two days in …”.
    StayBefore { days: u8 },
    /// A number of units ago.
    Ago { count: u16, unit: Unit },
    /// The units up to the report: “the past 25 years”.
    Past { count: u16, unit: Unit },
    /// An anniversary of something that the text dates, or not.
    Anniversary { count: u16 },
}
