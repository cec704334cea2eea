//! The compile-fail cases need a package to belong to.
