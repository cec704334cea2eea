//! Written by the generator of this package: do not edit.

use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;
use workflow_generated::{computes, tasks::*};

#[pure]
fn p329_0(n: i64, word: &str, many: Option<i64>, nums: &[i64]) -> i64 {
    let mut n1: i64 = n;
    let mut held2: Parcel = Parcel { name: "c".to_string(), size: 1, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let mut what3: Kind = held2.kind.clone();
    if let Some(n4) = many && n4 > 1 {
        if let Some(n5) = many {
            n1 += nums.first().copied().unwrap_or(2);
            let mut held6: Parcel = {
                let mut n7: i64 = (held2.label.code * 2);
                let mut n8: i64 = (held2.spot.x + held2.size);
                let mut word9: String = word.to_string();
                word9.push_str(&format!("{} ", held2.size));
                match held2.label.code {
                    0 | 7 => {
                        word9.push_str("c");
                        let mut grid10: Vec<Vec<i64>> = vec![vec![5], vec![]];
                        let end11 = grid10.len().saturating_sub(1);
                        if grid10.len() > 0 { grid10[end11] = vec![2, 2, 2]; }
                        let mut nums12: Vec<i64> = nums.to_vec();
                        nums12.insert(0, n7);
                    }
                    n8 @ 1..=3 => {
                        n7 += nums.first().copied().unwrap_or(5);
                        let held2: Parcel = held2.clone();
                    }
                    n8 if n8 > 5 => {
                        word9.push_str("c");
                        let mut n1: i64 = held2.spot.x;
                        let mut boxes13: Vec<Parcel> = Vec::<Parcel>::new();
                        boxes13.truncate(3);
                        let mut bag14: BTreeSet<String> = BTreeSet::<String>::new();
                        bag14.insert(word.to_string());
                    }
                    _ => {
                        n7 = n7 % 50 + 1;
                        let mut grid15: Vec<Vec<i64>> = vec![vec![7], vec![]];
                        let end16 = grid15.len().saturating_sub(1);
                        if grid15.len() > 0 { grid15[end16] = vec![1, 2, 7]; }
                        let mut sizes17: BTreeMap<String, i64> = BTreeMap::from([("north".to_string(), 7)]);
                        let n4 = sizes17.remove("");
                        sizes17.extend(BTreeMap::<String, i64>::new());
                    }
                }
                Parcel { size: n4, ..held2.clone() }
            };
            let mut groups18: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            groups18.entry(word.to_string()).or_default().push(nums.first().copied().unwrap_or(4));
            if let Some(note) = &held6.note { held6.size += note.len() as i64; }
            return 3;
        }
        held2.lines.push("b".to_string());
        return (n4 * 2);
    }
    for _ in word.chars().rev() {
        n1 = (held2.spot.x - n);
        n1 += (held2.label.code * 2);
    }
    'turn21: for c20 in word.chars().rev() {
        held2.size = (held2.label.code * 2);
        let mut bag22: BTreeSet<String> = BTreeSet::<String>::new();
        bag22.extend(vec!["c".to_string()]);
    }
    n1
}

#[pure]
fn p329_1(n: i64, perhaps: Option<String>, groups: BTreeMap<String, Vec<i64>>, held: &Parcel) -> Result<Vec<String>, Failure> {
    let mut n1: i64 = held.spot.x;
    let mut many2: Option<i64> = Some(held.label.code);
    let mut many3: Option<i64> = Some(0);
    if n1 == held.size {
        let Some(n4) = Some(3i64) else {
            many2 = many2;
            let mut bytes5: Vec<u8> = vec![4, 2, 7];
            if bytes5.len() > 1 { bytes5[1] = 39; }
            let Some(n6) = Some(3i64) else {
                bytes5.push(18);
                let mut nums7: Vec<i64> = vec![0, 2, 2];
                nums7.retain(|x| *x != held.label.code);
                let mut n8 = (held.count).ok_or(Failure::new("None", held.name.clone()))?;
                let mut flag9: bool = match perhaps.clone() {
                    Some(word10) if !word10.is_empty() => {
                        let mut n11: i64 = held.label.code;
                        let mut sizes12: BTreeMap<String, i64> = BTreeMap::from([("a".to_string(), 7)]);
                        *sizes12.entry("b".to_string()).or_insert(1) += 2;
                        let mut word13: String = word10.clone();
                        word13.push_str("");
                        word13.clear();
                        let mut grid14: Vec<Vec<i64>> = vec![vec![5], vec![]];
                        if grid14.len() > 1 { grid14[1].push(nums7.first().copied().unwrap_or(6)); }
                        held.spot.x > 0
                    }
                    Some(_) | None => {
                        let mut n15: i64 = n;
                        let mut byte16: u8 = 65;
                        byte16 -= byte16;
                        many2.is_some()
                    }
                };
                return Ok(held.lines.clone());
            };
            let n17 = n1 + (many2).ok_or(Failure::new("None", held.name.clone()))? * 0;
            return Ok(vec![held.name.clone()]);
        };
        return Ok(vec![held.label.text.clone()]);
    } else if held.spot.x == n {
        n1 += 1;
        let mut nums18: Vec<i64> = vec![5, 2, 6];
        nums18.clear();
        return Ok(vec!["b".to_string()]);
    }
    let mut n19: i64 = p329_0(held.spot.x, &held.name.clone(), many2, &vec![3, 2, 2]);
    for at20 in (0..vec![1, 2].len()).step_by(2) {
        many2 = many2;
        let mut groups21: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        groups21.entry(held.name.clone()).or_insert(vec![2, 2, 5]).clear();
        let mut word22: String = held.label.text.clone();
        let mut grid23: Vec<Vec<i64>> = vec![vec![1], vec![]];
        grid23.sort_by_key(|x| x.len());
    }
    for _ in (held.spot.x % 4)..(n % 6) {
        let mut sizes25: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
        let many26 = sizes25.remove("");
        n19 -= (n1 * 2);
        sizes25.insert(held.name.clone(), (n1 % 7));
    }
    Ok(held.lines.clone())
}

#[pure]
fn p329_2(n: i64, flag: bool, many: Option<i64>, names: Vec<String>) -> Vec<Vec<i64>> {
    let mut n1: i64 = (n % 7);
    let mut bytes2: Vec<u8> = vec![0, 2, 5];
    let mut perhaps3: Option<String> = Some("b".to_string());
    let Some(word4) = names.get(2) else {
        'turn6: for n5 in 1i64..=1 {
            let Some(word7) = names.get(3) else {
                n1 += (n5 + n5);
                let mut bag8: BTreeSet<String> = BTreeSet::<String>::new();
                bag8.remove(&"b".to_string());
                break;
            };
            bytes2.push(13);
            if flag && n == n1 {
                perhaps3 = perhaps3.clone();
                let mut nums9: Vec<i64> = vec![4, 2, 0];
                nums9.retain(|x| *x != n5);
                let mut sizes10: BTreeMap<String, i64> = {
                    let mut flag: i64 = n5;
                    let mut flag11: bool = many.is_some();
                    flag11 = !flag11;
                    let mut bytes12: Vec<u8> = vec![7, 2, 4];
                    if bytes12.len() > 1 { bytes12.swap(0, 1); }
                    BTreeMap::<String, i64>::new()
                };
                continue 'turn6;
            }
        }
        let mut groups13: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        groups13.entry("north".to_string()).or_default();
        return vec![vec![5, 2, 8]];
    };
    let mut bag14: BTreeSet<String> = BTreeSet::<String>::new();
    let flag15 = bag14.remove("a");
    vec![vec![4, 2, 3]]
}

#[workflow]
pub async fn w329(n: i64, of: i64, small: u8, nums: Vec<i64>, names: Vec<String>, grid: Vec<Vec<i64>>) -> Result<(i64, i64, Vec<Vec<i64>>, Vec<String>, i64, Option<i64>, i64), Failure> {
    let mut n1: i64 = i64::from(small);
    let mut names2: Vec<String> = vec!["a".to_string()];
    let mut names3: Vec<String> = names2.iter().filter(|x| !x.is_empty()).cloned().collect::<Vec<_>>();
    let mut many4: Option<i64> = nums.get(1).copied();
    let mut n5: i64 = p329_0(n1, &"".to_string(), Some(n1), &nums);
    number(n1).await?;
    let mut names6: Vec<String> = match p329_1(of, names.last().cloned(), BTreeMap::<String, Vec<i64>>::new(), &Parcel { name: "a".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; vec!["b".to_string()] } };
    number(n5).await?;
    let mut grid7: Vec<Vec<i64>> = p329_2(n1, many4.is_some(), many4, vec!["".to_string()]);
    count(many4).await?;
    let (mut n8, n9) = join!(async {
        let mut n10: i64 = of;
        let mut bytes11: Vec<u8> = vec![7, 2, 5];
        let mut perhaps12: Option<String> = Some("c".to_string());
        for part13 in nums.windows(2) {
            let Some(small) = names2.get(0) else {
                let mut names14: Vec<String> = names.clone();
                names14.extend(names.clone());
                if let Some(word15) = names14.pop() {
                    bytes11.truncate(1);
                    match names14.pop() {
                        Some(word16) => {
                            names14.clear();
                            let perhaps17 = names14.pop();
                            names14.retain(|x| x.len() as i64 > 2);
                        }
                        None => {
                            n10 -= (word15.len() as i64);
                            names14.insert(names14.len(), word15.clone());
                            names14.insert(names14.len(), "".to_string());
                        }
                    }
                } else {
                    let perhaps18 = names14.pop();
                }
                continue;
            };
        }
        number(grid7.len() as i64).await?;
        Ok((n1 % 9) + (names2.len() as i64) + (names3.len() as i64) + (many4.unwrap_or(5) % 9) + (n5 % 9) + (names6.len() as i64) + (grid7.len() as i64) + (n10 % 9) + (bytes11.len() as i64) + (perhaps12.clone().unwrap_or_default().len() as i64))
    }, number(2)).await?;
    count(many4).await?;
    Ok((n9, n8, grid7.clone(), names6.clone(), n5, many4, (names3.len() as i64) + (names2.len() as i64) + (n1 % 9) + (grid.len() as i64) + (names.len() as i64) + (nums.len() as i64) + (i64::from(small)) + (of % 9) + (n % 9)))
}
#[test]
fn w329_agrees() {
    computes!(w329(n, of, small, nums, names, grid));
}

#[workflow]
pub async fn w330(n: i64, flag: bool, word: String, many: Option<i64>, perhaps: Option<String>, nums: Vec<i64>) -> Result<(i64, i64, i64, i64, Vec<u8>, BTreeMap<String, Vec<i64>>, i64), Failure> {
    let mut n1: i64 = (if n > 4 { n } else { n });
    let mut names2: Vec<String> = vec![word.clone()];
    let mut groups3: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    let mut bytes4: Vec<u8> = vec![2, 2, 0];
    let (mut n5, n6) = join!(async {
        let mut n7: i64 = n1;
        let mut sizes8: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 7)]);
        let mut bytes9: Vec<u8> = bytes4.clone();
        let mut made11: Option<i64> = nums.iter().filter_map(|x10| {
            let mut n12: i64 = 5;
            let mut n13: i64 = n;
            match (many, flag && nums.len() > 5) {
                (Some(n14), false) if n14 > 0 => {
                    n13 = n13 % 50 + 1;
                    let mut sizes15: BTreeMap<String, i64> = if let (Some(n16), true) = (many, !(n1 == n1 || flag)) {
                        let mut n17: i64 = *x10;
                        let mut bytes18: Vec<u8> = bytes4.clone();
                        bytes18.push(7);
                        let mut n19: i64 = if many.is_some() {
                            let mut n20: i64 = (nums.iter().filter(|x| **x > 2).count() as i64);
                            let mut bag21: BTreeSet<String> = names2.iter().cloned().collect::<BTreeSet<_>>();
                            bag21.insert(word.clone());
                            let mut grid22: Vec<Vec<i64>> = vec![vec![0], vec![]];
                            if grid22.len() > 1 { grid22[1].clear(); }
                            (word.len() as i64)
                        } else {
                            let mut n23: i64 = n7;
                            let mut many24: Option<i64> = many;
                            n23 = n23 % 50 + 1;
                            let mut bytes25: Vec<u8> = vec![8, 2, 3];
                            bytes25.sort();
                            sizes8.get("a").copied().unwrap_or(6)
                        };
                        sizes8.clone()
                    } else {
                        let mut n26: i64 = n7;
                        let mut boxes27: Vec<Parcel> = Vec::<Parcel>::new();
                        if sizes8.contains_key("a") {
                            if boxes27.len() > 1 { boxes27[1] = Parcel { name: "b".to_string(), size: 7, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
                        } else {
                            boxes27.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.name.cmp(&b.name)));
                            let mut bytes9: Vec<u8> = vec![8, 2, 1];
                            boxes27.truncate(2);
                        }
                        if boxes27.len() > 1 { boxes27[1] = Parcel { name: "north".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
                        sizes8.clone()
                    };
                    let mut byte28: u8 = 84;
                }
                (Some(n14 @ 0..=4), _) => {
                    n13 += nums.first().copied().unwrap_or(0);
                    let mut word29: String = "".to_string();
                    word29.push_str("b");
                }
                (None, true) => {
                    n13 += (n12 * 2);
                    let mut word30: String = word.clone();
                    word30.push_str(&word.clone());
                }
                _ => {
                    n12 = n12 % 50 + 1;
                    let mut names31: Vec<String> = vec!["b".to_string()];
                    names31.insert(names31.len(), word.clone());
                }
            }
            let mut grid32: Vec<Vec<i64>> = vec![vec![2], vec![]];
            let end33 = grid32.len().saturating_sub(1);
            if grid32.len() > 0 { grid32[end33].push(nums.first().copied().unwrap_or(0)); }
            grid32 = grid32.clone();
            Some((n12 * 2))
        }).max();
        for _ in nums.iter().filter(|x| **x > 1) {
            let mut two36: (i64, String) = (3, "b".to_string());
            two36.0 += sizes8.get("a").copied().unwrap_or(6);
            let groups3 = sizes8.remove("north");
            let mut many: Vec<Parcel> = Vec::<Parcel>::new();
        }
        number(n1).await?;
        Ok((n1 % 9) + (names2.len() as i64) + (groups3.len() as i64) + (bytes4.len() as i64) + (n7 % 9) + (sizes8.len() as i64) + (bytes9.len() as i64) + (made11.unwrap_or(5) % 9))
    }, number(2)).await?;
    number(n5).await?;
    let (mut n37, n38) = join!(async {
        let mut n39: i64 = (n * 2);
        let mut nums40: Vec<i64> = nums.clone();
        let mut n41: i64 = (n5 + n1);
        let mut n: BTreeMap<String, i64> = if nums40.len() > 1 {
            let mut n42: i64 = (n % 7);
            let mut bag43: BTreeSet<String> = names2.iter().cloned().collect::<BTreeSet<_>>();
            for perhaps in nums40.iter().filter(|x| **x > 1) {
                if bag43.insert(word.clone()) {
                    let mut nums45: Vec<i64> = nums.clone();
                    if nums45.len() > 1 { nums45[1] += (*perhaps + n39); }
                    if word == "a" {
                        bag43.remove("c");
                        let mut groups3: Vec<Parcel> = Vec::<Parcel>::new();
                        if nums45.len() > 1 { nums45.remove(1); }
                    } else if names2.contains(&"b".to_string()) {
                        nums45.reverse();
                    }
                } else {
                    bag43.insert("b".to_string());
                    let mut word46: String = match (many, n42 == n6) {
                        (Some(n47), false) if n47 > 0 => {
                            let mut nums: i64 = *perhaps;
                            let mut grid48: Vec<Vec<i64>> = vec![vec![1, 2, 4]];
                            grid48.truncate(1);
                            word.clone().to_uppercase()
                        }
                        (Some(n47 @ 0..=4), _) => {
                            let mut n49: i64 = 5;
                            let mut bytes4: bool = flag;
                            bytes4 = !bytes4;
                            let mut grid50: Vec<Vec<i64>> = vec![vec![3], vec![]];
                            if grid50.len() > 1 { grid50[1] = nums.clone(); }
                            grid50 = vec![vec![5, 2, 7]];
                            word.clone()
                        }
                        (None, true) => {
                            let mut n51: i64 = nums.iter().sum::<i64>();
                            let mut flag52: bool = flag;
                            n51 += nums40.iter().sum::<i64>();
                            let mut nums53: Vec<i64> = nums.clone();
                            nums53.dedup();
                            word.clone()
                        }
                        _ => {
                            let mut n54: i64 = n6;
                            let mut bytes55: Vec<u8> = bytes4.clone();
                            let mut sizes56: BTreeMap<String, i64> = BTreeMap::from([("c".to_string(), 5)]);
                            sizes56.remove(&word.clone());
                            bytes55 = bytes55.clone();
                            word.clone()
                        }
                    };
                    let mut grid57: Vec<Vec<i64>> = vec![vec![3], vec![]];
                    if grid57.len() > 1 { grid57[1].sort(); }
                }
                bag43.insert(word.clone());
            }
            let mut grid58: Vec<Vec<i64>> = vec![vec![6], vec![]];
            let end59 = grid58.len().saturating_sub(1);
            if grid58.len() > 0 { grid58[end59].sort(); }
            BTreeMap::from([("north".to_string(), 5)])
        } else {
            let mut n60: i64 = (n6 * 2);
            let mut n61: i64 = n6;
            n61 += nums40.iter().sum::<i64>();
            let mut boxes62: Vec<Parcel> = Vec::<Parcel>::new();
            boxes62.push(Parcel { name: "a".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
            let mut groups63: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            groups63.insert(word.clone(), nums.clone());
            let mut bytes64: Vec<u8> = vec![6, 2, 2];
            bytes64.reverse();
            BTreeMap::<String, i64>::new()
        };
        'turn68: for bytes4 in &nums {
            *n.entry(word.clone()).or_insert(1) += 2;
            let mut nums40: Vec<i64> = vec![n5, n6];
        }
        note(names2.join("-")).await?;
        Ok((n1 % 9) + (names2.len() as i64) + (groups3.len() as i64) + (bytes4.len() as i64) + (n5 % 9) + (n39 % 9) + (nums40.len() as i64) + (n41 % 9) + (n.len() as i64))
    }, number(2)).await?;
    number(n37).await?;
    Ok((n38, n37, n6, n5, bytes4.clone(), groups3.clone(), (names2.len() as i64) + (n1 % 9) + (nums.len() as i64) + (perhaps.clone().unwrap_or_default().len() as i64) + (many.unwrap_or(5) % 9) + (word.len() as i64) + (if flag { 1 } else { 0 }) + (n % 9)))
}
#[test]
fn w330_agrees() {
    computes!(w330(n, flag, word, many, perhaps, nums));
}

#[workflow]
pub async fn w331(n: i64, of: i64, nums: Vec<i64>, names: Vec<String>, grid: Vec<Vec<i64>>, sizes: BTreeMap<String, i64>) -> Result<(Vec<i64>, Vec<u8>, Vec<String>, Kind, i64, BTreeMap<String, i64>, i64), Failure> {
    let mut n1: i64 = nums.first().copied().unwrap_or(5);
    let mut what2: Kind = Kind::Named { name: "c".to_string(), size: of };
    let mut names3: Vec<String> = names.iter().filter(|x| !x.is_empty()).cloned().collect::<Vec<_>>();
    let mut bytes4: Vec<u8> = vec![5, 2, 2];
    for nums5 in grid.iter().rev() {
        bytes4 = vec![7, 2, 2];
    }
    note(names3.join("-")).await?;
    let mut nums8 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n7| {
        let mut n9: i64 = n1;
        let mut groups10: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        let mut flag11: bool = names3.contains(&"".to_string());
        for (at13, nums12) in grid.iter().enumerate() {
            let Some(n14) = nums12.first().copied() else {
                let Some(n15) = sizes.get("a") else {
                    groups10 = groups10.clone();
                    continue;
                };
                let mut word16: String = "b".to_string();
                word16.push_str("c");
                break;
            };
        }
        number(n1).await?;
        Ok((n1 % 9) + (if matches!(what2, Kind::Sized(_)) { 1 } else { 0 }) + (names3.len() as i64) + (bytes4.len() as i64) + (n9 % 9) + (groups10.len() as i64) + (if flag11 { 1 } else { 0 }))
    }).await?;
    number(bytes4.len() as i64).await?;
    Ok((nums8.clone(), bytes4.clone(), names3.clone(), what2.clone(), n1, sizes.clone(), (grid.len() as i64) + (names.len() as i64) + (nums.len() as i64) + (of % 9) + (n % 9)))
}
#[test]
fn w331_agrees() {
    computes!(w331(n, of, nums, names, grid, sizes));
}

#[pure]
fn p332_0(n: i64, of: i64, nums: &[i64], names: &[String]) -> Option<String> {
    let mut n1: i64 = (n + n);
    let mut bag2: BTreeSet<String> = names.iter().cloned().collect::<BTreeSet<_>>();
    let mut perhaps3: Option<String> = Some("a".to_string());
    for word4 in names.iter().take(2) {
        if of > 2 {
            match n1 {
                0 | 7 => {
                    if let Some(n1) = names.get(0) {
                        perhaps3 = perhaps3.clone();
                        let mut names7: Vec<String> = names.to_vec();
                        if names7.len() > 1 { names7[1] = "north".to_string(); }
                        bag2.clear();
                    } else {
                        bag2.retain(|x| x.len() as i64 > 4);
                    }
                    let mut two8: (i64, String) = (2, "b".to_string());
                    two8.0 += (two8.0 % 7);
                }
                n6 @ 1..=3 => {
                    let mut held9: Parcel = Parcel { name: "north".to_string(), size: 5, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                    held9.lines.push(word4.clone());
                    bag2.retain(|x| x.len() as i64 > 2);
                }
                n6 if n6 > 5 => {
                    n1 -= (word4.len() as i64);
                }
                _ => {
                    n1 += (n1 + n);
                }
            }
        } else if nums.len() > 2 {
            n1 = n1 % 50 + 1;
            let mut bytes10: Vec<u8> = vec![2, 2, 4];
            bytes10.reverse();
            let mut two11: (i64, String) = (2, "".to_string());
            two11.1 = "".to_string();
            break;
        } else {
            bag2.extend(names.to_vec());
            let mut word12: String = "b".to_string();
            word12.push('x');
        }
        bag2.clear();
        bag2 = names.iter().cloned().collect::<BTreeSet<_>>();
    }
    bag2.remove(&"a".to_string());
    'turn15: for (n13, word14) in nums.iter().zip(names) {
        n1 += nums.iter().sum::<i64>();
        let mut grid16: Vec<Vec<i64>> = vec![vec![4], vec![]];
        grid16.truncate(3);
    }
    Some(format!("{}-{}", "".to_string(), n1))
}

#[pure]
fn p332_1(n: i64, small: u8, flag: bool, names: &[String]) -> Option<i64> {
    let mut n1: i64 = n;
    let mut what2: Kind = Kind::Empty;
    let mut groups3: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    'turn6: for (at5, word4) in names.iter().enumerate() {
        what2 = what2.clone();
        let mut grid7: Vec<Vec<i64>> = vec![vec![5], vec![]];
        if (at5) < grid7.len() { grid7[at5].push((n1 - n)); }
        if grid7.len() > 1 { grid7[1].push((n % 7)); }
        grid7.push(vec![5, 2, 2]);
    }
    let mut word8: String = p332_0(n, 4, &vec![1, 2, 4], names).unwrap_or("".to_string());
    groups3.clear();
    let mut word9: String = p332_0((n - n1), (word8.len() as i64), &Vec::<i64>::new(), names).unwrap_or("c".to_string());
    Some(i64::from(small))
}

#[pure]
fn p332_2(n: i64, flag: bool, names: &[String], grid: Vec<Vec<i64>>) -> Option<String> {
    let mut n1: i64 = (if n == n { n } else { n });
    let mut two2: (i64, String) = ((n1 % 7), "".to_string());
    let mut n3: i64 = 3;
    match n3 {
        0 | 7 => {
            let mut sizes5: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            *sizes5.entry("b".to_string()).or_insert(2) += 5;
            match n1 {
                0 | 7 => {
                    let mut made8: Option<i64> = vec![1i64, 2].iter().filter_map(|x7| {
                        let mut n9: i64 = 0;
                        let mut byte10: u8 = 42;
                        n9 = n9 % 50 + 1;
                        let mut grid11: Vec<Vec<i64>> = vec![vec![2], vec![]];
                        grid11.push(vec![6, 2, 7]);
                        let mut nums12: Vec<i64> = vec![4, 2, 5];
                        nums12.clear();
                        nums12.retain(|x| *x != *x7);
                        nums12.get(1).copied()
                    }).max();
                    match n3 {
                        0 | 7 => {
                            for word14 in names {
                                n3 += (if names.contains(&"north".to_string()) { n } else { n3 });
                            }
                            let mut grid16: Vec<Vec<i64>> = vec![vec![5], vec![]];
                            if grid16.len() > 1 { grid16[1].clear(); }
                        }
                        n13 @ 1..=3 => {
                            made8 = Some((if two2.0 > 5 { n } else { n }));
                            let mut word17: String = "".to_string();
                            word17.push_str("");
                            let mut boxes18: Vec<Parcel> = Vec::<Parcel>::new();
                            boxes18.push(Parcel { name: "c".to_string(), size: 5, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
                            let mut flag: bool = word17 == "a";
                        }
                        n13 if n13 > 5 => {
                            sizes5.extend(BTreeMap::<String, i64>::new());
                        }
                        _ => {
                            let mut word19: String = two2.1.clone();
                            word19 += &"b".to_string();
                            let many20 = sizes5.remove("a");
                        }
                    }
                    n1 -= 0;
                }
                n6 @ 1..=3 => {
                    let mut names21: Vec<String> = names.to_vec();
                    names21.sort();
                    n3 *= 2;
                    if names21.len() > 1 { names21[1] = "".to_string(); }
                }
                n6 if n6 > 5 => {
                    let mut two2: (i64, String) = two2.clone();
                    sizes5.insert("c".to_string(), (two2.0 % 7));
                    sizes5.remove("");
                }
                _ => {
                    let mut word22: String = "b".to_string();
                    word22.push('x');
                    two2.0 += sizes5.get("north").copied().unwrap_or(6);
                    let mut names23: Vec<String> = names.to_vec();
                    if names23.len() > 1 { names23.swap(0, 1); }
                }
            }
        }
        n4 @ 1..=3 => {
            two2.0 = (n - n);
            let mut n1: i64 = n;
            let mut grid24: Vec<Vec<i64>> = grid.clone();
            if grid24.len() > 1 { grid24[1].clear(); }
            if grid24.len() > 1 { grid24[1] = vec![6, 2, 8]; }
        }
        n4 if n4 > 5 => {
            n1 = n1 % 50 + 1;
            let mut grid25: Vec<Vec<i64>> = grid.clone();
            if grid25.len() > 1 { grid25[1].sort(); }
        }
        _ => {
            n1 += (n3 * 2);
            let mut nums26: Vec<i64> = vec![1, 2, 7];
            if nums26.len() > 1 { nums26[1] += (n1 + n); }
        }
    }
    let mut n27: i64 = p332_1(n, 23, flag, names).unwrap_or(n);
    'turn30: for word28 in names {
        n3 += (word28.len() as i64);
        let mut word31: String = "c".to_string();
        word31.push_str(&word28.clone());
        let mut bag32: BTreeSet<String> = BTreeSet::<String>::new();
        bag32.remove("b");
        bag32.remove(&word28.clone());
    }
    Some(two2.1.clone())
}

#[workflow]
pub async fn w332(n: i64, of: i64, flag: bool, word: String, many: Option<i64>, nums: Vec<i64>) -> Result<(String, i64, String, BTreeMap<String, Vec<i64>>, BTreeMap<String, Vec<i64>>, Parcel, i64), Failure> {
    let mut n1: i64 = 5;
    let mut held2: Parcel = Parcel { name: "c".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let mut groups3: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    let mut groups4: BTreeMap<String, Vec<i64>> = groups3.clone();
    let mut word5: String = p332_0(held2.spot.x, held2.label.code, &nums, &vec!["north".to_string()]).unwrap_or(word.clone());
    parcel(held2.clone()).await?;
    let mut n6: i64 = p332_1(n1, 66, flag && n1 > 4, &vec!["b".to_string()]).unwrap_or(n);
    number(n6).await?;
    let mut word7: String = p332_2((nums.iter().filter(|x| **x > 2).count() as i64), flag, &vec!["c".to_string()], vec![nums.clone()]).unwrap_or(word.clone());
    parcel(held2.clone()).await?;
    for word8 in groups3.keys() {
        {
            n6 += (n6 - n);
            let mut made11: i64 = nums.iter().fold(1i64, |mut all12, x13| {
                let mut n14: i64 = held2.label.code;
                let mut nums15: Vec<i64> = nums.clone();
                all12 += many.unwrap_or(5);
                *x13
            });
            continue;
        }
    }
    number(groups4.len() as i64).await?;
    Ok((word7.clone(), n6, word5.clone(), groups4.clone(), groups3.clone(), held2.clone(), (n1 % 9) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (word.len() as i64) + (if flag { 1 } else { 0 }) + (of % 9) + (n % 9)))
}
#[test]
fn w332_agrees() {
    computes!(w332(n, of, flag, word, many, nums));
}

#[workflow]
pub async fn w333(n: i64, of: i64, many: Option<i64>, nums: Vec<i64>, bytes: Vec<u8>, bag: BTreeSet<String>) -> Result<(BTreeMap<String, i64>, Vec<Parcel>, u8, i64, BTreeSet<String>, Vec<u8>, i64), Failure> {
    let mut n1: i64 = n;
    let mut byte2: u8 = 61;
    let mut boxes3: Vec<Parcel> = Vec::<Parcel>::new();
    let mut sizes4: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    for n5 in nums.iter().take(2).cloned().collect::<Vec<_>>() {
        if boxes3.len() > 1 { boxes3[1].count = nums.get(1).copied(); }
        for byte6 in &bytes {
            sizes4.retain(|k, v| *v > 0 || k.is_empty());
            if let Some(Parcel { lines: lines8, size: 0.., .. }) = boxes3.last().cloned() {
                *sizes4.entry("north".to_string()).or_insert(1) += 2;
                let mut n5: i64 = (of % 7);
            } else {
                byte2 = byte2 / 2 + 27;
                let mut word9: String = if many.is_some() {
                    let mut n10: i64 = n;
                    let mut names11: Vec<String> = vec!["c".to_string()];
                    n10 += (if n1 == n10 { n10 } else { n5 });
                    let mut sizes12: BTreeMap<String, i64> = BTreeMap::from([("b".to_string(), 7)]);
                    *sizes12.entry("c".to_string()).or_insert(2) += (n10 + n);
                    "b".to_string().to_uppercase()
                } else {
                    let mut n13: i64 = many.unwrap_or(6);
                    let mut what14: Kind = Kind::Named { name: "b".to_string(), size: sizes4.get("a").copied().unwrap_or(5) };
                    if many.is_some() {
                        n13 = n13 % 50 + 1;
                        let mut two15: (i64, String) = (5, "north".to_string());
                        two15.0 += (n % 7);
                        let bytes: String = "".to_string();
                    } else if many.is_some() {
                        let sizes4: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        n13 -= i64::from(byte2);
                    } else {
                        n13 += (nums.iter().filter(|x| **x > 3).count() as i64);
                        let mut grid16: Vec<Vec<i64>> = vec![vec![8], vec![]];
                        if grid16.len() > 1 { grid16[1].clear(); }
                        let mut names17: Vec<String> = vec!["".to_string()];
                        names17.insert(names17.len(), "north".to_string());
                    }
                    "".to_string()
                };
            }
        }
        note(format!("{}", byte2)).await?;
    }
    number(sizes4.len() as i64).await?;
    if n > 1 {
        for bytes in bytes.clone().into_iter().rev() {
            match (many, nums.len() > 5) {
                (Some(n18), false) if n18 > 0 => {
                    *sizes4.entry("".to_string()).or_insert(2) += (n18 - of);
                }
                (Some(n18 @ 0..=4), _) => {
                    if boxes3.len() > 1 { boxes3[1] = Parcel { name: "".to_string(), size: 0, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
                }
                (None, true) => {
                    *sizes4.entry("c".to_string()).or_insert(2) += (of + n1);
                    let perhaps19: Option<String> = Some("c".to_string());
                    boxes3.extend(Vec::<Parcel>::new());
                }
                _ => {
                    if n1 == n {
                        sizes4.remove(&"north".to_string());
                        break;
                    }
                    sizes4.insert("".to_string(), (of % 7));
                }
            }
        }
    } else {
        number(n1).await?;
    }
    note(format!("{}", byte2)).await?;
    Ok((sizes4.clone(), boxes3.clone(), byte2, n1, bag.clone(), bytes.clone(), (nums.len() as i64) + (many.unwrap_or(5) % 9) + (of % 9) + (n % 9)))
}
#[test]
fn w333_agrees() {
    computes!(w333(n, of, many, nums, bytes, bag));
}
