// Starts the application. The build writes the names of the program and of its Wasm file into this script's own tag, so
// that this file never changes and the page needs no inline script.
const { program, wasm } = document.querySelector("script[data-wasm]").dataset;
try {
  const { default: start } = await import(new URL(program, document.baseURI));
  await start({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  console.error(error);
  document.getElementById("crash").hidden = false;
}
