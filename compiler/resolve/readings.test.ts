import { describe, expect, test } from "vitest";
import type { Guard, GuardedLine } from "./document.ts";
import type { RuleLine } from "../syntax/ast.ts";
import { documentNamed, documentsFrom, type Read } from "./test-documents.ts";

const head = `överenskommelse prov "Prov" gäller från och med 2020-01-01 tills vidare\n`;
const chosen = `vald a preliminärt motiv "x"\n`;

/** A question with the readings `a` and `b`; `b` is what is given. */
function question(name: string, b: string, a = "som skrivet"): string {
  return `tolkningsfråga ${name} enligt antagande "x" fråga "?" tolkning a "A" ${a} tolkning b "B" ${b} ${chosen}`;
}

function ruleWith(lines: string): string {
  return `regel r gäller vårdtillfällen ${lines} belopp = pris avrunda belopp till hela ören, halva uppåt\n`;
}

describe("lines", () => {
  test("a tagged line stands under the written reading, and what replaces it directly after it", () => {
    const read = prov(`${ruleWith("krävs x se tolkningsfråga q krävs y")} ${question("q", "i regeln r krävs z")}`);
    expect(ruleLines(read)).toEqual([
      "scope",
      "requires x [q:a]",
      "requires z [q:b]",
      "requires y",
      "step belopp",
      "round belopp",
    ]);
  });

  test("several tagged lines of one kind are replaced together, after the last of them", () => {
    const read = prov(
      `${ruleWith("krävs x se tolkningsfråga q krävs y krävs v se tolkningsfråga q")} ${question("q", "i regeln r krävs z krävs w")}`,
    );
    expect(ruleLines(read).slice(1, 6)).toEqual([
      "requires x [q:a]",
      "requires y",
      "requires v [q:a]",
      "requires z [q:b]",
      "requires w [q:b]",
    ]);
  });

  test("`inget` marks the place where a reading puts something", () => {
    const read = prov(
      `${ruleWith("krävs x inget se tolkningsfråga q krävs y")} ${question("q", "i regeln r krävs z", "inget")}`,
    );
    expect(read.codes).toEqual([]);
    expect(ruleLines(read).slice(1, 4)).toEqual(["requires x", "requires z [q:b]", "requires y"]);
  });

  test("a reading that is `inget` leaves the tagged line out and puts nothing in its place", () => {
    const read = prov(`${ruleWith("krävs x se tolkningsfråga q")} ${question("q", "inget")}`);
    expect(ruleLines(read)[1]).toBe("requires x [q:a]");
    expect(read.codes).toEqual([]);
  });

  test("a helper step stands before the line of the reading that follows it", () => {
    const read = prov(
      `${ruleWith("när x överstiger 0 dagar se tolkningsfråga q")} ${question("q", "i regeln r extra = x när extra överstiger 1 dag")}`,
    );
    expect(read.codes).toEqual([]);
    expect(ruleLines(read).slice(1, 4)).toEqual(["when [q:a]", "step extra [q:b]", "when [q:b]"]);
  });

  test("conditions are laid out in the same way", () => {
    const read = prov(`villkor v krävs x krävs y se tolkningsfråga q ${question("q", "i villkoret v krävs z")}`);
    const lines = documentNamed("prov", read).conditions.get("v")?.[0]?.lines ?? [];
    expect(lines.map(({ line, guard }) => [line.kind, ...shownGuard(guard)].join(" "))).toEqual([
      "requires",
      "requires [q:a]",
      "requires [q:b]",
    ]);
  });

  test("an amendment that settles the doubt ends the other readings from its first day", () => {
    const read = documentsFrom({
      "a.avtal": `${head} ${ruleWith("krävs x se tolkningsfråga q")} ${question("q", "i regeln r krävs z")}`,
      "b.avtal": `ändring n av prov utkast från och med 2021-01-01 i regeln r krävs w`,
    });
    expect(read.codes).toEqual([]);
    const [before, after] = documentNamed("prov", read).rules;
    expect(before?.lines.map(shownLine).slice(1, 3)).toEqual(["requires x [q:a]", "requires z [q:b]"]);
    expect(after?.lines.map(shownLine).slice(1, 3)).toEqual(["requires w", "step belopp"]);
  });
});

describe("whole statements", () => {
  test("a tagged term has a version for each reading", () => {
    const read = prov(`begrepp t i dagar = 1 dag se tolkningsfråga q ${question("q", "begrepp t i dagar = 2 dagar")}`);
    expect(read.codes).toEqual([]);
    expect(guardsOf(documentNamed("prov", read).terms.get("t"))).toEqual(["[q:a]", "[q:b]"]);
  });

  test("a rule that only a reading has stands under that reading alone", () => {
    const read = prov(`${ruleWith("krävs x")} ${question("q", ruleWith("krävs y").replace("regel r", "regel s"))}`);
    expect(read.codes).toEqual([]);
    expect(documentNamed("prov", read).rules.map(({ name, guard }) => [name, ...shownGuard(guard)].join(" "))).toEqual([
      "r",
      "s [q:b]",
    ]);
  });

  test("a rule whose lines all carry the question may be replaced whole", () => {
    const text = `regel r gäller vårdtillfällen se tolkningsfråga q ingen debitering se tolkningsfråga q`;
    const read = prov(`${text} ${question("q", "regel r gäller vårdtillfällen krävs x ingen debitering")}`);
    expect(read.codes).toEqual([]);
    const { rules } = documentNamed("prov", read);
    expect(rules.map(({ guard, lines }) => `${shownGuard(guard).join()} ${lines.map(shownLine).join(" ")}`)).toEqual([
      "[q:a] scope noCharge",
      "[q:b] scope requires x noCharge",
    ]);
  });

  test("rows of a value that carry the question are replaced by the reading's rows", () => {
    const read = prov(
      `värde v i dagar från och med 2020-01-01: 1 dag från och med 2021-01-01: 2 dagar se tolkningsfråga q
       ${question("q", "värde v från och med 2021-06-01: 3 dagar")}`,
    );
    expect(read.codes).toEqual([]);
    expect(guardsOf(documentNamed("prov", read).values.get("v")?.rows)).toEqual(["", "[q:a]", "[q:b]"]);
  });

  test("a helper value of two readings exists under both", () => {
    const helper = "värde h i dagar från och med 2020-01-01: 1 dag";
    const read = prov(`${ruleWith("krävs x")} ${question("q", helper, helper)}`);
    expect(read.codes).toEqual([]);
    expect(shownGuard(documentNamed("prov", read).values.get("h")?.guard)).toEqual(["[q:a,b]"]);
  });
});

describe("the choice", () => {
  const text = `${ruleWith("krävs x se tolkningsfråga q")} ${question("q", "i regeln r krävs z")}`;

  test("an amendment changes it from its first day, and it reverts when the amendment ends", () => {
    const read = documentsFrom({
      "a.avtal": head + text,
      "b.avtal": `ändring n av prov beslut "VIS" 2020-12-01 från och med 2021-01-01 före 2022-01-01 tolkningsfråga q vald b beslut "VIS" 2020-12-01 motiv "x"`,
    });
    expect(read.codes).toEqual([]);
    const chosen = documentNamed("prov", read).questions.get("q")?.chosen ?? [];
    expect(chosen.map(({ from, reading, preliminary }) => [from, reading, preliminary])).toEqual([
      [undefined, "a", true],
      [18628, "b", false],
      [18993, "a", true],
    ]);
  });

  test.each([
    ["a reading that the question does not have", `tolkningsfråga q vald c preliminärt motiv "x"`, "AV6002"],
    ["a question that nobody asks", `tolkningsfråga p vald a preliminärt motiv "x"`, "AV6011"],
  ])("an amendment that chooses %s is refused", (_, choice, code) => {
    const amendment = `ändring n av prov utkast från och med 2021-01-01 ${choice}`;
    expect(documentsFrom({ "a.avtal": head + text, "b.avtal": amendment }).codes).toEqual([code]);
  });
});

describe("what does not fit together is said once", () => {
  const tagged = ruleWith("krävs x se tolkningsfråga q");
  test.each([
    ["a line of a question that nobody asks", ruleWith("krävs x se tolkningsfråga p"), "AV6003"],
    [
      "a marked line that no reading is written as",
      `${tagged} ${question("q", "inget", "i regeln r krävs y")}`,
      "AV6004",
    ],
    [
      "a reading that says nothing of a marked line",
      `${tagged} begrepp t i dagar = 1 dag se tolkningsfråga q ${question("q", "begrepp t i dagar = 2 dagar")}`,
      "AV6005",
    ],
    [
      "a reading that replaces a line that is not marked",
      `${ruleWith("när x överstiger 0 dagar")} ${question("q", "i regeln r när x överstiger 1 dag")}`,
      "AV6006",
    ],
    [
      "a reading that replaces a term that is not marked",
      `begrepp t i dagar = 1 dag ${question("q", "begrepp t i dagar = 2 dagar")}`,
      "AV6006",
    ],
    [
      "a reading that replaces another question's line",
      `${ruleWith("när x överstiger 0 dagar se tolkningsfråga q")} ${question("q", "inget")} ${question("p", "i regeln r när x överstiger 1 dag")}`,
      "AV6007",
    ],
    ["two readings of one name", `${tagged} ${question("q", `inget tolkning b "B" i regeln r krävs y`)}`, "AV6008"],
    ["a mark inside a reading", `${tagged} ${question("q", "i regeln r krävs y se tolkningsfråga q")}`, "AV6009"],
    ["a question that changes nothing", question("q", "inget"), "AV6010"],
    [
      "a reading that changes the head",
      `${tagged} ${question("q", "i regeln r krävs y i överenskommelsen prov gäller till och med 2022-01-01")}`,
      "AV6012",
    ],
    [
      "lines for a rule that does not exist",
      `${tagged} ${question("q", "i regeln r krävs y i regeln s krävs y")}`,
      "AV2018",
    ],
    [
      "a helper with a name that is taken",
      `${tagged} villkor v krävs x ${question("q", "i regeln r krävs y begrepp v i dagar = 1 dag")}`,
      "AV2010",
    ],
    [
      "one helper of two questions",
      `${tagged} ${question("q", "i regeln r krävs y begrepp h i dagar = 1 dag")} ${question("p", "begrepp h i dagar = 1 dag")}`,
      "AV2010",
    ],
  ])("%s", (_, text, code) => {
    expect(prov(text).codes).toEqual([code]);
  });
});

function prov(text: string): Read {
  return documentsFrom({ "a.avtal": head + text });
}

function ruleLines(read: Read): readonly string[] {
  return (documentNamed("prov", read).rules[0]?.lines ?? []).map(shownLine);
}

function guardsOf(versions: readonly { readonly guard: Guard | undefined }[] | undefined): readonly string[] {
  return (versions ?? []).map(({ guard }) => shownGuard(guard).join());
}

function shownLine({ line, guard }: GuardedLine<RuleLine>): string {
  return [line.kind, ...about(line), ...shownGuard(guard)].join(" ");
}

function about(line: RuleLine): readonly string[] {
  if (line.kind === "step" || line.kind === "round") return [line.name.text];
  return line.kind === "requires" && line.condition.kind === "name" ? [line.condition.text] : [];
}

function shownGuard(guard: Guard | undefined): readonly string[] {
  return guard === undefined ? [] : [`[${guard.question}:${guard.readings.join(",")}]`];
}
