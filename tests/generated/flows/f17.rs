//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w085(word: String, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    {
        match slow(held_all.len() as i64).await {
            Ok(here) => {
                return Ok(vec![Parcel { name: "north".to_string(), size: 3, note: Some("a".to_string()), lines: vec![word.clone()], kind: Kind::Named { name: word.clone(), size: 3 }, label: Label { text: here.clone(), code: held_all.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: 3, y: (held_all.len() as i64) % 50 - (-1) % 7 } }]);
            }
            Err(Small::Late) => {
            }
            Err(Small::Full(_, word3)) => {
            }
            Err(Small::Empty) => {
                let mut word: Option<String> = maybe(word.clone()).timeout(Duration::from_secs(3)).await?;
                if true {
                    note("arm".to_string()).await?;
                    let mut held_all4: Vec<Parcel> = held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>();
                }
            }
        }
    }
    if true {
        match kind(4).await? {
            Kind::Sized(n5) => {
                let Some(n7) = count(None::<i64>).await? else {
                    if -2 > 3 {
                        for word8 in vec!["north".to_string(), word.clone()] {
                            note("turn".to_string()).await?;
                            let held_all: i64 = held_all.len() as i64;
                        }
                        let mut word: String = "c".to_string();
                    } else if true {
                        return Ok(held_all.clone());
                    } else {
                        note(format!("at {word}/{n5}")).await?;
                    }
                    let mut n5: Parcel = parcel(Parcel { name: word, size: -2, note: Some("".to_string()), lines: Vec::<String>::new(), kind: Kind::Sized(held_all.len() as i64), label: Label { text: "north".to_string(), code: 3 }, count: Some(2), spot: my_types::Spot { x: n5, ..here } }).timeout(Duration::from_secs(3)).await?;
                    return Ok(held_all.clone());
                };
                let mut here: my_types::Spot = my_types::Spot { x: here.x, y: number(n7).await? };
            }
            Kind::Named { name: held_all, size: n6 } => {
            }
            Kind::Empty => {
                note(format!("at {word}")).await?;
            }
        }
    } else if false {
        note(format!("at {word}")).await?;
    }
    note("b".to_string()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {word}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(held_all.iter().take(2).cloned().collect::<Vec<_>>())
}
#[test]
fn w085_agrees() {
    agrees!(w085(word, here, held_all));
}

#[workflow]
pub async fn w086(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<String, Failure> {
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        note("fork".to_string()).await?;
        if let Kind::Sized(n2) = held.kind.clone() {
            let Kind::Sized(state) = held.kind.clone() else {
                match (held.spot, held.count) {
                    (my_types::Spot { x: 0, y: n2 }, _) => {
                        match (held.spot.x) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                            }
                            1 | 2 => {
                                note("".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                let mut news5: Event = Event::Sent { to: held.name.clone(), times: pair(held_all.iter().map(|of| of.size % 9).sum::<i64>(), n).await?, why: held.note.clone() };
                                news5 = Event::Nothing;
                            }
                            i64::MIN..=-1 => {
                                let mut n6: i64 = held.size;
                                n6 = (n6 + 3) % 100;
                                let word: Option<i64> = held.count;
                            }
                            _ => {
                            }
                        }
                    }
                    (my_types::Spot { x: n2, .. }, Some(n3)) => {
                        if here == here {
                            return Err(Failure::new("Stopped", word.clone()));
                        } else if !(sizes.is_empty()) {
                            sleep(Duration::from_secs(word.len() as u64)).await;
                            let held7: Parcel = Parcel { name: held.name.clone(), size: sizes.get(&word).copied().unwrap_or(2), note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: n2 }, count: held.count, spot: my_types::Spot { x: lines.len() as i64, y: held.label.code } };
                            let env: i64 = held7.spot.x;
                        }
                    }
                    (_, None) => {
                        return Ok(!(false));
                    }
                    _ => {
                        note(format!("at {n}/{word}/{word1}/{n2}")).await?;
                    }
                }
                sleep(Duration::from_secs(58)).await;
                return Ok(!(held.note.is_none()));
            };
        } else {
            note(format!("at {n}/{word}/{word1}")).await?;
        }
        let it: Kind = kind(held_all.len() as i64).await?;
        Ok(held_all.iter().any(|of| of.count.is_none()))
    }).await?;
    let mut perhaps8: Option<String> = maybe(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let perhaps8: Option<String> = lines.first().cloned();
    note(format!("at {n}/{word}")).await?;
    note(perhaps8.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(held.label.text.clone())
}
#[test]
fn w086_agrees() {
    agrees!(w086(n, word, perhaps, lines, held, sizes, here, held_all));
}

#[workflow]
pub async fn w087(n: i64, flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<BTreeMap<String, i64>, Failure> {
    let perhaps1: Option<String> = lines.first().cloned();
    let mut held_all2: Vec<Parcel> = vec![Parcel { name: word.clone(), size: two.0, note: perhaps1.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: two.0 }, count: many, spot: my_types::Spot { x: n, y: n } }];
    held_all2.push(Parcel { name: "north".to_string(), size: sizes.get(&two.1).copied().unwrap_or(2), note: perhaps1.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized(held_all2.iter().map(|of| of.size % 9).sum::<i64>()), label: Label { text: word.clone(), code: two.0 }, count: Some(two.0), spot: my_types::Spot { x: held_all2.len() as i64, y: (2) % 50 - ((many.unwrap_or(1)) % 50 + (held_all2.len() as i64) % 7) % 7 } });
    {
        for flag in lines.iter().take(3).cloned().collect::<Vec<_>>() {
            if let Some(word4) = perhaps1.clone() {
                match maybe(word.clone()).await? {
                    Some(word5) if word5.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(word5) => {
                        match flag.as_str() {
                            "a" | "b" => {
                                note("arm".to_string()).await?;
                            }
                            "north" => {
                                let mut word: String = word4.clone();
                            }
                            "" if lines.contains(&two.1) => {
                                held_all2.push(Parcel { name: word.clone(), size: (two.0) % 50 + (two.0) % 7, note: perhaps1.clone(), lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: two.0 }, count: many, spot: my_types::Spot { x: many.unwrap_or(-1), y: n } });
                            }
                            _ => {
                                note(format!("at {word}/{flag}/{word4}/{word5}")).await?;
                            }
                        }
                        if true {
                            note(format!("at {word}/{flag}/{word4}/{word5}")).await?;
                        } else {
                            let held6: Parcel = Parcel { name: two.1.clone(), size: n, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Sized((sizes.get(&word).copied().unwrap_or(-1)) % 50 + (n) % 7), label: Label { text: "".to_string(), code: n }, count: many, spot: my_types::Spot { x: sizes.get(&two.1).copied().unwrap_or(1), y: sizes.get(&flag).copied().unwrap_or(2) } };
                            let word7: String = held6.name;
                            let mut perhaps8: Option<String> = maybe(format!("{word}/{word}")).await?;
                        }
                        continue;
                    }
                    None => {
                        note(format!("at {n}/{word}/{flag}/{word4}")).await?;
                    }
                }
                break;
            } else {
            }
        }
        if !(lines.contains(&word)) {
            return Ok(sizes.clone());
        }
    }
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all2.clone(), 1).await?;
    note(perhaps1.clone().unwrap_or_default()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(sizes.clone())
}
#[test]
fn w087_agrees() {
    agrees!(w087(n, flag, word, lines, sizes, many, two));
}

#[workflow]
pub async fn w088(n: i64, flag: bool, word: String, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Vec<String>, Failure> {
    match (n) % 6 {
        0 => {
            let (sizes2, here3) = join!(
                table("".to_string()),
                async {
                    map(vec![word.clone(), "b".to_string()], async |word4| {
                        match event(Event::Lost(my_types::Loss { at: my_types::Spot { x: sizes.get(&word).copied().unwrap_or(6), ..here } })).await? {
                            Event::Sent { to: word5, times: n6, why: Some(_), .. } => {
                                for (at9, word8) in vec!["".to_string(), "c".to_string()].into_iter().enumerate() {
                                    let n9 = at9 as i64;
                                    note("turn".to_string()).await?;
                                    let held10: Parcel = Parcel { name: word8.clone(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>(), note: None::<String>, lines: vec![word4.clone(), word4.clone()], kind: what.clone(), label: Label { text: word4.clone(), code: n6 }, count: sizes.get("c").copied(), spot: here };
                                    let Parcel { lines: lines11, kind: what12, .. } = held10;
                                    return Ok(lines11.clone());
                                }
                            }
                            Event::Sent { times: n6, .. } => {
                                note(format!("at {flag}/{word}/{word4}/{n6}")).await?;
                            }
                            Event::Lost(my_types::Loss { at: here7 }) => {
                                if let Some(word13) = maybe(word4.clone()).await? {
                                    if false {
                                        return Ok(Vec::<String>::new());
                                    }
                                    let mut two14: (i64, String) = (here7.y, word.clone());
                                    two14.0 = -2;
                                }
                                let what: i64 = here7.x;
                            }
                            Event::Nothing => {
                            }
                        }
                        Ok(vec![word4.clone()])
                    }).await?;
                    if flag && false {
                        return Ok(here);
                    }
                    Ok(between(here, my_types::Spot { x: here.x, y: n }).await?)
                },
            )
            .await?;
        }
        1 | 2 => {
        }
        n1 if n1 > 3 => {
            note(format!("at {n}/{flag}/{word}/{n1}")).await?;
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let what: Kind = Kind::Empty;
    let mut many15: Option<i64> = sizes.get("c").copied();
    many15 = Some((word.len() as i64) % 50 + ((n) % 50 + (here.x) % 7) % 7);
    note(format!("at {n}/{flag}/{word}")).await?;
    count(many15).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(vec![word.clone()])
}
#[test]
fn w088_agrees() {
    agrees!(w088(n, flag, word, what, sizes, here, held_all));
}

#[workflow]
pub async fn w089(n: i64, word: String, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Option<i64>, Failure> {
    match what.clone() {
        Kind::Sized(what) => {
            note("arm".to_string()).await?;
        }
        Kind::Named { name: word2, size: n1 } => {
            if !(many == Some(1)) {
                match word2.as_str() {
                    "a" | "b" => {
                        if let Some(word3) = maybe(word2.clone()).await? {
                            let mut turn4 = 0_i64;
                            loop {
                                turn4 += 1;
                                if turn4 > 2 { break; }
                                note("turn".to_string()).await?;
                                let mut held_all5: Vec<Parcel> = vec![Parcel { name: "a".to_string(), size: 3, note: None::<String>, lines: vec![word2.clone()], kind: what.clone(), label: Label { text: word2.clone(), code: n }, count: many, spot: here }];
                                let mut what6: Kind = Kind::Sized(here.y);
                                what6 = Kind::Sized(word2.len() as i64);
                            }
                        } else {
                            if n > 2 {
                                note(format!("at {n}/{word}/{word2}/{n1}")).await?;
                            } else if !(true) {
                                note(format!("at {n}/{word}/{word2}/{n1}")).await?;
                            } else {
                                note("c".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            }
                        }
                        match word.as_str() {
                            "a" | "b" => {
                                note(format!("at {n}/{word}/{word2}/{n1}")).await?;
                            }
                            "north" => {
                                note(format!("at {n}/{word}/{word2}/{n1}")).await?;
                            }
                            _ => {
                                if true {
                                    note("arm".to_string()).await?;
                                } else if !((n1) % 2 == 0) {
                                    note(format!("at {n}/{word}/{word2}/{n1}")).await?;
                                }
                                let n1: i64 = here.x;
                            }
                        }
                    }
                    "north" => {
                        note(format!("at {n}/{word}/{word2}/{n1}")).await?;
                    }
                    "" if here == here => {
                    }
                    _ => {
                        note(format!("at {n}/{word}/{word2}/{n1}")).await?;
                    }
                }
            } else if sizes.is_empty() {
            }
        }
        Kind::Empty => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let mut perhaps7: Option<String> = maybe("north".to_string()).await?;
    perhaps7 = Some(word.clone());
    let mut sizes: BTreeMap<String, i64> = table(perhaps7.clone().unwrap_or_default()).await?;
    note(format!("at {n}/{word}")).await?;
    note(perhaps7.clone().unwrap_or_default()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(sizes.get("b").copied())
}
#[test]
fn w089_agrees() {
    agrees!(w089(n, word, what, sizes, many, here));
}
