//! Small values under names: what belongs to no execution.

use super::{Result, StoreError};
use std::sync::Arc;

/// A value with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: Arc<str>,
    /// The value.
    pub value: Arc<[u8]>,
}

/// A change of the value under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// The name.
    pub name: Arc<str>,
    /// The new value; `None` removes the one that is there.
    pub value: Option<Arc<[u8]>>,
    /// The value that must be there for the change to be made; `Some(None)` if none may be there. `None` changes in any
    /// case.
    pub replaces: Option<Option<Arc<[u8]>>>,
}

impl Put {
    /// The most bytes of a name.
    pub const NAME: usize = 512;

    /// The most bytes of a value.
    pub const VALUE: usize = 512 << 10;

    /// Makes a change that replaces whatever is there.
    pub fn new(name: impl Into<Arc<str>>, value: Option<Arc<[u8]>>) -> Self {
        Put { name: name.into(), value, replaces: None }
    }

    /// Makes the change only if this value is there; with `None`, only if no value is there.
    #[must_use]
    pub fn replacing(self, old: Option<Arc<[u8]>>) -> Self {
        Put { replaces: Some(old), ..self }
    }

    /// True if the change is made when the present value is `there`.
    #[must_use]
    pub fn fits(&self, there: Option<&[u8]>) -> bool {
        self.replaces.as_ref().is_none_or(|old| old.as_deref() == there)
    }

    /// Checks the lengths of the name and the value, as every store does.
    ///
    /// # Errors
    /// [`StoreError::Refused`] if the name or the value is too long; the message has the limit.
    pub fn check(&self) -> Result<()> {
        let (name, length) = (&self.name, self.name.len());
        if name.is_empty() {
            return Err(StoreError::Refused("the name of a value is empty".to_owned()));
        }
        if length > Self::NAME {
            let start: String = name.chars().take(40).collect();
            let most = Self::NAME;
            return Err(StoreError::Refused(format!(
                "the name `{start}…` of a value has {length} bytes: the most are {most}"
            )));
        }
        match self.value.as_ref().map_or(0, |it| it.len()) {
            0..=Self::VALUE => Ok(()),
            length => Err(StoreError::Refused(format!(
                "the value `{name}` has {length} bytes: the most are {}",
                Self::VALUE
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_said() {
        let says = |put: Put| put.check().err().map(|it| it.to_string()).unwrap_or_default();
        assert_eq!(says(Put::new("", None)), "the name of a value is empty");
        let long = "é".repeat(257);
        let start = "é".repeat(40);
        let text = format!("the name `{start}…` of a value has 514 bytes: the most are 512");
        assert_eq!(says(Put::new(long, None)), text);
        let value: Arc<[u8]> = vec![0; Put::VALUE + 1].into();
        let text = "the value `a` has 524289 bytes: the most are 524288";
        assert_eq!(says(Put::new("a", Some(value))), text);
        assert_eq!(says(Put::new("é".repeat(256), Some(vec![0; Put::VALUE].into()))), "");
    }
}
