//! Words that make up subjects: offices, titles, groups, institutions. Data; in lower case.

/// Whether a table has a word.
pub(super) fn has(table: &str, word: &str) -> bool {
    !word.is_empty() && table.split_ascii_whitespace().any(|entry| entry == word)
}

/// Nouns for an office; the last word of a title.
pub(super) const OFFICES: &str = "\
    president minister secretary chancellor premier king queen prince princess emir sultan \
    ambassador envoy advisor adviser taoiseach councilor councillor chairman chairwoman chair chief \
    commissioner director pope speaker senator lady gentleman leader coordinator administrator \
    governor representative counselor general pontiff negotiator member";

/// Words that can stand in a title before a name, besides offices, places and organisations.
pub(super) const TITLE_WORDS: &str = "\
    vice prime foreign state national security deputy principal special crown first second acting \
    former interim defense defence finance trade commerce economic affairs senior top mr ms mrs dr \
    sir madam federal homeland domestic policy presidential assistant under us u.s visiting newly \
    elected elect his her excellency majesty highness royal counterpart spokesman spokeswoman \
    spokesperson official climate house white press ministry politburo communist party united \
    nations general treasury energy health education interior transportation labor agriculture \
    council european commission communications ranking \
    majority minority judiciary senate co-chair dr";

/// Nouns for people or sides who speak together.
pub(super) const MANY: &str = "\
    leaders ministers presidents principals counterparts parties diplomats delegations envoys \
    advisors advisers secretaries sides countries two pair chiefs heads three four all participants \
    governments nations attendees group";

/// Nouns for people who are not named.
pub(super) const NAMELESS: &str = "\
    official officials source sources diplomat diplomats aide aides spokesman spokeswoman \
    spokesperson analyst analysts expert experts observers insider insiders person people";

/// Nouns for institutions.
pub(super) const INSTITUTIONS: &str = "\
    ministry government administration embassy agency department office house statement report \
    readout communique media daily commission council palace kremlin elysee newspaper parliament";

/// Words after which a name is no subject.
pub(super) const PREPOSITIONS: &str = "\
    with to for between by of from on about against among toward towards including under over \
    despite regarding and or in at alongside accompanied via through than like behind without within";

/// Plurals that can speak without an article; then nobody knows who they are.
pub(super) const PLAIN_PLURALS: &str = "\
    leaders participants attendees ministers diplomats envoys delegations";
