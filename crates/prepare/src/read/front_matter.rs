//! YAML front matter, between two lines of `---` at the head of a file.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Reading, facts};

/// The facts of the front matter, and where the text after it begins (0 where there is none).
pub(super) fn read(file: &str, text: &str, reading: &mut Reading) -> (BTreeMap<String, String>, usize) {
    let nothing = (BTreeMap::new(), 0);
    let Some(first) = text.split_inclusive('\n').next().filter(|line| line.trim_end() == "---") else {
        return nothing;
    };
    let mut end = first.len();
    let mut closed = None;
    for line in text[first.len()..].split_inclusive('\n') {
        let start = end;
        end += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            closed = Some(start);
            break;
        }
    }
    let Some(close) = closed else {
        // A rule above a plain text is no front matter; a first line `key: value` is one.
        if text[first.len()..].lines().next().is_some_and(|line| pair(line).is_some()) {
            let remedy = "close it with a line of ---; the file was read as text throughout";
            reading.warn(file, Some(1), "the front matter is never closed", remedy);
        }
        return nothing;
    };
    let yaml = &text[first.len()..close];
    match serde_saphyr::from_str::<BTreeMap<String, Value>>(yaml) {
        Ok(found) => (facts::gather(&found), end),
        Err(_) if yaml.trim().is_empty() => (BTreeMap::new(), end),
        Err(error) => {
            let pairs: BTreeMap<String, Value> = yaml.lines().filter_map(pair).collect();
            let what = error.to_string();
            let problem =
                format!("the front matter is not valid YAML ({})", what.lines().next().unwrap_or("unknown"));
            if pairs.is_empty() {
                reading.warn(file, Some(2), problem, "mend it; the file was read as text throughout");
                return nothing;
            }
            reading.warn(file, Some(2), problem, "mend it; its plain `key: value` lines were used");
            (facts::gather(&pairs), end)
        }
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
