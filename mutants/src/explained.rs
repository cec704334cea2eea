//! Survivors that have a reason: `mutants/explained.txt`.

use crate::site::Site;
use std::path::Path;

/// The lines of the file: path, rule, source line and reason, between tabs.
pub struct Explained(Vec<[String; 4]>);

/// Reads the reasons of the repository.
pub fn read(root: &Path) -> Result<Explained, String> {
    let path = root.join("mutants").join("explained.txt");
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let rows = lines.map(|line| {
        let parts: Vec<String> = line.split('\t').map(|part| part.trim().to_owned()).collect();
        parts.try_into().map_err(|_| format!("explained.txt: `{line}` has not four parts"))
    });
    rows.collect::<Result<_, _>>().map(Explained)
}

impl Explained {
    /// The reason for which a site's mutant may survive.
    pub fn reason(&self, site: &Site) -> Option<&str> {
        let fits =
            |row: &&[String; 4]| row[0] == site.file && row[1] == site.rule && row[2] == site.text;
        self.0.iter().find(fits).map(|row| row[3].as_str())
    }
}
