use super::*;
use crate::names;

fn check(text: &str, expect: &[&str]) {
    let settings = Settings::builtin();
    let mut document = names::tests::document("2020-11-26", &text.split('|').collect::<Vec<_>>());
    document.mentions = names::find(&document, &settings);
    let mut found: Vec<String> =
        find(&document, &settings).into_iter().map(|mention| mention.topic).collect();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn words_raise_topics_in_three_languages() {
    check("They talked about THAAD and a free trade agreement.", &["missile-defence", "trade"]);
    check("双方就朝鲜半岛问题和台湾问题交换意见。", &["peninsula", "taiwan"]);
    check("양측은 한반도 비핵화와 공급망을 논의했다.", &["peninsula", "trade"]);
    check("外长对德国进行正式访问。", &["visits"]);
    check("They spoke of cooperation in all fields.", &[]);
}

#[test]
fn a_word_inside_another_wording_means_something_else() {
    check("The trade unions met at the World Trade Center.", &[]);
    check("A better business climate.", &[]);
    check("他们于台湾时间九点通话。", &[]);
}

#[test]
fn a_visit_is_a_topic_where_it_is_a_leaders() {
    check("His visit shows the importance of ties.", &[]);
    check("They worked on a visit by President Xi Jinping.", &["visits"]);
    check("The two sides will keep up high-level exchanges.", &["visits"]);
}

#[test]
fn a_visit_goes_on_in_the_next_sentence() {
    let settings = Settings::builtin();
    let mut document = names::tests::document(
        "2020-11-26",
        &["They planned a state visit.", "“His visit is near.”", "The hosts of the visit are glad."],
    );
    for sentence in &mut document.sentences {
        sentence.paragraph = 1;
    }
    document.mentions = names::find(&document, &settings);
    let sentences = |document: &Document| -> Vec<u32> {
        find(document, &settings).into_iter().map(|mention| mention.sentence).collect()
    };
    assert_eq!(sentences(&document), [1, 2]);
    document.sentences[2].paragraph = 2;
    assert_eq!(sentences(&document), [1]);
}

#[test]
fn a_meeting_of_leaders_is_a_topic_where_they_are_not_at_the_table() {
    check("Wang Yi spoke.|President Xi Jinping met with President Moon Jae-in.", &["visits"]);
    check("President Xi Jinping met with President Moon Jae-in.|Xi and Moon held a meeting.", &[]);
}

#[test]
fn a_country_in_a_title_is_no_topic() {
    check("He spoke with President Zelenskyy of Ukraine.", &[]);
    check("The President of Ukraine spoke.", &[]);
    check("He spoke about Ukraine.", &["ukraine"]);
    check("우크라이나 대통령과 통화했다.", &[]);
}

#[test]
fn the_built_in_rows_are_well_formed() {
    for row in Topics::rows() {
        assert!(!row.label.is_empty() && !row.words.is_empty(), "{row:?}");
        for word in row.words.iter().chain(&row.unless).chain(&row.beside_leader).chain(&row.between_leaders)
        {
            assert!(
                !word.trim_end_matches('*').contains('*') && !word.trim().is_empty(),
                "{}: {word}",
                row.key
            );
        }
    }
}

#[test]
fn a_sentence_goes_on_with_the_issue_of_the_one_before() {
    let settings = Settings::builtin();
    let mut document =
        names::tests::document("2020-11-26", &["They spoke of THAAD.", "They agreed on this issue."]);
    let count = |document: &Document| find(document, &settings).len();
    assert_eq!(count(&document), 1, "another paragraph is another matter");
    document.sentences[2].paragraph = 1;
    assert_eq!(count(&document), 2);
}
