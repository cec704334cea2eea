//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w045(word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<my_types::Spot, Failure> {
    let mut turn1 = 0_i64;
    let next2: Option<String> = Some(two.1);
    while let Some(word3) = next2.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        let held4: Parcel = Parcel { name: word.clone(), size: two.0, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Sized(1), label: Label { text: word.clone(), code: here.y }, count: many, spot: my_types::Spot { x: 5, ..here } };
        match held4.name.as_str() {
            "a" | "b" => {
                note(format!("at {word}/{turn1}/{word3}")).await?;
            }
            "north" => {
                continue;
            }
            "" if !((held4.label.code) % 2 == 0) => {
                for env in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                    note("turn".to_string()).await?;
                    return Ok(my_types::Spot { x: turn1, y: held4.spot.x });
                }
                let mut turn6 = 0_i64;
                loop {
                    turn6 += 1;
                    if turn6 > 2 { break; }
                    if let Some(word7) = held4.note.clone() {
                        note(format!("at {turn1}/{word3}/{turn6}/{word7}")).await?;
                    } else {
                        let here: BTreeMap<String, i64> = table(held4.label.text.clone()).timeout(Duration::from_secs(3)).await?;
                        if true {
                            let mut word: Vec<String> = vec![word3.clone(), "c".to_string()];
                            note(held4.label.text.clone()).await?;
                        } else {
                        }
                    }
                    let held8: Parcel = held4.clone();
                    let n9: i64 = held8.size;
                }
            }
            _ => {
                note(format!("at {word}/{turn1}/{word3}")).await?;
            }
        }
    }
    let n10: i64 = here.x;
    let mut lines11: Vec<String> = lines.clone();
    lines11.push(word.clone());
    note(format!("at {word}/{turn1}/{n10}")).await?;
    note(lines11.join("-")).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(here)
}
#[test]
fn w045_agrees() {
    agrees!(w045(word, lines, sizes, many, here, two, news));
}

#[workflow]
pub async fn w046(n: i64, flag: bool, word: String, what: Kind, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Kind, Failure> {
    let mut held_all: Vec<Parcel> = held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>();
    if false {
        note("arm".to_string()).await?;
    } else if (held_all.len() as i64) % 2 == 0 {
        sleep(Duration::from_secs(37)).await;
        if let Ok(held_all1) = boxes(held_all.clone(), here.x).await {
            'l2: for word3 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                {
                    match held.note.clone() {
                        Some(machine) => {
                            note("arm".to_string()).await?;
                            let mut two5: (i64, String) = two.clone();
                        }
                        None => {
                            let held: bool = flag;
                            continue 'l2;
                        }
                    }
                }
            }
        } else {
            return Ok(held.kind.clone());
        }
    }
    match maybe(format!("{n}/{n}")).await? {
        Some(word6) if word6.is_empty() => {
            match held.note {
                Some(word7) if word7.is_empty() => {
                    note(format!("at {flag}/{word}/{word6}/{word7}")).await?;
                }
                Some(word7) => {
                    return Ok(Kind::Sized(held.size));
                }
                None => {
                }
            }
            let sizes8: BTreeMap<String, i64> = table("north".to_string()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
        }
        Some(word6) => {
        }
        None => {
        }
    }
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(what.clone())
}
#[test]
fn w046_agrees() {
    agrees!(w046(n, flag, word, what, held, here, two, held_all, news));
}

#[workflow]
pub async fn w047(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<String, Failure> {
    if check(word.clone()).await? {
        let flag: i64 = match slow(here.x).await {
            Ok(news) => {
                5
            }
            Err(Small::Late) => {
                here.x
            }
            Err(Small::Full(_, flag)) => {
                4
            }
            Err(Small::Empty) => {
                if let Some(here) = perhaps.clone() {
                    let two3: (i64, String) = both(two.0, lines.join("-")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                }
                4
            }
        };
    } else if flag && (4) % 2 == 0 {
    } else {
        match (here, count(Some(here.x)).await?) {
            (my_types::Spot { x: 0, y: output }, _) => {
                note("arm".to_string()).await?;
            }
            (my_types::Spot { x: output, .. }, Some(n4)) => {
                if word == "b" {
                    return Ok(lines.join("-"));
                } else {
                    let (many5, flag6) = join!(
                        count(None::<i64>),
                        async {
                            let Kind::Sized(n7) = what.clone() else {
                                let mut perhaps: Event = Event::Lost(my_types::Loss { at: here });
                                return Ok(!(lines.contains(&word)));
                            };
                            let t: (i64, String) = both(n7, lines.join("-")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            Ok(two.1 == "a")
                        },
                    )
                    .await?;
                }
                let two8: (i64, String) = both(1, word.clone()).timeout(Duration::from_secs(3)).await?;
            }
            (_, None) => {
                note(format!("at {flag}/{word}")).await?;
            }
            _ => {
            }
        }
    }
    sleep(Duration::from_secs(34)).await;
    let mut word: BTreeMap<String, i64> = table(two.1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {flag}")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(two.1.clone())
}
#[test]
fn w047_agrees() {
    agrees!(w047(flag, word, perhaps, lines, what, sizes, here, two, news));
}

#[workflow]
pub async fn w048(n: i64, flag: bool, word: String, perhaps: Option<String>, many: Option<i64>, here: my_types::Spot, news: Event) -> Result<Event, Failure> {
    let (held1, lines2, perhaps3) = join!(
        async {
            {
                if true {
                    return Ok(Parcel { name: word.clone(), size: here.y, note: perhaps.clone(), lines: vec!["c".to_string(), word.clone()], kind: Kind::Sized((word.len() as i64) % 50 - (-1) % 7), label: Label { text: word.clone(), code: n }, count: many, spot: here });
                }
            }
            Ok(Parcel { name: word.clone(), size: here.x, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Sized(perhaps.as_ref().map_or(0, |of| of.len() as i64)), label: Label { text: word.clone(), code: perhaps.as_ref().map_or(6, |of| of.len() as i64) }, count: None::<i64>, spot: here })
        },
        async {
            match slow(here.y).await {
                Ok(perhaps) if perhaps == "a" => {
                    note("arm".to_string()).await?;
                }
                Ok(perhaps) => {
                    'l6: for word7 in vec!["b".to_string(), word.clone()] {
                        let Some(word9) = maybe("b".to_string()).await? else {
                            let (many10, held_all11, held12) = join!(
                                async {
                                    let held13: Parcel = Parcel { name: word.clone(), size: n, note: None::<String>, lines: vec![perhaps.clone(), "".to_string()], kind: Kind::Sized(4), label: Label { text: word7.clone(), code: 2 }, count: many, spot: my_types::Spot { x: 1, ..here } };
                                    let lines14: Vec<String> = held13.lines;
                                    Ok(many)
                                },
                                async {
                                    note(word7.clone()).await?;
                                    let mut sizes15: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                    Ok(vec![Parcel { name: word.clone(), size: n, note: Some(word7.clone()), lines: Vec::<String>::new(), kind: Kind::Named { name: "north".to_string(), size: here.x }, label: Label { text: word7.clone(), code: here.x }, count: None::<i64>, spot: here }])
                                },
                                parcel(Parcel { name: word7.clone(), size: (here.y) % 50 + (here.y) % 7, note: None::<String>, lines: vec!["b".to_string(), word7.clone()], kind: Kind::Empty, label: Label { text: word7.clone(), code: n }, count: None::<i64>, spot: here }),
                            )
                            .await?;
                            let news16: Event = event(news.clone()).await?;
                            continue 'l6;
                        };
                        let mut two17: (i64, String) = (n, "north".to_string());
                        two17.1 = word.clone();
                    }
                }
                Err(Small::Late) => {
                }
                Err(Small::Full(_, flag)) => {
                }
                Err(Small::Empty) => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
            }
            if flag && true {
                return Ok(Vec::<String>::new());
            }
            Ok(vec![word.clone(), word.clone()])
        },
        async {
            Ok(None::<String>)
        },
    )
    .await?;
    let held_all18: Vec<Parcel> = boxes(vec![held1.clone()], held1.size).await?;
    let word: Event = event(news.clone()).await?;
    note(format!("at {n}/{flag}")).await?;
    event(word.clone()).await?;
    boxes(held_all18.clone(), 1).await?;
    note(perhaps3.clone().unwrap_or_default()).await?;
    Ok(word.clone())
}
#[test]
fn w048_agrees() {
    agrees!(w048(n, flag, word, perhaps, many, here, news));
}

#[workflow]
pub async fn w049(word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<(i64, String), Failure> {
    match two.1.as_str() {
        "a" | "b" => {
            match (number(two.0).await?) % 6 {
                0 => {
                    note(format!("at {word}")).await?;
                }
                1 | 2 => {
                    match held.note.clone() {
                        Some(word2) => {
                            let (perhaps3, held_all4) = join!(
                                maybe(held.note.clone().unwrap_or_default()),
                                async {
                                    let Ok(lines5) = list("b".to_string()).await else {
                                        let sizes: BTreeMap<String, i64> = sizes.clone();
                                        let mut word6: String = "a".to_string();
                                        word6 = held.name.clone();
                                        return Ok(vec![Parcel { name: word2.clone(), size: here.y, note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.name.clone(), code: held.spot.x }, count: None::<i64>, spot: held.spot }]);
                                    };
                                    let mut what7: Kind = kind(held.label.text.len() as i64).await?;
                                    Ok(vec![held.clone()])
                                },
                            )
                            .await?;
                            for outcome in vec![held.name.clone(), two.1.clone()] {
                                match held.name.as_str() {
                                    "a" | "b" => {
                                        let mut lines9: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                                        lines9.push("".to_string());
                                        let mut here: i64 = pair(two.0, 3).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                    }
                                    "north" => {
                                    }
                                    "" if held.note.as_ref().map_or(3, |of| of.len() as i64) > 1 => {
                                        note(format!("at {word}/{word2}/{outcome}")).await?;
                                    }
                                    _ => {
                                        note(format!("at {word}/{word2}/{outcome}")).await?;
                                    }
                                }
                            }
                        }
                        None => {
                        }
                    }
                }
                i64::MIN..=-1 => {
                }
                _ => {
                    note(format!("at {word}")).await?;
                }
            }
            if (held.size) % 2 == 0 {
                return Ok(two.clone());
            }
        }
        "north" => {
        }
        _ => {
            note(format!("at {word}")).await?;
        }
    }
    let mut input: Option<i64> = count(held.count).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    let many10: Option<i64> = input;
    note(format!("at {word}")).await?;
    count(many10).await?;
    count(input).await?;
    both(two.0, two.1.clone()).await?;
    Ok(both(here.y, "north".to_string()).await?)
}
#[test]
fn w049_agrees() {
    agrees!(w049(word, lines, held, sizes, here, two));
}
