//! Attributes of functions that are written anew.

use syn::{AttrStyle, ItemFn};

/// The function with its inner attributes (`#![allow(..)]`) above it.
pub(crate) fn outer(mut function: ItemFn) -> ItemFn {
    function.attrs.iter_mut().for_each(|attribute| attribute.style = AttrStyle::Outer);
    function
}
