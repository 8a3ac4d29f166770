//! Ticks: round dates on the axis, as many as there is room for.

use readout_corpus::{Day, Interval};

use super::Scale;

/// What a tick's label should name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// The first day of a decade or century, where only those have room.
    Decade,
    /// The first day of a year.
    Year,
    /// The first day of a month.
    Month,
    /// Any other day.
    Day,
}

/// A round date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// The day.
    pub day: Day,
    /// Where it begins (px).
    pub px: f64,
    /// What to name.
    pub unit: Unit,
}

/// A distance between ticks. Days start anew with each month.
#[derive(Debug, Clone, Copy)]
enum Step {
    Days(u8),
    Months(u8),
    Years(i32),
}

const STEPS: [Step; 14] = [
    Step::Days(1),
    Step::Days(7),
    Step::Months(1),
    Step::Months(3),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
];

impl Step {
    /// Fewest days from one tick to the next.
    fn days(self) -> f64 {
        match self {
            Step::Days(n) => f64::from(n),
            Step::Months(n) => f64::from(n) * 30.0,
            Step::Years(n) => f64::from(n) * 365.0,
        }
    }

    /// The ticks of `days`, in order.
    fn within(self, days: Interval) -> Vec<Day> {
        let (first, last) = (days.from.year(), days.to.year());
        let mut ticks = Vec::new();
        match self {
            Step::Years(step) => {
                let from = first.div_euclid(step) * step;
                ticks.extend((from..=last).step_by(step as usize).filter_map(|y| Day::from_ymd(y, 1, 1)));
            }
            Step::Months(step) => {
                for year in first..=last {
                    ticks.extend((1..=12).step_by(step.into()).filter_map(|m| Day::from_ymd(year, m, 1)));
                }
            }
            Step::Days(step) => {
                for year in first..=last {
                    for month in 1..=12 {
                        // The 29th of a week step would crowd the next month's first day.
                        let end = if step == 1 { 31 } else { 28 };
                        let day = |d| Day::from_ymd(year, month, d);
                        ticks.extend((1..=end).step_by(step.into()).filter_map(day));
                    }
                }
            }
        }
        ticks.retain(|&tick| days.from <= tick && tick <= days.to);
        ticks
    }
}

impl Scale {
    /// Ticks for the days in view, at least `min_gap_px` apart, in order. None stands inside a fold.
    pub fn ticks(&self, min_gap_px: f64) -> Vec<Tick> {
        let fits = |step: &&Step| step.days() * self.day_px() >= min_gap_px;
        let step = *STEPS.iter().find(fits).unwrap_or(&STEPS[STEPS.len() - 1]);
        let unit = |day: Day| match (step, day.ymd()) {
            (Step::Years(10..), _) => Unit::Decade,
            (_, (_, 1, 1)) => Unit::Year,
            (_, (_, _, 1)) => Unit::Month,
            _ => Unit::Day,
        };
        let mut open = Vec::new();
        let mut from = self.window().from;
        for fold in self.folds() {
            if from < fold.days.from {
                open.push(Interval { from, to: fold.days.from.plus(-1) });
            }
            from = fold.days.to.plus(1);
        }
        if from <= self.window().to {
            open.push(Interval { from, to: self.window().to });
        }
        let mut ticks: Vec<Tick> = open
            .into_iter()
            .flat_map(|days| step.within(days))
            .map(|day| Tick { day, px: self.px(day), unit: unit(day) })
            .collect();
        // Across a fold two ticks can come too near: the rounder one stays.
        readout_corpus::order::sort_by_key(&mut ticks, |tick| (tick.unit, tick.day));
        let mut kept: Vec<Tick> = Vec::new();
        for tick in ticks {
            let at = kept.partition_point(|other| other.day < tick.day);
            let clear = |other: Option<&Tick>| other.is_none_or(|o| (o.px - tick.px).abs() >= min_gap_px);
            if clear(at.checked_sub(1).and_then(|n| kept.get(n))) && clear(kept.get(at)) {
                kept.insert(at, tick);
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(from: &str, to: &str, width: f64, expect: &[(&str, Unit)]) {
        let window = Interval::new(from.parse().unwrap(), to.parse().unwrap());
        let ticks = Scale::new(&[window], width, Some(window)).ticks(60.0);
        let got: Vec<(String, Unit)> = ticks.iter().map(|t| (t.day.to_string(), t.unit)).collect();
        let expect: Vec<(String, Unit)> = expect.iter().map(|&(day, unit)| (day.to_owned(), unit)).collect();
        assert_eq!(got, expect, "{from} to {to}");
    }

    #[test]
    fn the_finest_round_dates_with_room_are_ticks() {
        use Unit::{Day, Decade, Month, Year};
        check(
            "2016-12-30",
            "2017-01-02",
            400.0,
            &[("2016-12-30", Day), ("2016-12-31", Day), ("2017-01-01", Year), ("2017-01-02", Day)],
        );
        check(
            "2017-01-20",
            "2017-02-20",
            300.0,
            &[("2017-01-22", Day), ("2017-02-01", Month), ("2017-02-08", Day), ("2017-02-15", Day)],
        );
        check(
            "2016-11-15",
            "2017-02-20",
            300.0,
            &[("2016-12-01", Month), ("2017-01-01", Year), ("2017-02-01", Month)],
        );
        check("1991-06-01", "2012-06-01", 200.0, &[("2000-01-01", Decade), ("2010-01-01", Decade)]);
    }

    proptest! {
        #[test]
        fn ticks_keep_their_distance_and_stay_out_of_folds(
            starts in prop::collection::vec(-30_000i32..30_000, 1..6),
            width in 100.0f64..1500.0, gap in 20.0f64..120.0,
        ) {
            let day = |n: &i32| Interval::day(readout_corpus::Day::from_epoch_days(*n).unwrap());
            let scale = Scale::new(&starts.iter().map(day).collect::<Vec<_>>(), width, None);
            let ticks = scale.ticks(gap);
            for pair in ticks.windows(2) {
                prop_assert!(pair[1].px - pair[0].px >= gap);
            }
            for tick in &ticks {
                prop_assert!(scale.folds().iter().all(|f| !f.days.overlaps(Interval::day(tick.day))));
                prop_assert!(Interval::day(tick.day).overlaps(scale.window()));
            }
        }
    }
}
