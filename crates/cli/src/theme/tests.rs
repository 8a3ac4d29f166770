use super::*;

const LOGO: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

fn file(name: &str) -> Result<Vec<u8>, String> {
    match name {
        "logo.svg" | "art/logo.svg" => Ok(LOGO.to_vec()),
        "fake.png" => Ok(LOGO.to_vec()),
        _ => Err("there is no such file or folder".to_owned()),
    }
}

fn theme(text: &str) -> Theme {
    let (theme, errors) = read(text, &file);
    assert_eq!(errors, [], "{text}");
    theme
}

#[test]
fn nothing_given_changes_nothing() {
    assert_eq!(theme(""), Theme::default());
    assert_eq!(Theme::default().css(), "");
}

#[test]
fn what_is_given_reaches_the_style_sheet() {
    let check = |text: &str, expect: &[&str]| {
        let css = theme(text).css();
        expect.iter().for_each(|part| assert!(css.contains(part), "{part} in {css}"));
    };
    check("[light]\nhit = '#ffee99'", &["--hit: light-dark(#ffee99, #5f4c06);"]);
    check("[dark]\nrule = '#333'", &["--rule: light-dark(#dcd8cd, #333333);"]);
    check(
        "[light]\nsides = ['#a3262a', '#1f5c8c']",
        &["--side-1: light-dark(#a3262a, #ee8a76);", "--side-2: light-dark(#1f5c8c, #85b4de);"],
    );
    check(
        "[type]\nserif = ['Publico Text', 'ui-serif']",
        &["--serif: \"Publico Text\", ui-serif, \"Source Serif 4\","],
    );
    check(
        "[type]\nsans = 'Graphik'\nscale = 1.05",
        &["--sans: \"Graphik\", Inter,", "font-size: 105%;", ".chart {\n  --text-xs: 0.7143rem;"],
    );
    check("[logo]\nfile = 'logo.svg'\nalt = 'The Post'", &[".brand img {"]);
    check("[logo]\nfile = 'logo.svg'\ndark = 'art/logo.svg'\nalt = 'The Post'", &[".brand img + img"]);
}

#[test]
fn paper_and_ink_are_enough() {
    let theme = theme("[light]\npaper = '#fff1e5'\nink = '#33302e'");
    assert!(theme.css().contains("--raised: light-dark("), "{}", theme.css());
    assert_eq!(theme.dark, Palette::standard(Scheme::Dark));
}

#[test]
fn what_is_wrong_is_named_with_its_line_and_left_out() {
    let check = |text: &str, line: u32, problem: &str, remedy: &str| {
        let (theme, errors) = read(text, &file);
        let [error] = &errors[..] else { panic!("{text}: {errors:?}") };
        assert_eq!(error.line, line, "{text}");
        assert!(error.problem.contains(problem), "{}", error.problem);
        assert!(error.remedy.contains(remedy), "{}", error.remedy);
        assert_eq!(theme, Theme::default(), "{text}");
    };
    check("\n[light]\npaper = 'papaya'", 3, "“papaya” is no opaque colour", "#1c1b19");
    check("[light]\nrule = '#fff8'", 2, "no opaque colour", "");
    check("[light]\nrule = '#fff; } body { display: none'", 2, "no opaque colour", "");
    check("[light]\nsides = ['red}']", 2, "no opaque colour", "");
    check("[light]\npapr = '#fff'", 2, "“papr” is not known", "“paper”");
    check("[lihgt]\npaper = '#fff'", 1, "“lihgt” is not known", "“light”");
    check("[type]\nserif = ['A\"; } body { display: none']", 2, "no name of a typeface", "");
    check("[type]\nscale = 3", 2, "too small or too large", "0.85 to 1.3");
    check("[type]\nscale = 'big'", 2, "not a number", "");
    check("[logo]\nfile = 'logo.svg'", 1, "“alt” is missing", "");
    check("[logo]\nfile = '../logo.svg'\nalt = 'x'", 2, "leads out of the folder", "");
    check("[logo]\nfile = '/etc/logo.svg'\nalt = 'x'", 2, "leads out of the folder", "");
    check("[logo]\nfile = 'logo.gif'\nalt = 'x'", 2, "no .svg or .png file", "");
    check("[logo]\nfile = 'none.svg'\nalt = 'x'", 2, "no such file", "beside theme.toml");
    check("[logo]\nfile = 'fake.png'\nalt = 'x'", 2, "called .png but is none", "again");
    check("card = 'logo.svg'", 1, "no .png file", "");
}

#[test]
fn what_cannot_be_read_is_warned_of_with_its_contrast_and_the_nearest_colour() {
    let check = |text: &str, problem: &str, remedy: &str| {
        let (_, errors) = read(text, &file);
        let [error] = &errors[..] else { panic!("{text}: {errors:?}") };
        assert_eq!((error.line, error.problem.as_str(), error.remedy.as_str()), (2, problem, remedy));
    };
    check(
        "[light]\nquiet = '#aaaaaa'",
        "“quiet” #aaaaaa has a contrast of 2.2:1 with paper #fbfaf6; text needs 4.5:1",
        "write \"#737373\", the nearest that can be read there",
    );
    check(
        "[dark]\nline = '#333333'",
        "“line” #333333 has a contrast of 1.4:1 with paper #171614; lines that mean something need 3:1",
        "write \"#636363\", the nearest that can be read there",
    );
    check(
        "[light]\nhit = '#4a3f00'",
        "“hit” #4a3f00 has a contrast of 1.6:1 with ink #1c1b19; text needs 4.5:1",
        "write \"#8b845b\", the nearest that can be read there",
    );
}

#[test]
fn a_colour_that_cannot_be_read_is_used_all_the_same() {
    let (theme, errors) = read("[light]\nquiet = '#aaaaaa'", &file);
    assert_eq!(errors.len(), 1);
    assert!(theme.css().contains("--ink-2: light-dark(#aaaaaa,"));
}
