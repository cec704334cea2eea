//! The functions of AWS, and those of JSONata that must not be as they are.

use super::convert;
use super::entropy::{Entropy, seeded};
use super::mentions::Mentions;
use super::replace::{DISTINCT, PAD, PLAIN, REPLACE, ROWS, SPELLED};
use super::{hash, text};
use jsonata_core::evaluator::{Evaluator, EvaluatorError};
use jsonata_core::value::JValue;
use serde_json::Value;
use std::cell::Cell;
use std::rc::Rc;

type Result<T> = std::result::Result<T, EvaluatorError>;
type Pure = fn(&[JValue]) -> Result<JValue>;
type Drawing = fn(&[JValue], &Cell<Entropy>) -> Result<JValue>;

/// Functions of their arguments alone.
const PURE: [(&str, Pure); 9] = [
    ("partition", partition),
    ("range", range),
    ("hash", hash),
    ("parse", parse),
    (PAD, text::pad),
    (DISTINCT, text::distinct),
    (PLAIN, text::plain),
    (SPELLED, text::spelled),
    (REPLACE, text::replace),
];
/// Functions that draw.
const DRAWING: [(&str, Drawing); 4] =
    [("random", random), ("uuid", uuid), ("millis", millis), ("shuffle", shuffle)];

/// Gives an evaluator the functions that its expression mentions; what they draw is counted in the cell. `most`: how
/// many items its tuples may hold together.
pub(super) fn register(
    evaluator: &mut Evaluator,
    mentions: &Mentions,
    entropy: Entropy,
    most: usize,
) -> Rc<Cell<Entropy>> {
    let drawn = Rc::new(Cell::new(entropy));
    for (name, function) in PURE.into_iter().filter(|(name, _)| mentions.name(name)) {
        // Fails only for names of compiled built-in functions; none of ours is one.
        let _ = evaluator.register_fn_override(name, function);
    }
    for (name, function) in DRAWING.into_iter().filter(|(name, _)| mentions.name(name)) {
        let drawn = drawn.clone();
        let _ = evaluator.register_fn_override(name, move |args: &[JValue]| function(args, &drawn));
    }
    if mentions.name(ROWS) {
        let left = Cell::new(most as f64);
        let _ = evaluator.register_fn_override(ROWS, move |args: &[JValue]| rows(args, &left));
    }
    drawn
}

/// An error with a code of JSONata.
pub(super) fn fault<T>(message: impl Into<String>) -> Result<T> {
    Err(EvaluatorError::EvaluationError(message.into()))
}

/// An argument of the wrong type, as JSONata says it.
pub(super) fn misfit<T>(position: usize, function: &str) -> Result<T> {
    fault(format!(
        "T0410: Argument {position} of function \"{function}\" does not match function signature"
    ))
}

fn number(args: &[JValue], index: usize, function: &str) -> Result<f64> {
    args.get(index).and_then(JValue::as_f64).map_or_else(|| misfit(index + 1, function), Ok)
}

fn string<'a>(args: &'a [JValue], index: usize, function: &str) -> Result<&'a str> {
    args.get(index).and_then(JValue::as_str).map_or_else(|| misfit(index + 1, function), Ok)
}

/// `$partition(array, size)`: the equivalent of `States.ArrayPartition`.
fn partition(args: &[JValue]) -> Result<JValue> {
    let items = match args.first() {
        None | Some(JValue::Undefined) => return Ok(JValue::Undefined),
        Some(JValue::Array(items)) => items,
        Some(_) => return misfit(1, "partition"),
    };
    let size = number(args, 1, "partition")?;
    if size < 1.0 || size.fract() != 0.0 {
        return fault(format!(
            "D3137: $partition: the size must be a positive integer, but was {size}"
        ));
    }
    Ok(JValue::array(
        items.chunks(size as usize).map(|chunk| JValue::array(chunk.to_vec())).collect(),
    ))
}

/// The most items that `$range` makes (Developer Guide, `States.ArrayRange`).
const RANGE: f64 = 1000.0;

/// `$range(first, last, step)`, both ends included: the equivalent of `States.ArrayRange`.
fn range(args: &[JValue]) -> Result<JValue> {
    let [first, last, step] = [0, 1, 2].map(|index| number(args, index, "range"));
    let (first, last, step) = (first?, last?, step?);
    if step == 0.0 {
        return fault("D3137: $range: the step must not be 0");
    }
    let count = ((last - first) / step).floor() + 1.0;
    if count > RANGE {
        return fault(format!("D3137: $range: {count} items are more than {RANGE}"));
    }
    let count = count.max(0.0) as u32;
    // Recorded: one number comes back without its array, as from a path.
    Ok(JValue::sequence((0..count).map(|n| JValue::Number(first + f64::from(n) * step)).collect()))
}

/// `$hash(data, algorithm)`: the equivalent of `States.Hash`.
fn hash(args: &[JValue]) -> Result<JValue> {
    let data = match args.first() {
        None | Some(JValue::Undefined) => return Ok(JValue::Undefined),
        Some(JValue::String(text)) => text.to_string(),
        Some(value) => match convert::outgoing(value) {
            Ok(Some(value)) => value.to_string(),
            _ => return misfit(1, "hash"),
        },
    };
    let algorithm = string(args, 1, "hash")?;
    hash::hex(algorithm, data.as_bytes()).map(JValue::string).map_or_else(
        || fault(format!("D3137: $hash: the algorithm '{algorithm}' is none of MD5, SHA-1, SHA-256, SHA-384, SHA-512")),
        Ok,
    )
}

/// `$parse(text)`: the JSON of a text.
fn parse(args: &[JValue]) -> Result<JValue> {
    if matches!(args.first(), None | Some(JValue::Undefined)) {
        return Ok(JValue::Undefined);
    }
    let text = string(args, 0, "parse")?;
    match serde_json::from_str::<Value>(text) {
        Ok(value) => Ok(convert::incoming(&value)),
        Err(error) => fault(format!("D3121: $parse: the text is not JSON: {error}")),
    }
}

/// The value of a step that makes a tuple of each of its items.
fn rows(args: &[JValue], left: &Cell<f64>) -> Result<JValue> {
    let Some((value, weight)) = args.first().zip(args.get(1).and_then(JValue::as_f64)) else {
        return Ok(JValue::Undefined);
    };
    let count = if let JValue::Array(items) = value { items.len() } else { 1 };
    left.set(left.get() - count as f64 * weight);
    if left.get() < 0.0 {
        return fault("D2014: The joins of this expression make too many combinations");
    }
    Ok(value.clone())
}

fn draw<T>(entropy: &Cell<Entropy>, draw: impl FnOnce(&mut Entropy) -> T) -> T {
    let mut drawn = entropy.get();
    let value = draw(&mut drawn);
    entropy.set(drawn);
    value
}

/// `$random([seed])`, from 0 to less than 1. AWS does not publish how a seed is used: numbers differ from its own.
fn random(args: &[JValue], entropy: &Cell<Entropy>) -> Result<JValue> {
    match args.first() {
        None | Some(JValue::Undefined) => Ok(JValue::Number(draw(entropy, Entropy::random))),
        Some(JValue::Number(seed)) => Ok(JValue::Number(seeded(*seed))),
        Some(_) => misfit(1, "random"),
    }
}

fn uuid(_: &[JValue], entropy: &Cell<Entropy>) -> Result<JValue> {
    Ok(JValue::string(draw(entropy, Entropy::uuid)))
}

fn millis(_: &[JValue], entropy: &Cell<Entropy>) -> Result<JValue> {
    Ok(JValue::Number(entropy.get().now() as f64))
}

/// Fisher and Yates, as jsonata-js has it.
fn shuffle(args: &[JValue], entropy: &Cell<Entropy>) -> Result<JValue> {
    let mut items = match args.first() {
        None | Some(JValue::Undefined) => return Ok(JValue::Undefined),
        Some(JValue::Array(items)) => items.to_vec(),
        Some(single) => return Ok(JValue::array(vec![single.clone()])),
    };
    for end in (1..items.len()).rev() {
        let chosen = (draw(entropy, Entropy::random) * (end + 1) as f64) as usize;
        items.swap(end, chosen.min(end));
    }
    Ok(JValue::array(items))
}
