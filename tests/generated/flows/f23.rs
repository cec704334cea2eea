//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w115(n: i64, word: String, lines: Vec<String>, held: Parcel, many: Option<i64>, news: Event) -> Result<Event, Failure> {
    match risky(held.name.clone()).await {
        Ok(n3) => {
            note(format!("at {n}/{word}/{n3}")).await?;
        }
        Err(Trouble::Busy) => {
            let mut turn5 = 0_i64;
            loop {
                turn5 += 1;
                if turn5 > 2 { break; }
                let Ok(held_all6) = boxes(vec![held.clone()], held.label.code).await else {
                    match slow(held.note.as_ref().map_or(5, |of| of.len() as i64)).await {
                        Ok(word9) => {
                            if lines.contains(&word) {
                                note("arm".to_string()).await?;
                                let mut news: my_types::Spot = my_types::Spot { x: held.label.code, ..held.spot };
                                if held.count == Some(-1) {
                                    continue;
                                }
                            } else {
                                note(format!("at {n}/{word}/{turn5}/{word9}")).await?;
                            }
                        }
                        Err(Small::Late) => {
                        }
                        Err(Small::Full(_, word10)) => {
                        }
                        Err(Small::Empty) => {
                            note(format!("at {n}/{word}/{turn5}")).await?;
                        }
                    }
                    break;
                };
            }
        }
        Err(Trouble::Bad { why: word4, .. }) => {
        }
        Err(Trouble::Closed(word4)) => {
            if !(many == Some(-1)) {
                let mut turn11 = 0_i64;
                'l12: while turn11 < 2 && matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                    turn11 += 1;
                    note("turn".to_string()).await?;
                    if held.note.is_none() {
                        return Ok(news.clone());
                    }
                    let mut n13: i64 = number(n).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                }
                let word: Option<i64> = None::<i64>;
            }
            sleep(Duration::from_secs(12)).await;
        }
        Err(other1) => return Err(other1.into()),
    }
    let mut here14: my_types::Spot = held.spot;
    here14.y += (held.count.unwrap_or(-2)) % 10;
    let mut news: (i64, String) = (0, word.clone());
    note(format!("at {n}/{word}")).await?;
    both(news.0, news.1.clone()).await?;
    between(here14, here14).await?;
    count(many).await?;
    Ok(Event::Nothing)
}
#[test]
fn w115_agrees() {
    agrees!(w115(n, word, lines, held, many, news));
}

#[workflow]
pub async fn w116(n: i64, word: String, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Vec<String>, Failure> {
    if let Some(word1) = maybe(word.clone()).await? {
        match risky(word.clone()).await {
            Ok(n4) => {
                note("arm".to_string()).await?;
            }
            Err(Trouble::Busy) => {
            }
            Err(Trouble::Bad { why: result, .. }) => {
                if let Ok(flag5) = check(word1.clone()).await {
                    let lines6: Vec<String> = map(vec![word.clone(), two.1.clone()], async |_spare| {
                        let mut held7: Parcel = parcel(Parcel { name: word1.clone(), size: two.0, note: None::<String>, lines: vec![result.clone()], kind: Kind::Empty, label: Label { text: word1.clone(), code: n }, count: many, spot: here }).timeout(Duration::from_secs(3)).await?;
                        Ok(word1.clone())
                    }).await?;
                    match result.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                            let news: BTreeMap<String, i64> = table(word1.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        }
                        "" if word == "north" => {
                            let (what8, many9, flag10) = join!(
                                async {
                                    let lines11: Vec<String> = list(lines6.join("-")).await?;
                                    Ok(kind(two.1.len() as i64).await?)
                                },
                                async {
                                    Ok(many)
                                },
                                check(word1.clone()),
                            )
                            .await?;
                        }
                        _ => {
                            note(format!("at {word}/{word1}/{result}/{flag5}")).await?;
                        }
                    }
                } else {
                }
            }
            Err(Trouble::Closed(result)) => {
                note(format!("at {n}/{word}/{word1}/{result}")).await?;
            }
            Err(other2) => return Err(other2.into()),
        }
    } else {
        return Ok(vec![two.1.clone()]);
    }
    let my_types::Spot { x: n12, y: n13 } = here;
    let mut news14: Event = news.clone();
    news14 = Event::Nothing;
    note(format!("at {n}/{word}/{n12}/{n13}")).await?;
    event(news14.clone()).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(vec!["b".to_string()])
}
#[test]
fn w116_agrees() {
    agrees!(w116(n, word, sizes, many, here, two, news));
}

#[workflow]
pub async fn w117(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Option<i64>, Failure> {
    match word.as_str() {
        "a" | "b" => {
            note("arm".to_string()).await?;
        }
        "north" => {
        }
        "" if matches!(what, Kind::Sized(_) | Kind::Empty) => {
            match word.as_str() {
                "a" | "b" => {
                    match slow(here.y).await {
                        Ok(word3) if word3 == "a" => {
                            {
                                {
                                    sleep(Duration::from_secs(5)).await;
                                }
                                'l4: for word5 in vec![word3.clone(), word.clone()] {
                                    let mut sizes7: BTreeMap<String, i64> = sizes.clone();
                                    sizes7.insert(word.clone(), perhaps.as_ref().map_or(-1, |of| of.len() as i64));
                                    note(word5.clone()).await?;
                                }
                            }
                            let (flag8, perhaps9) = join!(
                                check(word3.clone()),
                                async {
                                    match perhaps.clone() {
                                        Some(word10) => {
                                            note(format!("at {flag}/{word}/{word3}/{word10}")).await?;
                                        }
                                        None => {
                                        }
                                    }
                                    Ok(None::<String>)
                                },
                            )
                            .await?;
                        }
                        Ok(word3) => {
                        }
                        Err(Small::Late) => {
                        }
                        Err(Small::Full(_, sizes)) => {
                            return Ok(None::<i64>);
                        }
                        Err(Small::Empty) => {
                        }
                    }
                    let n11: i64 = here.y;
                }
                "north" => {
                    return Ok(sizes.get("c").copied());
                }
                _ => {
                }
            }
        }
        _ => {
        }
    }
    let mut perhaps12: Option<String> = perhaps;
    perhaps12 = Some("".to_string());
    let perhaps: String = word.clone();
    note(format!("at {n}/{flag}/{word}/{perhaps}")).await?;
    note(perhaps12.clone().unwrap_or_default()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(many)
}
#[test]
fn w117_agrees() {
    agrees!(w117(n, flag, word, perhaps, what, sizes, many, here));
}

#[workflow]
pub async fn w118(flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<Kind, Failure> {
    match slow(4).await {
        Ok(word3) => {
            {
                {
                    if word3 == "a" {
                        note("arm".to_string()).await?;
                    } else {
                        let (perhaps5, held_all6, n7) = join!(
                            maybe(lines.join("-")),
                            async {
                                let mut sizes8: BTreeMap<String, i64> = sizes.clone();
                                Ok(vec![Parcel { name: word.clone(), size: -2, note: None::<String>, lines: vec![two.1.clone(), two.1.clone()], kind: what.clone(), label: Label { text: word.clone(), code: lines.len() as i64 }, count: many, spot: my_types::Spot { x: here.x, y: two.0 } }])
                            },
                            number((sizes.get(&word).copied().unwrap_or(6)) % 50 + (here.y) % 7),
                        )
                        .await?;
                        let mut turn9 = 0_i64;
                        loop {
                            turn9 += 1;
                            if turn9 > 2 { break; }
                            note("turn".to_string()).await?;
                            if perhaps5.is_some() {
                                return Err(Failure::new("Stopped", word.clone()));
                            }
                        }
                    }
                }
                if false {
                    note("arm".to_string()).await?;
                    let n10: i64 = here.y;
                } else if flag && word3.len() as i64 > 0 {
                }
            }
        }
        Err(Small::Late) => {
            if check("north".to_string()).await? {
                note("arm".to_string()).await?;
            } else {
            }
        }
        Err(Small::Full(_, word4)) => {
        }
        Err(Small::Empty) => {
        }
    }
    let mut two11: (i64, String) = (many.unwrap_or(-2), "b".to_string());
    two11.1 = word.clone();
    let mut word: String = word.clone();
    note(format!("at {flag}/{word}")).await?;
    both(two11.0, two11.1.clone()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(Kind::Named { name: "c".to_string(), size: two11.0 })
}
#[test]
fn w118_agrees() {
    agrees!(w118(flag, word, lines, what, sizes, many, here, two));
}

#[workflow]
pub async fn w119(n: i64, flag: bool, word: String, here: my_types::Spot, news: Event) -> Result<Option<String>, Failure> {
    map(vec!["".to_string(), word.clone()], async |word1| {
        'l2: for r#type in vec!["b".to_string(), word.clone()] {
            if let Some(n4) = count(Some(here.y)).await? {
                sleep(Duration::from_secs(44)).await;
            } else {
                note(format!("at {flag}/{word}/{word1}/{type}")).await?;
            }
        }
        let (lines5, perhaps6) = join!(
            list("a".to_string()),
            async {
                if true {
                    map(vec!["c".to_string(), word1.clone()], async |news| {
                        if let Some(word1) = maybe("a".to_string()).await? {
                            note(format!("at {flag}/{word}/{news}/{word1}")).await?;
                        } else {
                            let news: String = word1.clone();
                        }
                        Ok(vec![Parcel { name: news.clone(), size: here.y, note: None::<String>, lines: vec![word1.clone(), word.clone()], kind: Kind::Named { name: format!("{flag}/{flag}"), size: n }, label: Label { text: news.clone(), code: here.x }, count: None::<i64>, spot: my_types::Spot { x: n, y: here.y } }])
                    }).max_concurrency(2).await?;
                } else if true {
                    match (here.x) % 6 {
                        0 => {
                            match maybe(word1.clone()).await? {
                                Some(here) if here.is_empty() => {
                                    note(format!("at {flag}/{word}/{word1}/{here}")).await?;
                                }
                                Some(here) => {
                                    note(format!("at {flag}/{word}/{word1}/{here}")).await?;
                                }
                                None => {
                                    note(format!("at {n}/{flag}/{word}/{word1}")).await?;
                                }
                            }
                            let held8: Parcel = Parcel { name: word1.clone(), size: here.y, note: Some(word1.clone()), lines: vec![word1.clone()], kind: Kind::Named { name: word1.clone(), size: -1 }, label: Label { text: word.clone(), code: here.y }, count: None::<i64>, spot: here };
                            let perhaps9: Option<String> = held8.note;
                        }
                        1 | 2 => {
                            note(format!("at {n}/{flag}/{word}/{word1}")).await?;
                        }
                        n7 if n7 > 3 => {
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                        }
                    }
                    let mut held10: Parcel = Parcel { name: word1.clone(), size: here.x, note: None::<String>, lines: vec![word.clone()], kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: word.clone(), code: here.y }, count: None::<i64>, spot: here };
                } else {
                    note(format!("at {n}/{flag}/{word}/{word1}")).await?;
                }
                Ok(None::<String>)
            },
        )
        .await?;
        Ok(Parcel { name: "a".to_string(), size: 4, note: perhaps6, lines: list(lines5.join("-")).await?, kind: Kind::Sized(here.y), label: Label { text: word.clone(), code: lines5.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: 1, ..here } })
    }).await?;
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(word.clone()).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(None::<String>)
}
#[test]
fn w119_agrees() {
    agrees!(w119(n, flag, word, here, news));
}
