//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w010(n: i64, flag: bool, word: String, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    'l1: for cx in vec!["north".to_string(), word.clone()] {
        match kind(n).await? {
            Kind::Sized(sizes) => {
                note("arm".to_string()).await?;
            }
            _ => {
                let Kind::Sized(n4) = kind(2).await? else {
                    if let Some(n5) = count(None::<i64>).await? {
                        for (at7, word6) in vec!["a".to_string(), cx.clone()].into_iter().enumerate() {
                            let n7 = at7 as i64;
                            note("turn".to_string()).await?;
                            return Ok(None::<String>);
                        }
                        let mut turn8 = 0_i64;
                        'l9: while turn8 < 2 && false {
                            turn8 += 1;
                            note("turn".to_string()).await?;
                            let mut n10: i64 = turn8;
                            n10 += (n) % 10;
                        }
                    } else {
                        let mut sizes11: BTreeMap<String, i64> = sizes.clone();
                        sizes11.insert(cx.clone(), sizes.get(&word).copied().unwrap_or(5));
                        match (n) % 6 {
                            0 => {
                                note(format!("at {n}/{flag}/{word}/{cx}")).await?;
                            }
                            1 | 2 => {
                                sizes11.insert(cx.clone(), (2) % 50 - (n) % 7);
                            }
                            n12 if n12 > 3 => {
                                note(format!("at {flag}/{word}/{cx}/{n12}")).await?;
                            }
                            _ => {
                                note(format!("at {n}/{flag}/{word}/{cx}")).await?;
                            }
                        }
                    }
                    continue 'l1;
                };
                continue 'l1;
            }
        }
        break 'l1;
    }
    let mut n: my_types::Spot = spot(my_types::Spot { x: n, y: n }).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    let mut news13: Event = event(Event::Sent { to: "north".to_string(), times: 2, why: Some(word.clone()) }).await?;
    note(format!("at {flag}/{word}")).await?;
    event(news13.clone()).await?;
    between(n, n).await?;
    Ok(None::<String>)
}
#[test]
fn w010_agrees() {
    agrees!(w010(n, flag, word, sizes));
}

#[workflow]
pub async fn w011(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, two: (i64, String), news: Event) -> Result<Vec<Parcel>, Failure> {
    match kind(held.note.as_ref().map_or(5, |of| of.len() as i64)).await? {
        Kind::Sized(n1) if n1 > 3 => {
            return Ok(vec![held.clone()]);
        }
        Kind::Sized(n1) => {
        }
        Kind::Named { name: word3, size: n2 } => {
            let lines4: Vec<String> = held.lines;
        }
        Kind::Empty => {
            match kind(held.label.code).await? {
                Kind::Sized(n5) => {
                    {
                        sleep(Duration::from_secs(79)).await;
                        match (held.spot.x) % 6 {
                            0 => {
                                note(format!("at {flag}/{word}/{n5}")).await?;
                            }
                            1 | 2 => {
                                note(format!("at {flag}/{word}/{n5}")).await?;
                            }
                            _ => {
                                for machine in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                                    let flag: my_types::Spot = held.spot;
                                    let mut news9: Event = event(news.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                }
                                let mut lines10: Vec<String> = held.lines.clone();
                                lines10.push(two.1.clone());
                            }
                        }
                    }
                }
                Kind::Named { name: perhaps, size: n6 } => {
                }
                Kind::Empty => {
                    note(format!("at {flag}/{word}")).await?;
                }
            }
            match perhaps.clone() {
                Some(word11) if word11.is_empty() => {
                    note("arm".to_string()).await?;
                }
                Some(word11) => {
                    note(format!("at {flag}/{word}/{word11}")).await?;
                }
                None => {
                }
            }
        }
    }
    let what12: Kind = what.clone();
    let n13: i64 = pair(held.spot.x, held.size).await?;
    note(format!("at {flag}/{word}/{n13}")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    note(lines.join("-")).await?;
    Ok(vec![Parcel { name: "c".to_string(), size: held.size, note: Some(held.label.text.clone()), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: word.clone(), code: -1 }, count: held.count, spot: my_types::Spot { x: held.spot.x, y: held.spot.x } }])
}
#[test]
fn w011_agrees() {
    agrees!(w011(flag, word, perhaps, lines, what, held, sizes, two, news));
}

#[workflow]
pub async fn w012(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<i64, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match word.as_str() {
            "a" | "b" => {
                note("arm".to_string()).await?;
            }
            "north" => {
                if let Kind::Sized(n3) = what.clone() {
                    note("arm".to_string()).await?;
                } else {
                    let mut two: Kind = what.clone();
                }
                if (-2) % 2 == 0 {
                    note("arm".to_string()).await?;
                } else if perhaps.is_some() {
                    sleep(Duration::from_secs(two.1.len() as u64)).await;
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |turn1| {
                        if check(lines.join("-")).await? {
                            note(format!("at {word}/{turn1}")).await?;
                        } else if !(held_all.iter().any(|of| of.count.is_none())) {
                            let what4: Kind = what.clone();
                        } else {
                            let mut held5: Parcel = Parcel { name: "a".to_string(), size: two.0, note: lines.first().cloned(), lines: lines.clone(), kind: what.clone(), label: Label { text: turn1.clone(), code: two.0 }, count: Some(two.0), spot: my_types::Spot { x: two.0, y: two.0 } };
                            held5.label.code = held_all.len() as i64;
                            note(turn1.clone()).await?;
                        }
                        Ok(BTreeMap::<String, i64>::new())
                    }).await?;
                } else {
                }
            }
            "" if two.1 == "" => {
                return Ok(turn1);
            }
            _ => {
            }
        }
        if !(many == Some(2)) {
            break 'l2;
        }
    }
    let many6: Option<i64> = Some(-1);
    note(two.1.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {word}/{turn1}")).await?;
    count(many6).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(turn1)
}
#[test]
fn w012_agrees() {
    agrees!(w012(word, perhaps, lines, what, many, two, held_all));
}

#[workflow]
pub async fn w013(n: i64, flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    map(vec![word.clone(), "b".to_string()], async |news| {
        note("fork".to_string()).await?;
        match (n) % 6 {
            0 => {
                map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |lines| {
                    let mut what2: Kind = Kind::Sized(6);
                    what2 = Kind::Sized(lines.len() as i64);
                    if -1 > 2 {
                        note("arm".to_string()).await?;
                    } else {
                        if let Kind::Sized(lines) = what2 {
                            if flag && true {
                                return Ok(Event::Nothing);
                            }
                            let mut lines3: Vec<String> = vec![news.clone()];
                        }
                        let (n4, sizes5, held6) = join!(
                            pair(n, 0),
                            async {
                                if !(word == "b") {
                                    return Ok(sizes.clone());
                                }
                                Ok(sizes.clone())
                            },
                            pack("north".to_string(), 4, flag, sizes.get("c").copied()),
                        )
                        .await?;
                    }
                    Ok(Event::Nothing)
                }).max_concurrency(2).await?;
                match maybe(lines.join("-")).await? {
                    Some(news) if news.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(news) => {
                        return Ok(my_types::Spot { x: lines.len() as i64, y: n });
                    }
                    None => {
                    }
                }
            }
            1 | 2 => {
                return Err(Failure::new("Stopped", news.clone()));
            }
            _ => {
                note(format!("at {n}/{flag}/{word}/{news}")).await?;
            }
        }
        Ok(my_types::Spot { x: n, y: n })
    }).await?;
    note("north".to_string()).await?;
    let value: Kind = Kind::Named { name: word.clone(), size: n };
    note(format!("at {n}/{flag}/{word}")).await?;
    event(news.clone()).await?;
    note(lines.join("-")).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w013_agrees() {
    agrees!(w013(n, flag, word, lines, sizes, news));
}

#[workflow]
pub async fn w014(word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, news: Event) -> Result<Parcel, Failure> {
    if let Some(word1) = perhaps.clone() {
        if let Kind::Sized(sizes) = held.kind {
            match word1.as_str() {
                "a" | "b" => {
                    note(format!("at {word}/{word1}/{sizes}")).await?;
                }
                "north" => {
                    if let Some(word2) = held.note.clone() {
                        let held: Parcel = Parcel { name: word2.clone(), size: held.label.code, note: perhaps.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized(held.label.code), label: Label { text: held.label.text.clone(), code: sizes }, count: held.count, spot: my_types::Spot { x: pair(3, held.lines.len() as i64).await?, ..held.spot } };
                    }
                }
                _ => {
                    let sizes3: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                    {
                        let mut turn4 = 0_i64;
                        loop {
                            turn4 += 1;
                            if turn4 > 2 { break; }
                            let many5: Option<i64> = count(Some(sizes3.get(&word1).copied().unwrap_or(2))).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                            let mut sizes6: BTreeMap<String, i64> = sizes3.clone();
                            sizes6.insert(word.clone(), word.len() as i64);
                        }
                    }
                }
            }
            sleep(Duration::from_secs(42)).await;
        } else {
        }
    } else {
        note(format!("at {word}")).await?;
    }
    let held7: Parcel = Parcel { name: "c".to_string(), size: held.size, note: None::<String>, lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: "".to_string(), code: held.size }, count: held.count, spot: held.spot };
    let sizes: i64 = held7.label.code;
    let mut here8: my_types::Spot = held.spot;
    here8.y += (held.spot.x) % 10;
    note(format!("at {word}/{sizes}")).await?;
    between(here8, here8).await?;
    parcel(held7.clone()).await?;
    event(news.clone()).await?;
    Ok(Parcel { name: word.clone(), size: (held7.size) % 50 - (1) % 7, note: None::<String>, lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: "".to_string(), code: held7.lines.len() as i64 }, count: many, spot: held.spot })
}
#[test]
fn w014_agrees() {
    agrees!(w014(word, perhaps, held, sizes, many, news));
}
