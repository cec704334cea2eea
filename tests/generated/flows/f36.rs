//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w180(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    {
        let (sizes1, lines2) = join!(
            table(format!("{word}/{word}")),
            async {
                note("fork".to_string()).await?;
                {
                    let Kind::Sized(n3) = held.kind.clone() else {
                        let mut held4: Parcel = held.clone();
                        held4.lines.push(held.name.clone());
                        return Err(Failure::new("Stopped", "a".to_string()));
                    };
                }
                let (lines5, lines6, held7) = join!(
                    async {
                        sleep(Duration::from_secs(39)).await;
                        let mut flag8: bool = flag;
                        flag8 = flag8 && word == "c";
                        Ok(lines.clone())
                    },
                    list(held.name.clone()),
                    parcel(held.clone()),
                )
                .await?;
                Ok(lines6.clone())
            },
        )
        .await?;
    }
    if let Kind::Sized(n9) = held.kind.clone() {
        note("arm".to_string()).await?;
    } else {
        let mut sizes10: BTreeMap<String, i64> = sizes.clone();
        sizes10.insert(held.label.text.clone(), -1);
    }
    note(held.label.text).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps.clone())
}
#[test]
fn w180_agrees() {
    agrees!(w180(n, flag, word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w181(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    let held1: Parcel = if let Some(what) = perhaps.clone() {
        let Kind::Sized(n2) = kind(n).await? else {
            let mut turn3 = 0_i64;
            loop {
                turn3 += 1;
                if turn3 > 2 { break; }
                let (perhaps4, word5, n6) = join!(
                    async {
                        let perhaps: String = text("north".to_string()).await?;
                        Ok(None::<String>)
                    },
                    text(word.clone()),
                    number(n),
                )
                .await?;
            }
            {
                if !((n) % 2 == 0) {
                    let flag: i64 = number(-2).await?;
                } else {
                    note(format!("at {flag}/{word}/{what}/{turn3}")).await?;
                }
            }
            return Ok(format!("{word}/{what}"));
        };
        match kind(1).await? {
            Kind::Sized(what) => {
                let (sizes8, sizes9) = join!(
                    table(word.clone()),
                    async {
                        Ok(table(word.clone()).await?)
                    },
                )
                .await?;
                let mut flag10: bool = check(format!("{n}/{n2}")).await?;
                flag10 = flag && true;
            }
            Kind::Named { name: word7, size: what } => {
                note(format!("at {word}/{n2}/{word7}/{what}")).await?;
            }
            Kind::Empty => {
                note(format!("at {flag}/{word}/{what}/{n2}")).await?;
            }
        }
        Parcel { name: word.clone(), size: n2, note: None::<String>, lines: vec![word.clone()], kind: Kind::Sized(number(n2).await?), label: Label { text: what, code: n2 } }
    } else {
        return Ok(format!("{n}/{n}"));
    };
    let what: Kind = Kind::Sized(n);
    let mut word11: String = held1.note.clone().unwrap_or_default();
    word11 = word.clone();
    note(format!("at {n}/{flag}/{word}/{word11}")).await?;
    parcel(held1.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(format!("{word}/{n}"))
}
#[test]
fn w181_agrees() {
    agrees!(w181(n, flag, word, perhaps, what, sizes));
}

#[workflow]
pub async fn w182(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel) -> Result<Vec<String>, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && false {
        turn1 += 1;
        match kind(held.lines.len() as i64).await? {
            Kind::Sized(n2) if n2 > 3 => {
                if check(held.label.text.clone()).await? {
                    note(format!("at {flag}/{word}/{turn1}/{n2}")).await?;
                } else {
                    match held.kind.clone() {
                        Kind::Sized(n4) if n4 > 3 => {
                            let mut turn1: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                            if let Some(word7) = perhaps.clone() {
                                note(text(held.name.clone()).await?).await?;
                            } else {
                                note(format!("at {flag}/{word}/{n2}/{n4}")).await?;
                            }
                        }
                        Kind::Sized(n4) => {
                            let mut turn8 = 0_i64;
                            'l9: while turn8 < 2 && held.lines.contains(&word) {
                                turn8 += 1;
                                note("turn".to_string()).await?;
                                let mut sizes10: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                sizes10.insert("north".to_string(), 5);
                                if flag && lines.contains(&held.name) {
                                    return Ok(vec![held.label.text.clone()]);
                                }
                            }
                        }
                        Kind::Named { name: word6, size: n5 } => {
                            note(format!("at {turn1}/{n2}/{word6}/{n5}")).await?;
                        }
                        Kind::Empty => {
                            note(format!("at {flag}/{word}/{turn1}/{n2}")).await?;
                        }
                    }
                }
                let (perhaps11, what12) = join!(
                    maybe("".to_string()),
                    async {
                        Ok(held.kind.clone())
                    },
                )
                .await?;
            }
            Kind::Sized(n2) => {
                return Ok(lines.clone());
            }
            Kind::Named { name: word3, size: perhaps } => {
            }
            Kind::Empty => {
                note(format!("at {flag}/{word}/{turn1}")).await?;
            }
        }
        if held.lines.contains(&word) {
            return Ok(held.lines.clone());
        }
    }
    let Parcel { lines: lines13, kind: what14, .. } = held;
    let held15: Parcel = Parcel { name: word.clone(), size: held.label.code, note: perhaps.clone(), lines: lines13.clone(), kind: what14.clone(), label: Label { text: word.clone(), code: held.label.text.len() as i64 } };
    let Parcel { lines: lines16, kind: what17, .. } = held15;
    note(format!("at {flag}/{word}/{turn1}")).await?;
    note(lines16.join("-")).await?;
    note(lines13.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(lines13)
}
#[test]
fn w182_agrees() {
    agrees!(w182(flag, word, perhaps, lines, held));
}

#[workflow]
pub async fn w183(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    if let Ok(n1) = number(held.name.len() as i64).await {
        note("arm".to_string()).await?;
    } else {
        match (held.label.code) % 6 {
            0 => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
            1 | 2 => {
                if check(word.clone()).await? {
                    let Kind::Sized(n3) = what.clone() else {
                        if let Ok(what4) = kind(n).await {
                            note("arm".to_string()).await?;
                        } else {
                            if flag && held.note.is_some() {
                                return Err(Failure::new("Stopped", held.name.clone()));
                            }
                        }
                        {
                            let mut perhaps5: Option<String> = held.note.clone();
                            perhaps5 = Some(held.name.clone());
                        }
                        return Ok(vec!["".to_string()]);
                    };
                    'l6: for n9 in 0..2_i64 {
                        note("turn".to_string()).await?;
                        if !(word == "a") {
                            continue 'l6;
                        }
                        let mut sizes: Vec<String> = list(held.lines.join("-")).await?;
                    }
                } else if !(perhaps.is_some()) {
                } else {
                }
            }
            n2 if n2 > 3 => {
            }
            _ => {
                return Err(Failure::new("Stopped", word.clone()));
            }
        }
    }
    sleep(Duration::from_secs(28)).await;
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.lines.clone())
}
#[test]
fn w183_agrees() {
    agrees!(w183(n, flag, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w184(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    note(word.clone()).await?;
    {
        if check(word.clone()).await? {
            note(format!("at {n}/{flag}/{word}")).await?;
        } else if sizes.is_empty() {
        } else {
            match what {
                Kind::Sized(n1) if n1 > 3 => {
                    let (sizes4, sizes5) = join!(
                        async {
                            if lines.contains(&word) {
                                note(format!("at {n}/{flag}/{word}/{n1}")).await?;
                            } else if flag && true {
                                let mut lines6: Vec<String> = list(format!("{n1}/{n}")).await?;
                                lines6.push(word.clone());
                            } else {
                                note(format!("at {n}/{flag}/{word}/{n1}")).await?;
                            }
                            Ok(sizes.clone())
                        },
                        table(perhaps.clone().unwrap_or_default()),
                    )
                    .await?;
                    'l7: for perhaps in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                        match (n1) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                                continue 'l7;
                            }
                            1 | 2 => {
                                let lines9: Vec<String> = vec!["a".to_string()];
                                note("".to_string()).await?;
                            }
                            word if word > 3 => {
                                note(format!("at {flag}/{n1}/{perhaps}/{word}")).await?;
                            }
                            i64::MIN..=-1 => {
                            }
                            _ => {
                                continue 'l7;
                            }
                        }
                    }
                }
                Kind::Sized(n1) => {
                }
                _ => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
            }
        }
    }
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Parcel { name: word.clone(), size: n, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Sized(n), label: Label { text: word.clone(), code: n } })
}
#[test]
fn w184_agrees() {
    agrees!(w184(n, flag, word, perhaps, lines, what, sizes));
}
