//! Prints the table.

use crate::Row;
use crate::check::Checked;

pub fn check(_rows: &[Row], _checked: &[Checked]) {}
