//! The names of the operators.

use std::cmp::Ordering;

/// The types of the operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    String,
    Numeric,
    Boolean,
    Timestamp,
}

/// The required order of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Equals,
    LessThan,
    GreaterThan,
    LessThanEquals,
    GreaterThanEquals,
}

impl Order {
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Order::Equals => order.is_eq(),
            Order::LessThan => order.is_lt(),
            Order::GreaterThan => order.is_gt(),
            Order::LessThanEquals => order.is_le(),
            Order::GreaterThanEquals => order.is_ge(),
        }
    }
}

/// The meaning of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Compare(Kind, Order),
    ComparePath(Kind, Order),
    StringMatches,
    Is(Kind),
    IsNull,
    IsPresent,
}

macro_rules! operators {
    ($($name:literal => $operator:expr,)*) => {
        /// The names of the comparison operators.
        pub const OPERATORS: &[&str] = &[$($name),*];

        impl Operator {
            pub fn named(name: &str) -> Option<Self> {
                use Kind::{Boolean, Numeric, String, Timestamp};
                use Operator::{Compare, ComparePath, Is, IsNull, IsPresent, StringMatches};
                use Order::{Equals, GreaterThan, GreaterThanEquals, LessThan, LessThanEquals};
                Some(match name {
                    $($name => $operator,)*
                    _ => return None,
                })
            }
        }
    };
}

operators! {
    "StringEquals" => Compare(String, Equals),
    "StringEqualsPath" => ComparePath(String, Equals),
    "StringLessThan" => Compare(String, LessThan),
    "StringLessThanPath" => ComparePath(String, LessThan),
    "StringGreaterThan" => Compare(String, GreaterThan),
    "StringGreaterThanPath" => ComparePath(String, GreaterThan),
    "StringLessThanEquals" => Compare(String, LessThanEquals),
    "StringLessThanEqualsPath" => ComparePath(String, LessThanEquals),
    "StringGreaterThanEquals" => Compare(String, GreaterThanEquals),
    "StringGreaterThanEqualsPath" => ComparePath(String, GreaterThanEquals),
    "StringMatches" => StringMatches,
    "NumericEquals" => Compare(Numeric, Equals),
    "NumericEqualsPath" => ComparePath(Numeric, Equals),
    "NumericLessThan" => Compare(Numeric, LessThan),
    "NumericLessThanPath" => ComparePath(Numeric, LessThan),
    "NumericGreaterThan" => Compare(Numeric, GreaterThan),
    "NumericGreaterThanPath" => ComparePath(Numeric, GreaterThan),
    "NumericLessThanEquals" => Compare(Numeric, LessThanEquals),
    "NumericLessThanEqualsPath" => ComparePath(Numeric, LessThanEquals),
    "NumericGreaterThanEquals" => Compare(Numeric, GreaterThanEquals),
    "NumericGreaterThanEqualsPath" => ComparePath(Numeric, GreaterThanEquals),
    "BooleanEquals" => Compare(Boolean, Equals),
    "BooleanEqualsPath" => ComparePath(Boolean, Equals),
    "TimestampEquals" => Compare(Timestamp, Equals),
    "TimestampEqualsPath" => ComparePath(Timestamp, Equals),
    "TimestampLessThan" => Compare(Timestamp, LessThan),
    "TimestampLessThanPath" => ComparePath(Timestamp, LessThan),
    "TimestampGreaterThan" => Compare(Timestamp, GreaterThan),
    "TimestampGreaterThanPath" => ComparePath(Timestamp, GreaterThan),
    "TimestampLessThanEquals" => Compare(Timestamp, LessThanEquals),
    "TimestampLessThanEqualsPath" => ComparePath(Timestamp, LessThanEquals),
    "TimestampGreaterThanEquals" => Compare(Timestamp, GreaterThanEquals),
    "TimestampGreaterThanEqualsPath" => ComparePath(Timestamp, GreaterThanEquals),
    "IsNull" => IsNull,
    "IsPresent" => IsPresent,
    "IsNumeric" => Is(Numeric),
    "IsString" => Is(String),
    "IsBoolean" => Is(Boolean),
    "IsTimestamp" => Is(Timestamp),
}
