//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w120(word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, news: Event) -> Result<(i64, String), Failure> {
    {
        match risky("north".to_string()).await {
            Ok(n3) => {
                note("arm".to_string()).await?;
            }
            Err(Trouble::Busy) => {
            }
            Err(Trouble::Bad { why: word4, .. }) => {
                note(format!("at {word}/{word4}")).await?;
            }
            Err(Trouble::Closed(word4)) => {
                note(format!("at {word}/{word4}")).await?;
            }
            Err(other1) => return Err(other1.into()),
        }
        let lines5: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |cx| {
            let mut turn6 = 0_i64;
            'l7: loop {
                turn6 += 1;
                if turn6 > 2 { break; }
                note("turn".to_string()).await?;
                let Kind::Sized(n8) = what.clone() else {
                    if (turn6) % 2 == 0 {
                        return Ok(word.clone());
                    }
                    match maybe(lines.join("-")).await? {
                        Some(word9) => {
                            let held10: Parcel = parcel(Parcel { name: word9.clone(), size: here.y, note: Some(word9.clone()), lines: vec![word.clone()], kind: what.clone(), label: Label { text: cx.clone(), code: sizes.get(&cx).copied().unwrap_or(2) }, count: sizes.get("b").copied(), spot: here }).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        }
                        None => {
                        }
                    }
                    break 'l7;
                };
            }
            Ok("b".to_string())
        }).await?;
    }
    if (lines.len() as i64) % 2 == 0 {
        match kind(here.y).await? {
            Kind::Sized(n11) => {
                note("arm".to_string()).await?;
            }
            Kind::Named { name: word13, size: n12 } => {
                match what.clone() {
                    Kind::Sized(n14) => {
                        note(format!("at {word}/{word13}/{n12}/{n14}")).await?;
                    }
                    _ => {
                    }
                }
            }
            Kind::Empty => {
            }
        }
    }
    let mut lines17: Vec<String> = vec![word.clone(), word.clone()];
    note(format!("at {word}")).await?;
    note(lines17.join("-")).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok((here.y, word.clone()))
}
#[test]
fn w120_agrees() {
    agrees!(w120(word, lines, what, sizes, here, news));
}

#[workflow]
pub async fn w121(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    let news1: Event = event(Event::Sent { to: held.name.clone(), times: (held.size) % 50 + (held.label.code) % 7, why: held.note.clone() }).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    if check(held.label.text.clone()).await? {
        note("arm".to_string()).await?;
        let mut news1: Kind = what.clone();
    } else if sizes.get(&held.label.text).copied().unwrap_or(-2) > 3 {
        let mut turn2 = 0_i64;
        'l3: loop {
            turn2 += 1;
            if turn2 > 2 { break; }
            note("turn".to_string()).await?;
            if !(held.size > -1) {
                return Ok(held_all.clone());
            } else if lines.contains(&held.name) {
                note(format!("at {word}/{turn2}")).await?;
            } else {
                let mut turn4 = 0_i64;
                'l5: while turn4 < 2 && held.name == "b" {
                    turn4 += 1;
                    if perhaps.is_none() {
                        note("arm".to_string()).await?;
                        break 'l5;
                    } else {
                        let mut turn2: Kind = kind(held_all.iter().map(|of| of.size % 9).sum::<i64>()).await?;
                    }
                }
                match held.name.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                    }
                    "north" => {
                        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |states| {
                            let mut sizes6: BTreeMap<String, i64> = sizes.clone();
                            sizes6.insert(states.clone(), 6);
                            let held7: Parcel = held.clone();
                            let Parcel { lines: lines8, kind: what9, .. } = held7;
                            Ok(Parcel { name: held.name.clone(), size: held.label.code, note: held.note.clone(), lines: lines.clone(), kind: what9.clone(), label: Label { text: "b".to_string(), code: held7.spot.x }, count: held.count, spot: my_types::Spot { x: ((pair(held7.label.text.len() as i64, held7.size).await?) % 50 + (held.lines.len() as i64) % 7) % 50 - (held.note.as_ref().map_or(1, |of| of.len() as i64)) % 7, y: held_all.len() as i64 } })
                        }).await?;
                    }
                    "" if perhaps.is_none() => {
                    }
                    _ => {
                    }
                }
            }
        }
    }
    let mut flag10: bool = many == Some(-1);
    flag10 = matches!(held.kind, Kind::Sized(_) | Kind::Empty);
    note(format!("at {word}/{flag10}")).await?;
    event(news1.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok(held_all.clone())
}
#[test]
fn w121_agrees() {
    agrees!(w121(word, perhaps, lines, what, held, sizes, many, held_all));
}

#[workflow]
pub async fn w122(flag: bool, word: String, lines: Vec<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Option<String>, Failure> {
    match number(2).await {
        Ok(n3) => {
            note("arm".to_string()).await?;
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
            if let Some(n4) = held.count {
                let mut turn5 = 0_i64;
                loop {
                    turn5 += 1;
                    if turn5 > 2 { break; }
                    let mut turn6 = 0_i64;
                    while turn6 < 2 && flag && held_all.iter().any(|of| of.count.is_none()) {
                        turn6 += 1;
                        match (turn5) % 6 {
                            0 => {
                                note(format!("at {cause2}/{n4}/{turn5}/{turn6}")).await?;
                            }
                            1 | 2 => {
                                let mut t: Vec<String> = list(format!("{word}/{turn6}")).await?;
                            }
                            n7 if n7 > 3 => {
                                continue;
                            }
                            _ => {
                                let cause2: Vec<Parcel> = boxes(held_all.iter().take(2).cloned().collect::<Vec<_>>(), held.size).await?;
                            }
                        }
                        match held.label.text.as_str() {
                            "a" | "b" => {
                                note("arm".to_string()).await?;
                            }
                            "north" => {
                            }
                            _ => {
                                if held.label.text == "" {
                                    return Ok(held.note.clone());
                                }
                            }
                        }
                    }
                    let mut flag8: bool = held_all.iter().any(|of| of.count.is_none());
                    flag8 = !((held.label.code) % 2 == 0);
                }
                let Parcel { lines: lines9, kind: what10, .. } = held;
            }
            if true {
                return Err(Failure::new("Stopped", held.label.text.clone()));
            }
        }
    }
    let mut perhaps11: Option<String> = held.note.clone();
    perhaps11 = Some(word.clone());
    let mut sizes12: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    note(format!("at {flag}/{word}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held.note.clone())
}
#[test]
fn w122_agrees() {
    agrees!(w122(flag, word, lines, held, many, here, held_all, news));
}

#[workflow]
pub async fn w123(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, two: (i64, String), news: Event) -> Result<(i64, String), Failure> {
    match (held.spot, held.count) {
        (my_types::Spot { x: 0, y: n1 }, _) => {
            note("arm".to_string()).await?;
        }
        (my_types::Spot { x: n1, .. }, Some(n2)) => {
        }
        (_, None) => {
            match (held.size) % 6 {
                0 => {
                    let lines5: Vec<String> = map(vec!["c".to_string(), held.name.clone()], async |word4| {
                        {
                            let (flag6, flag7, flag8) = join!(
                                async {
                                    note(text(lines.join("-")).await?).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                    let mut news9: Event = news.clone();
                                    news9 = Event::Nothing;
                                    Ok(flag)
                                },
                                async {
                                    note(word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                    Ok(flag)
                                },
                                check(word4.clone()),
                            )
                            .await?;
                        }
                        let (many10, word11, perhaps12) = join!(
                            async {
                                let mut turn13 = 0_i64;
                                'l14: loop {
                                    turn13 += 1;
                                    if turn13 > 2 { break; }
                                    note("turn".to_string()).await?;
                                    let mut n15: i64 = two.0;
                                    n15 += (two.0) % 10;
                                    n15 += (5) % 10;
                                }
                                Ok(held.count)
                            },
                            async {
                                Ok(word4.clone())
                            },
                            maybe(word4.clone()),
                        )
                        .await?;
                        Ok(lines.join("-"))
                    }).max_concurrency(2).await?;
                }
                1 | 2 => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
                n3 if n3 > 3 => {
                    return Ok(two.clone());
                }
                i64::MIN..=-1 => {
                }
                _ => {
                }
            }
            return Ok(two.clone());
        }
        _ => {
        }
    }
    let lines: Vec<Parcel> = vec![Parcel { name: word.clone(), size: word.len() as i64, note: Some("c".to_string()), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: "b".to_string(), code: 3 }, count: Some(two.1.len() as i64), spot: held.spot }];
    let n16: i64 = number(n).await?;
    note(format!("at {n}/{flag}/{word}/{n16}")).await?;
    boxes(lines.clone(), 1).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(two.clone())
}
#[test]
fn w123_agrees() {
    agrees!(w123(n, flag, word, lines, what, held, two, news));
}

#[workflow]
pub async fn w124(flag: bool, word: String, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<Kind, Failure> {
    let mut two: Option<i64> = many;
    if (many.unwrap_or(6)) % 2 == 0 {
        if let Some(n1) = two {
            note(format!("at {flag}/{word}/{n1}")).await?;
        } else {
            map(vec![word.clone(), word.clone()], async |word2| {
                let two3: (i64, String) = (two.unwrap_or(0), word.clone());
                if let Some(word4) = maybe(word.clone()).await? {
                    note("arm".to_string()).await?;
                    let mut word4: String = two3.1;
                }
                Ok(true)
            }).max_concurrency(2).await?;
            match (here.x) % 6 {
                0 => {
                    note(format!("at {flag}/{word}")).await?;
                }
                1 | 2 => {
                    match word.as_str() {
                        "a" | "b" => {
                            match risky(word.clone()).await {
                                Ok(n8) => {
                                    note("arm".to_string()).await?;
                                    let my_types::Spot { x: n10, y: n11 } = here;
                                }
                                Err(Trouble::Busy) => {
                                    return Err(Failure::new("Stopped", word.clone()));
                                }
                                Err(Trouble::Bad { why: word9, .. }) => {
                                }
                                Err(Trouble::Closed(word9)) => {
                                }
                                Err(other6) => return Err(other6.into()),
                            }
                            note(word.clone()).await?;
                        }
                        "north" => {
                            note(format!("at {flag}/{word}")).await?;
                        }
                        "" if sizes.is_empty() => {
                            return Ok(Kind::Empty);
                        }
                        _ => {
                        }
                    }
                    sleep(Duration::from_secs(78)).await;
                }
                _ => {
                    note(format!("at {flag}/{word}")).await?;
                }
            }
        }
        let here: i64 = here.x;
    }
    let mut lines12: Vec<String> = list("b".to_string()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {flag}/{word}")).await?;
    note(lines12.join("-")).await?;
    count(two).await?;
    between(here, here).await?;
    Ok(Kind::Sized(-2))
}
#[test]
fn w124_agrees() {
    agrees!(w124(flag, word, sizes, many, here, two));
}
