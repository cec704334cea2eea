//! The words of a proof.

use workflow::connector::MemoryObjects;

/// A proof of a workflow: its function with its parameters, its tasks, and more of [`Script`] and [`Proof`].
///
/// `prove!(fulfil(order): price, charge; failing = 10, words = &["north"])`
#[macro_export]
macro_rules! prove {
    ($name:ident($($parameter:ident),*): $($task:ident),*; $($field:ident = $value:expr),*) => {{
        #[allow(unused_mut, reason = "there may be nothing to say")]
        let mut say = $crate::harness::Say::default();
        $(say.$field = $value;)*
        $crate::harness::Proof::<$name> {
            definition: $name::definition().map_err(|error| error.to_string()),
            kept: |input| $crate::prove!(@ input $name $($parameter)*),
            script: ::std::sync::Arc::new($crate::harness::Script {
                replies: vec![$($crate::harness::Reply::of::<$task>()),*],
                taste: ::workflow::testing::random::Taste { words: say.words, wild: say.wild, items: say.items, wide: say.wide },
                failing: say.failing,
                given: say.given,
                objects: say.objects,
            }),
            seeds: say.seeds,
        }
    }};
    (@ $input:ident $name:ident $one:ident) => { $crate::prove!(@@ $name::run($input)) };
    (@@ $run:expr) => { Box::pin(async move { $run.await.map_err(::workflow::Caught::end) }) };
    (@ $input:ident $name:ident $($several:ident)*) => {{
        let ($($several,)*) = $input.values;
        $crate::prove!(@@ $name::run($($several),*))
    }};
}

/// See [`prove`].
pub struct Say {
    pub words: &'static [&'static str],
    pub wild: u64,
    pub items: u64,
    pub wide: bool,
    pub failing: u64,
    pub given: &'static [(&'static str, &'static str)],
    pub seeds: u64,
    pub objects: MemoryObjects,
}

impl Default for Say {
    fn default() -> Self {
        Say {
            words: &[],
            wild: 4,
            items: 4,
            wide: false,
            failing: 8,
            given: &[],
            seeds: 200,
            objects: MemoryObjects::default(),
        }
    }
}
