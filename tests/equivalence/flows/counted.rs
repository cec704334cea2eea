//! Loops over ranges, which count.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

const TURNS: u8 = 2;

/// Both ways, with ends that are computed, that change in the loop, that are negative and beyond each other; left early,
/// in each other.
#[workflow]
pub async fn counting(n: i64, few: u8, names: Vec<String>) -> Result<(i64, Vec<usize>), Failure> {
    let mut sum = 0;
    for at in -2..n % 4 {
        sum += number(at).await? % 9;
    }
    let mut end = 3_u32;
    for turn in 0..end {
        end += 1;
        if turn == 1 {
            continue;
        }
        note(format!("{turn} {end}")).await?;
    }
    'outer: for left in (1..few % 5).rev() {
        for right in 0..TURNS {
            if right == left {
                continue 'outer;
            }
            if left + right > 3 {
                break 'outer;
            }
            sum += number(i64::from(left * 10 + right)).await? % 5;
        }
    }
    let mut seen = vec![];
    for mut index in 0..names.len() {
        note(names[index].clone()).await?;
        index += 1;
        seen.push(index);
    }
    for _ in 1..=2 {
        sum += 1;
        ping().await?;
    }
    for day in (5_i8..9).rev() {
        sum += i64::from(day);
        if check(format!("{day}")).await? {
            return Ok((sum, seen));
        }
    }
    for never in 250..few {
        note(format!("{never}")).await?;
    }
    let all = map(names, async |name| {
        let mut told = name;
        for turn in 0..TURNS {
            told = text(format!("{told} {turn}")).await?;
        }
        Ok(told.len())
    })
    .await?;
    Ok((sum, all))
}

/// A million turns hold no list: the loop is left, or ends at once.
#[workflow]
pub async fn counting_far(n: u32) -> Result<u32, Failure> {
    let mut last = 0;
    for turn in n % 3..10_000_000 {
        last = turn;
        if count(format!("{turn}")).await? > 4 || turn > 4 {
            break;
        }
    }
    for turn in (0..u64::from(n) + 4_000_000_000).rev() {
        if check(format!("{turn}")).await? || turn > 5 {
            break;
        }
    }
    Ok(last)
}

/// Up to the last number of a type and from the first, every second and third one, ends that are computed.
#[workflow]
pub async fn counting_to_the_end(few: u8, n: i8, far: u32) -> Result<Vec<i64>, Failure> {
    let mut seen = vec![];
    for byte in few.max(253)..=u8::MAX {
        note(format!("{byte}")).await?;
        seen.push(i64::from(byte));
    }
    for small in (i8::MIN..=n.min(-126)).rev() {
        note(format!("{small}")).await?;
        seen.push(i64::from(small));
    }
    for back in (0..=few % 3).rev() {
        if check(format!("{back}")).await? {
            continue;
        }
        seen.push(i64::from(back));
    }
    for third in (n..120).step_by(100) {
        note(format!("{third}")).await?;
        seen.push(i64::from(third));
    }
    for second in (few.max(251)..=255).step_by(2) {
        note(format!("{second}")).await?;
        seen.push(i64::from(second));
    }
    for over in (few..255).step_by(300) {
        note(format!("{over}")).await?;
    }
    for turn in far..=far {
        note(format!("{turn}")).await?;
    }
    for turn in 0..=far {
        if count(format!("{turn}")).await? > 4 || turn > 2 {
            break;
        }
    }
    Ok(seen)
}

#[test]
fn counted_to_the_end_is_proven() {
    prove!(counting_to_the_end(few, n, far): note, check, count; failing = 2, seeds = 300).run();
}
#[test]
fn counted_is_proven() {
    prove!(counting(n, few, names): number, note, ping, check, text; failing = 2, seeds = 300)
        .run();
}
#[test]
fn counted_far_is_proven() {
    prove!(counting_far(n): count, check; failing = 2).run();
}

/// The names of states are made of those that are written, not of a loop's own variables.
#[test]
fn states_show_written_names() {
    for document in
        [counting::definition(), counting_far::definition(), counting_to_the_end::definition()]
    {
        let document = document.map(|it| it.to_json_pretty()).unwrap_or_default();
        let names = document.lines().filter(|line| line.contains("\"Set "));
        let own =
            |name: &&str| name.contains("_next") || name.contains("_end") || name.contains("_each");
        assert_eq!(names.filter(own).count(), 0, "{document}");
    }
}
