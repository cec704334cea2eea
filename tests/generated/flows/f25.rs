//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w125(word: String, lines: Vec<String>, what: Kind, here: my_types::Spot, two: (i64, String)) -> Result<(i64, String), Failure> {
    match (pair(1, here.x).await?) % 6 {
        0 => {
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |machine| {
                note("fork".to_string()).await?;
                if let Some(n2) = count(Some(two.0)).await? {
                    note(format!("at {word}/{machine}/{n2}")).await?;
                } else {
                    let mut turn3 = 0_i64;
                    'l4: loop {
                        turn3 += 1;
                        if turn3 > 2 { break; }
                        let (held5, lines6) = join!(
                            pack("a".to_string(), lines.len() as i64, !(lines.contains(&machine)), Some(0)),
                            async {
                                let mut perhaps7: Option<String> = maybe(word.clone()).await?;
                                perhaps7 = Some(word.clone());
                                Ok(list(machine.clone()).await?)
                            },
                        )
                        .await?;
                        return Err(Failure::new("Stopped", machine.clone()));
                    }
                }
                if check("".to_string()).await? {
                    let mut turn8 = 0_i64;
                    loop {
                        turn8 += 1;
                        if turn8 > 2 { break; }
                        note("turn".to_string()).await?;
                        match (here.y) % 6 {
                            0 => {
                                if turn8 > 2 {
                                    return Ok(Parcel { name: "b".to_string(), size: 6, note: lines.first().cloned(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: machine.clone(), code: here.x }, count: None::<i64>, spot: here });
                                }
                                let what: bool = here == here;
                            }
                            1 | 2 => {
                            }
                            n9 if n9 > 3 => {
                            }
                            _ => {
                            }
                        }
                    }
                    if true {
                        return Ok(Parcel { name: "north".to_string(), size: here.y, note: None::<String>, lines: vec![two.1.clone(), "c".to_string()], kind: what.clone(), label: Label { text: word.clone(), code: here.y }, count: Some(1), spot: here });
                    }
                }
                Ok(Parcel { name: two.1.clone(), size: machine.len() as i64, note: None::<String>, lines: vec!["c".to_string(), word.clone()], kind: Kind::Named { name: lines.join("-"), size: 6 }, label: Label { text: word.clone(), code: here.x }, count: None::<i64>, spot: my_types::Spot { x: here.x, y: two.0 } })
            }).await?;
        }
        1 | 2 => {
        }
        n1 if n1 > 3 => {
            note(format!("at {word}/{n1}")).await?;
        }
        _ => {
            note(format!("at {word}")).await?;
        }
    }
    let n10: i64 = two.0;
    let mut flag11: bool = !(false);
    flag11 = flag11 && false;
    note(format!("at {word}/{n10}/{flag11}")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    Ok((n10, lines.join("-")))
}
#[test]
fn w125_agrees() {
    agrees!(w125(word, lines, what, here, two));
}

#[workflow]
pub async fn w126(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, held_all: Vec<Parcel>, news: Event) -> Result<Vec<String>, Failure> {
    match event(Event::Lost(my_types::Loss { at: held.spot })).await {
        Ok(news3) => {
            if !(held.count == Some(3)) {
                match (held.size) % 6 {
                    0 => {
                        note("arm".to_string()).await?;
                        let mut word5: String = word.clone();
                        word5 = word.clone();
                    }
                    1 | 2 => {
                        let (sizes6, what7, word8) = join!(
                            async {
                                sleep(Duration::from_secs(word.len() as u64)).await;
                                let mut turn9 = 0_i64;
                                'l10: while turn9 < 2 && false {
                                    turn9 += 1;
                                    let flag11: bool = check(held.name.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                }
                                Ok(BTreeMap::<String, i64>::new())
                            },
                            kind(held.count.unwrap_or(4)),
                            text(held.note.clone().unwrap_or_default()),
                        )
                        .await?;
                    }
                    i64::MIN..=-1 => {
                        if let Kind::Sized(n12) = held.kind.clone() {
                            let mut x: String = text(held.name.clone()).await?;
                            let mut n: Parcel = parcel(held.clone()).await?;
                        } else {
                        }
                    }
                    _ => {
                        note(format!("at {n}/{word}")).await?;
                    }
                }
                let mut held_all13: Vec<Parcel> = boxes(vec![held.clone()], held.size).await?;
            }
            let lines14: Vec<String> = list(held.name).await?;
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
        }
    }
    sleep(Duration::from_secs(39)).await;
    let mut held: Kind = held.kind.clone();
    note(format!("at {n}/{word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    note(lines.join("-")).await?;
    Ok(list(word).await?)
}
#[test]
fn w126_agrees() {
    agrees!(w126(n, word, perhaps, lines, held, held_all, news));
}

#[workflow]
pub async fn w127(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<Vec<String>, Failure> {
    'l1: for word2 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
        match word2.as_str() {
            "a" | "b" => {
                note("arm".to_string()).await?;
            }
            "north" => {
                note(format!("at {n}/{flag}/{word}/{word2}")).await?;
            }
            "" if (two.0) % 2 == 0 => {
                note(format!("at {n}/{flag}/{word}/{word2}")).await?;
            }
            _ => {
                if held.spot == held.spot {
                    match held.kind.clone() {
                        Kind::Sized(sizes) if sizes > 3 => {
                            note("arm".to_string()).await?;
                            continue 'l1;
                        }
                        Kind::Sized(sizes) => {
                            match held.name.as_str() {
                                "a" | "b" => {
                                    note(format!("at {flag}/{word}/{word2}/{sizes}")).await?;
                                }
                                "north" => {
                                    continue 'l1;
                                }
                                "" if flag && held_all.iter().any(|of| of.count.is_none()) => {
                                    note(format!("at {flag}/{word}/{word2}/{sizes}")).await?;
                                }
                                _ => {
                                    if held.count == Some(3) {
                                        return Ok(held.lines.clone());
                                    }
                                    let mut held5: Parcel = held.clone();
                                }
                            }
                            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word6| {
                                let mut here7: my_types::Spot = held.spot;
                                here7.x = (here7.y + 1) % 100;
                                Ok(my_types::Spot { x: held.label.code, y: pair(n, held.lines.len() as i64).await? })
                            }).await?;
                        }
                        Kind::Named { name: word4, size: _spare } => {
                        }
                        Kind::Empty => {
                            sleep(Duration::from_secs(80)).await;
                        }
                    }
                }
            }
        }
    }
    let Some(what) = perhaps.clone() else {
        return Err(Failure::new("Stopped", held.label.text.clone()));
    };
    let mut word8: String = held.note.clone().unwrap_or_default();
    word8 = "north".to_string();
    note(format!("at {flag}/{word}/{what}/{word8}")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(vec![word.clone()])
}
#[test]
fn w127_agrees() {
    agrees!(w127(n, flag, word, perhaps, what, held, sizes, many, two, held_all));
}

#[workflow]
pub async fn w128(word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<Vec<String>, Failure> {
    let mut two1: (i64, String) = (word.len() as i64, word.clone());
    two1.0 = 1;
    match risky(two1.1.clone()).await {
        Ok(n4) => {
            note("arm".to_string()).await?;
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word5, .. }) => {
        }
        Err(Trouble::Closed(word5)) => {
            {
                match word5.as_str() {
                    "a" | "b" => {
                        return Ok(vec![word5.clone()]);
                    }
                    "north" => {
                        let mut turn6 = 0_i64;
                        let next7: Option<String> = perhaps.clone();
                        while let Some(word8) = next7.clone() {
                            if turn6 > 1 { break; }
                            turn6 += 1;
                            if matches!(news, Event::Sent { times, .. } if times > 1) {
                                note("arm".to_string()).await?;
                                if word == "a" {
                                    break;
                                }
                            } else if (two1.0) % 50 - (turn6) % 7 > 0 {
                                let mut two9: (i64, String) = both(two1.0, word8.clone()).await?;
                            } else {
                                note(format!("at {word}/{word5}/{turn6}/{word8}")).await?;
                            }
                            match perhaps.clone() {
                                Some(many) if many.is_empty() => {
                                    note("arm".to_string()).await?;
                                    let word5: String = "".to_string();
                                }
                                Some(many) => {
                                }
                                None => {
                                    if perhaps.is_some() {
                                        break;
                                    }
                                }
                            }
                        }
                    }
                    "" if held_all.iter().any(|of| of.count.is_none()) => {
                        return Ok(vec!["".to_string()]);
                    }
                    _ => {
                    }
                }
            }
            two1.1 = "a".to_string();
        }
        Err(other2) => return Err(other2.into()),
    }
    let mut what10: Kind = what.clone();
    note(format!("at {word}")).await?;
    both(two1.0, two1.1.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(vec!["a".to_string(), word.clone()])
}
#[test]
fn w128_agrees() {
    agrees!(w128(word, perhaps, what, sizes, many, held_all, news));
}

#[workflow]
pub async fn w129(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, many: Option<i64>, two: (i64, String), news: Event) -> Result<bool, Failure> {
    note(perhaps.clone().unwrap_or_default()).await?;
    let (n1, what2, word3) = join!(
        number(perhaps.as_ref().map_or(6, |of| of.len() as i64)),
        kind(held.size),
        async {
            if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                if true {
                    let two: (i64, String) = two.clone();
                    if false {
                        if let Ok(many4) = count(many).await {
                            sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                        }
                        map(vec![held.name.clone(), word.clone()], async |word5| {
                            let many: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            note("a".to_string()).timeout(Duration::from_secs(3)).await?;
                            Ok(Some(many.get(&word5).copied().unwrap_or(2)))
                        }).await?;
                    } else if false {
                        note(format!("at {flag}/{word}")).await?;
                    }
                } else {
                }
                let held6: Parcel = Parcel { name: two.1.clone(), size: perhaps.as_ref().map_or(3, |of| of.len() as i64), note: Some(two.1.clone()), lines: held.lines.clone(), kind: Kind::Named { name: held.name.clone(), size: held.spot.x }, label: Label { text: word.clone(), code: -1 }, count: Some(-1), spot: held.spot };
                let held: Kind = held6.kind;
            } else if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                note(format!("at {flag}/{word}")).await?;
            } else {
                return Ok("a".to_string());
            }
            Ok(held.label.text.clone())
        },
    )
    .await?;
    let Parcel { lines: lines7, kind: what8, .. } = held;
    note(format!("at {flag}/{word}/{n1}/{word3}")).await?;
    note(lines7.join("-")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(!(false))
}
#[test]
fn w129_agrees() {
    agrees!(w129(flag, word, perhaps, lines, held, many, two, news));
}
