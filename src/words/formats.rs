//! How a language writes numbers, dates and lists: the question. The page's answer is the browser's
//! (`browser::intl`); [`Plain`] answers in English where there is no browser.

use readout_corpus::{Interval, Language, MONTHS};

/// How exactly a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// `2017`
    Year,
    /// `November 2017`
    Month,
    /// `Nov 2017`
    ShortMonth,
    /// `22 November 2017`
    Day,
    /// `22 Nov 2017`
    ShortDay,
    /// `22 Nov`
    DayOfYear,
}

/// Writes numbers, dates and lists as a language does.
pub trait Formats: Sync {
    /// A whole number, with its thousands set apart.
    fn number(&self, language: Language, number: u64) -> String;
    /// Whether nouns are in the singular beside this number.
    fn is_one(&self, language: Language, number: u64) -> bool;
    /// First and last of some days, as one date where the grain tells no difference.
    fn dates(&self, language: Language, days: Interval, grain: Grain) -> String;
    /// Two names or more, as a list.
    fn list(&self, language: Language, names: &[&str]) -> String;
}

/// The coarsest grain that says these days and no others.
pub(super) fn grain(days: Interval) -> Grain {
    let ((_, m1, d1), (y2, m2, d2)) = (days.from.ymd(), days.to.ymd());
    if (m1, d1) == (1, 1) && (m2, d2) == (12, 31) {
        Grain::Year
    } else if d1 == 1 && Interval::month(y2, m2).is_some_and(|month| month.to == days.to) {
        Grain::Month
    } else {
        Grain::Day
    }
}

/// English in every language's place, for tests and programs without a browser.
#[derive(Debug, Clone, Copy)]
pub struct Plain;

impl Formats for Plain {
    fn number(&self, _: Language, number: u64) -> String {
        let digits = number.to_string();
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        out
    }

    fn is_one(&self, _: Language, number: u64) -> bool {
        number == 1
    }

    fn dates(&self, _: Language, days: Interval, grain: Grain) -> String {
        let ((y1, m1, d1), (y2, m2, d2)) = (days.from.ymd(), days.to.ymd());
        let name = |month: u8| MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
        let short = |month: u8| name(month).get(..3).unwrap_or_default();
        let month = |m: u8| if matches!(grain, Grain::Month | Grain::Day) { name(m) } else { short(m) };
        match grain {
            Grain::Year if y1 == y2 => y1.to_string(),
            Grain::Year => format!("{y1}–{y2}"),
            Grain::Month | Grain::ShortMonth if (y1, m1) == (y2, m2) => format!("{} {y1}", month(m1)),
            Grain::Month | Grain::ShortMonth if y1 == y2 => format!("{}–{} {y1}", month(m1), month(m2)),
            Grain::Month | Grain::ShortMonth => format!("{} {y1} – {} {y2}", month(m1), month(m2)),
            Grain::DayOfYear => format!("{d1} {}", month(m1)),
            _ if days.from == days.to => format!("{d1} {} {y1}", month(m1)),
            _ if (y1, m1) == (y2, m2) => format!("{d1}–{d2} {} {y1}", month(m1)),
            _ if y1 == y2 => format!("{d1} {} – {d2} {} {y1}", month(m1), month(m2)),
            _ => format!("{d1} {} {y1} – {d2} {} {y2}", month(m1), month(m2)),
        }
    }

    fn list(&self, _: Language, names: &[&str]) -> String {
        match names {
            [init @ .., last] if !init.is_empty() => format!("{} and {last}", init.join(", ")),
            few => few.concat(),
        }
    }
}
