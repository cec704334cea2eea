//! The workflows of the tour and of the README compile, run, and make the documents shown beside them.

#![allow(clippy::unwrap_used, reason = "tests")]

use workflow::prelude::*;
use workflow::testing::Test;

struct Bank;

impl Bank {
    #[allow(clippy::unused_async, reason = "a bank is asked over a network")]
    async fn charge(&self, card: &str, amount: f64) -> Result<String, ChargeError> {
        if card == "stolen" {
            return Err(ChargeError::Declined { reason: "reported stolen".to_owned() });
        }
        Ok(format!("{card} {amount}"))
    }
}

// The tour's text, from here …
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    card: String,
    lines: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined {
        reason: String,
    },
    Throttled,
    #[other]
    Other(Failure),
}

const GENTLY: Retry =
    Retry::on(&["Throttled"]).interval(1).backoff_rate(2.0).max_attempts(5).jitter();

/// Charges the customer's card.
#[task(timeout = "30s", retry = GENTLY)]
async fn charge(bank: Res<Bank>, card: String, amount: f64) -> Result<String, ChargeError> {
    bank.charge(&card, amount).await
}

/// Ships an order once it is paid for.
#[workflow]
async fn fulfil(order: Order) -> Result<Vec<String>, Failure> {
    let total = price(order.lines.clone()).await?; // Task
    if total > 500.0 {
        // Choice
        approve(order.id.clone(), total).await?;
    }
    match charge(order.card, total).await {
        // Task with Catch
        Ok(_) => {}
        Err(ChargeError::Declined { reason }) => return Err(Failure::new("Declined", reason)),
        Err(other) => return Err(other.into()),
    }
    // Map
    map(order.lines, async |line| {
        let picked = pick(line).await?;
        pack(picked).await
    })
    .max_concurrency(8)
    .await
}
// … to here.

#[task]
async fn price(lines: Vec<String>) -> Result<f64, Failure> {
    Ok(lines.len() as f64 * 300.0)
}
#[task]
async fn approve(_id: String, _total: f64) -> Result<(), Failure> {
    Ok(())
}
#[task]
async fn pick(line: String) -> Result<String, Failure> {
    Ok(line)
}
#[task]
async fn pack(picked: String) -> Result<String, Failure> {
    Ok(format!("parcel of {picked}"))
}

fn order(card: &str) -> Order {
    Order { id: "o1".into(), card: card.into(), lines: vec!["tea".into(), "cup".into()] }
}

#[tokio::test]
async fn it_runs() {
    let engine = Engine::builder().resource(Bank).build();
    let parcels = engine.run::<fulfil>(order("4242")).await.unwrap();
    assert_eq!(parcels, ["parcel of tea", "parcel of cup"]);
    let declined = engine.run::<fulfil>(order("stolen")).await.unwrap_err();
    assert_eq!((declined.error(), &*declined.cause()), ("Declined", "reported stolen"));
}

#[test]
fn it_is_tested() {
    // What the tour shows under "Test it".
    let order = |card: &str| order(card);
    let test = Test::of::<fulfil>()
        .mock::<price>(|call| call.returns(600.0))
        .mock::<approve>(|call| call.returns(()))
        .mock::<charge>(|call| {
            call.fails(ChargeError::Throttled).times(2).then().returns("receipt".into())
        })
        .mock::<pick>(|call| call.answers(Ok))
        .mock::<pack>(|call| call.answers(|picked| Ok(format!("parcel of {picked}"))));
    let run = test.run(order("4242"));
    let path = [
        "Total",
        "total > 500.0?",
        "Approve",
        "Charge",
        "EachLine",
        "Picked[0]",
        "Pack[0]",
        "Picked[1]",
        "Pack[1]",
    ];
    run.assert_path(path);
    run.calls::<charge>().assert_attempts(3);
    test.assert_same([order("4242")]);
    test.clone().crash_everywhere().run(order("4242"));
    for seed in 0..20 {
        let run = test.clone().faults(seed).run(order("4242"));
        assert!(run.calls::<charge>().count() <= 1);
    }
    // These lines of it are in the tour, word for word.
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let (own, tour) =
        (squeezed(include_str!("readme.rs")), squeezed(include_str!("../docs/tour.md")));
    let shown = tour.split("lettest=").nth(1).unwrap().split("letrun=").next().unwrap();
    assert!(own.contains(shown), "the tour's test is not the one here");
}

#[test]
fn the_tour_shows_this_code() {
    let own = include_str!("readme.rs");
    let shown = own.split("from here …\n").nth(1).unwrap().split("// … to here.").next().unwrap();
    let tour = include_str!("../docs/tour.md");
    assert!(tour.contains(shown), "the tour's workflow is not the one in this test:\n{shown}");
}

#[test]
fn the_tour_shows_its_document() {
    let document = fulfil::definition().unwrap().to_value();
    let tour = include_str!("../docs/tour.md");
    let shown = tour.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let shown: serde_json::Value = serde_json::from_str(shown).unwrap();
    assert_eq!(trimmed(document, &shown), shown);
}

/// Drops from `document` the parts that the text leaves out: unshown fields, and retriers of AWS's own errors.
fn trimmed(document: serde_json::Value, shown: &serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match (document, shown) {
        (Value::Object(fields), Value::Object(wanted)) if wanted.contains_key("…") => {
            drop(fields);
            shown.clone()
        }
        (Value::Object(fields), Value::Object(wanted)) => {
            let kept = fields
                .into_iter()
                .filter(|(name, _)| name != "Retry" || wanted.contains_key("Retry"));
            let kept = kept.map(|(name, value)| {
                let shown = wanted.get(&name).unwrap_or(&Value::Null);
                let value = trimmed(value, shown);
                (name, value)
            });
            Value::Object(kept.collect())
        }
        (Value::Array(mut items), Value::Array(wanted)) => {
            items.truncate(wanted.len());
            Value::Array(
                items.into_iter().zip(wanted).map(|(item, shown)| trimmed(item, shown)).collect(),
            )
        }
        (value, _) => value,
    }
}

/// The workflow of the README itself: short enough for a first page.
mod first {
    use workflow::prelude::*;
    use workflow::testing::Test;

    // The README's text, from here …
    #[derive(Clone, Debug, Serialize, Deserialize, Data)]
    struct Order {
        id: String,
        total: f64,
    }

    #[task(timeout = "30s")]
    async fn charge(id: String, amount: f64) -> Result<String, Failure> {
        Ok(format!("receipt of {id}: {amount}"))
    }

    #[task]
    async fn approve(id: String) -> Result<bool, Failure> {
        Ok(id != "refused")
    }

    /// Charges an order. Large ones need an approval.
    #[workflow]
    async fn pay(order: Order) -> Result<String, Failure> {
        if order.total > 500.0 {
            let approved = approve(order.id.clone()).await?;
            if !approved {
                return Err(Failure::new("Refused", "not approved"));
            }
        }
        let receipt = charge(order.id, order.total).await?;
        Ok(receipt)
    }
    // … to here.

    #[test]
    fn it_does_what_the_readme_says() {
        let order = |id: &str, total| Order { id: id.to_owned(), total };
        let test = Test::of::<pay>()
            .mock::<approve>(|call| call.answers(|id| Ok(id != "refused")))
            .mock::<charge>(|call| call.returns("receipt".into()));
        test.run(order("o1", 600.0)).assert_path(shown_path());
        test.assert_same([order("o1", 600.0), order("o2", 5.0), order("refused", 600.0)]);
    }

    fn shown_path() -> [&'static str; 4] {
        ["total > 500.0?", "Approved", "Not approved?", "Receipt"]
    }

    #[test]
    fn the_readme_shows_this_code_and_its_document() {
        let readme = include_str!("../README.md");
        let own = include_str!("readme.rs").replace("\n    ", "\n");
        let shown = own.split("README's text, from here …\n").nth(1).unwrap();
        let shown = shown.split("// … to here.").next().unwrap();
        assert!(readme.contains(shown.trim()), "the README does not show:\n{shown}");
        let shown = readme.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
        let shown: serde_json::Value = serde_json::from_str(shown).unwrap();
        let document = pay::definition().unwrap().to_value();
        let trimmed = super::trimmed(document.clone(), &shown);
        assert_eq!(trimmed, shown, "{}", serde_json::to_string_pretty(&document).unwrap());
    }
}
