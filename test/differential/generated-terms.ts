// What generated rules speak of: days, dates, amounts, prices and conditions, each of a stated kind.

import { ask, cited, daysOfChange, defineOnce, fresh, using, type Draft } from "./generated-draft.ts";

/** The name of a term of whole days per record. */
export function daysTerm(draft: Draft): string {
  const { random } = draft;
  switch (random.weighted({ ready: 60, other: 15, begun: 12, capped: 10, chosen: 8 })) {
    case "ready":
      return readyDays(draft);
    case "other": {
      const name = `andra-dagar-${fresh(draft)}`;
      return term(draft, name, "dagar", () => calendarSpan(draft));
    }
    case "begun":
      return term(draft, "begynta", "dygn", () =>
        using(draft, "begun days", "påbörjade dygn från utskrivningsklar-tid till utskrivningstid"),
      );
    case "capped": {
      const inner = readyDays(draft);
      const n = random.int(6) + 1;
      return term(draft, `högst-${n}-dagar`, "dagar", () =>
        using(draft, "least or greatest", `minsta av (${inner}; ${days(n)})`),
      );
    }
    case "chosen": {
      const inner = readyDays(draft);
      const condition = simpleCondition(draft);
      return term(draft, `valda-dagar-${fresh(draft)}`, "dagar", () =>
        using(draft, "choice of two amounts", `${inner} om ${condition} annars ${days(random.int(4))}`),
      );
    }
  }
}

export function readyDays(draft: Draft): string {
  return term(draft, "klara-dagar", "dagar", () => calendarSpan(draft));
}

/** The name of a term that is a date. */
export function dateTerm(draft: Draft): string {
  const { random } = draft;
  switch (random.weighted({ ready: 30, noon: 20, weekdays: 15, grace: 20, hours: 8, last: 10 })) {
    case "ready":
      return "utskrivningsklar-datum";
    case "noon":
      return term(draft, "dag-noll", "datum", () =>
        using(
          draft,
          "after noon",
          `datum för utskrivningsklar-tid + (1 dag om utskrivningsklar-tid ${random.pick(["efter", "före", "senast", "tidigast"])} kl. 12.00 annars 0 dagar)`,
        ),
      );
    case "weekdays":
      return term(draft, "vardag-efter", "datum", () =>
        using(draft, "date plus weekdays", `utskrivningsklar-datum + ${random.int(6)} vardagar`),
      );
    case "grace": {
      const grace = graceTable(draft);
      return term(draft, "första-betaldag", "datum", () =>
        using(draft, "value on another day", `utskrivningsklar-datum + ${grace} vid utskrivningsklar-datum`),
      );
    }
    case "hours":
      return term(draft, "efter-timmar", "datum", () =>
        using(draft, "moment plus hours", `datum för (utskrivningsklar-tid + ${random.pick([12, 24, 36, 72])} timmar)`),
      );
    case "last":
      return term(draft, `sista-dag-${fresh(draft)}`, "datum", () =>
        using(
          draft,
          "least or greatest",
          `${random.pick(["det första av", "det sista av"])} (utskrivningsklar-datum + ${days(random.int(10))}; ${random.pick(daysOfChange)})`,
        ),
      );
  }
}

/** A value in days that differs by care type. */
function graceTable(draft: Draft): string {
  return defineOnce(draft, "frist", () => {
    const { random } = draft;
    const later = random.pick(daysOfChange);
    const closed = random.chance(30) ? "övriga: saknas" : `psykiatrisk: ${days(random.int(4))}`;
    using(draft, "value that depends on choices", "");
    return `värde frist i dagar beror på vårdform kod grace
  från och med 2018-01-01: somatisk: ${days(random.int(4))}; psykiatrisk: ${days(random.int(8))} ${cited(draft)}
  från och med ${later}: somatisk: ${days(random.int(4))}; ${closed} ${cited(draft)}`;
  });
}

/** An amount in days that a mean or a record's days are held against: a literal, a dated or a measured value. */
export function limit(draft: Draft): string {
  const { random } = draft;
  switch (random.weighted({ literal: 30, dated: 45, measured: 12, capped: 12 })) {
    case "literal":
      return random.pick(["1,0 dagar", "1,3 dagar", "2,0 dagar", "0,5 dagar", "3 dagar"]);
    case "dated":
      return datedLimit(draft);
    case "measured":
      return measuredValue(draft);
    case "capped": {
      const measured = measuredValue(draft);
      return value(draft, "tak-på-gräns", "dagar", () =>
        using(draft, "value from another value", `minsta av (${measured}; ${decimalDays(draft)})`),
      );
    }
  }
}

function datedLimit(draft: Draft): string {
  const name = value(draft, "gräns", "dagar", () => decimalDays(draft));
  draft.values.set(name, 2);
  return name;
}

function measuredValue(draft: Draft): string {
  const of = readyDays(draft);
  return defineOnce(draft, "länssnitt", () => {
    const { random } = draft;
    using(draft, "measured value", "");
    draft.values.set("länssnitt", 1);
    const month = random.pick(["2020-03", "2020-02", "2020-10"]);
    const fixed = random.chance(70)
      ? `fastställt ${random.pick(["1,74 dagar", "2 dagar", "1 dag"])} enligt text 9`
      : "fastställt saknas";
    return `mätvärde länssnitt i dagar kod county_mean
  ${cited(draft)}
  = genomsnitt av ${of} för vårdtillfällen där månad för utskrivningsdatum är ${month}
  ${fixed}`;
  });
}

/** A price per day. */
export function price(draft: Draft): string {
  const { random } = draft;
  switch (random.weighted({ national: 15, literal: 15, dated: 35, table: 20, frozen: 10, choice: 10 })) {
    case "national":
      return "dygnsbelopp";
    case "literal":
      return rate(draft);
    case "dated":
      return value(draft, "avgift", "kr/dygn", () => rate(draft));
    case "table":
      return rateTable(draft);
    case "frozen": {
      const name = value(draft, "avgift", "kr/dygn", () => rate(draft));
      return using(draft, "value on another day", `(${name} vid ${random.pick(daysOfChange)})`);
    }
    case "choice":
      return using(
        draft,
        "choice of two amounts",
        `(1 200 kr/dygn om ${groupSafeCondition(draft)} annars 900,50 kr/dygn)`,
      );
  }
}

/** A price that is the same for every record of any group. */
export function priceOfGroup(draft: Draft): string {
  const { random } = draft;
  switch (random.weighted({ national: 15, literal: 20, dated: 45, frozen: 10 })) {
    case "national":
      return "dygnsbelopp";
    case "literal":
      return rate(draft);
    case "dated":
      return value(draft, "avgift", "kr/dygn", () => rate(draft));
    case "frozen": {
      const name = value(draft, "avgift", "kr/dygn", () => rate(draft));
      return using(draft, "value on another day", `(${name} vid ${random.pick(daysOfChange)})`);
    }
  }
}

function rateTable(draft: Draft): string {
  return defineOnce(draft, "taxa", () => {
    const { random } = draft;
    using(draft, "value that depends on choices", "");
    const both = random.chance(30) ? `övriga: ${rate(draft)}` : `psykiatrisk: ${rate(draft)}; övriga: ${rate(draft)}`;
    return `värde taxa i kr/dygn beror på vårdform kod rate
  från och med ${draft.start}: somatisk: ${rate(draft)}; psykiatrisk: ${rate(draft)} ${cited(draft)}
  från och med ${random.pick(daysOfChange.slice(3))}: ${both} ${cited(draft)}`;
  });
}

/** A value with one to three rows; an amendment may add more. */
function value(draft: Draft, name: string, kind: string, amount: () => string): string {
  return defineOnce(draft, name, () => {
    const { random } = draft;
    draft.amendable.set(name, amount);
    const later = daysOfChange.filter((day) => day > draft.start && random.chance(15)).slice(0, 2);
    if (later.length > 0) using(draft, "value by date", "");
    const question = kind === "dagar" && name === "gräns" && random.chance(15);
    const rows = [draft.start, ...later].map((day, index) => {
      const missing = index > 0 && random.chance(15);
      return `  från och med ${day}: ${missing ? using(draft, "value not known", "saknas") : amount()} ${cited(draft)}`;
    });
    if (!question) return [`värde ${name} i ${kind}`, ...rows].join("\n");
    const tag = ask(draft, {
      written: "rows",
      others: [
        { title: "Annars", body: `värde ${name} i ${kind} från och med ${draft.start}: ${amount()} ${cited(draft)}` },
      ],
    });
    draft.amendable.delete(name);
    return [`värde ${name} i ${kind} ${tag}`, ...rows].join("\n");
  });
}

/** A condition on one record. */
export function condition(draft: Draft): string {
  const { random } = draft;
  const one = simpleCondition(draft);
  if (random.chance(75)) return one;
  const other = simpleCondition(draft);
  return random.pick([`${one} och ${other}`, `${one} eller ${other}`, `inte (${one} och ${other})`, `inte (${one})`]);
}

/** A condition that says no more than one thing. */
export function simpleCondition(draft: Draft): string {
  const { random } = draft;
  switch (random.weighted({ safe: 40, days: 20, dates: 15, weekdays: 10, named: 15 })) {
    case "safe":
      return groupSafeCondition(draft);
    case "days":
      return `${readyDays(draft)} ${random.pick(["överstiger", "understiger", "är minst", "är högst", "är", "är inte"])} ${days(random.int(9))}`;
    case "dates":
      return `${dateTerm(draft)} ${random.pick(["före", "efter", "senast", "tidigast"])} ${random.pick(["utskrivningsdatum", ...daysOfChange])}`;
    case "weekdays":
      return using(
        draft,
        "weekday span",
        `vardagar från utskrivningsklar-datum ${end(draft)} till utskrivningsdatum ${end(draft)} är minst ${random.int(4) + 1} vardagar`,
      );
    case "named":
      return namedCondition(draft);
  }
}

/** Facts of the record itself. */
export function groupSafeCondition(draft: Draft): string {
  const { random } = draft;
  switch (
    random.weighted({
      care: 25,
      notice: 10,
      contact: 12,
      unknown: 10,
      age: 10,
      noon: 10,
      weekday: 10,
      fact: 10,
      payer: 8,
      hospital: 8,
      month: 6,
      vacant: 6,
    })
  ) {
    case "care":
      return `vårdform ${random.pick(["är somatisk", "är psykiatrisk", "är inte somatisk"])}`;
    case "notice":
      return `inskrivningsmeddelande ${random.pick(["finns", "saknas"])}`;
    case "contact":
      return random.pick([
        "fast-vårdkontakt-utsedd",
        "inte fast-vårdkontakt-utsedd",
        "öppenvård-otillgänglig",
        "sip-behövs",
      ]);
    case "unknown":
      return using(
        draft,
        "unknown fact",
        random.pick([
          "öppenvård-otillgänglig är okänt",
          "vårdform är okänt",
          "inte (ålder-vid-utskrivning är okänt)",
          "sip-behövs är okänt",
        ]),
      );
    case "age":
      return using(draft, "age", `ålder-vid-utskrivning ${random.pick(["är minst", "understiger", "är"])} 65`);
    case "noon":
      return using(
        draft,
        "after noon",
        `utskrivningsklar-tid ${random.pick(["efter", "före", "senast", "tidigast"])} kl. 12.00`,
      );
    case "weekday":
      return `${random.pick(["utskrivningsdatum", "utskrivningsklar-datum"])} är vardag`;
    case "fact":
      return using(
        draft,
        "register fact",
        `län för betalande-kommun ${random.pick(["är", "är inte"])} "Stockholms län"`,
      );
    case "payer":
      return `betalande-kommun ${random.pick(["är", "är inte"])} "Huddinge"`;
    case "hospital":
      return `sjukhus ${random.pick(["är", "är inte"])} "S1"`;
    case "month":
      return using(
        draft,
        "month named",
        `månad för utskrivningsdatum är ${random.pick(["2020-03", "2020-10", "2021-01"])}`,
      );
    case "vacant":
      return using(
        draft,
        "vacant end",
        random.pick([
          "avbrott finns",
          "förnyad-underrättelse saknas",
          "placerande-kommun finns",
          "utskrivningsklar-tid saknas",
        ]),
      );
  }
}

/** The name of a `villkor`. */
export function namedCondition(draft: Draft): string {
  const { random } = draft;
  return using(
    draft,
    "condition by name",
    defineOnce(draft, "ansvar", () => {
      const lines = [`krävs utskrivningsklar-tid finns ${cited(draft)}`];
      if (random.chance(60)) lines.push(`krävs inskrivningsmeddelande finns ${cited(draft)}`);
      if (random.chance(50)) lines.push(requiredIf(draft));
      if (random.chance(50)) lines.push(notWhen(draft));
      if (random.chance(30)) {
        const other = `krävs ${groupSafeCondition(draft)} ${cited(draft)}`;
        const tag = ask(draft, {
          written: lines[0],
          others: [{ title: "Annars", body: `i villkoret ansvar\n      ${other}` }],
        });
        lines[0] = `${lines[0] ?? ""} ${tag}`;
      } else if (random.chance(25)) {
        const other = `krävs ${groupSafeCondition(draft)} ${cited(draft)}`;
        const tag = ask(draft, {
          written: undefined,
          others: [
            { title: "Nej", body: "inget" },
            { title: "Ja", body: `i villkoret ansvar\n      ${other}` },
          ],
        });
        lines.push(using(draft, "reading of nothing", `inget ${tag}`));
      }
      return [`villkor ansvar`, `  ${cited(draft)}`, ...lines.map((line) => `  ${line}`)].join("\n");
    }),
  );
}

export function requiredIf(draft: Draft): string {
  return using(
    draft,
    "required only if",
    `krävs sip-kallelse finns och sip-kallelse senast utskrivningsklar-datum + ${days(draft.random.int(4))} om sip-behövs ${cited(draft)}`,
  );
}

export function notWhen(draft: Draft): string {
  using(draft, "unknown fact", "");
  return using(
    draft,
    "not when",
    `gäller inte när öppenvård-otillgänglig${draft.random.chance(60) ? " eller öppenvård-otillgänglig är okänt" : ""} ${cited(draft)}`,
  );
}

/** Defines a term once; now and then with a question about it. */
export function term(draft: Draft, name: string, kind: string, expression: () => string): string {
  return defineOnce(draft, name, () => {
    const written = expression();
    if (!draft.random.chance(20)) {
      draft.amendableTerms.push({ name, kind, another: expression });
      return `begrepp ${name} i ${kind}\n  ${cited(draft)}\n  = ${written}`;
    }
    const other = expression();
    const tag = ask(draft, { written, others: [{ title: "Annars", body: `begrepp ${name} i ${kind} = ${other}` }] });
    using(draft, "reading of a term", "");
    return `begrepp ${name} i ${kind}\n  ${cited(draft)}\n  = ${written} ${tag}`;
  });
}

export function calendarSpan(draft: Draft): string {
  const { random } = draft;
  const from = random.pick([
    "utskrivningsklar-datum",
    "utskrivningsklar-datum",
    "utskrivningsklar-datum",
    "datum för första-underrättelse",
    "datum för inskrivningsmeddelande",
  ]);
  return `kalenderdagar från ${from} ${end(draft)} till utskrivningsdatum ${end(draft)}`;
}

export function end({ random }: Draft): string {
  return random.pick(["(räknas)", "(räknas inte)"]);
}

export function days(n: number): string {
  return n === 1 ? "1 dag" : `${n} dagar`;
}

function decimalDays({ random }: Draft): string {
  return random.pick(["0 dagar", "1 dag", "1,0 dagar", "1,3 dagar", "2,0 dagar", "1,75 dagar", "3 dagar"]);
}

export function rate({ random }: Draft): string {
  return random.pick(["1 000 kr/dygn", "7 800 kr/dygn", "333,33 kr/dygn", "0,50 kr/dygn", "8 200 kr/dygn"]);
}
