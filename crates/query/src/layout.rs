//! The compact forms in which a part of the explorer stands in somebody else's page: which there are,
//! how addresses name them, how much room they ask for, and which views in them have a page of their own in
//! a published site. How they look is the app's matter.

use crate::Facet;

/// A compact form of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// The timeline alone, as a strip.
    Timeline,
    /// The found documents, under the question that finds them.
    Documents,
    /// One passage in its document.
    Passage,
}

impl Layout {
    /// Every layout, in the order in which they are offered.
    pub const ALL: [Layout; 3] = [Layout::Timeline, Layout::Documents, Layout::Passage];

    /// Name in the URL.
    pub fn key(self) -> &'static str {
        match self {
            Layout::Timeline => "timeline",
            Layout::Documents => "documents",
            Layout::Passage => "passage",
        }
    }

    /// The layout with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.key() == key)
    }

    /// The height of a frame (px) in which it stands well before it has told its own.
    pub fn height(self) -> u32 {
        match self {
            Layout::Timeline => 320,
            Layout::Documents => 600,
            Layout::Passage => 420,
        }
    }
}

/// The height of a frame (px) for the whole explorer.
pub const WHOLE_HEIGHT: u32 = 800;

/// A view in a compact form that a published site has a page for: its ids are ASCII, fit for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared<'a> {
    /// The timeline, as it opens.
    Timeline,
    /// The list of all documents.
    Documents,
    /// The accounts of the meeting with this id.
    Meeting(&'a str),
    /// The document with this id.
    Document(&'a str),
}

impl Shared<'_> {
    /// The form that it takes.
    pub fn layout(self) -> Layout {
        match self {
            Shared::Timeline => Layout::Timeline,
            Shared::Documents | Shared::Meeting(_) => Layout::Documents,
            Shared::Document(_) => Layout::Passage,
        }
    }

    /// Name of its page, without folder and extension.
    pub fn name(self) -> String {
        match self {
            Shared::Timeline | Shared::Documents => self.layout().key().to_owned(),
            Shared::Meeting(id) => format!("meeting-{id}"),
            Shared::Document(id) => format!("document-{id}"),
        }
    }

    /// Its address after `#`, as the app writes it.
    pub fn hash(self) -> String {
        let layout = format!("layout={}", self.layout().key());
        match self {
            Shared::Timeline | Shared::Documents => layout,
            Shared::Meeting(id) => format!("{}={id}&{layout}", Facet::Meeting.key()),
            Shared::Document(id) => format!("{layout}&doc={id}"),
        }
    }
}
