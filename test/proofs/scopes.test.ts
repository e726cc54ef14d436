// What is said about scopes holds for every record: apart is apart, and what contradicts itself takes nothing.
// Rule: scopes are drawn from the conditions that people write, records from around the numbers in them.

import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { provablyApart } from "@avtal/compiler/check/meaning/apart";
import { compile } from "@avtal/compiler/compile";
import { offerEpisode } from "@avtal/compiler/interpret/offer";
import { lower } from "@avtal/compiler/ir/from-checked";
import type { Program, Rule } from "@avtal/compiler/ir/ir";
import { runOf } from "@avtal/compiler/ir/run";
import { dateText, dayFromText } from "@avtal/runtime/calendar";
import type { PlainRecord } from "@avtal/runtime/records";
import { columnsOf } from "../harness/columns-from-csv.ts";
import { folderWorkspace } from "../harness/folder-workspace.ts";
import { agreement, perEpisode, rounded } from "../meaning/run-text.ts";

const seed = Date.now() & 0x7fffffff;
const vocabulary = folderWorkspace([join(import.meta.dirname, "../problems/vocabulary")]);

describe(`scopes drawn with seed ${seed}`, () => {
  test("rules that are proved apart share no record, and most that share one are refused", () => {
    const seen = { apart: 0, refused: 0, missed: 0 };
    fc.assert(
      fc.property(scopes(), records(60), ([one, other], drawn) => {
        const { program, codes } = compiled(`${rule("en", one)}\n${rule("annan", other)}`);
        const [first, second] = [ruleNamed("en", program), ruleNamed("annan", program)];
        const shared = taken(first, drawn, program).filter((id) => taken(second, drawn, program).includes(id));
        const isRefused = codes.includes("AV3500");
        if (provablyApart(program)(first, second)) {
          seen.apart++;
          expect({ shared, isRefused }).toEqual({ shared: [], isRefused: false });
        }
        if (isRefused) seen.refused++;
        else if (shared.length > 0) seen.missed++;
      }),
      { seed, numRuns: 50 },
    );
    expect(seen.apart).toBeGreaterThan(5);
    expect(seen.refused).toBeGreaterThan(5);
    expect(seen.missed).toBeLessThanOrEqual(seen.refused / 10);
  });

  test("a rule whose scope is said to contradict itself takes no record", () => {
    let contradictions = 0;
    fc.assert(
      fc.property(condition(), condition(), records(40), (one, other, drawn) => {
        const { program, codes } = compiled(rule("en", `(${one}) och inte (${other}) och (${other})`));
        if (!codes.includes("AV3501")) return;
        contradictions++;
        expect(taken(ruleNamed("en", program), drawn, program)).toEqual([]);
      }),
      { seed, numRuns: 60 },
    );
    expect(contradictions).toBeGreaterThan(20);
  });
});

function rule(name: string, scope: string): string {
  return `regel ${name}
  enligt text 1
  gäller vårdtillfällen där ${scope}
  ${perEpisode}
  belopp = klara-dagar * dygnsbelopp
  ${rounded}`;
}

/** The program, also where its rules were refused for what they mean. */
function compiled(rules: string): { readonly program: Program; readonly codes: readonly string[] } {
  const text = agreement(rules, { uses: "nationell; pris; register-över-betalare" });
  const { front, problems } = compile({ ...vocabulary, files: [...vocabulary.files, { path: "prov.avtal", text }] });
  const codes = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
  const other = codes.filter((code) => !/^AV35/.test(code));
  const program = other.length > 0 ? undefined : lower(front).get("prov");
  if (program === undefined) throw new Error(`${other.join(" ")} in\n${text}`);
  return { program, codes };
}

function ruleNamed(name: string, { rules }: Program): Rule {
  const found = rules.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No rule ${name}.`);
  return found;
}

function taken(asked: Rule, drawn: readonly PlainRecord[], program: Program): readonly string[] {
  const episodes = columnsOf(program, drawn);
  const run = runOf(program, { wording: null, readings: new Map(), events: new Map(), values: [] });
  const outside = { run, episodes, document: asked.document, own: null, day: null, group: null };
  return episodes.ids.filter((_, record) =>
    offerEpisode(asked, record, { ...outside, record }).verdicts.some((verdict) => verdict.taken),
  );
}

/** Any two, or two of which one leaves out what the other asks for. */
function scopes(): fc.Arbitrary<readonly [string, string]> {
  return fc
    .tuple(condition(), condition(), fc.boolean())
    .map(([one, other, isApart]) => [one, isApart ? `inte (${one}) och (${other})` : other]);
}

function condition(): fc.Arbitrary<string> {
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      atom(),
      fc.tuple(tie("tree"), fc.constantFrom("och", "eller"), tie("tree")).map((parts) => `(${parts.join(" ")})`),
      tie("tree").map((inner) => `inte (${inner})`),
    ),
  }));
  return tree;
}

function atom(): fc.Arbitrary<string> {
  const days = fc.integer({ min: 0, max: 4 });
  const date = fc.constantFrom("2020-03-01", "2020-03-02", "2020-03-10");
  return fc.oneof(
    fc.constantFrom(
      "vårdform är somatisk",
      "vårdform är psykiatrisk",
      "vårdform är inte somatisk",
      "vårdform är okänt",
    ),
    fc.constantFrom("sip-behövs", "sip-behövs är okänt", "fast-vårdkontakt-utsedd", "inskrivningsmeddelande finns"),
    fc.constantFrom('betalande-kommun är "Huddinge"', 'län för betalande-kommun är "Jönköpings län"', 'sjukhus är "S"'),
    fc
      .tuple(fc.constantFrom("överstiger", "är minst", "är högst", "är"), days)
      .map(([word, n]) => `klara-dagar ${word} ${n} dagar`),
    fc
      .tuple(fc.constantFrom("före", "efter", "senast", "tidigast"), date)
      .map((parts) => `utskrivningsdatum ${parts.join(" ")}`),
    fc.tuple(fc.constantFrom("före", "efter"), date).map((parts) => `utskrivningsklar-datum ${parts.join(" ")}`),
    fc.constantFrom("utskrivningsklar-tid efter kl. 12.00", "utskrivningsklar-datum före utskrivningsdatum"),
    fc.constantFrom("månad för utskrivningsdatum är 2020-03", "ålder-vid-utskrivning är minst 65"),
  );
}

function records(count: number): fc.Arbitrary<PlainRecord[]> {
  const start = dayFromText("2020-02-27") ?? 0;
  const at = (clock: string): fc.Arbitrary<string | null> =>
    fc.option(
      fc.integer({ min: 0, max: 14 }).map((day) => `${dateText(start + day)}T${clock}`),
      { freq: 9 },
    );
  const one = fc.record({
    municipality: fc.constantFrom("0126", "0680", null),
    care_type: fc.constantFrom("somatic", "psychiatric", null),
    hospital: fc.constantFrom("S", "K", null),
    admission_notice_at: fc.constantFrom("2020-02-01T10:00", null),
    ready_notice_at: fc.oneof(at("09:00"), at("13:00")),
    discharged_at: at("15:00"),
    care_contact: fc.constantFrom(true, false, null),
    sip_needed: fc.constantFrom(true, false, null),
    age_at_discharge: fc.constantFrom(64, 65, null),
  });
  return fc
    .array(one, { minLength: count, maxLength: count })
    .map((drawn) => drawn.map((record, index) => ({ ...record, id: `e${index}` })));
}
