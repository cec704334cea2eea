//! Pairs whose states and variables differ.

use crate::types::versions;

versions! {
    /// A variable has another name.
    variable_renamed {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let first = next(n).await?;
            let a = tenfold(n).await?;
            Ok(first + a)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let one = next(n).named("First").await?;
            let a = tenfold(n).await?;
            Ok(one + a)
        }
    }
}

versions! {
    /// A later state reads what older checkpoints did not keep.
    variable_read_longer {
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
            let b = tenfold(a).await?;
            let c = next(b).await?;
            Ok(c + a - a)
        }
    }
}

versions! {
    /// A variable is not read any more.
    variable_not_read {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            Ok(b + a - a)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            Ok(b)
        }
    }
}

versions! {
    /// A state is removed.
    state_removed {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            sleep(Duration::from_secs(9)).await;
            let b = tenfold(a).await?;
            Ok(b)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            Ok(b)
        }
    }
}

versions! {
    /// A state is added between two.
    state_added {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            Ok(b)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            sleep(Duration::from_secs(9)).await;
            let b = tenfold(a).await?;
            Ok(b)
        }
    }
}

versions! {
    /// A state is renamed.
    state_renamed {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            Ok(b)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).named("Raise").await?;
            let b = tenfold(a).await?;
            Ok(b)
        }
    }
}

versions! {
    /// Another task is called in the same state.
    other_task {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = next(a).await?;
            Ok(b)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            Ok(b)
        }
    }
}

versions! {
    /// A state of the same name waits instead of calling.
    other_kind {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            next(a).named("Pause").await?;
            tenfold(a).await
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            sleep(Duration::from_secs(3)).named("Pause").await;
            tenfold(a).await
        }
    }
}

versions! {
    /// A wait ends at a point in time instead of after a while.
    other_wait {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            sleep(Duration::from_secs(3)).named("Pause").await;
            tenfold(a).await
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            sleep_until("2020-01-01T00:00:00Z").named("Pause").await;
            tenfold(a).await
        }
    }
}

versions! {
    /// A call has a catcher and retriers now.
    catcher_added {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            Ok(b)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).retry(Retry::on(&["Busy"]).max_attempts(2)).await?;
            match tenfold(a).await {
                Ok(b) => Ok(b),
                Err(_) => next(0).named("Instead").await,
            }
        }
    }
}

versions! {
    /// The catcher reads what older checkpoints did not keep.
    catcher_reads {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let b = tenfold(a).await?;
            Ok(b)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            match tenfold(a).await {
                Ok(b) => Ok(b),
                Err(_) => next(n).named("Instead").await,
            }
        }
    }
}

versions! {
    /// A call is added to the body of a loop.
    loop_body {
        #[workflow]
        pub async fn flow(list: Vec<u64>) -> Result<u64, Failure> {
            let mut sum = 0;
            for n in list {
                let a = next(n).await?;
                sum += a;
            }
            Ok(sum)
        }
    } {
        #[workflow]
        pub async fn flow(list: Vec<u64>) -> Result<u64, Failure> {
            let mut sum = 0;
            for n in list {
                let a = next(n).await?;
                sleep(Duration::from_secs(1)).await;
                sum += a;
            }
            Ok(sum)
        }
    }
}

versions! {
    /// A loop goes through another list, which older executions have not.
    other_loop {
        #[workflow]
        pub async fn flow(list: Vec<u64>) -> Result<u64, Failure> {
            let mut sum = 0;
            for n in list {
                let a = next(n).await?;
                sum += a;
            }
            Ok(sum)
        }
    } {
        #[workflow]
        pub async fn flow(list: Vec<u64>) -> Result<u64, Failure> {
            let mut sum = 0;
            let mut count = 0;
            for n in list {
                let a = next(n).await?;
                sum += a;
                count += 1;
            }
            Ok(sum + count - count)
        }
    }
}

versions! {
    /// Two calls of one task change places; only numbers tell their names apart.
    calls_swapped {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            length("price".to_owned()).await?;
            length("taxes".to_owned()).await?;
            let a = next(n).await?;
            Ok(a)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            length("taxes".to_owned()).await?;
            length("price".to_owned()).await?;
            let a = next(n).await?;
            Ok(a)
        }
    }
}

versions! {
    /// A call of the same task is put before another one, and takes its name.
    call_inserted {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            length("price".to_owned()).await?;
            let a = next(n).await?;
            Ok(a)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            length("taxes".to_owned()).await?;
            length("price".to_owned()).await?;
            let a = next(n).await?;
            Ok(a)
        }
    }
}

versions! {
    /// A call of the same task is put behind another one.
    call_added_behind {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            length("price".to_owned()).await?;
            let a = next(n).await?;
            Ok(a)
        }
    } {
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            length("price of old".to_owned()).await?;
            length("taxes".to_owned()).await?;
            let a = next(n).await?;
            Ok(a)
        }
    }
}
