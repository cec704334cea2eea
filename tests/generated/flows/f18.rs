//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w090(n: i64, flag: bool, word: String, perhaps: Option<String>, held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    let Some(word1) = perhaps.clone() else {
        let mut turn2 = 0_i64;
        let next4: Option<String> = perhaps.clone();
        'l3: while let Some(word5) = next4.clone() {
            if turn2 > 1 { break; }
            turn2 += 1;
            let mut lines6: Vec<String> = match (spot(my_types::Spot { x: n, y: turn2 }).await?, count(Some(5)).await?) {
                (my_types::Spot { x: 0, y: held_all }, _) => {
                    vec![word.clone()]
                }
                (my_types::Spot { x: held_all, .. }, Some(n7)) => {
                    vec![word5.clone(), "a".to_string()]
                }
                (_, None) => {
                    let mut held_all8: Vec<Parcel> = boxes(held_all.clone(), 0).timeout(Duration::from_secs(3)).await?;
                    vec![word5.clone(), word5.clone()]
                }
                _ => {
                    Vec::<String>::new()
                }
            };
            match slow(turn2).await {
                Ok(word11) if word11 == "a" => {
                    if !(lines6.contains(&word)) {
                        break 'l3;
                    }
                    let two13: (i64, String) = both(turn2, word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                }
                Ok(word11) => {
                    note(format!("at {word}/{turn2}/{word5}/{word11}")).await?;
                }
                Err(Small::Late) => {
                    let (n14, news15) = join!(
                        pair(turn2, 2),
                        async {
                            let mut turn16 = 0_i64;
                            loop {
                                turn16 += 1;
                                if turn16 > 2 { break; }
                                sleep(Duration::from_secs(word.len() as u64)).await;
                                let sizes17: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            }
                            Ok(Event::Nothing)
                        },
                    )
                    .await?;
                    let flag: (i64, String) = both(n14, word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                }
                Err(Small::Full(_, word12)) => {
                }
                Err(Small::Empty) => {
                }
            }
        }
        return Ok(my_types::Spot { x: n, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() });
    };
    let mut two18: (i64, String) = both(n, "".to_string()).await?;
    let held_all19: Vec<Parcel> = boxes(held_all.iter().take(2).cloned().collect::<Vec<_>>(), 5).await?;
    note(format!("at {n}/{flag}/{word}/{word1}")).await?;
    boxes(held_all19.clone(), 1).await?;
    both(two18.0, two18.1.clone()).await?;
    event(news.clone()).await?;
    Ok(my_types::Spot { x: held_all19.len() as i64, y: two18.0 })
}
#[test]
fn w090_agrees() {
    agrees!(w090(n, flag, word, perhaps, held_all, news));
}

#[workflow]
pub async fn w091(word: String, perhaps: Option<String>, held: Parcel, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Parcel, Failure> {
    match two.1.as_str() {
        "a" | "b" => {
            let mut lines1: Vec<String> = held.lines.clone();
            lines1.push(word.clone());
            if check(held.lines.join("-")).await? {
                let held_all2: Vec<Parcel> = match pack(held.label.text.clone(), here.x, !(true), held.count).await {
                    Ok(held5) => {
                        vec![held.clone()]
                    }
                    Err(failure3) => {
                        let cause4 = failure3.error().to_string();
                        if let Some(word6) = perhaps.clone() {
                            let lines7: Vec<String> = held.lines.clone();
                            let mut states: Vec<String> = list(format!("{word}/{word6}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        } else {
                        }
                        vec![held.clone()]
                    }
                };
            } else if held.lines.contains(&held.name) {
                let Ok(two) = table(format!("{word}/{word}")).await else {
                    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                        note(format!("at {word}")).await?;
                    } else if held.count == Some(0) {
                        map(lines1.iter().take(3).cloned().collect::<Vec<_>>(), async |word8| {
                            Ok(list(word8.clone()).await?)
                        }).await?;
                    }
                    return Ok(held.clone());
                };
                let held9: Parcel = Parcel { name: held.name.clone(), size: held.note.as_ref().map_or(5, |of| of.len() as i64), note: perhaps.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: -2 }, count: None::<i64>, spot: held.spot };
            } else {
                note(format!("at {word}")).await?;
            }
        }
        "north" => {
        }
        "" if !(held.label.text == "") => {
        }
        _ => {
        }
    }
    let mut what10: Kind = held.kind.clone();
    what10 = Kind::Sized(perhaps.as_ref().map_or(3, |of| of.len() as i64));
    let mut lines11: Vec<String> = list(format!("{word}/{word}")).timeout(Duration::from_secs(3)).await?;
    note(format!("at {word}")).await?;
    note(lines11.join("-")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(Parcel { name: "".to_string(), size: held.label.code, note: held.note.clone(), lines: vec!["c".to_string(), held.name], kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: two.0 }, count: held.count, spot: held.spot })
}
#[test]
fn w091_agrees() {
    agrees!(w091(word, perhaps, held, here, two, news));
}

#[workflow]
pub async fn w092(n: i64, flag: bool, word: String, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    let Some(word1) = maybe(format!("{flag}/{flag}")).await? else {
        if let Some(here) = maybe("b".to_string()).await? {
            if false {
                if true {
                    match (n) % 6 {
                        0 => {
                            return Ok(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>());
                        }
                        1 | 2 => {
                            note(format!("at {n}/{flag}/{word}/{here}")).await?;
                        }
                        n2 if n2 > 3 => {
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                        }
                    }
                }
                return Ok(held_all.clone());
            } else if false {
                note(format!("at {n}/{flag}/{word}/{here}")).await?;
            }
            if (two.0) % 2 == 0 {
                'l3: for (at5, word4) in vec![here.clone(), "b".to_string()].into_iter().enumerate() {
                    let n5 = at5 as i64;
                    note("north".to_string()).await?;
                }
                let mut turn6 = 0_i64;
                let next8: Option<String> = None::<String>;
                'l7: while let Some(word9) = next8.clone() {
                    if turn6 > 1 { break; }
                    turn6 += 1;
                    note(format!("at {word}/{here}/{turn6}/{word9}")).await?;
                }
            }
        }
        return Ok(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>());
    };
    let (n10, word11) = two;
    sleep(Duration::from_secs(48)).await;
    note(format!("at {word}/{word1}/{n10}/{word11}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(held_all.clone())
}
#[test]
fn w092_agrees() {
    agrees!(w092(n, flag, word, sizes, many, here, two, held_all));
}

#[workflow]
pub async fn w093(word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, news: Event) -> Result<Vec<Parcel>, Failure> {
    match (held.spot.x) % 6 {
        0 => {
            note(format!("at {word}")).await?;
        }
        1 | 2 => {
            match held.name.as_str() {
                "a" | "b" => {
                    return Err(Failure::new("Stopped", word.clone()));
                }
                "north" => {
                    'l2: for word3 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                        'l5: for (at7, word6) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                            let n7 = at7 as i64;
                            match maybe(word3.clone()).await? {
                                Some(outcome) if outcome.is_empty() => {
                                    note("arm".to_string()).await?;
                                }
                                Some(outcome) => {
                                    note(format!("at {word3}/{word6}/{n7}/{outcome}")).await?;
                                }
                                None => {
                                    return Ok(vec![held.clone()]);
                                }
                            }
                        }
                    }
                    match list(held.lines.join("-")).await {
                        Ok(lines10) => {
                            match held.label.text.as_str() {
                                "a" | "b" => {
                                    match what.clone() {
                                        Kind::Sized(n11) => {
                                            note("arm".to_string()).await?;
                                        }
                                        Kind::Named { name: what, size: serde } => {
                                            note(lines10.join("-")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                            note(what).await?;
                                        }
                                        Kind::Empty => {
                                            note(format!("at {word}")).await?;
                                        }
                                    }
                                }
                                "north" => {
                                    note(format!("at {word}")).await?;
                                }
                                _ => {
                                    note(format!("at {word}")).await?;
                                }
                            }
                            let mut sizes12: BTreeMap<String, i64> = table(held.label.text.clone()).timeout(Duration::from_secs(3)).await?;
                        }
                        Err(failure8) => {
                            let cause9 = failure8.error().to_string();
                        }
                    }
                }
                "" if held.note.is_some() => {
                }
                _ => {
                    note(format!("at {word}")).await?;
                }
            }
        }
        _ => {
            note(format!("at {word}")).await?;
        }
    }
    let mut lines13: Vec<String> = held.lines.clone();
    let sizes: Kind = kind(held.label.code).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {word}")).await?;
    note(lines13.join("-")).await?;
    event(news.clone()).await?;
    parcel(held.clone()).await?;
    Ok(boxes(vec![held.clone()], 2).await?)
}
#[test]
fn w093_agrees() {
    agrees!(w093(word, perhaps, what, held, sizes, news));
}

#[workflow]
pub async fn w094(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, two: (i64, String)) -> Result<Option<String>, Failure> {
    match (two.0) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
            match two.1.as_str() {
                "a" | "b" => {
                    match (held.spot, held.count) {
                        (my_types::Spot { x: 0, y: held }, _) => {
                            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word3| {
                                for word4 in vec![two.1.clone(), "c".to_string()] {
                                    note("turn".to_string()).await?;
                                    return Ok(perhaps.clone());
                                }
                                Ok(None::<String>)
                            }).max_concurrency(2).await?;
                        }
                        (my_types::Spot { x: held, .. }, Some(n2)) => {
                            if two.1 == "north" {
                                note("arm".to_string()).await?;
                                let sizes6: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            } else {
                            }
                        }
                        (_, None) => {
                        }
                        _ => {
                        }
                    }
                }
                "north" => {
                    if !(false) {
                        if held.spot == held.spot {
                            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |state| {
                                Ok(lines.clone())
                            }).max_concurrency(2).await?;
                            let mut many7: Option<i64> = count(held.count).await?;
                            many7 = Some(-1);
                        } else if flag && false {
                            return Ok(perhaps.clone());
                        } else {
                        }
                    }
                    if flag && (held.spot.x) % 2 == 0 {
                        return Ok(held.lines.first().cloned());
                    }
                }
                _ => {
                }
            }
            sleep(Duration::from_secs(24)).await;
        }
        _ => {
        }
    }
    let n8: i64 = held.size;
    let mut perhaps9: Option<String> = Some(held.lines.join("-"));
    note(format!("at {n}/{flag}/{word}/{n8}")).await?;
    note(perhaps9.clone().unwrap_or_default()).await?;
    both(two.0, two.1.clone()).await?;
    parcel(held.clone()).await?;
    Ok(lines.first().cloned())
}
#[test]
fn w094_agrees() {
    agrees!(w094(n, flag, word, perhaps, lines, held, two));
}
