//! The interface in its languages: the switch, the address, plural forms, and no word left behind.

use std::collections::BTreeSet;

use readout_app::words::{Part, Plain, Text, Words, parts};
use readout_corpus::Language;
use serde_json::{Value, json};

use crate::documents::RESULT;
use crate::harness::{Corpus, ENTER, Engine, Page};
use crate::{Journey, journey};

pub(crate) const JOURNEYS: &[Journey] = &[
    journey("languages: the switch changes the whole page and its address", Corpus::Sample, switch),
    journey("languages: an address opens in its language", Corpus::Sample, address),
    // Only Chromium's DevTools reach into a page before its own scripts.
    journey(
        "languages: a publisher's language goes before the reader's, a link before both",
        Corpus::Sample,
        chosen,
    )
    .only(&[Engine::Chromium]),
    journey("languages: nouns stand in the number that they need", Corpus::Sample, plurals),
    journey("languages: dates and numbers are written as in a newspaper", Corpus::Sample, formats),
    journey("languages: no English word of the interface is left", Corpus::Sample, nothing_left),
    journey("languages: nothing is wider than a phone", Corpus::Sample, phone),
];

const LANG: &str = "document.documentElement.lang";

fn speak(language: Language) -> Words {
    Words::new(language, &Plain)
}

fn others() -> [Language; 3] {
    [Language::Korean, Language::Chinese, Language::French]
}

fn choose(page: &Page, language: Language) {
    page.value(&format!(
        "(() => {{ const s = document.querySelector('#language'); s.focus(); s.value = {}; \
         s.dispatchEvent(new Event('input', {{ bubbles: true }})); return true; }})()",
        json!(language.tag())
    ));
}

fn switch(page: &Page) {
    page.until(LANG, "en");
    // By keyboard alone: a letter chooses the language that begins with it.
    page.tab_to("#language");
    page.press("F");
    page.press(ENTER);
    page.until(LANG, "fr");
    page.until("document.activeElement.id", "language");
    page.until(
        "[...document.querySelectorAll('#language option')].map(o => o.lang).join()",
        Language::ALL.map(Language::tag).join(","),
    );
    for language in others() {
        choose(page, language);
        page.until(LANG, language.tag());
        page.until("location.hash", format!("#lang={}", language.tag()));
        page.until("document.querySelector('.timeline-bar h2').textContent", speak(language).timeline);
        page.until(
            "document.querySelector('#language').getAttribute('aria-label')",
            speak(language).language_switch,
        );
    }
    page.back();
    page.until(LANG, "zh");
    choose(page, Language::English);
    page.until(LANG, "en");
    page.until("location.hash.replace('#', '')", "");
    page.until("document.querySelector('.timeline-bar h2').textContent", speak(Language::English).timeline);
}

fn address(page: &Page) {
    for language in others() {
        page.go(&format!("lang={}", language.tag()));
        page.until(LANG, language.tag());
        page.until(
            "document.querySelector('#results').getAttribute('aria-label')",
            speak(language).documents_found,
        );
        // What documents say stays what it is, and says so.
        page.until(
            &format!(
                "[...document.querySelectorAll({})].every(a => a.lang === 'en')",
                json!(format!("{RESULT} h2 a"))
            ),
            true,
        );
        // A question keeps the language.
        page.fill("#search", "Wang");
        page.until("location.hash.includes('q=Wang')", true);
        page.until(&format!("location.hash.includes('lang={}')", language.tag()), true);
    }
    page.go("lang=tlh");
    page.until(LANG, "en");
}

fn chosen(page: &Page) {
    page.beforehand(
        "Object.defineProperty(navigator, 'languages', { value: ['de', 'zh-TW', 'ko-KR', 'fr'] })",
    );
    page.go("");
    page.until(LANG, "ko");
    page.go("lang=fr");
    page.until(LANG, "fr");
    // What is the page's own language already is not said in an address that the page writes.
    page.go("lang=ko");
    page.fill("#search", "Wang");
    page.until("location.hash", "#q=Wang");
    page.beforehand(
        "new MutationObserver((_, o) => { const root = document.documentElement; if (root) { \
         root.lang = 'fr'; root.dataset.language = 'set'; o.disconnect(); } }).observe(document, { childList: true })",
    );
    page.go("");
    page.until(LANG, "fr");
    page.go("lang=en");
    page.until(LANG, "en");
}

/// The whole text beside the values of the facets: the number and, for screen readers, its noun.
const COUNTS: &str = "[...document.querySelectorAll('#facets .number')].map(n => n.textContent)";

fn plurals(page: &Page) {
    for language in Language::ALL {
        let words = speak(language);
        let mut seen = BTreeSet::new();
        for hash in ["", "speaker=Lee+Hae-chan"] {
            page.go(&format!("{hash}&lang={}", language.tag()));
            page.until(LANG, language.tag());
            page.until_there("#facets .number");
            let counts: Vec<String> = serde_json::from_value(page.value(COUNTS)).expect("a list of texts");
            for count in counts {
                let number: u64 =
                    count.chars().filter(char::is_ascii_digit).collect::<String>().parse().expect("a number");
                let singular = number == 1 || (number == 0 && language == Language::French);
                let form = if singular { words.documents.one } else { words.documents.other };
                assert_eq!(count, words.fill(form, &[&number.to_string()]), "{language:?}");
                seen.insert(number.min(2));
            }
        }
        assert_eq!(seen, BTreeSet::from([0, 1, 2]), "{language:?}: none, one and many are all there");
    }
}

fn formats(page: &Page) {
    // The newspaper's forms, as each browser writes them; spaces differ between its versions.
    let check = |language: Language, expect: [&str; 2]| {
        page.go(&format!("days=2017-11-22..2017-11-22&lang={}", language.tag()));
        page.until(LANG, language.tag());
        let chip = page.text_of("document.querySelector('#filters .chosen b').textContent");
        assert_eq!(chip, expect[0], "{language:?}");
        page.go(&format!("days=2017-01-01..2020-12-31&lang={}", language.tag()));
        page.until(LANG, language.tag());
        let chip = page.text_of("document.querySelector('#filters .chosen b').textContent");
        assert_eq!(chip.replace([' ', '\u{2009}'], ""), expect[1], "{language:?}");
    };
    check(Language::English, ["22 November 2017", "2017–2020"]);
    check(Language::Korean, ["2017년 11월 22일", "2017년~2020년"]);
    check(Language::Chinese, ["2017年11月22日", "2017–2020年"]);
    check(Language::French, ["22 novembre 2017", "2017–2020"]);
    page.go("lang=en&list=1");
    page.until(LANG, "en");
    let met = page.texts("#timeline-list .meeting").join("\n");
    assert!(met.contains("22 November 2017") && met.contains(" and "), "{met}");
}

/// Every text that is not a document's own: of elements, and of the attributes that readers are told.
const SAID: &str = "(() => { const said = new Set(); \
    for (const e of document.body.querySelectorAll('*')) { \
      if (e.closest('[lang]') !== document.documentElement || e.closest('script, style, #readout-static')) continue; \
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) if (e.hasAttribute(name)) said.add(e.getAttribute(name)); \
      said.add(e.textContent); \
      for (const n of e.childNodes) if (n.nodeType === 3) said.add(n.data); \
    } return [...said].map(t => t.trim()).filter(t => t && t.length < 300); })()";

/// Views that say as much as there is to say.
const VIEWS: [&str; 7] = [
    "",
    "list=1",
    "q=THAAD&layers=search,people,places,organisations,dates,topics,statements",
    "q=%22properly+handle%22+zzzz",
    "q=beijin+OR+nosuch:word+-+speaker:nobody+%22open&days=2017-01-01..2020-12-31&side=China",
    "speaker=Wang+Yi&voice=own&lanes=kind",
    "doc=no-such-document&lanes=topic",
];

fn nothing_left(page: &Page) {
    let english = speak(Language::English).entries();
    for language in others() {
        let own = speak(language).entries();
        let mut said: BTreeSet<String> = BTreeSet::new();
        for view in VIEWS {
            page.go(&format!("{view}&lang={}", language.tag()));
            page.until(LANG, language.tag());
            if view.contains("layers") {
                page.click(&format!("{RESULT} a"));
                page.until_there("#reader .voice");
                for asked in ["#reader .text .m.dates", "#reader .text .m.topics", "#reader .voice"] {
                    page.click(asked);
                    page.until_there("#explanation");
                    said.extend(texts(page));
                }
            }
            page.rest();
            said.extend(texts(page));
        }
        let left: Vec<(&str, &String)> = english
            .iter()
            .zip(&own)
            .filter(|((_, english), (_, own))| english != own)
            .flat_map(|((name, forms), _)| forms.iter().map(move |form| (*name, *form, forms.len() > 1)))
            .filter(|(_, form, _)| telling(form))
            .flat_map(|(name, form, counted)| {
                said.iter().filter(move |text| fits(form, counted, text)).map(move |text| (name, text))
            })
            .collect();
        assert!(left.is_empty(), "{language:?} has English left: {left:#?}");
        let heard = own.iter().filter(|(_, forms)| {
            forms.iter().any(|form| said.iter().any(|text| fits(form, forms.len() > 1, text)))
        });
        let heard = heard.count();
        assert!(heard > own.len() / 2, "{language:?}: only {heard} of {} messages were looked at", own.len());
    }
}

fn texts(page: &Page) -> Vec<String> {
    match page.value(SAID) {
        Value::Array(all) => all.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect(),
        other => panic!("no texts: {other}"),
    }
}

/// Whether a message has words of its own, and is not all holes and marks.
fn telling(form: Text) -> bool {
    let letters = |part: &Part| match part {
        Part::Text(text) => text.chars().filter(|letter| letter.is_alphabetic()).count(),
        Part::Hole(_) => 0,
    };
    parts(form).iter().map(letters).sum::<usize>() > 3
}

/// Whether a text is a message with something in its holes; a number in the first where it is counted.
fn fits(form: &str, counted: bool, text: &str) -> bool {
    let pieces = parts(form);
    let (mut rest, mut open) = (text, None);
    let fills = |hole: Option<usize>, filling: &str| match hole {
        None => filling.is_empty(),
        Some(0) if counted => filling.chars().all(|c| c.is_ascii_digit()) && !filling.is_empty(),
        Some(_) => !filling.is_empty(),
    };
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Part::Hole(hole) => open = Some(*hole),
            Part::Text(words) => {
                let last = at + 1 == pieces.len();
                let found = if last { rest.len().checked_sub(words.len()) } else { rest.find(words) };
                let Some((filling, after)) = found.and_then(|found| rest.split_at_checked(found)) else {
                    return false;
                };
                let Some(after) = after.strip_prefix(words).filter(|_| fills(open.take(), filling)) else {
                    return false;
                };
                rest = after;
            }
        }
    }
    fills(open, rest)
}

fn phone(page: &Page) {
    page.size(390, 844, true);
    for language in Language::ALL {
        for view in ["", "list=1", "q=THAAD", "doc=no-such-document"] {
            page.go(&format!("{view}&lang={}", language.tag()));
            page.until(LANG, language.tag());
            page.rest();
            let wide =
                page.value("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assert_eq!(wide, json!(0), "{language:?} at {view}");
        }
    }
}
