//! Unpacks gzip with the browser's own decompressor.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableWritablePair, Response};

#[wasm_bindgen]
extern "C" {
    // web-sys still calls this class unstable; every current browser has it.
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// The bytes that were packed with gzip.
///
/// # Errors
/// What the browser says, where the bytes are no gzip or it has no decompressor.
pub async fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    unpack(bytes).await.map_err(|error| {
        let error: Option<js_sys::Error> = error.dyn_into().ok();
        error.map_or_else(|| "the bytes are no gzip".to_owned(), |e| String::from(e.message()))
    })
}

async fn unpack(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let packed = Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&js_sys::Uint8Array::from(bytes)))?;
    let pair: ReadableWritablePair = JsValue::from(DecompressionStream::new("gzip")?).unchecked_into();
    let stream: ReadableStream = packed.stream().pipe_through(&pair);
    let buffer =
        JsFuture::from(Response::new_with_opt_readable_stream(Some(&stream))?.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
