//! Reads the values of a TOML table with their lines: what is wrong is named and left out, the rest
//! is used. Knows no key of any file: `corpus.toml` and `theme.toml` are read with it.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::SettingsError;

/// A `corpus.toml` that is being read.
pub struct Reader<'t> {
    text: &'t str,
    errors: RefCell<Vec<SettingsError>>,
}

/// One table of it.
#[derive(Clone, Copy)]
pub struct Table<'r, 't> {
    reader: &'r Reader<'t>,
    table: &'r DeTable<'t>,
    /// First byte in the file.
    pub at: usize,
}

impl<'t> Reader<'t> {
    /// Reads this text.
    pub fn new(text: &'t str) -> Self {
        Self { text, errors: RefCell::default() }
    }

    /// The file's table. What is no TOML is named in the errors.
    pub fn parse(&self) -> Spanned<DeTable<'t>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            let problem = error.message().trim().to_owned();
            self.error(
                at,
                problem,
                "mend the TOML; strings stand in quotation marks, lists in square brackets",
            );
        }
        table
    }

    /// The file's table as a [`Table`].
    pub fn root<'r>(&'r self, table: &'r Spanned<DeTable<'t>>) -> Table<'r, 't> {
        Table { reader: self, table: table.get_ref(), at: 0 }
    }

    /// Notes what is wrong at a byte.
    pub fn error(&self, at: usize, problem: impl Into<String>, remedy: impl Into<String>) {
        let (line, problem, remedy) = (self.line(at), problem.into(), remedy.into());
        self.errors.borrow_mut().push(SettingsError { line, problem, remedy });
    }

    /// The line in which a byte stands, from 1.
    fn line(&self, at: usize) -> u32 {
        let before = self.text.get(..at).unwrap_or(self.text);
        u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// What was wrong, by line.
    pub fn finish(self) -> Vec<SettingsError> {
        let mut errors = self.errors.into_inner();
        errors.sort_by_key(|error| error.line);
        errors
    }
}

impl<'r, 't> Table<'r, 't> {
    /// Names every key that is none of these, with the nearest one.
    pub fn only(&self, known: &[&str]) {
        for key in self.table.keys() {
            let found = key.get_ref().as_ref();
            if known.contains(&found) {
                continue;
            }
            let nearest = known.iter().map(|known| (strsim::damerau_levenshtein(found, known), known)).min();
            let remedy = match nearest {
                Some((edits, nearest)) if edits <= 3 && edits < nearest.len() => {
                    format!("did you mean “{nearest}”?")
                }
                _ => format!("known here: {}", known.join(", ")),
            };
            self.reader.error(key.span().start, format!("“{found}” is not known"), remedy);
        }
    }

    /// The line in which it begins, from 1.
    pub fn line(&self) -> u32 {
        self.reader.line(self.at)
    }

    /// Whether it has a key, whatever its value.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether a key is true or false.
    pub fn flag(&self, key: &str) -> Option<bool> {
        let value = self.table.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(value, key, value.get_ref(), "true or false");
        }
        flag
    }

    /// Notes what is wrong with a key's value, or with the table where it lacks the key.
    pub fn error(&self, key: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        let at = self.table.get(key).map_or(self.at, |value| value.span().start);
        self.reader.error(at, problem, remedy);
    }

    /// The text of a key; a date without quotation marks is its text.
    pub fn text(&self, key: &str) -> Option<String> {
        let value = self.table.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            DeValue::Datetime(date) => Some(date.to_string()),
            other => {
                self.wrong_type(value, key, other, "text in quotation marks");
                None
            }
        }
    }

    /// The date of a key, as text: with or without quotation marks, a bare year too.
    pub fn date(&self, key: &str) -> Option<String> {
        match self.table.get(key)?.get_ref() {
            DeValue::Integer(year) => Some(year.as_str().to_owned()),
            _ => self.text(key),
        }
    }

    /// The text of a key that must be there.
    pub fn needed(&self, key: &str) -> Option<String> {
        if !self.table.contains_key(key) {
            self.reader.error(
                self.at,
                format!("“{key}” is missing"),
                format!("add {key} = \"…\", or take the table out"),
            );
        }
        self.text(key)
    }

    /// The number of a key, with or without a fraction.
    pub fn number(&self, key: &str) -> Option<f64> {
        let value = self.table.get(key)?;
        let digits = match value.get_ref() {
            DeValue::Integer(number) => Some(number.as_str()),
            DeValue::Float(number) => Some(number.as_str()),
            _ => None,
        };
        let number = digits.and_then(|digits| digits.parse().ok());
        if number.is_none() {
            self.wrong_type(value, key, value.get_ref(), "a number");
        }
        number
    }

    /// The texts of a list; a single text is a list of one.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let list = match value.get_ref() {
            DeValue::String(text) => return vec![text.trim().to_owned()],
            DeValue::Array(list) => list,
            other => {
                self.wrong_type(value, key, other, "a list of texts");
                return Vec::new();
            }
        };
        let texts = list.iter().filter_map(|item| match item.get_ref() {
            DeValue::String(text) => Some(text.trim().to_owned()),
            other => {
                self.wrong_type(item, key, other, "a list of texts");
                None
            }
        });
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// The tables of a key that may stand several times (`[[key]]`).
    pub fn tables(&self, key: &str) -> Vec<Table<'r, 't>> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let table = |value: &'r Spanned<DeValue<'t>>| match value.get_ref() {
            DeValue::Table(table) => Some(Table { reader: self.reader, table, at: value.span().start }),
            other => {
                self.wrong_type(value, key, other, "a table");
                None
            }
        };
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(table).collect(),
            _ => table(value).into_iter().collect(),
        }
    }

    fn wrong_type(&self, value: &Spanned<DeValue<'_>>, key: &str, found: &DeValue<'_>, wanted: &str) {
        let problem = format!("“{key}” is of type {}, not {wanted}", found.type_str());
        self.reader.error(value.span().start, problem, format!("write {wanted}"));
    }
}
