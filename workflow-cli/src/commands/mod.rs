//! The commands of a program with workflows, one a file. A new one is a file here, and a row in the table.

mod check;
mod cost;
mod executions;
mod export;
mod graph;
mod history;
mod list;
mod redrive;
mod replay;
mod resume;
mod run;
mod schedule;
mod schedules;
#[cfg(feature = "serve")]
mod serve;
mod start;
mod stop;
mod test;
#[cfg(feature = "aws")]
mod verify;
#[cfg(feature = "worker")]
mod worker;

use crate::command::Row;
use crate::completions::Completions;
use crate::man::Man;
use crate::program::Program;

/// All commands; help lists those of a group in this order.
pub(crate) const COMMANDS: &[Row<Program>] = &[
    Row::of::<run::Run>(),
    Row::of::<replay::Replay>(),
    Row::of::<test::Test>(),
    #[cfg(feature = "aws")]
    Row::of::<verify::Verify>(),
    #[cfg(feature = "serve")]
    Row::of::<serve::Serve>(),
    #[cfg(feature = "worker")]
    Row::of::<worker::Worker>(),
    Row::of::<start::Start>(),
    Row::of::<resume::Resume>(),
    Row::of::<executions::Executions>(),
    Row::of::<history::History>(),
    Row::of::<stop::StopExecution>(),
    Row::of::<redrive::Redrive>(),
    Row::of::<schedule::MakeSchedule>(),
    Row::of::<schedules::Schedules>(),
    Row::of::<list::List>(),
    Row::of::<check::Check>(),
    Row::of::<export::Export>(),
    Row::of::<graph::Graph>(),
    Row::of::<cost::Cost>(),
    Row::of::<Completions>(),
    Row::of::<Man>(),
];

#[cfg(test)]
mod tests {
    use crate::command;
    use crate::program::Program;

    #[test]
    fn every_command_answers_in_json() {
        command::all_know_json(&Program::default());
    }
}
