//! Reads the gazetteer's tables: rows of tab-separated fields, forms separated by `;`, days that may
//! be cut to their month or year. Knows no meaning of a column.

use readout_corpus::{Day, Interval};

/// The rows of a table as their fields, comment lines left out.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

/// The field at `column`; empty where the row is shorter.
pub(super) fn field<'a>(row: &[&'a str], column: usize) -> &'a str {
    row.get(column).copied().unwrap_or_default()
}

/// The forms in a field.
pub(super) fn forms(field: &str) -> impl Iterator<Item = &str> {
    field.split(';').map(str::trim).filter(|form| !form.is_empty())
}

/// The days that `2017`, `2017-11` or `2017-11-22` stands for.
pub(crate) fn partial_day(text: &str) -> Option<Interval> {
    match text.len() {
        4 => Interval::year(text.parse().ok()?),
        7 => {
            let (year, month) = text.split_once('-')?;
            Interval::month(year.parse().ok()?, month.parse().ok()?)
        }
        _ => text.parse::<Day>().ok().map(Interval::day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_day_stands_for_its_month_or_year() {
        let check = |text: &str, expect: Option<(&str, &str)>| {
            let days = partial_day(text).map(|days| (days.from.to_string(), days.to.to_string()));
            assert_eq!(days, expect.map(|(from, to)| (from.to_owned(), to.to_owned())), "{text}");
        };
        check("2017", Some(("2017-01-01", "2017-12-31")));
        check("2017-11", Some(("2017-11-01", "2017-11-30")));
        check("2017-11-22", Some(("2017-11-22", "2017-11-22")));
        check("2017-13", None);
        check("", None);
    }
}
