//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w160(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<Option<i64>, Failure> {
    let mut what1: Kind = held.kind.clone();
    match (held.size) % 6 {
        0 => {
            note(format!("at {word}")).await?;
        }
        1 | 2 => {
            if lines.contains(&held.name) {
                let (perhaps3, n4, news5) = join!(
                    maybe(format!("{word}/{word}")),
                    pair(word.len() as i64, held.label.code),
                    async {
                        let mut many6: Option<i64> = match two.1.as_str() {
                            "a" | "b" => {
                                let mut many7: Option<i64> = None::<i64>;
                                sizes.get("b").copied()
                            }
                            "north" => {
                                let what8: Kind = kind(held.spot.x).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                let mut lines9: Vec<String> = lines.clone();
                                lines9.push(held.name.clone());
                                held.count
                            }
                            "" if false => {
                                if held.label.text == "a" {
                                    return Ok(Event::Lost(my_types::Loss { at: held.spot }));
                                }
                                return Ok(Event::Sent { to: "b".to_string(), times: many.unwrap_or(3), why: perhaps.clone() });
                            }
                            _ => {
                                let mut held_all10: Vec<Parcel> = vec![held.clone()];
                                held_all10.push(Parcel { name: held.name.clone(), size: held.spot.x, note: None::<String>, lines: vec![word.clone(), two.1.clone()], kind: Kind::Named { name: held.label.text.clone(), size: held.spot.x }, label: Label { text: "c".to_string(), code: held.label.code }, count: None::<i64>, spot: held.spot });
                                return Ok(Event::Lost(my_types::Loss { at: held.spot }));
                            }
                        };
                        Ok(Event::Nothing)
                    },
                )
                .await?;
            } else if false {
            } else {
                note(format!("at {word}")).await?;
            }
        }
        n2 if n2 > 3 => {
            return Err(Failure::new("Stopped", "north".to_string()));
        }
        _ => {
            note(format!("at {word}")).await?;
        }
    }
    let what11: Kind = held.kind.clone();
    note(format!("at {word}")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(count(held.count).await?)
}
#[test]
fn w160_agrees() {
    agrees!(w160(word, perhaps, lines, what, held, sizes, many, two));
}

#[workflow]
pub async fn w161(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<bool, Failure> {
    match (two.0) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
            match (two.0) % 6 {
                0 => {
                    if let Some(word2) = perhaps.clone() {
                        note(format!("at {word}/{word2}")).await?;
                    } else {
                        match (perhaps.clone(), perhaps.is_none()) {
                            (Some(many), true) => {
                                if let Kind::Sized(two) = kind(two.0).await? {
                                    let mut sizes3: BTreeMap<String, i64> = table("c".to_string()).await?;
                                    let lines4: Vec<String> = list("b".to_string()).await?;
                                } else {
                                    let mut what5: Kind = kind(two.0).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                    what5 = Kind::Sized(many.len() as i64);
                                }
                            }
                            (Some(many), false) if many == "a" => {
                                note(format!("at {word}/{many}")).await?;
                            }
                            (None, _) | (_, false) => {
                                note(format!("at {word}")).await?;
                            }
                        }
                    }
                    if let Some(n6) = many {
                        if matches!(what, Kind::Sized(_) | Kind::Empty) {
                            note(format!("at {word}/{n6}")).await?;
                        }
                    } else {
                        note(format!("at {word}")).await?;
                    }
                }
                1 | 2 => {
                }
                _ => {
                }
            }
        }
        sizes if sizes > 3 => {
            note(format!("at {word}/{sizes}")).await?;
        }
        i64::MIN..=-1 => {
            note(format!("at {word}")).await?;
        }
        _ => {
        }
    }
    let perhaps7: Option<String> = maybe(word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    sleep(Duration::from_secs(9)).await;
    note(format!("at {word}")).await?;
    note(perhaps7.clone().unwrap_or_default()).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(perhaps7.is_none())
}
#[test]
fn w161_agrees() {
    agrees!(w161(word, perhaps, lines, what, sizes, many, two));
}

#[workflow]
pub async fn w162(word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    'l1: for word2 in vec![held.name.clone(), held.label.text.clone()] {
        match word.as_str() {
            "a" | "b" => {
                match held.kind.clone() {
                    Kind::Sized(held_all) if held_all > 3 => {
                        note(format!("at {word}/{word2}/{held_all}")).await?;
                    }
                    Kind::Sized(held_all) => {
                        note(format!("at {word}/{word2}/{held_all}")).await?;
                    }
                    Kind::Named { name: perhaps, size: n4 } => {
                    }
                    Kind::Empty => {
                        let news5: Event = if !(here.y > 3) {
                            let mut what6: Kind = Kind::Sized(held.note.as_ref().map_or(6, |of| of.len() as i64));
                            Event::Lost(my_types::Loss { at: held.spot })
                        } else {
                            Event::Lost(my_types::Loss { at: here })
                        };
                        let mut turn7 = 0_i64;
                        let next8: Option<String> = held.note.clone();
                        while let Some(word9) = next8.clone() {
                            if turn7 > 1 { break; }
                            turn7 += 1;
                            if let Ok(workflow) = pack(word9.clone(), held.label.code, perhaps.is_some(), Some(here.y)).await {
                                let mut _spare: Event = event(Event::Sent { to: workflow.name, times: held.count.unwrap_or(3), why: held.note.clone() }).await?;
                            } else {
                                let news10: Event = Event::Sent { to: word2.clone(), times: held.size, why: perhaps.clone() };
                            }
                        }
                    }
                }
            }
            "north" => {
                continue 'l1;
            }
            _ => {
                note(format!("at {word}/{word2}")).await?;
            }
        }
    }
    {
    }
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    note(format!("at {word}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok(Some(here.x))
}
#[test]
fn w162_agrees() {
    agrees!(w162(word, perhaps, held, sizes, here, held_all));
}

#[workflow]
pub async fn w163(n: i64, word: String, perhaps: Option<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<String>, Failure> {
    let (here1, flag2) = join!(
        spot(here),
        async {
            match word.as_str() {
                "a" | "b" => {
                    return Ok(held.note.is_none());
                }
                "north" => {
                    'l3: for word4 in vec![word.clone(), two.1.clone()] {
                        note("turn".to_string()).await?;
                        let mut held_all6: Vec<Parcel> = held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>();
                        held_all6.push(Parcel { name: held.name.clone(), size: held_all.len() as i64, note: perhaps.clone(), lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: "north".to_string(), code: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, count: held.count, spot: here });
                    }
                    {
                        if (held.label.code) % 2 == 0 {
                            note(format!("at {n}/{word}")).await?;
                        } else if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                            let Kind::Sized(n7) = held.kind.clone() else {
                                let mut n8: i64 = number(held.note.as_ref().map_or(5, |of| of.len() as i64)).await?;
                                return Ok(matches!(held.kind, Kind::Sized(_) | Kind::Empty));
                            };
                        } else {
                            let mut turn9 = 0_i64;
                            let next11: Option<String> = perhaps.clone();
                            'l10: while let Some(word12) = next11.clone() {
                                if turn9 > 1 { break; }
                                turn9 += 1;
                                note("turn".to_string()).await?;
                                let mut held_all: Vec<Parcel> = held_all.iter().take(2).cloned().collect::<Vec<_>>();
                            }
                            match (held.size) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                }
                                1 | 2 => {
                                    note(format!("at {n}/{word}/{turn9}")).await?;
                                }
                                held if held > 3 => {
                                }
                                i64::MIN..=-1 => {
                                    note(format!("at {n}/{word}/{turn9}")).await?;
                                }
                                _ => {
                                }
                            }
                        }
                    }
                }
                _ => {
                }
            }
            let state: my_types::Spot = spot(my_types::Spot { x: held.note.as_ref().map_or(-2, |of| of.len() as i64), ..here }).await?;
            Ok(perhaps.is_none())
        },
    )
    .await?;
    let here: my_types::Spot = held.spot;
    let held_all: Vec<Parcel> = boxes(held_all.clone(), 2).await?;
    note(format!("at {n}/{word}/{flag2}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    between(here1, here1).await?;
    Ok(held.note.clone())
}
#[test]
fn w163_agrees() {
    agrees!(w163(n, word, perhaps, held, here, two, held_all));
}

#[workflow]
pub async fn w164(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<String>, Failure> {
    {
        let (n1, word2) = two;
        map(vec![word.clone(), word.clone()], async |s| {
            let (here3, here4, many5) = join!(
                spot(my_types::Spot { x: n1, y: n1 }),
                between(my_types::Spot { x: n1, y: two.0 }, my_types::Spot { x: n1, y: two.0 }),
                async {
                    if true {
                        note("arm".to_string()).await?;
                        let held6: Parcel = Parcel { name: word.clone(), size: (held_all.len() as i64) % 50 - (n1) % 7, note: None::<String>, lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: "north".to_string(), size: two.0 }, label: Label { text: s.clone(), code: 4 }, count: None::<i64>, spot: my_types::Spot { x: n1, y: two.0 } };
                        let error: i64 = held6.label.code;
                    }
                    Ok(count(many).await?)
                },
            )
            .await?;
            match risky("c".to_string()).await {
                Ok(n9) => {
                    note(format!("at {n1}/{word2}/{s}/{n9}")).await?;
                }
                Err(Trouble::Busy) => {
                    note(format!("at {word}/{n1}/{word2}/{s}")).await?;
                }
                Err(Trouble::Bad { why: env, .. }) => {
                }
                Err(Trouble::Closed(env)) => {
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word10| {
                        if perhaps.is_some() {
                            note("arm".to_string()).await?;
                        } else {
                            sleep(Duration::from_secs(word.len() as u64)).await;
                            let held11: Parcel = Parcel { name: word10.clone(), size: held_all.len() as i64, note: perhaps.clone(), lines: vec!["c".to_string()], kind: Kind::Empty, label: Label { text: env.clone(), code: (here4.x) % 50 - (here4.y) % 7 }, count: Some(3), spot: here3 };
                            let lines12: Vec<String> = held11.lines;
                        }
                        Ok(held_all.clone())
                    }).await?;
                    let many13: Option<i64> = None::<i64>;
                }
                Err(other7) => return Err(other7.into()),
            }
            Ok(Parcel { name: "a".to_string(), size: two.0, note: None::<String>, lines: lines.clone(), kind: Kind::Named { name: word2.clone(), size: many5.unwrap_or(6) }, label: Label { text: word.clone(), code: number(n1).await? }, count: many5, spot: spot(here3).await? })
        }).await?;
    }
    note(text(perhaps.clone().unwrap_or_default()).await?).await?;
    sleep(Duration::from_secs(69)).await;
    note(format!("at {flag}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    note(lines.join("-")).await?;
    Ok(maybe(word.clone()).await?)
}
#[test]
fn w164_agrees() {
    agrees!(w164(flag, word, perhaps, lines, many, two, held_all));
}
