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
            match maybe(format!("{word}/{word}")).await? {
                Some(many) => {
                    match held.kind.clone() {
                        Kind::Sized(n5) => {
                            match check(word.clone()).await {
                                Ok(flag10) => {
                                    let mut lines11: Vec<String> = held.lines.clone();
                                    let mut turn12 = 0_i64;
                                    'l13: while turn12 < 2 && held.count == Some(-1) {
                                        turn12 += 1;
                                        let held14: Parcel = held.clone();
                                        let Parcel { lines: lines15, kind: what16, .. } = held14;
                                        sleep(Duration::from_secs(86)).await;
                                    }
                                }
                                Err(failure8) => {
                                    let cause9 = failure8.error().to_string();
                                    match slow(held.label.code).await {
                                        Ok(cause9) => {
                                            note(format!("at {word}/{many}/{n5}/{cause9}")).await?;
                                        }
                                        Err(Small::Late) => {
                                        }
                                        Err(Small::Full(_, word19)) => {
                                        }
                                        Err(Small::Empty) => {
                                            let many: Vec<String> = held.lines;
                                            note(held.note.clone().unwrap_or_default()).await?;
                                        }
                                    }
                                }
                            }
                            return Err(Failure::new("Stopped", held.name.clone()));
                        }
                        Kind::Named { name: word7, size: n6 } => {
                        }
                        Kind::Empty => {
                            note(format!("at {n}/{word}/{many}")).await?;
                        }
                    }
                    return Ok(news.clone());
                }
                None => {
                    note(format!("at {n}/{word}")).await?;
                }
            }
        }
        Err(Trouble::Bad { why: word4, .. }) => {
        }
        Err(Trouble::Closed(word4)) => {
            note(format!("at {n}/{word}/{word4}")).await?;
        }
        Err(other1) => return Err(other1.into()),
    }
    let mut held20: Parcel = held.clone();
    held20.label.code = -2;
    note(format!("at {n}/{word}")).await?;
    parcel(held20.clone()).await?;
    event(news.clone()).await?;
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
        map(vec![word.clone(), "b".to_string()], async |result| {
            if let Some(word2) = maybe(format!("{result}/{n}")).await? {
                {
                    let Kind::Sized(n3) = kind(here.y).await? else {
                        sleep(Duration::from_secs(word1.len() as u64)).await;
                        return Ok(Kind::Sized(1));
                    };
                }
            }
            Ok(Kind::Named { name: result.clone(), size: here.x })
        }).max_concurrency(2).await?;
    } else {
    }
    'l4: for (at6, word5) in vec![word.clone(), word.clone()].into_iter().enumerate() {
        let n6 = at6 as i64;
        match maybe("c".to_string()).await? {
            Some(many) => {
                let Some(n7) = count(Some(two.0)).await? else {
                    if !(true) {
                        break 'l4;
                    }
                    return Ok(vec!["".to_string(), "c".to_string()]);
                };
            }
            None => {
                if let Some(n8) = many {
                    note("arm".to_string()).await?;
                }
            }
        }
    }
    let mut perhaps9: Option<String> = maybe(word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{word}")).await?;
    note(perhaps9.clone().unwrap_or_default()).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(vec![word.clone()])
}
#[test]
fn w116_agrees() {
    agrees!(w116(n, word, sizes, many, here, two, news));
}

#[workflow]
pub async fn w117(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<BTreeMap<String, i64>, Failure> {
    match count(many).await {
        Ok(many3) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
            if here == here {
                let n4: i64 = here.y;
                map(vec![cause2.clone(), "north".to_string()], async |what| {
                    if false {
                        let mut x: my_types::Spot = spot(here).await?;
                        let (what5, flag6, word7) = join!(
                            async {
                                let mut flag8: bool = flag;
                                flag8 = !(true);
                                Ok(Kind::Sized(here.y))
                            },
                            check(two.1.clone()),
                            text(format!("{n4}/{word}")),
                        )
                        .await?;
                    }
                    Ok(Event::Sent { to: "c".to_string(), times: held_all.iter().map(|of| of.size % 9).sum::<i64>(), why: maybe(two.1.clone()).await? })
                }).await?;
            }
        }
    }
    let two: Option<i64> = {
        None::<i64>
    };
    let mut held_all9: Vec<Parcel> = held_all.clone();
    held_all9.push(Parcel { name: word.clone(), size: here.x, note: None::<String>, lines: vec![word.clone(), word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: n }, count: Some(word.len() as i64), spot: my_types::Spot { x: n, y: n } });
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all9.clone(), 1).await?;
    count(two).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(sizes.clone())
}
#[test]
fn w117_agrees() {
    agrees!(w117(n, flag, word, perhaps, what, sizes, many, here, two, held_all));
}

#[workflow]
pub async fn w118(flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<my_types::Spot, Failure> {
    match (here, many) {
        (my_types::Spot { x: 0, y: n1 }, _) => {
            match maybe(two.1.clone()).await {
                Ok(perhaps5) => {
                    note("arm".to_string()).await?;
                    let what: Kind = what.clone();
                    let mut perhaps6: Option<String> = Some(format!("{n1}/{n1}"));
                    perhaps6 = Some(word.clone());
                }
                Err(failure3) => {
                    let cause4 = failure3.error().to_string();
                    match two.1.as_str() {
                        "a" | "b" => {
                            let mut many: my_types::Spot = spot(my_types::Spot { x: n1, y: two.0 }).await?;
                        }
                        "north" => {
                            sleep(Duration::from_secs(two.1.len() as u64)).await;
                            match cause4.as_str() {
                                "a" | "b" => {
                                    let mut turn7 = 0_i64;
                                    'l8: loop {
                                        turn7 += 1;
                                        if turn7 > 2 { break; }
                                        note("turn".to_string()).await?;
                                        let mut news9: Event = Event::Lost(my_types::Loss { at: here });
                                        news9 = Event::Nothing;
                                        if matches!(what, Kind::Sized(_) | Kind::Empty) {
                                            break 'l8;
                                        }
                                    }
                                    let news10: Event = event(Event::Nothing).await?;
                                }
                                "north" => {
                                }
                                _ => {
                                }
                            }
                        }
                        _ => {
                        }
                    }
                    return Ok(here);
                }
            }
        }
        (my_types::Spot { x: n1, .. }, Some(n2)) => {
            note(format!("at {flag}/{word}/{n1}/{n2}")).await?;
        }
        (_, None) => {
        }
        _ => {
            note(format!("at {flag}/{word}")).await?;
        }
    }
    let sizes: (i64, String) = (here.y, word.clone());
    let news11: Event = Event::Lost(my_types::Loss { at: my_types::Spot { x: two.0, y: two.0 } });
    note(format!("at {flag}/{word}")).await?;
    event(news11.clone()).await?;
    both(sizes.0, sizes.1.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(my_types::Spot { x: two.0, ..here })
}
#[test]
fn w118_agrees() {
    agrees!(w118(flag, word, lines, what, sizes, many, here, two));
}

#[workflow]
pub async fn w119(n: i64, flag: bool, word: String, here: my_types::Spot, news: Event) -> Result<Option<String>, Failure> {
    map(vec!["".to_string(), word.clone()], async |word1| {
        match (maybe(word1).await?, false) {
            (Some(word2), true) => {
                note(format!("at {n}/{flag}/{word}/{word2}")).await?;
            }
            (Some(word2), false) if word2 == "a" => {
                map(vec![word2.clone(), word.clone()], async |word3| {
                    {
                        if !(here.y > -1) {
                            note("arm".to_string()).await?;
                            let mut flag4: bool = flag && true;
                            flag4 = true;
                        }
                    }
                    if false {
                        return Ok(Vec::<String>::new());
                    } else if false {
                        let mut lines5: Vec<String> = list(word2.clone()).timeout(Duration::from_secs(3)).await?;
                        match (here.y) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                                let mut env: Option<i64> = Some(here.x);
                                let mut lines7: Vec<String> = lines5.clone();
                            }
                            1 | 2 => {
                                note(format!("at {flag}/{word}/{word2}/{word3}")).await?;
                            }
                            n6 if n6 > 3 => {
                            }
                            i64::MIN..=-1 => {
                                note(format!("at {flag}/{word}/{word2}/{word3}")).await?;
                            }
                            _ => {
                            }
                        }
                    }
                    Ok(vec![word3.clone()])
                }).await?;
                sleep(Duration::from_secs(86)).await;
            }
            (None, _) | (_, false) => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
        let mut here8: my_types::Spot = spot(here).timeout(Duration::from_secs(3)).await?;
        Ok(Parcel { name: word.clone(), size: here.y, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Sized(here8.x), label: Label { text: word.clone(), code: n }, count: Some(0), spot: spot(here).await? })
    }).max_concurrency(2).await?;
    let n: i64 = number(2).await?;
    let word: Option<String> = maybe("b".to_string()).await?;
    note(format!("at {flag}/{n}")).await?;
    note(word.clone().unwrap_or_default()).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(maybe("a".to_string()).await?)
}
#[test]
fn w119_agrees() {
    agrees!(w119(n, flag, word, here, news));
}
