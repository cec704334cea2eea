//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w100(n: i64, word: String, perhaps: Option<String>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Event, Failure> {
    let mut two1: (i64, String) = two.clone();
    two1.0 = -1;
    if perhaps.is_some() {
        return Ok(news.clone());
    } else {
        let error: bool = !(two1.0 > 2);
        if error && (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 2 == 0 {
            match (n) % 6 {
                0 => {
                    note("arm".to_string()).await?;
                }
                1 | 2 => {
                    note(format!("at {n}/{word}/{error}")).await?;
                }
                i64::MIN..=-1 => {
                    {
                        let mut turn3 = 0_i64;
                        while turn3 < 2 && error && perhaps.is_none() {
                            turn3 += 1;
                            note("turn".to_string()).await?;
                            continue;
                        }
                    }
                }
                _ => {
                }
            }
            {
                let mut turn4 = 0_i64;
                let next5: Option<String> = perhaps;
                while let Some(word6) = next5.clone() {
                    if turn4 > 1 { break; }
                    turn4 += 1;
                    note(format!("at {word}/{error}/{turn4}/{word6}")).await?;
                }
                let held7: Parcel = parcel(Parcel { name: "a".to_string(), size: 1, note: Some("c".to_string()), lines: Vec::<String>::new(), kind: Kind::Empty, label: Label { text: two.1.clone(), code: n }, count: None::<i64>, spot: here }).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
            }
        } else {
            return Ok(Event::Lost(my_types::Loss { at: here }));
        }
    }
    sleep(Duration::from_secs(47)).await;
    note(format!("at {n}/{word}")).await?;
    both(two1.0, two1.1.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(news.clone())
}
#[test]
fn w100_agrees() {
    agrees!(w100(n, word, perhaps, here, two, held_all, news));
}

#[workflow]
pub async fn w101(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<bool, Failure> {
    if check(word.clone()).await? {
        let mut lines1: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |many| {
            let mut flag2: bool = perhaps.is_none();
            flag2 = flag && perhaps.is_some();
            Ok(format!("{many}/{n}"))
        }).max_concurrency(2).await?;
        let mut turn3 = 0_i64;
        loop {
            turn3 += 1;
            if turn3 > 2 { break; }
            match (n) % 6 {
                0 => {
                    note("arm".to_string()).await?;
                }
                1 | 2 => {
                    break;
                }
                n4 if n4 > 3 => {
                    note(format!("at {flag}/{word}/{turn3}/{n4}")).await?;
                }
                i64::MIN..=-1 => {
                    {
                        match (here, many) {
                            (my_types::Spot { x: 0, y: n5 }, _) => {
                                note("arm".to_string()).await?;
                            }
                            (my_types::Spot { x: n5, .. }, Some(turn3)) => {
                                let mut std: String = text(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                let value: Parcel = Parcel { name: word.clone(), size: (word.len() as i64) % 50 + (((n) % 50 - (0) % 7) % 50 + (4) % 7) % 7, note: perhaps.clone(), lines: vec![word.clone(), "c".to_string()], kind: Kind::Named { name: perhaps.clone().unwrap_or_default(), size: here.y }, label: Label { text: "north".to_string(), code: n5 }, count: None::<i64>, spot: here };
                            }
                            (_, None) => {
                            }
                            _ => {
                                lines1.push("b".to_string());
                            }
                        }
                    }
                }
                _ => {
                    return Ok(flag);
                }
            }
        }
    }
    let word6: String = text(word.clone()).await?;
    let flag7: bool = check("".to_string()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {flag}/{word}/{word6}/{flag7}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(flag)
}
#[test]
fn w101_agrees() {
    agrees!(w101(n, flag, word, perhaps, lines, many, here, held_all));
}

#[workflow]
pub async fn w102(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>, held_all: Vec<Parcel>) -> Result<String, Failure> {
    let mut turn1 = 0_i64;
    loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        let mut news2: Event = Event::Nothing;
        let (sizes3, what4, here5) = join!(
            table(perhaps.clone().unwrap_or_default()),
            kind(turn1),
            async {
                match (number(n).await?) % 6 {
                    0 => {
                        if !(matches!(news2, Event::Sent { times, .. } if times > 3)) {
                            if lines.contains(&held.name) {
                                return Ok(my_types::Spot { x: -1, y: held.label.code });
                            }
                            'l7: for (at8, held_all) in lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                                let n8 = at8 as i64;
                                let held9: Parcel = held.clone();
                                let word10: String = held9.label.text;
                                sleep(Duration::from_secs(41)).await;
                            }
                        }
                    }
                    1 | 2 => {
                        match (turn1) % 6 {
                            0 => {
                                let mut turn12 = 0_i64;
                                'l13: loop {
                                    turn12 += 1;
                                    if turn12 > 2 { break; }
                                    note(format!("at {n}/{word}/{turn1}/{turn12}")).await?;
                                }
                            }
                            1 | 2 => {
                                note(format!("at {n}/{word}/{turn1}")).await?;
                            }
                            _ => {
                            }
                        }
                        let n: my_types::Spot = held.spot;
                    }
                    i64::MIN..=-1 => {
                        note(format!("at {n}/{word}/{turn1}")).await?;
                    }
                    _ => {
                        note(format!("at {n}/{word}/{turn1}")).await?;
                    }
                }
                let many: Option<i64> = None::<i64>;
                Ok(held.spot)
            },
        )
        .await?;
    }
    let lines14: Vec<String> = list(held.name.clone()).await?;
    let mut what: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    note(format!("at {n}/{word}/{turn1}")).await?;
    note(lines14.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok(word.clone())
}
#[test]
fn w102_agrees() {
    agrees!(w102(n, word, perhaps, lines, what, held, many, held_all));
}

#[workflow]
pub async fn w103(word: String, perhaps: Option<String>, held: Parcel, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
        turn1 += 1;
        let Some(word3) = held.note.clone() else {
            if let Kind::Sized(news) = held.kind.clone() {
                let two4: (i64, String) = two.clone();
                'l5: for word6 in vec![held.name.clone(), word.clone()] {
                    if check(held.name.clone()).await? {
                        note("arm".to_string()).await?;
                        let two4: Kind = held.kind.clone();
                    } else if false {
                    } else {
                        break 'l2;
                    }
                }
            } else {
                note(format!("at {word}/{turn1}")).await?;
            }
            continue 'l2;
        };
    }
    let mut two8: (i64, String) = {
        if let Some(word9) = maybe(held.lines.join("-")).await? {
            note("arm".to_string()).await?;
            let mut held_all10: Vec<Parcel> = held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>();
            held_all10.push(Parcel { name: held.label.text.clone(), size: held_all.len() as i64, note: perhaps.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: "a".to_string(), code: -1 }, count: None::<i64>, spot: held.spot });
        } else {
            note(format!("at {word}/{turn1}")).await?;
        }
        let mut what11: Kind = held.kind.clone();
        two.clone()
    };
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    note(format!("at {word}/{turn1}")).await?;
    both(two8.0, two8.1.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w103_agrees() {
    agrees!(w103(word, perhaps, held, two, held_all, news));
}

#[workflow]
pub async fn w104(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    let mut turn1 = 0_i64;
    let next3: Option<String> = Some(perhaps.clone().unwrap_or_default());
    'l2: while let Some(word4) = next3.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        if matches!(what, Kind::Sized(_) | Kind::Empty) {
            if false {
                note("arm".to_string()).await?;
                let output: (i64, String) = (turn1, lines.join("-"));
            } else {
            }
            'l5: for (at7, word6) in vec![word4.clone(), "a".to_string()].into_iter().enumerate() {
                let n7 = at7 as i64;
                note("turn".to_string()).await?;
                let mut turn8 = 0_i64;
                loop {
                    turn8 += 1;
                    if turn8 > 2 { break; }
                    note("turn".to_string()).await?;
                    if matches!(what, Kind::Sized(_) | Kind::Empty) {
                        continue 'l2;
                    }
                    let mut turn9 = 0_i64;
                    'l10: loop {
                        turn9 += 1;
                        if turn9 > 2 { break; }
                        let mut word6: my_types::Spot = spot(my_types::Spot { x: 1, y: held_all.len() as i64 }).timeout(Duration::from_secs(3)).await?;
                        let word6: i64 = word6.y;
                    }
                }
                let mut held11: Parcel = Parcel { name: "".to_string(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>(), note: perhaps.clone(), lines: vec![word.clone()], kind: what.clone(), label: Label { text: word4.clone(), code: word.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: 4, y: lines.len() as i64 } };
                held11.label.code = held_all.iter().map(|of| of.size % 9).sum::<i64>();
            }
        }
    }
    let n12: i64 = number(turn1).timeout(Duration::from_secs(3)).await?;
    let held_all13: Vec<Parcel> = held_all.iter().take(2).cloned().collect::<Vec<_>>();
    note(format!("at {n}/{word}/{turn1}/{n12}")).await?;
    boxes(held_all13.clone(), 1).await?;
    boxes(held_all.clone(), 1).await?;
    note(lines.join("-")).await?;
    Ok(boxes(held_all.clone(), n).await?)
}
#[test]
fn w104_agrees() {
    agrees!(w104(n, word, perhaps, lines, what, sizes, held_all));
}
