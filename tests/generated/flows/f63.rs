//! Written by the generator of this package: do not edit.

use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;
use workflow_generated::{computes, tasks::*};

#[pure]
fn p314_0(n: i64, many: Option<i64>, nums: &[i64], bytes: &[u8]) -> Vec<i64> {
    let mut n1: i64 = n;
    let mut n2: i64 = (n1 + n1);
    let mut grid3: Vec<Vec<i64>> = vec![nums.to_vec()];
    for nums4 in grid3.clone() {
        let nums4: Vec<i64> = nums4.clone();
        'turn7: for many in 0..nums.len() {
            'turn10: for _ in grid3.clone() {
                let mut nums11: Vec<i64> = vec![5, 2, 1];
                nums11.reverse();
                nums11.dedup();
                if nums.len() > 5 {
                    if nums11.len() > 1 { nums11.swap(0, 1); }
                    n1 -= 1;
                }
            }
            let mut bag12: BTreeSet<String> = BTreeSet::<String>::new();
            bag12.retain(|x| x.len() as i64 > 2);
            let n2 = bag12.insert("c".to_string());
        }
        let mut boxes13: Vec<Parcel> = Vec::<Parcel>::new();
        boxes13.extend(Vec::<Parcel>::new());
    }
    let mut sizes14: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    sizes14.insert("".to_string(), sizes14.get("").copied().unwrap_or(6));
    vec![n1, n2]
}

#[pure]
fn p314_1(n: i64, of: i64, flag: bool, many: Option<i64>) -> Result<Parcel, Failure> {
    let mut n1: i64 = n;
    let mut perhaps2: Option<String> = Some("north".to_string());
    let mut groups3: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    for n4 in (n1 % 4)..(of % 6) {
        if let Some(groups3) = many {
            perhaps2 = perhaps2.clone();
            let mut made6: Vec<i64> = vec![1i64, 2].iter().filter(|x5| {
                let mut n7: i64 = n1;
                let mut word8: String = "a".to_string();
                let mut bag9: BTreeSet<String> = BTreeSet::<String>::new();
                bag9.extend(vec!["".to_string()]);
                n7 = (word8.len() as i64);
                flag
            }).copied().collect();
            break;
        } else {
            groups3.insert("north".to_string(), vec![3, 2, 0]);
            {
                n1 = n1 % 50 + 1;
                let mut two10: (i64, String) = (1, "".to_string());
                two10.0 += many.unwrap_or(5);
                let mut boxes11: Vec<Parcel> = Vec::<Parcel>::new();
                if boxes11.len() > 1 { boxes11[1] = Parcel { name: "c".to_string(), size: 0, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
            }
        }
        groups3.remove(&"b".to_string());
        let mut names12: Vec<String> = vec!["".to_string()];
        let end13 = names12.len().saturating_sub(1);
        if names12.len() > 0 { names12[end13] = "c".to_string(); }
    }
    let mut nums14: Vec<i64> = p314_0((n1 % 7), many, &vec![5, 2, 0], &vec![8, 2, 8]);
    n1 += many.unwrap_or(3);
    let mut nums15: Vec<i64> = p314_0(n1, many, &nums14, &vec![4, 2, 6]);
    Ok(Parcel { name: "b".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } })
}

#[pure]
fn p314_2(n: i64, small: u8, word: &str, perhaps: Option<String>) -> Option<i64> {
    let mut n1: i64 = (n - n);
    let mut nums2: Vec<i64> = vec![n, n1];
    let mut held3: Parcel = Parcel { name: "a".to_string(), size: 5, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    'turn5: for n4 in 0..held3.label.code % 5 {
        let mut word6: String = word.to_string();
        word6.push('x');
        if nums2.len() > 1 { nums2[1] += (if nums2.len() > 3 { n4 } else { n1 }); }
    }
    for (at8, n7) in nums2.iter().enumerate() {
        let mut flag9: bool = if at8 > 0 {
            let mut n10: i64 = ((at8) as i64);
            let mut word11: String = held3.name.clone();
            if held3.spot.x > 2 {
                if let (Some(n12), true) = (held3.count, held3.lines.is_empty()) {
                    n10 += (if held3.size == n1 { held3.size } else { n10 });
                    let mut sizes13: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    *sizes13.entry(word.to_string()).or_default() -= (n1 % 7);
                }
                let mut bytes14: Vec<u8> = vec![6, 2, 2];
                bytes14.push(small);
            } else {
                word11.push_str("");
                let mut bytes15: Vec<u8> = vec![6, 2, 8];
                bytes15.sort();
            }
            let mut boxes16: Vec<Parcel> = Vec::<Parcel>::new();
            boxes16.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.name.cmp(&b.name)));
            boxes16.truncate(at8);
            nums2.len() > 0
        } else {
            let mut n7: i64 = i64::from(small);
            let mut n: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            n.entry("b".to_string()).or_default().push(7);
            let mut boxes17: Vec<Parcel> = Vec::<Parcel>::new();
            if boxes17.len() > 1 { boxes17[1].lines.push("b".to_string()); }
            boxes17.clear();
            if boxes17.len() > 1 { boxes17[1] = Parcel { name: "a".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
            nums2.len() > 0
        };
        let mut boxes18: Vec<Parcel> = Vec::<Parcel>::new();
        boxes18.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.name.cmp(&b.name)));
        held3.kind = Kind::Named { name: "a".to_string(), size: (nums2.iter().filter(|x| **x > 2).count() as i64) };
    }
    for c19 in word.chars().rev() {
        let n20: i64 = n1;
        nums2.retain(|x| *x != held3.size);
    }
    Some((if nums2.len() > 0 { n1 } else { held3.spot.x }))
}

#[workflow]
pub async fn w314(n: i64, small: u8, many: Option<i64>, nums: Vec<i64>, names: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<(Option<i64>, Parcel, Vec<i64>, (i64, String), u8, Parcel, i64), Failure> {
    let mut n1: i64 = n;
    let mut held2: Parcel = Parcel { name: "c".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let mut byte3: u8 = small;
    let mut two4: (i64, String) = (nums.iter().sum::<i64>(), "north".to_string());
    let mut nums5: Vec<i64> = p314_0(held2.size, held2.count, &nums, &vec![3, 2, 7]);
    parcel(held2.clone()).await?;
    let mut held6: Parcel = match p314_1(6, (two4.0 + held2.label.code), held2.label.code > 3, many) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; Parcel { name: "b".to_string(), size: 7, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } } } };
    number(n1).await?;
    let n7 = p314_2((held6.spot.x % 7), byte3, &"".to_string(), Some("".to_string()));
    both(two4.0, two4.1.clone()).await?;
    for sizes in names.clone() {
        let mut made9: bool = nums5.iter().any(|x8| {
            let mut n10: i64 = held6.size;
            let mut groups11: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            if held2.label.code > 2 {
                n10 = n10 % 50 + 1;
                let mut made13: Vec<i64> = nums5.iter().map(|x12| {
                    let mut n14: i64 = held6.spot.x;
                    let mut n15: i64 = two4.0;
                    n14 = n14 % 50 + 1;
                    let mut word16: String = sizes.clone();
                    word16.push('x');
                    let mut names17: Vec<String> = names.clone();
                    names17.truncate(1);
                    n7.unwrap_or(4)
                }).collect();
                made13.extend_from_slice(&nums.clone());
            } else {
                groups11.remove(&sizes.clone());
                let mut sizes18: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 8)]);
                match sizes18.remove("b") {
                    Some(n19) => {
                        let mut two20: (i64, String) = (1, "b".to_string());
                        two20.0 += (if held6.lines.is_empty() { held6.size } else { held2.label.code });
                        sizes18.insert(sizes.clone(), (held6.label.code % 7));
                        *sizes18.entry(sizes.clone()).or_default() -= (n10 - held2.size);
                    }
                    None => {
                        sizes18.extend(BTreeMap::from([("".to_string(), 5)]));
                        sizes18.clear();
                    }
                }
            }
            names.contains(&"north".to_string())
        });
        nums5.extend(nums.clone());
        nums5.clear();
    }
    note(format!("{}", byte3)).await?;
    Ok((n7, held6.clone(), nums5.clone(), two4.clone(), byte3, held2.clone(), (n1 % 9) + (sizes.len() as i64) + (names.len() as i64) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (i64::from(small)) + (n % 9)))
}
#[test]
fn w314_agrees() {
    computes!(w314(n, small, many, nums, names, sizes));
}

#[workflow]
pub async fn w315(n: i64, small: u8, many: Option<i64>, nums: Vec<i64>, bytes: Vec<u8>, sizes: BTreeMap<String, i64>) -> Result<(Vec<Vec<i64>>, Vec<i64>, Kind, i64, BTreeMap<String, i64>, Vec<u8>, i64), Failure> {
    let mut n1: i64 = nums.first().copied().unwrap_or(5);
    let mut what2: Kind = Kind::Named { name: "a".to_string(), size: n };
    let mut nums3: Vec<i64> = vec![n1, n1];
    let mut grid4: Vec<Vec<i64>> = vec![nums.clone()];
    for at5 in (0..nums3.len()).rev() {
        nums3.insert(0, ((at5) as i64));
        {
            nums3.sort();
            n1 += nums.first().copied().unwrap_or(0);
            nums3.dedup();
        }
        if let Some(n6) = nums3.pop() {
            if grid4.len() > 1 { grid4[1].sort(); }
            let mut n6: Parcel = Parcel { name: "a".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
            {
                if nums3.len() > 1 { nums3.remove(1); }
                let many7 = nums3.pop();
            }
            break;
        } else {
            let mut nums8: Vec<i64> = vec![n, n];
            nums3.extend_from_slice(&nums.clone());
        }
    }
    number(n1).await?;
    for n9 in nums3.iter().take(2) {
        if let Some(n11) = many {
            let end12 = grid4.len().saturating_sub(1);
            if grid4.len() > 0 { grid4[end12].sort(); }
        } else {
            grid4.push(vec![2, 2, 1]);
            let mut bag13: BTreeSet<String> = BTreeSet::<String>::new();
            continue;
        }
        if many.is_some() {
            n1 -= (match &what2 { Kind::Sized(s) | Kind::Named { size: s, .. } => *s % 9, Kind::Empty => 3 });
            grid4.sort_by_key(|x| x.len());
            continue;
        } else if *n9 > 0 {
            what2 = Kind::Named { name: "".to_string(), size: n };
            let mut bag14: BTreeSet<String> = BTreeSet::<String>::new();
            bag14.retain(|x| x.len() as i64 > 0);
            bag14.extend(vec!["".to_string()]);
        } else {
            let many15: Option<i64> = nums3.iter().max().copied();
            let mut groups16: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            groups16.insert("north".to_string(), nums.clone());
            grid4.sort_by_key(|x| x.len());
        }
        let mut boxes17: Vec<Parcel> = Vec::<Parcel>::new();
        boxes17.extend(Vec::<Parcel>::new());
    }
    number(n1).await?;
    Ok((grid4.clone(), nums3.clone(), what2.clone(), n1, sizes.clone(), bytes.clone(), (nums.len() as i64) + (many.unwrap_or(5) % 9) + (i64::from(small)) + (n % 9)))
}
#[test]
fn w315_agrees() {
    computes!(w315(n, small, many, nums, bytes, sizes));
}

#[workflow]
pub async fn w316(n: i64, of: i64, flag: bool, many: Option<i64>, nums: Vec<i64>, grid: Vec<Vec<i64>>) -> Result<(i64, i64, Parcel, (i64, String), Vec<Vec<i64>>, i64, i64), Failure> {
    let mut n1: i64 = n;
    let mut grid2: Vec<Vec<i64>> = grid.clone();
    let mut two3: (i64, String) = (nums.first().copied().unwrap_or(2), "north".to_string());
    let mut held4: Parcel = Parcel { name: "a".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let (mut n5, n6) = join!(async {
        let mut n7: i64 = two3.0;
        let mut bytes8: Vec<u8> = vec![0, 2, 8];
        let mut nums9: Vec<i64> = vec![two3.0, held4.label.code];
        let mut sizes10: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
        for n7 in (two3.0 % 3..4).rev() {
            match held4.size {
                0 | 7 => {
                    *sizes10.entry("north".to_string()).or_insert(1) += 2;
                    let mut two11: (i64, String) = (8, "a".to_string());
                    two11.0 += (held4.spot.x - held4.spot.x);
                }
                n1 @ 1..=3 => {
                    if n7 > 2 {
                        nums9.insert(0, (two3.0 * 2));
                    } else if n7 > 5 {
                        if let (Some(n12), true) = (many, flag && of > 0) {
                            nums9.push(nums9.first().copied().unwrap_or(2));
                            nums9.reverse();
                        }
                        let end13 = nums9.len().saturating_sub(1);
                        if nums9.len() > 0 { nums9[end13] += 1; }
                        bytes8.reverse();
                    } else {
                        *sizes10.entry("c".to_string()).or_insert_with(|| 3) = many.unwrap_or(0);
                    }
                    sizes10 = sizes10.clone();
                    let many14 = nums9.pop();
                }
                n1 if n1 > 5 => {
                    bytes8.push(20);
                    let mut grid15: Vec<Vec<i64>> = grid.clone();
                    if grid15.len() > 1 { grid15[1].push(6); }
                    let mut n16: i64 = n7;
                    n16 -= 3;
                    continue;
                }
                _ => {
                    bytes8.truncate(2);
                    nums9.extend_from_slice(&Vec::<i64>::new());
                }
            }
            let mut nums9: u8 = 13;
            sizes10.remove(&"b".to_string());
        }
        number(sizes10.len() as i64).await?;
        Ok((n1 % 9) + (grid2.len() as i64) + (two3.0 % 9) + (held4.size % 9) + (n7 % 9) + (bytes8.len() as i64) + (nums9.len() as i64) + (sizes10.len() as i64))
    }, number(2)).await?;
    number(grid2.len() as i64).await?;
    for n17 in nums.iter().take(2).cloned().collect::<Vec<_>>() {
        let mut made19: bool = nums.iter().any(|x18| {
            let mut grid2: i64 = (*x18 - of);
            let mut many20: Option<i64> = held4.count;
            let mut groups21: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            groups21.insert("a".to_string(), nums.clone());
            let mut sizes22: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            if let Some(n23) = sizes22.remove("a") {
                *sizes22.entry("north".to_string()).or_insert(1) += 2;
                let mut held24: Parcel = match n {
                    0 | 7 => {
                        let mut n26: i64 = *x18;
                        let mut two27: (i64, String) = (sizes22.get("").copied().unwrap_or(0), "".to_string());
                        let mut boxes28: Vec<Parcel> = Vec::<Parcel>::new();
                        boxes28.truncate(1);
                        two27 = (held4.label.code, "b".to_string());
                        let mut nums29: Vec<i64> = nums.clone();
                        match nums29.pop() {
                            Some(n30) => {
                                nums29.insert(0, (if nums.len() > 0 { grid2 } else { grid2 }));
                                let mut word31: String = "north".to_string();
                                word31.push('x');
                                if boxes28.len() > 1 { boxes28[1] = Parcel { name: "north".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
                            }
                            None => {
                                n26 += nums.first().copied().unwrap_or(1);
                                nums29.insert(0, n23);
                                nums29.dedup();
                            }
                        }
                        Parcel { size: (if sizes22.contains_key("c") { n6 } else { n23 }), ..held4.clone() }
                    }
                    n25 @ 1..=3 => {
                        let mut n32: i64 = nums.first().copied().unwrap_or(2);
                        let mut bag33: BTreeSet<String> = BTreeSet::<String>::new();
                        n32 = n32 % 50 + 1;
                        let mut word34: String = "a".to_string();
                        word34.push('x');
                        word34.push_str("north");
                        let mut names35: Vec<String> = vec!["".to_string()];
                        names35.truncate(2);
                        Parcel { size: (if held4.size > 3 { grid2 } else { *x18 }), ..held4.clone() }
                    }
                    n25 if n25 > 5 => {
                        let mut n36: i64 = held4.spot.x;
                        let mut word37: String = "b".to_string();
                        n36 += (n23 - n23);
                        let mut sizes38: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        *sizes38.entry("".to_string()).or_insert_with(|| 3) = (n5 + two3.0);
                        Parcel { size: held4.spot.x, ..held4.clone() }
                    }
                    _ => {
                        let mut grid: i64 = *x18;
                        let mut n39: i64 = held4.label.code;
                        grid = grid % 50 + 1;
                        let mut bag40: BTreeSet<String> = BTreeSet::<String>::new();
                        bag40.insert("c".to_string());
                        let mut grid41: Vec<Vec<i64>> = vec![vec![8], vec![]];
                        if grid41.len() > 1 { grid41[1].push((if flag && nums.len() > 2 { n } else { n6 })); }
                        bag40.clear();
                        Parcel { size: held4.label.code, ..held4.clone() }
                    }
                };
            }
            grid2 -= (nums.iter().filter(|x| **x > 0).count() as i64);
            held4.lines.is_empty()
        });
        'turn43: for at42 in 0..nums.len() {
            n1 = 2;
            two3.0 += ((at42) as i64);
        }
        number(n1).await?;
    }
    number(n1).await?;
    Ok((n6, n5, held4.clone(), two3.clone(), grid2.clone(), n1, (grid.len() as i64) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (if flag { 1 } else { 0 }) + (of % 9) + (n % 9)))
}
#[test]
fn w316_agrees() {
    computes!(w316(n, of, flag, many, nums, grid));
}

#[pure]
fn p317_0(n: i64, small: u8, perhaps: Option<String>, bytes: Vec<u8>) -> String {
    let mut n1: i64 = (n % 7);
    let mut two2: (i64, String) = ((if n1 > 3 { n1 } else { n1 }), "c".to_string());
    let mut byte3: u8 = (small + 2);
    for n4 in (n1 % 3..4).rev() {
        if n1 > 1 {
            byte3 = byte3 / 2 + 47;
            let mut n: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            let mut boxes5: Vec<Parcel> = Vec::<Parcel>::new();
            boxes5.truncate(3);
            let mut names6: Vec<String> = Vec::<String>::new();
            names6.dedup();
        } else if two2.0 > 1 {
            two2.0 = (n4 - two2.0);
            let mut made8: Vec<i64> = vec![1i64, 2].iter().map(|x7| {
                let mut n9: i64 = n4;
                let mut grid10: Vec<Vec<i64>> = vec![vec![5, 2, 2]];
                {
                    n9 = n9 % 50 + 1;
                    let mut sizes11: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    *sizes11.entry("c".to_string()).or_insert(2) += sizes11.get("").copied().unwrap_or(5);
                    sizes11 = sizes11.clone();
                    sizes11.insert("a".to_string(), (if n4 > 5 { n1 } else { n1 }));
                }
                let mut sizes12: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                *sizes12.entry("north".to_string()).or_insert(2) += (n1 - n9);
                grid10.truncate(1);
                i64::from(small)
            }).collect();
            let mut boxes13: Vec<Parcel> = Vec::<Parcel>::new();
            let end14 = boxes13.len().saturating_sub(1);
            if boxes13.len() > 0 { boxes13[end14].label.text.push_str("north"); }
        } else {
            two2.0 = (n1 % 7);
            let mut groups15: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            groups15.remove(&"b".to_string());
        }
        let mut word16: String = "".to_string();
        word16.push('x');
    }
    for at17 in 0..vec![1, 2].len() {
        byte3 = byte3 / 2 + 36;
        let at17: String = "".to_string().to_uppercase();
    }
    let mut nums18: Vec<i64> = Vec::<i64>::new();
    let many19 = nums18.pop();
    two2.1.clone()
}

#[pure]
fn p317_1(n: i64, of: i64, names: &[String], bytes: &[u8]) -> Vec<String> {
    let mut n1: i64 = (if n > 2 { n } else { of });
    let mut two2: (i64, String) = ((of - of), "".to_string());
    let mut nums3: Vec<i64> = vec![n, n1];
    'turn6: for byte4 in bytes {
        {
            {
                for byte7 in bytes.iter().take(2) {
                    nums3.push(of);
                }
                let mut word8: String = "north".to_string();
                word8.push_str("north");
                if n1 > 2 {
                    two2.0 += (n - n1);
                    nums3.truncate(2);
                }
            }
            nums3.extend_from_slice(&vec![2, 2, 5]);
        }
        nums3.retain(|x| *x != of);
    }
    let mut word9: String = p317_0((of % 7), 35, names.last().cloned(), vec![4, 2, 8]);
    nums3.push(n);
    let mut word10: String = p317_0(of, 78, names.last().cloned(), bytes.to_vec());
    names.to_vec()
}

#[pure]
fn p317_2(n: i64, word: &str, perhaps: Option<String>, bytes: Vec<u8>) -> i64 {
    let mut n1: i64 = n;
    let mut grid2: Vec<Vec<i64>> = vec![Vec::<i64>::new()];
    let mut sizes3: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let mut n4: i64 = {
        let mut n5: i64 = (n * 2);
        let mut groups6: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        groups6.remove(&word.to_string());
        {
            if let Some(n7) = sizes3.get("b") {
                groups6.clear();
                let mut made9: Option<i64> = vec![1i64, 2].iter().filter_map(|x8| {
                    let mut n10: i64 = *n7;
                    let mut nums11: Vec<i64> = grid2.first().cloned().unwrap_or_default();
                    let mut perhaps: Option<String> = Some("".to_string());
                    nums11.sort();
                    Some((word.len() as i64))
                }).max();
            }
        }
        let mut grid12: Vec<Vec<i64>> = vec![vec![8], vec![]];
        grid12.sort_by_key(|x| x.len());
        n5
    };
    for word13 in sizes3.keys() {
        grid2.push(vec![2, 2, 3]);
        let mut word15: String = "a".to_string();
        word15.push_str(&"north".to_string());
        let mut names16: Vec<String> = vec!["".to_string()];
        names16.dedup();
    }
    let mut names17: Vec<String> = p317_1((n4 + n), n1, &vec!["c".to_string()], &bytes);
    let many18 = sizes3.remove("b");
    let mut names19: Vec<String> = p317_1(n, n1, &names17, &bytes);
    n
}

#[workflow]
pub async fn w317(n: i64, word: String, many: Option<i64>, perhaps: Option<String>, nums: Vec<i64>, bytes: Vec<u8>) -> Result<(i64, Vec<String>, String, u8, BTreeSet<String>, Vec<u8>, i64), Failure> {
    let mut n1: i64 = (word.len() as i64);
    let mut bytes2: Vec<u8> = bytes.clone();
    let mut bag3: BTreeSet<String> = BTreeSet::<String>::new();
    let mut byte4: u8 = 46;
    let mut word5: String = p317_0((n - n1), byte4, perhaps.clone(), bytes2.clone());
    note(format!("{}", byte4)).await?;
    let mut names6: Vec<String> = p317_1(nums.iter().sum::<i64>(), n, &vec!["b".to_string()], &bytes2);
    number(bytes2.len() as i64).await?;
    let mut n7: i64 = p317_2((n1 - n1), &word, Some("".to_string()), vec![8, 2, 8]);
    number(bag3.len() as i64).await?;
    for byte8 in bytes.iter().skip(1).cloned().collect::<Vec<_>>() {
        names6.truncate(1);
        {
            if !bag3.insert(word.clone()) {
                let perhaps9 = names6.pop();
                bytes2.sort();
                let mut word10: String = if nums.len() > 1 {
                    let mut n11: i64 = n1;
                    let mut flag12: bool = n11 > 2;
                    flag12 = !flag12;
                    let mut boxes13: Vec<Parcel> = Vec::<Parcel>::new();
                    boxes13.push(Parcel { name: "c".to_string(), size: 0, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
                    format!("{}-{}", word.clone(), n7)
                } else {
                    let mut n14: i64 = (n1 + n1);
                    let mut sizes15: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    *sizes15.entry(word.clone()).or_insert(1) += 2;
                    let mut nums16: Vec<i64> = nums.clone();
                    nums16.truncate(1);
                    word5.clone()
                };
            }
            bytes2.reverse();
            bytes2.push((byte8 / 2));
            continue;
        }
    }
    number(n7).await?;
    Ok((n7, names6.clone(), word5.clone(), byte4, bag3.clone(), bytes2.clone(), (n1 % 9) + (bytes.len() as i64) + (nums.len() as i64) + (perhaps.clone().unwrap_or_default().len() as i64) + (many.unwrap_or(5) % 9) + (word.len() as i64) + (n % 9)))
}
#[test]
fn w317_agrees() {
    computes!(w317(n, word, many, perhaps, nums, bytes));
}

#[workflow]
pub async fn w318(n: i64, of: i64, word: String, perhaps: Option<String>, nums: Vec<i64>, sizes: BTreeMap<String, i64>) -> Result<(i64, i64, i64, Parcel, Vec<i64>, i64, i64), Failure> {
    let mut n1: i64 = n;
    let mut nums2: Vec<i64> = nums.clone();
    let mut held3: Parcel = Parcel { name: "a".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let mut n4: i64 = held3.size;
    let (mut n5, n6) = join!(async {
        let mut n7: i64 = of;
        let mut nums8: Vec<i64> = nums2.clone();
        let mut boxes9: Vec<Parcel> = Vec::<Parcel>::new();
        for n10 in &nums8 {
            match *n10 {
                0 | 7 => {
                    boxes9.push(Parcel { name: "north".to_string(), size: 3, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
                    if *n10 == held3.spot.x {
                        let mut names13: Vec<String> = vec!["b".to_string()];
                        let perhaps14 = names13.pop();
                        let mut groups15: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                        groups15.entry("a".to_string()).or_default().push((*n10 * 2));
                        if held3.lines.is_empty() {
                            n7 += nums.iter().sum::<i64>();
                            let bag16: BTreeSet<String> = names13.iter().cloned().collect::<BTreeSet<_>>();
                        } else if nums.len() > 2 {
                            names13.retain(|x| x.len() as i64 > 1);
                        } else {
                            names13 = held3.lines.clone();
                        }
                    }
                }
                n12 @ 1..=3 => {
                    n7 = n7 % 50 + 1;
                    let mut bag17: BTreeSet<String> = BTreeSet::<String>::new();
                    bag17.remove(&word.clone());
                }
                n12 if n12 > 5 => {
                    n7 += nums2.first().copied().unwrap_or(5);
                    let mut held18: Parcel = Parcel { name: "c".to_string(), size: 7, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                    held18.count = nums2.iter().max().copied();
                }
                _ => {
                    boxes9 = Vec::<Parcel>::new();
                    boxes9.retain(|x| x.size > 1);
                    if boxes9.len() > 1 { boxes9[1] = Parcel { name: "north".to_string(), size: 0, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
                }
            }
            boxes9.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.name.cmp(&b.name)));
        }
        number(n4).await?;
        Ok((n1 % 9) + (nums2.len() as i64) + (held3.size % 9) + (n4 % 9) + (n7 % 9) + (nums8.len() as i64) + (boxes9.len() as i64))
    }, number(2)).await?;
    number(n1).await?;
    for n19 in nums2.iter().take(2).cloned().collect::<Vec<_>>() {
        let n5: Vec<Vec<i64>> = vec![nums.clone()];
        for at20 in 1..nums2.len() {
            if let Some(perhaps) = sizes.get("north") {
                match nums2.pop() {
                    Some(n) => {
                        for held3 in sizes.keys() {
                            n4 = n4 % 50 + 1;
                            let mut word22: String = held3.clone();
                            word22.push_str(&format!("{} ", n));
                        }
                    }
                    None => {
                        if nums2.len() > 1 { nums2.remove(1); }
                    }
                }
                if nums2.len() > 1 { nums2.swap(0, 1); }
            }
            let Some(n23) = sizes.get("c") else {
                let n24: i64 = 1;
                if nums2.len() > 1 { nums2[1] = nums.first().copied().unwrap_or(1); }
                let many25 = nums2.pop();
                continue;
            };
        }
        number(n4).await?;
    }
    number(n4).await?;
    Ok((n6, n5, n4, held3.clone(), nums2.clone(), n1, (sizes.len() as i64) + (nums.len() as i64) + (perhaps.clone().unwrap_or_default().len() as i64) + (word.len() as i64) + (of % 9) + (n % 9)))
}
#[test]
fn w318_agrees() {
    computes!(w318(n, of, word, perhaps, nums, sizes));
}
