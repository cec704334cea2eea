//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w130(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<i64, Failure> {
    match (here, many) {
        (my_types::Spot { x: 0, y: n1 }, _) => {
            let perhaps3: Option<String> = if let Some(n4) = many {
                return Ok(5);
            } else {
                let sizes5: BTreeMap<String, i64> = table(word.clone()).await?;
                let mut turn6 = 0_i64;
                while turn6 < 2 && n1 > 2 {
                    turn6 += 1;
                    match (here, many) {
                        (my_types::Spot { x: 0, y: n7 }, _) => {
                            note(format!("at {word}/{n1}/{turn6}/{n7}")).await?;
                        }
                        (my_types::Spot { x: n7, .. }, Some(n8)) => {
                            note(format!("at {n1}/{turn6}/{n7}/{n8}")).await?;
                        }
                        (_, None) => {
                            let mut held9: Parcel = Parcel { name: "b".to_string(), size: 3, note: lines.first().cloned(), lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: "b".to_string(), code: here.x }, count: Some((here.y) % 50 + ((turn6) % 50 - (many.unwrap_or(5)) % 7) % 7), spot: here };
                            held9.label.code = held9.note.as_ref().map_or(1, |of| of.len() as i64);
                        }
                        _ => {
                        }
                    }
                    if !(true) {
                        let what: Parcel = Parcel { name: "a".to_string(), size: many.unwrap_or(5), note: maybe(word.clone()).await?, lines: vec!["".to_string()], kind: Kind::Sized(here.x), label: Label { text: "a".to_string(), code: 4 }, count: many, spot: here };
                        let sizes: Vec<Parcel> = boxes(vec![Parcel { name: word.clone(), size: n1, note: what.note.clone(), lines: vec![word.clone()], kind: what.kind.clone(), label: Label { text: word.clone(), code: -2 }, count: many, spot: here }], -1).await?;
                    } else if flag && true {
                    }
                }
                lines.first().cloned()
            };
            {
            }
        }
        (my_types::Spot { x: n1, .. }, Some(n2)) => {
            note(format!("at {flag}/{word}/{n1}/{n2}")).await?;
        }
        (_, None) => {
            return Ok(here.y);
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let many: Option<i64> = many;
    let mut what10: Kind = kind(here.x).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    count(many).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    Ok(here.y)
}
#[test]
fn w130_agrees() {
    agrees!(w130(n, flag, word, lines, what, sizes, many, here));
}

#[workflow]
pub async fn w131(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<Event, Failure> {
    if check(word.clone()).await? {
        note(format!("at {n}/{word}")).await?;
    } else if held.count == Some(3) {
        let mut flag1: bool = check(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
        if let Kind::Sized(n) = what {
            note("arm".to_string()).await?;
            let n: Parcel = held;
        } else {
        }
    }
    let (two2, here3) = join!(
        both(here.x, "a".to_string()),
        async {
            let mut turn4 = 0_i64;
            let next5: Option<String> = Some(two.1.clone());
            while let Some(word6) = next5.clone() {
                if turn4 > 1 { break; }
                turn4 += 1;
                note("turn".to_string()).await?;
                {
                    {
                        let (n7, sizes8) = join!(
                            pair(word.len() as i64, lines.len() as i64),
                            async {
                                if true {
                                    return Ok(BTreeMap::<String, i64>::new());
                                }
                                let mut here9: my_types::Spot = between(my_types::Spot { x: here.y, y: here.y }, here).timeout(Duration::from_secs(3)).await?;
                                Ok(BTreeMap::<String, i64>::new())
                            },
                        )
                        .await?;
                        let many: Vec<Parcel> = boxes(vec![Parcel { name: two.1.clone(), size: 2, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Named { name: two.1.clone(), size: turn4 }, label: Label { text: word6.clone(), code: two.0 }, count: many, spot: my_types::Spot { x: here.y, y: here.y } }], 6).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    }
                }
                let lines10: Vec<String> = lines.clone();
            }
            sleep(Duration::from_secs(22)).await;
            Ok(between(my_types::Spot { x: n, y: -2 }, here).await?)
        },
    )
    .await?;
    let error: Parcel = parcel(Parcel { name: word.clone(), size: 4, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: two.1.clone(), code: here.y }, count: many, spot: here3 }).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{word}")).await?;
    parcel(error.clone()).await?;
    between(here3, here3).await?;
    both(two2.0, two2.1.clone()).await?;
    Ok(Event::Nothing)
}
#[test]
fn w131_agrees() {
    agrees!(w131(n, word, lines, what, held, many, here, two));
}

#[workflow]
pub async fn w132(flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, held_all: Vec<Parcel>, news: Event) -> Result<Vec<Parcel>, Failure> {
    {
        if lines.contains(&held.label.text) {
            {
                match (number(held.size).await?) % 6 {
                    0 => {
                        note(format!("at {flag}/{word}")).await?;
                    }
                    1 | 2 => {
                        match (held.spot.x) % 6 {
                            0 => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                            1 | 2 => {
                                sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                                return Ok(held_all.clone());
                            }
                            n1 if n1 > 3 => {
                            }
                            i64::MIN..=-1 => {
                                return Ok(held_all.clone());
                            }
                            _ => {
                                note(format!("at {flag}/{word}")).await?;
                            }
                        }
                    }
                    i64::MIN..=-1 => {
                    }
                    _ => {
                        let Some(news) = maybe(held.label.text.clone()).await? else {
                            let sizes: BTreeMap<String, i64> = sizes.clone();
                            return Ok(held_all.clone());
                        };
                    }
                }
                let mut turn2 = 0_i64;
                let next4: Option<String> = held.note.clone();
                'l3: while let Some(word5) = next4.clone() {
                    if turn2 > 1 { break; }
                    turn2 += 1;
                    let mut two6: (i64, String) = ((held.spot.x) % 50 + (held.label.code) % 7, "north".to_string());
                    let mut turn2: Parcel = parcel(held.clone()).await?;
                }
            }
            if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                return Ok(held_all.clone());
            }
        } else if held.note.is_none() {
        } else {
            note(format!("at {flag}/{word}")).await?;
        }
    }
    let mut two7: (i64, String) = (held_all.iter().map(|of| of.size % 9).sum::<i64>(), held.label.text.clone());
    let Parcel { lines: lines8, kind: what9, .. } = held;
    note(format!("at {flag}/{word}")).await?;
    note(lines8.join("-")).await?;
    both(two7.0, two7.1.clone()).await?;
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
                match risky(two.1.clone()).await {
                    Ok(n7) => {
                        note("arm".to_string()).await?;
                    }
                    Err(Trouble::Busy) => {
                        let two8: (i64, String) = two.clone();
                    }
                    Err(Trouble::Bad { why: lines, .. }) => {
                    }
                    Err(Trouble::Closed(lines)) => {
                    }
                    Err(other5) => return Err(other5.into()),
                }
                Ok(two.0)
            },
            async {
                let mut flag9: bool = flag;
                flag9 = false;
                let (what10, many11, held_all12) = join!(
                    kind(word.len() as i64),
                    async {
                        if !((held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 2 == 0) {
                            let held_all13: Vec<Parcel> = boxes(held_all.clone(), two.0).await?;
                            match event(Event::Sent { to: "b".to_string(), times: two.1.len() as i64, why: None::<String> }).await {
                                Ok(news16) => {
                                    let held17: Parcel = pack(word.clone(), sizes.get(&word).copied().unwrap_or(0), flag9, sizes.get("").copied()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                }
                                Err(failure14) => return Err(failure14),
                            }
                        }
                        let sizes18: BTreeMap<String, i64> = sizes.clone();
                        Ok(Some(two.0))
                    },
                    async {
                        Ok(held_all.clone())
                    },
                )
                .await?;
                Ok(my_types::Spot { x: (two.0) % 50 + (4) % 7, y: two.0 })
            },
            async {
                Ok(two.clone())
            },
        )
        .await?;
        if false {
            return Ok(word.clone());
        }
        return Ok(two4.1.clone());
    };
    let mut what19: Kind = kind(here1.y).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let mut flag: (i64, String) = (two.0, word.clone());
    note(format!("at {word}")).await?;
    both(flag.0, flag.1.clone()).await?;
    between(here1, here1).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(two.1)
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
            let mut turn1 = 0_i64;
            loop {
                turn1 += 1;
                if turn1 > 2 { break; }
                for n4 in 0..2_i64 {
                    note("turn".to_string()).await?;
                    if n > -1 {
                        return Ok(held.label.text.clone());
                    }
                    match (n4) % 6 {
                        0 => {
                            if let Some(n6) = many {
                                note("arm".to_string()).await?;
                                let x: Parcel = held.clone();
                            }
                        }
                        1 | 2 => {
                            match word.as_str() {
                                "a" | "b" => {
                                    let mut news7: Event = event(Event::Nothing).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                    let mut what8: Kind = Kind::Sized(1);
                                    what8 = Kind::Sized(held.count.unwrap_or(3));
                                }
                                "north" => {
                                }
                                _ => {
                                    sleep(Duration::from_secs(24)).await;
                                    if many == Some(3) {
                                        break;
                                    }
                                }
                            }
                            sleep(Duration::from_secs(held.name.len() as u64)).await;
                        }
                        _ => {
                            continue;
                        }
                    }
                }
                note(held.name.clone()).await?;
            }
            if flag && (held.size) % 2 == 0 {
                return Ok(held.label.text.clone());
            }
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let r#match: Parcel = held.clone();
    let many: Option<i64> = None::<i64>;
    note(format!("at {n}/{flag}/{word}")).await?;
    count(many).await?;
    parcel(r#match.clone()).await?;
    event(news.clone()).await?;
    Ok(word.clone())
}
#[test]
fn w134_agrees() {
    agrees!(w134(n, flag, word, what, held, many, news));
}
