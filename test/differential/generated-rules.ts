// The rules of a generated agreement: means, individual rules, day rules, free and unmodelled ones, and statistics.

import { ask, cited, daysOfChange, defineOnce, using, type Draft } from "./generated-draft.ts";
import {
  calendarSpan,
  condition,
  dateTerm,
  days,
  daysTerm,
  end,
  groupSafeCondition,
  limit,
  namedCondition,
  price,
  priceOfGroup,
  rate,
  readyDays,
  requiredIf,
  term,
} from "./generated-terms.ts";

/** What a rule stands in front of, and whom it is about. */
export interface Place {
  readonly name: string;
  /** `i stället för a; b`, `utöver a`, or nothing. */
  readonly relation: string;
  readonly scope: string;
  readonly validity: string;
}

type Lines = string[];

/** The text of a rule; which sort it is, chance decides. */
export function drawRule(draft: Draft, place: Place): string {
  switch (draft.random.weighted({ mean: 30, individual: 30, sum: 12, daily: 30, free: 6, unmodelled: 4 })) {
    case "mean":
      return meanRule(draft, place);
    case "individual":
      return individualRule(draft, place);
    case "sum":
      return sumRule(draft, place);
    case "daily":
      return dayRule(draft, place);
    case "free":
      return takingRule(draft, place, using(draft, "free of charge", "ingen debitering"));
    case "unmodelled":
      return takingRule(draft, place, using(draft, "not modelled", 'inte modellerat "Texten är oklar"'));
  }
}

export function meanRule(draft: Draft, place: Place): string {
  const { random } = draft;
  using(draft, "mean with threshold", "");
  const of = daysTerm(draft);
  const held = limit(draft);
  const counted = random.chance(40)
    ? using(draft, "aggregate with where", `antal vårdtillfällen där ${of} är minst ${days(random.int(2) + 1)}`)
    : "antal vårdtillfällen";
  const [payer, keys] = payerAndKeys(draft);
  const mean = random.chance(10)
    ? using(draft, "nested mean", `genomsnitt av (genomsnitt av ${of} per sjukhus)`)
    : `genomsnitt av ${of}`;
  const lines: Lines = [
    ...head(place, "vårdtillfällen"),
    ...requirements(draft),
    `följer ${followed(draft)}`,
    `per ${keys} och ${period(draft)}`,
    paid(draft, payer),
    `medeldagar = ${mean}`,
    `överskott = medeldagar - ${held}`,
    `debiteringsdagar = ${random.pick(["överskott", "överskott", "medeldagar"])} * ${counted}`,
    ...(random.chance(20)
      ? [using(draft, "mean of prices", `pris-i-snitt = genomsnitt av (${datedPrice(draft)} vid utskrivningsdatum)`)]
      : [`pris-i-snitt = ${priceOfGroup(draft)}`]),
    `när överskott ${random.pick(["överstiger 0 dagar", "överstiger 0 dagar", "är minst 0 dagar"])}`,
    "belopp = debiteringsdagar * pris-i-snitt",
    ...(random.chance(35) ? [stepRounding(draft, "medeldagar")] : []),
    amountRounding(draft),
    ...invoicer(draft),
  ];
  return ruleText(draft, place.name, lines);
}

export function individualRule(draft: Draft, place: Place): string {
  const { random } = draft;
  using(draft, "individual rule", "");
  const of = daysTerm(draft);
  const [payer] = payerAndKeys(draft);
  const grain = `${payer} och vårdtillfälle${random.chance(30) ? ` och ${period(draft)}` : ""}`;
  const lines: Lines = [
    ...head(place, "vårdtillfällen"),
    ...requirements(draft),
    `följer ${followed(draft)}`,
    `per ${grain}`,
    paid(draft, payer),
    ...individualAmount(draft, of),
    amountRounding(draft),
    ...invoicer(draft),
  ];
  return ruleText(draft, place.name, lines);
}

function individualAmount(draft: Draft, of: string): Lines {
  const { random } = draft;
  switch (random.weighted({ plain: 30, after: 30, steps: 20, cap: 25 })) {
    case "plain":
      return [`belopp = ${of} * ${price(draft)}`];
    case "after":
      return [
        `betaldagar = största av (${of} - ${limit(draft)}; 0 dagar)`,
        "när betaldagar överstiger 0 dagar",
        `belopp = betaldagar * ${price(draft)}`,
      ];
    case "steps": {
      const n = days(random.int(4) + 1);
      using(draft, "charge in steps", "");
      return [
        `första-dagar = minsta av (${of}; ${n})`,
        `senare-dagar = största av (${of} - ${n}; 0 dagar)`,
        `belopp = första-dagar * ${rate(draft)} + senare-dagar * ${price(draft)}`,
      ];
    }
    case "cap": {
      using(draft, "cap", "");
      using(draft, "floor", "");
      return [
        `grundbelopp = ${of} * ${price(draft)}`,
        `belopp = minsta av (största av (grundbelopp; ${random.pick(["1 500 kr", "0,50 kr"])}); ${random.pick(["4 000 kr", "9 999,99 kr"])})`,
        ...(random.chance(40) ? [stepRounding(draft, "grundbelopp")] : []),
      ];
    }
  }
}

function sumRule(draft: Draft, place: Place): string {
  const { random } = draft;
  const of = daysTerm(draft);
  const [payer, keys] = payerAndKeys(draft);
  const sum = random.chance(40)
    ? using(draft, "aggregate with where", `summa av ${of} där ${groupSafeCondition(draft)}`)
    : `summa av ${of}`;
  const lines: Lines = [
    ...head(place, "vårdtillfällen"),
    ...requirements(draft),
    `följer ${followed(draft)}`,
    `per ${keys} och ${period(draft)}`,
    paid(draft, payer),
    `dagar-totalt = ${sum}`,
    ...(random.chance(50) ? [`när dagar-totalt är minst ${days(random.int(10))}`] : []),
    random.chance(50)
      ? `belopp = dagar-totalt * ${priceOfGroup(draft)}`
      : `belopp = summa av (${of} * ${price(draft)})`,
    amountRounding(draft),
    ...invoicer(draft),
  ];
  return ruleText(draft, place.name, lines);
}

export function dayRule(draft: Draft, place: Place): string {
  const { random } = draft;
  using(draft, "day rule", "");
  const from = random.chance(50) ? dateTerm(draft) : "utskrivningsklar-datum";
  const to = random.chance(80) ? "utskrivningsdatum" : "utskrivningsdatum + 1 dag";
  const byDay = random.chance(80);
  const weekend = byDay && random.chance(30) ? [using(draft, "weekend-free days", "dygnet är vardag")] : [];
  const scope = [...weekend, ...(place.scope === "" ? [] : [`(${place.scope})`])].join(" och ");
  const whom = `dygn från ${from} ${end(draft)} till ${to} ${end(draft)} för vårdtillfällen`;
  const [payer, keys] = payerAndKeys(draft);
  if (!byDay) using(draft, "day rule that follows the discharge", "");
  const monthly = random.chance(50);
  const grain = monthly ? using(draft, "day rule per month", `${keys} och månad`) : `${payer} och vårdtillfälle`;
  const lines: Lines = [
    ...head({ ...place, scope }, whom),
    ...requirements(draft),
    byDay ? "följer dygnet" : `följer ${followed(draft)}`,
    `per ${grain}`,
    paid(draft, payer),
    ...dayAmount(draft),
    amountRounding(draft),
    ...invoicer(draft),
  ];
  return ruleText(draft, place.name, lines);
}

function dayAmount(draft: Draft): Lines {
  const { random } = draft;
  switch (random.weighted({ sum: 50, count: 25, where: 15, mean: 12 })) {
    case "sum":
      return [`belopp = summa av (${price(draft)} * 1 dygn)`];
    case "count":
      return [
        "dygn-totalt = antal dygn",
        `när dygn-totalt överstiger ${random.int(4)} dygn`,
        `belopp = dygn-totalt * ${priceOfGroup(draft)}`,
      ];
    case "where":
      return [
        using(
          draft,
          "aggregate with where",
          `sena-dygn = antal dygn där dygnet ${random.pick(["tidigast", "efter"])} ${random.pick(["utskrivningsklar-datum + 2 dagar", ...daysOfChange])}`,
        ),
        `belopp = sena-dygn * ${priceOfGroup(draft)}`,
      ];
    case "mean":
      return [
        "medeldygn = antal dygn / antal vårdtillfällen",
        `över = medeldygn - ${limit(draft)}`,
        "när över överstiger 0 dagar",
        `belopp = över * antal vårdtillfällen * ${priceOfGroup(draft)}`,
      ];
  }
}

function takingRule(draft: Draft, place: Place, what: string): string {
  return ruleText(draft, place.name, [...head(place, "vårdtillfällen"), `följer ${followed(draft)}`, what]);
}

/** The lines that say whom a rule is about, and a question about some line now and then. */
function head({ relation, validity, scope }: Place, whom: string): Lines {
  return [
    ...(relation === "" ? [] : [relation]),
    ...(validity === "" ? [] : [validity]),
    `gäller ${whom}${scope === "" ? "" : ` där ${scope}`}`,
  ];
}

function requirements(draft: Draft): Lines {
  const { random } = draft;
  const lines: Lines = [];
  if (random.chance(30)) lines.push(using(draft, "required", `krävs ${namedCondition(draft)}`));
  if (random.chance(20)) lines.push(using(draft, "required", `krävs ${condition(draft)}`));
  if (random.chance(10)) lines.push(requiredIf(draft).replace(/ enligt .*$/, ""));
  return lines;
}

function followed({ random }: Draft): string {
  return random.chance(80) ? "utskrivningsdatum" : "utskrivningsklar-datum";
}

function period(draft: Draft): string {
  const { random } = draft;
  switch (random.weighted({ month: 60, quarter: 20, other: 12 })) {
    case "month":
      return "månad";
    case "quarter":
      return using(draft, "quarter or year", random.pick(["kvartal", "år"]));
    case "other":
      return using(
        draft,
        "month of another date",
        `månad för ${random.pick(["utskrivningsklar-datum", "utskrivningsdatum"])}`,
      );
  }
}

/** Who pays, and the keys that this derives from. */
function payerAndKeys(draft: Draft): readonly [string, string] {
  const { random } = draft;
  const payer = random.chance(75)
    ? "betalande-kommun"
    : using(
        draft,
        "payer above or below",
        term(
          draft,
          "betalare-här",
          "betalare",
          () => 'stadsdel om betalande-kommun är "Stockholm" annars betalande-kommun',
        ),
      );
  return [payer, random.chance(15) ? `${payer} och vårdform` : random.chance(10) ? `${payer} och sjukhus` : payer];
}

function paid({ random }: Draft, payer: string): string {
  return `betalas av ${payer} till ${random.chance(80) ? '"Regionen"' : '"Sjukhusen i länet"'}`;
}

function invoicer(draft: Draft): Lines {
  const { random } = draft;
  if (random.chance(70)) return [];
  return [`faktureras av ${using(draft, "several invoicers", random.pick(['"Förvaltningen"', '"Kansliet"']))}`];
}

function datedPrice(draft: Draft): string {
  return draft.random.chance(50)
    ? "dygnsbelopp"
    : defineOnce(
        draft,
        "högre-avgift",
        () => `värde högre-avgift i kr/dygn
  från och med 2018-01-01: ${rate(draft)} ${cited(draft)}
  från och med ${draft.random.pick(daysOfChange)}: ${rate(draft)} ${cited(draft)}`,
      );
}

function stepRounding(draft: Draft, step: string): string {
  return using(
    draft,
    "rounding of a step",
    `avrunda ${step} till ${draft.random.pick(["1 decimal", "2 decimaler"])}, ${how(draft)}`,
  );
}

function amountRounding(draft: Draft): string {
  const unit = draft.random.chance(80) ? "hela ören" : using(draft, "rounding to kronor", "hela kronor");
  return `avrunda belopp till ${unit}, ${how(draft)} enligt antagande "tyst"`;
}

function how({ random }: Draft): string {
  return random.pick(["halva uppåt", "halva uppåt", "halva till jämnt", "nedåt", "uppåt"]);
}

/** Writes the rule down, with a question about one of its lines now and then. */
function ruleText(draft: Draft, name: string, lines: readonly string[]): string {
  const { random } = draft;
  const written = [...lines];
  const at = random.int(lines.length);
  const line = lines[at] ?? "";
  const another = anotherLine(draft, line);
  if (another !== undefined && random.chance(45)) {
    const tag = ask(draft, {
      written: line,
      others: [{ title: "Annars", body: `i regeln ${name}\n      ${another}` }],
    });
    written[at] = `${line} ${tag}`;
    using(draft, "reading of a line", "");
  } else if (line.startsWith("krävs") && random.chance(60)) {
    const tag = ask(draft, { written: line, others: [{ title: "Utan", body: "inget" }] });
    written[at] = using(draft, "reading that takes a line away", `${line} ${tag}`);
  } else if (random.chance(12) && !lines.some((each) => each.startsWith("ingen") || each.startsWith("inte"))) {
    const added = `i regeln ${name}\n      krävs ${groupSafeCondition(draft)}`;
    const tag = ask(draft, {
      written: undefined,
      others: [
        { title: "Nej", body: "inget" },
        { title: "Ja", body: added },
      ],
    });
    written.push(using(draft, "reading of nothing", `inget ${tag}`));
  }
  lines.forEach((each, index) => {
    if (written[index] === each) draft.amendableLines.push({ rule: name, line: each });
  });
  return [`regel ${name}`, `  ${cited(draft)}`, ...written.map((each) => `  ${each}`)].join("\n");
}

/** What may stand in the place of a line, or undefined where a replacement would say nothing new. */
export function anotherLine(draft: Draft, line: string): string | undefined {
  const { random } = draft;
  if (line.startsWith("avrunda belopp")) return amountRounding(draft);
  if (line.startsWith("avrunda medeldagar")) return stepRounding(draft, "medeldagar");
  if (line.startsWith("medeldagar = genomsnitt av ")) return `medeldagar = genomsnitt av ${daysTerm(draft)}`;
  if (line.startsWith("överskott =")) return `överskott = medeldagar - ${limit(draft)}`;
  if (line.startsWith("debiteringsdagar =")) return `debiteringsdagar = överskott * antal vårdtillfällen`;
  if (line.startsWith("pris-i-snitt =")) return `pris-i-snitt = ${priceOfGroup(draft)}`;
  if (line.startsWith("dagar-totalt =")) return `dagar-totalt = summa av ${daysTerm(draft)}`;
  if (line.startsWith("betaldagar =")) return `betaldagar = största av (${daysTerm(draft)} - ${limit(draft)}; 0 dagar)`;
  if (line.startsWith("krävs")) return `krävs ${condition(draft)}`;
  if (line.startsWith("följer utskriv"))
    return line.endsWith("klar-datum") ? "följer utskrivningsdatum" : "följer utskrivningsklar-datum";
  if (line.startsWith("faktureras")) return `faktureras av "Sekretariatet"`;
  if (line.startsWith("betalas av"))
    return line.includes("Regionen") ? line.replace("Regionen", "Sjukhusen") : undefined;
  if (line.startsWith("gäller dygn från"))
    return random.chance(50) ? line.replace("(räknas)", "(räknas inte)") : line.replace("(räknas inte)", "(räknas)");
  if (line.startsWith("gäller vårdtillfällen där") && !line.includes(" där vårdform är "))
    return `gäller vårdtillfällen där ${condition(draft)}`;
  if (line.startsWith("när ") && line.includes(" 0 dagar")) return line.replace(" 0 dagar", " 1 dag");
  return undefined;
}

/** Figures without money; in about half of them a trigger over consecutive months. */
export function statistic(draft: Draft, name: string): string {
  const { random } = draft;
  using(draft, "statistic", "");
  const of = daysTerm(draft);
  const trigger = random.chance(55);
  const lines: Lines = [
    `gäller vårdtillfällen${random.chance(50) ? ` där ${condition(draft)}` : ""}`,
    `följer ${followed(draft)}`,
    `per betalande-kommun${random.chance(20) ? " och vårdform" : ""} och ${trigger ? "månad" : period(draft)}`,
    "antalet = antal vårdtillfällen",
    `medelvärde = genomsnitt av ${of}`,
    `ansvarsdagar = ${using(draft, "aggregate with where", `summa av ${of} där ${groupSafeCondition(draft)}`)}`,
    ...(trigger
      ? [
          using(
            draft,
            "months in a row",
            `när medelvärde ${random.pick(["överstiger", "är minst"])} ${random.pick(["1 dag", "2 dagar"])} i ${random.pick([2, 3])} månader i rad`,
          ),
          'utlöser "Gemensam genomgång"',
        ]
      : []),
  ];
  if (random.chance(20)) lines.push(`spann = summa av (${calendarSpan(draft)})`);
  if (random.chance(10)) lines.push(`högst-två = summa av (minsta av (${readyDays(draft)}; 2 dagar))`);
  return [`statistik ${name}`, `  ${cited(draft)}`, ...lines.map((line) => `  ${line}`)].join("\n");
}
