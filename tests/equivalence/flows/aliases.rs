//! Borrows of places that are changed.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    pub kind: String,
    pub count: i32,
    pub marks: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub struct Sheet {
    pub lines: Vec<Line>,
    pub total: i32,
    pub sums: BTreeMap<String, i32>,
}

/// Entries under a name, in a loop that is one expression and in straight code.
#[workflow]
pub async fn entered(
    lines: Vec<Line>,
    key: String,
) -> Result<(BTreeMap<String, i32>, BTreeMap<String, Line>, i32), Failure> {
    let mut highest: BTreeMap<String, i32> = BTreeMap::new();
    let mut sums: BTreeMap<String, Line> = BTreeMap::new();
    for line in &lines {
        let best = highest.entry(line.kind.clone()).or_insert(line.count);
        if line.count > *best {
            *best = line.count;
        }
    }
    for line in lines {
        if line.count == 7 {
            continue;
        }
        let sum = sums.entry(line.kind).or_default();
        sum.count = (sum.count / 2) + line.count / 2;
        if line.marks.is_empty() {
            continue;
        }
        sum.marks.push(format!("{} {}", sum.marks.len(), line.count));
        let seen = highest.entry("seen".to_owned()).or_insert_with(|| 0);
        *seen += 1;
    }
    note(key.clone()).await?;
    let one = highest.entry(key.clone()).or_default();
    let before = *one;
    *one = before / 3;
    let one = sums.entry(key.clone()).or_default();
    one.kind.push_str(&key);
    one.marks.push(format!("{before}"));
    let many = one.marks.len() as i32;
    note(key).await?;
    Ok((highest, sums, many))
}

/// Places that may be there.
#[workflow]
pub async fn looked_up(
    mut sheet: Sheet,
    key: String,
    at: usize,
) -> Result<(Sheet, String), Failure> {
    note(key.clone()).await?;
    if let Some(sum) = sheet.sums.get_mut(&key) {
        *sum /= 2;
        if *sum > 10 {
            *sum -= 1;
        }
    } else {
        sheet.sums.insert(key.clone(), 1);
    }
    if let Some(line) = sheet.lines.get_mut(at) {
        line.count /= 3;
        line.marks.push(key.clone());
    }
    if let Some(line) = sheet.lines.iter_mut().find(|line| line.kind == key) {
        line.count = 0;
    } else if let Some(last) = sheet.lines.last_mut() {
        last.kind.push('!');
    }
    let Some(first) = sheet.lines.first_mut() else {
        return Ok((sheet, text(key).await?));
    };
    first.marks.push("first".to_owned());
    let kind = first.kind.clone();
    let told = text(kind).await?;
    Ok((sheet, told))
}

/// Items that change, each for itself and beside other variables.
#[workflow]
pub async fn each(
    mut lines: Vec<Line>,
    mut numbers: Vec<i32>,
) -> Result<(Vec<Line>, Vec<i32>, i32, BTreeMap<String, i32>), Failure> {
    let mut most = 0;
    let mut sums: BTreeMap<String, i32> = BTreeMap::new();
    for line in &lines {
        sums.insert(line.kind.clone(), line.count);
    }
    for number in numbers.iter_mut() {
        *number /= 2;
    }
    for line in &mut lines {
        line.count /= 4;
        if line.marks.len() > 2 {
            line.marks.push(format!("{}", line.count));
        }
    }
    for line in &mut lines {
        if line.kind.is_empty() {
            continue;
        }
        line.count += 1;
        if line.count > most {
            most = line.count;
        }
        if most > 1000 {
            break;
        }
        line.marks.push("seen".to_owned());
    }
    for (at, number) in numbers.iter_mut().enumerate() {
        if at > 2 {
            break;
        }
        *number -= at as i32;
    }
    for sum in sums.values_mut() {
        *sum /= 2;
        most /= 2;
    }
    note(format!("{most}")).await?;
    Ok((lines, numbers, most, sums))
}

/// Variables, fields and items.
#[workflow]
pub async fn places(mut sheet: Sheet, at: usize, by: i32) -> Result<Sheet, Failure> {
    note("begins".to_owned()).await?;
    let total = &mut sheet.total;
    *total /= 2;
    let half = *total;
    *total = half / 2 + 1;
    if at < sheet.lines.len() {
        let line = &mut sheet.lines[at];
        line.count = by / 2;
        line.marks.push(format!("{half}"));
    }
    let found = match async {
        let total = &mut sheet.total;
        if by > 5 {
            *total = 5;
            return Err(Failure::new("Five", "it is five"));
        }
        *total -= 1;
        Ok(*total)
    }
    .await
    {
        Ok(total) => total,
        Err(_) => sheet.total,
    };
    note(format!("{found}")).await?;
    Ok(sheet)
}

#[pure]
pub fn summed(lines: &Vec<Line>, start: i32) -> BTreeMap<String, i32> {
    let mut sums: BTreeMap<String, i32> = BTreeMap::new();
    for line in lines {
        let sum = sums.entry(line.kind.clone()).or_insert(start / 2);
        *sum = *sum / 2 + line.count / 2;
    }
    if let Some(sum) = sums.get_mut("a") {
        *sum /= 3;
    }
    sums
}

#[pure]
pub fn halved(numbers: Vec<i32>) -> Vec<i32> {
    let mut list = numbers;
    for x in list.iter_mut() {
        *x /= 2;
    }
    if let Some(last) = list.last_mut() {
        *last = 1;
    }
    list
}

#[workflow]
pub async fn by_pure(
    lines: Vec<Line>,
    list: Vec<i32>,
) -> Result<(BTreeMap<String, i32>, Vec<i32>), Failure> {
    let many = list.len() as i32;
    note(format!("{many}")).await?;
    Ok((summed(&lines, many), halved(list)))
}

#[test]
fn entered_agrees() {
    prove!(entered(lines, key): note; failing = 10).run();
}
#[test]
fn looked_up_agrees() {
    prove!(looked_up(sheet, key, at): note, text; failing = 10).run();
}
#[test]
fn each_agrees() {
    prove!(each(lines, numbers): note; failing = 10).run();
}
#[test]
fn places_agrees() {
    prove!(places(sheet, at, by): note; failing = 10).run();
}
#[test]
fn by_pure_agrees() {
    prove!(by_pure(lines, list): note; failing = 10).run();
}

/// Values of blocks, options, borrows of borrows, branches, and names that mean another thing.
#[workflow]
pub async fn nested(
    mut sheet: Sheet,
    mut note_of: Option<Line>,
    key: String,
) -> Result<(Sheet, Option<Line>, Vec<i32>), Failure> {
    let mut seen = vec![];
    if let Some(line) = &mut note_of {
        line.count /= 2;
        line.kind.push('?');
    }
    if let Some(line) = note_of.as_mut()
        && line.count > 3
    {
        let marks = &mut line.marks;
        marks.push("more".to_owned());
        let count = &mut line.count;
        *count -= marks.len() as i32;
    }
    for line in sheet.lines.clone() {
        let sum = sheet.sums.entry(line.kind).or_insert(line.count);
        *sum /= 2;
        for sum in &line.marks {
            seen.push(sum.len() as i32);
        }
        seen.push(sheet.sums.len() as i32);
        let Some(sum) = sheet.sums.get_mut(&key) else { continue };
        *sum /= 3;
        seen.push(*sum);
    }
    for sum in seen.clone() {
        if sum == 4 {
            break;
        }
        if let Some(last) = sheet.lines.last_mut() {
            last.count = sum / 2;
            if sum > 4 {
                break;
            }
            last.marks.push(format!("{sum}"));
        } else {
            sheet.total = sum;
        }
    }
    let most = {
        let sum = sheet.sums.entry("most".to_owned()).or_insert(7);
        *sum /= 2;
        *sum
    };
    seen.push(most);
    let (a, b) = join!(
        async {
            let mut sums: BTreeMap<String, u32> = BTreeMap::new();
            let sum = sums.entry(key.clone()).or_default();
            *sum += 1;
            count(format!("{}", sums.len())).await
        },
        count(key.clone()),
    )
    .await?;
    if a > b {
        return Err(Failure::new("More", "than it was"));
    }
    Ok((sheet, note_of, seen))
}

#[test]
fn nested_agrees() {
    prove!(nested(sheet, note_of, key): count; failing = 10).run();
}
