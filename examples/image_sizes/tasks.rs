//! The tasks: each writes its result under a name that is known before, so that doing it again changes nothing.

use super::bucket::Bucket;
use super::pixels::Pixels;
use super::workflow::Image;
use workflow::prelude::*;

/// The bucket asks to slow down where too much is written at once: after 1, 2, 4 and 8 seconds.
const SLOWER: Retry = Retry::on(&["SlowDown"]).interval(1).backoff_rate(2.0).max_attempts(4);

/// Reads the size of an image.
#[task(timeout = "30s")]
pub fn inspect(bucket: Res<Bucket>, key: String) -> Result<Image, Failure> {
    let Pixels { width, height, .. } = Pixels::from_ppm(&bucket.get(&key)?)?;
    Ok(Image { key, width, height })
}

/// Makes an image of at most this width and height.
#[task(timeout = "2m", retry = SLOWER)]
pub async fn scale(bucket: Res<Bucket>, key: String, most: u32) -> Result<Image, Failure> {
    let scaled = tokio::task::spawn_blocking(move || {
        let pixels = Pixels::from_ppm(&bucket.get(&key)?)?.within(most);
        let key = format!("images/{}-{most}.bmp", stem(&key));
        bucket.put(&key, &pixels.to_bmp())?;
        Ok(Image { key, width: pixels.width, height: pixels.height })
    });
    scaled.await.map_err(|error| Failure::new("Broken", error.to_string()))?
}

/// Writes the page that shows the images.
#[task(timeout = "30s", retry = SLOWER)]
pub fn make_page(
    bucket: Res<Bucket>,
    title: String,
    images: Vec<Image>,
) -> Result<String, Failure> {
    let shown = images.iter().map(|Image { key, width, height }| {
        format!("<p><img src=\"../{key}\" width={width} height={height}> {width} × {height}\n")
    });
    let page =
        format!("<!doctype html><meta charset=utf-8><title>{title}</title>\n<h1>{title}</h1>\n");
    let key = format!("pages/{}.html", title.to_lowercase().replace(' ', "-"));
    bucket.put(&key, (page + &shown.collect::<String>()).as_bytes())?;
    Ok(key)
}

/// Adds the page to the list of new ones, once.
#[task(timeout = "30s")]
pub fn announce(bucket: Res<Bucket>, title: String, page: String) -> Result<(), Failure> {
    bucket.append("news.txt", &format!("{title}: {page}\n"))
}

/// Removes the upload, of which there are smaller ones now.
#[task(timeout = "30s")]
pub fn remove(bucket: Res<Bucket>, key: String) -> Result<(), Failure> {
    bucket.delete(&key)
}

/// The name of a file without folders and ending.
fn stem(key: &str) -> &str {
    let name = key.rsplit('/').next().unwrap_or(key);
    name.split('.').next().unwrap_or(name)
}
