//! Written by the generator of this package: do not edit.

use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;
use workflow_generated::{computes, tasks::*};

#[workflow]
pub async fn w334(n: i64, of: i64, small: u8, many: Option<i64>, nums: Vec<i64>, bag: BTreeSet<String>) -> Result<(Vec<i64>, Vec<i64>, Vec<Parcel>, String, (i64, String), i64, i64), Failure> {
    let mut n1: i64 = (n + of);
    let mut two2: (i64, String) = (of, "c".to_string());
    let mut word3: String = two2.1.clone();
    let mut boxes4: Vec<Parcel> = Vec::<Parcel>::new();
    let mut nums6 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n5| {
        let mut n7: i64 = (of - n1);
        let mut nums8: Vec<i64> = nums.clone();
        let mut boxes9: Vec<Parcel> = boxes4.clone();
        let nums: i64 = n7;
        for at10 in 1..nums8.len() {
            if boxes9.len() > 1 { boxes9[1].count = nums8.get(1).copied(); }
        }
        text(word3.clone()).await?;
        Ok((n1 % 9) + (two2.0 % 9) + (word3.len() as i64) + (boxes4.len() as i64) + (n7 % 9) + (nums8.len() as i64) + (boxes9.len() as i64))
    }).await?;
    number(nums6.len() as i64).await?;
    let mut nums12 = map(nums6.iter().take(2).cloned().collect::<Vec<_>>(), async |n11| {
        let mut n13: i64 = n1;
        let mut perhaps14: Option<String> = Some("north".to_string());
        let mut flag15: bool = many.is_some();
        for word16 in bag.clone() {
            perhaps14 = Some(word16.clone());
            let mut word17: String = word16.clone();
            word17.push_str(&format!("{} ", n11));
        }
        boxes(boxes4.clone(), 1).await?;
        Ok((n1 % 9) + (two2.0 % 9) + (word3.len() as i64) + (boxes4.len() as i64) + (nums6.len() as i64) + (n13 % 9) + (perhaps14.clone().unwrap_or_default().len() as i64) + (if flag15 { 1 } else { 0 }))
    }).await?;
    number(nums12.len() as i64).await?;
    Ok((nums12.clone(), nums6.clone(), boxes4.clone(), word3.clone(), two2.clone(), n1, (bag.len() as i64) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (i64::from(small)) + (of % 9) + (n % 9)))
}
#[test]
fn w334_agrees() {
    computes!(w334(n, of, small, many, nums, bag));
}

#[pure]
fn p335_0(n: i64, small: u8, perhaps: Option<String>, names: &[String]) -> Option<i64> {
    let mut n1: i64 = i64::from(small);
    let mut many2: Option<i64> = Some(n1);
    let mut boxes3: Vec<Parcel> = Vec::<Parcel>::new();
    let boxes3: Kind = Kind::Empty;
    let mut nums4: Vec<i64> = Vec::<i64>::new();
    nums4.truncate(2);
    Some((nums4.iter().filter(|x| **x > 3).count() as i64))
}

#[pure]
fn p335_1(n: i64, of: i64, groups: BTreeMap<String, Vec<i64>>, bag: &BTreeSet<String>) -> Result<String, Failure> {
    let mut n1: i64 = (if of > 1 { n } else { n });
    let mut nums2: Vec<i64> = vec![n, n];
    let mut flag3: bool = n == n;
    for (at5, n4) in nums2.iter().enumerate() {
        if let Some(n6) = Some(3i64) {
            if nums2.len() > 4 {
                let mut bag7: BTreeSet<String> = bag.clone();
                bag7.remove(&"".to_string());
                n1 = n;
            } else if !(nums2.len() > 1 || flag3) {
                n1 = n1 % 50 + 1;
                let mut names8: Vec<String> = Vec::<String>::new();
                if names8.len() > 1 { names8[1] = "b".to_string(); }
            }
            let mut n9: i64 = match of {
                0 | 7 => {
                    let mut n6: i64 = n;
                    let mut flag10: bool = n > 2;
                    n6 += (n % 7);
                    let mut word11: String = "".to_string();
                    word11.push_str(&"a".to_string());
                    let mut nums12: Vec<i64> = vec![2, 2, 2];
                    nums12.dedup();
                    nums12.extend_from_slice(&vec![2, 2, 4]);
                    n1
                }
                flag3 @ 1..=3 => {
                    let mut n: i64 = (nums2.iter().filter(|x| **x > 3).count() as i64);
                    let mut flag13: bool = bag.contains("");
                    n += (n % 7);
                    let mut bytes14: Vec<u8> = vec![2, 2, 3];
                    bytes14.reverse();
                    n
                }
                flag3 if flag3 > 5 => {
                    let mut n15: i64 = 0;
                    let mut boxes16: Vec<Parcel> = Vec::<Parcel>::new();
                    n15 = n15 % 50 + 1;
                    let mut sizes17: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    let many18 = sizes17.remove("north");
                    sizes17.extend(BTreeMap::from([("north".to_string(), 7)]));
                    n
                }
                _ => {
                    let mut n19: i64 = (*n4 + n6);
                    let mut n6: BTreeSet<String> = BTreeSet::<String>::new();
                    n6.insert("b".to_string());
                    let mut two20: (i64, String) = (3, "".to_string());
                    two20.0 += nums2.first().copied().unwrap_or(6);
                    let mut bytes21: Vec<u8> = vec![1, 2, 2];
                    bytes21.truncate(at5);
                    let mut flag3: Option<String> = Some("".to_string());
                    *n4
                }
            };
            flag3 = flag3 || n6 > 0;
            continue;
        }
        n1 += (if !(of > 5 || flag3) { *n4 } else { *n4 });
        let mut boxes22: Vec<Parcel> = Vec::<Parcel>::new();
        boxes22.clear();
    }
    let mut n23 = (Some(n)).ok_or_else(|| Failure::new("None", "".to_string()))?;
    let n24 = p335_0((of - of), 44, Some("b".to_string()), &Vec::<String>::new());
    let mut word25: String = "c".to_string();
    word25.push_str(&"b".to_string());
    Ok(word25.clone())
}

#[pure]
fn p335_2(n: i64, small: u8, perhaps: Option<String>, bytes: Vec<u8>) -> BTreeMap<String, i64> {
    let mut n1: i64 = (n - n);
    let mut n2: i64 = (n1 - n);
    let mut bag3: BTreeSet<String> = BTreeSet::<String>::new();
    'turn5: for word4 in &bag3 {
        n1 += (n2 - n2);
        let mut bag6: BTreeSet<String> = BTreeSet::<String>::new();
        let flag7 = bag6.insert("north".to_string());
    }
    let mut word8: String = p335_1(n1, n2, BTreeMap::<String, Vec<i64>>::new(), &bag3).unwrap_or("b".to_string());
    let mut bytes9: Vec<u8> = vec![5, 2, 3];
    if let Some(n10) = Some(3i64) {
        'turn12: for c11 in word8.split(",") {
            bytes9.truncate(3);
            'turn15: for byte13 in &bytes {
                bytes9.push((small).checked_sub(86).unwrap_or(1));
                let mut two16: (i64, String) = (7, "b".to_string());
                two16.0 += (two16.0 % 7);
                let word17: String = c11.to_string();
            }
            bag3 = BTreeSet::<String>::new();
        }
    }
    BTreeMap::from([("b".to_string(), 5)])
}

#[workflow]
pub async fn w335(n: i64, of: i64, flag: bool, word: String, many: Option<i64>, nums: Vec<i64>) -> Result<(BTreeMap<String, i64>, String, Option<i64>, Vec<i64>, Vec<i64>, bool, i64), Failure> {
    let mut n1: i64 = (n * 2);
    let mut flag2: bool = flag;
    let mut nums3: Vec<i64> = nums.clone();
    let mut nums4: Vec<i64> = nums.clone();
    let n5 = p335_0((word.len() as i64), 65, Some(word.clone()), &vec!["north".to_string()]);
    number(n1).await?;
    let mut word6: String = match p335_1(n1, (n + of), BTreeMap::<String, Vec<i64>>::new(), &BTreeSet::<String>::new()) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; word.clone() } };
    text(word6.clone()).await?;
    let mut sizes7: BTreeMap<String, i64> = p335_2(n1, 7, Some(word.clone()), vec![7, 2, 7]);
    text(word6.clone()).await?;
    if flag2 && n1 > 2 {
        *sizes7.entry(word.clone()).or_insert(2) += (of - n1);
        for word6 in nums.iter().filter(|x| **x > 1) {
            if of > 4 {
                for part9 in nums3.windows(2) {
                    nums4.push((part9[0] * 2));
                    let mut word10: String = word.clone();
                    word10.push('x');
                    let mut nums11: Vec<i64> = match n1 {
                        0 | 7 => {
                            let mut n12: i64 = *word6;
                            let mut byte13: u8 = 23;
                            n12 = n12 % 50 + 1;
                            let mut two14: (i64, String) = (1, "a".to_string());
                            two14.0 += (if *word6 > 3 { *word6 } else { two14.0 });
                            let mut names15: Vec<String> = vec!["c".to_string()];
                            names15.dedup();
                            vec![n1, two14.0]
                        }
                        many @ 1..=3 => {
                            let mut n16: i64 = n1;
                            let mut bytes17: Vec<u8> = vec![3, 2, 4];
                            bytes17.push(46);
                            let mut two18: (i64, String) = (7, "".to_string());
                            two18.0 += (if many > 1 { n } else { n16 });
                            let flag2: bool = flag && n16 == many;
                            let mut nums19: Vec<i64> = nums.clone();
                            nums19.insert(0, *word6);
                            nums4.clone()
                        }
                        many if many > 5 => {
                            let mut n20: i64 = (*word6 + n1);
                            let mut bytes21: Vec<u8> = vec![6, 2, 2];
                            bytes21.truncate(3);
                            let mut two22: (i64, String) = (5, "a".to_string());
                            two22.0 += (part9[part9.len() - 1]);
                            nums.clone()
                        }
                        _ => {
                            let mut n23: i64 = n;
                            let mut n24: i64 = *word6;
                            n24 += (n1 * 2);
                            let mut bytes25: Vec<u8> = vec![6, 2, 6];
                            let end26 = bytes25.len().saturating_sub(1);
                            if bytes25.len() > 0 { bytes25[end26] = 64; }
                            if bytes25.len() > 1 { bytes25[1] = 77; }
                            let mut bag27: BTreeSet<String> = BTreeSet::<String>::new();
                            vec![n1, n23]
                        }
                    };
                }
                continue;
            } else if !(of > 1 || flag2) {
                sizes7.insert(word.clone(), (of * 2));
                break;
            } else {
                let flag = sizes7.remove("a");
                let mut word: String = word.clone();
                nums3.dedup();
            }
        }
    } else {
        number(n1).await?;
    }
    note(format!("{}", flag2)).await?;
    Ok((sizes7.clone(), word6.clone(), n5, nums4.clone(), nums3.clone(), flag2, (n1 % 9) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (word.len() as i64) + (if flag { 1 } else { 0 }) + (of % 9) + (n % 9)))
}
#[test]
fn w335_agrees() {
    computes!(w335(n, of, flag, word, many, nums));
}

#[workflow]
pub async fn w336(n: i64, of: i64, flag: bool, nums: Vec<i64>, bytes: Vec<u8>, grid: Vec<Vec<i64>>) -> Result<(Vec<i64>, Vec<u8>, Vec<i64>, u8, i64, Vec<Vec<i64>>, i64), Failure> {
    let mut n1: i64 = n;
    let mut byte2: u8 = 35;
    let mut nums3: Vec<i64> = vec![n, of];
    let mut bytes4: Vec<u8> = vec![1, 2, 8];
    'turn6: for nums5 in grid.clone() {
        if let Some(n7) = Some(3i64) {
            let mut made9: bool = nums.iter().any(|x8| {
                let mut of: i64 = i64::from(byte2);
                let mut groups10: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                let mut bytes: bool = if let Some(n11) = Some(3i64) {
                    let mut n12: i64 = (*x8 + n);
                    let mut n1: Option<i64> = nums5.get(1).copied();
                    n12 += (if nums.len() > 4 { n12 } else { n });
                    let mut groups13: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                    groups13.insert("c".to_string(), nums5.clone());
                    groups13.clear();
                    *x8 > 1
                } else {
                    let mut n14: i64 = (n * 2);
                    let mut n15: i64 = n1;
                    n14 += (n15 - *x8);
                    let mut bag16: BTreeSet<String> = BTreeSet::<String>::new();
                    bag16.retain(|x| x.len() as i64 > 0);
                    let mut grid17: Vec<Vec<i64>> = grid.clone();
                    let end18 = grid17.len().saturating_sub(1);
                    if grid17.len() > 0 { grid17[end18] = nums5.clone(); }
                    let mut names19: Vec<String> = Vec::<String>::new();
                    names19.dedup();
                    flag
                };
                groups10.insert("north".to_string(), nums5.clone());
                let mut word20: String = "c".to_string();
                word20.push('x');
                flag
            });
            nums3.retain(|x| *x != n7);
            made9 = made9 || n == n7;
        }
        nums3.retain(|x| *x != of);
        let mut word21: String = "".to_string();
        word21.push('x');
    }
    number(bytes4.len() as i64).await?;
    let mut nums23 = map(nums3.iter().take(2).cloned().collect::<Vec<_>>(), async |n22| {
        let mut n24: i64 = (of - n22);
        let mut byte25: u8 = byte2;
        let mut bag26: BTreeSet<String> = BTreeSet::<String>::new();
        let mut byte25: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        for n27 in (n1 % 4)..(n % 6) {
            match of {
                0 | 7 => {
                    bag26.retain(|x| x.len() as i64 > 3);
                    if bag26.insert("a".to_string()) {
                        let flag29 = bag26.remove("north");
                        let mut boxes30: Vec<Parcel> = Vec::<Parcel>::new();
                        let end31 = boxes30.len().saturating_sub(1);
                        if boxes30.len() > 0 { boxes30[end31].label.code = (n27 + n22); }
                    }
                    let mut n32: i64 = if let Some(n33) = Some(3i64) {
                        let mut n34: i64 = (n33 + n1);
                        let mut byte35: u8 = byte2;
                        if !(nums3.len() > 0 || flag) {
                            n34 = n34 % 50 + 1;
                            let mut two36: (i64, String) = (7, "c".to_string());
                            two36.0 += (nums3.iter().filter(|x| **x > 1).count() as i64);
                            let mut held37: Parcel = Parcel { name: "".to_string(), size: 5, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                            held37.lines.push("".to_string());
                            let mut word38: String = "b".to_string();
                            word38.clear();
                        }
                        let mut grid39: Vec<Vec<i64>> = vec![vec![8], vec![]];
                        grid39.push(vec![1, 2, 8]);
                        n34
                    } else {
                        let mut nums3: i64 = n1;
                        let mut names40: Vec<String> = vec!["c".to_string()];
                        names40.truncate(2);
                        let mut word41: String = format!("{}-{}", "b".to_string(), n27);
                        word41 = word41.clone();
                        (word41.len() as i64)
                    };
                }
                n28 @ 1..=3 => {
                    n24 = n24 % 50 + 1;
                    let mut nums42: Vec<i64> = nums.clone();
                    nums42.sort();
                    nums42.push(n28);
                    continue;
                }
                n28 if n28 > 5 => {
                    byte25.retain(|_, v| v.len() > 0);
                    let mut what43: Kind = Kind::Sized(4);
                }
                _ => {
                    let mut two44: (i64, String) = (6, "a".to_string());
                    two44.0 += (of + of);
                    let mut names45: Vec<String> = vec!["".to_string()];
                    if names45.len() > 1 { names45[1] = "north".to_string(); }
                    bag26 = bag26.clone();
                }
            }
            let mut nums46: Vec<i64> = nums.clone();
            nums46.dedup();
        }
        number(n1).await?;
        Ok((n1 % 9) + (i64::from(byte2)) + (nums3.len() as i64) + (bytes4.len() as i64) + (n24 % 9) + (bag26.len() as i64) + (byte25.len() as i64))
    }).await?;
    number(n1).await?;
    Ok((nums23.clone(), bytes4.clone(), nums3.clone(), byte2, n1, grid.clone(), (bytes.len() as i64) + (nums.len() as i64) + (if flag { 1 } else { 0 }) + (of % 9) + (n % 9)))
}
#[test]
fn w336_agrees() {
    computes!(w336(n, of, flag, nums, bytes, grid));
}

#[workflow]
pub async fn w337(n: i64, small: u8, flag: bool, nums: Vec<i64>, sizes: BTreeMap<String, i64>, parcels: Vec<Parcel>) -> Result<(BTreeMap<String, i64>, i64, Option<i64>, Vec<i64>, i64, Vec<Parcel>, i64), Failure> {
    let mut n1: i64 = n;
    let mut nums2: Vec<i64> = nums.clone();
    let mut many3: Option<i64> = nums2.iter().max().copied();
    let mut n4: i64 = n;
    let mut sizes5: BTreeMap<String, i64> = if nums.len() > 1 {
        let mut nums2: i64 = nums.iter().sum::<i64>();
        let mut held6: Parcel = Parcel { name: "b".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
        nums2 += (held6.spot.x + n4);
        let mut small: Vec<i64> = match held6.spot.x {
            0 | 7 => {
                let mut n8: i64 = n4;
                let mut byte9: u8 = (small + 5);
                byte9 = byte9 / 2 + 8;
                let mut grid10: Vec<Vec<i64>> = vec![vec![6], vec![]];
                grid10.push(nums.clone());
                for held11 in parcels.clone() {
                    grid10.push(nums.clone());
                    grid10 = vec![nums.clone()];
                }
                nums.clone()
            }
            n7 @ 1..=3 => {
                let mut n13: i64 = held6.spot.x;
                let mut held14: Parcel = Parcel { size: n7, ..held6.clone() };
                held14.size = many3.unwrap_or(1);
                let mut bag15: BTreeSet<String> = BTreeSet::<String>::new();
                bag15.remove("c");
                vec![n, nums2]
            }
            n7 if n7 > 5 => {
                let mut n16: i64 = n;
                let mut bytes17: Vec<u8> = vec![0, 2, 4];
                let mut groups18: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                groups18.entry("".to_string()).or_default().push(i64::from(small));
                {
                    match n16 {
                        0 | 7 => {
                            groups18.entry("north".to_string()).or_default().push(7);
                            let mut nums20: Vec<i64> = vec![0, 2, 4];
                            nums20.extend(nums.clone());
                            let small: Option<i64> = nums20.iter().max().copied();
                        }
                        n19 @ 1..=3 => {
                            groups18.entry("c".to_string()).or_default().push(7);
                            let mut n7: i64 = (held6.spot.x + n19);
                            n7 += many3.unwrap_or(2);
                        }
                        n19 if n19 > 5 => {
                            groups18.insert("".to_string(), nums.clone());
                            n16 = 4;
                        }
                        _ => {
                            groups18.entry("c".to_string()).or_default().sort();
                        }
                    }
                }
                groups18.entry("north".to_string()).or_default();
                nums.clone()
            }
            _ => {
                let mut n21: i64 = (n - held6.spot.x);
                let mut byte22: u8 = (small).checked_sub(65).unwrap_or(1);
                n21 += many3.unwrap_or(5);
                let mut nums23: Vec<i64> = nums.clone();
                let many24 = nums23.pop();
                sizes.values().copied().collect::<Vec<_>>()
            }
        };
        let mut sizes25: BTreeMap<String, i64> = sizes.clone();
        sizes25.entry("a".to_string()).or_insert(1);
        BTreeMap::from([("c".to_string(), 5)])
    } else {
        let mut n26: i64 = (n1 % 7);
        let mut two27: (i64, String) = ((n - n), "c".to_string());
        let mut sizes28: BTreeMap<String, i64> = sizes.clone();
        let parcels = sizes28.remove("north");
        two27 = two27.clone();
        sizes.clone()
    };
    for n29 in nums.iter().take(2) {
        nums2.sort();
        n4 /= 3;
        nums2.dedup();
    }
    number(n4).await?;
    if n4 == n {
        for held31 in parcels.clone() {
            let (Some(n33), true) = (held31.count, held31.spot.x == held31.size) else {
                let mut n34: i64 = held31.spot.x;
                let mut held35: Parcel = Parcel { name: "b".to_string(), size: 3, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                held35.count = nums.iter().max().copied();
                if nums2.len() > 1 {
                    'turn37: for n36 in (held35.label.code % 3..4).rev() {
                        nums2.sort_by(|a, b| b.cmp(a));
                        sizes5.extend(sizes.clone());
                    }
                    nums2.truncate(1);
                    nums2.dedup();
                } else {
                    nums2.truncate(2);
                    let many38 = sizes5.remove("a");
                    held35 = held35.clone();
                    break;
                }
                break;
            };
            let n = sizes5.remove("b");
            sizes5.clear();
        }
    } else {
        number(n4).await?;
    }
    number(n1).await?;
    Ok((sizes5.clone(), n4, many3, nums2.clone(), n1, parcels.clone(), (sizes.len() as i64) + (nums.len() as i64) + (if flag { 1 } else { 0 }) + (i64::from(small)) + (n % 9)))
}
#[test]
fn w337_agrees() {
    computes!(w337(n, small, flag, nums, sizes, parcels));
}

#[pure]
fn p338_0(n: i64, many: Option<i64>, sizes: &BTreeMap<String, i64>, bag: BTreeSet<String>) -> Option<String> {
    let mut n1: i64 = (n * 2);
    let mut nums2: Vec<i64> = vec![n1, n];
    let mut what3: Kind = Kind::Empty;
    let mut n4 = (many)?;
    'turn7: for n5 in nums2.clone() {
        if matches!(what3, Kind::Sized(_) | Kind::Empty) {
            let (Some(n), true) = (many, sizes.contains_key("a")) else {
                if matches!(what3, Kind::Sized(_) | Kind::Empty) {
                    n1 = n1 % 50 + 1;
                    let mut sizes8: BTreeMap<String, i64> = sizes.clone();
                    *sizes8.entry("north".to_string()).or_insert_with(|| 3) = (n1 + n5);
                } else if matches!(what3, Kind::Sized(_) | Kind::Empty) {
                    nums2.retain(|x| *x != n1);
                    let mut grid9: Vec<Vec<i64>> = vec![vec![6], vec![]];
                    if grid9.len() > 1 { grid9[1].push((n - n1)); }
                    let mut word10: String = "".to_string();
                    word10.push('x');
                }
                break 'turn7;
            };
            let mut word11: String = "".to_string();
            word11.push_str(&format!("{} ", n1));
            continue 'turn7;
        }
        if nums2.len() > 1 { nums2[1] += (n - n4); }
    }
    Some(format!("{}-{}", "north".to_string(), n4))
}

#[pure]
fn p338_1(n: i64, of: i64, small: u8, flag: bool) -> Option<i64> {
    let mut n1: i64 = 0;
    let mut n2: i64 = 5;
    let mut groups3: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    let mut nums4: Vec<i64> = vec![5, 2, 2];
    if let Some(n5) = nums4.pop() {
        if let Some(n6) = Some(3i64) && n6 > 1 {
            if let Some(of) = nums4.first().copied() {
                n1 = n1 % 50 + 1;
                let mut grid7: Vec<Vec<i64>> = vec![vec![3], vec![]];
                if grid7.len() > 1 { grid7[1].clear(); }
            }
        } else {
            match n2 {
                0 | 7 => {
                    nums4.sort();
                    'turn10: for at9 in 1..nums4.len() {
                        n2 += (n2 - n2);
                        let mut word11: String = "b".to_string();
                        word11.push_str(&format!("{} ", of));
                    }
                    n1 += (if n2 > 4 { n2 } else { n2 });
                }
                n8 @ 1..=3 => {
                    groups3 = BTreeMap::<String, Vec<i64>>::new();
                }
                n8 if n8 > 5 => {
                    let mut bag12: BTreeSet<String> = BTreeSet::<String>::new();
                    n1 = n1;
                    nums4.sort();
                }
                _ => {
                    nums4.clear();
                    nums4.push(i64::from(small));
                }
            }
            n2 = (nums4.iter().filter(|x| **x > 1).count() as i64);
        }
        let mut nums4: Kind = Kind::Sized(0);
        let mut grid13: Vec<Vec<i64>> = vec![vec![2], vec![]];
        if grid13.len() > 1 { grid13[1].push((n5 % 7)); }
    }
    let mut word14: String = p338_0(n1, nums4.get(1).copied(), &BTreeMap::from([("a".to_string(), 8)]), BTreeSet::<String>::new()).unwrap_or("".to_string());
    'turn17: for _ in groups3.values() {
        word14.push('x');
    }
    let mut word18: String = p338_0(of, Some(n1), &BTreeMap::<String, i64>::new(), BTreeSet::<String>::new()).unwrap_or("a".to_string());
    Some(n2)
}

#[pure]
fn p338_2(n: i64, perhaps: Option<String>, nums: &[i64], grid: Vec<Vec<i64>>) -> Result<i64, Failure> {
    let mut n1: i64 = n;
    let mut two2: (i64, String) = (n1, "a".to_string());
    let mut bytes3: Vec<u8> = vec![4, 2, 5];
    let Some(word4) = &perhaps else {
        for nums5 in &grid {
            bytes3.push(3);
            let mut nums7: Vec<i64> = nums5.clone();
            let many8 = nums7.pop();
        }
        if n1 > 0 {
            two2 = (nums.iter().sum::<i64>(), "c".to_string());
            let mut groups9: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            groups9.remove("c");
            let mut held10: Parcel = match perhaps.clone() {
                Some(two2) if !two2.is_empty() => {
                    let mut bytes3: i64 = (two2.len() as i64);
                    let mut nums11: Vec<i64> = vec![bytes3, bytes3];
                    nums11.sort();
                    nums11.insert(0, (bytes3 * 2));
                    Parcel { name: "north".to_string(), size: 6, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }
                }
                Some(_) | None => {
                    let mut n12: i64 = n1;
                    let mut nums: i64 = two2.0;
                    n12 += 5;
                    let mut names13: Vec<String> = Vec::<String>::new();
                    names13.sort();
                    Parcel { name: "a".to_string(), size: 7, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }
                }
            };
        } else if nums.len() > 3 {
            let mut bag14: BTreeSet<String> = BTreeSet::<String>::new();
            bag14.clear();
            bytes3.push(76);
        } else {
            n1 += nums.iter().sum::<i64>();
            let mut nums15: Vec<i64> = nums.to_vec();
            let many16 = nums15.pop();
            if nums15.len() > 1 { nums15.remove(1); }
        }
        let mut boxes17: Vec<Parcel> = Vec::<Parcel>::new();
        if boxes17.len() > 1 { boxes17[1].size += 4; }
        return Ok(n);
    };
    for at19 in 1..nums.len() {
        two2.0 = nums.iter().sum::<i64>();
        let bytes20: Vec<u8> = bytes3.clone();
    }
    Ok((n1 - two2.0))
}

#[workflow]
pub async fn w338(n: i64, nums: Vec<i64>, sizes: BTreeMap<String, i64>, groups: BTreeMap<String, Vec<i64>>, bag: BTreeSet<String>, held: Parcel) -> Result<(bool, i64, Option<i64>, String, (i64, String), Vec<String>, i64), Failure> {
    let mut n1: i64 = sizes.get("north").copied().unwrap_or(6);
    let mut names2: Vec<String> = held.lines.clone();
    let mut names3: Vec<String> = names2.clone();
    let mut two4: (i64, String) = (n, held.name.clone());
    let mut word5: String = p338_0((two4.0 + n1), held.count, &sizes, bag.clone()).unwrap_or("b".to_string());
    text(word5.clone()).await?;
    let n6 = p338_1(two4.0, held.label.code, 53, held.size == two4.0);
    note(names3.join("-")).await?;
    let mut n7: i64 = match p338_2(two4.0, Some(held.name.clone()), &nums, vec![nums.clone()]) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; held.spot.x } };
    text(word5.clone()).await?;
    let flag8: bool = held.lines.is_empty();
    for (n9, word10) in nums.iter().zip(&names2) {
        word5.push('x');
        'turn12: for part11 in held.lines.iter() {
            let mut sizes13: BTreeMap<String, i64> = sizes.clone();
            *sizes13.entry(part11.clone()).or_default() -= (word10.len() as i64);
            if let Some(word14) = names3.pop() {
                let many15 = sizes13.remove("north");
                names3.push(held.label.text.clone());
                match word5.as_str() {
                    "a" | "b" => {
                        names3.reverse();
                        *sizes13.entry("north".to_string()).or_insert_with(|| 3) = sizes.get("a").copied().unwrap_or(1);
                        continue;
                    }
                    "" if n7 == held.label.code => {
                        names3.dedup();
                        let mut part11: String = part11.clone();
                        names3.push(word14.clone());
                    }
                    _ => {
                        names3.sort();
                        two4.0 += (held.spot.x * 2);
                        let perhaps16 = names3.pop();
                    }
                }
                continue;
            }
            names3.sort();
        }
    }
    text(word5.clone()).await?;
    Ok((flag8, n7, n6, word5.clone(), two4.clone(), names3.clone(), (names2.len() as i64) + (n1 % 9) + (held.size % 9) + (bag.len() as i64) + (groups.len() as i64) + (sizes.len() as i64) + (nums.len() as i64) + (n % 9)))
}
#[test]
fn w338_agrees() {
    computes!(w338(n, nums, sizes, groups, bag, held));
}
