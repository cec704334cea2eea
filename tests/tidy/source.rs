//! The source files of the product crates.

use std::path::{Path, PathBuf};

/// A source file.
pub struct Source {
    /// Its path from the repository's root, with slashes.
    pub path: String,
    /// Its text, with line feeds.
    pub text: String,
}

impl Source {
    /// Reads all files of the product crates, sorted by path.
    pub fn all() -> Vec<Source> {
        super::CRATES.iter().flat_map(|folder| Source::below(folder)).collect()
    }

    /// Reads all source files below a folder, sorted by path.
    pub fn below(folder: &str) -> Vec<Source> {
        Source::with_extension(folder, "rs")
    }

    /// Reads all files with an extension below a folder, sorted by path.
    pub fn with_extension(folder: &str, extension: &str) -> Vec<Source> {
        let mut files = vec![];
        collect(&root().join(folder), extension, &mut files);
        files.sort();
        files.into_iter().map(Source::read).collect()
    }

    fn read(file: PathBuf) -> Source {
        let text = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        let path = file.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        Source { path, text }
    }

    /// True if the file holds nothing but tests.
    pub fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs")
            || ["/tests/", "/fuzz/"].iter().any(|it| self.path.contains(it))
    }
}

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn collect(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, extension, files);
        } else if path.extension().is_some_and(|of| of == extension) {
            files.push(path);
        }
    }
}
