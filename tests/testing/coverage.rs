//! Coverage: what no test has reached.

use crate::flows::*;
use workflow::testing::{Coverage, Test};

#[test]
fn coverage_names_what_is_left() {
    let coverage = Coverage::of::<fulfil>();
    let test = test().covering(&coverage);
    test.run(order());
    let line = |text: &str| {
        let source = include_str!("flows.rs");
        let line = source.lines().position(|line| line.contains(text)).unwrap() + 1;
        format!("tests/testing/flows.rs:{line}")
    };
    let (choice, call) = (line("if total > 500.0"), line("match charge("));
    let (declined_at, other) =
        (line("Err(ChargeError::Declined { reason }) =>"), line("Err(other) => return"));
    let expected = format!(
        "not everything was reached
coverage of `fulfil`: 8 of 14 (57 %)
  states       7 of 9
  choice rules 1 of 2
  catchers     0 of 2
  retriers     0 of 1
not reached:
  default of `total > 500.0?` (no rule holds → Charge) at {choice}
  catcher 1 of `Charge` (Declined) at {call}
  catcher 2 of `Charge` (States.ALL) at {call}
  retrier 1 of `Charge` (Throttled) at {call}
  state `Declined` at {declined_at}
  state `ChargeFailed` at {other}"
    );
    says(|| coverage.assert_all(), &expected);
    let low = expected.replace("not everything was reached", "less than 90 % was reached");
    says(|| coverage.at_least(0.9), &low);
    coverage.at_least(0.5);
    test.clone().mock::<charge>(|call| call.fails(declined())).run(order());
    test.clone().mock::<charge>(|call| call.hangs()).run(order());
    test.clone()
        .mock::<price>(|call| call.returns(1.0))
        .mock::<charge>(|call| call.fails(ChargeError::Throttled).then().returns("r".to_owned()))
        .run(order());
    coverage.assert_all();
    assert_eq!((coverage.ratio(), coverage.missing()), (1.0, vec![]));
    says(
        || Test::of::<yearly>().covering(&coverage),
        "the coverage of `fulfil` does not count what `yearly` reaches",
    );
}
