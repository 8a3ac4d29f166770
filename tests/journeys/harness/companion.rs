//! Programs that run beside the tests: chromedriver, and the server of a corpus.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// A program that runs beside the tests and ends with them.
pub(crate) struct Companion(Child);

impl Drop for Companion {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a program and waits until `find` finds something in a line that it prints.
///
/// # Errors
/// Says what it printed where it ends, or stays silent for `patience`, before that.
pub(crate) fn start<T>(
    command: &mut Command,
    patience: Duration,
    find: impl Fn(&str) -> Option<T>,
) -> Result<(Companion, T), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{name} does not start: {error}"))?;
    let (send, lines) = mpsc::channel();
    let pipes: [Option<Box<dyn std::io::Read + Send>>; 2] = [
        child.stdout.take().map(|pipe| Box::new(pipe) as Box<_>),
        child.stderr.take().map(|pipe| Box::new(pipe) as Box<_>),
    ];
    for pipe in pipes.into_iter().flatten() {
        let send = send.clone();
        // Reads on to the end, so that the program never waits for a full pipe.
        std::thread::spawn(move || {
            for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
    }
    drop(send);
    let companion = Companion(child);
    let mut said = String::new();
    while let Ok(line) = lines.recv_timeout(patience) {
        if let Some(found) = find(&line) {
            return Ok((companion, found));
        }
        said.push_str(&line);
        said.push('\n');
    }
    Err(format!("{name} did not come up within {patience:?}; it printed:\n{said}"))
}
