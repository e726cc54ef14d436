// What `npm start` shows: the agreements checked, a sample made, Stockholm and Jönköping run over it, one line explained.
// Rule: only the real commands, as anybody would type them; the months are those in which every value is known.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, ".cache", "first-run");
const shown = (path) => relative(root, path);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

say("1. Alla överenskommelser granskas / All agreements are checked");
avtal("check");

say("2. Påhittade vårdtillfällen / Made-up care episodes");
const stockholm = sample("stockholm", "2022-01", "2022-12");
const jonkoping = sample("jonkoping", "2019-01", "2019-12");

say("3. Stockholm 2022: priset 9 300 kr och gränsen 1,3 dagar är kända / price and limit are known");
avtal("run", "stockholm", "--data", stockholm, "--out", join(shown(folder), "stockholm-2022"));

say("4. Jönköping 2019: priset 7 800 kr och gränsen 2,0 dagar / price 7 800 kr and limit 2,0 days");
avtal("run", "jonkoping", "--data", jonkoping, "--out", join(shown(folder), "jonkoping-2019"));

say("5. Varför en rad blev vad den blev / Why one line is what it is");
const line = JSON.parse(readFileSync(join(folder, "stockholm-2022", "result.json"), "utf8")).lines[0].id;
avtal("explain", line, "--run", join(shown(folder), "stockholm-2022"));

say("6. Prova sedan / Try next");
process.stdout.write(`  Vad en annan tolkning betyder i kronor / What another reading means in kronor:
    npx avtal run stockholm --data ${stockholm} --reading faktor=alla
  Lydelsen före november 2021 på samma vårdtillfällen / The wording before November 2021 on the same episodes:
    npx avtal run stockholm@2020-01-01 --data ${stockholm}
  Överenskommelsens lydelser / The agreement's wordings:
    npx avtal versions stockholm
  Samma regler med engelska nyckelord / The same rules with English keywords:
    npx avtal format --language en agreements/stockholm/2020-01-01.avtal
  Ändra ett tal i agreements/stockholm/2020-01-01.avtal och kör igen / Change a number there and run again.
  Allt annat / Everything else: npx avtal --help
`);

function sample(agreement, from, to) {
  const path = join(shown(folder), `${agreement}.csv`);
  avtal("data", "sample", "--agreement", agreement, "--episodes", "6000", "--from", from, "--to", to, "--out", path);
  return path;
}

/** Shows a command, runs it, and ends as it ended where it failed. */
function avtal(...words) {
  process.stdout.write(`$ avtal ${words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(" ")}\n`);
  const { status } = spawnSync(process.execPath, [join(root, "cli/dist/avtal.js"), ...words], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
  process.stdout.write("\n");
}

function say(title) {
  process.stdout.write(`\n── ${title}\n\n`);
}
