//! Hard random values, and their types.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Debug;
use workflow_asl::Data;
use workflow_asl::schema::{Content, Field, Key, Known, Schema, Skips, Tagging, Variant};

/// Where values come from.
pub enum Rng {
    /// All there is, from a seed.
    Seeded(u64),
    /// What proptest draws, and makes smaller; then zeros.
    Given(std::vec::IntoIter<u64>),
}
impl Rng {
    pub fn draw(&mut self) -> u64 {
        let seed = match self {
            Self::Seeded(seed) => seed,
            Self::Given(draws) => return draws.next().unwrap_or(0),
        };
        *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.draw() % n as u64) as usize
    }
    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

pub const MAX: i64 = (1 << 53) - 1;

/// `OPT`: its JSON may be null.
pub trait Arb: Serialize + Clone + PartialEq + Debug + Data + 'static {
    const OPT: bool = false;
    fn name() -> String;
    fn arb(g: &mut Rng) -> Self;
}

impl Arb for bool {
    fn name() -> String {
        "bool".into()
    }
    fn arb(g: &mut Rng) -> Self {
        g.below(2) == 0
    }
}
impl Arb for u64 {
    fn name() -> String {
        "u64".into()
    }
    fn arb(g: &mut Rng) -> Self {
        i64::arb(g).unsigned_abs()
    }
}
impl Arb for i64 {
    fn name() -> String {
        "i64".into()
    }
    fn arb(g: &mut Rng) -> Self {
        match g.below(10) {
            0..5 => g.below(7) as i64 - 3,
            5..7 => g.pick(&[
                MAX,
                -MAX,
                MAX - 1,
                1 - MAX,
                1 << 52,
                94_906_266,
                -94_906_265,
                1 << 31,
                -(1 << 31),
                1 << 32,
                (1 << 32) - 1,
                1_000_000_000_000_000,
                1_000_000_000_000_001,
                -999_999_999_999_999,
                5_890_840_712_243_076,
                10,
                100,
                255,
                256,
                -256,
                -128,
            ]),
            7..9 => {
                let bits = 1 + g.below(53);
                let v = (g.draw() & ((1 << bits) - 1)) as i64;
                if g.below(2) == 0 { v } else { -v }
            }
            _ => g.below(2000) as i64 - 1000,
        }
    }
}
macro_rules! ints { ($($t:ty)*) => { $(impl Arb for $t {
    fn name() -> String { stringify!($t).into() }
    fn arb(g: &mut Rng) -> Self { match g.below(10) { 0..6 => g.below(7) as $t, 6..8 => g.pick(&[<$t>::MAX, <$t>::MIN, <$t>::MAX - 1, <$t>::MAX / 2, <$t>::MIN + 1, 10]), _ => g.draw() as $t } }
})* } }
ints!(u8 i8 u32 i32);
impl Arb for f64 {
    fn name() -> String {
        "f64".into()
    }
    fn arb(g: &mut Rng) -> Self {
        match g.below(10) {
            0..5 => g.pick(&[
                0.0,
                -0.0,
                0.1,
                0.2,
                0.1 + 0.2,
                0.5,
                -0.5,
                1.5,
                2.5,
                -1.5,
                -2.5,
                3.5,
                1.0,
                -1.0,
                2.0,
                0.125,
                0.375,
                1.005,
                0.499_999_999_999_999_94,
                -0.499_999_999_999_999_94,
                1e15 + 0.3,
                4_503_599_627_370_495.5,
                4_503_599_627_370_497.0,
                MAX as f64,
                -(MAX as f64),
                1e21,
                1e300,
                -1e300,
                5e-324,
                1e-7,
                123.456,
                1.0 / 3.0,
                255.5,
                256.0,
                -129.0,
                2_147_483_647.9,
                9.223_372_036_854_775e18,
            ]),
            5..7 => (g.below(4001) as f64 - 2000.0) / 8.0,
            7..9 => (g.draw() as f64 / 1.8e19 - 0.5) * 10f64.powi(g.below(20) as i32 - 3),
            _ => {
                let v = f64::from_bits(g.draw());
                if v.is_finite() { v } else { 0.75 }
            }
        }
    }
}
pub const PIECES: &[&str] = &[
    "",
    "a",
    "b",
    "A",
    "aa",
    "ab",
    ",",
    ", ",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\u{85}",
    "\u{a0}",
    "\u{2003}",
    "\u{feff}",
    "\u{200b}",
    "ß",
    "é",
    "e\u{301}",
    "😀",
    "😁",
    "\u{10ffff}",
    "\u{ffff}",
    "\u{e000}",
    "\u{fffd}",
    "\u{d7ff}",
    "\u{d7fe}",
    "İ",
    "ΑΣ",
    "ﬁ",
    "ǆ",
    "$1",
    "$",
    "$$",
    "$0",
    "\\",
    "\"",
    "/",
    "`",
    "0",
    "1",
    "7",
    "-",
    "+",
    ".",
    "e3",
    "\0",
    "x",
    "%",
    "%41",
];
pub const WORDS: &[&str] = &[
    "10",
    "9",
    "+5",
    "-5",
    "-0",
    "+0",
    "007",
    "1e3",
    "0x10",
    "0b1",
    " 12 ",
    "1.5",
    ".5",
    "5.",
    "-.5",
    "+.5e1",
    "5.e-2",
    "1e400",
    "-1e400",
    "1e-400",
    "inf",
    "-Infinity",
    "NaN",
    "infin",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "00000000000000000000000012",
    "99999999999999999999999",
    "255",
    "256",
    "-1",
    "4294967295",
    "4294967296",
    "2147483648",
    "-2147483648",
    "+",
    "-",
    ".",
    "e5",
    "٣",
    "1_000",
    "true",
    "false",
    "null",
    "toString",
    "constructor",
    "length",
    "hasOwnProperty",
    "valueOf",
    "a,b,,c",
    " a b ",
    "a  b",
    "2",
    "1",
    "b",
    "B",
];
/// What texts of numbers are made of, digits above all.
const NUMERIC: &[char] = &[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '9', '0', '9', '1', '5', '+', '-', '.',
    'e', 'E', ' ', '_',
];
impl Arb for String {
    fn name() -> String {
        "String".into()
    }
    fn arb(g: &mut Rng) -> Self {
        match g.below(12) {
            0..4 => g.pick(PIECES).into(),
            4..6 => g.pick(WORDS).into(),
            6 => (0..g.below(8)).map(|_| char::arb(g)).collect(),
            7 => (0..g.below(22)).map(|_| g.pick(NUMERIC)).collect(),
            _ => (0..g.below(6)).map(|_| g.pick(PIECES)).collect(),
        }
    }
}
impl Arb for char {
    fn name() -> String {
        "char".into()
    }
    fn arb(g: &mut Rng) -> Self {
        if g.below(3) > 0 {
            g.pick(&[
                'a', 'b', 'Z', '0', '9', ' ', '\n', '\u{a0}', '😀', '\u{ffff}', '\u{e000}',
                '\u{d7ff}', 'é', '$', '٣', ',', '/', '\u{85}', '_',
            ])
        } else {
            char::from_u32(g.draw() as u32 % 0x11_0000).unwrap_or('x')
        }
    }
}
/// 0..=8, for indices and counts.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
#[serde(transparent)]
pub struct N(pub usize);
impl Data for N {
    fn schema() -> Schema {
        usize::schema()
    }
}
impl Arb for N {
    fn name() -> String {
        "usize".into()
    }
    fn arb(g: &mut Rng) -> Self {
        N(g.below(9))
    }
}
impl<T: Arb> Arb for Option<T> {
    const OPT: bool = true;
    fn name() -> String {
        format!("Option<{}>", T::name())
    }
    fn arb(g: &mut Rng) -> Self {
        if g.below(3) == 0 { None } else { Some(T::arb(g)) }
    }
}
impl<T: Arb> Arb for Vec<T> {
    fn name() -> String {
        format!("Vec<{}>", T::name())
    }
    fn arb(g: &mut Rng) -> Self {
        let n = [0, 0, 1, 1, 1, 2, 2, 3, 4, 7][g.below(10)];
        let pool: Vec<T> = (0..3).map(|_| T::arb(g)).collect();
        (0..n).map(|_| if g.below(3) > 0 { g.pick(&pool) } else { T::arb(g) }).collect()
    }
}
impl<T: Arb> Arb for VecDeque<T> {
    fn name() -> String {
        format!("VecDeque<{}>", T::name())
    }
    fn arb(g: &mut Rng) -> Self {
        Vec::arb(g).into()
    }
}
impl<T: Arb + Key + Ord> Arb for BTreeSet<T> {
    fn name() -> String {
        format!("BTreeSet<{}>", T::name())
    }
    fn arb(g: &mut Rng) -> Self {
        Vec::arb(g).into_iter().collect()
    }
}
impl<T: Arb> Arb for BTreeMap<String, T> {
    fn name() -> String {
        format!("BTreeMap<String, {}>", T::name())
    }
    fn arb(g: &mut Rng) -> Self {
        (0..[0, 1, 1, 2, 3, 6][g.below(6)]).map(|_| (String::arb(g), T::arb(g))).collect()
    }
}
impl<A: Arb, B: Arb> Arb for (A, B) {
    fn name() -> String {
        format!("({}, {})", A::name(), B::name())
    }
    fn arb(g: &mut Rng) -> Self {
        (A::arb(g), B::arb(g))
    }
}

fn field<T: Data>(rust: &'static str, json: &'static str) -> Field {
    Field::new(rust, json, T::schema)
}
impl Data for S {
    fn schema() -> Schema {
        let fields = vec![
            field::<i64>("int", "int"),
            field::<Option<i64>>("opt", "opt"),
            field::<Vec<i64>>("list", "list"),
            field::<String>("two_words", "two-words"),
        ];
        Schema::Struct { name: "S", fields }
    }
}
impl Data for Gap {
    fn schema() -> Schema {
        let opt = Field { skips: Skips::None, ..field::<Option<i64>>("opt", "opt") };
        Schema::Struct {
            name: "Gap",
            fields: vec![field::<i64>("int", "int"), opt, field::<i64>("last", "last")],
        }
    }
}
fn record() -> Content {
    Content::Struct(vec![field::<Option<i64>>("x", "x"), field::<Vec<i64>>("l", "l")])
}
fn variant(rust: &'static str, content: Content) -> Variant {
    Variant { rust, json: rust, content }
}
fn three() -> Vec<Variant> {
    vec![
        variant("Unit", Content::Unit),
        variant("New", Content::Newtype(S::schema)),
        variant("Other", record()),
    ]
}
impl Data for Int {
    fn schema() -> Schema {
        Schema::Enum {
            name: "Int",
            tagging: Tagging::Internal { tag: "t" },
            variants: three(),
            known: Known::default(),
        }
    }
}
impl Data for Adj {
    fn schema() -> Schema {
        Schema::Enum {
            name: "Adj",
            tagging: Tagging::Adjacent { tag: "t", content: "c" },
            variants: three(),
            known: Known::default(),
        }
    }
}
impl Data for Ext {
    fn schema() -> Schema {
        let variants = vec![
            variant("Unit", Content::Unit),
            variant("New", Content::Newtype(Option::<i64>::schema)),
            variant("List", Content::Newtype(Vec::<i64>::schema)),
            variant("Tup", Content::Tuple(vec![i64::schema, Vec::<String>::schema])),
            variant("Rec", record()),
        ];
        Schema::Enum { name: "Ext", tagging: Tagging::External, variants, known: Known::default() }
    }
}
impl<T: Data> Data for W<T> {
    fn schema() -> Schema {
        Schema::Struct { name: "W", fields: vec![field::<Vec<T>>("v", "v")] }
    }
}
/// A newtype.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Id(pub String);
impl Data for Id {
    fn schema() -> Schema {
        Schema::Newtype { name: "Id", field: "0", inner: String::schema }
    }
}
impl Arb for Id {
    fn name() -> String {
        "newtype of String".into()
    }
    fn arb(g: &mut Rng) -> Self {
        Id(Arb::arb(g))
    }
}

#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "kebab-case")]
pub struct S {
    pub int: i64,
    pub opt: Option<i64>,
    pub list: Vec<i64>,
    pub two_words: String,
}
impl Arb for S {
    fn name() -> String {
        "struct".into()
    }
    fn arb(g: &mut Rng) -> Self {
        S { int: Arb::arb(g), opt: Arb::arb(g), list: Arb::arb(g), two_words: Arb::arb(g) }
    }
}

#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Gap {
    pub int: i64,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub opt: Option<i64>,
    pub last: i64,
}
impl Arb for Gap {
    fn name() -> String {
        "struct, skip_serializing_if".into()
    }
    fn arb(g: &mut Rng) -> Self {
        Gap { int: Arb::arb(g), opt: Arb::arb(g), last: Arb::arb(g) }
    }
}

macro_rules! enums { ($($name:ident $label:literal [$($attr:tt)*] { $($tup:tt)* })*) => { $(
    #[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
    $($attr)*
    pub enum $name { Unit, New(S), Other { x: Option<i64>, l: Vec<i64> }, $($tup)* }
    impl Arb for $name { fn name() -> String { $label.into() } fn arb(g: &mut Rng) -> Self { match g.below(3) { 0 => Self::Unit, 1 => Self::New(Arb::arb(g)), _ => Self::Other { x: Arb::arb(g), l: Arb::arb(g) } } } }
)* } }
enums! {
    Int "enum, internal" [#[serde(tag = "t")]] {}
    Adj "enum, adjacent" [#[serde(tag = "t", content = "c")]] {}
}
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub enum Ext {
    Unit,
    New(Option<i64>),
    List(Vec<i64>),
    Tup(i64, Vec<String>),
    Rec { x: Option<i64>, l: Vec<i64> },
}
impl Arb for Ext {
    fn name() -> String {
        "enum, external".into()
    }
    fn arb(g: &mut Rng) -> Self {
        match g.below(5) {
            0 => Ext::Unit,
            1 => Ext::New(Arb::arb(g)),
            2 => Ext::List(Arb::arb(g)),
            3 => Ext::Tup(Arb::arb(g), Arb::arb(g)),
            _ => Ext::Rec { x: Arb::arb(g), l: Arb::arb(g) },
        }
    }
}

/// A list in a field.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct W<T> {
    pub v: Vec<T>,
}
impl<T: Arb> Arb for W<T> {
    fn name() -> String {
        format!("struct of Vec<{}>", T::name())
    }
    fn arb(g: &mut Rng) -> Self {
        W { v: Arb::arb(g) }
    }
}
