// The public face of the runtime: what generated evaluators import as `@avtal/runtime`.
// Rule: the only file that re-exports; inside the project every room imports the file itself.

export * from "./calendar.ts";
export * from "./code-point-order.ts";
export * from "./columns.ts";
export * from "./holidays.ts";
export * from "./kleene.ts";
export * from "./moment-text.ts";
export * from "./money.ts";
export * from "./ratio.ts";
export * from "./records.ts";
export * from "./result.ts";
export * from "./rounding.ts";
export * from "./spans.ts";
export * from "./weekdays.ts";
export * from "./zone.ts";
