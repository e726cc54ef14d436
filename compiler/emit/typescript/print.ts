// Prints the tree of code, as TypeScript with its types and as JavaScript without them.
// Rule: the same tree gives the same program twice; whatever an author wrote is inert in both, inside literals and
// comments alike.

import { MISSING, NO, UNKNOWN, YES } from "@avtal/runtime/columns";
import type { BinaryOperator, Code, Entry, Member, Parameter, Statement } from "./code.ts";
import { commentLines, quoted } from "./inert-text.ts";

export function printTypeScript(statements: readonly Statement[]): string {
  return printStatements(statements, { types: true, depth: 0 }).join("\n") + "\n";
}

/** Without types, comments and a width to keep to: what is executed is not read. */
export function printJavaScript(statements: readonly Statement[]): string {
  return printStatements(statements, { types: false, depth: 0 }).join("\n") + "\n";
}

interface Style {
  readonly types: boolean;
  /** How many times two spaces stand before a line. */
  readonly depth: number;
}

const width = 120;

/** Top-level statements with bodies are set apart by an empty line, as are the first and last of a run of others. */
function printStatements(statements: readonly Statement[], style: Style): string[] {
  const printed = statements.map((statement) => ({
    lines: printStatement(statement, style).map((line) => (line === "" ? line : indent(style) + line)),
    apart: standsApart(statement),
  }));
  return printed.flatMap(({ lines, apart }, index) => {
    const before = printed[index - 1];
    const gap = style.types && style.depth === 0 && before !== undefined && lines.length > 0;
    return gap && (apart || before.apart || lines.length > 1) ? ["", ...lines] : lines;
  });
}

function standsApart(statement: Statement): boolean {
  switch (statement.kind) {
    case "function":
    case "interface":
      return true;
    case "type":
    case "const":
      return statement.doc !== null;
    case "let":
    case "assign":
    case "return":
    case "if":
    case "run":
    case "each":
    case "continue":
      return false;
  }
}

/** The lines of a statement without the indentation that its depth gives it; nested lines carry theirs. */
function printStatement(statement: Statement, style: Style): string[] {
  switch (statement.kind) {
    case "const": {
      const head = `${exported(statement, style)}const ${statement.name}${typed(statement.type, style)} = `;
      return [...docLines(statement.doc, style), ...lines(expression(statement.value, style, head.length, 1, head))];
    }
    case "let": {
      const head = `let ${statement.name}${typed(statement.type, style)} = `;
      return lines(expression(statement.value, style, head.length, 1, head));
    }
    case "assign": {
      const head = `${assigned(statement.to, style)} ${statement.operator} `;
      return lines(expression(statement.value, style, head.length, 1, head));
    }
    case "return":
      if (statement.value === null) return ["return;"];
      return lines(expression(statement.value, style, 7, 1, "return "));
    case "run":
      return lines(expression(statement.value, style, 0, 1, ""));
    case "if":
      return ifLines(statement, style);
    case "each": {
      const { name: own, from, until, body } = statement;
      const head = `for (let ${own} = ${flat(from, style)}; ${own} < ${flat(until, style)}; ${own} += 1) {`;
      return [head, ...block(body, style), "}"];
    }
    case "continue":
      return ["continue;"];
    case "function": {
      const head = `${exported(statement, style)}function ${statement.name}`;
      const opening = `${head}${parameterList(statement.parameters, style)}${typed(statement.returns, style)} {`;
      return [...docLines(statement.doc, style), ...lines(opening, ""), ...block(statement.body, style), "}"];
    }
    case "interface":
      return style.types ? [...docLines(statement.doc, style), ...interfaceLines(statement, style)] : [];
    case "type":
      if (!style.types) return [];
      return [
        ...docLines(statement.doc, style),
        ...unionLines(`${exported(statement, style)}type ${statement.name} =`, statement.type),
      ];
  }
}

/** What is assigned to needs no other value where it is not there. */
function assigned(to: Code, style: Style): string {
  return to.kind === "element" ? `${operand(to.of, style)}[${flat(to.index, style)}]` : flat(to, style);
}

function ifLines(statement: Statement & { readonly kind: "if" }, style: Style): string[] {
  const test = `if (${expression(statement.test, style, 4, 1, "")}) `;
  const [only] = statement.then;
  if (statement.then.length === 1 && only !== undefined && statement.otherwise.length === 0) {
    const [line, ...more] = printStatement(only, style);
    const fits = line !== undefined && more.length === 0 && only.kind !== "if";
    if (fits && indent(style).length + test.length + line.length <= width) return lines(test + line, "");
  }
  const closing = statement.otherwise.length === 0 ? ["}"] : ["} else {", ...block(statement.otherwise, style), "}"];
  return [...lines(`${test}{`, ""), ...block(statement.then, style), ...closing];
}

/** Statements one step further in, each line with the step and no more. */
function block(statements: readonly Statement[], style: Style): string[] {
  return printStatements(statements, { ...style, depth: style.depth + 1 }).map((line) =>
    line === "" ? line : line.slice(indent(style).length),
  );
}

function interfaceLines(statement: Statement & { readonly kind: "interface" }, style: Style): string[] {
  const parent = statement.extends === null ? "" : ` extends ${statement.extends}`;
  const members = statement.members.flatMap((member) => [...docLines(member.doc, style), memberLine(member)]);
  const head = `${exported(statement, style)}interface ${statement.name}${parent} {`;
  return [head, ...members.map((line) => `  ${line}`), "}"];
}

function memberLine(member: Member): string {
  const readonly = member.mutable ? "" : "readonly ";
  return `${readonly}${propertyName(member.name)}${member.optional ? "?" : ""}: ${member.type};`;
}

/** A type alias; a union that is too long for its line has a line for each member. */
function unionLines(head: string, type: string): string[] {
  if (head.length + type.length + 2 <= width) return [`${head} ${type};`];
  const members = type.split(" | ");
  return [head, ...members.map((member, index) => `  | ${member}${index === members.length - 1 ? ";" : ""}`)];
}

function exported(statement: { readonly exported: boolean }, style: Style): string {
  return statement.exported && style.types ? "export " : "";
}

function typed(type: string | null, style: Style): string {
  return type === null || !style.types ? "" : `: ${type}`;
}

function parameterList(parameters: readonly Parameter[], style: Style): string {
  return `(${parameters.map((parameter) => parameter.name + typed(parameter.type, style)).join(", ")})`;
}

function docLines(doc: string | null, style: Style): string[] {
  return doc === null || !style.types ? [] : commentLines(doc, 100);
}

function indent(style: Style): string {
  return "  ".repeat(style.depth);
}

/** The lines of a printed expression, with what closes it. */
function lines(printed: string, end = ";"): string[] {
  return `${printed}${end}`.split("\n");
}

/**
 * On one line where it fits after `column` signs, with room for `closing` more; else opened over several lines.
 * Lines after the first stand relative to the statement's own indentation.
 */
function expression(code: Code, style: Style, column: number, closing: number, head: string): string {
  const oneLine = flat(code, style);
  if (!style.types) return head + oneLine;
  const isShort = !oneLine.includes("\n");
  if (isShort && indent(style).length + column + oneLine.length + closing <= width) return head + oneLine;
  return head + opened(code, style);
}

function flat(code: Code, style: Style): string {
  switch (code.kind) {
    case "name":
      return style.types ? code.name : (sentinels.get(code.name) ?? code.name);
    case "number":
      return numberText(code.value);
    case "bigint":
      return `${code.value}n`;
    case "text":
      return quoted(code.text);
    case "word":
      return code.word;
    case "member":
      return `${operand(code.of, style)}${isPlainName(code.name) ? `.${code.name}` : `[${quoted(code.name)}]`}`;
    case "element": {
      const read = `${operand(code.of, style)}[${flat(code.index, style)}]`;
      return style.types ? `${read} ?? ${flat(code.otherwise, style)}` : read;
    }
    case "call":
      return `${operand(code.callee, style)}(${code.arguments.map((argument) => flat(argument, style)).join(", ")})`;
    case "new":
      return `new ${code.callee}(${code.arguments.map((argument) => flat(argument, style)).join(", ")})`;
    case "binary": {
      const left = side(code.left, code.operator, style, false);
      return `${left} ${code.operator} ${side(code.right, code.operator, style, true)}`;
    }
    case "not":
      return `!${operand(code.of, style)}`;
    case "conditional":
      return `${branch(code.test, style)} ? ${branch(code.then, style)} : ${flat(code.otherwise, style)}`;
    case "arrow":
      return arrow(code, style);
    case "object":
      return code.entries.length === 0
        ? "{}"
        : `{ ${code.entries.map((entry) => flatEntry(entry, style)).join(", ")} }`;
    case "array":
      return `[${code.items.map((item) => flat(item, style)).join(", ")}]`;
    case "as":
      return style.types ? `${operand(code.of, style)} as ${code.type}` : flat(code.of, style);
  }
}

/** Over several lines: what stands in brackets gets a line for each part, one step further in. */
function opened(code: Code, style: Style): string {
  const inner: Style = { ...style, depth: style.depth + 1 };
  const onLines = (parts: readonly Code[]): string =>
    parts.map((part) => `  ${deeper(expression(part, inner, 0, 1, ""))},\n`).join("");
  switch (code.kind) {
    case "call":
      if (code.arguments.length === 0) return flat(code, style);
      return `${operand(code.callee, style)}(\n${onLines(code.arguments)})`;
    case "new":
      return `new ${code.callee}(\n${onLines(code.arguments)})`;
    case "array":
      return `[\n${onLines(code.items)}]`;
    case "object":
      return `{\n${code.entries.map((entry) => openedEntry(entry, inner)).join("")}}`;
    case "conditional": {
      const then = deeper(expression(code.then, inner, 2, 0, "? "));
      return `${branch(code.test, style)}\n  ${then}\n  ${deeper(expression(code.otherwise, inner, 2, 0, ": "))}`;
    }
    case "binary": {
      const left = openedSide(code.left, code.operator, style);
      return `${left} ${code.operator}\n  ${deeper(side(code.right, code.operator, inner, true))}`;
    }
    case "arrow":
      if (isBlock(code.body)) return arrow(code, style);
      if (code.body.kind === "object") {
        return `${parameterList(code.parameters, style)}${typed(code.returns, style)} => (${opened(code.body, style)})`;
      }
      return `${parameterList(code.parameters, style)}${typed(code.returns, style)} =>\n  ${deeper(
        expression(code.body, inner, 0, 1, ""),
      )}`;
    case "as":
      return style.types ? `${opened(code.of, style)} as ${code.type}` : opened(code.of, style);
    case "name":
    case "number":
    case "bigint":
    case "text":
    case "word":
    case "member":
    case "element":
    case "not":
      return flat(code, style);
  }
}

function openedEntry(entry: Entry, inner: Style): string {
  const doc = docLines(entry.doc ?? null, inner).map((line) => `  ${line}\n`);
  const head = `${propertyName(entry.name)}: `;
  if (isShorthand(entry)) return `${doc.join("")}  ${entry.name},\n`;
  return `${doc.join("")}  ${deeper(expression(entry.value, inner, head.length, 1, head))},\n`;
}

function flatEntry(entry: Entry, style: Style): string {
  return isShorthand(entry) ? entry.name : `${propertyName(entry.name)}: ${flat(entry.value, style)}`;
}

function isShorthand(entry: Entry): boolean {
  return entry.value.kind === "name" && entry.value.name === entry.name;
}

/** A chain of the same operator has a line for each member. */
function openedSide(code: Code, operator: BinaryOperator, style: Style): string {
  return code.kind === "binary" && code.operator === operator
    ? opened(code, style)
    : side(code, operator, style, false);
}

function arrow(code: Code & { readonly kind: "arrow" }, style: Style): string {
  const head = `${parameterList(code.parameters, style)}${typed(code.returns, style)} =>`;
  if (isBlock(code.body)) return `${head} {\n${block(code.body, style).join("\n")}\n}`;
  const body = flat(code.body, style);
  return code.body.kind === "object" ? `${head} (${body})` : `${head} ${body}`;
}

/** What is executed is not read: numbers that everything is held against stand there as themselves. */
const sentinels: ReadonlyMap<string, string> = new Map(
  Object.entries({ MISSING, UNKNOWN, NO, YES }).map(([name, value]) => [name, `${value}`]),
);

function isBlock(body: Code | readonly Statement[]): body is readonly Statement[] {
  return Array.isArray(body);
}

/** Later lines of a part that was printed relative to its own place. */
function deeper(printed: string): string {
  return printed.replaceAll("\n", "\n  ");
}

const strength: Readonly<Record<BinaryOperator, number>> = {
  "??": 1,
  "||": 1,
  "&&": 2,
  "|": 2.3,
  "&": 2.6,
  "===": 3,
  "!==": 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "<<": 4.5,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

/** Beside them everybody wants brackets. */
const bits: ReadonlySet<BinaryOperator> = new Set(["&", "|", "<<"]);

/** Brackets where the operator beside it would take the part apart, or where `??` meets `||` or `&&`. */
function side(code: Code, operator: BinaryOperator, style: Style, isRight: boolean): string {
  const printed = flat(code, style);
  if (code.kind === "conditional" || code.kind === "arrow") return `(${printed})`;
  if ((code.kind === "as" || code.kind === "element") && style.types) return `(${printed})`;
  if (code.kind !== "binary") return printed;
  const mixed =
    (code.operator === "??") !== (operator === "??") && strength[operator] <= 2 && strength[code.operator] <= 2;
  const weaker = isRight ? strength[code.operator] <= strength[operator] : strength[code.operator] < strength[operator];
  const ofBits = code.operator !== operator && (bits.has(operator) || bits.has(code.operator));
  return mixed || weaker || ofBits ? `(${printed})` : printed;
}

function branch(code: Code, style: Style): string {
  return code.kind === "conditional" || code.kind === "arrow" ? `(${flat(code, style)})` : flat(code, style);
}

/** What a call, a member or `!` stands directly beside. */
function operand(code: Code, style: Style): string {
  const needsBrackets =
    code.kind === "binary" ||
    code.kind === "conditional" ||
    code.kind === "arrow" ||
    code.kind === "not" ||
    code.kind === "number" ||
    ((code.kind === "as" || code.kind === "element") && style.types);
  return needsBrackets ? `(${flat(code, style)})` : flat(code, style);
}

/** Only safe integers stand in generated code; anything else is our own fault. */
function numberText(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new RangeError(`Not a number for generated code.`);
  return String(value);
}

function propertyName(written: string): string {
  // `__proto__: x` would set the prototype, quoted or not; a computed name is only a name.
  if (written === "__proto__") return '["__proto__"]';
  return isPlainName(written) ? written : quoted(written);
}

function isPlainName(written: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(written);
}
