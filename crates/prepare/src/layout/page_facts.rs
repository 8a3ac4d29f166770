//! What a web page says of itself in its head: JSON-LD, Open Graph and other metadata, `<time>`.

use std::sync::LazyLock;

use super::Facts;
use super::blocks::normal_line;
use super::linked_data;
use crate::dates::absolute;
use readout_corpus::Day;
use scraper::{ElementRef, Html, Selector};

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("the selectors are constant, and tests use them")
}

static META: LazyLock<Selector> = LazyLock::new(|| selector("meta[content]"));
static LINKED_DATA: LazyLock<Selector> = LazyLock::new(|| selector("script[type='application/ld+json']"));
static TITLE: LazyLock<Selector> = LazyLock::new(|| selector("head title, title"));
static HEADING: LazyLock<Selector> = LazyLock::new(|| selector("h1"));
static TIME: LazyLock<Selector> = LazyLock::new(|| selector("time"));
static DATED: LazyLock<Selector> = LazyLock::new(|| {
    selector(
        "[itemprop='datePublished'], [class*='publish-date'], [class*='published-date'], [class*='publishDate'], [class*='article-date'], [class*='articleDate'], [class*='post-date'], [class*='entry-date'], [class*='news-date'], [class*='pubdate'], [class*='pub_date'], [class*='date-display']",
    )
});
static CANONICAL: LazyLock<Selector> = LazyLock::new(|| selector("link[rel='canonical'][href]"));
static ROOT: LazyLock<Selector> = LazyLock::new(|| selector("html[lang]"));

/// Names of metadata for each fact, best first.
const TITLES: [&str; 4] = ["og:title", "twitter:title", "dc.title", "headline"];
const DATES: [&str; 14] = [
    "article:published_time",
    "datepublished",
    "og:published_time",
    "publishdate",
    "pubdate",
    "publish-date",
    "firstpublishedtime",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "date",
    "og:updated_time",
];
const SITES: [&str; 4] = ["og:site_name", "application-name", "dc.publisher", "source"];

/// Who runs the sites of others, and publishes nothing.
const PLATFORMS: [&str; 5] = ["Blogger", "WordPress", "WordPress.com", "Medium", "Substack"];

/// Gathers a page's facts.
pub(super) fn gather(page: &Html) -> Facts {
    let scripts: Vec<String> = page.select(&LINKED_DATA).map(|script| script.text().collect()).collect();
    let mut linked = linked_data::read(&scripts);
    let metas: Vec<(String, &str)> = page
        .select(&META)
        .filter_map(|meta| {
            let meta = meta.value();
            let name = meta.attr("property").or(meta.attr("name")).or(meta.attr("itemprop"))?;
            Some((name.to_lowercase(), meta.attr("content")?))
        })
        .collect();
    let meta = |names: &[&str]| {
        let values =
            |name: &str| metas.iter().find(|(found, value)| found == name && !value.trim().is_empty());
        names.iter().find_map(|name| values(name)).map(|(_, value)| normal_line(value))
    };
    let site = linked
        .publisher
        .take()
        .filter(|name| !PLATFORMS.contains(&name.as_str()))
        .or_else(|| meta(&SITES))
        .map(|name| site_name(&name).to_owned());
    let named = linked.headline.take().or_else(|| meta(&TITLES));
    let url = page
        .select(&CANONICAL)
        .find_map(|link| link.attr("href").map(str::to_owned))
        .or_else(|| meta(&["og:url"]));
    let date = |text: &str| absolute::find(text).first().map(|date| date.day);
    Facts {
        title: title(page, named, site.as_deref()),
        published: linked
            .published
            .or_else(|| meta(&DATES).and_then(|text| date(&text)))
            .or_else(|| page.select(&TIME).find_map(dated))
            .or_else(|| page.select(&DATED).find_map(dated)),
        publisher: site,
        url: url.filter(|url| url.starts_with("http")),
        language: page.select(&ROOT).next().and_then(|root| super::language::named(root.attr("lang")?)),
    }
}

/// The day that an element gives: for machines, else in its words.
fn dated(element: ElementRef<'_>) -> Option<Day> {
    let attributes = ["datetime", "content"].into_iter().filter_map(|name| element.attr(name));
    let words = || element.text().take(8).collect::<String>();
    let date = |text: &str| absolute::find(text).first().map(|date| date.day);
    attributes.into_iter().find_map(date).or_else(|| date(&words()))
}

/// The page's heading where it says what the metadata says; else the metadata's title, the only
/// heading, the window's title, in this order and without the site's name.
fn title(page: &Html, named: Option<String>, site: Option<&str>) -> Option<String> {
    let headings: Vec<String> = page
        .select(&HEADING)
        .map(|heading| normal_line(&heading.text().collect::<String>()))
        .filter(|h| !h.is_empty())
        .collect();
    let window = page.select(&TITLE).next().map(|title| normal_line(&title.text().collect::<String>()));
    let known = named.clone().or_else(|| window.clone()).unwrap_or_default();
    let key = super::folded(&known);
    let agrees = |heading: &&String| {
        let heading = super::folded(heading);
        heading.chars().count() >= 8 && key.contains(&heading)
    };
    if let Some(heading) = headings.iter().find(agrees) {
        return Some(heading.clone());
    }
    let only = || (headings.len() == 1).then(|| headings[0].clone());
    named
        .map(|title| without_site(&title, site))
        .or_else(only)
        .or_else(|| Some(without_site(&window?, site)))
        .filter(|t| !t.is_empty())
}

/// A site's name without its motto (“Harbour | News of the port”) and without `https://www.`.
fn site_name(name: &str) -> &str {
    let name = name.split(['|', '｜']).map(str::trim).find(|part| !part.is_empty()).unwrap_or(name);
    name.trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.")
        .trim_end_matches('/')
}

/// A window's title without the name of the site behind (or before) a bar or dash.
fn without_site(title: &str, site: Option<&str>) -> String {
    let marks = [" | ", " - ", " – ", " — ", " :: ", "_", "｜"];
    let parts = marks.iter().filter_map(|mark| title.rsplit_once(mark));
    for (head, tail) in parts {
        let tail_is_site = site.is_some_and(|site| super::folded(tail).contains(&super::folded(site)));
        if tail_is_site
            || (tail.split_whitespace().count() <= 4 && head.split_whitespace().count() > 4)
            || title.contains('_')
        {
            return head.trim().to_owned();
        }
    }
    title.to_owned()
}
