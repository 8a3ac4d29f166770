//! Carries messages between the page and the one that frames it.

use gloo::events::EventListener;
use leptos::prelude::window;
use serde::Serialize as _;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use crate::host::{Asked, Told};

/// The version of the messages, under this name in each.
const VERSION: (&str, u32) = ("readout", 1);

/// The window around this one, where there is one.
fn host() -> Option<Window> {
    let parent = window().parent().ok()??;
    (parent != window()).then_some(parent)
}

/// Whether the page stands in a frame.
pub fn is_framed() -> bool {
    host().is_some()
}

/// Tells the host something; nothing of it is secret, so that any host may hear it.
pub fn tell(told: &Told) {
    let Some(host) = host() else { return };
    let (name, version) = VERSION;
    let message = told.serialize(&serde_wasm_bindgen::Serializer::json_compatible());
    // Plain numbers and texts always become an object, and a window always takes one.
    if let Ok(message) = message {
        let _ = js_sys::Reflect::set(&message, &name.into(), &version.into());
        let _ = host.post_message(&message, "*");
    }
}

/// Calls back with what the host asks, or why it cannot be understood. Only the window around this one is
/// listened to, and only to messages that say that they are for an explorer.
pub fn listen(mut call: impl FnMut(Result<Asked, String>) + 'static) {
    let Some(host) = host() else { return };
    let host: JsValue = host.into();
    EventListener::new(&window(), "message", move |event| {
        let event: &MessageEvent = event.unchecked_ref();
        let (from, data) = (event.source().map(JsValue::from), event.data());
        let (name, version) = VERSION;
        let ours = js_sys::Reflect::get(&data, &name.into()).is_ok_and(|value| value == version);
        if from.as_ref() == Some(&host) && ours {
            call(serde_wasm_bindgen::from_value(data).map_err(|error| error.to_string()));
        }
    })
    .forget();
}
