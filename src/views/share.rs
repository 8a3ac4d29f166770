//! Sharing: a link to what is shown, the code that puts a part of it into an article, with a preview, and
//! the whole explorer as one file.

use std::borrow::Cow;

use leptos::prelude::*;
use readout_query::Facet;
use readout_query::layout::{Layout, Shared, WHOLE_HEIGHT};

use super::layouts::LAYOUTS;
use crate::browser::{address, draw, page};
use crate::components::node::{Element, el};
use crate::queries::Queries;
use crate::state::{View, ViewState, url};
use crate::words::{Text, Words};

/// Height (px) of the preview, which scrolls.
const PREVIEW: u32 = 300;

/// What of the dialog is passing: no link carries it.
#[derive(Clone, Copy)]
struct Choice {
    /// The layout to embed; `None` is the whole explorer.
    layout: RwSignal<Option<Layout>>,
    /// What became of the last thing that the reader asked for.
    done: RwSignal<Option<Done>>,
}

/// What was done, or could not be.
#[derive(Clone, Copy)]
enum Done {
    Copied,
    Saved,
    NotSaved,
}

/// The dialog, which `open` shows.
pub fn share(queries: Queries, state: ViewState, open: RwSignal<bool>) -> AnyView {
    let choice = Choice { layout: RwSignal::new(None), done: RwSignal::new(None) };
    page::on_told(move |what| match what {
        "saved" => choice.done.set(Some(Done::Saved)),
        "unsaved" => choice.done.set(Some(Done::NotSaved)),
        "copied" => choice.done.set(Some(Done::Copied)),
        _ => {}
    });
    let view = draw::region(
        move || if open.get() { vec![dialog(queries, state, choice, open)] } else { Vec::new() },
    );
    Effect::new(move |_| {
        if open.get() {
            choice.done.set(None);
            let reads = state.reading.with_untracked(Option::is_some);
            choice.layout.set(reads.then_some(Layout::Passage));
            page::show_dialog("#share");
        }
    });
    view
}

fn dialog(queries: Queries, state: ViewState, choice: Choice, open: RwSignal<bool>) -> Element {
    let words = state.words();
    let view = state.view();
    let close = move || {
        open.set(false);
        page::focus_after_drawing("#open-share".to_owned());
    };
    let button = el("button").class("link close").attr("id", "close-share").text(words.close);
    let head = el("div")
        .class("share-head")
        .child(el("h2").attr("id", "share-title").text(words.share))
        .child(button.press(close));
    let done = match choice.done.get() {
        None => "",
        Some(Done::Copied) => words.copied,
        Some(Done::Saved) => words.saved,
        Some(Done::NotSaved) => words.not_saved,
    };
    el("dialog")
        .class("share")
        .attr("id", "share")
        .attr("aria-labelledby", "share-title")
        .child(head)
        .child(field("share-link", words.link_to_view, link_to(&view), words))
        .child(embed(queries, &view, choice, words))
        .child(save(words))
        .child(el("p").class("done").attr("role", "status").text(done))
        .keys(move |key| {
            if key == "Escape" {
                close();
            }
        })
}

/// The address of a view.
fn link_to(view: &View) -> String {
    match url::write(view).as_str() {
        "" => address::page(),
        hash => format!("{}#{hash}", address::page()),
    }
}

/// A text to copy, under its name.
pub(super) fn field(
    id: &'static str,
    name: impl Into<Cow<'static, str>>,
    value: String,
    words: Words,
) -> Element {
    let lines = match (value.contains('\n'), value.len() > 120) {
        (true, _) => "7",
        (_, true) => "4",
        _ => "1",
    };
    el("div")
        .class("copy")
        .child(el("label").attr("for", id).text(name))
        .child(
            el("textarea")
                .attr("id", id)
                .attr("rows", lines)
                .attr("readonly", "")
                .attr("spellcheck", "false")
                .text(value),
        )
        .child(
            el("button")
                .class("filter")
                .attr("data-copies", id)
                .text(words.copy)
                .press(move || page::tell_about("copy", id)),
        )
}

/// The layouts to choose from, the one chosen as it will look, and its code.
fn embed(queries: Queries, view: &View, choice: Choice, words: Words) -> Element {
    let section = el("section").attr("aria-labelledby", "embed-title");
    let section = section.child(el("h3").attr("id", "embed-title").text(words.embed));
    if !page::is_hosted() {
        return section.child(el("p").class("aside").text(words.embed_needs_host));
    }
    let chosen = choice.layout.get();
    let radio = |layout: Option<Layout>, name: Text| {
        let id = format!("embed-{}", layout.map_or("whole", Layout::key));
        let input = el("input").attr("type", "radio").attr("name", "layout").attr("id", id.clone());
        let input = input.state("checked", chosen == layout).input(move |_| choice.layout.set(layout));
        el("span").child(input).child(el("label").attr("for", id).text(name))
    };
    let mut radios = vec![radio(None, words.whole_explorer)];
    let offered = LAYOUTS.iter().filter(|each| each.fits(view));
    radios.extend(offered.map(|each| radio(Some(each.layout), (each.name)(&words))));

    let picked = LAYOUTS.iter().find(|each| Some(each.layout) == chosen);
    let embedded = picked.map_or_else(|| view.clone(), |each| each.of(view.clone()));
    let height = chosen.map_or(WHOLE_HEIGHT, Layout::height);
    let source = link_to(&embedded);
    let title = title(queries, &embedded);
    let preview = el("iframe")
        .attr("src", source.clone())
        .attr("title", words.preview)
        .attr("height", height.min(PREVIEW).to_string())
        .key(source.clone());
    let mut section = section
        .child(
            el("div")
                .class("choices")
                .attr("role", "radiogroup")
                .attr("aria-labelledby", "embed-title")
                .children(radios),
        )
        .child(el("div").class("preview").child(preview))
        .child(field("embed-frame", words.embed_code, frame(&source, &title, height), words).key("frame"))
        .child(
            field("embed-element", words.embed_element, element(&source, &title, height), words)
                .key("element"),
        );
    if let Some(folder) = page::attribute_of("boot", "data-share")
        && let Some(name) = share_page(&embedded)
    {
        let address = format!("{}{folder}{name}.html", address::folder());
        section = section.child(field("embed-page", words.embed_page, address, words).key("page"));
    }
    section
}

/// What an embedded view is called: the open document's title, else the corpus's.
fn title(queries: Queries, view: &View) -> String {
    queries.with(|explorer| {
        let open = view.reading.as_ref().and_then(|reading| explorer.card(&reading.document));
        open.map_or(&explorer.overview().title, |card| &card.title).clone()
    })
}

/// One line of HTML that shows a view in a frame.
fn frame(source: &str, title: &str, height: u32) -> String {
    let (source, title) = (escaped(source), escaped(title));
    format!(
        "<iframe src=\"{source}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         style=\"border:0;width:0;min-width:100%\" referrerpolicy=\"no-referrer\" \
         allow=\"clipboard-write; fullscreen\" sandbox=\"allow-scripts allow-same-origin allow-popups \
         allow-popups-to-escape-sandbox allow-downloads\"></iframe>"
    )
}

/// The same as an element of its own, which takes the height of what it shows.
fn element(source: &str, title: &str, height: u32) -> String {
    let folder = escaped(&address::folder());
    let (source, title) = (escaped(source), escaped(title));
    format!(
        "<script src=\"{folder}embed.js\" async></script>\
         <readout-explorer src=\"{source}\" title=\"{title}\" height=\"{height}\">\
         <noscript><a href=\"{source}\"><img src=\"{folder}card.png\" alt=\"{title}\" width=\"600\"></a></noscript>\
         </readout-explorer>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// Name of the page that tells other sites of a view, where the site has one: `readout build` writes them
/// for the plain timeline and list, for each meeting and for each document.
fn share_page(view: &View) -> Option<String> {
    let layout = view.look.layout?;
    let mut plain = view.clone();
    plain.look = Default::default();
    let meeting = plain.request.chosen.remove(&Facet::Meeting);
    let reading = plain.reading.take();
    if plain != View::default() {
        return None;
    }
    let meeting = meeting.into_iter().flatten().collect::<Vec<_>>();
    let shared = match (layout, meeting.as_slice(), &reading) {
        (Layout::Timeline, [], None) => Shared::Timeline,
        (Layout::Documents, [], None) => Shared::Documents,
        (Layout::Documents, [meeting], None) => Shared::Meeting(meeting),
        (Layout::Passage, [], Some(reading)) if reading.sentence.is_none() => {
            Shared::Document(&reading.document)
        }
        _ => return None,
    };
    Some(shared.name())
}

fn save(words: Words) -> Element {
    el("section")
        .attr("aria-labelledby", "save-title")
        .child(el("h3").attr("id", "save-title").text(words.save_title))
        .child(el("p").class("aside").text(words.save_about))
        .child(el("button").class("filter").attr("id", "save").text(words.save).press(|| page::tell("save")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_with_a_page_of_their_own_name_it() {
        let check = |address: &str, expect: Option<&str>| {
            assert_eq!(share_page(&url::read(address)).as_deref(), expect, "{address}");
        };
        let page = |shared: Shared<'_>| {
            assert_eq!(url::write(&url::read(&shared.hash())), shared.hash(), "{shared:?}");
            check(&shared.hash(), Some(&shared.name()));
        };
        page(Shared::Timeline);
        page(Shared::Documents);
        page(Shared::Meeting("2017-11-22-a"));
        page(Shared::Document("a-b"));
        check("layout=passage&doc=a-b&sentence=3", None);
        check("layout=timeline&q=trade", None);
        check("meeting=2017-11-22-a", None);
    }

    #[test]
    fn titles_stay_inside_the_code() {
        let line = frame("https://a.example/#q=a&b", "\"><script>", 300);
        assert!(line.contains("src=\"https://a.example/#q=a&amp;b\" title=\"&quot;>&lt;script>\""), "{line}");
        assert!(!line.contains('\n'));
    }
}
