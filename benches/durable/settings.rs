//! The words of the command line.

/// The workloads to measure, and the form of the figures.
#[derive(Default)]
pub struct Settings {
    pub json: bool,
    pub full: bool,
    pub restate: bool,
    /// The size of a page in the files of `chain10`.
    pub page: Option<u32>,
    wanted: Vec<String>,
}

impl Settings {
    /// Reads the words after `durable`.
    pub fn new(words: &[&str], known: &[&str]) -> Result<Self, String> {
        let mut settings = Settings::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--json" => settings.json = true,
                "--full" => settings.full = true,
                "--vs" if words.next() == Some(&"restate") => settings.restate = true,
                "--page" => settings.page = Some(number(words.next())?),
                "--vs" => return Err("`--vs` takes `restate`".to_owned()),
                word if known.contains(&word) => settings.wanted.push(word.to_owned()),
                word => return Err(format!("no workload and no option is called `{word}`")),
            }
        }
        Ok(settings)
    }

    /// True if a workload is among those that are asked for: all, if none is named.
    pub fn wants(&self, name: &str) -> bool {
        self.wanted.is_empty() || self.wanted.iter().any(|it| it == name)
    }
}

fn number(word: Option<&&str>) -> Result<u32, String> {
    let number = word.and_then(|word| word.parse().ok());
    number.ok_or_else(|| "`--page` takes a number of bytes".to_owned())
}
