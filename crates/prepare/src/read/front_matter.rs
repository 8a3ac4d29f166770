//! Front matter at the head of a file: YAML between two lines of `---`, or TOML between two of `+++`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_saphyr::Spanned;

use super::{Reading, facts};
use crate::Beside;
use crate::corrections::in_mapping;

/// What the front matter of a file says.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) facts: BTreeMap<String, String>,
    pub(super) beside: Vec<Beside>,
    /// Where the text after it begins; 0 where there is none.
    pub(super) end: usize,
}

/// Reads the front matter of a file, where it has one.
pub(super) fn read(file: &str, text: &str, reading: &mut Reading) -> Head {
    for (fence, inside) in [("---", yaml as fn(&str, &str, &mut Reading) -> Option<Head>), ("+++", toml)] {
        let Some(first) = text.split_inclusive('\n').next().filter(|line| line.trim_end() == fence) else {
            continue;
        };
        let mut end = first.len();
        for line in text[first.len()..].split_inclusive('\n') {
            let start = end;
            end += line.len();
            if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
                let head = inside(file, &text[first.len()..start], reading);
                return head.map_or_else(Head::default, |head| Head { end, ..head });
            }
        }
        // A rule above a plain text is no front matter; a first line `key: value` is one.
        if text[first.len()..].lines().next().is_some_and(|line| pair(line).is_some()) {
            let problem = "the front matter is never closed";
            let remedy = format!("close it with a line of {fence}; the file was read as text throughout");
            reading.warn(file, Some(1), problem, &remedy);
        }
    }
    Head::default()
}

fn yaml(file: &str, yaml: &str, reading: &mut Reading) -> Option<Head> {
    match serde_saphyr::from_str::<BTreeMap<String, Value>>(yaml) {
        Ok(found) => {
            let beside = in_mapping(&found, file, |list, number| line_of(yaml, list, number));
            Some(Head { facts: facts::gather(&found), beside, end: 0 })
        }
        Err(_) if yaml.trim().is_empty() => Some(Head::default()),
        Err(error) => {
            let pairs: BTreeMap<String, Value> = yaml.lines().filter_map(pair).collect();
            let what = error.to_string();
            let what = what.lines().next().unwrap_or_default();
            // The place stands before the problem or behind it, in lines of the front matter alone.
            let place = what.split_once(" column ").and_then(|(_, rest)| rest.split_once(": "));
            let what = place.map_or(what, |(_, what)| what);
            let what = what.split_once(" at line ").map_or(what, |(what, _)| what);
            // YAML ends lines in more ways than editors do.
            let last = yaml.matches('\n').count();
            let line =
                error.location().map_or(1, |place| usize::try_from(place.line()).unwrap_or(1)).min(last) + 1;
            let problem = format!("the front matter is not valid YAML ({what})");
            if pairs.is_empty() {
                reading.warn(file, Some(line), problem, "mend it; the file was read as text throughout");
                return None;
            }
            reading.warn(file, Some(line), problem, "mend it; its plain `key: value` lines were used");
            Some(Head { facts: facts::gather(&pairs), ..Head::default() })
        }
    }
}

/// The line in the file of an item of a list in its front matter; of the front matter, where it is no list.
fn line_of(yaml: &str, list: &str, number: usize) -> u32 {
    type Items = Vec<Spanned<IgnoredAny>>;
    #[derive(Deserialize)]
    struct Lists {
        #[serde(default)]
        corrections: Items,
        #[serde(default)]
        meetings: Items,
    }
    let items = serde_saphyr::from_str::<Lists>(yaml).ok();
    let items = items.map(|lists| if list == "meetings" { lists.meetings } else { lists.corrections });
    let line = items.and_then(|items| items.get(number).map(|item| item.referenced.line())).unwrap_or(1);
    u32::try_from(line).unwrap_or(u32::MAX).saturating_add(1)
}

/// The first tables of corrections in TOML, with the keys of theirs that follow.
fn toml(file: &str, text: &str, reading: &mut Reading) -> Option<Head> {
    let mut before = 0;
    let mut beside = Vec::new();
    for (line, number) in text.split_inclusive('\n').zip(2..) {
        if ["[[correction]]", "[[meeting]]"].iter().any(|table| line.trim_start().starts_with(table)) {
            let text = text[before..].to_owned();
            beside.push(Beside { file: file.to_owned(), line: number, text, one_line: false });
            break;
        }
        before += line.len();
    }
    let found = match toml::from_str::<BTreeMap<String, toml::Value>>(&text[..before]) {
        Ok(found) => found.into_iter().filter_map(|(key, value)| Some((key, plain(value)?))).collect(),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let line = text.get(..at).map_or(0, |before| before.matches('\n').count()) + 2;
            let problem = format!("the front matter is not valid TOML ({})", error.message().trim());
            reading.warn(file, Some(line), problem, "mend it; its facts were left out");
            BTreeMap::new()
        }
    };
    Some(Head { facts: facts::gather(&found), beside, end: 0 })
}

/// A value as JSON has it; a date is its text.
fn plain(value: toml::Value) -> Option<Value> {
    match value {
        toml::Value::Datetime(date) => Some(Value::String(date.to_string())),
        other => serde_json::to_value(other).ok(),
    }
}

/// A plain `key: value` line.
fn pair(line: &str) -> Option<(String, Value)> {
    let (key, value) = line.split_once(':')?;
    if key.is_empty() || !key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-') {
        return None;
    }
    let value = value.trim();
    let inner = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    Some((key.to_owned(), Value::String(inner.unwrap_or(value).to_owned())))
}
