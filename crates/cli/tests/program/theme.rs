//! A publisher's own look: `theme.toml` and the pictures that it names.

use crate::folder::Folder;

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
const THEME: &str = "[light]\npaper = \"#fff4ea\"\nquiet = \"#c0b8b0\"\n\n[logo]\nfile = \"logo.svg\"\nalt = \"The Harbour Post\"\n";

fn folder() -> Folder {
    Folder::with_documents().file("documents/theme.toml", THEME).file("documents/logo.svg", LOGO)
}

#[test]
fn it_reaches_the_hosted_page_and_the_saved_file() {
    let folder = folder();
    let run = folder.ok(&["build", "documents", "--app", "app", "--out", "site"]);
    assert!(run.err.contains("2 documents, "), "{}", run.err);
    let (page, sheet) = (folder.text("site/index.html"), folder.text("site/theme.css"));
    assert!(
        page.contains("href=\"./theme.css\"") && page.contains("data-alt=\"The Harbour Post\""),
        "{page}"
    );
    assert!(sheet.contains("--paper: light-dark(#fff4ea, "), "{sheet}");
    assert!(folder.text("site/explorer.html").contains(&sheet));
    assert!(folder.text("site/manifest.webmanifest").contains("\"theme_color\": \"#fff4ea\""));
    assert!(folder.text("site/icon.svg").contains("#fff4ea"));
    assert!(folder.path("site/card.png").exists() && folder.path("site/icon-maskable.png").exists());
}

#[test]
fn what_cannot_be_read_is_for_the_publisher_and_not_for_readers() {
    let folder = folder();
    let problem = "“quiet” #c0b8b0 has a contrast of 1.8:1 with paper #fff4ea; text needs 4.5:1";
    let run = folder.ok(&["build", "documents", "--app", "app", "--out", "site"]);
    assert!(run.err.contains(&format!("theme.toml:3: {problem}")), "{}", run.err);
    assert!(run.err.contains("write \"#"), "{}", run.err);
    let json = folder.ok(&["export", "documents", "--format", "json"]).out;
    assert!(!json.contains("theme.toml"), "{json}");
}

#[test]
fn a_site_without_a_theme_has_no_style_sheet_for_it() {
    let folder = Folder::with_documents();
    folder.ok(&["build", "documents", "--app", "app", "--out", "site"]);
    assert!(!folder.path("site/theme.css").exists());
    assert!(!folder.text("site/index.html").contains("theme.css"));
}
