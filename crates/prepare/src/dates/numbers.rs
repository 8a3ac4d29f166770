//! Numbers written as words.

/// The value of an English number word or figure up to ninety-nine.
pub(super) fn english(word: &str) -> Option<u16> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let word = word.to_ascii_lowercase();
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let unit = |text: &str| UNITS.iter().position(|unit| *unit == text).and_then(|n| u16::try_from(n).ok());
    let ten =
        |text: &str| TENS.iter().position(|ten| *ten == text).and_then(|n| u16::try_from(20 + 10 * n).ok());
    match word.as_str() {
        "a" | "an" => Some(1),
        _ => unit(&word).or_else(|| ten(&word)).or_else(|| {
            let (tens, units) = word.split_once('-')?;
            Some(ten(tens)? + unit(units)?)
        }),
    }
}

/// The value of an English ordinal, as a word or a figure.
pub(super) fn english_ordinal(word: &str) -> Option<u16> {
    const WORDS: [(&str, u16); 20] = [
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("seventh", 7),
        ("eighth", 8),
        ("ninth", 9),
        ("tenth", 10),
        ("fifteenth", 15),
        ("twentieth", 20),
        ("thirtieth", 30),
        ("fortieth", 40),
        ("fiftieth", 50),
        ("sixtieth", 60),
        ("seventieth", 70),
        ("eightieth", 80),
        ("ninetieth", 90),
        ("hundredth", 100),
    ];
    let word = word.to_ascii_lowercase();
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok().or_else(|| WORDS.iter().find(|(name, _)| *name == word).map(|(_, n)| *n))
}

/// The value of a Chinese number below 1,000, in figures or characters.
pub(super) fn chinese(text: &str) -> Option<u16> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digit = |c: char| "零一二三四五六七八九".chars().position(|d| d == c).or((c == '两').then_some(2));
    let (mut sum, mut open) = (0_u16, None);
    for c in text.chars() {
        match c {
            '廿' => sum += 20,
            '卅' => sum += 30,
            '十' => sum += 10 * open.take().unwrap_or(1),
            '百' => sum += 100 * open.take().unwrap_or(1),
            _ => open = Some(u16::try_from(digit(c)?).ok()?),
        }
    }
    let number = sum + open.unwrap_or(0);
    (number > 0).then_some(number)
}

/// A year written figure by figure in Chinese characters (`二〇二二`).
pub(super) fn chinese_year(text: &str) -> Option<i32> {
    let digit = |c: char| match c {
        '〇' | '○' => Some(0),
        c => "零一二三四五六七八九".chars().position(|d| d == c),
    };
    let year = text.chars().try_fold(0, |year, c| Some(year * 10 + i32::try_from(digit(c)?).ok()?))?;
    (1800..2200).contains(&year).then_some(year)
}

/// The number of days in a Korean word for a stretch of days.
pub(super) fn korean_days(text: &str) -> Option<u8> {
    const WORDS: [(&str, u8); 7] =
        [("하루", 1), ("이틀", 2), ("사흘", 3), ("나흘", 4), ("닷새", 5), ("엿새", 6), ("이레", 7)];
    WORDS.iter().find(|(name, _)| *name == text).map(|(_, n)| *n).or_else(|| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_have_their_values() {
        assert_eq!(english("twenty-five"), Some(25));
        assert_eq!(english("a"), Some(1));
        assert_eq!(english("many"), None);
        assert_eq!(english_ordinal("50th"), Some(50));
        assert_eq!(english_ordinal("fiftieth"), Some(50));
        assert_eq!(english_ordinal("last"), None);
        assert_eq!(chinese("五十"), Some(50));
        assert_eq!(chinese("十"), Some(10));
        assert_eq!(chinese("二十五"), Some(25));
        assert_eq!(chinese("廿五"), Some(25));
        assert_eq!(chinese("50"), Some(50));
        assert_eq!(chinese("多"), None);
        assert_eq!(chinese_year("二〇二二"), Some(2022));
        assert_eq!(chinese_year("一九九二"), Some(1992));
        assert_eq!(korean_days("이틀"), Some(2));
    }
}
