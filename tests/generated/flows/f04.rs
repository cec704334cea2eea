//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w020(word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<String, Failure> {
    let (n1, lines2) = join!(
        pair(here.y, here.y),
        async {
            let mut n3: i64 = held_all.len() as i64;
            n3 += (here.x) % 10;
            Ok(vec![word.clone(), word.clone()])
        },
    )
    .await?;
    let mut flag4: bool = sizes.is_empty();
    flag4 = !(sizes.is_empty());
    match two.1.as_str() {
        "a" | "b" => {
            if let Ok(cx) = boxes(held_all.clone(), n1).await {
                map(lines2.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                    let Some(n6) = count(Some((sizes.get(&word5).copied().unwrap_or(3)) % 50 + (lines2.len() as i64) % 7)).await? else {
                        match (here.x) % 6 {
                            0 => {
                                sleep(Duration::from_secs(53)).await;
                            }
                            1 | 2 => {
                                note(format!("at {word}/{n1}/{flag4}/{word5}")).await?;
                            }
                            _ => {
                            }
                        }
                        return Ok(news.clone());
                    };
                    Ok(Event::Nothing)
                }).await?;
            } else {
                let Some(word8) = perhaps.clone() else {
                    let my_types::Spot { x: n9, y: n10 } = here;
                    if flag4 && held_all.iter().any(|of| of.count.is_none()) {
                        return Ok("a".to_string());
                    }
                    return Ok("".to_string());
                };
            }
        }
        "north" => {
            return Ok(format!("{word}/{word}"));
        }
        _ => {
            return Ok(two.1.clone());
        }
    }
    note(format!("at {word}/{n1}/{flag4}")).await?;
    note(lines2.join("-")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(word.clone())
}
#[test]
fn w020_agrees() {
    agrees!(w020(word, perhaps, what, sizes, many, here, two, held_all, news));
}

#[workflow]
pub async fn w021(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<Option<String>, Failure> {
    match event(Event::Nothing).await? {
        Event::Sent { to: word1, times: n2, why: Some(_), .. } => {
            let mut word4: String = if let Some(word5) = maybe(word1.clone()).await? {
                let (word6, word7) = join!(
                    text("".to_string()),
                    async {
                        let mut turn8 = 0_i64;
                        while turn8 < 2 && word1 == "c" {
                            turn8 += 1;
                            note("turn".to_string()).await?;
                            let lines9: Vec<String> = held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                            let held10: Parcel = held.clone();
                        }
                        note(held.lines.join("-")).await?;
                        Ok(held.label.text.clone())
                    },
                )
                .await?;
                word7
            } else {
                word.clone()
            };
            return Ok(perhaps.clone());
        }
        Event::Sent { times: n2, .. } => {
            note(format!("at {n}/{flag}/{word}/{n2}")).await?;
        }
        Event::Lost(my_types::Loss { at: here3 }) => {
            match risky("a".to_string()).await {
                Ok(n13) => {
                    note("arm".to_string()).await?;
                }
                Err(Trouble::Busy) => {
                    let mut turn15 = 0_i64;
                    while turn15 < 2 && flag && false {
                        turn15 += 1;
                        let n16: i64 = number(held.label.code).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    }
                    if sizes.is_empty() {
                        return Err(Failure::new("Stopped", two.1.clone()));
                    }
                }
                Err(Trouble::Bad { why: word14, .. }) => {
                    note(format!("at {n}/{flag}/{word}/{word14}")).await?;
                }
                Err(Trouble::Closed(word14)) => {
                    note(format!("at {n}/{flag}/{word}/{word14}")).await?;
                }
                Err(other11) => return Err(other11.into()),
            }
            let word: Option<String> = held.note.clone();
        }
        Event::Nothing => {
        }
    }
    let lines17: Vec<String> = list(word.clone()).await?;
    sleep(Duration::from_secs(50)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines17.join("-")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(Some(text("a".to_string()).await?))
}
#[test]
fn w021_agrees() {
    agrees!(w021(n, flag, word, perhaps, what, held, sizes, many, two));
}

#[workflow]
pub async fn w022(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<i64, Failure> {
    match held.note {
        Some(here) if here.is_empty() => {
            note("arm".to_string()).await?;
        }
        Some(here) => {
            for word1 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                note("turn".to_string()).await?;
                if let Kind::Sized(word1) = what.clone() {
                    let (here3, many4) = join!(
                        async {
                            if !((word1) % 2 == 0) {
                                let held5: Parcel = Parcel { name: here.clone(), size: 3, note: perhaps.clone(), lines: vec![two.1.clone(), here.clone()], kind: Kind::Sized(held.spot.x), label: Label { text: two.1.clone(), code: held.spot.x }, count: held.count, spot: held.spot };
                                let lines6: Vec<String> = held5.lines;
                                if sizes.is_empty() {
                                    return Ok(held5.spot);
                                }
                            } else if perhaps.is_none() {
                            } else {
                                let mut here: Vec<Parcel> = vec![Parcel { name: here.clone(), size: held.spot.x, note: None::<String>, lines: held.lines.clone(), kind: what.clone(), label: Label { text: "a".to_string(), code: two.1.len() as i64 }, count: Some(held.lines.len() as i64), spot: held.spot }];
                                let two: (i64, String) = both(held.size, two.1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            }
                            if (held.spot.x) % 2 == 0 {
                                if sizes.is_empty() {
                                    return Ok(held.spot);
                                }
                                let here7: my_types::Spot = spot(held.spot).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            } else if !(held.lines.contains(&held.label.text)) {
                            }
                            Ok(spot(my_types::Spot { x: held.label.code, ..held.spot }).await?)
                        },
                        count(Some(sizes.get(&word).copied().unwrap_or(6))),
                    )
                    .await?;
                } else {
                }
                let held8: Parcel = Parcel { name: "".to_string(), size: held.size, note: perhaps.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: word.clone(), size: held.size }, label: Label { text: held.label.text.clone(), code: two.0 }, count: many, spot: held.spot };
                let n9: i64 = held8.size;
            }
            sleep(Duration::from_secs(66)).await;
        }
        None => {
        }
    }
    let n10: i64 = pair(here.y, (here.y) % 50 + (two.0) % 7).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    let mut many11: Option<i64> = count(held.count).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{word}/{n10}")).await?;
    count(many11).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(n)
}
#[test]
fn w022_agrees() {
    agrees!(w022(n, word, perhaps, what, held, sizes, many, here, two));
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
                note(format!("at {word}")).await?;
            } else {
                match word.as_str() {
                    "a" | "b" => {
                        let mut perhaps1: Option<String> = match word.as_str() {
                            "a" | "b" => {
                                note(word).await?;
                                perhaps.clone()
                            }
                            "north" => {
                                if held.lines.contains(&held.name) {
                                    return Ok(held.spot);
                                }
                                let word: String = "b".to_string();
                                held.lines.first().cloned()
                            }
                            _ => {
                                held.note.clone()
                            }
                        };
                        map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                            let mut what3: Kind = kind(2).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                            Ok(perhaps.clone())
                        }).await?;
                    }
                    "north" => {
                    }
                    _ => {
                    }
                }
            }
        }
        _ => {
            if !(held.count == Some(2)) {
                note(format!("at {word}")).await?;
            } else if !(matches!(held.kind, Kind::Sized(_) | Kind::Empty)) {
                note(format!("at {word}")).await?;
            } else {
            }
            let here: my_types::Spot = my_types::Spot { x: held.size, y: (4) % 50 - (held.size) % 7 };
        }
    }
    let held4: Parcel = Parcel { name: "c".to_string(), size: here.y, note: held.note.clone(), lines: vec![held.label.text.clone(), "".to_string()], kind: what.clone(), label: Label { text: held.name.clone(), code: held.label.code }, count: sizes.get("").copied(), spot: my_types::Spot { x: perhaps.as_ref().map_or(4, |of| of.len() as i64), ..held.spot } };
    let many5: Option<i64> = count(sizes.get("").copied()).await?;
    note(format!("at ")).await?;
    count(many5).await?;
    parcel(held4.clone()).await?;
    between(here, here).await?;
    Ok(my_types::Spot { x: number(6).await?, y: held.label.code })
}
#[test]
fn w023_agrees() {
    agrees!(w023(word, perhaps, what, held, sizes, here));
}

#[workflow]
pub async fn w024(n: i64, word: String, lines: Vec<String>, what: Kind, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<bool, Failure> {
    match text("c".to_string()).await {
        Ok(word) => {
            note(format!("at {n}/{word}")).await?;
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
            {
                for (at4, word3) in lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                    let n4 = at4 as i64;
                    let what5: Kind = kind(0).await?;
                }
                if !(false) {
                    note("arm".to_string()).await?;
                    let n6: i64 = here.x;
                } else if !(true) {
                }
            }
        }
    }
    if lines.len() as i64 > 2 {
        note("arm".to_string()).await?;
    } else if word == "" {
        match news.clone() {
            Event::Sent { to: word7, times: n8, why: Some(_), .. } => {
                'l10: for (at12, word11) in vec![word7.clone(), two.1.clone()].into_iter().enumerate() {
                    let n12 = at12 as i64;
                    let news: Event = news.clone();
                    match word.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                            note(format!("at {word7}/{n8}/{word11}/{n12}")).await?;
                        }
                        _ => {
                            note(format!("at {word7}/{n8}/{word11}/{n12}")).await?;
                        }
                    }
                }
                let held13: Parcel = pack(word.clone(), n, !(true), many).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            }
            Event::Sent { times: n8, .. } => {
                note(format!("at {n}/{word}/{n8}")).await?;
            }
            Event::Lost(my_types::Loss { at: here9 }) => {
            }
            Event::Nothing => {
            }
        }
    } else {
    }
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {n}/{word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(lines.contains(&two.1))
}
#[test]
fn w024_agrees() {
    agrees!(w024(n, word, lines, what, many, here, two, held_all, news));
}
