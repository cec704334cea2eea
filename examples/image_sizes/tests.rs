//! How the workflow is tested: with mocks in virtual time, and with its real tasks in a folder.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::bucket::{Bucket, sunset};
use super::common::exported::assert_exported;
use super::month::{calm, month};
use super::pixels::Pixels;
use super::tasks::*;
use super::workflow::{Image, Upload, publish};
use workflow::prelude::*;
use workflow::testing::{Coverage, Test};

fn upload(name: &str) -> Upload {
    Upload { key: format!("uploads/{name}.ppm"), title: "A Sunset".to_owned() }
}

fn slow() -> Failure {
    Failure::new("SlowDown", "too much at once")
}

/// One of the sizes is written at the second attempt.
fn turned_away(size: u32) -> Test<publish> {
    calm().mock::<scale>(|call| {
        let call = call.with(move |input| input.1 == size);
        call.fails(slow()).times(1).then().returns_anything()
    })
}

/// The prices of the reference: 10 transitions an image, 1 % more of them are retries, 25 dollars a million.
#[test]
fn a_month_costs_25_dollars_and_25_cents() {
    let month = month();
    assert_eq!((month.an_image, month.all), (10, 1_010_000));
    assert_eq!(format!("{:.2}", month.dollars), "25.25");
}

#[test]
fn the_document_costs_and_does_the_same() {
    assert_exported("image_sizes/publish.asl.json", publish::definition());
    let coverage = Coverage::of::<publish>();
    let small = Image { key: "uploads/a.ppm".to_owned(), width: 100, height: 99 };
    let tests = [
        calm(),
        calm().mock::<inspect>(|call| call.returns(small)),
        turned_away(800),
        turned_away(400),
        turned_away(200),
        turned_away(50),
        calm().mock::<make_page>(|call| call.fails(slow()).then().returns("page".to_owned())),
    ];
    for test in tests {
        test.covering(&coverage).crash_everywhere().assert_same([upload("a")]);
    }
    coverage.assert_all();
}

#[test]
fn four_sizes_are_made_of_a_real_image() {
    let root = std::env::temp_dir().join(format!("image-sizes-{}", std::process::id()));
    let bucket = Bucket::open(&root).unwrap();
    let test = Test::of::<publish>().resource(bucket.clone()).check_same();

    let published = test.run(upload("sunset")).output();
    let sizes: Vec<_> = published.images.iter().map(|image| (image.width, image.height)).collect();
    assert_eq!(sizes, [(800, 600), (400, 300), (200, 150), (50, 37)]);
    let files = bucket.list("images").unwrap();
    let bytes: Vec<_> = files.iter().map(|(_, bytes)| *bytes).collect();
    assert_eq!(bytes, [600 * 150, 1_200 * 300, 152 * 37, 2_400 * 600].map(|size| 54 + size));
    assert!(!bucket.list("uploads").unwrap().iter().any(|(key, _)| key.contains("sunset")));
    assert_eq!(published.page, "pages/a-sunset.html");

    test.run(upload("stamp")).assert_fails("TooSmall");
    test.run(upload("letter")).assert_fails("BadImage");
    test.run(upload("nothing")).assert_fails("NoSuchKey");
    std::fs::remove_dir_all(root).unwrap();
}

#[test]
fn pixels_are_averaged() {
    let bytes = [[0, 0, 0], [100, 0, 0], [50, 10, 255], [50, 30, 255], [1, 2, 3], [5, 6, 7]];
    let pixels = Pixels { width: 2, height: 3, bytes: bytes.concat() };
    assert_eq!(Pixels::from_ppm(&pixels.to_ppm()).unwrap(), pixels);
    assert_eq!(pixels.within(9), pixels);
    let one = pixels.within(1);
    assert_eq!((one.width, one.height, &one.bytes[..]), (1, 1, &[34, 8, 87][..]));
    let bmp = pixels.to_bmp();
    assert_eq!((bmp.len(), &bmp[54..62]), (54 + 3 * 8, &[3, 2, 1, 7, 6, 5, 0, 0][..]));

    let sum = |pixels: &Pixels| pixels.bytes.iter().map(|byte| f64::from(*byte)).sum::<f64>();
    let large = sunset(800, 600);
    let mean = |pixels: &Pixels| sum(pixels) / f64::from(pixels.width * pixels.height);
    assert!((mean(&large) - mean(&large.within(100))).abs() < 1.0);
}

#[test]
fn what_is_no_image_is_refused() {
    for file in ["", "P5 1 1 255\nabc", "P6 1 1 255\nab", "P6 1 1 99\nabc", "P6 0 1 255\n", "P6 x"]
    {
        assert_eq!(Pixels::from_ppm(file.as_bytes()).unwrap_err().error(), "BadImage", "{file}");
    }
}
