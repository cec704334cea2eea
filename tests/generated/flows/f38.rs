//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w190(n: i64, flag: bool, word: String, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<(i64, String), Failure> {
    if let Kind::Sized(n1) = what.clone() {
        note("arm".to_string()).await?;
    } else {
        match what.clone() {
            Kind::Sized(n2) if n2 > 3 => {
                note(format!("at {n}/{flag}/{word}/{n2}")).await?;
            }
            Kind::Sized(n2) => {
                note(format!("at {n}/{flag}/{word}/{n2}")).await?;
            }
            Kind::Named { name: word4, size: n3 } => {
                note(format!("at {flag}/{word}/{word4}/{n3}")).await?;
            }
            Kind::Empty => {
                match (two.0) % 6 {
                    0 => {
                        note("arm".to_string()).await?;
                    }
                    1 | 2 => {
                    }
                    i64::MIN..=-1 => {
                        {
                            match slow(n).await {
                                Ok(word8) => {
                                    if false {
                                        return Ok((n, "".to_string()));
                                    }
                                }
                                Err(Small::Late) => {
                                }
                                Err(Small::Full(_, sizes)) => {
                                    sleep(Duration::from_secs(sizes.len() as u64)).await;
                                    let mut held9: Parcel = Parcel { name: word.clone(), size: many.unwrap_or(6), note: None::<String>, lines: vec![sizes.clone(), sizes.clone()], kind: what, label: Label { text: sizes.clone(), code: many.unwrap_or(6) }, count: None::<i64>, spot: spot(my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: two.0 }).await? };
                                    held9.label.code = (held_all.len() as i64) % 50 + (held9.note.as_ref().map_or(2, |of| of.len() as i64)) % 7;
                                }
                                Err(Small::Empty) => {
                                    note(format!("at {n}/{flag}/{word}")).await?;
                                }
                            }
                        }
                        match slow(n).await {
                            Ok(word12) if word12 == "a" => {
                                note("arm".to_string()).await?;
                            }
                            Ok(word12) => {
                            }
                            Err(Small::Late) => {
                                map(vec![word.clone(), word.clone()], async |word14| {
                                    let sizes15: BTreeMap<String, i64> = sizes.clone();
                                    let sizes16: BTreeMap<String, i64> = sizes15.clone();
                                    Ok(Parcel { name: two.1.clone(), size: two.1.len() as i64, note: None::<String>, lines: list("north".to_string()).await?, kind: Kind::Named { name: word14.clone(), size: (two.0) % 50 + (two.0) % 7 }, label: Label { text: word.clone(), code: -2 }, count: Some(n), spot: my_types::Spot { x: number(two.0).await?, y: n } })
                                }).await?;
                                if flag && sizes.is_empty() {
                                    return Ok((held_all.len() as i64, word.clone()));
                                }
                            }
                            Err(Small::Full(_, word13)) => {
                                note(format!("at {n}/{flag}/{word}/{word13}")).await?;
                            }
                            Err(Small::Empty) => {
                                note(format!("at {n}/{flag}/{word}")).await?;
                            }
                        }
                    }
                    _ => {
                    }
                }
            }
        }
        if many == Some(1) {
            return Ok(two.clone());
        }
    }
    let many17: Option<i64> = many;
    sleep(Duration::from_secs(79)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    count(many17).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(both(two.0, "c".to_string()).await?)
}
#[test]
fn w190_agrees() {
    agrees!(w190(n, flag, word, what, sizes, many, two, held_all));
}

#[workflow]
pub async fn w191(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<i64, Failure> {
    if here.y > -1 {
        map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
            if flag && sizes.is_empty() {
                note(format!("at {n}/{flag}/{word}/{word1}")).await?;
            } else if held.note.is_some() {
                let mut turn2 = 0_i64;
                'l3: while turn2 < 2 && word == "a" {
                    turn2 += 1;
                    let news4: Event = Event::Nothing;
                    let held: (i64, String) = both(held.label.code, "b".to_string()).await?;
                }
            }
            match maybe(held.label.text.clone()).await? {
                Some(word5) => {
                    if held.count == Some(3) {
                        if held.size > 1 {
                            note("arm".to_string()).await?;
                        } else {
                            let here: my_types::Spot = here;
                        }
                        map(vec!["b".to_string(), word1.clone()], async |word6| {
                            Ok(held.count)
                        }).max_concurrency(2).await?;
                    } else if sizes.is_empty() {
                        note(format!("at {flag}/{word}/{word1}/{word5}")).await?;
                    }
                    note(held.label.text.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                }
                None => {
                }
            }
            Ok(Parcel { name: "".to_string(), size: held.note.as_ref().map_or(0, |of| of.len() as i64), note: lines.first().cloned(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: held.label.text.clone(), code: held.size }, count: held.count, spot: my_types::Spot { x: held.count.unwrap_or(2), y: sizes.get(&word1).copied().unwrap_or(3) } })
        }).await?;
    } else {
    }
    let mut here7: my_types::Spot = spot(here).await?;
    let held: Kind = kind(lines.len() as i64).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    between(here7, here7).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(pair(perhaps.as_ref().map_or(4, |of| of.len() as i64), 3).await?)
}
#[test]
fn w191_agrees() {
    agrees!(w191(n, flag, word, perhaps, lines, what, held, sizes, here, held_all));
}

#[workflow]
pub async fn w192(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held_all: Vec<Parcel>) -> Result<BTreeMap<String, i64>, Failure> {
    {
        let (flag1, flag2, lines3) = join!(
            check(format!("{flag}/{word}")),
            async {
                note("fork".to_string()).await?;
                let held4: Parcel = Parcel { name: word.clone(), size: n, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Named { name: format!("{n}/{flag}"), size: (n) % 50 - (-2) % 7 }, label: Label { text: word.clone(), code: n }, count: Some(1), spot: my_types::Spot { x: n, y: -1 } };
                let s: i64 = held4.label.code;
                let Some(perhaps) = held4.count else {
                    match held4.kind.clone() {
                        Kind::Sized(n5) => {
                            note(format!("at {flag}/{word}/{s}/{n5}")).await?;
                        }
                        Kind::Named { name: what, size: n6 } => {
                            match held4.label.text.as_str() {
                                "a" | "b" => {
                                    note("arm".to_string()).await?;
                                    let Parcel { lines: lines7, kind: what8, .. } = held4;
                                    let mut s: Vec<Parcel> = vec![Parcel { name: word.clone(), size: n6, note: perhaps.clone(), lines: lines7.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: held4.size }, count: held4.count, spot: held4.spot }];
                                }
                                "north" => {
                                    note(format!("at {word}/{s}/{what}/{n6}")).await?;
                                }
                                "" if perhaps.is_none() => {
                                    sleep(Duration::from_secs(word.len() as u64)).await;
                                }
                                _ => {
                                }
                            }
                        }
                        Kind::Empty => {
                            note(format!("at {n}/{flag}/{word}/{s}")).await?;
                        }
                    }
                    let held9: Parcel = Parcel { name: word.clone(), size: held4.spot.x, note: Some(held4.name.clone()), lines: Vec::<String>::new(), kind: Kind::Sized(held4.spot.x), label: Label { text: word.clone(), code: held4.spot.x }, count: Some(held4.size), spot: held4.spot };
                    let Parcel { lines: lines10, kind: what11, .. } = held9;
                    return Err(Failure::new("Stopped", "north".to_string()));
                };
                Ok(held4.note.is_none())
            },
            async {
                'l12: for word13 in vec![word.clone(), "".to_string()] {
                    note(format!("at {n}/{flag}/{word}/{word13}")).await?;
                }
                Ok(Vec::<String>::new())
            },
        )
        .await?;
    }
    let mut what: Vec<Parcel> = vec![Parcel { name: word.clone(), size: n, note: None::<String>, lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word.clone(), code: n }, count: Some((word.len() as i64) % 50 - ((n) % 50 - (n) % 7) % 7), spot: my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: n } }];
    what.push(Parcel { name: word.clone(), size: n, note: Some(word.clone()), lines: vec![word.clone(), word.clone()], kind: Kind::Sized(n), label: Label { text: "b".to_string(), code: word.len() as i64 }, count: Some(-2), spot: my_types::Spot { x: what.len() as i64, y: -2 } });
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(what.clone(), 1).await?;
    boxes(held_all.clone(), 1).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w192_agrees() {
    agrees!(w192(n, flag, word, perhaps, what, held_all));
}

#[workflow]
pub async fn w193(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<i64, Failure> {
    let my_types::Spot { x: n1, y: n2 } = here;
    let n3: i64 = here.y;
    let (news4, held5, flag6) = join!(
        async {
            match word.as_str() {
                "a" | "b" => {
                    note("arm".to_string()).await?;
                }
                "north" => {
                    match held.note.clone() {
                        Some(word7) => {
                            match held.label.text.as_str() {
                                "a" | "b" => {
                                    match held.name.as_str() {
                                        "a" | "b" => {
                                            note(format!("{n}/{flag}")).timeout(Duration::from_secs(3)).await?;
                                        }
                                        "north" => {
                                        }
                                        _ => {
                                        }
                                    }
                                    match (here.y) % 6 {
                                        0 => {
                                            note("arm".to_string()).await?;
                                        }
                                        1 | 2 => {
                                            let mut held: Event = Event::Nothing;
                                        }
                                        held if held > 3 => {
                                            note(format!("at {n2}/{n3}/{word7}/{held}")).await?;
                                        }
                                        _ => {
                                        }
                                    }
                                }
                                "north" => {
                                    note(format!("at {n1}/{n2}/{n3}/{word7}")).await?;
                                }
                                "" if sizes.is_empty() => {
                                    let mut perhaps8: Option<String> = held.note.clone();
                                }
                                _ => {
                                }
                            }
                            sleep(Duration::from_secs(word.len() as u64)).await;
                        }
                        None => {
                            note(format!("at {word}/{n1}/{n2}/{n3}")).await?;
                        }
                    }
                    return Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: 4, y: lines.len() as i64 } }));
                }
                "" if many == Some(3) => {
                }
                _ => {
                }
            }
            if flag && held.size > 1 {
                return Ok(Event::Sent { to: held.name.clone(), times: n1, why: Some("".to_string()) });
            }
            Ok(Event::Nothing)
        },
        parcel(held.clone()),
        check(held.lines.join("-")),
    )
    .await?;
    note(format!("at {n1}/{n2}/{n3}/{flag6}")).await?;
    parcel(held5.clone()).await?;
    event(news4.clone()).await?;
    between(here, here).await?;
    Ok(here.y)
}
#[test]
fn w193_agrees() {
    agrees!(w193(n, flag, word, perhaps, lines, what, held, sizes, many, here));
}

#[workflow]
pub async fn w194(n: i64, word: String, lines: Vec<String>, what: Kind, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Option<i64>, Failure> {
    if here == here {
        if (0) % 2 == 0 {
            let mut turn1 = 0_i64;
            'l2: while turn1 < 2 && held_all.iter().any(|of| of.count.is_none()) {
                turn1 += 1;
                note("turn".to_string()).await?;
                let mut turn3 = 0_i64;
                loop {
                    turn3 += 1;
                    if turn3 > 2 { break; }
                    sleep(Duration::from_secs(61)).await;
                    match word.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                            let mut held_all4: Vec<Parcel> = held_all.clone();
                            held_all4.push(Parcel { name: word.clone(), size: n, note: None::<String>, lines: lines.clone(), kind: what.clone(), label: Label { text: "a".to_string(), code: n }, count: Some(here.y), spot: here });
                        }
                        "north" => {
                            if !(false) {
                                continue 'l2;
                            }
                        }
                        "" if false => {
                            let news5: Event = event(Event::Lost(my_types::Loss { at: here })).await?;
                        }
                        _ => {
                            let mut word6: String = word.clone();
                            word6 = word.clone();
                            let what7: Kind = kind(here.x).await?;
                        }
                    }
                }
                let mut held8: Parcel = Parcel { name: word.clone(), size: 5, note: Some(word.clone()), lines: vec!["".to_string(), word.clone()], kind: Kind::Named { name: format!("{turn3}/{turn3}"), size: here.x }, label: Label { text: word.clone(), code: turn3 }, count: None::<i64>, spot: my_types::Spot { x: here.x, y: turn3 } };
                held8.lines.push(word.clone());
            }
        }
        sleep(Duration::from_secs(51)).await;
    }
    let held9: Parcel = parcel(Parcel { name: word, size: 0, note: Some("".to_string()), lines: lines.clone(), kind: Kind::Named { name: format!("{n}/{n}"), size: lines.len() as i64 }, label: Label { text: "b".to_string(), code: lines.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: n, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() } }).await?;
    let what: i64 = held9.label.code;
    note(format!("at {n}/{what}")).await?;
    parcel(held9.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(count(None::<i64>).await?)
}
#[test]
fn w194_agrees() {
    agrees!(w194(n, word, lines, what, here, held_all, news));
}
