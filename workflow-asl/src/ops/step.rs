//! The counter of a loop over a range: its steps stay within the range.

/// A number that a range counts.
pub trait Step: Copy {
    /// The number after it.
    fn after(self) -> Self;
    /// The number before it.
    fn before(self) -> Self;
}
macro_rules! steps {
    ($($type:ty)*) => { $(impl Step for $type {
        fn after(self) -> Self {
            self.wrapping_add(1)
        }
        fn before(self) -> Self {
            self.wrapping_sub(1)
        }
    })* };
}
steps!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

/// The next number.
pub fn next<T: Step>(of: T) -> T {
    of.after()
}
/// The number before.
pub fn previous<T: Step>(of: T) -> T {
    of.before()
}
