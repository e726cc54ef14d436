// What `avtal data check` does: reads a file as a run would, and says what it found without a single cell of it.

import { MISSING, UNKNOWN } from "@avtal/runtime/columns";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Program } from "@avtal/compiler/ir/ir";
import { monthText } from "@avtal/runtime/calendar";
import { monthsOf } from "@avtal/replay/months";
import { unreadableOption } from "@avtal/replay/problems/asked";
import { readEpisodes, type FileFacts, type Reading } from "@avtal/replay/read/episodes";
import { countsByCode } from "@avtal/replay/read/refused-rows";
import { countShown } from "@avtal/replay/shown";
import { agreementsFolder } from "../agreements-folder.ts";
import { acceptedOr, compileFolder, isProgram, programNamed } from "../compiled.ts";
import { countWords } from "../count-words.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { dataProblemJson } from "../problem-json.ts";
import { refusedText } from "../refused-report.ts";
import { renderDataProblem } from "../render-problem.ts";
import { outStyle } from "../say-style.ts";
import type { Terminal } from "../terminal.ts";
import { wholeNumber } from "../whole-number.ts";
import { descriptionFrom } from "./description.ts";
import { refuse } from "./refuse.ts";

export interface DataCheckOptions {
  readonly columns?: string;
  readonly agreement?: string;
  readonly json?: true;
  readonly maxRefused: string;
}

export async function dataCheck(path: string, options: DataCheckOptions, terminal: Terminal): Promise<ExitCode> {
  const maxRefused = wholeNumber(options.maxRefused);
  if (maxRefused === undefined) return refuse([unreadableOption("--max-refused", "--max-refused 10")], terminal);
  const accepted = acceptedOr(compileFolder(agreementsFolder([]), undefined), terminal);
  if (accepted === undefined) return exitCode.refused;
  const { programs } = accepted.compilation;
  const name = options.agreement ?? [...programs.keys()].sort(byCodePoint)[0] ?? "";
  const program = programNamed(name, programs);
  if (!isProgram(program)) return refuse([program], terminal);
  const { description, problems } = descriptionFrom(options.columns, program);
  if (problems.length > 0) return refuse(problems, terminal);

  const reading = await readEpisodes({ path, description, fields: program.fields, registers: program.registers });
  terminal.out(options.json === true ? checkedJson(path, reading) : checkedText(path, reading, program, terminal));
  if (reading.kind === "refused") return exitCode.refused;
  return reading.refused.rows.length > maxRefused ? exitCode.tooManyRefused : exitCode.ok;
}

function checkedText(path: string, reading: Reading, program: Program, terminal: Terminal): string {
  const { words } = terminal;
  if (reading.kind === "refused") {
    return reading.problems.map((problem) => renderDataProblem(problem, outStyle(terminal))).join("\n");
  }
  const { facts, columns, refused, warnings } = reading;
  const months = monthsOf(columns);
  const known = program.fields.length - facts.absent.length;
  const lines = [
    `${path}   ${formatText(facts, terminal)}   sha256 ${facts.sha256.slice(0, 12)}…`,
    words({
      sv: `${countWords(facts.rows, "rad", "rader")}: ${countShown(columns.count)} går att köra, ${countShown(refused.rows.length)} avvisade`,
      en: `${countWords(facts.rows, "row", "rows")}: ${countShown(columns.count)} can be run, ${countShown(refused.rows.length)} refused`,
    }),
    words({
      sv: `${known} av ordlistans ${program.fields.length} fält har en kolumn; ${countWords(facts.ignored.length, "annan kolumn", "andra kolumner")} läses inte`,
      en: `${known} of the vocabulary's ${program.fields.length} fields have a column; ${countWords(facts.ignored.length, "other column is", "other columns are")} not read`,
    }),
    ...(facts.absent.length === 0
      ? []
      : [words({ sv: `utan kolumn: ${facts.absent.join(", ")}`, en: `without a column: ${facts.absent.join(", ")}` })]),
    ...(months === undefined
      ? []
      : [words({ sv: "utskrivna", en: "discharged" }) + ` ${monthText(months.first)} – ${monthText(months.last)}`]),
    ...openText(reading, terminal),
    ...(facts.repeatedHour === 0
      ? []
      : [
          words({
            sv: `${countWords(facts.repeatedHour, "rad", "rader")} med en tid i timmen som kommer två gånger; dagen är densamma`,
            en: `${countWords(facts.repeatedHour, "row", "rows")} with a time in the hour that comes twice; the day is the same`,
          }),
        ]),
  ];
  const details = refused.rows.length === 0 ? [] : ["", refusedText(refused, terminal)];
  const warned = warnings.map((warning) => `\n${renderDataProblem(warning, outStyle(terminal))}`);
  return `${[...lines, ...details, ...warned].join("\n")}\n`;
}

function openText(reading: Reading & { kind: "read" }, { words }: Terminal): string[] {
  const column = reading.columns.columns.get("discharged_at");
  if (column?.kind !== "moment") return [];
  const open = column.days.filter((day) => day === MISSING || day === UNKNOWN).length;
  if (open === 0) return [];
  return [
    words({
      sv: `${countWords(open, "vårdtillfälle", "vårdtillfällen")} utan utskrivning: inget debiteras för dem än`,
      en: `${countWords(open, "care episode", "care episodes")} without a discharge: nothing is charged for them yet`,
    }),
  ];
}

function formatText({ format, bytes }: FileFacts, { words }: Terminal): string {
  const size = `${countShown(bytes)} byte`;
  if (format.kind === "parquet") return `Parquet · ${size}`;
  const mark = format.byteOrderMark ? words({ sv: " med BOM", en: " with BOM" }) : "";
  return `CSV · UTF-8${mark} · ${words({ sv: "skiljetecken", en: "separator" })} ${format.separator} · ${size}`;
}

function checkedJson(path: string, reading: Reading): string {
  const common = { formatVersion: 1, file: path };
  const document =
    reading.kind === "refused"
      ? { ...common, readable: false, problems: reading.problems.map(dataProblemJson) }
      : {
          ...common,
          readable: true,
          ...reading.facts,
          kept: reading.columns.count,
          refused: reading.refused.rows,
          refusedByCode: countsByCode(reading.refused.rows),
          problems: [...reading.warnings, ...reading.refused.details].map(dataProblemJson),
        };
  return `${JSON.stringify(document, null, 2)}\n`;
}
