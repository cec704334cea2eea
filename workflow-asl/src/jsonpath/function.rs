//! Functions at the end of a path, such as `$.list.length()`.

use super::error::Reason;
use serde_json::{Number, Value};

/// The functions that take no argument. Those with arguments are Jayway's alone, and refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Min,
    Max,
    Avg,
    Stddev,
    Sum,
    Length,
    Size,
    Keys,
    First,
    Last,
}

impl Function {
    const ALL: [(Function, &str); 10] = [
        (Function::Min, "min"),
        (Function::Max, "max"),
        (Function::Avg, "avg"),
        (Function::Stddev, "stddev"),
        (Function::Sum, "sum"),
        (Function::Length, "length"),
        (Function::Size, "size"),
        (Function::Keys, "keys"),
        (Function::First, "first"),
        (Function::Last, "last"),
    ];

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(function, _)| *function)
    }
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(function, _)| *function == self).map_or("", |(_, name)| name)
    }

    /// The value; null where the function has none for this type.
    pub fn apply(self, value: &Value) -> Result<Value, Reason> {
        Ok(match (self, value) {
            (Function::Length | Function::Size, Value::Array(items)) => items.len().into(),
            (Function::Length | Function::Size, Value::Object(fields)) => fields.len().into(),
            (Function::Length | Function::Size, _) => Value::Null,
            (Function::Keys, Value::Object(fields)) => {
                fields.keys().map(|key| Value::from(key.as_str())).collect()
            }
            (Function::Keys, _) => Value::Null,
            (Function::First, Value::Array(items)) => items.first().ok_or_else(empty)?.clone(),
            (Function::Last, Value::Array(items)) => items.last().ok_or_else(empty)?.clone(),
            (Function::First | Function::Last, _) => return Err(empty()),
            (aggregate, value) => aggregate.of_numbers(value)?,
        })
    }

    /// Of the numbers in an array; what is not a number does not count. The result is a double, as in Jayway.
    fn of_numbers(self, value: &Value) -> Result<Value, Reason> {
        let items = value.as_array().map_or(&[][..], Vec::as_slice);
        let numbers: Vec<f64> = items.iter().filter_map(Value::as_f64).collect();
        if numbers.is_empty() {
            return Err(empty());
        }
        let (count, sum) = (numbers.len() as f64, numbers.iter().sum::<f64>());
        let result = match self {
            Function::Min => numbers.iter().copied().fold(f64::INFINITY, f64::min),
            Function::Max => numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            Function::Avg => sum / count,
            Function::Stddev => {
                let squares: f64 = numbers.iter().map(|number| number * number).sum();
                (squares / count - sum * sum / count / count).max(0.0).sqrt()
            }
            _ => sum,
        };
        let number = Number::from_f64(result);
        number.map(Value::Number).ok_or_else(|| {
            Reason::Evaluation(format!("{}() is not a number that JSON has", self.name()))
        })
    }
}

fn empty() -> Reason {
    Reason::Evaluation(
        "Aggregation function attempted to calculate value using empty array".to_owned(),
    )
}
