//! Programs that run beside the tests: the engines' drivers, a screen, and the server of a corpus.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

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
    let (companion, lines) = spawn(command)?;
    let mut said = String::new();
    while let Ok(line) = lines.recv_timeout(patience) {
        if let Some(found) = find(&line) {
            return Ok((companion, found));
        }
        said.push_str(&line);
        said.push('\n');
    }
    Err(silent(command, patience, &said))
}

/// Starts a program that prints nothing, and waits until `there` says that it is.
///
/// # Errors
/// Says what it printed where it ends, or is not there within `patience`.
pub(crate) fn start_until(
    command: &mut Command,
    patience: Duration,
    there: impl Fn() -> bool,
) -> Result<Companion, String> {
    let (mut companion, lines) = spawn(command)?;
    let start = Instant::now();
    while start.elapsed() < patience && companion.0.try_wait().is_ok_and(|ended| ended.is_none()) {
        if there() {
            return Ok(companion);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    drop(companion);
    Err(silent(command, patience, &lines.iter().collect::<Vec<_>>().join("\n")))
}

fn silent(command: &Command, patience: Duration, said: &str) -> String {
    let name = command.get_program().to_string_lossy();
    format!("{name} did not come up within {patience:?}; it printed:\n{said}")
}

/// A program, and the lines that it prints.
fn spawn(command: &mut Command) -> Result<(Companion, mpsc::Receiver<String>), String> {
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
    Ok((Companion(child), lines))
}
