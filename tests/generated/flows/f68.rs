//! Written by the generator of this package: do not edit.

use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;
use workflow_generated::{computes, tasks::*};

#[workflow]
pub async fn w339(n: i64, word: String, many: Option<i64>, nums: Vec<i64>, bytes: Vec<u8>, groups: BTreeMap<String, Vec<i64>>) -> Result<(Vec<i64>, Vec<String>, Vec<String>, Vec<u8>, i64, BTreeMap<String, Vec<i64>>, i64), Failure> {
    let mut n1: i64 = (n - n);
    let mut bytes2: Vec<u8> = bytes.clone();
    let mut names3: Vec<String> = vec![word.clone()];
    let mut names4: Vec<String> = names3.iter().filter(|x| !x.is_empty()).cloned().collect::<Vec<_>>();
    if n > 0 {
        for (at5, names4) in word.chars().enumerate() {
            if n1 > 0 {
                names3.push(word.clone());
                let mut made7: Option<i64> = nums.iter().filter_map(|x6| {
                    let mut n8: i64 = (word.len() as i64);
                    let mut bytes: i64 = (word.len() as i64);
                    for (many, word9) in nums.iter().zip(names3.iter()) {
                        n8 += ((at5) as i64);
                        let mut word10: String = word.clone();
                        word10.clear();
                        let mut sizes11: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 8)]);
                        *sizes11.entry(word.clone()).or_default() -= (nums.iter().filter(|x| **x > 0).count() as i64);
                        let mut boxes12: Vec<Parcel> = Vec::<Parcel>::new();
                        if boxes12.len() > 1 { boxes12[1].lines.push(word9.clone()); }
                    }
                    many
                }).max();
                continue;
            } else if n1 > 1 {
                if at5 > 4 {
                    n1 = n1 % 50 + 1;
                    let mut groups13: BTreeMap<String, Vec<i64>> = groups.clone();
                    groups13.entry(word.clone()).or_default().sort();
                } else if word == "" {
                    let at5 = names3.pop();
                    bytes2.reverse();
                }
                n1 *= 2;
                break;
            } else {
                n1 += (if word == "b" { n } else { n1 });
                let mut n1: Parcel = Parcel { name: "north".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                let mut boxes14: Vec<Parcel> = Vec::<Parcel>::new();
                if boxes14.len() > 1 { boxes14[1].size += (n * 2); }
            }
            let mut groups15: BTreeMap<String, Vec<i64>> = groups.clone();
            groups15.entry(word.clone()).or_default().sort();
        }
    } else {
        number(n1).await?;
    }
    note(names3.join("-")).await?;
    let mut nums17 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n16| {
        let mut n18: i64 = (n1 - n1);
        let mut bag19: BTreeSet<String> = names4.iter().cloned().collect::<BTreeSet<_>>();
        let mut flag20: bool = many.is_some();
        let mut boxes21: Vec<Parcel> = Vec::<Parcel>::new();
        if boxes21.len() > 1 { boxes21[1].label.code = (n1 + n18); }
        for n in (n % 4)..(n % 6) {
            let Some(Parcel { lines: lines22, size: 0.., .. }) = boxes21.last().cloned() else {
                let mut sizes23: BTreeMap<String, i64> = BTreeMap::from([("c".to_string(), 5)]);
                *sizes23.entry("".to_string()).or_insert(2) += (nums.iter().filter(|x| **x > 4).count() as i64);
                boxes21.push(Parcel { name: "a".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
                if boxes21.len() > 1 { boxes21[1].label.text.push_str("north"); }
                break;
            };
            if bag19.insert(word.clone()) {
                boxes21.truncate(1);
                for word24 in &lines22 {
                    boxes21.truncate(2);
                }
                bag19.insert(word.clone());
                continue;
            }
            let mut word25: String = format!("{}-{}", word.clone(), n1);
        }
        number(bag19.len() as i64).await?;
        Ok((n1 % 9) + (bytes2.len() as i64) + (names3.len() as i64) + (names4.len() as i64) + (n18 % 9) + (bag19.len() as i64) + (if flag20 { 1 } else { 0 }) + (boxes21.len() as i64))
    }).await?;
    note(names3.join("-")).await?;
    Ok((nums17.clone(), names4.clone(), names3.clone(), bytes2.clone(), n1, groups.clone(), (bytes.len() as i64) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (word.len() as i64) + (n % 9)))
}
#[test]
fn w339_agrees() {
    computes!(w339(n, word, many, nums, bytes, groups));
}

#[workflow]
pub async fn w340(n: i64, of: i64, word: String, nums: Vec<i64>, bytes: Vec<u8>, sizes: BTreeMap<String, i64>) -> Result<(Option<String>, bool, Vec<String>, i64, BTreeMap<String, i64>, Vec<u8>, i64), Failure> {
    let mut n1: i64 = n;
    let mut names2: Vec<String> = vec!["north".to_string()];
    let mut flag3: bool = n1 == n;
    let mut perhaps4: Option<String> = Some(word.clone());
    for sizes in word.chars().rev() {
        for byte5 in bytes.clone() {
            names2.push(word.clone());
        }
        match perhaps4.clone() {
            Some(n) if !n.is_empty() => {
                let flag3 = names2.pop();
                if let Some(word7) = names2.pop() {
                    n1 = (of + n1);
                    let Some(n8) = Some(3i64) else {
                        names2.dedup();
                        break;
                    };
                    names2.truncate(2);
                    continue;
                }
                let mut held9: Parcel = Parcel { name: "b".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                held9.count = Some(held9.spot.x);
            }
            Some(_) | None => {
                names2.push(word.clone());
                let mut word10: String = word.clone();
                word10.push_str(&format!("{} ", of));
            }
        }
    }
    number(n1).await?;
    if flag3 && names2.contains(&"a".to_string()) {
        let mut held11: Parcel = if n1 > 1 {
            let mut sizes: i64 = (n - of);
            let mut bytes: u8 = 72;
            if sizes > 2 {
                if let Some(n12) = Some(3i64) && n12 > 1 {
                    bytes = (bytes + 4);
                } else {
                    bytes = bytes / 2 + 9;
                    let mut grid13: Vec<Vec<i64>> = vec![vec![6], vec![]];
                    if grid13.len() > 1 { grid13[1].clear(); }
                }
            } else if word == "" {
                bytes = (bytes + 3);
            }
            Parcel { name: "".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }
        } else {
            let mut n14: i64 = of;
            let mut n15: i64 = (if n14 == of { n } else { n1 });
            n14 = n14 % 50 + 1;
            let mut many16: Option<i64> = {
                let mut n17: i64 = n14;
                let mut of: i64 = n15;
                for (at19, byte18) in bytes.clone().into_iter().enumerate() {
                    of += nums.iter().sum::<i64>();
                    let mut made21: Vec<i64> = nums.iter().map(|x20| {
                        let mut n22: i64 = n;
                        let mut bag23: BTreeSet<String> = names2.iter().cloned().collect::<BTreeSet<_>>();
                        let flag24 = bag23.insert(word.clone());
                        n22
                    }).collect();
                    made21.clear();
                }
                let mut nums25: Vec<i64> = nums.clone();
                nums25.clear();
                Some((n15 % 7))
            };
            let mut sizes26: BTreeMap<String, i64> = sizes.clone();
            let many27 = sizes26.remove("north");
            let mut word28: String = word.clone();
            word28.push_str(&word.clone());
            Parcel { name: "c".to_string(), size: 3, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }
        };
        'turn31: for (at30, byte29) in bytes.iter().enumerate() {
            flag3 = flag3 || nums.len() > 0;
        }
    } else {
        note(perhaps4.clone().unwrap_or_default()).await?;
    }
    note(perhaps4.clone().unwrap_or_default()).await?;
    Ok((perhaps4.clone(), flag3, names2.clone(), n1, sizes.clone(), bytes.clone(), (nums.len() as i64) + (word.len() as i64) + (of % 9) + (n % 9)))
}
#[test]
fn w340_agrees() {
    computes!(w340(n, of, word, nums, bytes, sizes));
}

#[pure]
fn p341_0(n: i64, many: Option<i64>, nums: &[i64], bytes: &[u8]) -> Option<String> {
    let mut n1: i64 = n;
    let mut groups2: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    let mut groups3: BTreeMap<String, Vec<i64>> = groups2.clone();
    'turn5: for at4 in 1..nums.len() {
        if nums.len() > 2 {
            let mut grid6: Vec<Vec<i64>> = vec![vec![8], vec![]];
            if grid6.len() > 1 { grid6[1].clear(); }
            let mut made8: bool = nums.iter().any(|x7| {
                let mut n9: i64 = 0;
                let mut x7: Option<String> = Some("".to_string());
                x7 = Some("c".to_string());
                let mut names10: Vec<String> = vec!["".to_string()];
                names10.insert(names10.len(), "north".to_string());
                at4 > 2
            });
            match n {
                0 | 7 => {
                    let mut made13: Vec<i64> = nums.iter().filter(|x12| {
                        let mut n14: i64 = n;
                        let mut bag15: BTreeSet<String> = BTreeSet::<String>::new();
                        n14 = (n * 2);
                        n14 > 4
                    }).copied().collect();
                    match n {
                        0 | 7 => {
                            made13.sort_by(|a, b| b.cmp(a));
                            made13.clear();
                            let mut word16: String = "b".to_string();
                            word16.push_str(&format!("{} ", n1));
                        }
                        n1 @ 1..=3 => {
                            made13.extend_from_slice(&Vec::<i64>::new());
                            if (at4) < grid6.len() { grid6[at4].clear(); }
                            let many17 = made13.pop();
                        }
                        n1 if n1 > 5 => {
                            grid6.push(vec![2, 2, 4]);
                            made13.truncate(1);
                            let groups18: BTreeMap<String, Vec<i64>> = groups3.clone();
                        }
                        _ => {
                            let mut two19: (i64, String) = (2, "".to_string());
                            two19.0 += 6;
                            groups3.remove("");
                            groups3.retain(|_, v| v.len() > 0);
                        }
                    }
                    continue;
                }
                n11 @ 1..=3 => {
                    groups3.remove("b");
                }
                n11 if n11 > 5 => {
                    grid6.push(nums.to_vec());
                    let mut nums20: Vec<i64> = vec![n11, n1];
                }
                _ => {
                    groups3.retain(|_, v| v.len() > 0);
                    let mut two21: (i64, String) = (6, "c".to_string());
                    two21.0 += nums.iter().sum::<i64>();
                }
            }
            continue 'turn5;
        } else {
            let mut sizes22: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            sizes22.extend(BTreeMap::from([("".to_string(), 5)]));
            groups2.clear();
            let mut nums23: Vec<i64> = nums.to_vec();
        }
        n1 = (n1 * 2);
    }
    let mut n24 = (many)?;
    Some("north".to_string())
}

#[pure]
fn p341_1(n: i64, small: u8, flag: bool, nums: Vec<i64>) -> Parcel {
    let mut n1: i64 = n;
    let mut groups2: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
    let mut word3: String = "c".to_string();
    for n5 in (n % 4)..(n % 6) {
        match n5 {
            0 | 7 => {
                let mut bag6: BTreeSet<String> = BTreeSet::<String>::new();
                if bag6.insert("a".to_string()) {
                    groups2.entry("north".to_string()).or_default().push(7);
                    let mut made8: Option<i64> = nums.iter().filter_map(|x7| {
                        let mut n9: i64 = (nums.iter().filter(|x| **x > 0).count() as i64);
                        let mut n: Vec<Parcel> = Vec::<Parcel>::new();
                        n.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.name.cmp(&b.name)));
                        Some((word3.len() as i64))
                    }).max();
                    let mut nums10: Vec<i64> = nums.clone();
                    nums10.truncate(1);
                }
            }
            n @ 1..=3 => {
                'turn16: for n15 in 0..n1 % 5 {
                    groups2.insert("c".to_string(), nums.clone());
                    groups2.insert("a".to_string(), nums.clone());
                    groups2.entry("north".to_string()).or_insert(nums.clone()).clear();
                }
                let mut word3: Vec<i64> = nums.clone();
                word3 = nums.clone();
                break;
            }
            n if n > 5 => {
                groups2.remove("c");
            }
            _ => {
                n1 = n1 % 50 + 1;
                let mut bag17: BTreeSet<String> = BTreeSet::<String>::new();
                let flag18 = bag17.remove("a");
                let mut two19: (i64, String) = (7, "b".to_string());
                two19.0 += i64::from(small);
            }
        }
    }
    for n22 in nums.clone() {
        groups2.entry("north".to_string()).or_default().push(7);
        let mut n: Vec<u8> = vec![1, 2, 1];
        let mut bag24: BTreeSet<String> = BTreeSet::<String>::new();
        bag24.extend(vec!["c".to_string()]);
        n.push(small);
    }
    for _ in (n1 % 4)..(n1 % 6) {
        groups2.entry("north".to_string()).or_default().push(7);
        let mut nums26: Vec<i64> = nums.clone();
        nums26.extend_from_slice(&nums.clone());
        nums26.push((n * 2));
        nums26.sort_by(|a, b| b.cmp(a));
    }
    Parcel { name: "north".to_string(), size: 6, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }
}

#[pure]
fn p341_2(n: i64, small: u8, flag: bool, word: String) -> Parcel {
    let mut n1: i64 = n;
    let mut names2: Vec<String> = vec![word.clone()];
    let mut sizes3: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 8)]);
    if n == n1 {
        match sizes3.remove("") {
            Some(n4) => {
                match n4 {
                    0 | 7 => {
                        match n1 {
                            0 | 7 => {
                                names2.push(word.clone());
                                let mut two6: (i64, String) = (7, "a".to_string());
                                two6.0 += (n % 7);
                            }
                            n5 @ 1..=3 => {
                                names2 = vec![word.clone()];
                                names2.truncate(3);
                            }
                            n5 if n5 > 5 => {
                                sizes3.clear();
                                let n: i64 = n4;
                            }
                            _ => {
                                sizes3.remove("a");
                                names2.sort();
                                let mut word7: String = word.clone();
                                word7.push_str(&word.clone());
                            }
                        }
                    }
                    n @ 1..=3 => {
                        let mut perhaps8: Option<String> = names2.last().cloned();
                        let end9 = names2.len().saturating_sub(1);
                        if names2.len() > 0 { names2[end9] = word.clone(); }
                        let names2 = sizes3.remove("c");
                    }
                    n if n > 5 => {
                        if names2.len() > 1 { names2.swap(0, 1); }
                        names2.insert(names2.len(), word.clone());
                        sizes3.clear();
                    }
                    _ => {
                        names2.push(word.clone());
                        let mut sizes3: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    }
                }
                names2 = names2.clone();
                names2.sort();
            }
            None => {
                sizes3.remove(&word.clone());
            }
        }
        names2.sort();
        return Parcel { name: "b".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    } else if n == n1 {
        names2.push(word.clone());
        let perhaps10 = names2.pop();
        return Parcel { name: "c".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    }
    let mut held11: Parcel = p341_1(n, small, flag, sizes3.values().copied().collect::<Vec<_>>());
    sizes3.remove("a");
    held11.clone()
}

#[workflow]
pub async fn w341(n: i64, many: Option<i64>, nums: Vec<i64>, names: Vec<String>, sizes: BTreeMap<String, i64>, what: Kind) -> Result<(Vec<i64>, Parcel, Parcel, String, BTreeSet<String>, i64, i64), Failure> {
    let mut n1: i64 = (n % 7);
    let mut held2: Parcel = Parcel { name: "c".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let mut n3: i64 = (if many.is_some() { held2.label.code } else { held2.label.code });
    let mut bag4: BTreeSet<String> = names.iter().cloned().collect::<BTreeSet<_>>();
    let mut word5: String = p341_0(held2.spot.x, held2.count, &nums, &vec![7, 2, 5]).unwrap_or("".to_string());
    number(n1).await?;
    let mut held6: Parcel = p341_1(sizes.get("north").copied().unwrap_or(6), 70, nums.len() > 2, nums.clone());
    text(word5.clone()).await?;
    let mut held7: Parcel = p341_2(held6.size, 19, word5 == "c", held6.label.text.clone());
    parcel(held7.clone()).await?;
    let mut nums9 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n8| {
        let mut n10: i64 = held2.size;
        let mut many11: Option<i64> = nums.get(1).copied();
        let mut flag12: bool = matches!(what, Kind::Sized(_) | Kind::Empty);
        for part13 in nums.windows(2) {
            match (held7.count, sizes.contains_key("a")) {
                (Some(n14), false) if n14 > 0 => {
                    if !(word5 == "c" || flag12) {
                        {
                            n10 = n10 % 50 + 1;
                            let mut nums15: Vec<i64> = vec![0, 2, 2];
                            nums15.dedup();
                            let many16 = nums15.pop();
                            let mut what: Option<String> = Some("a".to_string());
                        }
                        if names.contains(&"".to_string()) {
                            flag12 = !flag12;
                            let mut two17: (i64, String) = (6, "b".to_string());
                            two17.0 += (held6.size + held7.label.code);
                            two17.0 += sizes.get("b").copied().unwrap_or(3);
                            two17 = two17.clone();
                        } else if held6.size == n14 {
                            flag12 = !flag12;
                            let mut word18: String = "a".to_string();
                            word18.push('x');
                            let mut sizes19: BTreeMap<String, i64> = sizes.clone();
                            sizes19.insert("".to_string(), (held7.label.code + n14));
                        } else {
                            flag12 = !flag12;
                            let mut boxes20: Vec<Parcel> = Vec::<Parcel>::new();
                            boxes20.extend(Vec::<Parcel>::new());
                        }
                        let mut word21: String = "".to_string();
                        word21.push_str("");
                    } else {
                        many11 = Some(held2.label.code);
                        let mut held22: Parcel = Parcel { name: "north".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                        held22.lines.push("c".to_string());
                        continue;
                    }
                    continue;
                }
                (Some(n14 @ 0..=4), _) => {
                    n10 += (n3 - held6.spot.x);
                    let mut names23: Vec<String> = names.clone();
                    names23.truncate(3);
                    names23.retain(|x| x.len() as i64 > 0);
                }
                (None, true) => {
                    let mut nums24: Vec<i64> = nums.clone();
                    nums24.extend_from_slice(&nums.clone());
                    if nums24.len() > 1 { nums24.remove(1); }
                    flag12 = flag12;
                }
                _ => {
                    many11 = many;
                    let mut nums25: Vec<i64> = nums.clone();
                    nums25.clear();
                }
            }
        }
        note(format!("{}", flag12)).await?;
        Ok((n1 % 9) + (held2.size % 9) + (n3 % 9) + (bag4.len() as i64) + (word5.len() as i64) + (held6.size % 9) + (held7.size % 9) + (n10 % 9) + (many11.unwrap_or(5) % 9) + (if flag12 { 1 } else { 0 }))
    }).await?;
    number(bag4.len() as i64).await?;
    Ok((nums9.clone(), held7.clone(), held6.clone(), word5.clone(), bag4.clone(), n3, (held2.size % 9) + (n1 % 9) + (if matches!(what, Kind::Sized(_)) { 1 } else { 0 }) + (sizes.len() as i64) + (names.len() as i64) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (n % 9)))
}
#[test]
fn w341_agrees() {
    computes!(w341(n, many, nums, names, sizes, what));
}

#[workflow]
pub async fn w342(n: i64, of: i64, nums: Vec<i64>, bytes: Vec<u8>, bag: BTreeSet<String>, held: Parcel) -> Result<((i64, String), bool, BTreeSet<String>, i64, Parcel, BTreeSet<String>, i64), Failure> {
    let mut n1: i64 = (held.spot.x % 7);
    let mut bag2: BTreeSet<String> = BTreeSet::<String>::new();
    let mut flag3: bool = nums.len() > 4;
    let mut two4: (i64, String) = ((of + held.label.code), "north".to_string());
    if !(nums.len() > 0 || flag3) {
        'turn6: for byte5 in &bytes {
            if let Some(n7) = held.count && n7 > 1 {
                bag2.extend(held.lines.clone());
                let Some(n8) = held.count else {
                    two4.0 = i64::from(*byte5);
                    let mut bytes9: Vec<u8> = bytes.clone();
                    bytes9.truncate(1);
                    continue 'turn6;
                };
                continue;
            }
            if bag2.insert(held.label.text.clone()) {
                if bag2.insert(held.name.clone()) {
                    {
                        bag2.insert(held.name.clone());
                        bag2.clear();
                        let mut held10: Parcel = held.clone();
                        held10.lines.push(held.label.text.clone());
                    }
                }
            }
        }
    } else {
        number(bag2.len() as i64).await?;
    }
    both(two4.0, two4.1.clone()).await?;
    if n1 > 4 {
        for n1 in (held.label.code % 4)..(held.size % 6) {
            match held.label.code {
                0 | 7 => {
                    let mut nums11: Vec<i64> = nums.clone();
                    nums11.dedup();
                    for nums11 in bag2.clone() {
                        let byte13: u8 = 86;
                        bag2.clear();
                    }
                    continue;
                }
                n @ 1..=3 => {
                    if !(n1 > 3 || flag3) {
                        bag2.extend(held.lines.clone());
                        if flag3 && held.label.code > 2 {
                            bag2.extend(vec!["a".to_string()]);
                            let mut bag2: Option<String> = held.note.clone();
                        } else {
                            let mut sizes14: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            *sizes14.entry(held.name.clone()).or_insert(2) += (two4.0 - held.size);
                            let mut names15: Vec<String> = vec!["c".to_string()];
                            names15.sort();
                            two4.0 += nums.iter().sum::<i64>();
                        }
                        bag2.insert(held.label.text.clone());
                        continue;
                    } else {
                        flag3 = flag3 || flag3 && bag.contains("b");
                        let mut word16: String = held.name.clone();
                        word16.push_str(&"a".to_string());
                    }
                }
                n if n > 5 => {
                    two4.0 = (if bag.contains("b") { n1 } else { of });
                    let mut boxes17: Vec<Parcel> = Vec::<Parcel>::new();
                    boxes17.push(held.clone());
                }
                _ => {
                    two4 = two4.clone();
                }
            }
        }
    } else {
        number(bag2.len() as i64).await?;
    }
    number(bag2.len() as i64).await?;
    Ok((two4.clone(), flag3, bag2.clone(), n1, held.clone(), bag.clone(), (bytes.len() as i64) + (nums.len() as i64) + (of % 9) + (n % 9)))
}
#[test]
fn w342_agrees() {
    computes!(w342(n, of, nums, bytes, bag, held));
}

#[workflow]
pub async fn w343(n: i64, of: i64, flag: bool, many: Option<i64>, perhaps: Option<String>, nums: Vec<i64>) -> Result<(Vec<i64>, u8, String, Vec<Vec<i64>>, i64, Vec<i64>, i64), Failure> {
    let mut n1: i64 = of;
    let mut grid2: Vec<Vec<i64>> = vec![nums.clone()];
    let mut word3: String = format!("{}-{}", "b".to_string(), n);
    let mut byte4: u8 = 7;
    let mut nums6 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n5| {
        let mut n7: i64 = many.unwrap_or(3);
        let mut bytes8: Vec<u8> = vec![5, 2, 8];
        let mut two9: (i64, String) = (of, "north".to_string());
        for grid2 in 0..nums.len() {
            bytes8.push(byte4);
            let mut many10: Option<i64> = {
                let mut n11: i64 = (of - two9.0);
                let mut boxes12: Vec<Parcel> = Vec::<Parcel>::new();
                boxes12.sort_by_key(|x| x.size);
                n11 += (of - of);
                many
            };
        }
        number(grid2.len() as i64).await?;
        Ok((n1 % 9) + (grid2.len() as i64) + (word3.len() as i64) + (i64::from(byte4)) + (n7 % 9) + (bytes8.len() as i64) + (two9.0 % 9))
    }).await?;
    number(grid2.len() as i64).await?;
    for n13 in nums.iter().take(2).cloned().collect::<Vec<_>>() {
        'turn16: for c15 in word3.chars() {
            if n1 > 0 {
                if many.is_some() {
                    n1 = n1 % 50 + 1;
                    let mut two17: (i64, String) = (2, "north".to_string());
                    two17.0 += many.unwrap_or(5);
                }
                let mut two18: (i64, String) = (0, "c".to_string());
                two18.0 += i64::from(byte4);
            }
            n1 *= 2;
        }
        number(nums6.len() as i64).await?;
    }
    text(word3.clone()).await?;
    Ok((nums6.clone(), byte4, word3.clone(), grid2.clone(), n1, nums.clone(), (perhaps.clone().unwrap_or_default().len() as i64) + (many.unwrap_or(5) % 9) + (if flag { 1 } else { 0 }) + (of % 9) + (n % 9)))
}
#[test]
fn w343_agrees() {
    computes!(w343(n, of, flag, many, perhaps, nums));
}
