//! The app's page and its slots: fills in the corpus without touching anything else of the HTML. What
//! the hosted page and the saved file have beyond that is in `hosted` and `saved`.
//!
//! | element | gets |
//! |---|---|
//! | `<script id="readout-bundle" type="application/octet-stream">` | the bundle: gzip, then base64; `data-encoding="gzip"` |
//! | `<main id="readout-static">` | the outline, which the app removes when it starts |
//! | `<title>`, `<meta name="description">` | title and description of the corpus |
//! | `<html lang>` | the language of the interface, where the corpus has one; `data-language="set"` says so |

use std::borrow::Cow;
use std::cell::Cell;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::ContentType;
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};
use maud::html;
use miette::{IntoDiagnostic, WrapErr, miette};
use readout_corpus::{Catalogue, Language, Overview};
use scraper::Html;

use super::outline::outline;
use super::words::Words;

const BUNDLE: &str = r#"script#readout-bundle[type="application/octet-stream"]"#;
const OUTLINE: &str = "main#readout-static";
const TITLE: &str = "head > title";
const DESCRIPTION: &str = r#"head > meta[name="description"]"#;
const HTML: &str = "html";

/// What the corpus is, in a sentence.
pub(super) fn description(overview: &Overview, language: Option<Language>) -> &str {
    overview.description.as_deref().unwrap_or(Words::of(language.unwrap_or_default()).description)
}

/// A page as browsers write one that they have read: with every tag that may be left out, and every
/// attribute in quotation marks.
pub(super) fn normal(page: &str) -> String {
    Html::parse_document(page).html()
}

/// The page as `handlers` change it.
///
/// # Errors
/// Where it is no HTML.
pub(crate) fn rewritten<'a>(
    page: &str,
    handlers: impl IntoIterator<Item = (Cow<'a, Selector>, ElementContentHandlers<'a>)>,
) -> miette::Result<String> {
    let settings = handlers.into_iter().fold(RewriteStrSettings::new(), |settings, handler| {
        settings.append_element_content_handler(handler)
    });
    rewrite_str(page, settings).into_diagnostic().wrap_err("cannot read the page's HTML")
}

/// The page with the corpus in its slots; those that were filled before are filled anew. `packed`
/// is the bundle as gzip.
///
/// # Errors
/// Where a slot is not there exactly once.
pub(crate) fn fill(
    page: &str,
    catalogue: &Catalogue,
    language: Option<Language>,
    packed: &[u8],
) -> miette::Result<String> {
    let overview = &catalogue.overview;
    let description = description(overview, language);
    let words = Words::of(language.unwrap_or_default());
    let seen = [BUNDLE, OUTLINE, TITLE, DESCRIPTION, HTML].map(|selector| (selector, Cell::new(0)));
    let [(_, bundles), (_, outlines), (_, titles), (_, descriptions), (_, roots)] = &seen;
    let count = |cell: &Cell<u32>| cell.set(cell.get() + 1);
    let handlers = [
        element!(BUNDLE, |slot| {
            count(bundles);
            slot.set_attribute("data-encoding", "gzip")?;
            // Base64 has no character that could end the element.
            slot.set_inner_content(&STANDARD.encode(packed), ContentType::Html);
            Ok(())
        }),
        element!(OUTLINE, |slot| {
            count(outlines);
            slot.set_inner_content(&outline(catalogue, words).into_string(), ContentType::Html);
            Ok(())
        }),
        element!(TITLE, |slot| {
            count(titles);
            slot.set_inner_content(&overview.title, ContentType::Text);
            Ok(())
        }),
        element!(DESCRIPTION, |slot| {
            count(descriptions);
            // lol_html escapes quotation marks alone, so that what is escaped already stays as it is.
            slot.set_attribute("content", &html! { (description) }.into_string())?;
            Ok(())
        }),
        element!(HTML, |root| {
            count(roots);
            root.set_attribute("lang", language.unwrap_or_default().tag())?;
            match language {
                Some(_) => root.set_attribute("data-language", "set")?,
                None => root.remove_attribute("data-language"),
            }
            Ok(())
        }),
    ];
    let filled = rewritten(page, handlers)?;
    match seen.iter().find(|(_, count)| count.get() != 1) {
        None => Ok(filled),
        Some((selector, count)) => Err(miette!(
            help = "give the folder of an app that was built from this version of Readout",
            "the app's page has {} elements `{selector}`; expected one",
            count.get()
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::pack::gzip;
    use std::io::Read as _;

    const PAGE: &str = concat!(
        "<!doctype html><html lang=en><head><title>Readout</title>",
        "<meta name=\"description\" content=\"\"><link rel=stylesheet href=./a.css></head><body>",
        "<svg><title>Icon</title></svg><main id=\"readout-static\"></main>",
        "<script id=\"readout-bundle\" type=\"application/octet-stream\"></script></body></html>",
    );

    fn catalogue(title: &str, description: Option<&str>) -> Catalogue {
        let description = description.map(str::to_owned);
        let overview = Overview { title: title.to_owned(), description, ..Overview::default() };
        Catalogue { overview, ..Catalogue::default() }
    }

    #[test]
    fn the_slots_are_filled_and_the_rest_stays() {
        let packed = gzip(b"the bundle");
        let page = fill(PAGE, &catalogue("Talks & tea", Some("“A” & \"B\"")), None, &packed).unwrap();
        assert!(page.contains("<title>Talks &amp; tea</title>"), "{page}");
        assert!(page.contains("content=\"“A” &amp; &quot;B&quot;\""), "{page}");
        assert!(page.contains("<svg><title>Icon</title></svg>"), "{page}");
        assert!(page.contains("<h1 dir=\"auto\">Talks &amp; tea</h1>"), "{page}");
        let (_, slot) = page.split_once("data-encoding=\"gzip\">").unwrap();
        let packed = STANDARD.decode(slot.split_once("</script>").unwrap().0).unwrap();
        let mut bytes = String::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut bytes).unwrap();
        assert_eq!(bytes, "the bundle");
    }

    #[test]
    fn a_filled_page_can_be_filled_again() {
        let once = fill(PAGE, &catalogue("One", None), None, &gzip(b"1")).unwrap();
        let twice = fill(&once, &catalogue("Two", None), None, &gzip(b"2")).unwrap();
        assert_eq!(twice, fill(PAGE, &catalogue("Two", None), None, &gzip(b"2")).unwrap());
    }

    #[test]
    fn hostile_titles_stay_text() {
        let hostile = "</title></script><script>alert(1)</script>\"><img onerror=x>";
        let page = fill(PAGE, &catalogue(hostile, Some(hostile)), None, &gzip(b"")).unwrap();
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert!(!page.contains("<img"), "{page}");
        assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
    }

    #[test]
    fn a_page_without_its_slots_is_refused() {
        let check = |page: &str, expect: &str| {
            let error = fill(page, &catalogue("T", None), None, &gzip(b"")).unwrap_err().to_string();
            assert!(error.contains(expect), "{error}");
        };
        check(&PAGE.replace("readout-bundle", "other"), "0 elements `script#readout-bundle");
        check(&PAGE.replace("readout-static", "other"), "0 elements `main#readout-static`");
        check(&PAGE.replace("description", "other"), "0 elements `head > meta");
        check(
            &PAGE.replace("</body>", "<main id=readout-static></main></body>"),
            "2 elements `main#readout-static`",
        );
        check("", "0 elements");
    }

    #[test]
    fn the_publishers_language_is_set_and_taken_back() {
        let fill = |page: &str, language| fill(page, &catalogue("T", None), language, &gzip(b"")).unwrap();
        let korean = fill(PAGE, Some(Language::Korean));
        assert!(korean.contains(r#"lang="ko" data-language="set""#), "{korean}");
        assert!(korean.contains("<h2>문서</h2>") && korean.contains("content=\"누가"), "{korean}");
        let plain = fill(&korean, None);
        assert!(plain.contains(r#"lang="en""#) && !plain.contains("data-language"), "{plain}");
        assert!(plain.contains("<h2>Documents</h2>"), "{plain}");
    }
}
