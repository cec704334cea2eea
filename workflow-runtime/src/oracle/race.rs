//! `race!`

use super::{BranchFuture, DistributedMap, Join, Map, Sleep, SleepUntil, branch, next, scoped};
use crate::call::Call;
use crate::failure::Failure;
use crate::task::Task;
use serde::Serialize;
use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use workflow_asl::ops;

/// The branch that ended first, with its value: the result of [`race!`](crate::race).
///
/// A race of two has [`First`](Raced::First) and [`Second`](Raced::Second) only: the values of the others are of a type
/// that has none, and a `match` needs no arms for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raced<
    A,
    B,
    C = Infallible,
    D = Infallible,
    E = Infallible,
    F = Infallible,
    G = Infallible,
    H = Infallible,
> {
    /// The first branch.
    First(A),
    /// The second branch.
    Second(B),
    /// The third branch.
    Third(C),
    /// The fourth branch.
    Fourth(D),
    /// The fifth branch.
    Fifth(E),
    /// The sixth branch.
    Sixth(F),
    /// The seventh branch.
    Seventh(G),
    /// The eighth branch.
    Eighth(H),
}

/// Something that may be a branch of `race!` by itself.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a branch of `race!`",
    label = "this is no call, wait, `map`, `join!` or `async` block",
    note = "write it in a block: `race!(async {{ .. Ok(value) }}, ..)`"
)]
pub trait Racer<'a> {
    /// The value with which it wins.
    type Value;
    /// The branch.
    fn into_branch(self) -> BranchFuture<'a, Self::Value>;
}

impl<'a, T: Task> Racer<'a> for Call<T>
where
    Failure: From<T::Error>,
{
    type Value = T::Output;
    fn into_branch(self) -> BranchFuture<'a, T::Output> {
        branch(self)
    }
}

impl<'a, T: 'a> Racer<'a> for Join<'a, T> {
    type Value = T;
    fn into_branch(self) -> BranchFuture<'a, T> {
        branch(self)
    }
}

impl<'a, I, F, T> Racer<'a> for Map<'a, I, F, T>
where
    Self: IntoFuture<Output = Result<Vec<T>, Failure>> + 'a,
{
    type Value = Vec<T>;
    fn into_branch(self) -> BranchFuture<'a, Vec<T>> {
        branch(self)
    }
}

impl<'a, I, F, T> Racer<'a> for DistributedMap<'a, I, F, T>
where
    Self: IntoFuture<Output = Result<Vec<T>, Failure>> + 'a,
{
    type Value = Vec<T>;
    fn into_branch(self) -> BranchFuture<'a, Vec<T>> {
        branch(self)
    }
}

impl<'a> Racer<'a> for Sleep {
    type Value = ();
    fn into_branch(self) -> BranchFuture<'a, ()> {
        Box::pin(async {
            self.await;
            Ok(())
        })
    }
}

impl<'a> Racer<'a> for SleepUntil {
    type Value = ();
    fn into_branch(self) -> BranchFuture<'a, ()> {
        Box::pin(async {
            self.await;
            Ok(())
        })
    }
}

/// The branch that something is.
pub fn racer<'a, R: Racer<'a>>(of: R) -> BranchFuture<'a, R::Value> {
    of.into_branch()
}

/// Branches of which the first to end decides, not begun yet: `race!(..)`.
#[must_use = "branches do nothing until they are awaited"]
pub struct Race<'a, T>(BranchFuture<'a, T>);

impl<T> Race<'_, T> {
    /// The name of the state, instead of one made from the code.
    pub fn named(self, name: &'static str) -> Self {
        let _ = name;
        self
    }
}

impl<'a, T> IntoFuture for Race<'a, T> {
    type Output = Result<T, Failure>;
    type IntoFuture = BranchFuture<'a, T>;
    fn into_future(self) -> Self::IntoFuture {
        self.0
    }
}

/// The value of the winner, as far as the document can carry it.
fn arrived<T: Serialize>(value: T) -> Result<T, Failure> {
    match ops::catch(|| ops::carried::carried(&value)) {
        Ok(_) => Ok(value),
        Err(fault) => Err(Failure::query(fault.message)),
    }
}

macro_rules! races {
    ($($name:ident($($branch:ident: $type:ident $index:literal $variant:ident),*);)*) => { $(
        /// Runs branches at the same time until one of them ends.
        ///
        /// # Errors
        /// The failure of a branch that fails before one ends.
        #[allow(clippy::too_many_arguments, reason = "one for each branch")]
        pub fn $name<'a, $($type: Serialize + 'a),*>($($branch: BranchFuture<'a, $type>),*) -> Race<'a, Raced<$($type),*>> {
            Race(Box::pin(async move {
                let (path, ordinal) = next();
                $(
                    let mut below = path.clone();
                    below.push((ordinal, $index));
                    let mut $branch = Box::pin(scoped(below, $branch));
                )*
                poll_fn(|cx| {
                    $(
                        if let Poll::Ready(done) = Pin::as_mut(&mut $branch).poll(cx) {
                            return Poll::Ready(done.and_then(arrived).map(Raced::$variant));
                        }
                    )*
                    Poll::Pending
                })
                .await
            }))
        }
    )* };
}
races! {
    race2(a: A 0 First, b: B 1 Second);
    race3(a: A 0 First, b: B 1 Second, c: C 2 Third);
    race4(a: A 0 First, b: B 1 Second, c: C 2 Third, d: D 3 Fourth);
    race5(a: A 0 First, b: B 1 Second, c: C 2 Third, d: D 3 Fourth, e: E 4 Fifth);
    race6(a: A 0 First, b: B 1 Second, c: C 2 Third, d: D 3 Fourth, e: E 4 Fifth, f: F 5 Sixth);
    race7(a: A 0 First, b: B 1 Second, c: C 2 Third, d: D 3 Fourth, e: E 4 Fifth, f: F 5 Sixth, g: G 6 Seventh);
    race8(a: A 0 First, b: B 1 Second, c: C 2 Third, d: D 3 Fourth, e: E 4 Fifth, f: F 5 Sixth, g: G 6 Seventh, h: H 7 Eighth);
}

/// Runs branches at the same time, in a workflow, until one of them ends; the others are cancelled:
/// `match race!(approve(order), sleep(Duration::from_hours(24))).await? { Raced::First(answer) => .., Raced::Second(()) => .. }`.
#[macro_export]
macro_rules! race {
    // Refused by `#[workflow]`; without this arm the macro would call itself for ever.
    (@ [$a:expr,] $(,)?) => { $crate::oracle::race2($a, $crate::oracle::racer($crate::oracle::sleep(::std::time::Duration::ZERO))) };
    (@ [$a:expr, $b:expr,] $(,)?) => { $crate::oracle::race2($a, $b) };
    (@ [$a:expr, $b:expr, $c:expr,] $(,)?) => { $crate::oracle::race3($a, $b, $c) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr,] $(,)?) => { $crate::oracle::race4($a, $b, $c, $d) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr, $e:expr,] $(,)?) => { $crate::oracle::race5($a, $b, $c, $d, $e) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr, $e:expr, $f:expr,] $(,)?) => { $crate::oracle::race6($a, $b, $c, $d, $e, $f) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr, $e:expr, $f:expr, $g:expr,] $(,)?) => { $crate::oracle::race7($a, $b, $c, $d, $e, $f, $g) };
    (@ [$a:expr, $b:expr, $c:expr, $d:expr, $e:expr, $f:expr, $g:expr, $h:expr,] $(,)?) => { $crate::oracle::race8($a, $b, $c, $d, $e, $f, $g, $h) };
    (@ [$($done:expr,)*] async move $body:block, $($rest:tt)*) => { $crate::race!(@ [$($done,)* $crate::oracle::block(async move $body),] $($rest)*) };
    (@ [$($done:expr,)*] async $body:block, $($rest:tt)*) => { $crate::race!(@ [$($done,)* $crate::oracle::block(async $body),] $($rest)*) };
    (@ [$($done:expr,)*] $call:expr, $($rest:tt)*) => { $crate::race!(@ [$($done,)* $crate::oracle::racer($call),] $($rest)*) };
    ($($branches:tt)*) => { $crate::race!(@ [] $($branches)* ,) };
}
