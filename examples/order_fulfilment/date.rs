//! A date that is checked when it is read.

use workflow::prelude::*;

/// A day, such as `2026-11-23`. No expression of the workflow looks inside: it is `opaque`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[data(opaque)]
#[serde(try_from = "String", into = "String")]
pub struct Date(pub jiff::civil::Date);

impl TryFrom<String> for Date {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let date = text.parse().map(Date);
        date.map_err(|_| format!("{text:?} is not a date, such as \"2026-11-23\""))
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.0.to_string()
    }
}
