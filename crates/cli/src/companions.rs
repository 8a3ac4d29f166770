//! What an editor keeps beside documents: `talks.toml` goes with `talks.txt` (and with every other
//! document of that name), `talks.txt.toml` with that file alone. What it says is the business of
//! `readout_prepare`.

use std::collections::{BTreeMap, BTreeSet};

use readout_corpus::Warning;
use readout_prepare::Beside;
use readout_query::correct::stem;

use crate::files::Entry;
use crate::folder::SETTINGS;

/// The `.toml` files of a folder, by the path under it that they go with.
#[derive(Debug, Default)]
pub(crate) struct Companions(BTreeMap<String, Beside>);

impl Companions {
    /// Takes them out of the entries. One that cannot be read, or that stands beside nothing, is named.
    pub(crate) fn take(entries: &mut Vec<Entry>, warnings: &mut Vec<Warning>) -> Self {
        let mut found: Vec<Entry> =
            entries.extract_if(.., |entry| goes_with(&entry.name).is_some()).collect();
        found.sort();
        let mut documents: BTreeSet<&str> = BTreeSet::new();
        for entry in &*entries {
            documents.extend([entry.name.as_str(), stem(&entry.name)]);
        }
        let mut companions = BTreeMap::new();
        for entry in &found {
            let Some(path) = goes_with(&entry.name) else { continue };
            let mut warn = |problem: String, remedy: &str| {
                let (file, remedy) = (entry.name.clone(), remedy.to_owned());
                warnings.push(Warning { file, line: None, problem, remedy });
            };
            if !documents.contains(path) {
                warn(
                    "no document of this name stands beside it".to_owned(),
                    "name it as the document, as in talks.toml beside talks.txt, or move it out of the folder",
                );
                continue;
            }
            match entry.text() {
                Ok(text) => {
                    let beside = Beside { file: entry.name.clone(), line: 1, text, one_line: false };
                    companions.insert(path.to_owned(), beside);
                }
                Err(problem) => warn(
                    format!("cannot be read: {problem}"),
                    "the document was prepared without it; make it a readable UTF-8 file",
                ),
            }
        }
        Self(companions)
    }

    /// What stands beside a document, the more general first.
    pub(crate) fn of(&self, document: &str) -> Vec<Beside> {
        let paths = [stem(document), document];
        paths.iter().filter_map(|path| self.0.get(*path)).cloned().collect()
    }
}

/// The path that a `.toml` file goes with; the settings of another folder go with nothing.
fn goes_with(name: &str) -> Option<&str> {
    let settings = name.rsplit('/').next() == Some(SETTINGS);
    name.strip_suffix(".toml").filter(|path| !settings && !path.is_empty() && !path.ends_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_what_is_named_as_it_is() {
        let beside =
            |file: &str| Beside { file: file.to_owned(), line: 1, text: String::new(), one_line: false };
        let all = ["a/talks", "a/talks.txt", "b/talks"];
        let companions =
            Companions(all.map(|path| (path.to_owned(), beside(&format!("{path}.toml")))).into());
        let check = |document: &str, expect: &[&str]| {
            let found: Vec<String> = companions.of(document).into_iter().map(|beside| beside.file).collect();
            assert_eq!(found, expect, "{document}");
        };
        check("a/talks.txt", &["a/talks.toml", "a/talks.txt.toml"]);
        check("a/talks.md", &["a/talks.toml"]);
        check("b/talks.txt", &["b/talks.toml"]);
        check("talks.txt", &[]);
        check("a.b/talks", &[]);
    }
}
