//! Pairs whose Parallels and Maps differ.

use crate::types::versions;

versions! {
    /// Two branches change places; they are of one type.
    branches_swapped {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(
                async {
                    let price = next(n).await?;
                    Ok(price + 98)
                },
                async {
                    let tax = tenfold(n).await?;
                    let more = next(tax).await?;
                    Ok(more)
                },
                async {
                    let a = length("stock".to_owned()).await?;
                    let b = next(a).await?;
                    let c = next(b).await?;
                    Ok(c)
                },
            )
            .await?;
            Ok(found.0 * 1_000_000 + found.1 * 1000 + found.2)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(
                async {
                    let tax = tenfold(n).await?;
                    let more = next(tax).await?;
                    Ok(more)
                },
                async {
                    let a = length("stock".to_owned()).await?;
                    let b = next(a).await?;
                    let c = next(b).await?;
                    Ok(c)
                },
                async {
                    let price = next(n).await?;
                    Ok(price + 98)
                },
            )
            .await?;
            Ok(found.2 * 1_000_000 + found.0 * 1000 + found.1)
        }
    }
}

versions! {
    /// The same, of branches whose states are all named after one task.
    unnamed_branches_swapped {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(length("price".to_owned()), length("taxes!".to_owned())).await?;
            let last = next(n).await?;
            Ok(found.0 * 100 + found.1 * 10 + last)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(length("taxes!".to_owned()), length("price".to_owned())).await?;
            let last = next(n).await?;
            Ok(found.1 * 100 + found.0 * 10 + last)
        }
    }
}

versions! {
    /// Branches change places in a Parallel that is tried again.
    retried_branches_swapped {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let (price, tax) = join!(next(n), tenfold(n)).retry(Retry::on(&["Busy"])).await?;
            let last = next(price * 100 + tax).await?;
            Ok(last)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let (tax, price) =
                join!(tenfold(n), next(n)).named("PriceAndTax").retry(Retry::on(&["Busy"])).await?;
            let last = next(price * 100 + tax).await?;
            Ok(last)
        }
    }
}

versions! {
    /// A branch is added.
    branch_added {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(next(n), tenfold(n)).await?;
            let last = next(found.0 + found.1).await?;
            Ok(last)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(next(n), tenfold(n), length("x".to_owned())).await?;
            let last = next(found.0 + found.1 + found.2 - 1).await?;
            Ok(last)
        }
    }
}

versions! {
    /// A branch is removed.
    branch_removed {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(next(n), tenfold(n), length("x".to_owned())).await?;
            let last = next(found.0 + found.1).await?;
            Ok(last)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(next(n), tenfold(n)).await?;
            let last = next(found.0 + found.1).await?;
            Ok(last)
        }
    }
}

versions! {
    /// A branch begins with a state more.
    branch_begins_otherwise {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(
                async {
                    let a = next(n).await?;
                    let b = next(a).await?;
                    Ok(b)
                },
                async {
                    let c = tenfold(n).await?;
                    Ok(c)
                },
            )
            .await?;
            Ok(found.0 * 1000 + found.1)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let found = join!(
                async {
                    let c = tenfold(n).await?;
                    Ok(c)
                },
                async {
                    sleep(Duration::from_secs(4)).await;
                    let a = next(n).await?;
                    let b = next(a).await?;
                    Ok(b)
                },
            )
            .await?;
            Ok(found.1 * 1000 + found.0)
        }
    }
}

versions! {
    /// A branch ends with another type.
    branch_ends_otherwise {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let (a, b) = join!(
                async {
                    let a = next(n).await?;
                    Ok(a)
                },
                async {
                    let b = tenfold(n).await?;
                    let c = next(b).await?;
                    Ok(c)
                },
            )
            .await?;
            Ok(a * 1000 + b)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let (a, b) = join!(
                async {
                    let a = next(n).await?;
                    Ok((a, true))
                },
                async {
                    let b = tenfold(n).await?;
                    let c = next(b).await?;
                    Ok(c)
                },
            )
            .await?;
            Ok(a.0 * 1000 + b)
        }
    }
}

versions! {
    /// A Map is put around a task.
    map_around {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            let c = next(b).await?;
            Ok(c)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let list = map(vec![a, n], async |m| {
                let b = tenfold(m).await?;
                Ok(b)
            })
            .await?;
            let c = next(list.into_iter().sum::<u64>() - 10 * n).await?;
            Ok(c)
        }
    }
}

versions! {
    /// A Map is taken away.
    map_taken_away {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let list = map(vec![a, n], async |m| {
                let b = tenfold(m).await?;
                Ok(b)
            })
            .await?;
            let c = next(list.into_iter().sum::<u64>() - 10 * n).await?;
            Ok(c)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            let c = next(b).await?;
            Ok(c)
        }
    }
}

versions! {
    /// The items of a Map have another type.
    items_retyped {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let list = map(vec![n, n + 1, n + 2], async |m| {
                let b = next(m).await?;
                let c = tenfold(b).await?;
                Ok(c)
            })
            .max_concurrency(1)
            .await?;
            Ok(list.into_iter().sum::<u64>())
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let list = map(vec![(n, 1), (n + 1, 1), (n + 2, 1)], async |m| {
                let b = next(m.0 + m.1 - 1).await?;
                let c = tenfold(b).await?;
                Ok(c)
            })
            .max_concurrency(1)
            .await?;
            Ok(list.into_iter().sum::<u64>())
        }
    }
}

versions! {
    /// The items of a Map read a variable that is new to them.
    items_capture_more {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let list = map(vec![n, n + 1], async |m| {
                let b = next(m).await?;
                let c = tenfold(b).await?;
                Ok(c)
            })
            .await?;
            Ok(list.into_iter().sum::<u64>())
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let extra = n;
            let list = map(vec![n, n + 1], async |m| {
                let b = next(m).await?;
                let c = tenfold(b).await?;
                Ok(c + extra - extra)
            })
            .await?;
            Ok(list.into_iter().sum::<u64>())
        }
    }
}

versions! {
    /// A Parallel is put into a branch of another one.
    forks_nested {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let (a, b) = join!(next(n), tenfold(n)).named("Inner").await?;
            Ok(a * 100 + b)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let (both, _) = join!(
                async {
                    let (a, b) = join!(next(n), tenfold(n)).named("Inner").await?;
                    Ok(a * 100 + b)
                },
                length("x".to_owned()),
            )
            .named("Outer")
            .await?;
            Ok(both)
        }
    }
}

versions! {
    /// The items of a distributed Map have another type.
    distributed_items_retyped {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let list = map(vec![n, n + 1], async |m| {
                let b = next(m).await?;
                Ok(b)
            })
            .distributed()
            .await?;
            let last = next(list.into_iter().sum::<u64>()).await?;
            Ok(last)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let list = map(vec![Some((n, 1)), Some((n + 1, 1))], async |m| {
                let b = match m {
                    Some((a, _)) => next(a).await?,
                    None => 0,
                };
                Ok(b)
            })
            .distributed()
            .await?;
            let last = next(list.into_iter().sum::<u64>()).await?;
            Ok(last)
        }
    }
}

versions! {
    /// The items of a distributed Map capture a variable that is new to them.
    distributed_captures_more {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let list = map(vec![n, n + 1], async |m| {
                let b = next(m).await?;
                Ok(b)
            })
            .distributed()
            .await?;
            let last = next(list.into_iter().sum::<u64>()).await?;
            Ok(last)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let extra = next(n).await?;
            let list = map(vec![n, n + 1], async |m| {
                let b = next(m).await?;
                Ok(b + extra - extra)
            })
            .distributed()
            .await?;
            let last = next(list.into_iter().sum::<u64>()).await?;
            Ok(last)
        }
    }
}
