//! Forms of reported speech in English reports and readouts, one line each.

use super::{MET, agency, check, german};
use crate::statements::testing::{titled, with_names};

#[test]
fn ministries_have_set_forms() {
    for (sentence, expect) in [
        ("At the outset, Chancellor Merkel stated that trade had grown.", "2 Merkel oi"),
        ("In response, President Macron explained the position of France.", "2 Macron ci"),
        ("Both sides shared the view that trade must grow.", "2 Merkel+Macron ji"),
        ("The two leaders concurred that trade must grow.", "2 Merkel+Macron ji"),
        ("Merkel and Macron agreed to meet again.", "2 Merkel+Macron ji"),
        (
            "Merkel and France’s Minister for Foreign Affairs and Trade Emmanuel Macron agreed to wait.",
            "2 Merkel+Macron ji",
        ),
        ("Macron told of his talks.", "2 Macron ci topic"),
        ("Macron called on Merkel today.", "2 Macron ci topic"),
        ("Macron called on Merkel to be patient.", "2 Macron ci"),
        ("Macron concluded his visit to Berlin.", "2 Macron ci topic"),
        ("They met under the title “Trade” where Macron stressed the need for rules.", "2 Macron ci"),
        ("Merkel welcomed President Emmanuel Macron (France) to Berlin.", "2 Merkel oi topic"),
        ("Merkel welcomed President Emmanuel Macron’s plan for trade.", "2 Merkel oi"),
        ("The two leaders appreciate the growth of trade.", "2 Merkel+Macron ji"),
        ("They left, offering only limited details of trade.", "2 Merkel+Macron ji topic"),
        ("The ministers shared their assessment of trade.", "2 Merkel+Macron ji topic"),
        ("Chancellor Merkel and President Macron exchanged views on trade.", "2 Merkel+Macron ji topic"),
        ("The Chancellor was clear that trade must grow.", "2 Merkel oi"),
        ("The two leaders’ ministers met, and Macron stressed the need for rules.", "2 Macron ci"),
        ("The leaders also discussed trade.", "2 Merkel+Macron ji topic"),
        ("The two sides reached broad consensus on trade.", "2 Merkel+Macron ji"),
        ("Merkel, for her part, welcomed the proposal.", "2 Merkel oi"),
        ("Macron, who arrived on Tuesday, thanked his hosts.", "2 Macron ci"),
        ("The French side expressed its thanks.", "2 Macron ci"),
        ("The Chancellor, in turn, briefed her guest on trade.", "2 Merkel oi"),
        ("Noting the progress of trade, Merkel urged patience.", "2 Merkel oi"),
        ("After the talks, the President noted that trade had grown.", "2 Macron ci"),
        ("Both called for more trade.", "2 Merkel+Macron ji"),
        ("Finally, they agreed to stay in touch.", "2 Merkel+Macron ji"),
    ] {
        check(&german(&format!("{MET}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn agencies_have_set_forms() {
    for (sentence, expect) in [
        ("“Trade has grown for years,” Macron told reporters after the talks.", "2 Macron rd"),
        ("“Trade,” Macron said, “has grown for years.”", "2 Macron rd"),
        ("Trade had “grown for years”, Macron told a news conference in Berlin.", "2 Macron rm"),
        ("Macron has said trade would grow, adding that patience was needed.", "2 Macron ri"),
        ("Macron, speaking in Berlin, said trade would grow.", "2 Macron ri"),
        ("Macron - who arrived on Tuesday - said trade would grow.", "2 Macron ri"),
        ("Macron insisted trade would grow.", "2 Macron ri"),
        ("PARIS (Reuters) - France agreed on Monday to trade more, Macron said.", "2 Macron ri"),
        ("PARIS, May 2 (Reuters) - Macron met Merkel, vowing that France would wait.", "2 Macron ri"),
        ("“Trade grows,” said a smiling, relaxed looking Macron in Berlin.", "2 Macron rd"),
        ("Still, Merkel said, the two agreed to be patient.", "2 Merkel ri"),
        ("Macron will host the talks and has pledged to be patient.", "2 Macron ri"),
        ("At the talks, Mr Macron who is France’s president, said he was patient.", "2 Macron ri"),
        (
            "Merkel and her French counterpart, Emmanuel Macron, on Monday called for trade.",
            "2 Merkel+Macron ji",
        ),
        ("A note by the ministry quoted Macron as saying that trade would grow.", "2 Macron ri"),
        ("Macron has been making the case for trade, and says it will grow.", "2 Macron ri"),
        ("The French president’s official spokesman said trade would grow.", "2 spokesman ui"),
        ("In Berlin on Thursday, Macron said trade would grow.", "2 Macron ri"),
        ("When asked about trade, Macron said it would grow.", "2 Macron ri"),
        (
            "Merkel, for her part, said France must be patient, according to a readout.",
            "2 Merkel ri via readout",
        ),
        ("“Trade has grown for years,” Macron told Radio France in an interview.", "2 Macron rd"),
        ("“Trade has grown for years,” said the French president.", "2 Macron rd"),
        ("French officials said trade would grow.", "2 official ui"),
        ("A senior German diplomat, who asked not to be named, said trade would grow.", "2 diplomat ui"),
        ("The German Foreign Ministry said trade would grow.", "2 Ministry ri"),
        ("Germany and France say trade will grow.", "2 Germany+France ji"),
        ("The foreign ministers of Germany and France pledged to meet again.", "2 Merkel+Macron ji"),
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn two_can_speak_in_one_sentence() {
    for sentence in [
        "While Merkel called for patience, Macron said trade would grow.",
        "Merkel called for patience, and Macron said trade would grow.",
        "Merkel called for patience, while the French president said trade would grow.",
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &["2 Merkel ri", "2 Macron ri"]);
    }
    for (sentence, expect) in [
        ("Merkel called for patience, and she said trade would grow.", "2 Merkel ri"),
        ("Merkel said that Macron called for patience, and the president urged haste.", "2 Merkel ri"),
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn what_governments_say_of_people_is_those_peoples() {
    for (sentence, expect) in [
        ("Both German and French governments said Merkel and Macron agreed to meet.", "2 Merkel+Macron ji"),
        ("Merkel’s office said trade had grown.", "2 Merkel ri"),
        ("Macron called the plan a ‘good one’ for trade.", "2 Macron rm"),
        ("Macron called the plan ‘a good one for trade in years’.", "2 Macron rm"),
        ("Two sources familiar with the talks said trade had grown.", "2 source ui"),
        ("German lawmakers praised the plan.", "2 lawmakers ui"),
        ("It comes after Macron said trade had grown.", "2 Macron ri"),
        ("They met German lawmakers with Merkel, and Macron promised “help for trade”.", "2 Macron rm"),
        ("Macron, commenting on a report about the request for talks, said trade had grown.", "2 Macron ri"),
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &[expect]);
    }
    check(
        &agency(
            "The leaders of Germany and France agreed to meet.\n\nAngela Merkel was in Berlin, Emmanuel Macron in Paris.",
        ),
        &["1 Merkel+Macron ji"],
    );
}

#[test]
fn who_speaks_is_named_in_many_ways() {
    for (sentence, expect) in [
        (
            "The government spokesman, Minister Emmanuel Macron, declined to comment and said trade had grown.",
            "2 Macron ri",
        ),
        ("A statement also noted that two leaders had agreed to meet.", "2 Merkel+Macron ji via statement"),
        ("“He stressed the role of trade,” it reads.", ""),
        ("Macron hoped Merkel would come.", "2 Macron ri"),
        ("Neither side spoke, but Macron said trade had grown.", "2 Macron ri"),
        ("Macron, currently on a visit to Berlin, stated that trade had grown.", "2 Macron ri"),
        ("It was in Berlin that the plan was first announced.", ""),
    ] {
        let expect: Vec<&str> = [expect].into_iter().filter(|line| !line.is_empty()).collect();
        check(&agency(&format!("{MET}\n\n{sentence}")), &expect);
    }
    check(
        &agency(&format!(
            "{MET}\n\nThe German Foreign Ministry said Merkel thanked Macron.\n\n“She stressed the role of trade,” it reads."
        )),
        &["2 Merkel ri via German Foreign Ministry", "3 Merkel rd via German Foreign Ministry"],
    );
}

#[test]
fn in_state_media_words_in_the_present_go_on_with_their_speaker() {
    check(
        &german(&format!(
            "{MET}\n\nMacron, for his part, said trade grows.\nGermany is a strong country.\nHe left on Friday.\n\nTrade grows, Merkel said."
        )),
        &["2 Macron ci", "3 Macron ci carried", "5 Merkel oi"],
    );
}

#[test]
fn it_is_the_institution_that_spoke_last() {
    check(
        &agency(&format!(
            "{MET}\n\nThe German Foreign Ministry said trade had grown.\n\n“Both will gain,” it said.\n\nThe ministry added that trade would grow."
        )),
        &["2 Ministry ri", "3 Ministry rd", "4 Ministry ri"],
    );
    check(&agency(&format!("{MET}\n\nIt said nothing of trade.")), &[]);
    check(&agency(&format!("{MET}\n\nA statement on the talks said trade had grown.")), &["2 statement ri"]);
    check(&agency(&format!("{MET}\n\nNeither Merkel nor Macron said what they want.")), &[]);
    check(&agency(&format!("{MET}\n\nMerkel has not ruled out that trade will grow.")), &["2 Merkel ri"]);
}

#[test]
fn what_ought_to_be_goes_on_with_one_who_has_just_spoken() {
    check(
        &agency(&format!(
            "{MET}\n\nMerkel said both are partners.\nThe two sides should go on.\nTrade grows."
        )),
        &["2 Merkel ri", "3 Merkel ri carried"],
    );
}

#[test]
fn quotation_marks_are_those_of_any_country() {
    for (open, close) in [("''", "''"), ("„", "“"), ("«", "»"), ("‹", "›"), ("``", "''")] {
        let words = format!("{open}Trade has grown for many years,{close} Macron said.");
        check(&agency(&format!("{MET}\n\n{words}")), &["2 Macron rd"]);
    }
}

#[test]
fn words_that_only_say_when_part_no_subject_from_its_cue() {
    for when in [
        "on Thursday",
        "on Monday (May 2)",
        "late Monday",
        "earlier on Friday",
        "on May 2, 2019",
        "this evening",
    ] {
        check(&agency(&format!("{MET}\n\nMacron {when} said trade would grow.")), &["2 Macron ri"]);
    }
}

#[test]
fn subjects_of_different_forms_speak_together() {
    for subject in [
        "The Chancellor and President Macron",
        "Chancellor Merkel and the French President",
        "Merkel and her counterpart",
        "The German Chancellor and the President",
        "The two heads of state",
        "The French and German leaders",
    ] {
        let document = german(&format!("{MET}\n\n{subject} called for more trade."));
        let statements = crate::stages::statements(&document, &crate::Settings::builtin());
        let mut speakers = statements[0].speakers.clone();
        speakers.sort();
        assert_eq!(speakers, ["Angela Merkel", "Emmanuel Macron"], "{subject}");
    }
}

#[test]
fn one_who_is_described_is_found_among_those_present() {
    for (sentence, expect) in [
        ("The French leader called for patience.", "2 Macron ci"),
        ("The liberal French president argued Friday that trade must grow.", "2 Macron ci"),
        ("France’s embattled president also advocated for trade.", "2 Macron ci"),
        ("The President of the French Republic called for patience.", "2 Macron ci"),
        ("It was agreed that trade must grow.", "2 Merkel+Macron ji"),
        ("The French head of state called for patience.", "2 Macron ci"),
        ("Merkel went on to stress the need for trade.", "2 Merkel oi"),
        ("It was noted that Macron had called for patience.", "2 Macron ci"),
    ] {
        check(&german(&format!("{MET}\n\n{sentence}")), &[expect]);
    }
    for (sentence, expect) in [
        ("A German spokesman, Emmanuel Macron, said trade grows.", "2 Macron ri"),
        ("As a source in Paris said, Macron was patient.", "2 source ui"),
        (
            "Macron was patient, according to a German Foreign Ministry official.",
            "2 official ui about Emmanuel Macron",
        ),
        (
            "According to the German Foreign Ministry, Macron “called for patience”.",
            "2 Macron rm via German Foreign Ministry",
        ),
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn a_quotation_over_paragraphs_survives_an_interruption() {
    check(
        &agency(&format!(
            "{MET}\n\nA spokesman said: “The bridge is long.\n\n“It will hold.\n\nMacron called for patience.\n\n“The road is next.”"
        )),
        &["2 spokesman ud", "3 spokesman ud carried", "4 Macron ri", "5 spokesman ud carried"],
    );
    check(
        &agency(&format!("{MET}\n\nMacron said: \"The bridge is long.\n\n\"The road is next.\"")),
        &["2 Macron rd", "3 Macron rd carried"],
    );
}

#[test]
fn an_institutions_words_are_those_of_the_people_in_them() {
    for (sentence, expect) in [
        ("The ministry said, “The two leaders agreed to meet again.”", "2 Merkel+Macron jd via ministry"),
        ("“Macron called for patience,” the statement read.", "2 Macron rd via statement"),
        ("Macron “again called for patience”, the ministry said.", "2 Macron rd via ministry"),
        ("The ministry released a note, in which it said that Macron “called for patience”.", "2 Macron rm"),
        ("France said on Monday that Macron stressed patience.", "2 Macron ri"),
        (
            "The country’s foreign ministry said that Macron stressed patience.",
            "2 Macron ri via country foreign ministry",
        ),
        ("The German Foreign Ministry first reported on the call.", "2 Ministry ri topic"),
        (
            "France said that both the leaders discussed trade and wished each other well.",
            "2 Merkel+Macron ji",
        ),
        (
            "The ministry said in a statement that the two leaders discussed trade and agreed to meet.",
            "2 Merkel+Macron ji via ministry",
        ),
        (
            "The statement posted on Monday added that the two leaders “agreed to meet again”.",
            "2 Merkel+Macron jm via statement",
        ),
        (
            "“Macron called for patience,” according to an official release of the ministry.",
            "2 Macron rd via official release",
        ),
        ("A statement about the call said Macron told Merkel that trade grows.", "2 Macron ri via statement"),
        ("The embassy in Paris said trade had grown.", "2 France ri"),
        ("France said the French president stressed patience.", "2 Macron ri"),
        ("PARIS (AP) — Merkel and Macron agreed to meet, both governments said.", "2 Merkel+Macron ji"),
        ("Macron blamed the weather, the Élysée Palace said.", "2 Macron ri via élysée palace"),
        (
            "The two sides, according to the statement, “called for patience”.",
            "2 Merkel+Macron jd via statement",
        ),
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn what_is_only_believed_to_have_been_said_is_theirs() {
    for (sentence, expect) in [
        ("The two leaders are believed to have agreed on trade.", "2 Merkel+Macron ji"),
        ("“Trade grows,” Macron was quoted as saying.", "2 Macron rd"),
        ("Asked about trade, Macron was blunt: “It will have to grow.”", "2 Macron rm"),
        ("As Merkel mused about trade, Macron smiled and said it grows.", "2 Macron ri"),
        (
            "Dismissing a remark by Merkel, who said trade shrinks, Macron said: “Trade grows,” reported Xinhua.",
            "2 Macron rm",
        ),
        ("Macron appeared to say, “Trade has grown for many years.”", "2 Macron rd"),
        ("“Trade grows,” it quoted Macron as saying.", "2 Macron rm"),
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &[expect]);
    }
}

#[test]
fn state_media_carry_a_speaker_whose_cue_comes_last() {
    check(
        &german(&format!(
            "{MET}\n\nTrade has grown.\nIt will grow on, Merkel said.\nBoth sides need it.\nIt is a fine example.\n\nThe road is long.\nGermany is willing to build it."
        )),
        &[
            "2 Merkel oi carried",
            "3 Merkel oi",
            "4 Merkel oi carried",
            "5 Merkel oi carried",
            "6 Merkel oi carried",
            "7 Merkel oi carried",
        ],
    );
}

#[test]
fn what_ought_to_be_goes_on_with_the_last_speaker() {
    check(
        &german(&format!("{MET}\n\nMerkel said that trade has grown.\nBoth sides should build on it.")),
        &["2 Merkel oi", "3 Merkel oi carried"],
    );
}

#[test]
fn what_is_told_counts_more_than_a_topic_before_it() {
    check(
        &german(&format!("{MET}\n\nThey discussed trade, and Macron stressed the need for rules.")),
        &["2 Macron ci"],
    );
    check(
        &german(&format!("{MET}\n\nMerkel and the six senators agreed to meet again.")),
        &["2 Merkel+Macron ji"],
    );
    check(
        &german(&format!(
            "{MET}\n\nMerkel expressed hope.\nThe leaders resolved to meet again.\nThe meeting showed it."
        )),
        &["2 Merkel oi", "3 Merkel+Macron ji"],
    );
}

#[test]
fn a_spokesman_who_is_named_is_meant_by_his_office() {
    let named = "Trade grows, government spokesman Heiko Qqe said.";
    let mut document = with_names(
        titled("Meeting", &format!("{MET}\n\n{named}\n\nIt is well, the spokesman said.")),
        "person: Heiko Qqe\n",
    );
    document.card.side = None;
    check(&document, &["2 Qqe ri", "3 Qqe ri"]);
    check(&agency(&format!("{MET}\n\nIt is well, the spokesman said.")), &["2 spokesman ui"]);
}

#[test]
fn an_office_that_is_a_subject_is_whom_he_means() {
    check(
        &agency(&format!(
            "{MET}\n\nMerkel urged haste.\n\nThe French president took no questions.\n\n“There will be time for that,” he said."
        )),
        &["2 Merkel ri", "4 Macron rd"],
    );
}

#[test]
fn there_is_one_potus() {
    let met = "On May 2, 2019, President Donald Trump met Chancellor Angela Merkel.";
    let names = "person: Donald Trump = Donald Trump\nperson: Angela Merkel = Angela Merkel, Merkel";
    let document = titled("Pool report", &format!("{met}\n\nPOTUS spoke first, praising the rules."));
    check(&with_names(document, names), &["2 Trump ri"]);
}

#[test]
fn sources_go_on_as_they() {
    check(
        &agency(&format!(
            "{MET}\n\nSources in the German government said trade grows.\n\nThey said rules help."
        )),
        &["2 source ui", "3 source ui"],
    );
}

#[test]
fn a_side_goes_on_in_state_media() {
    check(
        &german(&format!("{MET}\n\nTrade grows, Merkel said.\n\nGermany hopes for more of it.")),
        &["2 Merkel oi", "3 Merkel oi carried"],
    );
}

#[test]
fn what_will_be_done_is_news_and_no_promise() {
    check(&german(&format!("{MET}\n\nMerkel will travel to Paris.")), &[]);
}

#[test]
fn a_transcript_belongs_to_whoever_is_labelled() {
    let document =
        german("Angela Merkel: Welcome.\nTrade grows.\n(Applause.)\n\nEmmanuel Macron: Thank you.");
    check(&document, &["1 Merkel od", "2 Merkel od carried", "4 Macron cd"]);
}

#[test]
fn a_joint_statement_is_all_of_theirs() {
    let text = "Angela Merkel and Emmanuel Macron met and issued the following statement:\n\nWe are glad.\nTrade grows.";
    check(&agency(text), &["2 Merkel+Macron jd carried", "3 Merkel+Macron jd carried"]);
}

#[test]
fn words_that_look_like_cues_are_none() {
    for sentence in [
        "The so-called bridge treaty was agreed by Merkel in 2003.",
        "Merkel is expected to announce a plan.",
        "Merkel was told nothing.",
        "The call lasted an hour.",
        "Early warning systems were built.",
        "The talks followed months of tension.",
        "As agreed in May, the bridge was built.",
        "The bridge was not built, but it is expected to stand.",
        "Macron appeared to offer a plan.",
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &[]);
        check(&german(&format!("{MET}\n\n{sentence}")), &[]);
    }
}

#[test]
fn what_somebody_calls_a_thing_is_said() {
    check(&agency(&format!("{MET}\n\nMacron called trade a key to peace.")), &["2 Macron ri"]);
    check(&agency(&format!("{MET}\n\nThe two sides called the ferry a success.")), &["2 Merkel+Macron ji"]);
    check(&agency(&format!("{MET}\n\nMacron called the minister a day later.")), &[]);
    check(&agency(&format!("{MET}\n\nMacron called parliament to a new session.")), &[]);
}

#[test]
fn words_between_a_subject_and_its_verb_only_say_more_of_it() {
    check(&agency(&format!("{MET}\n\nMacron in turn told Merkel that trade grows.")), &["2 Macron ri"]);
    check(&agency(&format!("{MET}\n\nMacron, writing on a wall, thanked Merkel.")), &["2 Macron ri"]);
    check(&agency(&format!("{MET}\n\nMacron threatened to leave.")), &["2 Macron ri"]);
}

#[test]
fn what_people_did_is_not_carried_on() {
    let said = "Merkel said that trade has grown.\nBoth sides need it.\nGermany values the work of France.";
    for act in [
        "The two leaders strolled in a garden.",
        "They walked by the water.",
        "Macron and Merkel listened to a song.",
    ] {
        let expect = ["2 Merkel oi", "3 Merkel oi carried", "4 Merkel oi carried"];
        check(&german(&format!("{MET}\n\n{said}\n{act}")), &expect);
    }
}

#[test]
fn the_words_of_an_institution_tell_of_one_after_the_other() {
    check(
        &agency(&format!(
            "{MET}\n\n“Merkel stressed trade,” the German Foreign Ministry said.\n“Macron stressed peace.”"
        )),
        &["2 Merkel rd via German Foreign Ministry", "3 Macron rd carried"],
    );
    check(&agency(&format!("{MET}\n\n“Trade grows!” French president added.")), &["2 Macron rd"]);
}

#[test]
fn the_two_officials_are_those_who_met() {
    check(&agency(&format!("{MET}\n\nThe two officials agreed to wait.")), &["2 Merkel+Macron ji"]);
    check(&agency(&format!("{MET}\n\nTwo officials said trade grows.")), &["2 official ui"]);
}

#[test]
fn nobody_says_a_heading() {
    let said = "Merkel said that trade grows.";
    check(&agency(&format!("{MET}\n\n{said}\n\n‘Trade first’\n\nThey left.")), &["2 Merkel ri"]);
    check(&agency(&format!("{MET}\n\n{said}\n\nFrench offer\n\nThey left.")), &["2 Merkel ri"]);
}

#[test]
fn he_is_the_nameless_one_who_spoke_last() {
    let official = format!("{MET}\n\nA senior official said trade was good for Macron.");
    check(&agency(&format!("{official}\n\n“It grows,” he said.")), &["2 official ui", "3 official ud"]);
    check(
        &agency(&format!("{official}\n\nMacron agreed.\n\n“It grows,” he said.")),
        &["2 official ui", "3 Macron ri", "4 Macron rd"],
    );
    let told = format!("{MET}\n\nA senior official told reporters that Macron was glad.");
    check(&agency(&format!("{told}\n\nHe said trade grows.")), &["2 official ui", "3 official ui"]);
    check(&agency(&format!("{told}\n\nHe urged patience.")), &["2 official ui", "3 Merkel ri"]);
    let several = format!("{MET}\n\nMacron left. Officials said trade was good.");
    check(&agency(&format!("{several}\n\n“It grows,” he said.")), &["2 official ui", "3 Macron rd"]);
}

#[test]
fn nameless_groups_are_described() {
    check(&german(&format!("{MET}\n\nParticipants highlighted the need for trade.")), &["2 participants ui"]);
    check(
        &german(
            "On May 2, 2019, Chancellor Angela Merkel met with business leaders.\n\nThe Chancellor and the leaders discussed trade.",
        ),
        &["2 Merkel+leaders ji topic"],
    );
}
