//! Completions, man pages and help, as the program gives them.

use std::fs;

use crate::folder::Folder;

const COMMANDS: [&str; 9] =
    ["new", "check", "explain", "serve", "build", "export", "prepare", "completions", "man"];

#[test]
fn every_shell_is_told_every_command() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = folder.ok(&["completions", shell]).out;
        for command in COMMANDS {
            assert!(script.contains(command), "{shell} does not complete {command}");
        }
    }
}

#[test]
fn every_command_has_a_man_page() {
    let folder = Folder::new();
    let page = folder.ok(&["man"]).out;
    assert!(page.starts_with(".ie") && page.contains(".TH readout 1"), "{page}");
    folder.ok(&["man", "--out", "man1"]);
    assert_eq!(folder.text("man1/readout.1"), page);
    for command in COMMANDS {
        assert!(folder.text(&format!("man1/readout-{command}.1")).contains("NAME"), "{command}");
    }
    assert_eq!(fs::read_dir(folder.path("man1")).unwrap().count(), COMMANDS.len() + 1);
}

#[test]
fn help_has_examples() {
    let folder = Folder::new();
    assert!(folder.ok(&["--help"]).out.contains("readout build talks --out site"));
    for command in COMMANDS {
        let help = folder.ok(&[command, "--help"]).out;
        assert!(help.contains(&format!("readout {command} ")) && help.contains("  readout "), "{help}");
    }
    assert!(folder.ok(&["check", "explain", "--help"]).out.contains("Exit status:"));
}
