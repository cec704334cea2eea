//! Panics of code that is not ours: caught, and without a word on standard error.
//!
//! The caller of such code gets a failure with the panic's text; the hook that prints it would say it a second time, and
//! on the terminal of a program that goes on. So a hook of ours stands before the program's own: it hands on every panic
//! but those that are being caught here.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// The number of calls of [`caught`] that this thread is in.
    static CATCHING: Cell<u32> = const { Cell::new(0) };
}

/// Runs code that may panic.
///
/// ```
/// use workflow_asl::panics::caught;
/// assert_eq!(caught(|| 1 + 1), Ok(2));
/// let empty: Vec<u8> = vec![];
/// assert!(caught(|| empty[0]).unwrap_err().contains("index out of bounds"));
/// ```
///
/// # Errors
/// The text of the panic.
#[inline]
pub fn caught<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    unwound(run).map_err(|panic| message(&*panic))
}

/// Runs code that may unwind.
///
/// # Errors
/// What it unwound with.
#[inline]
pub(crate) fn unwound<T>(run: impl FnOnce() -> T) -> Result<T, Box<dyn Any + Send>> {
    // Several times in each transition: there is nothing to call once the hook is there.
    if !INSTALLED.is_completed() {
        install();
    }
    let _quiet = Quiet::new();
    catch_unwind(AssertUnwindSafe(run))
}

/// The text of a panic.
#[must_use]
pub fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("without a message").to_owned()
}

/// Done once our hook stands before the program's.
static INSTALLED: Once = Once::new();

/// Puts our hook before the program's: once, so that a program may still take ours away.
#[cold]
fn install() {
    // While a thread panics, no hook can be set: the next call does it.
    if std::thread::panicking() {
        return;
    }
    INSTALLED.call_once(put_before);
}

/// Puts our hook before the one that is there.
fn put_before() {
    let before = take_hook();
    set_hook(Box::new(move |info| {
        // A thread that ends has no such number any more.
        let caught = CATCHING.try_with(|catching| catching.get() > 0);
        if !caught.unwrap_or(false) {
            before(info);
        }
    }));
}

/// This thread catches panics, until this is dropped.
struct Quiet;

impl Quiet {
    #[inline]
    fn new() -> Self {
        CATCHING.with(|catching| catching.set(catching.get() + 1));
        Quiet
    }
}

impl Drop for Quiet {
    #[inline]
    fn drop(&mut self) {
        CATCHING.with(|catching| catching.set(catching.get() - 1));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn the_programs_own_hook_hears_what_is_not_caught_here() {
        static HEARD: AtomicUsize = AtomicUsize::new(0);
        let before = take_hook();
        set_hook(Box::new(move |info| {
            if info.payload().downcast_ref::<&str>() == Some(&"heard") {
                HEARD.fetch_add(1, Ordering::SeqCst);
            } else {
                before(info);
            }
        }));
        // Another test may have called `caught` before: then ours stands behind.
        put_before();
        assert_eq!(caught(|| panic!("heard")), Err::<(), _>("heard".to_owned()));
        assert_eq!(caught(|| caught(|| panic!("{}", 1))), Ok(Err::<(), _>("1".to_owned())));
        let after_an_inner_one = caught(|| {
            let _ = caught(|| panic!("heard"));
            panic!("heard")
        });
        assert_eq!(after_an_inner_one, Err::<(), _>("heard".to_owned()));
        assert_eq!(HEARD.load(Ordering::SeqCst), 0);
        assert!(catch_unwind(|| panic!("heard")).is_err());
        assert!(std::thread::spawn(|| panic!("heard")).join().is_err());
        assert_eq!(HEARD.load(Ordering::SeqCst), 2);
    }
}
