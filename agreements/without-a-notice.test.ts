// Nobody pays for a patient of whom no notice says that the care is over, and nobody unknown is charged: in every reading.

import { describe, expect, test } from "vitest";
import { completed, programOf, stay } from "./run-for-tests.ts";

const discharge = "2022-04-12";
const untold = { ...stay("2022-04-04", discharge), id: "aldrig", ready_notice_at: null };
const withdrawn = { ...stay("2022-04-04", discharge), id: "återtaget", ready_withdrawn_at: "2022-04-06T10:00" };
const nowhere = { ...stay("2022-04-04", discharge), id: "okänd", municipality: null };

describe.each(["lus", "stockholm", "jönköping"])("%s", (document) => {
  const { questions, main } = programOf(document);
  const runs = questions
    .filter((question) => question.document === main)
    .flatMap(({ name, readings }) => readings.map((reading): readonly [string, string] => [name, reading.name]));

  test.each([["", ""] as const, ...runs])("%s %s", (question, reading) => {
    const options = { readings: question === "" ? {} : { [question]: reading } };
    const told = home(document);
    const result = completed(
      document,
      [
        { ...untold, ...told },
        { ...withdrawn, ...told },
      ],
      options,
    );
    expect(result.lines).toEqual([]);
    expect(result.accounting).toMatchObject({ notCharged: 2, undecided: 0, inRule: 0 });

    const lost = completed(document, [nowhere], options);
    expect(lost.undecided).toMatchObject([{ id: "okänd", missing: ["municipality"] }]);
  });
});

/** A municipality of the agreement's own region. */
function home(document: string): { readonly municipality: string } {
  return { municipality: document === "jönköping" ? "0680" : "0126" };
}

test("a district that is not known leaves a psychiatric patient undecided too, by name", () => {
  const patient = { ...stay("2020-04-01", "2020-04-12"), municipality: "0180", care_type: "psychiatric" };
  const { undecided, accounting } = completed("stockholm", [patient]);
  expect(undecided).toMatchObject([{ missing: ["district"], rule: "psykiatri-individuell" }]);
  expect(accounting).toMatchObject({ undecided: 1, inRule: 0 });
});
