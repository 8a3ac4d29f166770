//! The languages that the interface speaks. A document's own language is a text of its [`Card`](crate::Card):
//! it may be any.

/// A language of the interface.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Korean.
    Korean,
    /// Chinese, in simplified characters.
    Chinese,
    /// French.
    French,
}

impl Language {
    /// Every language, in the order in which a reader is offered them.
    pub const ALL: [Language; 4] = [Language::English, Language::Korean, Language::Chinese, Language::French];

    /// As BCP 47, in the URL and in `corpus.toml`: `fr`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Korean => "ko",
            Language::Chinese => "zh",
            Language::French => "fr",
        }
    }

    /// What the language calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Korean => "한국어",
            Language::Chinese => "简体中文",
            Language::French => "Français",
        }
    }

    /// The language of a BCP 47 tag, whatever its region: `fr-CA` is French. Chinese in traditional
    /// characters is a language that the interface does not speak.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase().replace('_', "-");
        let mut parts = tag.split('-');
        let first = parts.next()?;
        let language = Self::ALL.into_iter().find(|language| language.tag() == first)?;
        let simplified =
            tag.contains("-hans") || !parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo"));
        (language != Language::Chinese || simplified).then_some(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_any_region_names_its_language() {
        let check =
            |tag: &str, expect: Option<Language>| assert_eq!(Language::from_tag(tag), expect, "{tag}");
        check("fr", Some(Language::French));
        check("fr-CA", Some(Language::French));
        check("KO_kr", Some(Language::Korean));
        check("zh-CN", Some(Language::Chinese));
        check("zh-Hans-HK", Some(Language::Chinese));
        check("zh-Hant", None);
        check("zh-TW", None);
        check("frr", None);
        check("de", None);
        check("", None);
        for language in Language::ALL {
            check(language.tag(), Some(language));
        }
    }
}
