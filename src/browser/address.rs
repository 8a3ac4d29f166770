//! The part of the page's URL after `#`. Works hosted, on `file://` and in a sandboxed frame.

use gloo::events::EventListener;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The address now, with its `#` where it has one.
pub fn read() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's own address, without what stands after `#` and `?`.
pub fn page() -> String {
    let whole = window().location().href().unwrap_or_default();
    whole.split(['#', '?']).next().unwrap_or_default().to_owned()
}

/// The address of the folder that the page lies in, with its last slash.
pub fn folder() -> String {
    let page = page();
    page.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"))
}

/// Goes to an address, as a step that the back button takes back.
pub fn push(address: &str) {
    go(address, true);
}

/// Goes to an address without a new step.
pub fn replace(address: &str) {
    go(address, false);
}

fn go(address: &str, step: bool) {
    let Ok(history) = window().history() else { return };
    let url = format!("#{address}");
    // Browsers refuse too many changes in a short time; the view itself is not harmed by that.
    let _ = if step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Calls back with the address whenever the reader goes back, forward or edits it.
pub fn on_change(mut call: impl FnMut(String) + 'static) {
    EventListener::new(&window(), "popstate", move |_| call(read())).forget();
}
