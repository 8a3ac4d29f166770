//! How Chinese names dates.

use std::sync::LazyLock;

use readout_corpus::Interval;
use regex::Captures;

use super::numbers;
use super::rules::{Rule, Rules, has, number, part, season};
use super::when::{Part, Toward, Unit, When};

const YEAR: &str = r"(?:1[89]\d\d|20\d\d)";
const COUNT: &str = r"(?:\d{1,3}|[一二三四五六七八九十百两]{1,4})";
const DAY_PART: &str = r"(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚)?";
const DAY_WORD: &str =
    r"(?:三十一|三十|卅一?|(?:二十|廿)[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])";
/// The same where no month stands before it: what is more than a number of days.
const LATER_DAY_WORD: &str = r"(?:三十一|三十|卅一?|(?:二十|廿)[一二三四五六七八九]?|十[一二三四五六七八九])";
/// What a day that papers call by one letter stands before (“昨在…会见”).
const BEFORE_A_VERB: &str = r"(?:在|与|同|于|起|会|宣|表|率|飞|抵|赴|访|说|主|出|开|召|发|举|结|接|对)";
/// Names a year by the report's: what it adds is read by `relative_year`.
const THIS_YEAR: &str = r"(?<ry>今年|本年|去年|上年|明年|前年|后年)";

pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let rule = |name, pattern: String, read| Rule { name, pattern, read };
    Rules::new(vec![
        rule(
            "date-in-characters",
            format!(r"(?:(?<y>[〇○零一二三四五六七八九]{{4}})年)?(?<m>十[一二]?|[一二三四五六七八九])月(?<d>{DAY_WORD})(?:[日号]?(?:至|到|—|－|-|~)(?<d2>{DAY_WORD}))?[日号]{DAY_PART}"),
            |c| {
                let value = |name: &str| numbers::chinese(&c[name]).and_then(|n| u8::try_from(n).ok());
                let year = c.name("y").and_then(|y| numbers::chinese_year(y.as_str()));
                let (month, day) = (value("m")?, value("d")?);
                let to = c.name("d2").and_then(|d| numbers::chinese(d.as_str())).and_then(|n| u8::try_from(n).ok());
                let to = to.map(|to| (month, to));
                Some(When::MonthDay { month, day, to, year, toward: Toward::Context })
            },
        ),
        rule(
            "day-in-characters",
            format!(r"(?:^|[^月年第])(?<date>(?<d>{LATER_DAY_WORD})(?:[日号]?(?:至|到|—|－|-|~)(?<d2>{LATER_DAY_WORD}))?[日号]{DAY_PART})"),
            |c| {
                let value = |name: &str| u8::try_from(numbers::chinese(c.name(name)?.as_str())?).ok();
                let (day, to) = (value("d")?, value("d2"));
                Some(When::DayOfMonth { day, to, month: None, toward: Toward::Context })
            },
        ),
        rule(
            "day-in-characters",
            r"(?:^|[^月年第历期共计续近每达开留游往])(?<date>(?<d>[一二三四五六七八九])[日号](?:凌晨|上午|中午|下午|晚间|晚)?)(?:在|抵|与|同|于|会见|会谈|表示|宣布|发表|举行|赴|访|率|前往)".to_owned(),
            |c| {
                let day = u8::try_from(numbers::chinese(&c["d"])?).ok()?;
                Some(When::DayOfMonth { day, to: None, month: None, toward: Toward::Context })
            },
        ),
        rule(
            "month-in-characters",
            format!(r"(?:^|[^一二三四五六七八九十个年])(?<date>{THIS_YEAR}?(?<m>十[一二]?|[一二三四五六七八九])月(?:份|底|初|中旬|上旬|下旬)?)"),
            |c| {
                let month = u8::try_from(numbers::chinese(&c["m"])?).ok()?;
                Some(When::Month { month, year: relative_year(c), toward: Toward::Context })
            },
        ),
        rule("year-in-characters", r"(?<y>[〇○零一二三四五六七八九]{4})年".to_owned(), |c| {
            Some(When::Days(Interval::year(numbers::chinese_year(&c["y"])?)?))
        }),
        rule("two-years", "今明两年".to_owned(), |_| {
            Some(When::Years { from: 0, to: 1 })
        }),
        rule(
            "month-day",
            format!(
                r"(?:{THIS_YEAR}|(?<y>{YEAR})\s?年\s?)?(?<m>\d{{1,2}})\s?月\s?(?<d>\d{{1,2}})\s?[日号](?:(?:至|到|—|－|-|~)(?:(?<m2>\d{{1,2}})月)?(?<d2>\d{{1,2}})[日号])?{DAY_PART}"
            ),
            month_day,
        ),
        rule(
            "month-day-range",
            format!(r"(?:{THIS_YEAR}|(?<y>{YEAR})\s?年\s?)?(?<m>\d{{1,2}})月(?<d>\d{{1,2}})(?:至|到|—|－|-|~)(?:(?<m2>\d{{1,2}})月)?(?<d2>\d{{1,2}})[日号]"),
            month_day,
        ),
        rule(
            "day-of-month",
            format!(r"(?:^|[^\d月年第])(?<date>(?<rm>本月|上月|上个月|下月|下个月)?(?<d>\d{{1,2}})\s?(?:[日号])?(?:(?:至|到|—|－|-|~)(?<d2>\d{{1,2}}))?\s?[日号]{DAY_PART})"),
            |c| {
                let month = match c.name("rm").map(|m| m.as_str()) {
                    Some("本月") => Some(0),
                    Some("上月" | "上个月") => Some(-1),
                    Some(_) => Some(1),
                    None => None,
                };
                let (day, to): (u8, Option<u8>) = (number(c, "d")?, number(c, "d2"));
                (1..=31).contains(&day).then_some(When::DayOfMonth { day, to, month, toward: Toward::Context })
            },
        ),
        rule(
            "year-of-the-republic",
            r"(?:民国)?(?<y>1[01]\d)年(?<m>\d{1,2})月(?<d>\d{1,2})日".to_owned(),
            |c| {
                const BEFORE_THE_FIRST: i32 = 1911;
                let year = number::<i32>(c, "y")? + BEFORE_THE_FIRST;
                let (month, day) = (number(c, "m")?, number(c, "d")?);
                Some(When::MonthDay { month, day, to: None, year: Some(year), toward: Toward::Context })
            },
        ),
        rule("today-and-day", r"[今昨明前][（(](?<d>\d{1,2})[)）]\s?[日天晚]".to_owned(), |c| {
            let day: u8 = number(c, "d")?;
            let of_month = When::DayOfMonth { day, to: None, month: None, toward: Toward::Context };
            (1..=31).contains(&day).then_some(of_month)
        }),
        rule("month-year", format!(r"(?<y>{YEAR})年(?<m>\d{{1,2}})月(?:份|底|初|中旬|上旬|下旬)?"), |c| {
            Some(When::Days(Interval::month(number(c, "y")?, number(c, "m")?)?))
        }),
        rule("month", format!(r"(?<next>将于|定于|计划于|将在)?(?<date>{THIS_YEAR}?(?<m>\d{{1,2}})月(?:份|底|初|中旬|上旬|下旬)?)"), |c| {
            let month: u8 = number(c, "m")?;
            let toward = if has(c, "next") { Toward::Future } else { Toward::Context };
            (1..=12).contains(&month).then_some(When::Month { month, year: relative_year(c), toward })
        }),
        rule("year-range", format!(r"(?<a>{YEAR})年?(?:至|到|—|－|–|-|~|和|、|与)(?<b>{YEAR})年?"), |c| {
            let (first, last): (i32, i32) = (number(c, "a")?, number(c, "b")?);
            (first < last).then_some(When::Days(Interval::year(first)?.join(Interval::year(last)?)))
        }),
        rule("year", format!(r"(?<y>{YEAR})年(?<after>(?:年?可持续|议程|愿景)?)(?<early>初|年初)?(?<late>底|末|年底|年末)?(?<first>上半年)?(?<second>下半年)?"), |c| {
            if !c["after"].is_empty() {
                return None;
            }
            Some(When::Days(super::resolve::part_of(Interval::year(number(c, "y")?)?, part(c))))
        }),
        rule("relative", format!(r"{THIS_YEAR}(?:(?<early>年初|初)|(?<late>年底|年末|底)|(?<first>上半年)|(?<second>下半年))?"), |c| {
            Some(When::Shift { by: relative_year(c)?, unit: Unit::Year, part: part(c) })
        }),
        rule("relative", r"(?<last>上个?月|上周|上星期)|(?<next>下个?月|下周|下星期)|(?:本月|这个月|本周|这周)".to_owned(), |c| {
            let text = c.get(0)?.as_str();
            let unit = if text.contains('月') { Unit::Month } else { Unit::Week };
            let by = if has(c, "last") { -1 } else { i32::from(has(c, "next")) };
            Some(When::Shift { by, unit, part: Part::Whole })
        }),
        rule("season", format!(r"(?:{THIS_YEAR}|(?<y>{YEAR})年)的?(?<season>春|夏|秋|冬)[天季]"), |c| {
            season(c, [&["春"], &["夏"], &["秋"], &["冬"]], relative_year(c).or(Some(0)))
        }),
        rule("season", r"(?:今|(?<next>明))(?<season>春|夏|秋|冬)".to_owned(), |c| {
            season(c, [&["春"], &["夏"], &["秋"], &["冬"]], Some(i32::from(has(c, "next"))))
        }),
        rule("weekday", r"(?:(?<last>上)|(?<next>下)|(?:本|这))?(?:周|星期|礼拜)(?<w>[一二三四五六日天])(?:上午|下午|晚)?".to_owned(), |c| {
            let day = "一二三四五六日".chars().position(|d| c["w"].starts_with(d)).unwrap_or(6);
            let toward = match (has(c, "last"), has(c, "next")) {
                (true, _) => Toward::Past,
                (_, true) => Toward::Future,
                _ => Toward::Context,
            };
            Some(When::Weekday { day: u8::try_from(day).ok()?, to: None, toward, strict: has(c, "last") || has(c, "next") })
        }),
        rule("today", r"(?:^|[^到])(?<date>(?<today>今天|今日|今晚|今晨)|(?<yesterday>昨天|昨日|昨晚)|(?<tomorrow>明天|明日|明晚))".to_owned(), |c| {
            let by = if has(c, "yesterday") { -1 } else { i32::from(has(c, "tomorrow")) };
            Some(When::Shift { by, unit: Unit::Day, part: Part::Whole })
        }),
        rule("today", format!(r"(?:^|[，、；。：,\s）)])(?<date>今){BEFORE_A_VERB}"), |_| {
            Some(When::Shift { by: 0, unit: Unit::Day, part: Part::Whole })
        }),
        rule("today", format!(r"(?<date>昨){BEFORE_A_VERB}"), |_| {
            Some(When::Shift { by: -1, unit: Unit::Day, part: Part::Whole })
        }),
        rule("same-day", r"(?<same>当天|当日|当晚)|(?<before>前一天|前一日)|(?<after>次日|第二天|翌日)".to_owned(), |c| {
            Some(When::FromNamed { by: if has(c, "before") { -1 } else { i32::from(has(c, "after")) } })
        }),
        rule("past-units", format!(r"(?:^|[^\d数几])(?<date>(?:过去|近|最近|这)?(?<n>{COUNT})(?:多|余)?年来|过去(?<n2>{COUNT})年)"), |c| {
            let count = c.name("n").or(c.name("n2"))?;
            Some(When::Past { count: numbers::chinese(count.as_str())?, unit: Unit::Year })
        }),
        rule("ago", format!(r"(?:^|[^\d数几])(?<date>(?<n>{COUNT})(?:多|余)?(?:年(?<year>)|个月(?<month>)|天(?<day>))(?:之|以)?前)"), |c| {
            let unit = if has(c, "year") { Unit::Year } else if has(c, "month") { Unit::Month } else { Unit::Day };
            Some(When::Ago { count: numbers::chinese(&c["n"])?, unit })
        }),
        rule("anniversary", format!(r"(?<n>{COUNT})周年"), |c| {
            Some(When::Anniversary { count: numbers::chinese(&c["n"])? })
        }),
        rule("decade", r"(?:(?<c20>上个?世纪|20世纪)|(?<c21>21世纪|本世纪))(?<n>[1-9]0)年代".to_owned(), |c| {
            let tens: i32 = number(c, "n")?;
            let first = tens + if has(c, "c20") { 1900 } else { 2000 };
            Some(When::Days(Interval::year(first)?.join(Interval::year(first + 9)?)))
        }),
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
    Some(When::MonthDay { month, day, to, year: number(c, "y"), toward: Toward::Context })
}

fn relative_year(c: &Captures) -> Option<i32> {
    Some(match c.name("ry")?.as_str() {
        "去年" | "上年" => -1,
        "前年" => -2,
        "明年" => 1,
        "后年" => 2,
        _ => 0,
    })
}
