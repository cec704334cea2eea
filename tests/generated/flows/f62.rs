//! Written by the generator of this package: do not edit.

use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;
use workflow_generated::{computes, tasks::*};

#[workflow]
pub async fn w309(n: i64, of: i64, nums: Vec<i64>, names: Vec<String>, groups: BTreeMap<String, Vec<i64>>, bag: BTreeSet<String>) -> Result<(bool, Vec<String>, Vec<u8>, i64, BTreeSet<String>, BTreeMap<String, Vec<i64>>, i64), Failure> {
    let mut n1: i64 = n;
    let mut bytes2: Vec<u8> = vec![2, 2, 6];
    let mut names3: Vec<String> = vec!["a".to_string()];
    let mut flag4: bool = names.contains(&"north".to_string());
    for n5 in nums.iter().take(2).cloned().collect::<Vec<_>>() {
        let mut made7: Vec<i64> = nums.iter().map(|x6| {
            let mut n8: i64 = of;
            let mut word9: String = "a".to_string();
            if !(word9 == "north" || flag4) {
                word9.push_str("a");
            }
            (n8 - *x6)
        }).collect();
        'turn11: for (n1, word10) in nums.iter().zip(&names3) {
            let Some(n12) = nums.first().copied() else {
                bytes2.truncate(1);
                let mut groups13: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                groups13.entry(word10.clone()).or_insert(nums.clone()).clear();
                break 'turn11;
            };
            if let Some(n14) = made7.pop() {
                made7.insert(0, *n1);
                match word10.as_str() {
                    "a" | "b" => {
                        made7.extend(vec![4, 2, 5]);
                        let mut sizes15: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        sizes15.entry(word10.clone()).or_insert(7);
                        let word16: String = word10.clone();
                    }
                    "" if n5 == *n1 => {
                        if made7.len() > 1 { made7.remove(1); }
                        bytes2.sort();
                    }
                    _ => {
                        made7.push(made7.first().copied().unwrap_or(1));
                        let mut two17: (i64, String) = (5, "north".to_string());
                        two17.0 += (word10.len() as i64);
                    }
                }
                bytes2.push(6);
                continue;
            }
        }
        note(names3.join("-")).await?;
    }
    note(format!("{}", flag4)).await?;
    for n18 in nums.iter().take(2).cloned().collect::<Vec<_>>() {
        for byte19 in bytes2.clone() {
            if names3.contains(&"c".to_string()) {
                let mut nums21: Vec<i64> = if let Some(word22) = names3.get(2) {
                    let mut byte19: i64 = n;
                    let mut names3: bool = flag4;
                    byte19 += nums.first().copied().unwrap_or(0);
                    let mut nums23: Vec<i64> = nums.clone();
                    if nums23.len() > 1 { nums23.swap(0, 1); }
                    nums23.push(n18);
                    vec![n1, n18]
                } else {
                    let mut n1: i64 = n18;
                    let mut two24: (i64, String) = (nums.first().copied().unwrap_or(0), "".to_string());
                    match n1 {
                        0 | 7 => {
                            two24.0 = (of - two24.0);
                            let mut word26: String = "b".to_string();
                            word26.push_str(&"c".to_string());
                            word26.clear();
                            let mut boxes27: Vec<Parcel> = Vec::<Parcel>::new();
                            boxes27.retain(|x| x.size > 0);
                        }
                        n25 @ 1..=3 => {
                            n1 += nums.iter().sum::<i64>();
                            let mut grid28: Vec<Vec<i64>> = vec![vec![2], vec![]];
                            grid28.sort_by_key(|x| x.len());
                            let mut sizes29: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 5)]);
                            sizes29.remove("north");
                        }
                        n25 if n25 > 5 => {
                            two24 = two24.clone();
                        }
                        _ => {
                            n1 = n1 % 50 + 1;
                            let mut names30: Vec<String> = names.clone();
                            names30.dedup();
                            names30.insert(names30.len(), "a".to_string());
                            let perhaps31 = names30.pop();
                        }
                    }
                    let mut nums32: Vec<i64> = nums.clone();
                    nums32.push(of);
                    nums32.clone()
                };
                names3.extend(vec!["c".to_string()]);
                nums21 = vec![n18, n18];
            } else {
                flag4 = bag.contains("a");
                continue;
            }
        }
        number(bytes2.len() as i64).await?;
    }
    number(bytes2.len() as i64).await?;
    Ok((flag4, names3.clone(), bytes2.clone(), n1, bag.clone(), groups.clone(), (names.len() as i64) + (nums.len() as i64) + (of % 9) + (n % 9)))
}
#[test]
fn w309_agrees() {
    computes!(w309(n, of, nums, names, groups, bag));
}

#[workflow]
pub async fn w310(n: i64, small: u8, many: Option<i64>, nums: Vec<i64>, held: Parcel, parcels: Vec<Parcel>) -> Result<(i64, i64, BTreeMap<String, i64>, Parcel, Vec<Parcel>, Vec<Vec<i64>>, i64), Failure> {
    let mut n1: i64 = held.spot.x;
    let mut grid2: Vec<Vec<i64>> = vec![nums.clone()];
    let mut boxes3: Vec<Parcel> = Vec::<Parcel>::new();
    let mut held4: Parcel = held.clone();
    let mut sizes5: BTreeMap<String, i64> = if held4.lines.is_empty() {
        let mut many: i64 = (held.spot.x * 2);
        let mut n: Option<String> = Some(held.label.text.clone());
        for (parcels, nums) in parcels.clone().into_iter().enumerate() {
            n = Some(held.name.clone());
            let mut made7: Vec<i64> = vec![1i64, 2].iter().map(|x6| {
                let mut n8: i64 = (if held4.spot.x > 5 { n1 } else { n1 });
                let mut what9: Kind = held4.kind.clone();
                what9 = Kind::Empty;
                let mut boxes10: Vec<Parcel> = Vec::<Parcel>::new();
                if (parcels) < boxes10.len() { boxes10[parcels] = Parcel { name: "b".to_string(), size: 0, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
                let mut bag11: BTreeSet<String> = BTreeSet::<String>::new();
                if !bag11.remove("b") {
                    bag11.remove(&nums.name.clone());
                    boxes10.extend(Vec::<Parcel>::new());
                }
                bag11.remove("b");
                held4.label.code
            }).collect();
            if made7.len() > 1 { made7[1] += (held4.size % 7); }
        }
        BTreeMap::from([("c".to_string(), 8)])
    } else {
        let mut held4: i64 = (nums.iter().filter(|x| **x > 3).count() as i64);
        let mut grid12: Vec<Vec<i64>> = vec![nums.clone()];
        if let Some(parcels) = nums.first().copied() && parcels > 1 {
            if grid12.len() > 1 { grid12[1] = nums.clone(); }
            let mut n: i64 = held4;
        } else {
            grid12.truncate(1);
            let mut held: Parcel = Parcel { size: (held.size * 2), ..held.clone() };
        }
        BTreeMap::<String, i64>::new()
    };
    for _ in grid2.iter().take(2) {
        sizes5.entry(held.label.text.clone()).or_insert(1);
        let n: i64 = held.size;
        *sizes5.entry(held.label.text.clone()).or_insert(2) += sizes5.get("north").copied().unwrap_or(3);
    }
    parcel(held4.clone()).await?;
    let (mut n15, n16) = join!(async {
        let mut n17: i64 = (n + held4.spot.x);
        let mut bag18: BTreeSet<String> = BTreeSet::<String>::new();
        let mut word19: String = "a".to_string();
        'turn22: for word20 in sizes5.keys() {
            let mut groups23: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            match held4.size {
                0 | 7 => {
                    for nums25 in grid2.iter().skip(1).cloned().collect::<Vec<_>>() {
                        for sizes5 in word19.split(",") {
                            let mut grid27: Vec<Vec<i64>> = vec![vec![0], vec![]];
                            grid27.sort_by_key(|x| x.len());
                            let flag28 = bag18.insert(held.name.clone());
                        }
                        let mut names29: Vec<String> = held.lines.clone();
                        if names29.len() > 1 { names29.swap(0, 1); }
                    }
                    let mut boxes30: Vec<Parcel> = parcels.clone();
                    if boxes30.len() > 1 { boxes30[1].count = many; }
                }
                n24 @ 1..=3 => {
                    n17 += (n24 + held.label.code);
                    let mut flag31: bool = match n17 {
                        0 | 7 => {
                            let mut n17: i64 = (nums.iter().filter(|x| **x > 4).count() as i64);
                            let mut names32: Vec<String> = vec!["north".to_string()];
                            if names32.len() > 1 { names32[1] = held.name.clone(); }
                            let mut n24: i64 = sizes5.get("c").copied().unwrap_or(2);
                            n24 += (held4.spot.x - held4.spot.x);
                            word19 == ""
                        }
                        n17 @ 1..=3 => {
                            let mut n33: i64 = nums.first().copied().unwrap_or(5);
                            let mut groups34: BTreeMap<String, Vec<i64>> = groups23.clone();
                            n33 %= 9;
                            n == n33
                        }
                        n17 if n17 > 5 => {
                            let mut n35: i64 = held4.size;
                            let mut boxes3: Option<i64> = many;
                            boxes3 = held4.count;
                            let mut grid36: Vec<Vec<i64>> = vec![vec![5], vec![]];
                            grid36.push(nums.clone());
                            bag18.contains("north")
                        }
                        _ => {
                            let mut parcels: i64 = i64::from(small);
                            let mut word37: String = word19.clone();
                            word37.push_str("");
                            let mut sizes38: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            sizes38.extend(BTreeMap::from([("c".to_string(), 6)]));
                            word19 == "north"
                        }
                    };
                    let mut bytes39: Vec<u8> = vec![2, 2, 2];
                    bytes39.push(small);
                    break 'turn22;
                }
                n24 if n24 > 5 => {
                    bag18.insert(held.label.text.clone());
                    let mut word19: Kind = Kind::Sized(2);
                    let mut grid40: Vec<Vec<i64>> = vec![vec![5], vec![]];
                    let end41 = grid40.len().saturating_sub(1);
                    if grid40.len() > 0 { grid40[end41].push(i64::from(small)); }
                }
                _ => {
                    word19.push_str("");
                    let mut nums42: Vec<i64> = nums.clone();
                    let end43 = nums42.len().saturating_sub(1);
                    if nums42.len() > 0 { nums42[end43] = (n17 + n1); }
                }
            }
            let mut grid44: Vec<Vec<i64>> = vec![vec![7], vec![]];
            grid44.push(nums.clone());
        }
        number(grid2.len() as i64).await?;
        Ok((n1 % 9) + (grid2.len() as i64) + (boxes3.len() as i64) + (held4.size % 9) + (sizes5.len() as i64) + (n17 % 9) + (bag18.len() as i64) + (word19.len() as i64))
    }, number(2)).await?;
    boxes(boxes3.clone(), 1).await?;
    Ok((n16, n15, sizes5.clone(), held4.clone(), boxes3.clone(), grid2.clone(), (n1 % 9) + (parcels.len() as i64) + (held.size % 9) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (i64::from(small)) + (n % 9)))
}
#[test]
fn w310_agrees() {
    computes!(w310(n, small, many, nums, held, parcels));
}

#[pure]
fn p311_0(n: i64, of: i64, small: u8, perhaps: Option<String>) -> String {
    let mut n1: i64 = i64::from(small);
    let mut perhaps2: Option<String> = perhaps.clone();
    let mut groups3: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    for n4 in (of % 3..4).rev() {
        groups3.remove(&"a".to_string());
    }
    if of > 3 {
        for n5 in (n % 4)..(n1 % 6) {
            groups3.insert("".to_string(), vec![5, 2, 0]);
        }
        return "north".to_string();
    } else if of == of {
        let mut nums6: Vec<i64> = Vec::<i64>::new();
        if let Some(n7) = nums6.pop() {
            if n7 > 2 {
                if n1 > 2 {
                    if nums6.len() > 1 { nums6[1] += nums6.first().copied().unwrap_or(2); }
                    let mut bytes8: Vec<u8> = vec![1, 2, 5];
                    groups3.retain(|_, v| v.len() > 1);
                }
                nums6.reverse();
                let mut boxes9: Vec<Parcel> = Vec::<Parcel>::new();
                if boxes9.len() > 1 { boxes9[1].count = nums6.iter().max().copied(); }
                return format!("{}-{}", "north".to_string(), n7);
            } else if of > 5 {
                let mut nums10: Vec<i64> = nums6.clone();
                let many11 = nums6.pop();
                return "c".to_string().to_uppercase();
            }
            return "".to_string();
        }
        nums6.push(n);
        return "b".to_string();
    }
    "".to_string()
}

#[pure]
fn p311_1(n: i64, of: i64, small: u8, word: String) -> Vec<i64> {
    let mut n1: i64 = (n * 2);
    let mut grid2: Vec<Vec<i64>> = vec![vec![1, 2, 7]];
    let mut names3: Vec<String> = vec!["".to_string()];
    for nums4 in grid2.iter().rev() {
        if let Some(n6) = nums4.first().copied() {
            {
                names3.truncate(2);
            }
        }
    }
    let mut word7: String = p311_0(n, (word.len() as i64), small, Some(word.clone()));
    'turn10: for word8 in &names3 {
        if n1 > 1 {
            let mut bag11: BTreeSet<String> = BTreeSet::<String>::new();
            bag11.insert(word8.clone());
            grid2.push(vec![3, 2, 7]);
            bag11.remove("north");
        } else if n1 > 3 {
            word7.push('x');
            continue 'turn10;
        } else {
            if grid2.len() > 1 { grid2[1].sort(); }
            let mut sizes12: BTreeMap<String, i64> = BTreeMap::from([("north".to_string(), 6)]);
            let many13 = sizes12.remove("");
            let mut held14: Parcel = Parcel { name: "a".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
            held14.label.code -= (if of > 0 { n } else { n1 });
        }
        let mut sizes15: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
        sizes15.retain(|k, v| *v > 4 || k.is_empty());
    }
    let mut word16: String = p311_0((of * 2), (n + n1), small, Some("north".to_string()));
    names3.push(word.clone());
    names3.iter().map(|x| x.len() as i64).collect::<Vec<_>>()
}

#[pure]
fn p311_2(n: i64, of: i64, many: Option<i64>, nums: &[i64]) -> Vec<i64> {
    let mut n1: i64 = n;
    let mut n2: i64 = 4;
    let mut word3: String = "b".to_string();
    let mut made5: Vec<i64> = nums.iter().map(|x4| {
        let mut n6: i64 = (nums.iter().filter(|x| **x > 4).count() as i64);
        let mut nums7: Vec<i64> = nums.to_vec();
        n6 += (n2 * 2);
        let mut made9: Vec<i64> = nums.iter().map(|x8| {
            let mut n2: i64 = nums.first().copied().unwrap_or(4);
            let mut nums10: Vec<i64> = vec![*x4, n1];
            n2 = n;
            nums10.extend(nums.to_vec());
            many.unwrap_or(5)
        }).collect();
        (n1 - *x4)
    }).collect();
    let mut nums11: Vec<i64> = p311_1(n1, (n1 - n), 72, "a".to_string());
    for at12 in (0..made5.len()).rev() {
        nums11.truncate(3);
        let mut word13: String = match n {
            0 | 7 => {
                let mut n15: i64 = of;
                let mut names16: Vec<String> = vec!["a".to_string()];
                for word17 in &names16 {
                    let mut nums19: Vec<i64> = nums.to_vec();
                    if nums19.len() > 1 { nums19.swap(0, 1); }
                    nums19.sort_by(|a, b| b.cmp(a));
                    n15 += (nums11.iter().filter(|x| **x > 0).count() as i64);
                }
                names16.insert(names16.len(), "b".to_string());
                "b".to_string().to_uppercase()
            }
            n14 @ 1..=3 => {
                let mut n20: i64 = n1;
                let mut byte21: u8 = 80;
                n20 = (of - n1);
                let mut two22: (i64, String) = (3, "c".to_string());
                two22.0 += (n14 - of);
                two22.1.clone()
            }
            n14 if n14 > 5 => {
                let mut n: i64 = n1;
                let mut perhaps23: Option<String> = Some("c".to_string());
                n = n % 50 + 1;
                let mut bag24: BTreeSet<String> = BTreeSet::<String>::new();
                bag24.retain(|x| x.len() as i64 > 4);
                let mut flag25: bool = at12 > 2;
                "north".to_string().to_uppercase()
            }
            _ => {
                let mut n26: i64 = (word3.len() as i64);
                let mut word27: String = "b".to_string();
                word27.push_str("a");
                let mut sizes28: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                sizes28.remove("b");
                let mut boxes29: Vec<Parcel> = Vec::<Parcel>::new();
                if boxes29.len() > 1 { boxes29[1] = Parcel { name: "c".to_string(), size: 5, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
                word27.clone()
            }
        };
        word13.clear();
    }
    let mut nums30: Vec<i64> = p311_1((n2 - n1), n, 66, "c".to_string());
    made5.insert(0, n);
    let mut nums31: Vec<i64> = p311_1((n1 - of), n, 23, "c".to_string());
    nums31.clone()
}

#[workflow]
pub async fn w311(n: i64, small: u8, word: String, nums: Vec<i64>, names: Vec<String>, bytes: Vec<u8>) -> Result<(Vec<i64>, Vec<i64>, String, Parcel, BTreeMap<String, i64>, u8, i64), Failure> {
    let mut n1: i64 = (word.len() as i64);
    let mut byte2: u8 = small;
    let mut sizes3: BTreeMap<String, i64> = BTreeMap::from([("a".to_string(), 5)]);
    let mut held4: Parcel = Parcel { name: "".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let mut word5: String = p311_0((held4.spot.x % 7), 1, small, names.last().cloned());
    number(sizes3.len() as i64).await?;
    let mut nums6: Vec<i64> = p311_1(n1, sizes3.get("b").copied().unwrap_or(5), (byte2).checked_sub(83).unwrap_or(1), held4.label.text.clone());
    note(format!("{}", byte2)).await?;
    let mut nums7: Vec<i64> = p311_2(6, n1, nums.iter().max().copied(), &nums6);
    note(format!("{}", byte2)).await?;
    for n8 in nums6.iter().take(2).cloned().collect::<Vec<_>>() {
        let mut boxes9: Vec<Parcel> = Vec::<Parcel>::new();
        let end10 = boxes9.len().saturating_sub(1);
        if boxes9.len() > 0 { boxes9[end10].label.text.push_str("north"); }
        'turn13: for byte11 in bytes.clone().into_iter().rev() {
            let mut n14: i64 = if let Some(word5) = held4.count {
                let mut n15: i64 = n8;
                let mut perhaps16: Option<String> = Some("north".to_string());
                perhaps16 = held4.note.clone();
                let mut groups17: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                groups17.retain(|_, v| v.len() > 1);
                let mut nums18: Vec<i64> = nums.clone();
                nums18.reverse();
                held4.spot.x
            } else {
                let mut n19: i64 = n;
                let mut bytes20: Vec<u8> = vec![5, 2, 4];
                let mut names21: Vec<String> = names.clone();
                match names21.pop() {
                    Some(word22) => {
                        n19 -= (held4.size + n1);
                    }
                    None => {
                        bytes20.push((byte2 / 2));
                        let mut word23: String = word.clone();
                        word23.push_str("b");
                    }
                }
                let mut held24: Parcel = Parcel { name: "".to_string(), size: 0, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                if let Some(note) = &held24.note { held24.size += note.len() as i64; }
                let mut nums7: Vec<String> = names.clone();
                (held4.label.code - held4.label.code)
            };
            if boxes9.len() > 1 { boxes9[1].size += (n * 2); }
            *sizes3.entry(word.clone()).or_insert(2) += (n14 + n8);
        }
        parcel(held4.clone()).await?;
    }
    number(sizes3.len() as i64).await?;
    Ok((nums7.clone(), nums6.clone(), word5.clone(), held4.clone(), sizes3.clone(), byte2, (n1 % 9) + (bytes.len() as i64) + (names.len() as i64) + (nums.len() as i64) + (word.len() as i64) + (i64::from(small)) + (n % 9)))
}
#[test]
fn w311_agrees() {
    computes!(w311(n, small, word, nums, names, bytes));
}

#[workflow]
pub async fn w312(n: i64, of: i64, small: u8, perhaps: Option<String>, nums: Vec<i64>, bytes: Vec<u8>) -> Result<(i64, i64, i64, i64, BTreeMap<String, i64>, BTreeSet<String>, i64), Failure> {
    let mut n1: i64 = of;
    let mut sizes2: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let mut bag3: BTreeSet<String> = BTreeSet::<String>::new();
    let mut sizes4: BTreeMap<String, i64> = sizes2.clone();
    let (mut n5, n6) = join!(async {
        let mut n7: i64 = sizes4.get("c").copied().unwrap_or(0);
        let mut nums8: Vec<i64> = sizes4.values().copied().collect::<Vec<_>>();
        let mut n9: i64 = n;
        for n7 in bag3.clone() {
            match n1 {
                0 | 7 => {
                    if n9 > 1 {
                        match n7.as_str() {
                            "a" | "b" => {
                                nums8.reverse();
                                nums8.truncate(3);
                                continue;
                            }
                            "" if nums8.len() > 4 => {
                                n9 = n9 % 50 + 1;
                                let mut held11: Parcel = Parcel { name: "north".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                                held11.spot.x = (held11.size + n9);
                            }
                            _ => {
                                n9 = n9 % 50 + 1;
                                let mut sizes12: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                sizes12.entry("a".to_string()).or_insert(4);
                            }
                        }
                        break;
                    } else if of > 3 {
                        let mut word13: String = "b".to_string();
                        word13.push_str(&n7.clone());
                        if bag3.contains("c") {
                            let mut boxes14: Vec<Parcel> = Vec::<Parcel>::new();
                            nums8 = nums8.clone();
                        } else if sizes4.contains_key("") {
                            nums8.sort_by(|a, b| b.cmp(a));
                            nums8.push(n1);
                            let end15 = nums8.len().saturating_sub(1);
                            if nums8.len() > 0 { nums8[end15] += i64::from(small); }
                        } else {
                            nums8.truncate(3);
                        }
                    } else {
                        nums8.push((n7.len() as i64));
                        let mut n1: i64 = i64::from(small);
                        let mut held16: Parcel = Parcel { name: "a".to_string(), size: 3, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                        held16.kind = held16.kind.clone();
                        let mut sizes2: BTreeMap<String, i64> = sizes2.clone();
                    }
                    nums8.sort();
                    if nums8.len() > 1 { nums8.remove(1); }
                }
                n10 @ 1..=3 => {
                    let n: i64 = (of + n9);
                    if nums8.len() > 1 { nums8[1] += (n1 % 7); }
                }
                n10 if n10 > 5 => {
                    nums8.clear();
                }
                _ => {
                    nums8.extend_from_slice(&vec![0, 2, 1]);
                }
            }
        }
        number(n1).await?;
        Ok((n1 % 9) + (sizes2.len() as i64) + (bag3.len() as i64) + (sizes4.len() as i64) + (n7 % 9) + (nums8.len() as i64) + (n9 % 9))
    }, number(2)).await?;
    number(sizes4.len() as i64).await?;
    let (mut n17, n18) = join!(async {
        let mut n19: i64 = n1;
        let mut sizes20: BTreeMap<String, i64> = BTreeMap::from([("a".to_string(), 6)]);
        let mut bag21: BTreeSet<String> = bag3.clone();
        let mut boxes22: Vec<Parcel> = Vec::<Parcel>::new();
        if boxes22.len() > 1 { boxes22[1].lines.push("north".to_string()); }
        'turn24: for word23 in &bag21 {
            if n6 > 5 {
                *sizes20.entry("north".to_string()).or_insert(1) += 2;
                let mut held25: Parcel = if n6 > 2 {
                    let mut n: i64 = n6;
                    let mut bag26: BTreeSet<String> = bag21.clone();
                    n += (nums.iter().filter(|x| **x > 6).count() as i64);
                    let mut bytes27: Vec<u8> = bytes.clone();
                    bytes27.truncate(2);
                    Parcel { name: "north".to_string(), size: 0, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }
                } else {
                    let mut n28: i64 = (if n5 == n5 { n6 } else { n });
                    let mut boxes29: Vec<Parcel> = boxes22.clone();
                    boxes29.truncate(2);
                    let mut word30: String = word23.clone();
                    word30.push_str(&format!("{} ", n6));
                    let mut two31: (i64, String) = (1, "a".to_string());
                    two31.0 += sizes2.get("c").copied().unwrap_or(6);
                    let mut bag32: BTreeSet<String> = BTreeSet::<String>::new();
                    let flag33 = bag32.insert("c".to_string());
                    Parcel { name: "a".to_string(), size: 7, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }
                };
                continue 'turn24;
            } else if nums.len() > 2 {
                boxes22.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.name.cmp(&b.name)));
                {
                    n19 += nums.first().copied().unwrap_or(1);
                    let n34: i64 = (n6 % 7);
                }
                n19 /= 4;
                continue;
            }
            let mut bytes35: Vec<u8> = bytes.clone();
            if bytes35.len() > 1 { bytes35.swap(0, 1); }
            boxes22.extend(Vec::<Parcel>::new());
        }
        number(n19).await?;
        Ok((n1 % 9) + (sizes2.len() as i64) + (bag3.len() as i64) + (sizes4.len() as i64) + (n5 % 9) + (n19 % 9) + (sizes20.len() as i64) + (bag21.len() as i64) + (boxes22.len() as i64))
    }, number(2)).await?;
    number(n5).await?;
    Ok((n18, n17, n6, n5, sizes4.clone(), bag3.clone(), (sizes2.len() as i64) + (n1 % 9) + (bytes.len() as i64) + (nums.len() as i64) + (perhaps.clone().unwrap_or_default().len() as i64) + (i64::from(small)) + (of % 9) + (n % 9)))
}
#[test]
fn w312_agrees() {
    computes!(w312(n, of, small, perhaps, nums, bytes));
}

#[workflow]
pub async fn w313(n: i64, of: i64, word: String, nums: Vec<i64>, names: Vec<String>, grid: Vec<Vec<i64>>) -> Result<(bool, Vec<i64>, Vec<String>, Vec<i64>, Option<String>, i64, i64), Failure> {
    let mut n1: i64 = (n - n);
    let mut perhaps2: Option<String> = Some("c".to_string());
    let mut nums3: Vec<i64> = names.iter().map(|x| x.len() as i64).collect::<Vec<_>>();
    let mut names4: Vec<String> = names.iter().filter(|x| !x.is_empty()).cloned().collect::<Vec<_>>();
    let mut nums6 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n5| {
        let mut n7: i64 = nums.iter().sum::<i64>();
        let mut boxes8: Vec<Parcel> = Vec::<Parcel>::new();
        let mut held9: Parcel = Parcel { name: "".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
        for part10 in nums3.windows(2) {
            if held9.label.code > 2 {
                boxes8 = boxes8.clone();
                let perhaps2: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                let mut nums11: Vec<i64> = nums.clone();
                nums11.insert(0, n7);
            } else {
                boxes8.truncate(2);
                let mut sizes12: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 5)]);
                *sizes12.entry("north".to_string()).or_insert(2) += (nums3.iter().filter(|x| **x > 3).count() as i64);
            }
            {
                let Some(n13) = held9.count else {
                    held9.size += (if n > 1 { n1 } else { held9.label.code });
                    let mut nums14: Vec<i64> = nums.clone();
                    nums14.insert(0, (nums.iter().filter(|x| **x > 2).count() as i64));
                    let mut word: BTreeSet<String> = names.iter().cloned().collect::<BTreeSet<_>>();
                    break;
                };
                boxes8.push(Parcel { name: "a".to_string(), size: 1, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
            }
        }
        number(nums3.len() as i64).await?;
        Ok((n1 % 9) + (perhaps2.clone().unwrap_or_default().len() as i64) + (nums3.len() as i64) + (names4.len() as i64) + (n7 % 9) + (boxes8.len() as i64) + (held9.size % 9))
    }).await?;
    note(perhaps2.clone().unwrap_or_default()).await?;
    let mut made16: bool = nums3.iter().any(|x15| {
        let mut nums3: i64 = n;
        let mut groups17: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        nums3 = nums3 % 50 + 1;
        let mut groups18: BTreeMap<String, Vec<i64>> = groups17.clone();
        let mut boxes19: Vec<Parcel> = Vec::<Parcel>::new();
        boxes19.push(Parcel { name: "a".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
        let mut two20: (i64, String) = (1, "b".to_string());
        two20.0 += (n % 7);
        word == "north"
    });
    for nums in &names {
        if !(names4.contains(&"".to_string()) || made16) {
            let Some(word22) = &perhaps2 else {
                let mut boxes23: Vec<Parcel> = Vec::<Parcel>::new();
                if boxes23.len() > 1 { boxes23[1].count = nums6.iter().max().copied(); }
                names4.truncate(2);
                if let Some(nums3) = nums6.pop() {
                    nums6.dedup();
                } else {
                    let mut two24: (i64, String) = (0, "north".to_string());
                    two24.0 += (if word == "" { of } else { n });
                    nums6.truncate(2);
                    let end25 = boxes23.len().saturating_sub(1);
                    if boxes23.len() > 0 { boxes23[end25].lines.push(nums.clone()); }
                }
                break;
            };
            continue;
        } else if !(nums == "a" || made16) {
            if names4.len() > 1 { names4[1] = nums.clone(); }
            let mut sizes26: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            *sizes26.entry(nums.clone()).or_default() -= nums6.iter().sum::<i64>();
        }
    }
    number(nums3.len() as i64).await?;
    Ok((made16, nums6.clone(), names4.clone(), nums3.clone(), perhaps2.clone(), n1, (grid.len() as i64) + (names.len() as i64) + (nums.len() as i64) + (word.len() as i64) + (of % 9) + (n % 9)))
}
#[test]
fn w313_agrees() {
    computes!(w313(n, of, word, nums, names, grid));
}
