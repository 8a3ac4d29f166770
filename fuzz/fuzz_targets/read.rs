//! Any bytes, under the name of each kind of document, give documents and warnings; bytes that give no
//! document are never passed over in silence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readout_prepare::read;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.txt", "a.md", "a.html", "a.jsonl"] {
        let reading = read(name, bytes);
        for document in &reading.documents {
            assert!(document.text.is_char_boundary(document.body_at));
            assert!(!document.placed || document.text.as_bytes() == bytes, "bytes of the text are the file's");
        }
        assert!(!reading.documents.is_empty() || !reading.warnings.is_empty(), "{name} is passed over");
        for warning in &reading.warnings {
            assert!(!warning.problem.is_empty() && !warning.remedy.is_empty(), "{warning:?}");
            let lines = 1 + bytes.iter().filter(|&&byte| byte == b'\n').count();
            assert!(warning.line.is_none_or(|line| (1..=lines).contains(&(line as usize))), "{warning:?}");
        }
        assert_eq!(read(name, bytes), reading, "two runs read the same");
    }
});
