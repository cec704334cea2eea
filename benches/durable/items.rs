//! Maps of many items, each with a task.

use crate::drive;
use crate::flows::items;
use crate::folder::Folder;
use crate::meter::{self, Cpu, micros};
use crate::rows::{Row, Rows};
use crate::settings::Settings;
use std::time::Duration;
use workflow::Engine;
use workflow::machine::Limits;
use workflow_sqlite::Sqlite;

const ROUNDS: usize = 3;

pub fn run(_: &Settings, rows: &mut Rows) {
    let runtime = drive::runtime();
    for count in [1_000, 40_000] {
        let (mut least, mut cpu, mut bytes, mut syncs) = (Duration::MAX, f64::MAX, 0, 0);
        for _ in 0..ROUNDS {
            let folder = Folder::new();
            let store = folder.store(Sqlite::options());
            let engine = Engine::builder().limits(Limits::Off).store(store.clone()).build();
            let before = Cpu::now();
            let list = move || (0..count).collect();
            let (_, time) = drive::run::<items>(&runtime, &engine, (1, 1), list);
            cpu = Cpu::since(before, u64::from(count), 1).0.min(cpu);
            least = least.min(time);
            syncs = store.figures().transactions;
            drop((engine, store));
            bytes = folder.bytes() / u64::from(count);
        }
        rows.add(
            Row::new("map")
                .with("items", count)
                .aim("us_an_item", micros(least, count.into()), "below 30, and linear")
                .with("cpu_us_an_item", cpu)
                .with("syncs", syncs)
                .with("file_bytes_an_item", bytes)
                .with("load", meter::load()),
        );
    }
}
