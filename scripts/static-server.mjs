// Serves a folder as an office's web server would: plain files, under the policy the page asks for.
// As a program: node scripts/static-server.mjs FOLDER [PORT] (the next free port when that one is taken).

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const KINDS = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Serves `folder` on 127.0.0.1 and gives the server and its address; port 0 takes any free one. */
export async function serve(folder, port = 0) {
  const root = resolve(folder);
  const server = createServer((request, response) => answer(root, request, response));
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

function answer(root, request, response) {
  const path = fileFor(root, request.url);
  if (!path) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    return;
  }
  response.writeHead(200, {
    "cache-control": "no-cache",
    "content-security-policy": POLICY,
    "content-type": KINDS[extname(path)] ?? "application/octet-stream",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  createReadStream(path).pipe(response);
}

function fileFor(root, url) {
  try {
    const path = normalize(join(root, decodeURIComponent(new URL(url, "http://localhost").pathname)));
    if (path !== root && !path.startsWith(root + sep)) return null;
    const file = statSync(path).isDirectory() ? join(path, "index.html") : path;
    return statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = "dist", wanted = "8080"] = process.argv.slice(2);
  for (let port = Number(wanted); ; port++) {
    try {
      const { origin } = await serve(folder, port);
      console.log(`Traguardo: ${origin}/ (Ctrl+C to stop)`);
      break;
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
    }
  }
}
