//! Numbers that JSON does not hold.

use serde::Serialize;
use workflow_asl::numbers::{Number, first};

/// The first number in a value that is infinite or none. (serde_json writes it as `null`.)
pub fn infinite<T: Serialize + ?Sized>(value: &T) -> Option<f64> {
    match first(value, |number| matches!(number, Number::Float(it) if !it.is_finite())) {
        Some(Number::Float(number)) => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp, reason = "tests")]
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_first_number_without_json_is_found() {
        assert_eq!(infinite(&(1.5, "a", Some(f64::NEG_INFINITY))), Some(f64::NEG_INFINITY));
        assert!(infinite(&BTreeMap::from([("a", vec![1.0, f64::NAN])])).is_some_and(f64::is_nan));
        assert_eq!(infinite(&[Some(f32::INFINITY), None]), Some(f64::INFINITY));
        assert_eq!(infinite(&(1.5, ["a"], None::<f64>, serde_json::json!({ "a": [1e300] }))), None);
    }
}
