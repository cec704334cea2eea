//! A file of an output, and the notation of its data.

/// The notation of data, where a format has two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notation {
    /// The one that people use with the format: YAML, or HCL.
    #[default]
    Usual,
    /// JSON.
    Json,
}

/// A file of an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in the folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Notation {
    /// The notation of templates: JSON where this library has no YAML.
    pub(crate) fn of_templates(self) -> Self {
        if cfg!(feature = "yaml") { self } else { Notation::Json }
    }
}
