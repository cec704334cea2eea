//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w120(word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, news: Event) -> Result<(i64, String), Failure> {
    {
        match news.clone() {
            Event::Sent { to: word1, times: n2, why: Some(_), .. } => {
                note("arm".to_string()).await?;
            }
            Event::Sent { times: n2, .. } => {
                match (n2) % 6 {
                    0 => {
                        let mut turn4 = 0_i64;
                        let next6: Option<String> = Some(lines.join("-"));
                        'l5: while let Some(word7) = next6.clone() {
                            if turn4 > 1 { break; }
                            turn4 += 1;
                            match (here.y) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                }
                                1 | 2 => {
                                    note(format!("at {word}/{n2}/{turn4}/{word7}")).await?;
                                }
                                n8 if n8 > 3 => {
                                    if !(word7 == "b") {
                                        break 'l5;
                                    }
                                    if here == here {
                                        continue 'l5;
                                    }
                                }
                                _ => {
                                    let mut news9: Event = Event::Nothing;
                                    news9 = Event::Nothing;
                                }
                            }
                            match word.as_str() {
                                "a" | "b" => {
                                    let sizes10: BTreeMap<String, i64> = table(word7.clone()).await?;
                                }
                                "north" => {
                                }
                                "" if here == here => {
                                }
                                _ => {
                                }
                            }
                        }
                        let held_all11: Vec<Parcel> = vec![Parcel { name: "a".to_string(), size: n2, note: Some("".to_string()), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: (here.x) % 50 + (-1) % 7 }, count: sizes.get("north").copied(), spot: here }];
                    }
                    1 | 2 => {
                    }
                    n3 if n3 > 3 => {
                    }
                    _ => {
                        note(format!("at {word}/{n2}")).await?;
                    }
                }
            }
            Event::Lost(my_types::Loss { at: sizes }) => {
                note(format!("at {word}")).await?;
            }
            Event::Nothing => {
                note(format!("at {word}")).await?;
            }
        }
        let what: Vec<Parcel> = vec![Parcel { name: word.clone(), size: -1, note: lines.first().cloned(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: word.clone(), code: here.y }, count: sizes.get("a").copied(), spot: here }];
    }
    let mut two12: (i64, String) = ((here.x) % 50 - (here.y) % 7, "c".to_string());
    two12.0 = 6;
    let (n13, word14) = two12;
    note(format!("at {word}/{n13}/{word14}")).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    Ok((-1, word.clone()))
}
#[test]
fn w120_agrees() {
    agrees!(w120(word, lines, what, sizes, here, news));
}

#[workflow]
pub async fn w121(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>) -> Result<Event, Failure> {
    match held.label.text.as_str() {
        "a" | "b" => {
            let (lines1, held_all2) = join!(
                async {
                    note("fork".to_string()).await?;
                    match (held.size) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                            note(held.name.clone()).await?;
                        }
                        result if result > 3 => {
                        }
                        i64::MIN..=-1 => {
                            return Ok(lines.clone());
                        }
                        _ => {
                        }
                    }
                    match kind(held.label.code).await? {
                        Kind::Sized(n3) if n3 > 3 => {
                            note(format!("at {word}/{n3}")).await?;
                        }
                        Kind::Sized(n3) => {
                            return Err(Failure::new("Stopped", held.label.text.clone()));
                        }
                        Kind::Named { name: word4, size: held } => {
                            return Ok(lines.clone());
                        }
                        Kind::Empty => {
                            let two5: (i64, String) = match risky("".to_string()).await {
                                Ok(n8) => {
                                    (held_all.len() as i64, held.lines.join("-"))
                                }
                                Err(Trouble::Busy) => {
                                    both(held.label.code, held.name.clone()).await?
                                }
                                Err(Trouble::Bad { why: many, .. }) => {
                                    sleep(Duration::from_secs(14)).await;
                                    let perhaps: bool = check(lines.join("-")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                    (number(held.label.code).await?, held.lines.join("-"))
                                }
                                Err(Trouble::Closed(many)) => {
                                    note(word.clone()).await?;
                                    (pair(held.spot.x, held.spot.x).await?, held.name.clone())
                                }
                                Err(other6) => return Err(other6.into()),
                            };
                            let lines10: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word9| {
                                Ok(two5.1.clone())
                            }).max_concurrency(2).await?;
                        }
                    }
                    Ok(list(held.name.clone()).await?)
                },
                boxes(held_all.clone(), held.lines.len() as i64),
            )
            .await?;
            let mut lines11: Vec<String> = list(word.clone()).timeout(Duration::from_secs(3)).await?;
        }
        "north" => {
            note(format!("at {word}")).await?;
        }
        _ => {
        }
    }
    let news12: Event = event(Event::Lost(my_types::Loss { at: my_types::Spot { x: held.label.code, y: held.label.code } })).await?;
    let n13: i64 = held.spot.x;
    note(format!("at {word}/{n13}")).await?;
    event(news12.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok(Event::Sent { to: held.label.text, times: held.label.code, why: held.note.clone() })
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
            let (here4, here5) = join!(
                async {
                    match (held.note.clone(), flag && held_all.iter().any(|of| of.count.is_none())) {
                        (Some(word6), true) => {
                            note("arm".to_string()).await?;
                        }
                        (Some(word6), false) if word6 == "a" => {
                            match risky(word6.clone()).await {
                                Ok(n9) => {
                                    'l10: for word11 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                                        note("turn".to_string()).await?;
                                        if flag && held.note.is_some() {
                                            continue 'l10;
                                        }
                                        let two13: (i64, String) = (cause2.len() as i64, held.name.clone());
                                    }
                                }
                                Err(Trouble::Busy) => {
                                    let result: Option<i64> = None::<i64>;
                                }
                                Err(Trouble::Bad { why: held_all, .. }) => {
                                    {
                                        let mut news14: Event = event(news.clone()).await?;
                                    }
                                }
                                Err(Trouble::Closed(held_all)) => {
                                    let mut cause2: String = format!("{flag}/{word6}");
                                }
                                Err(other7) => return Err(other7.into()),
                            }
                        }
                        (None, _) | (_, false) => {
                            note(format!("at {flag}/{word}/{cause2}")).await?;
                        }
                    }
                    note(held.note.clone().unwrap_or_default()).timeout(Duration::from_secs(3)).await?;
                    Ok(between(my_types::Spot { x: (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 50 + (here.x) % 7, ..here }, here).await?)
                },
                async {
                    Ok(here)
                },
            )
            .await?;
            note(held.name.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
        }
    }
    sleep(Duration::from_secs(held.name.len() as u64)).await;
    let what15: Kind = Kind::Sized(held.label.code);
    note(format!("at {flag}/{word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(None::<String>)
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
            let mut turn3 = 0_i64;
            'l4: loop {
                turn3 += 1;
                if turn3 > 2 { break; }
                note("turn".to_string()).await?;
                let mut turn5 = 0_i64;
                loop {
                    turn5 += 1;
                    if turn5 > 2 { break; }
                    {
                        if held.count == Some(0) {
                            note("arm".to_string()).await?;
                        } else if held.note.is_none() {
                            let lines: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                            break;
                        } else {
                            if true {
                                return Ok(two.clone());
                            }
                            note(held.label.text.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        }
                    }
                }
            }
            match (held.note.clone(), flag && (2) % 2 == 0) {
                (Some(word6), true) => {
                    if let Some(_spare) = held.note {
                        note(format!("at {word}/{turn3}/{word6}/{_spare}")).await?;
                    } else {
                    }
                }
                (Some(word6), false) if word6 == "a" => {
                    note(format!("at {flag}/{word}/{turn3}/{word6}")).await?;
                }
                (None, _) | (_, false) => {
                    note(format!("at {n}/{flag}/{word}/{turn3}")).await?;
                }
            }
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let word: Option<String> = maybe(lines.join("-")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let (n7, word8) = two;
    note(format!("at {n}/{flag}/{n7}/{word8}")).await?;
    note(word.clone().unwrap_or_default()).await?;
    event(news.clone()).await?;
    note(lines.join("-")).await?;
    Ok((two.0, "north".to_string()))
}
#[test]
fn w123_agrees() {
    agrees!(w123(n, flag, word, lines, what, held, two, news));
}

#[workflow]
pub async fn w124(flag: bool, word: String, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<Kind, Failure> {
    let mut two: Option<i64> = many;
    if (many.unwrap_or(6)) % 2 == 0 {
        if (here.y) % 2 == 0 {
            sleep(Duration::from_secs(word.len() as u64)).await;
            return Ok(Kind::Named { name: format!("{word}/{word}"), size: here.y });
        }
        if (here.x) % 2 == 0 {
            return Ok(Kind::Sized(sizes.get(&word).copied().unwrap_or(2)));
        }
    }
    match slow(6).await {
        Ok(many) if many == "a" => {
            note(format!("at {flag}/{word}/{many}")).await?;
        }
        Ok(many) => {
        }
        Err(Small::Late) => {
            let mut turn3 = 0_i64;
            let next5: Option<String> = None::<String>;
            'l4: while let Some(word6) = next5.clone() {
                if turn3 > 1 { break; }
                turn3 += 1;
                'l7: for word8 in vec![word6.clone(), "".to_string()] {
                    note("turn".to_string()).await?;
                    let what10: Kind = Kind::Named { name: word.clone(), size: 2 };
                }
            }
        }
        Err(Small::Full(_, sizes)) => {
            note(format!("at {flag}/{word}/{sizes}")).await?;
        }
        Err(Small::Empty) => {
            note(format!("at {flag}/{word}")).await?;
        }
    }
    note(format!("at {flag}/{word}")).await?;
    count(two).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(Kind::Sized(sizes.get(&word).copied().unwrap_or(5)))
}
#[test]
fn w124_agrees() {
    agrees!(w124(flag, word, sizes, many, here, two));
}
