//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w080(n: i64, flag: bool, word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<bool, Failure> {
    match (held.spot.x) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
            let mut turn1 = 0_i64;
            'l2: loop {
                turn1 += 1;
                if turn1 > 2 { break; }
                let (what3, held4) = join!(
                    async {
                        {
                            let held5: Parcel = held.clone();
                            let two: i64 = held5.size;
                        }
                        let mut turn6 = 0_i64;
                        'l7: while turn6 < 2 && held.note.is_some() {
                            turn6 += 1;
                            note("turn".to_string()).await?;
                            let held8: Parcel = held.clone();
                            let lines9: Vec<String> = held8.lines;
                        }
                        Ok(Kind::Empty)
                    },
                    parcel(Parcel { name: held.name.clone(), size: -1, note: Some(word.clone()), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: word.clone(), code: sizes.get(&word).copied().unwrap_or(3) }, count: None::<i64>, spot: held.spot }),
                )
                .await?;
            }
        }
        two if two > 3 => {
            match held.note.clone() {
                Some(word10) => {
                    note("arm".to_string()).await?;
                }
                None => {
                    if let Ok(held_all11) = boxes(vec![Parcel { name: held.name.clone(), size: two, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized(1), label: Label { text: "a".to_string(), code: here.y }, count: held.count, spot: held.spot }], held.lines.len() as i64).await {
                        {
                            'l12: for n15 in 0..3_i64 {
                                note("turn".to_string()).await?;
                            }
                            let mut two16: (i64, String) = (two, word.clone());
                        }
                        let mut what17: Kind = what.clone();
                        what17 = Kind::Sized(held.lines.len() as i64);
                    }
                }
            }
            note(held.label.text.clone()).await?;
        }
        i64::MIN..=-1 => {
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let error: Vec<String> = held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
    let what: Kind = held.kind.clone();
    note(format!("at {n}/{flag}/{word}")).await?;
    note(error.join("-")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(!(false))
}
#[test]
fn w080_agrees() {
    agrees!(w080(n, flag, word, what, held, sizes, here, two));
}

#[workflow]
pub async fn w081(n: i64, flag: bool, word: String, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    let word1: String = two.1;
    'l2: for flag in 0..3_i64 {
        if false {
            'l4: for n7 in 0..2_i64 {
                if let Some(n8) = count(Some(n)).await? {
                    note("arm".to_string()).await?;
                    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                        break 'l4;
                    }
                }
            }
        } else if held.count == Some(-1) {
            break 'l2;
        } else {
            match event(Event::Sent { to: word.clone(), times: held.note.as_ref().map_or(0, |of| of.len() as i64), why: Some(held.label.text.clone()) }).await? {
                Event::Sent { to: word9, times: n10, why: Some(_), .. } => {
                    match risky(word.clone()).await {
                        Ok(n14) => {
                            return Ok(held.kind.clone());
                        }
                        Err(Trouble::Busy) => {
                            note(format!("at {word1}/{flag}/{word9}/{n10}")).await?;
                        }
                        Err(Trouble::Bad { why: flag, .. }) => {
                        }
                        Err(Trouble::Closed(flag)) => {
                        }
                        Err(other12) => return Err(other12.into()),
                    }
                    if let Kind::Sized(n15) = held.kind.clone() {
                        let Some(word16) = held.note.clone() else {
                            continue 'l2;
                        };
                        sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                    }
                }
                Event::Sent { times: n10, .. } => {
                    break 'l2;
                }
                Event::Lost(my_types::Loss { at: here11 }) => {
                }
                Event::Nothing => {
                }
            }
            sleep(Duration::from_secs(70)).await;
        }
        let word17: String = text(held.name.clone()).await?;
    }
    let held: Kind = held.kind;
    note(format!("at {n}/{flag}/{word}/{word1}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(held.clone())
}
#[test]
fn w081_agrees() {
    agrees!(w081(n, flag, word, held, sizes, here, two, held_all));
}

#[workflow]
pub async fn w082(word: String, what: Kind, held: Parcel, here: my_types::Spot) -> Result<(i64, String), Failure> {
    match held.note.clone() {
        Some(word1) if word1.is_empty() => {
            let mut turn2 = 0_i64;
            'l3: loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                let mut lines4: Vec<String> = list(held.lines.join("-")).await?;
                let Ok(sizes5) = table(word.clone()).await else {
                    if !(held.count == Some(0)) {
                        match text(held.note.clone().unwrap_or_default()).await {
                            Ok(word8) => {
                                note("arm".to_string()).await?;
                            }
                            Err(failure6) => {
                                let cause7 = failure6.error().to_string();
                                let held: Parcel = Parcel { name: "".to_string(), size: -2, note: held.note.clone(), lines: lines4.clone(), kind: held.kind.clone(), label: Label { text: word1.clone(), code: held.label.code }, count: held.count, spot: held.spot };
                            }
                        }
                        if let Some(word9) = held.note.clone() {
                            if true {
                                continue 'l3;
                            }
                            sleep(Duration::from_secs(18)).await;
                        } else {
                            break 'l3;
                        }
                    }
                    {
                        note(format!("at {word}/{word1}/{turn2}")).await?;
                    }
                    break 'l3;
                };
            }
            let mut sizes10: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            sizes10.insert(held.name.clone(), held.count.unwrap_or(4));
        }
        Some(word1) => {
        }
        None => {
        }
    }
    let n11: i64 = here.x;
    sleep(Duration::from_secs(8)).await;
    note(format!("at {word}/{n11}")).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok((held.label.text.len() as i64, word.clone()))
}
#[test]
fn w082_agrees() {
    agrees!(w082(word, what, held, here));
}

#[workflow]
pub async fn w083(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, news: Event) -> Result<Parcel, Failure> {
    match maybe(held.label.text.clone()).await? {
        Some(word1) => {
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                match news.clone() {
                    Event::Sent { to: s, times: n3, why: Some(_), .. } => {
                        note("arm".to_string()).await?;
                    }
                    Event::Sent { times: n3, .. } => {
                        note(format!("at {word}/{word1}/{word2}/{n3}")).await?;
                    }
                    Event::Lost(my_types::Loss { at: here4 }) => {
                        let mut word1: String = format!("{word}/{word1}");
                    }
                    Event::Nothing => {
                        let held_all5: Vec<Parcel> = vec![held.clone()];
                    }
                }
                Ok(flag)
            }).await?;
        }
        None => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    match held.name.as_str() {
        "a" | "b" => {
            let mut many6: Option<i64> = match slow(held.size).await {
                Ok(word9) if word9 == "a" => {
                    match held.kind {
                        Kind::Sized(n11) if n11 > 3 => {
                            note("arm".to_string()).await?;
                        }
                        Kind::Sized(n11) => {
                            let mut turn13 = 0_i64;
                            'l14: loop {
                                turn13 += 1;
                                if turn13 > 2 { break; }
                                note("turn".to_string()).await?;
                                let lines: String = word.clone();
                            }
                            let mut many15: Option<i64> = held.count;
                            many15 = Some(lines.len() as i64);
                        }
                        Kind::Named { name: word12, size: held } => {
                            note(format!("at {word}/{word9}/{word12}/{held}")).await?;
                        }
                        Kind::Empty => {
                        }
                    }
                    sleep(Duration::from_secs(held.name.len() as u64)).await;
                    held.count
                }
                Ok(word9) => {
                    return Ok(Parcel { name: "".to_string(), size: (held.lines.len() as i64) % 50 + (held.lines.len() as i64) % 7, note: held.note.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: held.label.text.clone(), code: n }, count: held.count, spot: here });
                }
                Err(Small::Late) => {
                    return Ok(Parcel { name: held.label.text.clone(), size: held.count.unwrap_or(4), note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.name.clone(), code: held.label.code }, count: Some(1), spot: held.spot });
                }
                Err(Small::Full(_, word10)) => {
                    None::<i64>
                }
                Err(Small::Empty) => {
                    held.count
                }
            };
        }
        "north" => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        "" if held.count == Some(-1) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        _ => {
        }
    }
    let mut word16: String = "".to_string();
    word16 = held.label.text.clone();
    note(format!("at {n}/{flag}/{word}/{word16}")).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    Ok(Parcel { name: held.label.text.clone(), size: held.spot.x, note: perhaps.clone(), lines: held.lines.clone(), kind: Kind::Sized(held.label.code), label: Label { text: word.clone(), code: -2 }, count: held.count, spot: held.spot })
}
#[test]
fn w083_agrees() {
    agrees!(w083(n, flag, word, perhaps, lines, held, here, news));
}

#[workflow]
pub async fn w084(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Event, Failure> {
    let mut held_all1: Vec<Parcel> = boxes(held_all.clone(), many.unwrap_or(5)).await?;
    let mut turn2 = 0_i64;
    let next3: Option<String> = perhaps.clone();
    while let Some(word4) = next3.clone() {
        if turn2 > 1 { break; }
        turn2 += 1;
        note("turn".to_string()).await?;
        let mut turn5 = 0_i64;
        'l6: loop {
            turn5 += 1;
            if turn5 > 2 { break; }
            let mut held7: Parcel = if let Some(word8) = perhaps.clone() {
                Parcel { name: word.clone(), size: number((held_all.len() as i64) % 50 - (turn5) % 7).await?, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: word4.clone(), code: here.y }, count: many, spot: here }
            } else {
                let word4: Option<i64> = count(None::<i64>).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                match (turn2) % 6 {
                    0 => {
                        note(format!("at {n}/{word}/{turn2}/{turn5}")).await?;
                    }
                    1 | 2 => {
                    }
                    n9 if n9 > 3 => {
                    }
                    _ => {
                        if !(matches!(news, Event::Sent { times, .. } if times > 1)) {
                            break;
                        }
                        return Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: turn2, y: held_all1.iter().map(|of| of.size % 9).sum::<i64>() } }));
                    }
                }
                Parcel { name: "a".to_string(), size: turn2, note: None::<String>, lines: lines.clone(), kind: Kind::Named { name: "b".to_string(), size: n }, label: Label { text: word.clone(), code: lines.len() as i64 }, count: word4, spot: between(here, here).await? }
            };
        }
    }
    let held_all10: Vec<Parcel> = boxes(held_all1.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>(), n).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{word}/{turn2}")).await?;
    boxes(held_all10.clone(), 1).await?;
    boxes(held_all1.clone(), 1).await?;
    event(news.clone()).await?;
    Ok(news.clone())
}
#[test]
fn w084_agrees() {
    agrees!(w084(n, word, perhaps, lines, many, here, held_all, news));
}
