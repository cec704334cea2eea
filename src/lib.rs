//! Write a workflow as one ordinary Rust `async fn`.
