//! From days to pixels and back, on an axis that folds long empty stretches. Folds depend on what
//! there is to show and not on the window, so that zooming never rearranges the axis: a window that
//! has no fold in it is plain and linear.

use readout_corpus::{Day, Interval};

use super::folds::folds_between;

/// Width of a fold (px), as long as folds do not take too much of the axis.
const FOLD_PX: f64 = 28.0;
/// Largest part of the width that all folds in view may take.
const FOLDS_SHARE: f64 = 0.3;
/// Fewest days in view after zooming.
const FEWEST_DAYS: f64 = 3.0;
/// Fewest days of the whole axis.
const FEWEST_WHOLE: i32 = 30;
/// Days that a rounding error may be off; far less than a day is wide on any screen.
const NEARLY: f64 = 1e-6;

/// An axis of days: piecewise linear, rising. Positions are px from the left edge of the view; days
/// out of view have positions below 0 or over the width.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    axis: Axis,
    whole: Interval,
    window: Interval,
    width: f64,
}

/// An empty stretch that is drawn narrow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fold {
    /// The days that it hides.
    pub days: Interval,
    /// Left edge (px).
    pub from_px: f64,
    /// Right edge (px).
    pub to_px: f64,
}

impl Scale {
    /// A scale over `width_px` pixels that shows `window`, or everything. `days` is what there is to
    /// show: it sets the ends of the axis and what folds. A window is held inside the whole axis and
    /// takes in the folds at its edges; one that lies inside a fold opens it.
    pub fn new(days: &[Interval], width_px: f64, window: Option<Interval>) -> Self {
        let whole = whole(days);
        Self::with(whole, folds_between(days, whole), width_px, window)
    }

    fn with(whole: Interval, mut folds: Vec<Interval>, width_px: f64, window: Option<Interval>) -> Self {
        let width = if width_px.is_finite() { width_px.max(1.0) } else { 1.0 };
        let mut window = match window {
            Some(window) if window.overlaps(whole) => {
                Interval { from: window.from.max(whole.from), to: window.to.min(whole.to) }
            }
            _ => whole,
        };
        folds.retain(|fold| !(fold.from <= window.from && window.to <= fold.to));
        for fold in &folds {
            if fold.overlaps(window) {
                window = window.join(*fold);
            }
        }
        let in_view = folds.iter().filter(|fold| fold.overlaps(window)).count() as f64;
        let fold_px = FOLD_PX.min(FOLDS_SHARE * width / in_view.max(1.0));
        let mut axis = Axis { start: number(window.from), folds, per_day: 0.0, fold_px: 0.0 };
        // With a px a day and none a fold, positions count the days that are not folded.
        axis.per_day = 1.0;
        let days = axis.at(number(window.to) + 1.0);
        axis.per_day = (width - in_view * fold_px) / days;
        axis.fold_px = fold_px;
        Self { axis, whole, window, width }
    }

    /// Where a day begins (px).
    pub fn px(&self, day: Day) -> f64 {
        self.at(number(day))
    }

    /// The day at a place (px).
    pub fn day(&self, px: f64) -> Day {
        day_at(self.axis.inverse(px) + NEARLY)
    }

    /// Where the first day begins and the last one ends (px).
    pub fn interval_px(&self, days: Interval) -> (f64, f64) {
        (self.px(days.from), self.at(number(days.to) + 1.0))
    }

    /// The days in view.
    pub fn window(&self) -> Interval {
        self.window
    }

    /// All days of the axis.
    pub fn whole(&self) -> Interval {
        self.whole
    }

    /// Width of a day that is not folded (px).
    pub fn day_px(&self) -> f64 {
        self.axis.per_day
    }

    /// The folds in view.
    pub fn folds(&self) -> Vec<Fold> {
        let in_view = self.axis.folds.iter().filter(|fold| fold.overlaps(self.window));
        let fold = |&days: &Interval| {
            let (from_px, to_px) = self.interval_px(days);
            Fold { days, from_px, to_px }
        };
        in_view.map(fold).collect()
    }

    /// The window with days `factor` times as wide, that leaves the day at `around_px` in its place
    /// as nearly as whole days and the ends of the axis allow.
    pub fn zoomed(&self, factor: f64, around_px: f64) -> Interval {
        if !(factor.is_finite() && factor > 0.0 && around_px.is_finite()) || factor == 1.0 {
            return self.window;
        }
        let around_px = between(around_px, 0.0, self.width);
        let around = self.axis.outside(self.axis.inverse(around_px));
        let most = (self.width / FEWEST_DAYS).max(self.axis.per_day);
        let axis = Axis { per_day: (self.axis.per_day * factor).min(most), ..self.axis.clone() };
        let (first, end) = (axis.at(number(self.whole.from)), axis.at(number(self.whole.to) + 1.0));
        let left = (axis.at(around) - around_px).min(end - self.width).max(first);
        let (from, to) = (axis.inverse(left), axis.inverse((left + self.width).min(end)));

        // Windows are whole days: of those nearby, the one that moves the day under the pointer least.
        let before = self.unfolded();
        let deeper = factor > 1.0;
        let mut best: Option<(f64, Interval)> = None;
        for from in self.edges(from) {
            for to in self.edges(to) {
                if to - from < FEWEST_DAYS.min(self.whole.days().into()) {
                    continue;
                }
                let window = Interval::new(day_at(from), day_at(to - 1.0));
                let scale = Self::with(self.whole, self.axis.folds.clone(), self.width, Some(window));
                let after = scale.unfolded();
                if if deeper { after >= before } else { after <= before } {
                    continue;
                }
                let off = (scale.at(around) - around_px).abs();
                if best.is_none_or(|(least, _)| off < least) {
                    best = Some((off, scale.window));
                }
            }
        }
        best.map_or(self.window, |(_, window)| window)
    }

    /// The window moved by `by_px`, to later days where positive, up to the ends of the axis.
    pub fn panned(&self, by_px: f64) -> Interval {
        if !by_px.is_finite() {
            return self.window;
        }
        let room_left = self.at(number(self.whole.from)).min(0.0);
        let room_right = (self.at(number(self.whole.to) + 1.0) - self.width).max(0.0);
        let left = between(by_px, room_left, room_right);
        let from = self.axis.outside(self.axis.inverse(left)).round();
        let to = self.axis.outside(self.axis.inverse(left + self.width)).round();
        let window = Interval::new(day_at(from), day_at((to - 1.0).max(from)));
        Self::with(self.whole, self.axis.folds.clone(), self.width, Some(window)).window
    }

    fn at(&self, day: f64) -> f64 {
        self.axis.at(day)
    }

    /// Days in view that are not folded.
    fn unfolded(&self) -> f64 {
        let folded: u32 =
            self.axis.folds.iter().filter(|fold| fold.overlaps(self.window)).map(|fold| fold.days()).sum();
        f64::from(self.window.days() - folded)
    }

    /// Whole days near `day` where a window may begin or end.
    fn edges(&self, day: f64) -> Vec<f64> {
        let (first, end) = (number(self.whole.from), number(self.whole.to) + 1.0);
        let fold = self.axis.folds.iter().find(|f| number(f.from) < day && day < number(f.to) + 1.0);
        let near = match fold {
            Some(fold) => vec![number(fold.from), number(fold.to) + 1.0],
            None => (-1..=2).map(|by| day.floor() + f64::from(by)).collect(),
        };
        near.into_iter().map(|day| between(day, first, end)).collect()
    }
}

/// The line itself: px from the beginning of the window, for days as numbers with a fraction. The
/// window begins in no fold.
#[derive(Debug, Clone, PartialEq)]
struct Axis {
    start: f64,
    folds: Vec<Interval>,
    per_day: f64,
    fold_px: f64,
}

impl Axis {
    /// Counted in days first, so that whole days near the start come out exactly.
    fn at(&self, day: f64) -> f64 {
        let (mut days, mut folds) = (day - self.start, 0.0);
        for fold in &self.folds {
            let (from, to) = edges(fold);
            let inside = between(day, from, to) - between(self.start, from, to);
            days -= inside;
            folds += inside / (to - from);
        }
        days * self.per_day + folds * self.fold_px
    }

    fn inverse(&self, px: f64) -> f64 {
        let (mut day, mut left) = (self.start, px.abs());
        let forward = |fold: &&Interval| number(fold.from) >= self.start;
        if px >= 0.0 {
            for fold in self.folds.iter().filter(forward) {
                let (from, to) = edges(fold);
                let before = (from - day) * self.per_day;
                if left < before {
                    break;
                }
                left -= before;
                if left < self.fold_px {
                    return from + left / self.fold_px * (to - from);
                }
                left -= self.fold_px;
                day = to;
            }
            return day + left / self.per_day;
        }
        for fold in self.folds.iter().rev().filter(|fold| !forward(fold)) {
            let (from, to) = edges(fold);
            let after = (day - to) * self.per_day;
            if left < after {
                break;
            }
            left -= after;
            if left < self.fold_px {
                return to - left / self.fold_px * (to - from);
            }
            left -= self.fold_px;
            day = from;
        }
        day - left / self.per_day
    }

    /// The nearest day that is in no fold.
    fn outside(&self, day: f64) -> f64 {
        for fold in &self.folds {
            let (from, to) = edges(fold);
            if from < day && day < to {
                return if day - from < to - day { from } else { to };
            }
        }
        day
    }
}

/// The ends of the axis: all of `days` with a little air, at least a month.
fn whole(days: &[Interval]) -> Interval {
    let epoch = Interval::day(Day::from_ymd(1970, 1, 1).expect("the calendar has the epoch"));
    let all = days.iter().copied().reduce(Interval::join).unwrap_or(epoch);
    let length = i32::try_from(all.days()).unwrap_or(i32::MAX);
    let air = (length / 50 + 1).max((FEWEST_WHOLE - length) / 2 + 1);
    Interval { from: all.from.plus(-air), to: all.to.plus(air) }
}

/// Where a fold begins and ends.
fn edges(fold: &Interval) -> (f64, f64) {
    (number(fold.from), number(fold.to) + 1.0)
}

/// A number, moved into a range. `f64::clamp` can print its arguments when it panics, and the printing
/// of fractions alone would be a fiftieth of the app.
fn between(number: f64, least: f64, most: f64) -> f64 {
    number.max(least).min(most)
}

fn number(day: Day) -> f64 {
    f64::from(day.epoch_days())
}

fn day_at(number: f64) -> Day {
    // A float too large for an i32 becomes the nearest one.
    Day::from_epoch_days(0).expect("the calendar has the epoch").plus(number.floor() as i32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn days(texts: &[&str]) -> Vec<Interval> {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let interval = |text: &&str| match text.split_once('/') {
            Some((from, to)) => Interval::new(day(from), day(to)),
            None => Interval::day(day(text)),
        };
        texts.iter().map(interval).collect()
    }

    #[test]
    fn the_window_fills_the_width() {
        let all = days(&["2011-03-01", "2011-04-20"]);
        let window = days(&["2011-03-02/2011-03-11"])[0];
        let scale = Scale::new(&all, 500.0, Some(window));
        assert_eq!(scale.window(), window);
        assert_eq!(scale.interval_px(window), (0.0, 500.0));
        assert_eq!(scale.day_px(), 50.0);
        assert_eq!(scale.day(49.0).to_string(), "2011-03-02");
        assert_eq!(scale.day(50.0).to_string(), "2011-03-03");
        assert!(scale.px(all[0].from) < 0.0);
        assert!(scale.px(all[1].from) > 500.0);
    }

    #[test]
    fn empty_years_fold_and_are_reported() {
        let scale = Scale::new(&days(&["1992-08-24", "2017-05-19", "2017-11-22"]), 600.0, None);
        let folds = scale.folds();
        assert_eq!(folds.len(), 1);
        assert!((folds[0].to_px - folds[0].from_px - FOLD_PX).abs() < 1e-9);
        assert!(scale.px("1992-08-24".parse().unwrap()) < folds[0].from_px);
        assert!(scale.px("2017-05-19".parse().unwrap()) > folds[0].to_px);
        // A window inside the fold opens it.
        let inside = days(&["2001-01-01/2001-12-31"])[0];
        let opened = Scale::new(&days(&["1992-08-24", "2017-05-19", "2017-11-22"]), 600.0, Some(inside));
        assert!(opened.folds().is_empty());
        assert_eq!(opened.window(), inside);
    }

    #[test]
    fn nothing_to_show_still_has_an_axis() {
        for width in [f64::NAN, -3.0, 0.0, 400.0] {
            let scale = Scale::new(&[], width, None);
            assert!(scale.window().days() >= 30);
            assert!(scale.px(scale.window().to).is_finite());
        }
        let scale = Scale::new(&[], 400.0, None);
        assert_eq!(scale.zoomed(f64::NAN, 3.0), scale.window());
        assert_eq!(scale.panned(f64::INFINITY), scale.window());
    }

    #[test]
    fn zooming_in_ends_at_a_few_days_and_zooming_out_at_everything() {
        let all = days(&["1992-08-24", "2017-05-19", "2017-11-22", "2020-11-26"]);
        let mut window = None;
        let mut seen = u32::MAX;
        for _ in 0..200 {
            let scale = Scale::new(&all, 800.0, window);
            let next = scale.zoomed(1.3, 500.0);
            assert!(next.days() <= seen);
            seen = next.days();
            window = Some(next);
        }
        assert_eq!(seen, 3);
        for _ in 0..200 {
            window = Some(Scale::new(&all, 800.0, window).zoomed(0.7, 300.0));
        }
        assert_eq!(window, Some(Scale::new(&all, 800.0, None).whole()));
    }

    fn some_days() -> impl Strategy<Value = Vec<Interval>> {
        let one = (-20_000i32..20_000, 0i32..900).prop_map(|(from, length)| {
            let day = |n| Day::from_epoch_days(n).unwrap();
            Interval::new(day(from), day(from + length))
        });
        prop::collection::vec(one, 1..8)
    }

    proptest! {
        #[test]
        fn later_days_stand_further_right(all in some_days(), width in 50.0f64..2000.0) {
            let scale = Scale::new(&all, width, None);
            let mut before = f64::NEG_INFINITY;
            let step = (scale.whole().days() as usize / 700).max(1);
            for n in (scale.whole().from.epoch_days() - 50..scale.whole().to.epoch_days() + 50).step_by(step) {
                let px = scale.px(Day::from_epoch_days(n).unwrap());
                prop_assert!(px > before);
                before = px;
            }
            let (from, to) = scale.interval_px(scale.window());
            prop_assert!(from.abs() < 1e-6 && (to - width).abs() < 1e-6);
        }

        #[test]
        fn a_day_and_its_place_lead_to_each_other(
            all in some_days(), width in 200.0f64..2000.0, at in 0.0f64..1.0, length in 3i32..90,
        ) {
            let whole = Scale::new(&all, width, None).whole();
            let from = whole.from.plus((at * f64::from(whole.days())) as i32);
            let scale = Scale::new(&all, width, Some(Interval::new(from, from.plus(length))));
            let folds = scale.folds();
            let hidden = |day: Day| folds.iter().any(|fold| fold.days.overlaps(Interval::day(day)));
            for n in scale.window().from.epoch_days()..=scale.window().to.epoch_days() {
                let day = Day::from_epoch_days(n).unwrap();
                if !hidden(day) && scale.day_px() >= 1.0 {
                    prop_assert_eq!(scale.day(scale.px(day)), day);
                }
            }
        }

        #[test]
        fn nothing_that_matters_is_folded(all in some_days(), width in 50.0f64..2000.0) {
            for fold in Scale::new(&all, width, None).folds() {
                prop_assert!(all.iter().all(|days| !days.overlaps(fold.days)));
            }
        }

        #[test]
        fn zooming_keeps_the_day_under_the_pointer(
            all in some_days(), width in 300.0f64..2000.0, at in 0.1f64..0.9, factor in 1.1f64..3.0,
        ) {
            let scale = Scale::new(&all, width, None);
            let px = at * width;
            let in_fold = scale.folds().iter().any(|f| f.from_px - 1.0 <= px && px <= f.to_px + 1.0);
            let next = Scale::new(&all, width, Some(scale.zoomed(factor, px)));
            prop_assert!(scale.whole().from <= next.window().from && next.window().to <= scale.whole().to);
            prop_assert!(next.window() != scale.window());
            if !in_fold {
                // Off by no more than a fold that does not fit at the edge, or a day.
                let day = scale.axis.inverse(px);
                prop_assert!((next.at(day) - px).abs() <= FOLD_PX.max(next.day_px()));
            }
        }

        #[test]
        fn panning_keeps_the_length_and_stays_inside(
            all in some_days(), at in 0.0f64..1.0, by in -3000.0f64..3000.0,
        ) {
            let whole = Scale::new(&all, 600.0, None).whole();
            let from = whole.from.plus((at * f64::from(whole.days())) as i32);
            let scale = Scale::new(&all, 600.0, Some(Interval::new(from, from.plus(20))));
            let next = scale.panned(by);
            prop_assert!(whole.from <= next.from && next.to <= whole.to);
            let moved = Scale::new(&all, 600.0, Some(next));
            if scale.folds().is_empty() && moved.folds().is_empty() && scale.axis.folds == moved.axis.folds {
                prop_assert!(next.days().abs_diff(scale.window().days()) <= 1);
            }
        }
    }
}
