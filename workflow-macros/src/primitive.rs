//! Types that every module knows.

/// True if a name is that of one: what stands for a function in the namespace of types must not hide it.
pub fn is_primitive(name: &str) -> bool {
    PRIMITIVES.contains(&name)
}

const PRIMITIVES: &[&str] = &[
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8", "u16",
    "u32", "u64", "u128", "usize",
];
