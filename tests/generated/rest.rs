//! All others. Written by the generator of this package: do not edit.
#![allow(warnings, clippy::all, reason = "nobody wrote them")]

#[rustfmt::skip]
mod flows {
    #[path = "f04.rs"]
    mod f04;
    #[path = "f05.rs"]
    mod f05;
    #[path = "f06.rs"]
    mod f06;
    #[path = "f07.rs"]
    mod f07;
    #[path = "f08.rs"]
    mod f08;
    #[path = "f09.rs"]
    mod f09;
    #[path = "f10.rs"]
    mod f10;
    #[path = "f11.rs"]
    mod f11;
    #[path = "f12.rs"]
    mod f12;
    #[path = "f13.rs"]
    mod f13;
    #[path = "f14.rs"]
    mod f14;
    #[path = "f15.rs"]
    mod f15;
    #[path = "f16.rs"]
    mod f16;
    #[path = "f17.rs"]
    mod f17;
    #[path = "f18.rs"]
    mod f18;
    #[path = "f19.rs"]
    mod f19;
    #[path = "f20.rs"]
    mod f20;
    #[path = "f21.rs"]
    mod f21;
    #[path = "f22.rs"]
    mod f22;
    #[path = "f23.rs"]
    mod f23;
    #[path = "f24.rs"]
    mod f24;
    #[path = "f25.rs"]
    mod f25;
    #[path = "f26.rs"]
    mod f26;
    #[path = "f27.rs"]
    mod f27;
    #[path = "f28.rs"]
    mod f28;
    #[path = "f29.rs"]
    mod f29;
    #[path = "f30.rs"]
    mod f30;
    #[path = "f31.rs"]
    mod f31;
    #[path = "f32.rs"]
    mod f32;
    #[path = "f33.rs"]
    mod f33;
    #[path = "f34.rs"]
    mod f34;
    #[path = "f35.rs"]
    mod f35;
    #[path = "f36.rs"]
    mod f36;
    #[path = "f37.rs"]
    mod f37;
    #[path = "f38.rs"]
    mod f38;
    #[path = "f39.rs"]
    mod f39;
    #[path = "f48.rs"]
    mod f48;
    #[path = "f49.rs"]
    mod f49;
    #[path = "f50.rs"]
    mod f50;
    #[path = "f51.rs"]
    mod f51;
    #[path = "f52.rs"]
    mod f52;
    #[path = "f53.rs"]
    mod f53;
    #[path = "f54.rs"]
    mod f54;
    #[path = "f55.rs"]
    mod f55;
    #[path = "f56.rs"]
    mod f56;
    #[path = "f57.rs"]
    mod f57;
    #[path = "f58.rs"]
    mod f58;
    #[path = "f59.rs"]
    mod f59;
    #[path = "f60.rs"]
    mod f60;
    #[path = "f61.rs"]
    mod f61;
    #[path = "f63.rs"]
    mod f63;
    #[path = "f64.rs"]
    mod f64;
    #[path = "f65.rs"]
    mod f65;
    #[path = "f66.rs"]
    mod f66;
    #[path = "f67.rs"]
    mod f67;
    #[path = "f68.rs"]
    mod f68;
    #[path = "f69.rs"]
    mod f69;
}
