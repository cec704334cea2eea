//! The store of large values that a function has by itself: its variable `WORKFLOW_LARGE` names it.

use crate::init::BoxError;
use workflow_task::{LargeStore, Resources, TaskDefinition};

/// The variable: `s3://BUCKET/PREFIX`, or a folder.
const VARIABLE: &str = "WORKFLOW_LARGE";

/// Adds the store, where the task needs one and the program makes none itself.
pub(crate) fn add(task: &TaskDefinition, resources: &mut Resources) -> Result<(), BoxError> {
    if !LargeStore::is_needed_by(task) || resources.has(LargeStore::id()) {
        return Ok(());
    }
    let address = std::env::var(VARIABLE).ok().filter(|it| !it.is_empty());
    let address = address.ok_or_else(|| {
        format!(
            "the task `{}` reads or writes large values, and the variable {VARIABLE} does not say where they are: set it \
             to s3://BUCKET/PREFIX, as exported stacks do, or to a folder",
            task.name
        )
    })?;
    resources.insert(store(&address)?);
    Ok(())
}

/// The store at an address.
fn store(address: &str) -> Result<LargeStore, BoxError> {
    if !address.contains("://") {
        return Ok(LargeStore::folder(address));
    }
    #[cfg(feature = "large")]
    return bucket(address);
    #[cfg(not(feature = "large"))]
    Err(format!(
        "{VARIABLE} is `{address}`, and this program was built without the feature `aws-calls` of `workflow`"
    )
    .into())
}

/// The bucket at an address. A program that cannot call it does not begin.
#[cfg(feature = "large")]
fn bucket(address: &str) -> Result<LargeStore, BoxError> {
    let bucket = workflow_aws::LargeBucket::parse(address)?;
    bucket
        .check()
        .map_err(|why| format!("{VARIABLE} is `{address}`, which cannot be called: {why}"))?;
    Ok(LargeStore::new(bucket))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_bucket_or_a_folder() {
        assert!(store("/tmp/large").is_ok());
        // Of AWS, which is called with `tls` alone.
        let bucket = store("s3://values/large");
        assert_eq!(bucket.is_ok(), cfg!(all(feature = "large", feature = "tls")));
        if let Err(error) = bucket {
            assert!(error.to_string().contains("was built without the feature `"), "{error}");
        }
        for wrong in ["http://values", "s3://"] {
            let told = store(wrong).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(told.contains(wrong), "{told}");
        }
    }
}
