//! The page of a hosted site: the filled page with its policy, and what search engines, social networks
//! and other sites read of it.

use std::cell::Cell;

use lol_html::element;
use lol_html::html_content::ContentType;
use maud::{Markup, html};
use miette::miette;

use super::{CARD, MANIFEST, SAVED, SHARE, WORKER, page, policy};

/// What a page says of itself to those who do not open it.
pub(super) struct Facts<'a> {
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    /// Absolute address of the page.
    pub(super) address: &'a str,
    /// Absolute address of the site, with its last slash.
    pub(super) site: &'a str,
    /// Name of its oEmbed file in the site.
    pub(super) oembed: &'a str,
    /// Width and height (px) of the card.
    pub(super) card: (u32, u32),
}

/// The page as a host serves it. `facts` are there where the site's address is known; `published` where
/// it is more than a preview, and works offline.
///
/// # Errors
/// Where the page is not that of a built app.
pub(super) fn page(filled: &str, facts: Option<&Facts<'_>>, published: bool) -> miette::Result<String> {
    let booted = Cell::new(0);
    let origin = facts.map(|facts| policy::origin(facts.site));
    let policy =
        html! { meta http-equiv="Content-Security-Policy" content=(policy::hosted(origin.as_deref())); };
    let head = html! {
        @if published { link rel="manifest" href=(MANIFEST); }
        @if let Some(facts) = facts { (self::facts(facts)) }
    };
    let handlers = [
        element!(r#"head > meta[charset]"#, |meta| {
            meta.after(&policy.clone().into_string(), ContentType::Html);
            Ok(())
        }),
        element!("head", |element| {
            element.append(&head.clone().into_string(), ContentType::Html);
            Ok(())
        }),
        element!("script#boot", |script| {
            booted.set(booted.get() + 1);
            script.set_attribute("data-saved", SAVED)?;
            if published {
                script.set_attribute("data-worker", WORKER)?;
            }
            if facts.is_some() {
                script.set_attribute("data-share", SHARE)?;
            }
            Ok(())
        }),
    ];
    let page = page::rewritten(filled, handlers)?;
    match booted.get() {
        1 => Ok(page),
        n => Err(miette!("the app's page has {n} elements `script#boot`; expected one")),
    }
}

/// Title, picture and oEmbed address, for those who show a link to the page.
pub(super) fn facts(facts: &Facts<'_>) -> Markup {
    let Facts { title, description, address, site, oembed, card: (width, height) } = facts;
    html! {
        link rel="canonical" href=(address);
        meta property="og:type" content="website";
        meta property="og:title" content=(title);
        meta property="og:description" content=(description);
        meta property="og:url" content=(address);
        meta property="og:image" content={ (site) (CARD) };
        meta property="og:image:width" content=(width);
        meta property="og:image:height" content=(height);
        meta property="og:image:alt" content=(title);
        meta name="twitter:card" content="summary_large_image";
        link rel="alternate" type="application/json+oembed" href={ (site) (oembed) } title=(title);
    }
}
