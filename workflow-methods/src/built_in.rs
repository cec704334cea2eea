//! The names of functions that expressions of a document may call.

/// The functions of JSONata and of the States Language, and `states`: a variable of such a name would hide one.
#[rustfmt::skip]
pub const BUILT_IN: &[&str] = &[
    "abs", "append", "assert", "average", "base64decode", "base64encode", "boolean", "ceil", "clone",
    "contains", "count", "decodeUrl", "decodeUrlComponent", "distinct", "each", "encodeUrl",
    "encodeUrlComponent", "error", "eval", "exists", "filter", "floor", "formatBase", "formatInteger",
    "formatNumber", "fromMillis", "hash", "join", "keys", "length", "lookup", "lowercase", "map",
    "match", "max", "merge", "millis", "min", "not", "now", "number", "pad", "parse", "parseInteger",
    "partition", "power", "random", "range", "reduce", "replace", "reverse", "round", "shuffle", "sift",
    "single", "sort", "split", "spread", "sqrt", "states", "string", "substring", "substringAfter",
    "substringBefore", "sum", "toMillis", "trim", "type", "uppercase", "uuid", "zip",
];
