//! The files of a format, and how they come to disk.

use crate::file::{File, Notation};
use crate::naming::hyphened;
use crate::problem::Problem;
use crate::stack::Stack;
use crate::{cdk, cloudformation, limits, sam, serverless, terraform};
use serde_json::Value;
use std::io;
use std::path::{Path, PathBuf};

/// The most bytes of a template that a request holds (CloudFormation, "Quotas").
pub const IN_A_REQUEST: usize = 51_200;

/// The most bytes of one that comes from a bucket.
const IN_A_BUCKET: usize = 1_000_000;

/// A tool that deploys stacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// AWS SAM.
    Sam,
    /// CloudFormation.
    CloudFormation,
    /// The CDK, in TypeScript.
    Cdk,
    /// The Serverless Framework, with its plugin for Step Functions.
    Serverless,
    /// Terraform or OpenTofu.
    Terraform,
}

impl Format {
    /// Writes a stack down. The same stack has the same files.
    ///
    /// # Errors
    /// The things that the format has no way to say.
    pub fn files(self, stack: &Stack, notation: Notation) -> Result<Vec<File>, Vec<Problem>> {
        let exceeded = self.made(stack).map(|made| limits::exceeded(stack, made));
        if let Some(exceeded) = exceeded.filter(|it| !it.is_empty()) {
            return Err(exceeded);
        }
        Ok(match self {
            Format::CloudFormation => {
                let inline = notation.of_templates() == Notation::Json;
                let file = data("template", notation, &cloudformation::template(stack, inline));
                let size = file.text.len();
                if size > IN_A_BUCKET {
                    let message = format!(
                        "a template of CloudFormation has at most {IN_A_BUCKET} bytes, not {size}: `--format sam` has the definition in a file of its own"
                    );
                    return Err(vec![Problem::definition("", message)]);
                }
                vec![file]
            }
            Format::Sam => {
                vec![data("template", notation, &sam::template(stack)), definition(stack)]
            }
            Format::Serverless => vec![data("serverless", notation, &serverless::file(stack)?)],
            Format::Cdk => cdk::files(stack, definition(stack)),
            Format::Terraform => terraform::files(stack, notation)?,
        })
    }

    /// The resources of a stack of CloudFormation that this format makes by itself; `None` where there is no such stack.
    fn made(self, stack: &Stack) -> Option<usize> {
        Some(match self {
            Format::CloudFormation => 0,
            // Its metadata.
            Format::Cdk => 1,
            // The alias of each function.
            Format::Sam => stack.functions.len(),
            // The bucket of the deployment, and its policy.
            Format::Serverless => 2,
            Format::Terraform => return None,
        })
    }

    /// Returns notes about a stack in this format, besides its [`Stack::notes`].
    #[must_use]
    pub fn notes(self, stack: &Stack) -> Vec<String> {
        let kept = matches!(self, Format::Terraform) && stack.large.is_some();
        let note = "`terraform destroy` fails with BucketNotEmpty where there are large values: to keep them, first do `terraform state list | grep aws_s3_bucket | xargs terraform state rm`";
        kept.then(|| note.to_owned()).into_iter().collect()
    }

    /// Returns the commands that deploy the files, for the folder with them.
    #[must_use]
    pub fn commands(self, stack: &Stack, notation: Notation, files: &[File]) -> Vec<String> {
        let name = hyphened(&stack.name);
        let json = notation.of_templates() == Notation::Json;
        let ending = if json { "json" } else { "yaml" };
        let values: Vec<&str> = stack
            .parameters
            .iter()
            .filter(|it| it.default.is_none())
            .map(|it| it.name.as_str())
            .collect();
        let overrides = |before: &str, text: fn(&str) -> String| match values.is_empty() {
            true => String::new(),
            false => format!(
                "{before}{}",
                values.iter().map(|it| text(it)).collect::<Vec<_>>().join(" ")
            ),
        };
        let pairs = overrides(" --parameter-overrides ", |it| format!("{it}=…"));
        match self {
            Format::Sam => vec![format!(
                "sam deploy --template-file template.{ending} --stack-name {name} --capabilities CAPABILITY_IAM --resolve-s3{pairs}"
            )],
            Format::CloudFormation if stack.functions.is_empty() => {
                // Too large for a request, it goes through a bucket.
                let large = files.iter().any(|it| it.text.len() > IN_A_REQUEST);
                let bucket = if large { " --s3-bucket BUCKET" } else { "" };
                vec![format!(
                    "aws cloudformation deploy --template-file template.{ending} --stack-name {name}{bucket} --capabilities CAPABILITY_IAM{pairs}"
                )]
            }
            Format::CloudFormation => vec![
                format!(
                    "aws cloudformation package --template-file template.{ending} --s3-bucket BUCKET --output-template-file packaged.yaml"
                ),
                format!(
                    "aws cloudformation deploy --template-file packaged.yaml --stack-name {name} --capabilities CAPABILITY_IAM{pairs}"
                ),
            ],
            Format::Cdk => {
                let pairs = overrides(" ", |it| format!("--parameters {it}=…"));
                vec!["npm install".to_owned(), format!("npx cdk deploy{pairs}")]
            }
            Format::Serverless => vec![
                "npm install --no-save serverless@3 serverless-step-functions".to_owned(),
                format!("npx serverless deploy{}", overrides(" ", |it| format!("--param {it}=…"))),
            ],
            Format::Terraform => {
                let pairs = overrides(" ", |it| format!("-var {}=…", crate::naming::snake(it)));
                vec!["terraform init".to_owned(), format!("terraform apply{pairs}")]
            }
        }
    }
}

/// The file with the definition.
fn definition(stack: &Stack) -> File {
    File { name: stack.file(), text: stack.text() }
}

/// A file of data in one of the two notations.
fn data(name: &str, notation: Notation, value: &Value) -> File {
    match notation.of_templates() {
        #[cfg(feature = "yaml")]
        Notation::Usual => {
            let ending = if name == "serverless" { "yml" } else { "yaml" };
            File { name: format!("{name}.{ending}"), text: crate::yaml::text(value) }
        }
        _ => File { name: format!("{name}.json"), text: format!("{value:#}\n") },
    }
}

/// Writes files into a folder: all of them, or none. They are first made in a folder beside it, and then each replaces an
/// older one. Other files in the folder stay.
///
/// # Errors
/// A file cannot be written. The folder is then as it was before.
pub fn write(folder: &Path, files: &[File]) -> io::Result<()> {
    if folder.exists() && !folder.is_dir() {
        return Err(io::Error::other("it is a file: name a folder"));
    }
    if foreign(folder, files)? {
        return Err(io::Error::other(
            "it holds other files than those of an export: name another folder",
        ));
    }
    let parent = folder.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent)?;
    let name =
        folder.file_name().ok_or_else(|| io::Error::other("name a folder within this one"))?;
    let beside = |what: &str| {
        parent.join(format!(".{}.{what}.{}", name.to_string_lossy(), std::process::id()))
    };
    let (new, old) = (beside("new"), beside("old"));
    // One that was killed had the same number: where each run has a machine of its own, that is usual.
    if new.exists() {
        std::fs::remove_dir_all(&new)?;
    }
    let written = filled(&new, folder, files).and_then(|()| replace(folder, &new, &old));
    if written.is_err() {
        // What stands there is not yet anybody's.
        let _ = std::fs::remove_dir_all(&new);
    }
    written
}

/// True if a folder is there that has something, but none of the files.
fn foreign(folder: &Path, files: &[File]) -> io::Result<bool> {
    if !folder.is_dir() {
        return Ok(false);
    }
    let something = std::fs::read_dir(folder)?.next().is_some();
    Ok(something && !files.iter().any(|file| folder.join(&file.name).exists()))
}

/// Makes the new folder: what the old one has, with the files in it.
fn filled(new: &Path, old: &Path, files: &[File]) -> io::Result<()> {
    std::fs::create_dir(new)?;
    if old.is_dir() {
        copy(old, new, 0)?;
    }
    for file in files {
        let path = new.join(&file.name);
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        // It may be a link to the one that is there.
        if path.exists() {
            std::fs::remove_file(&path)?;
        }
        let mut out = std::fs::File::create(path)?;
        io::Write::write_all(&mut out, file.text.as_bytes())?;
        out.sync_all()?;
    }
    Ok(())
}

/// Puts what is there into the new folder: by links, so that large folders cost nothing.
fn copy(from: &Path, to: &Path, depth: usize) -> io::Result<()> {
    if depth > 64 {
        return Err(io::Error::other("the folder is too deep"));
    }
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir(&target)?;
            copy(&entry.path(), &target, depth + 1)?;
        } else if std::fs::hard_link(entry.path(), &target).is_err() {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Gives the folder its new content. Where the system can swap two folders, there is no moment without one.
fn replace(folder: &Path, new: &Path, old: &Path) -> io::Result<()> {
    if !folder.exists() {
        return std::fs::rename(new, folder);
    }
    if swap(new, folder) {
        // The new one is there: an old one that stays is only untidy.
        let _ = std::fs::remove_dir_all(new);
        return Ok(());
    }
    std::fs::rename(folder, old)?;
    if let Err(error) = std::fs::rename(new, folder) {
        std::fs::rename(old, folder)?;
        return Err(error);
    }
    // The new one is there: an old one that stays is only untidy.
    let _ = std::fs::remove_dir_all(old);
    Ok(())
}

/// Swaps two folders in one step; false where the system or its disk cannot.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn swap(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn swap(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn folder(test: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("workflow-deploy-{test}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn file(name: &str, text: &str) -> File {
        File { name: name.to_owned(), text: text.to_owned() }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn an_export_takes_the_place_of_an_older_one() {
        let root = folder("again");
        let out = root.join("out");
        write(&out, &[file("a", "1"), file("b", "1")]).unwrap();
        std::fs::create_dir(out.join("own")).unwrap();
        std::fs::write(out.join("own/kept"), "kept").unwrap();
        write(&out, &[file("a", "2")]).unwrap();
        assert_eq!(std::fs::read_to_string(out.join("a")).unwrap(), "2");
        assert_eq!(std::fs::read_to_string(out.join("own/kept")).unwrap(), "kept");
        assert_eq!(
            (names(&out), names(&root)),
            (vec!["a".into(), "b".into(), "own".into()], vec!["out".to_owned()])
        );
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn half_an_export_never_takes_the_place_of_a_good_one() {
        let root = folder("half");
        let out = root.join("out");
        write(&out, &[file("a", "1")]).unwrap();
        // The second file stands where the first one has to be a folder.
        assert!(write(&out, &[file("a", "2"), file("a/b", "2")]).is_err());
        assert_eq!(std::fs::read_to_string(out.join("a")).unwrap(), "1");
        assert_eq!((names(&out), names(&root)), (vec!["a".to_owned()], vec!["out".to_owned()]));
        std::fs::remove_dir_all(root).unwrap();
    }

    /// Whenever the process ends, a whole export is there: one who looks all the time finds one each time.
    #[test]
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    fn an_export_is_there_while_another_takes_its_place() {
        use std::sync::atomic::{AtomicBool, Ordering};
        let root = folder("always");
        let out = root.join("out");
        write(&out, &[file("a", "0")]).unwrap();
        let ended = AtomicBool::new(false);
        let (missing, looks) = std::thread::scope(|scope| {
            let looking = scope.spawn(|| {
                let (mut missing, mut looks) = (0, 0);
                while !ended.load(Ordering::Relaxed) {
                    missing += usize::from(!out.exists());
                    looks += 1;
                }
                (missing, looks)
            });
            for text in 0..300 {
                write(&out, &[file("a", &text.to_string())]).unwrap();
            }
            ended.store(true, Ordering::Relaxed);
            looking.join().unwrap()
        });
        assert!(looks > 300, "{looks}");
        assert_eq!(missing, 0, "of {looks} looks");
        assert_eq!(names(&root), ["out"]);
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn what_a_killed_export_left_is_in_nobodys_way() {
        let root = folder("killed");
        let left = root.join(format!(".out.new.{}", std::process::id()));
        std::fs::create_dir(&left).unwrap();
        std::fs::write(left.join("half"), "").unwrap();
        write(&root.join("out"), &[file("a", "1")]).unwrap();
        assert_eq!(
            (names(&root), names(&root.join("out"))),
            (vec!["out".into()], vec!["a".into()])
        );
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn other_folders_are_left_alone() {
        let root = folder("other");
        std::fs::write(root.join("mine"), "mine").unwrap();
        let error = write(&root, &[file("a", "1")]).unwrap_err();
        assert!(error.to_string().starts_with("it holds other files"), "{error}");
        let error = write(&root.join("mine"), &[file("a", "1")]).unwrap_err();
        assert_eq!(error.to_string(), "it is a file: name a folder");
        assert_eq!(names(&root), ["mine"]);
        std::fs::remove_dir_all(root).unwrap();
    }
}
