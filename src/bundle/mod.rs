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

/// Why there is nothing to explore. The reasons are the browser's or the bundle's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The page carries no corpus.
    Empty,
    /// What it carries is no base64.
    NotBase64,
    /// It cannot be unpacked.
    NotUnpacked(String),
    /// It cannot be opened.
    NotOpened(String),
}

/// The corpus that this page carries, opened.
///
/// # Errors
/// Says whether the page carries none, or one that is damaged, or of another version.
pub async fn open() -> Result<Explorer, Failure> {
    let text = page::text_of(SLOT).unwrap_or_default();
    let text = text.trim();
    if text.is_empty() {
        return Err(Failure::Empty);
    }
    let bytes = STANDARD.decode(text).map_err(|_| Failure::NotBase64)?;
    let bytes = match page::attribute_of(SLOT, "data-encoding").as_deref() {
        Some("gzip") => unpack::gunzip(&bytes).await.map_err(Failure::NotUnpacked)?,
        _ => bytes,
    };
    Explorer::open(bytes).map_err(|error| Failure::NotOpened(error.to_string()))
}
