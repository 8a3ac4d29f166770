//! Which empty stretches of time fold.

use readout_corpus::{Day, Interval, order};

/// A stretch folds where it would take more than this part of what is not folded yet.
const SHARE: u32 = 4;
/// Shortest empty stretch that folds (days).
const SHORTEST: u32 = 180;
/// Days left open on each side of a fold, so that what stands there has room.
const MARGIN: i32 = 30;

/// The stretches of `whole` to fold, in order: the longest without any of `days` first, as long as
/// they take a large part of the axis. A fold begins and ends with a month, or a year where it is
/// years long.
pub(super) fn folds_between(days: &[Interval], whole: Interval) -> Vec<Interval> {
    let mut days = days.to_vec();
    order::sort_by(&mut days, Ord::cmp);
    let mut gaps: Vec<Interval> = Vec::new();
    let mut covered = days.first().map_or(whole.to, |first| first.to);
    for next in days {
        if covered.plus(1) < next.from {
            gaps.push(Interval { from: covered.plus(1), to: next.from.plus(-1) });
        }
        covered = covered.max(next.to);
    }
    order::sort_by_key(&mut gaps, |gap| core::cmp::Reverse(gap.days()));
    let mut open = whole.days();
    let mut folds = Vec::new();
    for gap in gaps {
        if gap.days() < SHORTEST || gap.days() < open / SHARE {
            break;
        }
        let Some(fold) = whole_months(gap) else { continue };
        open -= fold.days();
        folds.push(fold);
    }
    order::sort_by(&mut folds, Ord::cmp);
    folds
}

/// The whole years, or else months, inside a gap less its margins.
fn whole_months(gap: Interval) -> Option<Interval> {
    let (from, to) = (gap.from.plus(MARGIN), gap.to.plus(-MARGIN));
    let (first, last) = (from.plus(-1).year() + 1, to.plus(1).year() - 1);
    if last - first >= 2 {
        return Some(Interval { from: Day::from_ymd(first, 1, 1)?, to: Day::from_ymd(last, 12, 31)? });
    }
    let month_after = |day: Day| {
        let (year, month, _) = day.plus(-1).ymd();
        if month == 12 { Day::from_ymd(year + 1, 1, 1) } else { Day::from_ymd(year, month + 1, 1) }
    };
    let (year, month, _) = to.plus(1).ymd();
    let fold = Interval { from: month_after(from)?, to: Day::from_ymd(year, month, 1)?.plus(-1) };
    (fold.from < fold.to).then_some(fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(days: &[(&str, &str)], expect: &[(&str, &str)]) {
        let interval =
            |&(a, b): &(&str, &str)| Interval::new(a.parse::<Day>().unwrap(), b.parse::<Day>().unwrap());
        let days: Vec<Interval> = days.iter().map(interval).collect();
        let whole = days.iter().copied().reduce(Interval::join).unwrap();
        assert_eq!(folds_between(&days, whole), expect.iter().map(interval).collect::<Vec<_>>());
    }

    #[test]
    fn long_empty_stretches_fold_in_whole_years_or_months() {
        check(&[("2001-01-01", "2001-02-01")], &[]);
        check(&[("1992-08-24", "1992-08-24"), ("2017-05-19", "2017-11-22")], &[("1993-01-01", "2016-12-31")]);
        check(&[("2001-01-10", "2001-01-10"), ("2001-10-10", "2001-10-12")], &[("2001-03-01", "2001-08-31")]);
    }

    #[test]
    fn what_is_evenly_spread_or_covered_does_not_fold() {
        check(&[("2001-01-10", "2001-01-10"), ("2001-05-10", "2001-05-12")], &[]);
        check(&[("1990-01-01", "2020-01-01"), ("1995-01-01", "1995-01-01")], &[]);
        let evenly: Vec<(String, String)> =
            (1990..2000).map(|year| (format!("{year}-01-01"), format!("{year}-01-02"))).collect();
        let evenly: Vec<(&str, &str)> = evenly.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        check(&evenly, &[]);
    }

    #[test]
    fn several_stretches_may_fold() {
        check(
            &[("1950-06-25", "1950-06-25"), ("1992-08-24", "1992-08-24"), ("2017-05-19", "2020-11-22")],
            &[("1951-01-01", "1991-12-31"), ("1993-01-01", "2016-12-31")],
        );
    }
}
