//! Sentences of any text stand in order and lose nothing but the space between them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout_prepare::stages;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for sentence in stages::sentences(text) {
        assert!(end <= sentence.start && sentence.start < sentence.end);
        assert!(text[end..sentence.start].trim().is_empty(), "words are lost");
        assert!(!text[sentence.clone()].trim().is_empty(), "a sentence has no words");
        end = sentence.end;
    }
    assert!(text[end..].trim().is_empty(), "words are lost at the end");
});
