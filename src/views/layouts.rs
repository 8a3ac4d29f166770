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
    /// Whether it shows the open document, and needs one.
    pub reads: bool,
}

/// Every compact layout, in the order in which they are offered.
pub const LAYOUTS: [Offered; 3] = [
    Offered { layout: Layout::Timeline, name: |w| w.timeline_strip, reads: false },
    Offered { layout: Layout::Documents, name: |w| w.documents_list, reads: false },
    Offered { layout: Layout::Passage, name: |w| w.one_passage, reads: true },
];

impl Offered {
    /// Whether it can show something of a view.
    pub fn fits(&self, view: &View) -> bool {
        !self.reads || view.reading.is_some()
    }

    /// A view in this layout.
    pub fn of(&self, mut view: View) -> View {
        view.look.layout = Some(self.layout);
        if !self.reads {
            view.reading = None;
        }
        view
    }
}
