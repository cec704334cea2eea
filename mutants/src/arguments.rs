//! The words of the command line.

use std::path::PathBuf;

/// The sample to take, and the folders to work in.
pub struct Arguments {
    pub mutants: usize,
    pub seed: u64,
    /// Judge these of the sample only.
    pub only: Vec<usize>,
    /// Judge all mutants of these lines, `uses.rs:80`, beside the sample. Without a number there is no sample then.
    pub at: Vec<String>,
    /// List the sample, instead of judging it: nothing is built.
    pub list: bool,
    /// List all sites that nothing sees, instead of judging a sample.
    pub unseen: bool,
    /// Count the arms that generated workflows reach, instead of planting mutants.
    pub arms: bool,
    /// Judge or list the macro only: no build of all tests.
    pub macro_only: bool,
    /// Judge all but the macro.
    pub others_only: bool,
    /// Ask the sizes of expansions before anything is compiled under a mutant, and be content with their answer.
    pub brief: bool,
    /// The repository.
    pub root: PathBuf,
    /// The folder of the copy and its build, kept between runs.
    pub work: PathBuf,
}

const USAGE: &str = "usage: workflow-mutants [MUTANTS] [--seed N] [--only N,N] [--at FILE:LINE,FILE:LINE] [--macro | --others] [--brief | --list] [--work FOLDER] | --unseen [--macro] | --arms [--macro]";

/// Reads the words after the program's name.
pub fn read(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = root.canonicalize().map_err(|error| error.to_string())?;
    let work = root.join("target").join("mutants");
    let mut mutants = None;
    let mut arguments = Arguments {
        mutants: 0,
        seed: 1,
        only: vec![],
        at: vec![],
        list: false,
        unseen: false,
        arms: false,
        macro_only: false,
        others_only: false,
        brief: false,
        root,
        work,
    };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| USAGE.to_owned());
        match word.as_str() {
            "--seed" => arguments.seed = number(&value()?)?,
            "--only" => {
                arguments.only = value()?.split(',').map(number).collect::<Result<_, _>>()?
            }
            "--at" => arguments.at = value()?.split(',').map(str::to_owned).collect(),
            "--list" => arguments.list = true,
            "--unseen" => arguments.unseen = true,
            "--arms" => arguments.arms = true,
            "--macro" => arguments.macro_only = true,
            "--others" => arguments.others_only = true,
            "--brief" => arguments.brief = true,
            "--work" => arguments.work = value()?.into(),
            _ => mutants = Some(number(&word)?),
        }
    }
    let usual = if arguments.at.is_empty() { 100 } else { 0 };
    arguments.mutants = mutants.unwrap_or(usual);
    Ok(arguments)
}

fn number<N: std::str::FromStr>(word: &str) -> Result<N, String> {
    word.parse().map_err(|_| format!("`{word}` is not a number\n{USAGE}"))
}
