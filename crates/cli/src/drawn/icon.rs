//! The icon of an installed explorer: two accounts of one meeting, an official's and a state medium's, on
//! the line of time; one of them is longer.

use readout_corpus::SourceKind;

use super::canvas::{Canvas, shape};
use crate::theme::{Palette, Theme};

/// The icon is drawn on a field of this size.
const FIELD: f32 = 64.0;
/// What platforms may cut away of a maskable icon leaves this part of it.
const SAFE: f32 = 0.8;

/// For what an icon is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    /// Shown as it is.
    Plain,
    /// Cut into any shape by the platform: what is drawn stands further inside.
    Maskable,
}

/// A part of the drawing: a path, its place, its scale, its colour (a token), and the pen (0: filled).
struct Part {
    d: &'static str,
    at: (f32, f32),
    scale: f32,
    token: &'static str,
    pen: f32,
}

fn parts() -> [Part; 6] {
    let line = |d, token, pen| Part { d, at: (0.0, 0.0), scale: 1.0, token, pen };
    let (square, ring) = (shape(SourceKind::Official).0, shape(SourceKind::StateMedia).0);
    [
        line("M10 52L54 52", "ink", 4.0),
        line("M21 52L21 20", "ink", 2.5),
        line("M43 52L43 34", "ink", 2.5),
        Part { d: square, at: (21.0, 18.0), scale: 1.9, token: "side-2", pen: 0.0 },
        Part { d: ring, at: (43.0, 30.0), scale: 1.9, token: "paper", pen: 0.0 },
        Part { d: ring, at: (43.0, 30.0), scale: 1.9, token: "side-1", pen: 4.5 },
    ]
}

/// The icon as a square PNG of this size (px).
pub(crate) fn icon_png(size: u32, icon: Icon, theme: &Theme) -> Vec<u8> {
    let palette = &theme.light;
    let mut canvas = Canvas::new(size, size, palette.paper());
    let part = if icon == Icon::Maskable { SAFE } else { 1.0 };
    let scale = size as f32 / FIELD * part;
    let edge = size as f32 * (1.0 - part) / 2.0;
    for Part { d, at: (x, y), scale: own, token, pen } in parts() {
        let at = (edge + x * scale, edge + y * scale);
        let colour = palette.colour(token);
        if pen > 0.0 {
            canvas.stroke(d, at, own * scale, pen * scale, colour);
        } else {
            canvas.fill(d, at, own * scale, colour);
        }
    }
    canvas.png()
}

/// The icon as SVG, light or dark as the system is.
pub(crate) fn icon_svg(theme: &Theme) -> String {
    let class = |token: &'static str| match token {
        "side-1" => "a",
        "side-2" => "b",
        "paper" => "p",
        _ => "i",
    };
    let rules = |palette: &Palette| {
        let rule = |token| {
            let (class, colour) = (class(token), palette.colour(token));
            format!(".{class}{{fill:{colour}}}.{class}.l{{fill:none;stroke:{colour}}}")
        };
        ["paper", "ink", "side-1", "side-2"].map(rule).concat()
    };
    let drawn = parts().map(|Part { d, at: (x, y), scale, token, pen }| {
        let class = class(token);
        let pen = if pen > 0.0 {
            format!(" l\" stroke-linecap=\"round\" stroke-width=\"{:.2}", pen / scale)
        } else {
            String::new()
        };
        format!("<path class=\"{class}{pen}\" transform=\"translate({x} {y}) scale({scale})\" d=\"{d}\"/>")
    });
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {FIELD} {FIELD}\"><style>{}\
         @media(prefers-color-scheme:dark){{{}}}</style><rect class=\"p\" width=\"{FIELD}\" height=\"{FIELD}\" rx=\"8\"/>{}</svg>\n",
        rules(&theme.light),
        rules(&theme.dark),
        drawn.concat()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_maskable_icon_keeps_to_the_part_that_no_platform_cuts() {
        let theme = Theme::default();
        let paper = theme.light.paper().0;
        let drawn = |icon: Icon| {
            let pixels = tiny_skia::Pixmap::decode_png(&icon_png(192, icon, &theme)).unwrap();
            let middle = 96.0_f32;
            (0..192 * 192u32)
                .filter(|at| {
                    let pixel = pixels.pixels()[*at as usize];
                    [pixel.red(), pixel.green(), pixel.blue()] != paper
                })
                .map(|at| ((at % 192) as f32 - middle).hypot((at / 192) as f32 - middle))
                .fold(0.0, f32::max)
        };
        // Platforms cut no closer than a circle of four fifths of the width.
        assert!(drawn(Icon::Maskable) <= 0.4 * 192.0, "{}", drawn(Icon::Maskable));
        assert!(drawn(Icon::Plain) > 0.4 * 192.0);
    }

    #[test]
    fn the_svg_is_light_and_dark_and_runs_nothing() {
        let svg = icon_svg(&Theme::default());
        assert!(svg.contains("prefers-color-scheme:dark") && svg.contains("#171614"), "{svg}");
        assert!(!svg.contains("script") && !svg.contains("href"), "{svg}");
    }
}
