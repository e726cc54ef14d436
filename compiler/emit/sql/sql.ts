// Pieces of SQL text that know how deep in a chain of queries they may first be computed.
// Rule: a piece is safe inside any larger one, because every operator brings its own parentheses; constants are folded.

/** An expression. `level` is the first query of its chain in which all its columns exist. */
export interface Sql {
  readonly text: string;
  readonly level: number;
  /** Whether it may be NULL. */
  readonly nullable: boolean;
  /** What alone decides whether it is NULL, where that is shorter. */
  readonly absentWith?: Sql;
  /** What it joins, so that a longer chain of the same word needs no parentheses inside. */
  readonly chain?: { readonly word: "AND" | "OR"; readonly parts: readonly Sql[] };
}

export const TRUE: Sql = certain("TRUE");
export const FALSE: Sql = certain("FALSE");
export const NULL: Sql = { text: "NULL", level: 0, nullable: true };

export function certain(text: string): Sql {
  return { text, level: 0, nullable: false };
}

/** A whole number written out. */
export function number(value: number | bigint): Sql {
  return certain(value < 0 ? `(${value})` : `${value}`);
}

export function numberIn({ text }: Sql): bigint | undefined {
  const found = /^\(?(-?\d+)\)?$/.exec(text);
  return found?.[1] === undefined ? undefined : BigInt(found[1]);
}

export function isConstant(sql: Sql, constant: Sql): boolean {
  return sql.text === constant.text;
}

/** `text` made of `parts`, NULL where one of them is. */
export function built(text: string, parts: readonly Sql[], nullable?: boolean): Sql {
  return {
    text,
    level: parts.reduce((level, part) => Math.max(level, part.level), 0),
    nullable: nullable ?? parts.some((part) => part.nullable),
  };
}

/** Kleene *and*: that of SQL. */
export function and(...parts: readonly Sql[]): Sql {
  if (parts.some((part) => isConstant(part, FALSE))) return FALSE;
  const left = withoutRepeats(unchained(parts, "AND").filter((part) => !isConstant(part, TRUE)));
  return joined(left, "AND", TRUE);
}

export function or(...parts: readonly Sql[]): Sql {
  if (parts.some((part) => isConstant(part, TRUE))) return TRUE;
  const left = withoutRepeats(unchained(parts, "OR").filter((part) => !isConstant(part, FALSE)));
  return joined(left, "OR", FALSE);
}

export function not(part: Sql): Sql {
  if (isConstant(part, TRUE)) return FALSE;
  if (isConstant(part, FALSE)) return TRUE;
  if (isConstant(part, NULL)) return NULL;
  return built(`(NOT ${part.text})`, [part]);
}

export function isNull(part: Sql): Sql {
  if (isConstant(part, NULL)) return TRUE;
  const { text } = part.absentWith ?? part;
  return part.nullable ? built(`(${text} IS NULL)`, [part], false) : FALSE;
}

export function isPresent(part: Sql): Sql {
  if (isConstant(part, NULL)) return FALSE;
  const { text } = part.absentWith ?? part;
  return part.nullable ? built(`(${text} IS NOT NULL)`, [part], false) : TRUE;
}

/** A condition that must certainly hold: unknown counts as no. */
export function surely(part: Sql): Sql {
  if (isConstant(part, NULL)) return FALSE;
  return part.nullable ? built(`COALESCE(${part.text}, FALSE)`, [part], false) : part;
}

/** A condition that may hold: unknown counts as yes. */
export function perhaps(part: Sql): Sql {
  if (isConstant(part, NULL)) return TRUE;
  return part.nullable ? built(`COALESCE(${part.text}, TRUE)`, [part], false) : part;
}

export function compared(left: Sql, operator: "<" | "<=" | ">" | ">=" | "=" | "<>", right: Sql): Sql {
  const [a, b] = [numberIn(left), numberIn(right)];
  if (a !== undefined && b !== undefined) return holds(a, operator, b) ? TRUE : FALSE;
  if (isConstant(left, NULL) || isConstant(right, NULL)) return NULL;
  const both = built(`(${left.text} ${operator} ${right.text})`, [left, right]);
  return b === undefined ? both : absentAs(both, left);
}

/** `sql` is NULL exactly where `other` is. */
export function absentAs(sql: Sql, other: Sql): Sql {
  return { ...sql, absentWith: other.absentWith ?? other };
}

export interface When {
  readonly when: Sql;
  readonly then: Sql;
}

/** The first branch whose condition certainly holds. */
export function firstOf(branches: readonly When[], otherwise: Sql): Sql {
  const open: When[] = [];
  let last = otherwise;
  for (const branch of branches) {
    if (isConstant(branch.when, FALSE) || isConstant(branch.when, NULL)) continue;
    if (isConstant(branch.when, TRUE)) {
      last = branch.then;
      break;
    }
    open.push(branch);
  }
  while (open.length > 0 && open[open.length - 1]?.then.text === last.text) open.pop();
  if (open.length === 0) return last;
  const [first, second] = open;
  if (open.length === 2 && isEither(first, second)) return known(first, last);
  const parts = [...open.flatMap(({ when, then }) => [when, then]), last];
  const nullable = last.nullable || open.some(({ then }) => then.nullable);
  const written = open.map(({ when, then }) => `WHEN ${when.text} THEN ${then.text}`).join(" ");
  return built(`CASE ${written} ELSE ${last.text} END`, parts, nullable);
}

/** The same follows whether a condition holds or not. */
function isEither(first: When | undefined, second: When | undefined): first is When {
  if (first === undefined || second === undefined || first.then.text !== second.then.text) return false;
  return second.when.text === not(first.when).text;
}

/** As soon as it is known whether `when` holds. */
function known({ when, then }: When, otherwise: Sql): Sql {
  if (!when.nullable) return then;
  if (isConstant(then, FALSE) && isConstant(otherwise, TRUE)) return isNull(when);
  return firstOf([{ when: isPresent(when), then }], otherwise);
}

/** `operator` is one of the exact ones of whole numbers. */
export function counted(left: Sql, operator: "+" | "-" | "*", right: Sql): Sql {
  const [a, b] = [numberIn(left), numberIn(right)];
  if (a !== undefined && b !== undefined) return number(operator === "+" ? a + b : operator === "-" ? a - b : a * b);
  if (b === 0n && operator !== "*") return left;
  if (a === 0n && operator === "+") return right;
  if (b === 1n && operator === "*") return left;
  if (a === 1n && operator === "*") return right;
  if (isConstant(left, NULL) || isConstant(right, NULL)) return NULL;
  const both = built(`(${left.text} ${operator} ${right.text})`, [left, right]);
  return b !== undefined ? absentAs(both, left) : a !== undefined ? absentAs(both, right) : both;
}

export function called(name: string, ...parts: readonly Sql[]): Sql {
  return built(`${name}(${parts.map(({ text }) => text).join(", ")})`, parts);
}

function joined(parts: readonly Sql[], word: "AND" | "OR", empty: Sql): Sql {
  const [first, ...others] = parts;
  if (first === undefined) return empty;
  if (others.length === 0) return first;
  return { ...built(`(${parts.map(({ text }) => text).join(` ${word} `)})`, parts), chain: { word, parts } };
}

function unchained(parts: readonly Sql[], word: "AND" | "OR"): readonly Sql[] {
  return parts.flatMap((part) => (part.chain?.word === word ? part.chain.parts : [part]));
}

function withoutRepeats(parts: readonly Sql[]): readonly Sql[] {
  return parts.filter((part, index) => parts.findIndex((other) => other.text === part.text) === index);
}

function holds(a: bigint, operator: "<" | "<=" | ">" | ">=" | "=" | "<>", b: bigint): boolean {
  switch (operator) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "=":
      return a === b;
    case "<>":
      return a !== b;
  }
}
