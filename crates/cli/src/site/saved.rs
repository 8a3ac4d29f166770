//! The saved file: one page that holds app, corpus and index, and opens by double-click.
//!
//! It is written as browsers write the page that they read, so that the page can save itself again and
//! gives the same bytes.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use lol_html::element;
use lol_html::html_content::ContentType;
use maud::html;
use miette::miette;

use super::pack::Gzip;
use super::{page, policy};

/// The page in one file: `filled` with the files that it names inside, the wasm as `gzip` packs it.
///
/// # Errors
/// Where the page names a file that is not there, or has no app to start.
pub(super) fn page(filled: &str, files: &BTreeMap<String, Vec<u8>>, gzip: Gzip) -> miette::Result<String> {
    let parts = Parts::of(filled, files)?;
    let policy = html! { meta http-equiv="Content-Security-Policy" content=(policy::saved(&parts.script, &parts.style)); };
    // A quarter longer than the bytes, where base64 is a third. No letter of it means anything in HTML then.
    let wasm = z85::encode(gzip(parts.wasm)).replace('<', ",");
    let first = Cell::new(true);
    let handlers = [
        element!("head > meta[charset]", |meta| {
            meta.after(&policy.clone().into_string(), ContentType::Html);
            Ok(())
        }),
        element!(r#"link[rel="stylesheet"]"#, |link| {
            if first.replace(false) {
                link.before(&format!("<style>{}</style>", parts.style), ContentType::Html);
            }
            link.remove();
            Ok(())
        }),
        element!("script#app-code, link#app-wasm, script#boot", |element| {
            element.remove();
            Ok(())
        }),
        element!("body", |body| {
            // The script comes last, where all that it needs is there already.
            let slot =
                format!(r#"<script id="readout-wasm" type="application/octet-stream">{wasm}</script>"#);
            body.append(&slot, ContentType::Html);
            body.append(&format!("<script>{}</script>", parts.script), ContentType::Html);
            Ok(())
        }),
    ];
    let page = page::rewritten(filled, handlers)?;
    Ok(as_browsers_write(&page))
}

/// What of the site's files goes into the page.
struct Parts<'a> {
    /// All style sheets, in their order.
    style: String,
    /// The app's code and what starts it.
    script: String,
    wasm: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(filled: &str, files: &'a BTreeMap<String, Vec<u8>>) -> miette::Result<Self> {
        let named = RefCell::new(Named::default());
        let handlers = [
            element!(r#"link[rel="stylesheet"]"#, |link| {
                named.borrow_mut().styles.extend(link.get_attribute("href"));
                Ok(())
            }),
            element!("script#app-code", |script| {
                named.borrow_mut().code = script.get_attribute("src");
                Ok(())
            }),
            element!("script#boot", |script| {
                named.borrow_mut().boot = script.get_attribute("src");
                Ok(())
            }),
            element!("link#app-wasm", |link| {
                named.borrow_mut().wasm = link.get_attribute("href");
                Ok(())
            }),
        ];
        page::rewritten(filled, handlers)?;
        let Named { styles, code, boot, wasm } = named.into_inner();
        let style = styles.iter().map(|name| text(files, name)).collect::<miette::Result<String>>()?;
        let script =
            [code, boot].iter().map(|name| text(files, required(name)?)).collect::<miette::Result<_>>()?;
        Ok(Self {
            style: inline(style, "style")?,
            script: inline(script, "script")?,
            wasm: bytes(files, required(&wasm)?)?,
        })
    }
}

/// The files that a page names.
#[derive(Default)]
struct Named {
    styles: Vec<String>,
    code: Option<String>,
    boot: Option<String>,
    wasm: Option<String>,
}

fn required(name: &Option<String>) -> miette::Result<&str> {
    name.as_deref().ok_or_else(|| {
        miette!(
            help = "give the folder of an app that was built from this version of Readout",
            "the app's page does not name its code: #app-code, #app-wasm and #boot are expected"
        )
    })
}

fn bytes<'a>(files: &'a BTreeMap<String, Vec<u8>>, name: &str) -> miette::Result<&'a [u8]> {
    let name = name.trim_start_matches("./");
    files
        .get(name)
        .map(Vec::as_slice)
        .ok_or_else(|| miette!("the app's page names {name}, which is not beside it"))
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> miette::Result<String> {
    let text = String::from_utf8(bytes(files, name)?.to_vec());
    // A line of its own, so that a comment at the end of one file hides nothing of the next.
    text.map(|text| text + "\n").map_err(|_| miette!("{name} is not UTF-8"))
}

/// Text that can stand inside the element `tag`.
fn inline(text: String, tag: &str) -> miette::Result<String> {
    let ends = text.to_ascii_lowercase().contains(&format!("</{tag}"));
    if ends || text.contains("<!--") {
        return Err(miette!("the app's {tag} cannot stand inside a page: it holds `</{tag}` or `<!--`"));
    }
    Ok(text)
}

/// A page as a browser would write it down when its last script runs: space after that is not there yet.
fn as_browsers_write(page: &str) -> String {
    const END: &str = "</body></html>";
    format!("{}{END}", page::normal(page).trim_end_matches(END).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::pack::gzip;

    const PAGE: &str = concat!(
        "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=\"utf-8\" /><title>A &amp; B</title>",
        "<link rel=\"stylesheet\" href=\"./a.css\"/><link rel=\"stylesheet\" href=\"./b.css\"/>",
        "<script id=\"app-code\" src=\"./app.js\" defer></script><link id=\"app-wasm\" href=\"./app.wasm\">",
        "<script id=\"boot\" src=\"./boot.js\" defer></script></head>\n<body><p>Text</p>\n</body>\n</html>\n",
    );

    fn files() -> BTreeMap<String, Vec<u8>> {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        [
            file("a.css", "p > a { color: red }"),
            file("b.css", "b { color: blue }"),
            file("app.js", "let a = 1 && 2; // the app"),
            file("boot.js", "a;"),
            file("app.wasm", "\0asm"),
        ]
        .into()
    }

    #[test]
    fn everything_is_inside() {
        let page = page(PAGE, &files(), gzip).unwrap();
        assert!(page.contains("<style>p > a { color: red }\nb { color: blue }\n</style>"), "{page}");
        assert!(page.contains("<script>let a = 1 && 2; // the app\na;\n</script></body></html>"), "{page}");
        let (_, slot) = page.split_once("type=\"application/octet-stream\">").unwrap();
        let letters = slot.split_once("</script>").unwrap().0.replace(',', "<");
        assert_eq!(z85::decode(letters).unwrap(), gzip(b"\0asm"));
        assert!(!page.contains("href=") && !page.contains("src="), "{page}");
        let policy = page.find("Content-Security-Policy").unwrap();
        assert!(policy < page.find("<title>").unwrap() && page.starts_with("<!DOCTYPE html><html"), "{page}");
    }

    #[test]
    fn a_page_that_is_read_and_written_again_is_the_same() {
        let page = page(PAGE, &files(), gzip).unwrap();
        assert_eq!(as_browsers_write(&page), page);
    }

    #[test]
    fn what_would_break_out_of_the_page_is_refused() {
        let check = |name: &str, text: &str, problem: &str| {
            let mut files = files();
            files.insert(name.to_owned(), text.as_bytes().to_vec());
            let error = page(PAGE, &files, gzip).unwrap_err().to_string();
            assert!(error.contains(problem), "{error}");
        };
        check("app.js", "'</SCRIPT>'", "script cannot stand");
        check("boot.js", "'<!--'", "script cannot stand");
        check("b.css", "</style>", "style cannot stand");
        let mut files = files();
        files.remove("app.wasm");
        assert!(
            page(PAGE, &files, gzip).unwrap_err().to_string().contains("app.wasm, which is not beside it")
        );
    }
}
