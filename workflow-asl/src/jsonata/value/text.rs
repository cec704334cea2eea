//! Texts: views of the data or of the expression, or made.

use super::Gauge;
use std::ops::Deref;
use std::rc::Rc;

/// A text. Cheap to clone.
#[derive(Clone)]
pub(in crate::jsonata) enum Text<'a> {
    Viewed(&'a str),
    Made(Rc<Made>),
}

/// A text that an evaluation made.
pub(in crate::jsonata) struct Made {
    text: Box<str>,
    _gauge: Gauge,
}

impl Deref for Text<'_> {
    type Target = str;
    fn deref(&self) -> &str {
        match self {
            Text::Viewed(text) => text,
            Text::Made(made) => &made.text,
        }
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        let gauge = Gauge::new(text.len() + 48);
        Text::Made(Rc::new(Made { text: text.into(), _gauge: gauge }))
    }
}
impl From<&str> for Text<'_> {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
impl Eq for Text<'_> {}
impl std::hash::Hash for Text<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}
impl std::borrow::Borrow<str> for Text<'_> {
    fn borrow(&self) -> &str {
        self
    }
}
