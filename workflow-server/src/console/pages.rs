//! The files of the console.

use super::reply::{Content, Reply};
use crate::page::digest;

/// A file of the console.
pub(super) struct Page {
    path: &'static str,
    text: &'static str,
}

/// Makes the table of files from their names in the folder `console`.
macro_rules! pages {
    ($($name:literal)*) => {
        &[$(Page {
            path: concat!("/console/", $name),
            text: include_str!(concat!("../../console/", $name)),
        }),*]
    };
}

const PAGES: &[Page] = pages! {
    "css/base.css"
    "css/execution.css"
    "css/graph.css"
    "css/layout.css"
    "css/parts.css"
    "css/theme.css"
    "icon.svg"
    "index.html"
    "js/main.js"
    "js/model/axis.js"
    "js/model/diff.js"
    "js/model/exact.js"
    "js/model/fold.js"
    "js/model/format.js"
    "js/model/route.js"
    "js/model/schema.js"
    "js/model/trace.js"
    "js/model/visits.js"
    "js/parts/cause.js"
    "js/parts/clock.js"
    "js/parts/details.js"
    "js/parts/dialog.js"
    "js/parts/dom.js"
    "js/parts/events.js"
    "js/parts/graph.js"
    "js/parts/json.js"
    "js/parts/list.js"
    "js/parts/live.js"
    "js/parts/me.js"
    "js/parts/notice.js"
    "js/parts/server.js"
    "js/parts/status.js"
    "js/parts/tabs.js"
    "js/parts/theme.js"
    "js/parts/timeline.js"
    "js/parts/virtual.js"
    "js/views/actions.js"
    "js/views/answer.js"
    "js/views/compare.js"
    "js/views/execution.js"
    "js/views/executions.js"
    "js/views/failures.js"
    "js/views/machine.js"
    "js/views/machines.js"
    "js/views/map_run.js"
    "js/views/start.js"
};

/// The page at the root.
const INDEX: &str = "/console/index.html";

/// Finds the file of a path.
pub(super) fn find(path: &str) -> Option<&'static Page> {
    let path = if path == "/" { INDEX } else { path };
    PAGES.iter().find(|it| it.path == path)
}

impl Page {
    /// Makes the reply to a browser that knows the file of the tag `known`.
    pub(super) fn reply(&self, known: Option<&str>) -> Reply {
        let tag = format!("\"{:016x}\"", digest(self.text.bytes()));
        let same = known.is_some_and(|known| known.split(',').any(|it| it.trim() == tag));
        let (status, text) = if same { (304, "") } else { (200, self.text) };
        Reply { status, media: media(self.path), tag: Some(tag), content: Content::File(text) }
    }
}

fn media(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::path::Path;

    fn files(folder: &Path, into: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_some_and(|it| it != "tests") {
                files(&path, into);
            } else if path.is_file() && path.extension().is_some_and(|it| it != "json") {
                into.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }

    #[test]
    fn all_files_of_the_folder_are_served_and_have_a_type() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("console");
        let mut found = vec![];
        files(&folder, &mut found);
        let mut names: Vec<_> =
            found.iter().map(|it| it.rsplit_once("/workflow-server").unwrap().1).collect();
        names.sort_unstable();
        let mut served: Vec<_> = PAGES.iter().map(|it| it.path).collect();
        served.sort_unstable();
        assert_eq!(names, served);
        assert!(served.iter().all(|it| media(it) != "application/octet-stream"));
    }

    #[test]
    fn a_file_that_is_known_is_not_sent_again() {
        let page = find("/").unwrap();
        let first = page.reply(None);
        let tag = first.tag.unwrap();
        assert_eq!(first.status, 200);
        assert_eq!(page.reply(Some(&tag)).status, 304);
        assert_eq!(page.reply(Some(&format!("\"x\", {tag}"))).status, 304);
        assert_eq!(page.reply(Some("\"x\"")).status, 200);
        assert!(find("/console/../Cargo.toml").is_none());
    }

    #[test]
    fn pages_name_nothing_outside_of_them() {
        for page in PAGES {
            for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("]
            {
                assert!(!page.text.contains(word), "{}: {word}", page.path);
            }
            let links = page
                .text
                .split("http")
                .skip(1)
                .filter(|it| it.starts_with("://") || it.starts_with("s://"));
            for link in links {
                assert!(link.starts_with("://www.w3.org/"), "{}: http{link:.40}", page.path);
            }
        }
    }
}
