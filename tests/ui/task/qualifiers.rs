use workflow::prelude::*;

#[task]
const fn one() -> Result<u8, Failure> {
    Ok(1)
}

#[task]
async unsafe fn two() -> Result<u8, Failure> {
    Ok(2)
}

#[task]
extern "C" fn three() -> Result<u8, Failure> {
    Ok(3)
}

fn main() {}
