//! Documents that try to get out of their text, in every format that is read; see the journey “hostile”.

use std::fmt::Write as _;
use std::path::Path;

/// What a script would set, were one to run.
pub(crate) const FLAG: &str = "window.readoutBroken";

/// Overrides the direction of everything after it, in a page that does not keep it inside the document.
const OVERRIDE: char = '\u{202e}';
const DEPTH: usize = 10_000;

/// Writes the documents into a folder.
///
/// # Errors
/// What the file system says.
pub(crate) fn write(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let (nested, attack) = (nested(), attack());
    let body =
        format!("{attack}\n\nThe minister said that {OVERRIDE}trade{attack} would grow.\n\n{nested}\n");
    let title = format!("Hostile {attack}{OVERRIDE} title");
    std::fs::write(folder.join("plain.txt"), format!("{title}\n\nBeijing, November 22, 2017\n\n{body}"))?;
    std::fs::write(folder.join("<img src=x onerror=alert(1)>.txt"), format!("A hostile name\n\n{body}"))?;
    std::fs::write(
        folder.join("page.html"),
        format!(
            "<!doctype html><html><head><title>{title}</title><base href=\"https://example.com/\">\
             <meta http-equiv=\"refresh\" content=\"0;url=https://example.com/\"></head><body><h1>{title}</h1>\
             <p>{body}</p><iframe src=\"https://example.com/\"></iframe><svg onload=\"{FLAG}=1\"></svg>\
             <a href=\"javascript:{FLAG}=1\">link</a></body></html>"
        ),
    )?;
    let quoted = serde_json::json!(title);
    let url = format!("javascript:{FLAG}=1");
    std::fs::write(
        folder.join("text.md"),
        format!(
            "---\ntitle: {quoted}\nsource: {quoted}\nurl: \"{url}\"\ndate: 2017-11-22\n---\n\n{body}\n[link]({url})\n"
        ),
    )?;
    let line = serde_json::json!({
        "id": attack, "title": title, "source": attack, "url": url, "date": "2017-11-22", "text": body,
    });
    std::fs::write(folder.join("lines.jsonl"), format!("{line}\n"))
}

/// Markup that runs where text is taken for markup, and ways out of the page's own elements.
fn attack() -> String {
    format!(
        "<script>{FLAG}=1;alert(1)</script><img src=x onerror=\"{FLAG}=1;alert(1)\">\
         </script></template></noscript></title></textarea><script>{FLAG}=1</script>\
         <iframe srcdoc=\"<script>parent.{}=1</script>\"></iframe>",
        FLAG.trim_start_matches("window.")
    )
}

fn nested() -> String {
    let mut text = String::new();
    for level in 0..DEPTH {
        let _ = write!(text, "<div data-level={level}><b>");
    }
    text.push_str("the deepest words");
    text.push_str(&"</b></div>".repeat(DEPTH));
    text
}
