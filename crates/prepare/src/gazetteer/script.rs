//! Where a form stands as a word of its own, script by script.

/// How the words of a script are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Spaces and punctuation part the words (Latin).
    Spaced,
    /// As [`Script::Spaced`], with endings of up to three letters (Cyrillic).
    Inflected,
    /// Nothing parts the words (Han).
    Unspaced,
    /// Spaces part the words, and particles are written onto their ends (Hangul).
    Agglutinative,
    /// The beginning of a word, in a script that parts words.
    Stem,
}

/// The particles that follow a Korean noun, and the few words that are written onto one.
const KOREAN_TAILS: &[&str] = &[
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "과",
    "와",
    "에",
    "도",
    "로",
    "만",
    "께",
    "나",
    "랑",
    "엔",
    "씨",
    "님",
    "측",
    "식",
    "산",
    "계",
    "군",
    "인",
    "발",
    "간",
    "내",
    "등",
    "행",
    "에서",
    "에게",
    "에는",
    "에도",
    "에만",
    "에선",
    "으로",
    "까지",
    "부터",
    "보다",
    "처럼",
    "에서는",
    "에서의",
    "에서도",
    "과의",
    "와의",
    "으로부터",
    "로부터",
    "으로는",
    "로는",
    "으로의",
    "로의",
    "이나",
    "이며",
    "이고",
    "이란",
    "측은",
    "측이",
    "측에",
    "측과",
    "정부",
    "에게서",
];

/// Offices that some write onto a name (“박진장관은”).
const KOREAN_OFFICES: &[&str] = &[
    "대통령",
    "총리",
    "장관",
    "차관",
    "부장",
    "주석",
    "위원장",
    "외상",
    "외무상",
    "대사",
    "특사",
    "실장",
    "의장",
    "보좌관",
    "대변인",
    "당선인",
];

/// The script that a form is written in, by its last letter. One that ends with `*` is the beginning
/// of a word.
pub(crate) fn of(form: &str) -> Script {
    if form.ends_with('*') && !form.chars().any(is_han) {
        return Script::Stem;
    }
    form.chars().rev().find(|c| c.is_alphabetic()).map_or(Script::Spaced, script_of)
}

/// Whether the letter is Hangul.
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Whether the letter is Han.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '〇')
}

fn script_of(c: char) -> Script {
    match c {
        c if is_hangul(c) => Script::Agglutinative,
        c if is_han(c) => Script::Unspaced,
        '\u{400}'..='\u{52f}' => Script::Inflected,
        _ => Script::Spaced,
    }
}

/// Whether `text[start..end]`, a form of this script, is a word of its own there.
pub(crate) fn stands_alone(text: &str, start: usize, end: usize, script: Script) -> bool {
    let before = text[..start].chars().next_back();
    let after = &text[end..];
    match script {
        Script::Unspaced => true,
        Script::Spaced => {
            !before.is_some_and(|c| c.is_alphanumeric() && !is_hangul(c) && !is_han(c))
                && !after.chars().next().is_some_and(|c| c.is_alphanumeric() && !is_hangul(c) && !is_han(c))
        }
        Script::Inflected => {
            let letters = after.chars().take_while(|c| c.is_alphanumeric()).count();
            !before.is_some_and(char::is_alphanumeric) && letters <= 3
        }
        Script::Stem => !before.is_some_and(|c| c.is_alphanumeric() && !is_han(c)),
        Script::Agglutinative => !before.is_some_and(is_hangul) && korean_tail(&text[start..end], after),
    }
}

/// Syllables that may be written onto a form of three, besides particles (“러시아군”).
const SHORT_TAIL: usize = 2;

/// Whether what is written onto a Korean form leaves it the word that it is. A form of four syllables
/// and more is hardly ever the beginning of another word, one of three seldom; a shorter one often is.
fn korean_tail(form: &str, after: &str) -> bool {
    let tail = after.char_indices().find(|(_, c)| !is_hangul(*c)).map_or(after, |(at, _)| &after[..at]);
    // A ministry's head is no ministry (“외교부장”).
    if form.ends_with('부') && tail.starts_with('장') {
        return false;
    }
    let behind_office = KOREAN_OFFICES.iter().find_map(|office| tail.strip_prefix(office));
    if behind_office.is_some_and(|rest| rest.is_empty() || is_particle(rest)) {
        return true;
    }
    let letters = |text: &str| text.chars().filter(|c| is_hangul(*c)).count();
    let free = match letters(form) {
        0..3 => 0,
        3 => SHORT_TAIL,
        _ => usize::MAX,
    };
    letters(tail) <= free || is_particle(tail)
}

/// Whether the Hangul is a particle, or one particle after another.
pub(crate) fn is_particle(tail: &str) -> bool {
    KOREAN_TAILS.iter().any(|particle| {
        tail.strip_prefix(particle).is_some_and(|rest| rest.is_empty() || KOREAN_TAILS.contains(&rest))
    })
}
