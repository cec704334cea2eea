//! Written by the generator of this package: do not edit.

use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;
use workflow_generated::{computes, tasks::*};

#[workflow]
pub async fn w319(n: i64, perhaps: Option<String>, nums: Vec<i64>, names: Vec<String>, bytes: Vec<u8>, sizes: BTreeMap<String, i64>) -> Result<(i64, i64, Vec<i64>, Vec<Vec<i64>>, BTreeMap<String, i64>, (i64, String), i64), Failure> {
    let mut n1: i64 = (if names.contains(&"a".to_string()) { n } else { n });
    let mut two2: (i64, String) = ((n * 2), "".to_string());
    let mut sizes3: BTreeMap<String, i64> = sizes.clone();
    let mut grid4: Vec<Vec<i64>> = vec![nums.clone()];
    let mut nums6 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n5| {
        let mut n7: i64 = n5;
        let mut two8: (i64, String) = two2.clone();
        let mut sizes9: BTreeMap<String, i64> = BTreeMap::from([("c".to_string(), 7)]);
        let mut perhaps10: Option<String> = Some("c".to_string());
        'turn12: for n11 in 0..n5 % 5 {
            if let Some(word13) = &perhaps {
                match n {
                    0 | 7 => {
                        let mut made16: bool = nums.iter().any(|x15| {
                            let mut n17: i64 = sizes3.get("north").copied().unwrap_or(2);
                            let mut held18: Parcel = Parcel { name: "north".to_string(), size: 1, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                            held18.size = nums.first().copied().unwrap_or(1);
                            let mut nums19: Vec<i64> = vec![3, 2, 8];
                            let many20 = nums19.pop();
                            *x15 > 1
                        });
                        match perhaps.clone() {
                            Some(sizes) if !sizes.is_empty() => {
                                n7 = n7;
                                let mut grid21: Vec<Vec<i64>> = vec![vec![5], vec![]];
                                let end22 = grid21.len().saturating_sub(1);
                                if grid21.len() > 0 { grid21[end22].push((two8.0 * 2)); }
                            }
                            Some(_) | None => {
                                sizes9.insert("".to_string(), (nums.iter().filter(|x| **x > 2).count() as i64));
                                *sizes9.entry(word13.clone()).or_insert(2) += (if two2.0 == n1 { two2.0 } else { two8.0 });
                            }
                        }
                    }
                    n14 @ 1..=3 => {
                        sizes9.clear();
                    }
                    n14 if n14 > 5 => {
                        sizes9.clear();
                        break;
                    }
                    _ => {
                        n7 += (two8.0 * 2);
                        n7 += (n11 + n1);
                        let mut names23: Vec<String> = names.clone();
                        names23.push(word13.clone());
                    }
                }
                break 'turn12;
            } else {
                sizes9.remove(&"c".to_string());
                let many24 = sizes9.remove("c");
                let mut perhaps: Option<String> = names.last().cloned();
            }
            n7 += (nums.iter().filter(|x| **x > 5).count() as i64);
            let mut grid25: Vec<Vec<i64>> = vec![vec![8], vec![]];
            let end26 = grid25.len().saturating_sub(1);
            if grid25.len() > 0 { grid25[end26] = nums.clone(); }
        }
        number(sizes9.len() as i64).await?;
        Ok((n1 % 9) + (two2.0 % 9) + (sizes3.len() as i64) + (grid4.len() as i64) + (n7 % 9) + (two8.0 % 9) + (sizes9.len() as i64) + (perhaps10.clone().unwrap_or_default().len() as i64))
    }).await?;
    both(two2.0, two2.1.clone()).await?;
    let (mut n27, n28) = join!(async {
        let mut n29: i64 = two2.0;
        let mut many30: Option<i64> = nums.get(1).copied();
        let mut boxes31: Vec<Parcel> = Vec::<Parcel>::new();
        let nums32: Vec<i64> = nums6.clone();
        for nums in grid4.iter().take(2) {
            let mut word33: String = "c".to_string();
            word33.push_str(&format!("{} ", n1));
            'turn34: for perhaps in (0..nums6.len()).step_by(2) {
                match n {
                    0 | 7 => {
                        let mut names35: Vec<String> = vec!["c".to_string()];
                        if let Some(word36) = names35.pop() {
                            word33.push_str("a");
                            let byte37: u8 = 8;
                            break 'turn34;
                        }
                    }
                    n1 @ 1..=3 => {
                        let (Some(n38), true) = (many30, many30.is_some()) else {
                            boxes31.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.name.cmp(&b.name)));
                            let mut groups39: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                            groups39.remove("b");
                            n29 += (n29 - two2.0);
                            continue;
                        };
                        boxes31.clear();
                        word33.push_str(&"b".to_string());
                    }
                    n1 if n1 > 5 => {
                        word33.clear();
                        boxes31.retain(|x| x.size > 0);
                        boxes31.push(Parcel { name: "north".to_string(), size: 3, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
                    }
                    _ => {
                        let n: Vec<i64> = vec![n29, n1];
                        boxes31.truncate(perhaps);
                        let mut bytes40: Vec<u8> = bytes.clone();
                        if bytes40.len() > 1 { bytes40.swap(0, 1); }
                    }
                }
            }
            n29 = (n29 * 2);
        }
        boxes(boxes31.clone(), 1).await?;
        Ok((n1 % 9) + (two2.0 % 9) + (sizes3.len() as i64) + (grid4.len() as i64) + (nums6.len() as i64) + (n29 % 9) + (many30.unwrap_or(5) % 9) + (boxes31.len() as i64))
    }, number(2)).await?;
    number(n1).await?;
    Ok((n28, n27, nums6.clone(), grid4.clone(), sizes3.clone(), two2.clone(), (n1 % 9) + (sizes.len() as i64) + (bytes.len() as i64) + (names.len() as i64) + (nums.len() as i64) + (perhaps.clone().unwrap_or_default().len() as i64) + (n % 9)))
}
#[test]
fn w319_agrees() {
    computes!(w319(n, perhaps, nums, names, bytes, sizes));
}

#[pure]
fn p320_0(n: i64, of: i64, small: u8, word: String) -> Result<Vec<i64>, Failure> {
    let mut n1: i64 = i64::from(small);
    let mut grid2: Vec<Vec<i64>> = vec![Vec::<i64>::new()];
    let mut byte3: u8 = small;
    let Some(n4) = Some(3i64) else {
        {
            let mut nums5: Vec<i64> = vec![0, 2, 5];
            if let Some(n1) = nums5.pop() {
                let end6 = grid2.len().saturating_sub(1);
                if grid2.len() > 0 { grid2[end6].push(nums5.iter().sum::<i64>()); }
            }
            if word == "a" {
                byte3 = byte3 / 2 + 21;
                let what7: Kind = Kind::Empty;
            } else if n1 > 0 {
                nums5.insert(0, n);
                let mut word8: String = "a".to_string();
                word8.push_str("");
            } else {
                nums5.extend_from_slice(&vec![2, 2, 7]);
            }
        }
        let mut n9 = (Some((n1 - n))).ok_or_else(|| Failure::new("None", "".to_string()))?;
        return Ok(vec![n, n1]);
    };
    let n10 = "a".to_string().parse::<i64>().map_err(|_| Failure::new("NoNumber", "a".to_string()))?;
    for (at12, c11) in word.chars().enumerate() {
        grid2.push(vec![2, 2, 4]);
        let mut names13: Vec<String> = vec!["a".to_string()];
        let perhaps14 = names13.pop();
    }
    Ok(vec![n1, n10])
}

#[pure]
fn p320_1(n: i64, word: String, names: Vec<String>) -> Result<Vec<Vec<i64>>, Failure> {
    let mut n1: i64 = (n % 7);
    let mut sizes2: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let mut sizes3: BTreeMap<String, i64> = sizes2.clone();
    if n > 4 {
        *sizes2.entry(word.clone()).or_insert(1) += 2;
        let n4 = n + (Some(n1)).ok_or_else(|| Failure::new("None", word.clone()))? * 1;
        return Ok(vec![vec![0, 2, 2]]);
    } else if word == "" {
        *sizes2.entry(word.clone()).or_insert(1) += 2;
        let mut bytes5: Vec<u8> = vec![7, 2, 8];
        bytes5.truncate(1);
        return Ok(vec![vec![4, 2, 8]]);
    }
    'turn7: for n6 in 1i64..=5 {
        let Some(names) = names.get(0) else {
            if n6 > 2 {
                {
                    sizes3.clear();
                    let mut nums8: Vec<i64> = vec![5, 2, 2];
                    nums8.truncate(3);
                }
                let mut boxes9: Vec<Parcel> = Vec::<Parcel>::new();
                let end10 = boxes9.len().saturating_sub(1);
                boxes9[end10] = Parcel { name: "b".to_string(), size: 3, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                if boxes9.len() > 1 { boxes9[1].label.text.push_str(""); }
            }
            let mut boxes11: Vec<Parcel> = Vec::<Parcel>::new();
            boxes11.push(Parcel { name: "c".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
            continue;
        };
        let many12 = sizes2.remove("a");
    }
    Ok(vec![vec![6, 2, 1]])
}

#[pure]
fn p320_2(n: i64, small: u8, flag: bool, word: String) -> u8 {
    let mut n1: i64 = (n + n);
    let mut perhaps2: Option<String> = Some(word.clone());
    let mut perhaps3: Option<String> = Some(word.clone());
    let mut names4: Vec<String> = vec!["north".to_string()];
    names4.push(word.clone());
    for c5 in word.split(",") {
        names4.insert(names4.len(), "north".to_string());
        names4.insert(names4.len(), c5.to_string());
    }
    if let Some(word6) = &perhaps2 {
        {
            let grid7: Vec<Vec<i64>> = vec![Vec::<i64>::new()];
            let word6: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            names4.clear();
        }
        names4.extend(vec!["a".to_string()]);
        let mut word8: String = "".to_string();
        word8.push_str(&word6.clone());
        return small;
    }
    small
}

#[workflow]
pub async fn w320(n: i64, small: u8, many: Option<i64>, perhaps: Option<String>, nums: Vec<i64>, names: Vec<String>) -> Result<(i64, i64, u8, Vec<Vec<i64>>, Vec<i64>, BTreeSet<String>, i64), Failure> {
    let mut n1: i64 = n;
    let mut byte2: u8 = small;
    let mut byte3: u8 = byte2;
    let mut bag4: BTreeSet<String> = names.iter().cloned().collect::<BTreeSet<_>>();
    let mut nums5: Vec<i64> = match p320_0(n, n, byte2, perhaps.clone().unwrap_or("c".to_string())) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; nums.clone() } };
    number(bag4.len() as i64).await?;
    let mut grid6: Vec<Vec<i64>> = match p320_1((if n > 4 { n } else { n }), "c".to_string(), names.iter().filter(|x| !x.is_empty()).cloned().collect::<Vec<_>>()) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; vec![vec![7], vec![]] } };
    number(nums5.len() as i64).await?;
    let mut byte7: u8 = p320_2(n, small, n == n, names.first().cloned().unwrap_or_default());
    number(nums5.len() as i64).await?;
    let (mut n8, n9) = join!(async {
        let mut n10: i64 = (n % 7);
        let mut word11: String = perhaps.clone().unwrap_or("".to_string());
        let mut names12: Vec<String> = names.iter().filter(|x| !x.is_empty()).cloned().collect::<Vec<_>>();
        for _ in &names {
            if n1 == n {
                let mut held14: Parcel = Parcel { name: "north".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                held14.note = names.last().cloned();
                let Some(nums) = &perhaps else {
                    word11.clear();
                    if n10 > 5 {
                        word11.push_str("");
                        let many: Option<i64> = nums.get(1).copied();
                        let mut grid6: Vec<i64> = vec![held14.size, n];
                        continue;
                    }
                    continue;
                };
                n10 = held14.label.code;
            } else if n > 2 {
                names12.truncate(1);
                if names12.len() > 1 { names12.swap(0, 1); }
            }
        }
        number(n10).await?;
        Ok((n1 % 9) + (i64::from(byte2)) + (i64::from(byte3)) + (bag4.len() as i64) + (nums5.len() as i64) + (grid6.len() as i64) + (i64::from(byte7)) + (n10 % 9) + (word11.len() as i64) + (names12.len() as i64))
    }, number(2)).await?;
    note(format!("{}", byte3)).await?;
    Ok((n9, n8, byte7, grid6.clone(), nums5.clone(), bag4.clone(), (i64::from(byte3)) + (i64::from(byte2)) + (n1 % 9) + (names.len() as i64) + (nums.len() as i64) + (perhaps.clone().unwrap_or_default().len() as i64) + (many.unwrap_or(5) % 9) + (i64::from(small)) + (n % 9)))
}
#[test]
fn w320_agrees() {
    computes!(w320(n, small, many, perhaps, nums, names));
}

#[workflow]
pub async fn w321(n: i64, word: String, many: Option<i64>, perhaps: Option<String>, nums: Vec<i64>, names: Vec<String>) -> Result<(u8, BTreeMap<String, i64>, (i64, String), i64, Vec<String>, Vec<i64>, i64), Failure> {
    let mut n1: i64 = nums.iter().sum::<i64>();
    let mut two2: (i64, String) = ((if n1 > 5 { n } else { n1 }), word.clone());
    let mut sizes3: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let mut byte4: u8 = 5;
    if nums.len() > 5 {
        for c5 in word.chars() {
            match sizes3.remove("a") {
                Some(perhaps) => {
                    match sizes3.remove("b") {
                        Some(n6) => {
                            sizes3.retain(|k, v| *v > 3 || k.is_empty());
                            let mut made8: Vec<i64> = nums.iter().filter(|x7| {
                                let mut n9: i64 = sizes3.get("").copied().unwrap_or(4);
                                let mut groups10: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                                groups10.retain(|_, v| v.len() > 1);
                                let mut held11: Parcel = Parcel { name: "b".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                                held11.size += (held11.label.code * 2);
                                let mut nums12: Vec<i64> = nums.clone();
                                nums12.sort_by(|a, b| b.cmp(a));
                                two2.0 > 0
                            }).copied().collect();
                            let mut perhaps: u8 = byte4;
                        }
                        None => {
                            if c5 == 'a' {
                                byte4 = byte4 / 2 + 33;
                                let mut word13: String = word.clone();
                            }
                            sizes3.extend(BTreeMap::from([("c".to_string(), 8)]));
                            let mut nums14: Vec<i64> = nums.clone();
                            nums14.sort();
                        }
                    }
                }
                None => {
                    sizes3.clear();
                    let mut word15: String = word.clone();
                    word15.push_str(&word.clone());
                    let mut grid16: Vec<Vec<i64>> = vec![vec![3], vec![]];
                    grid16.push(nums.clone());
                    break;
                }
            }
            sizes3.insert(word.clone(), (if word == "c" { two2.0 } else { n }));
        }
    } else {
        number(sizes3.len() as i64).await?;
    }
    number(n1).await?;
    for n17 in nums.iter().take(2).cloned().collect::<Vec<_>>() {
        let mut many: Vec<i64> = if sizes3.contains_key("a") {
            let mut word: i64 = many.unwrap_or(3);
            let mut sizes3: Vec<i64> = nums.clone();
            sizes3.push(1);
            let mut made19: Option<i64> = sizes3.iter().filter_map(|x18| {
                let mut n20: i64 = two2.0;
                let mut x18: Option<i64> = many;
                x18 = sizes3.get(1).copied();
                let word: i64 = two2.0;
                if let Some(word) = names.get(3) {
                    n20 += (n - two2.0);
                    let mut names21: Vec<String> = names.clone();
                    if names21.len() > 1 { names21[1] = "c".to_string(); }
                    names21.sort();
                }
                Some(word)
            }).max();
            names.iter().map(|x| x.len() as i64).collect::<Vec<_>>()
        } else {
            let mut n22: i64 = n;
            let mut bag23: BTreeSet<String> = names.iter().cloned().collect::<BTreeSet<_>>();
            let mut made25: bool = nums.iter().any(|x24| {
                let mut n26: i64 = two2.0;
                let mut x24: Vec<Vec<i64>> = vec![nums.clone()];
                x24.push(vec![3, 2, 7]);
                let mut made28: i64 = nums.iter().fold(1i64, |mut all29, x30| {
                    let mut n31: i64 = n26;
                    let mut sizes32: BTreeMap<String, i64> = sizes3.clone();
                    let mut names33: Vec<String> = names.clone();
                    names33.reverse();
                    let mut boxes34: Vec<Parcel> = Vec::<Parcel>::new();
                    let end35 = boxes34.len().saturating_sub(1);
                    if boxes34.len() > 0 { boxes34[end35].size += i64::from(byte4); }
                    sizes32.extend(BTreeMap::from([("a".to_string(), 8)]));
                    n22
                });
                let mut sizes36: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                *sizes36.entry(word.clone()).or_insert(2) += (two2.0 * 2);
                let mut word37: String = "north".to_string();
                word37.push_str(&word.clone());
                word37 == "a"
            });
            bag23.extend(names.clone());
            let mut nums38: Vec<i64> = nums.clone();
            nums.clone()
        };
        for perhaps in &names {
            let mut grid40: Vec<Vec<i64>> = vec![vec![8], vec![]];
            if grid40.len() > 1 { grid40[1].sort(); }
            grid40.truncate(1);
            sizes3.extend(BTreeMap::<String, i64>::new());
        }
        number(many.len() as i64).await?;
    }
    both(two2.0, two2.1.clone()).await?;
    Ok((byte4, sizes3.clone(), two2.clone(), n1, names.clone(), nums.clone(), (perhaps.clone().unwrap_or_default().len() as i64) + (many.unwrap_or(5) % 9) + (word.len() as i64) + (n % 9)))
}
#[test]
fn w321_agrees() {
    computes!(w321(n, word, many, perhaps, nums, names));
}

#[workflow]
pub async fn w322(n: i64, small: u8, word: String, nums: Vec<i64>, sizes: BTreeMap<String, i64>, groups: BTreeMap<String, Vec<i64>>) -> Result<(i64, i64, Vec<u8>, i64, Option<i64>, i64, i64), Failure> {
    let mut n1: i64 = n;
    let mut many2: Option<i64> = nums.get(1).copied();
    let mut n3: i64 = (n + n1);
    let mut bytes4: Vec<u8> = vec![3, 2, 6];
    let (mut n5, n6) = join!(async {
        let mut n7: i64 = n3;
        let mut perhaps8: Option<String> = Some(word.clone());
        let mut bytes9: Vec<u8> = vec![0, 2, 8];
        for (word10, n11) in &sizes {
            if n1 > 4 {
                for n in sizes.keys() {
                    bytes9.truncate(2);
                    bytes9.push((small).checked_sub(64).unwrap_or(1));
                    bytes9.push(small);
                }
                let mut boxes13: Vec<Parcel> = Vec::<Parcel>::new();
                boxes13.clear();
            }
            match (many2, n3 > 0) {
                (Some(n14), false) if n14 > 0 => {
                    {
                        n7 = (nums.iter().filter(|x| **x > 0).count() as i64);
                        let mut grid15: Vec<Vec<i64>> = vec![vec![8], vec![]];
                        if grid15.len() > 1 { grid15[1].push(i64::from(small)); }
                        let mut two16: (i64, String) = (8, "b".to_string());
                        two16.0 += many2.unwrap_or(3);
                    }
                    let perhaps8: Option<String> = perhaps8.clone();
                    continue;
                }
                (Some(n14 @ 0..=4), _) => {
                    bytes9.reverse();
                    let mut groups17: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                    groups17.retain(|_, v| v.len() > 1);
                }
                (None, true) => {
                    bytes9.push((small + 0));
                    let sizes18: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    let mut held19: Parcel = Parcel { name: "a".to_string(), size: 6, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                    match &held19.kind { Kind::Sized(s) => held19.size += *s % 9, _ => held19.size = 2 }
                    let mut bag20: BTreeSet<String> = BTreeSet::<String>::new();
                    bag20.retain(|x| x.len() as i64 > 4);
                }
                _ => {
                    bytes9.reverse();
                    let mut held21: Parcel = Parcel { name: "a".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                    match &held21.kind { Kind::Sized(s) => held21.size += *s % 9, _ => held21.size = 2 }
                    let mut what22: Kind = held21.kind.clone();
                }
            }
            let mut boxes23: Vec<Parcel> = Vec::<Parcel>::new();
            let end24 = boxes23.len().saturating_sub(1);
            if boxes23.len() > 0 { boxes23[end24].label.text.push_str("a"); }
        }
        number(bytes9.len() as i64).await?;
        Ok((n1 % 9) + (many2.unwrap_or(5) % 9) + (n3 % 9) + (bytes4.len() as i64) + (n7 % 9) + (perhaps8.clone().unwrap_or_default().len() as i64) + (bytes9.len() as i64))
    }, number(2)).await?;
    number(n5).await?;
    for (word25, n26) in &sizes {
        bytes4.push(small);
        let mut made28: i64 = nums.iter().fold(1i64, |mut all29, x30| {
            let mut n31: i64 = 0;
            let mut names32: Vec<String> = vec![word25.clone()];
            all29 += (n3 - *n26);
            names32.truncate(2);
            let mut made34: Option<i64> = nums.iter().filter_map(|x33| {
                let mut n35: i64 = n31;
                let mut what36: Kind = Kind::Empty;
                n35 += sizes.get("a").copied().unwrap_or(3);
                let mut boxes37: Vec<Parcel> = Vec::<Parcel>::new();
                boxes37.truncate(2);
                nums.get(1).copied()
            }).max();
            2
        });
        let mut made39: Option<i64> = nums.iter().filter_map(|x38| {
            let mut n40: i64 = n5;
            let mut n41: i64 = n5;
            let mut bag42: BTreeSet<String> = BTreeSet::<String>::new();
            bag42.clear();
            {
                match word.as_str() {
                    "a" | "b" => {
                        let mut boxes43: Vec<Parcel> = Vec::<Parcel>::new();
                        boxes43.sort_by_key(|x| x.size);
                        bag42.remove("north");
                    }
                    "" if n40 == n40 => {
                        bag42.clear();
                        let mut boxes44: Vec<Parcel> = Vec::<Parcel>::new();
                        boxes44.sort_by_key(|x| x.size);
                        if boxes44.len() > 1 { boxes44[1].lines.push("north".to_string()); }
                    }
                    _ => {
                        bag42.retain(|x| x.len() as i64 > 0);
                        let mut nums45: Vec<i64> = nums.clone();
                        nums45.push(n40);
                    }
                }
                n40 += nums.iter().sum::<i64>();
                bag42.retain(|x| x.len() as i64 > 2);
            }
            let flag46 = bag42.insert("c".to_string());
            nums.iter().max().copied()
        }).max();
    }
    number(n3).await?;
    Ok((n6, n5, bytes4.clone(), n3, many2, n1, (groups.len() as i64) + (sizes.len() as i64) + (nums.len() as i64) + (word.len() as i64) + (i64::from(small)) + (n % 9)))
}
#[test]
fn w322_agrees() {
    computes!(w322(n, small, word, nums, sizes, groups));
}

#[pure]
fn p323_0(n: i64, of: i64, flag: bool, many: Option<i64>) -> Option<i64> {
    let mut n1: i64 = of;
    let mut byte2: u8 = 82;
    let mut perhaps3: Option<String> = Some("b".to_string());
    for n4 in (n % 3..4).rev() {
        let mut boxes5: Vec<Parcel> = Vec::<Parcel>::new();
        boxes5.truncate(3);
        let mut nums6: Vec<i64> = vec![5, 2, 6];
        match nums6.pop() {
            Some(flag) => {
                if n1 > 5 {
                    boxes5.sort_by_key(|x| x.size);
                } else {
                    if nums6.len() > 1 { nums6.remove(1); }
                    boxes5.retain(|x| x.size > 2);
                    if flag > 5 {
                        if boxes5.len() > 1 { boxes5[1].label.text.push_str("a"); }
                        n1 -= (n1 + n4);
                        let mut n4: Vec<Vec<i64>> = vec![Vec::<i64>::new()];
                    }
                }
                boxes5.truncate(2);
            }
            None => {
                let mut word7: String = "c".to_string();
                word7.push_str(&format!("{} ", n4));
                let end8 = boxes5.len().saturating_sub(1);
                if boxes5.len() > 0 { boxes5[end8].label.code = nums6.first().copied().unwrap_or(4); }
                continue;
            }
        }
        let end9 = nums6.len().saturating_sub(1);
        if nums6.len() > 0 { nums6[end9] += (n4 - of); }
    }
    for n10 in (of % 4)..(of % 6) {
        byte2 = byte2 / 2 + 31;
        let mut boxes11: Vec<Parcel> = Vec::<Parcel>::new();
        boxes11.clear();
        let mut two12: (i64, String) = (2, "a".to_string());
        two12.0 += (n + of);
        let mut sizes13: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
        sizes13.remove(&"c".to_string());
    }
    Some(n1)
}

#[pure]
fn p323_1(n: i64, small: u8, perhaps: Option<String>, parcels: &[Parcel]) -> Option<String> {
    let mut n1: i64 = (n % 7);
    let mut sizes2: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 5)]);
    let mut byte3: u8 = (small / 2);
    for at4 in 1..vec![1, 2].len() {
        let mut parcels: Vec<i64> = if let Some(Parcel { lines: lines5, size: 0.., .. }) = parcels.last().cloned() {
            let mut at4: i64 = n1;
            let mut n6: i64 = at4;
            if n1 > 1 {
                let mut boxes7: Vec<Parcel> = parcels.to_vec();
                boxes7.extend(parcels.to_vec());
                if let Some(n8) = sizes2.get("a") && *n8 > 1 {
                    boxes7 = Vec::<Parcel>::new();
                    boxes7.retain(|x| x.size > 3);
                } else {
                    at4 %= 9;
                }
                {
                    at4 *= 2;
                    let mut bag9: BTreeSet<String> = BTreeSet::<String>::new();
                    bag9.remove("b");
                    let n1: Kind = Kind::Sized(0);
                }
            } else if lines5.contains(&"a".to_string()) {
                at4 += 2;
                let mut names10: Vec<String> = lines5.clone();
                names10.truncate(3);
            }
            let mut grid11: Vec<Vec<i64>> = vec![vec![3], vec![]];
            if grid11.len() > 1 { grid11[1].push((at4 % 7)); }
            let mut byte12: u8 = (byte3).wrapping_add(82u8);
            sizes2.values().copied().collect::<Vec<_>>()
        } else {
            let mut byte3: i64 = ((at4) as i64);
            let mut sizes13: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 8)]);
            *sizes13.entry("a".to_string()).or_insert(1) += 2;
            let mut perhaps: Option<String> = Some("c".to_string());
            vec![n, n]
        };
        sizes2.clear();
    }
    for (word14, n15) in &sizes2 {
        n1 += sizes2.get("").copied().unwrap_or(2);
        let nums16: Vec<i64> = vec![n, n];
        let mut nums16: BTreeMap<String, i64> = BTreeMap::from([("b".to_string(), 5)]);
        let mut n17: i64 = n;
    }
    let n18 = p323_0((n * 2), i64::from(small), n > 1, Some(n1));
    'turn20: for at19 in 1..vec![1, 2].len() {
        byte3 = byte3 / 2 + 7;
        let mut word21: String = "b".to_string();
        word21.push_str(&format!("{} ", n1));
    }
    Some(format!("{}-{}", "north".to_string(), n1))
}

#[pure]
fn p323_2(n: i64, many: Option<i64>, sizes: BTreeMap<String, i64>, bag: &BTreeSet<String>) -> u8 {
    let mut n1: i64 = (n + n);
    let mut names2: Vec<String> = vec!["b".to_string()];
    let mut bytes3: Vec<u8> = vec![8, 2, 5];
    let mut made5: i64 = vec![1i64, 2].iter().fold(1i64, |mut all6, x7| {
        let mut n8: i64 = n1;
        let mut bag9: BTreeSet<String> = names2.iter().cloned().collect::<BTreeSet<_>>();
        if *x7 == n {
            all6 += (n - n1);
            let mut boxes10: Vec<Parcel> = Vec::<Parcel>::new();
            boxes10.truncate(3);
        } else if n == n1 {
            bag9.clear();
        }
        let mut groups11: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        (n1 + n1)
    });
    let mut word12: String = p323_1(made5, 68, names2.last().cloned(), &Vec::<Parcel>::new()).unwrap_or("".to_string());
    for n13 in (made5 % 3..4).rev() {
        if let Some(n14) = sizes.get("c") && *n14 > 1 {
            if let (Some(n15), true) = (many, made5 > 5) {
                let perhaps16 = names2.pop();
                names2.extend(vec!["a".to_string()]);
            }
            bytes3.sort();
            let mut two17: (i64, String) = (6, "a".to_string());
            two17.0 += 3;
        }
        if bytes3.len() > 1 { bytes3[1] = 74; }
        names2.insert(names2.len(), "c".to_string());
    }
    word12.push_str(&"b".to_string());
    56
}

#[workflow]
pub async fn w323(n: i64, small: u8, flag: bool, many: Option<i64>, nums: Vec<i64>, names: Vec<String>) -> Result<(u8, String, Option<i64>, Parcel, u8, Vec<u8>, i64), Failure> {
    let mut n1: i64 = n;
    let mut bytes2: Vec<u8> = vec![5, 2, 3];
    let mut byte3: u8 = small;
    let mut held4: Parcel = Parcel { name: "c".to_string(), size: 7, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let n5 = p323_0(i64::from(byte3), (held4.spot.x + held4.label.code), flag, Some(held4.label.code));
    parcel(held4.clone()).await?;
    let mut word6: String = p323_1(held4.spot.x, (byte3).checked_sub(42).unwrap_or(1), names.last().cloned(), &Vec::<Parcel>::new()).unwrap_or("north".to_string());
    number(bytes2.len() as i64).await?;
    let mut byte7: u8 = p323_2((if n5.is_some() { held4.label.code } else { held4.label.code }), n5, BTreeMap::from([("".to_string(), 6)]), &BTreeSet::<String>::new());
    parcel(held4.clone()).await?;
    if held4.lines.is_empty() {
        for byte7 in word6.chars() {
            if n5.is_some() {
                held4.size = (word6.len() as i64);
                let mut boxes8: Vec<Parcel> = Vec::<Parcel>::new();
                boxes8.clear();
                continue;
            } else {
                if bytes2.len() > 1 { bytes2.swap(0, 1); }
            }
        }
    } else {
        text(word6.clone()).await?;
    }
    parcel(held4.clone()).await?;
    Ok((byte7, word6.clone(), n5, held4.clone(), byte3, bytes2.clone(), (n1 % 9) + (names.len() as i64) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (if flag { 1 } else { 0 }) + (i64::from(small)) + (n % 9)))
}
#[test]
fn w323_agrees() {
    computes!(w323(n, small, flag, many, nums, names));
}
