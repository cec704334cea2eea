#![allow(clippy::unwrap_used, reason = "tests")]
use super::pieces::Piece;
use super::*;
use crate::binary::Reader;
use crate::failure::Failure;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Payloads, and all that were ever written.
#[derive(Default)]
struct Written {
    payloads: Payloads,
    all: BTreeMap<u32, Arc<str>>,
}

impl Written {
    fn bytes(&mut self, text: &str) -> Vec<u8> {
        let pieces = self.payloads.divide(text);
        let mut bytes = vec![];
        put_pieces(&mut bytes, &pieces);
        self.all.extend(self.payloads.take_new());
        bytes
    }
    fn read(&self, bytes: &[u8]) -> Result<Arc<str>, Failure> {
        let bytes: Vec<_> = [7].iter().chain(bytes).copied().collect();
        let mut reader = Reader::new(&bytes, 7, "a text")?;
        let mut find =
            |number| self.all.get(&number).cloned().ok_or_else(|| Failure::runtime("no payload"));
        let head = reader.number()?;
        let text = read_pieces(head, &mut reader, &mut find)?;
        reader.end().map(|()| text)
    }
    /// The bytes that a text takes, and the payloads that it adds.
    fn cost(&mut self, text: &str) -> (usize, usize) {
        let before = self.all.len();
        let bytes = self.bytes(text);
        assert_eq!(&*self.read(&bytes).unwrap(), text);
        (bytes.len(), self.all.len() - before)
    }
}

fn order(number: u32) -> String {
    format!("{{\"order\":{number},\"note\":\"{}\"}}", "ab".repeat(140))
}

#[test]
fn a_long_text_is_written_once() {
    let mut written = Written::default();
    assert_eq!(written.cost(&order(1)), (1, 1));
    assert_eq!(written.cost(&order(1)), (1, 0));
    assert_eq!(written.cost(&order(2)), (1, 1));
    assert_eq!(written.cost("short"), (6, 0));
    assert_eq!(written.cost(""), (1, 0));
    assert_eq!(written.cost("eu-west-1"), (2, 0));
}

#[test]
fn envelopes_mention_what_is_in_them() {
    let mut written = Written::default();
    let result =
        format!("{{\"ExecutedVersion\":\"$LATEST\",\"Payload\":{},\"StatusCode\":200}}", order(1));
    assert_eq!(written.cost(&result), (4, 1));
    assert_eq!(written.cost(&order(1)), (1, 0));
    let parameters = format!("{{\"FunctionName\":\"charge\",\"Payload\":{}}}", order(1));
    assert_eq!(written.cost(&parameters), (13, 0));
    let message = format!("{{\"QueueUrl\":\"https://queue\",\"MessageBody\":{}}}", order(1));
    assert_eq!(written.cost(&message), (48, 0));
    assert_eq!(written.cost(&order(2)), (1, 1));
    assert_eq!(written.cost(&format!("[{},{}]", order(1), order(2))), (9, 0));
    assert_eq!(written.cost(&format!("[{},{}]", order(1), order(3))), (1, 1));
}

#[test]
fn records_mention_what_is_known() {
    let mut payloads = Payloads::after(30);
    let record = format!("{{\"state\":\"A\",\"kept\":{{\"order\":{}}}}}", order(5));
    assert_eq!(payloads.known(&record), None);
    payloads.divide(&order(5));
    let text = marked(&payloads.known(&record).unwrap());
    assert_eq!(text, "\u{2}A\u{3}\"order\":\u{1}31\u{1}}}");
    let whole = unmarked(&text, |number| {
        assert_eq!(number, 31);
        Ok(order(5).into())
    });
    assert_eq!(whole.unwrap().unwrap(), record);
    assert_eq!(unmarked("{}", |_| Ok("".into())).unwrap(), None);
    for damaged in ["\u{1}1", "\u{1}x\u{1}", "\u{1}\u{1}", "\u{1}99999999999\u{1}"] {
        assert!(unmarked(damaged, |_| Ok("".into())).is_err(), "{damaged:?}");
    }
}

#[test]
fn little_is_remembered_and_what_is_met_stays() {
    let mut written = Written::default();
    written.cost(&order(0));
    for number in 1..5_000 {
        assert_eq!(written.cost(&order(number)).1, 1);
        assert_eq!(written.cost(&order(0)), (1, 0));
    }
    assert_eq!(written.cost(&order(1)).1, 1);
}

#[test]
fn words_are_found_at_both_ends() {
    let mut written = Written::default();
    assert_eq!(
        written.cost("{\"ExecutedVersion\":\"$LATEST\",\"Payload\":7,\"StatusCode\":200}"),
        (5, 0)
    );
    for odd in [
        ",\"StatusCode\":200}",
        ",\"StatusCode\":200},\"StatusCode\":200}",
        "\",\"Payload\":\",\"Payload\":",
    ] {
        written.cost(odd);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn texts_come_back(parts in prop::collection::vec((0_u8..6, any::<String>(), 0_usize..3), 1..20)) {
        let mut written = Written::default();
        for (kind, any, repeat) in parts {
            let text = match kind {
                0 => any,
                1 => order(repeat as u32),
                2 => format!("{{\"FunctionName\":\"{any}\",\"Payload\":{}}}", order(repeat as u32)),
                3 => format!("[{}", order(repeat as u32).repeat(repeat)),
                4 => any.repeat(100),
                _ => format!("{any}{}{any}", order(repeat as u32)),
            };
            written.cost(&text);
        }
    }

    #[test]
    fn damage_is_told(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let _ = Written::default().read(&bytes);
    }
}

#[test]
fn a_piece_is_a_payload() {
    let mut payloads = Payloads::after(6);
    assert_eq!(payloads.divide(&order(1)), [Piece::Payload(7)]);
    assert_eq!(payloads.take_new().len(), 1);
    assert!(payloads.take_new().is_empty());
}
