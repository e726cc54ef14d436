// Which municipalities, districts and hospitals a sample draws from: the registers of the agreements at hand.

import type { Field, RegisterIr } from "@avtal/compiler/ir/ir";
import { spelling } from "../read/columns/spelling.ts";

type Entry = RegisterIr["entries"][number];

export interface SamplePayers {
  /** Never empty. */
  readonly municipalities: readonly [SampleMunicipality, ...SampleMunicipality[]];
  /** How many episodes each has beside the others: one with districts has as many as they together. */
  readonly weights: readonly number[];
}

export interface SampleMunicipality {
  readonly code: string;
  readonly hospitals: readonly [string, ...string[]];
  /** Districts that pay by themselves, of all times; empty where the municipality pays. */
  readonly districts: readonly Entry[];
}

/** `agreement` narrows to the municipalities of its region; undefined takes them all. */
export function samplePayers(
  fields: readonly Field[],
  registers: readonly RegisterIr[],
  agreement: string | undefined,
): SamplePayers | undefined {
  const municipalities = registerOf("municipality", fields, registers);
  const districts = registerOf("district", fields, registers);
  const all = (municipalities?.entries ?? []).filter((entry) => entry.until === null);
  const region = (entry: Entry): string => textFact(municipalities, entry, "region");
  const ofAgreement = all.filter((entry) => agreement !== undefined && plain(region(entry)).includes(plain(agreement)));
  const [first, ...others] = (ofAgreement.length > 0 ? ofAgreement : all).map((entry) => ({
    code: entry.code,
    hospitals: hospitalsOf.get(region(entry)) ?? (["Sjukhuset"] as const),
    districts: (districts?.entries ?? []).filter((district) => belongsTo(entry, district)),
  }));
  if (first === undefined) return undefined;
  const weights = [first, ...others].map(({ districts: own }, index) => 2 + (index % 5) + 4 * own.length);
  return { municipalities: [first, ...others], weights };
}

/** Invented use of real names: which hospitals a region has. */
const hospitalsOf: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  [
    "Region Stockholm",
    ["Danderyds sjukhus", "Södersjukhuset", "Karolinska Huddinge", "Karolinska Solna", "Södertälje sjukhus"],
  ],
  ["Region Jönköpings län", ["Länssjukhuset Ryhov", "Höglandssjukhuset Eksjö", "Värnamo sjukhus"]],
]);

function registerOf(
  column: string,
  fields: readonly Field[],
  registers: readonly RegisterIr[],
): RegisterIr | undefined {
  const kind = fields.find((field) => field.code === column)?.kind;
  return kind?.kind === "payer" ? registers.find((register) => register.id === kind.register) : undefined;
}

function textFact(register: RegisterIr | undefined, entry: Entry, fact: string): string {
  return entry.facts[register?.facts.indexOf(fact) ?? -1] ?? "";
}

/** A district names its municipality in a fact, by name or by code. */
function belongsTo(municipality: Entry, district: Entry): boolean {
  return district.facts.some((fact) => fact === municipality.name || fact === municipality.code);
}

function plain(name: string): string {
  return spelling(name).replaceAll(/[åä]/g, "a").replaceAll("ö", "o");
}
