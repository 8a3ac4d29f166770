//! Korean names before their office (“조현 외교부 장관”), known and unknown.

use readout_corpus::{MentionKind, Why};

use super::draft::Draft;
use crate::gazetteer::script::is_hangul;
use crate::gazetteer::{Hit, TitleWord};

/// The surnames that most Koreans bear, one syllable each.
const SURNAMES: &str = "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국";

/// Words between a name and its title that are no part of the name.
const BETWEEN: [&str; 4] = ["겸", "신임", "전", "현"];

/// Finds people who stand before a Korean title.
pub(super) fn find(draft: &mut Draft<'_>, titles: &[Hit<'_, TitleWord>]) {
    for title in titles {
        let text = draft.text();
        if text[title.start..title.end].chars().next_back().is_some_and(is_hangul) {
            before(draft, title);
        }
    }
}

/// Looks at the two or three words before the title: a name, then perhaps a country or a ministry.
fn before(draft: &mut Draft<'_>, title: &Hit<'_, TitleWord>) {
    let text = draft.text();
    let mut end = title.start;
    for _ in 0..3 {
        let Some(head) = text[..end].strip_suffix(' ') else { return };
        let start = head
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_hangul(*c))
            .last()
            .map_or(head.len(), |(at, _)| at);
        let word = &text[start..head.len()];
        if word.is_empty() {
            return;
        }
        if let Some(mention) = draft.ending_at(head.len()) {
            if mention.kind == MentionKind::Person {
                return;
            }
            // a country or an organisation stands between
            end = mention.span.start as usize;
            continue;
        }
        if is_korean_name(word) {
            let evidence = &text[start..title.end];
            draft.add(
                start,
                head.len(),
                MentionKind::Person,
                word.to_owned(),
                Why::rule("name-before-office", evidence, 75),
            );
            return;
        }
        let body = ["부", "실", "청", "처", "원", "회", "당", "국", "보좌관"]
            .iter()
            .any(|last| word.ends_with(last));
        if !body && !BETWEEN.contains(&word) {
            return;
        }
        end = start;
    }
}

/// Whether the word looks like a Korean's full name: a surname and two syllables more that are no
/// particle.
fn is_korean_name(word: &str) -> bool {
    const NO_NAME: &[&str] = &[
        "정치국",
        "조선중",
        "한국의",
        "지난해",
        "고위급",
        "이번에",
        "외교부",
        "국방부",
        "정부의",
        "이어서",
        "전날의",
        "양국의",
        "주요국",
        "국무부",
    ];
    let mut syllables = word.chars();
    let known = syllables.next().is_some_and(|first| SURNAMES.contains(first));
    known
        && word.chars().count() == 3
        && !NO_NAME.contains(&word)
        && !word.ends_with([
            '은', '는', '을', '를', '의', '와', '과', '에', '부', '실', '청', '당', '회', '측', '관', '령',
            '장', '국',
        ])
}
