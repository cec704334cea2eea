//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w140(word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<bool, Failure> {
    match slow(held.label.code).await {
        Ok(word3) => {
            match risky(two.1.clone()).await {
                Ok(what) => {
                    note(format!("at {word}/{word3}/{what}")).await?;
                }
                Err(Trouble::Busy) => {
                    let Some(word8) = held.note.clone() else {
                        for (at10, word9) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                            let n10 = at10 as i64;
                            let mut turn11 = 0_i64;
                            while turn11 < 2 && perhaps.is_none() {
                                turn11 += 1;
                                note("turn".to_string()).await?;
                                if perhaps.is_some() {
                                    return Ok(held.note.is_some());
                                }
                                let mut flag12: bool = check(word9.clone()).await?;
                            }
                        }
                        return Ok((held.label.code) % 2 == 0);
                    };
                    let mut turn13 = 0_i64;
                    loop {
                        turn13 += 1;
                        if turn13 > 2 { break; }
                        if !(many == Some(2)) {
                            if let Kind::Sized(n14) = what.clone() {
                                let two15: (i64, String) = both(held.size, held.label.text.clone()).await?;
                            }
                            if word == "b" {
                                continue;
                            }
                            return Ok(word8 == "");
                        } else if sizes.is_empty() {
                            note(format!("at {word}/{word3}/{word8}/{turn13}")).await?;
                        } else {
                            return Err(Failure::new("Stopped", "a".to_string()));
                        }
                    }
                }
                Err(Trouble::Bad { why: word7, .. }) => {
                    note(format!("at {word}/{word3}/{word7}")).await?;
                }
                Err(Trouble::Closed(word7)) => {
                    note(format!("at {word}/{word3}/{word7}")).await?;
                }
                Err(other5) => return Err(other5.into()),
            }
        }
        Err(Small::Late) => {
        }
        Err(Small::Full(_, word4)) => {
            note(format!("at {word}/{word4}")).await?;
        }
        Err(Small::Empty) => {
            note(format!("at {word}")).await?;
        }
    }
    let mut word16: String = word.clone();
    word16 = held.label.text.clone();
    let mut held17: Parcel = held.clone();
    held17.lines.push(two.1.clone());
    note(format!("at {word}/{word16}")).await?;
    parcel(held17.clone()).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(true)
}
#[test]
fn w140_agrees() {
    agrees!(w140(word, perhaps, what, held, sizes, many, two));
}

#[workflow]
pub async fn w141(n: i64, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    let (flag1, held_all2, two3) = join!(
        async {
            let mut lines4: Vec<String> = map(vec![word.clone(), word.clone()], async |n| {
                let mut turn5 = 0_i64;
                while turn5 < 2 && sizes.is_empty() {
                    turn5 += 1;
                    let turn5: Option<i64> = count(many).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    {
                        if turn5 == Some(3) {
                            break;
                        }
                    }
                }
                Ok(word.clone())
            }).await?;
            let mut turn6 = 0_i64;
            'l7: while turn6 < 2 && sizes.is_empty() {
                turn6 += 1;
                match (turn6) % 6 {
                    0 => {
                        'l9: for word in lines4.iter().take(3).cloned().collect::<Vec<_>>() {
                            note(format!("at {n}/{turn6}/{word}")).await?;
                        }
                        let n: i64 = held_all.iter().map(|of| of.size % 9).sum::<i64>();
                    }
                    1 | 2 => {
                    }
                    n8 if n8 > 3 => {
                        note(format!("at {n}/{word}/{turn6}/{n8}")).await?;
                    }
                    _ => {
                    }
                }
            }
            Ok(held_all.iter().any(|of| of.count.is_none()))
        },
        boxes(held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>(), many.unwrap_or(0)),
        both(held_all.iter().map(|of| of.size % 9).sum::<i64>(), word.clone()),
    )
    .await?;
    note(two3.1.clone()).await?;
    let mut word11: String = format!("{flag1}/{word}");
    word11 = word.clone();
    note(format!("at {n}/{word}/{flag1}/{word11}")).await?;
    both(two3.0, two3.1.clone()).await?;
    boxes(held_all2.clone(), 1).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(Kind::Named { name: word11.clone(), size: -1 })
}
#[test]
fn w141_agrees() {
    agrees!(w141(n, word, perhaps, what, sizes, many, held_all));
}

#[workflow]
pub async fn w142(n: i64, flag: bool, word: String, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    match word.as_str() {
        "a" | "b" => {
            match word.as_str() {
                "a" | "b" => {
                    note("arm".to_string()).await?;
                }
                "north" => {
                    match (here.x) % 6 {
                        0 => {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                        1 | 2 => {
                        }
                        word if word > 3 => {
                        }
                        i64::MIN..=-1 => {
                            if let Some(word1) = maybe(word.clone()).await? {
                                if here == here {
                                    return Err(Failure::new("Stopped", word.clone()));
                                } else if flag && ((n) % 50 - (held_all.len() as i64) % 7) % 2 == 0 {
                                } else {
                                    let flag2: bool = check("north".to_string()).await?;
                                    let mut news3: Event = news.clone();
                                    news3 = Event::Nothing;
                                }
                            }
                            let Some(word) = maybe(word.clone()).await? else {
                                if check(word.clone()).await? {
                                    let mut word: Option<i64> = count(sizes.get("b").copied()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                }
                                if many == Some(1) {
                                    note("arm".to_string()).await?;
                                }
                                return Ok(BTreeMap::<String, i64>::new());
                            };
                        }
                        _ => {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                    }
                }
                _ => {
                }
            }
        }
        "north" => {
        }
        "" if flag && matches!(news, Event::Sent { times, .. } if times > 2) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        _ => {
        }
    }
    let my_types::Spot { x: n4, y: n5 } = here;
    note("".to_string()).await?;
    note(format!("at {flag}/{word}/{n4}/{n5}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(sizes.clone())
}
#[test]
fn w142_agrees() {
    agrees!(w142(n, flag, word, sizes, many, here, held_all, news));
}

#[workflow]
pub async fn w143(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, two: (i64, String), news: Event) -> Result<my_types::Spot, Failure> {
    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        for word2 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
            'l4: for word5 in vec![held.name.clone(), word.clone()] {
                sleep(Duration::from_secs(53)).await;
            }
            if held.note.is_none() {
                {
                    sleep(Duration::from_secs(two.1.len() as u64)).await;
                }
            } else if (held.label.code) % 2 == 0 {
                let mut sizes7: BTreeMap<String, i64> = table(format!("{word}/{word1}")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
            } else {
                note(format!("at {n}/{word}/{word1}/{word2}")).await?;
            }
        }
        map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word8| {
            match (held.spot, held.count) {
                (my_types::Spot { x: 0, y: n9 }, _) => {
                    let mut turn11 = 0_i64;
                    'l12: loop {
                        turn11 += 1;
                        if turn11 > 2 { break; }
                        note("turn".to_string()).await?;
                    }
                    let what13: Kind = kind(perhaps.as_ref().map_or(2, |of| of.len() as i64)).await?;
                }
                (my_types::Spot { x: n9, .. }, Some(n10)) => {
                }
                (_, None) => {
                }
                _ => {
                }
            }
            Ok(held.note.as_ref().map_or(6, |of| of.len() as i64))
        }).await?;
        Ok((two.0) % 50 - (held.count.unwrap_or(1)) % 7)
    }).max_concurrency(2).await?;
    let mut two14: (i64, String) = two.clone();
    sleep(Duration::from_secs(14)).await;
    note(format!("at {n}/{word}")).await?;
    both(two14.0, two14.1.clone()).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(between(held.spot, held.spot).await?)
}
#[test]
fn w143_agrees() {
    agrees!(w143(n, word, perhaps, what, held, two, news));
}

#[workflow]
pub async fn w144(word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<Kind, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && true {
        turn1 += 1;
        if two.1 == "b" {
            note(format!("at {word}/{turn1}")).await?;
        } else {
            {
                if here == here {
                    if perhaps.is_none() {
                        return Err(Failure::new("Stopped", two.1.clone()));
                    }
                    let mut turn3 = 0_i64;
                    loop {
                        turn3 += 1;
                        if turn3 > 2 { break; }
                        let news4: Event = event(Event::Sent { to: two.1.clone(), times: perhaps.as_ref().map_or(6, |of| of.len() as i64), why: perhaps.clone() }).await?;
                        let held5: Parcel = Parcel { name: word.clone(), size: -1, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Sized(turn3), label: Label { text: "a".to_string(), code: here.x }, count: Some(sizes.get(&word).copied().unwrap_or(3)), spot: here };
                        let word6: String = held5.label.text;
                    }
                } else {
                }
                let (n7, held_all8) = join!(
                    async {
                        let held9: Parcel = Parcel { name: word.clone(), size: many.unwrap_or(5), note: None::<String>, lines: vec![two.1.clone()], kind: Kind::Named { name: two.1.clone(), size: perhaps.as_ref().map_or(6, |of| of.len() as i64) }, label: Label { text: two.1.clone(), code: here.x }, count: many, spot: here };
                        let perhaps: Option<String> = held9.note;
                        Ok(number(sizes.get(&held9.label.text).copied().unwrap_or(4)).await?)
                    },
                    boxes(vec![Parcel { name: word.clone(), size: perhaps.as_ref().map_or(6, |of| of.len() as i64), note: Some("b".to_string()), lines: vec![word.clone()], kind: Kind::Named { name: "north".to_string(), size: two.0 }, label: Label { text: "b".to_string(), code: two.0 }, count: many, spot: my_types::Spot { x: perhaps.as_ref().map_or(5, |of| of.len() as i64), ..here } }], two.1.len() as i64),
                )
                .await?;
            }
        }
        let Ok(held10) = pack("c".to_string(), turn1, word == "a", many).await else {
            continue 'l2;
        };
    }
    note(format!("{word}/{turn1}")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    let mut here: String = two.1.clone();
    note(format!("at {word}/{turn1}/{here}")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Kind::Named { name: "".to_string(), size: two.0 })
}
#[test]
fn w144_agrees() {
    agrees!(w144(word, perhaps, sizes, many, here, two));
}
