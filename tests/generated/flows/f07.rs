//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w035(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<String, Failure> {
    if let Some(here) = count(None::<i64>).await? {
        match table(word.clone()).await {
            Ok(sizes3) => {
                let mut turn4 = 0_i64;
                while turn4 < 2 && true {
                    turn4 += 1;
                    map(vec![word.clone(), word.clone()], async |word5| {
                        let word: Event = Event::Sent { to: "north".to_string(), times: here, why: perhaps.clone() };
                        Ok(None::<String>)
                    }).max_concurrency(2).await?;
                    let mut turn6 = 0_i64;
                    let next8: Option<String> = perhaps.clone();
                    'l7: while let Some(word9) = next8.clone() {
                        if turn6 > 1 { break; }
                        turn6 += 1;
                        note("turn".to_string()).await?;
                        let mut turn10 = 0_i64;
                        loop {
                            turn10 += 1;
                            if turn10 > 2 { break; }
                            let held11: Parcel = Parcel { name: "b".to_string(), size: two.0, note: perhaps.clone(), lines: vec![word9.clone()], kind: Kind::Empty, label: Label { text: "b".to_string(), code: turn10 }, count: sizes.get("c").copied(), spot: my_types::Spot { x: (0) % 50 + (turn10) % 7, y: here } };
                            let Parcel { lines: lines12, kind: what13, .. } = held11;
                            sleep(Duration::from_secs(32)).await;
                        }
                    }
                }
                let mut turn14 = 0_i64;
                let next15: Option<String> = Some(two.1.clone());
                while let Some(word16) = next15.clone() {
                    if turn14 > 1 { break; }
                    turn14 += 1;
                    note("turn".to_string()).await?;
                }
            }
            Err(failure1) => {
                let cause2 = failure1.error().to_string();
                note(format!("at {n}/{word}/{here}/{cause2}")).await?;
            }
        }
        let mut held17: Parcel = pack(two.1.clone(), sizes.get(&word).copied().unwrap_or(6), false, None::<i64>).timeout(Duration::from_secs(3)).await?;
    } else {
    }
    let n: Vec<String> = list(format!("{n}/{word}")).await?;
    let lines18: Vec<String> = vec![word.clone()];
    note(format!("at {word}")).await?;
    note(lines18.join("-")).await?;
    note(n.join("-")).await?;
    both(two.0, two.1.clone()).await?;
    Ok(two.1.clone())
}
#[test]
fn w035_agrees() {
    agrees!(w035(n, word, perhaps, lines, sizes, here, two));
}

#[workflow]
pub async fn w036(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Vec<Parcel>, Failure> {
    if perhaps.is_some() {
        let mut perhaps1: Option<String> = match both(two.0, perhaps.clone().unwrap_or_default()).await {
            Ok(two4) => {
                map(vec!["north".to_string(), two.1.clone()], async |word5| {
                    let (word6, sizes7) = join!(
                        async {
                            let mut it: (i64, String) = two4.clone();
                            Ok(two.1.clone())
                        },
                        async {
                            let perhaps: Option<String> = perhaps.clone();
                            let mut word5: (i64, String) = two4.clone();
                            Ok(table(two.1.clone()).await?)
                        },
                    )
                    .await?;
                    Ok(BTreeMap::<String, i64>::new())
                }).await?;
                let mut turn8 = 0_i64;
                loop {
                    turn8 += 1;
                    if turn8 > 2 { break; }
                    let (perhaps9, flag10) = join!(
                        maybe("c".to_string()),
                        async {
                            let mut perhaps11: Option<String> = perhaps.clone();
                            perhaps11 = Some(word.clone());
                            let mut serde: Option<String> = maybe(two4.1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            Ok(sizes.get(&two.1).copied().unwrap_or(-1) > 3)
                        },
                    )
                    .await?;
                }
                None::<String>
            }
            Err(failure2) => {
                let cause3 = failure2.error().to_string();
                lines.first().cloned()
            }
        };
        perhaps1 = Some(two.1.clone());
    } else if !(two.0 > -1) {
        note(format!("at {word}")).await?;
    }
    let mut n12: i64 = pair(held_all.iter().map(|of| of.size % 9).sum::<i64>(), lines.len() as i64).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    note(format!("at {word}/{n12}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(held_all.clone())
}
#[test]
fn w036_agrees() {
    agrees!(w036(word, perhaps, lines, what, sizes, two, held_all, news));
}

#[workflow]
pub async fn w037(word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<bool, Failure> {
    if let Some(word1) = held.note.clone() {
        let (news2, word3) = join!(
            async {
                match held.kind.clone() {
                    Kind::Sized(n4) if n4 > 3 => {
                        note("arm".to_string()).await?;
                        let perhaps7: Option<String> = match held.note.clone() {
                            Some(word8) => {
                                let mut held9: Parcel = Parcel { name: word8.clone(), size: held.label.code, note: held.note.clone(), lines: vec![held.name.clone()], kind: Kind::Sized(n4), label: Label { text: two.1.clone(), code: held.spot.x }, count: many, spot: my_types::Spot { x: n4, ..held.spot } };
                                held9.label.code = 4;
                                held9.note.clone()
                            }
                            None => {
                                held.note.clone()
                            }
                        };
                    }
                    Kind::Sized(n4) => {
                        if held.name.len() as i64 > 1 {
                            match held.name.as_str() {
                                "a" | "b" => {
                                    sleep(Duration::from_secs(two.1.len() as u64)).await;
                                }
                                "north" => {
                                    let mut what10: Kind = kind(held.size).await?;
                                    if !(matches!(what10, Kind::Sized(_) | Kind::Empty)) {
                                        return Ok(Event::Nothing);
                                    }
                                    return Ok(Event::Nothing);
                                }
                                _ => {
                                    note(format!("at {word}/{word1}/{n4}")).await?;
                                }
                            }
                        } else if held.lines.contains(&word) {
                        }
                        return Ok(Event::Nothing);
                    }
                    Kind::Named { name: word6, size: n5 } => {
                        note(format!("at {word}/{word1}/{word6}/{n5}")).await?;
                    }
                    Kind::Empty => {
                    }
                }
                Ok(Event::Nothing)
            },
            text(two.1.clone()),
        )
        .await?;
    }
    let mut two: my_types::Spot = spot(my_types::Spot { x: held.label.code, ..held.spot }).await?;
    let held: Option<i64> = held.count;
    note(format!("at {word}")).await?;
    count(held).await?;
    between(two, two).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(lines.contains(&word))
}
#[test]
fn w037_agrees() {
    agrees!(w037(word, lines, what, held, sizes, many, two, held_all));
}

#[workflow]
pub async fn w038(n: i64, flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<String, Failure> {
    {
        if check(held.name.clone()).await? {
            map(vec!["a".to_string(), held.name.clone()], async |word1| {
                let held2: Parcel = Parcel { name: "".to_string(), size: held_all.len() as i64, note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: word.clone(), code: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, count: held.count, spot: here };
                let machine: i64 = held2.label.code;
                Ok(Event::Lost(my_types::Loss { at: held.spot }))
            }).max_concurrency(2).await?;
            match risky(word.clone()).await {
                Ok(n5) => {
                    match (here, count(Some(1)).await?) {
                        (my_types::Spot { x: 0, y: n7 }, _) => {
                            note("arm".to_string()).await?;
                        }
                        (my_types::Spot { x: n7, .. }, Some(n8)) => {
                            let news9: Event = event(Event::Nothing).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word10| {
                                sleep(Duration::from_secs(word.len() as u64)).await;
                                Ok(here)
                            }).await?;
                        }
                        (_, None) => {
                            note(format!("at {n}/{flag}/{word}/{n5}")).await?;
                        }
                        _ => {
                        }
                    }
                    let mut turn11 = 0_i64;
                    loop {
                        turn11 += 1;
                        if turn11 > 2 { break; }
                        let (perhaps12, held_all13, held14) = join!(
                            async {
                                Ok(held.note.clone())
                            },
                            boxes(held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>(), turn11),
                            async {
                                Ok(held.clone())
                            },
                        )
                        .await?;
                        note(held.label.text.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    }
                }
                Err(Trouble::Busy) => {
                }
                Err(Trouble::Bad { why: word6, .. }) => {
                }
                Err(Trouble::Closed(word6)) => {
                    note(format!("at {n}/{flag}/{word}/{word6}")).await?;
                }
                Err(other3) => return Err(other3.into()),
            }
        } else if held.note.is_some() {
        } else {
        }
    }
    let mut held_all: Vec<Parcel> = boxes(vec![held.clone()], held.size).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    sleep(Duration::from_secs(66)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok(format!("{n}/{n}"))
}
#[test]
fn w038_agrees() {
    agrees!(w038(n, flag, word, lines, held, sizes, here, held_all));
}

#[workflow]
pub async fn w039(word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<bool, Failure> {
    let (flag1, held2, lines3) = join!(
        async {
            if perhaps.is_some() {
                if !(true) {
                    note(format!("at {word}")).await?;
                } else {
                    match perhaps.clone() {
                        Some(word4) if word4.is_empty() => {
                            note("arm".to_string()).await?;
                            let two5: (i64, String) = (perhaps.as_ref().map_or(6, |of| of.len() as i64), word4.clone());
                        }
                        Some(word4) => {
                            note(format!("at {word}/{word4}")).await?;
                        }
                        None => {
                        }
                    }
                }
            } else if true {
            } else {
                match kind(6).await? {
                    Kind::Sized(two) if two > 3 => {
                        match both(here.y, word.clone()).await {
                            Ok(two) => {
                                let two: BTreeMap<String, i64> = table("north".to_string()).await?;
                                let mut here9: my_types::Spot = here;
                                here9.y += (here9.y) % 10;
                            }
                            Err(failure7) => {
                                let cause8 = failure7.error().to_string();
                                let held10: Parcel = Parcel { name: cause8.clone(), size: -1, note: perhaps.clone(), lines: vec![cause8.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: here.y }, count: None::<i64>, spot: here };
                                let Parcel { lines: lines11, kind: what12, .. } = held10;
                            }
                        }
                        sleep(Duration::from_secs(45)).await;
                    }
                    Kind::Sized(two) => {
                        note(format!("at {word}/{two}")).await?;
                    }
                    Kind::Named { name: cx, size: n6 } => {
                        note(format!("at {word}/{cx}/{n6}")).await?;
                    }
                    Kind::Empty => {
                        note(format!("at {word}")).await?;
                    }
                }
                return Ok(!(false));
            }
            note(two.1.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            Ok(perhaps.is_some())
        },
        parcel(Parcel { name: word.clone(), size: here.x, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Named { name: perhaps.clone().unwrap_or_default(), size: two.0 }, label: Label { text: word.clone(), code: two.0 }, count: None::<i64>, spot: here }),
        async {
            Ok(list(two.1.clone()).await?)
        },
    )
    .await?;
    let mut word: my_types::Spot = between(held2.spot, my_types::Spot { x: here.y, y: held_all.len() as i64 }).await?;
    sleep(Duration::from_secs(34)).await;
    note(format!("at {flag1}")).await?;
    between(word, word).await?;
    note(lines3.join("-")).await?;
    parcel(held2.clone()).await?;
    Ok(flag1)
}
#[test]
fn w039_agrees() {
    agrees!(w039(word, perhaps, sizes, here, two, held_all, news));
}
