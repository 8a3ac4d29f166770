//! What the program says on standard error: warnings with their remedies, and the summary.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use console::style;
use readout_corpus::Warning;

use crate::watch::Change;

/// Places named for one problem, and problems named at all, unless everything is asked for.
const PLACES: usize = 3;
const PROBLEMS: usize = 20;

/// What there is to say of a corpus that was prepared.
pub(crate) struct Summary<'a> {
    /// Of its documents, and of its theme.
    pub(crate) warnings: [&'a [Warning]; 2],
    pub(crate) documents: usize,
    pub(crate) meetings: usize,
    pub(crate) took: Duration,
}

/// Prints the warnings of a corpus and the summary line.
pub(crate) fn print(summary: &Summary<'_>, all: bool) {
    let all_warnings = summary.warnings.concat();
    eprint!("{}", warnings(&all_warnings, all));
    let counts = [counts(summary), count(all_warnings.len(), "warning")];
    eprintln!("{} in {}", counts.join(", "), seconds(summary.took));
}

/// Prints what is shown anew, and why: one line after the warnings.
pub(crate) fn print_again(summary: &Summary<'_>, changes: &[Change], all: bool) {
    eprint!("{}", warnings(&summary.warnings.concat(), all));
    eprintln!("{}; {}, {}", reasons(changes), counts(summary), seconds(summary.took));
}

/// What changed, in one line.
pub(crate) fn reasons(changes: &[Change]) -> String {
    let mut told: Vec<String> = changes.iter().take(PLACES).map(Change::to_string).collect();
    if changes.len() > PLACES {
        told.push(format!("and {} more", changes.len() - PLACES));
    }
    told.join(", ")
}

fn counts(summary: &Summary<'_>) -> String {
    format!("{}, {}", count(summary.documents, "document"), count(summary.meetings, "meeting"))
}

/// A number with its noun.
pub(crate) fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// Bytes in thousands (kB) or millions (MB).
pub(crate) fn size(bytes: usize) -> String {
    let bytes = bytes as f64;
    if bytes < 1e6 { format!("{:.1} kB", bytes / 1e3) } else { format!("{:.1} MB", bytes / 1e6) }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

/// The warnings as lines: those that say the same stand together, in the order of the first.
fn warnings(warnings: &[Warning], all: bool) -> String {
    let mut groups: BTreeMap<(String, &str), Vec<&Warning>> = BTreeMap::new();
    for warning in warnings {
        // “Byte 12” and “byte 17” are one problem.
        let problem = warning.problem.replace(|c: char| c.is_ascii_digit(), "");
        groups.entry((problem, &warning.remedy)).or_default().push(warning);
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|group| (&group[0].file, group[0].line));

    let (places, problems) = if all { (usize::MAX, usize::MAX) } else { (PLACES, PROBLEMS) };
    let mut out = String::new();
    // Writing to a string cannot fail.
    for group in groups.iter().take(problems) {
        for warning in group.iter().take(places) {
            let _ = writeln!(out, "{}: {}", style(place(warning)).for_stderr().bold(), warning.problem);
        }
        if group.len() > places {
            let _ = writeln!(out, "  … and {} more like this (--all-warnings)", group.len() - places);
        }
        let _ = writeln!(out, "  {} {}", style("remedy:").for_stderr().green(), group[0].remedy);
    }
    if groups.len() > problems {
        let left = count(groups[problems..].iter().map(Vec::len).sum(), "more warning");
        let _ = writeln!(out, "… and {left} (--all-warnings)");
    }
    out
}

fn place(warning: &Warning) -> String {
    match warning.line {
        Some(line) => format!("{}:{line}", warning.file),
        None => warning.file.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warning(file: &str, line: Option<u32>, problem: &str) -> Warning {
        Warning { file: file.to_owned(), line, problem: problem.to_owned(), remedy: "mend it".to_owned() }
    }

    #[test]
    fn warnings_name_file_line_and_remedy() {
        let given = [warning("a.txt", Some(3), "is torn"), warning("b.txt", None, "is empty")];
        let expect = "a.txt:3: is torn\n  remedy: mend it\nb.txt: is empty\n  remedy: mend it\n";
        assert_eq!(warnings(&given, false), expect);
    }

    #[test]
    fn warnings_that_say_the_same_stand_together() {
        let mut given: Vec<_> =
            (1..=5).map(|n| warning(&format!("{n}.txt"), None, &format!("ends at {n}"))).collect();
        given.insert(1, warning("1.txt", Some(9), "is torn"));
        let text = warnings(&given, false);
        assert_eq!(text.matches("ends at").count(), PLACES);
        assert!(text.contains("… and 2 more like this"), "{text}");
        assert!(text.find("3.txt") < text.find("is torn"), "{text}");
        assert_eq!(warnings(&given, true).matches("ends at").count(), 5);
    }

    #[test]
    fn a_flood_of_different_warnings_is_cut() {
        let name = |n| format!("problem {}", "i".repeat(n as usize));
        let given: Vec<_> = (0..50).map(|n| warning("a.txt", Some(n), &name(n))).collect();
        let text = warnings(&given, false);
        assert_eq!(text.matches("problem").count(), PROBLEMS);
        assert!(text.ends_with("… and 30 more warnings (--all-warnings)\n"), "{text}");
        assert_eq!(warnings(&given, true).matches("problem").count(), 50);
    }

    #[test]
    fn many_changes_stay_one_line() {
        let changes: Vec<Change> = (1..=5).map(|n| Change::New(format!("{n}.md"))).collect();
        assert_eq!(reasons(&changes[..1]), "new: 1.md");
        assert_eq!(reasons(&changes), "new: 1.md, new: 2.md, new: 3.md, and 2 more");
    }

    #[test]
    fn numbers_have_their_nouns_and_units() {
        assert_eq!(count(1, "meeting"), "1 meeting");
        assert_eq!(count(0, "meeting"), "0 meetings");
        assert_eq!(size(1_234), "1.2 kB");
        assert_eq!(size(12_345_678), "12.3 MB");
        assert_eq!(seconds(Duration::from_millis(130)), "0.1 s");
    }
}
