//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w070(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, many: Option<i64>, held_all: Vec<Parcel>) -> Result<Parcel, Failure> {
    let (sizes1, news2) = join!(
        async {
            let mut turn3 = 0_i64;
            'l4: while turn3 < 2 && !(many == Some(3)) {
                turn3 += 1;
                if word.len() as i64 > 0 {
                    let (sizes5, news6) = join!(
                        table(word.clone()),
                        async {
                            match word.as_str() {
                                "a" | "b" => {
                                    note("arm".to_string()).await?;
                                    let turn3: String = perhaps.clone().unwrap_or_default();
                                }
                                "north" => {
                                }
                                "" if matches!(what, Kind::Sized(_) | Kind::Empty) => {
                                    let mut turn3: BTreeMap<String, i64> = table(word.clone()).await?;
                                }
                                _ => {
                                    note(format!("at {word}/{turn3}")).await?;
                                }
                            }
                            let turn3: Option<i64> = count(many).await?;
                            Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: (held_all.len() as i64) % 50 + (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 7, y: perhaps.as_ref().map_or(-2, |of| of.len() as i64) } }))
                        },
                    )
                    .await?;
                    {
                        if turn3 > 3 {
                            note("arm".to_string()).await?;
                            if held_all.iter().any(|of| of.count.is_none()) {
                                break 'l4;
                            }
                            let perhaps7: Option<String> = Some(perhaps.clone().unwrap_or_default());
                        } else if held_all.iter().any(|of| of.count.is_none()) {
                            note(format!("at {word}/{turn3}")).await?;
                        }
                        let mut held8: Parcel = Parcel { name: word.clone(), size: held_all.len() as i64, note: lines.first().cloned(), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: turn3 }, count: Some(pair(turn3, turn3).await?), spot: my_types::Spot { x: held_all.len() as i64, y: lines.len() as i64 } };
                        held8.lines.push("a".to_string());
                    }
                } else {
                    note(format!("at {word}/{turn3}")).await?;
                }
                let mut lines: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            }
            let mut here9: my_types::Spot = spot(my_types::Spot { x: turn3, y: word.len() as i64 }).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
            Ok(BTreeMap::<String, i64>::new())
        },
        event(Event::Nothing),
    )
    .await?;
    let n10: i64 = number(many.unwrap_or(4)).await?;
    let n10: i64 = 0;
    note(format!("at {word}/{n10}")).await?;
    event(news2.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok(Parcel { name: word.clone(), size: pair(n10, word.len() as i64).await?, note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: lines.len() as i64 }, count: many, spot: my_types::Spot { x: number(perhaps.as_ref().map_or(3, |of| of.len() as i64)).await?, y: 1 } })
}
#[test]
fn w070_agrees() {
    agrees!(w070(word, perhaps, lines, what, many, held_all));
}

#[workflow]
pub async fn w071(word: String, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot) -> Result<Event, Failure> {
    match (held.label.code) % 6 {
        0 => {
            match held.name.as_str() {
                "a" | "b" => {
                    note(format!("at {word}")).await?;
                }
                "north" => {
                }
                "" if held.lines.contains(&held.label.text) => {
                }
                _ => {
                    let mut turn2 = 0_i64;
                    let next4: Option<String> = held.note.clone();
                    'l3: while let Some(word5) = next4.clone() {
                        if turn2 > 1 { break; }
                        turn2 += 1;
                        let (flag6, held7, sizes8) = join!(
                            async {
                                let (perhaps9, two10, here11) = join!(
                                    async {
                                        note(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                        Ok(maybe(format!("{word5}/{turn2}")).await?)
                                    },
                                    both(held.size, format!("{word}/{word5}")),
                                    between(my_types::Spot { x: here.y, y: held.lines.len() as i64 }, here),
                                )
                                .await?;
                                Ok(false)
                            },
                            async {
                                let held12: Parcel = held.clone();
                                let Parcel { lines: lines13, kind: what14, .. } = held12;
                                Ok(held.clone())
                            },
                            table("north".to_string()),
                        )
                        .await?;
                        let (held15, many16) = join!(
                            async {
                                match held7.kind.clone() {
                                    Kind::Sized(n17) => {
                                        note("arm".to_string()).await?;
                                    }
                                    Kind::Named { name: error, size: x } => {
                                        let held18: Parcel = held7.clone();
                                        let Parcel { lines: lines19, kind: what20, .. } = held18;
                                        let mut held: (i64, String) = (held7.spot.x, format!("{word5}/{flag6}"));
                                    }
                                    Kind::Empty => {
                                        note(format!("at {word}/{turn2}/{word5}/{flag6}")).await?;
                                    }
                                }
                                Ok(held7.clone())
                            },
                            count(many),
                        )
                        .await?;
                    }
                }
            }
        }
        1 | 2 => {
            note(format!("at {word}")).await?;
        }
        _ => {
        }
    }
    let mut what21: Kind = held.kind.clone();
    what21 = Kind::Sized(0);
    sleep(Duration::from_secs(held.name.len() as u64)).await;
    note(format!("at {word}")).await?;
    between(here, here).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(Event::Sent { to: word.clone(), times: held.label.code, why: maybe(held.name.clone()).await? })
}
#[test]
fn w071_agrees() {
    agrees!(w071(word, what, held, many, here));
}

#[workflow]
pub async fn w072(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held_all: Vec<Parcel>, news: Event) -> Result<(i64, String), Failure> {
    if true {
        let (word1, many2, sizes3) = join!(
            text(word.clone()),
            async {
                map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word4| {
                    let perhaps5: Option<String> = maybe(lines.join("-")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    Ok(news.clone())
                }).await?;
                'l6: for (at8, word7) in vec!["".to_string(), word.clone()].into_iter().enumerate() {
                    let n8 = at8 as i64;
                    let Ok(held_all) = list(word.clone()).await else {
                        if false {
                            break 'l6;
                        }
                        let held9: Parcel = Parcel { name: word7.clone(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>(), note: None::<String>, lines: vec!["c".to_string(), word7.clone()], kind: Kind::Sized((n8) % 50 - (n8) % 7), label: Label { text: word7.clone(), code: n }, count: None::<i64>, spot: my_types::Spot { x: 1, y: -1 } };
                        let Parcel { lines: lines10, kind: what11, .. } = held9;
                        continue 'l6;
                    };
                    sleep(Duration::from_secs(word7.len() as u64)).await;
                }
                Ok(None::<i64>)
            },
            table(word.clone()),
        )
        .await?;
        if flag && perhaps.is_some() {
            note("arm".to_string()).await?;
        } else {
            note(format!("at {n}/{flag}/{word}/{word1}")).await?;
        }
    } else if perhaps.is_some() {
        note(format!("at {n}/{flag}/{word}")).await?;
    } else {
        return Ok((n, format!("{word}/{word}")));
    }
    let held_all: Vec<Parcel> = boxes(held_all.iter().take(2).cloned().collect::<Vec<_>>(), n).await?;
    sleep(Duration::from_secs(40)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    event(news.clone()).await?;
    note(lines.join("-")).await?;
    Ok((lines.len() as i64, lines.join("-")))
}
#[test]
fn w072_agrees() {
    agrees!(w072(n, flag, word, perhaps, lines, held_all, news));
}

#[workflow]
pub async fn w073(flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<(i64, String), Failure> {
    if false {
        if flag && two.1 == "c" {
            let (flag1, news2) = join!(
                check(two.1.clone()),
                async {
                    match two.1.as_str() {
                        "a" | "b" => {
                            match kind(many.unwrap_or(0)).await? {
                                Kind::Sized(n3) => {
                                    let mut two6: (i64, String) = both(n3, "north".to_string()).await?;
                                    two6.1 = two.1.clone();
                                }
                                _ => {
                                }
                            }
                        }
                        "north" => {
                        }
                        _ => {
                            map(vec![word.clone(), two.1.clone()], async |word7| {
                                let many: Option<i64> = many;
                                Ok(my_types::Spot { x: two.0, y: ((3) % 50 - (two.0) % 7) % 50 + (two.0) % 7 })
                            }).max_concurrency(2).await?;
                        }
                    }
                    match maybe(two.1.clone()).await? {
                        Some(word8) if word8.is_empty() => {
                            let lines9: Vec<String> = list(word8.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            sleep(Duration::from_secs(word.len() as u64)).await;
                        }
                        Some(word8) => {
                        }
                        None => {
                            note(format!("at {flag}/{word}")).await?;
                        }
                    }
                    Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: two.0, y: two.0 } }))
                },
            )
            .await?;
        } else if !(true) {
        }
    }
    let mut lines10: Vec<String> = list(two.1.clone()).await?;
    note(two.1.clone()).await?;
    note(format!("at {flag}/{word}")).await?;
    note(lines10.join("-")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok((two.0, word.clone()))
}
#[test]
fn w073_agrees() {
    agrees!(w073(flag, word, lines, sizes, many, two));
}

#[workflow]
pub async fn w074(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>) -> Result<Option<i64>, Failure> {
    let mut turn1 = 0_i64;
    loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        let flag: bool = flag;
        match held.note.clone() {
            Some(word2) => {
                let Some(many) = count(None::<i64>).await? else {
                    let mut cx: (i64, String) = match what.clone() {
                        Kind::Sized(n3) if n3 > 3 => {
                            let mut what6: Kind = Kind::Sized(n);
                            (held.spot.x, word2)
                        }
                        Kind::Sized(n3) => {
                            (held.note.as_ref().map_or(1, |of| of.len() as i64), held.name.clone())
                        }
                        Kind::Named { name: word5, size: n4 } => {
                            let held7: Parcel = held.clone();
                            let what8: Kind = held7.kind;
                            let mut news9: Event = Event::Lost(my_types::Loss { at: my_types::Spot { x: 5, ..held.spot } });
                            both((held.count.unwrap_or(5)) % 50 + (held.spot.x) % 7, held.lines.join("-")).await?
                        }
                        Kind::Empty => {
                            (2, held.note.clone().unwrap_or_default())
                        }
                    };
                    cx.0 = 5;
                    return Err(Failure::new("Stopped", held.label.text.clone()));
                };
            }
            None => {
                let held10: Parcel = Parcel { name: "b".to_string(), size: held.spot.x, note: Some(held.lines.join("-")), lines: vec![word.clone(), "north".to_string()], kind: held.kind.clone(), label: Label { text: word.clone(), code: (held.note.as_ref().map_or(5, |of| of.len() as i64)) % 50 - ((held.size) % 50 - (held.size) % 7) % 7 }, count: many, spot: my_types::Spot { x: n, ..held.spot } };
                let Parcel { lines: lines11, kind: what12, .. } = held10;
                let mut lines: Option<i64> = count(held.count).await?;
                return Err(Failure::new("Stopped", held.label.text.clone()));
            }
        }
    }
    let mut two13: (i64, String) = both(held.size, held.name.clone()).timeout(Duration::from_secs(3)).await?;
    let mut two14: (i64, String) = two13.clone();
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    both(two14.0, two14.1.clone()).await?;
    both(two13.0, two13.1.clone()).await?;
    count(many).await?;
    Ok(None::<i64>)
}
#[test]
fn w074_agrees() {
    agrees!(w074(n, flag, word, perhaps, lines, what, held, many));
}
