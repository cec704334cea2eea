//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w015(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    if !(held.note.is_some()) {
        if let Kind::Sized(n1) = held.kind.clone() {
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                match kind(-1).await? {
                    Kind::Sized(n3) if n3 > 3 => {
                        if held.lines.contains(&held.label.text) {
                            let word5: String = text(held.name.clone()).await?;
                            let mut word6: String = format!("{n3}/{word}");
                            word6 = word.clone();
                        } else {
                            return Ok(n1);
                        }
                        match (number(held.size).await?) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                            }
                            1 | 2 => {
                            }
                            n7 if n7 > 3 => {
                            }
                            _ => {
                                let what8: Kind = what.clone();
                            }
                        }
                    }
                    Kind::Sized(n3) => {
                        note(format!("at {word}/{n1}/{word2}/{n3}")).await?;
                    }
                    Kind::Named { name: word4, size: what } => {
                        note(format!("at {n1}/{word2}/{word4}/{what}")).await?;
                    }
                    Kind::Empty => {
                        return Ok(sizes.get(&word2).copied().unwrap_or(6));
                    }
                }
                Ok(held.label.code)
            }).max_concurrency(2).await?;
            for n11 in 0..3_i64 {
                note("turn".to_string()).await?;
                let mut n12: i64 = n11;
                n12 = (n12 + 3) % 100;
            }
        }
        let mut lines13: Vec<String> = held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
        lines13.push(held.label.text.clone());
    } else {
    }
    sleep(Duration::from_secs(5)).await;
    let n: Vec<String> = held.lines.clone();
    note(format!("at {word}")).await?;
    note(n.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.label.text.clone())
}
#[test]
fn w015_agrees() {
    agrees!(w015(n, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w016(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    let lines1: Vec<String> = map(vec![held.label.text.clone(), held.label.text.clone()], async |word2| {
        let mut sizes3: BTreeMap<String, i64> = if held.lines.contains(&held.name) {
            let Some(word4) = maybe(lines.join("-")).await? else {
                if !(sizes.is_empty()) {
                    return Ok(format!("{word}/{word2}"));
                }
                if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
                    return Ok(held.name.clone());
                }
                return Ok(held.name.clone());
            };
            table(word.clone()).await?
        } else {
            sizes.clone()
        };
        Ok(held.label.text.clone())
    }).max_concurrency(2).await?;
    if let Ok(n5) = number(n).await {
        match check(word.clone()).await {
            Ok(flag8) => {
                note(format!("at {n}/{word}/{n5}/{flag8}")).await?;
            }
            Err(failure6) => {
                let cause7 = failure6.error().to_string();
                match cause7.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                    }
                    "north" => {
                        let mut turn9 = 0_i64;
                        'l10: loop {
                            turn9 += 1;
                            if turn9 > 2 { break; }
                            note("turn".to_string()).await?;
                        }
                    }
                    _ => {
                    }
                }
            }
        }
    } else {
    }
    let mut what11: Kind = what;
    what11 = Kind::Sized(2);
    note(format!("at {n}/{word}")).await?;
    note(lines1.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(perhaps.clone())
}
#[test]
fn w016_agrees() {
    agrees!(w016(n, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w017(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && !(sizes.get(&word).copied().unwrap_or(2) > -1) {
        turn1 += 1;
        if check(held.note.clone().unwrap_or_default()).await? {
            match slow(held.label.code).await {
                Ok(word5) if word5 == "a" => {
                    {
                        match (held.label.code) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                                continue 'l2;
                            }
                            1 | 2 => {
                                note(format!("at {flag}/{word}/{turn1}/{word5}")).await?;
                            }
                            sizes if sizes > 3 => {
                                note(format!("at {word}/{turn1}/{word5}/{sizes}")).await?;
                            }
                            _ => {
                                note(format!("at {flag}/{word}/{turn1}/{word5}")).await?;
                            }
                        }
                        if let Some(word7) = perhaps.clone() {
                            let mut flag8: bool = check(word.clone()).timeout(Duration::from_secs(3)).await?;
                        }
                    }
                    'l9: for word10 in vec![word5.clone(), word.clone()] {
                        if ((perhaps.as_ref().map_or(0, |of| of.len() as i64)) % 50 - (held.label.code) % 7) % 2 == 0 {
                            note("arm".to_string()).await?;
                            let mut what: bool = flag;
                        } else {
                            note(format!("at {word}/{turn1}/{word5}/{word10}")).await?;
                        }
                        sleep(Duration::from_secs(31)).await;
                    }
                }
                Ok(word5) => {
                    note(format!("at {flag}/{word}/{turn1}/{word5}")).await?;
                }
                Err(Small::Late) => {
                    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                }
                Err(Small::Full(_, word6)) => {
                }
                Err(Small::Empty) => {
                    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                }
            }
            let what12: Kind = what.clone();
        } else if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
            note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
        } else {
            note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
        }
        let held13: Parcel = parcel(held.clone()).await?;
    }
    let mut word14: String = perhaps.clone().unwrap_or_default();
    word14 = word.clone();
    let sizes: bool = flag;
    note(format!("at {word}/{turn1}/{word14}/{sizes}")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.clone())
}
#[test]
fn w017_agrees() {
    agrees!(w017(n, flag, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w018(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<String, Failure> {
    match held.label.text.as_str() {
        "a" | "b" => {
            note("arm".to_string()).await?;
        }
        "north" => {
            match what.clone() {
                Kind::Sized(n1) => {
                    note(format!("at {flag}/{word}/{n1}")).await?;
                }
                Kind::Named { name: word3, size: n2 } => {
                    let mut turn4 = 0_i64;
                    'l5: while turn4 < 2 && !((turn4) % 2 == 0) {
                        turn4 += 1;
                        if flag && matches!(what, Kind::Sized(_) | Kind::Empty) {
                            match held.kind.clone() {
                                Kind::Sized(n6) => {
                                    note(format!("at {word3}/{n2}/{turn4}/{n6}")).await?;
                                }
                                Kind::Named { name: word7, size: perhaps } => {
                                    return Ok(word.clone());
                                }
                                Kind::Empty => {
                                    sleep(Duration::from_secs(59)).await;
                                    sleep(Duration::from_secs(81)).await;
                                }
                            }
                            let what8: Kind = Kind::Empty;
                        }
                        note(perhaps.clone().unwrap_or_default()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    }
                }
                Kind::Empty => {
                    match kind(held.label.code).await? {
                        Kind::Sized(n9) => {
                            note(format!("at {flag}/{word}/{n9}")).await?;
                        }
                        Kind::Named { name: lines, size: n10 } => {
                            return Ok(format!("{flag}/{word}"));
                        }
                        Kind::Empty => {
                        }
                    }
                }
            }
        }
        _ => {
            return Ok(lines.join("-"));
        }
    }
    let mut perhaps: Option<String> = perhaps.clone();
    let lines11: Vec<String> = held.lines;
    note(format!("at {flag}/{word}")).await?;
    note(lines11.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    Ok(held.label.text)
}
#[test]
fn w018_agrees() {
    agrees!(w018(flag, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w019(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    match (held.label.code) % 6 {
        0 => {
            return Ok(held.lines.len() as i64);
        }
        1 | 2 => {
        }
        i64::MIN..=-1 => {
            match what.clone() {
                Kind::Sized(n2) => {
                    note(format!("at {n}/{word}/{n2}")).await?;
                }
                Kind::Named { name: word4, size: n3 } => {
                    note(format!("at {n}/{word}/{word4}/{n3}")).await?;
                }
                Kind::Empty => {
                    let Some(sizes) = maybe(held.lines.join("-")).await? else {
                        let mut turn5 = 0_i64;
                        let next7: Option<String> = None::<String>;
                        'l6: while let Some(word8) = next7.clone() {
                            if turn5 > 1 { break; }
                            turn5 += 1;
                            note("turn".to_string()).await?;
                            let mut word9: String = "a".to_string();
                            if false {
                                if sizes.is_empty() {
                                    return Ok(sizes.get(&word9).copied().unwrap_or(5));
                                }
                                let word8: String = word9.clone();
                            } else {
                                note(format!("at {word}/{turn5}/{word8}/{word9}")).await?;
                            }
                        }
                        return Ok(held.size);
                    };
                    let Some(word10) = maybe(held.lines.join("-")).await? else {
                        match held.label.text.as_str() {
                            "a" | "b" => {
                                note("arm".to_string()).await?;
                            }
                            "north" => {
                            }
                            _ => {
                                note(format!("at {n}/{word}/{sizes}")).await?;
                            }
                        }
                        return Ok(held.size);
                    };
                }
            }
        }
        _ => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let held11: Parcel = Parcel { name: held.label.text.clone(), size: -2, note: lines.first().cloned(), lines: vec![word.clone(), word.clone()], kind: what.clone(), label: Label { text: "a".to_string(), code: sizes.get(&held.name).copied().unwrap_or(2) } };
    let word12: String = held11.label.text;
    let mut word12: BTreeMap<String, i64> = sizes.clone();
    note(format!("at {n}/{word}")).await?;
    note(lines.join("-")).await?;
    Ok(held11.note.as_ref().map_or(1, |of| of.len() as i64))
}
#[test]
fn w019_agrees() {
    agrees!(w019(n, word, lines, what, held, sizes));
}
