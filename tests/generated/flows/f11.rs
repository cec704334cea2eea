//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w055(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot, two: (i64, String)) -> Result<i64, Failure> {
    let mut flag: Option<i64> = held.count;
    let mut perhaps: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    {
        let Kind::Sized(n1) = what.clone() else {
            let Some(word2) = held.note.clone() else {
                let Some(n3) = flag else {
                    let what4: Kind = kind(5).await?;
                    return Ok(held.label.code);
                };
                return Ok(held.size);
            };
            return Ok(held.spot.x);
        };
        if held.note.is_none() {
            return Err(Failure::new("Stopped", held.name.clone()));
        }
    }
    note(format!("at {n}/{word}")).await?;
    count(flag).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok((perhaps.get(&held.name).copied().unwrap_or(6)) % 50 + (here.y) % 7)
}
#[test]
fn w055_agrees() {
    agrees!(w055(n, flag, word, perhaps, lines, what, held, here, two));
}

#[workflow]
pub async fn w056(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Event, Failure> {
    match (pair(two.0, here.x).await?) % 6 {
        0 => {
            let Kind::Sized(n2) = held.kind.clone() else {
                if let Ok(two) = boxes(held_all.clone(), held.label.code).await {
                    let mut turn3 = 0_i64;
                    'l4: loop {
                        turn3 += 1;
                        if turn3 > 2 { break; }
                        let mut turn5 = 0_i64;
                        'l6: while turn5 < 2 && perhaps.is_none() {
                            turn5 += 1;
                            note("turn".to_string()).await?;
                            return Ok(news.clone());
                        }
                        let (sizes7, here8) = join!(
                            table(held.label.text.clone()),
                            async {
                                sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                                let mut sizes9: BTreeMap<String, i64> = table(held.label.text.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                Ok(here)
                            },
                        )
                        .await?;
                    }
                } else {
                }
                return Ok(news.clone());
            };
            let mut turn10 = 0_i64;
            'l11: while turn10 < 2 && perhaps.is_none() {
                turn10 += 1;
                match perhaps.clone() {
                    Some(outcome) if outcome.is_empty() => {
                        note(format!("at {word}/{n2}/{turn10}/{outcome}")).await?;
                    }
                    Some(outcome) => {
                        note(format!("at {word}/{n2}/{turn10}/{outcome}")).await?;
                    }
                    None => {
                    }
                }
            }
        }
        1 | 2 => {
            return Err(Failure::new("Stopped", held.label.text.clone()));
        }
        i64::MIN..=-1 => {
        }
        _ => {
        }
    }
    let here: my_types::Spot = held.spot;
    note(format!("{flag}/{word}")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {flag}/{word}")).await?;
    between(here, here).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(Event::Sent { to: word.clone(), times: held.spot.x, why: held.note.clone() })
}
#[test]
fn w056_agrees() {
    agrees!(w056(flag, word, perhaps, lines, held, here, two, held_all, news));
}

#[workflow]
pub async fn w057(flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<(i64, String), Failure> {
    {
        let sizes: Option<i64> = {
            let mut turn1 = 0_i64;
            'l2: loop {
                turn1 += 1;
                if turn1 > 2 { break sizes.get("north").copied(); }
                match perhaps.clone() {
                    Some(word3) if word3.is_empty() => {
                        let (many4, here5, lines6) = join!(
                            async {
                                let held: Kind = held.kind.clone();
                                let perhaps: Vec<String> = list(two.1.clone()).await?;
                                Ok(Some(here.x))
                            },
                            between(held.spot, my_types::Spot { x: held.spot.x, y: held.spot.x }),
                            list(two.1.clone()),
                        )
                        .await?;
                    }
                    Some(word3) => {
                        let turn1: my_types::Spot = between(my_types::Spot { x: held.size, y: two.0 }, here).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        let of: Option<String> = maybe(word3.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    }
                    None => {
                        let mut turn7 = 0_i64;
                        loop {
                            turn7 += 1;
                            if turn7 > 2 { break; }
                            note("turn".to_string()).await?;
                            let two: (i64, String) = two.clone();
                        }
                        sleep(Duration::from_secs(2)).await;
                    }
                }
            }
        };
        let perhaps: (i64, String) = both(held_all.len() as i64, held.note.clone().unwrap_or_default()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    }
    let sizes: Vec<Parcel> = boxes(held_all.clone(), -2).await?;
    let value: i64 = number(held_all.iter().map(|of| of.size % 9).sum::<i64>()).await?;
    note(format!("at {flag}/{word}/{value}")).await?;
    boxes(sizes.clone(), 1).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(two.clone())
}
#[test]
fn w057_agrees() {
    agrees!(w057(flag, word, perhaps, held, sizes, here, two, held_all));
}

#[workflow]
pub async fn w058(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<my_types::Spot, Failure> {
    if let Some(n1) = held.count {
        match risky("".to_string()).await {
            Ok(n) => {
                note("arm".to_string()).await?;
            }
            Err(Trouble::Busy) => {
            }
            Err(Trouble::Bad { why: word4, .. }) => {
                match (n1) % 6 {
                    0 => {
                        note("north".to_string()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        match risky("a".to_string()).await {
                            Ok(n7) => {
                                note("arm".to_string()).await?;
                            }
                            Err(Trouble::Busy) => {
                                note(format!("at {flag}/{word}/{n1}/{word4}")).await?;
                            }
                            Err(Trouble::Bad { why: held, .. }) => {
                                return Err(Failure::new("Stopped", held.clone()));
                            }
                            Err(Trouble::Closed(held)) => {
                                let two8: (i64, String) = both(n1, held).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            }
                            Err(other5) => return Err(other5.into()),
                        }
                    }
                    1 | 2 => {
                        return Err(Failure::new("Stopped", word.clone()));
                    }
                    word if word > 3 => {
                        let mut lines: Vec<String> = list(word4).await?;
                        let Kind::Sized(cx) = what.clone() else {
                            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word9| {
                                let word: i64 = n1;
                                Ok((here.y, held.label.text.clone()))
                            }).max_concurrency(2).await?;
                            return Ok(my_types::Spot { x: 1, ..here });
                        };
                    }
                    _ => {
                    }
                }
                let perhaps10: Option<String> = held.note;
            }
            Err(Trouble::Closed(word4)) => {
            }
            Err(other2) => return Err(other2.into()),
        }
        note(held.label.text.clone()).await?;
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    let sizes11: BTreeMap<String, i64> = table(word).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    let what: Kind = kind(held.size).await?;
    note(format!("at {n}/{flag}")).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(my_types::Spot { x: 1, y: here.y })
}
#[test]
fn w058_agrees() {
    agrees!(w058(n, flag, word, perhaps, lines, what, held, here));
}

#[workflow]
pub async fn w059(n: i64, word: String, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Parcel, Failure> {
    let mut held1: Parcel = Parcel { name: "b".to_string(), size: 5, note: Some(two.1.clone()), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word.clone(), code: two.0 }, count: sizes.get("").copied(), spot: my_types::Spot { x: 0, y: n } };
    {
        if check("".to_string()).await? {
            let mut sizes: Parcel = if held1.spot == here {
                {
                    let n2: i64 = pair(held1.count.unwrap_or(6), 1).await?;
                    let what3: Kind = kind(held1.label.code).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                }
                held1.clone()
            } else {
                held1
            };
        } else {
            note(format!("at {n}/{word}")).await?;
        }
    }
    match (pair((n) % 50 - (here.x) % 7, here.y).await?) % 6 {
        0 => {
            let word5: String = two.1;
            if let Ok(many6) = count(None::<i64>).await {
                note(format!("at {n}/{word}/{word5}")).await?;
            }
        }
        1 | 2 => {
            note(format!("at {n}/{word}")).await?;
        }
        i64::MIN..=-1 => {
            note(format!("at {n}/{word}")).await?;
        }
        _ => {
        }
    }
    note(format!("at {n}/{word}")).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(Parcel { name: word.clone(), size: here.x, note: None::<String>, lines: vec![word.clone(), word.clone()], kind: what.clone(), label: Label { text: word, code: here.x }, count: sizes.get("c").copied(), spot: spot(here).await? })
}
#[test]
fn w059_agrees() {
    agrees!(w059(n, word, what, sizes, here, two, news));
}
