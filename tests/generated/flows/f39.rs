//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w195(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<(i64, String), Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && false {
        turn1 += 1;
        note("turn".to_string()).await?;
        match held.note.clone() {
            Some(output) if output.is_empty() => {
                let mut n: Option<i64> = if flag && held_all.iter().any(|of| of.count.is_none()) {
                    match (turn1) % 6 {
                        0 => {
                            if matches!(what, Kind::Sized(_) | Kind::Empty) {
                                break 'l2;
                            }
                            return Err(Failure::new("Stopped", word.clone()));
                        }
                        1 | 2 => {
                            let perhaps: Option<String> = perhaps.clone();
                        }
                        n3 if n3 > 3 => {
                            let mut two4: (i64, String) = two.clone();
                            two4.1 = held.label.text.clone();
                        }
                        _ => {
                            break 'l2;
                        }
                    }
                    'l5: for held_all in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                        note(held.note.clone().unwrap_or_default()).timeout(Duration::from_secs(3)).await?;
                        let held7: Parcel = held.clone();
                        let here8: my_types::Spot = held7.spot;
                    }
                    held.count
                } else {
                    held.count
                };
            }
            Some(output) => {
                note(format!("at {flag}/{word}/{turn1}/{output}")).await?;
            }
            None => {
                note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
            }
        }
        break 'l2;
    }
    let mut word: Option<i64> = None::<i64>;
    sleep(Duration::from_secs(held.name.len() as u64)).await;
    note(format!("at {n}/{flag}/{turn1}")).await?;
    count(word).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(two.clone())
}
#[test]
fn w195_agrees() {
    agrees!(w195(n, flag, word, perhaps, lines, what, held, here, two, held_all));
}

#[workflow]
pub async fn w196(word: String, lines: Vec<String>, what: Kind, held: Parcel) -> Result<my_types::Spot, Failure> {
    if matches!(what, Kind::Sized(_) | Kind::Empty) {
        let perhaps1: Option<String> = held.note.clone();
        {
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                if let Some(word3) = perhaps1.clone() {
                    if false {
                        note("arm".to_string()).await?;
                        let mut held_all4: Vec<Parcel> = vec![Parcel { name: held.name.clone(), size: -1, note: None::<String>, lines: lines.clone(), kind: what.clone(), label: Label { text: word3.clone(), code: 6 }, count: held.count, spot: my_types::Spot { x: 6, ..held.spot } }];
                        let mut held5: Parcel = held.clone();
                    } else {
                        let mut lines6: Vec<String> = list(word.clone()).await?;
                        lines6.push("b".to_string());
                        sleep(Duration::from_secs(23)).await;
                    }
                }
                let mut turn7 = 0_i64;
                let next8: Option<String> = held.note.clone();
                while let Some(word9) = next8.clone() {
                    if turn7 > 1 { break; }
                    turn7 += 1;
                    note(format!("at {word}/{word2}/{turn7}/{word9}")).await?;
                }
                Ok(held.count)
            }).max_concurrency(2).await?;
        }
    } else {
        note(format!("at {word}")).await?;
    }
    let mut two10: (i64, String) = (5, lines.join("-"));
    two10.1 = "c".to_string();
    two10.1 = word.clone();
    note(format!("at {word}")).await?;
    both(two10.0, two10.1.clone()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(my_types::Spot { x: -1, ..held.spot })
}
#[test]
fn w196_agrees() {
    agrees!(w196(word, lines, what, held));
}

#[workflow]
pub async fn w197(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, two: (i64, String), news: Event) -> Result<String, Failure> {
    if held.lines.contains(&two.1) {
        let mut perhaps1: Option<String> = if check(held.name.clone()).await? {
            if perhaps.is_some() {
                return Ok(two.1.clone());
            } else if true {
                note(format!("at {n}/{word}")).await?;
            }
            let (here2, n3) = join!(
                async {
                    let mut r#match: Event = event(news.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    Ok(my_types::Spot { x: held.lines.len() as i64, y: number(held.spot.x).await? })
                },
                async {
                    let perhaps4: Option<String> = maybe(held.lines.join("-")).await?;
                    let mut turn5 = 0_i64;
                    let next6: Option<String> = perhaps.clone();
                    while let Some(word7) = next6.clone() {
                        if turn5 > 1 { break; }
                        turn5 += 1;
                        note("turn".to_string()).await?;
                        if (held.spot.x) % 2 == 0 {
                            return Ok(two.1.len() as i64);
                        }
                    }
                    Ok(two.0)
                },
            )
            .await?;
            held.lines.first().cloned()
        } else if matches!(news, Event::Sent { times, .. } if times > -1) {
            held.note.clone()
        } else {
            held.lines.first().cloned()
        };
        perhaps1 = Some(held.label.text.clone());
    } else if held.name == "b" {
        note(format!("at {n}/{word}")).await?;
    } else {
    }
    note(held.name.clone()).await?;
    let many8: Option<i64> = held.count;
    note(format!("at {n}/{word}")).await?;
    count(many8).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(perhaps.clone().unwrap_or_default())
}
#[test]
fn w197_agrees() {
    agrees!(w197(n, word, perhaps, what, held, many, two, news));
}

#[workflow]
pub async fn w198(word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<(i64, String), Failure> {
    map(vec![held.label.text.clone(), word.clone()], async |word1| {
        'l2: for (at4, word3) in vec!["a".to_string(), word.clone()].into_iter().enumerate() {
            let n4 = at4 as i64;
            match list(held.name.clone()).await {
                Ok(state) => {
                    note("arm".to_string()).await?;
                    let mut lines7: Vec<String> = lines.clone();
                    lines7.push(word1.clone());
                }
                Err(failure5) => return Err(failure5),
            }
        }
        match word1.as_str() {
            "a" | "b" => {
                note(format!("at {word}/{word1}")).await?;
            }
            "north" => {
                let Ok(std) = pair(word.len() as i64, held.count.unwrap_or(6)).await else {
                    if let Some(lines) = held.note.clone() {
                        'l8: for value in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                            let mut held_all10: Vec<Parcel> = boxes(held_all.clone(), held.label.code).await?;
                            held_all10.push(Parcel { name: word.clone(), size: 0, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: held.label.text.clone(), size: held.label.code }, label: Label { text: "b".to_string(), code: value.len() as i64 }, count: many, spot: held.spot });
                        }
                    }
                    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                        if matches!(news, Event::Sent { times, .. } if times > 1) {
                            note(format!("at {word}/{word1}")).await?;
                        } else {
                        }
                    } else if !(matches!(held.kind, Kind::Sized(_) | Kind::Empty)) {
                        note(format!("at {word}/{word1}")).await?;
                    } else {
                        note(format!("at {word}/{word1}")).await?;
                    }
                    return Ok(sizes.clone());
                };
                note(text(format!("{word1}/{word1}")).await?).await?;
            }
            _ => {
                note(format!("at {word}/{word1}")).await?;
            }
        }
        Ok(sizes.clone())
    }).await?;
    let mut n11: i64 = sizes.get(&held.name).copied().unwrap_or(4);
    n11 = (n11 + 3) % 100;
    sleep(Duration::from_secs(held.name.len() as u64)).await;
    note(format!("at {word}/{n11}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok((n11, held.label.text.clone()))
}
#[test]
fn w198_agrees() {
    agrees!(w198(word, lines, held, sizes, many, held_all, news));
}

#[workflow]
pub async fn w199(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held_all: Vec<Parcel>, news: Event) -> Result<Vec<String>, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match perhaps.clone() {
            Some(word3) => {
                note(format!("at {flag}/{word}/{turn1}/{word3}")).await?;
            }
            None => {
                if flag && perhaps.is_some() {
                    let mut here4: my_types::Spot = spot(my_types::Spot { x: n, y: word.len() as i64 }).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                } else {
                    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                }
            }
        }
        if !(perhaps.as_ref().map_or(5, |of| of.len() as i64) > 3) {
            continue 'l2;
        }
    }
    let Kind::Sized(n5) = what.clone() else {
        let Some(word6) = perhaps.clone() else {
            let Some(word7) = perhaps.clone() else {
                let (news8, n9, perhaps10) = join!(
                    event(news.clone()),
                    number(turn1),
                    async {
                        let n11: i64 = pair(turn1, 6).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        let lines13: Vec<String> = map(vec![word.clone(), word.clone()], async |word12| {
                            Ok("c".to_string())
                        }).max_concurrency(2).await?;
                        Ok(Some(perhaps.clone().unwrap_or_default()))
                    },
                )
                .await?;
                let perhaps14: Option<String> = maybe(word.clone()).await?;
                return Ok(Vec::<String>::new());
            };
            return Ok(vec![word.clone()]);
        };
        let mut flag: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
        return Err(Failure::new("Stopped", word6.clone()));
    };
    let held15: Parcel = Parcel { name: word.clone(), size: n5, note: perhaps.clone(), lines: vec![word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: 5 }, count: Some(n5), spot: my_types::Spot { x: perhaps.as_ref().map_or(1, |of| of.len() as i64), y: turn1 } };
    let here16: my_types::Spot = held15.spot;
    note(format!("at {flag}/{word}/{turn1}/{n5}")).await?;
    between(here16, here16).await?;
    parcel(held15.clone()).await?;
    event(news.clone()).await?;
    Ok(list(held15.label.text.clone()).await?)
}
#[test]
fn w199_agrees() {
    agrees!(w199(n, flag, word, perhaps, what, held_all, news));
}
