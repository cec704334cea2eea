//! The workflows of the examples, crashed at their commits: before, after, and with a lost acknowledgement. Their tasks are
//! answered at random.
//!
//! `CRASH_SEEDS=20 cargo test --test examples survive` runs more.

use crate::harness::points::{asked, seeds};
use crate::prove;

/// An order, and when its parcel arrives: a date is a text of its form.
const ORDER: &[(&str, &str)] = &[
    ("", include_str!("../../order_fulfilment/inputs/default.json")),
    ("arrival", "\"2026-11-27\""),
];

macro_rules! survives {
    ($example:ident: $workflow:ident($($parameter:ident),+): $($task:ident),+) => {
        survives!($example: $workflow($($parameter),+): $($task),+; &[]);
    };
    ($example:ident: $workflow:ident($($parameter:ident),+): $($task:ident),+; $given:expr) => {
        #[test]
        fn $example() {
            use crate::$example::tasks::*;
            use crate::$example::workflow::$workflow;
            let proof = prove!($workflow($($parameter),+): $($task),+; failing = 10, given = $given);
            let crashes = proof.survives_each_commit(3 * seeds());
            assert!(crashes >= 9 || asked().is_some(), "{crashes} crashes");
        }
    };
}

survives!(approval: approve(expense): ask, pay_back, tell);
survives!(dashboard: refresh(team): fetch, remember, recall, write_page);
survives!(deletion_request: forget(request): find, copy, delete_account, anonymise_orders, delete_files, restore, destroy, tell, confirm);
survives!(etl: load_orders(source): split, clean, load, summarise);
survives!(image_sizes: publish(upload): inspect, scale, make_page, announce, remove);
survives!(order_fulfilment: fulfil(order): price, review, charge, tell_customer, pick, pack, invoice, refund, put_back, hand_to_post, book_courier, hold_for_pickup, arrival; ORDER);
survives!(payments: pay(payment): assess, charge, book, give_back, send_receipt);
survives!(poll_job: count_primes(question): start, look, cancel, keep);
survives!(project_counts: join_users(sign_up): register, count, welcome);
