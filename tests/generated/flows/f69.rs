//! Written by the generator of this package: do not edit.

use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;
use workflow_generated::{computes, tasks::*};

#[pure]
fn p344_0(n: i64, of: i64, word: String, many: Option<i64>) -> Option<String> {
    let mut n1: i64 = of;
    let mut boxes2: Vec<Parcel> = Vec::<Parcel>::new();
    let mut many3: Option<i64> = Some((if n == n1 { n } else { n }));
    for _ in boxes2.clone() {
        if of > 3 {
            if let Some(Parcel { lines: lines6, size: 0.., .. }) = boxes2.last().cloned() {
                if n1 > 5 {
                    let mut lines6: Vec<i64> = vec![of, n1];
                    let mut word7: String = word.clone();
                    word7.push_str("");
                    boxes2.extend(Vec::<Parcel>::new());
                } else {
                    boxes2.truncate(2);
                    let mut of: i64 = of;
                }
            }
            break;
        } else if word == "" {
            boxes2.truncate(2);
            let mut groups8: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            groups8.entry("a".to_string()).or_insert_with(|| vec![1]).extend(vec![2, 2, 5]);
            groups8.entry("".to_string()).or_default().sort();
            continue;
        }
    }
    for at9 in 1..vec![1, 2].len() {
        n1 = n1;
        boxes2.truncate(3);
        let mut groups10: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        groups10.insert("b".to_string(), vec![2, 2, 6]);
    }
    Some(word.clone())
}

#[pure]
fn p344_1(n: i64, small: u8, word: String, many: Option<i64>) -> Result<i64, Failure> {
    let mut n1: i64 = n;
    let mut word2: String = word.clone();
    let mut many3: Option<i64> = Some((n + n));
    'turn5: for n4 in (n1 % 4)..(n1 % 6) {
        word2.push_str("b");
        let mut made7: Vec<i64> = vec![1i64, 2].iter().filter(|x6| {
            let mut n1: i64 = n4;
            let mut flag8: bool = n > 5;
            n1 = n1 % 50 + 1;
            let mut groups9: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
            groups9.retain(|_, v| v.len() > 0);
            flag8
        }).copied().collect();
    }
    word2.push_str(&word.clone());
    let mut n10 = (Some(n)).ok_or_else(|| Failure::new("None", word.clone()))?;
    Ok(n1)
}

#[pure]
fn p344_2(n: i64, of: i64, small: u8, perhaps: Option<String>) -> Option<i64> {
    let mut n1: i64 = of;
    let mut what2: Kind = Kind::Empty;
    let mut nums3: Vec<i64> = vec![of, n];
    for at4 in (0..nums3.len()).step_by(2) {
        let Some(n1) = &perhaps else {
            let end5 = nums3.len().saturating_sub(1);
            if nums3.len() > 0 { nums3[end5] += (if n > 0 { n } else { n1 }); }
            let mut sizes6: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            *sizes6.entry("north".to_string()).or_insert(2) += (match &what2 { Kind::Sized(s) | Kind::Named { size: s, .. } => *s % 9, Kind::Empty => 5 });
            continue;
        };
        let many7 = nums3.pop();
    }
    let mut n8: i64 = p344_1(n, (small).checked_sub(87).unwrap_or(1), "c".to_string(), Some(n1)).unwrap_or(2);
    for n9 in nums3.clone().into_iter().rev() {
        {
            n8 += (match &what2 { Kind::Sized(s) | Kind::Named { size: s, .. } => *s % 9, Kind::Empty => 0 });
            let mut word11: String = "c".to_string();
            word11.push_str(&"".to_string());
        }
    }
    Some(n1)
}

#[workflow]
pub async fn w344(n: i64, of: i64, many: Option<i64>, nums: Vec<i64>, bytes: Vec<u8>, groups: BTreeMap<String, Vec<i64>>) -> Result<(Vec<i64>, i64, i64, String, bool, Vec<u8>, i64), Failure> {
    let mut n1: i64 = n;
    let mut what2: Kind = Kind::Empty;
    let mut bytes3: Vec<u8> = vec![5, 2, 7];
    let mut flag4: bool = n1 > 5;
    let mut word5: String = p344_0(3, of, "".to_string(), many).unwrap_or("north".to_string());
    note(format!("{}", matches!(what2, Kind::Sized(_)))).await?;
    let mut n6: i64 = match p344_1(of, 37, word5.clone(), many) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; 4 } };
    note(format!("{}", matches!(what2, Kind::Sized(_)))).await?;
    let mut n7: i64 = p344_2((nums.iter().filter(|x| **x > 5).count() as i64), n, 88, Some("c".to_string())).unwrap_or(n);
    number(bytes3.len() as i64).await?;
    let mut made9: Vec<i64> = nums.iter().filter(|x8| {
        let mut n10: i64 = n1;
        let mut held11: Parcel = Parcel { name: "a".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
        if let Some(n12) = nums.first().copied() {
            held11.size = (n1 + n);
            let mut word13: String = "b".to_string();
            word13.push_str(&format!("{} ", n12));
        } else {
            held11.size = nums.first().copied().unwrap_or(4);
            let mut names14: Vec<String> = vec!["a".to_string()];
            if names14.len() > 1 { names14.swap(0, 1); }
            let what15: Kind = Kind::Named { name: "a".to_string(), size: (if n > 4 { held11.spot.x } else { n7 }) };
        }
        let mut made17: bool = nums.iter().any(|x16| {
            let mut n18: i64 = n6;
            let mut n19: i64 = *x16;
            {
                n18 += (n10 + n19);
                n19 = (n10 + n18);
                for (at20, bytes) in word5.chars().enumerate() {
                    n18 += (match &what2 { Kind::Sized(s) | Kind::Named { size: s, .. } => *s % 9, Kind::Empty => 2 });
                    let mut groups21: BTreeMap<String, Vec<i64>> = groups.clone();
                    groups21.entry("c".to_string()).or_insert(vec![4, 2, 5]).clear();
                }
            }
            flag4
        });
        made17
    }).copied().collect();
    for byte22 in bytes.clone().into_iter().rev() {
        bytes3.push((byte22 + 3));
        let mut grid24: Vec<Vec<i64>> = vec![vec![4], vec![]];
        if grid24.len() > 1 { grid24[1].push((if n1 > 4 { n1 } else { of })); }
    }
    number(n1).await?;
    Ok((made9.clone(), n7, n6, word5.clone(), flag4, bytes3.clone(), (if matches!(what2, Kind::Sized(_)) { 1 } else { 0 }) + (n1 % 9) + (groups.len() as i64) + (bytes.len() as i64) + (nums.len() as i64) + (many.unwrap_or(5) % 9) + (of % 9) + (n % 9)))
}
#[test]
fn w344_agrees() {
    computes!(w344(n, of, many, nums, bytes, groups));
}

#[workflow]
pub async fn w345(n: i64, of: i64, flag: bool, nums: Vec<i64>, names: Vec<String>, grid: Vec<Vec<i64>>) -> Result<(Vec<i64>, String, Vec<u8>, Vec<u8>, i64, Vec<Vec<i64>>, i64), Failure> {
    let mut n1: i64 = of;
    let mut bytes2: Vec<u8> = vec![8, 2, 2];
    let mut bytes3: Vec<u8> = bytes2.clone();
    let mut word4: String = "b".to_string();
    let mut nums6 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n5| {
        let mut n7: i64 = nums.iter().sum::<i64>();
        let mut bytes8: Vec<u8> = vec![2, 2, 3];
        let mut many9: Option<i64> = Some(n7);
        'turn11: for part10 in grid.iter().flatten() {
            if flag && n5 > 5 {
                many9 = many9;
                let mut nums12: Vec<i64> = if let (Some(n13), true) = (many9, flag && names.contains(&"b".to_string())) {
                    let mut n: i64 = n7;
                    let mut what14: Kind = Kind::Empty;
                    let mut bag15: BTreeSet<String> = BTreeSet::<String>::new();
                    if bag15.remove("c") {
                        let names: Vec<i64> = names.iter().map(|x| x.len() as i64).collect::<Vec<_>>();
                        n *= 3;
                    }
                    n += (n1 + n5);
                    nums.clone()
                } else {
                    let mut bytes8: i64 = n1;
                    let mut perhaps16: Option<String> = names.last().cloned();
                    bytes8 = bytes8 % 50 + 1;
                    let mut bag17: BTreeSet<String> = BTreeSet::<String>::new();
                    bag17.clear();
                    bag17.insert("a".to_string());
                    nums.clone()
                };
                continue 'turn11;
            } else if many9.is_some() {
                bytes8.push(20);
                let mut held18: Parcel = Parcel { name: "".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                match &held18.kind { Kind::Sized(s) => held18.size += *s % 9, _ => held18.size = 2 }
                let mut sizes19: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                sizes19.insert("a".to_string(), (held18.size % 7));
                continue;
            }
        }
        number(bytes2.len() as i64).await?;
        Ok((n1 % 9) + (bytes2.len() as i64) + (bytes3.len() as i64) + (word4.len() as i64) + (n7 % 9) + (bytes8.len() as i64) + (many9.unwrap_or(5) % 9))
    }).await?;
    number(bytes3.len() as i64).await?;
    if nums.len() > 1 {
        let mut word20: String = if let Some(n21) = nums.first().copied() {
            let mut n22: i64 = (if !(n21 > 3 || flag) { of } else { n21 });
            let mut n23: i64 = (of + n22);
            if let Some(n24) = nums.first().copied() && n24 > 1 {
                n23 = n23 % 50 + 1;
                let mut names25: Vec<String> = names.clone();
                let perhaps26 = names25.pop();
            }
            format!("{}-{}", "north".to_string(), of)
        } else {
            let mut n27: i64 = (n1 + n1);
            let mut n: Kind = Kind::Sized(4);
            match n1 {
                0 | 7 => {
                    {
                        n = Kind::Named { name: "c".to_string(), size: (word4.len() as i64) };
                        let mut grid: Option<i64> = nums.get(1).copied();
                        let mut names28: Vec<String> = vec!["c".to_string()];
                        if let Some(word29) = names28.pop() {
                            grid = grid;
                            let mut nums30: Vec<i64> = nums6.clone();
                        } else {
                            names28.extend(names.clone());
                            names28.truncate(3);
                            names28.reverse();
                        }
                        let end31 = names28.len().saturating_sub(1);
                        if names28.len() > 0 { names28[end31] = "a".to_string(); }
                    }
                    let mut word32: String = "a".to_string();
                    word32.push_str(&format!("{} ", n27));
                    word32 += &"c".to_string();
                }
                grid @ 1..=3 => {
                    n27 += (n1 * 2);
                    let mut sizes33: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    let many34 = sizes33.remove("");
                    sizes33.insert("".to_string(), (if word4 == "c" { of } else { of }));
                }
                grid if grid > 5 => {
                    n = Kind::Named { name: "north".to_string(), size: n27 };
                    let mut grid35: Vec<Vec<i64>> = vec![vec![4], vec![]];
                    grid35.truncate(1);
                    grid35.push(vec![6, 2, 4]);
                    let mut bag36: BTreeSet<String> = BTreeSet::<String>::new();
                    bag36.remove(&"a".to_string());
                }
                _ => {
                    n27 += (match &n { Kind::Sized(s) | Kind::Named { size: s, .. } => *s % 9, Kind::Empty => 1 });
                    let mut two37: (i64, String) = (1, "a".to_string());
                    two37.0 += (n1 * 2);
                }
            }
            let mut grid38: Vec<Vec<i64>> = grid.clone();
            let end39 = grid38.len().saturating_sub(1);
            if grid38.len() > 0 { grid38[end39] = nums.clone(); }
            "".to_string()
        };
        for part40 in nums.windows(2) {
            bytes2.sort();
            if bytes2.len() > 1 { bytes2.swap(0, 1); }
        }
    } else {
        number(bytes2.len() as i64).await?;
    }
    number(n1).await?;
    Ok((nums6.clone(), word4.clone(), bytes3.clone(), bytes2.clone(), n1, grid.clone(), (names.len() as i64) + (nums.len() as i64) + (if flag { 1 } else { 0 }) + (of % 9) + (n % 9)))
}
#[test]
fn w345_agrees() {
    computes!(w345(n, of, flag, nums, names, grid));
}

#[workflow]
pub async fn w346(n: i64, of: i64, small: u8, flag: bool, nums: Vec<i64>, names: Vec<String>) -> Result<(Option<i64>, i64, i64, (i64, String), BTreeSet<String>, i64, i64), Failure> {
    let mut n1: i64 = nums.first().copied().unwrap_or(5);
    let mut n2: i64 = 2;
    let mut bag3: BTreeSet<String> = names.iter().cloned().collect::<BTreeSet<_>>();
    let mut two4: (i64, String) = ((if of > 4 { n2 } else { n1 }), "a".to_string());
    let (mut n5, n6) = join!(async {
        let mut n7: i64 = two4.0;
        let mut names8: Vec<String> = names.iter().filter(|x| !x.is_empty()).cloned().collect::<Vec<_>>();
        let mut flag9: bool = flag && nums.len() > 2;
        let mut boxes10: Vec<Parcel> = Vec::<Parcel>::new();
        let end11 = boxes10.len().saturating_sub(1);
        if boxes10.len() > 0 { boxes10[end11].lines.push("b".to_string()); }
        for nums in bag3.clone() {
            if let Some(Parcel { lines: lines12, size: 0.., .. }) = boxes10.last().cloned() {
                names8.truncate(1);
                let perhaps13 = names8.pop();
                names8.reverse();
                continue;
            }
            if let Some(word14) = names8.pop() {
                let perhaps15 = names8.pop();
            }
            if nums == "a" {
                if let Some(word16) = names8.get(0) {
                    let mut sizes17: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    sizes17.insert("b".to_string(), (n % 7));
                    boxes10.push(Parcel { name: "b".to_string(), size: 0, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
                }
                boxes10.sort_by(|a, b| b.size.cmp(&a.size).then_with(|| a.name.cmp(&b.name)));
                let mut sizes18: BTreeMap<String, i64> = BTreeMap::from([("b".to_string(), 6)]);
                sizes18.remove(&nums.clone());
                continue;
            }
        }
        number(n7).await?;
        Ok((n1 % 9) + (n2 % 9) + (bag3.len() as i64) + (two4.0 % 9) + (n7 % 9) + (names8.len() as i64) + (if flag9 { 1 } else { 0 }) + (boxes10.len() as i64))
    }, number(2)).await?;
    number(bag3.len() as i64).await?;
    let mut many19: Option<i64> = if n5 == n5 {
        let mut n20: i64 = (n5 * 2);
        let mut n21: i64 = nums.first().copied().unwrap_or(0);
        if let Some(n22) = Some(3i64) {
            n20 = n20 % 50 + 1;
            let mut bag23: BTreeSet<String> = BTreeSet::<String>::new();
            bag23.retain(|x| x.len() as i64 > 3);
        }
        let mut made25: i64 = nums.iter().fold(1i64, |mut all26, x27| {
            let mut n28: i64 = n21;
            let mut grid29: Vec<Vec<i64>> = vec![nums.clone()];
            grid29.push(nums.clone());
            let mut nums30: Vec<i64> = nums.clone();
            if nums30.len() > 1 { nums30.remove(1); }
            let mut nums31: Vec<i64> = if !(nums30.len() > 4 || flag) {
                let mut n32: i64 = all26;
                let mut perhaps33: Option<String> = Some("b".to_string());
                n32 += (if *x27 > 4 { of } else { of });
                let mut flag34: bool = match n {
                    0 | 7 => {
                        let mut n36: i64 = of;
                        let mut n37: i64 = n36;
                        n36 = n36 % 50 + 1;
                        let mut held38: Parcel = Parcel { name: "".to_string(), size: 3, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                        if let Some(note) = &held38.note { held38.size += note.len() as i64; }
                        let mut sizes39: BTreeMap<String, i64> = BTreeMap::from([("c".to_string(), 8)]);
                        let many40 = sizes39.remove("");
                        flag
                    }
                    n35 @ 1..=3 => {
                        let mut n41: i64 = (*x27 + n32);
                        let mut two42: (i64, String) = two4.clone();
                        n41 += (if nums30.len() > 4 { two4.0 } else { n1 });
                        let mut n35: Vec<Vec<i64>> = vec![vec![3, 2, 6]];
                        let mut boxes43: Vec<Parcel> = Vec::<Parcel>::new();
                        boxes43.retain(|x| x.size > 0);
                        flag && names.contains(&"b".to_string())
                    }
                    n35 if n35 > 5 => {
                        let mut n44: i64 = nums30.first().copied().unwrap_or(4);
                        let mut names45: Vec<String> = names.clone();
                        n44 = n44 % 50 + 1;
                        let mut grid46: Vec<Vec<i64>> = vec![vec![1], vec![]];
                        if grid46.len() > 1 { grid46[1].push((nums30.iter().filter(|x| **x > 0).count() as i64)); }
                        let mut sizes47: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        *sizes47.entry("".to_string()).or_insert(2) += nums.first().copied().unwrap_or(3);
                        let grid48: Vec<Vec<i64>> = vec![nums.clone()];
                        n20 == all26
                    }
                    _ => {
                        let mut n49: i64 = 4;
                        let mut n1: Option<i64> = nums30.get(1).copied();
                        n49 += n1.unwrap_or(0);
                        let mut held50: Parcel = Parcel { name: "north".to_string(), size: 4, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
                        held50.count = n1;
                        let mut byte51: u8 = small;
                        let mut boxes52: Vec<Parcel> = Vec::<Parcel>::new();
                        boxes52.extend(Vec::<Parcel>::new());
                        bag3.contains("b")
                    }
                };
                let mut boxes53: Vec<Parcel> = Vec::<Parcel>::new();
                if boxes53.len() > 1 { boxes53[1].size += (two4.0 % 7); }
                let mut bag54: BTreeSet<String> = BTreeSet::<String>::new();
                bag54.insert("a".to_string());
                nums30.clone()
            } else {
                let mut n55: i64 = n;
                let mut bytes56: Vec<u8> = vec![1, 2, 0];
                n55 = n55 % 50 + 1;
                let mut names57: Vec<String> = vec!["b".to_string()];
                names57.retain(|x| x.len() as i64 > 0);
                if names57.len() > 1 { names57[1] = "".to_string(); }
                let n5 = names57.pop();
                vec![n28, n21]
            };
            let mut word58: String = "north".to_string();
            word58.push('x');
            n1
        });
        let mut bytes59: Vec<u8> = vec![6, 2, 5];
        bytes59.truncate(1);
        nums.iter().max().copied()
    } else {
        let mut n60: i64 = (nums.iter().filter(|x| **x > 4).count() as i64);
        let mut byte61: u8 = (small + 6);
        n60 += (n6 * 2);
        let mut boxes62: Vec<Parcel> = Vec::<Parcel>::new();
        if boxes62.len() > 1 { boxes62[1].count = nums.iter().max().copied(); }
        nums.iter().max().copied()
    };
    'turn64: for word63 in &bag3 {
        n5 = n5 % 50 + 1;
        let mut grid65: Vec<Vec<i64>> = vec![vec![8], vec![]];
        grid65.truncate(3);
    }
    number(n1).await?;
    Ok((many19, n6, n5, two4.clone(), bag3.clone(), n2, (n1 % 9) + (names.len() as i64) + (nums.len() as i64) + (if flag { 1 } else { 0 }) + (i64::from(small)) + (of % 9) + (n % 9)))
}
#[test]
fn w346_agrees() {
    computes!(w346(n, of, small, flag, nums, names));
}

#[pure]
fn p347_0(n: i64, many: Option<i64>, perhaps: Option<String>, groups: BTreeMap<String, Vec<i64>>) -> Option<i64> {
    let mut n1: i64 = n;
    let mut n2: i64 = (n1 * 2);
    let mut n3: i64 = n2;
    if many.is_some() {
        n1 = n1 % 50 + 1;
        let mut made5: bool = vec![1i64, 2].iter().any(|x4| {
            let mut n6: i64 = (n * 2);
            let mut names7: Vec<String> = vec!["a".to_string()];
            {
                n6 = n6;
                let perhaps8 = names7.pop();
                {
                    names7.sort();
                }
            }
            match names7.pop() {
                Some(word9) => {
                    if names7.len() > 1 { names7.swap(0, 1); }
                    names7 = names7.clone();
                    names7.retain(|x| x.len() as i64 > 1);
                }
                None => {
                    names7.push("c".to_string());
                }
            }
            let mut grid10: Vec<Vec<i64>> = vec![vec![7], vec![]];
            let end11 = grid10.len().saturating_sub(1);
            if grid10.len() > 0 { grid10[end11].sort(); }
            names7.contains(&"a".to_string())
        });
        let mut bag12: BTreeSet<String> = BTreeSet::<String>::new();
        let flag13 = bag12.insert("north".to_string());
        let mut word14: String = "b".to_string();
        word14.push_str("north");
    } else {
        n1 += (n2 + n);
        let mut bytes15: Vec<u8> = vec![1, 2, 1];
        bytes15.reverse();
        bytes15.push(21);
        let mut bag16: BTreeSet<String> = BTreeSet::<String>::new();
    }
    'turn18: for at17 in 1..vec![1, 2].len() {
        n3 += ((at17) as i64);
        let mut boxes19: Vec<Parcel> = Vec::<Parcel>::new();
        boxes19.sort_by_key(|x| x.size);
        boxes19.push(Parcel { name: "a".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
    }
    Some(n1)
}

#[pure]
fn p347_1(n: i64, of: i64, small: u8, word: &str) -> Vec<i64> {
    let mut n1: i64 = n;
    let mut n2: i64 = n;
    let mut many3: Option<i64> = Some(n2);
    for c4 in word.split(",") {
        let (Some(n), true) = (many3, n2 > 4) else {
            n1 = n1 % 50 + 1;
            let mut bytes5: Vec<u8> = vec![2, 2, 0];
            bytes5.push(small);
            let mut made7: Vec<i64> = vec![1i64, 2].iter().filter(|x6| {
                let mut n8: i64 = n;
                let mut flag9: bool = word == "c";
                for word in word.split(",") {
                    flag9 = flag9 || !(many3.is_some() || flag9);
                    let mut names10: Vec<String> = Vec::<String>::new();
                    let perhaps11 = names10.pop();
                }
                flag9 && n == n
            }).copied().collect();
            continue;
        };
        let mut flag12: bool = of > 1;
    }
    'turn14: for _ in (of % 4)..(n1 % 6) {
        n1 += i64::from(small);
        let mut boxes15: Vec<Parcel> = Vec::<Parcel>::new();
        boxes15.push(Parcel { name: "".to_string(), size: 3, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } });
        boxes15 = Vec::<Parcel>::new();
    }
    vec![n1, n1]
}

#[pure]
fn p347_2(n: i64, small: u8, word: String, perhaps: Option<String>) -> Result<Parcel, Failure> {
    let mut n1: i64 = 6;
    let mut held2: Parcel = Parcel { name: "a".to_string(), size: 2, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } };
    let mut many3: Option<i64> = Some(held2.spot.x);
    if word == "b" {
        let mut n4 = (Some(n1)).ok_or(Failure::new("None", "b".to_string()))?;
        let mut bag5: BTreeSet<String> = BTreeSet::<String>::new();
        if bag5.remove("a") {
            held2.count = held2.count;
            let flag6 = bag5.insert(word.clone());
            let mut boxes7: Vec<Parcel> = Vec::<Parcel>::new();
            if boxes7.len() > 1 { boxes7[1] = Parcel { name: "".to_string(), size: 5, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } }; }
        }
        return Ok(held2.clone());
    }
    for (at9, c8) in word.chars().enumerate() {
        held2.size += many3.unwrap_or(0);
        match perhaps.clone() {
            Some(word10) if !word10.is_empty() => {
                many3 = held2.count;
                n1 += (if held2.size == held2.size { held2.spot.x } else { n });
                let mut bag11: BTreeSet<String> = BTreeSet::<String>::new();
                bag11.extend(vec!["b".to_string()]);
                continue;
            }
            Some(_) | None => {
                held2.size = (if c8 == 'a' { held2.spot.x } else { held2.label.code });
                let mut names12: Vec<String> = vec!["b".to_string()];
                names12.clear();
                let mut word13: String = word.clone();
                word13.push_str(&format!("{} ", n));
                let mut sizes14: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                sizes14.remove("b");
            }
        }
    }
    Ok(held2.clone())
}

#[workflow]
pub async fn w347(n: i64, small: u8, perhaps: Option<String>, nums: Vec<i64>, names: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<(Parcel, Vec<i64>, Option<i64>, BTreeMap<String, i64>, Option<String>, i64, i64), Failure> {
    let mut n1: i64 = i64::from(small);
    let mut n2: i64 = (n * 2);
    let mut perhaps3: Option<String> = perhaps.clone();
    let mut sizes4: BTreeMap<String, i64> = sizes.clone();
    let n5 = p347_0((n % 7), nums.get(1).copied(), names.last().cloned(), BTreeMap::<String, Vec<i64>>::new());
    note(perhaps3.clone().unwrap_or_default()).await?;
    let mut nums6: Vec<i64> = p347_1((n1 * 2), n1, small, &"c".to_string());
    note(perhaps3.clone().unwrap_or_default()).await?;
    let mut held7: Parcel = match p347_2(n, (small % 9 * 3), names.first().cloned().unwrap_or_default(), perhaps3.clone()) { Ok(got) => got, Err(failure) => { note(failure.error().to_string()).await?; Parcel { name: "b".to_string(), size: 8, note: None, lines: vec![], kind: Kind::Empty, label: Label { text: "l".to_string(), code: 2 }, count: None, spot: my_types::Spot { x: 1, y: 2 } } } };
    parcel(held7.clone()).await?;
    for n8 in nums.iter().take(2).cloned().collect::<Vec<_>>() {
        for n9 in nums6.iter().filter(|x| **x > 1) {
            if n5.is_some() {
                {
                    let (Some(n11), true) = (n5, held7.lines.is_empty()) else {
                        sizes4.extend(BTreeMap::<String, i64>::new());
                        sizes4.remove("c");
                        let mut bytes12: Vec<u8> = vec![2, 2, 1];
                        bytes12.reverse();
                        continue;
                    };
                    let mut word13: String = "".to_string();
                    word13.push_str(&format!("{} ", held7.spot.x));
                    sizes4.retain(|k, v| *v > 2 || k.is_empty());
                }
            }
        }
        number(n2).await?;
    }
    number(n2).await?;
    Ok((held7.clone(), nums6.clone(), n5, sizes4.clone(), perhaps3.clone(), n2, (n1 % 9) + (sizes.len() as i64) + (names.len() as i64) + (nums.len() as i64) + (perhaps.clone().unwrap_or_default().len() as i64) + (i64::from(small)) + (n % 9)))
}
#[test]
fn w347_agrees() {
    computes!(w347(n, small, perhaps, nums, names, sizes));
}

#[workflow]
pub async fn w348(n: i64, of: i64, small: u8, nums: Vec<i64>, grid: Vec<Vec<i64>>, held: Parcel) -> Result<(Vec<i64>, Option<String>, u8, i64, i64, Parcel, i64), Failure> {
    let mut n1: i64 = i64::from(small);
    let mut n2: i64 = (if n1 > 1 { held.label.code } else { of });
    let mut byte3: u8 = small;
    let mut perhaps4: Option<String> = Some(held.name.clone());
    let mut nums6 = map(nums.iter().take(2).cloned().collect::<Vec<_>>(), async |n5| {
        let mut n7: i64 = (n1 - n);
        let mut groups8: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        let mut many9: Option<i64> = held.count;
        for n10 in nums.iter().take(2) {
            groups8.entry(held.label.text.clone()).or_default().push(7);
            let mut sizes11: BTreeMap<String, i64> = {
                let mut n12: i64 = *n10;
                let mut two13: (i64, String) = (n12, held.name.clone());
                two13.0 = i64::from(byte3);
                let mut groups14: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
                groups14.remove(&held.label.text.clone());
                let mut boxes15: Vec<Parcel> = Vec::<Parcel>::new();
                if boxes15.len() > 1 { boxes15[1].label.text.push_str("a"); }
                BTreeMap::from([("c".to_string(), 8)])
            };
        }
        number(n7).await?;
        Ok((n1 % 9) + (n2 % 9) + (i64::from(byte3)) + (perhaps4.clone().unwrap_or_default().len() as i64) + (n7 % 9) + (groups8.len() as i64) + (many9.unwrap_or(5) % 9))
    }).await?;
    number(n1).await?;
    for n in &nums6 {
        n2 += (of + held.label.code);
        let mut groups17: BTreeMap<String, Vec<i64>> = BTreeMap::<String, Vec<i64>>::new();
        groups17.insert(held.name.clone(), nums.clone());
        let mut n18: i64 = {
            let mut n19: i64 = held.size;
            let mut perhaps20: Option<String> = held.note.clone();
            {
                {
                    perhaps20 = held.note.clone();
                    let mut sizes21: BTreeMap<String, i64> = BTreeMap::from([("".to_string(), 6)]);
                    sizes21.entry(held.label.text.clone()).or_insert(7);
                    let mut two22: (i64, String) = (6, "b".to_string());
                    two22.0 += nums6.first().copied().unwrap_or(0);
                }
            }
            if held.lines.is_empty() {
                perhaps20 = perhaps4.clone();
                let mut two23: (i64, String) = (2, "a".to_string());
                two23.0 += nums6.iter().sum::<i64>();
                let mut word24: String = {
                    let mut n25: i64 = (held.label.code * 2);
                    let mut bytes26: Vec<u8> = vec![3, 2, 5];
                    n25 = n25 % 50 + 1;
                    let mut nums27: Vec<i64> = nums.clone();
                    if nums27.len() > 1 { nums27.remove(1); }
                    two23.1.clone()
                };
            }
            of
        };
    }
    note(format!("{}", byte3)).await?;
    Ok((nums6.clone(), perhaps4.clone(), byte3, n2, n1, held.clone(), (grid.len() as i64) + (nums.len() as i64) + (i64::from(small)) + (of % 9) + (n % 9)))
}
#[test]
fn w348_agrees() {
    computes!(w348(n, of, small, nums, grid, held));
}
