// Starts the application. The build writes where the program is into this script's own tag, so that this file never changes
// and the page needs no inline script.
const { program } = document.querySelector("script[data-program]").dataset;
try {
  const { default: start } = await import(new URL(program, document.baseURI));
  await start();
} catch (error) {
  console.error(error);
  document.getElementById("crash").hidden = false;
}
