//! Written by the generator of this package: do not edit.

use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;
use workflow_generated::{computes, tasks::*};

#[workflow]
pub async fn w324(n: i64, perhaps: Option<String>, nums: Vec<i64>, bytes: Vec<u8>, groups: BTreeMap<String, Vec<i64>>, held: Parcel) -> Result<(Vec<i64>, i64, i64, bool, String, bool, i64), Failure> {
    let mut n1: i64 = (held.size + n);
    let mut flag2: bool = nums.len() > 1;
    let mut word3: String = held.label.text.clone();
    let mut flag4: bool = nums.len() > 5;
    let (mut n5, n6) = join!(async {
        let mut n7: i64 = held.size;
        let mut two8: (i64, String) = (n, "b".to_string());
        let mut two9: (i64, String) = two8.clone();
        for (word11, nums12) in &groups {
            {
                two9.0 = (held.label.code * 2);
                let mut nums13: Vec<i64> = nums12.clone();
                nums13.extend(nums12.clone());
            }
            let (Some(n14), true) = (held.count, two8.0 > 3) else {
                two9.0 = (nums12.iter().filter(|x| **x > 3).count() as i64);
                let mut bytes15: Vec<u8> = bytes.clone();
                if bytes15.len() > 1 { bytes15.swap(0, 1); }
                continue;
            };
            let mut made17: Vec<i64> = nums.iter().filter(|x16| {
                let mut held: i64 = n1;
                let mut word3: Vec<u8> = bytes.clone();
                word3.push(71);
                let mut nums: bool = if let Some(n18) = nums12.first().copied() {
                    let mut bytes: i64 = (n7 * 2);
                    let mut perhaps19: Option<String> = perhaps.clone();
                    bytes += (n1 % 7);
                    let mut sizes20: BTreeMap<String, i64> = if nums12.len() > 2 {
                        let mut n21: i64 = n;
                        let mut perhaps22: Option<String> = perhaps19.clone();
                        n21 = n21 % 50 + 1;
                        let mut sizes23: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        let many24 = sizes23.remove("north");
                        let sizes25: BTreeMap<String, i64> = BTreeMap::from([("b".to_string(), 8)]);
                        let mut boxes26: Vec<Parcel> = Vec::<Parcel>::new();
                        boxes26.sort_by_key(|x| x.size);
                        BTreeMap::from([("c".to_string(), 8)])
                    } else {
                        let mut n27: i64 = nums12.iter().sum::<i64>();
                        let mut sizes28: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 6)]);
                        sizes28.remove(&word11.clone());
                        *sizes28.entry(word11.clone()).or_insert_with(|| 3) = (nums12.iter().filter(|x| **x > 3).count() as i64);
                        let mut bytes29: Vec<u8> = vec![0, 2, 3];
                        bytes29.sort();
                        sizes28.clone()
                    };
                    flag2 && two8.0 > 2
                } else {
                    let mut n30: i64 = held;
                    let mut n: i64 = n7;
                    n30 = n30 % 50 + 1;
                    let mut names31: Vec<String> = vec!["".to_string()];
                    names31.retain(|x| x.len() as i64 > 3);
                    let mut word32: String = "".to_string();
                    word32.push_str(&word11.clone());
                    held == n14
                };
                flag4
            }).copied().collect();
        }
        both(two9.0, two9.1.clone()).await?;
        Ok((n1 % 9) + (if flag2 { 1 } else { 0 }) + (word3.len() as i64) + (if flag4 { 1 } else { 0 }) + (n7 % 9) + (two8.0 % 9) + (two9.0 % 9))
    }, number(2)).await?;
    note(format!("{}", flag2)).await?;
    let mut nums34 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n33| {
        let mut n35: i64 = (held.label.code % 7);
        let mut nums36: Vec<i64> = vec![n6, n35];
        let mut byte37: u8 = 47;
        let mut made39: Option<i64> = nums.iter().filter_map(|x38| {
            let mut n40: i64 = held.label.code;
            let mut two41: (i64, String) = ((nums36.iter().filter(|x| **x > 4).count() as i64), held.name.clone());
            for n1 in word3.split(",") {
                {
                    two41.0 = (n6 * 2);
                    let mut word42: String = match word3.as_str() {
                        "a" | "b" => {
                            let mut n43: i64 = nums.first().copied().unwrap_or(1);
                            let mut two44: (i64, String) = two41.clone();
                            n43 += 0;
                            let mut bytes45: Vec<u8> = vec![7, 2, 4];
                            bytes45.reverse();
                            if bytes45.len() > 1 { bytes45[1] = byte37; }
                            let mut flag2: String = n1.to_string();
                            held.label.text.clone()
                        }
                        "" if flag2 && n33 == *x38 => {
                            let mut n46: i64 = (n40 * 2);
                            let mut held47: Parcel = Parcel { size: n40, ..held.clone() };
                            held47.size = (two41.0 - *x38);
                            let mut groups48: BTreeMap<String, Vec<i64>> = groups.clone();
                            groups48.remove(&held.name.clone());
                            let mut grid49: Vec<Vec<i64>> = vec![vec![3], vec![]];
                            if grid49.len() > 1 { grid49[1].clear(); }
                            format!("{}-{}", n1.to_string(), n46)
                        }
                        _ => {
                            let mut n50: i64 = n6;
                            let mut byte51: u8 = (byte37 + 8);
                            byte51 = byte51 / 2 + 4;
                            let x38: i64 = (if n6 > 0 { n6 } else { held.label.code });
                            let mut boxes52: Vec<Parcel> = Vec::<Parcel>::new();
                            let end53 = boxes52.len().saturating_sub(1);
                            if boxes52.len() > 0 { boxes52[end53].count = held.count; }
                            boxes52.extend(Vec::<Parcel>::new());
                            n1.to_string()
                        }
                    };
                    let mut sizes54: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    *sizes54.entry(held.name.clone()).or_default() -= (n40 + *x38);
                }
                let mut boxes55: Vec<Parcel> = Vec::<Parcel>::new();
                boxes55.retain(|x| x.size > 2);
                boxes55.extend(Vec::<Parcel>::new());
            }
            let mut word56: String = held.label.text.clone();
            word56.push('x');
            let mut names57: Vec<String> = Vec::<String>::new();
            let end58 = names57.len().saturating_sub(1);
            if names57.len() > 0 { names57[end58] = "north".to_string(); }
            held.count
        }).max();
        'turn60: for part59 in nums.windows(2) {
            byte37 += (byte37).checked_sub(46).unwrap_or(1);
            let mut held61: Parcel = Parcel { size: (n % 7), ..held.clone() };
        }
        number(n5).await?;
        Ok((n1 % 9) + (if flag2 { 1 } else { 0 }) + (word3.len() as i64) + (if flag4 { 1 } else { 0 }) + (n5 % 9) + (n35 % 9) + (nums36.len() as i64) + (i64::from(byte37)) + (made39.unwrap_or(5) % 9))
    }).await?;
    note(format!("{}", flag2)).await?;
    Ok((nums34.clone(), n6, n5, flag4, word3.clone(), flag2, (n1 % 9) + (held.size % 9) + (groups.len() as i64) + (bytes.len() as i64) + (nums.len() as i64) + (perhaps.clone().unwrap_or_default().len() as i64) + (n % 9)))
}
#[test]
fn w324_agrees() {
    computes!(w324(n, perhaps, nums, bytes, groups, held));
}

#[workflow]
pub async fn w325(n: i64, flag: bool, word: String, many: Option<i64>, perhaps: Option<String>, nums: Vec<i64>) -> Result<(BTreeMap<String, Vec<i64>>, Vec<i64>, Vec<u8>, Vec<Parcel>, Option<i64>, i64, i64), Failure> {
    let mut n1: i64 = n;
    let mut many2: Option<i64> = many;
    let mut boxes3: Vec<Parcel> = Vec::<Parcel>::new();
    let mut bytes4: Vec<u8> = vec![5, 2, 7];
    let mut nums6 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n5| {
        let mut n7: i64 = n1;
        let mut nums8: Vec<i64> = nums.clone();
        let mut perhaps9: Option<String> = perhaps.clone();
        let held10: Parcel = Parcel { name: "a".to_string(), size: 6, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
        for n11 in 1i64..=3 {
            if let Some(n12) = nums8.pop() {
                match word.as_str() {
                    "a" | "b" => {
                        nums8.sort_by(|a, b| b.cmp(a));
                        if let Some(Parcel { lines: lines13, size: 0.., .. }) = boxes3.last().cloned() {
                            nums8.sort();
                        } else {
                            let mut n12: i64 = n12;
                            nums8.sort_by(|a, b| b.cmp(a));
                            nums8.clear();
                        }
                        continue;
                    }
                    "" if flag && many2.is_some() => {
                        nums8.extend_from_slice(&nums.clone());
                    }
                    _ => {
                        nums8.truncate(3);
                        nums8.extend(vec![6, 2, 2]);
                        nums8.clear();
                    }
                }
                continue;
            } else {
                n7 += (if word == "c" { held10.size } else { held10.spot.x });
                if nums8.len() > 1 { nums8.remove(1); }
                nums8 = nums.clone();
            }
            nums8.retain(|x| *x != n);
        }
        note(perhaps9.clone().unwrap_or_default()).await?;
        Ok((n1 % 9) + (many2.unwrap_or(5) % 9) + (boxes3.len() as i64) + (bytes4.len() as i64) + (n7 % 9) + (nums8.len() as i64) + (perhaps9.clone().unwrap_or_default().len() as i64))
    }).await?;
    number(nums6.len() as i64).await?;
    let mut groups14: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    groups14.entry(word.clone()).or_default().push(6);
    'turn17: for byte15 in bytes4.iter().skip(1).cloned().collect::<Vec<_>>() {
        groups14.entry(word.clone()).or_default();
        groups14.entry(word.clone()).or_insert(nums.clone()).clear();
        {
            let Some(Parcel { lines: lines18, size: 0.., .. }) = boxes3.last().cloned() else {
                if !(nums6.len() > 5 || flag) {
                    boxes3.clear();
                    let many19 = nums6.pop();
                    let mut held20: Parcel = Parcel { name: "".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                    held20.label.code -= (nums.iter().filter(|x| **x > 2).count() as i64);
                } else if many2.is_some() {
                    bytes4.push(byte15);
                } else {
                    nums6.push(i64::from(byte15));
                    let mut word21: String = word.clone();
                    word21.push_str("north");
                    continue 'turn17;
                }
                continue 'turn17;
            };
            boxes3.retain(|x| x.size > 3);
            break;
        }
    }
    boxes(boxes3.clone(), 1).await?;
    Ok((groups14.clone(), nums6.clone(), bytes4.clone(), boxes3.clone(), many2, n1, (nums.len() as i64) + (perhaps.clone().unwrap_or_default().len() as i64) + (many.unwrap_or(5) % 9) + (word.len() as i64) + (if flag { 1 } else { 0 }) + (n % 9)))
}
#[test]
fn w325_agrees() {
    computes!(w325(n, flag, word, many, perhaps, nums));
}

#[pure]
fn p326_0(n: i64, word: String, many: Option<i64>, nums: &[i64]) -> Result<Vec<i64>, Failure> {
    let mut n1: i64 = (n - n);
    let mut bytes2: Vec<u8> = vec![4, 2, 3];
    let mut groups3: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    for n4 in nums.iter().filter(|x| **x > 1) {
        n1 += 3;
        groups3.entry(word.clone()).or_insert(nums.to_vec()).clear();
    }
    let mut sizes6: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 7)]);
    if let Some(n7) = sizes6.remove("a") {
        if let Some(n8) = sizes6.remove("b") {
            if let Some(n) = sizes6.get("c") && *n > 1 {
                let mut word9: String = word.clone();
                word9.push_str("b");
                let mut nums10: Vec<i64> = nums.to_vec();
                if let Some(n11) = nums10.pop() {
                    bytes2.reverse();
                    n1 += (n7 * 2);
                }
            } else {
                bytes2.sort();
            }
            let many12 = sizes6.remove("b");
        }
        bytes2.sort();
        return Ok(vec![n1, n]);
    }
    Ok(nums.to_vec())
}

#[pure]
fn p326_1(n: i64, small: u8, flag: bool, word: String) -> Result<Vec<i64>, Failure> {
    let mut n1: i64 = (n * 2);
    let mut what2: Kind = Kind::Named { name: word.clone(), size: i64::from(small) };
    let mut names3: Vec<String> = vec![word.clone()];
    for word4 in &names3 {
        let mut two6: (i64, String) = (6, "a".to_string());
        two6.0 += (n - n);
        n1 = (if flag && n > 4 { n1 } else { n });
        let mut bag7: BTreeSet<String> = BTreeSet::<String>::new();
        if bag7.remove("a") {
            let (Kind::Sized(n8) | Kind::Named { size: n8, .. }) = &what2 else {
                two6.0 = (word4.len() as i64);
                let mut made10: i64 = vec![1i64, 2].iter().fold(1i64, |mut all11, x12| {
                    let mut n13: i64 = n;
                    let mut held14: Parcel = Parcel { name: "north".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                    held14.size = (n13 % 7);
                    let mut grid15: Vec<Vec<i64>> = vec![vec![3], vec![]];
                    let end16 = grid15.len().saturating_sub(1);
                    if grid15.len() > 0 { grid15[end16] = vec![2, 2, 7]; }
                    n
                });
                break;
            };
            if bag7.insert(word4.clone()) {
                bag7 = bag7.clone();
            }
            let flag17 = bag7.remove("a");
            continue;
        } else {
            n1 = n1 % 50 + 1;
            let mut sizes18: BTreeMap<String, i64> = BTreeMap::from([("b".to_string(), 7)]);
            *sizes18.entry(word.clone()).or_insert_with(|| 3) = (n + n1);
        }
    }
    let mut bag19: BTreeSet<String> = names3.iter().cloned().collect::<BTreeSet<_>>();
    let mut nums20: Vec<i64> = p326_0(n1, word.clone().to_uppercase(), Some(n), &vec![0, 2, 4]).unwrap_or(vec![5, 2, 1]);
    Ok(vec![n, n])
}

#[pure]
fn p326_2(n: i64, small: u8, many: Option<i64>, perhaps: Option<String>) -> Option<String> {
    let mut n1: i64 = n;
    let mut many2: Option<i64> = many;
    let mut nums3: Vec<i64> = vec![n1, n];
    if n > 1 {
        nums3.retain(|x| *x != n);
        return None;
    } else if n == n {
        if many.is_some() {
            let mut n4 = (nums3.get(1).copied())?;
            if let Some(n5) = Some(3i64) && n5 > 1 {
                many2 = many2;
                let mut groups6: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                groups6.entry("".to_string()).or_insert_with(|| vec![1]).extend(vec![6, 2, 7]);
                let mut word7: String = "north".to_string();
                word7.push_str(&"north".to_string());
            }
            nums3.retain(|x| *x != n1);
            return None;
        }
        return None;
    }
    if nums3.len() > 3 {
        nums3.clear();
    }
    let mut nums8: Vec<i64> = p326_1(n, (small).wrapping_add(27u8), n > 0, perhaps.clone().unwrap_or("b".to_string())).unwrap_or(vec![5, 2, 1]);
    for at9 in (0..nums3.len()).step_by(2) {
        nums3.push((n1 % 7));
        let mut two10: (i64, String) = (2, "north".to_string());
        two10.0 += nums3.iter().sum::<i64>();
    }
    Some(perhaps.clone().unwrap_or("".to_string()))
}

#[workflow]
pub async fn w326(n: i64, flag: bool, word: String, nums: Vec<i64>, grid: Vec<Vec<i64>>, held: Parcel) -> Result<(i64, i64, String, Vec<i64>, Vec<i64>, Parcel, i64), Failure> {
    let mut n1: i64 = (nums.iter().filter(|x| **x > 0).count() as i64);
    let mut bytes2: Vec<u8> = vec![2, 2, 4];
    let mut flag3: bool = flag;
    let mut held4: Parcel = held.clone();
    let mut nums5: Vec<i64> = match p326_0(held4.label.code, held4.label.text.clone(), nums.get(1).copied(), &nums) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; vec![2, 2, 4] } };
    number(nums5.len() as i64).await?;
    let mut nums6: Vec<i64> = match p326_1(held.spot.x, 55, held.lines.is_empty(), held4.name.clone()) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; nums.clone() } };
    number(nums6.len() as i64).await?;
    let mut word7: String = p326_2(n1, 51, held4.count, held4.note.clone()).unwrap_or("b".to_string());
    text(word7.clone()).await?;
    let (mut n8, n9) = join!(async {
        let mut n10: i64 = held.label.code;
        let mut perhaps11: Option<String> = held4.note.clone();
        let mut two12: (i64, String) = (nums5.first().copied().unwrap_or(2), "".to_string());
        'turn14: for at13 in 0..nums5.len() {
            match perhaps11.clone() {
                Some(word15) if !word15.is_empty() => {
                    two12.0 = (held4.spot.x + held4.spot.x);
                    let mut sizes16: BTreeMap<String, i64> = {
                        let mut n17: i64 = n10;
                        let mut boxes18: Vec<Parcel> = Vec::<Parcel>::new();
                        boxes18.push(held.clone());
                        BTreeMap::<String, i64>::new()
                    };
                    sizes16.insert(word15.clone(), (held.spot.x + held.spot.x));
                    continue 'turn14;
                }
                Some(_) | None => {
                    if held.size == held4.label.code {
                        match n {
                            0 | 7 => {
                                two12.0 = (nums5.iter().filter(|x| **x > 4).count() as i64);
                                let mut word20: String = held.label.text.clone();
                                word20.push_str("c");
                            }
                            n19 @ 1..=3 => {
                                perhaps11 = Some(held.label.text.clone());
                                let mut bag21: BTreeSet<String> = BTreeSet::<String>::new();
                                let at13 = bag21.remove("c");
                            }
                            n19 if n19 > 5 => {
                                perhaps11 = held.note.clone();
                                let mut boxes22: Vec<Parcel> = Vec::<Parcel>::new();
                                boxes22.truncate(at13);
                            }
                            _ => {
                                perhaps11 = Some("a".to_string());
                                let mut names23: Vec<String> = held.lines.clone();
                                names23.push(word.clone());
                                let nums6: Vec<i64> = nums.clone();
                            }
                        }
                        let mut bag24: BTreeSet<String> = BTreeSet::<String>::new();
                        bag24.extend(held.lines.clone());
                    } else if !(held4.spot.x > 1 || flag) {
                        perhaps11 = perhaps11.clone();
                        let mut bytes25: Vec<u8> = vec![1, 2, 8];
                        bytes25.reverse();
                        let mut names26: Vec<String> = held.lines.clone();
                        names26.clear();
                    } else {
                        n10 /= 2;
                        two12.0 += (held.label.code - held.label.code);
                        let mut sizes27: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 6)]);
                        let many28 = sizes27.remove("a");
                    }
                    let mut nums29: Vec<i64> = nums.clone();
                    if (at13) < nums29.len() { nums29[at13] = held4.spot.x; }
                }
            }
            let mut names30: Vec<String> = held.lines.clone();
            if (at13) < names30.len() { names30[at13] = word.clone(); }
            if (at13) < names30.len() { names30[at13] = held.name.clone(); }
        }
        number(nums5.len() as i64).await?;
        Ok((n1 % 9) + (bytes2.len() as i64) + (if flag3 { 1 } else { 0 }) + (held4.size % 9) + (nums5.len() as i64) + (nums6.len() as i64) + (word7.len() as i64) + (n10 % 9) + (perhaps11.clone().unwrap_or_default().len() as i64) + (two12.0 % 9))
    }, number(2)).await?;
    number(n1).await?;
    Ok((n9, n8, word7.clone(), nums6.clone(), nums5.clone(), held4.clone(), (if flag3 { 1 } else { 0 }) + (bytes2.len() as i64) + (n1 % 9) + (held.size % 9) + (grid.len() as i64) + (nums.len() as i64) + (word.len() as i64) + (if flag { 1 } else { 0 }) + (n % 9)))
}
#[test]
fn w326_agrees() {
    computes!(w326(n, flag, word, nums, grid, held));
}

#[workflow]
pub async fn w327(n: i64, nums: Vec<i64>, bytes: Vec<u8>, grid: Vec<Vec<i64>>, sizes: BTreeMap<String, i64>, what: Kind) -> Result<(i64, bool, Parcel, BTreeMap<String, Vec<i64>>, i64, Kind, i64), Failure> {
    let mut n1: i64 = (nums.iter().filter(|x| **x > 4).count() as i64);
    let mut groups2: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    let mut held3: Parcel = Parcel { name: "b".to_string(), size: 7, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let mut flag4: bool = n1 == held3.label.code;
    'turn6: for part5 in nums.windows(2) {
        if let Some(n7) = sizes.get("") {
            {
                groups2.remove("c");
            }
            groups2.retain(|_, v| v.len() > 0);
            let (Some(n8), true) = (held3.count, held3.spot.x > 1) else {
                let mut sizes: Kind = held3.kind.clone();
                match &sizes {
                    Kind::Sized(groups2) if *groups2 > 2 => {
                        let mut names10: Vec<String> = vec!["a".to_string()];
                        let perhaps11 = names10.pop();
                        n1 *= 3;
                    }
                    Kind::Sized(groups2) | Kind::Named { size: groups2, .. } if !(held3.lines.is_empty() || flag4) => {
                        flag4 = flag4 || *n7 == n1;
                        let mut groups12: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                        groups12.entry("".to_string()).or_insert_with(|| vec![1]).extend(nums.clone());
                        let mut bytes13: Vec<u8> = bytes.clone();
                        bytes13.reverse();
                    }
                    Kind::Named { name: word9, .. } => {
                        n1 += (match &what { Kind::Sized(s) | Kind::Named { size: s, .. } => *s % 9, Kind::Empty => 6 });
                        let mut bytes14: Vec<u8> = bytes.clone();
                        bytes14.reverse();
                    }
                    _ => {
                        groups2.entry("".to_string()).or_insert_with(|| vec![1]).extend(nums.clone());
                        groups2.retain(|_, v| v.len() > 1);
                        groups2.clear();
                    }
                }
                break 'turn6;
            };
            continue 'turn6;
        } else {
            flag4 = flag4;
            held3 = Parcel { size: n1, ..held3.clone() };
            n1 += (nums.iter().filter(|x| **x > 0).count() as i64);
        }
        let mut bag15: BTreeSet<String> = BTreeSet::<String>::new();
        let flag16 = bag15.insert("a".to_string());
    }
    parcel(held3.clone()).await?;
    let mut n17: i64 = if n > 2 {
        let mut n18: i64 = n;
        let mut bag19: BTreeSet<String> = BTreeSet::<String>::new();
        if n1 > 3 {
            let mut boxes20: Vec<Parcel> = Vec::<Parcel>::new();
            boxes20.push(Parcel { name: "".to_string(), size: 6, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
            bag19.insert("north".to_string());
        }
        (if held3.spot.x > 1 { held3.spot.x } else { held3.size })
    } else {
        let mut n21: i64 = held3.spot.x;
        let mut byte22: u8 = 5;
        if let Some(what) = held3.count {
            byte22 = byte22 / 2 + 29;
            let mut boxes23: Vec<Parcel> = Vec::<Parcel>::new();
            if boxes23.len() > 1 { boxes23[1].count = Some(held3.spot.x); }
            for n24 in nums.iter().take(2) {
                if boxes23.len() > 1 { boxes23[1].size += nums.first().copied().unwrap_or(3); }
                let Some(Parcel { lines: lines26, size: 0.., .. }) = boxes23.last().cloned() else {
                    boxes23.retain(|x| x.size > 0);
                    break;
                };
                let mut sizes27: BTreeMap<String, i64> = sizes.clone();
                sizes27.remove("");
            }
        }
        let mut boxes28: Vec<Parcel> = Vec::<Parcel>::new();
        if boxes28.len() > 1 { boxes28[1].lines.push("b".to_string()); }
        held3.label.code
    };
    'turn31: for (word29, n30) in &sizes {
        n17 = n17 % 50 + 1;
        let mut boxes32: Vec<Parcel> = Vec::<Parcel>::new();
        let end33 = boxes32.len().saturating_sub(1);
        if boxes32.len() > 0 { boxes32[end33] = Parcel { name: "".to_string(), size: 3, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
        let mut word34: String = "a".to_string();
        word34.push('x');
    }
    number(n17).await?;
    Ok((n17, flag4, held3.clone(), groups2.clone(), n1, what.clone(), (sizes.len() as i64) + (grid.len() as i64) + (bytes.len() as i64) + (nums.len() as i64) + (n % 9)))
}
#[test]
fn w327_agrees() {
    computes!(w327(n, nums, bytes, grid, sizes, what));
}

#[workflow]
pub async fn w328(n: i64, flag: bool, word: String, nums: Vec<i64>, names: Vec<String>, grid: Vec<Vec<i64>>) -> Result<(u8, Option<String>, Option<String>, i64, Vec<Vec<i64>>, Vec<String>, i64), Failure> {
    let mut n1: i64 = (word.len() as i64);
    let mut perhaps2: Option<String> = names.last().cloned();
    let mut perhaps3: Option<String> = perhaps2.clone();
    let mut byte4: u8 = 76;
    if n1 == n {
        for n5 in (n1 % 4)..(n % 6) {
            let Some(n6) = nums.first().copied() else {
                if let Some(n5) = names.get(3) {
                    if flag && names.contains(&"a".to_string()) {
                        byte4 = byte4 / 2 + 6;
                        let mut grid: String = "a".to_string();
                    } else if n1 == n {
                        byte4 = byte4 / 2 + 29;
                        let mut held7: Parcel = Parcel { name: "b".to_string(), size: 7, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                        held7.lines.push(word.clone());
                    } else {
                        perhaps2 = perhaps2.clone();
                        let mut boxes8: Vec<Parcel> = Vec::<Parcel>::new();
                        boxes8.push(Parcel { name: "b".to_string(), size: 7, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
                        let mut groups9: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                        groups9.remove("north");
                    }
                    if flag && n1 > 5 {
                        byte4 = byte4 / 2 + 43;
                        let mut nums10: Vec<i64> = vec![5, 2, 5];
                        nums10.insert(0, 6);
                        nums10.clear();
                    }
                    let mut bag11: BTreeSet<String> = BTreeSet::<String>::new();
                    bag11.clear();
                } else {
                    n1 += (n5 - n);
                }
                break;
            };
            let mut nums12: Vec<i64> = nums.clone();
            nums12.sort();
        }
    } else {
        number(n1).await?;
    }
    note(perhaps3.clone().unwrap_or_default()).await?;
    if !(word == "c" || flag) {
        'turn17: for _ in (0..nums.len()).step_by(2) {
            let mut boxes18: Vec<Parcel> = Vec::<Parcel>::new();
            if boxes18.len() > 1 { boxes18[1].label.text.push_str("north"); }
            for n19 in (n1 % 4)..(n1 % 6) {
                let nums: Vec<i64> = nums.clone();
                let mut bag20: BTreeSet<String> = BTreeSet::<String>::new();
                let grid = bag20.remove("a");
                if n1 > 2 {
                    match word.as_str() {
                        "a" | "b" => {
                            bag20.remove(&word.clone());
                            continue;
                        }
                        "" if n1 == n19 => {
                            byte4 = byte4 / 2 + 19;
                            let mut sizes21: BTreeMap<String, i64> = BTreeMap::from([("north".to_string(), 8)]);
                            *sizes21.entry("b".to_string()).or_insert(2) += (nums.iter().filter(|x| **x > 1).count() as i64);
                        }
                        _ => {
                            perhaps2 = perhaps2.clone();
                            let mut sizes22: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 5)]);
                            *sizes22.entry("a".to_string()).or_default() -= (n - n19);
                            let mut two23: (i64, String) = (0, "b".to_string());
                            two23.0 += (if grid && two23.0 == n { two23.0 } else { two23.0 });
                        }
                    }
                    boxes18.push(Parcel { name: "c".to_string(), size: 5, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
                    boxes18.truncate(3);
                    continue;
                }
            }
            let mut sizes24: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            sizes24.remove("a");
        }
    } else {
        note(perhaps3.clone().unwrap_or_default()).await?;
    }
    number(n1).await?;
    Ok((byte4, perhaps3.clone(), perhaps2.clone(), n1, grid.clone(), names.clone(), (nums.len() as i64) + (word.len() as i64) + (if flag { 1 } else { 0 }) + (n % 9)))
}
#[test]
fn w328_agrees() {
    computes!(w328(n, flag, word, nums, names, grid));
}
