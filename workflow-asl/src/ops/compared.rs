//! `==` and `<` of values that hold integers of 64 bits.

use super::fault;
use crate::numbers::{Number, first};
use crate::schema::MAX_SAFE_INTEGER;
use serde::Serialize;

/// Raises a fault where both sides are or hold integers beyond ±(2^53 − 1): JSONata may take one for the other.
pub fn compared<A: Serialize + ?Sized, B: Serialize + ?Sized>(left: &A, right: &B) {
    if let (Some(Number::Integer(left)), Some(Number::Integer(right))) =
        (first(left, beyond), first(right, beyond))
    {
        fault(format!("{left} and {right} are integers beyond 2^53"));
    }
}

/// Tells an integer that a double may not hold.
fn beyond(number: Number) -> bool {
    let most = MAX_SAFE_INTEGER.unsigned_abs().into();
    matches!(number, Number::Integer(integer) if integer.unsigned_abs() > most)
}

#[cfg(test)]
mod tests {
    use super::super::catch;
    use super::*;

    #[test]
    fn two_integers_beyond_doubles_are_not_compared() {
        let big = (1_u64 << 53) + 1;
        let message = "9007199254740993 and 9007199254740993 are integers beyond 2^53";
        assert_eq!(catch(|| compared(&big, &big)).map_err(|it| it.message), Err(message.into()));
        assert!(catch(|| compared(&Some(big), &Some(&big))).is_err());
        assert!(catch(|| compared(&Some(big), &Some(5))).is_ok());
        assert!(catch(|| compared(&i64::MIN, &i64::MAX)).is_err());
        assert!(catch(|| compared(&big, &5_u64)).is_ok());
        assert!(catch(|| compared(&None::<u64>, &Some(big))).is_ok());
        assert!(catch(|| compared(&(big, 1.5), &(1_u64, 1e300))).is_ok());
        assert!(catch(|| compared("a", &String::new())).is_ok());
        assert!(catch(|| compared(&[1, big], &[big, 1])).is_err());
    }
}
