//! What readers see for days, numbers and names. One language so far: English.

use readout_corpus::{Day, Interval, MONTHS, Rights, SourceKind, Voice};

/// Name of a month (1–12).
pub fn month(number: u8) -> &'static str {
    MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("")
}

/// First three letters of a month's name (1–12).
pub fn month_short(number: u8) -> &'static str {
    month(number).get(..3).unwrap_or("")
}

/// A day: `22 November 2017`.
pub fn day(day: Day) -> String {
    let (year, m, d) = day.ymd();
    format!("{d} {} {year}", month(m))
}

/// A day in little room: `22 Nov 2017`.
pub fn day_short(day: Day) -> String {
    let (year, m, d) = day.ymd();
    format!("{d} {} {year}", month_short(m))
}

/// Days: `22 November 2017`, `18–20 May 2017`, `November 2017`, `2017`, `2021–2025`.
pub fn interval(days: Interval) -> String {
    let ((y1, m1, d1), (y2, m2, d2)) = (days.from.ymd(), days.to.ymd());
    let whole_years = (m1, d1) == (1, 1) && (m2, d2) == (12, 31);
    let whole_months = d1 == 1 && Interval::month(y2, m2).is_some_and(|m| m.to == days.to);
    if days.from == days.to {
        day(days.from)
    } else if whole_years && y1 == y2 {
        y1.to_string()
    } else if whole_years {
        format!("{y1}–{y2}")
    } else if whole_months && (y1, m1) == (y2, m2) {
        format!("{} {y1}", month(m1))
    } else if whole_months && y1 == y2 {
        format!("{}–{} {y1}", month(m1), month(m2))
    } else if whole_months {
        format!("{} {y1} – {} {y2}", month(m1), month(m2))
    } else if (y1, m1) == (y2, m2) {
        format!("{d1}–{d2} {} {y1}", month(m1))
    } else if y1 == y2 {
        format!("{d1} {} – {d2} {} {y1}", month(m1), month(m2))
    } else {
        format!("{} – {}", day(days.from), day(days.to))
    }
}

/// A number with its noun: `1 document`, `5 documents`, `1,390 documents`.
pub fn count(number: u64, singular: &str, plural: &str) -> String {
    format!("{} {}", thousands(number), if number == 1 { singular } else { plural })
}

/// A number with commas between thousands.
pub fn thousands(number: u64) -> String {
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

/// Names as a list: `Wang Yi and Kang Kyung-wha`.
pub fn names<S: AsRef<str>>(names: &[S]) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [init @ .., last] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", init.join(", "), last.as_ref())
        }
    }
}

/// Who met, where only one is named too.
pub fn participants(people: &[String]) -> String {
    match people {
        [one] => format!("{one} and others not named"),
        many => names(many),
    }
}

/// Names in little room: the first three, joined by a dot, and how many more there are.
pub fn names_short<S: AsRef<str>>(names: &[S]) -> String {
    let shown: Vec<&str> = names.iter().take(3).map(AsRef::as_ref).collect();
    let more = if names.len() > 3 { format!(" + {}", names.len() - 3) } else { String::new() };
    shown.join(" · ") + &more
}

/// How much of a text is shown.
pub fn rights(rights: Rights) -> &'static str {
    match rights {
        Rights::Full => "full text",
        Rights::Excerpt => "excerpt",
        Rights::Summary => "summary in our own words",
    }
}

/// What kind of publisher a source is.
pub fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "official readout",
        SourceKind::StateMedia => "state media",
        SourceKind::Wire => "wire report",
        SourceKind::Other => "report",
    }
}

/// Key and explanation of a voice.
pub fn voice(voice: Voice) -> (&'static str, &'static str) {
    match voice {
        Voice::Own => ("own", "the source’s own side"),
        Voice::Counterpart => ("counterpart", "the other side, as this source tells it"),
        Voice::Joint => ("joint", "both together"),
        Voice::Reported => ("reported", "a named speaker, in a source that speaks for no side"),
        Voice::Unnamed => ("unnamed", "a speaker without a name"),
    }
}

/// How sure a rule is (0–100), in a word.
pub fn confidence(percent: u8) -> &'static str {
    match percent {
        85.. => "high",
        60..=84 => "fair",
        _ => "low",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_out() {
        let check = |from: &str, to: &str, expect: &str| {
            assert_eq!(interval(Interval::new(from.parse().unwrap(), to.parse().unwrap())), expect);
        };
        check("2017-11-22", "2017-11-22", "22 November 2017");
        check("2017-05-18", "2017-05-20", "18–20 May 2017");
        check("2017-11-01", "2017-11-30", "November 2017");
        check("2019-11-01", "2019-12-31", "November–December 2019");
        check("2019-11-01", "2020-02-29", "November 2019 – February 2020");
        check("2017-01-01", "2017-12-31", "2017");
        check("2021-01-01", "2025-12-31", "2021–2025");
        check("2017-05-30", "2017-06-02", "30 May – 2 June 2017");
        check("2017-12-30", "2018-01-02", "30 December 2017 – 2 January 2018");
    }

    #[test]
    fn numbers_and_names_read_as_in_a_newspaper() {
        assert_eq!(count(1, "document", "documents"), "1 document");
        assert_eq!(count(0, "document", "documents"), "0 documents");
        assert_eq!(count(1_234_567, "hit", "hits"), "1,234,567 hits");
        assert_eq!(names(&["A", "B", "C"]), "A, B and C");
        assert_eq!(names_short(&["A", "B", "C", "D"]), "A · B · C + 1");
    }
}
