//! Lines of generated code.

/// A writer of lines, which go in and out.
pub trait Lines {
    /// The lines, and how far the next one goes in.
    fn lines(&mut self) -> (&mut Vec<String>, &mut usize);

    fn line(&mut self, text: impl AsRef<str>) {
        let (lines, indent) = self.lines();
        lines.push(format!("{}{}", "    ".repeat(*indent), text.as_ref()));
    }
    /// Writes a line, after which it goes further in.
    fn open(&mut self, text: impl AsRef<str>) {
        self.line(text);
        *self.lines().1 += 1;
    }
    fn close(&mut self, text: impl AsRef<str>) {
        *self.lines().1 -= 1;
        self.line(text);
    }
    /// Writes the end of one body and the beginning of the next.
    fn between(&mut self, text: impl AsRef<str>) {
        *self.lines().1 -= 1;
        self.open(text);
    }
}
