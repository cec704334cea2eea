//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w020(word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    if let Some(word) = many {
        return Err(Failure::new("Stopped", two.1.clone()));
    } else {
        match two.1.as_str() {
            "a" | "b" => {
                note(format!("at {word}")).await?;
            }
            "north" => {
                note(format!("at {word}")).await?;
            }
            _ => {
                match what.clone() {
                    Kind::Sized(n1) => {
                        let (word4, flag5, what6) = join!(
                            async {
                                note("fork".to_string()).await?;
                                let Some(word7) = perhaps.clone() else {
                                    let mut many: Option<i64> = Some(here.x);
                                    return Err(Failure::new("Stopped", two.1.clone()));
                                };
                                Ok("north".to_string())
                            },
                            async {
                                {
                                    sleep(Duration::from_secs(two.1.len() as u64)).await;
                                    let mut here: my_types::Spot = here;
                                }
                                let mut turn8 = 0_i64;
                                let next10: Option<String> = perhaps.clone();
                                'l9: while let Some(word11) = next10.clone() {
                                    if turn8 > 1 { break; }
                                    turn8 += 1;
                                    let what: Vec<String> = list("north".to_string()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                }
                                Ok(check("a".to_string()).await?)
                            },
                            kind(two.0),
                        )
                        .await?;
                        let news12: Event = event(Event::Sent { to: "a".to_string(), times: here.x, why: perhaps.clone() }).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    }
                    Kind::Named { name: word3, size: n2 } => {
                        note(format!("at {word}/{word3}/{n2}")).await?;
                    }
                    Kind::Empty => {
                    }
                }
            }
        }
    }
    let word: Kind = what.clone();
    let mut word13: String = text("b".to_string()).await?;
    note(format!("at {word13}")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(word.clone())
}
#[test]
fn w020_agrees() {
    agrees!(w020(word, perhaps, what, sizes, many, here, two, held_all));
}

#[workflow]
pub async fn w021(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>) -> Result<bool, Failure> {
    for word1 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
        {
            match (perhaps.clone(), flag && true) {
                (Some(word), true) => {
                    match perhaps.clone() {
                        Some(word3) if word3.is_empty() => {
                            if held.spot == held.spot {
                                note("arm".to_string()).await?;
                                let held4: Parcel = Parcel { name: held.name.clone(), size: held.size, note: None::<String>, lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: word1.clone(), code: held.size }, count: many, spot: held.spot };
                                let Parcel { lines: lines5, kind: what6, .. } = held4;
                            } else if !((n) % 2 == 0) {
                                let mut what7: Kind = Kind::Sized(held.size);
                                what7 = Kind::Sized(-2);
                            }
                            if let Kind::Sized(n8) = what.clone() {
                                note("arm".to_string()).await?;
                                let mut flag9: bool = flag;
                                flag9 = matches!(what, Kind::Sized(_) | Kind::Empty);
                            } else {
                            }
                        }
                        Some(word3) => {
                            let held10: Parcel = held.clone();
                            let word11: String = held10.name;
                        }
                        None => {
                            match word1.as_str() {
                                "a" | "b" => {
                                    note("arm".to_string()).await?;
                                }
                                "north" => {
                                }
                                "" if held.label.code > -1 => {
                                }
                                _ => {
                                }
                            }
                            return Ok(flag);
                        }
                    }
                    let mut perhaps: i64 = number(5).await?;
                }
                (Some(word), false) if word == "a" => {
                    break;
                }
                (None, _) | (_, false) => {
                    note(format!("at {n}/{flag}/{word}/{word1}")).await?;
                }
            }
            let mut lines12: Vec<String> = held.lines.clone();
            lines12.push("north".to_string());
        }
        let mut perhaps13: Option<String> = perhaps.clone();
        perhaps13 = Some(held.label.text.clone());
    }
    sleep(Duration::from_secs(72)).await;
    let held14: Parcel = held.clone();
    note(format!("at {n}/{flag}/{word}")).await?;
    parcel(held14.clone()).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(flag)
}
#[test]
fn w021_agrees() {
    agrees!(w021(n, flag, word, perhaps, what, held, sizes, many));
}

#[workflow]
pub async fn w022(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<(i64, String), Failure> {
    for env in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
        map(vec![env.clone(), held.name.clone()], async |word2| {
            {
                let Some(sizes) = held.count else {
                    match (here.x) % 6 {
                        0 => {
                            note(format!("at {n}/{word}/{env}/{word2}")).await?;
                        }
                        1 | 2 => {
                            sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                            let word4: String = text(held.label.text.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            let mut many5: Option<i64> = Some(here.y);
                        }
                    }
                    let mut flag6: bool = check(word2.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    return Ok(Event::Lost(my_types::Loss { at: here }));
                };
                'l7: for word8 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                    sleep(Duration::from_secs(word2.len() as u64)).await;
                    let mut what10: Kind = what.clone();
                }
            }
            Ok(Event::Lost(my_types::Loss { at: here }))
        }).await?;
        note(text(word.clone()).await?).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    }
    let mut held: Option<i64> = many;
    let mut n: bool = check(word.clone()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {word}/{n}")).await?;
    count(held).await?;
    between(here, here).await?;
    count(many).await?;
    Ok((5, word))
}
#[test]
fn w022_agrees() {
    agrees!(w022(n, word, perhaps, what, held, sizes, many, here));
}

#[workflow]
pub async fn w023(word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot) -> Result<my_types::Spot, Failure> {
    match held.name.as_str() {
        "a" | "b" => {
            note("arm".to_string()).await?;
        }
        "north" => {
        }
        "" if perhaps.is_none() => {
            if held.note.is_none() {
                {
                    match event(Event::Nothing).await? {
                        Event::Sent { to: word1, times: n2, why: Some(_), .. } => {
                            note(format!("at {word}/{word1}/{n2}")).await?;
                        }
                        Event::Sent { times: n2, .. } => {
                            for machine in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                                note("turn".to_string()).await?;
                                let held5: Parcel = Parcel { name: machine.clone(), size: n2, note: held.lines.first().cloned(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: machine.clone(), code: held.size }, count: None::<i64>, spot: my_types::Spot { x: sizes.get(&held.label.text).copied().unwrap_or(-2), y: held.spot.x } };
                                let n6: i64 = held5.label.code;
                            }
                            match held.label.text.as_str() {
                                "a" | "b" => {
                                    note("arm".to_string()).await?;
                                    let lines7: Vec<String> = held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                                }
                                "north" => {
                                    note(format!("at {word}/{n2}")).await?;
                                }
                                "" if !(held.size > -1) => {
                                    return Ok(here);
                                }
                                _ => {
                                }
                            }
                        }
                        Event::Lost(my_types::Loss { at: here3 }) => {
                            let held: i64 = number(held.note.as_ref().map_or(3, |of| of.len() as i64)).await?;
                            let Ok(flag8) = check(word.clone()).await else {
                                let many9: Option<i64> = None::<i64>;
                                return Err(Failure::new("Stopped", word.clone()));
                            };
                        }
                        Event::Nothing => {
                            note(format!("at {word}")).await?;
                        }
                    }
                    if !(-2 > 2) {
                        return Ok(my_types::Spot { x: -1, ..held.spot });
                    }
                }
                let lines10: Vec<String> = held.lines.clone();
            } else if held.note.is_none() {
            } else {
            }
        }
        _ => {
            note(format!("at {word}")).await?;
        }
    }
    let mut sizes11: BTreeMap<String, i64> = sizes.clone();
    sizes11.insert("".to_string(), held.count.unwrap_or(-1));
    let mut perhaps12: Option<String> = held.note.clone();
    perhaps12 = Some(word.clone());
    note(format!("at {word}")).await?;
    note(perhaps12.clone().unwrap_or_default()).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok(held.spot)
}
#[test]
fn w023_agrees() {
    agrees!(w023(word, perhaps, what, held, sizes, here));
}

#[workflow]
pub async fn w024(n: i64, word: String, lines: Vec<String>, what: Kind, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    {
        let mut turn1 = 0_i64;
        'l2: loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            if let Kind::Sized(n3) = what.clone() {
                note("arm".to_string()).await?;
            } else {
                let mut here4: my_types::Spot = between(my_types::Spot { x: turn1, y: here.x }, my_types::Spot { x: here.y, ..here }).await?;
                let here: my_types::Spot = my_types::Spot { x: 0, y: 2 };
            }
            match between(my_types::Spot { x: turn1, y: here.y }, here).await {
                Ok(here7) => {
                    note("arm".to_string()).await?;
                }
                Err(failure5) => {
                    let cause6 = failure5.error().to_string();
                    let mut turn8 = 0_i64;
                    while turn8 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                        turn8 += 1;
                        let mut turn9 = 0_i64;
                        while turn9 < 2 && !((many.unwrap_or(1)) % 2 == 0) {
                            turn9 += 1;
                            note("turn".to_string()).await?;
                            if false {
                                return Ok(many);
                            }
                            sleep(Duration::from_secs(word.len() as u64)).await;
                        }
                    }
                    let mut lines10: Vec<String> = lines.clone();
                    lines10.push(word.clone());
                }
            }
        }
    }
    let mut perhaps11: Option<String> = Some(two.1.clone());
    perhaps11 = Some(two.1.clone());
    let mut n: i64 = here.x;
    note(format!("at {word}/{n}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(None::<i64>)
}
#[test]
fn w024_agrees() {
    agrees!(w024(n, word, lines, what, many, here, two, held_all));
}
