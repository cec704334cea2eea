use std::collections::BTreeMap;
use workflow::prelude::*;

#[task]
async fn ping() -> Result<(), Failure> {
    Ok(())
}

#[workflow]
async fn in_a_loop(
    lines: Vec<String>,
    groups: BTreeMap<String, Vec<u8>>,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut groups = groups;
    groups.retain(|_, units| {
        units.truncate(1);
        !units.is_empty()
    });
    let mut found = BTreeMap::new();
    for line in &lines {
        let mut parts = line.split('=');
        let key = parts.next().unwrap_or("");
        let value = parts.next().unwrap_or("");
        found.insert(key.to_string(), value.to_string());
    }
    ping().await?;
    Ok(found)
}

#[pure]
fn behind_the_first(of: &[u8]) -> u32 {
    let mut rest = of.iter();
    let first = rest.next();
    let mut sum = 0u32;
    for x in rest {
        sum += u32::from(*x);
    }
    if first.is_some() { sum } else { 0 }
}

#[allow(unused_labels, reason = "the inner label hides it, which is the mistake")]
#[pure]
fn left_by_a_label(of: &[u8]) -> u32 {
    let mut sum = 0u32;
    'a: for x in of {
        'a: {
            if *x > 100 {
                break 'a;
            }
            sum += u32::from(*x);
        }
    }
    sum
}

fn main() {}
