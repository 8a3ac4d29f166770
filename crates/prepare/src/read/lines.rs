//! `.jsonl`: one document a line. A line that cannot be read takes no other with it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::corrections::in_mapping;

use super::{Format, LONGEST_LINE, Reading, SourceDocument, endless_line, facts, sha256};

pub(super) fn read(file: &str, bytes: &[u8], reading: &mut Reading) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    for (n, line) in bytes.split(|&b| b == b'\n').enumerate() {
        let number = n + 1;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if line.len() > LONGEST_LINE {
            endless_line(file, number, line.len(), reading);
            continue;
        }
        let found = match serde_json::from_slice::<Value>(line) {
            Ok(Value::Object(found)) => found,
            Ok(_) => {
                reading.warn(
                    file,
                    Some(number),
                    "the line is no JSON object",
                    "write {\"text\": \"…\"} on each line",
                );
                continue;
            }
            Err(error) => {
                let problem = format!("the line is not valid JSON ({error})");
                reading.warn(file, Some(number), problem, "mend the line; the others were read");
                continue;
            }
        };
        let text = ["text", "body", "content"].iter().find_map(|key| found.get(*key)?.as_str());
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            reading.warn(
                file,
                Some(number),
                "the object has no text",
                "put the document's words in \"text\"",
            );
            continue;
        };
        let text = text.to_owned();
        let found: BTreeMap<String, Value> = found.into_iter().collect();
        reading.documents.push(SourceDocument {
            file: file.to_owned(),
            line: Some(u32::try_from(number).unwrap_or(u32::MAX)),
            sha256: sha256(line),
            format: Format::Json,
            facts: facts::gather(&found),
            text,
            body_at: 0,
            placed: false,
            beside: in_mapping(&found, file, |_, _| u32::try_from(number).unwrap_or(u32::MAX)),
        });
    }
}
