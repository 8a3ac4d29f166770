//! How English names dates.

use std::sync::LazyLock;

use readout_corpus::Interval;
use regex::Captures;

use super::absolute::{MONTH, month_number};
use super::numbers;
use super::rules::{Rule, Rules, has, number, part};
use super::when::{Part, Toward, Unit, When};

const YEAR: &str = r"(?:1[89]\d\d|20\d\d)";
const WEEKDAY: &str = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const COUNT: &str = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)";

pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let rule = |name, pattern: String, read| Rule { name, pattern, read };
    let day_end = r"(?:st|nd|rd|th)?\b";
    Rules::new(vec![
        rule(
            "month-day-range",
            format!(
                r"\b(?<m>{MONTH})\s(?<d>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|–|—|to|and|through|until)\s?(?:(?<m2>{MONTH})\s)?(?<d2>\d{{1,2}}){day_end}(?:,?\s(?<y>{YEAR})\b)?"
            ),
            month_day,
        ),
        rule(
            "day-month-range",
            format!(
                r"\b(?<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s(?<m0>{MONTH}))?\s?(?:-|–|—|to|and|through|until)\s?(?<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?<m>{MONTH})(?:,?\s(?<y>{YEAR})\b)?"
            ),
            month_day,
        ),
        rule("month-day", format!(r"\b(?<m>{MONTH})\s(?:the\s)?(?<d>\d{{1,2}}){day_end}"), month_day),
        rule("day-month", format!(r"\b(?<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?<m>{MONTH})"), month_day),
        rule("month-year", format!(r"\b(?:(?<part>early|late|mid)[\s-])?(?<m>{MONTH})(?:\sof)?,?\s(?<y>{YEAR})\b"), |c| {
            let month = Interval::month(number(c, "y")?, month_number(&c["m"])?)?;
            Some(When::Days(month))
        }),
        rule(
            "month",
            r"\b(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y|[Ff]rom|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id-?|[Ee]nd\sof|[Ss]tart\sof|[Bb]eginning\sof)\s(?:(?:the|early|late|mid-?)\s)?|(?<last>[Ll]ast|[Pp]ast|[Pp]revious)\s|(?<next>[Nn]ext|[Cc]oming|[Uu]pcoming)\s)(?<date>(?<m>January|February|March|April|May|June|July|August|September|October|November|December))\b".to_owned(),
            month,
        ),
        rule(
            "month-before-event",
            r"\b(?<date>(?<m>January|February|March|April|May|June|July|August|September|October|November|December)\s(?:visit|trip|tour|meeting|summit|talks|call|conversation|statement|agreement|deal|declaration|test|launch|attack|vote|election|session|conference|deadline))\b".to_owned(),
            month,
        ),
        rule(
            "weekday-range",
            format!(r"\b(?<w>{WEEKDAY})\s?(?:to|through|until|-|–)\s?(?<w2>{WEEKDAY})\b"),
            weekday,
        ),
        rule(
            "weekday",
            format!(
                r"\b(?:(?:late|early)\s(?:on\s)?)?(?:(?<last>last|past|previous)\s|(?<next>next|coming|upcoming)\s|(?<this>this)\s)?(?<w>{WEEKDAY})\b(?:\s(?:morning|afternoon|evening|night)\b)?"
            ),
            weekday,
        ),
        rule(
            "today",
            r"(?i)\b(?:(?:earlier|late|later|early)\s)?(?:(?<today>today|tonight|this\s(?:morning|afternoon|evening))|(?<yesterday>yesterday|last\snight)|(?<tomorrow>tomorrow))\b(?:\s(?:morning|afternoon|evening|night)\b)?".to_owned(),
            |c| {
                let by = if has(c, "yesterday") { -1 } else { i32::from(has(c, "tomorrow")) };
                Some(When::Shift { by, unit: Unit::Day, part: Part::Whole })
            },
        ),
        rule(
            "same-day",
            r"(?i)\b(?:(?<same>(?:on\s)?(?:the\s)?same\sday|earlier\sin\sthe\sday|later\sin\sthe\sday)|(?<before>(?:the\s)?(?:previous\sday|day\sbefore|day\searlier))|(?<after>(?:the\s)?(?:following\sday|next\sday|day\safter)))\b".to_owned(),
            |c| Some(When::FromNamed { by: if has(c, "before") { -1 } else { i32::from(has(c, "after")) } }),
        ),
        rule(
            "year-range",
            format!(r"\b(?<a>{YEAR})\s?(?:-|–|—|/|to|through|until)\s?(?<b>{YEAR}|\d\d)\b"),
            year_range,
        ),
        rule("years", format!(r"\b(?<a>{YEAR})\s(?:and|or)\s(?<b>{YEAR})\b"), year_range),
        rule("between-years", format!(r"\bbetween\s(?<date>(?<a>{YEAR})\sand\s(?<b>{YEAR}))\b"), year_range),
        rule(
            "part-of-year",
            format!(
                r"(?i)\b(?:the\s)?(?:(?<early>early|beginning\sof|start\sof|first\squarter\sof)|(?<late>late|end\sof)|mid|(?<first>first\shalf\sof)|(?<second>second\shalf\sof))[\s-](?:in\s)?(?<y>{YEAR})\b"
            ),
            |c| {
                let year = Interval::year(number(c, "y")?)?;
                Some(When::Days(super::resolve::part_of(year, part(c))))
            },
        ),
        rule("decade", r"\b(?:(?:early|late|mid)[\s-])?(?:the\s)?(?:early\s|late\s|mid-)?(?<y>(?:1[89]|20)\d0)s\b".to_owned(), |c| {
            let first: i32 = number(c, "y")?;
            Some(When::Days(Interval::year(first)?.join(Interval::year(first + 9)?)))
        }),
        rule(
            "year",
            format!(
                r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Oo]f|[Ff]rom|[Tt]hroughout|[Tt]hrough|[Bb]ack\sto|[Aa]s\searly\sas|[Yy]ear|[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter|[Tt]he|[Ff]or)\s(?<date>(?<y>{YEAR}))\b(?<after>(?:,\d|\s?%|\.\d|\s(?:[Aa]genda|people|troops|soldiers|dollars|yuan|won|companies|students|workers|members|families|homes|tons|tonnes|km|kilometers|kilometres|miles|meters|years|days|jobs|per|m\b))?)"
            ),
            |c| {
                if !c["after"].is_empty() {
                    return None;
                }
                Some(When::Days(Interval::year(number(c, "y")?)?))
            },
        ),
        rule("year-in-brackets", format!(r"\((?<date>(?<y>{YEAR}))\)"), |c| Some(When::Days(Interval::year(number(c, "y")?)?))),
        rule(
            "relative",
            r"(?i)\b(?:(?:(?<early>early|beginning\sof|start\sof)|(?<late>late|end\sof|close\sof)|(?<first>first\shalf\sof)|(?<second>second\shalf\sof)|earlier|later)\s)?(?:(?<this>this|the\scurrent)|(?<last>last|the\sprevious)|(?<next>next|the\scoming|this\scoming))\s(?:(?<year>year)|(?<month>month)|(?<week>week(?:end)?))\b".to_owned(),
            |c| {
                let unit = if has(c, "year") { Unit::Year } else if has(c, "month") { Unit::Month } else { Unit::Week };
                let by = if has(c, "last") { -1 } else { i32::from(has(c, "next")) };
                Some(When::Shift { by, unit, part: part(c) })
            },
        ),
        rule("ago", format!(r"(?i)\b(?:(?:about|almost|nearly|over|more\sthan|some|around|exactly|just)\s)?(?<n>{COUNT})\s(?<u>day|week|month|year|decade)s?\sago\b"), |c| {
            let (count, unit) = units(c)?;
            Some(When::Ago { count, unit })
        }),
        rule("past-units", format!(r"(?i)\b(?:past|last|previous|preceding)\s(?<n>{COUNT})\s(?<u>day|week|month|year|decade)s?\b"), |c| {
            let (count, unit) = units(c)?;
            Some(When::Past { count, unit })
        }),
        rule("past-unit", r"(?i)\b(?:over|in|during|for|of|within)\sthe\s(?<date>(?:past|last)\s(?<u>day|week|month|year|decade))\b".to_owned(), |c| {
            let (count, unit) = scaled(1, &c["u"])?;
            Some(When::Past { count, unit })
        }),
        rule("anniversary", r"(?i)\b(?<n>\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|tenth|fifteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|hundredth)\s(?:\w+\s)?anniversary\b".to_owned(), |c| {
            Some(When::Anniversary { count: numbers::english_ordinal(&c["n"])? })
        }),
        rule("anniversary", r"(?i)\b(?<date>(?<n>\d{1,3})\syears?\s(?:of|since)\s(?:the\sestablishment|diplomatic))\b".to_owned(), |c| {
            Some(When::Anniversary { count: number(c, "n")? })
        }),
        rule("stay-before", format!(r"(?i)\bafter\s(?:a\s)?(?:spending\s)?(?<date>(?<n>{COUNT})(?:\s|-)days?\s(?:visit\sto|stay\sin|in|trip\sto))\b(?<date2>)?"), |c| {
            Some(When::StayBefore { days: u8::try_from(numbers::english(&c["n"])?).ok()? })
        }),
    ])
});

fn month_day(c: &Captures) -> Option<When> {
    let month = month_number(&c["m"])?;
    let first = c.name("m0").and_then(|m| month_number(m.as_str())).unwrap_or(month);
    let day: u8 = number(c, "d")?;
    let second = c.name("m2").and_then(|m| month_number(m.as_str())).unwrap_or(month);
    let to = number::<u8>(c, "d2").map(|day| (second, day));
    let valid = |day: u8| (1..=31).contains(&day);
    (valid(day) && to.is_none_or(|(_, day)| valid(day))).then_some(When::MonthDay {
        month: first,
        day,
        to,
        year: number(c, "y"),
        toward: Toward::Context,
    })
}

fn month(c: &Captures) -> Option<When> {
    Some(When::Month { month: month_number(&c["m"])?, year: None, toward: toward(c) })
}

fn toward(c: &Captures) -> Toward {
    if has(c, "last") {
        Toward::Past
    } else if has(c, "next") {
        Toward::Future
    } else {
        Toward::Context
    }
}

fn weekday(c: &Captures) -> Option<When> {
    let number = |name: &str| {
        const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let at = DAYS.iter().position(|day| c.name(name).is_some_and(|m| m.as_str().starts_with(day)))?;
        u8::try_from(at).ok()
    };
    Some(When::Weekday {
        day: number("w")?,
        to: number("w2"),
        toward: toward(c),
        strict: has(c, "last") || has(c, "next"),
    })
}

fn year_range(c: &Captures) -> Option<When> {
    let first: i32 = number(c, "a")?;
    let last: i32 = number(c, "b")?;
    let last = if last < 100 { first / 100 * 100 + last } else { last };
    (first < last && last - first <= 150)
        .then_some(When::Days(Interval::year(first)?.join(Interval::year(last)?)))
}

fn units(c: &Captures) -> Option<(u16, Unit)> {
    scaled(numbers::english(&c["n"])?, &c["u"])
}

fn scaled(count: u16, unit: &str) -> Option<(u16, Unit)> {
    Some(match unit.to_ascii_lowercase().as_str() {
        "day" => (count, Unit::Day),
        "week" => (count, Unit::Week),
        "month" => (count, Unit::Month),
        "year" => (count, Unit::Year),
        _ => (count.checked_mul(10)?, Unit::Year),
    })
}
