//! Values that are too large for the data of a workflow: [`Large`](crate::Large) is the reference that travels,
//! [`LargeStore`] the folder, bucket or memory that has the value. See
//! [the guide](crate::guide::data#large-values).

#[cfg(feature = "aws-calls")]
pub use workflow_runtime::connector::LargeBucket;
pub use workflow_runtime::large::{
    DAMAGED, LARGEST, LargeMemory, LargeObjects, LargeStore, MISSING, NoReference, REFUSED,
    TOO_LARGE, UNAVAILABLE, refused, unavailable,
};
