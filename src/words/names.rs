//! What readers see for the values of an answer: kinds, voices, layers, facets, people.

use readout_corpus::{Interval, Layer, Meeting, Rights, SourceKind, Voice};
use readout_query::Facet;
use readout_query::timeline::LaneBy;

use super::{Grain, Text, Words};

impl Words {
    /// What kind of publisher a source is.
    pub fn kind(self, kind: SourceKind) -> Text {
        match kind {
            SourceKind::Official => self.official_readout,
            SourceKind::StateMedia => self.state_media,
            SourceKind::Wire => self.wire_report,
            SourceKind::Other => self.report,
        }
    }

    /// A lane of one kind of publishers.
    pub fn lane_of_kind(self, kind: SourceKind) -> Text {
        match kind {
            SourceKind::Official => self.lane_official,
            SourceKind::StateMedia => self.lane_state_media,
            SourceKind::Wire => self.lane_agencies,
            SourceKind::Other => self.lane_others,
        }
    }

    /// The lane of documents that have none.
    pub fn no_lane(self, by: LaneBy) -> Text {
        match by {
            LaneBy::Source | LaneBy::Kind => self.no_source,
            LaneBy::Side => self.no_side,
            LaneBy::Topic => self.no_topic,
        }
    }

    /// How much of a text is shown, where that is not all of it.
    pub fn rights(self, rights: Rights) -> Option<Text> {
        match rights {
            Rights::Full => None,
            Rights::Excerpt => Some(self.excerpt_note),
            Rights::Summary => Some(self.summary_note),
        }
    }

    /// What a voice means.
    pub fn voice(self, voice: Voice) -> Text {
        match voice {
            Voice::Own => self.voice_own,
            Voice::Counterpart => self.voice_counterpart,
            Voice::Joint => self.voice_joint,
            Voice::Reported => self.voice_reported,
            Voice::Unnamed => self.voice_unnamed,
        }
    }

    /// How sure a rule is (0–100), in a word.
    pub fn confidence(self, percent: u8) -> Text {
        match percent {
            85.. => self.high,
            60..=84 => self.fair,
            _ => self.low,
        }
    }

    /// A layer of marks.
    pub fn layer(self, layer: Layer) -> Text {
        match layer {
            Layer::Search => self.layer_search,
            Layer::Statements => self.layer_statements,
            Layer::Topics => self.layer_topics,
            Layer::Dates => self.layer_dates,
            Layer::People => self.layer_people,
            Layer::Organisations => self.layer_organisations,
            Layer::Places => self.layer_places,
        }
    }

    /// A facet.
    pub fn facet(self, facet: Facet) -> Text {
        match facet {
            Facet::Speaker => self.speaker,
            Facet::Person => self.named,
            Facet::Topic => self.topic,
            Facet::Source => self.source,
            Facet::Side => self.side,
            Facet::Voice => self.voice,
            Facet::Meeting => self.meeting,
            Facet::Year => self.year,
        }
    }

    /// A facet value that the app itself names; others are named by the corpus.
    pub fn facet_value(self, facet: Facet, value: &str) -> Option<Text> {
        Some(match (facet, value) {
            (Facet::Side, "") => self.no_side,
            (Facet::Voice, "own") => self.own_side,
            (Facet::Voice, "counterpart") => self.other_side,
            (Facet::Voice, "joint") => self.both_sides,
            (Facet::Voice, "reported") => self.reported_speaker,
            (Facet::Voice, "unnamed") => self.unnamed_speaker,
            _ => return None,
        })
    }

    /// A meeting in a line: `22 November 2017, Beijing: Wang Yi and Kang Kyung-wha`.
    pub fn meeting(self, meeting: &Meeting) -> String {
        let (days, people) = (self.interval(meeting.days), self.participants(&meeting.participants));
        match &meeting.place {
            Some(place) => self.fill(self.meeting_in, &[&days, place, &people]),
            None => self.labelled(&days, &people),
        }
    }

    /// Who met, where only one is named too.
    pub fn participants(self, people: &[String]) -> String {
        match people {
            [one] => self.fill(self.and_others, &[one]),
            many => self.names(many),
        }
    }

    /// Names in little room: the first three, joined by a dot, and how many more there are.
    pub fn names_short<S: AsRef<str>>(self, names: &[S]) -> String {
        let shown: Vec<&str> = names.iter().take(3).map(AsRef::as_ref).collect();
        let more = if names.len() > 3 { format!(" + {}", names.len() - 3) } else { String::new() };
        shown.join(" · ") + &more
    }

    /// Days in little room: `22 Nov 2017`, `Nov 2017`, `Nov–Dec 2017`, `2017–2020`.
    pub fn when(self, days: Interval) -> String {
        let grain = if days.from == days.to {
            Grain::ShortDay
        } else if days.from.year() == days.to.year() {
            Grain::ShortMonth
        } else {
            Grain::Year
        };
        self.dates(days, grain)
    }

    /// About how long so many days are.
    pub fn length(self, days: u32) -> String {
        match days {
            0..=59 => self.count(self.long_days, days.into()),
            60..=699 => self.count(self.long_months, (f64::from(days) / 30.4).round() as u64),
            _ => self.count(self.long_years, (f64::from(days) / 365.25).round() as u64),
        }
    }
}
