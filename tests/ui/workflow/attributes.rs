use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

#[workflow]
async fn statement(n: u32) -> Result<u32, Failure> {
    #[cfg(unix)]
    ship(format!("{n}")).await?;
    ship("all".to_owned()).await
}

#[workflow]
async fn arm(n: u32) -> Result<u32, Failure> {
    let line = match n {
        #[cfg(unix)]
        1 => "one",
        _ => "more",
    };
    ship(line.to_owned()).await
}

#[workflow]
async fn parameter(#[cfg(unix)] n: u32) -> Result<u32, Failure> {
    ship(format!("{n}")).await
}

#[workflow]
async fn condition(n: u32) -> Result<u32, Failure> {
    if cfg!(unix) {
        ship(format!("{n}")).await?;
    }
    Ok(n)
}

#[workflow]
#[cfg_attr(unix, allow(unused))]
#[cfg(unix)]
async fn allowed(n: u32) -> Result<u32, Failure> {
    #[expect(unused, reason = "nobody reads it")]
    let found = ship(format!("{n}")).await?;
    Ok(n)
}

#[pure]
fn half(n: u32) -> u32 {
    #[cfg(unix)]
    let n = n + 1;
    n / 2
}

fn main() {}
