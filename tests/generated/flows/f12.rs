//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w060(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String)) -> Result<my_types::Spot, Failure> {
    for lines in 0..2_i64 {
        match risky(word.clone()).await {
            Ok(n4) => {
                match perhaps.clone() {
                    Some(word5) if word5.is_empty() => {
                        note("arm".to_string()).await?;
                        if perhaps.is_some() {
                            break;
                        }
                        break;
                    }
                    Some(word5) => {
                        {
                            let news6: Event = event(Event::Lost(my_types::Loss { at: my_types::Spot { x: lines, y: 5 } })).await?;
                        }
                        'l7: for (at9, word8) in vec![word.clone(), word5.clone()].into_iter().enumerate() {
                            let n9 = at9 as i64;
                            match maybe(word.clone()).await? {
                                Some(word10) => {
                                    note("arm".to_string()).await?;
                                    let mut n4: Event = Event::Nothing;
                                }
                                None => {
                                    return Err(Failure::new("Stopped", word8.clone()));
                                }
                            }
                        }
                    }
                    None => {
                        let sizes: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        let sizes11: BTreeMap<String, i64> = table(format!("{word}/{lines}")).await?;
                    }
                }
                sleep(Duration::from_secs(50)).await;
            }
            Err(Trouble::Busy) => {
            }
            Err(Trouble::Bad { why: perhaps, .. }) => {
            }
            Err(Trouble::Closed(perhaps)) => {
                note(format!("at {word}/{lines}/{perhaps}")).await?;
            }
            Err(other2) => return Err(other2.into()),
        }
    }
    let two12: (i64, String) = both(4, word).await?;
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    note(format!("at ")).await?;
    both(two12.0, two12.1.clone()).await?;
    both(two.0, two.1.clone()).await?;
    note(lines.join("-")).await?;
    Ok(my_types::Spot { x: lines.len() as i64, y: two12.0 })
}
#[test]
fn w060_agrees() {
    agrees!(w060(word, perhaps, lines, what, sizes, two));
}

#[workflow]
pub async fn w061(word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<bool, Failure> {
    note(held.lines.join("-")).timeout(Duration::from_secs(3)).await?;
    let two1: (i64, String) = match table(format!("{word}/{word}")).await {
        Ok(sizes4) => {
            let mut sizes5: BTreeMap<String, i64> = sizes4.clone();
            let mut turn6 = 0_i64;
            loop {
                turn6 += 1;
                if turn6 > 2 { break; }
                let Kind::Sized(n7) = held.kind.clone() else {
                    'l8: for word9 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                        note("turn".to_string()).await?;
                        let mut held_all: Event = Event::Sent { to: two.1.clone(), times: held_all.iter().map(|of| of.size % 9).sum::<i64>(), why: perhaps.clone() };
                    }
                    continue;
                };
            }
            if let Some(word11) = held.note.clone() {
                match risky(word.clone()).await {
                    Ok(n14) => {
                        note("arm".to_string()).await?;
                    }
                    Err(Trouble::Busy) => {
                    }
                    Err(Trouble::Bad { why: word15, .. }) => {
                        note(format!("at {word}/{turn6}/{word11}/{word15}")).await?;
                    }
                    Err(Trouble::Closed(word15)) => {
                        note(format!("at {word}/{turn6}/{word11}/{word15}")).await?;
                    }
                    Err(other12) => return Err(other12.into()),
                }
                let lines: String = two.1;
                (held.label.code, "a".to_string())
            } else {
                two.clone()
            }
        }
        Err(failure2) => {
            let cause3 = failure2.error().to_string();
            both(perhaps.as_ref().map_or(6, |of| of.len() as i64), word.clone()).await?
        }
    };
    note(text(held.note.clone().unwrap_or_default()).await?).timeout(Duration::from_secs(3)).await?;
    note(format!("at {word}")).await?;
    both(two1.0, two1.1.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(!(held.label.text == "c"))
}
#[test]
fn w061_agrees() {
    agrees!(w061(word, perhaps, lines, held, here, two, held_all));
}

#[workflow]
pub async fn w062(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), news: Event) -> Result<(i64, String), Failure> {
    match two.1.as_str() {
        "a" | "b" => {
            note(format!("at {flag}/{word}")).await?;
        }
        "north" => {
            let (many1, word2) = join!(
                async {
                    match two.1.as_str() {
                        "a" | "b" => {
                            note(format!("at {flag}/{word}")).await?;
                        }
                        "north" => {
                        }
                        "" if flag && false => {
                            match table(format!("{flag}/{word}")).await {
                                Ok(sizes5) => {
                                    note("arm".to_string()).await?;
                                }
                                Err(failure3) => {
                                    let cause4 = failure3.error().to_string();
                                    for n8 in 0..3_i64 {
                                        let mut n9: i64 = pair(n8, n8).await?;
                                        n9 += (n9) % 10;
                                    }
                                    match (two.0) % 6 {
                                        0 => {
                                            note(format!("at {flag}/{word}/{cause4}")).await?;
                                        }
                                        1 | 2 => {
                                            note(word.clone()).await?;
                                        }
                                        t if t > 3 => {
                                            sleep(Duration::from_secs(cause4.len() as u64)).await;
                                        }
                                        i64::MIN..=-1 => {
                                            note(format!("at {flag}/{word}/{cause4}")).await?;
                                        }
                                        _ => {
                                            note(format!("at {flag}/{word}/{cause4}")).await?;
                                        }
                                    }
                                }
                            }
                            let (lines10, n11) = join!(
                                async {
                                    Ok(lines.clone())
                                },
                                async {
                                    Ok(two.0)
                                },
                            )
                            .await?;
                        }
                        _ => {
                        }
                    }
                    Ok(None::<i64>)
                },
                text("b".to_string()),
            )
            .await?;
            note(format!("{flag}/{word2}")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
        }
        _ => {
            note(format!("at {flag}/{word}")).await?;
        }
    }
    let sizes: BTreeMap<String, i64> = sizes.clone();
    let perhaps: Parcel = Parcel { name: two.1.clone(), size: 4, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Named { name: word.clone(), size: two.0 }, label: Label { text: "b".to_string(), code: -2 }, count: sizes.get("b").copied(), spot: my_types::Spot { x: two.0, y: two.0 } };
    note(format!("at {flag}/{word}")).await?;
    parcel(perhaps.clone()).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(two.clone())
}
#[test]
fn w062_agrees() {
    agrees!(w062(flag, word, perhaps, lines, what, sizes, two, news));
}

#[workflow]
pub async fn w063(word: String, lines: Vec<String>, what: Kind, many: Option<i64>, held_all: Vec<Parcel>) -> Result<String, Failure> {
    {
        let mut many: Option<i64> = many;
        sleep(Duration::from_secs(39)).await;
    }
    let mut many1: Option<i64> = many;
    many1 = Some(word.len() as i64);
    match (pair(word.len() as i64, 4).await?) % 6 {
        0 => {
            {
                let (here2, word3, sizes4) = join!(
                    async {
                        let sizes5: BTreeMap<String, i64> = {
                            let mut turn6 = 0_i64;
                            loop {
                                turn6 += 1;
                                if turn6 > 2 { break BTreeMap::<String, i64>::new(); }
                                note("turn".to_string()).await?;
                                let mut what: Event = Event::Lost(my_types::Loss { at: my_types::Spot { x: turn6, y: many.unwrap_or(4) } });
                            }
                        };
                        match maybe("a".to_string()).await? {
                            Some(word7) if word7.is_empty() => {
                                note(format!("at {word}/{word7}")).await?;
                            }
                            Some(word7) => {
                                note(format!("at {word}/{word7}")).await?;
                            }
                            None => {
                                note(format!("at {word}")).await?;
                            }
                        }
                        Ok(my_types::Spot { x: number(((6) % 50 - (0) % 7) % 50 + (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 7).await?, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() })
                    },
                    text(lines.join("-")),
                    table(word.clone()),
                )
                .await?;
                note(word3.clone()).await?;
            }
            many1 = Some(4);
        }
        1 | 2 => {
            note(format!("at {word}")).await?;
        }
        _ => {
            return Ok(word.clone());
        }
    }
    note(format!("at {word}")).await?;
    count(many1).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok("c".to_string())
}
#[test]
fn w063_agrees() {
    agrees!(w063(word, lines, what, many, held_all));
}

#[workflow]
pub async fn w064(n: i64, flag: bool, word: String, perhaps: Option<String>, here: my_types::Spot, two: (i64, String)) -> Result<Kind, Failure> {
    match word.as_str() {
        "a" | "b" => {
            note("arm".to_string()).await?;
        }
        "north" => {
        }
        "" if perhaps.is_some() => {
            {
                match kind(n).await? {
                    Kind::Sized(n1) => {
                        note(format!("at {n}/{flag}/{word}/{n1}")).await?;
                    }
                    _ => {
                        if let Ok(result) = parcel(Parcel { name: two.1.clone(), size: two.0, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Sized(n), label: Label { text: two.1.clone(), code: n }, count: None::<i64>, spot: my_types::Spot { x: n, ..here } }).await {
                            match result.kind.clone() {
                                Kind::Sized(n3) if n3 > 3 => {
                                    note("arm".to_string()).await?;
                                    let here: String = "c".to_string();
                                    let mut here: Option<i64> = None::<i64>;
                                }
                                Kind::Sized(n3) => {
                                    note(format!("at {n}/{flag}/{word}/{n3}")).await?;
                                }
                                Kind::Named { name: word, size: n4 } => {
                                    sleep(Duration::from_secs(67)).await;
                                    if result.lines.len() as i64 > -1 {
                                        return Ok(Kind::Named { name: two.1.clone(), size: result.label.code });
                                    }
                                }
                                Kind::Empty => {
                                    if !(perhaps.is_some()) {
                                        return Ok(result.kind.clone());
                                    }
                                }
                            }
                        }
                    }
                }
            }
            match slow(here.x).await {
                Ok(two) if two == "a" => {
                    note(format!("at {n}/{flag}/{word}/{two}")).await?;
                }
                Ok(two) => {
                }
                Err(Small::Late) => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
                Err(Small::Full(_, word7)) => {
                    note(format!("at {n}/{flag}/{word}/{word7}")).await?;
                }
                Err(Small::Empty) => {
                }
            }
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    note(word.clone()).timeout(Duration::from_secs(3)).await?;
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Kind::Empty)
}
#[test]
fn w064_agrees() {
    agrees!(w064(n, flag, word, perhaps, here, two));
}
