//! The mark of a source: its shape says the kind of source, its colour the side that it speaks for.

use leptos::prelude::*;
use readout_corpus::SourceKind;

use crate::queries::words;

/// How many sides have a colour of their own; further ones share the last.
const COLOURS: usize = 6;

/// The class that gives a side its colour; `side-0` for no side.
pub fn side_class(number: usize) -> &'static str {
    ["side-0", "side-1", "side-2", "side-3", "side-4", "side-5", "side-6"][number.min(COLOURS)]
}

/// The shape of a kind of source around a point, as an SVG path of about 12 px.
pub fn shape(kind: Option<SourceKind>, x: f64, y: f64) -> String {
    match kind {
        Some(SourceKind::Official) => format!("M{} {}h10v10h-10z", x - 5.0, y - 5.0),
        Some(SourceKind::StateMedia) => format!("M{} {y}a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0z", x - 4.6),
        Some(SourceKind::Wire) => format!("M{x} {}l6.4 6.4l-6.4 6.4l-6.4 -6.4z", y - 6.4),
        Some(SourceKind::Other) | None => format!("M{x} {}l5.8 10h-11.6z", y - 5.6),
    }
}

/// The class of a kind's shape: state media and plain reports are outlines, the others are filled.
pub fn shape_class(kind: Option<SourceKind>) -> &'static str {
    match kind {
        Some(SourceKind::StateMedia) => "shape ring",
        Some(SourceKind::Other) | None => "shape outline",
        _ => "shape",
    }
}

/// The mark of a source in a line of text.
#[component]
pub fn Glyph(
    /// Kind of the source.
    kind: SourceKind,
    /// Number of its side, 0 for none.
    side: usize,
) -> impl IntoView {
    view! {
        <svg class=format!("glyph {}", side_class(side)) viewBox="0 0 14 14" role="img" aria-label=words::kind(kind)>
            <path class=shape_class(Some(kind)) d=shape(Some(kind), 7.0, 7.0) />
        </svg>
    }
}
