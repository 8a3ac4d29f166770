//! The colours of a page, light or dark: those of `style/tokens.css`, changed by what a theme gives, and
//! the rest derived from it so that it can still be read.

use std::collections::BTreeMap;

use super::colour::Colour;

/// The one place where the standard colours stand.
const TOKENS: &str = include_str!("../../../../style/tokens.css");

/// Least contrast of text.
pub(crate) const TEXT: f64 = 4.5;
/// Least contrast of lines that mean something.
pub(crate) const LINE: f64 = 3.0;

/// Sides that have a colour of their own.
pub(crate) const SIDES: usize = 6;
const SIDE_TOKENS: [&str; SIDES] = ["side-1", "side-2", "side-3", "side-4", "side-5", "side-6"];

/// Which page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

/// What a theme gives for one of the two pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Given {
    /// By the names of the tokens.
    pub(super) tokens: BTreeMap<&'static str, Colour>,
    /// In the order of the corpus's sides.
    pub(super) sides: Vec<Colour>,
}

/// All colours of a page, by the names of their tokens (without `--`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Palette(BTreeMap<&'static str, Colour>);

impl Palette {
    /// The colours without a theme.
    pub(crate) fn standard(scheme: Scheme) -> Self {
        let pair = |line: &'static str| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
            let (light, dark) = value.strip_suffix(");")?.split_once(',')?;
            let text = if scheme == Scheme::Light { light } else { dark };
            Some((name, Colour::parse(text.trim())?))
        };
        Self(TOKENS.lines().filter_map(pair).collect())
    }

    /// The colours with a theme. What it does not give follows from its paper and ink.
    pub(super) fn with(scheme: Scheme, given: &Given) -> Self {
        let mut palette = Self::standard(scheme);
        palette.0.extend(&given.tokens);
        palette.0.extend(SIDE_TOKENS.into_iter().zip(given.sides.iter().copied()));
        if given.tokens.contains_key("paper") || given.tokens.contains_key("ink") {
            palette.follow(scheme, given);
        }
        if let (Some(hit), ink) = (given.tokens.get("hit"), palette.ink()) {
            palette.0.insert("hit-current", hit.mixed(ink, 0.15));
        }
        palette
    }

    fn follow(&mut self, scheme: Scheme, given: &Given) {
        let (paper, ink) = (self.paper(), self.ink());
        let white = Colour([255; 3]);
        let raised = paper.mixed(white, if scheme == Scheme::Light { 0.6 } else { 0.04 });
        let select = paper.mixed(ink, 0.1);
        let tint = paper.mixed(self.colour("topic"), 0.1);
        let (grounds, text) = ([paper, raised], [paper, raised, select, tint]);
        let mut set = |name: &'static str, colour: Colour| {
            if !given.tokens.contains_key(name) {
                self.0.insert(name, colour);
            }
        };
        set("raised", raised);
        set("select", select);
        set("topic-tint", tint);
        set("ink-2", ink.mixed(paper, 0.25).readable_on(&text, TEXT));
        set("ink-3", ink.mixed(paper, 0.33).readable_on(&text, TEXT));
        set("rule", paper.mixed(ink, 0.14));
        set("rule-2", paper.mixed(ink, 0.5).readable_on(&grounds, LINE));
        let kept =
            ["focus", "topic", "side-0"].into_iter().chain(SIDE_TOKENS.into_iter().skip(given.sides.len()));
        for name in kept.filter(|name| !given.tokens.contains_key(name)) {
            let least = if name == "focus" { LINE } else { TEXT };
            self.0.insert(name, self.colour(name).readable_on(&grounds, least));
        }
    }

    /// The colour of a token; ink for one that there is not.
    pub(crate) fn colour(&self, token: &str) -> Colour {
        self.0.get(token).copied().unwrap_or(Colour([0; 3]))
    }

    /// What the page is.
    pub(crate) fn paper(&self) -> Colour {
        self.colour("paper")
    }

    /// What text is.
    pub(crate) fn ink(&self) -> Colour {
        self.colour("ink")
    }

    /// The colour of a side by its place among the corpus's sides, from 1; 0 for none. Further ones
    /// share the last.
    pub(crate) fn side(&self, number: usize) -> Colour {
        match number {
            0 => self.colour("side-0"),
            _ => self.colour(SIDE_TOKENS[number.min(SIDES) - 1]),
        }
    }

    /// Every token with its colour, by name.
    pub(super) fn tokens(&self) -> impl Iterator<Item = (&'static str, Colour)> + '_ {
        self.0.iter().map(|(name, colour)| (*name, *colour))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    /// Every text and line that can be drawn can be read, whatever paper and ink are given.
    fn legible(palette: &Palette) {
        let grounds = ["paper", "raised"].map(|name| palette.colour(name));
        let check = |name: &str, least: f64| {
            for ground in grounds {
                let contrast = palette.colour(name).contrast(ground);
                assert!(contrast >= least, "{name} {} on {ground}: {contrast:.2}", palette.colour(name));
            }
        };
        for name in ["ink", "ink-2", "ink-3", "topic", "side-0"].into_iter().chain(SIDE_TOKENS) {
            check(name, TEXT);
        }
        ["rule-2", "focus"].into_iter().for_each(|name| check(name, LINE));
    }

    #[test]
    fn the_standard_colours_can_be_read() {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let palette = Palette::standard(scheme);
            assert_eq!(palette.tokens().count(), 20);
            legible(&palette);
        }
    }

    #[test]
    fn what_follows_from_paper_and_ink_can_be_read() {
        let check = |scheme, paper: &str, ink: &str| {
            let tokens = [("paper", colour(paper)), ("ink", colour(ink))].into_iter().collect();
            let palette = Palette::with(scheme, &Given { tokens, sides: Vec::new() });
            assert_eq!((palette.paper(), palette.ink()), (colour(paper), colour(ink)));
            legible(&palette);
        };
        check(Scheme::Light, "#ffffff", "#000000");
        check(Scheme::Light, "#fff1e5", "#33302e");
        check(Scheme::Light, "#e9decf", "#121212");
        check(Scheme::Dark, "#000000", "#ffffff");
        check(Scheme::Dark, "#262a33", "#f2dfce");
    }

    #[test]
    fn what_is_given_stays_as_it_is() {
        let tokens = [("paper", colour("#fff")), ("rule", colour("#abcabc"))].into_iter().collect();
        let palette = Palette::with(Scheme::Light, &Given { tokens, sides: vec![colour("#bbb")] });
        assert_eq!(palette.colour("rule"), colour("#abcabc"));
        assert_eq!(palette.side(1), colour("#bbb"));
        assert_eq!(palette.side(9), palette.side(6));
        assert_eq!(Palette::with(Scheme::Dark, &Given::default()), Palette::standard(Scheme::Dark));
    }
}
