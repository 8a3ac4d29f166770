//! What is withheld of an excerpt is in none of the bytes that are written.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;

use crate::folder::Folder;

const ENGLISH: &str = "---
title: Harbour talks
source: Harbour Ministry
url: https://harbour.example/talks
---

Foreign Minister Wang Yi met the envoy at the old harbour on May 3, 2018. The weather was kind to both of them.
A brass band from the northern islands played three slow marches. Wang Yi said that trade between China and the
Republic of Korea grew by a fifth. The envoy wore a grey coat with wooden buttons. Several fishermen watched from
the other side of the pier. He stressed that the ferry should sail again before the autumn storms. Lunch was eel
with barley and a pale beer from the hills. Both sides agreed to meet in Seoul in June 2019. A yellow dog slept
under the table through all of it. The two delegations exchanged small gifts of paper and of ink. In the evening
the lamps along the quay were lit one after the other. Reporters were asked to leave the room before the second
round began. Nobody said what the second round had been about. The train left the station late at night.
";

const CHINESE: &str = "港口会谈

外交部长王毅5月3日在旧港会见使节。那天天气晴朗海面平静。北方群岛的铜管乐队演奏了三首缓慢的进行曲。王毅表示，
两国贸易增长五分之一。使节穿着灰色大衣。几名渔民在码头另一侧观看。午餐是鳗鱼和大麦饭。双方同意明年六月在首尔再次会晤。
一只黄狗整个过程都睡在桌子底下。傍晚时分码头上的灯一盏接一盏地亮起来。第二轮会谈开始之前记者们被请出房间。
没有人说第二轮会谈谈了什么。火车深夜才离开车站。
";

/// Every stretch of three words (of four characters, where there are no spaces) of a text.
fn stretches(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if text.is_ascii() {
        return words.windows(3).map(|three| three.join(" ")).collect();
    }
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    letters.windows(4).map(|four| four.iter().collect()).collect()
}

/// All bytes under a folder: as they are, and what the pages carry packed.
fn all_bytes(folder: &Path) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        let Ok(bytes) = fs::read(entry.path()) else { continue };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        // The slot of the bundle, in the pages.
        for (at, _) in text.match_indices("H4sI") {
            let packed: String =
                text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "+/=".contains(*c)).collect();
            let packed = STANDARD.decode(packed).unwrap();
            let mut unpacked = Vec::new();
            GzDecoder::new(&packed[..]).read_to_end(&mut unpacked).unwrap();
            all.push(unpacked);
        }
        all.push(bytes);
    }
    all
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn withheld_sentences_are_in_no_written_byte() {
    let folder = Folder::new()
        .document("english.md", ENGLISH)
        .document("chinese.txt", CHINESE)
        .document("corpus.toml", "rights = \"excerpt\"\n[excerpt]\nsentences = 4\n");
    folder.ok(&["build", "documents", "--app", "app", "--out", "out/site", "--url", "https://news.example/"]);
    folder.ok(&["prepare", "documents", "--out", "out/talks.readout"]);
    let exported = folder.ok(&["export", "documents", "--out", "out/talks.json"]);
    assert!(exported.out.is_empty());
    let json: serde_json::Value = serde_json::from_str(&folder.text("out/talks.json")).unwrap();
    let bytes = all_bytes(&folder.path("out"));
    assert!(
        bytes.iter().filter(|bytes| contains(bytes, "trade between China")).count() >= 3,
        "what is shown"
    );

    let mut searched = 0;
    for (file, source) in [("english.md", ENGLISH), ("chinese.txt", CHINESE)] {
        let document = json["documents"].as_array().unwrap().iter().find(|d| d["file"] == file).unwrap();
        let sentences = document["sentences"].as_array().unwrap();
        let shown: String = sentences.iter().map(|s| s["text"].as_str().unwrap().to_owned() + "\n").collect();
        let withheld = sentences.iter().filter(|s| s["withheld"] == true).count();
        assert!((6..sentences.len()).contains(&withheld), "{withheld} of {} withheld", sentences.len());
        let (_, body) = source.rsplit_once("\n\n").unwrap();
        let joined = body.replace('\n', if body.is_ascii() { " " } else { "" });
        for sentence in joined.split_inclusive(['.', '。']) {
            if shown.contains(sentence.trim()) {
                continue;
            }
            for stretch in stretches(sentence.trim()) {
                searched += 1;
                let leak = bytes.iter().any(|bytes| contains(bytes, &stretch));
                assert!(!leak || shown.contains(&stretch), "“{stretch}” of “{sentence}” was written");
            }
        }
    }
    assert!(searched > 100, "{searched}");
}
