//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w185(word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, two: (i64, String), news: Event) -> Result<bool, Failure> {
    let mut flag1: bool = match word.as_str() {
        "a" | "b" => {
            let mut turn2 = 0_i64;
            'l3: loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                match word.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                    }
                    "north" => {
                        break 'l3;
                    }
                    "" if (held.label.code) % 2 == 0 => {
                        match word.as_str() {
                            "a" | "b" => {
                                note(format!("at {word}/{turn2}")).await?;
                            }
                            "north" => {
                                sleep(Duration::from_secs(held.name.len() as u64)).await;
                            }
                            "" if held.note.is_none() => {
                            }
                            _ => {
                            }
                        }
                        let mut turn4 = 0_i64;
                        'l5: loop {
                            turn4 += 1;
                            if turn4 > 2 { break; }
                            let held6: Parcel = Parcel { name: two.1.clone(), size: many.unwrap_or(-2), note: held.note.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: word.clone(), code: 6 }, count: Some(held.size), spot: my_types::Spot { x: two.0, y: held.lines.len() as i64 } };
                            let Parcel { lines: lines7, kind: what8, .. } = held6;
                            let mut word: my_types::Spot = spot(held.spot).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        }
                    }
                    _ => {
                        note(format!("at {word}/{turn2}")).await?;
                    }
                }
            }
            match (perhaps.clone(), (two.1.len() as i64) % 2 == 0) {
                (Some(held), true) => {
                    !(matches!(what, Kind::Sized(_) | Kind::Empty))
                }
                (Some(held), false) if held == "a" => {
                    !(held == "b")
                }
                (None, _) | (_, false) => {
                    matches!(news, Event::Sent { times, .. } if times > -1)
                }
            }
        }
        "north" => {
            held.count == Some(2)
        }
        _ => {
            (pair(held.spot.x, two.0).await?) % 2 == 0
        }
    };
    let mut sizes9: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let sizes9: String = held.label.text;
    note(format!("at {word}/{flag1}/{sizes9}")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(flag1)
}
#[test]
fn w185_agrees() {
    agrees!(w185(word, perhaps, what, held, many, two, news));
}

#[workflow]
pub async fn w186(n: i64, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<String, Failure> {
    if true {
        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
            sleep(Duration::from_secs(51)).await;
            Ok(event(news.clone()).await?)
        }).max_concurrency(2).await?;
    } else {
        return Ok(word.clone());
    }
    match (maybe(word.clone()).await?, true) {
        (Some(word2), true) => {
            map(vec!["b".to_string(), word.clone()], async |word3| {
                match (n) % 6 {
                    0 => {
                        match (n) % 6 {
                            0 => {
                                match slow(n).await {
                                    Ok(sizes) if sizes == "a" => {
                                        note(format!("at {word}/{word2}/{word3}/{sizes}")).await?;
                                    }
                                    Ok(sizes) => {
                                        sleep(Duration::from_secs(48)).await;
                                    }
                                    Err(Small::Late) => {
                                        note(format!("at {n}/{word}/{word2}/{word3}")).await?;
                                    }
                                    Err(Small::Full(_, word6)) => {
                                    }
                                    Err(Small::Empty) => {
                                        let mut word7: String = "b".to_string();
                                        word7 = "c".to_string();
                                        let mut sizes8: BTreeMap<String, i64> = table(lines.join("-")).await?;
                                    }
                                }
                            }
                            1 | 2 => {
                                return Ok(sizes.clone());
                            }
                            r#type if r#type > 3 => {
                                note(format!("at {word}/{word2}/{word3}/{type}")).await?;
                            }
                            _ => {
                            }
                        }
                        note(word2.clone()).await?;
                    }
                    1 | 2 => {
                        note(format!("at {n}/{word}/{word2}/{word3}")).await?;
                    }
                    _ => {
                        return Ok(sizes.clone());
                    }
                }
                let many9: Option<i64> = many;
                Ok(sizes.clone())
            }).await?;
            if false {
                return Err(Failure::new("Stopped", "".to_string()));
            }
        }
        (Some(word2), false) if word2 == "a" => {
            note(format!("at {n}/{word}/{word2}")).await?;
        }
        (None, _) | (_, false) => {
        }
    }
    note(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {n}/{word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok(word.clone())
}
#[test]
fn w186_agrees() {
    agrees!(w186(n, word, lines, sizes, many, held_all, news));
}

#[workflow]
pub async fn w187(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    if !(held.label.text.len() as i64 > 1) {
        note(format!("at {n}/{flag}/{word}")).await?;
    } else if flag && held.spot == held.spot {
        let mut perhaps: Vec<String> = match held.name.as_str() {
            "a" | "b" => {
                match slow(held.size).await {
                    Ok(word) => {
                        note(format!("at {n}/{flag}/{word}")).await?;
                    }
                    Err(Small::Late) => {
                        {
                            note(held.lines.join("-")).await?;
                        }
                    }
                    Err(Small::Full(_, word3)) => {
                        match perhaps.clone() {
                            Some(word4) if word4.is_empty() => {
                                note("arm".to_string()).await?;
                                let mut two5: (i64, String) = ((perhaps.as_ref().map_or(5, |of| of.len() as i64)) % 50 + (6) % 7, word.clone());
                            }
                            Some(word4) => {
                            }
                            None => {
                                note(format!("at {n}/{flag}/{word}/{word3}")).await?;
                            }
                        }
                        match boxes(vec![held.clone()], held.count.unwrap_or(5)).await {
                            Ok(held_all8) => {
                                sleep(Duration::from_secs(88)).await;
                                return Ok(held.kind.clone());
                            }
                            Err(failure6) => {
                                let cause7 = failure6.error().to_string();
                                let perhaps: Option<String> = lines.first().cloned();
                            }
                        }
                    }
                    Err(Small::Empty) => {
                        note(format!("at {n}/{flag}/{word}")).await?;
                    }
                }
                vec!["b".to_string()]
            }
            "north" => {
                lines.clone()
            }
            _ => {
                lines.clone()
            }
        };
        sleep(Duration::from_secs(86)).await;
    }
    let Parcel { lines: lines9, kind: what10, .. } = held;
    let x: Vec<Parcel> = boxes(vec![Parcel { name: "north".to_string(), size: held.label.code, note: Some(held.name.clone()), lines: vec![word.clone(), "b".to_string()], kind: Kind::Named { name: held.name.clone(), size: held.label.code }, label: Label { text: word.clone(), code: held.label.code }, count: held.count, spot: held.spot }], -1).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(x.clone(), 1).await?;
    note(lines9.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(Kind::Sized(n))
}
#[test]
fn w187_agrees() {
    agrees!(w187(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w188(n: i64, word: String, lines: Vec<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Vec<String>, Failure> {
    let Kind::Sized(n1) = held.kind.clone() else {
        {
            match (here, many) {
                (my_types::Spot { x: 0, y: held }, _) => {
                    note("arm".to_string()).await?;
                }
                (my_types::Spot { x: held, .. }, Some(n2)) => {
                    let mut lines: my_types::Spot = my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: held };
                    match maybe(word).await? {
                        Some(word3) if word3.is_empty() => {
                            note(format!("at {n}/{held}/{n2}/{word3}")).await?;
                        }
                        Some(word3) => {
                            return Ok(Vec::<String>::new());
                        }
                        None => {
                            sleep(Duration::from_secs(31)).await;
                        }
                    }
                }
                (_, None) => {
                    note(format!("at {n}/{word}")).await?;
                }
                _ => {
                }
            }
            match held.note.clone() {
                Some(word4) if word4.is_empty() => {
                    return Ok(lines.clone());
                }
                Some(word4) => {
                    let (sizes5, word6, flag7) = join!(
                        table(held.lines.join("-")),
                        async {
                            note("fork".to_string()).await?;
                            match slow(held.spot.x).await {
                                Ok(word10) if word10 == "a" => {
                                    note("arm".to_string()).await?;
                                    let held12: Parcel = Parcel { name: word4.clone(), size: here.x, note: held.note.clone(), lines: vec![word4.clone()], kind: held.kind.clone(), label: Label { text: "b".to_string(), code: held.label.text.len() as i64 }, count: None::<i64>, spot: held.spot };
                                    let Parcel { lines: lines13, kind: what14, .. } = held12;
                                    let lines13: Vec<String> = lines.clone();
                                }
                                Ok(word10) => {
                                }
                                Err(Small::Late) => {
                                    return Err(Failure::new("Stopped", held.label.text.clone()));
                                }
                                Err(Small::Full(_, word11)) => {
                                    note(format!("at {n}/{word4}/{word11}")).await?;
                                }
                                Err(Small::Empty) => {
                                }
                            }
                            let mut news15: Event = Event::Nothing;
                            news15 = Event::Nothing;
                            Ok(held.label.text.clone())
                        },
                        check(word4.clone()),
                    )
                    .await?;
                }
                None => {
                    note(format!("at {n}")).await?;
                }
            }
        }
        let (n16, word17) = two;
        return Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>());
    };
    let mut flag18: bool = check(format!("{n}/{n}")).await?;
    flag18 = !((held.label.code) % 2 == 0);
    note(format!("at {n}/{word}/{n1}/{flag18}")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>())
}
#[test]
fn w188_agrees() {
    agrees!(w188(n, word, lines, held, many, here, two, held_all));
}

#[workflow]
pub async fn w189(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    let Kind::Sized(n1) = what.clone() else {
        let mut n2: i64 = match held.label.text.as_str() {
            "a" | "b" => {
                let lines: i64 = held.spot.x;
                map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word| {
                    {
                        let mut held: Parcel = held.clone();
                    }
                    Ok((two.0, format!("{word}/{word}")))
                }).max_concurrency(2).await?;
                match held.name.as_str() {
                    "a" | "b" => {
                        held.lines.len() as i64
                    }
                    "north" => {
                        if false {
                            note(format!("at {word}/{lines}")).await?;
                        } else if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                            let n3: i64 = pair(held.size, held_all.iter().map(|of| of.size % 9).sum::<i64>()).await?;
                            let what: Kind = what;
                        }
                        let n4: i64 = two.0;
                        n4
                    }
                    "" if 2 > 2 => {
                        return Ok(Some(lines));
                    }
                    _ => {
                        held.label.code
                    }
                }
            }
            "north" => {
                4
            }
            _ => {
                held.spot.x
            }
        };
        return Err(Failure::new("Stopped", "".to_string()));
    };
    let mut n1: Vec<String> = lines.clone();
    note(format!("{word}/{word}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {word}")).await?;
    note(n1.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(None::<i64>)
}
#[test]
fn w189_agrees() {
    agrees!(w189(word, perhaps, lines, what, held, two, held_all));
}
