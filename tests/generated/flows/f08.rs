//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w040(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot) -> Result<Vec<Parcel>, Failure> {
    if check(word.clone()).await? {
        let Some(here) = perhaps.clone() else {
            let mut turn1 = 0_i64;
            loop {
                turn1 += 1;
                if turn1 > 2 { break; }
                match perhaps.clone() {
                    Some(word2) if word2.is_empty() => {
                        let mut turn3 = 0_i64;
                        'l4: while turn3 < 2 && flag && perhaps.is_some() {
                            turn3 += 1;
                            let mut perhaps: i64 = number(turn3).await?;
                        }
                        if !(n > 2) {
                            continue;
                        }
                    }
                    Some(word2) => {
                        break;
                    }
                    None => {
                        let (flag5, many6) = join!(
                            async {
                                let sizes7: BTreeMap<String, i64> = table(word.clone()).await?;
                                let mut held8: Parcel = Parcel { name: "c".to_string(), size: -1, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Named { name: "a".to_string(), size: sizes.get(&word).copied().unwrap_or(-2) }, label: Label { text: "a".to_string(), code: 6 }, count: sizes7.get("north").copied(), spot: here };
                                Ok(flag)
                            },
                            count(Some(-2)),
                        )
                        .await?;
                        'l9: for flag in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                            note(format!("at {word}/{turn1}/{flag5}/{flag}")).await?;
                        }
                    }
                }
            }
            return Ok(vec![Parcel { name: "b".to_string(), size: -1, note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: "b".to_string(), code: perhaps.as_ref().map_or(-2, |of| of.len() as i64) }, count: None::<i64>, spot: here }]);
        };
        let sizes11: BTreeMap<String, i64> = sizes.clone();
    }
    let mut here: my_types::Spot = here;
    let mut sizes: Kind = what;
    note(format!("at {n}/{flag}/{word}")).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec![Parcel { name: word.clone(), size: 6, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: 0 }, count: None::<i64>, spot: here }])
}
#[test]
fn w040_agrees() {
    agrees!(w040(n, flag, word, perhaps, lines, what, sizes, here));
}

#[workflow]
pub async fn w041(n: i64, word: String, perhaps: Option<String>, what: Kind, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    map(vec![two.1.clone(), two.1.clone()], async |word1| {
        let mut n: i64 = here.y;
        Ok(Some(n))
    }).max_concurrency(2).await?;
    if (two.0) % 2 == 0 {
        note(format!("at {n}/{word}")).await?;
    } else if false {
        let Ok(many2) = count(None::<i64>).await else {
            if false {
                if held_all.iter().map(|of| of.size % 9).sum::<i64>() > 3 {
                    map(vec![two.1.clone(), "c".to_string()], async |word3| {
                        let mut here4: my_types::Spot = here;
                        here4.y += (two.1.len() as i64) % 10;
                        let mut perhaps5: Option<String> = perhaps.clone();
                        Ok(table(two.1.clone()).await?)
                    }).max_concurrency(2).await?;
                    let here: my_types::Spot = my_types::Spot { x: n, ..here };
                } else {
                }
                let mut sizes6: BTreeMap<String, i64> = table("north".to_string()).await?;
            }
            note(two.1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
            return Ok(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>());
        };
    } else {
        note(format!("at {n}/{word}")).await?;
    }
    let mut sizes7: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    sizes7.insert("a".to_string(), word.len() as i64);
    note(format!("at {n}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(boxes(vec![Parcel { name: "a".to_string(), size: n, note: perhaps.clone(), lines: vec![word.clone()], kind: what.clone(), label: Label { text: "c".to_string(), code: here.x }, count: None::<i64>, spot: my_types::Spot { x: here.y, y: n } }], -2).await?)
}
#[test]
fn w041_agrees() {
    agrees!(w041(n, word, perhaps, what, here, two, held_all));
}

#[workflow]
pub async fn w042(word: String, perhaps: Option<String>, what: Kind, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    if check(word.clone()).await? {
        {
            let (sizes1, held_all2) = join!(
                table(format!("{word}/{word}")),
                async {
                    let held_all3: Vec<Parcel> = if let Ok(news) = boxes(held_all.clone(), held_all.iter().map(|of| of.size % 9).sum::<i64>()).await {
                        sleep(Duration::from_secs(word.len() as u64)).await;
                        if perhaps.is_some() {
                            return Ok(news.clone());
                        }
                        vec![Parcel { name: word.clone(), size: news.iter().map(|of| of.size % 9).sum::<i64>(), note: perhaps.clone(), lines: vec!["".to_string(), "c".to_string()], kind: Kind::Named { name: word.clone(), size: -2 }, label: Label { text: "north".to_string(), code: perhaps.as_ref().map_or(2, |of| of.len() as i64) }, count: many, spot: my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: many.unwrap_or(-2) } }]
                    } else {
                        held_all.clone()
                    };
                    Ok(held_all3)
                },
            )
            .await?;
            match (number(held_all2.iter().map(|of| of.size % 9).sum::<i64>()).await?) % 6 {
                0 => {
                    note("arm".to_string()).await?;
                }
                1 | 2 => {
                    note(format!("at {word}")).await?;
                }
                many if many > 3 => {
                    note(format!("at {word}/{many}")).await?;
                }
                _ => {
                    match maybe(word.clone()).await? {
                        Some(held_all) => {
                            note(format!("at {word}/{held_all}")).await?;
                        }
                        None => {
                            match slow(word.len() as i64).await {
                                Ok(word6) => {
                                    note(text(word.clone()).await?).await?;
                                    let held_all: Kind = kind(perhaps.as_ref().map_or(3, |of| of.len() as i64)).await?;
                                }
                                Err(Small::Late) => {
                                    note(format!("at {word}")).await?;
                                }
                                Err(Small::Full(_, sizes1)) => {
                                    note(format!("at {word}/{sizes1}")).await?;
                                }
                                Err(Small::Empty) => {
                                    note(format!("at {word}")).await?;
                                }
                            }
                            note(text(format!("{word}/{word}")).await?).await?;
                        }
                    }
                    return Ok(my_types::Spot { x: word.len() as i64, y: perhaps.as_ref().map_or(0, |of| of.len() as i64) });
                }
            }
        }
        let held7: Parcel = Parcel { name: "a".to_string(), size: perhaps.as_ref().map_or(1, |of| of.len() as i64), note: None::<String>, lines: vec![word.clone(), "a".to_string()], kind: what.clone(), label: Label { text: "north".to_string(), code: word.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: 3, y: held_all.len() as i64 } };
        let Parcel { lines: lines8, kind: what9, .. } = held7;
    } else if (6) % 50 + (2) % 7 > 1 {
    }
    sleep(Duration::from_secs(50)).await;
    let mut many: Option<i64> = count(Some(6)).await?;
    note(format!("at {word}")).await?;
    count(many).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(my_types::Spot { x: 5, y: many.unwrap_or(-1) })
}
#[test]
fn w042_agrees() {
    agrees!(w042(word, perhaps, what, many, held_all, news));
}

#[workflow]
pub async fn w043(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    if let Some(result) = perhaps.clone() {
        match (held.spot.x) % 6 {
            0 => {
                note(format!("at {n}/{word}/{result}")).await?;
            }
            1 | 2 => {
                let Ok(perhaps) = count(held.count).await else {
                    let Some(n2) = held.count else {
                        let mut here3: my_types::Spot = between(my_types::Spot { x: 5, y: result.len() as i64 }, my_types::Spot { x: held.spot.x, y: held.spot.x }).await?;
                        let mut turn4 = 0_i64;
                        'l5: loop {
                            turn4 += 1;
                            if turn4 > 2 { break; }
                            note("turn".to_string()).await?;
                            if perhaps.is_none() {
                                continue 'l5;
                            }
                        }
                        return Ok(Kind::Empty);
                    };
                    return Ok(held.kind.clone());
                };
            }
            n1 if n1 > 3 => {
            }
            i64::MIN..=-1 => {
                note(format!("at {n}/{word}/{result}")).await?;
            }
            _ => {
                note(format!("at {n}/{word}/{result}")).await?;
            }
        }
    }
    {
        let Some(held) = perhaps.clone() else {
            let (here6, news7) = join!(
                between(my_types::Spot { x: n, ..held.spot }, here),
                async {
                    match held.name.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                            note(format!("at {n}/{word}")).await?;
                        }
                        "" if perhaps.is_none() => {
                            note(format!("at {n}/{word}")).await?;
                        }
                        _ => {
                        }
                    }
                    let input: i64 = pair(perhaps.as_ref().map_or(6, |of| of.len() as i64), held.note.as_ref().map_or(1, |of| of.len() as i64)).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                    Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: 0, ..here } }))
                },
            )
            .await?;
            sleep(Duration::from_secs(word.len() as u64)).await;
            return Ok(held.kind.clone());
        };
    }
    let held8: Parcel = Parcel { name: word.clone(), size: held.lines.len() as i64, note: Some(held.label.text.clone()), lines: held.lines.clone(), kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: word.clone(), code: held.size }, count: held.count, spot: held.spot };
    note(format!("at {n}/{word}")).await?;
    parcel(held8.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(kind(6).await?)
}
#[test]
fn w043_agrees() {
    agrees!(w043(n, word, perhaps, what, held, here, held_all));
}

#[workflow]
pub async fn w044(n: i64, flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>) -> Result<String, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && lines.contains(&word) {
        turn1 += 1;
        match (number(many.unwrap_or(4)).await?) % 6 {
            0 => {
                match maybe(word.clone()).await? {
                    Some(many) if many.is_empty() => {
                        return Ok(many.clone());
                    }
                    Some(many) => {
                        match event(Event::Lost(my_types::Loss { at: my_types::Spot { x: turn1, y: turn1 } })).await? {
                            Event::Sent { to: word4, times: n5, why: Some(_), .. } => {
                                return Ok("north".to_string());
                            }
                            Event::Sent { times: n5, .. } => {
                                if true {
                                    note("arm".to_string()).await?;
                                } else if !(true) {
                                    let what7: Kind = kind(n).await?;
                                } else {
                                }
                            }
                            Event::Lost(my_types::Loss { at: here6 }) => {
                                if flag && false {
                                    return Ok(format!("{many}/{turn1}"));
                                }
                            }
                            Event::Nothing => {
                                note(format!("at {flag}/{word}/{turn1}/{many}")).await?;
                            }
                        }
                    }
                    None => {
                        note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                    }
                }
                if let Ok(here8) = between(my_types::Spot { x: n, y: 5 }, my_types::Spot { x: turn1, y: turn1 }).await {
                    match (here8, many) {
                        (my_types::Spot { x: 0, y: n9 }, _) => {
                            match kind(lines.len() as i64).await? {
                                Kind::Sized(n11) if n11 > 3 => {
                                    note("arm".to_string()).await?;
                                }
                                Kind::Sized(n11) => {
                                }
                                Kind::Named { name: word13, size: n12 } => {
                                }
                                Kind::Empty => {
                                }
                            }
                            break 'l2;
                        }
                        (my_types::Spot { x: n9, .. }, Some(n10)) => {
                            note(format!("at {word}/{turn1}/{n9}/{n10}")).await?;
                        }
                        (_, None) => {
                        }
                        _ => {
                            note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                        }
                    }
                }
            }
            1 | 2 => {
            }
            n3 if n3 > 3 => {
            }
            _ => {
            }
        }
        if false {
            return Ok(word.clone());
        }
    }
    note(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(text(word.clone()).await?).await?;
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    count(many).await?;
    note(lines.join("-")).await?;
    Ok(word.clone())
}
#[test]
fn w044_agrees() {
    agrees!(w044(n, flag, word, lines, sizes, many));
}
