//! How Korean names dates.

use std::sync::LazyLock;

use readout_corpus::Interval;
use regex::Captures;

use super::numbers;
use super::rules::{Rule, Rules, has, number, part, season};
use super::when::{Part, Toward, Unit, When};

const YEAR: &str = r"(?:1[89]\d\d|20\d\d)";
/// Names a year by the report's: what it adds is read by `relative_year`.
const THIS_YEAR: &str = r"(?<ry>올해|금년|올|지난해|작년|내년|명년|재작년|내후년)";
/// After a number of days or years these make it a length, not a date.
const LENGTH: &str = r"(?<length>(?:간|째|차|여|뒤|후|전)|\s(?:간|뒤|후|전)(?:[^\p{Hangul}]|에|의|인|부터|까지|$)|\s?(?:만에|만이|만의|만인|만\b|동안|이내|가량|넘|짜리|밤낮|이상|이하))?";
const TO: &str = r"\s?(?:~|∼|～|-|–|부터|에서|·|과|와)\s?";

pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let rule = |name, pattern: String, read| Rule { name, pattern, read };
    Rules::new(vec![
        rule(
            "month-day",
            format!(
                r"(?:{THIS_YEAR}\s|(?<y>{YEAR})년\s?|(?<last>지난)\s|(?<next>오는|다음)\s)?(?<m>\d{{1,2}})월\s?(?<d>\d{{1,2}})(?:일)?(?:{TO}(?:(?<m2>\d{{1,2}})월\s?)?(?<d2>\d{{1,2}}))?일"
            ),
            month_day,
        ),
        rule(
            "day-of-month",
            format!(
                r"(?:^|[^\d월년.,])(?<date>(?:(?<rm>이달|지난달|지난\s달|다음\s?달|내달)\s|(?<last>지난)\s|(?<next>오는|다가오는)\s)?(?<d>\d{{1,2}})(?:일)?(?:{TO}(?<d2>\d{{1,2}}))?일(?:\([월화수목금토일](?:요일)?\))?){LENGTH}"
            ),
            |c| {
                if has(c, "length") && !has(c, "rm") && !has(c, "last") && !has(c, "next") {
                    return None;
                }
                let month = c.name("rm").map(|m| match m.as_str() {
                    "이달" => 0,
                    word if word.starts_with("지난") => -1,
                    _ => 1,
                });
                let (day, to): (u8, Option<u8>) = (number(c, "d")?, number(c, "d2"));
                (1..=31).contains(&day).then_some(When::DayOfMonth { day, to, month, toward: toward(c) })
            },
        ),
        rule("month-year", format!(r"(?<y>{YEAR})년\s?(?<m>\d{{1,2}})월"), |c| {
            Some(When::Days(Interval::month(number(c, "y")?, number(c, "m")?)?))
        }),
        rule(
            "month",
            format!(r"(?:^|[^\d년])(?<date>(?:{THIS_YEAR}\s|(?<last>지난)\s|(?<next>오는|다가오는)\s)?(?<m>\d{{1,2}})월)"),
            |c| {
                let month: u8 = number(c, "m")?;
                (1..=12).contains(&month).then_some(When::Month { month, year: relative_year(c), toward: toward(c) })
            },
        ),
        rule("year-range", format!(r"(?<a>{YEAR})년?{TO}(?<b>{YEAR})년"), |c| {
            let (first, last): (i32, i32) = (number(c, "a")?, number(c, "b")?);
            (first < last).then_some(When::Days(Interval::year(first)?.join(Interval::year(last)?)))
        }),
        rule("decade", r"(?<y>(?:1[89]|20)\d0)년대".to_owned(), |c| {
            let first: i32 = number(c, "y")?;
            Some(When::Days(Interval::year(first)?.join(Interval::year(first + 9)?)))
        }),
        rule("year", format!(r"(?<y>{YEAR})년(?:\s(?:(?<early>초)|(?<late>말)|(?<first>상반기)|(?<second>하반기)))?"), |c| {
            Some(When::Days(super::resolve::part_of(Interval::year(number(c, "y")?)?, part(c))))
        }),
        rule(
            "relative",
            r"(?<ry>올해|금년|지난해|작년|내년|명년|재작년|내후년)(?:\s?(?:(?<early>초)|(?<late>말)|(?<first>상반기)|(?<second>하반기)))?".to_owned(),
            |c| Some(When::Shift { by: relative_year(c)?, unit: Unit::Year, part: part(c) }),
        ),
        rule("half", r"(?:^|\s)(?<date>(?<ry>올)\s?(?:(?<first>상반기)|(?<second>하반기)))".to_owned(), |c| {
            Some(When::Shift { by: relative_year(c)?, unit: Unit::Year, part: part(c) })
        }),
        rule(
            "relative",
            r"(?<last>지난달|지난\s달|지난주|지난\s주말?)|(?<next>다음\s?달|내달|다음\s?주말?)|(?:이달|이번\s?달|이번\s?주|금주)".to_owned(),
            |c| {
                let unit = if c.get(0)?.as_str().contains('달') { Unit::Month } else { Unit::Week };
                let by = if has(c, "last") { -1 } else { i32::from(has(c, "next")) };
                Some(When::Shift { by, unit, part: Part::Whole })
            },
        ),
        rule(
            "weekday",
            r"(?:(?<last>지난)\s?|(?<next>다음\s?주|오는)\s?|이번\s?주\s?)?(?<w>[월화수목금토일])요일".to_owned(),
            |c| {
                let day = "월화수목금토일".chars().position(|d| c["w"].starts_with(d))?;
                let strict = has(c, "last") || has(c, "next");
                Some(When::Weekday { day: u8::try_from(day).ok()?, to: None, toward: toward(c), strict })
            },
        ),
        rule(
            "month-day-in-figures",
            r"(?:^|[^\d.])(?<date>(?:(?<y>20\d\d)\.\s?)?(?<m>\d{1,2})\.\s?(?<d>\d{1,2})\.?\s?\([월화수목금토일]\)(?:\s?[~∼～–-]\s?(?:(?<m2>\d{1,2})\.\s?)?(?<d2>\d{1,2})\.?\s?\([월화수목금토일]\))?)".to_owned(),
            month_day,
        ),
        rule(
            "month-day-in-figures",
            r"\((?<date>(?<m>\d{1,2})\.\s?(?<d>\d{1,2})\.(?:\s?[~∼～–-]\s?(?:(?<m2>\d{1,2})\.\s?)?(?<d2>\d{1,2})\.)?)\)".to_owned(),
            month_day,
        ),
        rule("month-day-in-figures", r"(?:^|[^\d.])(?<date>(?<m>\d{1,2})\.\s?(?<d>\d{1,2})\.)\s?(?:오전|오후|저녁|아침)".to_owned(), month_day),
        rule("month-day-in-figures", r"(?:^|[^\d.])(?<date>(?:(?<last>지난)\s)?(?<m>\d{1,2})\.\s?(?<d>\d{1,2})일)".to_owned(), month_day),
        rule(
            "month-day-in-figures",
            format!(r"(?<date>(?:{THIS_YEAR}|(?<last>지난)|(?<next>오는))\s(?<m>\d{{1,2}})\.(?<d>\d{{1,2}})(?:[~∼～–-](?:(?<m2>\d{{1,2}})\.)?(?<d2>\d{{1,2}}))?)(?:[,)\s][^%]|$)"),
            month_day,
        ),
        rule(
            "month-day-in-figures",
            r"(?:\(|및\s)(?<date>(?<m>\d{1,2})\.(?<d>\d{1,2})(?:[~∼～–-](?:(?<m2>\d{1,2})\.)?(?<d2>\d{1,2}))?)(?:,\s\p{Hangul}|\s\p{Hangul}{2}\s)".to_owned(),
            month_day,
        ),
        rule(
            "season",
            format!(r"(?:{THIS_YEAR}\s?|(?<y>{YEAR})년\s?|(?:이번|오는|다가오는)\s)(?<season>봄|여름|가을|겨울)"),
            |c| season(c, [&["봄"], &["여름"], &["가을"], &["겨울"]], relative_year(c).or(Some(0))),
        ),
        rule("weekend", r"(?:이번\s?)주말".to_owned(), |_| {
            Some(When::Weekday { day: 5, to: Some(6), toward: Toward::Future, strict: false })
        }),
        rule(
            "weekday-and-day",
            r"[월화수목금토일]요일\s?\((?<d>\d{1,2})일\)".to_owned(),
            |c| {
                let day: u8 = number(c, "d")?;
                let of_month = When::DayOfMonth { day, to: None, month: None, toward: Toward::Context };
                (1..=31).contains(&day).then_some(of_month)
            },
        ),
        rule(
            "stretch",
            r"(?:(?:(?<last>지난)|(?<next>오는|다가오는))\s)?(?:(?<m>\d{1,2})월\s?)?(?<d>\d{1,2})일부터\s(?<n>이틀|사흘|나흘|닷새|엿새|\d{1,2}일)(?:간|\s일정|\s동안)".to_owned(),
            |c| {
                let day: u8 = number(c, "d")?;
                let from = match number(c, "m") {
                    Some(month) => When::MonthDay { month, day, to: None, year: None, toward: toward(c) },
                    None => When::DayOfMonth { day, to: None, month: None, toward: toward(c) },
                };
                let days = numbers::korean_days(c["n"].trim_end_matches('일'))?;
                Some(When::Stretch { from: Box::new(from), days })
            },
        ),
        rule(
            "stretch",
            r"(?:(?<before>전날|전일|어제)|(?<same>이날|오늘|당일))부터\s(?<n>이틀|사흘|나흘|닷새|엿새|\d{1,2}일)(?:간|\s일정|\s동안)".to_owned(),
            |c| {
                let by = if has(c, "before") { -1 } else { 0 };
                let days = numbers::korean_days(c["n"].trim_end_matches('일'))?;
                Some(When::Stretch { from: Box::new(When::FromNamed { by }), days })
            },
        ),
        rule("today", r"(?<nowadays>오늘날)|(?<today>오늘|금일)|(?<yesterday>어제)|(?<two>그제|그저께)|(?<tomorrow>내일)".to_owned(), |c| {
            if has(c, "nowadays") {
                return None;
            }
            let by = match () {
                () if has(c, "yesterday") => -1,
                () if has(c, "two") => -2,
                () if has(c, "tomorrow") => 1,
                () => 0,
            };
            Some(When::Shift { by, unit: Unit::Day, part: Part::Whole })
        }),
        rule("same-day", r"(?<same>이날|당일|같은\s?날)|(?<before>전날|전일|하루\s전)|(?<after>다음\s?날|이튿날|익일)".to_owned(), |c| {
            Some(When::FromNamed { by: if has(c, "before") { -1 } else { i32::from(has(c, "after")) } })
        }),
        rule("ago", r"(?<n>\d{1,3})(?:년(?<year>)|개월(?<month>)|일(?<day>))\s?전(?:에|의|인|,|\s)".to_owned(), |c| {
            let unit = if has(c, "year") { Unit::Year } else if has(c, "month") { Unit::Month } else { Unit::Day };
            Some(When::Ago { count: number(c, "n")?, unit })
        }),
        rule("past-units", r"(?:지난|최근)\s(?<n>\d{1,3})(?:여)?년\s?(?:간|동안)?".to_owned(), |c| {
            Some(When::Past { count: number(c, "n")?, unit: Unit::Year })
        }),
        rule("anniversary", r"(?<n>\d{1,3})주년".to_owned(), |c| Some(When::Anniversary { count: number(c, "n")? })),
    ])
});

fn month_day(c: &Captures) -> Option<When> {
    let (month, day): (u8, u8) = (number(c, "m")?, number(c, "d")?);
    let to = number::<u8>(c, "d2").map(|day| (number(c, "m2").unwrap_or(month), day));
    if !((1..=12).contains(&month) && (1..=31).contains(&day)) {
        return None;
    }
    if let Some(by) = relative_year(c) {
        return Some(When::DayOfRelativeYear { month, day, to, year: by });
    }
    Some(When::MonthDay { month, day, to, year: number(c, "y"), toward: toward(c) })
}

fn relative_year(c: &Captures) -> Option<i32> {
    Some(match c.name("ry")?.as_str() {
        "지난해" | "작년" => -1,
        "재작년" => -2,
        "내년" | "명년" => 1,
        "내후년" => 2,
        _ => 0,
    })
}

fn toward(c: &Captures) -> Toward {
    match () {
        () if has(c, "last") => Toward::Past,
        () if has(c, "next") => Toward::Future,
        () => Toward::Context,
    }
}
