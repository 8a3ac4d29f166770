//! Any bytes, under the name of each kind of document, give documents and warnings.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout_prepare::read;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.txt", "a.md", "a.html", "a.jsonl"] {
        for document in read(name, bytes).documents {
            assert!(document.text.is_char_boundary(document.body_at));
        }
    }
});
