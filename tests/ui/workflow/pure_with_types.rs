use workflow::prelude::*;

mod sums {
    use workflow::prelude::*;

    #[pure]
    pub fn doubled(n: u32) -> u32 {
        n * 2
    }
}

#[workflow]
async fn typed(n: u32) -> Result<u32, Failure> {
    Ok(sums::doubled::<u32>(n))
}

fn main() {}
