// The keys of a scenario file, each in Swedish and English.
// Rule: one name for each thing in each language; adding a key is one line here.

export type Keys<Key extends string> = Readonly<Record<Key, readonly [sv: string, en: string]>>;

export const fileKeys = {
  agreement: ["avtal", "agreement"],
  background: ["bakgrund", "background"],
  scenarios: ["scenarier", "scenarios"],
} as const;

export const scenarioKeys = {
  name: ["namn", "name"],
  clause: ["klausul", "clause"],
  background: ["bakgrund", "background"],
  episodes: ["vårdtillfällen", "episodes"],
  values: ["värden", "values"],
  events: ["händelser", "events"],
  expected: ["förväntat", "expected"],
  readings: ["tolkningar", "readings"],
} as const;

export const episodeKeys = { count: ["antal", "count"] } as const;

export const variantKeys = { expected: ["förväntat", "expected"] } as const;

export const expectationKeys = {
  lines: ["rader", "lines"],
  steps: ["steg", "steps"],
  undecided: ["oavgjort", "undecided"],
  notCharged: ["inte debiterat", "not charged"],
  refused: ["avvisat", "refused"],
  stopped: ["stoppat", "stopped"],
  triggers: ["utlöser", "triggers"],
} as const;

/** What tells one line, group or figure from another. */
export const selectorKeys = {
  payer: ["betalare", "payer"],
  period: ["period", "period"],
  rule: ["regel", "rule"],
  episode: ["vårdtillfälle", "episode"],
  part: ["del", "part"],
} as const;

export const lineKeys = {
  ...selectorKeys,
  count: ["antal", "count"],
  quantity: ["mängd", "quantity"],
  price: ["pris", "price"],
  amount: ["belopp", "amount"],
  payee: ["mottagare", "payee"],
  invoicer: ["faktureras av", "invoiced by"],
  steps: ["steg", "steps"],
} as const;

const count = ["antal", "count"] as const;
const { rule, episode } = selectorKeys;

export const undecidedKeys = { what: ["saknas", "missing"], count, rule, episode } as const;
export const notChargedKeys = { what: ["klausul", "clause"], count, rule } as const;
export const refusedKeys = { what: ["kod", "code"], count, episode } as const;

export const allWordings = ["alla lydelser", "all wordings"] as const;
export const otherWordings = ["övriga lydelser", "other wordings"] as const;
export const inForce = ["gällande", "in force"] as const;
export const noCharge = ["ingen debitering", "no charge"] as const;
export const noneOfThem = ["inga", "none"] as const;
export const nothing = ["inget", "nothing"] as const;
export const emptyFact = ["tomt", "empty"] as const;
export const absentStep = ["saknas", "missing"] as const;
export const notYet = ["inte", "not-yet"] as const;

/** Whether a text is one of a pair of words, in either language. */
export function isWord(text: string, words: readonly string[]): boolean {
  return words.includes(text.toLowerCase());
}
