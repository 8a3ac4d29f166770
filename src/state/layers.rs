//! Which layers of marks are drawn on a text.

use readout_corpus::Layer;

/// Every layer, in the order of the switches, with its name in the URL.
pub const ALL: [(Layer, &str); 7] = [
    (Layer::Search, "search"),
    (Layer::Statements, "statements"),
    (Layer::Topics, "topics"),
    (Layer::Dates, "dates"),
    (Layer::People, "people"),
    (Layer::Organisations, "organisations"),
    (Layer::Places, "places"),
];

/// A set of layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layers(u8);

impl Layers {
    /// No layer at all.
    pub const NONE: Layers = Layers(0);

    fn bit(layer: Layer) -> u8 {
        ALL.iter().position(|(each, _)| *each == layer).map_or(0, |at| 1 << at)
    }

    /// Whether a layer is on.
    pub fn has(self, layer: Layer) -> bool {
        self.0 & Self::bit(layer) != 0
    }

    /// The same set with one layer switched.
    pub fn toggled(self, layer: Layer) -> Self {
        Self(self.0 ^ Self::bit(layer))
    }

    /// The same set with one layer on.
    pub fn with(self, layer: Layer) -> Self {
        Self(self.0 | Self::bit(layer))
    }
}

/// What a reader sees first: search hits, who said what, topics and dates.
impl Default for Layers {
    fn default() -> Self {
        [Layer::Search, Layer::Statements, Layer::Topics, Layer::Dates]
            .into_iter()
            .fold(Self::NONE, Self::with)
    }
}
