//! From a date's wording to calendar days, against the day of the report.

use readout_corpus::{Day, Interval};

use super::when::{Part, Toward, Unit, When};

/// How much farther a day ahead counts than one that has been, for a month and day and for a day alone;
/// as far where the sentence looks ahead.
const AHEAD_OF_YEAR: i32 = 4;
const AHEAD_OF_MONTH: i32 = 2;

/// Months by which a month alone may lie ahead of a report that does not look ahead.
const MONTHS_AHEAD: i32 = 2;

/// What the days are counted from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Against {
    /// The day of the report.
    pub(super) report: Day,
    /// The day that “the same day” means.
    pub(super) named: Day,
    /// Whether the sentence looks ahead.
    pub(super) ahead: bool,
}

/// The days that a wording means; `None` where it cannot be said. Anniversaries and stays are
/// resolved with the rest of their document.
pub(super) fn days(when: &When, against: Against) -> Option<Interval> {
    let Against { report, named, ahead } = against;
    let (year, month, _) = report.ymd();
    match *when {
        When::Days(days) => Some(days),
        When::MonthDay { month, day, to, year, toward } => {
            let from = match year {
                Some(year) => Day::from_ymd(year, month, day)?,
                None => {
                    let ahead_counts = if ahead { 1 } else { AHEAD_OF_YEAR };
                    nearest_year(report, toward, ahead_counts, |year| Day::from_ymd(year, month, day))?
                }
            };
            through(from, to)
        }
        When::DayOfRelativeYear { month, day, to, year: by } => {
            through(Day::from_ymd(year + by, month, day)?, to)
        }
        When::DayOfMonth { day, to, month: Some(by), .. } => {
            let (year, month) = shifted_month(year, month, by);
            through(Day::from_ymd(year, month, day)?, to.map(|day| (month, day)))
        }
        When::DayOfMonth { day, to, month: None, toward } => {
            let from = nearest_month(report, toward, if ahead { 1 } else { AHEAD_OF_MONTH }, day)?;
            through(from, to.map(|day| (from.ymd().1, day)))
        }
        When::Month { month: m, year: Some(by), .. } => Interval::month(year + by, m),
        When::Month { month: m, year: None, toward } => {
            let months_ahead = (i32::from(m) - i32::from(month)).rem_euclid(12);
            let next = year + i32::from(m < month);
            let found = match towards(toward, ahead) {
                Toward::Future => next,
                Toward::Context if months_ahead <= MONTHS_AHEAD => next,
                // “Last May”, in May, is a year ago.
                Toward::Past if months_ahead == 0 => year - 1,
                _ => year - i32::from(m > month),
            };
            Interval::month(found, m)
        }
        When::Months { month, to } => {
            // It is the end that lies near the report.
            let last = days(&When::Month { month: to, year: None, toward: Toward::Context }, against)?;
            let year = last.from.year() - i32::from(to < month);
            Some(Interval::month(year, month)?.join(last))
        }
        When::Season { first, by } => {
            // Until summer “this winter” is the one that began in the year before.
            let began = i32::from(first == 12 && (month <= 2 || (by == 0 && month <= 5)));
            season(year + by - began, first)
        }
        When::Weekday { day, to, toward, strict } => {
            let weekday = i32::from(report.date().weekday().number_days_from_monday());
            let back = (weekday - i32::from(day)).rem_euclid(7);
            let from = match towards(toward, ahead) {
                Toward::Future if strict && back == 0 => report.plus(7),
                Toward::Future => report.plus((7 - back) % 7),
                _ if strict && back == 0 => report.plus(-7),
                _ => report.plus(-back),
            };
            let length = to.map_or(0, |to| (i32::from(to) - i32::from(day)).rem_euclid(7));
            Some(Interval::new(from, from.plus(length)))
        }
        When::Shift { by, unit, part } => {
            let whole = match unit {
                Unit::Day => Interval::day(report.plus(by)),
                Unit::Week => {
                    let monday = -i32::from(report.date().weekday().number_days_from_monday());
                    Interval::new(report.plus(monday + 7 * by), report.plus(monday + 7 * by + 6))
                }
                Unit::Month => {
                    let (year, month) = shifted_month(year, month, by);
                    Interval::month(year, month)?
                }
                Unit::Year => Interval::year(year + by)?,
            };
            Some(part_of(whole, part))
        }
        When::Years { from, to } => Some(Interval::year(year + from)?.join(Interval::year(year + to)?)),
        When::FromNamed { by } => Some(Interval::day(named.plus(by))),
        When::Stretch { ref from, days: count } => {
            let from = days(from, against)?.from;
            Some(Interval::new(from, from.plus(i32::from(count) - 1)))
        }
        When::Ago { count, unit } => {
            let count = i32::from(count);
            match unit {
                Unit::Day => Some(Interval::day(report.plus(-count))),
                Unit::Week => Some(Interval::day(report.plus(-7 * count))),
                Unit::Month => {
                    let (year, month) = shifted_month(year, month, -count);
                    Interval::month(year, month)
                }
                Unit::Year => Interval::year(year - count),
            }
        }
        When::Past { count, unit } => {
            let count = i32::from(count);
            match unit {
                Unit::Day => Some(Interval::new(report.plus(-count), report)),
                Unit::Week => Some(Interval::new(report.plus(-7 * count), report)),
                Unit::Month => {
                    let (y, m) = shifted_month(year, month, -count);
                    Some(Interval::month(y, m)?.join(Interval::month(year, month)?))
                }
                Unit::Year => Some(Interval::year(year - count)?.join(Interval::year(year)?)),
            }
        }
        When::StayBefore { .. } | When::Anniversary { .. } => None,
    }
}

/// The three months of a season that begins in this month of a year.
pub(super) fn season(year: i32, first: u8) -> Option<Interval> {
    let (last_year, last) = shifted_month(year, first, 2);
    Some(Interval::month(year, first)?.join(Interval::month(last_year, last)?))
}

/// A part of a month or year, as far as the words go.
pub(super) fn part_of(whole: Interval, part: Part) -> Interval {
    let months = whole.days() > 31;
    let (year, month, _) = whole.from.ymd();
    let cut = |from: u8, to: u8| {
        let ends = Interval::month(year, from).zip(Interval::month(year, to));
        ends.map_or(whole, |(first, last)| first.join(last))
    };
    match part {
        Part::Whole => whole,
        Part::Early if months => cut(1, 4),
        Part::Late if months => cut(11, 12),
        Part::FirstHalf if months => cut(1, 6),
        Part::SecondHalf if months => cut(7, 12),
        Part::Early | Part::FirstHalf => Interval::new(whole.from, whole.from.plus(9)),
        Part::Late | Part::SecondHalf => {
            Interval::new(Day::from_ymd(year, month, 20).unwrap_or(whole.from), whole.to)
        }
    }
}

fn towards(toward: Toward, ahead: bool) -> Toward {
    match toward {
        Toward::Context if ahead => Toward::Future,
        toward => toward,
    }
}

fn shifted_month(year: i32, month: u8, by: i32) -> (i32, u8) {
    let months = year * 12 + i32::from(month) - 1 + by;
    (months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1))
}

fn through(from: Day, to: Option<(u8, u8)>) -> Option<Interval> {
    let Some((month, day)) = to else { return Some(Interval::day(from)) };
    let year = from.year();
    let end = Day::from_ymd(year, month, day)
        .filter(|end| *end >= from)
        .or_else(|| Day::from_ymd(year + 1, month, day))?;
    Some(Interval::new(from, end))
}

/// The day of that name that lies nearest, on the side where it belongs.
fn nearest_year(
    report: Day,
    toward: Toward,
    ahead_counts: i32,
    day: impl Fn(i32) -> Option<Day>,
) -> Option<Day> {
    let candidates = (-1..=1).filter_map(|by| day(report.year() + by)).collect::<Vec<_>>();
    nearest(report, toward, ahead_counts, &candidates).or_else(|| candidates.first().copied())
}

fn nearest_month(report: Day, toward: Toward, ahead_counts: i32, day: u8) -> Option<Day> {
    let (year, month, _) = report.ymd();
    let candidates: Vec<Day> = (-2..=2)
        .filter_map(|by| {
            let (year, month) = shifted_month(year, month, by);
            Day::from_ymd(year, month, day)
        })
        .collect();
    nearest(report, toward, ahead_counts, &candidates)
}

fn nearest(report: Day, toward: Toward, ahead_counts: i32, candidates: &[Day]) -> Option<Day> {
    let away = |day: &Day| day.epoch_days() - report.epoch_days();
    let fits = |day: &&Day| match toward {
        Toward::Past => away(day) <= 0,
        Toward::Future => away(day) >= 0,
        Toward::Context => true,
    };
    let cost = |day: &Day| if away(day) > 0 { away(day) * ahead_counts } else { -away(day) };
    candidates.iter().filter(fits).min_by_key(|day| cost(day)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_resolve_against_the_day_of_the_report() {
        // 2020-11-26 is a Thursday.
        let report: Day = "2020-11-26".parse().unwrap();
        let check = |when: When, ahead: bool, expect: &str| {
            let days =
                days(&when, Against { report, named: report, ahead }).map(|d| format!("{}/{}", d.from, d.to));
            assert_eq!(days.as_deref(), Some(expect), "{when:?}");
        };
        let month_day =
            |month, day| When::MonthDay { month, day, to: None, year: None, toward: Toward::Context };
        check(month_day(10, 31), false, "2020-10-31/2020-10-31");
        check(month_day(2, 24), false, "2020-02-24/2020-02-24");
        check(month_day(4, 30), false, "2020-04-30/2020-04-30");
        check(month_day(12, 1), false, "2020-12-01/2020-12-01");
        check(month_day(12, 30), true, "2020-12-30/2020-12-30");
        check(month_day(1, 3), true, "2021-01-03/2021-01-03");
        let weekday = |day, toward, strict| When::Weekday { day, to: None, toward, strict };
        check(weekday(3, Toward::Context, false), false, "2020-11-26/2020-11-26");
        check(weekday(2, Toward::Context, false), false, "2020-11-25/2020-11-25");
        check(weekday(3, Toward::Past, true), false, "2020-11-19/2020-11-19");
        check(weekday(4, Toward::Context, false), true, "2020-11-27/2020-11-27");
        check(
            When::Weekday { day: 2, to: Some(4), toward: Toward::Context, strict: false },
            false,
            "2020-11-25/2020-11-27",
        );
        let month = |month, toward| When::Month { month, year: None, toward };
        check(month(8, Toward::Context), false, "2020-08-01/2020-08-31");
        check(month(12, Toward::Context), false, "2020-12-01/2020-12-31");
        check(month(12, Toward::Past), false, "2019-12-01/2019-12-31");
        check(month(3, Toward::Future), false, "2021-03-01/2021-03-31");
        let shift = |by, unit, part| When::Shift { by, unit, part };
        check(shift(-1, Unit::Year, Part::Late), false, "2019-11-01/2019-12-31");
        check(shift(2, Unit::Month, Part::Whole), false, "2021-01-01/2021-01-31");
        check(shift(0, Unit::Week, Part::Whole), false, "2020-11-23/2020-11-29");
        check(When::Ago { count: 25, unit: Unit::Year }, false, "1995-01-01/1995-12-31");
        check(When::Past { count: 2, unit: Unit::Month }, false, "2020-09-01/2020-11-30");
        let of_month = |day, toward| When::DayOfMonth { day, to: None, month: None, toward };
        check(of_month(29, Toward::Context), false, "2020-11-29/2020-11-29");
        check(of_month(14, Toward::Context), false, "2020-11-14/2020-11-14");
        check(of_month(28, Toward::Past), false, "2020-10-28/2020-10-28");
        check(of_month(3, Toward::Future), false, "2020-12-03/2020-12-03");
    }
}
