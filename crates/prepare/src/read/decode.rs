//! From bytes to text: byte order marks, a page's declared charset, and what to say where neither
//! helps.

use encoding_rs::{Encoding, UTF_8};

use super::Reading;

/// How far into a page its charset is looked for (bytes); the HTML standard says 1024, pages say more.
const CHARSET_WITHIN: usize = 4096;

/// The text of a text file, and whether its bytes are the file's bytes.
pub(super) fn text(file: &str, bytes: &[u8], reading: &mut Reading) -> Option<(String, bool)> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes)
        && encoding != UTF_8
    {
        let (text, _, broken) = encoding.decode(bytes);
        if broken {
            reading.warn(
                file,
                None,
                format!("parts of the file are not {}", encoding.name()),
                "save it as UTF-8",
            );
        }
        return Some((text.into_owned(), false));
    }
    if is_binary(file, bytes, reading) {
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some((text.to_owned(), true)),
        Err(error) => {
            not_utf8(file, bytes, error.valid_up_to(), reading);
            None
        }
    }
}

/// The text of a web page.
pub(super) fn page(file: &str, bytes: &[u8], reading: &mut Reading) -> Option<String> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    if marked.is_none() && is_binary(file, bytes, reading) {
        return None;
    }
    let encoding = marked.or_else(|| declared(bytes)).unwrap_or(UTF_8);
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        // A page that was saved anew as UTF-8 often keeps what it said before.
        if marked.is_none()
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            return Some(text.to_owned());
        }
        if marked.is_none() && encoding == UTF_8 {
            let valid = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
            not_utf8(file, bytes, valid, reading);
            return None;
        }
        let problem = format!("parts of the page are not {}, which it says it is", encoding.name());
        reading.warn(file, None, problem, "save it as UTF-8");
    }
    Some(text.into_owned())
}

/// The encoding that a page's own `<meta charset>` names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(CHARSET_WITHIN)]).to_ascii_lowercase();
    let after = &head[head.find("charset")? + "charset".len()..];
    let label = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.:".contains(c))).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

fn is_binary(file: &str, bytes: &[u8], reading: &mut Reading) -> bool {
    let nul = bytes.iter().position(|&b| b == 0);
    if let Some(at) = nul {
        let problem = format!("the file is binary (a zero byte at {at})");
        reading.warn(
            file,
            Some(line_of(bytes, at)),
            problem,
            "save its text as UTF-8, or move it out of the folder",
        );
    }
    nul.is_some()
}

fn not_utf8(file: &str, bytes: &[u8], at: usize, reading: &mut Reading) {
    let problem = format!("the file is not UTF-8 (byte {at})");
    reading.warn(file, Some(line_of(bytes, at)), problem, "save it as UTF-8");
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes[..at].iter().filter(|&&b| b == b'\n').count()
}
