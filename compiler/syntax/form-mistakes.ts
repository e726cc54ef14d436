// Forms that the grammar reads in order to refuse them: each is one problem with its own fix.
// Rule: called by the builders of the tree where they read such a form; what comes after a parse error is dropped later.

import { spelling, wrongOperators } from "@avtal/grammar/keywords";
import type { CstNode, IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";
import { endOf, has, node, nodes, rangeOf, token, tokens } from "./cst.ts";
import { secondsFrom } from "./leaf-from-cst.ts";
import { andAfterWhere } from "./problems/and-after-where.ts";
import { bareTo } from "./problems/bare-to.ts";
import { clockWithoutWord } from "./problems/clock-without-word.ts";
import { commaInList } from "./problems/comma-in-list.ts";
import { commaInThousands } from "./problems/comma-in-thousands.ts";
import { decimalPoint } from "./problems/decimal-point.ts";
import { endNotSaid } from "./problems/end-not-said.ts";
import { equalsInCondition } from "./problems/equals-in-condition.ts";
import { minusWithoutSpaces } from "./problems/minus-without-spaces.ts";
import { otherwiseInRequirement } from "./problems/otherwise-in-requirement.ts";
import { placeNotWhole } from "./problems/place-not-whole.ts";
import { roundingNotSaid } from "./problems/rounding-not-said.ts";
import { wholeNumberNeeded } from "./problems/whole-number-needed.ts";
import { wrongOperator } from "./problems/wrong-operator.ts";
import { spanOf, spanOfToken, type Reading } from "./reading.ts";
import { clockText } from "./token-mistakes.ts";

/** Commas between the members of a list. */
export function checkSeparators(reading: Reading, list: CstNode): void {
  for (const separator of nodes(list, "separator")) {
    const comma = token(separator, sign.comma);
    if (comma !== undefined) reading.forms.push(commaInList(spanOfToken(reading, comma)));
  }
}

export function checkValidityEnd(reading: Reading, written: CstNode): void {
  const how = token(written, "how");
  if (how === undefined || !(how.tokenType.CATEGORIES ?? []).includes(word.to)) return;
  reading.forms.push(bareTo(spanOfToken(reading, how), reading.language));
}

export function checkSpanEnd(reading: Reading, written: CstNode): void {
  const range = rangeOf(node(written, "sum"));
  if (range === undefined || written.recoveredNode === true) return;
  if (has(written, word.counted) || has(written, word.notCounted)) return;
  const at = spanOf(reading, range.end, range.end);
  reading.forms.push(endNotSaid(spanOf(reading, range.start, range.end), at, reading.language));
}

export function checkOperator(reading: Reading, written: CstNode): void {
  const wrong = token(written, sign.wrongOperator);
  if (wrong !== undefined) {
    const said = wrong.image.replace(/\s+/g, " ").toLowerCase();
    const bare = said.replace(/^\S+ (?=[^ ]*$)/, "");
    const all = wrongOperators.find(
      (each) => each[reading.language].includes(said) || each.signs.includes(said) || each.signs.includes(bare),
    );
    const instead = spelling(all?.means ?? "is", reading.language);
    reading.forms.push(wrongOperator(spanOfToken(reading, wrong), wrong.image, instead));
  }
  const equals = token(written, sign.equals);
  if (equals === undefined) return;
  reading.forms.push(equalsInCondition(spanOfToken(reading, equals), spelling("is", reading.language)));
}

const timeWords = [word.before, word.after, word.noLaterThan, word.noEarlierThan];

/** `efter 12.00` without `kl.`, and an `och` in a selection that is compared with something. */
export function checkComparison(reading: Reading, written: CstNode): void {
  const operator = node(written, "operator");
  const right = nodes(written, "sum")[1];
  if (operator === undefined || right === undefined) return;
  const only = onlyQuantity(right);
  const section = token(only, sign.section);
  if (section !== undefined && timeWords.some((type) => has(operator, type)) && isClock(only, section)) {
    const clock = clockText(reading, section.image);
    reading.forms.push(clockWithoutWord(spanOfToken(reading, section), section.image, clock));
  }
  const joined = joinedAfterWhere(right);
  if (joined !== undefined) reading.forms.push(andAfterWhere(spanOfToken(reading, joined), joined.image));
}

function isClock(quantity: CstNode | undefined, section: IToken): boolean {
  return node(quantity, "unit") === undefined && secondsFrom(section.image) !== undefined;
}

/** The quantity that an operand consists of, where it consists of nothing else. */
function onlyQuantity(sum: CstNode): CstNode | undefined {
  if (tokens(sum, "sign").length > 0) return undefined;
  const product = node(sum, "product");
  if (tokens(product, "sign").length > 0) return undefined;
  const valueAt = node(node(product, "term"), "valueAt");
  return has(valueAt, word.at) ? undefined : node(node(valueAt, "atom"), "quantity");
}

/** The first `och` or `eller` directly in a `där` of this operand, outside parentheses. */
function joinedAfterWhere(sum: CstNode): IToken | undefined {
  for (const product of nodes(sum, "product")) {
    for (const term of nodes(product, "term")) {
      const selection = node(node(term, "aggregate"), "anyOf");
      const found = token(selection, word.or) ?? token(node(selection, "allOf"), word.and);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

export function checkMinus(reading: Reading, written: CstNode): void {
  for (const minus of tokens(written, "sign")) {
    if (minus.tokenType !== sign.minus) continue;
    const [start, end] = [minus.startOffset, endOf(minus)];
    const [before, after] = [/\s/.test(reading.text.charAt(start - 1)), /\s/.test(reading.text.charAt(end))];
    if (before && after) continue;
    const spaced = `${before ? "" : " "}${minus.image}${after ? "" : " "}`;
    reading.forms.push(minusWithoutSpaces(spanOfToken(reading, minus), spaced));
  }
}

export function checkQuantity(reading: Reading, written: CstNode): void {
  const money = has(node(written, "unit"), word.kronor) || has(node(written, "unit"), word.kronorPerDay);
  const number = token(written, sign.number);
  if (number !== undefined && money && /^\d{1,3},\d{3}$/.test(number.image)) {
    const thousands = number.image.replace(",", " ");
    reading.forms.push(commaInThousands(spanOfToken(reading, number), number.image, thousands));
  }
  const section = token(written, sign.section);
  if (section === undefined || reading.forms.some((each) => each.span.start === reading.original(section.startOffset)))
    return;
  const grouped = /^\d{1,3}(?:\.\d{3})+$/.test(section.image) && (money || section.image.split(".").length > 2);
  const said = grouped ? section.image.replaceAll(".", " ") : section.image.replace(".", ",");
  reading.forms.push(decimalPoint(spanOfToken(reading, section), section.image, said));
}

export function checkPlace(reading: Reading, written: CstNode): void {
  for (const number of tokens(written, sign.number)) {
    if (/^\d+$/.test(number.image)) continue;
    const bare = !has(written, word.point) && !has(written, word.chapter) && !has(written, sign.paragraph);
    const fix = bare && /^\d+,\d+$/.test(number.image) ? number.image.replace(",", ".") : undefined;
    reading.forms.push(placeNotWhole(spanOfToken(reading, number), number.image, fix));
  }
}

export function checkRequirement(reading: Reading, written: CstNode): void {
  const otherwise = token(written, word.otherwise);
  const first = rangeOf(node(written, "anyOf"));
  const last = rangeOf(node(written, "expression"));
  if (otherwise === undefined || first === undefined || last === undefined) return;
  const whole = spanOf(reading, first.start, last.end);
  reading.forms.push(otherwiseInRequirement(spanOfToken(reading, otherwise), whole));
}

/** The number of months, or of decimals. */
export function checkWholeNumber(reading: Reading, written: CstNode): void {
  const number = token(written, sign.number);
  if (number === undefined || /^\d{1,3}$/.test(number.image)) return;
  reading.forms.push(wholeNumberNeeded(spanOfToken(reading, number), number.image));
}

export function checkRounding(reading: Reading, written: CstNode): void {
  checkWholeNumber(reading, written);
  if (written.recoveredNode === true || has(written, "mode")) return;
  const range = rangeOf(written);
  if (range !== undefined) reading.forms.push(roundingNotSaid(spanOf(reading, range.start, range.end)));
}
