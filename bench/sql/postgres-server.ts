// A PostgreSQL of this measurement's own: Debian's, on a loopback port, with nothing in it, thrown away in the end.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface PostgresServer {
  readonly address: string;
  readonly stop: () => void;
}

/** Null where no PostgreSQL is installed. */
export async function postgresServer(): Promise<PostgresServer | null> {
  const bin = installed();
  if (bin === null) return null;
  const work = mkdtempSync(join(tmpdir(), "avtal-bench-"));
  chmodSync(work, 0o755);
  const cluster = join(work, "cluster");
  mkdirSync(cluster);
  const isRoot = process.getuid?.() === 0;
  const as = (command: string, ...words: string[]): void => {
    const path = join(bin, command);
    if (isRoot) execFileSync("runuser", ["-u", "postgres", "--", path, ...words], { stdio: "ignore" });
    else execFileSync(path, words, { stdio: "ignore" });
  };
  if (isRoot) execFileSync("chown", ["postgres", cluster]);
  const data = join(cluster, "data");
  const port = await freePort();
  as("initdb", "-D", data, "-A", "trust", "-U", "avtal", "-E", "UTF8", "--locale=C.UTF-8");
  const settings = [
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${cluster}`,
    "-c fsync=off -c work_mem=256MB -c shared_buffers=1GB -c max_wal_size=4GB",
  ];
  as("pg_ctl", "-D", data, "-w", "-l", join(cluster, "log"), "-o", settings.join(" "), "start");
  return {
    address: `postgres://avtal@127.0.0.1:${port}/postgres`,
    stop: () => {
      as("pg_ctl", "-D", data, "-m", "immediate", "stop");
      rmSync(work, { recursive: true });
    },
  };
}

function installed(): string | null {
  const folder = "/usr/lib/postgresql";
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(a) - Number(b)) : [];
  const last = versions.at(-1);
  return last === undefined ? null : join(folder, last, "bin");
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const at = server.address();
      server.close(() => found(typeof at === "object" && at !== null ? at.port : 0));
    });
  });
}
