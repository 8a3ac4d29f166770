//! What the reader asks and sees: everything that a link to this view must carry, and no more.
//!
//! [`View`] is plain and canonical; [`url`] writes it to the URL's `#…` and reads it back;
//! [`ViewState`] makes it reactive. What is passing (a pointer's position, an open explanation)
//! stays in the view that it belongs to.

pub mod layers;
mod reactive;
pub mod url;

pub use layers::Layers;
pub use reactive::{History, ViewState};

use readout_corpus::{Interval, Language};
use readout_query::Request;
use readout_query::layout::Layout;
use readout_query::timeline::LaneBy;

/// The document that is open in the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Id of the document.
    pub document: String,
    /// Number of the sentence to show, where a link names one.
    pub sentence: Option<u32>,
    /// Which search hit is the current one, from 0.
    pub hit: u32,
}

impl Reading {
    /// A document from its beginning.
    pub fn start(document: &str) -> Self {
        Self { document: document.to_owned(), sentence: None, hit: 0 }
    }
}

/// How the answers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The days in view on the timeline; `None` shows them all.
    pub window: Option<Interval>,
    /// What the timeline's lanes stand for.
    pub lanes: LaneBy,
    /// Whether the timeline is shown as a list.
    pub list: bool,
    /// The layers of marks that are switched on.
    pub layers: Layers,
    /// The compact layout that stands in somebody else's page; `None` is the whole explorer.
    pub layout: Option<Layout>,
    /// The language of the interface; `None` is the one that the page opens in.
    pub language: Option<Language>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            window: None,
            lanes: LaneBy::Source,
            list: false,
            layers: Layers::default(),
            language: None,
            layout: None,
        }
    }
}

/// Everything that a link to this view carries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// What is asked of the corpus.
    pub request: Request,
    /// How the answers are shown.
    pub look: Look,
    /// The open document.
    pub reading: Option<Reading>,
}
