//! Bylines and datelines: the lines and phrases at a report's head that say who, where and when.

use std::sync::LazyLock;

use readout_corpus::Day;
use regex::Regex;

use crate::dates::absolute;
use crate::publishers::{Publisher, Publishers};
use crate::traditional::simplified;

/// The longest line that can be a byline (characters).
const LONGEST_BYLINE: usize = 200;

/// Words of a byline that are neither its date nor its publisher, at most.
const OTHER_WORDS: usize = 8;

/// What a byline says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// The day of publication: of the first publication where an update is given too.
    pub(super) published: Option<Day>,
    /// The name of the publisher that it credits, as this project names it.
    pub(super) publisher: Option<String>,
    /// A place that stands in it alone (“Reuters | Seoul | …”).
    pub(super) place: Option<String>,
    /// Whether its day has a time of day or a word such as “published” beside it.
    pub(super) timed: bool,
    /// The day where the month stands first in it, as in the United States.
    pub(super) month_first: Option<Day>,
}

/// What a dateline says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) place: Option<String>,
    /// Month and day as written; the year is the document's.
    pub(super) date: Option<(Option<i32>, u8, u8)>,
    pub(super) agency: Option<String>,
}

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(r"(?i)(?:오전|오후|上午|下午)?\s?\b\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?\(?(?:[A-Z]{2,4}\b|GMT[+-]\d+|[+-]\d{2}:?\d{2})\)?)?"))
        .expect("the pattern is constant, and tests use it")
});

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(r"(?i)\b(?:last\s+)?(?:updated?|published|posted|created|modified|released|issued|first|date|time|source|from|by|on|at|in|editor|reporter|staff|writer|correspondent|web)\b|来源|来自|发布时间|时间|日期|发布|更新|编辑|责任编辑|作者|记者[\s:：]|[\s(（|]记者\p{Han}{2,4}\s?[/／]|浏览次数|입력|수정|승인|등록|게재|송고|기자|특파원|최종|작성일"))
    .expect("the pattern is constant, and tests use it")
});

static FIRST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(
        r"(?i)(?:published|created|posted|released|发布|입력|등록|송고)[^0-9A-Z]{0,16}$",
    ))
    .expect("the pattern is constant, and tests use it")
});

/// Reads a line as a byline; `None` where it is none.
pub(super) fn read(line: &str, publishers: &Publishers) -> Option<Byline> {
    let line = &*simplified(line);
    if line.chars().count() > LONGEST_BYLINE {
        return None;
    }
    let dates = absolute::find(line);
    if (crate::sentences::ends_as_sentence(line) && !line.ends_with("m.")) || is_title(line) {
        return None;
    }
    if !starts_as_credit(line) && (tells_a_sentence(line) || is_caption(line, &dates)) {
        return None;
    }
    if dates.is_empty() && !starts_as_credit(line) {
        let publisher = publishers.named(trim_marks(line))?.name.clone();
        return Some(Byline { publisher: Some(publisher), ..Byline::default() });
    }
    let mut rest = String::new();
    let mut at = 0;
    for date in &dates {
        rest.push_str(line.get(at..date.range.start)?);
        rest.push_str(" | ");
        at = date.range.end;
    }
    rest.push_str(line.get(at..)?);
    let clock = CLOCK.is_match(&rest);
    let rest = CLOCK.replace_all(&rest, " | ");
    // A time of day labels a date as well as a word does.
    let labelled = LABEL.is_match(&rest) || clock;
    let credited = publishers.credited(&rest);
    let rest = LABEL.replace_all(&rest, " | ");
    let parts: Vec<&str> =
        rest.split(['|', '丨', '｜', '•', '·']).map(trim_marks).filter(|part| !part.is_empty()).collect();
    let words: usize = parts.iter().map(|part| weight(part)).sum();
    let is_byline = if dates.is_empty() {
        credited.is_some() || words <= OTHER_WORDS
    } else {
        words <= if labelled || credited.is_some() { OTHER_WORDS + 4 } else { 3 }
    };
    if !is_byline {
        return None;
    }
    let first = dates.iter().find(|date| FIRST.is_match(&line[..date.range.start])).or_else(|| dates.first());
    let place = parts.iter().find(|part| {
        credited.is_some()
            && publishers.credited(part).is_none()
            && weight(part) <= 2
            && part.starts_with(char::is_uppercase)
            && part.chars().all(|c| c.is_alphabetic() || c == ' ')
            && line.contains('|')
    });
    Some(Byline {
        published: first.map(|date| date.day),
        month_first: first.map(absolute::FullDate::month_first),
        publisher: credited.map(|publisher: &Publisher| publisher.name.clone()),
        place: place.map(|part| (*part).to_owned()),
        timed: labelled && !dates.is_empty(),
    })
}

/// Whether a line is the title of somebody's words or of a meeting, which may name a publisher and a day
/// itself.
fn is_title(line: &str) -> bool {
    const WORDS: &[&str] = &["remarks", "statement", "speech", "address", "readout"];
    const MEETINGS: &[&str] = &["meeting with ", "call with ", "talks with ", "conversation with "];
    let lower = line.to_lowercase();
    if MEETINGS.iter().any(|words| lower.contains(words)) {
        return true;
    }
    let opens = WORDS.iter().filter_map(|word| lower.strip_prefix(word));
    opens.into_iter().any(|rest| [" by ", " from ", " of "].iter().any(|by| rest.starts_with(by)))
}

/// Whether a Chinese line says what somebody did on a day, as captions do (“外长2021年5月4日在罗马出席会议（法新社）”).
fn is_caption(line: &str, dates: &[absolute::FullDate]) -> bool {
    const DID: &[&str] = &["在", "于", "出席", "抵达", "访问", "会见", "同", "与"];
    dates.iter().any(|date| {
        let before = line[..date.range.start].chars().next_back();
        before.is_some_and(crate::sentences::is_han_or_kana)
            && DID.iter().any(|word| line[date.range.end..].starts_with(word))
    })
}

/// Whether a line says at what time of day something was published.
pub(super) fn is_dated(line: &str) -> bool {
    let line = &*simplified(line);
    CLOCK.is_match(line) && LABEL.is_match(line)
}

/// The day that an agency in Taipei puts behind those who worked on a report, in years of the republic:
/// “（編輯：…）1131219”.
pub(super) fn signed_day(paragraph: &str) -> Option<Day> {
    const BEFORE_THE_FIRST: i32 = 1911;
    static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[)）](?<y>1[01][0-9])(?<m>[0-9]{2})(?<d>[0-9]{2})$")
            .expect("the pattern is constant, and tests use it")
    });
    let found = SIGNED.captures(paragraph.trim_end())?;
    let year = found["y"].parse::<i32>().ok()? + BEFORE_THE_FIRST;
    Day::from_ymd(year, found["m"].parse().ok()?, found["d"].parse().ok()?)
}

/// Whether a line begins with a whole sentence, whatever stands behind it.
fn tells_a_sentence(line: &str) -> bool {
    const WORDS: usize = 6;
    let sentences = crate::sentences::split(line);
    let [first, _, ..] = sentences.as_slice() else { return false };
    line[first.clone()].split_whitespace().count() >= WORDS
}

/// Whether a line holds a date and hardly anything else: “May 4, 2021”, “Updated: 2021-05-04 18:02”.
pub(super) fn is_alone(line: &str) -> bool {
    let line = line.trim();
    if line.chars().count() > LONGEST_BYLINE || crate::sentences::ends_as_sentence(line) {
        return false;
    }
    let dates = absolute::find(line);
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return false };
    let around = format!("{} {}", &line[..first.range.start], &line[last.range.end..]);
    let clock = CLOCK.is_match(&around);
    let rest = LABEL.replace_all(&around, " ");
    let words = weight(&CLOCK.replace_all(&rest, " "));
    words <= if clock || rest != around { OTHER_WORDS } else { 3 }
}

/// Whether a line begins as one that credits a source or an author.
pub(super) fn starts_as_credit(line: &str) -> bool {
    static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(&crate::sentences::ascii_pattern(
            r"(?i)^(?:by\s|(?:source|from)\s*[:：]|来源\s*[:：]|출처\s*[:：])",
        ))
        .expect("the pattern is constant")
    });
    CREDIT.is_match(line)
}

fn trim_marks(part: &str) -> &str {
    part.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Words; two characters count as one where words have no spaces.
fn weight(part: &str) -> usize {
    let wide = part.chars().filter(|&c| crate::sentences::is_han_or_kana(c)).count();
    part.split_whitespace().filter(|word| !word.chars().all(crate::sentences::is_han_or_kana)).count()
        + wide.div_ceil(2)
}

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    let month = absolute::MONTH;
    Regex::new(&crate::sentences::ascii_pattern(&format!(
        r"(?x)^
        (?:\((?<before>[A-Z][A-Za-z/\ .]{{1,30}})\)\s*[-–—]*\s*)?
        (?<place>[A-Z][A-Z.'’/-]+(?:[\ ,]+[A-Z][A-Za-z.'’-]+){{0,4}}?
          |[A-Z][a-z]+(?:\ [A-Z][a-z]+){{0,2}}?)
        (?:[,.]\s*(?<month>{month})\s+(?<day>\d{{1,2}})(?:,\s*(?<year>\d{{4}}))?)?
        (?:\.?\s*/(?<marked>[A-Z][A-Za-z-]{{1,20}})/\.?
          |\s*(?:\((?<agency>[A-Z][A-Za-z0-9/\ .-]{{1,30}})\))?\s*(?:--+|[–—]|-\s))\s*",
    )))
    .expect("the pattern is constant, and tests use it")
});

static DATELINE_ZH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(
        r"(?x)^(?:[（(【]?(?:本报|[\p{Han}]{1,6}[社网報报]|人民网)(?:记者(?:\p{Han}{3}|\p{Han}{2}))?)?
        (?<place>\p{Han}{2,8}?)\s?(?:(?<month>\d{1,2})\s?月\s?)?(?<day>\d{1,2})\s?日\s?(?:专|综合|综合外)?[电讯]",
    ))
    .expect("the pattern is constant, and tests use it")
});

static DATELINE_KO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&crate::sentences::ascii_pattern(r"(?x)^[\[(【](?<place>[\p{Hangul}·,\ ]{1,20})\s?=\s?(?<agency>[^\])】=]{1,20})[\])】](?:\s?[\p{Hangul}·\ ,]{2,30}=)?"))
    .expect("the pattern is constant, and tests use it")
});

/// Reads the dateline that a paragraph begins with.
pub(super) fn head(paragraph: &str, publishers: &Publishers) -> Option<Head> {
    if let Some(found) = DATELINE_KO.captures(paragraph) {
        return Some(Head {
            place: found.name("place").map(|m| m.as_str().trim().to_owned()),
            date: None,
            agency: publishers.credited(found.name("agency")?.as_str()).map(|p| p.name.clone()),
        });
    }
    if let Some(found) = DATELINE_ZH.captures(&simplified(paragraph)) {
        let number = |name: &str| found.name(name).and_then(|m| m.as_str().parse::<u8>().ok());
        let head = found.get(0)?.as_str();
        return Some(Head {
            // as the page prints it
            place: found.name("place").and_then(|m| paragraph.get(m.range())).map(str::to_owned),
            date: number("month").zip(number("day")).map(|(month, day)| (None, month, day)),
            agency: publishers.credited(head).map(|p| p.name.clone()),
        });
    }
    let found = DATELINE.captures(paragraph)?;
    let place = found.name("place")?.as_str().trim_end_matches(',');
    let group = |name: &str| found.name(name).map(|m| m.as_str());
    let agency = group("agency").or(group("marked")).or(group("before"));
    let shouted = place.chars().filter(|c| c.is_alphabetic()).take(3).all(char::is_uppercase);
    // “Seoul – …” may begin any sentence; capitals, a date or an agency make it a dateline.
    let opens_sentence = place.split(' ').next().is_some_and(crate::sentences::is_starter);
    if !(shouted
        || (group("month").is_some() && !opens_sentence)
        || agency.is_some_and(|name| publishers.credited(name).is_some()))
    {
        return None;
    }
    let day = group("day").and_then(|d| d.parse().ok());
    let year = group("year").and_then(|y| y.parse().ok());
    let credited = agency.and_then(|name| publishers.credited(name)).or_else(|| publishers.named(place));
    Some(Head {
        place: publishers.named(place).is_none().then(|| place_name(place)),
        date: group("month").and_then(absolute::month_number).zip(day).map(|(month, day)| (year, month, day)),
        agency: credited.map(|p| p.name.clone()),
    })
}

/// “BEIJING” as “Beijing”, “RIO DE JANEIRO” as “Rio de Janeiro”; what has small letters stays as it is.
pub(super) fn place_name(printed: &str) -> String {
    if printed.chars().any(char::is_lowercase) {
        return printed.to_owned();
    }
    const SMALL: &[&str] = &["DE", "DA", "DO", "DEL", "DI", "LA", "OF", "THE", "AND"];
    let mut name = String::new();
    let mut inside = false;
    for (at, c) in printed.char_indices() {
        let word = printed[at..].split(' ').next().unwrap_or_default();
        inside |= at > 0 && SMALL.contains(&word);
        if inside {
            name.extend(c.to_lowercase());
        } else {
            name.push(c);
        }
        inside = c.is_alphabetic();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_capitals_are_written_small() {
        for (printed, expect) in [
            ("BEIJING", "Beijing"),
            ("RIO DE JANEIRO", "Rio de Janeiro"),
            ("The Hague", "The Hague"),
            ("THE HAGUE", "The Hague"),
        ] {
            assert_eq!(place_name(printed), expect);
        }
    }

    #[test]
    fn bylines_are_read() {
        let publishers = Publishers::default();
        let check = |line: &str, expect: Option<(Option<&str>, Option<&str>, Option<&str>)>| {
            let found =
                read(line, &publishers).map(|b| (b.published.map(|d| d.to_string()), b.publisher, b.place));
            let found = found.as_ref().map(|(d, p, l)| (d.as_deref(), p.as_deref(), l.as_deref()));
            assert_eq!(found, expect, "{line}");
        };
        check("On May 3, 2019 the ministers met in Rome. They said that it was good x", None);
        check("Xinhua | Updated: 2017-11-23 01:42", Some((Some("2017-11-23"), Some("Xinhua"), None)));
        check("Xinhua Published: 2017-05-19 11:50:52", Some((Some("2017-05-19"), Some("Xinhua"), None)));
        check(
            "Reuters | Seoul | Updated: 27-11-2020 14:22 IST | Created: 26-11-2020 13:49 IST",
            Some((Some("2020-11-26"), Some("Reuters"), Some("Seoul"))),
        );
        check("연합뉴스 | 2025-12-29 00:00 |", Some((Some("2025-12-29"), Some("Yonhap"), None)));
        check("2022年3月4日 10:11 来源：新华社", Some((Some("2022-03-04"), Some("Xinhua"), None)));
        check("2022年3月4日 10:11 來源：新華社", Some((Some("2022-03-04"), Some("Xinhua"), None)));
        check("Brussels, 22/06/2015 - 00:00, UNIQUE ID: 150622_03", Some((Some("2015-06-22"), None, None)));
        check(
            "<저작권자 (C) 연합뉴스 무단전재 및 재배포금지> 2017/02/07 17:17 송고",
            Some((Some("2017-02-07"), Some("Yonhap"), None)),
        );
        check("2022-03-04 記者王小明／台北報導", Some((Some("2022-03-04"), None, None)));
        check("2022年3月4日外交部发言人主持例行记者会", None);
        check("By the foreign desk", Some((None, None, None)));
        check("Reuters", Some((None, Some("Reuters"), None)));
        check("(Xinhua)", Some((None, Some("Xinhua"), None)));
        check(
            "Updated: Apr 27,2018 7:23 AM  China Daily",
            Some((Some("2018-04-27"), Some("China Daily"), None)),
        );
        check("date 2020-11-26 Left Menu", Some((Some("2020-11-26"), None, None)));
        check("On May 19, 2017 the minister met the visiting envoy and agreed to go on with the talks", None);

        check(
            "2013-06-08 08:48 Xinhua     Editor: the desk",
            Some((Some("2013-06-08"), Some("Xinhua"), None)),
        );
        check("Source: Official website of the President of Russia", Some((None, Some("Kremlin"), None)));
        check("Posted Jan 7, 2020 7:22 pm EST", Some((Some("2020-01-07"), None, None)));
        check("Remarks by the minister at the Reuters forum of May 19, 2017", None);
        check("PM meeting with the European Commission: 19 May 2017", None);
        check(
            "From: Prime Minister's Office, 10 Downing Street and the minister for the rivers and the lakes",
            Some((None, Some("Prime Minister's Office, 10 Downing Street"), None)),
        );
        check("They met on May 19, 2017.", None);
        check("外交部长2017年5月19日在罗马出席会议（Reuters）", None);
        check("The Reuters report was long.", None);
        check("Minister visits the port", None);
    }

    #[test]
    fn an_agency_signs_with_the_day_in_years_of_the_republic() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(signed_day(text).map(|day| day.to_string()).as_deref(), expect, "{text}");
        };
        check("橋很長。(編輯:某某某)1080503", Some("2019-05-03"));
        check("橋很長。(編輯:某某某)1083503", None);
        check("橋很長1080503", None);
    }

    #[test]
    fn datelines_are_read() {
        let publishers = Publishers::default();
        type Parts<'a> = (Option<&'a str>, Option<(u8, u8)>, Option<&'a str>);
        let check = |text: &str, expect: Option<Parts>| {
            let found = head(text, &publishers).map(|h| (h.place, h.date.map(|(_, m, d)| (m, d)), h.agency));
            let found = found.as_ref().map(|(p, d, a)| (p.as_deref(), *d, a.as_deref()));
            assert_eq!(found, expect, "{text}");
        };
        check("BEIJING, Nov 22 -- The minister", Some((Some("Beijing"), Some((11, 22)), None)));
        check("NEW YORK, Sept. 3 (Xinhua) -- The", Some((Some("New York"), Some((9, 3)), Some("Xinhua"))));
        check("（中央社記者某某某羅馬4日電）部長", Some((Some("羅馬"), None, Some("CNA Taiwan"))));
        check("(中央社羅馬4日綜合外電報導)部長", Some((Some("羅馬"), None, Some("CNA Taiwan"))));
        check("SEOUL (Reuters) - The", Some((Some("Seoul"), None, Some("Reuters"))));
        check("Seoul (AP) — The", Some((Some("Seoul"), None, Some("AP"))));
        check("MOSCOW, November 9. /TASS/. The", Some((Some("Moscow"), Some((11, 9)), Some("TASS"))));
        check("KYIV. Nov 9 (Interfax-Ukraine) – The", Some((Some("Kyiv"), Some((11, 9)), Some("Interfax"))));
        check("MOSCOW/MINSK (Sputnik) - The", Some((Some("Moscow/Minsk"), None, Some("Sputnik"))));
        check("WASHINGTON — The", Some((Some("Washington"), None, None)));
        check("新华社北京11月22日电（记者）外长", Some((Some("北京"), Some((11, 22)), Some("Xinhua"))));
        check("中央社台北22日電", Some((Some("台北"), None, Some("CNA Taiwan"))));
        check("(서울=연합뉴스) 장관은", Some((Some("서울"), None, Some("Yonhap"))));
        check("The talks — long ones — went on.", None);
        check("On Friday, May 5 - the day of the talks -", None);
    }
}
