// The first rows of a drawn file, each time with one fault that no bill may come of.
// Rule: the file without a fault is among them, so that refusing everything is found out.

export interface FaultyFile {
  readonly name: string;
  readonly text: string;
  readonly isFaulty: boolean;
}

type Cells = Map<string, string>;

export function faultyFiles(start: string): readonly FaultyFile[] {
  const [head = "", ...whole] = start.split("\n").slice(0, -1);
  const names = head.split(";");
  const rows = whole.map((line) => new Map(line.split(";").map((cell, index) => [names[index] ?? "", cell])));
  const text = (changed: readonly Cells[]): string =>
    [head, ...changed.map((cells) => names.map((name) => cells.get(name) ?? "").join(";")), ""].join("\n");
  const withFirst = (change: (first: Cells, second: Cells) => Cells): string => {
    const [first, second, ...others] = rows;
    if (first === undefined || second === undefined) throw new Error("Too few rows.");
    return text([change(new Map(first), second), second, ...others]);
  };
  const withCell = (name: string, cell: string): string => withFirst((first) => first.set(name, cell));
  const faulty = (name: string, changed: string): FaultyFile => ({ name, text: changed, isFaulty: true });
  return [
    { name: "no fault", text: text(rows), isFaulty: false },
    faulty("an unknown kind of care", withCell("care_type", "somatik")),
    faulty("a moment that does not exist", withCell("discharged_at", "2022-02-31T12:00:00")),
    faulty("a payer in no register", withCell("municipality", "9999")),
    faulty("a payer of another time", withCell("district", "jarva")),
    faulty("events in an impossible order", withCell("ready_notice_at", "2022-12-31T12:00:00")),
    faulty(
      "an id that comes again",
      withFirst((first, second) => first.set("id", second.get("id") ?? "")),
    ),
    faulty(
      "stays that overlap",
      withFirst((first, second) => new Map(second).set("id", first.get("id") ?? "")),
    ),
    faulty("a row with a cell too few", `${text(rows)}v-0;p-0\n`),
  ];
}
