//! The compact forms in which a part of the explorer stands in somebody else's page: which there are,
//! how addresses name them, how much room they ask for. How they look is the app's matter.

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
