// A real VS Code on this machine: the server inside code-server, with an empty profile of its own for every start.
// Rule: nothing outside the machine is asked for; who starts it stops it.

import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const entry = join(root, ".cache/code-server/node_modules/code-server/out/node/entry.js");

export interface CodeServer {
  readonly address: string;
  /** Ends what runs one of the extension's files, as a machine short of memory does; how many were ended. */
  readonly kill: (file: string) => number;
  readonly stop: () => Promise<void>;
}

export interface Profile {
  /** `.vsix` files to install first. */
  readonly extensions: readonly string[];
  /** Beside those that keep it quiet. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Opens folders in Restricted Mode, as VS Code does until a person says that they are trusted. */
  readonly restricted?: boolean;
  /** Variables that the extension host finds. */
  readonly environment?: Readonly<Record<string, string>>;
}

const quiet = {
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "update.mode": "none",
  "git.enabled": false,
  "files.autoSave": "off",
  "files.simpleDialog.enable": true,
  "editor.minimap.enabled": false,
};

/** Nobody is asked: folders are simply not trusted. */
const restrictedMode = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "always",
};

export async function startCodeServer({ extensions, settings, restricted, environment }: Profile): Promise<CodeServer> {
  const home = mkdtempSync(join(tmpdir(), "avtal-vscode-"));
  const [data, installed, config] = [join(home, "data"), join(home, "extensions"), join(home, "config.yaml")];
  mkdirSync(join(data, "User"), { recursive: true });
  mkdirSync(installed);
  const trust = restricted === true ? restrictedMode : { "security.workspace.trust.enabled": false };
  writeFileSync(join(data, "User/settings.json"), JSON.stringify({ ...quiet, ...trust, ...settings }));
  writeFileSync(config, "auth: none\n");
  const port = await freePort();
  const where = ["--user-data-dir", data, "--extensions-dir", installed, "--config", config];
  for (const extension of extensions) {
    execFileSync(process.execPath, [entry, ...where, "--install-extension", extension, "--force"], { stdio: "ignore" });
  }
  const flags = [
    ...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check"],
    ...["--disable-getting-started-override", ...(restricted === true ? [] : ["--disable-workspace-trust"])],
  ];
  const child = spawn(process.execPath, [entry, ...where, ...flags], {
    env: { ...process.env, EXTENSIONS_GALLERY: "{}", ...environment },
    stdio: "ignore",
    detached: true,
  });
  const address = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await answering(`${address}/healthz`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, kill: (file) => killed(file, home), stop };
}

/** The server and its children are one group of processes, ended by its own number. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, "SIGKILL"), 10_000);
  await gone;
  clearTimeout(timer);
}

/** Only processes of this profile: their command line names its folder. */
function killed(file: string, home: string): number {
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const found = numbers.filter((number) => {
    const path = `/proc/${number}/cmdline`;
    const line = existsSync(path) ? readFileSync(path, "utf8") : "";
    return line.includes(home) && line.includes(`/${file}`);
  });
  for (const number of found) process.kill(Number(number), "SIGKILL");
  return found.length;
}

async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 900; tries++) {
    const ok = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${address} did not answer within three minutes.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("No port.")),
      );
    });
  });
}
