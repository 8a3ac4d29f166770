//! A picture that is being drawn: paths as SVG writes them, in flat colours, without a font of the
//! machine, so that the same picture has the same bytes everywhere.

use readout_corpus::SourceKind;
use tiny_skia::{FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

use crate::theme::Colour;

/// Digits of lines, on a field of 10 by 16.
const DIGITS: [&str; 10] = [
    "M5 0C1.5 0 0 3.5 0 8C0 12.5 1.5 16 5 16C8.5 16 10 12.5 10 8C10 3.5 8.5 0 5 0Z",
    "M2 3.2L6 0L6 16",
    "M0.6 4C0.8 1.5 2.6 0 5 0C7.7 0 9.4 1.8 9.4 4.2C9.4 8 4 11 0.5 16L9.8 16",
    "M0.8 2.8C1.6 1 3 0 5 0C7.4 0 9 1.5 9 3.8C9 6 7.4 7.4 4.2 7.4C7.8 7.4 9.7 9 9.7 11.6C9.7 14.3 7.7 16 5 16C2.6 16 1 15 0.3 13",
    "M7.4 16L7.4 0L0 11.5L10 11.5",
    "M9 0L2 0L1.2 7.4C2.2 6.6 3.4 6.2 4.8 6.2C7.8 6.2 9.8 8.1 9.8 11C9.8 14 7.8 16 4.8 16C2.6 16 1.1 15.1 0.3 13.4",
    "M8.8 2C8 0.7 6.8 0 5.3 0C2 0 0.2 3.4 0.2 8.6C0.2 13.5 2 16 5.1 16C7.9 16 9.8 14 9.8 11.1C9.8 8.2 7.9 6.3 5.2 6.3C2.6 6.3 0.6 8 0.3 10.5",
    "M0.3 0L9.7 0C6.5 5 4.2 10 3.4 16",
    "M5 7.3C2.6 7.3 1 5.8 1 3.7C1 1.5 2.6 0 5 0C7.4 0 9 1.5 9 3.7C9 5.8 7.4 7.3 5 7.3C2 7.3 0.2 9 0.2 11.6C0.2 14.2 2.1 16 5 16C7.9 16 9.8 14.2 9.8 11.6C9.8 9 8 7.3 5 7.3Z",
    "M1.2 14C2 15.3 3.2 16 4.7 16C8 16 9.8 12.6 9.8 7.4C9.8 2.5 8 0 4.9 0C2.1 0 0.2 2 0.2 4.9C0.2 7.8 2.1 9.7 4.8 9.7C7.4 9.7 9.4 8 9.7 5.5",
];
const DASH: &str = "M2 8.5L8 8.5";
/// From one digit to the next, in the units of the digits.
const ADVANCE: f32 = 14.0;

/// The shape of a kind of source around the origin, about 12 wide: the app's own (its `glyph`), and
/// whether it is filled.
pub(super) fn shape(kind: SourceKind) -> (&'static str, bool) {
    match kind {
        SourceKind::Official => ("M-5 -5L5 -5L5 5L-5 5Z", true),
        SourceKind::StateMedia => (
            "M-4.6 0C-4.6 -2.54 -2.54 -4.6 0 -4.6C2.54 -4.6 4.6 -2.54 4.6 0C4.6 2.54 2.54 4.6 0 4.6C-2.54 4.6 -4.6 2.54 -4.6 0Z",
            false,
        ),
        SourceKind::Wire => ("M0 -6.4L6.4 0L0 6.4L-6.4 0Z", true),
        SourceKind::Other => ("M0 -5.6L5.8 4.4L-5.8 4.4Z", false),
    }
}

/// A picture of flat colours.
pub(super) struct Canvas(Pixmap);

impl Canvas {
    /// A picture of one colour.
    pub(super) fn new(width: u32, height: u32, ground: Colour) -> Self {
        let mut pixels = Pixmap::new(width, height).expect("the sizes of our pictures are not zero");
        let [r, g, b] = ground.0;
        pixels.fill(tiny_skia::Color::from_rgba8(r, g, b, 255));
        Self(pixels)
    }

    /// Fills a rectangle.
    pub(super) fn bar(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            self.0.fill_rect(rect, &paint(colour), Transform::identity(), None);
        }
    }

    /// Fills a path that stands at a place, so many times as large as it is written.
    pub(super) fn fill(&mut self, d: &str, (x, y): (f32, f32), scale: f32, colour: Colour) {
        if let Some(path) = path(d) {
            let place = Transform::from_scale(scale, scale).post_translate(x, y);
            self.0.fill_path(&path, &paint(colour), FillRule::Winding, place, None);
        }
    }

    /// Draws along a path with a pen of this width (px).
    pub(super) fn stroke(&mut self, d: &str, (x, y): (f32, f32), scale: f32, width: f32, colour: Colour) {
        if let Some(path) = path(d) {
            let pen = Stroke {
                width: width / scale,
                line_cap: LineCap::Round,
                line_join: LineJoin::Miter,
                ..Stroke::default()
            };
            let place = Transform::from_scale(scale, scale).post_translate(x, y);
            self.0.stroke_path(&path, &paint(colour), &pen, place, None);
        }
    }

    /// The mark of a source around a place, on a ground of its own that keeps it apart from others.
    pub(super) fn mark(
        &mut self,
        kind: SourceKind,
        at: (f32, f32),
        scale: f32,
        colour: Colour,
        ground: Colour,
    ) {
        let (d, filled) = shape(kind);
        self.stroke(d, at, scale, 4.0 * scale, ground);
        self.fill(d, at, scale, if filled { colour } else { ground });
        self.stroke(d, at, scale, if filled { 0.4 } else { 1.9 } * scale, colour);
    }

    /// A number (digits and `-`) with its middle at a place, its digits this tall (px).
    pub(super) fn number(&mut self, text: &str, (middle, top): (f32, f32), height: f32, colour: Colour) {
        let scale = height / 16.0;
        let mut x = middle - width(text, height) / 2.0;
        for letter in text.chars() {
            let d = letter.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)).unwrap_or(&DASH);
            self.stroke(d, (x, top), scale, height / 9.0, colour);
            x += ADVANCE * scale;
        }
    }

    /// The picture as a PNG.
    pub(super) fn png(&self) -> Vec<u8> {
        self.0.encode_png().expect("writing to memory does not fail")
    }
}

/// How wide a number is (px) with digits this tall.
pub(super) fn width(text: &str, height: f32) -> f32 {
    let letters = text.chars().count() as f32;
    (letters * ADVANCE - (ADVANCE - 10.0)) * height / 16.0
}

fn paint(colour: Colour) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    let [r, g, b] = colour.0;
    paint.set_color_rgba8(r, g, b, 255);
    paint
}

/// A path of `M`, `L`, `C` and `Z` with absolute places.
fn path(d: &str) -> Option<Path> {
    let mut out = PathBuilder::new();
    for part in d.split_inclusive(['M', 'L', 'C', 'Z']).zip(d.split(['M', 'L', 'C', 'Z']).skip(1)) {
        let (before, places) = part;
        let numbers: Vec<f32> = places.split_ascii_whitespace().filter_map(|n| n.parse().ok()).collect();
        match (before.chars().last()?, &numbers[..]) {
            ('M', &[x, y]) => out.move_to(x, y),
            ('L', &[x, y]) => out.line_to(x, y),
            ('C', &[a, b, c, d, x, y]) => out.cubic_to(a, b, c, d, x, y),
            ('Z', []) => out.close(),
            _ => return None,
        }
    }
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_of_ours_is_one() {
        let kinds = [SourceKind::Official, SourceKind::StateMedia, SourceKind::Wire, SourceKind::Other];
        for d in DIGITS.into_iter().chain([DASH]).chain(kinds.map(|kind| shape(kind).0)) {
            let bounds = path(d).unwrap_or_else(|| panic!("{d}")).bounds();
            assert!(bounds.left() >= -6.5 && bounds.right() <= 10.1, "{d}");
            assert!(bounds.top() >= -6.5 && bounds.bottom() <= 16.1, "{d}");
        }
        assert!(path("M1 2 3").is_none() && path("nonsense").is_none());
    }
}
