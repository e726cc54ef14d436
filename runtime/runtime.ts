// The public face of the runtime: what generated evaluators and their hosts import as `@avtal/runtime`.
// Rule: the only file that re-exports; inside the project every room imports the file itself. Every type is to be had, and
// of functions what a generated module calls and what a host needs to read cells, columns and results.

export { type RecordOnDay } from "./absent-facts.ts";
export {
  civilDate,
  dateText,
  dayFromText,
  dayOf,
  dayOfWeek,
  firstDayOfMonth,
  monthIndex,
  monthText,
  quarterText,
  type CivilDate,
  type Day,
} from "./calendar.ts";
export { byCodePoint } from "./code-point-order.ts";
export {
  type ColumnWriter,
  type MomentInFold,
  type Reading,
  type Writers,
  type WayOfWriting,
  writerAt,
} from "./column-writer.ts";
export { type CellSource, type Stretch } from "./columns-from-cells.ts";
export {
  MISSING,
  NO,
  NOT_KNOWN,
  UNKNOWN,
  YES,
  idOf,
  type CodeColumn,
  type Column,
  type Columns,
  type ConditionColumn,
  type DateColumn,
  type IntegerColumn,
  type MomentColumn,
} from "./columns.ts";
export {
  definitionsInForce,
  fractionOn,
  measuredOn,
  numberOn,
  rowsInForce,
  type RowInForce,
  type RowsInForce,
} from "./dated-values.ts";
export {
  evaluateEpisodes,
  isPlain,
  payersIn,
  type EpisodeReader,
  type EpisodesEvaluation,
} from "./evaluate-episodes.ts";
export { evaluateLettingGo } from "./evaluate-letting-go.ts";
export { greatestCount, type Part } from "./evaluate-part.ts";
export { countNothing, evaluateRules, measureOf, noFigures, noTallies } from "./evaluate-rules.ts";
export {
  type Alternatives,
  type CellCode,
  type CellValue,
  type EventCode,
  type GuardCode,
  type LineCode,
  type MeasuredCode,
  type OfRecord,
  type QuestionCode,
  type Read,
  type Reads,
  type RowCode,
  type TermBodyCode,
  type TermCode,
  type ValueCode,
} from "./evaluator-code.ts";
export { explainLine, type StepGrounds } from "./explain-line.ts";
export { eachDayOf, overAll } from "./figures-over-all.ts";
export {
  decidedFraction,
  differenceOf,
  differs,
  equals,
  exceeds,
  fallsBelow,
  greatestOf,
  leastOf,
  negativeOf,
  presenceOf,
  productOf,
  quotientOf,
  reaches,
  roundedTo,
  staysWithin,
  sumOf,
  wholeOf,
  type Fraction,
} from "./fractions.ts";
export { type NamedGroup, type Siblings } from "./group-keys.ts";
export { keyNamed, type GroupState } from "./group-state.ts";
export { bring } from "./at-hand.ts";
export { cellOf } from "./group-numbers.ts";
export { countOn, type GroupTable } from "./group-table.ts";
export { isPublicHoliday } from "./holidays.ts";
export {
  runOptionsOf,
  type Exact,
  type HostChoices,
  type HostOptions,
  type IsoDate,
  type Supplied,
} from "./host-options.ts";
export {
  NOT_MET,
  addOneTo,
  firstAside,
  isOutOfForce,
  isOutOfForceOn,
  kindIn,
  kindTold,
  latelyMet,
  makeRoom,
  noChargeFound,
  noteRecord,
  placeOf,
  reasonFound,
  rowFound,
  rowMet,
  rowOfMany,
  rowsByKeys,
} from "./kernel-steps.ts";
export { type Kernels } from "./kernels-of-a-run.ts";
export { and, not, or, truth, truthWord, type Truth } from "./kleene.ts";
export { isKnown, keep, newKnown, type Known } from "./known-of-a-record.ts";
export { madeFor, moduleFormat } from "./module-format.ts";
export {
  dateFromText,
  momentFromText,
  type DateFailure,
  type DateText,
  type MomentFailure,
  type MomentText,
} from "./moment-text.ts";
export { kronorText, oreFromText } from "./money.ts";
export { type Charges, type Outcome } from "./outcomes.ts";
export {
  factIn,
  factOn,
  payerOn,
  registerOf,
  undatedFacts,
  type Register,
  type RegisterCode,
} from "./payer-registers.ts";
export { type Places, type PlacesNoted } from "./places.ts";
export { NOT_SAID, type PlainRule } from "./plain-rule.ts";
export {
  compare,
  dividedBy,
  isWhole,
  minus,
  one,
  plus,
  ratio,
  ratioFromText,
  ratioText,
  times,
  whole,
  type Ratio,
} from "./ratio.ts";
export { type Need } from "./reached-by-a-record.ts";
export { type ReadElsewhere, type ReadOnDay, type ReadsByDay, type Written } from "./reads-on-a-day.ts";
export { type Ledger, type Reason, type RecordAccount } from "./record-account.ts";
export {
  NEVER,
  absenceOn,
  begunDaysBetween,
  clockBeside,
  clockOfMoment,
  dateExists,
  dateOfMoment,
  dayAfter,
  daysBetween,
  fallsOnWeekday,
  knownDay,
  momentAfter,
  momentAfterFraction,
  momentOf,
  monthOf,
  monthTable,
  quarterOf,
  runsBackwards,
  weekdayAfter,
  weekdaysBetween,
  yearOf,
} from "./record-dates.ts";
export {
  answerOf,
  choiceFacts,
  conditionFacts,
  dateFacts,
  momentFacts,
  nameFacts,
  namesOf,
  numberFacts,
  type FieldCode,
  type MomentFacts,
  type Names,
} from "./record-facts.ts";
export {
  columnsFromRecords,
  type Cell,
  type PlainRecord,
  type RecordField,
  type RecordKind,
  type RecordRefusal,
  type RecordsRead,
  type RefusalReason,
} from "./records.ts";
export { Refusal, type RefusalCode } from "./refusal.ts";
export {
  type Accounting,
  type Completed,
  type Evaluation,
  type Figures,
  type Group,
  type GroupKeys,
  type InvoiceLine,
  type LeftOut,
  type NotCharged,
  type Note,
  type Ore,
  type Payer,
  type Place,
  type RunOptions,
  type Step,
  type StepValue,
  type Stopped,
  type SuppliedValue,
  type Undecided,
  type Unit,
  type UsedReading,
  type UsedRow,
} from "./result.ts";
export { round, toOre, type RoundingMode } from "./rounding.ts";
export {
  type Follow,
  type GroupFigures,
  type InARow,
  type Kernel,
  type KeyCode,
  type OfGroup,
  type PriceOfEach,
  type RuleCode,
  type SpanCode,
} from "./rule-code.ts";
export { firstTold, NO_PACK, PASSES, kindsBegin, notTold, type DayKind, type DayKinds } from "./rule-day-kinds.ts";
export { type RuleOnDays } from "./rule-on-days.ts";
export {
  COUNTED,
  DOUBTFUL,
  PASSED,
  TAKEN,
  ask,
  type LookingBack,
  type RuleRun,
  type Took,
  type Verdict,
} from "./rule-run.ts";
export {
  NO_RECORD,
  choicesOf,
  chosenReading,
  decidedOn,
  eventDay,
  readingsByDay,
  type Choices,
  type Choosable,
  type RunState,
  type SuppliedRow,
} from "./run-state.ts";
export { itemOn, type Schedule } from "./schedule.ts";
export {
  choiceCodeText,
  fractionNamed,
  inOrder,
  numberOfFraction,
  quantityStep,
  shownText,
  valueStep,
  type Dictionary,
  type Meaning,
} from "./shown-values.ts";
export { begunDays, calendarDays, ranBackwards } from "./spans.ts";
export { takeCode, takeCondition, takeDate, takeId, takeMoment, takeWithCare } from "./take-cells.ts";
export {
  addFraction,
  addNumber,
  addOne,
  countOf,
  figurePerKey,
  isFirstOf,
  isIn,
  meanOf,
  newTally,
  newTallyPerKey,
  tallyOf,
  totalOf,
  type Tally,
  type TallyCursor,
  type TallyPerKey,
} from "./tallies.ts";
export { addFractionAt, addNumberAt, addSmallTo, markUnclear } from "./tally-rows.ts";
export { type Pack, type Used } from "./used-by-a-group.ts";
export { addWeekdays, isWeekday, type ExceptedDay } from "./weekdays.ts";
export { type Queue } from "./who-takes.ts";
export {
  absenceOf,
  add,
  both,
  decided,
  either,
  exists,
  greater,
  isAbove,
  isAtLeast,
  isAtMost,
  isBelow,
  isInDoubt,
  isMissing,
  isOther,
  isSame,
  isUnknown,
  lesser,
  multiply,
  negation,
  opposite,
  subtract,
} from "./whole-numbers.ts";
export { civilOfInstant, firstDay, isInGap, lastDay, zoneTableVersion, type CivilMoment } from "./zone.ts";
