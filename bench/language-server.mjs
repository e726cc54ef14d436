// Measures the real server over standard streams: start, problems after a keystroke, completion, hover, on an agreement of
// 1 000 lines. Run `npm run build` first. On a machine that does other work the times by the clock are upper bounds; beside
// them stands the processor time of the server's own thread, which waits for nobody.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { longAgreement } from "./long-agreement.mjs";
import { root, verdict } from "./measured.mjs";

const times = Number(process.argv[2] ?? "300");
const claims = { start: 400, diagnostics: 50, completion: 30, hover: 10 };

const folder = mkdtempSync(join(tmpdir(), "avtal-bench-"));
cpSync(join(root, "agreements"), join(folder, "agreements"), { recursive: true });
const path = join(folder, "agreements/stockholm/2020-01-01.avtal");
// The seal is of the shipped text.
rmSync(join(folder, "agreements/avtal.lock"), { force: true });
const text = longAgreement(readFileSync(path, "utf8"), 1_000);
writeFileSync(path, text);
const uri = pathToFileURL(path).href;

const starts = [];
const startTimes = [];
for (let count = 0; count < 5; count++) {
  const { took, own } = await startOnce();
  starts.push(took);
  startTimes.push(own);
}
const editor = await started();
const { diagnostics, completions, hovers, processor, memory } = await measuredTyping(editor);
editor.end();
rmSync(folder, { recursive: true, force: true });

const sorted = (all) => [...all].sort((a, b) => a - b);
const part = (all, share) => sorted(all)[Math.min(all.length - 1, Math.floor(all.length * share))];
const row = (what, all, claim, share, own) => [
  what,
  ...[0, 0.5, 0.95].map((each) => `${part(all, each).toFixed(1)} ms`),
  own === undefined ? "" : `${part(own, 0.5).toFixed(1)} / ${part(own, 0.95).toFixed(1)} ms`,
  `< ${claim} ms`,
  verdict(part(all, share) <= claim),
];
const rows = [
  row("start until initialized (median)", starts, claims.start, 0.5, startTimes),
  row("problems after a keystroke (p95)", diagnostics, claims.diagnostics, 0.95, processor.diagnostics),
  row("completion right after a keystroke (p95)", completions, claims.completion, 0.95, processor.completions),
  row("hover (p95)", hovers, claims.hover, 0.95, processor.hovers),
];
printTable(rows);
console.log(`${text.split("\n").length} lines, ${times} times, the server's resident memory ${memory} MB`);

function printTable(all) {
  const table = [["what", "best", "median", "p95", "processor: median / p95", "claim", "holds"], ...all];
  const widths = table[0].map((_, index) => Math.max(...table.map((cells) => cells[index].length)));
  for (const cells of table)
    console.log(
      cells
        .map((cell, index) => cell.padEnd(widths[index]))
        .join("   ")
        .trimEnd(),
    );
}

async function startOnce() {
  const begin = performance.now();
  const editor = await started();
  const took = performance.now() - begin;
  const own = ownTime(editor.pid);
  editor.end();
  return { took, own };
}

async function started() {
  const server = spawn(process.execPath, [join(root, "cli/dist/avtal.js"), "lsp"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const waiting = new Map();
  const listeners = [];
  let bytes = Buffer.alloc(0);
  let number = 0;
  server.stdout.on("data", (more) => {
    bytes = Buffer.concat([bytes, more]);
    for (;;) {
      const end = bytes.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(bytes.subarray(0, end).toString("latin1"))?.[1]);
      if (bytes.length < end + 4 + length) return;
      const message = JSON.parse(bytes.subarray(end + 4, end + 4 + length).toString("utf8"));
      bytes = bytes.subarray(end + 4 + length);
      if (message.method === "textDocument/publishDiagnostics") for (const hear of listeners) hear(message.params);
      else if (message.method === undefined) waiting.get(message.id)?.(message.result);
    }
  });
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = (method, params) =>
    new Promise((resolve) => {
      number += 1;
      waiting.set(number, resolve);
      send({ id: number, method, params });
    });
  await ask("initialize", {
    processId: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "bench" }],
    initializationOptions: { language: "sv", today: "2026-11-21" },
  });
  send({ method: "initialized", params: {} });
  return {
    ask,
    tell: (method, params) => send({ method, params }),
    listeners,
    pid: server.pid,
    end: () => server.kill(),
  };
}

async function measuredTyping({ ask, tell, listeners, pid }) {
  tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text } });
  const lines = text.split("\n");
  const line = lines.findIndex((each) => each.includes("från och med 2021-11-01: 1,3 dagar"));
  const character = lines[line].indexOf("1,3");
  await ask("textDocument/hover", { textDocument: { uri }, position: { line, character: 3 } });
  const diagnostics = [];
  const completions = [];
  const hovers = [];
  const processor = { diagnostics: [], completions: [], hovers: [] };
  for (let count = 0; count < times + 20; count++) {
    // In turns a mistake and its repair, so that each keystroke changes what is wrong.
    const sign = count % 2 === 0 ? "." : ",";
    const heard = new Promise((resolve) => listeners.push((said) => said.uri === uri && resolve()));
    const begin = performance.now();
    const spent = ownTime(pid);
    const range = { start: { line, character: character + 1 }, end: { line, character: character + 2 } };
    tell("textDocument/didChange", {
      textDocument: { uri, version: count + 2 },
      contentChanges: [{ range, text: sign }],
    });
    if (count % 3 === 2) {
      await ask("textDocument/completion", { textDocument: { uri }, position: { line: line + 9, character: 4 } });
      if (count >= 20) {
        completions.push(performance.now() - begin);
        processor.completions.push(ownTime(pid) - spent);
      }
      await heard;
    } else {
      await heard;
      if (count >= 20) {
        diagnostics.push(performance.now() - begin);
        processor.diagnostics.push(ownTime(pid) - spent);
      }
    }
    listeners.length = 0;
    const rest = performance.now();
    const before = ownTime(pid);
    await ask("textDocument/hover", { textDocument: { uri }, position: { line: line - 2, character: 8 } });
    if (count >= 20) {
      hovers.push(performance.now() - rest);
      processor.hovers.push(ownTime(pid) - before);
    }
    // The hand rests now and then, and the whole meaning is looked at.
    if (count % 20 === 19) await new Promise((resolve) => setTimeout(resolve, 900));
  }
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return {
    diagnostics,
    completions,
    hovers,
    processor,
    memory: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024),
  };
}

/** Milliseconds that the main thread of a process has had of a processor. */
function ownTime(pid) {
  return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}
