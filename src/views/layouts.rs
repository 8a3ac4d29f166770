//! The compact layouts: what of the explorer stands in a frame in somebody else's page. Each is one row of
//! [`LAYOUTS`]; what it shows and hides is said in `style/compact.css`.

use readout_query::layout::Layout;

use crate::state::View;
use crate::words::{Messages, Text};

/// A compact layout, as it is offered.
pub struct Offered {
    /// Which.
    pub layout: Layout,
    /// What it is called.
    pub name: fn(&Messages) -> Text,
    /// Whether it can show something of a view.
    pub fits: fn(&View) -> bool,
    /// Whether it shows the open document.
    pub reads: bool,
}

/// Every compact layout, in the order in which they are offered.
pub const LAYOUTS: [Offered; 3] = [
    Offered { layout: Layout::Timeline, name: |w| w.timeline_strip, fits: |_| true, reads: false },
    Offered { layout: Layout::Documents, name: |w| w.documents_list, fits: |_| true, reads: false },
    Offered { layout: Layout::Passage, name: |w| w.one_passage, fits: |v| v.reading.is_some(), reads: true },
];

impl Offered {
    /// A view in this layout.
    pub fn of(&self, mut view: View) -> View {
        view.look.layout = Some(self.layout);
        if !self.reads {
            view.reading = None;
        }
        view
    }
}
