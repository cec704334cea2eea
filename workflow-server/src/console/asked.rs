//! A request of a page.

use super::wrong;
use crate::access::Caller;
use crate::refusal::Refusal;
use jiff::Timestamp;
use std::borrow::Cow;
use std::str::FromStr;
use std::sync::Arc;

/// A request of a page: by GET.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    /// The path of the URL.
    pub(crate) path: &'a str,
    /// All behind its question mark.
    pub(crate) query: &'a str,
    /// The header `If-None-Match`.
    pub(crate) known: Option<&'a str>,
    /// The caller; `None` where the server knows none.
    pub(crate) caller: Option<&'a Caller>,
}

impl<'a> Asked<'a> {
    /// The parameter of this name, unless it is empty.
    pub(super) fn text(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut all = form_urlencoded::parse(self.query.as_bytes());
        all.find(|(key, _)| key == name).map(|(_, value)| value).filter(|it| !it.is_empty())
    }

    pub(super) fn shared(&self, name: &str) -> Option<Arc<str>> {
        self.text(name).map(Arc::from)
    }

    pub(super) fn needed(&self, name: &str) -> Result<Cow<'a, str>, Refusal> {
        self.text(name).ok_or_else(|| wrong(name, "missing"))
    }

    /// A number; `None` if it is not said.
    pub(super) fn number<T: FromStr>(&self, name: &str) -> Result<Option<T>, Refusal> {
        let number = |text: Cow<'_, str>| text.parse().map_err(|_| wrong(name, "a number"));
        self.text(name).map(number).transpose()
    }

    /// A time in seconds.
    pub(super) fn time(&self, name: &str) -> Result<Option<Timestamp>, Refusal> {
        let Some(seconds) = self.number::<f64>(name)? else { return Ok(None) };
        let far = || wrong(name, "a time in seconds since 1970");
        // All times of jiff fit, and what does not is refused by it.
        #[allow(clippy::cast_possible_truncation, reason = "a number that is too large is refused")]
        let time = Timestamp::from_millisecond((seconds * 1000.0) as i64);
        time.map(Some).map_err(|_| far())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn asked(query: &str) -> Asked<'_> {
        Asked { path: "/", query, known: None, caller: None }
    }

    #[test]
    fn parameters_are_decoded() {
        let asked = asked("a=x%20%3Cy&b=&c=1+2&n=7&t=1.5");
        assert_eq!(asked.text("a").as_deref(), Some("x <y"));
        assert_eq!(asked.text("b"), None);
        assert_eq!(asked.text("c").as_deref(), Some("1 2"));
        assert_eq!(asked.number("n"), Ok(Some(7_usize)));
        assert_eq!(asked.time("t").unwrap().unwrap().as_millisecond(), 1_500);
    }

    #[test]
    fn what_is_no_number_is_refused_by_its_name() {
        for query in ["n=x", "n=-1", "n=1.5"] {
            let refusal = asked(query).number::<u32>("n").unwrap_err();
            assert_eq!(refusal.message, "`n` is a number");
        }
        for query in ["t=x", "t=1e30", "t=NaN0"] {
            assert!(asked(query).time("t").is_err(), "{query}");
        }
        assert_eq!(asked("").needed("n").unwrap_err().message, "`n` is missing");
    }
}
