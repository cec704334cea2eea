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
    #[path = "f40.rs"]
    mod f40;
    #[path = "f41.rs"]
    mod f41;
    #[path = "f42.rs"]
    mod f42;
    #[path = "f43.rs"]
    mod f43;
    #[path = "f44.rs"]
    mod f44;
    #[path = "f45.rs"]
    mod f45;
    #[path = "f46.rs"]
    mod f46;
    #[path = "f47.rs"]
    mod f47;
    #[path = "f62.rs"]
    mod f62;
}
