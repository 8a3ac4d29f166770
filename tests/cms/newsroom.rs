//! Where this run's explorer, WordPress and Ghost are, and who may publish there.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::embed::Code;
use crate::ghost::Ghost;
use crate::http::Client;

/// An account in WordPress, for its REST API.
#[derive(Debug, Deserialize)]
pub(crate) struct Account {
    /// An application password.
    pub(crate) password: String,
    /// Whether WordPress lets it publish any HTML.
    pub(crate) unfiltered_html: bool,
}

#[derive(Debug, Deserialize)]
struct Places {
    explorer: String,
    wordpress: String,
    accounts: BTreeMap<String, Account>,
    ghost: String,
}

/// A newsroom with both CMSs, and the explorer's own host.
pub(crate) struct Newsroom {
    places: Places,
    pub(crate) http: Client,
    ghost: OnceLock<Result<Ghost, String>>,
    code: OnceLock<Result<Code, String>>,
}

impl Newsroom {
    /// The one that `READOUT_CMS` names, if any.
    ///
    /// # Errors
    /// Says what is wrong with the file that is named.
    pub(crate) fn of_this_run() -> Result<Option<Self>, String> {
        let Some(file) = std::env::var_os("READOUT_CMS").map(PathBuf::from) else { return Ok(None) };
        let text = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let places = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(Some(Self { places, http: Client::new(), ghost: OnceLock::new(), code: OnceLock::new() }))
    }

    /// The explorer's address, with its last slash.
    pub(crate) fn explorer(&self) -> &str {
        &self.places.explorer
    }

    /// WordPress's address, with its last slash.
    pub(crate) fn wordpress(&self) -> &str {
        &self.places.wordpress
    }

    /// An account in WordPress.
    ///
    /// # Panics
    /// Where `run.sh` made none of that name.
    pub(crate) fn account(&self, name: &str) -> &Account {
        self.places.accounts.get(name).unwrap_or_else(|| panic!("no account {name} in WordPress"))
    }

    /// Ghost, with its owner's account; made when it is first asked for.
    ///
    /// # Errors
    /// Says what Ghost answered.
    pub(crate) fn ghost(&self) -> Result<&Ghost, String> {
        self.ghost.get_or_init(|| Ghost::set_up(&self.places.ghost, self)).as_ref().map_err(Clone::clone)
    }

    /// The code for an embed, copied from the explorer when it is first asked for.
    ///
    /// # Errors
    /// Says why the explorer could not be opened.
    pub(crate) fn code(&self) -> Result<&Code, String> {
        self.code.get_or_init(|| Code::copied(self.explorer())).as_ref().map_err(Clone::clone)
    }
}
