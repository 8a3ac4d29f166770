//! What a page says of its article in JSON-LD: in one value, a list or a `@graph`, with a publisher by
//! name or by reference, and in data that is not quite JSON. Knows nothing of the page around it.

use std::borrow::Cow;
use std::sync::LazyLock;

use readout_corpus::Day;
use regex::Regex;
use serde_json::{Map, Value};

use super::blocks::normal_line;
use crate::dates::absolute;

/// How deep lists and graphs are looked into.
const DEEPEST: usize = 6;

/// What linked data says of an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct LinkedData {
    pub(super) headline: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<Day>,
}

/// Reads a page's scripts of linked data: what an article says goes before what a mere page says.
pub(super) fn read(scripts: &[String]) -> LinkedData {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut objects = Vec::new();
    for value in &values {
        gather(value, &mut objects);
    }
    let mut found = LinkedData::default();
    for (articles, object) in [true, false].into_iter().flat_map(|a| objects.iter().map(move |o| (a, *o))) {
        if is_article(object) == articles && (articles || is_page(object)) {
            found.add(object, &objects, articles);
        }
    }
    for script in scripts.iter().filter(|script| parse(script).is_none()) {
        found.add_from_broken(script);
    }
    found
}

/// The JSON of a script, its comments and control characters aside.
fn parse(script: &str) -> Option<Value> {
    if let Ok(value) = serde_json::from_str(script) {
        return Some(value);
    }
    let bare = script.trim().trim_start_matches("<!--").trim_start_matches("//");
    let bare = bare.trim().trim_start_matches("<![CDATA[");
    let bare = bare.trim_end_matches("-->").trim_end().trim_end_matches("]]>").trim_end_matches("//");
    let bare = bare.trim().trim_end_matches(';');
    let plain: Cow<str> = if bare.contains(char::is_control) {
        bare.replace(char::is_control, " ").into()
    } else {
        bare.into()
    };
    static HANGING: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r",[ ]*([}\]])").expect("the pattern is constant, and tests use it"));
    serde_json::from_str(&HANGING.replace_all(&plain, "$1")).ok()
}

/// All objects of a value, its lists, its graph and the things it is about.
fn gather<'a>(value: &'a Value, objects: &mut Vec<&'a Map<String, Value>>) {
    let mut open = vec![(value, 0)];
    while let Some((value, depth)) = open.pop() {
        match value {
            Value::Array(values) if depth < DEEPEST => {
                open.extend(values.iter().rev().map(|value| (value, depth + 1)));
            }
            Value::Object(members) => {
                objects.push(members);
                for key in ["mainEntityOfPage", "mainEntity", "@graph"] {
                    if let Some(inner) = members.get(key).filter(|_| depth < DEEPEST) {
                        open.push((inner, depth + 1));
                    }
                }
            }
            _ => {}
        }
    }
}

impl LinkedData {
    fn add(&mut self, object: &Map<String, Value>, all: &[&Map<String, Value>], is_article: bool) {
        let text = |key: &str| text_of(object.get(key)?);
        if is_article {
            self.headline = self.headline.take().or_else(|| text("headline").or_else(|| text("name")));
        }
        let publisher = || name_of(object.get("publisher").or(object.get("sourceOrganization"))?, all);
        self.publisher = self.publisher.take().or_else(publisher);
        let date = |key: &str| day(&text(key)?);
        self.published = self.published.or_else(|| date("datePublished").or_else(|| date("dateCreated")));
    }

    /// Takes what stands under the usual keys in a script that is no JSON.
    fn add_from_broken(&mut self, script: &str) {
        static PAIR: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r#""(headline|datePublished)"\s*:\s*"((?:[^"\\]|\\.)*)""#)
                .expect("the pattern is constant, and tests use it")
        });
        for found in PAIR.captures_iter(script) {
            let value = serde_json::from_str(&format!("\"{}\"", &found[2])).unwrap_or(found[2].to_owned());
            match &found[1] {
                "headline" if self.headline.is_none() => {
                    self.headline = Some(normal_line(&value)).filter(|line| !line.is_empty());
                }
                "datePublished" => self.published = self.published.or_else(|| day(&value)),
                _ => {}
            }
        }
    }
}

fn day(text: &str) -> Option<Day> {
    absolute::find(text).first().map(|date| date.day)
}

fn text_of(value: &Value) -> Option<String> {
    let value = value.as_array().and_then(|values| values.first()).unwrap_or(value);
    value.as_str().map(normal_line).filter(|text| !text.is_empty())
}

/// The name of an organisation: a text, an object, the first of a list, or one that is named elsewhere.
fn name_of(value: &Value, all: &[&Map<String, Value>]) -> Option<String> {
    match value {
        Value::Array(values) => name_of(values.first()?, &[]),
        Value::Object(members) => members.get("name").and_then(text_of).or_else(|| {
            let id = members.get("@id")?.as_str()?;
            let named = all.iter().filter(|object| object.get("@id").and_then(Value::as_str) == Some(id));
            named.filter_map(|object| object.get("name")).find_map(text_of)
        }),
        _ => text_of(value).filter(|name| !name.starts_with("http")),
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    is_kind(object, |kind| kind.contains("Article") || kind.contains("Posting") || kind == "Report")
}

fn is_page(object: &Map<String, Value>) -> bool {
    is_kind(object, |kind| kind.ends_with("WebPage") || kind == "CreativeWork" || kind == "WebContent")
}

fn is_kind(object: &Map<String, Value>, named: impl Fn(&str) -> bool) -> bool {
    let kind = object.get("@type");
    let kinds = kind.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    kind.into_iter().chain(kinds).filter_map(Value::as_str).any(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_found_in_every_shape() {
        let check = |script: &str, expect: [Option<&str>; 3]| {
            let found = read(&[script.to_owned()]);
            let day = found.published.map(|day| day.to_string());
            let got = [found.headline.as_deref(), found.publisher.as_deref(), day.as_deref()];
            assert_eq!(got, expect, "{script}");
        };
        let all = [Some("A ferry"), Some("The Harbour"), Some("2019-05-03")];
        let article = r#"{"@type": "NewsArticle", "headline": "A ferry", "publisher": {"name": "The Harbour"}, "datePublished": "2019-05-03T10:00:00Z"}"#;
        check(article, all);
        check(&format!("[{{\"@type\": \"WebSite\", \"name\": \"Else\"}}, {article}]"), all);
        check(&format!("{{\"@graph\": [{{\"@type\": \"Person\"}}, {article}]}}"), all);
        check(&article.replace("\"NewsArticle\"", "[\"Thing\", \"BlogPosting\"]"), all);
        check(&article.replace("{\"name\": \"The Harbour\"}", "[{\"name\": \"The Harbour\"}]"), all);
        check(&article.replace("{\"name\": \"The Harbour\"}", "\"The Harbour\""), all);
        check(
            r##"{"@graph": [{"@type": "Article", "headline": "A ferry", "publisher": {"@id": "#o"}, "datePublished": "2019-05-03"}, {"@type": "Organization", "@id": "#o", "name": "The Harbour"}]}"##,
            all,
        );
        // A page's own day counts where no article has one; its name is no headline.
        check(
            r#"[{"@type": "WebPage", "name": "News", "datePublished": "2019-05-04"}, {"@type": "Article", "headline": "A ferry"}]"#,
            [Some("A ferry"), None, Some("2019-05-04")],
        );
    }

    #[test]
    fn data_that_is_not_quite_json_is_read() {
        let check = |script: &str| {
            let found = read(&[script.to_owned()]);
            assert_eq!(found.headline.as_deref(), Some("A “ferry”"), "{script}");
            assert_eq!(found.published.map(|day| day.to_string()).as_deref(), Some("2019-05-03"), "{script}");
        };
        let pairs = r#""@type": "Article", "headline": "A “ferry”", "datePublished": "2019-05-03""#;
        check(&format!("{{{pairs}, \"description\": \"Two\nlines\t\"}}"));
        check(&format!("{{{pairs},\n}}"));
        check(&format!("<!-- {{{pairs}}} -->"));
        check(&format!("//<![CDATA[\n{{{pairs}}};\n//]]>"));
        check(&format!("{{{pairs}, \"description\": 'single'}}"));
    }
}
