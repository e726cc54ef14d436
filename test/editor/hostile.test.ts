// Family E by number: malformed messages, places outside, hostile settings, folders, names, and a killed server.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveOnStreams } from "@avtal/language-server/stdio";
import { isOnThisMachine, pathInside } from "@avtal/language-server/addresses";
import { inert, markdownOf } from "@avtal/language-server/markdown";
import { settingsFrom, usualSettings } from "@avtal/language-server/settings";
import { addressIn, editorOn, editorOver, onMessages, placeOf, root, send, type Editor } from "./editor-client.ts";
import { folderOf, smallAgreement, smallSource } from "./small-folder.ts";

const { folder, remove } = folderOf({
  "agreements/liten/2020-01-01.avtal": smallAgreement,
  "sources/ök.txt": smallSource,
});
const uri = addressIn(folder, "agreements/liten/2020-01-01.avtal");
let editor: Editor;

beforeAll(async () => {
  editor = await editorOn(folder);
  editor.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text: smallAgreement } });
});
afterAll(async () => {
  await editor.end();
  remove();
});

describe("E03: malformed messages", () => {
  /** What happens for some bytes with a proper question behind them: its answer, or the end of the conversation. */
  function answeredAfter(bytes: string): Promise<string> {
    const [toServer, fromServer] = [new PassThrough(), new PassThrough()];
    const outcome = new Promise<string>((resolve) => {
      serveOnStreams(toServer, fromServer, (code) => resolve(`ended with ${code}`));
      onMessages(fromServer, ({ id }) => {
        if (id === 7) resolve("answered");
      });
    });
    toServer.write(bytes);
    const params = { processId: null, capabilities: {}, workspaceFolders: null, rootUri: null };
    send(toServer, { id: 7, method: "initialize", params });
    return outcome;
  }

  test("a message that is no JSON-RPC is passed over", async () => {
    expect(await answeredAfter("Content-Length: 2\r\n\r\n{}")).toBe("answered");
  });

  test("a message that is cut into single bytes is put together", async () => {
    const [toServer, fromServer] = [new PassThrough(), new PassThrough()];
    serveOnStreams(toServer, fromServer, () => undefined);
    const heard = new Promise<number | undefined>((resolve) => onMessages(fromServer, ({ id }) => resolve(id)));
    const body =
      '{"jsonrpc":"2.0","id":3,"method":"initialize","params":{"processId":null,"capabilities":{},"rootUri":null}}';
    for (const letter of Buffer.from(`Content-Length: ${body.length}\r\n\r\n${body}`))
      toServer.write(Buffer.from([letter]));
    expect(await heard).toBe(3);
  });

  test.each([
    "Content-Length: 99999999999\r\n\r\n",
    "Content-Length: 99000000\r\n\r\n",
    "Content-Length: -5\r\n\r\n",
    "Content-Length: 9e9\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "x".repeat(5_000),
  ])("what is no frame, %j, ends the conversation before anything is kept for it", async (bytes) => {
    expect(await answeredAfter(bytes)).toBe("ended with 1");
  });

  test("words that are no JSON are refused and the next question is answered", async () => {
    expect(await answeredAfter("Content-Length: 3\r\n\r\n{{{")).toBe("answered");
  });

  test("an unknown question is refused and the next is answered", async () => {
    await expect(editor.ask("avtal/nothing", {})).rejects.toThrow(/-32601/);
    expect(await editor.ask("textDocument/documentSymbol", { textDocument: { uri } })).not.toEqual([]);
  });
});

describe("E04: places", () => {
  test.each([
    { line: 99_999, character: 0 },
    { line: 0, character: 99_999 },
    { line: -1, character: -1 },
  ])("a place outside the text is answered: %j", async (position) => {
    const answer = await editor.ask("textDocument/hover", { textDocument: { uri }, position });
    expect(answer === null || typeof answer === "object").toBe(true);
    const { items } = await editor.ask<{ items: unknown[] }>("textDocument/completion", {
      textDocument: { uri },
      position,
    });
    expect(Array.isArray(items)).toBe(true);
  });

  test("columns are right behind characters outside the BMP", async () => {
    const address = addressIn(folder, "agreements/tecken/2020-01-01.avtal");
    const text = 'språk sv\n\növerenskommelse tecken "😀𝒜 titel" gäller från och med 2020-01-01 till 2021-01-01\n';
    const wrong = editor.nextDiagnostics(address);
    editor.tell("textDocument/didOpen", { textDocument: { uri: address, languageId: "avtal", version: 1, text } });
    const found = await wrong;
    const line = text.split("\n")[2] ?? "";
    const bare = found.find(
      ({ range }) => range.start.line === 2 && line.slice(range.start.character, range.end.character) === "till",
    );
    expect(bare?.range.start.character).toBe(line.indexOf(" till 2021") + 1);
    editor.tell("textDocument/didClose", { textDocument: { uri: address } });
  });

  test("an older version of a document does not undo a newer one", async () => {
    const change = (version: number, text: string): void =>
      editor.tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    change(10, smallAgreement.replace("frist", "frist-dagar"));
    change(9, "språk sv");
    const symbols = await editor.ask<{ name: string }[]>("textDocument/documentSymbol", { textDocument: { uri } });
    expect(symbols.map(({ name }) => name)).toContain("frist-dagar");
    change(11, smallAgreement);
  });
});

describe("E05, E06: settings and programs of a stranger", () => {
  test("only known settings of the known kind are taken; none names a program or a path", () => {
    const sent = JSON.parse(
      '{"avtal":{"language":"rm -rf","serverPath":"/bin/sh","inlayHints":{"units":"yes","__proto__":{"days":false}},"__proto__":{"language":"en"}}}',
    ) as unknown;
    expect(settingsFrom(sent, usualSettings)).toEqual(usualSettings);
    expect(Object.keys(usualSettings)).toEqual(["language", "inlayHints"]);
  });

  test.each([null, 5, "x", [], { avtal: null }, { avtal: { inlayHints: [] } }])(
    "settings %j change nothing",
    (sent) => {
      expect(settingsFrom(sent, usualSettings)).toEqual(usualSettings);
    },
  );

  test("a setting of the right kind is taken", () => {
    const settings = settingsFrom({ avtal: { language: "en", inlayHints: { days: false } } }, usualSettings);
    expect(settings).toEqual({ language: "en", inlayHints: { units: true, values: true, days: false, ends: true } });
  });
});

describe("E07: files that lie elsewhere", () => {
  test.each([
    ["file:///mapp/a", "file:///mapp/ab/x.avtal"],
    ["file:///mapp/a", "file:///mapp/a/../b/x.avtal"],
    ["file:///mapp/a", "file:///mapp/a/%2e%2e/b/x.avtal"],
    ["file:///mapp/a", "http://mapp/a/x.avtal"],
  ])("under %s, %s lies outside", (home, address) => {
    expect(pathInside(address, { address: home })).toBeUndefined();
  });

  test.each([
    "file://host/share/x.avtal",
    "file:////host/share",
    "file:///\\\\host\\share",
    "http://x",
    "vscode-vfs://x/y",
  ])("%s is not on this machine, so it is never opened", (address) => {
    expect(isOnThisMachine(address)).toBe(false);
  });

  test("a workspace on another host, or one that is gone, is answered and not read", async () => {
    const other = await editorOn("/does/not/exist");
    const address = "file://evil.example/share/a/2020-01-01.avtal";
    other.tell("textDocument/didOpen", {
      textDocument: { uri: address, languageId: "avtal", version: 1, text: smallAgreement },
    });
    const symbols = await other.ask<unknown[]>("textDocument/documentSymbol", { textDocument: { uri: address } });
    expect(symbols.length).toBeGreaterThan(3);
    await other.end();
  });

  test("a link out of the folder, and one to itself, are passed over", async () => {
    const { folder: linked, remove: tidy } = folderOf({ "agreements/liten/2020-01-01.avtal": smallAgreement });
    mkdirSync(join(linked, "agreements/ring"));
    symlinkSync(join(linked, "agreements"), join(linked, "agreements/ring/igen"));
    symlinkSync("/etc/passwd", join(linked, "agreements/ring/hemligt.avtal"));
    symlinkSync(join(linked, "agreements/ring/själv.avtal"), join(linked, "agreements/ring/själv.avtal"));
    const there = await editorOn(linked);
    const found = await there.ask<{ name: string }[]>("workspace/symbol", { query: "frist" });
    expect(found.map(({ name }) => name)).toContain("frist");
    expect(JSON.stringify(await there.ask("workspace/symbol", { query: "" }))).not.toContain("root:");
    await there.end();
    tidy();
  });
});

test(
  "E07: a folder of very many files is answered, and only its agreements are read",
  { timeout: 900_000 },
  async () => {
    // All hundred thousand where the long tests run: to write them takes longer than to pass over them.
    const count = process.env["AVTAL_EDITOR"] === undefined ? 2_000 : 100_000;
    const { folder: crowded, remove: tidy } = folderOf({ "agreements/liten/2020-01-01.avtal": smallAgreement });
    for (let number = 0; number < count; number++) {
      if (number % 1_000 === 0) mkdirSync(join(crowded, `agreements/underlag-${number / 1_000}`));
      writeFileSync(join(crowded, `agreements/underlag-${Math.floor(number / 1_000)}/${number}.txt`), "");
    }
    const there = await editorOn(crowded);
    const found = await there.ask<{ location: { uri: string } }[]>("workspace/symbol", { query: "" });
    expect(new Set(found.map(({ location }) => location.uri)).size).toBe(1);
    await there.end();
    tidy();
  },
);

describe("E08: hostile words in a hover", () => {
  const hostile =
    "[x](command:workbench.action.terminal.new) <img src=x onerror=alert(1)> `a` | **b** $(gear) http://evil.example";

  test("no letter of the author's is more than a letter", () => {
    const shown = inert(hostile);
    expect(shown).not.toMatch(/(^|[^\\])[[\]()<>`*$:|]/);
    expect(inert("a\u0000b\nc")).toBe("ab  \nc");
  });

  test("a fence cannot be closed from inside", () => {
    const text = markdownOf([{ kind: "code", text: "```\n[x](command:y)\n````" }], "sv");
    expect(text.startsWith("`````avtal\n")).toBe(true);
    expect(text.endsWith("\n`````")).toBe(true);
  });

  test("a doc comment with commands is shown as text", async () => {
    const address = addressIn(folder, "agreements/ond/2020-01-01.avtal");
    const text = `språk sv\n\nordlista ond "${hostile.replaceAll('"', "")}"\n\n## ${hostile}\nbegrepp ett-begrepp i dagar = 1 dag\n`;
    editor.tell("textDocument/didOpen", { textDocument: { uri: address, languageId: "avtal", version: 1, text } });
    const hover = await editor.ask<{ contents: { kind: string; value: string } }>("textDocument/hover", {
      textDocument: { uri: address },
      position: placeOf(text, "ett-begrepp", 2),
    });
    const outside = hover.contents.value.replace(/^`{3,}[^]*?^`{3,}$/gm, "");
    expect(outside).toContain("command");
    expect(outside).not.toMatch(/\]\(command:/);
    expect(outside).not.toMatch(/[^\\]<img/);
    editor.tell("textDocument/didClose", { textDocument: { uri: address } });
  });
});

describe("E10: the server's end", () => {
  test("what was typed is the editor's: a server that starts again is told the same text and says the same", async () => {
    const wrong = smallAgreement.replace("3 dagar   enligt ök 2.1", "3.0 dagar   enligt ök 2.1");
    const codes = async (): Promise<readonly string[]> => {
      const fresh = await editorOn(folder);
      const told = fresh.nextDiagnostics(uri);
      fresh.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text: wrong } });
      const found = (await told).map(({ code }) => code);
      await fresh.end();
      return found;
    };
    expect(await codes()).toEqual(await codes());
  });

  test("a killed process leaves nothing behind, the next one answers, and it ends when its editor is gone", async () => {
    const program = join(folder, "server.mjs");
    await build({
      stdin: {
        contents: 'import { serveOnStdio } from "@avtal/language-server/stdio";\nserveOnStdio();',
        resolveDir: root,
      },
      bundle: true,
      platform: "node",
      format: "esm",
      conditions: ["avtal-source"],
      external: ["@duckdb/node-api", "@duckdb/node-bindings", "ts-morph"],
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      outfile: program,
      logLevel: "error",
    });
    const killed = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "ignore"] });
    const first = await editorOver({ toServer: killed.stdin, fromServer: killed.stdout, folder, options: {} });
    first.tell("textDocument/didOpen", { textDocument: { uri, languageId: "avtal", version: 1, text: "språk sv" } });
    const gone = new Promise<string | null>((resolve) => killed.once("exit", (_, signal) => resolve(signal)));
    killed.kill("SIGKILL");
    expect(await gone).toBe("SIGKILL");
    expect(readFileSync(join(folder, "agreements/liten/2020-01-01.avtal"), "utf8")).toBe(smallAgreement);

    const again = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "ignore"] });
    const second = await editorOver({ toServer: again.stdin, fromServer: again.stdout, folder, options: {} });
    const found = await second.ask<{ name: string }[]>("workspace/symbol", { query: "frist" });
    expect(found.map(({ name }) => name)).toContain("frist");
    const ended = new Promise<number | null>((resolve) => again.once("exit", resolve));
    again.stdin.end();
    expect(await ended).toBe(0);
  });
});

test("E11: a long line of one letter is answered at once", async () => {
  const address = addressIn(folder, "agreements/lang/2020-01-01.avtal");
  const text = `språk sv\n\nordlista lang "L"\n\nbegrepp x i dagar = ${"a ".repeat(20_000)}!\n`;
  editor.tell("textDocument/didOpen", { textDocument: { uri: address, languageId: "avtal", version: 1, text } });
  const begin = performance.now();
  await editor.ask("textDocument/completion", {
    textDocument: { uri: address },
    position: { line: 4, character: 39_000 },
  });
  await editor.ask("textDocument/hover", { textDocument: { uri: address }, position: { line: 4, character: 39_000 } });
  await editor.ask("textDocument/documentLink", { textDocument: { uri: address } });
  expect(performance.now() - begin).toBeLessThan(20_000);
});
