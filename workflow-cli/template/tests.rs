//! Tests: in virtual time, with mocks that the compiler checks.

use crate::order::{Order, fulfil};
use crate::tasks::{ChargeError, charge, tell};
use workflow::testing::Test;

fn order() -> Order {
    Order {
        id: "7".to_owned(),
        card: "4242".to_owned(),
        amount: 20.0,
    }
}

#[test]
fn a_busy_bank_is_asked_again() {
    let test = Test::of::<fulfil>()
        .mock::<charge>(|call| {
            call.fails(ChargeError::Busy)
                .then()
                .returns("receipt".to_owned())
        })
        .mock::<tell>(|call| call.returns(()));
    let run = test.run(order());
    run.assert_output(&"receipt".to_owned());
    run.assert_path(["Receipt", "Tell"]);
    run.calls::<charge>().assert_attempts(2);

    // The States Language document does the same: `cargo run -- export fulfil` prints it.
    test.assert_same([order()]);
}

#[test]
fn a_declined_card_is_not_paid() {
    let declined = ChargeError::Declined {
        reason: "stolen".to_owned(),
    };
    let test = Test::of::<fulfil>().mock::<charge>(|call| call.fails(declined));
    test.run(order()).assert_fails("NotPaid");
}
