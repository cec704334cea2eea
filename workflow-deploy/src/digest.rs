//! Digests of code: another digest is another release.

use sha2::{Digest, Sha256};
use std::io::{self, Read};
use std::path::Path;

/// The largest code of a function, unpacked (Lambda quotas).
const LARGEST: u64 = 250 << 20;

/// The digest of a file, or of all files of a folder with their names.
///
/// # Errors
/// A file that cannot be read, or code that is larger than that of a function may be.
pub fn digest(code: &Path) -> io::Result<String> {
    let (mut digest, mut left) = (Sha256::new(), LARGEST);
    add(code, "", 0, &mut digest, &mut left)?;
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn add(
    path: &Path,
    name: &str,
    depth: usize,
    digest: &mut Sha256,
    left: &mut u64,
) -> io::Result<()> {
    if depth > 64 {
        return Err(io::Error::other("the folder is too deep"));
    }
    digest.update(name.as_bytes());
    if path.is_dir() {
        let mut entries = std::fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let name = format!("/{}", entry.file_name().to_string_lossy());
            add(&entry.path(), &name, depth + 1, digest, left)?;
        }
        return Ok(());
    }
    let mut file = std::fs::File::open(path)?.take(*left + 1);
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(()),
            count => digest.update(&piece[..count]),
        }
        *left = file.limit().saturating_sub(1);
        if file.limit() == 0 {
            return Err(io::Error::other("the code of a function has at most 250 MiB"));
        }
    }
}
