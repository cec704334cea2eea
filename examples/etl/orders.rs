//! Files of orders, as they come: the same for the same number of rows, and dirty on purpose.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

/// Writes so many rows, of which `dirty` of 100 are bad.
pub fn write(path: &Path, rows: u64, dirty: u64) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "id,date,customer,country,amount,currency")?;
    for number in 0..rows {
        let draw = mix(number);
        let line =
            if draw % 100 < dirty { bad(number, draw / 100) } else { good(number, draw / 100) };
        writeln!(file, "{line}")?;
    }
    file.flush()
}

/// People write the same in several ways.
fn good(number: u64, draw: u64) -> String {
    let (day, month) = (1 + draw % 28, 1 + draw / 28 % 12);
    let date = match draw % 3 {
        0 => format!("{day}.{month}.2026"),
        _ => format!("2026-{month:02}-{day:02}"),
    };
    let customer = ["Ada", " Grace ", "\"Babbage, Charles\"", "Zoë"][(draw / 3 % 4) as usize];
    let amount = match draw % 5 {
        0 => format!("\"{},{:02}\"", draw % 900, draw % 100),
        1 => format!("{}.{}", draw % 900, draw % 10),
        _ => format!("{}.{:02}", draw % 900, draw % 100),
    };
    let (country, currency) =
        [("de", "EUR"), ("US", "USD"), ("GB", "GBP")][(draw / 12 % 3) as usize];
    format!("{number},{date},{customer},{country},{amount},{currency}")
}

fn bad(number: u64, draw: u64) -> String {
    match draw % 8 {
        0 => format!("{number},2026-02-30,Ada,DE,9.99,EUR"),
        1 => format!("{number},2026-11-23,,DE,9.99,EUR"),
        2 => format!("{number},2026-11-23,Ada,Germany,9.99,EUR"),
        3 => format!("{number},2026-11-23,Ada,DE,-9.99,EUR"),
        4 => format!("{number},2026-11-23,Ada,DE,9.99,BTC"),
        5 => format!("{number},2026-11-23,Ada"),
        6 => format!("no. {number},2026-11-23,Ada,DE,9.99,EUR"),
        // An order that was there before.
        _ => good(number / 2, mix(number / 2) / 100),
    }
}

/// The finalizer of splitmix64.
fn mix(number: u64) -> u64 {
    let mut x = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
