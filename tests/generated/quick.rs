//! The quick set. Written by the generator of this package: do not edit.
#![allow(warnings, clippy::all, reason = "nobody wrote them")]

#[rustfmt::skip]
mod flows {
    #[path = "f00.rs"]
    mod f00;
    #[path = "f01.rs"]
    mod f01;
    #[path = "f02.rs"]
    mod f02;
    #[path = "f03.rs"]
    mod f03;
}
