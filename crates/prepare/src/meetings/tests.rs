use readout_corpus::{Dateline, Day, Document};

use crate::Settings;
use crate::statements::testing::{titled, with_names};

const NAMES: &str = "
    person: Angela Merkel = Angela Merkel, Merkel
    person: Emmanuel Macron = Emmanuel Macron, Macron
    person: Heiko Maas = Heiko Maas, Maas
    person: Donald Tusk = Donald Tusk, Tusk
    place: Germany = Germany, German
    place: France = France, French
    place: Berlin
    place: Geneva
";

fn report(title: &str, text: &str) -> Document {
    let mut document = with_names(titled(title, text), NAMES);
    document.card.published = Day::from_ymd(2019, 5, 3);
    document.statements = crate::stages::statements(&document, &Settings::builtin());
    document
}

/// One line a meeting: surnames, place, day, sentences.
fn check(mut document: Document, expect: &[&str]) {
    let told = crate::stages::meetings(&mut document, &Settings::builtin());
    let shown: Vec<String> = told
        .iter()
        .map(|m| {
            let people: Vec<&str> = m.participants.iter().map(|p| p.rsplit(' ').next().unwrap()).collect();
            let (from, to) = m.sentences[0];
            format!("{} {} {} {from}-{to}", people.join("+"), m.place.as_deref().unwrap_or("-"), m.days.from)
        })
        .collect();
    assert_eq!(shown, expect, "{}", document.text);
}

#[test]
fn a_report_tells_of_the_meeting_that_it_opens_with() {
    for (text, expect) in [
        (
            "Chancellor Angela Merkel held talks in Berlin with President Emmanuel Macron of France.",
            "Merkel+Macron Berlin 2019-05-03 1-1",
        ),
        ("Angela Merkel and Emmanuel Macron talked by phone on Friday.", "Merkel+Macron - 2019-05-03 1-1"),
        (
            "Heiko Maas and his French and German counterparts Emmanuel Macron and Angela Merkel met in Berlin.",
            "Maas+Macron+Merkel Berlin 2019-05-03 1-1",
        ),
        (
            "Chancellor Angela Merkel met today with President Emmanuel Macron in Geneva.",
            "Merkel+Macron Geneva 2019-05-03 1-1",
        ),
        (
            "Germany’s envoy to the talks, Heiko Maas, had a meeting with Donald Tusk on Friday.",
            "Maas+Tusk - 2019-05-03 1-1",
        ),
        (
            "Chancellor Angela Merkel spoke by phone today with President Emmanuel Macron.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        (
            "Chancellor Angela Merkel received French President Emmanuel Macron in Berlin.",
            "Merkel+Macron Berlin 2019-05-03 1-1",
        ),
        (
            "German Chancellor Angela Merkel and Foreign Minister Heiko Maas met with President Emmanuel Macron in Berlin.",
            "Merkel+Maas+Macron Berlin 2019-05-03 1-1",
        ),
        (
            "Trade must grow, Angela Merkel said during talks with French President Emmanuel Macron in Berlin.",
            "Merkel+Macron Berlin 2019-05-03 1-1",
        ),
        (
            "Germany hopes that trade grows, Chancellor Angela Merkel said on Friday in talks with Emmanuel Macron in Berlin.",
            "Merkel+Macron Berlin 2019-05-03 1-1",
        ),
        (
            "The talks between Chancellor Angela Merkel and President Emmanuel Macron were held in Berlin.",
            "Merkel+Macron Berlin 2019-05-03 1-1",
        ),
        (
            "The deal came at a meeting between Angela Merkel and her counterpart Emmanuel Macron in Berlin.",
            "Merkel+Macron Berlin 2019-05-03 1-1",
        ),
        (
            "Angela Merkel and Emmanuel Macron discussed trade in a phone conversation.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        ("Angela Merkel on Thursday placed a call to Emmanuel Macron.", "Merkel+Macron - 2019-05-03 1-1"),
        ("Angela Merkel called Emmanuel Macron late on Friday.", "Merkel+Macron - 2019-05-03 1-1"),
        (
            "BERLIN, May 3 (AP) -- Angela Merkel praised the bridge of Emmanuel Macron.\nThe two leaders held talks by phone.",
            "Merkel+Macron - 2019-05-03 1-2",
        ),
        (
            "Angela Merkel, Donald Tusk and Emmanuel Macron gathered for a virtual meeting.",
            "Merkel+Tusk+Macron - 2019-05-03 1-1",
        ),
        (
            "When meeting with his counterpart Emmanuel Macron on Thursday, Angela Merkel said trade must grow.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        (
            "President Emmanuel Macron’s summit with Angela Merkel was short.",
            "Macron+Merkel - 2019-05-03 1-1",
        ),
        ("Heiko Maas had a frank and constructive talk with Donald Tusk.", "Maas+Tusk - 2019-05-03 1-1"),
        (
            "French President Emmanuel Macron was received in the morning by Angela Merkel.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        (
            "Emmanuel Macron was received by Chancellor Angela Merkel in Berlin.",
            "Merkel+Macron Berlin 2019-05-03 1-1",
        ),
        (
            "A telephone conversation asked for by France took place between Angela Merkel and Emmanuel Macron.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        (
            "Angela Merkel urged patience during her first talks with Emmanuel Macron.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        (
            "Donald Tusk said on Friday that the bridge was near, after a call with Emmanuel Macron.",
            "Tusk+Macron - 2019-05-03 1-1",
        ),
        (
            "Angela Merkel has had a telephone conversation with Emmanuel Macron, spokesman Heiko Maas told reporters.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        ("Angela Merkel discussed trade with Emmanuel Macron by phone.", "Merkel+Macron - 2019-05-03 1-1"),
        (
            "2. In her first talks with Emmanuel Macron in Berlin, Angela Merkel urged patience.",
            "Merkel+Macron Berlin 2019-05-03 1-1",
        ),
        (
            "Trade must grow, Angela Merkel said after meeting Donald Tusk in Berlin.",
            "Merkel+Tusk Berlin 2019-05-03 1-1",
        ),
        (
            "Angela Merkel met with French Ambassador to Germany Emmanuel Macron.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        (
            "Angela Merkel and Emmanuel Macron agreed on trade when they met in Berlin.",
            "Merkel+Macron Berlin 2019-05-03 1-1",
        ),
        ("Donald Tusk came on Friday.\nHe met Emmanuel Macron.", "Tusk+Macron - 2019-05-03 1-2"),
        (
            "Angela Merkel spoke to the President of France, Emmanuel Macron, this morning.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        ("Angela Merkel is meeting with Donald Tusk in Berlin.", "Merkel+Tusk Berlin 2019-05-03 1-1"),
        ("Angela Merkel called Donald Tusk on Friday.", "Merkel+Tusk - 2019-05-03 1-1"),
        (
            "Angela Merkel and Donald Tusk discussed the bridge over the phone.",
            "Merkel+Tusk - 2019-05-03 1-1",
        ),
        (
            "Donald Tusk, in a conversation with Angela Merkel, said trade must grow.",
            "Tusk+Merkel - 2019-05-03 1-1",
        ),
        (
            "The bridge dominated a call between Angela Merkel and Donald Tusk.",
            "Merkel+Tusk - 2019-05-03 1-1",
        ),
    ] {
        check(report("News", text), &[expect]);
    }
}

#[test]
fn offices_stand_for_those_who_hold_them() {
    for (text, expect) in [
        (
            "Chancellor Angela Merkel spoke by phone with the President of France.",
            "Merkel+Macron - 2019-05-03 1-1",
        ),
        (
            "In a call with the French leader, the German Chancellor urged patience.\nMerkel thanked Macron.",
            "Merkel+Macron - 2019-05-03 1-2",
        ),
        (
            "The talks between the French and German foreign ministers were short.",
            "Drian+Maas - 2019-05-03 1-1",
        ),
    ] {
        check(report("News", text), &[expect]);
    }
}

#[test]
fn over_a_transcript_whoever_speaks_first_receives() {
    check(
        report(
            "Beginning of conversation with Emmanuel Macron",
            "Chancellor Angela Merkel: Welcome to Berlin.\n\nPresident Emmanuel Macron: Thank you.",
        ),
        &["Merkel+Macron - 2019-05-03 1-2"],
    );
}

#[test]
fn a_headline_names_those_who_met_in_a_row() {
    check(
        report("Merkel, Macron speak by phone", "The call was long, an official said."),
        &["Merkel+Macron - 2019-05-03 1-1"],
    );
}

#[test]
fn what_is_still_to_come_or_only_a_word_is_no_meeting() {
    for text in [
        "Angela Merkel called Donald Tusk a friend.",
        "Angela Merkel praised the bridge, hoping for the day when she meets Donald Tusk.",
        "Heiko Maas proposed a call between Angela Merkel and Donald Tusk.",
        "Angela Merkel is meeting with Donald Tusk tomorrow.",
        "Angela Merkel welcomed Donald Tusk’s words.",
    ] {
        check(report("News", text), &[]);
    }
}

#[test]
fn those_who_are_listed_took_part() {
    check(
        report(
            "News",
            "Chancellor Angela Merkel spoke by phone with European leaders and Donald Tusk.\n\nParticipants in the call included Emmanuel Macron and Heiko Maas.",
        ),
        &["Merkel+Tusk+Macron+Maas - 2019-05-03 1-2"],
    );
}

#[test]
fn who_sent_somebody_is_not_in_the_room() {
    check(
        report(
            "News",
            "Chancellor Angela Merkel met in Berlin with Heiko Maas, special envoy of President Emmanuel Macron.",
        ),
        &["Merkel+Maas Berlin 2019-05-03 1-1"],
    );
}

#[test]
fn one_text_can_tell_of_two_meetings() {
    check(
        report(
            "News",
            "Chancellor Angela Merkel met with Donald Tusk in Berlin.\n\nMerkel said trade must grow.\n\nGerman Foreign Minister Heiko Maas also met with Tusk.\n\nMaas called for patience.",
        ),
        &["Merkel+Tusk Berlin 2019-05-03 1-2", "Maas+Tusk - 2019-05-03 3-4"],
    );
}

#[test]
fn several_calls_are_one_with_each() {
    check(
        report(
            "News",
            "Angela Merkel had separate calls with Donald Tusk and French President Emmanuel Macron.",
        ),
        &["Merkel+Tusk - 2019-05-03 1-1", "Merkel+Macron - 2019-05-03 1-1"],
    );
}

#[test]
fn a_title_can_name_several_calls() {
    check(
        report("Merkel’s Calls with Donald Tusk and Emmanuel Macron", "Angela Merkel praised the bridge."),
        &["Merkel+Tusk - 2019-05-03 1-1", "Merkel+Macron - 2019-05-03 1-1"],
    );
}

#[test]
fn hosts_may_be_joined_to_the_first() {
    check(
        report(
            "News",
            "Chancellor Angela Merkel, together with French President Emmanuel Macron, held a call with Donald Tusk.",
        ),
        &["Merkel+Macron+Tusk - 2019-05-03 1-1"],
    );
}

#[test]
fn a_host_met_his_further_guests_on_the_same_eve() {
    let mut document = korean(
        "메르켈 총리는 2일 마크롱 대통령과 회담했다.\n\n메르켈 총리는 또 투스크 의장과 만나 다리를 보자고 말했다.",
    );
    document.dates = crate::dates::find(&document);
    check(document, &["Merkel+Macron - 2019-05-02 1-1", "Merkel+Tusk - 2019-05-02 2-2"]);
}

#[test]
fn a_meeting_that_only_passes_by_is_no_account() {
    let met = "Chancellor Angela Merkel met with Donald Tusk in Berlin.";
    for passing in [
        "Angela Merkel and Heiko Maas also held a summit with bankers.",
        "Tusk is also scheduled to meet with Emmanuel Macron.",
        "Tusk will meet with Emmanuel Macron in Geneva.",
        "President Emmanuel Macron met with Heiko Maas last year.",
        "Tusk met with Emmanuel Macron in Geneva last year.",
        "On that trip, Tusk held talks with Emmanuel Macron.",
        "Tusk and Emmanuel Macron last held talks in Geneva.",
        "Earlier this month, Tusk met with Emmanuel Macron.",
    ] {
        check(
            report("News", &format!("{met}\n\nMerkel said trade must grow.\n\n{passing}")),
            &["Merkel+Tusk Berlin 2019-05-03 1-3"],
        );
    }
}

#[test]
fn what_was_long_ago_is_no_account() {
    for passing in [
        "In February, Angela Merkel met with Emmanuel Macron in Geneva.",
        "Angela Merkel met with Emmanuel Macron on March 30.",
    ] {
        let text =
            format!("Angela Merkel met with Donald Tusk in Berlin.\n\n{passing}\n\nMacron said it was good.");
        let mut document = report("News", &text);
        document.dates = crate::dates::find(&document);
        check(document, &["Merkel+Tusk Berlin 2019-05-03 1-3"]);
    }
}

#[test]
fn a_text_about_something_else_tells_of_no_meeting() {
    check(
        report("News", "The German bridge was opened by Angela Merkel.\n\nAngela Merkel said it would hold."),
        &[],
    );
    check(
        report(
            "News",
            "Angela Merkel praised the bridge of Emmanuel Macron.\n\nOfficials held talks by phone.",
        ),
        &[],
    );
}

#[test]
fn the_dateline_gives_place_and_day_where_the_words_do_not() {
    let mut document = report("News", "Chancellor Angela Merkel met with President Emmanuel Macron.");
    document.card.dateline =
        Some(Dateline { place: Some("Berlin".to_owned()), date: Day::from_ymd(2019, 5, 2) });
    check(document, &["Merkel+Macron Berlin 2019-05-02 1-1"]);
}

#[test]
fn another_sentence_can_name_the_day() {
    for (text, day) in [
        (
            "Heiko Maas said on Friday that Angela Merkel and Emmanuel Macron held talks on Wednesday.\n\nIt was long.",
            "2019-05-01",
        ),
        (
            "Angela Merkel urged patience during her first talks with Emmanuel Macron.\n\nThe call on Thursday was long, Merkel said.",
            "2019-05-02",
        ),
        (
            "Angela Merkel urged patience during her first talks with Emmanuel Macron.\n\nThe call with Heiko Maas on Thursday was long.",
            "2019-05-03",
        ),
    ] {
        let mut document = report("News", text);
        document.dates = crate::dates::find(&document);
        check(document, &[&format!("Merkel+Macron - {day} 1-2")]);
    }
}

#[test]
fn the_same_people_can_meet_on_two_days() {
    let mut document = report(
        "News",
        "Angela Merkel and Emmanuel Macron spoke by phone on Thursday.\n\nMerkel said trade must grow.\n\nMerkel and Macron also spoke by phone on Wednesday.\n\nMacron said it had grown.",
    );
    document.dates = crate::dates::find(&document);
    check(document, &["Merkel+Macron - 2019-05-02 1-2", "Merkel+Macron - 2019-05-01 3-4"]);
}

fn chinese(text: &str) -> Document {
    chinese_titled("会见", text)
}

fn chinese_titled(title: &str, text: &str) -> Document {
    let names = "person: Angela Merkel = 默克尔\nperson: Emmanuel Macron = 马克龙\nperson: Xi Jinping = 习近平\nplace: Berlin = 柏林";
    let mut document = with_names(titled(title, text), names);
    document.card.language = "zh".to_owned();
    document.card.side = Some("China".to_owned());
    document.card.published = Day::from_ymd(2019, 5, 3);
    document.statements = crate::stages::statements(&document, &Settings::builtin());
    document
}

#[test]
fn guests_who_are_met_one_by_one_have_a_meeting_each() {
    check(
        chinese(
            "习近平在柏林分别会见默克尔、马克龙。\n\n会见默克尔时，习近平表示，桥很长。\n\n默克尔表示，桥很美。\n\n会见马克龙时，习近平表示，桥很稳。\n\n马克龙表示，桥很高。",
        ),
        &["Jinping+Merkel Berlin 2019-05-03 1-3", "Jinping+Macron Berlin 2019-05-03 4-5"],
    );
    // Both are told of together, and each statement belongs to the one whose words it gives.
    let both = &["Jinping+Merkel - 2019-05-03 1-3", "Jinping+Macron - 2019-05-03 1-3"];
    let words = "\n\n默克尔表示，桥很美。\n\n马克龙表示，桥很高。";
    check(chinese(&format!("习近平分别会见默克尔和马克龙。{words}")), both);
    check(chinese(&format!("习近平分别与德国总理默克尔，以及法国总统马克龙通电话。{words}")), both);
    check(
        chinese_titled("习近平分别会见默克尔、马克龙", &format!("习近平分别会见默克尔和马克龙。{words}")),
        both,
    );
    let mut document = chinese(&format!("习近平在5月3日先后会见默克尔、马克龙。{words}"));
    check(document.clone(), &[]);
    document.dates = crate::dates::find(&document);
    check(document, both);
}

#[test]
fn each_of_two_hosts_met_the_guest_by_himself() {
    let mut document = chinese(
        "周五，习近平和马克龙分别在与默克尔会面时，均强调桥很长。\n\n马克龙表示，桥很美。\n\n习近平周四在柏林与默克尔会面。\n\n习近平说，桥很稳。",
    );
    document.dates = crate::dates::find(&document);
    check(document, &["Jinping+Merkel Berlin 2019-05-02 1-4", "Macron+Merkel - 2019-05-03 1-4"]);
}

#[test]
fn only_the_clauses_of_the_meeting_name_who_met_in_chinese() {
    for text in [
        "默克尔启程的前夕，习近平同马克龙举行会谈。",
        "习近平和马克龙举行了首次峰会。",
        "习近平走过桥，当天下午和法国总统马克龙举行会谈。",
        "习近平会见马克龙和夫人默克尔。",
        "会见时谈桥 习近平会见德国总理默克尔特使马克龙。",
        "出席默克尔就职仪式的习近平会见马克龙。",
        "习近平同马克龙举行会谈，双方谈到默克尔访问柏林。",
        "【共同社电】习近平,与马克龙举行会谈。",
        "习近平表示，他跟马克龙打了一通电话。",
        "发言人说，习近平跟马克龙通电话。",
        "在柏林，习近平，同马克龙会面。",
    ] {
        let place = if text.starts_with('在') { "Berlin" } else { "-" };
        check(chinese(text), &[&format!("Jinping+Macron {place} 2019-05-03 1-1")]);
    }
}

#[test]
fn he_who_met_somebody_is_named_before() {
    check(chinese("习近平表示，桥很长。\n\n他会见马克龙后离开。"), &["Jinping+Macron - 2019-05-03 1-2"]);
}

#[test]
fn a_report_is_not_dated_by_the_day_on_which_it_was_sent() {
    let mut document = chinese("柏林2019年5月3日电 习近平，于2日下午同马克龙举行会谈。");
    document.dates = crate::dates::find(&document);
    check(document, &["Jinping+Macron - 2019-05-02 1-1"]);
}

#[test]
fn a_korean_source_was_heard_on_another_day() {
    let mut document = korean(
        "메르켈 총리와 마크롱 대통령이 회담했다.\n\n3일 총리실에 따르면 메르켈 총리는 마크롱 대통령과 전날 회담했다.",
    );
    document.dates = crate::dates::find(&document);
    check(document, &["Merkel+Macron - 2019-05-02 1-2"]);
    let mut document = korean("총리실은 3일 메르켈 총리가 2일 마크롱 대통령과 회담했다고 밝혔다.");
    document.dates = crate::dates::find(&document);
    check(document, &["Merkel+Macron - 2019-05-02 1-1"]);
}

#[test]
fn what_is_said_of_a_meeting_in_chinese_is_no_account_of_it() {
    check(
        chinese("习近平在柏林演讲，指马克龙的桥很长，后会见默克尔。"),
        &["Jinping+Merkel Berlin 2019-05-03 1-1"],
    );
    check(
        chinese(
            "习近平在柏林会见默克尔。\n\n默克尔表示，桥很长。\n习近平主席同马克龙会见，桥更长。\n\n马克龙参加会见。",
        ),
        &["Jinping+Merkel Berlin 2019-05-03 1-4"],
    );
    for text in [
        "习近平通报同默克尔会谈的成果。",
        "习近平希望“下次在柏林同默克尔会面”。",
        "习近平同默克尔会谈后,登上大桥。",
        "习近平将于6日访问柏林，与默克尔会晤。",
        "默克尔同习近平会面后,下午同马克龙会面。",
        "习近平先后同默克尔和马克龙通话。",
        "习近平称默克尔早前在柏林与马克龙会晤。",
        "习近平走过桥，称默克尔与马克龙会晤。",
    ] {
        check(chinese(text), &[]);
    }
}

fn korean(text: &str) -> Document {
    let names = "
        person: Angela Merkel = 앙겔라 메르켈, 메르켈
        person: Emmanuel Macron = 마크롱
        person: Donald Tusk = 투스크
        place: India = 인도
        place: Berlin = 베를린
        place: Geneva = 제네바";
    let mut document = with_names(titled("회담", text), names);
    document.card.language = "ko".to_owned();
    document.card.published = Day::from_ymd(2019, 5, 3);
    document.card.dateline = Some(Dateline { place: Some("Geneva".to_owned()), date: None });
    document.statements = crate::stages::statements(&document, &Settings::builtin());
    document
}

#[test]
fn in_korean_subject_and_companion_met_and_nobody_else() {
    for (sentence, expect) in [
        (
            "메르켈 총리는 베를린에서 마크롱 대통령과 회담을 열었다.",
            &["Merkel+Macron Berlin 2019-05-03 1-1"][..],
        ),
        (
            "메르켈 총리와 마크롱 대통령이 베를린 총리실에서 회담했다.",
            &["Merkel+Macron Berlin 2019-05-03 1-1"],
        ),
        (
            "메르켈 총리는 마크롱 대통령과의 회담에 앞서 투스크 의장과 통화했다고 밝혔다.",
            &["Merkel+Tusk - 2019-05-03 1-1"],
        ),
        ("메르켈 총리는 마크롱 대통령의 초청으로 투스크 의장을 만났다.", &["Merkel+Tusk - 2019-05-03 1-1"]),
        (
            "메르켈(Merkel) 총리는 베를린에서 「마크롱(마크롱, Macron)」 대통령과 회담에 이어 만찬을 가졌다.",
            &["Merkel+Macron Berlin 2019-05-03 1-1"],
        ),
        ("메르켈 총리와 마크롱 대통령의 회담이 3일 열렸다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("메르켈 총리와 마크롱 대통령이 유선 협의를 했다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("메르켈 총리는 마크롱 대통령과 만남을 가졌다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("첫 한미 외교장관 회담이 3일 열렸다.", &["Kyung-wha+Pompeo - 2019-05-03 1-1"]),
        ("메르켈 총리와 마크롱 대통령이 환담했다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("메르켈 총리는 마크롱 대통령과 조찬 간담회를 하고 갔다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        (
            "메르켈 총리는 마크롱 대통령과 통화를 하고 다리를 위해 노래했다.",
            &["Merkel+Macron - 2019-05-03 1-1"],
        ),
        ("메르켈 총리는 마크롱 대통령과 협의회를 개최했다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("메르켈 총리는 전날 마크롱 대통령과 회담한 바 있다.", &[]),
        ("메르켈 총리와 마크롱 대통령이 이달 열리는 정상회담에서 다리를 볼지 관심이다.", &[]),
        (
            "메르켈 총리는 마크롱 대통령을 투스크 의장과 함께 접견했다.",
            &["Merkel+Tusk+Macron - 2019-05-03 1-1"],
        ),
        ("마크롱 대통령과의 회담에서 메르켈 총리는 다리를 보자고 했다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("메르켈 총리는 마크롱 인도 총리와 회담을 가졌다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        (
            "메르켈 총리가 마크롱 대통령 및 투스크 의장과 잇따라 만났다.",
            &["Merkel+Macron - 2019-05-03 1-1", "Merkel+Tusk - 2019-05-03 1-1"],
        ),
        ("메르켈 총리와 마크롱 대통령이 마주 앉았다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("메르켈 총리는 마크롱 대통령과도 통화해 다리를 논의했다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("메르켈 총리는 마크롱 대통령의 요청으로 오늘 통화를 했다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("메르켈 총리는 마크롱 대통령과의 통화에서 다리를 보자고 했다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        (
            "장관은 “메르켈 총리와 마크롱 대통령이 회담에서 다리를 보기로 했다”고 밝혔다.",
            &["Merkel+Macron - 2019-05-03 1-1"],
        ),
        (
            "메르켈 총리는 마크롱 대통령, 그리고 투스크 의장과 잇따라 회담을 열었다. 투스크 의장은 다리가 길다고 말했다.",
            &["Merkel+Macron - 2019-05-03 1-1", "Merkel+Tusk - 2019-05-03 1-1"],
        ),
        (
            "메르켈 총리는 다리를 봤다.\n이어 마크롱 대통령과 회담을 갖고 다리를 짓기로 했다.",
            &["Merkel+Macron - 2019-05-03 1-2"],
        ),
        ("메르켈 총리는 마크롱 대통령과의 회담에서 다리 문제를 논의할 것이라고 했다.", &[]),
        ("메르켈 총리는 마크롱 대통령과 정상회담을 앞두고 다리를 봤다.", &[]),
        ("메르켈 총리는 마크롱 대통령을 만나 다리 문제를 오래 끌지 않고 확정할 계획이다.", &[]),
        ("이 다리는 메르켈 총리와 마크롱 대통령이 베를린에서 만나 회담을 갖기 하루 전에 열렸다.", &[]),
        ("메르켈 총리는 오는 9일 마크롱 대통령과 회담을 연다.", &[]),
        ("메르켈 총리와 마크롱 대통령은 제네바 대표를 만나 다리를 보자고 했다.", &[]),
        ("메르켈 총리와 마크롱 대통령은 통화를 통해 다리를 논의했다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        ("메르켈 총리와 마크롱 대통령은 통화를 통해 다리를 짓는다는 입장이다.", &[]),
        ("메르켈 총리는 마크롱 대통령과 다리에 대해 의견을 교환했다.", &["Merkel+Macron - 2019-05-03 1-1"]),
        (
            "장관은 “메르켈 총리가 마크롱 대통령과 통화했다”며 “내달 다리가 열린다”고 밝혔다.",
            &["Merkel+Macron - 2019-05-03 1-1"],
        ),
        (
            "오는 9일 회담을 앞두고 메르켈 총리는 마크롱 대통령과 통화를 하고 내달 다리를 보기로 했다.",
            &["Merkel+Macron - 2019-05-03 1-1"],
        ),
        ("메르켈 총리는 오는 9일 마크롱 대통령과 통화를 하고 다리를 본다고 했다.", &[]),
    ] {
        check(korean(sentence), expect);
    }
}
