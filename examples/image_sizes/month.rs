//! The costs of a month of images on AWS: the transitions of an image, counted by running the workflow.

use super::tasks::*;
use super::workflow::{Image, Upload, publish};
use workflow::testing::Test;
use workflow::{Failure, price};

/// So many images a month, of which every tenth has to be scaled twice.
pub const IMAGES: u64 = 100_000;
const RETRIED: u64 = IMAGES / 10;

/// The transitions of a month.
pub struct Month {
    pub an_image: u64,
    pub all: u64,
    pub dollars: f64,
}

/// Runs the workflow on mocks, with and without a retry.
pub fn month() -> Month {
    let upload = || Upload { key: "uploads/a.ppm".to_owned(), title: "A".to_owned() };
    let an_image = calm().run(upload()).billed_transitions();
    let slow = Failure::new("SlowDown", "once");
    let retried = calm().mock::<scale>(|call| call.fails(slow).then().returns(image()));
    let retried = retried.run(upload()).billed_transitions();
    let all = (IMAGES - RETRIED) * an_image + RETRIED * retried;
    Month { an_image, all, dollars: price::dollars(all) }
}

/// All goes well.
pub fn calm() -> Test<publish> {
    Test::of::<publish>()
        .mock::<inspect>(|call| call.returns(image()))
        .mock::<scale>(|call| call.returns(image()))
        .mock::<make_page>(|call| call.returns("pages/a.html".to_owned()))
        .mock::<announce>(|call| call.returns(()))
        .mock::<remove>(|call| call.returns(()))
}

fn image() -> Image {
    Image { key: "images/a.bmp".to_owned(), width: 640, height: 480 }
}
