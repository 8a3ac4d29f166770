//! What a file says about its document, under the names that others use for the same facts.

use std::collections::BTreeMap;

use serde_json::Value;

/// Our key, and the names that stand for it, best first.
const NAMES: [(&str, &[&str]); 9] = [
    ("title", &["title", "headline"]),
    ("source", &["source", "publisher", "agency", "outlet", "site_name"]),
    ("side", &["side"]),
    (
        "published",
        &[
            "published",
            "published_at",
            "published_time",
            "publication_date",
            "datepublished",
            "date",
            "pubdate",
        ],
    ),
    ("dateline_place", &["dateline_place"]),
    ("dateline_date", &["dateline_date"]),
    ("language", &["language", "lang"]),
    ("rights", &["rights"]),
    ("url", &["url", "source_url", "link", "canonical_url"]),
];

/// Gathers the facts that are known here from a file's own keys and values.
pub(super) fn gather(found: &BTreeMap<String, Value>) -> BTreeMap<String, String> {
    let mut plain = BTreeMap::new();
    for (key, value) in found {
        flatten(&normal(key), value, &mut plain);
    }
    let mut facts = BTreeMap::new();
    for (key, names) in NAMES {
        if let Some(value) = names.iter().find_map(|name| plain.get(*name)) {
            facts.insert(key.to_owned(), value.clone());
        }
    }
    // A source that is an address says where the document stands, not who published it.
    if facts.get("source").is_some_and(|s| s.starts_with("http://") || s.starts_with("https://"))
        && let Some(address) = facts.remove("source")
    {
        facts.entry("url".to_owned()).or_insert(address);
    }
    facts
}

fn normal(key: &str) -> String {
    key.trim().to_lowercase().replace(['-', ' '], "_")
}

/// Scalars under their key; the members of a map (`dateline: {place: …}`) under `dateline_place`.
fn flatten(key: &str, value: &Value, plain: &mut BTreeMap<String, String>) {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Object(members) => {
            for (name, member) in members {
                if !member.is_object() {
                    flatten(&format!("{key}_{}", normal(name)), member, plain);
                }
            }
            return;
        }
        Value::Null | Value::Bool(_) | Value::Array(_) => return,
    };
    if !text.is_empty() {
        plain.insert(key.to_owned(), text);
    }
}
