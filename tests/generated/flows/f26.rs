//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w130(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, news: Event) -> Result<Event, Failure> {
    let lines: Parcel = pack(word.clone(), 2, flag, many).await?;
    match lines.name.as_str() {
        "a" | "b" => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        "north" => {
            match (lines.label.code) % 6 {
                0 => {
                    let Kind::Sized(n2) = what else {
                        let mut word: String = lines.label.text.clone();
                        let x: Event = news.clone();
                        return Ok(x.clone());
                    };
                }
                1 | 2 => {
                    let (what3, n4, n5) = join!(
                        async {
                            if true {
                                let (word6, sizes7) = join!(
                                    async {
                                        let mut lines: Kind = kind(lines.spot.x).await?;
                                        let mut what8: Kind = kind((2) % 50 - (2) % 7).await?;
                                        Ok(word.clone())
                                    },
                                    async {
                                        Ok(table(lines.name.clone()).await?)
                                    },
                                )
                                .await?;
                            } else {
                            }
                            let word9: String = text(lines.label.text.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            Ok(what.clone())
                        },
                        pair(sizes.get(&lines.label.text).copied().unwrap_or(5), here.y),
                        number(here.y),
                    )
                    .await?;
                }
                n1 if n1 > 3 => {
                }
                _ => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
            }
            let held_all10: Vec<Parcel> = vec![lines.clone()];
            return Ok(Event::Nothing);
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let mut news11: Event = news.clone();
    news11 = Event::Nothing;
    note(format!("at {n}/{flag}/{word}")).await?;
    event(news11.clone()).await?;
    parcel(lines.clone()).await?;
    event(news.clone()).await?;
    Ok(news.clone())
}
#[test]
fn w130_agrees() {
    agrees!(w130(n, flag, word, lines, what, sizes, many, here, news));
}

#[workflow]
pub async fn w131(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<(i64, String), Failure> {
    match (n) % 6 {
        0 => {
            note(format!("at {n}/{word}")).await?;
        }
        1 | 2 => {
            if held.name == "a" {
                note(format!("at {n}/{word}")).await?;
            } else if false {
                match held.name.as_str() {
                    "a" | "b" => {
                        if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                            if true {
                                return Ok((held.spot.x, two.1.clone()));
                            }
                        } else if here == here {
                            match what.clone() {
                                Kind::Sized(two) if two > 3 => {
                                    note("arm".to_string()).await?;
                                }
                                Kind::Sized(two) => {
                                }
                                Kind::Named { name: word3, size: n2 } => {
                                    let here: Vec<String> = list(held.name.clone()).await?;
                                    let mut lines: Vec<String> = vec![word.clone()];
                                }
                                Kind::Empty => {
                                }
                            }
                        } else {
                            match word.as_str() {
                                "a" | "b" => {
                                    note("arm".to_string()).await?;
                                }
                                "north" => {
                                    sleep(Duration::from_secs(39)).await;
                                }
                                "" if held.note.is_some() => {
                                    sleep(Duration::from_secs(held.name.len() as u64)).await;
                                }
                                _ => {
                                    note(format!("at {n}/{word}")).await?;
                                }
                            }
                        }
                        let mut news4: Event = event(Event::Lost(my_types::Loss { at: held.spot })).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    }
                    "north" => {
                    }
                    _ => {
                    }
                }
                note(format!("{n}/{word}")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            } else {
                note(format!("at {n}/{word}")).await?;
            }
            let held: Parcel = Parcel { name: "b".to_string(), size: held.spot.x, note: Some(word.clone()), lines: vec![word.clone()], kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: here.y }, count: held.count, spot: held.spot };
        }
        n1 if n1 > 3 => {
            note(format!("at {n}/{word}/{n1}")).await?;
        }
        _ => {
        }
    }
    let mut held5: Parcel = held;
    held5.lines.push(two.1.clone());
    held5.lines.push("c".to_string());
    note(format!("at {n}/{word}")).await?;
    parcel(held5.clone()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok((here.x, held5.note.clone().unwrap_or_default()))
}
#[test]
fn w131_agrees() {
    agrees!(w131(n, word, lines, what, held, many, here, two));
}

#[workflow]
pub async fn w132(flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, held_all: Vec<Parcel>, news: Event) -> Result<Vec<Parcel>, Failure> {
    {
        match (held.size) % 6 {
            0 => {
                note(format!("at {flag}/{word}")).await?;
            }
            1 | 2 => {
                let (sizes2, flag3, flag4) = join!(
                    table(word.clone()),
                    async {
                        match (held.spot, held.count) {
                            (my_types::Spot { x: 0, y: n5 }, _) => {
                                note(format!("at {flag}/{word}/{n5}")).await?;
                            }
                            (my_types::Spot { x: n5, .. }, Some(lines)) => {
                                note(format!("at {flag}/{word}/{n5}/{lines}")).await?;
                            }
                            (_, None) => {
                                let (held_all6, held7) = join!(
                                    async {
                                        let mut here8: my_types::Spot = held.spot;
                                        here8.x = (here8.y + 1) % 100;
                                        sleep(Duration::from_secs(word.len() as u64)).await;
                                        Ok(held_all.clone())
                                    },
                                    parcel(held.clone()),
                                )
                                .await?;
                                note(held.name.clone()).await?;
                            }
                            _ => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                        }
                        match (held.label.code) % 6 {
                            0 => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                            1 | 2 => {
                                let mut two10: (i64, String) = both(held.size, held.note.clone().unwrap_or_default()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                match risky(format!("{word}/{word}")).await {
                                    Ok(n13) => {
                                        note("arm".to_string()).await?;
                                    }
                                    Err(Trouble::Busy) => {
                                    }
                                    Err(Trouble::Bad { why: word14, .. }) => {
                                    }
                                    Err(Trouble::Closed(word14)) => {
                                    }
                                    Err(other11) => return Err(other11.into()),
                                }
                            }
                            n9 if n9 > 3 => {
                            }
                            i64::MIN..=-1 => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                            _ => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                        }
                        Ok(held.label.text == "a")
                    },
                    check(held.name.clone()),
                )
                .await?;
            }
            i64::MIN..=-1 => {
            }
            _ => {
                note(format!("at {flag}/{word}")).await?;
            }
        }
    }
    let mut two15: (i64, String) = (held_all.iter().map(|of| of.size % 9).sum::<i64>(), held.label.text.clone());
    let Parcel { lines: lines16, kind: what17, .. } = held;
    note(format!("at {flag}/{word}")).await?;
    note(lines16.join("-")).await?;
    both(two15.0, two15.1.clone()).await?;
    event(news.clone()).await?;
    Ok(held_all.clone())
}
#[test]
fn w132_agrees() {
    agrees!(w132(flag, word, lines, what, held, sizes, held_all, news));
}

#[workflow]
pub async fn w133(flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<String, Failure> {
    let Ok(here1) = between(my_types::Spot { x: two.0, y: -1 }, my_types::Spot { x: sizes.get(&word).copied().unwrap_or(2), y: two.0 }).await else {
        let (n2, here3, two4) = join!(
            async {
                if check(two.1.clone()).await? {
                    map(vec!["c".to_string(), "b".to_string()], async |two| {
                        match (pair((held_all.len() as i64) % 50 - (word.len() as i64) % 7, sizes.get(&two).copied().unwrap_or(-1)).await?) % 6 {
                            0 => {
                                let mut news5: Event = Event::Nothing;
                                news5 = Event::Nothing;
                                if true {
                                    return Ok(sizes.clone());
                                }
                            }
                            1 | 2 => {
                            }
                            i64::MIN..=-1 => {
                                note(format!("at {flag}/{word}/{two}")).await?;
                            }
                            _ => {
                                sleep(Duration::from_secs(70)).await;
                                let held6: Parcel = Parcel { name: two.clone(), size: lines.len() as i64, note: None::<String>, lines: lines.clone(), kind: Kind::Empty, label: Label { text: two.clone(), code: sizes.get(&two).copied().unwrap_or(0) }, count: None::<i64>, spot: my_types::Spot { x: -1, y: held_all.len() as i64 } };
                                let Parcel { lines: lines7, kind: what8, .. } = held6;
                            }
                        }
                        Ok(BTreeMap::<String, i64>::new())
                    }).await?;
                    let Ok(news9) = event(Event::Sent { to: two.1.clone(), times: lines.len() as i64, why: None::<String> }).await else {
                        match (two.0) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                            }
                            1 | 2 => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                            _ => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                        }
                        return Ok(lines.len() as i64);
                    };
                }
                Ok(two.0)
            },
            async {
                Ok(my_types::Spot { x: two.0, y: two.0 })
            },
            both((3) % 50 - (held_all.len() as i64) % 7, "c".to_string()),
        )
        .await?;
        let word11: String = two.1;
        return Err(Failure::new("Stopped", "north".to_string()));
    };
    let here1: my_types::Spot = here1;
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {flag}/{word}")).await?;
    between(here1, here1).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(format!("{word}/{word}"))
}
#[test]
fn w133_agrees() {
    agrees!(w133(flag, word, lines, sizes, two, held_all));
}

#[workflow]
pub async fn w134(n: i64, flag: bool, word: String, what: Kind, held: Parcel, many: Option<i64>, news: Event) -> Result<String, Failure> {
    match held.name.as_str() {
        "a" | "b" => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        "north" => {
            for (at1, many) in vec![held.name.clone(), held.name.clone()].into_iter().enumerate() {
                let n1 = at1 as i64;
                let held2: Parcel = match (held.size) % 6 {
                    0 => {
                        map(vec!["a".to_string(), "a".to_string()], async |word4| {
                            let mut perhaps5: Option<String> = Some(text("a".to_string()).await?);
                            perhaps5 = Some(word4.clone());
                            Ok(held.kind.clone())
                        }).max_concurrency(2).await?;
                        match held.note.clone() {
                            Some(news) => {
                                let mut n: Option<i64> = count(held.count).await?;
                            }
                            None => {
                                return Ok(format!("{n1}/{n1}"));
                            }
                        }
                        Parcel { name: held.label.text.clone(), size: held.label.code, note: held.note.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: many, code: n1 }, count: held.count, spot: held.spot }
                    }
                    1 | 2 => {
                        held.clone()
                    }
                    _ => {
                        held.clone()
                    }
                };
                map(held2.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word6| {
                    map(vec![held.name.clone(), held.name.clone()], async |r#match| {
                        let what: my_types::Spot = held.spot;
                        if matches!(news, Event::Sent { times, .. } if times > 2) {
                            return Ok((1, "north".to_string()));
                        }
                        Ok((number(word6.len() as i64).await?, held2.note.clone().unwrap_or_default()))
                    }).max_concurrency(2).await?;
                    Ok(BTreeMap::<String, i64>::new())
                }).await?;
            }
            let mut news: Event = event(Event::Sent { to: held.label.text, times: -2, why: Some(word.clone()) }).await?;
        }
        _ => {
        }
    }
    let two7: (i64, String) = both(held.label.code, format!("{word}/{n}")).await?;
    let many: i64 = two7.0;
    note(format!("at {n}/{flag}/{word}/{many}")).await?;
    both(two7.0, two7.1.clone()).await?;
    event(news.clone()).await?;
    Ok(word.clone())
}
#[test]
fn w134_agrees() {
    agrees!(w134(n, flag, word, what, held, many, news));
}
