//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w105(n: i64, flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<(i64, String), Failure> {
    for flag in vec![word.clone(), two.1.clone()] {
        match word.as_str() {
            "a" | "b" => {
                note(format!("at {n}/{word}/{flag}")).await?;
            }
            "north" => {
                match (two.0) % 6 {
                    0 => {
                        note("arm".to_string()).await?;
                    }
                    1 | 2 => {
                        if false {
                            return Ok(two.clone());
                        }
                    }
                    n2 if n2 > 3 => {
                        note(format!("at {n}/{word}/{flag}/{n2}")).await?;
                    }
                    i64::MIN..=-1 => {
                    }
                    _ => {
                        note(format!("at {n}/{word}/{flag}")).await?;
                    }
                }
            }
            _ => {
            }
        }
    }
    let mut perhaps3: Option<String> = lines.first().cloned();
    map(vec![word.clone(), "".to_string()], async |word4| {
        match (number(lines.len() as i64).await?) % 6 {
            0 => {
                map(vec![word.clone(), word4.clone()], async |outcome| {
                    match (two.0) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                        }
                        n6 if n6 > 3 => {
                            if check(word4.clone()).await? {
                                let mut word7: String = text(word4.clone()).await?;
                                word7 = "".to_string();
                                word7 = "c".to_string();
                            } else {
                                note(format!("at {word}/{word4}/{outcome}/{n6}")).await?;
                            }
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            return Ok(held_all.clone());
                        }
                    }
                    if !(perhaps3.is_none()) {
                        return Ok(held_all.clone());
                    }
                    Ok(held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>())
                }).await?;
            }
            1 | 2 => {
            }
            n5 if n5 > 3 => {
                note(format!("at {flag}/{word}/{word4}/{n5}")).await?;
            }
            i64::MIN..=-1 => {
                note(format!("at {n}/{flag}/{word}/{word4}")).await?;
            }
            _ => {
                note(format!("at {n}/{flag}/{word}/{word4}")).await?;
            }
        }
        Ok(perhaps3.clone())
    }).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps3.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok((lines.len() as i64, two.1.clone()))
}
#[test]
fn w105_agrees() {
    agrees!(w105(n, flag, word, lines, sizes, many, two, held_all));
}

#[workflow]
pub async fn w106(word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    match (maybe(format!("{word}/{word}")).await?, !(6 > 0)) {
        (Some(word1), true) => {
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                note("fork".to_string()).await?;
                if check(word.clone()).await? {
                    let lines4: Vec<String> = map(vec![held.label.text.clone(), word.clone()], async |word3| {
                        if held.note.is_some() {
                            return Ok(held.label.text.clone());
                        }
                        Ok("a".to_string())
                    }).await?;
                    if here.x > 0 {
                        return Err(Failure::new("Stopped", held.label.text.clone()));
                    }
                } else {
                }
                Ok(held.clone())
            }).max_concurrency(2).await?;
            for (at6, word5) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                let n6 = at6 as i64;
                {
                    let mut many7: Option<i64> = count(None::<i64>).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                }
            }
        }
        (Some(word1), false) if word1 == "a" => {
        }
        (None, _) | (_, false) => {
            let mut turn8 = 0_i64;
            loop {
                turn8 += 1;
                if turn8 > 2 { break; }
                match between(my_types::Spot { x: held_all.len() as i64, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, my_types::Spot { x: turn8, ..here }).await {
                    Ok(here11) => {
                        note(format!("at {word}/{turn8}")).await?;
                    }
                    Err(failure9) => {
                        let cause10 = failure9.error().to_string();
                        note(format!("at {word}/{turn8}/{cause10}")).await?;
                    }
                }
                let lines: Vec<String> = held.lines.clone();
            }
            if held.lines.len() as i64 > 0 {
                return Ok(Some(held.label.text.len() as i64));
            }
            return Ok(None::<i64>);
        }
    }
    let mut std: Vec<String> = lines.clone();
    let Parcel { lines: lines12, kind: what13, .. } = held;
    note(format!("at {word}")).await?;
    note(lines12.join("-")).await?;
    note(std.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held.count)
}
#[test]
fn w106_agrees() {
    agrees!(w106(word, perhaps, lines, held, here, held_all));
}

#[workflow]
pub async fn w107(word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<Parcel, Failure> {
    {
        match held.note.clone() {
            Some(word1) => {
                let mut turn2 = 0_i64;
                while turn2 < 2 && held.spot == held.spot {
                    turn2 += 1;
                    let held3: Parcel = held.clone();
                    let Parcel { lines: lines4, kind: what5, .. } = held3;
                    let news: Parcel = parcel(held.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                }
                let mut lines6: Vec<String> = list(word.clone()).await?;
            }
            None => {
                let mut perhaps7: Option<String> = lines.first().cloned();
                match slow(6).await {
                    Ok(word10) if word10 == "a" => {
                        if (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 2 == 0 {
                            let mut turn12 = 0_i64;
                            'l13: while turn12 < 2 && !(perhaps7.is_some()) {
                                turn12 += 1;
                                perhaps7 = Some("a".to_string());
                                let turn12: my_types::Spot = spot(held.spot).await?;
                            }
                            let mut here14: my_types::Spot = spot(held.spot).await?;
                        } else {
                            note(format!("at {word}/{word10}")).await?;
                        }
                        if word10 == "" {
                            return Ok(held.clone());
                        }
                    }
                    Ok(word10) => {
                    }
                    Err(Small::Late) => {
                        note(format!("at {word}")).await?;
                    }
                    Err(Small::Full(_, word11)) => {
                        note(format!("at {word}/{word11}")).await?;
                    }
                    Err(Small::Empty) => {
                        note(format!("at {word}")).await?;
                    }
                }
            }
        }
        let perhaps15: Option<String> = held.note;
    }
    let sizes16: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let mut sizes16: (i64, String) = (5, format!("{word}/{word}"));
    note(format!("at {word}")).await?;
    both(sizes16.0, sizes16.1.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(Parcel { name: held.name, size: sizes16.0, note: None::<String>, lines: held.lines.clone(), kind: kind(sizes16.0).await?, label: Label { text: word.clone(), code: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, count: held.count, spot: my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), ..held.spot } })
}
#[test]
fn w107_agrees() {
    agrees!(w107(word, lines, what, held, sizes, many, held_all, news));
}

#[workflow]
pub async fn w108(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, many: Option<i64>, held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    let mut perhaps: Option<i64> = count(None::<i64>).timeout(Duration::from_secs(3)).await?;
    if true {
        let Ok(held1) = parcel(Parcel { name: word.clone(), size: 6, note: Some("".to_string()), lines: lines.clone(), kind: Kind::Sized(held_all.len() as i64), label: Label { text: word.clone(), code: n }, count: None::<i64>, spot: my_types::Spot { x: lines.len() as i64, y: n } }).await else {
            if check(word.clone()).await? {
                note("arm".to_string()).await?;
                perhaps = Some(4);
                let mut n: Vec<String> = vec![word.clone(), "a".to_string()];
            } else {
                note(format!("at {n}/{word}")).await?;
            }
            'l2: for n4 in 0..3_i64 {
                note("turn".to_string()).await?;
                let n: Kind = match (n4) % 6 {
                    0 => {
                        Kind::Named { name: word.clone(), size: word.len() as i64 }
                    }
                    1 | 2 => {
                        continue 'l2;
                    }
                    n5 if n5 > 3 => {
                        let held6: Parcel = Parcel { name: "b".to_string(), size: 3, note: Some(lines.join("-")), lines: vec!["north".to_string()], kind: Kind::Empty, label: Label { text: word.clone(), code: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, count: perhaps, spot: my_types::Spot { x: n4, y: 0 } };
                        let many7: Option<i64> = held6.count;
                        held6.kind.clone()
                    }
                    i64::MIN..=-1 => {
                        Kind::Sized(n)
                    }
                    _ => {
                        Kind::Empty
                    }
                };
            }
            return Ok(Kind::Empty);
        };
    } else {
    }
    let news8: Event = event(Event::Nothing).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{word}")).await?;
    event(news8.clone()).await?;
    count(perhaps).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(Kind::Named { name: lines.join("-"), size: 6 })
}
#[test]
fn w108_agrees() {
    agrees!(w108(n, word, perhaps, lines, many, held_all));
}

#[workflow]
pub async fn w109(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<String, Failure> {
    match perhaps.clone() {
        Some(word1) => {
            note(format!("at {n}/{flag}/{word}/{word1}")).await?;
        }
        None => {
            match two.1.as_str() {
                "a" | "b" => {
                    match risky(lines.join("-")).await {
                        Ok(env) => {
                            match (env) % 6 {
                                0 => {
                                    let mut turn5 = 0_i64;
                                    'l6: loop {
                                        turn5 += 1;
                                        if turn5 > 2 { break; }
                                        note(two.1.clone()).await?;
                                        sleep(Duration::from_secs(42)).await;
                                    }
                                }
                                1 | 2 => {
                                }
                                i64::MIN..=-1 => {
                                    note(format!("at {n}/{flag}/{word}/{env}")).await?;
                                }
                                _ => {
                                    return Ok(word.clone());
                                }
                            }
                        }
                        Err(Trouble::Busy) => {
                        }
                        Err(Trouble::Bad { why: word4, .. }) => {
                        }
                        Err(Trouble::Closed(word4)) => {
                        }
                        Err(other2) => return Err(other2.into()),
                    }
                }
                "north" => {
                }
                _ => {
                    {
                        {
                            if flag && false {
                                return Ok(two.1.clone());
                            }
                        }
                        match parcel(Parcel { name: two.1.clone(), size: n, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Sized(held_all.len() as i64), label: Label { text: two.1.clone(), code: 2 }, count: None::<i64>, spot: my_types::Spot { x: 1, y: perhaps.as_ref().map_or(6, |of| of.len() as i64) } }).await {
                            Ok(held9) => {
                                note(format!("at {n}/{flag}/{word}")).await?;
                            }
                            Err(failure7) => {
                                let cause8 = failure7.error().to_string();
                            }
                        }
                    }
                    sleep(Duration::from_secs(58)).await;
                }
            }
        }
    }
    let mut perhaps10: Option<String> = perhaps.clone();
    perhaps10 = Some(two.1.clone());
    let mut what11: Kind = Kind::Named { name: two.1.clone(), size: two.0 };
    what11 = Kind::Sized(word.len() as i64);
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps10.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok("a".to_string())
}
#[test]
fn w109_agrees() {
    agrees!(w109(n, flag, word, perhaps, lines, sizes, two, held_all));
}
