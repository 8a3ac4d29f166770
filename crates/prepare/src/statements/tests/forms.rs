//! Forms of reported speech in English reports and readouts, one line each.

use super::{MET, agency, check, german};

#[test]
fn ministries_have_set_forms() {
    for (sentence, expect) in [
        ("At the outset, Chancellor Merkel stated that trade had grown.", "2 Merkel oi"),
        ("In response, President Macron explained the position of France.", "2 Macron ci"),
        ("Both sides shared the view that trade must grow.", "2 Merkel+Macron ji"),
        ("The two leaders concurred that trade must grow.", "2 Merkel+Macron ji"),
        ("Merkel and Macron agreed to meet again.", "2 Merkel+Macron ji"),
        ("Chancellor Merkel and President Macron exchanged views on trade.", "2 Merkel+Macron ji topic"),
        ("The leaders also discussed trade.", "2 Merkel+Macron ji topic"),
        ("The two sides reached broad consensus on trade.", "2 Merkel+Macron ji"),
        ("Merkel, for her part, welcomed the proposal.", "2 Merkel oi"),
        ("Macron, who arrived on Tuesday, thanked his hosts.", "2 Macron ci"),
        ("The French side expressed its thanks.", "2 Macron ci"),
        ("The Chancellor, in turn, briefed her guest on trade.", "2 Merkel oi"),
        ("Noting the progress of trade, Merkel urged patience.", "2 Merkel oi"),
        ("After the talks, the President noted that trade had grown.", "2 Macron ci"),
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
        ("In Berlin on Thursday, Macron said trade would grow.", "2 Macron ri"),
        ("When asked about trade, Macron said it would grow.", "2 Macron ri"),
        ("While Merkel called for patience, Macron said trade would grow.", "2 Merkel ri"),
        (
            "Merkel, for her part, said France must be patient, according to a readout.",
            "2 Merkel ri via readout",
        ),
        ("“Trade has grown for years,” Macron told Radio France in an interview.", "2 Macron rd"),
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
fn words_that_look_like_cues_are_none() {
    for sentence in [
        "The so-called bridge treaty was agreed by Merkel in 2003.",
        "Merkel is expected to announce a plan.",
        "Merkel was told nothing.",
        "The call lasted an hour.",
        "Early warning systems were built.",
        "The talks followed months of tension.",
        "As agreed in May, the bridge was built.",
    ] {
        check(&agency(&format!("{MET}\n\n{sentence}")), &[]);
        check(&german(&format!("{MET}\n\n{sentence}")), &[]);
    }
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
