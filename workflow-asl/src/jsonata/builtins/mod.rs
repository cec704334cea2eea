//! The built-in functions: of JSONata 2.0.6, and of AWS.

mod aggregates;
mod arrays;
mod aws;
mod higher;
mod matching;
mod numbers;
mod objects;
mod texts;
mod times;

pub(super) use matching::Turn;

use super::machine::{Machine, Outcome};
use super::syntax::Signature;
use super::value::{Array, Value};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A built-in function.
pub(super) struct Builtin {
    pub(super) name: &'static str,
    signature: &'static str,
    parsed: LazySignature,
    /// The number of arguments that a function calling it hands on.
    pub(super) arity: usize,
    pub(super) run: Run,
}

type Run = for<'a> fn(&mut Machine<'a>, &mut Given<'a>) -> Outcome<'a>;
type LazySignature = std::sync::OnceLock<Option<Signature>>;

impl Builtin {
    const fn new(name: &'static str, signature: &'static str, arity: usize, run: Run) -> Self {
        Builtin { name, signature, parsed: LazySignature::new(), arity, run }
    }

    pub(super) fn signature(&self) -> Option<&Signature> {
        self.parsed.get_or_init(|| Signature::parse(self.signature).ok()).as_ref()
    }
}

/// The arguments of a call.
pub(super) struct Given<'a>(pub(super) Vec<Value<'a>>);

impl<'a> Given<'a> {
    /// The argument at an index; undefined where there is none.
    fn take(&mut self, index: usize) -> Value<'a> {
        self.0
            .get_mut(index)
            .map_or(Value::Undefined, |value| std::mem::replace(value, Value::Undefined))
    }

    fn text(&self, index: usize) -> Option<&str> {
        self.0.get(index).and_then(Value::as_text)
    }

    fn number(&self, index: usize) -> Option<f64> {
        self.0.get(index).and_then(Value::as_number)
    }

    fn array(&self, index: usize) -> Option<Array<'a>> {
        self.0.get(index).and_then(Value::as_array).cloned()
    }

    fn is_missing(&self, index: usize) -> bool {
        self.0.get(index).is_none_or(Value::is_undefined)
    }
}

/// The built-in function of a name.
pub(super) fn named(name: &str) -> Option<&'static Builtin> {
    static TABLE: LazyLock<HashMap<&'static str, &'static Builtin>> =
        LazyLock::new(|| BUILTINS.iter().map(|builtin| (builtin.name, builtin)).collect());
    TABLE.get(name).copied()
}

static BUILTINS: [Builtin; 70] = [
    Builtin::new("sum", "<a<n>:n>", 1, aggregates::sum),
    Builtin::new("count", "<a:n>", 1, aggregates::count),
    Builtin::new("max", "<a<n>:n>", 1, aggregates::max),
    Builtin::new("min", "<a<n>:n>", 1, aggregates::min),
    Builtin::new("average", "<a<n>:n>", 1, aggregates::average),
    Builtin::new("string", "<x-b?:s>", 1, texts::string),
    Builtin::new("substring", "<s-nn?:s>", 3, texts::substring),
    Builtin::new("substringBefore", "<s-s:s>", 2, texts::substring_before),
    Builtin::new("substringAfter", "<s-s:s>", 2, texts::substring_after),
    Builtin::new("lowercase", "<s-:s>", 1, texts::lowercase),
    Builtin::new("uppercase", "<s-:s>", 1, texts::uppercase),
    Builtin::new("length", "<s-:n>", 1, texts::length),
    Builtin::new("trim", "<s-:s>", 1, texts::trim),
    Builtin::new("pad", "<s-ns?:s>", 3, texts::pad),
    Builtin::new("match", "<s-f<s:o>n?:a<o>>", 3, matching::matches),
    Builtin::new("contains", "<s-(sf):b>", 2, matching::contains),
    Builtin::new("replace", "<s-(sf)(sf)n?:s>", 4, matching::replace),
    Builtin::new("split", "<s-(sf)n?:a<s>>", 3, matching::split),
    Builtin::new("join", "<a<s>s?:s>", 2, texts::join),
    Builtin::new("formatNumber", "<n-so?:s>", 3, numbers::format_number),
    Builtin::new("formatBase", "<n-n?:s>", 2, numbers::format_base),
    Builtin::new("formatInteger", "<n-s:s>", 2, numbers::format_integer),
    Builtin::new("parseInteger", "<s-s:n>", 2, numbers::parse_integer),
    Builtin::new("number", "<(nsb)-:n>", 1, numbers::number),
    Builtin::new("floor", "<n-:n>", 1, numbers::floor),
    Builtin::new("ceil", "<n-:n>", 1, numbers::ceil),
    Builtin::new("round", "<n-n?:n>", 2, numbers::round),
    Builtin::new("abs", "<n-:n>", 1, numbers::abs),
    Builtin::new("sqrt", "<n-:n>", 1, numbers::sqrt),
    Builtin::new("power", "<n-n:n>", 2, numbers::power),
    Builtin::new("random", "<n?:n>", 0, aws::random),
    Builtin::new("boolean", "<x-:b>", 1, objects::boolean),
    Builtin::new("not", "<x-:b>", 1, objects::not),
    Builtin::new("map", "<af>", 2, higher::map),
    Builtin::new("zip", "<a+>", 0, arrays::zip),
    Builtin::new("filter", "<af>", 2, higher::filter),
    Builtin::new("single", "<af?>", 2, higher::single),
    Builtin::new("reduce", "<afj?:j>", 3, higher::reduce),
    Builtin::new("sift", "<o-f?:o>", 2, higher::sift),
    Builtin::new("each", "<o-f:a>", 2, higher::each),
    Builtin::new("sort", "<af?:a>", 2, higher::sort),
    Builtin::new("keys", "<x-:a<s>>", 1, objects::keys),
    Builtin::new("lookup", "<x-s:x>", 2, objects::lookup),
    Builtin::new("append", "<xx:a>", 2, arrays::append),
    Builtin::new("exists", "<x:b>", 1, objects::exists),
    Builtin::new("spread", "<x-:a<o>>", 1, objects::spread),
    Builtin::new("merge", "<a<o>:o>", 1, objects::merge),
    Builtin::new("reverse", "<a:a>", 1, arrays::reverse),
    Builtin::new("error", "<s?:x>", 1, objects::error),
    Builtin::new("assert", "<bs?:x>", 2, objects::assert),
    Builtin::new("type", "<x:s>", 1, objects::type_name),
    Builtin::new("shuffle", "<a:a>", 1, arrays::shuffle),
    Builtin::new("distinct", "<x:x>", 1, arrays::distinct),
    Builtin::new("base64encode", "<s-:s>", 1, texts::base64_encode),
    Builtin::new("base64decode", "<s-:s>", 1, texts::base64_decode),
    Builtin::new("encodeUrlComponent", "<s-:s>", 1, texts::encode_url_component),
    Builtin::new("encodeUrl", "<s-:s>", 1, texts::encode_url),
    Builtin::new("decodeUrlComponent", "<s-:s>", 1, texts::decode_url_component),
    Builtin::new("decodeUrl", "<s-:s>", 1, texts::decode_url),
    Builtin::new("toMillis", "<s-s?:n>", 2, times::to_millis),
    Builtin::new("fromMillis", "<n-s?s?:s>", 3, times::from_millis),
    Builtin::new("now", "<s?s?:s>", 2, times::now),
    Builtin::new("millis", "<:n>", 0, times::millis),
    Builtin::new("clone", "<(oa)-:o>", 1, objects::clone),
    Builtin::new("eval", "<x?x?:x>", 2, aws::eval),
    Builtin::new("partition", "<a<x>n?:a>", 2, aws::partition),
    Builtin::new("range", "<nnn?:a>", 3, aws::range),
    Builtin::new("hash", "<s-s?:s>", 2, aws::hash),
    Builtin::new("uuid", "<:s>", 0, aws::uuid),
    Builtin::new("parse", "<s?:x>", 1, aws::parse),
];
