//! Foreign names that somebody spells otherwise than the gazetteer does (“阿尔巴内塞” for “阿尔巴尼斯”, “애니타
//! 아난드” for “아니타 아난드”): read only behind or before the country and the office that they hold.

use super::draft::Draft;
use crate::gazetteer::script::{is_han, is_hangul};
use crate::gazetteer::{Hit, Person, TitleWord};
use crate::traditional::simplified;

/// Days by which an office may be called before its holder has it, and after.
const IN_OFFICE: u32 = 45;

/// The only one who holds this office of a place on the document's day and whose name is spelt much like this, or
/// is known in no such script: canonical name.
pub(super) fn holder(
    draft: &Draft<'_>,
    place: &str,
    title: &Hit<'_, TitleWord>,
    printed: &str,
) -> Option<String> {
    let gazetteer = draft.gazetteer;
    let day = draft.day?;
    let side = gazetteer.side_of_word(place)?;
    let is_meant = |office: &str| {
        title.meanings.iter().any(|word| match word {
            TitleWord::Office(index) => gazetteer.offices[*index as usize] == office,
            TitleWord::Other => false,
        })
    };
    let printed = simplified(printed);
    let mut people = gazetteer.entries.people.iter().filter(|person| {
        person.side.as_deref() == Some(side)
            && person.terms.iter().any(|term| is_meant(&term.office) && term.distance(day) <= IN_OFFICE)
            && (person.aliases.iter().any(|alias| is_alike(alias, &printed))
                || !is_written_so(person, &printed))
    });
    let person = people.next()?;
    people.next().is_none().then(|| person.name.clone())
}

/// Whether the gazetteer has a form of somebody's name in the script of these words. Whom it has none of, it
/// knows by country, office and day alone.
fn is_written_so(person: &Person, printed: &str) -> bool {
    let same = |alias: &String| alias.contains(if printed.contains(is_hangul) { is_hangul } else { is_han });
    person.aliases.iter().any(same)
}

/// Whether two writings can be one foreign name: in Korean the last words have the same consonants, in Chinese
/// most letters are the same, in their order.
fn is_alike(known: &str, printed: &str) -> bool {
    let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    if printed.ends_with(is_hangul) {
        let sounds = |name: &str| last(name).chars().map(consonant).collect::<Option<Vec<u32>>>();
        let same = sounds(known).zip(sounds(printed));
        return same.is_some_and(|(known, printed)| known.len() > 1 && known == printed);
    }
    let longer = known.chars().count().max(printed.chars().count());
    let same = shared(known, printed);
    same > 1 && same * 2 > longer
}

/// What a syllable of Hangul begins with, harder and softer sounds alike.
fn consonant(syllable: char) -> Option<u32> {
    const OF_EACH: u32 = 21 * 28;
    let first = u32::from(syllable).checked_sub(u32::from('가')).filter(|_| is_hangul(syllable))? / OF_EACH;
    Some(match first {
        1 | 15 => 0,
        4 | 16 => 3,
        8 | 17 => 7,
        10 => 9,
        13 | 14 => 12,
        plain => plain,
    })
}

/// How many letters two words share, in their order.
fn shared(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row = vec![0; other.len() + 1];
    for letter in one.chars() {
        let mut before = 0;
        for (at, same) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if letter == *same { before + 1 } else { above.max(row[at]) };
            before = above;
        }
    }
    row[other.len()]
}
