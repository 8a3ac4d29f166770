//! Templates: texts with holes. Small on purpose: the standard library's formatting costs the app
//! more with every use.

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'t> {
    /// Words that stand as they are.
    Text(&'t str),
    /// The hole with this number.
    Hole(usize),
}

/// The pieces of a template, in order. A brace that begins no hole is text.
pub fn parts(template: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = template.get(at..).and_then(|rest| rest.find('{')) {
        let brace = at + found;
        at = brace + 1;
        let Some((number, _)) = template[at..].split_once('}') else { break };
        let Ok(hole) = number.parse() else { continue };
        if from < brace {
            parts.push(Part::Text(&template[from..brace]));
        }
        parts.push(Part::Hole(hole));
        at += number.len() + 1;
        from = at;
    }
    if from < template.len() {
        parts.push(Part::Text(&template[from..]));
    }
    parts
}

/// A template with its holes filled; one that nothing is given for is empty.
pub(super) fn fill(template: &str, holes: &[&str]) -> String {
    let mut filled = String::new();
    for part in parts(template) {
        filled.push_str(match part {
            Part::Text(text) => text,
            Part::Hole(hole) => holes.get(hole).copied().unwrap_or_default(),
        });
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_in_any_order() {
        let check = |template: &str, expect: &str| assert_eq!(fill(template, &["a", "b{1}"]), expect);
        check("", "");
        check("x", "x");
        check("{0}", "a");
        check("{1}, {0}; {0}。", "b{1}, a; a。");
        check("{2}{x} { {} {0", "{x} { {} {0");
        check("{{0}", "{a");
    }
}
