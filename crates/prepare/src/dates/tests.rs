use readout_corpus::{Card, Document, Role, Sentence};

use super::*;

/// A document published on this day, with these sentences.
fn document(published: &str, language: &str, sentences: &[&str]) -> Document {
    let mut document = Document {
        card: Card { published: published.parse().ok(), language: language.to_owned(), ..Card::default() },
        text: "Title".to_owned(),
        ..Document::default()
    };
    document.sentences.push(Sentence {
        span: Span::new(0, 5),
        paragraph: 0,
        role: Role::Title,
        repeats: None,
        source: None,
    });
    for sentence in sentences {
        document.text.push_str("\n\n");
        let start = document.text.len();
        document.text.push_str(sentence);
        document.sentences.push(Sentence {
            span: Span::new(start, document.text.len()),
            paragraph: 1,
            role: Role::Body,
            repeats: None,
            source: None,
        });
    }
    document
}

/// Surfaces with their days, `from/to` or one day.
fn check(published: &str, language: &str, sentences: &[&str], expect: &[(&str, &str)]) {
    let document = document(published, language, sentences);
    let found: Vec<(String, String)> = find(&document)
        .into_iter()
        .map(|mention| {
            let days = mention.days;
            let days = if days.from == days.to {
                days.from.to_string()
            } else {
                format!("{}/{}", days.from, days.to)
            };
            assert!(document.sentences[mention.sentence as usize].span.contains(mention.span));
            (mention.span.of(&document.text).unwrap().to_owned(), days)
        })
        .collect();
    let found: Vec<(&str, &str)> =
        found.iter().map(|(surface, days)| (surface.as_str(), days.as_str())).collect();
    assert_eq!(found, expect, "{sentences:?}");
}

#[test]
fn every_pattern_compiles() {
    for language in ["en", "zh", "ko"] {
        assert_eq!(rules_for(language).find("nothing"), []);
    }
}

#[test]
fn english_dates() {
    let en = |sentence: &str, expect: &[(&str, &str)]| check("2019-03-14", "en", &[sentence], expect);
    en("They met on Feb. 3 and on 5 March.", &[("Feb. 3", "2019-02-03"), ("5 March", "2019-03-05")]);
    en("The talks of December 30 failed.", &[("December 30", "2018-12-30")]);
    en("The talks will be held on April 30.", &[("April 30", "2019-04-30")]);
    en("They met from May 18 to 20, 2017.", &[("May 18 to 20, 2017", "2017-05-18/2017-05-20")]);
    en("It ran on March 3-5.", &[("March 3-5", "2019-03-03/2019-03-05")]);
    en(
        "On Wednesday evening they left; on Friday they will return.",
        &[("Wednesday evening", "2019-03-13"), ("Friday", "2019-03-15")],
    );
    en("“I will go on,” he posted Wednesday.", &[("Wednesday", "2019-03-13")]);
    en("He was there from Tuesday to Thursday.", &[("Tuesday to Thursday", "2019-03-12/2019-03-14")]);
    en(
        "It was agreed in November 2017, or in the 1990s.",
        &[("November 2017", "2017-11-01/2017-11-30"), ("the 1990s", "1990-01-01/1999-12-31")],
    );
    en(
        "The plan (2021-2025) and the years 2022 and 2023 matter.",
        &[("2021-2025", "2021-01-01/2025-12-31"), ("2022 and 2023", "2022-01-01/2023-12-31")],
    );
    en("Since 2012 about 2000 people came at 1999 dollars.", &[("2012", "2012-01-01/2012-12-31")]);
    en(
        "Late last year and early this year they spoke.",
        &[("Late last year", "2018-11-01/2018-12-31"), ("early this year", "2019-01-01/2019-04-30")],
    );
    en(
        "Today and yesterday it rained, as last month.",
        &[("Today", "2019-03-14"), ("yesterday", "2019-03-13"), ("last month", "2019-02-01/2019-02-28")],
    );
    en(
        "The August trip came ten years ago.",
        &[("August trip", "2018-08-01/2018-08-31"), ("ten years ago", "2009-01-01/2009-12-31")],
    );
    en("Trade grew over the past 20 years.", &[("past 20 years", "1999-01-01/2019-12-31")]);
    en("He may march on; may it last.", &[]);
    en(
        "She arrived on Wednesday after three days in Rome.",
        &[("Wednesday", "2019-03-13"), ("three days in", "2019-03-11/2019-03-13")],
    );
}

#[test]
fn english_names_of_days_are_no_dates() {
    let en = |sentence: &str, expect: &[(&str, &str)]| check("2019-03-14", "en", &[sentence], expect);
    en("They praised the Good Friday Agreement.", &[]);
    en("Nobody plans for the day after the fighting ends.", &[]);
    en("They met the day before, in Rome.", &[("the day before", "2019-03-13")]);
    en("On Monday, March 11 they met.", &[("March 11", "2019-03-11")]);
}

#[test]
fn english_seasons_weekends_and_stretches_of_months() {
    let en = |sentence: &str, expect: &[(&str, &str)]| check("2019-03-14", "en", &[sentence], expect);
    en("It rained over the weekend.", &[("weekend", "2019-03-09/2019-03-10")]);
    en("They will meet next weekend.", &[("next weekend", "2019-03-16/2019-03-17")]);
    en("They meet later this summer.", &[("later this summer", "2019-06-01/2019-08-31")]);
    en("They met last fall.", &[("last fall", "2018-09-01/2018-11-30")]);
    en("It was cold this winter.", &[("this winter", "2018-12-01/2019-02-28")]);
    en("It began in the spring of 2017.", &[("the spring of 2017", "2017-03-01/2017-05-31")]);
    en("A winter storm hit the summer camp in spring.", &[]);
    en("They spoke in January and February.", &[("January and February", "2019-01-01/2019-02-28")]);
    en(
        "It ran from November 2017 to May 2018.",
        &[("November 2017", "2017-11-01/2017-11-30"), ("May 2018", "2018-05-01/2018-05-31")],
    );
    en("It grew from January to May.", &[("January to May", "2019-01-01/2019-05-31")]);
    en("It fell from May through December.", &[("May through December", "2018-05-01/2018-12-31")]);
    en("It lasts through the winter 2017/18.", &[("the winter 2017/18", "2017-12-01/2018-02-28")]);
    en("They meet at the end of the month.", &[("end of the month", "2019-03-20/2019-03-31")]);
    en("It follows the January Leaders Summit.", &[("January", "2019-01-01/2019-01-31")]);
    en(
        "His 2016 order and a 2017 accord hold beyond 2020.",
        &[
            ("2016", "2016-01-01/2016-12-31"),
            ("2017", "2017-01-01/2017-12-31"),
            ("2020", "2020-01-01/2020-12-31"),
        ],
    );
    en("They mark the two-year anniversary.", &[("two-year anniversary", "2019-01-01/2019-12-31")]);
}

#[test]
fn anniversaries_take_their_year_from_the_document() {
    check(
        "2019-03-14",
        "en",
        &["The 20th anniversary of the ties comes up.", "They established ties 20 years ago."],
        &[("20th anniversary", "2019-01-01/2019-12-31"), ("20 years ago", "1999-01-01/1999-12-31")],
    );
    check(
        "2019-03-14",
        "en",
        &["They speak of the 30th anniversary.", "The 30th anniversary of relations falls in 2021."],
        &[
            ("30th anniversary", "2021-01-01/2021-12-31"),
            ("30th anniversary", "2021-01-01/2021-12-31"),
            ("2021", "2021-01-01/2021-12-31"),
        ],
    );
    check("2019-03-14", "en", &["They prepare for the upcoming 30th anniversary."], &[]);
    check(
        "2019-03-14",
        "zh",
        &["今年是两国建交40周年。"],
        &[("今年", "2019-01-01/2019-12-31"), ("40周年", "2019-01-01/2019-12-31")],
    );
}

#[test]
fn chinese_dates() {
    let zh = |sentence: &str, expect: &[(&str, &str)]| check("2022-11-18", "zh", &[sentence], expect);
    zh("11月17日下午，双方会谈。", &[("11月17日下午", "2022-11-17")]);
    zh("当地时间13日，外长到访。", &[("13日", "2022-11-13")]);
    zh("总统今（17）日会见来宾。", &[("今（17）日", "2022-11-17")]);
    zh(
        "欢迎总理今秋访华、明春再来。",
        &[("今秋", "2022-09-01/2022-11-30"), ("明春", "2023-03-01/2023-05-31")],
    );
    zh(
        "周一（14 日）会谈，11 月 15 日离开。",
        &[("周一", "2022-11-14"), ("14 日", "2022-11-14"), ("11 月 15 日", "2022-11-15")],
    );
    zh("桥于108年5月19日启用。", &[("108年5月19日", "2019-05-19")]);
    zh("数十年来桥一直在。5000多年前没有桥。", &[]);
    zh(
        "总理十六日到访，廿五至廿六日再来。",
        &[("十六日", "2022-11-16"), ("廿五至廿六日", "2022-11-25/2022-11-26")],
    );
    zh("总理十一月廿一日至廿三日再来。", &[("十一月廿一日至廿三日", "2022-11-21/2022-11-23")]);
    zh("总理周三表示，桥将开放。", &[("周三", "2022-11-16")]);
    zh("今年六月的桥，三个月后，第十五日。", &[("今年六月", "2022-06-01/2022-06-30")]);
    zh("桥发展到今天，很长。今天开放。", &[("今天", "2022-11-18")]);
    zh(
        "去年10月双方通话，50年来合作不断。",
        &[("去年10月", "2021-10-01/2021-10-31"), ("50年来", "1972-01-01/2022-12-31")],
    );
    zh(
        "2021年至2025年的规划和2017年的声明。",
        &[("2021年至2025年", "2021-01-01/2025-12-31"), ("2017年", "2017-01-01/2017-12-31")],
    );
    zh("11月14日至17日访问。", &[("11月14日至17日", "2022-11-14/2022-11-17")]);
    zh("会议将于12月3日举行。", &[("12月3日", "2022-12-03")]);
    zh(
        "二〇〇八年建立关系，今明两年互访。",
        &[("二〇〇八年", "2008-01-01/2008-12-31"), ("今明两年", "2022-01-01/2023-12-31")],
    );
    zh("十一月十七日会谈。", &[("十一月十七日", "2022-11-17")]);
    zh("百年变局加速演进。", &[]);
    zh(
        "外长昨在柏林，今起在巴黎。他三日抵柏林。",
        &[("昨", "2022-11-17"), ("今", "2022-11-18"), ("三日", "2022-11-03")],
    );
    zh("访问为期三日，昨夜星辰。", &[]);
    zh("去年秋天见面。", &[("去年秋天", "2021-09-01/2021-11-30")]);
    zh(
        "昨天，上世纪70年代的老友重逢。",
        &[("昨天", "2022-11-17"), ("上世纪70年代", "1970-01-01/1979-12-31")],
    );
}

#[test]
fn korean_dates() {
    let ko = |sentence: &str, expect: &[(&str, &str)]| check("2024-12-20", "ko", &[sentence], expect);
    ko(
        "정상은 17일 전화 통화를 했고, 3일 전에도 통화했다.",
        &[("17일", "2024-12-17"), ("3일 전에", "2024-12-17")],
    );
    ko("올 하반기에 만났다.", &[("올 하반기", "2024-07-01/2024-12-31")]);
    ko("6.10. 오전 만났다.", &[("6.10.", "2024-06-10")]);
    ko("19일 외교부에 따르면 이날 회담했다.", &[("19일", "2024-12-19"), ("이날", "2024-12-19")]);
    ko(
        "지난 5월 만나고 10월 다시 만났다.",
        &[("지난 5월", "2024-05-01/2024-05-31"), ("10월", "2024-10-01/2024-10-31")],
    );
    ko(
        "이달 7일과 지난 17일, 오는 23일.",
        &[("이달 7일", "2024-12-07"), ("지난 17일", "2024-12-17"), ("오는 23일", "2024-12-23")],
    );
    ko("교전 20일 만에 3일간 멈췄다.", &[]);
    ko(
        "1907년 조약과 지난해 10월 회담.",
        &[("1907년", "1907-01-01/1907-12-31"), ("지난해 10월", "2023-10-01/2023-10-31")],
    );
    ko("12.17.(화)-18.(수)간 방문했다.", &[("12.17.(화)-18.(수)", "2024-12-17/2024-12-18")]);
    ko(
        "통화(12.12.)와 방문(11.29.-30.)을 했다. 다리는 (3.5) 길다.",
        &[("12.12.", "2024-12-12"), ("11.29.-30.", "2024-11-29/2024-11-30")],
    );
    ko(
        "회의(12.6-8, 제네바)와 지난 11.12 및 12.1 서울 만남 등, 오는 1.10-11 다낭에서 2.5% 오른다.",
        &[
            ("12.6-8", "2024-12-06/2024-12-08"),
            ("지난 11.12", "2024-11-12"),
            ("12.1", "2024-12-01"),
            ("오는 1.10-11", "2025-01-10/2025-01-11"),
        ],
    );
    ko("오는 21일부터 이틀간 연다.", &[("오는 21일부터 이틀간", "2024-12-21/2024-12-22")]);
    ko("2월 서울에서 열리는 회의.", &[("2월", "2025-02-01/2025-02-28")]);
    ko(
        "올 가을에 만나고 내년 봄에 다시 만난다.",
        &[("올 가을", "2024-09-01/2024-11-30"), ("내년 봄", "2025-03-01/2025-05-31")],
    );
    ko("전날부터 이틀 일정으로 방문했다.", &[("전날부터 이틀 일정", "2024-12-19/2024-12-20")]);
    ko("12월18일 면담했다.", &[("12월18일", "2024-12-18")]);
    ko(
        "2004년 5월 회담 이후 같은 해 6월 8일 다시 만났다.",
        &[("2004년 5월", "2004-05-01/2004-05-31"), ("6월 8일", "2004-06-08")],
    );
    ko(
        "18일부터 이틀 동안 머물고 일요일(22일)에 떠나며 19일(목)에는 쉰다.",
        &[
            ("18일부터 이틀 동안", "2024-12-18/2024-12-19"),
            ("일요일(22일)", "2024-12-22"),
            ("19일(목)", "2024-12-19"),
        ],
    );
    ko("장관은 12.19.(목) 오후 만났다.", &[("12.19.(목)", "2024-12-19")]);
    ko("이번 주말 만난다.", &[("이번 주말", "2024-12-21/2024-12-22")]);
    ko("내년 4월 방문할 예정이다.", &[("내년 4월", "2025-04-01/2025-04-30")]);
}

#[test]
fn the_same_day_in_korean_is_the_last_one_told_some_sentences_before() {
    check(
        "2024-12-20",
        "ko",
        &["양측은 18일 만났다.", "회담은 길었다.", "다리도 논의했다.", "이날 합의했다."],
        &[("18일", "2024-12-18"), ("이날", "2024-12-18")],
    );
}

#[test]
fn weekdays_in_a_row_and_words_of_what_is_over() {
    // a Friday
    let check = |sentence: &str, expect: &[(&str, &str)]| check("2023-12-08", "en", &[sentence], expect);
    check(
        "They are meeting on Friday and Saturday.",
        &[("Friday", "2023-12-08"), ("Saturday", "2023-12-09")],
    );
    check("Also Saturday, they will open the port.", &[("Saturday", "2023-12-09")]);
    check("On Wednesday, he said they will open the port.", &[("Wednesday", "2023-12-06")]);
    check("They will discuss the agreements reached in April.", &[("April", "2023-04-01/2023-04-30")]);
    check("He said it would be announced on Monday.", &[("Monday", "2023-12-11")]);
}

#[test]
fn today_in_a_quotation_is_the_day_on_which_it_was_said() {
    check(
        "2019-03-14",
        "en",
        &["They met on Tuesday.", "“We begin today,” he said.", "They go on today."],
        &[("Tuesday", "2019-03-12"), ("today", "2019-03-12"), ("today", "2019-03-14")],
    );
    check("2019-03-14", "en", &["“We begin today,” he said."], &[("today", "2019-03-14")]);
}

#[test]
fn without_any_anchor_only_what_is_written_is_resolved() {
    check("", "en", &["They met on Friday, in June, and in 2015."], &[("2015", "2015-01-01/2015-12-31")]);
}

#[test]
fn what_is_planned_lies_ahead_to_the_end_of_its_clause() {
    let far = "The minister is scheduled to meet the envoy of the port on Tuesday and to attend the ceremony of the two old cities for the new bridge on Wednesday.";
    check("2026-02-03", "en", &[far], &[("Tuesday", "2026-02-03"), ("Wednesday", "2026-02-04")]);
    let other = "The minister will see the bridge, which the two old cities of the north built in some years for the ferry and the fishing boats and opened on Wednesday.";
    check("2026-02-03", "en", &[other], &[("Wednesday", "2026-01-28")]);
}

#[test]
fn a_month_may_be_of_the_year_before() {
    let text = "The bridge closed in August last year, and it opens on March 3 next year.";
    check(
        "2024-05-27",
        "en",
        &[text],
        &[("August last year", "2023-08-01/2023-08-31"), ("March 3 next year", "2025-03-03")],
    );
    check("2024-05-27", "en", &["They spoke of today’s world and of today’s Europe."], &[]);
}
