//! What may differ between the machine and the kept function, and why. What may differ between the machine and the
//! document stands in `workflow::testing::differences`. What is in neither is a bug of one side.

/// What the kept function may do where the machine ends with a fault: it goes on, with a value that the States
/// Language does not have. Each is a part of the fault's text.
pub const BEYOND: &[(&str, &str)] = &[
    ("is out of the range of i64", "integers are exact within ±(2^53 - 1) only"),
    ("is out of the range of u64", "integers are exact within ±(2^53 - 1) only"),
    ("is out of the range of isize", "integers are exact within ±(2^53 - 1) only"),
    ("is out of the range of usize", "integers are exact within ±(2^53 - 1) only"),
    ("is out of the range of f64", "JSON has no infinities and no NaN"),
    ("/ 0: division by zero", "JSON has no infinities and no NaN"),
    ("beyond 2^53", "integers are exact within ±(2^53 - 1) only"),
    ("does not hold the number", "integers are exact within ±(2^53 - 1) only"),
    (
        "the fields of an error have a number of more than 15 digits",
        "`$string` rounds to 15 digits; `Failure::from(error)` of the function tells the number in full",
    ),
];

/// What the kept function may fail with where the machine goes on, and why.
pub const UNREAD: (&str, &str) = (
    // The cause is no JSON, or that of other fields.
    "of the task's error",
    "the kept function needs a value of the error's type even for `Err(_)`, whose arm the machines enter by the name",
);

/// Whether the cause of a failure may be that which the error type of a task writes, where it comes out of the
/// kept function; and why.
pub const THROUGH_TYPE: (bool, &str) = (
    true,
    "`?` in the kept function converts a failure to the task's error and back; the machines hand it on as it came, \
     so that a timeout has no cause",
);
