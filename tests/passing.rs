//! What passes through a workflow as it came, what it is read as, and what does not pass.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use serde_json::{Value, json};
use workflow::prelude::*;
use workflow::testing::Test;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Account {
    id: i64,
    owner: Option<String>,
    #[serde(default)]
    units: u32,
    #[serde(default = "basic")]
    plan: String,
}

fn basic() -> String {
    "basic".to_owned()
}

#[task]
async fn look_up(id: i64) -> Result<Account, Failure> {
    Ok(Account { id, owner: None, units: 1, plan: basic() })
}
#[task]
async fn rate(of: String) -> Result<f64, Failure> {
    Ok(if of.is_empty() { f64::NAN } else { 1.5 })
}

#[workflow]
async fn account(of: Account) -> Result<(i64, u32, String), Failure> {
    let found = look_up(of.id).await?;
    if of.owner.is_none() {
        return Ok((found.id, of.units, of.plan));
    }
    Ok((of.id, found.units, found.plan))
}

#[workflow]
async fn next(of: Account) -> Result<i64, Failure> {
    look_up(of.id).await?;
    Ok(of.id - 1)
}

#[workflow]
async fn same(of: Account) -> Result<bool, Failure> {
    let found = look_up(of.id).await?;
    Ok(found.id == of.id)
}

#[workflow]
async fn named(of: Account) -> Result<String, Failure> {
    look_up(of.id).await?;
    Ok(format!("account-{}", of.id))
}

#[workflow]
async fn rated(of: String) -> Result<f64, Failure> {
    rate(of).await
}

#[workflow]
async fn halved(of: f64) -> Result<f64, Failure> {
    rate("a".to_string()).await?;
    Ok(of / 2.0)
}

async fn run<W: workflow::Workflow>(input: Value) -> Result<Value, Failure> {
    let output = Engine::builder().build().run_json::<W>(&input.to_string()).await?;
    Ok(serde_json::from_str(&output).unwrap())
}

#[tokio::test]
async fn absent_keys_are_none_or_their_default() {
    for input in [json!({ "id": 7 }), json!({ "x": 1, "owner": null, "id": 7, "units": 0 })] {
        assert_eq!(run::<account>(input).await, Ok(json!([7, 0, "basic"])));
    }
    let document = account::definition().unwrap().to_json_pretty();
    for text in [
        "$not($states.context.Execution.Input.owner != null)",
        "$exists($states.context.Execution.Input.units) ? $states.context.Execution.Input.units : 0",
        "$states.context.Execution.Input.plan : \\\"basic\\\"",
    ] {
        assert!(document.contains(text), "{text} is not in {document}");
    }
}

#[test]
fn documents_read_what_others_write() {
    let of = Account { id: 7, owner: None, units: 0, plan: basic() };
    for seed in 0..20 {
        let test = Test::of::<account>().seed(seed).runs_all();
        test.assert_same([of.clone(), Account { owner: Some("a".into()), ..of.clone() }]);
    }
}

#[tokio::test]
async fn integers_of_64_bits_pass_as_they_are() {
    let big = i64::MAX - 1;
    assert_eq!(run::<account>(json!({ "id": big })).await, Ok(json!([big, 0, "basic"])));
    for failure in [
        run::<next>(json!({ "id": big })).await.unwrap_err(),
        run::<same>(json!({ "id": big })).await.unwrap_err(),
        run::<named>(json!({ "id": big })).await.unwrap_err(),
    ] {
        assert_eq!(failure.error(), "States.QueryEvaluationError");
        assert!(failure.cause().contains("beyond 2^53"), "{failure}");
    }
    assert_eq!(run::<next>(json!({ "id": 7 })).await, Ok(json!(6)));
    assert_eq!(run::<named>(json!({ "id": 7 })).await, Ok(json!("account-7")));
}

#[tokio::test]
async fn numbers_that_are_not_finite_are_refused_where_they_come_from() {
    let failure = run::<rated>(json!("")).await.unwrap_err();
    assert_eq!(failure.error(), "States.Runtime");
    let cause = "the result of the task `rate` has the number NaN: JSON has finite numbers only";
    assert!(failure.cause().starts_with(cause), "{failure}");
    let failure = Engine::builder().build().run::<halved>(f64::INFINITY).await.unwrap_err();
    assert_eq!(failure.error(), "InvalidExecutionInput");
    assert!(failure.cause().starts_with("the input has the number inf"), "{failure}");
}

/// Conditions and texts that are written wide: AWS evaluates a hundred levels.
#[rustfmt::skip]
#[workflow]
async fn long(of: u32) -> Result<String, Failure> {
    look_up(1).await?;
    let odd = of == 1
        || of == 3
        || of == 5
        || of == 7
        || of == 9
        || of == 11
        || of == 13
        || of == 15
        || of == 17
        || of == 19
        || of == 21
        || of == 23
        || of == 25
        || of == 27
        || of == 29
        || of == 31
        || of == 33
        || of == 35
        || of == 37
        || of == 39
        || of == 41
        || of == 43
        || of == 45
        || of == 47
        || of == 49
        || of == 51
        || of == 53
        || of == 55
        || of == 57
        || of == 59
        || of == 61
        || of == 63
        || of == 65
        || of == 67
        || of == 69
        || of == 71
        || of == 73
        || of == 75
        || of == 77
        || of == 79
        || of == 81
        || of == 83
        || of == 85
        || of == 87
        || of == 89
        || of == 91
        || of == 93
        || of == 95
        || of == 97
        || of == 99
        || of == 101
        || of == 103
        || of == 105
        || of == 107
        || of == 109
        || of == 111
        || of == 113
        || of == 115
        || of == 117
        || of == 119
        || of == 121
        || of == 123
        || of == 125
        || of == 127
        || of == 129
        || of == 131
        || of == 133
        || of == 135
        || of == 137
        || of == 139
        || of == 141
        || of == 143
        || of == 145
        || of == 147
        || of == 149
        || of == 151
        || of == 153
        || of == 155
        || of == 157
        || of == 159
        || of == 161
        || of == 163
        || of == 165
        || of == 167
        || of == 169
        || of == 171
        || of == 173
        || of == 175
        || of == 177
        || of == 179
        || of == 181
        || of == 183
        || of == 185
        || of == 187
        || of == 189
        || of == 191
        || of == 193
        || of == 195
        || of == 197
        || of == 199
        || of == 201
        || of == 203
        || of == 205
        || of == 207
        || of == 209
        || of == 211
        || of == 213
        || of == 215
        || of == 217
        || of == 219
        || of == 221
        || of == 223
        || of == 225
        || of == 227
        || of == 229
        || of == 231
        || of == 233
        || of == 235
        || of == 237
        || of == 239;
    Ok(if odd {
        format!("{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}-{of}")
    } else {
        "even".to_string()
    })
}

#[test]
fn long_conditions_and_texts_are_written_wide() {
    Test::of::<long>().runs_all().assert_same([1, 2, 119, 239, 240]);
    let document = long::definition().unwrap().to_json_pretty();
    assert!(document.contains("$join([") && document.contains(") or ("), "{document}");
}
