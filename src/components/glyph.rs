//! The mark of a source: its shape says the kind of source, its colour the side that it speaks for.

use readout_corpus::SourceKind;

use super::node::{Element, el, px};
use crate::words::Words;

/// How many sides have a colour of their own; further ones share the last.
const COLOURS: usize = 6;

/// The class that gives a side its colour; `side-0` for no side.
pub fn side_class(number: usize) -> &'static str {
    ["side-0", "side-1", "side-2", "side-3", "side-4", "side-5", "side-6"][number.min(COLOURS)]
}

/// The shape of a kind of source around a point (px), about 12 px wide.
pub fn shape(kind: SourceKind, x: f64, y: f64) -> Element {
    let from = |dx: f64, dy: f64| format!("M{} {}", px(x + dx), px(y + dy));
    let path = match kind {
        SourceKind::Official => from(-5.0, -5.0) + "h10v10h-10z",
        SourceKind::StateMedia => from(-4.6, 0.0) + "a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0z",
        SourceKind::Wire => from(0.0, -6.4) + "l6.4 6.4l-6.4 6.4l-6.4 -6.4z",
        SourceKind::Other => from(0.0, -5.6) + "l5.8 10h-11.6z",
    };
    // State media and plain reports are outlines, the others are filled.
    let class = match kind {
        SourceKind::StateMedia => "shape ring",
        SourceKind::Other => "shape outline",
        _ => "shape",
    };
    el("path").class(class).attr("d", path)
}

/// The mark of a source in a line of text.
pub fn glyph(words: Words, kind: SourceKind, side: usize) -> Element {
    el("svg")
        .class(format!("glyph {}", side_class(side)))
        .attr("viewBox", "0 0 14 14")
        .attr("role", "img")
        .attr("aria-label", words.kind(kind))
        .child(shape(kind, 7.0, 7.0))
}
