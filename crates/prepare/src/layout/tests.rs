use readout_corpus::Role;

use super::*;
use crate::read;

fn laid_out(file: &str, text: &str) -> (Document, Vec<Warning>) {
    let reading = read(file, text.as_bytes());
    let mut warnings = reading.warnings;
    let document = lay_out(&reading.documents[0], &Settings::default(), &mut warnings);
    (document, warnings)
}

/// Role and words of every sentence after the title, and that each leads back to its own words.
fn check(file: &str, text: &str, title: &str, expect: &[(Role, &str)]) {
    let (document, _) = laid_out(file, text);
    assert_eq!(document.card.title, title);
    assert!(document.text.starts_with(title));
    let found: Vec<(Role, &str)> = document
        .sentences
        .iter()
        .enumerate()
        .skip(1)
        .map(|(n, sentence)| (sentence.role, document.sentence_text(n as u32)))
        .collect();
    assert_eq!(found, expect, "{text}");
    for sentence in document.sentences.iter().skip(1).filter(|s| s.source.is_some()) {
        let own: Vec<&str> = sentence.span.of(&document.text).unwrap().split_whitespace().collect();
        let there: Vec<&str> = sentence.source.unwrap().of(text).unwrap().split_whitespace().collect();
        assert_eq!(own, there);
    }
}

const CAPTURE: &str = "Home > News
Harbour ministers agree on a ferry

Reuters | Rome | Updated: 03-05-2019 14:22 GMT
Share this with friends

The harbour ministers agreed on Friday to start a ferry between the two ports.

The minister (R) shakes hands with the envoy in Rome. [Photo: Reuters]

The ferry is to run on every day of the week, the ministers said.

Related stories
Storm closes the northern port
Fishermen wait for better weather

Copyright 2019 Harbour Board. All rights reserved.";

#[test]
fn a_sentence_that_stands_twice_in_a_row_is_a_pictures() {
    let picture = "The harbour ministers look at the new ferry on Friday morning.";
    let text = CAPTURE.replace(
        "The minister (R) shakes hands with the envoy in Rome. [Photo: Reuters]",
        &format!("{picture}\n\n{picture}"),
    );
    let (document, _) = laid_out("a.txt", &text);
    let roles = (0u32..).zip(&document.sentences).filter(|(n, _)| document.sentence_text(*n) == picture);
    assert_eq!(roles.map(|(_, sentence)| sentence.role).collect::<Vec<_>>(), [Role::Caption; 2]);
}

#[test]
fn who_is_quoted_may_be_said_twice() {
    let bite = "[갑돌 / 시장]\n\n\"다리는 아주 길고 다리 위의 길은 아주 넓습니다.\"";
    let told = "시장은 다리가 길다고 말했습니다. 사람들은 다리를 건너 시장으로 갔습니다.";
    let (document, _) = laid_out("a.txt", &format!("다리 소식\n\n{told}\n\n{bite}\n\n{told}\n\n{bite}\n"));
    let label =
        (0u32..).zip(&document.sentences).filter(|(n, _)| document.sentence_text(*n).starts_with('['));
    assert_eq!(label.count(), 2);
}

#[test]
fn a_capture_is_freed_of_its_furniture() {
    check(
        "a.txt",
        CAPTURE,
        "Harbour ministers agree on a ferry",
        &[
            (Role::Body, "The harbour ministers agreed on Friday to start a ferry between the two ports."),
            (Role::Caption, "The minister (R) shakes hands with the envoy in Rome."),
            (Role::Caption, "[Photo: Reuters]"),
            (Role::Body, "The ferry is to run on every day of the week, the ministers said."),
        ],
    );
    let (document, warnings) = laid_out("a.txt", CAPTURE);
    assert_eq!(document.card.source.as_deref(), Some("Reuters"));
    assert_eq!(document.card.published.map(|d| d.to_string()).as_deref(), Some("2019-05-03"));
    assert_eq!(document.card.dateline.and_then(|d| d.place).as_deref(), Some("Rome"));
    assert_eq!(document.card.language, "en");
    assert_eq!(warnings, []);
}

#[test]
fn a_day_under_an_article_counts_where_none_stands_above_and_a_summary_may_say_so() {
    let text = "两国部长商定新的渡轮\n\n摘要：两国部长商定新的渡轮航线，并决定明年春天再次会面。\n\n两国部长周五在首都会面，商定两座港口之间新的渡轮航线。\n\n渡轮每天往返两次，部长们在会面之后说。\n\n2019/05/03 13:08 KST";
    let (document, _) = laid_out("a.txt", text);
    let roles: Vec<Role> = document.sentences.iter().map(|sentence| sentence.role).collect();
    assert_eq!(roles, [Role::Title, Role::Summary, Role::Body, Role::Body]);
    assert_eq!(document.card.published.map(|day| day.to_string()).as_deref(), Some("2019-05-03"));
}

#[test]
fn a_summary_above_the_byline_repeats_the_body() {
    let text = "Ministers agree on a ferry\n\nThe ferry is to run on every day of the week.\n\nReuters | Updated: 2019-05-03 10:00\n\nThe ministers of the two harbours met in Rome on Friday to talk about trade.\n\nThe ferry is to run on every day of the week.";
    let (document, _) = laid_out("a.txt", text);
    let found: Vec<_> = document.sentences.iter().map(|s| (s.role, s.repeats)).collect();
    assert_eq!(
        found,
        [(Role::Title, None), (Role::Summary, Some(3)), (Role::Body, None), (Role::Body, None)]
    );
}

#[test]
fn front_matter_says_what_the_text_does_not() {
    let text = "---\ntitle: Talks &amp; tea\nsource: The White House\ndate: 2021-10-06\nrights: excerpt\n---\n\nThe minister met\nthe envoy.\n\n- Trade\n- Climate\n\n\\###";
    check(
        "a.md",
        text,
        "Talks & tea",
        &[(Role::Body, "The minister met the envoy."), (Role::Body, "Trade"), (Role::Body, "Climate")],
    );
    let (document, _) = laid_out("a.md", text);
    assert_eq!(document.card.source.as_deref(), Some("White House"));
    assert_eq!(document.card.side.as_deref(), Some("US"));
    assert_eq!(document.card.rights, Rights::Excerpt);
}

#[test]
fn a_document_without_a_title_takes_its_first_words() {
    let (document, _) = laid_out("deep/Some file.txt", "They met.");
    assert_eq!(document.card.title, "They met.");
    assert_eq!(document.card.id, "some-file");
}

#[test]
fn a_page_gives_its_own_facts_and_nothing_of_its_scripts() {
    let text = "<html lang=en><head><title>Ferry agreed - Harbour Times</title><meta property=og:title content='Ferry agreed by both ministers'><meta property=article:published_time content=2019-05-03T10:00:00Z><script>var evil = 'Evil words stand here.';</script></head><body><nav><a href=/>Home</a></nav><article><h1>Ferry agreed by both ministers</h1><p>The ministers met in <b>Rome</b>.</p><p>They \u{202e}agreed.</p></article><footer>Copyright 2019</footer></body></html>";
    check(
        "a.html",
        text,
        "Ferry agreed by both ministers",
        &[(Role::Body, "The ministers met in Rome."), (Role::Body, "They agreed.")],
    );
    let (document, _) = laid_out("a.html", text);
    assert_eq!(document.card.published.map(|d| d.to_string()).as_deref(), Some("2019-05-03"));
    assert!(document.sentences.iter().all(|s| s.source.is_none()));
}

#[test]
fn the_day_of_the_story_goes_before_the_day_on_which_the_page_was_read() {
    let story = "The harbour ministers agreed to start a ferry between the two ports of the bay.";
    let check = |head: &str, expect: &str| {
        let text = format!("{head}\n\n{story}\n\nThey will meet again in the autumn, in the other port.");
        let (document, _) = laid_out("a.txt", &text);
        assert_eq!(document.card.published.map(|day| day.to_string()).as_deref(), Some(expect), "{head}");
    };
    check("Friday May 25, 2018\nHarbour ministers agree on a ferry\n2013-06-08 08:48 Xinhua", "2013-06-08");
    check("17 Jul 2024\nSunday 16 October 2016 - 14:41\nHarbour ministers agree on a ferry", "2016-10-16");
    check("16 October 2016\nUpdated: 17 Jul 2024 10:00\nHarbour ministers agree on a ferry", "2016-10-16");
}

#[test]
fn a_lead_that_says_the_title_again_as_a_sentence_is_text() {
    check(
        "a.txt",
        "The minister thanked the harbour for the ferry, the port said\n3 May 2019\nThe minister thanked the harbour for the ferry, the port said.\nThe ferry is to run on every day of the week.",
        "The minister thanked the harbour for the ferry, the port said",
        &[
            (Role::Body, "The minister thanked the harbour for the ferry, the port said."),
            (Role::Body, "The ferry is to run on every day of the week."),
        ],
    );
}

#[test]
fn figures_of_a_day_stand_as_their_publisher_writes_them() {
    let check = |byline: &str, line: &str, expect: &str| {
        let text = format!(
            "Ports agree on a ferry\n{byline}\n\n{line}The two ports agreed to start a ferry.\n\nIt is to run on every day of the week."
        );
        let published = laid_out("a.txt", &text).0.card.published.map(|day| day.to_string());
        assert_eq!(published.as_deref(), Some(expect), "{byline}");
    };
    check("CNN | 10/07/2024", "", "2024-10-07");
    check("BBC | 10/07/2024", "", "2024-07-10");
    check("Published: 10/07/2024", "ROME, Oct. 7 (Reuters) - ", "2024-10-07");
}

#[test]
fn a_rubric_or_a_place_above_the_title_is_no_title() {
    let text = "The ministers of the harbour office met in Rome.";
    let title = "Talks of the harbour ministers with the president of the fishing board";
    for line in ["Rome", "Office of the Ministers"] {
        let body = [(Role::Body, text)];
        check("a.txt", &format!("May 2, 2017\n{line}\n{title}\n\n{text}"), title, &body);
    }
}

#[test]
fn the_only_line_above_a_text_is_its_title() {
    let text = "No ferry runs at night.\n\nWe go on.";
    let title = "Statement of the harbour board on Monday’s ruling";
    assert_eq!(laid_out("a.txt", &format!("{title}\n\nMay 2, 2017\n\n{text}")).0.card.title, title);
}

#[test]
fn a_label_above_the_title_is_no_title() {
    let text = "Premium\n\nHarbour ministers agree on a ferry between the ports\n\nThe premium ferry is a plan of the harbour ministers.\n\nIt is to run on every day of the week, between the ports.";
    assert_eq!(laid_out("a.txt", text).0.card.title, "Harbour ministers agree on a ferry between the ports");
}

#[test]
fn a_line_that_announces_words_opens_the_text() {
    check(
        "a.txt",
        "Ferry between the ports\n\nA spokesperson said:\n\nThe minister opened the ferry between the two ports today.\n\nSource: Reuters",
        "Ferry between the ports",
        &[
            (Role::Body, "A spokesperson said:"),
            (Role::Body, "The minister opened the ferry between the two ports today."),
        ],
    );
}

#[test]
fn a_page_on_one_line_is_read_too() {
    let text = "Harbour ministers agree on a ferry Reuters | Updated: 2019-05-03 10:00 The harbour ministers agreed on Friday to start a ferry between the two ports. The ferry is to run on every day of the week, the ministers said. They will meet again in the autumn, when the first of the new ships is ready to leave the yard. Until then the old ship goes on. Both ports are to be deepened before the winter storms come. Copyright 2019 Harbour Board. All rights reserved.";
    let (document, _) = laid_out("a.txt", text);
    assert_eq!(document.card.title, "Harbour ministers agree on a ferry");
    assert_eq!(document.card.source.as_deref(), Some("Reuters"));
    assert_eq!(document.card.body_sentences, 5);
    assert!(!document.text.contains("Copyright"));
}

#[test]
fn hostile_text_is_inert() {
    for text in [
        "(".repeat(5000),
        "<div>".repeat(5000),
        "> ".repeat(5000) + "a",
        "&".repeat(5000),
        "\u{202e}".repeat(50) + "a",
    ] {
        for file in ["a.txt", "a.md", "a.html"] {
            let (document, _) = laid_out(file, &text);
            assert!(!document.card.title.is_empty());
        }
    }
}

/// The article of a page whose body this is: its paragraphs, decks and captions.
fn check_page(body: &str, expect: &[(Role, &str)]) {
    let page = format!("<title>Ferry agreed</title><body><h1>Ferry agreed</h1>{body}</body>");
    check("a.html", &page, "Ferry agreed", expect);
}

const FIRST: &str = "The harbour ministers agreed on Friday to start a ferry between the two ports.";
const SECOND: &str = "The ferry is to run on every day of the week, the ministers said afterwards.";
const THIRD: &str = "Both ports are to be deepened before the storms of the winter come.";

/// The three paragraphs, each in an element of this name.
fn paragraphs(name: &str) -> String {
    [FIRST, SECOND, THIRD].map(|text| format!("<{name}>{text}</{name}>")).concat()
}

const BODY: [(Role, &str); 3] = [(Role::Body, FIRST), (Role::Body, SECOND), (Role::Body, THIRD)];

#[test]
fn an_article_is_where_paragraphs_stand_side_by_side() {
    let others = "<ul><li><a href=/a>Storm closes the port of the north for a week.</a> It blew hard all night...</li><li><a href=/b>Fishermen wait for better weather in the bay.</a> They have waited for a month now...</li></ul>";
    check_page(&format!("{others}<div>{}</div>{others}", paragraphs("p")), &BODY);
    check_page(&format!("<div><div>{}</div></div>{others}", paragraphs("div")), &BODY);
    // Parts of one article, each in an element of its own.
    let parted = paragraphs("p").replace("<p>The ferry", "</section><section><p>The ferry");
    check_page(&format!("<div><section>{parted}</section></div>{others}"), &BODY);
}

#[test]
fn what_a_page_calls_its_parts_is_believed_while_an_article_is_left() {
    let comments = "<div class=comments><p>What a fine ferry that will be for all of us.</p></div>";
    check_page(&format!("<div>{}</div>{comments}", paragraphs("p")), &BODY);
    check_page(&format!("<div>{}</div><p>Back to the harbour's own pages</p>", paragraphs("p")), &BODY);
    // The whole page stands in a “widget”.
    check_page(&format!("<div class=widget>{}</div>", paragraphs("div")), &BODY);
}

#[test]
fn pictures_and_decks_have_roles_of_their_own() {
    let caption = |words| (Role::Caption, words);
    let figure = "<figure><img src=a.png><div>The northern port in the spring of last year.</div></figure>";
    let mut expect = BODY.to_vec();
    expect.insert(0, caption("The northern port in the spring of last year."));
    check_page(&format!("<div>{figure}{}</div>", paragraphs("p")), &expect);
    let under = figure.replace("figure", "div").replace("<div>The", "<span>The");
    check_page(&format!("<div>{under}{}</div>", paragraphs("p")), &expect);
    let named = "<div class=imageCaption>The northern port in the spring of last year.</div>";
    check_page(&format!("<div>{named}{}</div>", paragraphs("p")), &expect);
    let deck =
        "<ul class=key-points><li>Two ports are to be joined.</li><li>A ferry is to sail daily.</li></ul>";
    expect.splice(
        0..1,
        [(Role::Deck, "Two ports are to be joined."), (Role::Deck, "A ferry is to sail daily.")],
    );
    check_page(&format!("<div>{deck}{}</div>", paragraphs("p")), &expect);
}

#[test]
fn what_a_page_asks_of_its_readers_is_no_part_of_the_article() {
    for asked in [
        "Follow us on Twitter and on Facebook.",
        "Related: Storm closes the northern port.",
        "Sign up for our daily newsletter.",
        "Like this story? Share it with a friend!",
        "<a href=/a>STORM CLOSES THE NORTHERN PORT FOR A WHOLE WEEK</a>",
    ] {
        let asking = paragraphs("p").replace("</p><p>Both", &format!("</p><p>{asked}</p><p>Both"));
        check_page(&format!("<div>{asking}<p>{asked}</p></div>"), &BODY);
    }
}

#[test]
fn a_card_over_a_name_is_no_part_of_its_sentence() {
    let card = "<span><a href=/m>the minister</a><span><img src=m.png><a href=/m>the minister</a><a href=/n>All of his speeches</a></span></span>";
    let text = format!("<div><p>On Friday {card} spoke of the ferry.</p>{}</div>", paragraphs("p"));
    check_page(&text, &[&[(Role::Body, "On Friday the minister spoke of the ferry.")], &BODY[..]].concat());
}

#[test]
fn a_page_says_in_many_ways_when_and_by_whom_it_was_published() {
    let check = |head: &str, body: &str, publisher: Option<&str>, day: &str| {
        let page =
            format!("<title>A ferry</title>{head}<body><h1>A ferry</h1>{body}<div>{}</div>", paragraphs("p"));
        let (document, _) = laid_out("a.html", &page);
        let published = document.card.published.map(|day| day.to_string());
        assert_eq!((document.card.source.as_deref(), published.as_deref()), (publisher, Some(day)), "{page}");
    };
    let article = "<script type=application/ld+json>{\"@type\": \"Article\", \"publisher\": {\"name\": \"The Harbour\"}, \"datePublished\": \"2019-05-03\"}</script>";
    check(article, "", Some("The Harbour"), "2019-05-03");
    let site = "<meta property=og:site_name content='The Harbour | News of the port'>";
    check(site, "<time datetime=2019-05-03T08:00Z>Friday</time>", Some("The Harbour"), "2019-05-03");
    check("", "<time>May 3, 2019</time>", None, "2019-05-03");
    check("", "<span class=article-publish-date>3 May 2019, 9:02</span>", None, "2019-05-03");
    check("", "<div><img src=a.png><span>3 MAY 2019</span></div>", None, "2019-05-03");
    // A platform publishes nothing itself.
    check(
        &format!("{}{site}", article.replace("The Harbour", "Blogger")),
        "",
        Some("The Harbour"),
        "2019-05-03",
    );
}

#[test]
fn the_head_of_a_capture_is_told_from_its_text() {
    // The words of a picture, and a deck, are often nearer to the text than the title is.
    check(
        "a.txt",
        "All news\n\nMinisters of both harbours discuss a ferry\n\nThe meeting was held on Friday in the port of Rome\nThe minister of the harbour AGENCY/A Name\nThe minister of the harbour\n© AGENCY\n\nROME, May 3. /TASS/. The minister of the harbour met his counterpart on Friday in the port of Rome. They spoke of a ferry.",
        "Ministers of both harbours discuss a ferry",
        &[
            (Role::Deck, "The meeting was held on Friday in the port of Rome"),
            (Role::Deck, "The minister of the harbour AGENCY/A Name"),
            (Role::Deck, "The minister of the harbour"),
            (
                Role::Body,
                "ROME, May 3. /TASS/. The minister of the harbour met his counterpart on Friday in the port of Rome.",
            ),
            (Role::Body, "They spoke of a ferry."),
        ],
    );
    // A day further down is no byline where one stands above; a sign in brackets ends a paragraph.
    check(
        "a.txt",
        "Talks on a ferry\n\n13:36 20.06.2019\n\nThe ministers held talks on a ferry.\n\nJune 19, 2019, Rome\n\nMinister of the Harbour: Dear guests, colleagues,\n\nIt is good to see you here for the talks on the ferry.\n\nThe talks mirror the will of all of us to build the ferry at last. (ROME)\n\nRelated news\n11:50 / 04.11.2024\nStorm closes the northern port",
        "Talks on a ferry",
        &[
            (Role::Body, "The ministers held talks on a ferry."),
            (Role::Body, "Minister of the Harbour: Dear guests, colleagues,"),
            (Role::Body, "It is good to see you here for the talks on the ferry."),
            (Role::Body, "The talks mirror the will of all of us to build the ferry at last."),
            (Role::Body, "(ROME)"),
        ],
    );
    let (document, _) = laid_out(
        "a.txt",
        "Talks on a ferry\n\nThe ministers held talks on a ferry in the port of Rome.\n\nThey agreed.\n\nRelated news\n11:50 / 04.11.2024\nStorm closes the port",
    );
    assert_eq!(document.card.published, None);
}

#[test]
fn a_text_whose_paragraphs_are_lost_is_parted() {
    let check = |file: &str, text: &str| {
        let (document, _) = laid_out(file, text);
        let mut lengths = std::collections::BTreeMap::new();
        for sentence in document.sentences.iter().filter(|sentence| sentence.role == Role::Body) {
            *lengths.entry(sentence.paragraph).or_insert(0) += 1;
        }
        assert_eq!(lengths.into_values().collect::<Vec<_>>(), [200, 200, 50], "{file}");
        let paragraphs = document.text.split("\n\n").count();
        assert_eq!(paragraphs, 4, "{file}");
    };
    let story: String = (0..450).map(|n| format!("The envoys spoke of ferry number {n}. ")).collect();
    check("a.txt", &format!("Talks in the harbour\n\n{story}"));
    check("a.html", &format!("<h1>Talks in the harbour</h1><p>{story}</p>"));
}

#[test]
fn an_address_tells_the_day() {
    for (address, expect) in [
        ("https://example.org/2022/11/18/ferry", Some("2022-11-18")),
        ("https://example.org/view/20221118001032", Some("2022-11-18")),
        ("https://example.org/view/20229918001032", None),
        ("https://example.org/view/1022111800", None),
    ] {
        let day = super::date_in_address(address).map(|day| day.to_string());
        assert_eq!(day.as_deref(), expect, "{address}");
    }
}
