// The fields of a care episode and small registers, as a compiled vocabulary gives them: for tests of what reads data.

import type { Field, RegisterIr, ValueKind } from "@avtal/compiler/ir/ir";
import { dayFromText } from "@avtal/runtime/calendar";

const moment: ValueKind = { kind: "moment" };
const condition: ValueKind = { kind: "condition" };
const municipality: ValueKind = { kind: "payer", register: "national.kommuner" };
const integer: ValueKind = { kind: "quantity", unit: "count", whole: true };

export const nationalFields: readonly Field[] = [
  field("id", "id", { kind: "text" }, { unique: true }),
  field("patient", "patient", { kind: "text" }, { optional: true, personal: true }),
  field("folkbokföringskommun", "municipality", municipality),
  field("placerande-kommun", "placing_municipality", municipality, { optional: true }),
  field("stadsdel", "district", { kind: "payer", register: "national.stadsdelar" }, { optional: true }),
  field(
    "vårdform",
    "care_type",
    { kind: "choice", field: "national.vårdform" },
    {
      choices: [
        { name: "somatisk", code: "somatic" },
        { name: "psykiatrisk", code: "psychiatric" },
      ],
    },
  ),
  field("sjukhus", "hospital", { kind: "text" }, { optional: true }),
  field("inskriven-tid", "admitted_at", moment),
  field("inskrivningsmeddelande", "admission_notice_at", moment),
  field("utskrivningsklar-tid", "ready_notice_at", moment),
  field("utskriven-tid", "discharged_at", moment),
  field("återtagen-tid", "ready_withdrawn_at", moment, { optional: true }),
  field("ny-utskrivningsklar-tid", "ready_reissued_at", moment, { optional: true }),
  field("fast-vårdkontakt-utsedd", "care_contact", condition, { empty: "unknown" }),
  field("sip-behövs", "sip_needed", condition, { empty: "unknown" }),
  field("öppenvård-otillgänglig", "outpatient_unavailable", condition, { empty: "unknown" }),
  field("sip-kallelse", "sip_summons_date", { kind: "date" }),
  field("ålder", "age_at_discharge", integer, { optional: true }),
];

export const nationalRegisters: readonly RegisterIr[] = [
  {
    id: "national.kommuner",
    facts: ["region"],
    factKinds: [{ kind: "text" }],
    entries: [
      entry("0126", "Huddinge", { fact: "Region Stockholm" }),
      entry("0180", "Stockholm", { fact: "Region Stockholm", alsoKnownAs: ["Stockholms stad"] }),
      entry("0680", "Jönköping", { fact: "Region Jönköpings län" }),
    ],
  },
  {
    id: "national.stadsdelar",
    facts: ["kommun"],
    factKinds: [{ kind: "text" }],
    entries: [
      entry("sthlm-farsta", "Farsta", { fact: "Stockholm" }),
      entry("sthlm-alvsjo", "Älvsjö", { fact: "Stockholm", until: "2020-07-01", successor: "sthlm-hagersten-alvsjo" }),
      entry("sthlm-hagersten-alvsjo", "Hägersten-Älvsjö", {
        fact: "Stockholm",
        from: "2020-07-01",
        alsoKnownAs: ["Hägersten"],
      }),
      entry("sthlm-hagersten", "Hägersten-Liljeholmen", {
        fact: "Stockholm",
        until: "2020-07-01",
        alsoKnownAs: ["Hägersten"],
      }),
    ],
  },
];

function field(name: string, code: string, kind: ValueKind, rest: Partial<Field> = {}): Field {
  return {
    id: `national.${name}`,
    name,
    code,
    kind,
    choices: [],
    empty: "missing",
    optional: false,
    personal: false,
    unique: false,
    doc: null,
    ...rest,
  };
}

interface EntryRest {
  /** The value of the register's one fact. */
  readonly fact?: string;
  readonly alsoKnownAs?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly successor?: string;
}

function entry(code: string, name: string, rest: EntryRest = {}): RegisterIr["entries"][number] {
  return {
    code,
    name,
    alsoKnownAs: rest.alsoKnownAs ?? [],
    from: rest.from === undefined ? null : (dayFromText(rest.from) ?? null),
    until: rest.until === undefined ? null : (dayFromText(rest.until) ?? null),
    successor: rest.successor ?? null,
    facts: [rest.fact ?? null],
  };
}
