//! The page itself: its phase, its theme, and elements found by id.

use gloo::events::EventListener;
use leptos::prelude::{document, window};
use readout_corpus::Language;
use wasm_bindgen::JsCast;
use web_sys::{
    CustomEvent, CustomEventInit, Element, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Says on the root element which phase the app is in, for style sheets and tests.
pub fn set_phase(phase: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-state", phase);
    }
}

/// Sets the theme (`light` or `dark`); until then the page follows the system.
pub fn set_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// The language that the page opens in: what its publisher set, else the first of the reader's that
/// the interface speaks, else English.
pub fn language() -> Language {
    let root = document().document_element();
    let set = root.filter(|root| root.get_attribute("data-language").as_deref() == Some("set"));
    let set = set.and_then(|root| Language::from_tag(&root.get_attribute("lang")?));
    let readers = || {
        let tags = window().navigator().languages();
        (0..tags.length()).find_map(|at| Language::from_tag(&tags.get(at).as_string()?))
    };
    set.or_else(readers).unwrap_or_default()
}

/// Says on the root element which language the page speaks.
pub fn set_language(language: Language) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// Whether the system asks for a dark page.
pub fn prefers_dark() -> bool {
    matches!(window().match_media("(prefers-color-scheme: dark)"), Ok(Some(query)) if query.matches())
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The text of an element, by its id.
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// An attribute of an element, by its id.
pub fn attribute_of(id: &str, name: &str) -> Option<String> {
    document().get_element_by_id(id)?.get_attribute(name)
}

/// Takes an element out of the page.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Puts the keyboard on an element.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        let _ = element.focus();
    }
}

/// Whether the keyboard is inside what the selector finds.
pub fn has_focus(selector: &str) -> bool {
    document().active_element().is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// Brings the first element that fits a selector into view, in the middle where `centred`.
pub fn scroll_to(selector: &str, centred: bool) {
    if let Some(element) = find(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(if centred { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Start });
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Distance of a pointer from an element's left edge, in px.
pub fn x_within(element: &Element, client_x: i32) -> f64 {
    f64::from(client_x) - element.get_bounding_client_rect().left()
}

/// Distance of a pointer from an element's top edge, in px.
pub fn y_within(element: &Element, client_y: i32) -> f64 {
    f64::from(client_y) - element.get_bounding_client_rect().top()
}

/// Sends every further event of a pointer to an element until it is released.
pub fn capture(element: &Element, pointer: i32) {
    // A pointer that is already gone cannot be captured; nothing is lost by that.
    let _ = element.set_pointer_capture(pointer);
}

/// Does something when what is about to be drawn is on the page.
pub fn after_drawing(call: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(call);
}

/// Puts the keyboard on an element that is about to be drawn, without moving the page.
pub fn focus_after_drawing(selector: String) {
    after_drawing(move || {
        if let Ok(Some(element)) = document().query_selector(&selector) {
            focus_element(&element);
        }
    });
}

/// Puts the keyboard on an element, HTML or SVG, without moving the page.
pub fn focus_element(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // Elements of SVG have the same method.
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Makes what the selector finds inert, or lets it be used again: what a sheet covers.
pub fn set_inert(selector: &str, inert: bool) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    // A selector finds nothing but elements.
    for element in
        (0..found.length()).filter_map(|at| found.get(at)).map(|node| node.unchecked_into::<Element>())
    {
        let _ = if inert { element.set_attribute("inert", "") } else { element.remove_attribute("inert") };
    }
}

/// Scrolls up to the head of an element that begins above the window; leaves the page alone where
/// the head can be seen.
pub fn reveal_head(selector: &str) {
    if let Some(element) = find(selector)
        && element.get_bounding_client_rect().top() < 0.0
    {
        scroll_to(selector, false);
    }
}

/// Whether the page has an origin: one opened from a folder or in a sandboxed frame has none.
pub fn has_origin() -> bool {
    window().origin() != "null"
}

/// Whether the page lies on a web server, so that other pages can show it.
pub fn is_hosted() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol.starts_with("http"))
}

/// Asks the script around the app for something (`src/boot.js`).
pub fn tell(name: &str) {
    tell_about(name, "");
}

/// The same about an element, by its id.
pub fn tell_about(name: &str, id: &str) {
    let detail = CustomEventInit::new();
    detail.set_detail(&id.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(&format!("readout:{name}"), &detail) {
        let _ = document().dispatch_event(&event);
    }
}

/// Calls back with what the script around the app tells.
pub fn on_told(mut call: impl FnMut(&str) + 'static) {
    EventListener::new(&document(), "readout:told", move |event| {
        let detail = event.unchecked_ref::<CustomEvent>().detail();
        call(&detail.as_string().unwrap_or_default());
    })
    .forget();
}

/// Whether the script around the app has a newer version of the page ready.
pub fn has_update() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-update"))
}

/// Opens a dialog that is about to be drawn, over everything else.
pub fn show_dialog(selector: &'static str) {
    after_drawing(move || {
        if let Some(dialog) = find(selector).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok())
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
}
