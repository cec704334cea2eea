//! Many payments at once, while services fail; and afterwards the books are compared.

use super::common::http::Client;
use super::common::{made, thousands};
use super::ledger::Ledger;
use super::luck::{Luck, draw};
use super::services::Services;
use super::workflow::{Outcome, Payment, pay};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use workflow::cli::{BoxError, Terminal, Tone};
use workflow::machine::History;
use workflow::{Engine, Failure};

/// So many payments are under way at the same time.
const AT_ONCE: usize = 1_000;

/// The results of the payments.
#[derive(Default)]
pub struct Tally {
    pub accepted: Vec<String>,
    pub without_receipt: usize,
    pub declined: usize,
    pub suspicious: usize,
    pub failed: usize,
}

impl Tally {
    fn add(&mut self, payment: String, result: Result<Outcome, Failure>) {
        match result {
            Ok(Outcome::Accepted { receipt, .. }) => {
                self.accepted.push(payment);
                self.without_receipt += usize::from(receipt.is_none());
            }
            Ok(Outcome::Declined { .. }) => self.declined += 1,
            Ok(Outcome::Suspicious { .. }) => self.suspicious += 1,
            Err(_) => self.failed += 1,
        }
    }

    pub fn count(&self) -> usize {
        self.accepted.len() + self.declined + self.suspicious + self.failed
    }
}

/// A payment like those of every day: some cards are empty, some stolen, and some merchants are gone.
pub fn payment(seed: u64, number: u32) -> Payment {
    let card = match draw(seed, &("card", number)) % 20 {
        0 => "4000 0000 0000 0002",
        1 => "4000 0000 0000 9995",
        _ => "4242 4242 4242 4242",
    };
    let merchant = match draw(seed, &("merchant", number)) % 50 {
        0 => "dodos",
        even if even % 2 == 0 => "tea",
        _ => "books",
    };
    Payment {
        id: format!("P-{number}"),
        card: card.to_owned(),
        cents: 100 + draw(seed, &("cents", number)) % 20_000,
        merchant: merchant.to_owned(),
        email: format!("customer-{number}@example.com"),
    }
}

/// Pays; `tell` hears each second how many payments are through.
pub async fn pay_all(engine: &Engine, seed: u64, count: u32, mut tell: impl FnMut(usize)) -> Tally {
    let (mut running, mut tally) = (JoinSet::new(), Tally::default());
    let mut second = tokio::time::interval(Duration::from_secs(1));
    let mut numbers = 0..count;
    loop {
        while running.len() < AT_ONCE
            && let Some(number) = numbers.next()
        {
            let (engine, payment) = (engine.clone(), payment(seed, number));
            running.spawn(async move { (payment.id.clone(), engine.run::<pay>(payment).await) });
        }
        tokio::select! {
            ended = running.join_next() => match ended {
                Some(Ok((payment, result))) => tally.add(payment, result),
                Some(Err(_)) => tally.failed += 1,
                None => return tally,
            },
            _ = second.tick() => tell(tally.count()),
        }
    }
}

/// Whether every accepted payment is in the ledger exactly once, nothing else is, and the cards paid for just that.
pub fn compare(tally: &Tally, ledger: &Ledger, services: &Services) -> Result<String, BoxError> {
    let counts = ledger.counts()?;
    let once = |payment: &String| counts.get(payment) == Some(&1);
    if let Some(wrong) = tally.accepted.iter().find(|payment| !once(payment)) {
        return Err(format!("{wrong} was accepted, and has {:?} entries", counts.get(wrong)).into());
    }
    let (entries, accepted) = (counts.len(), tally.accepted.len());
    let (taken, booked) = (services.taken(), ledger.total()?);
    if entries != accepted || taken != booked {
        return Err(
            format!("{entries} entries, {accepted} accepted; {booked} and {taken} cents").into()
        );
    }
    Ok("every accepted payment is in it exactly once, as the cards were charged".to_owned())
}

/// So many payments, with the bad luck of a seed.
#[tokio::main]
pub async fn run(count: u32, seed: u64) -> Result<(), BoxError> {
    let (terminal, luck) = (Terminal::stdout(), Luck::of(seed));
    let ledger = Ledger::open(&made("payments.db"), luck.clone())?;
    let services = Services::new(luck);
    let client = Client::new(services.start().await?);
    let engine = Engine::builder().history(History::Off).resource(client).resource(ledger.clone());
    let engine = engine.build();

    terminal.title(&format!("{} payments, with the bad luck of seed {seed}", thousands(count)));
    let start = Instant::now();
    let (mut before, mut best) = (0, 0);
    let tally = pay_all(&engine, seed, count, |done| {
        let second = format!("{:10.3} s  ", start.elapsed().as_secs_f64());
        terminal.line(Tone::Plain, &format!("{second}{} are through", thousands(done)));
        (before, best) = (done, best.max(done - before));
    });
    let tally = tally.await;
    let seconds = start.elapsed().as_secs_f64();

    let accepted = thousands(tally.accepted.len());
    let rows = [
        ("accepted", format!("{accepted}, {} of them without a receipt", tally.without_receipt)),
        ("declined", tally.declined.to_string()),
        ("suspicious", tally.suspicious.to_string()),
        ("given back", format!("{}: the merchant is gone", tally.failed)),
        ("ledger", compare(&tally, &ledger, &services)?),
        ("speed", format!("{:.0} payments a second, waits and all", f64::from(count) / seconds)),
        ("", format!("{} in the best second", thousands(best.max(tally.count() - before)))),
    ];
    terminal.table("Payments", &rows);
    Ok(())
}
