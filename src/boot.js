// Starts the app, in a file of its own because the content security policy allows no inline script.
// It stops where the wasm takes over; all it says itself is why the app could not start.

const start = async () => {
  const { default: init } = await import(document.getElementById("app-code").href);
  await init({ module_or_path: document.getElementById("app-wasm").href });
};

const reason = (error) =>
  typeof WebAssembly === "undefined" || error instanceof WebAssembly.CompileError
    ? "This browser, or a rule of the page that holds the explorer, does not let WebAssembly run."
    : "A part of it could not be loaded. Check the connection and reload the page.";

start().catch((error) => {
  console.error(error);
  document.documentElement.dataset.state = "failed";
  const note = document.createElement("p");
  note.id = "failure";
  note.setAttribute("role", "alert");
  note.textContent = `The explorer could not start. ${reason(error)}`;
  (document.querySelector("main") ?? document.body).prepend(note);
});
