//! What an explorer in a frame and the page around it say to each other. `embed/README.md` documents the
//! messages for host pages; `browser::host` carries them.
//!
//! Every message is an object with `readout: 1`. One from the host may ask several things at once; what is
//! in it is checked here, and one that cannot be understood changes nothing and is answered with why.

use std::collections::BTreeMap;

use readout_corpus::{Day, Interval};
use readout_query::Facet;
use serde::{Deserialize, Serialize};

use crate::state::{Reading, View, url};

/// What a host asks. What is left out stays as it is.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Asked {
    /// The version of these messages: 1.
    pub readout: u32,
    /// A whole view, as addresses have it after `#`. It is taken first.
    pub view: Option<String>,
    /// What stands in the search box.
    pub search: Option<String>,
    /// Values to filter by, by key of their facet, in place of those chosen before.
    pub filter: BTreeMap<String, Vec<String>>,
    /// The first and the last day, as `YYYY-MM-DD`; none for all days.
    pub days: Option<Vec<String>>,
    /// The document to open, by id; empty to close the open one.
    pub document: Option<String>,
    /// The sentence of the document to show.
    pub sentence: Option<u32>,
}

/// What the explorer tells its host.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Told {
    /// It is open, and can be asked.
    Ready {
        /// Title of the corpus.
        title: String,
        /// Number of documents.
        documents: usize,
        /// Number of meetings.
        meetings: usize,
    },
    /// What is shown has changed.
    View {
        /// The view, as addresses have it after `#`.
        view: String,
        /// Number of documents found.
        found: usize,
    },
    /// A document was opened, or a passage of it chosen.
    Selection {
        /// Id of the document.
        document: String,
        /// Its title.
        title: String,
        /// Number of the sentence.
        sentence: Option<u32>,
    },
    /// A message could not be understood, and changed nothing.
    Refused {
        /// Why.
        reason: String,
    },
}

/// The view that a host asks for, from the one that is shown. The layout stays: it is the host's own choice
/// of frame.
///
/// # Errors
/// Says what of it cannot be understood.
pub fn asked(asked: Asked, view: &View) -> Result<View, String> {
    let mut view = view.clone();
    if let Some(address) = &asked.view {
        let look = view.look;
        view = url::read(address);
        view.look.layout = look.layout;
    }
    if let Some(text) = asked.search {
        view.request.text = text;
    }
    for (key, values) in asked.filter {
        let facet = Facet::from_key(&key).ok_or_else(|| format!("there is no facet {key}"))?;
        view.request.chosen.remove(&facet);
        for value in values.into_iter().filter(|value| !view.request.has(facet, value)).collect::<Vec<_>>() {
            view.request.chosen.entry(facet).or_default().insert(value);
        }
    }
    if let Some(days) = asked.days {
        view.request.days = interval(&days)?;
    }
    match asked.document {
        Some(id) if id.is_empty() => view.reading = None,
        Some(id) => view.reading = Some(Reading { sentence: asked.sentence, ..Reading::start(&id) }),
        None => {
            if let (Some(reading), Some(_)) = (&mut view.reading, asked.sentence) {
                reading.sentence = asked.sentence;
            }
        }
    }
    Ok(view)
}

fn interval(days: &[String]) -> Result<Option<Interval>, String> {
    let day = |text: &String| text.parse::<Day>().map_err(|_| format!("{text} is no day; write YYYY-MM-DD"));
    match days {
        [] => Ok(None),
        [one] => Ok(Some(Interval::day(day(one)?))),
        [from, to] => Ok(Some(Interval::new(day(from)?, day(to)?))),
        _ => Err("days are a first and a last one".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(view: &str, message: serde_json::Value, expect: Result<&str, &str>) {
        let read = serde_json::from_value::<Asked>(message.clone()).map_err(|error| error.to_string());
        let answer = read.and_then(|message| asked(message, &url::read(view))).map(|view| url::write(&view));
        match (answer, expect) {
            (Ok(answer), Ok(expect)) => assert_eq!(answer, expect, "{message}"),
            (Err(error), Err(part)) => assert!(error.contains(part), "{error}"),
            (answer, expect) => panic!("{message}: {answer:?}, expected {expect:?}"),
        }
    }

    #[test]
    fn a_host_can_ask_for_every_part_of_a_view() {
        use serde_json::json;
        check("q=a", json!({ "readout": 1, "search": "THAAD" }), Ok("q=THAAD"));
        check("q=a&topic=x", json!({ "readout": 1, "view": "q=b" }), Ok("q=b"));
        check("layout=timeline&q=a", json!({ "readout": 1, "view": "q=b" }), Ok("q=b&layout=timeline"));
        check(
            "topic=x&side=ROK",
            json!({ "filter": { "topic": ["y", "z"] } }),
            Ok("topic=y&topic=z&side=ROK"),
        );
        check("topic=x", json!({ "filter": { "topic": [] } }), Ok(""));
        check("", json!({ "days": ["2017-11-01", "2017-11-30"] }), Ok("days=2017-11-01..2017-11-30"));
        check("days=2017-11-01..2017-11-30", json!({ "days": [] }), Ok(""));
        check("", json!({ "document": "a-b", "sentence": 3 }), Ok("doc=a-b&sentence=3"));
        check("doc=a-b", json!({ "document": "" }), Ok(""));
        check("q=a", json!({ "readout": 1 }), Ok("q=a"));
    }

    #[test]
    fn what_cannot_be_understood_is_refused() {
        use serde_json::json;
        check("", json!({ "filter": { "cats": ["x"] } }), Err("no facet cats"));
        check("", json!({ "days": ["May"] }), Err("May is no day"));
        check("", json!({ "days": ["2017-01-01", "2017-01-02", "2017-01-03"] }), Err("a first and a last"));
        check("", json!({ "search": 3 }), Err("expected a string"));
        check("", json!({ "quest": "x" }), Err("unknown field `quest`"));
    }

    #[test]
    fn what_is_told_names_its_type() {
        let told = Told::View { view: "q=a".into(), found: 2 };
        let expect = serde_json::json!({ "type": "view", "view": "q=a", "found": 2 });
        assert_eq!(serde_json::to_value(told).unwrap(), expect);
    }
}
