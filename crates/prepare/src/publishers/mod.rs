//! Who publishes: the built-in list of ministries, agencies and papers (data/publishers.toml), and
//! how they are recognised in bylines, datelines, hosts and page metadata.
//!
//! Whom a text speaks for is said here only of its publisher; what the wording shows is not looked at.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use readout_corpus::SourceKind;
use serde::Deserialize;

use crate::traditional::simplified;

/// The built-in list. It is compiled in and read by a test, so that it cannot fail to parse.
static BUILTIN: LazyLock<Publishers> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/publishers.toml"))
        .expect("data/publishers.toml is compiled in, and a test reads it");
    let mut publishers = Publishers { list: Vec::new(), names: BTreeMap::new(), hosts: BTreeMap::new() };
    publishers.extend(file.publisher);
    publishers
});

/// Someone who publishes documents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Publisher {
    /// Name, unique.
    pub(crate) name: String,
    /// Other names that it signs or is quoted with.
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    /// Key of the side that it speaks for; none for wires and independent papers.
    #[serde(default)]
    pub(crate) side: Option<String>,
    /// What it is.
    #[serde(default)]
    pub(crate) kind: SourceKind,
    /// Hosts that it publishes on; their subdomains count too.
    #[serde(default)]
    pub(crate) hosts: Vec<String>,
    /// Whether it writes the month first in a date of figures (10/07/2024).
    #[serde(default)]
    pub(crate) month_first: bool,
}

#[derive(Deserialize)]
struct File {
    publisher: Vec<Publisher>,
}

/// The publishers that are known.
#[derive(Debug, Clone)]
pub(crate) struct Publishers {
    list: Vec<Publisher>,
    /// Folded name or alias, and whose it is.
    names: BTreeMap<String, usize>,
    hosts: BTreeMap<String, usize>,
}

impl Default for Publishers {
    /// The built-in list.
    fn default() -> Self {
        BUILTIN.clone()
    }
}

impl Publishers {
    /// Adds publishers. One that is known by name gets the new one's side and kind, and its aliases
    /// and hosts besides its own; a name that two claim goes to the later one.
    pub(crate) fn extend(&mut self, publishers: impl IntoIterator<Item = Publisher>) {
        for new in publishers {
            let at = match self.names.get(&folded(&new.name)) {
                Some(&at) => {
                    let known = &mut self.list[at];
                    known.side = new.side.or(known.side.take());
                    if new.kind != SourceKind::Other {
                        known.kind = new.kind;
                    }
                    known.month_first |= new.month_first;
                    known.name.clone_from(&new.name);
                    known.aliases.extend(new.aliases.iter().cloned());
                    known.hosts.extend(new.hosts.iter().cloned());
                    at
                }
                None => {
                    self.list.push(new.clone());
                    self.list.len() - 1
                }
            };
            for name in std::iter::once(&new.name).chain(&new.aliases) {
                self.names.insert(folded(name), at);
            }
            for host in &new.hosts {
                self.hosts.insert(host.to_lowercase(), at);
            }
        }
    }

    /// All of them, built-in ones first.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Publisher> {
        self.list.iter()
    }

    /// The publisher with this name or alias, however it is capitalised and spaced.
    pub(crate) fn named(&self, name: &str) -> Option<&Publisher> {
        self.names.get(&folded(name)).map(|&at| &self.list[at])
    }

    /// The publisher that a byline credits: the first stretch of it that is a known name, the
    /// longest where several begin there.
    pub(crate) fn credited(&self, byline: &str) -> Option<&Publisher> {
        let starts = word_starts(byline);
        starts.iter().enumerate().find_map(|(n, &start)| {
            let ends = starts[n + 1..].iter().copied().chain([byline.len()]).take(7);
            ends.collect::<Vec<_>>().into_iter().rev().find_map(|end| {
                let name = byline[start..end].trim().trim_matches(is_separator);
                (!name.is_empty()).then(|| self.named(name)).flatten()
            })
        })
    }

    /// The publisher that an address belongs to.
    pub(crate) fn of_address(&self, url: &str) -> Option<&Publisher> {
        let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = after_scheme.split(['/', '?', '#', ':']).next()?.to_lowercase();
        let mut host = host.as_str();
        loop {
            if let Some(&at) = self.hosts.get(host) {
                return Some(&self.list[at]);
            }
            host = host.split_once('.')?.1;
        }
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || (c.is_ascii_punctuation() && c != '.' && c != '&')
        || "·丨｜—–：（）【】。，、".contains(c)
}

/// Where words begin: after a space or a mark, and at each character of scripts without spaces.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut inside = false;
    for (at, c) in text.char_indices() {
        let wide = crate::sentences::is_han_or_kana(c);
        if is_separator(c) {
            inside = false;
        } else if wide || !inside {
            starts.push(at);
            inside = !wide;
        }
    }
    starts
}

fn folded(name: &str) -> String {
    let name = name.trim();
    let name = name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('’', "'");
    simplified(&name).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_is_sound() {
        let publishers = Publishers::default();
        assert!(publishers.iter().count() >= 80);
        let mut claimed = BTreeMap::new();
        for publisher in publishers.iter() {
            for name in std::iter::once(&publisher.name).chain(&publisher.aliases) {
                let other = claimed.insert(folded(name), &publisher.name);
                assert!(other.is_none_or(|o| *o == publisher.name), "{name} is claimed twice");
            }
            let speaks = matches!(publisher.kind, SourceKind::Official | SourceKind::StateMedia);
            assert_eq!(speaks, publisher.side.is_some(), "{}", publisher.name);
        }
    }

    #[test]
    fn publishers_are_known_by_name_byline_and_address() {
        let publishers = Publishers::default();
        let check = |found: Option<&Publisher>, expect: Option<&str>| {
            assert_eq!(found.map(|p| p.name.as_str()), expect);
        };
        check(publishers.named("the  white house"), Some("White House"));
        check(publishers.named("nobody"), None);
        check(publishers.credited("Reuters | Seoul"), Some("Reuters"));
        check(publishers.credited("By a reporter, China Daily, in Paris"), Some("China Daily"));
        check(publishers.credited("来源：新华社"), Some("Xinhua"));
        check(publishers.credited("서울=연합뉴스"), Some("Yonhap"));
        check(publishers.credited("Nobody in particular"), None);
        check(publishers.of_address("https://www.fmprc.gov.cn/eng/"), Some("MFA China"));
        check(publishers.of_address("https://eu.example.org/"), None);
    }

    #[test]
    fn a_corpus_can_add_and_overrule() {
        let mut publishers = Publishers::default();
        publishers.extend([
            Publisher { name: "Xinhua".into(), aliases: vec!["XH".into()], ..Publisher::default() },
            Publisher {
                name: "The Harbour Board".into(),
                side: Some("Harbour".into()),
                kind: SourceKind::Official,
                hosts: vec!["board.example".into()],
                ..Publisher::default()
            },
        ]);
        assert_eq!(publishers.named("xh").and_then(|p| p.side.as_deref()), Some("China"));
        assert_eq!(publishers.named("Harbour Board").and_then(|p| p.side.as_deref()), Some("Harbour"));
        assert!(publishers.of_address("http://news.board.example/x").is_some());
    }
}
