//! The look of a site: puts a publisher's theme into the app's page before anything else is done with it,
//! so that the hosted page and the saved file have the same.

use std::collections::BTreeMap;

use lol_html::element;
use lol_html::html_content::ContentType;
use maud::html;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use readout_corpus::Catalogue;

use super::{CARD, page};
use crate::drawn::{CARD_SIZE, Icon, card, icon_png, icon_svg};
use crate::theme::Theme;

/// The theme's style sheet.
const SHEET: &str = "theme.css";

/// The icons of an installed site: name, size (px), for what.
pub(super) const ICONS: [(&str, u32, Icon); 3] = [
    ("icon-192.png", 192, Icon::Plain),
    ("icon-512.png", 512, Icon::Plain),
    ("icon-maskable.png", 512, Icon::Maskable),
];

/// What cannot stand in an address of data.
const DATA: &AsciiSet = &CONTROLS.add(b'#').add(b'%').add(b'"').add(b'<').add(b'>');

/// The page with a theme: its style sheet after the app's own, its icon, and the logo that the app shows.
/// The style sheet's file is added to `files`.
///
/// # Errors
/// Where the page is no HTML.
pub(super) fn dress(
    page: &str,
    theme: &Theme,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> miette::Result<String> {
    let css = theme.css();
    let icon = format!("data:image/svg+xml,{}", utf8_percent_encode(icon_svg(theme).trim_end(), DATA));
    // Attributes of one element: the logo's addresses and words never become markup of ours.
    let logo = theme.logo.as_ref().map(|logo| {
        let dark = logo.dark.as_ref().map(|picture| picture.data_url());
        html! { meta id="readout-logo" content=(logo.light.data_url()) data-dark=[dark] data-alt=(logo.alt); }
    });
    let head = html! {
        link rel="icon" href=(icon);
        @if !css.is_empty() { link rel="stylesheet" href={ "./" (SHEET) }; }
        @if let Some(logo) = logo { (logo) }
    };
    let handlers = [
        element!(r#"head > link[rel="icon"]"#, |link| {
            link.remove();
            Ok(())
        }),
        element!("head", |element| {
            element.append(&head.clone().into_string(), ContentType::Html);
            Ok(())
        }),
    ];
    let page = page::rewritten(page, handlers)?;
    if !css.is_empty() {
        files.insert(SHEET.to_owned(), css.into_bytes());
    }
    Ok(page)
}

/// The pictures of a published site: icons, and the card for links to it.
pub(super) fn pictures(catalogue: &Catalogue, theme: &Theme) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> =
        ICONS.map(|(name, size, icon)| (name.to_owned(), icon_png(size, icon, theme))).into();
    files.push(("icon.svg".to_owned(), icon_svg(theme).into_bytes()));
    let card = theme.card.as_ref().map_or_else(|| card(catalogue, theme), |picture| picture.bytes.clone());
    files.push((CARD.to_owned(), card));
    files
}

/// Width and height (px) of the card.
pub(super) fn card_size(theme: &Theme) -> (u32, u32) {
    theme.card.as_ref().and_then(|picture| picture.png_size()).unwrap_or(CARD_SIZE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head><link rel="icon" href="data:," /><link rel="stylesheet" href="./a.css"></head></html>"#;

    fn dressed(toml: &str) -> (String, BTreeMap<String, Vec<u8>>) {
        let file = |_: &str| Ok(b"<svg/>".to_vec());
        let (theme, errors) = crate::theme::read(toml, &file);
        assert_eq!(errors, []);
        let mut files = BTreeMap::new();
        let page = dress(PAGE, &theme, &mut files).unwrap();
        (page, files)
    }

    #[test]
    fn without_a_theme_only_the_icon_is_there() {
        let (page, files) = dressed("");
        assert!(page.contains("href=\"data:image/svg+xml,%3Csvg xmlns=%22"), "{page}");
        assert_eq!(page.matches("rel=\"icon\"").count(), 1, "{page}");
        assert!(!page.contains(SHEET) && files.is_empty(), "{page}");
    }

    #[test]
    fn the_theme_follows_the_apps_own_style() {
        let (page, files) = dressed("[type]\nserif = 'Publico'");
        assert!(page.find("a.css").unwrap() < page.find("./theme.css").unwrap(), "{page}");
        assert!(files[SHEET].starts_with(b":root {\n  --serif: \"Publico\", "));
    }

    #[test]
    fn a_logo_is_attributes_and_no_markup() {
        let (page, _) = dressed("[logo]\nfile = 'l.svg'\nalt = 'A \"B\" <img src=x onerror=y>'");
        assert!(page.contains("content=\"data:image/svg+xml;base64,PHN2Zy8+\""), "{page}");
        assert!(page.contains("data-alt=\"A &quot;B&quot; &lt;img"), "{page}");
        assert!(!page.contains("<img") && !page.contains("data-dark"), "{page}");
    }
}
