//! Names and identities of new executions.

use super::{Engine, Identity};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::Ordering;

impl Engine {
    pub(super) fn identify(
        &self,
        machine: &str,
        name: Option<&str>,
        arn: Option<&str>,
    ) -> Identity {
        let place = self.0.place();
        let name = name.map_or_else(|| self.new_name(), Arc::from);
        Identity {
            id: arn.map_or_else(|| place.execution(machine, &name), Arc::from),
            name,
            machine: place.machine(machine),
            machine_name: machine.into(),
            role: place.role.clone(),
            started: self.0.clock.now(),
            redrives: 0,
            redriven: None,
        }
    }

    /// A name for an execution: the same on every run of an engine that has a seed.
    fn new_name(&self) -> Arc<str> {
        let number = self.0.started.fetch_add(1, Ordering::Relaxed);
        let (high, low) = match self.0.seed {
            Some(seed) => (seed, number),
            None => (random(), random()),
        };
        name(high, low)
    }
}

/// Two numbers in the form of a UUID. By hand: `format!` took as long as two transitions.
pub(super) fn name(high: u64, low: u64) -> Arc<str> {
    let number = (u128::from(high) << 64) | u128::from(low);
    let mut text = String::with_capacity(36);
    for digit in 0..32_u32 {
        if matches!(digit, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        #[allow(clippy::cast_possible_truncation, reason = "four bits")]
        let four = (number >> (124 - 4 * digit)) as u8 & 15;
        text.push(char::from(b"0123456789abcdef"[usize::from(four)]));
    }
    text.into()
}

/// A number from the randomness of the system.
pub(crate) fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_have_the_form_of_a_uuid() {
        let name = super::name(0x0123_4567_89ab_cdef, 0x0007_8899_aabb_ccdd);
        assert_eq!(&*name, "01234567-89ab-cdef-0007-8899aabbccdd");
    }
}
