// A generated agreement: the texts, well-kinded by construction, and the runs that are worth making of it.
// Rule: the seed and the number decide every letter.

import type { SourceFile } from "@avtal/compiler/source";
import {
  ask,
  cited,
  fresh,
  using,
  type Construct,
  type Draft,
  type DrawnQuestion,
  type Piece,
} from "./generated-draft.ts";
import { randomFrom } from "./generated-random.ts";
import { anotherLine, dayRule, drawRule, individualRule, meanRule, statistic, type Place } from "./generated-rules.ts";
import { condition, groupSafeCondition, readyDays } from "./generated-terms.ts";

export interface GeneratedAgreement {
  readonly pieces: readonly Piece[];
  readonly used: ReadonlySet<Construct>;
  readonly questions: readonly DrawnQuestion[];
  readonly events: readonly string[];
  readonly values: ReadonlyMap<string, number>;
}

/** The agreement number `index` of a run. */
export function generatedAgreement(seed: number, index: number): GeneratedAgreement {
  const random = randomFrom(seed, 2 * index);
  const start = random.weighted({ "2020-01-01": 60, "2020-01-16": 25, "2020-02-29": 15 });
  const draft: Draft = {
    random,
    start,
    used: new Set(),
    pieces: [],
    defined: new Set(),
    questions: [],
    events: [],
    values: new Map(),
    amendable: new Map(),
    amendableLines: [],
    amendableTerms: [],
    rules: [],
    number: 0,
  };
  if (start !== "2020-01-01") using(draft, "starts mid-month", "");
  drawHead(draft);
  drawRules(draft);
  if (random.chance(30)) draft.pieces.push({ file: "prov", text: statistic(draft, "uppföljning") });
  if (random.chance(35)) drawAmendments(draft);
  const { pieces, used, questions, events, values } = draft;
  return { pieces, used, questions, events, values };
}

/** The files that the pieces make, each with its head first. */
export function filesOf(pieces: readonly Piece[]): SourceFile[] {
  const names = [...new Set(pieces.map(({ file }) => file))];
  return names.map((name) => ({
    path: `${name}.avtal`,
    text: `${pieces
      .filter(({ file }) => file === name)
      .map(({ text }) => text)
      .join("\n\n")}\n`,
  }));
}

function drawHead(draft: Draft): void {
  const { random, start } = draft;
  const ends = random.chance(20)
    ? using(draft, "ends on a day", random.pick(["före 2020-11-01", "till och med 2021-01-31", "före 2021-01-16"]))
    : "tills vidare";
  const fallback = random.chance(35);
  const lines = [
    `  gäller från och med ${start} ${ends} enligt text 1`,
    ...(random.chance(30)
      ? [
          using(
            draft,
            "weekdays of its own",
            `  vardagar utom ${random.pick(["lördagar, söndagar", "söndagar, helgdagar", "lördagar, söndagar, helgdagar, midsommarafton"])}`,
          ),
        ]
      : [weekdays]),
    ...(random.chance(20) ? ["  uppsägningstid 12 månader enligt text 16"] : []),
    ...(fallback ? [using(draft, "fallback document", "  annars gäller lagen")] : []),
    ...(random.chance(8) ? [using(draft, "agreement that waits for an event", `  förutsätter ${event(draft)}`)] : []),
    ...(random.chance(8) ? [using(draft, "charges that wait for an event", `  vilande tills ${event(draft)}`)] : []),
  ];
  const uses = ["nationell", "register-över-betalare", "pris", ...(fallback ? ["lagen"] : [])].join("; ");
  draft.pieces.unshift({
    file: "prov",
    text: `språk sv\n\növerenskommelse prov "Prov"\n${lines.join("\n")}\n\nanvänder ${uses}\n\nkälla text "Texten"`,
  });
  if (fallback) drawFallback(draft);
}

const weekdays = "  vardagar utom lördagar, söndagar, helgdagar, midsommarafton, julafton, nyårsafton";

/** The statute: own names, own rule, in force longer than the agreement. */
function drawFallback(draft: Draft): void {
  const { random } = draft;
  const head = `språk sv

lag lagen "Lagen"
  gäller från och med 2018-01-01 tills vidare enligt lagtext 1
${weekdays}

använder nationell; pris

källa lagtext "Lagtexten"`;
  const grace = random.int(4);
  const rule = `regel grund
  enligt lagtext 3
  gäller dygn från första-dygn (räknas) till utskrivningsdatum (räknas inte) för vårdtillfällen
  krävs utskrivningsklar-tid finns
  följer dygnet
  per betalande-kommun och vårdtillfälle
  betalas av betalande-kommun till "Regionen"
  belopp = summa av (${random.pick(["dygnsbelopp", "500 kr/dygn"])} * 1 dygn)
  avrunda belopp till hela ören, halva uppåt enligt antagande "tyst"`;
  const first = `begrepp första-dygn i datum
  enligt lagtext 2
  = utskrivningsklar-datum + ${grace} dagar`.replace("+ 1 dagar", "+ 1 dag");
  for (const text of [head, first, rule]) draft.pieces.push({ file: "lagen", text });
}

function event(draft: Draft): string {
  const { random } = draft;
  const name = `händelse-${fresh(draft)}`;
  using(draft, "event", "");
  const state = random.weighted({
    "inträffade 2020-03-16": 35,
    "inträffade 2020-01-01": 25,
    "ännu inte": 25,
    okänt: 15,
  });
  draft.pieces.push({ file: "prov", text: `händelse ${name} "Något" ${state} enligt text 5` });
  draft.events.push(name);
  return name;
}

function drawRules(draft: Draft): void {
  const { random } = draft;
  const split = random.chance(25);
  const base = split
    ? ["vårdform är somatisk", "vårdform är psykiatrisk"]
    : [random.chance(25) ? condition(draft) : ""];
  base.forEach((scope, index) => addRule(draft, { name: `grund-${index + 1}`, relation: "", scope, validity: "" }));
  const inherited = draft.pieces.some(({ file }) => file === "lagen") && random.chance(30);
  if (inherited) addInherited(draft);
  const exceptions = random.weighted({ 0: 35, 1: 40, 2: 25 });
  for (let count = 0; count < Number(exceptions); count += 1) addException(draft);
  if (random.chance(20)) addOnTop(draft);
  if (random.chance(12)) addReadingWithRule(draft);
  if (random.chance(12)) addReadingOfShape(draft);
}

function addRule(draft: Draft, place: Place, text = drawRule(draft, place)): void {
  draft.pieces.push({ file: "prov", text });
  draft.rules.push(place.name);
}

/** The statute's rule under a name of its own, for some of the records. */
function addInherited(draft: Draft): void {
  using(draft, "rule taken over", "");
  const { random } = draft;
  addRule(
    draft,
    { name: "som-lagen", relation: "", scope: "", validity: "" },
    `regel som-lagen som lagen.grund
  ${cited(draft)}
  i stället för ${draft.rules.join("; ")}
  gäller dygn från utskrivningsklar-datum (räknas inte) till utskrivningsdatum (räknas) för vårdtillfällen där ${groupSafeCondition(draft)}
${random.chance(50) ? `  belopp = antal dygn * 250 kr/dygn\n` : ""}  avrunda belopp till hela kronor, nedåt enligt antagande "tyst"`,
  );
}

function addException(draft: Draft): void {
  const name = `undantag-${fresh(draft)}`;
  using(draft, "instead of", "");
  addRule(draft, {
    name,
    relation: `i stället för ${draft.rules.join("; ")}`,
    scope: condition(draft),
    validity: validity(draft),
  });
}

function addOnTop(draft: Draft): void {
  const name = `tillägg-${fresh(draft)}`;
  const place = {
    name,
    relation: using(draft, "on top of", `utöver ${draft.random.pick(draft.rules)}`),
    scope: draft.random.chance(50) ? condition(draft) : "",
    validity: validity(draft),
  };
  const first = draft.pieces.find(({ text }) => text.startsWith(`regel ${place.relation.slice(7)}\n`))?.text ?? "";
  draft.pieces.push({
    file: "prov",
    text:
      first.includes("gäller dygn") || first.includes(" som lagen")
        ? dayRule(draft, place)
        : draft.random.chance(50)
          ? individualRule(draft, place)
          : meanRule(draft, place),
  });
}

function validity(draft: Draft): string {
  const { random } = draft;
  const from = random.pick([draft.start, draft.start, "2020-03-01", "2020-03-16"]);
  switch (random.weighted({ none: 45, from: 15, until: 20, event: 20 })) {
    case "none":
      return "";
    case "from":
      return `från och med ${from}`;
    case "until":
      return `från och med ${from} ${random.pick(["före 2020-07-01", "till och med 2020-10-25", "före 2020-04-01"])}`;
    case "event":
      return using(
        draft,
        "transition ended by an event",
        `från och med ${from} före det första av (2020-10-01; ${event(draft)})`,
      );
  }
}

/** A reading that holds a rule of its own in front of the rest. */
function addReadingWithRule(draft: Draft): void {
  const target = draft.rules[0] ?? "";
  const place: Place = {
    name: "läsningens-regel",
    relation: `i stället för ${draft.rules.join("; ")}`,
    scope: groupSafeCondition(draft),
    validity: "",
  };
  const of = readyDays(draft);
  const found = draft.amendableLines.find(({ rule, line }) => rule === target && line.startsWith("avrunda belopp"));
  if (found === undefined) return;
  using(draft, "reading with its own rule", "");
  const rule = `regel ${place.name}
      ${cited(draft)}
      ${place.relation}
      gäller vårdtillfällen där ${place.scope}
      följer utskrivningsdatum
      per betalande-kommun och vårdtillfälle
      betalas av betalande-kommun till "Regionen"
      belopp = ${of} * 100 kr/dygn
      avrunda belopp till hela ören, nedåt enligt antagande "tyst"`;
  tagLine(draft, found, `${rule}\n    i regeln ${target}\n      ${found.line}`);
}

/** A reading under which a group of a month is one of each record instead. */
function addReadingOfShape(draft: Draft): void {
  const found = draft.amendableLines.find(({ line }) => line === "per betalande-kommun och månad");
  if (found === undefined) return;
  const text = draft.pieces.find((piece) => piece.text.startsWith(`regel ${found.rule}\n`))?.text ?? "";
  if (text.includes("nested") || text.includes("per sjukhus")) return;
  using(draft, "reading of another shape", "");
  tagLine(
    draft,
    found,
    `i regeln ${found.rule}\n      per betalande-kommun och ${draft.random.pick(["vårdtillfälle", "kvartal", "vårdform och månad"])}`,
  );
}

function tagLine(draft: Draft, { rule, line }: { rule: string; line: string }, body: string): void {
  const at = draft.pieces.findIndex(({ text }) => text.startsWith(`regel ${rule}\n`));
  const piece = draft.pieces[at];
  if (piece === undefined) return;
  const tag = ask(draft, { written: line, others: [{ title: "Annars", body }] });
  draft.pieces[at] = { ...piece, text: piece.text.replace(`  ${line}`, `  ${line} ${tag}`) };
  draft.amendableLines.splice(
    draft.amendableLines.findIndex((each) => each.rule === rule && each.line === line),
    1,
  );
}

/** One or two amendments, each with something of its own. */
function drawAmendments(draft: Draft): void {
  const { random } = draft;
  const days = random.chance(30)
    ? ["2020-03-16", "2020-07-01"]
    : [random.pick(["2020-03-01", "2020-03-16", "2020-10-01", "2021-01-01"])];
  days.forEach((day, index) => {
    const file = `ändring-${index + 1}` as const;
    const said = random.chance(50) ? "utkast" : `beslut "VIS" ${draft.start}`;
    const statements = [amendment(draft, day, index), ...(random.chance(30) ? [amendment(draft, day, index)] : [])];
    const texts = [...new Set(statements.filter((text) => text !== undefined))];
    if (texts.length === 0) return;
    draft.pieces.push({ file, text: `språk sv\n\nändring ${file} av prov ${said}\n  från och med ${day}` });
    for (const text of texts) draft.pieces.push({ file, text });
  });
}

function amendment(draft: Draft, day: string, index: number): string | undefined {
  const { random } = draft;
  switch (random.weighted({ row: 30, line: 35, term: 15, choice: 30, end: 8, rule: 15 })) {
    case "row": {
      const names = [...draft.amendable.keys()];
      if (names.length === 0) return undefined;
      const name = random.pick(names);
      const amount = draft.amendable.get(name);
      draft.amendable.delete(name);
      const later = random.pick([day, "2021-02-01"]);
      return (
        amount && using(draft, "amended row", `värde ${name}\n  från och med ${later}: ${amount()} ${cited(draft)}`)
      );
    }
    case "line": {
      const able = draft.amendableLines.filter(({ line }) => !line.startsWith("följer") && !line.startsWith("krävs"));
      if (able.length === 0) return undefined;
      const found = random.pick(able);
      const another = anotherLine(draft, found.line);
      if (another === undefined) return undefined;
      draft.amendableLines.splice(
        0,
        draft.amendableLines.length,
        ...draft.amendableLines.filter(({ rule }) => rule !== found.rule),
      );
      return using(draft, "amended rule line", `i regeln ${found.rule}\n  ${another}`);
    }
    case "term": {
      if (draft.amendableTerms.length === 0) return undefined;
      const { name, kind, another } = random.pick(draft.amendableTerms);
      draft.amendableTerms.splice(
        draft.amendableTerms.findIndex((each) => each.name === name),
        1,
      );
      return using(draft, "amended term", `begrepp ${name} i ${kind}\n  ${cited(draft)}\n  = ${another()}`);
    }
    case "choice": {
      const open = draft.questions.filter(({ readings, chosen }) => readings.some((each) => each !== chosen));
      if (open.length === 0 || index > 0) return undefined;
      const question = random.pick(open);
      const other = random.pick(question.readings.filter((each) => each !== question.chosen));
      return using(
        draft,
        "newly chosen reading",
        `tolkningsfråga ${question.name} vald ${other} preliminärt motiv "annat"`,
      );
    }
    case "end":
      return index > 0
        ? undefined
        : using(draft, "end by amendment", "i överenskommelsen prov\n  gäller till och med 2020-12-31");
    case "rule": {
      if (draft.used.has("reading with its own rule")) return undefined;
      const name = `ny-${fresh(draft)}`;
      const place: Place = {
        name,
        relation: `i stället för ${draft.rules.join("; ")}`,
        scope: condition(draft),
        validity: "",
      };
      return using(draft, "new rule by amendment", individualRule(draft, place));
    }
  }
}
