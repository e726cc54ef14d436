// The grammar of expressions: from `A om C annars B` down to a single number or name.
// Rule: what a form needs last (`där`, the ends of a span) is read greedily, and forms that are refused are read too,
// so that each of them is one problem of its own and not a parse that falls over.

import { CstParser, type IToken, type ParserMethod, type CstNode, type TokenType } from "chevrotain";
import { sign as s, token as t } from "./tokens.ts";

/** A rule of the grammar; the annotation keeps rules that name each other out of each other's inferred types. */
export type Rule = ParserMethod<[], CstNode>;

export class ExpressionParser extends CstParser {
  /** True where the token after the next one is of this type. */
  protected secondIs(type: TokenType): boolean {
    return this.is(this.LA(2), type);
  }

  protected is(found: IToken, type: TokenType): boolean {
    const map = type.categoryMatchesMap;
    return found.tokenTypeIdx === type.tokenTypeIdx || map?.[found.tokenTypeIdx] === true;
  }

  /** `A om C annars B`; the part after `annars` may hold another one. */
  readonly expression: Rule = this.RULE("expression", () => {
    this.SUBRULE(this.anyOf);
    this.OPTION(() => {
      this.CONSUME(t.if);
      this.SUBRULE1(this.anyOf, { LABEL: "condition" });
      this.OPTION1(() => {
        this.CONSUME(t.otherwise);
        this.SUBRULE(this.expression);
      });
    });
  });

  /** A condition, up to `eller`. */
  readonly anyOf: Rule = this.RULE("anyOf", () => {
    this.SUBRULE(this.allOf);
    this.MANY(() => {
      this.CONSUME(t.or);
      this.SUBRULE1(this.allOf);
    });
  });

  readonly allOf: Rule = this.RULE("allOf", () => {
    this.SUBRULE(this.negation);
    this.MANY(() => {
      this.CONSUME(t.and);
      this.SUBRULE1(this.negation);
    });
  });

  readonly negation: Rule = this.RULE("negation", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.not);
          this.SUBRULE(this.negation);
        },
      },
      { ALT: () => this.SUBRULE(this.comparison) },
    ]);
  });

  readonly comparison: Rule = this.RULE("comparison", () => {
    this.SUBRULE(this.sum);
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.exists, { LABEL: "test" }) },
        { ALT: () => this.CONSUME(t.isMissing, { LABEL: "test" }) },
        { ALT: () => this.CONSUME(t.isUnknown, { LABEL: "test" }) },
        { ALT: () => this.CONSUME(t.isWeekday, { LABEL: "test" }) },
        {
          ALT: () => {
            this.SUBRULE(this.operator);
            this.SUBRULE1(this.sum);
            this.OPTION1(() => this.SUBRULE(this.monthsInARow));
          },
        },
      ]);
    });
  });

  readonly operator: Rule = this.RULE("operator", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.exceeds) },
      { ALT: () => this.CONSUME(t.fallsBelow) },
      { ALT: () => this.CONSUME(t.atLeast) },
      { ALT: () => this.CONSUME(t.atMost) },
      { ALT: () => this.CONSUME(t.is) },
      { ALT: () => this.CONSUME(t.isNot) },
      { ALT: () => this.CONSUME(t.before) },
      { ALT: () => this.CONSUME(t.after) },
      { ALT: () => this.CONSUME(t.noLaterThan) },
      { ALT: () => this.CONSUME(t.noEarlierThan) },
      { ALT: () => this.CONSUME(s.wrongOperator) },
      { ALT: () => this.CONSUME(s.equals) },
    ]);
  });

  /** `i 3 månader i rad` */
  readonly monthsInARow: Rule = this.RULE("monthsInARow", () => {
    this.CONSUME(t.in);
    this.CONSUME(s.number);
    this.CONSUME(t.months);
    this.CONSUME(t.inARow);
  });

  readonly sum: Rule = this.RULE("sum", () => {
    this.SUBRULE(this.product);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(s.plus, { LABEL: "sign" }) },
        { ALT: () => this.CONSUME(s.minus, { LABEL: "sign" }) },
      ]);
      this.SUBRULE1(this.product);
    });
  });

  readonly product: Rule = this.RULE("product", () => {
    this.SUBRULE(this.term);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(s.times, { LABEL: "sign" }) },
        { ALT: () => this.CONSUME(s.slash, { LABEL: "sign" }) },
      ]);
      this.SUBRULE1(this.term);
    });
  });

  readonly term: Rule = this.RULE("term", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.aggregate) },
      { ALT: () => this.SUBRULE(this.extreme) },
      { ALT: () => this.SUBRULE(this.dateSpan) },
      { ALT: () => this.SUBRULE(this.begunDays) },
      { GATE: () => this.secondIs(t.for), ALT: () => this.SUBRULE(this.attribute) },
      { ALT: () => this.SUBRULE(this.valueAt) },
    ]);
  });

  /** `genomsnitt av x där C`: one term, then whom it is about. */
  readonly aggregate: Rule = this.RULE("aggregate", () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(t.meanOf, { LABEL: "function" }) },
            { ALT: () => this.CONSUME(t.sumOf, { LABEL: "function" }) },
          ]);
          this.SUBRULE(this.term);
        },
      },
      { ALT: () => this.CONSUME(t.numberOfEpisodes, { LABEL: "function" }) },
      { ALT: () => this.CONSUME(t.numberOfCareDays, { LABEL: "function" }) },
    ]);
    this.OPTION(() => {
      this.OR2([
        { ALT: () => this.CONSUME(t.forCareEpisodes) },
        {
          ALT: () => {
            this.CONSUME(t.forCareDaysFrom);
            this.SUBRULE(this.spanEnd);
            this.CONSUME(t.to);
            this.SUBRULE1(this.spanEnd);
          },
        },
      ]);
    });
    this.OPTION1(() => {
      this.CONSUME(t.where);
      this.SUBRULE(this.anyOf);
    });
  });

  /** `minsta av (a; b)`. A comma is read here too, and refused later. */
  readonly extreme: Rule = this.RULE("extreme", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.leastOf, { LABEL: "which" }) },
      { ALT: () => this.CONSUME(t.greatestOf, { LABEL: "which" }) },
      { ALT: () => this.CONSUME(t.firstOf, { LABEL: "which" }) },
      { ALT: () => this.CONSUME(t.lastOf, { LABEL: "which" }) },
    ]);
    this.CONSUME(s.open);
    this.SUBRULE(this.expression);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.SUBRULE1(this.expression);
    });
    this.CONSUME(s.close);
  });

  readonly separator: Rule = this.RULE("separator", () => {
    this.OR([{ ALT: () => this.CONSUME(s.semicolon) }, { ALT: () => this.CONSUME(s.comma) }]);
  });

  readonly dateSpan: Rule = this.RULE("dateSpan", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.calendarDaysFrom, { LABEL: "counts" }) },
      { ALT: () => this.CONSUME(t.weekdaysFrom, { LABEL: "counts" }) },
    ]);
    this.SUBRULE(this.spanEnd);
    this.CONSUME(t.to);
    this.SUBRULE1(this.spanEnd);
  });

  /** An end without `(räknas)` is read, and refused later. */
  readonly spanEnd: Rule = this.RULE("spanEnd", () => {
    this.SUBRULE(this.sum);
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(t.counted) }, { ALT: () => this.CONSUME(t.notCounted) }]);
    });
  });

  readonly begunDays: Rule = this.RULE("begunDays", () => {
    this.CONSUME(t.begunDaysFrom);
    this.SUBRULE(this.term);
    this.CONSUME(t.to);
    this.SUBRULE1(this.term);
  });

  /** `månad för utskrivningsdatum` */
  readonly attribute: Rule = this.RULE("attribute", () => {
    this.CONSUME(s.name);
    this.CONSUME(t.for);
    this.SUBRULE(this.term);
  });

  /** `frist vid utskrivningsklar-datum` */
  readonly valueAt: Rule = this.RULE("valueAt", () => {
    this.SUBRULE(this.atom);
    this.OPTION(() => {
      this.CONSUME(t.at);
      this.SUBRULE1(this.atom);
    });
  });

  readonly atom: Rule = this.RULE("atom", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.quantity) },
      { ALT: () => this.CONSUME(s.date) },
      { ALT: () => this.CONSUME(s.month) },
      { ALT: () => this.CONSUME(s.clock) },
      { ALT: () => this.CONSUME(s.text) },
      { ALT: () => this.CONSUME(s.name) },
      { ALT: () => this.CONSUME(t.yes) },
      { ALT: () => this.CONSUME(t.no) },
      { ALT: () => this.SUBRULE(this.parenthesis) },
    ]);
  });

  /** A number with its unit. `1.3` and `7.800` are read here too, and refused later. */
  readonly quantity: Rule = this.RULE("quantity", () => {
    this.OR([{ ALT: () => this.CONSUME(s.number) }, { ALT: () => this.CONSUME(s.section) }]);
    // `månad` and `timmar` may be names: one that `=` follows opens the next step.
    this.OPTION({ GATE: () => !this.secondIs(s.equals), DEF: () => this.SUBRULE(this.unit) });
  });

  readonly unit: Rule = this.RULE("unit", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.days) },
      { ALT: () => this.CONSUME(t.weekdays) },
      { ALT: () => this.CONSUME(t.careDays) },
      { ALT: () => this.CONSUME(t.hours) },
      { ALT: () => this.CONSUME(t.months) },
      { ALT: () => this.CONSUME(t.kronor) },
      { ALT: () => this.CONSUME(t.kronorPerDay) },
      { ALT: () => this.CONSUME(s.percent) },
    ]);
  });

  /** `(x)`, and `(genomsnitt av x per debiteringsenhet)`. */
  readonly parenthesis: Rule = this.RULE("parenthesis", () => {
    this.CONSUME(s.open);
    this.SUBRULE(this.expression);
    this.OPTION(() => {
      this.CONSUME(t.per);
      this.SUBRULE(this.perKey);
    });
    this.CONSUME(s.close);
  });

  /** `debiteringsenhet`, `månad för utskrivningsdatum` */
  readonly perKey: Rule = this.RULE("perKey", () => {
    this.CONSUME(s.name);
    this.OPTION(() => {
      this.CONSUME(t.for);
      this.SUBRULE(this.term);
    });
  });
}
