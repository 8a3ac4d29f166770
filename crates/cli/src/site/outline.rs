//! The meetings and documents of a corpus as plain HTML, to be read where the app cannot start:
//! without JavaScript, without wasm, by a search engine, in the language of the corpus. All text is escaped by maud; only links to
//! web pages are links.

use std::collections::BTreeMap;

use maud::{Markup, html};
use readout_corpus::{Card, Catalogue, Interval, Meeting};

use super::words::Words;

/// Rows of one table. A page with more would take longer to open than anyone reads.
const ROWS: usize = 2_000;

/// Title, description, and a table each of the meetings and the documents.
pub(super) fn outline(catalogue: &Catalogue, words: &Words) -> Markup {
    let overview = &catalogue.overview;
    let titles: BTreeMap<&str, &Card> = catalogue.cards.iter().map(|card| (card.id.as_str(), card)).collect();
    html! {
        h1 dir="auto" { (overview.title) }
        @if let Some(description) = &overview.description { p dir="auto" { (description) } }
        @if !catalogue.meetings.is_empty() {
            h2 { (words.meetings) }
            table {
                thead { tr { th scope="col" { (words.date) } th scope="col" { (words.place) } th scope="col" { (words.participants) } th scope="col" { (words.accounts) } } }
                tbody { @for meeting in catalogue.meetings.iter().take(ROWS) { (meeting_row(meeting, &titles, words)) } }
            }
            (more(catalogue.meetings.len(), words.more_meetings))
        }
        h2 { (words.documents) }
        table {
            thead { tr { th scope="col" { (words.title) } th scope="col" { (words.source) } th scope="col" { (words.published) } } }
            tbody { @for card in catalogue.cards.iter().take(ROWS) { (document_row(card, words)) } }
        }
        (more(catalogue.cards.len(), words.more_documents))
    }
}

/// Where a document was published, where that is a web page: no other scheme becomes a link.
fn web_page(card: &Card) -> Option<&str> {
    let url = card.url.as_deref()?;
    let (scheme, _) = url.split_once("://")?;
    ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)).then_some(url)
}

fn meeting_row(meeting: &Meeting, titles: &BTreeMap<&str, &Card>, words: &Words) -> Markup {
    let cards = meeting.accounts.iter().filter_map(|account| titles.get(account.document.as_str()));
    html! {
        tr {
            td { (days(meeting.days, words)) }
            td dir="auto" { (meeting.place.as_deref().unwrap_or_default()) }
            td dir="auto" { (meeting.participants.join(", ")) }
            td { ul { @for card in cards { li { (title(card)) } } } }
        }
    }
}

fn document_row(card: &Card, words: &Words) -> Markup {
    html! {
        tr {
            td {
                @if let Some(url) = web_page(card) { a href=(url) rel="noreferrer" { (title(card)) } }
                @else { (title(card)) }
            }
            td dir="auto" { (card.source.as_deref().unwrap_or_default()) }
            td { @if let Some(day) = card.published { time datetime=(day) { (words.day(day)) } } }
        }
    }
}

fn title(card: &Card) -> Markup {
    html! { span lang=(card.language) dir="auto" { (card.title) } }
}

fn days(days: Interval, words: &Words) -> Markup {
    html! {
        time datetime=(days.from) { (words.day(days.from)) }
        @if days.to != days.from { (words.to) time datetime=(days.to) { (words.day(days.to)) } }
    }
}

fn more(rows: usize, [before, after]: [&str; 2]) -> Markup {
    html! { @if rows > ROWS { p { (before) (rows - ROWS) (after) } } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use readout_corpus::{Day, Language, Overview};

    fn catalogue(cards: Vec<Card>) -> Catalogue {
        let overview = Overview { title: "Talks".to_owned(), ..Overview::default() };
        Catalogue { overview, cards, meetings: Vec::new() }
    }

    fn card(title: &str, url: Option<&str>) -> Card {
        Card {
            title: title.to_owned(),
            url: url.map(str::to_owned),
            language: "en".to_owned(),
            published: Day::from_ymd(2017, 11, 23),
            ..Card::default()
        }
    }

    #[test]
    fn text_stays_text() {
        let hostile = "</script><script>alert(1)</script> \" onload=\"x";
        let mut catalogue = catalogue(vec![card(hostile, Some("https://a.example/\"><img>"))]);
        catalogue.overview.title = hostile.to_owned();
        catalogue.overview.description = Some(hostile.to_owned());
        let html = outline(&catalogue, Words::of(Language::English)).into_string();
        assert!(!html.contains("<script") && !html.contains("</script") && !html.contains("<img"), "{html}");
        assert!(html.contains("&lt;script&gt;alert(1)"), "{html}");
    }

    #[test]
    fn only_web_pages_become_links() {
        let check = |url: &str, linked: bool| {
            let html = outline(&catalogue(vec![card("A title", Some(url))]), Words::of(Language::English))
                .into_string();
            assert_eq!(html.contains("<a href"), linked, "{url}");
        };
        check("https://a.example/x", true);
        check("HTTP://a.example/x", true);
        check("javascript:alert(1)", false);
        check("javascript://%0aalert(1)", false);
        check("data:text/html,x", false);
        check("a.example", false);
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let html = outline(&catalogue(vec![card("A title", None); ROWS + 3]), Words::of(Language::English))
            .into_string();
        assert_eq!(html.matches("A title").count(), ROWS);
        assert!(html.contains("… and 3 more documents"), "{}", &html[html.len() - 200..]);
    }

    #[test]
    fn headings_and_days_are_in_the_language_of_the_corpus() {
        let check = |language, expect: &[&str]| {
            let html = outline(&catalogue(vec![card("A title", None)]), Words::of(language)).into_string();
            assert!(expect.iter().all(|words| html.contains(words)), "{html}");
            assert!(html.contains("datetime=\"2017-11-23\""), "{html}");
        };
        check(Language::English, &["<h2>Documents</h2>", "Published", "23 November 2017"]);
        check(Language::Korean, &["<h2>문서</h2>", "발행일", "2017년 11월 23일"]);
        check(Language::Chinese, &["<h2>文件</h2>", "发布日期", "2017年11月23日"]);
        check(Language::French, &["<h2>Documents</h2>", "Publication", "23 novembre 2017"]);
    }
}
