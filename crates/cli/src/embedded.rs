//! The built app inside the program, put there by `build.rs` from the folder that `READOUT_EMBED`
//! named when the program was built. Empty otherwise: everything compiles and is tested without it.

use std::collections::BTreeMap;

static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded_app.rs"));

/// The app's files by name; none where this program was built without the app.
pub(crate) fn app() -> BTreeMap<String, Vec<u8>> {
    FILES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect()
}
