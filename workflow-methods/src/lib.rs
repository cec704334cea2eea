//! The methods that expressions of a workflow may call, and well-known ones that they may not. The lists have names only,
//! because a macro sees no types. The macros, the exporter and the documentation read them. They also share the forms of
//! `format!`, and the functions of documents.
//!
//! ```
//! assert!(workflow_methods::find("trim").is_some_and(|trim| !trim.may_fault));
//! assert!(workflow_methods::remedy("sin").is_some_and(|remedy| remedy.contains("task")));
//! ```

mod built_in;
mod distance;
mod exact;
mod refused;
mod spec;

pub use built_in::BUILT_IN;
pub use distance::distance;
pub use exact::METHODS;
pub use refused::REFUSED;
pub use spec::{Side, Spec};

/// A method that an expression may call, by its name alone: types are not known to a macro.
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// The smallest number of arguments.
    pub min: usize,
    /// The largest number of arguments.
    pub max: usize,
    /// True if its own evaluation can fail (the code of its arguments and closures apart).
    pub may_fault: bool,
    /// True if generated code calls `ops::name(receiver, arguments..)` instead of the method.
    pub native_ops: bool,
    /// True if `ops::name` takes `&receiver`. The others take it by value, as the method does.
    pub by_reference: bool,
    /// True if it changes its receiver: a statement, not a value.
    pub mutates: bool,
    /// True if its type, or that of its receiver, may not be known to the exporter: it needs a probe. The type arguments
    /// that the user wrote come first: `ops::sum::<T, _>(..)`. The probe of `parse` knows the type inside `Ok`.
    pub typed: bool,
    /// The part of its receiver that its result borrows.
    pub borrowed: Option<Borrowed>,
}

/// The part of a receiver that a result borrows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Borrowed {
    /// An item, or what is inside: `list.first()`, `option.as_ref()`.
    Item,
    /// A text or a slice: `text.trim()`.
    Text,
    /// A text that may be absent: `text.strip_prefix("x")`.
    OptionalText,
    /// Items, one after the other: `list.iter()`.
    Items,
}

pub(crate) const fn method(
    name: &'static str,
    min: usize,
    max: usize,
    flags: &'static str,
) -> Method {
    let borrowed = match () {
        () if has(flags, b'&') => Some(Borrowed::Item),
        () if has(flags, b's') => Some(Borrowed::Text),
        () if has(flags, b'o') => Some(Borrowed::OptionalText),
        () if has(flags, b'i') => Some(Borrowed::Items),
        () => None,
    };
    Method {
        name,
        min,
        max,
        may_fault: has(flags, b'F'),
        native_ops: has(flags, b'O'),
        by_reference: has(flags, b'R'),
        mutates: has(flags, b'M'),
        typed: has(flags, b'T'),
        borrowed,
    }
}

const fn has(flags: &str, flag: u8) -> bool {
    let (flags, mut at) = (flags.as_bytes(), 0);
    while at < flags.len() {
        if flags[at] == flag {
            return true;
        }
        at += 1;
    }
    false
}

/// The method of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}

/// Returns what to write instead of a method that is refused.
#[must_use]
pub fn remedy(name: &str) -> Option<&'static str> {
    REFUSED.iter().find(|(refused, _)| *refused == name).map(|(_, remedy)| *remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_stand_once() {
        let methods: Vec<_> = METHODS.iter().map(|method| method.name).collect();
        let refused: Vec<_> = REFUSED.iter().map(|(name, _)| *name).collect();
        for names in [&methods, &refused] {
            let wrong = names.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(wrong, None, "not in alphabetical order, or twice");
        }
        let both = refused.iter().find(|name| methods.contains(name));
        assert_eq!(both, None, "in both lists");
    }

    #[test]
    fn flags_are_known_and_fit_together() {
        for method in METHODS {
            assert!(method.min <= method.max, "{}", method.name);
            assert!(method.native_ops || !method.by_reference, "{}: `R` without `O`", method.name);
        }
    }
}
