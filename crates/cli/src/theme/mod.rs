//! `theme.toml`: how a publisher's explorer looks. Colours, type, a logo, a card for social media; no
//! part must be there, and what follows from a part is worked out.
//!
//! ```toml
//! card = "card.png"                     # 1200 × 630; drawn from the timeline where none is given
//!
//! [light]                               # and [dark]; any CSS colour that is opaque
//! paper = "#fff9f2"                     # the page
//! ink = "#221d1a"                       # text
//! quiet = "#5f564e"                     # secondary text
//! rule = "#e6dccf"                      # hairlines
//! line = "#8a7f73"                      # lines that mean something
//! focus = "#0b57d0"                     # around what the keyboard is on
//! hit = "#ffe08a"                       # behind words that were searched for
//! sides = ["#a3262a", "#1f5c8c"]        # of the corpus's sides, in their order
//!
//! [type]
//! serif = ["Publico Text", "Georgia"]   # before our own; installed on the reader's device
//! sans = ["Graphik"]
//! scale = 1.05                          # 0.85 to 1.3
//!
//! [logo]
//! file = "logo.svg"                     # .svg or .png, beside theme.toml
//! dark = "logo-dark.svg"                # on a dark page
//! alt = "The Morning Post"              # what it says
//! ```
//!
//! Every value is read by its type and written anew, so that none can break out of the style sheet. What
//! is wrong is named with its line and left out. Stops at plain values: the site decides where they go.

mod colour;
mod fonts;
mod palette;
mod picture;
mod sheet;

use readout_prepare::SettingsError;
use readout_prepare::toml_tables::{Reader, Table};

pub(crate) use self::colour::Colour;
use self::palette::{Given, LINE, SIDES, TEXT};
pub(crate) use self::palette::{Palette, Scheme};
pub(crate) use self::picture::Picture;

/// Name of the file, in the folder of the documents.
pub(crate) const THEME: &str = "theme.toml";

const ROOT: &[&str] = &["light", "dark", "type", "logo", "card"];
const PAGE: &[&str] = &["paper", "ink", "quiet", "rule", "line", "focus", "hit", "sides"];
const TYPE: &[&str] = &["serif", "sans", "scale"];
const LOGO: &[&str] = &["file", "dark", "alt"];

/// The keys of a page that are one colour, and the tokens that they set.
const COLOURS: [(&str, &str); 7] = [
    ("paper", "paper"),
    ("ink", "ink"),
    ("quiet", "ink-2"),
    ("rule", "rule"),
    ("line", "rule-2"),
    ("focus", "focus"),
    ("hit", "hit"),
];

/// Smallest and largest type, against our own size.
const SCALES: std::ops::RangeInclusive<f64> = 0.85..=1.3;

/// How an explorer looks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Theme {
    /// Colours of a light page.
    pub(crate) light: Palette,
    /// Colours of a dark page.
    pub(crate) dark: Palette,
    /// Families before our own, as CSS writes them.
    serif: Vec<String>,
    sans: Vec<String>,
    /// Size of type in hundredths of our own.
    percent: u16,
    /// Shown in the masthead.
    pub(crate) logo: Option<Logo>,
    /// The picture for social media, where the publisher brings one.
    pub(crate) card: Option<Picture>,
}

/// A publisher's logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Logo {
    /// The picture, on a light page and, without another, on a dark one.
    pub(crate) light: Picture,
    /// The picture on a dark page.
    pub(crate) dark: Option<Picture>,
    /// What it says, in words.
    pub(crate) alt: String,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            light: Palette::standard(Scheme::Light),
            dark: Palette::standard(Scheme::Dark),
            serif: Vec::new(),
            sans: Vec::new(),
            percent: 100,
            logo: None,
            card: None,
        }
    }
}

/// The theme in the text of a `theme.toml`, and what is wrong with it. `file` gives the bytes of a file
/// beside it, or says why it cannot.
pub(crate) fn read(
    text: &str,
    file: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> (Theme, Vec<SettingsError>) {
    let reader = Reader::new(text);
    let parsed = reader.parse();
    let root = reader.root(&parsed);
    root.only(ROOT);
    let mut theme = Theme::default();
    for (key, scheme) in [("light", Scheme::Light), ("dark", Scheme::Dark)] {
        for table in root.tables(key) {
            let palette = page(&table, scheme);
            *(if scheme == Scheme::Light { &mut theme.light } else { &mut theme.dark }) = palette;
        }
    }
    for table in root.tables("type") {
        table.only(TYPE);
        theme.serif = families(&table, "serif");
        theme.sans = families(&table, "sans");
        if let Some(scale) = table.number("scale") {
            if SCALES.contains(&scale) {
                theme.percent = (scale * 100.0).round() as u16;
            } else {
                table.error("scale", format!("scale {scale} is too small or too large"), "write 0.85 to 1.3");
            }
        }
    }
    for table in root.tables("logo") {
        theme.logo = logo(&table, file);
    }
    theme.card = picture(&root, "card", &["png"], file);
    (theme, reader.finish())
}

/// The colours of a page, with a warning for each that is given and cannot be read.
fn page(table: &Table<'_, '_>, scheme: Scheme) -> Palette {
    table.only(PAGE);
    let mut given = Given::default();
    for (key, token) in COLOURS {
        if let Some(colour) = table.text(key).and_then(|text| colour(table, key, &text)) {
            given.tokens.insert(token, colour);
        }
    }
    let sides = table.texts("sides");
    if sides.len() > SIDES {
        let problem = format!("“sides” has {} colours", sides.len());
        table.error("sides", problem, format!("give at most {SIDES}; further sides share the last"));
    }
    given.sides = sides.iter().take(SIDES).filter_map(|text| colour(table, "sides", text)).collect();

    let palette = Palette::with(scheme, &given);
    let named = |token| (token, palette.colour(token));
    let (paper, raised) = (named("paper"), named("raised"));
    let check = |key: &str, colour: Colour, (ground, on): (&str, Colour), least: f64| {
        let contrast = colour.contrast(on);
        if contrast < least {
            let what = if least == LINE { "lines that mean something need" } else { "text needs" };
            table.error(
                key,
                format!(
                    "“{key}” {colour} has a contrast of {contrast:.1}:1 with {ground} {on}; {what} {least}:1"
                ),
                format!("write \"{}\", the nearest that can be read there", colour.readable_on(&[on], least)),
            );
        }
        contrast >= least
    };
    if given.tokens.contains_key("ink") || given.tokens.contains_key("paper") {
        check("ink", palette.ink(), paper, TEXT);
    }
    for (key, token, least) in [("quiet", "ink-2", TEXT), ("line", "rule-2", LINE), ("focus", "focus", LINE)]
    {
        if let Some(&colour) = given.tokens.get(token) {
            let _ = check(key, colour, paper, least) && check(key, colour, raised, least);
        }
    }
    if let Some(&hit) = given.tokens.get("hit") {
        check("hit", hit, named("ink"), TEXT);
    }
    for side in given.sides {
        let _ = check("sides", side, paper, TEXT) && check("sides", side, raised, TEXT);
    }
    palette
}

fn colour(table: &Table<'_, '_>, key: &str, text: &str) -> Option<Colour> {
    let colour = Colour::parse(text);
    if colour.is_none() {
        table.error(
            key,
            format!("“{text}” is no opaque colour"),
            "write one as CSS does: \"#1c1b19\" or \"rgb(28 27 25)\"",
        );
    }
    colour
}

fn families(table: &Table<'_, '_>, key: &str) -> Vec<String> {
    let family = |name: String| {
        let quoted = fonts::quoted(&name);
        if quoted.is_none() {
            table.error(
                key,
                format!("“{name}” is no name of a typeface"),
                "write its name alone: letters, digits, spaces and - _ . + &",
            );
        }
        quoted
    };
    table.texts(key).into_iter().filter_map(family).collect()
}

fn logo(table: &Table<'_, '_>, file: &dyn Fn(&str) -> Result<Vec<u8>, String>) -> Option<Logo> {
    table.only(LOGO);
    // Both are named where both are missing.
    let (name, alt) = (table.needed("file"), table.needed("alt"));
    name?;
    let light = picture(table, "file", &["svg", "png"], file)?;
    Some(Logo { light, dark: picture(table, "dark", &["svg", "png"], file), alt: alt? })
}

/// The picture that a key names.
fn picture(
    table: &Table<'_, '_>,
    key: &str,
    kinds: &[&str],
    file: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Option<Picture> {
    let name = table.text(key)?;
    match Picture::open(&name, kinds, file) {
        Ok(picture) => Some(picture),
        Err((problem, remedy)) => {
            table.error(key, problem, remedy);
            None
        }
    }
}

#[cfg(test)]
mod tests;
