//! Pages to share: for each view that has an address of its own, a small page with its title, picture and
//! oEmbed file, which leads on to the explorer. A static host never sees what stands after `#`, so what
//! other sites are to know of a view needs a page.

use std::collections::BTreeMap;

use maud::{DOCTYPE, PreEscaped, html};
use readout_corpus::{Catalogue, Interval};
use readout_query::layout::{Shared, WHOLE_HEIGHT};
use serde_json::json;

use super::hosted::{self, Facts};
use super::{CARD, SHARE, json_file, policy};

/// Width (px) that an oEmbed file names; the frame itself takes the width that it gets.
const WIDTH: u32 = 600;

/// A view that others may link to and embed.
struct View<'a> {
    /// Name of its files, without extension.
    name: String,
    title: String,
    /// Its address after `#`.
    hash: String,
    height: u32,
    language: Option<&'a str>,
}

/// Name of the oEmbed file of the whole explorer.
pub(super) const WHOLE: &str = "oembed/explorer.json";

/// The files for all views of a corpus, by name. `site` is the site's address, with its last slash.
pub(super) fn files(
    catalogue: &Catalogue,
    description: &str,
    site: &str,
    card: (u32, u32),
) -> BTreeMap<String, Vec<u8>> {
    let overview = &catalogue.overview;
    let whole = View {
        name: "explorer".to_owned(),
        title: overview.title.clone(),
        hash: String::new(),
        height: WHOLE_HEIGHT,
        language: None,
    };
    let mut files = BTreeMap::from([(WHOLE.to_owned(), oembed(&whole, &overview.title, site))]);
    for view in views(catalogue) {
        let oembed_file = format!("oembed/{}.json", view.name);
        let share = format!("{SHARE}{}.html", view.name);
        files.insert(share.clone(), leading_on(&view, description, site, &share, &oembed_file, card));
        files.insert(oembed_file, oembed(&view, &overview.title, site));
    }
    files
}

fn views(catalogue: &Catalogue) -> impl Iterator<Item = View<'_>> {
    let title = catalogue.overview.title.as_str();
    let view = |shared: Shared<'_>, title: String, language| View {
        name: shared.name(),
        title,
        hash: shared.hash(),
        height: shared.layout().height(),
        language,
    };
    let plain = [Shared::Timeline, Shared::Documents].map(|shared| view(shared, title.to_owned(), None));
    let meetings = catalogue.meetings.iter().map(move |meeting| {
        let title = format!("{}, {}: {title}", meeting.participants.join(", "), days(meeting.days));
        view(Shared::Meeting(&meeting.id), title, None)
    });
    let documents = catalogue
        .cards
        .iter()
        .map(move |card| view(Shared::Document(&card.id), card.title.clone(), Some(card.language.as_str())));
    plain.into_iter().chain(meetings).chain(documents)
}

fn days(days: Interval) -> String {
    if days.from == days.to { days.from.to_string() } else { format!("{} – {}", days.from, days.to) }
}

/// The oEmbed answer for a view (oembed.com, version 1.0): a frame, with nothing in it that a careful
/// consumer would take out.
///
/// WordPress listens to a frame's height only where a quotation stands before it, with what is to be seen
/// until the frame has told one; it takes `hidden` out. Others leave it, and show the frame alone.
fn oembed(view: &View<'_>, provider: &str, site: &str) -> Vec<u8> {
    let address = format!("{site}{}", hash(view));
    let frame = html! {
        blockquote hidden { a href=(address) { (view.title) } }
        iframe src=(address) title=(view.title) width="100%" height=(view.height) frameborder="0" {}
    };
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "provider_name": provider,
        "provider_url": site,
        "thumbnail_url": format!("{site}{CARD}"),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "width": WIDTH,
        "height": view.height,
        "html": frame.into_string(),
    });
    json_file(&answer)
}

fn hash(view: &View<'_>) -> String {
    if view.hash.is_empty() { String::new() } else { format!("#{}", view.hash) }
}

/// The page that tells others of a view and leads readers on to it.
fn leading_on(
    view: &View<'_>,
    description: &str,
    site: &str,
    name: &str,
    oembed: &str,
    card: (u32, u32),
) -> Vec<u8> {
    let View { title, language, .. } = view;
    let address = format!("{site}{name}");
    let facts = hosted::facts(&Facts { title, description, address: &address, site, oembed, card });
    // Relative: the page leads on wherever it lies.
    let target = format!("../{}", hash(view));
    let page = html! {
        (DOCTYPE)
        html lang=[*language] {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy::LEADING_ON);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="refresh" content={ "0; url=" (target) };
                meta name="description" content=(description);
                title { (title) }
                // Ghost takes an icon from elsewhere where a page names none.
                link rel="icon" type="image/png" href="../icon-192.png";
                (facts)
            }
            body { p { a href=(target) dir="auto" { (title) } } }
        }
        (PreEscaped("\n"))
    };
    page.into_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_corpus::{Card, Day, Meeting, Overview};

    fn shared(title: &str) -> BTreeMap<String, String> {
        let card = Card {
            id: "a-call".to_owned(),
            title: title.to_owned(),
            language: "ko".to_owned(),
            ..Card::default()
        };
        let day = Day::from_ymd(2017, 11, 22).unwrap();
        let meeting = Meeting {
            id: "2017-11-22-a-call".to_owned(),
            days: Interval::new(day, day),
            place: None,
            participants: vec!["One".to_owned(), "Two".to_owned()],
            accounts: Vec::new(),
        };
        let overview = Overview { title: title.to_owned(), ..Overview::default() };
        let catalogue = Catalogue { overview, cards: vec![card], meetings: vec![meeting] };
        let text = |(name, bytes)| (name, String::from_utf8(bytes).unwrap());
        files(&catalogue, "", "https://news.example/talks/", (1200, 630)).into_iter().map(text).collect()
    }

    #[test]
    fn every_view_has_a_page_and_an_oembed_file() {
        let files = shared("Talks");
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        let expect = [
            "oembed/document-a-call.json",
            "oembed/documents.json",
            "oembed/explorer.json",
            "oembed/meeting-2017-11-22-a-call.json",
            "oembed/timeline.json",
            "share/document-a-call.html",
            "share/documents.html",
            "share/meeting-2017-11-22-a-call.html",
            "share/timeline.html",
        ];
        assert_eq!(names, expect);
        let page = &files["share/meeting-2017-11-22-a-call.html"];
        assert!(
            page.contains("href=\"https://news.example/talks/oembed/meeting-2017-11-22-a-call.json\""),
            "{page}"
        );
        assert!(
            page.contains("content=\"0; url=../#meeting=2017-11-22-a-call&amp;layout=documents\""),
            "{page}"
        );
        let answer: serde_json::Value = serde_json::from_str(&files["oembed/timeline.json"]).unwrap();
        assert_eq!(
            answer["html"],
            "<blockquote hidden><a href=\"https://news.example/talks/#layout=timeline\">Talks</a></blockquote>\
             <iframe src=\"https://news.example/talks/#layout=timeline\" title=\"Talks\" width=\"100%\" height=\"320\" frameborder=\"0\"></iframe>"
        );
        assert_eq!((&answer["type"], &answer["version"]), (&json!("rich"), &json!("1.0")));
    }

    #[test]
    fn hostile_titles_stay_text() {
        for (name, text) in shared("</title><script>alert(1)</script>\" onload=\"x") {
            let html = match serde_json::from_str::<serde_json::Value>(&text) {
                Ok(answer) => answer["html"].as_str().unwrap().to_owned(),
                Err(_) => text,
            };
            assert!(!html.contains("<script") && !html.contains("\" onload"), "{name}: {html}");
        }
    }
}
