//! The keys of `corpus.toml`, and what each sets.

use globset::{Glob, GlobSet, GlobSetBuilder};
use readout_corpus::{Day, Language, Rights, Side, SourceKind};

use super::reader::{Reader, Table};
use super::{DocumentRule, Settings, SettingsError};
use crate::corrections::{self, ForFiles};
use crate::excerpts::Limit;
use crate::gazetteer::{Country, Entries, Gazetteer, Person, Term, partial_day};
use crate::publishers::Publisher;
use crate::topics::{TopicRow, Topics};

const ROOT: &[&str] = &[
    "title",
    "description",
    "language",
    "rights",
    "excerpt",
    "source",
    "side",
    "person",
    "topic",
    "document",
    "correction",
    "meeting",
];
const EXCERPT: &[&str] = &["sentences", "share"];
const SOURCE: &[&str] = &["name", "aliases", "side", "kind", "hosts", "files", "rights"];
const SIDE: &[&str] = &["key", "name", "aliases"];
const PERSON: &[&str] = &["name", "alone", "aliases", "side", "offices"];
const OFFICE: &[&str] = &["office", "from", "to"];
const TOPIC: &[&str] = &["key", "label", "words", "unless"];
const DOCUMENT: &[&str] = &[
    "file",
    "files",
    "title",
    "source",
    "side",
    "published",
    "dateline_place",
    "dateline_date",
    "language",
    "rights",
    "url",
];

/// The facts that an editor can give of a document, as front matter names them.
pub(crate) const FACTS: &[&str] =
    &["title", "source", "side", "published", "dateline_place", "dateline_date", "language", "rights", "url"];

/// Reads a `corpus.toml` over the built-in settings.
pub(super) fn read(text: &str) -> (Settings, Vec<SettingsError>) {
    let reader = Reader::new(text);
    let parsed = reader.parse();
    let root = reader.root(&parsed);
    root.only(ROOT);
    let mut settings = Settings::builtin();
    settings.title = root.text("title");
    settings.description = root.text("description");
    settings.language = language(&root);
    settings.rights = rights(&root);
    settings.excerpt = excerpt(&root);
    sources(&root, &mut settings);
    documents(&root, &mut settings);
    corrections(&root, &mut settings);
    let mut entries = Entries::builtin();
    let sides = sides(&root, &mut settings, &mut entries);
    let people = people(&root, &settings.gazetteer, &mut entries);
    if sides || people {
        settings.gazetteer = std::sync::Arc::new(Gazetteer::compile(entries));
    }
    topics(&root, &mut settings);
    (settings, reader.finish())
}

/// The language of the interface. Those of documents are their own matter.
fn language(table: &Table<'_, '_>) -> Option<Language> {
    let tag = table.text("language")?;
    let language = Language::from_tag(&tag);
    if language.is_none() {
        let problem = format!("the interface does not speak “{tag}”");
        table.error(
            "language",
            problem,
            "write en, ko, zh or fr, or leave it out: the reader's own is taken then",
        );
    }
    language
}

fn rights(table: &Table<'_, '_>) -> Option<Rights> {
    let text = table.text("rights")?;
    let rights = match text.to_lowercase().as_str() {
        "full" => Some(Rights::Full),
        "excerpt" => Some(Rights::Excerpt),
        "summary" => Some(Rights::Summary),
        _ => None,
    };
    if rights.is_none() {
        table.error("rights", format!("rights “{text}” are not known"), "write full, excerpt or summary");
    }
    rights
}

/// How much is shown of an excerpt.
fn excerpt(root: &Table<'_, '_>) -> Limit {
    let mut limit = Limit::default();
    for table in root.tables("excerpt") {
        table.only(EXCERPT);
        let within = |key: &str, most: f64, what: &str| {
            let number = table.number(key)?;
            let whole = number.fract() == 0.0 && (0.0..=most).contains(&number);
            if !whole {
                let remedy = format!("write {what} from 0 to {most}, without a fraction");
                table.error(key, format!("“{key}” cannot be {number}"), remedy);
            }
            whole.then_some(number as u32)
        };
        limit.sentences =
            within("sentences", 1_000_000.0, "a number of sentences").unwrap_or(limit.sentences);
        limit.share = within("share", 100.0, "a number of per cent").unwrap_or(limit.share);
    }
    limit
}

fn sources(root: &Table<'_, '_>, settings: &mut Settings) {
    for table in root.tables("source") {
        table.only(SOURCE);
        let Some(name) = table.needed("name") else { continue };
        let kind = match table.text("kind").map(|kind| kind.to_lowercase()).as_deref() {
            None | Some("other") => SourceKind::Other,
            Some("official") => SourceKind::Official,
            Some("state-media") => SourceKind::StateMedia,
            Some("wire") => SourceKind::Wire,
            Some(other) => {
                let problem = format!("kind “{other}” is not known");
                table.error("kind", problem, "write official, state-media, wire or other");
                SourceKind::Other
            }
        };
        if let Some(files) = globs(&table, "files") {
            let facts = std::iter::once(("source".to_owned(), name.clone())).collect();
            settings.documents.push(DocumentRule { files, facts });
        }
        if let Some(rights) = rights(&table) {
            settings.source_rights.insert(name.clone(), rights);
        }
        let publisher = Publisher {
            name,
            aliases: table.texts("aliases"),
            side: table.text("side"),
            kind,
            hosts: table.texts("hosts"),
            ..Publisher::default()
        };
        settings.publishers.extend([publisher]);
    }
}

/// Documents come after sources, so that what is said of a single file wins.
fn documents(root: &Table<'_, '_>, settings: &mut Settings) {
    for table in root.tables("document") {
        table.only(DOCUMENT);
        let Some(key) = file_key(&table) else { continue };
        let Some(files) = globs(&table, key) else { continue };
        if rights(&table).is_none() && table.text("rights").is_some() {
            continue;
        }
        let facts = FACTS.iter().filter_map(|key| Some(((*key).to_owned(), table.text(key)?))).collect();
        settings.documents.push(DocumentRule { files, facts });
    }
}

/// Corrections of marks and meetings.
fn corrections(root: &Table<'_, '_>, settings: &mut Settings) {
    for (table, correction) in corrections::in_corpus(root) {
        let Some(key) = file_key(&table) else { continue };
        if let Some(files) = globs(&table, key) {
            let named = table.texts(key).join("”, “");
            settings.corrections.push(ForFiles { files, named, correction });
        }
    }
}

/// The key by which a table names its files.
fn file_key(table: &Table<'_, '_>) -> Option<&'static str> {
    let key = ["files", "file"].into_iter().find(|key| !table.texts(key).is_empty());
    if key.is_none() {
        table.error("file", "it is not said which file is meant", "add file = \"…\", as the folder has it");
    }
    key
}

fn globs(table: &Table<'_, '_>, key: &str) -> Option<GlobSet> {
    let patterns = table.texts(key);
    let mut set = GlobSetBuilder::new();
    for pattern in &patterns {
        match Glob::new(pattern) {
            Ok(glob) => {
                set.add(glob);
            }
            Err(error) => {
                let problem = format!("“{pattern}” is no pattern for files: {}", error.kind());
                table.error(key, problem, "write a path under the folder; * stands for any letters");
            }
        }
    }
    (!patterns.is_empty()).then(|| set.build().ok()).flatten()
}

/// Whether any side was added or changed.
fn sides(root: &Table<'_, '_>, settings: &mut Settings, entries: &mut Entries) -> bool {
    let tables = root.tables("side");
    for table in &tables {
        table.only(SIDE);
        let Some(key) = table.needed("key") else { continue };
        let name = table.text("name");
        let aliases = table.texts("aliases");
        let at = entries.countries.iter().position(|country| country.key == key).unwrap_or_else(|| {
            entries.countries.push(Country { key: key.clone(), name: key.clone(), ..Country::default() });
            entries.countries.len() - 1
        });
        let country = &mut entries.countries[at];
        if let Some(name) = name {
            let former = std::mem::replace(&mut country.name, name);
            country.aliases.push(former);
        }
        country.aliases.extend(aliases);
        settings.sides.push(Side { key, name: country.name.clone() });
    }
    !tables.is_empty()
}

/// Whether any person was added or changed.
fn people(root: &Table<'_, '_>, builtin: &Gazetteer, entries: &mut Entries) -> bool {
    let tables = root.tables("person");
    for table in &tables {
        table.only(PERSON);
        let Some(name) = table.needed("name") else { continue };
        let side = table.text("side");
        let terms: Vec<Term> =
            table.tables("offices").iter().filter_map(|office| term(office, builtin)).collect();
        let same = |person: &Person| {
            person.name == name && (side.is_none() || person.side.is_none() || person.side == side)
        };
        let at = entries.people.iter().position(same).unwrap_or_else(|| {
            let alone = default_alone(&name);
            entries.people.push(Person { name: name.clone(), alone, ..Person::default() });
            entries.people.len() - 1
        });
        let person = &mut entries.people[at];
        person.aliases.extend(table.texts("aliases"));
        person.side = side.or(person.side.take());
        if let Some(alone) = table.text("alone") {
            person.alone = alone;
        }
        // what the editor says comes first
        person.terms.splice(0..0, terms);
    }
    !tables.is_empty()
}

/// The name that stands alone: the last word.
fn default_alone(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_owned()
}

fn term(table: &Table<'_, '_>, builtin: &Gazetteer) -> Option<Term> {
    table.only(OFFICE);
    let words = table.needed("office")?;
    let office = if builtin.offices.contains(&words) {
        words
    } else {
        builtin.offices_called(&words).next().map_or(words.clone(), str::to_owned)
    };
    let day = |key: &str, last: bool| -> Option<Day> {
        let text = table.date(key)?;
        let days = partial_day(&text);
        if days.is_none() {
            table.error(key, format!("“{text}” is not a day"), "write 2017-11-22, 2017-11 or 2017");
        }
        days.map(|days| if last { days.to } else { days.from })
    };
    Some(Term { office, from: day("from", false), to: day("to", true) })
}

fn topics(root: &Table<'_, '_>, settings: &mut Settings) {
    let tables = root.tables("topic");
    if tables.is_empty() {
        return;
    }
    let mut rows = Topics::rows();
    for table in tables {
        table.only(TOPIC);
        let Some(key) = table.needed("key") else { continue };
        let at = rows.iter().position(|row| row.key == key).unwrap_or_else(|| {
            rows.push(TopicRow { key: key.clone(), label: key.clone(), ..TopicRow::default() });
            rows.len() - 1
        });
        let row = &mut rows[at];
        if let Some(label) = table.text("label") {
            row.label = label;
        }
        row.words.extend(table.texts("words"));
        row.unless.extend(table.texts("unless"));
    }
    settings.topics = std::sync::Arc::new(Topics::compile(rows));
}
