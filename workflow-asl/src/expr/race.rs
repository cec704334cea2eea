//! The value of a branch that wins a race: the cause of a Fail state, which the catcher of the Parallel reads.

use super::code::Code;
use super::compose::{choose, equal, many, named};
use super::ty::Ty;
use super::{Refused, refuse};
use crate::ops::carried::{LONG, MOST};
use crate::schema::Schema;

/// The text that carries a value. `$string` rounds numbers to 15 digits: where the type has longer ones, it is read back
/// and compared.
pub(super) fn carried(value: Code) -> Result<Code, Refused> {
    let value = value.present();
    if !matches!(value.ty, Ty::Unknown) && !value.ty.holds(&|of| is_long(of)) {
        return Ok(text(&value));
    }
    many("v", value, |value| {
        named("text", text(&value), |text| {
            let read = Code::call(format!("$parse({}).value", text.text()), Ty::Unknown);
            let same = equal(&read, &value);
            Ok(choose(&same, &text, &Code::fault(LONG, Ty::STRING), Ty::STRING))
        })
    })
}

/// `$string({"value": value})`
fn text(value: &Code) -> Code {
    let object = Code::fields(vec![("value".to_owned(), value.clone())], Ty::Unknown);
    Code::call(format!("$string({})", object.text()), Ty::STRING).failing_as(&[value])
}

/// True for a type whose numbers may have more digits than `$string` writes.
pub(super) fn is_long(of: &Schema) -> bool {
    match of {
        Schema::Integer { min, max } => *min < -MOST || *max > MOST,
        Schema::Float | Schema::Any | Schema::Opaque(_) => true,
        _ => false,
    }
}

/// The value that a failure carries.
pub(super) fn won(caught: Option<&str>, ty: Ty) -> Result<Code, Refused> {
    match caught {
        Some(text) => Ok(Code::call(format!("$parse({text}.Cause).value"), ty)),
        None => refuse("nothing is caught here", "report this: it is a mistake of the library"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Data;

    #[test]
    fn numbers_that_may_have_more_digits_than_their_text() {
        let of = |min, max| is_long(&Schema::Integer { min, max });
        assert!(!of(-MOST, MOST) && !of(0, 0));
        assert!(of(0, MOST + 1) && of(-MOST - 1, 0) && of(-MOST - 1, MOST + 1));
        assert!(is_long(&f64::schema()) && is_long(&i64::schema()) && is_long(&u64::schema()));
        assert!(!is_long(&u32::schema()) && !is_long(&bool::schema()));
        assert!(!is_long(&String::schema()));
    }
}
