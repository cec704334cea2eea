//! `join!`

use super::{next, scoped};
use crate::failure::Failure;
use crate::retry::Retry;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// A branch.
pub type BranchFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, Failure>> + 'a>>;

/// A branch that is a call or a map: its error is known, and converted.
pub fn branch<'a, T, E>(branch: impl IntoFuture<Output = Result<T, E>> + 'a) -> BranchFuture<'a, T>
where
    Failure: From<E>,
{
    Box::pin(async { Ok(branch.await?) })
}

/// A branch that is an `async` block: the bound tells rustc what its `?` converts to.
pub fn block<'a, T>(branch: impl Future<Output = Result<T, Failure>> + 'a) -> BranchFuture<'a, T> {
    Box::pin(branch)
}

/// Branches that run at the same time, not begun yet: `join!(..)`.
#[must_use = "branches do nothing until they are awaited"]
pub struct Join<'a, T>(BranchFuture<'a, T>);

/// The builders are read by `#[workflow]`; they change nothing here.
impl<T> Join<'_, T> {
    /// Registers an undo of the branches, which runs if something fails after them, as that of a call.
    pub fn undo<U>(self, undo: impl FnOnce(T) -> U) -> Self {
        let _ = undo;
        self
    }
    /// Sets a retry policy for the whole: if it takes the failure of a branch, all branches begin again.
    pub fn retry(self, retry: Retry) -> Self {
        let _ = retry;
        self
    }
    /// Sets the name of the state, instead of one made from the code.
    pub fn named(self, name: &'static str) -> Self {
        let _ = name;
        self
    }
}

impl<'a, T> IntoFuture for Join<'a, T> {
    type Output = Result<T, Failure>;
    type IntoFuture = BranchFuture<'a, T>;
    fn into_future(self) -> Self::IntoFuture {
        self.0
    }
}

macro_rules! joins {
    ($($name:ident($($branch:ident: $type:ident $index:literal),*);)*) => { $(
        /// Runs branches at the same time; the first failure is the failure of all.
        ///
        /// # Errors
        /// The failure of the first branch that fails.
        #[allow(clippy::too_many_arguments, reason = "one for each branch")]
        pub fn $name<'a, $($type: 'a),*>($($branch: BranchFuture<'a, $type>),*) -> Join<'a, ($($type,)*)> {
            Join(Box::pin(async move {
            let (path, ordinal) = next();
            $(
                let mut below = path.clone();
                below.push((ordinal, $index));
                let mut $branch = (Box::pin(scoped(below, $branch)), None);
            )*
            poll_fn(|cx| {
                $(
                    if $branch.1.is_none() && let Poll::Ready(done) = $branch.0.as_mut().poll(cx) {
                        $branch.1 = Some(done?);
                    }
                )*
                if $($branch.1.is_none())||* {
                    return Poll::Pending;
                }
                match ($($branch.1.take(),)*) {
                    ($(Some($branch),)*) => Poll::Ready(Ok(($($branch,)*))),
                    _ => Poll::Pending,
                }
            })
            .await
            }))
        }
    )* };
}
joins! {
    join1(a: A 0);
    join2(a: A 0, b: B 1);
    join3(a: A 0, b: B 1, c: C 2);
    join4(a: A 0, b: B 1, c: C 2, d: D 3);
    join5(a: A 0, b: B 1, c: C 2, d: D 3, e: E 4);
    join6(a: A 0, b: B 1, c: C 2, d: D 3, e: E 4, f: F 5);
    join7(a: A 0, b: B 1, c: C 2, d: D 3, e: E 4, f: F 5, g: G 6);
    join8(a: A 0, b: B 1, c: C 2, d: D 3, e: E 4, f: F 5, g: G 6, h: H 7);
}

/// Runs branches at the same time, in a workflow: `join!(a(x), map(xs, async |x| ..), async { .. }).await?` is a
/// Parallel state, and a tuple.
#[macro_export]
macro_rules! join {
    // Refused by `#[workflow]`; without this arm the macro would call itself for ever.
    (@ [$a:expr,] $(,)?) => { $crate::oracle::join1($a) };
    (@ [$a:expr, $b:expr,] $(,)?) => { $crate::oracle::join2($a, $b) };
    (@ [$a:expr, $b:expr, $c:expr,] $(,)?) => { $crate::oracle::join3($a, $b, $c) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr,] $(,)?) => { $crate::oracle::join4($a, $b, $c, $d) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr, $e:expr,] $(,)?) => { $crate::oracle::join5($a, $b, $c, $d, $e) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr, $e:expr, $f:expr,] $(,)?) => { $crate::oracle::join6($a, $b, $c, $d, $e, $f) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr, $e:expr, $f:expr, $g:expr,] $(,)?) => { $crate::oracle::join7($a, $b, $c, $d, $e, $f, $g) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr, $e:expr, $f:expr, $g:expr, $h:expr,] $(,)?) => { $crate::oracle::join8($a, $b, $c, $d, $e, $f, $g, $h) };
    (@ [$($done:expr,)*] async move $body:block, $($rest:tt)*) => { $crate::join!(@ [$($done,)* $crate::oracle::block(async move $body),] $($rest)*) };
    (@ [$($done:expr,)*] async $body:block, $($rest:tt)*) => { $crate::join!(@ [$($done,)* $crate::oracle::block(async $body),] $($rest)*) };
    (@ [$($done:expr,)*] $call:expr, $($rest:tt)*) => { $crate::join!(@ [$($done,)* $crate::oracle::branch($call),] $($rest)*) };
    ($($branches:tt)*) => { $crate::join!(@ [] $($branches)* ,) };
}
