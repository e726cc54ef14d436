// Every reading of every open question on the smallest case that tells it from the others, worked out by hand.
// Rule: a question that no case here is about fails the test.

import { describe, expect, test } from "vitest";
import type { CaseOptions } from "../test/harness/case-options.ts";
import { lines, measured, programOf, run, stay, type Episode } from "./run-for-tests.ts";

interface ReadingCase {
  readonly document: string;
  readonly question: string;
  readonly episodes: readonly Episode[];
  readonly options?: CaseOptions;
  /** Reading → lines; a reading that gives the same as another one says so by standing here with the same lines. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
}

const withdrawn: Episode = {
  ...stay("2022-04-01", "2022-04-10"),
  ready_withdrawn_at: "2022-04-03T10:00",
  ready_reissued_at: "2022-04-07T09:00",
};
const lateSummons: Episode = stay("2022-04-04", "2022-04-10", { sip_needed: true, sip_summons_date: "2022-04-09" });
const noLiability: Episode = stay("2022-04-04", "2022-04-04", { outpatient_unavailable: true });
const fourDays: Episode = stay("2022-04-04", "2022-04-08");
const inJönköping: Episode = { municipality: "0680" };

// Stockholm in April 2022: limit 1,3, price 9 300. In 2020: limit 2,0, price 8 200.
const stockholm: readonly Omit<ReadingCase, "document">[] = [
  {
    // One episode told at 14 with 4 days to its discharge, one told at 14 and home the same day.
    question: "klockan-12",
    episodes: [
      { ready_notice_at: "2022-04-04T14:00", discharged_at: "2022-04-08T15:00" },
      { ready_notice_at: "2022-04-04T14:00", discharged_at: "2022-04-04T18:00" },
    ],
    expected: {
      "nästa-dag": ["0126 2022-04 genomsnitt 1860.00"], // (3 + 0) / 2 − 1,3 = 0,2, × 1
      "ingen-verkan": ["0126 2022-04 genomsnitt 6510.00"], // (4 + 0) / 2 − 1,3 = 0,7, × 1
      "extra-dag": [], // (3 − 1) / 2 = 1
    },
  },
  {
    question: "klockan-12",
    episodes: [{ care_type: "psychiatric", ready_notice_at: "2020-04-01T14:00", discharged_at: "2020-04-09T15:00" }],
    expected: {
      "nästa-dag": ["0126 2020-04 psykiatri-individuell 16400.00"], // 7 − 5
      "ingen-verkan": ["0126 2020-04 psykiatri-individuell 24600.00"], // 8 − 5
      "extra-dag": ["0126 2020-04 psykiatri-individuell 16400.00"], // 8 − 6
    },
  },
  {
    question: "dag-noll",
    episodes: [fourDays],
    expected: {
      "noll-dagar-ingår": ["0126 2022-04 genomsnitt 25110.00"], // 4 − 1,3
      "dag-ett": ["0126 2022-04 genomsnitt 34410.00"], // 5 − 1,3
    },
  },
  {
    // Two days before the withdrawal, three after the new notice.
    question: "avbrott",
    episodes: [withdrawn],
    expected: {
      omstart: ["0126 2022-04 genomsnitt 15810.00"], // 3 − 1,3
      "läggs-ihop": ["0126 2022-04 genomsnitt 34410.00"], // 5 − 1,3
      "frist-en-gång": ["0126 2022-04 genomsnitt 27900.00"], // 3 + 1,3 − 1,3
    },
  },
  {
    // Psychiatric: two days before the withdrawal, six after the new notice.
    question: "avbrott",
    episodes: [
      {
        ...stay("2020-04-01", "2020-04-13", { care_type: "psychiatric" }),
        ready_withdrawn_at: "2020-04-03T10:00",
        ready_reissued_at: "2020-04-07T09:00",
      },
    ],
    expected: {
      omstart: ["0126 2020-04 psykiatri-individuell 8200.00"], // 6 − 5
      "läggs-ihop": ["0126 2020-04 psykiatri-individuell 24600.00"], // 8 − 5
      "frist-en-gång": ["0126 2020-04 psykiatri-individuell 24600.00"], // 6 − 3
    },
  },
  {
    // Called two days late; six days from the notice to the discharge.
    question: "sen-sip-kallelse",
    episodes: [lateSummons],
    expected: {
      hindrar: [],
      förskjuter: ["0126 2022-04 genomsnitt 25110.00"], // 4 − 1,3
      "utan-verkan": ["0126 2022-04 genomsnitt 43710.00"], // 6 − 1,3
    },
  },
  {
    question: "endast-vuxna",
    episodes: [{ ...fourDays, age_at_discharge: 10 }],
    expected: {
      "alla-åldrar": ["0126 2022-04 genomsnitt 25110.00"],
      vuxna: ["0126 2022-04 dygnsersättning 9300.00"], // the act: the 7th
    },
  },
  {
    question: "vilka-i-snittet",
    episodes: [fourDays, noLiability],
    expected: {
      "med-ansvar": ["0126 2022-04 genomsnitt 25110.00"],
      "alla-klara": ["0126 2022-04 genomsnitt 6510.00"], // 4 / 2 − 1,3 = 0,7
    },
  },
  {
    question: "avdrag-i-punkt-2",
    episodes: [stay("2020-03-02", "2020-03-06")],
    expected: {
      gällande: ["0126 2020-03 genomsnitt 16400.00"], // 4 − 2,0
      "alltid-1-3": ["0126 2020-03 genomsnitt 22140.00"], // 4 − 1,3
    },
  },
  {
    // Told on 30 March, home on 4 April: one day in March, four in April.
    question: "månad",
    episodes: [stay("2022-03-30", "2022-04-04")],
    expected: {
      utskrivningsmånad: ["0126 2022-04 genomsnitt 34410.00"], // 5 − 1,3
      underrättelsemånad: ["0126 2022-03 genomsnitt 34410.00"],
      delas: ["0126 2022-04 genomsnitt-delat-på-månader 25110.00"], // March 1 − 1,3 below; April 4 − 1,3
    },
  },
  {
    // Psychiatric: ten days, five of them charged: 30 and 31 March, 1 to 3 April.
    question: "månad",
    episodes: [stay("2020-03-24", "2020-04-03", { care_type: "psychiatric" })],
    expected: {
      utskrivningsmånad: ["0126 2020-04 psykiatri-individuell 41000.00"],
      underrättelsemånad: ["0126 2020-03 psykiatri-individuell 41000.00"],
      delas: [
        "0126 2020-03 psykiatri-individuell-delad-på-månader 16400.00",
        "0126 2020-04 psykiatri-individuell-delad-på-månader 24600.00",
      ],
    },
  },
  {
    // Told on 30 December 2022, home on 3 January 2023: one day at 9 300, three at 10 500.
    question: "prisdatum",
    episodes: [stay("2022-12-30", "2023-01-03")],
    expected: {
      utskrivningsdag: ["0126 2023-01 genomsnitt 28350.00"], // 2,7 × 10 500
      underrättelsedag: ["0126 2023-01 genomsnitt 25110.00"], // 2,7 × 9 300
      "dag-för-dag": ["0126 2023-01 genomsnitt-dag-för-dag 27540.00"], // 2,7 × 10 200
    },
  },
  {
    // Psychiatric: nine days, four of them charged: 30 and 31 December 2019 at 7 800, 1 and 2 January 2020 at 8 200.
    question: "prisdatum",
    episodes: [stay("2019-12-24", "2020-01-02", { care_type: "psychiatric" })],
    expected: {
      utskrivningsdag: ["0126 2020-01 psykiatri-individuell 32800.00"],
      underrättelsedag: ["0126 2020-01 psykiatri-individuell 31200.00"],
      "dag-för-dag": ["0126 2020-01 psykiatri-individuell-dag-för-dag 32000.00"],
    },
  },
  {
    question: "gemensamt-snitt",
    episodes: [stay("2022-04-04", "2022-04-04"), { ...fourDays, care_type: "psychiatric" }],
    expected: {
      gemensamt: ["0126 2022-04 genomsnitt 6510.00"], // 4 / 2 − 1,3 = 0,7
      eget: ["0126 2022-04 psykiatrins-genomsnitt 25110.00"], // 4 − 1,3
    },
  },
  {
    // Seven episodes, 11 days: 0,27142857… × 4.
    question: "avrundning-av-snittet",
    episodes: [0, 0, 0, 2, 3, 3, 3].map((days) => stay("2022-04-04", `2022-04-0${4 + days}`)),
    expected: {
      ingen: ["0126 2022-04 genomsnitt 10097.14"],
      "två-decimaler": ["0126 2022-04 genomsnitt 10044.00"],
      "en-decimal": ["0126 2022-04 genomsnitt 11160.00"],
      "hela-dagar": ["0126 2022-04 genomsnitt 26040.00"],
    },
  },
  {
    question: "avrundning-av-beloppet",
    episodes: [0, 0, 0, 2, 3, 3, 3].map((days) => stay("2022-04-04", `2022-04-0${4 + days}`)),
    expected: {
      öre: ["0126 2022-04 genomsnitt 10097.14"],
      krona: ["0126 2022-04 genomsnitt 10097.00"],
    },
  },
  {
    question: "faktor",
    episodes: [stay("2022-04-04", "2022-04-04"), fourDays],
    expected: {
      "minst-en-dag": ["0126 2022-04 genomsnitt 6510.00"], // 0,7 × 1
      alla: ["0126 2022-04 genomsnitt 13020.00"], // 0,7 × 2
    },
  },
  {
    // Ten episodes with 13 days: the mean is 1,3.
    question: "lika-med-gränsen",
    episodes: [0, 0, 0, 0, 0, 2, 2, 3, 3, 3].map((days) => stay("2022-04-04", `2022-04-0${4 + days}`)),
    expected: { "ingen-rad": [], nollrad: ["0126 2022-04 genomsnitt 0.00"] },
  },
  {
    question: "samtliga-efterföljande-dagar",
    episodes: [stay("2022-04-04", "2022-04-04"), fourDays],
    expected: {
      snittet: ["0126 2022-04 genomsnitt 6510.00"],
      individuellt: ["0126 2022-04 varje-patient-för-sig 25110.00"], // 4 − 1,3
    },
  },
  {
    // Home on 1 July 2021 after ten days; limit 1,74 and price 9 000 supplied.
    question: "psykiatrins-övergång",
    episodes: [stay("2021-06-21", "2021-07-01", { care_type: "psychiatric" })],
    options: { values: { länsgenomsnitt: "1,74 dagar", "pris.dygnsbelopp": "9 000 kr/dygn" } },
    expected: {
      "först-före-juli": ["0126 2021-07 genomsnitt 74340.00"], // 8,26 × 9 000
      "först-med-juli": ["0126 2021-07 psykiatri-individuell 45000.00"], // 5 × 9 000
      "fast-datum": ["0126 2021-07 genomsnitt 74340.00"],
      sist: ["0126 2021-07 psykiatri-individuell 45000.00"],
    },
  },
  {
    // The IT support comes on 1 March 2021; home on 15 June after ten days.
    question: "psykiatrins-övergång",
    episodes: [stay("2021-06-05", "2021-06-15", { care_type: "psychiatric" })],
    options: {
      values: { länsgenomsnitt: "1,74 dagar", "pris.dygnsbelopp": "9 000 kr/dygn" },
      events: { "it-stöd-psykiatri": "2021-03-01" },
    },
    expected: {
      "först-före-juli": ["0126 2021-06 genomsnitt 74340.00"],
      "först-med-juli": ["0126 2021-06 genomsnitt 74340.00"],
      "fast-datum": ["0126 2021-06 psykiatri-individuell 45000.00"],
      sist: ["0126 2021-06 psykiatri-individuell 45000.00"],
    },
  },
  {
    // Älvsjö became part of Hägersten-Älvsjö on 1 July 2020.
    question: "stadsdelens-dag",
    episodes: [stay("2020-06-28", "2020-07-02", { municipality: "0180", district: "alvsjo" })],
    expected: {
      utskrivning: ["hagersten-alvsjo 2020-07 genomsnitt 16400.00"],
      underrättelse: ["alvsjo 2020-07 genomsnitt 16400.00"],
    },
  },
];

// Jönköping in April 2022: limit 2,0, price 9 300.
const jönköping: readonly Omit<ReadingCase, "document">[] = [
  {
    question: "genomsnittligt-antal-dagar",
    episodes: [stay("2022-04-04", "2022-04-04"), stay("2022-04-04", "2022-04-10")],
    expected: {
      "överskott-alla": ["0680 2022-04 genomsnitt 18600.00"], // (3 − 2) × 2
      "hela-snittet": ["0680 2022-04 genomsnitt 55800.00"], // 3 × 2
      "överskott-med-dag": ["0680 2022-04 genomsnitt 9300.00"], // (3 − 2) × 1
    },
  },
  {
    question: "långliggare-i-snittet",
    episodes: [stay("2022-04-04", "2022-04-05"), stay("2022-04-04", "2022-04-14")],
    expected: {
      "ur-snittet": ["0680 2022-04 långliggare-för-sig 27900.00"], // mean 1; 10 − 7 = 3
      "i-snittet": ["0680 2022-04 genomsnitt 32550.00", "0680 2022-04 långliggare-för-sig 27900.00"], // (5,5 − 2) × 1
    },
  },
  {
    question: "från-vilken-dag",
    episodes: [stay("2022-04-04", "2022-04-14")],
    expected: {
      "dag-8": ["0680 2022-04 långliggare-för-sig 27900.00"],
      gränsen: ["0680 2022-04 långliggare-för-sig 74400.00"],
      "dag-1": ["0680 2022-04 långliggare-för-sig 93000.00"],
    },
  },
  {
    question: "utskrivningsmeddelande-är",
    episodes: [fourDays],
    expected: { samma: ["0680 2022-04 genomsnitt 18600.00"], eget: [] },
  },
  {
    // Told on 26 February 2018, home on 2 March. The older act: called on Monday the 19th, free through Monday the 26th.
    question: "pågående-vid-start",
    episodes: [
      stay("2018-02-26", "2018-03-02", {
        care_kind: "acute",
        care_plan_call_at: "2018-02-19T09:00",
        care_plan_made: true,
      }),
    ],
    options: { values: { "äldre-vårddygnsbelopp": "3 000 kr/dygn" } },
    expected: {
      "utskrivning-avgör": ["0680 2018-03 genomsnitt 14200.00"], // (4 − 2) × 7 100
      "underrättelse-avgör": ["0680 2018-02 äldre-lagen 6000.00", "0680 2018-03 äldre-lagen 6000.00"], // 27, 28; 1, 2
    },
  },
  {
    question: "dag-noll",
    episodes: [fourDays],
    expected: {
      "noll-dagar-ingår": ["0680 2022-04 genomsnitt 18600.00"],
      "dag-ett": ["0680 2022-04 genomsnitt 27900.00"],
    },
  },
  {
    // Four days before the withdrawal, three after the new notice.
    question: "avbrott",
    episodes: [{ ...withdrawn, ready_withdrawn_at: "2022-04-05T10:00" }],
    expected: {
      omstart: ["0680 2022-04 genomsnitt 9300.00"], // 3 − 2
      "läggs-ihop": ["0680 2022-04 genomsnitt 46500.00"], // 7 − 2
      "frist-en-gång": ["0680 2022-04 genomsnitt 27900.00"], // 3 + 2 − 2
    },
  },
  {
    // Told on 30 March, home on 5 April: one day in March, five in April.
    question: "månad",
    episodes: [stay("2022-03-30", "2022-04-05")],
    expected: {
      utskrivningsmånad: ["0680 2022-04 genomsnitt 37200.00"], // 6 − 2
      underrättelsemånad: ["0680 2022-03 genomsnitt 37200.00"],
      delas: ["0680 2022-04 genomsnitt-delat-på-månader 27900.00"], // March 1 below; April 5 − 2
    },
  },
  {
    // Nine days, two of them charged: 31 March and 1 April.
    question: "månad",
    episodes: [stay("2022-03-23", "2022-04-01")],
    expected: {
      utskrivningsmånad: ["0680 2022-04 långliggare-för-sig 18600.00"],
      underrättelsemånad: ["0680 2022-03 långliggare-för-sig 18600.00"],
      delas: ["0680 2022-03 långliggare-delad-på-månader 9300.00", "0680 2022-04 långliggare-delad-på-månader 9300.00"],
    },
  },
  {
    question: "prisdatum",
    episodes: [stay("2022-12-30", "2023-01-03")],
    expected: {
      utskrivningsdag: ["0680 2023-01 genomsnitt 21000.00"], // 2 × 10 500
      underrättelsedag: ["0680 2023-01 genomsnitt 18600.00"], // 2 × 9 300
      "dag-för-dag": ["0680 2023-01 genomsnitt-dag-för-dag 20400.00"], // 2 × 10 200
    },
  },
  {
    // Nine days, two of them charged: 31 December 2022 and 1 January 2023.
    question: "prisdatum",
    episodes: [stay("2022-12-23", "2023-01-01")],
    expected: {
      utskrivningsdag: ["0680 2023-01 långliggare-för-sig 21000.00"],
      underrättelsedag: ["0680 2023-01 långliggare-för-sig 18600.00"],
      "dag-för-dag": ["0680 2023-01 långliggare-dag-för-dag 19800.00"],
    },
  },
  {
    question: "vilka-i-snittet",
    episodes: [stay("2022-04-04", "2022-04-10"), noLiability],
    expected: {
      "med-ansvar": ["0680 2022-04 genomsnitt 37200.00"], // 6 − 2
      "alla-klara": ["0680 2022-04 genomsnitt 18600.00"], // (3 − 2) × 2
    },
  },
  {
    // Three episodes with 7 days: 7/3 − 2 = 1/3, × 3.
    question: "avrundning-av-snittet",
    episodes: [stay("2022-04-04", "2022-04-06"), stay("2022-04-04", "2022-04-06"), stay("2022-04-04", "2022-04-07")],
    expected: {
      ingen: ["0680 2022-04 genomsnitt 9300.00"],
      "två-decimaler": ["0680 2022-04 genomsnitt 9207.00"], // 0,33 × 3
      "en-decimal": ["0680 2022-04 genomsnitt 8370.00"], // 0,3 × 3
      "hela-dagar": [],
    },
  },
  {
    question: "avrundning-av-beloppet",
    episodes: [fourDays],
    options: { values: { "pris.dygnsbelopp": "9 300,25 kr/dygn" } },
    expected: {
      öre: ["0680 2022-04 genomsnitt 18600.50"],
      krona: ["0680 2022-04 genomsnitt 18601.00"],
    },
  },
];

// The act: told on 4 April at nine, payable from the 7th; price 9 300.
const lus: readonly Omit<ReadingCase, "document">[] = [
  {
    question: "första-betaldag",
    episodes: [fourDays],
    expected: {
      "dag-tre": ["0126 2022-04 dygnsersättning 9300.00"], // the 7th
      "dag-fyra": [],
      timmar: ["0126 2022-04 dygnsersättning 18600.00"], // begun at nine on the 7th and on the 8th
    },
  },
  {
    question: "utskrivningsdag",
    episodes: [fourDays],
    expected: {
      "betalas-inte": ["0126 2022-04 dygnsersättning 9300.00"],
      betalas: ["0126 2022-04 dygnsersättning 18600.00"],
    },
  },
  {
    // Called two days late; home on the 12th.
    question: "sen-sip-kallelse",
    episodes: [{ ...lateSummons, discharged_at: "2022-04-12T15:00" }],
    expected: {
      hindrar: [],
      förskjuter: ["0126 2022-04 dygnsersättning 27900.00"], // 9 to 11
      "utan-verkan": ["0126 2022-04 dygnsersättning 46500.00"], // 7 to 11
    },
  },
  {
    // Told on the 1st, withdrawn on the 6th, told again on the 10th, home on the 12th.
    question: "avbrott",
    episodes: [
      {
        ...stay("2022-04-01", "2022-04-12"),
        ready_withdrawn_at: "2022-04-06T10:00",
        ready_reissued_at: "2022-04-10T09:00",
      },
    ],
    expected: {
      omstart: [],
      "läggs-ihop": [
        "0126 2022-04 dygnsersättning-före-avbrott 18600.00", // the 4th and 5th
        "0126 2022-04 dygnsersättning 18600.00", // the 10th and 11th
      ],
      "frist-en-gång": ["0126 2022-04 dygnsersättning 18600.00"],
    },
  },
  {
    question: "avrundning-av-beloppet",
    episodes: [fourDays],
    options: { values: { "pris.dygnsbelopp": "9 300,50 kr/dygn" } },
    expected: {
      öre: ["0126 2022-04 dygnsersättning 9300.50"],
      krona: ["0126 2022-04 dygnsersättning 9301.00"],
    },
  },
];

// The older act in 2017, long-term care in Jönköping: 2 891 kr.
const lbk: readonly Omit<ReadingCase, "document">[] = [
  {
    // Called on Monday 6 March, home on Wednesday the 15th.
    question: "fem-vardagar",
    episodes: [
      stay("2017-03-06", "2017-03-15", {
        care_kind: "long_term",
        care_plan_call_at: "2017-03-06T09:00",
        care_plan_made: true,
      }),
    ],
    expected: {
      "dagen-efter": ["0680 2017-03 vårddygn 5782.00"], // free through Monday the 13th; the 14th and 15th
      "samma-dag": ["0680 2017-03 vårddygn 14455.00"], // free through Friday the 10th; 11 to 15
    },
  },
];

const cases: readonly ReadingCase[] = [
  ...stockholm.map((each) => ({ document: "stockholm", ...each })),
  ...jönköping.map((each) => ({ document: "jönköping", ...each, episodes: in0680(each.episodes) })),
  ...lus.map((each) => ({ document: "lus", ...each })),
  ...lbk.map((each) => ({ document: "lbk", ...each, episodes: in0680(each.episodes) })),
];

describe.each(cases)("$document, $question", ({ document, question, episodes, options, expected }) => {
  test.each(Object.entries(expected))("%s", (reading, amounts) => {
    expect(lines(document, episodes, { ...options, readings: { [question]: reading } })).toEqual(amounts);
  });
});

test("the index is asked for where the price is read as indexed, and multiplies it when it is supplied", () => {
  const indexed = { readings: { pris: "uppräknat" } };
  expect(run("jönköping", in0680([fourDays]), indexed)).toMatchObject({ kind: "stopped", value: "vårdprisindex" });
});

test.each(["oktober-alla", "oktober-betalare", "året-alla", "oktober-somatisk"])(
  "the county mean is not used by itself, read as %s either",
  (reading) => {
    const november = [stay("2020-10-05", "2020-10-09"), stay("2020-11-02", "2020-11-06")];
    const options = { readings: { "länsgenomsnittets-underlag": reading } };
    expect(run("stockholm", november, options)).toMatchObject({ kind: "stopped", value: "länsgenomsnitt" });
    expect(lines("stockholm", november, { ...options, values: { länsgenomsnitt: "1,74 dagar" } })).toEqual([
      "0126 2020-10 genomsnitt 16400.00",
      "0126 2020-11 genomsnitt 18532.00",
    ]);
  },
);

test.each([
  ["oktober-alla", "13/4"],
  ["oktober-betalare", "5/2"], // Huddinge 12/3, Nacka 1
  ["året-alla", "4"], // and 7 days in September
  ["oktober-somatisk", "1"],
])("what the data would give for the county mean, read as %s, is %s days", (reading, days) => {
  const episodes = [
    stay("2020-10-05", "2020-10-05"),
    stay("2020-10-05", "2020-10-07"),
    stay("2020-10-05", "2020-10-15", { care_type: "psychiatric" }),
    stay("2020-10-05", "2020-10-06", { municipality: "0182" }),
    stay("2020-09-07", "2020-09-14"),
    // Neither of these counts: nobody knows about the care contact; another county; not yet discharged.
    stay("2020-10-05", "2020-10-25", { care_contact: null }),
    stay("2020-10-05", "2020-10-25", { municipality: "0680" }),
    { ready_notice_at: "2020-10-05T09:00" },
  ];
  const options = { readings: { "länsgenomsnittets-underlag": reading } };
  expect(measured("stockholm", "länsgenomsnitt", episodes, options)).toBe(days);
});

test("every reading of every question has a case", () => {
  const elsewhere = new Set(["jönköping.pris", "stockholm.länsgenomsnittets-underlag"]);
  const missing = ["stockholm", "jönköping", "lus", "lbk"].flatMap((document) =>
    programOf(document)
      .questions.filter((question) => question.document === document)
      .filter(({ name }) => !elsewhere.has(`${document}.${name}`))
      .flatMap(({ name, readings }) => readings.map((reading) => ({ name, reading: reading.name })))
      .filter(
        ({ name, reading }) =>
          !cases.some((each) => each.document === document && each.question === name && reading in each.expected),
      )
      .map(({ name, reading }) => `${document} ${name} ${reading}`),
  );
  expect(missing).toEqual([]);
});

function in0680(episodes: readonly Episode[]): Episode[] {
  return episodes.map((episode) => ({ ...episode, ...inJönköping }));
}
