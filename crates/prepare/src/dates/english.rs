//! How English names dates.

use std::sync::LazyLock;

use readout_corpus::Interval;
use regex::Captures;

use super::absolute::{MONTH, month_number};
use super::numbers;
use super::rules::{self, Rule, Rules, has, number, part};
use super::when::{Part, Toward, Unit, When};

const YEAR: &str = r"(?:1[89]\d\d|20\d\d)";
const WEEKDAY: &str = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const COUNT: &str = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)";

const FULL_MONTH: &str =
    "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

/// What a month before it dates: “the August trip”, “the June Summit of the Americas”.
const EVENT: &str = "(?:visit|trip|tour|meeting|[Ss]ummit|talks|call|conversation|statement|agreement|deal|declaration|test|launch|attack|vote|election|session|[Cc]onference|deadline|convening|announcement|[Oo]rder|[Bb]oard|[Ff]orum|[Cc]ouncil|report|ceasefire|truce|accord|hearing|speech|letter|resolution|consultations|dialogue)";

/// Days that are known by a name in which a weekday stands.
const NAMED_WEEKDAY: &str = "Good|Black|Bloody|Super|Cyber|Fat|Giving|Ash|Palm|Easter|Shrove|Maundy|Casual";

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
        rule(
            "month-of-relative-year",
            format!(
                r"\b(?<m>{MONTH})(?:\s(?<d>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s(?:of\s)?(?:(?<last>last|the\sprevious)|(?<next>next)|this)\syear\b"
            ),
            |c| {
                let (month, by) = (month_number(&c["m"])?, i32::from(has(c, "next")) - i32::from(has(c, "last")));
                Some(match number(c, "d") {
                    Some(day) => When::DayOfRelativeYear { month, day, to: None, year: by },
                    None => When::Month { month, year: Some(by), toward: Toward::Context },
                })
            },
        ),
        rule("month-day", format!(r"\b(?<m>{MONTH})\s(?:the\s)?(?<d>\d{{1,2}}){day_end}"), month_day),
        rule("day-month", format!(r"\b(?<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?<m>{MONTH})"), month_day),
        rule("month-year", format!(r"\b(?:(?<part>early|late|mid)[\s-])?(?<m>{MONTH})(?:\sof)?,?\s(?<y>{YEAR})\b"), |c| {
            let month = Interval::month(number(c, "y")?, month_number(&c["m"])?)?;
            Some(When::Days(month))
        }),
        rule(
            "month",
            r"\b(?:(?:[Ii]n|[Mm]onth\sof|[Ww]eek\sof|planned\sfor|scheduled\sfor|set\sfor|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y|[Ff]rom|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id-?|[Ee]nd\sof|[Ss]tart\sof|[Bb]eginning\sof)\s(?:(?:the|early|late|mid-?)\s)?|(?<last>[Ll]ast|[Pp]ast|[Pp]revious)\s|(?<next>[Nn]ext|[Cc]oming|[Uu]pcoming)\s)(?<date>(?<m>January|February|March|April|May|June|July|August|September|October|November|December))\b".to_owned(),
            month,
        ),
        rule(
            "month-before-event",
            format!(r"\b(?<date>(?<m>{FULL_MONTH})\s{EVENT})\b"),
            month,
        ),
        rule(
            "month-before-event",
            format!(r"\b(?:the|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur)\s(?<date>(?<m>{FULL_MONTH}))\s(?:[A-Z][\w.&-]*\s){{1,4}}{EVENT}\b"),
            month,
        ),
        rule(
            "months",
            format!(r"\b(?<m>{FULL_MONTH})\s?(?:and|or|to|through|until|-|–)\s?(?<m2>{FULL_MONTH})\b(?:,?\s(?<y>{YEAR})\b)?"),
            |c| {
                let (month, to) = (month_number(&c["m"])?, month_number(&c["m2"])?);
                let Some(year) = number::<i32>(c, "y") else { return Some(When::Months { month, to }) };
                let first = year - i32::from(to < month);
                Some(When::Days(Interval::month(first, month)?.join(Interval::month(year, to)?)))
            },
        ),
        rule(
            "weekday-range",
            format!(r"\b(?<w>{WEEKDAY})\s?(?:to|through|until|-|–)\s?(?<w2>{WEEKDAY})\b"),
            weekday,
        ),
        rule(
            "weekday",
            format!(
                r"\b(?:(?<name>{NAMED_WEEKDAY})\s)?(?:(?:late|early)\s(?:on\s)?)?(?:(?<last>last|past|previous)\s|(?<next>next|coming|upcoming)\s|(?<this>this)\s)?(?<w>{WEEKDAY})\b(?:\s(?:morning|afternoon|evening|night)\b)?(?<day>,?\s(?:the\s)?(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH})\b)?"
            ),
            // “Monday, December 5” is one date, and the other rules have it.
            |c| if has(c, "name") || has(c, "day") { None } else { weekday(c) },
        ),
        rule(
            "today",
            r"(?i)\b(?:(?:earlier|late|later|early)\s)?(?:(?<today>today|tonight|this\s(?:morning|afternoon|evening))|(?<yesterday>yesterday|last\s(?:night|evening))|(?<tomorrow>tomorrow))\b(?:\s(?:morning|afternoon|evening|night)\b)?(?<age>['’]s\s(?:world|society|reality|(?-i:[A-Z])\w+[,.;]))?".to_owned(),
            |c| {
                // “Today’s world” is that of the age.
                if has(c, "age") {
                    return None;
                }
                let by = if has(c, "yesterday") { -1 } else { i32::from(has(c, "tomorrow")) };
                Some(When::Shift { by, unit: Unit::Day, part: Part::Whole })
            },
        ),
        rule(
            "same-day",
            // “The day after the fighting ends” is no day that a text has named.
            r"(?i)\b(?:(?<same>(?:on\s)?(?:the\s)?same\sday|earlier\sin\sthe\sday|later\sin\sthe\sday)|(?<before>(?:the\s)?(?:previous\sday|day\searlier|day\sbefore(?<clause>\s(?:the|an?|his|her|its|their|our)\b)?))|(?<after>(?:the\s)?(?:following\sday|next\sday|day\safter(?<then>\s(?:the|an?|his|her|its|their|our)\b)?)))\b".to_owned(),
            |c| {
                let named = !has(c, "clause") && !has(c, "then");
                named.then_some(When::FromNamed { by: if has(c, "before") { -1 } else { i32::from(has(c, "after")) } })
            },
        ),
        rule(
            "weekend",
            r"(?i)\b(?:over|during|throughout)\sthe\s(?<date>weekend)\b|\b(?<past>(?:this\s)?(?:past|last)\sweekend)\b|\b(?<next>(?:this\scoming|next)\sweekend)\b|\b(?<this>this\sweekend)\b".to_owned(),
            |c| Some(When::Weekday { day: 5, to: Some(6), toward: toward(c), strict: has(c, "past") }),
        ),
        rule(
            "season",
            format!(r"(?i)\b(?<date>(?:(?:earlier|later|early|late)\s)?(?:(?<this>this\s(?:past\s|coming\s)?)|(?<last>last\s)|(?<next>next\s)|(?:the\s)?)(?<season>spring|summer|autumn|fall|winter)\b(?:\s(?:of\s)?(?<y>{YEAR})(?:[/-]\d\d)?\b)?)"),
            season,
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
                r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Oo]f|[Ff]rom|[Tt]hroughout|[Tt]hrough|[Bb]ack\sto|[Aa]s\searly\sas|[Yy]ear|[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter|[Tt]he|[Ff]or|[Bb]eyond|[Ii]nto|[Tt]han|[Vv]ersus|[Cc]ompared\sto|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Uu]pcoming|\w['’]s)\s(?<date>(?<y>{YEAR}))\b(?<after>(?:,\d|\s?%|\.\d|\s(?:[Aa]genda|people|troops|soldiers|dollars|yuan|won|companies|students|workers|members|families|homes|tons|tonnes|km|kilometers|kilometres|miles|meters|years|days|jobs|per|m\b))?)"
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
            r"(?i)\b(?:(?:(?<early>early|beginning\sof|start\sof)|(?<late>late|end\sof|close\sof)|(?<first>first\shalf\sof)|(?<second>second\shalf\sof)|earlier|later)\s)?(?:(?<this>this(?:\spast)?|the\scurrent)|(?<last>last|the\sprevious)|(?<next>next|the\scoming|this\scoming))\s(?:(?<year>year)|(?<month>month)|(?<week>week))\b|\b(?:(?<begins>beginning|start)|(?<ends>end|close))\sof\sthe\s(?:(?<wholeyear>year)|(?<wholemonth>month))\b".to_owned(),
            |c| {
                let unit = if has(c, "year") || has(c, "wholeyear") { Unit::Year } else if has(c, "month") || has(c, "wholemonth") { Unit::Month } else { Unit::Week };
                let by = if has(c, "last") { -1 } else { i32::from(has(c, "next")) };
                let part = if has(c, "begins") { Part::Early } else if has(c, "ends") { Part::Late } else { part(c) };
                Some(When::Shift { by, unit, part })
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
        rule("anniversary", format!(r"(?i)\b(?<n>{COUNT})[\s-]years?\sanniversary\b"), |c| {
            Some(When::Anniversary { count: numbers::english(&c["n"])? })
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

/// A season: of the year that it names, of the report's, or of the one before or after.
fn season(c: &Captures) -> Option<When> {
    const NAMES: [&[&str]; 4] = [&["spring"], &["summer"], &["autumn", "fall"], &["winter"]];
    let says = has(c, "this") || has(c, "last") || has(c, "next");
    let by = if has(c, "last") { -1 } else { i32::from(has(c, "next")) };
    rules::season(c, NAMES, says.then_some(by))
}

fn toward(c: &Captures) -> Toward {
    if has(c, "last") || has(c, "past") {
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
