//! Opaque colours: read from CSS notation, compared by contrast, mixed, moved until they can be read.
//! Knows nothing of themes.

use std::fmt;

/// An opaque colour: red, green, blue, 0 to 255 each. Shown as CSS writes it (`#1c1b19`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) [u8; 3]);

impl Colour {
    const BLACK: Self = Self([0; 3]);
    const WHITE: Self = Self([255; 3]);

    /// A colour as CSS writes it: `#rrggbb`, `rgb(…)`, `hsl(…)`, `oklch(…)`. `None` where it is none,
    /// or not opaque.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let colour = csscolorparser::parse(text).ok().filter(|colour| colour.a >= 1.0)?;
        let [r, g, b, _] = colour.to_rgba8();
        Some(Self([r, g, b]))
    }

    /// The contrast of two colours, from 1 (the same) to 21 (black on white), as WCAG 2 measures it.
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// This colour with a part (0 to 1) of another.
    pub(crate) fn mixed(self, other: Self, part: f64) -> Self {
        let mix = |(a, b): (u8, u8)| (f64::from(a) + (f64::from(b) - f64::from(a)) * part).round() as u8;
        let [r, g, b] = [0, 1, 2].map(|at| mix((self.0[at], other.0[at])));
        Self([r, g, b])
    }

    /// The nearest colour, on the way to black or to white, that has this contrast with all of
    /// `grounds`; black or white itself where no other has.
    pub(crate) fn readable_on(self, grounds: &[Self], least: f64) -> Self {
        let fits = |colour: &Self| grounds.iter().all(|ground| colour.contrast(*ground) >= least);
        (0..=255)
            .flat_map(|step| [Self::BLACK, Self::WHITE].map(|end| self.mixed(end, f64::from(step) / 255.0)))
            .find(fits)
            .unwrap_or_else(|| {
                let worst = |end: Self| grounds.iter().map(|g| end.contrast(*g)).fold(21.0, f64::min);
                if worst(Self::BLACK) >= worst(Self::WHITE) { Self::BLACK } else { Self::WHITE }
            })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn colours_are_read_as_css_writes_them() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(Colour::parse(text).map(|c| c.to_string()), expect.map(str::to_owned), "{text}")
        };
        check("#1c1b19", Some("#1c1b19"));
        check("#FFF", Some("#ffffff"));
        check("rgb(0 128 255)", Some("#0080ff"));
        check("hsl(0, 100%, 50%)", Some("#ff0000"));
        check("#0000", None);
        check("rgb(0 0 0 / 50%)", None);
        check("var(--paper)", None);
        check("#fff;} body{display:none", None);
        check("url(x)", None);
        check("", None);
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let check = |a: &str, b: &str, expect: f64| {
            assert!((colour(a).contrast(colour(b)) - expect).abs() < 0.01, "{a} {b}");
        };
        check("#000000", "#ffffff", 21.0);
        check("#777777", "#ffffff", 4.48);
        check("#ff0000", "#ffffff", 4.0);
        check("#abcdef", "#abcdef", 1.0);
    }

    #[test]
    fn a_colour_moves_no_further_than_it_must() {
        let white = [Colour::WHITE];
        assert_eq!(colour("#333333").readable_on(&white, 4.5), colour("#333333"));
        let moved = colour("#ff0000").readable_on(&white, 4.5);
        assert!(moved.contrast(Colour::WHITE) >= 4.5 && moved.contrast(Colour::WHITE) < 4.7, "{moved}");
        let on_dark = colour("#444444").readable_on(&[colour("#111111")], 4.5);
        assert!(on_dark.contrast(colour("#111111")) >= 4.5 && on_dark != Colour::WHITE, "{on_dark}");
        // Between black and white nothing can be read on both; the better of the two is named.
        assert_eq!(colour("#777777").readable_on(&[Colour::WHITE, Colour::BLACK], 7.0), Colour::BLACK);
    }
}
