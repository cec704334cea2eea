//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w005(flag: bool, word: String, what: Kind, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Vec<String>, Failure> {
    match (held.size) % 6 {
        0 => {
            if word == "c" {
                let mut here2: my_types::Spot = if false {
                    sleep(Duration::from_secs(84)).await;
                    let sizes3: BTreeMap<String, i64> = table(held.name.clone()).timeout(Duration::from_secs(3)).await?;
                    my_types::Spot { x: held.lines.len() as i64, y: here.x }
                } else {
                    spot(here).await?
                };
                let Some(word4) = held.note.clone() else {
                    match risky("b".to_string()).await {
                        Ok(it) => {
                            note(format!("at {flag}/{word}/{it}")).await?;
                        }
                        Err(Trouble::Busy) => {
                            match held.note.clone() {
                                Some(flag) if flag.is_empty() => {
                                    note(format!("at {word}/{flag}")).await?;
                                }
                                Some(flag) => {
                                    if -1 > 3 {
                                        return Ok(vec!["a".to_string(), "a".to_string()]);
                                    }
                                    here2.x = (here2.y + 1) % 100;
                                }
                                None => {
                                    note(format!("at {flag}/{word}")).await?;
                                }
                            }
                            let many8: Option<i64> = count(Some(held.size)).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        }
                        Err(Trouble::Bad { why: word7, .. }) => {
                            note(format!("at {flag}/{word}/{word7}")).await?;
                        }
                        Err(Trouble::Closed(word7)) => {
                            return Ok(vec![word7.clone(), "a".to_string()]);
                        }
                        Err(other5) => return Err(other5.into()),
                    }
                    let my_types::Spot { x: n9, y: n10 } = here;
                    return Ok(held.lines.clone());
                };
            } else if flag && held.note.is_some() {
                note(format!("at {flag}/{word}")).await?;
            }
        }
        1 | 2 => {
        }
        n1 if n1 > 3 => {
            note(format!("at {flag}/{word}/{n1}")).await?;
        }
        _ => {
        }
    }
    let mut lines11: Vec<String> = vec![held.name];
    lines11.push(held.label.text.clone());
    lines11.push(word.clone());
    note(format!("at {flag}/{word}")).await?;
    note(lines11.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(lines11)
}
#[test]
fn w005_agrees() {
    agrees!(w005(flag, word, what, held, here, held_all));
}

#[workflow]
pub async fn w006(n: i64, flag: bool, word: String, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<i64, Failure> {
    {
        if let Some(word1) = held.note.clone() {
            return Ok((two.1.len() as i64) % 50 + (two.0) % 7);
        } else {
            let mut turn2 = 0_i64;
            while turn2 < 2 && held.spot == held.spot {
                turn2 += 1;
                let (lines3, two4) = join!(
                    list(format!("{word}/{turn2}")),
                    async {
                        match held.note.clone() {
                            Some(turn2) => {
                                let many5: Option<i64> = count(None::<i64>).await?;
                                let mut turn2: String = held.note.clone().unwrap_or_default();
                            }
                            None => {
                                note(format!("at {n}/{flag}/{word}/{turn2}")).await?;
                            }
                        }
                        Ok(two.clone())
                    },
                )
                .await?;
                if !(false) {
                    note("arm".to_string()).await?;
                } else {
                    let perhaps6: Option<String> = maybe(word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                }
            }
            match risky(held.label.text.clone()).await {
                Ok(turn2) => {
                    note("arm".to_string()).await?;
                }
                Err(Trouble::Busy) => {
                    note(format!("at {n}/{flag}/{word}/{turn2}")).await?;
                }
                Err(Trouble::Bad { why: word9, .. }) => {
                    if held.label.text == "b" {
                        return Ok(held.count.unwrap_or(2));
                    }
                }
                Err(Trouble::Closed(word9)) => {
                }
                Err(other7) => return Err(other7.into()),
            }
        }
    }
    let n10: i64 = two.0;
    let mut perhaps11: Option<String> = maybe(format!("{flag}/{n10}")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {n}/{flag}/{word}/{n10}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(held_all.iter().map(|of| of.size % 9).sum::<i64>())
}
#[test]
fn w006_agrees() {
    agrees!(w006(n, flag, word, held, sizes, many, two, held_all));
}

#[workflow]
pub async fn w007(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Vec<String>, Failure> {
    let mut turn1 = 0_i64;
    let next3: Option<String> = Some(word.clone());
    'l2: while let Some(word4) = next3.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        match word.as_str() {
            "a" | "b" => {
                let held5: Parcel = Parcel { name: word4.clone(), size: n, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Sized(perhaps.as_ref().map_or(2, |of| of.len() as i64)), label: Label { text: word.clone(), code: word.len() as i64 }, count: many, spot: here };
                let Parcel { lines: lines6, kind: what7, .. } = held5;
                if let Some(n8) = held5.count {
                    note("arm".to_string()).await?;
                    let held9: Parcel = Parcel { name: word4.clone(), size: lines.len() as i64, note: perhaps.clone(), lines: lines6.clone(), kind: what7.clone(), label: Label { text: "north".to_string(), code: held5.size }, count: held5.count, spot: here };
                    let word4: i64 = held9.label.code;
                } else {
                    note(format!("at {flag}/{word}/{turn1}/{word4}")).await?;
                }
                break 'l2;
            }
            "north" => {
                note(format!("at {flag}/{word}/{turn1}/{word4}")).await?;
            }
            _ => {
                match word4.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                    }
                    "north" => {
                        note(format!("at {flag}/{word}/{turn1}/{word4}")).await?;
                    }
                    "" if false => {
                        note(word.clone()).await?;
                    }
                    _ => {
                        'l10: for word11 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                            note("turn".to_string()).await?;
                            if perhaps.is_none() {
                                continue 'l2;
                            }
                            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |many| {
                                let mut held_all13: Vec<Parcel> = vec![Parcel { name: word.clone(), size: n, note: Some(word4.clone()), lines: vec![many.clone(), word.clone()], kind: Kind::Named { name: many.clone(), size: n }, label: Label { text: many.clone(), code: -1 }, count: None::<i64>, spot: here }];
                                held_all13.push(Parcel { name: "c".to_string(), size: n, note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized(turn1), label: Label { text: word11.clone(), code: here.x }, count: Some(here.y), spot: here });
                                sleep(Duration::from_secs(49)).await;
                                Ok(sizes.clone())
                            }).await?;
                        }
                        let mut flag14: bool = check(word4).await?;
                    }
                }
            }
        }
        let mut perhaps: Parcel = Parcel { name: word.clone(), size: turn1, note: None::<String>, lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: -1 }, count: None::<i64>, spot: here };
    }
    let my_types::Spot { x: n15, y: n16 } = here;
    let mut perhaps17: Option<String> = maybe(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {word}/{turn1}/{n15}/{n16}")).await?;
    note(perhaps17.clone().unwrap_or_default()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(vec!["a".to_string(), "".to_string()])
}
#[test]
fn w007_agrees() {
    agrees!(w007(n, flag, word, perhaps, lines, sizes, many, here));
}

#[workflow]
pub async fn w008(word: String, lines: Vec<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    match held.kind.clone() {
        Kind::Sized(n1) if n1 > 3 => {
            note(format!("at {word}/{n1}")).await?;
        }
        Kind::Sized(n1) => {
            let mut turn4 = 0_i64;
            loop {
                turn4 += 1;
                if turn4 > 2 { break; }
                let mut turn5 = 0_i64;
                let next7: Option<String> = maybe(two.1.clone()).await?;
                'l6: while let Some(word8) = next7.clone() {
                    if turn5 > 1 { break; }
                    turn5 += 1;
                    note("turn".to_string()).await?;
                    match held.kind.clone() {
                        Kind::Sized(n9) if n9 > 3 => {
                            if held.note.is_none() {
                                continue 'l6;
                            }
                            if !((held.count.unwrap_or(-2)) % 2 == 0) {
                                note("arm".to_string()).await?;
                                let held12: Parcel = Parcel { name: word.clone(), size: n9, note: lines.first().cloned(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: two.1.clone(), code: 6 }, count: held.count, spot: here };
                                let word13: String = held12.name;
                            } else {
                                let mut two14: (i64, String) = (held_all.len() as i64, lines.join("-"));
                                two14.0 = 0;
                                note("".to_string()).await?;
                            }
                        }
                        Kind::Sized(n9) => {
                            let (lines15, word16) = join!(
                                list(word.clone()),
                                async {
                                    note("fork".to_string()).await?;
                                    if (held.spot.x) % 2 == 0 {
                                        return Err(Failure::new("Stopped", word8.clone()));
                                    }
                                    sleep(Duration::from_secs(70)).await;
                                    Ok(lines.join("-"))
                                },
                            )
                            .await?;
                            return Err(Failure::new("Stopped", held.name.clone()));
                        }
                        Kind::Named { name: word11, size: n10 } => {
                        }
                        Kind::Empty => {
                        }
                    }
                }
                let mut two: (i64, String) = two.clone();
            }
            sleep(Duration::from_secs(86)).await;
        }
        Kind::Named { name: word3, size: n2 } => {
        }
        Kind::Empty => {
            note(format!("at {word}")).await?;
        }
    }
    let held17: Parcel = Parcel { name: held.name.clone(), size: held.note.as_ref().map_or(3, |of| of.len() as i64), note: held.note.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: held.name.clone(), code: here.x }, count: held.count, spot: held.spot };
    let news: Event = Event::Sent { to: word.clone(), times: held17.spot.x, why: held.note.clone() };
    note(format!("at {word}")).await?;
    event(news.clone()).await?;
    parcel(held17.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(my_types::Spot { x: here.y, ..held17.spot })
}
#[test]
fn w008_agrees() {
    agrees!(w008(word, lines, held, here, two, held_all, news));
}

#[workflow]
pub async fn w009(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Vec<String>, Failure> {
    let sizes1: BTreeMap<String, i64> = match held.label.text.as_str() {
        "a" | "b" => {
            table(word).await?
        }
        "north" => {
            sizes.clone()
        }
        _ => {
            let mut turn2 = 0_i64;
            loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                note("turn".to_string()).await?;
                let held_all3: Vec<Parcel> = vec![Parcel { name: "north".to_string(), size: held.label.text.len() as i64, note: held.note.clone(), lines: held.lines.clone(), kind: Kind::Sized(held.lines.len() as i64), label: Label { text: "a".to_string(), code: held.label.code }, count: held.count, spot: here }];
            }
            let mut lines4: Vec<String> = list(held.name.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
            sizes.clone()
        }
    };
    match (held.spot.x) % 6 {
        0 => {
            note(format!("at {n}")).await?;
        }
        1 | 2 => {
            match (held.spot.x) % 6 {
                0 => {
                    note(format!("at {n}")).await?;
                }
                1 | 2 => {
                }
                env if env > 3 => {
                    let sizes6: BTreeMap<String, i64> = match both(held.label.code, held.name.clone()).await {
                        Ok(two9) => {
                            sizes.clone()
                        }
                        Err(failure7) => {
                            let cause8 = failure7.error().to_string();
                            let word: Kind = held.kind.clone();
                            sizes.clone()
                        }
                    };
                }
                i64::MIN..=-1 => {
                    sleep(Duration::from_secs(held.name.len() as u64)).await;
                }
                _ => {
                    note(format!("at {n}")).await?;
                }
            }
            let my_types::Spot { x: n10, y: n11 } = here;
        }
        n5 if n5 > 3 => {
            note(format!("at {n}/{n5}")).await?;
        }
        _ => {
        }
    }
    let mut sizes12: BTreeMap<String, i64> = sizes.clone();
    note(format!("at {n}")).await?;
    between(here, here).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(held.lines.clone())
}
#[test]
fn w009_agrees() {
    agrees!(w009(n, word, perhaps, what, held, sizes, many, here));
}
