//! What a web page says of itself in its head: JSON-LD, Open Graph and other metadata, `<time>`.

use std::sync::LazyLock;

use readout_corpus::Day;
use scraper::{Html, Selector};
use serde_json::Value;

use super::Facts;
use super::blocks::normal_line;
use crate::dates::absolute;

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("the selectors are constant, and tests use them")
}

static META: LazyLock<Selector> = LazyLock::new(|| selector("meta[content]"));
static LINKED_DATA: LazyLock<Selector> = LazyLock::new(|| selector("script[type='application/ld+json']"));
static TITLE: LazyLock<Selector> = LazyLock::new(|| selector("head title, title"));
static HEADING: LazyLock<Selector> = LazyLock::new(|| selector("h1"));
static TIME: LazyLock<Selector> = LazyLock::new(|| selector("time[datetime]"));
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

/// Gathers a page's facts.
pub(super) fn gather(page: &Html) -> Facts {
    let mut linked = LinkedData::default();
    for script in page.select(&LINKED_DATA) {
        if let Ok(value) = serde_json::from_str::<Value>(&script.text().collect::<String>()) {
            linked.read(&value);
        }
    }
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
    let site = linked.publisher.take().or_else(|| meta(&SITES));
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
            .or_else(|| page.select(&TIME).find_map(|time| date(time.attr("datetime")?))),
        publisher: site,
        url: url.filter(|url| url.starts_with("http")),
        language: page.select(&ROOT).next().and_then(|root| super::language::named(root.attr("lang")?)),
    }
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

#[derive(Default)]
struct LinkedData {
    headline: Option<String>,
    publisher: Option<String>,
    published: Option<Day>,
}

impl LinkedData {
    /// Reads a value, and the values of its lists and its graph, a few levels deep.
    fn read(&mut self, value: &Value) {
        let mut open = vec![(value, 0)];
        while let Some((value, depth)) = open.pop() {
            match value {
                Value::Array(values) if depth < 4 => open.extend(values.iter().rev().map(|v| (v, depth + 1))),
                Value::Object(members) => {
                    if let Some(graph) = members.get("@graph").filter(|_| depth < 4) {
                        open.push((graph, depth + 1));
                    }
                    if is_article(members.get("@type")) {
                        self.read_article(members);
                    }
                }
                _ => {}
            }
        }
    }

    fn read_article(&mut self, members: &serde_json::Map<String, Value>) {
        let text =
            |key: &str| members.get(key).and_then(Value::as_str).map(normal_line).filter(|t| !t.is_empty());
        self.headline = self.headline.take().or_else(|| text("headline").or_else(|| text("name")));
        let publisher = members.get("publisher").and_then(|p| p.get("name").or(p.get(0)?.get("name")));
        self.publisher = self.publisher.take().or_else(|| publisher.and_then(Value::as_str).map(normal_line));
        let date = |key: &str| text(key).and_then(|text| absolute::find(&text).first().map(|date| date.day));
        self.published = self.published.or_else(|| date("datePublished").or_else(|| date("dateCreated")));
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|k| k.contains("Article") || k.contains("Posting") || k == "Report")
    };
    kind.is_some_and(|kind| named(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(named)))
}
