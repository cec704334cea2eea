//! Types of other crates, each behind a feature of its name: what serde writes of them, and what that text decides.
//!
//! Rust compares values, JSONata their texts: `==` exists where one text stands for one value.

use crate::json::Json;
#[cfg(any(feature = "chrono", feature = "decimal", feature = "jiff", feature = "uuid"))]
use crate::schema::ForeignText;
use crate::schema::{Data, Schema};

impl Data for serde_json::Value {
    fn schema() -> Schema {
        Schema::Any
    }
}
impl Json for serde_json::Value {}

/// A list of numbers, as serde writes it.
#[cfg(feature = "bytes")]
impl Data for bytes::Bytes {
    fn schema() -> Schema {
        Schema::List(u8::schema)
    }
}
#[cfg(feature = "bytes")]
impl crate::schema::Present for bytes::Bytes {}
#[cfg(feature = "bytes")]
impl Json for bytes::Bytes {}

/// `shown`: `to_string` writes the text of the JSON; `other`: it writes another one.
macro_rules! texts {
    ($($feature:literal: $type:ty = $name:literal, $longest:expr, $unequal:expr, $shown:ident, $examples:expr;)*) => { $(
        #[cfg(feature = $feature)]
        impl Data for $type {
            fn schema() -> Schema {
                const TEXT: &ForeignText = &ForeignText {
                    name: $name,
                    of: None,
                    longest: $longest,
                    unequal: $unequal,
                    shown: texts!(@$shown),
                    examples: $examples,
                };
                written(TEXT, || <$type as std::str::FromStr>::from_str(TEXT.examples[0]).ok())
            }
        }
        #[cfg(feature = $feature)]
        impl crate::schema::Present for $type {}
        #[cfg(feature = $feature)]
        impl Json for $type {}
        texts!(@$shown $feature $type);
    )* };
    (@shown) => { true };
    (@other) => { false };
    (@shown $feature:literal $type:ty) => {
        #[cfg(feature = $feature)]
        impl crate::ops::Shown for $type {}
    };
    (@other $feature:literal $type:ty) => {};
}

/// A text, if serde writes one: anybody in the program may switch on a feature of that crate that writes another
/// form, as `serde-float` of `rust_decimal` does.
#[cfg(any(feature = "uuid", feature = "decimal", feature = "jiff", feature = "chrono"))]
fn written<T: serde::Serialize>(
    text: &'static ForeignText,
    example: impl Fn() -> Option<T>,
) -> Schema {
    match example().map(serde_json::to_value) {
        Some(Ok(serde_json::Value::String(_))) => Schema::Text(text),
        _ => Schema::Opaque(text.name),
    }
}

#[cfg(feature = "decimal")]
const SCALE: Option<&str> = Some("1.0 and 1.00 are equal, their texts are not");
#[cfg(any(feature = "jiff", feature = "chrono"))]
const ZONES: Option<&str> = Some("one instant has a text in each time zone");
#[cfg(feature = "jiff")]
const UNITS: Option<&str> = Some("60 minutes and an hour are equal, their texts are not");
#[cfg(feature = "chrono")]
const LEAP: Option<&str> = Some("a leap second may have the text of the second after it");

texts! {
    "uuid": uuid::Uuid = "Uuid", Some(36), None, shown, &[
        "67e55044-10b1-426f-9247-bb680e5fe0c8",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
    ];
    "decimal": rust_decimal::Decimal = "Decimal", Some(32), SCALE, shown, &[
        "12.50", "0", "-0.0000000000000000000000000001", "-7.9228162514264337593543950335",
    ];
    "jiff": jiff::Timestamp = "Timestamp", Some(33), None, shown, &[
        "2026-11-23T03:34:18Z", "1970-01-01T00:00:00Z", "-009999-01-02T01:59:59.000000001Z",
    ];
    "jiff": jiff::Zoned = "Zoned", None, ZONES, shown, &[
        "2026-11-23T03:34:18+01:00[+01:00]", "2026-11-23T05:34:18.5+02:00[+02:00]",
    ];
    "jiff": jiff::civil::Date = "Date", Some(13), None, shown, &["2026-11-23", "-009999-01-01"];
    "jiff": jiff::civil::Time = "Time", Some(18), None, shown, &["03:34:18", "00:00:00.000000001"];
    "jiff": jiff::civil::DateTime = "DateTime", Some(32), None, shown, &[
        "2026-11-23T03:34:18", "-009999-01-01T00:00:00.000000001",
    ];
    "jiff": jiff::SignedDuration = "SignedDuration", Some(40), None, shown, &[
        "PT1H30M", "PT0S", "-PT2562047788015215H30M8.999999999S",
    ];
    "jiff": jiff::Span = "Span", Some(128), UNITS, shown, &["P1M2DT3H", "PT60M", "-PT0.000000001S"];
    "chrono": chrono::NaiveDate = "NaiveDate", Some(13), None, shown, &[
        "2026-11-23", "-0001-01-01", "+262142-12-31",
    ];
    "chrono": chrono::NaiveTime = "NaiveTime", Some(18), LEAP, shown, &[
        "03:34:18", "23:59:60", "00:00:00.000000001",
    ];
    "chrono": chrono::NaiveDateTime = "NaiveDateTime", Some(32), LEAP, other, &[
        "2026-11-23T03:34:18", "+262142-12-31T23:59:60.999999999",
    ];
    "chrono": chrono::DateTime<chrono::Utc> = "DateTime<Utc>", Some(33), LEAP, other, &[
        "2026-11-23T03:34:18Z", "1970-01-01T00:00:00.001Z",
    ];
    "chrono": chrono::DateTime<chrono::FixedOffset> = "DateTime<FixedOffset>", Some(38), ZONES, other, &[
        "2026-11-23T05:34:18+02:00", "2026-11-23T05:34:18Z",
    ];
}

#[cfg(all(
    test,
    feature = "bytes",
    feature = "chrono",
    feature = "decimal",
    feature = "jiff",
    feature = "uuid"
))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;
    use serde_json::{Value, json};
    use std::fmt::{Debug, Display};

    /// Asserts that the table says of a type what serde, `==` and `Display` of that crate do.
    fn holds<T: Json + PartialEq + Debug + Display>(same: impl Fn(&T, &T) -> bool) {
        let Schema::Text(text) = T::schema() else { panic!("{:?}", T::schema()) };
        let read = |it: &&str| -> T { serde_json::from_value(json!(it)).unwrap() };
        let values: Vec<T> = text.examples.iter().map(read).collect();
        for (value, example) in values.iter().zip(text.examples) {
            assert_eq!(serde_json::to_value(value).unwrap(), json!(example), "{}", text.name);
            assert!(text.longest.is_none_or(|most| example.len() <= most.into()), "{example}");
            assert!(!text.shown || value.to_string() == *example, "{value} {example}");
            let same = values.iter().filter(|it| same(it, value)).count();
            assert!(text.unequal.is_some() || same == 1, "{example}");
        }
        let first = values[0].to_string() == text.examples[0];
        assert_eq!(text.shown, first, "{}: {}", text.name, values[0]);
    }

    /// Other spellings of one value come out as one text.
    fn canonical<T: Json>(spelt: &[&str]) {
        let texts = spelt.iter().map(|it| serde_json::from_value::<T>(json!(it)).unwrap());
        let texts: Vec<Value> = texts.map(|it| serde_json::to_value(it).unwrap()).collect();
        assert!(texts.windows(2).all(|pair| pair[0] == pair[1]), "{texts:?}");
    }

    #[test]
    fn the_table_is_what_the_crates_do() {
        holds::<uuid::Uuid>(PartialEq::eq);
        holds::<rust_decimal::Decimal>(PartialEq::eq);
        holds::<jiff::Timestamp>(PartialEq::eq);
        holds::<jiff::Zoned>(PartialEq::eq);
        holds::<jiff::civil::Date>(PartialEq::eq);
        holds::<jiff::civil::Time>(PartialEq::eq);
        holds::<jiff::civil::DateTime>(PartialEq::eq);
        holds::<jiff::SignedDuration>(PartialEq::eq);
        holds::<chrono::NaiveDate>(PartialEq::eq);
        holds::<chrono::NaiveTime>(PartialEq::eq);
        holds::<chrono::NaiveDateTime>(PartialEq::eq);
        holds::<chrono::DateTime<chrono::Utc>>(PartialEq::eq);
        holds::<chrono::DateTime<chrono::FixedOffset>>(PartialEq::eq);
    }

    #[test]
    fn what_has_equality_has_one_text() {
        canonical::<uuid::Uuid>(&[
            "67e55044-10b1-426f-9247-bb680e5fe0c8",
            "67E55044-10B1-426F-9247-BB680E5FE0C8",
            "67e5504410b1426f9247bb680e5fe0c8",
        ]);
        canonical::<jiff::Timestamp>(&["2026-11-23T03:34:18.500Z", "2026-11-23T05:34:18.5+02:00"]);
        canonical::<jiff::civil::Date>(&["2026-11-23", "20261123"]);
        canonical::<jiff::civil::Time>(&["03:34:18.0", "03:34:18", "033418"]);
        canonical::<jiff::civil::DateTime>(&["2026-11-23T03:34:00", "2026-11-23 03:34"]);
        canonical::<jiff::SignedDuration>(&["PT1H30M", "PT90M", "1h 30m", "PT5400S"]);
        canonical::<chrono::NaiveDate>(&["2026-11-23", "+2026-11-23"]);
    }

    /// Equal values may have different texts: the reason that a type has no equality.
    #[test]
    fn equal_values_of_other_texts() {
        let equal = |a: &str, b: &str, same: bool| assert!(same && a != b, "{a} {b}");
        let decimal = |text: &str| text.parse::<rust_decimal::Decimal>().unwrap();
        equal("1.0", "1.00", decimal("1.0") == decimal("1.00"));
        let zoned = |text: &str| text.parse::<jiff::Zoned>().unwrap();
        let [a, b] = ["2026-11-23T04:34:18+01:00[+01:00]", "2026-11-23T05:34:18+02:00[+02:00]"];
        equal(a, b, zoned(a) == zoned(b));
        let span = |text: &str| text.parse::<jiff::Span>().unwrap();
        equal("PT60M", "PT1H", span("PT60M").compare(span("PT1H")).unwrap().is_eq());
    }

    /// One text, and two values.
    #[test]
    fn a_leap_second_of_chrono() {
        use chrono::Timelike;
        let leap: chrono::NaiveTime = "23:59:60".parse().unwrap();
        let (moved, plain) = (leap.with_second(30).unwrap(), "23:59:31".parse().unwrap());
        assert_eq!(json!(moved), json!(plain));
        assert_ne!(moved, plain);
    }

    #[test]
    fn bytes_are_a_list_of_numbers() {
        let bytes = bytes::Bytes::from_static(&[0, 7, 255]);
        assert_eq!(serde_json::to_value(&bytes).unwrap(), json!([0, 7, 255]));
        assert_eq!(serde_json::from_value::<bytes::Bytes>(json!([0, 7, 255])).unwrap(), bytes);
        assert!(bytes::Bytes::schema().is_array());
    }
}
