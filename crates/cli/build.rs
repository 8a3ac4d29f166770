//! Puts the built app into the program: the files of the folder that `READOUT_EMBED` names become a
//! list in `OUT_DIR`, which `src/embedded.rs` includes. Without the variable the list is empty, and
//! the program asks for `--app`.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const VARIABLE: &str = "READOUT_EMBED";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let mut list = String::from("&[\n");
    if let Some(folder) = env::var_os(VARIABLE).filter(|value| !value.is_empty()) {
        let folder = fs::canonicalize(&folder).map_err(|error| {
            format!("{VARIABLE} names {}, which cannot be opened: {error}", folder.display())
        })?;
        println!("cargo::rerun-if-changed={}", folder.display());
        if !folder.join("index.html").is_file() {
            return Err(format!("{VARIABLE} names {}, which has no index.html", folder.display()).into());
        }
        let mut files = Vec::new();
        collect(&folder, "", &mut files)?;
        files.sort();
        for (name, path) in files {
            writeln!(list, "    ({name:?}, include_bytes!({:?})),", path.display().to_string())?;
        }
    }
    list.push_str("]\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("embedded_app.rs"), list)?;
    Ok(())
}

/// The files under a folder, hidden ones left out, by their names with `/` between the parts.
fn collect(folder: &Path, under: &str, files: &mut Vec<(String, PathBuf)>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|name| format!("{name:?} is not Unicode"))?;
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{under}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, entry.path()));
        }
    }
    Ok(())
}
