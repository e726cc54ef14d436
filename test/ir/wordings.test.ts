// The days on which a document changes, and what is said about each.

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Program } from "@avtal/compiler/ir/ir";
import { dateText } from "@avtal/runtime/calendar";
import { compileFolder } from "../harness/compile-folder.ts";
import { agreement, perEpisode, programOf, rounded } from "../meaning/run-text.ts";

const root = join(import.meta.dirname, "../..");

describe("the wordings of a document", () => {
  test("begin with the document and name each row, rule, definition and choice that changes", () => {
    const folders = [join(root, "test/problems/vocabulary"), join(import.meta.dirname, "cases/amended-rule")];
    expect(listed(compileFolder(folders, "prov"))).toEqual([
      "2020-01-01 gräns blir 2 dagar · En överenskommelse som ändras börjar gälla",
      "2021-01-01 i frågan dag-noll väljs ett · snitt ändras",
      "2021-06-01 gräns blir 1,5 dagar",
    ]);
  });

  test("leave out what only an unchosen reading says", () => {
    const readings = `tolkningsfråga slut
      enligt text 5 fråga "När slutar den?"
      tolkning mars "I mars" som skrivet
      tolkning april "I april"
        i regeln b
          till och med 2020-04-30
      vald mars preliminärt motiv "orden"`;
    const program = programOf(
      agreement(`${rule("a", "gäller vårdtillfällen")}
        ${rule("b", "i stället för a till och med 2020-03-31 se tolkningsfråga slut gäller vårdtillfällen")}
        ${readings}`),
    );
    expect(listed(program)).toEqual(["2020-01-01 Prov börjar gälla", "2020-04-01 b slutar gälla"]);
  });

  test("follow events that have happened, and end with the document", () => {
    const head = { lines: "gäller från och med 2020-01-01 till och med 2020-12-31 enligt text 1" };
    const event = `händelse it-stöd "IT-stödet finns" inträffade 2020-05-01 enligt text 4`;
    const exception = rule("b", "i stället för a före it-stöd gäller vårdtillfällen där vårdform är psykiatrisk");
    expect(listed(programOf(agreement(`${event} ${rule("a", "gäller vårdtillfällen")} ${exception}`, head)))).toEqual([
      "2020-01-01 Prov börjar gälla",
      "2020-05-01 b slutar gälla · IT-stödet finns: har inträffat",
      "2021-01-01 Prov slutar gälla",
    ]);
  });
});

function listed({ wordings }: Program): readonly string[] {
  return wordings.map(({ day, changes }) => `${dateText(day)} ${changes.map(({ says }) => says.sv).join(" · ")}`);
}

function rule(name: string, about: string): string {
  return `regel ${name} enligt text 1 ${about} ${perEpisode} belopp = klara-dagar * dygnsbelopp ${rounded}`;
}
