//! Finds the dates that a text names and resolves each to calendar days.
//!
//! Wordings are found by the rules of the document's language (`english`, `chinese`, `korean`), each
//! a pattern and what it says (`when`); `resolve` turns that into days against the day of the report
//! (`context`). Anniversaries and stays look at the whole document. Times of day are not dates.

pub(crate) mod absolute;
mod anniversaries;
mod chinese;
mod context;
mod english;
mod korean;
mod numbers;
mod resolve;
mod rules;
#[cfg(test)]
mod tests;
mod when;

use readout_corpus::{DateMention, Day, Document, Interval, Role, Span, Why};

use anniversaries::Foundings;
use context::Anchor;
use resolve::Against;
use rules::{Found, Rules};
use when::{Toward, Unit, When};

/// Years that a stated year and an anniversary may stand apart in a sentence (bytes).
const YEAR_WITHIN: usize = 160;

/// How many sentences back “이날” and “当天” can mean the day of.
const SAME_DAY_WITHIN: usize = 3;

/// How far from the report the day may lie that the text is about (days).
const LEAD_WITHIN: i32 = 3;

/// The dates named in a document, ordered by span.
pub(crate) fn find(document: &Document) -> Vec<DateMention> {
    let anchor = context::anchor(document);
    let rules = rules_for(&document.card.language);
    // “이날” and “当天” look further back than “the same day”.
    let eastern = matches!(document.card.language.as_str(), "zh" | "ko" | "ja");
    let reach = if eastern { SAME_DAY_WITHIN } else { 1 };
    let mut named = Named::default();
    let mut foundings = Foundings::default();
    let mut mentions = Vec::new();
    let mut anniversaries = Vec::new();
    for (n, sentence) in document.sentences.iter().enumerate() {
        let text = sentence.span.of(&document.text).unwrap_or_default();
        let found = wordings(text, rules, anchor.map(|anchor| anchor.day));
        let mut resolved: Vec<Option<Interval>> = Vec::with_capacity(found.len());
        for date in &found {
            let same_day = anchor.map(|anchor| named.meant(n, &date.when, anchor.day, reach));
            let days = days_of(date, text, anchor, same_day, &found, &resolved);
            resolved.push(days);
            let Some(days) = days else { continue };
            // What a headline names is not told yet.
            if sentence.role != Role::Title && names_a_day(&date.when) && days.from == days.to {
                named.note(n, days.from, anchor);
            }
            foundings.note(text, days);
        }
        for (at, (date, days)) in found.iter().zip(&resolved).enumerate() {
            let span = Span::new(
                sentence.span.start as usize + date.range.start,
                sentence.span.start as usize + date.range.end,
            );
            let place = Place { sentence: u32::try_from(n).unwrap_or(u32::MAX), span };
            if let When::Anniversary { count } = date.when {
                let stated = stated_year(at, &found, &resolved);
                if let Some(year) = stated {
                    foundings.settle(count, year);
                }
                anniversaries.push((place, count, stated, date.rule));
            } else if let Some(days) = *days {
                mentions.push(place.mention(days, why(date, anchor, days)));
            }
        }
    }
    for (place, count, stated, rule) in anniversaries {
        let text = document.sentence_text(place.sentence);
        let report = anchor.map(|anchor| anchor.day.year());
        let found = match stated {
            Some(year) => Some((year, format!("the sentence says {year}"), 92)),
            None => report.and_then(|report| foundings.year_of(count, text, report)),
        };
        if let Some((year, evidence, confidence)) = found
            && let Some(days) = Interval::year(year)
        {
            mentions.push(place.mention(days, Why::rule(rule, evidence, confidence)));
        }
    }
    mentions.sort_by_key(|mention| (mention.span, mention.days.from));
    mentions
}

/// The wordings that would be dates if the day of the report were known; their days mean nothing.
pub(crate) fn unresolved(document: &Document) -> Vec<DateMention> {
    if context::anchor(document).is_some() {
        return Vec::new();
    }
    let mut dated = document.clone();
    dated.card.published = Day::from_ymd(2000, 1, 1);
    let mut found = find(&dated);
    found.retain(|date| document.dates.iter().all(|known| !known.span.overlaps(date.span)));
    found
}

/// The days that a text has named so far.
#[derive(Debug, Default)]
struct Named {
    /// The first one near the day of the report: the day that the text is about.
    lead: Option<Day>,
    /// The last one, and its sentence.
    last: Option<(usize, Day)>,
}

impl Named {
    fn note(&mut self, sentence: usize, day: Day, anchor: Option<Anchor>) {
        let near = |anchor: Anchor| (day.epoch_days() - anchor.day.epoch_days()).abs() <= LEAD_WITHIN;
        if self.lead.is_none() && anchor.is_some_and(near) {
            self.lead = Some(day);
        }
        self.last = Some((sentence, day));
    }

    /// The day that “the same day” means here: the last one named in this sentence or in `reach`
    /// sentences before.
    /// “The day before” looks no further than its own sentence, for in the next one it is the day
    /// before the report again.
    fn meant(&self, sentence: usize, when: &When, report: Day, reach: usize) -> Day {
        let near = matches!(when, When::FromNamed { by: 0 } | When::Shift { by: 0, unit: Unit::Day, .. });
        let reach = if near { reach } else { 0 };
        let last = self.last.filter(|(at, _)| sentence - at <= reach).map(|(_, day)| day);
        last.or(self.lead).unwrap_or(report)
    }
}

/// Where a mention stands.
struct Place {
    sentence: u32,
    span: Span,
}

impl Place {
    fn mention(&self, days: Interval, why: Why) -> DateMention {
        DateMention { sentence: self.sentence, span: self.span, days, why }
    }
}

fn rules_for(language: &str) -> &'static Rules {
    match language {
        "zh" | "ja" => &chinese::RULES,
        "ko" => &korean::RULES,
        _ => &english::RULES,
    }
}

/// Dates written in full, then what the language's rules find in the words between. Of 10/07 that can
/// be two days, the one nearer to the report's is meant.
fn wordings(text: &str, rules: &Rules, report: Option<Day>) -> Vec<Found> {
    let full = absolute::find(text).into_iter().map(|date| Found {
        rule: if date.other.is_some() { "full-date-either-order" } else { "full-date" },
        when: When::Days(Interval::day(date.near(report))),
        range: date.range,
    });
    let mut found: Vec<Found> = full.collect();
    let others = rules.find(text);
    for other in others {
        // A range that ends in a full date (“May 3 to May 5, 2020”) says more than the date alone.
        let longer = |date: &Found| {
            other.range.start <= date.range.start
                && date.range.end <= other.range.end
                && other.range.len() > date.range.len()
        };
        if found.iter().any(|date| {
            date.range.start < other.range.end && other.range.start < date.range.end && !longer(date)
        }) {
            continue;
        }
        found.retain(|date| !longer(date));
        found.push(other);
    }
    found.sort_by_key(|date| date.range.start);
    found
}

fn days_of(
    date: &Found,
    text: &str,
    anchor: Option<Anchor>,
    same_day: Option<Day>,
    found: &[Found],
    resolved: &[Option<Interval>],
) -> Option<Interval> {
    if let When::Days(days) = date.when {
        return Some(days);
    }
    let report = anchor?.day;
    if let When::StayBefore { days } = date.when {
        // The arrival is the last single day that the sentence names before the stay.
        let arrival = found.iter().zip(resolved).filter(|(before, _)| before.range.end <= date.range.start);
        let day = arrival.filter_map(|(_, days)| *days).rfind(|days| days.from == days.to)?.to;
        return Some(Interval::new(day.plus(1 - i32::from(days)), day));
    }
    if let Some(day) = next_weekday(date, text, found, resolved) {
        return Some(Interval::day(day));
    }
    let ahead = context::looks_ahead(text, date.range.start, date.range.end);
    // Who says “today” in a quotation means the day on which he said it.
    if matches!(date.when, When::Shift { by: 0, unit: Unit::Day, .. }) && quoted(text, date.range.start) {
        return same_day.map(Interval::day);
    }
    let in_year = year_before(date, text, found, resolved);
    let report = in_year.map_or(report, |year| report_in(year, report));
    resolve::days(&date.when, Against { report, named: same_day.unwrap_or(report), ahead })
}

/// “Friday and Saturday”: the weekday that follows the one before it.
fn next_weekday(date: &Found, text: &str, found: &[Found], resolved: &[Option<Interval>]) -> Option<Day> {
    let When::Weekday { day, to: None, toward: Toward::Context, .. } = date.when else { return None };
    let (before, days) =
        found.iter().zip(resolved).rfind(|(before, _)| before.range.end <= date.range.start)?;
    let When::Weekday { day: first, to: None, .. } = before.when else { return None };
    let between = text.get(before.range.end..date.range.start)?;
    let joined = matches!(between, " and " | " and on " | " or " | ", ");
    Some((*days)?.from.plus((i32::from(day) - i32::from(first)).rem_euclid(7))).filter(|_| joined)
}

/// Whether quotation marks are open at a byte of a sentence.
fn quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.matches('"').count() % 2 == 1 || before.matches('“').count() > before.matches('”').count()
}

/// The year that the same sentence has just given to a month and day: “in 2015 …, on 5 May”, or
/// “in May 2015 …, in June of the same year”.
fn year_before(date: &Found, text: &str, found: &[Found], resolved: &[Option<Interval>]) -> Option<i32> {
    const SAME_YEAR: [&str; 6] = ["same year", "that year", "같은 해", "그해", "同年", "当年"];
    if !matches!(date.when, When::MonthDay { year: None, .. } | When::Month { year: None, .. }) {
        return None;
    }
    let (before, days) = found.iter().zip(resolved).rfind(|(before, _)| {
        before.range.end <= date.range.start
            && matches!(before.when, When::Days(_) | When::Shift { unit: Unit::Year, .. })
    })?;
    let days = (*days)?;
    let between = text.get(before.range.end..date.range.start)?;
    let after = text.get(date.range.end..)?;
    let says_so = SAME_YEAR.iter().any(|words| {
        between.contains(words)
            || after.trim_start().starts_with(words)
            || after.trim_start().starts_with(&format!("of the {words}"))
    });
    let near = between.len() <= 40 && days.days() >= 365;
    ((near || says_so) && days.from.year() == days.to.year()).then(|| days.from.year())
}

/// A day late in a year, against which its other days are read.
fn report_in(year: i32, report: Day) -> Day {
    if report.year() == year { report } else { Day::from_ymd(year, 12, 31).unwrap_or(report) }
}

/// Whether a wording names a day by itself, so that “the same day” can mean it.
fn names_a_day(when: &When) -> bool {
    matches!(
        when,
        When::Days(_)
            | When::MonthDay { toward: Toward::Context, .. }
            | When::DayOfMonth { toward: Toward::Context, .. }
            | When::DayOfRelativeYear { .. }
            | When::Weekday { .. }
    )
}

/// The year that stands nearest to an anniversary in its sentence, before or after.
fn stated_year(at: usize, found: &[Found], resolved: &[Option<Interval>]) -> Option<i32> {
    let own = &found[at].range;
    let distance = |other: &Found| {
        if other.range.start >= own.end {
            other.range.start - own.end
        } else {
            own.start.saturating_sub(other.range.end)
        }
    };
    let is_year = |other: &Found, days: &Interval| {
        let whole = days.days() >= 365 && days.from.year() == days.to.year();
        let near = (days.from.year() - 1900) > 0 && distance(other) <= YEAR_WITHIN;
        let past = matches!(other.when, When::Ago { .. } | When::Past { .. });
        whole && near && !past
    };
    found
        .iter()
        .zip(resolved)
        .filter_map(|(other, days)| Some((other, (*days)?)))
        .filter(|(other, days)| is_year(other, days))
        .min_by_key(|(other, _)| distance(other))
        .map(|(_, days)| days.from.year())
}

fn why(date: &Found, anchor: Option<Anchor>, days: Interval) -> Why {
    match (&date.when, anchor) {
        (When::Days(_), _) => {
            let confidence = if date.rule == "full-date-either-order" { 60 } else { 97 };
            Why::rule(date.rule, "as written", confidence)
        }
        (When::MonthDay { year: Some(year), .. }, _) => {
            Why::rule(date.rule, format!("year {year} as written"), 97)
        }
        (_, None) => Why::rule(date.rule, "as written", 70),
        (when, Some(anchor)) => {
            let off = match when {
                When::Shift { .. } | When::Ago { .. } => 0,
                When::FromNamed { .. } | When::StayBefore { .. } | When::Stretch { .. } => 12,
                When::Past { .. } => 10,
                // A month that lies far from the report is less sure.
                _ if (days.from.epoch_days() - anchor.day.epoch_days()).abs() > 200 => 15,
                _ => 3,
            };
            let evidence = format!("against {} ({})", anchor.day, anchor.what);
            Why::rule(date.rule, evidence, anchor.confidence.saturating_sub(off))
        }
    }
}
