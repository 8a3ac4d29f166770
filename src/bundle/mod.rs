//! Obtains the corpus's bytes: the only place that does.
//!
//! A built page carries them in a named slot, a `script` element that no browser runs, as base64 of
//! gzip. The phases of the app are tagged here: loading, ready, failed.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use readout_query::Explorer;

use crate::browser::{page, unpack};

/// Id of the slot's element.
pub const SLOT: &str = "readout-bundle";

/// Id of the plain list of documents for readers without JavaScript; the app takes its place.
pub const STATIC: &str = "readout-static";

/// Why there is nothing to explore, in words for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What happened.
    pub what: String,
    /// What can be done about it.
    pub remedy: String,
}

impl Failure {
    fn new(what: impl Into<String>, remedy: &str) -> Self {
        Self { what: what.into(), remedy: remedy.to_owned() }
    }
}

/// The corpus that this page carries, opened.
///
/// # Errors
/// Says whether the page carries none, or one that is damaged, or of another version.
pub async fn open() -> Result<Explorer, Failure> {
    let text = page::text_of(SLOT).unwrap_or_default();
    let text = text.trim();
    if text.is_empty() {
        return Err(Failure::new(
            "This page carries no documents.",
            "Build it with “readout build DIR --out SITE”, which puts a prepared corpus into it.",
        ));
    }
    let damaged = "Load the page again. If that does not help, it was cut short or changed on its way: ask whoever published it to build it anew.";
    let bytes = STANDARD
        .decode(text)
        .map_err(|_| Failure::new("The documents in this page are damaged: they are no base64.", damaged))?;
    let bytes = match page::attribute_of(SLOT, "data-encoding").as_deref() {
        Some("gzip") => unpack::gunzip(&bytes).await.map_err(|error| {
            Failure::new(format!("The documents in this page cannot be unpacked ({error})."), damaged)
        })?,
        _ => bytes,
    };
    Explorer::open(bytes).map_err(|error| {
        Failure::new(format!("The documents in this page cannot be opened: {error}."), damaged)
    })
}
