//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w180(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Kind, Failure> {
    if let Some(word1) = held.note.clone() {
        let mut turn2 = 0_i64;
        'l3: while turn2 < 2 && true {
            turn2 += 1;
            match held.note.clone() {
                Some(word4) if word4.is_empty() => {
                    let mut turn5 = 0_i64;
                    while turn5 < 2 && held.lines.contains(&held.name) {
                        turn5 += 1;
                        let mut flag6: bool = flag;
                        flag6 = held.note.is_none();
                        match slow(5).await {
                            Ok(word9) => {
                                if matches!(news, Event::Sent { times, .. } if times > 2) {
                                    break;
                                }
                                if matches!(news, Event::Sent { times, .. } if times > 3) {
                                    return Ok(held.kind.clone());
                                }
                                continue 'l3;
                            }
                            Err(Small::Late) => {
                                sleep(Duration::from_secs(38)).await;
                            }
                            Err(Small::Full(_, held)) => {
                                break 'l3;
                            }
                            Err(Small::Empty) => {
                                note(format!("at {turn2}/{word4}/{turn5}/{flag6}")).await?;
                            }
                        }
                    }
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            let (sizes10, flag11) = join!(
                                async {
                                    Ok(BTreeMap::<String, i64>::new())
                                },
                                check(held.name.clone()),
                            )
                            .await?;
                            let held12: Parcel = held.clone();
                            let Parcel { lines: lines13, kind: what14, .. } = held12;
                        }
                        "north" => {
                        }
                        _ => {
                        }
                    }
                }
                Some(word4) => {
                }
                None => {
                }
            }
        }
    }
    sleep(Duration::from_secs(64)).await;
    let mut news: Option<String> = perhaps.clone();
    note(format!("at {n}/{flag}/{word}")).await?;
    note(news.clone().unwrap_or_default()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(held.kind.clone())
}
#[test]
fn w180_agrees() {
    agrees!(w180(n, flag, word, perhaps, held, many, here, two, news));
}

#[workflow]
pub async fn w181(n: i64, flag: bool, word: String, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Kind, Failure> {
    let mut news: Kind = what.clone();
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        for word3 in vec!["c".to_string(), word.clone()] {
            let (flag5, held_all6) = join!(
                async {
                    let held7: Parcel = parcel(Parcel { name: word.clone(), size: here.y, note: Some(word.clone()), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word3.clone(), code: here.x }, count: sizes.get("").copied(), spot: here }).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    let perhaps8: Option<String> = held7.note.clone();
                    Ok(held7.label.code > -1)
                },
                boxes(held_all.clone(), here.y),
            )
            .await?;
        }
        let (here9, held10, held11) = join!(
            spot(here),
            async {
                match maybe(word.clone()).await? {
                    Some(word12) if word12.is_empty() => {
                        match event(Event::Sent { to: "c".to_string(), times: two.0, why: Some(two.1.clone()) }).await? {
                            Event::Sent { to: word13, times: n14, why: Some(_), .. } => {
                                note("arm".to_string()).await?;
                            }
                            Event::Sent { times: n14, .. } => {
                                let mut turn16 = 0_i64;
                                while turn16 < 2 && held_all.iter().any(|of| of.count.is_none()) {
                                    turn16 += 1;
                                    note(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                    let held17: Parcel = Parcel { name: "b".to_string(), size: 4, note: None::<String>, lines: vec![word12.clone(), word.clone()], kind: Kind::Named { name: "a".to_string(), size: n }, label: Label { text: two.1.clone(), code: word12.len() as i64 }, count: None::<i64>, spot: here };
                                    let word12: Option<String> = held17.note;
                                }
                                let mut here: Vec<Parcel> = boxes(held_all.clone(), sizes.get(&word).copied().unwrap_or(1)).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            }
                            Event::Lost(my_types::Loss { at: here15 }) => {
                            }
                            Event::Nothing => {
                            }
                        }
                        let turn1: i64 = turn1;
                    }
                    Some(word12) => {
                    }
                    None => {
                        note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                    }
                }
                Ok(Parcel { name: two.1.clone(), size: pair(here.y, n).await?, note: None::<String>, lines: vec!["b".to_string()], kind: what.clone(), label: Label { text: "c".to_string(), code: n }, count: many, spot: here })
            },
            parcel(Parcel { name: "c".to_string(), size: here.x, note: None::<String>, lines: vec!["b".to_string()], kind: what.clone(), label: Label { text: two.1.clone(), code: turn1 }, count: many, spot: here }),
        )
        .await?;
    }
    let two: String = two.1;
    note(format!("at {flag}/{word}/{turn1}/{two}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(what.clone())
}
#[test]
fn w181_agrees() {
    agrees!(w181(n, flag, word, what, sizes, many, here, two, held_all, news));
}

#[workflow]
pub async fn w182(flag: bool, word: String, perhaps: Option<String>, held: Parcel, news: Event) -> Result<Option<i64>, Failure> {
    match kind(1).await? {
        Kind::Sized(n1) if n1 > 3 => {
            note(format!("at {flag}/{word}/{n1}")).await?;
        }
        Kind::Sized(n1) => {
            let (sizes3, two4, perhaps5) = join!(
                async {
                    note("fork".to_string()).await?;
                    match held.note.clone() {
                        Some(word6) if word6.is_empty() => {
                            return Ok(BTreeMap::<String, i64>::new());
                        }
                        Some(word6) => {
                            let Some(n7) = held.count else {
                                sleep(Duration::from_secs(42)).await;
                                let mut turn8 = 0_i64;
                                let next10: Option<String> = held.note.clone();
                                'l9: while let Some(word11) = next10.clone() {
                                    if turn8 > 1 { break; }
                                    turn8 += 1;
                                    sleep(Duration::from_secs(word.len() as u64)).await;
                                    return Ok(BTreeMap::<String, i64>::new());
                                }
                                return Err(Failure::new("Stopped", word6.clone()));
                            };
                            {
                                let lines12: Vec<String> = list(word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                map(vec!["c".to_string(), "b".to_string()], async |word13| {
                                    Ok(list(held.note.clone().unwrap_or_default()).await?)
                                }).max_concurrency(2).await?;
                            }
                        }
                        None => {
                        }
                    }
                    Ok(table(format!("{n1}/{flag}")).await?)
                },
                both(held.label.code, format!("{flag}/{n1}")),
                maybe(held.label.text.clone()),
            )
            .await?;
            let news14: Event = news.clone();
        }
        Kind::Named { name: word2, size: flag } => {
        }
        Kind::Empty => {
        }
    }
    sleep(Duration::from_secs(49)).await;
    let perhaps: Kind = Kind::Empty;
    note(format!("at {flag}/{word}")).await?;
    event(news.clone()).await?;
    parcel(held.clone()).await?;
    Ok(held.count)
}
#[test]
fn w182_agrees() {
    agrees!(w182(flag, word, perhaps, held, news));
}

#[workflow]
pub async fn w183(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<(i64, String), Failure> {
    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        match (here.x) % 6 {
            0 => {
                let mut turn3 = 0_i64;
                'l4: loop {
                    turn3 += 1;
                    if turn3 > 2 { break; }
                    let (perhaps5, held6, held7) = join!(
                        maybe(held.lines.join("-")),
                        parcel(held.clone()),
                        async {
                            if !(false) {
                                sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                            }
                            let mut perhaps8: Option<String> = held.note.clone();
                            Ok(Parcel { name: "c".to_string(), size: held.size, note: maybe(perhaps.clone().unwrap_or_default()).await?, lines: list(held.label.text.clone()).await?, kind: held.kind.clone(), label: Label { text: held.name.clone(), code: two.0 }, count: Some(number(held.lines.len() as i64).await?), spot: my_types::Spot { x: (here.x) % 50 - (many.unwrap_or(6)) % 7, y: 1 } })
                        },
                    )
                    .await?;
                }
                map(vec![held.name.clone(), word1.clone()], async |word1| {
                    let (lines9, sizes10, what11) = join!(
                        list(word.clone()),
                        async {
                            let mut here: Option<String> = maybe(two.1.clone()).await?;
                            Ok(BTreeMap::<String, i64>::new())
                        },
                        kind(held.spot.x),
                    )
                    .await?;
                    let mut turn12 = 0_i64;
                    let next13: Option<String> = held.lines.first().cloned();
                    while let Some(word14) = next13.clone() {
                        if turn12 > 1 { break; }
                        turn12 += 1;
                        note(format!("at {turn3}/{word1}/{turn12}/{word14}")).await?;
                    }
                    Ok(6)
                }).max_concurrency(2).await?;
            }
            1 | 2 => {
            }
            n2 if n2 > 3 => {
            }
            _ => {
            }
        }
        let mut held: Parcel = held.clone();
        Ok(kind(held.note.as_ref().map_or(1, |of| of.len() as i64)).await?)
    }).await?;
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    sleep(Duration::from_secs(14)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(two.clone())
}
#[test]
fn w183_agrees() {
    agrees!(w183(n, flag, word, perhaps, what, held, sizes, many, here, two));
}

#[workflow]
pub async fn w184(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    let (word1, perhaps2, sizes3) = join!(
        async {
            'l4: for (at6, word5) in lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                let n6 = at6 as i64;
                if let Some(word7) = maybe(word5.clone()).await? {
                    if true {
                        continue 'l4;
                    }
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word8| {
                        let two9: (i64, String) = two.clone();
                        Ok(my_types::Spot { x: 1, y: n })
                    }).max_concurrency(2).await?;
                } else {
                    let held10: Parcel = Parcel { name: "north".to_string(), size: 4, note: Some(lines.join("-")), lines: lines.clone(), kind: what.clone(), label: Label { text: two.1.clone(), code: n }, count: many, spot: my_types::Spot { x: n6, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() } };
                    let Parcel { lines: lines11, kind: what12, .. } = held10;
                    if let Kind::Sized(what12) = what.clone() {
                        if let Some(n) = held10.note.clone() {
                            note("arm".to_string()).await?;
                            break 'l4;
                        }
                        let held13: Parcel = pack(two.1.clone(), held_all.iter().map(|of| of.size % 9).sum::<i64>(), flag, many).await?;
                    }
                }
            }
            let word: BTreeMap<String, i64> = sizes.clone();
            Ok(two.1.clone())
        },
        maybe(two.1.clone()),
        async {
            Ok(sizes.clone())
        },
    )
    .await?;
    let word: Parcel = pack(two.1.clone(), n, perhaps2.is_some(), many).await?;
    let held_all: i64 = pair(word.label.text.len() as i64, word.label.code).await?;
    note(format!("at {n}/{flag}/{word1}/{held_all}")).await?;
    parcel(word.clone()).await?;
    note(perhaps2.clone().unwrap_or_default()).await?;
    event(news.clone()).await?;
    Ok(my_types::Spot { x: sizes3.get(&word.label.text).copied().unwrap_or(2), ..word.spot })
}
#[test]
fn w184_agrees() {
    agrees!(w184(n, flag, word, lines, what, sizes, many, two, held_all, news));
}
