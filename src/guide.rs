//! The guide, in the order in which questions come up. Read the first four chapters, then what you need.
//!
//! 1. [First workflow](first_workflow)
//! 2. [Tasks](tasks): arguments, resources, retries, timeouts, callbacks
//! 3. [Data](data): what travels between states
//! 4. [Errors](errors): failing, catching, compensating
//! 5. [Parallel work](parallel): `join!` and `map`
//! 6. [Many items](distributed): `map(..).distributed()`
//! 7. [Waiting](waiting): pauses, polling, people, loops
//! 8. [Durable executions](durable): stores, crashes, what is promised
//! 9. [Schedules](schedules): cron expressions, rates, what was missed
//! 10. [Limits, shutdown and metrics](control): how much runs at once, and how it ends
//! 11. [Testing](testing): mocks, paths, comparison with the document, faults, crashes, coverage
//! 12. [Services of AWS](integrations): SQS, DynamoDB and others, called directly
//! 13. [Export](export): the document, and how its functions are written
//! 14. [Upgrades](upgrades): code that changes while executions run
//! 15. [What cannot be written](cannot), and why
//! 16. [Recipes](recipes): whole workflows with their tests
//! 17. [Coming from elsewhere](coming_from): definitions by hand, Serverless Framework, durable functions, Temporal
//! 18. [Operators and methods](operators): all that expressions may use
//!
//! Every example is compiled and run by the tests.

macro_rules! chapters {
    ($($name:ident: $file:literal;)+) => {$(
        #[doc = include_str!($file)]
        pub mod $name {}
    )+};
}

/// Services of AWS. Its examples need the feature `aws-calls`.
#[cfg_attr(feature = "aws-calls", doc = include_str!("../docs/guide/integrations.md"))]
pub mod integrations {}

chapters! {
    first_workflow: "../docs/guide/first_workflow.md";
    tasks: "../docs/guide/tasks.md";
    data: "../docs/guide/data.md";
    errors: "../docs/guide/errors.md";
    parallel: "../docs/guide/parallel.md";
    distributed: "../docs/guide/distributed.md";
    waiting: "../docs/guide/waiting.md";
    durable: "../docs/guide/durable.md";
    schedules: "../docs/guide/schedules.md";
    control: "../docs/guide/control.md";
    testing: "../docs/guide/testing.md";
    export: "../docs/guide/export.md";
    upgrades: "../docs/guide/upgrades.md";
    recipes: "../docs/guide/recipes.md";
    coming_from: "../docs/guide/coming_from.md";
    cannot: "../docs/guide/cannot.md";
    operators: "../docs/operators.md";
}
