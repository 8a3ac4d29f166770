//! Names of typefaces, made fit for a style sheet.

/// Families that the browser knows itself; they stand without quotation marks.
const GENERIC: [&str; 7] =
    ["serif", "sans-serif", "system-ui", "ui-serif", "ui-sans-serif", "ui-rounded", "monospace"];

/// Longest name.
const LONGEST: usize = 60;

/// A name as CSS wants it. `None` for what no typeface is called: nothing that could end the string
/// or the rule that it stands in gets through.
pub(super) fn quoted(name: &str) -> Option<String> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '+' | '&');
    if name.is_empty() || name.chars().count() > LONGEST || !name.chars().all(plain) {
        return None;
    }
    Some(if GENERIC.contains(&name) { name.to_owned() } else { format!("\"{name}\"") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_and_nothing_breaks_out() {
        let check = |name: &str, expect: Option<&str>| assert_eq!(quoted(name).as_deref(), expect, "{name}");
        check("Source Serif 4", Some("\"Source Serif 4\""));
        check("system-ui", Some("system-ui"));
        check("宋体", Some("\"宋体\""));
        check("A\"; } body { display: none", None);
        check("a\\", None);
        check("a\nb", None);
        check("</style><script>", None);
        check("", None);
    }
}
