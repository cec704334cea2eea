//! The colours of a drawing.

/// The choices a drawing has.
///
/// All colours are custom properties with values for light and dark pages. A page that has the drawing within it sets
/// its own, on any element around: `--wg-canvas`, `--wg-ink`, `--wg-muted`, `--wg-box`, `--wg-border`, `--wg-line`,
/// `--wg-fault`, `--wg-cluster`, `--wg-branch`, `--wg-focus`, `--wg-font`, and the signs' `--wg-task`, `--wg-choice`,
/// `--wg-pass`, `--wg-wait`, `--wg-parallel`, `--wg-map`, `--wg-succeed`, `--wg-fail`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// The name that screen readers say.
    pub title: String,
    /// The colours it has where a page sets none.
    pub theme: Theme,
    /// True if it has a background.
    pub canvas: bool,
}

/// The colours that hold where a page sets none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those that the reader's system prefers.
    #[default]
    Auto,
    /// Light ones.
    Light,
    /// Dark ones.
    Dark,
}

impl Default for Style {
    fn default() -> Self {
        Style { title: "state machine".to_owned(), theme: Theme::Auto, canvas: true }
    }
}

impl Theme {
    pub(super) fn class(self) -> &'static str {
        match self {
            Theme::Auto => "",
            Theme::Light => " light",
            Theme::Dark => " dark",
        }
    }
}

/// All rules of drawings, which stand in each; for pages that allow none there. The first value of a pair is for programs
/// that know no custom properties.
pub const CSS: &str = include_str!("style.css");
