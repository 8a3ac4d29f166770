//! From a source document to its text: title, publisher, dates, paragraphs and sentences, each with
//! its place in the file; menus, notices and lists of other stories are left out.
//!
//! ```text
//! text, Markdown or a page ──> blocks ── choose (title, byline, parts) ── compose ──> Document
//! ```
//! Names of people and places, and what is said, are found later, by others.

mod article;
mod blocks;
mod byline;
mod choose;
mod compose;
mod from_html;
mod from_markdown;
mod from_text;
mod furniture;
mod language;
mod linked_data;
mod markup;
mod one_line;
mod page_facts;
mod page_parts;
mod run_in;
mod source_map;
#[cfg(test)]
mod tests;

use readout_corpus::{Card, Dateline, Day, Document, Rights, Role, Span, Warning};

use crate::dates::absolute;
use crate::{Format, Settings, SourceDocument};
use choose::Care;

/// Words of the first sentence that stand in for a title.
const TITLE_WORDS: usize = 14;

/// What a page says of itself outside its text.
#[derive(Debug, Clone, Default)]
struct Facts {
    title: Option<String>,
    publisher: Option<String>,
    published: Option<Day>,
    url: Option<String>,
    language: Option<&'static str>,
}

/// The blocks of a document, what it says of itself outside its text, and how loosely it was written down.
fn read(source: &SourceDocument) -> (Vec<blocks::Block>, Facts, Care) {
    let at = source.placed.then_some(source.body_at);
    let body = source.text.get(source.body_at..).unwrap_or_default();
    let (blocks, facts, care) = match source.format {
        Format::Markdown => {
            let care = if source.facts.is_empty() { Care::Capture } else { Care::Edited };
            (from_markdown::read(body, at), Facts::default(), care)
        }
        Format::Html => {
            let page = scraper::Html::parse_document(body);
            let facts = page_facts::gather(&page);
            let (blocks, care) = from_html::read(&page);
            (blocks, facts, care)
        }
        Format::Text => (one_line::part(from_text::read(body, at)), Facts::default(), Care::Capture),
        Format::Json if body.trim_start().starts_with('#') => {
            (from_markdown::read(body, None), Facts::default(), Care::Edited)
        }
        Format::Json => (from_text::read(body, None), Facts::default(), Care::Edited),
    };
    (run_in::part(blocks), facts, care)
}

/// A passage of a page that was taken for no part of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its words, white space collapsed.
    pub text: String,
    /// Where it stands in the file (bytes), where that is known.
    pub source: Option<Span>,
}

/// What of a document's source is no part of its text, in order: whole blocks, or sentences of one.
pub(crate) fn left_out(source: &SourceDocument, document: &Document) -> Vec<LeftOut> {
    let mut all = Vec::new();
    for block in read(source).0 {
        if block.text.is_empty() || document.text.contains(&block.text) {
            continue;
        }
        let sentences = crate::sentences::split(&block.text).into_iter();
        let mut gone = sentences.filter(|range| !document.text.contains(&block.text[range.clone()]));
        let Some(first) = gone.next() else { continue };
        let end = gone.next_back().map_or(first.end, |last| last.end);
        let text = block.text[first.start..end].to_owned();
        all.push(LeftOut { text, source: block.places.source(first.start, end) });
    }
    all
}

/// Lays out a document: everything of it but the marks.
pub(crate) fn lay_out(source: &SourceDocument, settings: &Settings, warnings: &mut Vec<Warning>) -> Document {
    let publishers = &settings.publishers;
    let (blocks, page, care) = read(source);
    let fact =
        |key: &str| source.facts.get(key).map(|value| blocks::normal_line(value)).filter(|v| !v.is_empty());
    let given_title = fact("title").or(page.title);
    let chosen = choose::choose(&blocks, given_title.as_deref(), care, publishers);
    let head = blocks
        .iter()
        .zip(&chosen.roles)
        .find(|(_, role)| **role == Some(Role::Body))
        .and_then(|(block, _)| byline::head(&block.text, publishers));

    let title_block = chosen.title.map(|n| &blocks[n]);
    let title = given_title
        .clone()
        .or_else(|| title_block.map(|block| block.text.clone()))
        .unwrap_or_else(|| stand_in_title(source, &blocks, &chosen.roles));
    let places = title_block.filter(|block| block.text == title).map(|block| &block.places);
    let composed = compose::compose(&title, places, &blocks, &chosen.roles);

    let url = fact("url").or(page.url).or_else(|| original(&blocks));
    let published = match fact("published") {
        Some(text) => absolute::find(&text).first().map(|date| date.day).or_else(|| {
            warn(source, warnings, &format!("“{text}” is no date"), "write published as 2017-11-22");
            None
        }),
        None => page.published,
    };
    let credited = fact("source").map(|name| publishers.named(&name).map_or(name, |p| p.name.clone()));
    let publisher = credited
        .or(chosen.byline.publisher)
        .or_else(|| head.as_ref().and_then(|head| head.agency.clone()))
        .or(page.publisher)
        .or_else(|| url.as_deref().and_then(|url| publishers.of_address(url)).map(|p| p.name.clone()));
    // “10/07/2024” is in October where its publisher or the dateline says so.
    let american =
        publisher.as_deref().and_then(|name| publishers.named(name)).is_some_and(|p| p.month_first);
    let line = head.as_ref().and_then(|head| head.date).map(|(_, month, day)| (month, day));
    let is_line = |day: &Day| line == Some((day.ymd().1, day.ymd().2));
    let printed =
        chosen.byline.month_first.filter(|day| american || is_line(day)).or(chosen.byline.published);
    let published = published
        .or(printed)
        .or_else(|| url.as_deref().and_then(date_in_address))
        .or_else(|| date_behind(&title));
    let side = fact("side").or_else(|| publishers.named(publisher.as_deref()?)?.side.clone());
    let dateline = dateline(&fact, head.as_ref(), chosen.byline.place, published, &composed.text);
    let language = fact("language").and_then(|tag| language::named(&tag)).or(page.language);

    let body_sentences = composed.sentences.iter().filter(|s| s.role == Role::Body).count();
    if body_sentences == 0 {
        warn(
            source,
            warnings,
            "no sentences were found in it",
            "check that the file holds the text of an article",
        );
    }
    let rights = match fact("rights").map(|rights| rights.to_lowercase()).as_deref() {
        None | Some("full") => Rights::Full,
        Some("excerpt") => Rights::Excerpt,
        Some("summary") => Rights::Summary,
        Some(other) => {
            warn(
                source,
                warnings,
                &format!("rights “{other}” are not known"),
                "write full, excerpt or summary",
            );
            Rights::Excerpt
        }
    };
    Document {
        card: Card {
            id: identifier(source),
            file: source.file.clone(),
            sha256: source.sha256.clone(),
            title,
            source: publisher,
            side,
            published,
            dateline,
            language: language.unwrap_or_else(|| language::of(&composed.text)).to_owned(),
            rights,
            url,
            duplicate_of: None,
            body_sentences: u32::try_from(body_sentences).unwrap_or(u32::MAX),
            withheld: 0,
        },
        text: composed.text,
        sentences: composed.sentences,
        ..Document::default()
    }
}

fn warn(source: &SourceDocument, warnings: &mut Vec<Warning>, problem: &str, remedy: &str) {
    warnings.push(Warning {
        file: source.file.clone(),
        line: source.line,
        problem: problem.to_owned(),
        remedy: remedy.to_owned(),
    });
}

/// Letters and figures alone, in small letters: two texts with the same words are the same.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if crate::sentences::is_hangul(c) {
            folded.push(c);
        } else if !c.is_ascii() && c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        }
    }
    folded
}

/// A title for a document that has none: its first words, else its file's name.
fn stand_in_title(source: &SourceDocument, blocks: &[blocks::Block], roles: &[Option<Role>]) -> String {
    let first = blocks.iter().zip(roles).find(|(_, role)| role.is_some()).and_then(|(block, _)| {
        let sentence = crate::sentences::split(&block.text).into_iter().next()?;
        let sentence = &block.text[sentence];
        let mut end = sentence.char_indices().map(|(at, _)| at).nth(90).unwrap_or(sentence.len());
        if let Some((at, _)) = sentence.match_indices(' ').nth(TITLE_WORDS - 1) {
            end = end.min(at);
        }
        if end == sentence.len() {
            return Some(sentence.to_owned());
        }
        let end = sentence[..end].rfind(' ').filter(|&at| at > 20 && sentence.len() > end).unwrap_or(end);
        Some(format!("{} …", sentence[..end].trim_end_matches(|c: char| !c.is_alphanumeric())))
    });
    let name = source.file.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    first.unwrap_or_else(|| match source.line {
        Some(line) => format!("{stem}, line {line}"),
        None if stem.is_empty() => "Untitled".to_owned(),
        None => stem.to_owned(),
    })
}

/// The address of the original, where a line of the text links to it and to nothing else.
fn original(blocks: &[blocks::Block]) -> Option<String> {
    let whole =
        |block: &&blocks::Block| block.linked * 3 >= block.text.len() && block.text.chars().count() <= 60;
    let last = blocks.iter().rev().take(4).filter(whole).find_map(|block| block.link.clone())?;
    last.starts_with("http").then_some(last)
}

/// The day that stands behind a colon at the end of a title (“PM call with X: 11 May 2018”).
fn date_behind(title: &str) -> Option<Day> {
    let (_, last) = title.rsplit_once(": ")?;
    let [date] = absolute::find(last).try_into().ok()?;
    (date.range == (0..last.len())).then_some(date.day)
}

/// The day that an address holds (`/2022/11/18/`, `/20221118`, or at the head of a story's number).
fn date_in_address(url: &str) -> Option<Day> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let slashed = path.split(['/', '_']).collect::<Vec<_>>();
    let number = |text: &str, length: usize| {
        (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<i32>().ok())
            .flatten()
    };
    let day = |y: i32, m: i32, d: i32| {
        (1990..=2100)
            .contains(&y)
            .then(|| Day::from_ymd(y, u8::try_from(m).ok()?, u8::try_from(d).ok()?))
            .flatten()
    };
    let parts = slashed.windows(3).find_map(|three| {
        let two = |text: &str| number(text, 2).or_else(|| number(text, 1));
        day(number(three[0], 4)?, two(three[1])?, two(three[2])?)
    });
    let packed = || {
        let runs = || path.split(|c: char| !c.is_ascii_digit());
        let headed = |digits: &&str| (12..=17).contains(&digits.len());
        runs().filter(|digits| digits.len() == 8).chain(runs().filter(headed)).find_map(|digits| {
            day(number(&digits[..4], 4)?, number(&digits[4..6], 2)?, number(&digits[6..8], 2)?)
        })
    };
    parts.or_else(|| absolute::find(path).first().map(|date| date.day)).or_else(packed)
}

/// The dateline that the file gives, else the one at the text's head; its year is the nearest one.
fn dateline(
    fact: &impl Fn(&str) -> Option<String>,
    head: Option<&byline::Head>,
    byline_place: Option<String>,
    published: Option<Day>,
    text: &str,
) -> Option<Dateline> {
    let place = fact("dateline_place").or_else(|| head.and_then(|head| head.place.clone())).or(byline_place);
    let given = fact("dateline_date").and_then(|text| absolute::find(&text).first().map(|date| date.day));
    let date = given.or_else(|| {
        let (year, month, day) = head?.date?;
        if let Some(year) = year {
            return Day::from_ymd(year, month, day);
        }
        let near = published.or_else(|| absolute::find(text).first().map(|date| date.day))?;
        (near.year() - 1..=near.year() + 1)
            .filter_map(|year| Day::from_ymd(year, month, day))
            .min_by_key(|day| (day.epoch_days() - near.epoch_days()).abs())
    });
    (place.is_some() || date.is_some()).then_some(Dateline { place, date })
}

/// The file's name (and line) in small letters, fit for an address; the corpus makes it unique.
fn identifier(source: &SourceDocument) -> String {
    let name = source.file.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut id = String::new();
    for c in stem.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let mut id = id.trim_end_matches('-').to_owned();
    if id.is_empty() {
        id = source.sha256.get(..12).unwrap_or("document").to_owned();
    }
    if let Some(line) = source.line {
        id = format!("{id}-{line}");
    }
    id
}
