//! The workflow, and the data that it works on. The tasks that it calls are in `tasks.rs`.

use super::tasks::*;
use workflow::prelude::*;

/// The input of the workflow: the place of a new image.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Upload {
    pub key: String,
    pub title: String,
}

/// An image, by its place. Its pixels never travel: only the key does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Image {
    pub key: String,
    pub width: u32,
    pub height: u32,
}

/// The result of the workflow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Published {
    pub page: String,
    pub images: Vec<Image>,
}

/// In pixels: anything smaller is no photograph.
const LEAST: u32 = 100;

/// Makes four sizes of an uploaded image at the same time, and a page that shows them.
#[workflow]
pub async fn publish(upload: Upload) -> Result<Published, Failure> {
    let original = inspect(upload.key).await?;
    if original.width < LEAST || original.height < LEAST {
        let size = format!("{} × {}", original.width, original.height);
        return Err(Failure::new("TooSmall", format!("{}: {size} pixels", original.key)));
    }

    let (large, medium, small, icon) = join!(
        scale(original.key.clone(), 800),
        scale(original.key.clone(), 400),
        scale(original.key.clone(), 200),
        scale(original.key.clone(), 50),
    )
    .await?;

    let images = vec![large, medium, small, icon];
    let page = make_page(upload.title.clone(), images.clone()).await?;
    announce(upload.title, page.clone()).await?;
    remove(original.key).await?;
    Ok(Published { page, images })
}
