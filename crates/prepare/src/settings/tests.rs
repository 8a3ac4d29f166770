use super::*;
use crate::names;

fn errors(text: &str, expect: &[(u32, &str, &str)]) {
    let (_, errors) = Settings::from_toml(text);
    let found: Vec<(u32, &str, &str)> =
        errors.iter().map(|e| (e.line, e.problem.as_str(), e.remedy.as_str())).collect();
    assert_eq!(found.len(), expect.len(), "{text}: {found:?}");
    for ((line, problem, remedy), (at, part, hint)) in found.iter().zip(expect) {
        assert!(line == at && problem.contains(part) && remedy.contains(hint), "{text}: {found:?}");
    }
}

#[test]
fn what_cannot_be_used_is_named_with_its_line_and_a_remedy() {
    errors("title = \"A\"\n", &[]);
    errors("titel = \"A\"\n", &[(1, "“titel” is not known", "did you mean “title”")]);
    errors("title = 3\n", &[(1, "“title” is of type integer", "text in quotation marks")]);
    errors("\n[[source]]\nside = \"China\"\n", &[(2, "“name” is missing", "add name")]);
    errors("[[source]]\nname = \"A\"\nkind = \"offical\"\n", &[(3, "kind “offical”", "state-media")]);
    errors("language = \"tlh\"\n", &[(1, "does not speak “tlh”", "en, ko, zh or fr")]);
    errors("[excerpt]\nsentences = 2.5\n", &[(2, "“sentences” cannot be 2.5", "from 0 to 1000000")]);
    errors("[excerpt]\nshare = 120\n", &[(2, "“share” cannot be 120", "per cent from 0 to 100")]);
    errors("rights = \"none\"\n", &[(1, "rights “none”", "full, excerpt or summary")]);
    errors("[[document]]\nrights = \"full\"\n", &[(1, "which file is meant", "add file")]);
    errors(
        "[[person]]\nname = \"A B\"\noffices = [{ office = \"x\", from = \"soon\" }]\n",
        &[(3, "“soon”", "2017")],
    );
    errors("person = 1\n", &[(1, "“person” is of type integer", "a table")]);
}

#[test]
fn broken_toml_leaves_the_rest_in_place() {
    let (settings, errors) = Settings::from_toml("title = \"A\"\ndescription = oops\n");
    assert_eq!(settings.title.as_deref(), Some("A"));
    assert!(!errors.is_empty() && errors[0].line == 2, "{errors:?}");
}

#[test]
fn the_example_in_the_documentation_reads() {
    let module = include_str!("mod.rs");
    let example: String = module
        .lines()
        .skip_while(|line| *line != "//! ```toml")
        .skip(1)
        .take_while(|line| *line != "//! ```")
        .map(|line| format!("{}\n", line.trim_start_matches("//!").trim_start()))
        .collect();
    let (settings, errors) = Settings::from_toml(&example);
    assert_eq!(errors, []);
    assert_eq!(settings.sides.len(), 1);
    assert!(settings.publishers.of_address("https://www.mfa.example/x").is_some());
    assert!(settings.topics.list.iter().any(|topic| topic.key == "fisheries"));
}

#[test]
fn the_language_of_the_interface_is_the_editors() {
    let check = |text: &str, expect: Option<Language>| {
        assert_eq!(Settings::from_toml(text).0.language, expect, "{text}");
    };
    check("", None);
    check("language = \"fr\"", Some(Language::French));
    check("language = \"zh-CN\"", Some(Language::Chinese));
}

#[test]
fn an_editors_people_sides_and_topics_are_found() {
    let (settings, errors) = Settings::from_toml(
        "[[side]]\nkey = \"Freedonia\"\naliases = [\"Freedonian\"]\n\
         [[person]]\nname = \"The Duke\"\nalone = \"Duke\"\nside = \"Freedonia\"\n\
         offices = [{ office = \"President\", from = 2020 }]\n",
    );
    assert_eq!(errors, []);
    let document = names::tests::document("2021-01-01", &["The Duke met the Freedonian side. Duke left."]);
    let found: Vec<String> = names::find(&document, &settings).into_iter().map(|m| m.name).collect();
    assert_eq!(found, ["The Duke", "Freedonia", "The Duke"]);
    assert_eq!(names::side_of_person("The Duke", None, &settings), Some("Freedonia"));
}

#[test]
fn rights_come_from_the_document_then_its_source_then_the_corpus() {
    let (settings, _) = Settings::from_toml(
        "rights = \"excerpt\"\n[[source]]\nname = \"A\"\nfiles = [\"a/*.txt\"]\nrights = \"summary\"\n\
         [[document]]\nfile = \"a/open.txt\"\nrights = \"full\"\n",
    );
    let check = |file: &str, source: Option<&str>, expect: Rights| {
        let (mut reading, facts) = (crate::read(file, b"Some words."), BTreeMap::new());
        let mut document = reading.documents.remove(0);
        document.facts = facts;
        let document = settings.with_facts(&document, &Default::default());
        let named = source.or(document.facts.get("source").map(String::as_str)).map(str::to_owned);
        let mut card = Card { source: named, ..Card::default() };
        settings.set_rights(&document, &mut card);
        assert_eq!(card.rights, expect, "{file}");
    };
    check("b.txt", None, Rights::Excerpt);
    check("b.txt", Some("A"), Rights::Summary);
    check("a/talks.txt", None, Rights::Summary);
    // what is said of the document itself is read from its facts
    let (reading, file) = (crate::read("a/open.txt", b"Some words."), "a/open.txt");
    let document = settings.with_facts(&reading.documents[0], &Default::default());
    assert_eq!(document.facts.get("rights").map(String::as_str), Some("full"), "{file}");
}
