//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w110(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<my_types::Spot, Failure> {
    if flag && perhaps.is_none() {
        match (held.spot.x) % 6 {
            0 => {
                return Ok(here);
            }
            1 | 2 => {
            }
            n1 if n1 > 3 => {
                if let Kind::Sized(n2) = held.kind {
                    sleep(Duration::from_secs(36)).await;
                    let (held_all3, held4, perhaps5) = join!(
                        boxes(vec![Parcel { name: word.clone(), size: held_all.len() as i64, note: held.note.clone(), lines: vec![held.name.clone(), "b".to_string()], kind: Kind::Empty, label: Label { text: "north".to_string(), code: perhaps.as_ref().map_or(5, |of| of.len() as i64) }, count: held.count, spot: my_types::Spot { x: held_all.len() as i64, y: here.y } }], n2),
                        async {
                            match event(Event::Nothing).await? {
                                Event::Sent { to: here, times: held, why: Some(_), .. } => {
                                    note(format!("at {n1}/{n2}/{here}/{held}")).await?;
                                }
                                Event::Sent { times: held, .. } => {
                                    let mut lines7: Vec<String> = vec![word.clone(), word.clone()];
                                    lines7.push("a".to_string());
                                }
                                Event::Lost(my_types::Loss { at: here6 }) => {
                                    if !(sizes.is_empty()) {
                                        return Ok(Parcel { name: word.clone(), size: perhaps.as_ref().map_or(1, |of| of.len() as i64), note: held.note.clone(), lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: held.name.clone(), code: held.name.len() as i64 }, count: None::<i64>, spot: held.spot });
                                    }
                                    let n8: i64 = here6.x;
                                }
                                Event::Nothing => {
                                    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                                    let held_all9: Vec<Parcel> = boxes(held_all.clone(), held.lines.len() as i64).await?;
                                }
                            }
                            Ok(Parcel { name: held.name.clone(), size: held.spot.x, note: perhaps.clone(), lines: held.lines.clone(), kind: Kind::Sized(held.lines.len() as i64), label: Label { text: held.name.clone(), code: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, count: None::<i64>, spot: between(my_types::Spot { x: n1, y: sizes.get(&word).copied().unwrap_or(4) }, my_types::Spot { x: held.label.code, y: n }).await? })
                        },
                        maybe(held.name.clone()),
                    )
                    .await?;
                } else {
                }
                let n1: i64 = held.count.unwrap_or(6);
            }
            i64::MIN..=-1 => {
            }
            _ => {
            }
        }
        sleep(Duration::from_secs(held.name.len() as u64)).await;
    }
    let my_types::Spot { x: n10, y: n11 } = here;
    let mut two12: (i64, String) = (held.spot.x, "b".to_string());
    note(format!("at {flag}/{word}/{n10}/{n11}")).await?;
    both(two12.0, two12.1.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(my_types::Spot { x: here.y, y: here.y })
}
#[test]
fn w110_agrees() {
    agrees!(w110(n, flag, word, perhaps, held, sizes, here, held_all));
}

#[workflow]
pub async fn w111(flag: bool, word: String, many: Option<i64>, here: my_types::Spot) -> Result<Vec<String>, Failure> {
    match risky(word.clone()).await {
        Ok(n3) => {
            note(format!("at {flag}/{word}/{n3}")).await?;
        }
        Err(Trouble::Busy) => {
            note(format!("at {flag}/{word}")).await?;
        }
        Err(Trouble::Bad { why: word4, .. }) => {
            match (maybe(word.clone()).await?, !(word == "b")) {
                (Some(word5), true) => {
                    let (held6, here7, held8) = join!(
                        async {
                            sleep(Duration::from_secs(6)).await;
                            Ok(Parcel { name: word.clone(), size: here.x, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Empty, label: Label { text: word5.clone(), code: here.y }, count: Some(0), spot: here })
                        },
                        between(here, my_types::Spot { x: 3, y: here.x }),
                        parcel(Parcel { name: word5.clone(), size: 5, note: None::<String>, lines: vec!["a".to_string(), word5.clone()], kind: Kind::Empty, label: Label { text: word4.clone(), code: -2 }, count: many, spot: here }),
                    )
                    .await?;
                }
                (Some(word5), false) if word5 == "a" => {
                    note(format!("at {flag}/{word}/{word4}/{word5}")).await?;
                }
                (None, _) | (_, false) => {
                    if let Kind::Sized(word4) = kind(1).await? {
                        let Ok(held9) = pack("north".to_string(), here.y, word == "north", many).await else {
                            match (here.x) % 6 {
                                0 => {
                                    note(format!("at {flag}/{word}/{word4}")).await?;
                                }
                                1 | 2 => {
                                }
                                _ => {
                                    note("c".to_string()).timeout(Duration::from_secs(3)).await?;
                                    let mut news11: Event = Event::Sent { to: word.clone(), times: here.x, why: Some("c".to_string()) };
                                }
                            }
                            return Ok(vec![word.clone(), word.clone()]);
                        };
                    } else {
                        note(format!("at {flag}/{word}/{word4}")).await?;
                    }
                }
            }
        }
        Err(Trouble::Closed(word4)) => {
            let (perhaps12, sizes13) = join!(
                async {
                    let mut turn14 = 0_i64;
                    'l15: loop {
                        turn14 += 1;
                        if turn14 > 2 { break; }
                        note("turn".to_string()).await?;
                    }
                    sleep(Duration::from_secs(86)).await;
                    Ok(Some(word4.clone()))
                },
                table(word.clone()),
            )
            .await?;
            note("c".to_string()).await?;
        }
        Err(other1) => return Err(other1.into()),
    }
    let mut held16: Parcel = pack(format!("{word}/{word}"), here.x, false, Some(-2)).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    held16.lines.push(held16.name.clone());
    note(format!("at {flag}/{word}")).await?;
    parcel(held16.clone()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(held16.lines.clone())
}
#[test]
fn w111_agrees() {
    agrees!(w111(flag, word, many, here));
}

#[workflow]
pub async fn w112(flag: bool, word: String, perhaps: Option<String>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<bool, Failure> {
    let (news1, what2, word3) = join!(
        event(Event::Sent { to: "b".to_string(), times: 1, why: perhaps.clone() }),
        kind(held_all.iter().map(|of| of.size % 9).sum::<i64>()),
        async {
            if let Some(flag) = perhaps.clone() {
                if true {
                    match maybe(word.clone()).await {
                        Ok(news) => {
                            note("arm".to_string()).await?;
                        }
                        Err(failure4) => {
                            let cause5 = failure4.error().to_string();
                            'l6: for word7 in vec!["b".to_string(), cause5.clone()] {
                                let mut many9: Option<i64> = many;
                                sleep(Duration::from_secs(word7.len() as u64)).await;
                            }
                            match (number(many.unwrap_or(-1)).await?) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                }
                                1 | 2 => {
                                    let mut lines10: Vec<String> = Vec::<String>::new();
                                    lines10.push(flag.clone());
                                }
                                held_all if held_all > 3 => {
                                }
                                i64::MIN..=-1 => {
                                    let lines11: Vec<String> = list(cause5.clone()).await?;
                                }
                                _ => {
                                    note(format!("at {word}/{flag}/{cause5}")).await?;
                                }
                            }
                        }
                    }
                } else if held_all.iter().any(|of| of.count.is_none()) {
                    note(format!("at {word}/{flag}")).await?;
                } else {
                }
            }
            let mut env: Option<i64> = count(many).await?;
            Ok(word.clone())
        },
    )
    .await?;
    let many12: Option<i64> = many;
    sleep(Duration::from_secs(word3.len() as u64)).await;
    note(format!("at {flag}/{word}/{word3}")).await?;
    count(many12).await?;
    event(news1.clone()).await?;
    event(news.clone()).await?;
    Ok(flag)
}
#[test]
fn w112_agrees() {
    agrees!(w112(flag, word, perhaps, many, held_all, news));
}

#[workflow]
pub async fn w113(n: i64, flag: bool, word: String, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<Option<String>, Failure> {
    match risky(held.note.clone().unwrap_or_default()).await {
        Ok(n3) => {
            note(format!("at {n}/{flag}/{word}/{n3}")).await?;
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word4, .. }) => {
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                let (many6, here7) = join!(
                    async {
                        {
                            match slow(held.label.code).await {
                                Ok(word10) => {
                                    note(format!("at {word}/{word4}/{word5}/{word10}")).await?;
                                }
                                Err(Small::Late) => {
                                    let mut two12: (i64, String) = both(held.spot.x, held.note.clone().unwrap_or_default()).timeout(Duration::from_secs(3)).await?;
                                    let two12: Event = news.clone();
                                }
                                Err(Small::Full(_, word11)) => {
                                    note(format!("at {word}/{word4}/{word5}/{word11}")).await?;
                                }
                                Err(Small::Empty) => {
                                    let mut held_all13: Vec<Parcel> = held_all.clone();
                                    held_all13.push(Parcel { name: held.label.text.clone(), size: held.label.code, note: held.note.clone(), lines: vec![word.clone(), held.name.clone()], kind: Kind::Named { name: format!("{word}/{word5}"), size: held.size }, label: Label { text: word5.clone(), code: held.spot.x }, count: many, spot: my_types::Spot { x: many.unwrap_or(4), y: held.label.code } });
                                }
                            }
                            let Ok(word) = count(held.count).await else {
                                let mut two14: (i64, String) = (n, held.lines.join("-"));
                                two14.1 = held.label.text.clone();
                                return Ok(None::<i64>);
                            };
                        }
                        let mut many: Option<i64> = many;
                        Ok(None::<i64>)
                    },
                    async {
                        Ok(my_types::Spot { x: held.name.len() as i64, ..held.spot })
                    },
                )
                .await?;
                let here15: my_types::Spot = between(my_types::Spot { x: here7.x, ..here7 }, here7).await?;
                Ok(here7)
            }).await?;
        }
        Err(Trouble::Closed(word4)) => {
            note(format!("at {n}/{flag}/{word}/{word4}")).await?;
        }
        Err(other1) => return Err(other1.into()),
    }
    let Parcel { lines: lines16, kind: what17, .. } = held;
    let lines16: Vec<Parcel> = held_all.iter().take(2).cloned().collect::<Vec<_>>();
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(lines16.clone(), 1).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(None::<String>)
}
#[test]
fn w113_agrees() {
    agrees!(w113(n, flag, word, held, sizes, many, held_all, news));
}

#[workflow]
pub async fn w114(word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Option<i64>, Failure> {
    let Some(n1) = count(Some(perhaps.as_ref().map_or(1, |of| of.len() as i64))).await? else {
        let mut turn2 = 0_i64;
        while turn2 < 2 && word == "c" {
            turn2 += 1;
            match news.clone() {
                Event::Sent { to: word3, times: perhaps, why: Some(_), .. } => {
                    match slow(1).await {
                        Ok(held_all) => {
                            match (maybe(word.clone()).await?, (1) % 2 == 0) {
                                (Some(word8), true) => {
                                    note("arm".to_string()).await?;
                                }
                                (Some(word8), false) if word8 == "a" => {
                                    if matches!(news, Event::Sent { times, .. } if times > 2) {
                                        break;
                                    }
                                    let perhaps: (i64, String) = two.clone();
                                }
                                (None, _) | (_, false) => {
                                    note(format!("at {turn2}/{word3}/{perhaps}/{held_all}")).await?;
                                }
                            }
                        }
                        Err(Small::Late) => {
                            let Ok(_spare) = list("north".to_string()).await else {
                                note(format!("{perhaps}/{word}")).await?;
                                let two: Vec<String> = list("c".to_string()).await?;
                                break;
                            };
                        }
                        Err(Small::Full(_, word7)) => {
                        }
                        Err(Small::Empty) => {
                        }
                    }
                }
                Event::Sent { times: perhaps, .. } => {
                }
                Event::Lost(my_types::Loss { at: here4 }) => {
                    let (many9, many10) = join!(
                        count(sizes.get("").copied()),
                        async {
                            Ok(None::<i64>)
                        },
                    )
                    .await?;
                }
                Event::Nothing => {
                }
            }
        }
        return Ok(None::<i64>);
    };
    let mut n11: i64 = n1;
    n11 += (sizes.get(&two.1).copied().unwrap_or(-1)) % 10;
    let mut many12: Option<i64> = Some(two.0);
    note(format!("at {word}/{n1}/{n11}")).await?;
    count(many12).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(many12)
}
#[test]
fn w114_agrees() {
    agrees!(w114(word, perhaps, what, sizes, two, held_all, news));
}
