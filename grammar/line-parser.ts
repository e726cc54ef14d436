// The grammar of citations, validity, and the lines of rules, statistics and conditions.
// Rule: every line opens with its own keyword; a step opens with a name that `=` follows.

import { ExpressionParser, type Rule } from "./expression-parser.ts";
import { sign as s, token as t } from "./tokens.ts";

export class LineParser extends ExpressionParser {
  /** `enligt ök 12.3 punkt 1–3; lus 5 kap. 4 §` */
  readonly citations: Rule = this.RULE("citations", () => {
    this.CONSUME(t.under);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.assumption);
          this.CONSUME(s.text);
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.reference);
          this.MANY(() => {
            this.CONSUME(s.semicolon);
            this.SUBRULE1(this.reference);
          });
        },
      },
    ]);
  });

  readonly reference: Rule = this.RULE("reference", () => {
    this.CONSUME(s.name);
    this.MANY(() => this.SUBRULE(this.place));
    this.OPTION(() => {
      this.CONSUME(t.quote);
      this.CONSUME(s.text);
    });
  });

  readonly place: Rule = this.RULE("place", () => {
    this.OR([
      { ALT: () => this.CONSUME(s.section) },
      {
        ALT: () => {
          this.CONSUME(s.number);
          this.OPTION({
            // The letter of `7 a §`; without the sign it is the name that opens the next line.
            GATE: () => !this.is(this.LA(1), s.name) || this.secondIs(s.paragraph),
            DEF: () => {
              this.OR1([
                { ALT: () => this.CONSUME(t.chapter) },
                {
                  ALT: () => {
                    this.OPTION2(() => this.CONSUME(s.name));
                    this.CONSUME(s.paragraph);
                  },
                },
              ]);
            },
          });
        },
      },
      { ALT: () => this.CONSUME(t.appendix) },
      {
        ALT: () => {
          this.CONSUME(t.point);
          this.CONSUME1(s.number);
          this.OPTION1(() => {
            this.CONSUME(s.minus);
            this.CONSUME2(s.number);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.heading);
          this.CONSUME(s.text);
        },
      },
    ]);
  });

  readonly seeQuestion: Rule = this.RULE("seeQuestion", () => {
    this.CONSUME(t.seeQuestion);
    this.CONSUME(s.name);
  });

  /** What may follow any line: its citation, then its question. */
  readonly trailing: Rule = this.RULE("trailing", () => {
    this.OPTION(() => this.SUBRULE(this.citations));
    this.OPTION1(() => this.SUBRULE(this.seeQuestion));
  });

  /** `från och med D tills vidare`, or an end alone. */
  readonly validity: Rule = this.RULE("validity", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.from);
          this.SUBRULE(this.timePoint);
          this.OPTION(() => this.SUBRULE(this.validityEnd));
        },
      },
      { ALT: () => this.SUBRULE1(this.validityEnd) },
    ]);
  });

  /** A bare `till` is read here, and refused later. */
  readonly validityEnd: Rule = this.RULE("validityEnd", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.untilFurtherNotice) },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(t.through, { LABEL: "how" }) },
            { ALT: () => this.CONSUME(t.before, { LABEL: "how" }) },
            { ALT: () => this.CONSUME(t.to, { LABEL: "how" }) },
          ]);
          this.SUBRULE(this.timePoint);
        },
      },
    ]);
  });

  readonly timePoint: Rule = this.RULE("timePoint", () => {
    this.OR([
      { ALT: () => this.CONSUME(s.date) },
      { ALT: () => this.CONSUME(s.name) },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(t.firstOf, { LABEL: "which" }) },
            { ALT: () => this.CONSUME(t.lastOf, { LABEL: "which" }) },
          ]);
          this.CONSUME(s.open);
          this.SUBRULE(this.timePoint);
          this.MANY(() => {
            this.SUBRULE(this.separator);
            this.SUBRULE1(this.timePoint);
          });
          this.CONSUME(s.close);
        },
      },
    ]);
  });

  readonly kind: Rule = this.RULE("kind", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.days) },
      { ALT: () => this.CONSUME(t.weekdays) },
      { ALT: () => this.CONSUME(t.careDays) },
      { ALT: () => this.CONSUME(t.count) },
      { ALT: () => this.CONSUME(t.kronor) },
      { ALT: () => this.CONSUME(t.kronorPerDay) },
      { ALT: () => this.CONSUME(t.yesNo) },
      { ALT: () => this.CONSUME(s.name) },
    ]);
  });

  readonly conditionLine: Rule = this.RULE("conditionLine", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.requires) },
      {
        ALT: () => {
          this.CONSUME(t.notWhen);
          this.SUBRULE(this.anyOf);
        },
      },
      { ALT: () => this.CONSUME(t.nothing) },
    ]);
    this.SUBRULE(this.trailing);
  });

  /** `krävs A om C`. An `annars` there is read, and refused later. */
  readonly requires: Rule = this.RULE("requires", () => {
    this.CONSUME(t.requires);
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

  readonly ruleLine: Rule = this.RULE("ruleLine", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.otherRules) },
      // A bare `till` is refused behind a first day; on its own it is a word that lost its line.
      { GATE: () => !this.is(this.LA(1), t.to), ALT: () => this.SUBRULE(this.validity) },
      { ALT: () => this.SUBRULE(this.scope) },
      { ALT: () => this.SUBRULE(this.requires) },
      { ALT: () => this.SUBRULE(this.follows) },
      { ALT: () => this.SUBRULE(this.per) },
      { ALT: () => this.SUBRULE(this.payment) },
      { GATE: () => this.secondIs(s.equals), ALT: () => this.SUBRULE(this.step) },
      { ALT: () => this.SUBRULE(this.when) },
      { ALT: () => this.SUBRULE(this.rounding) },
      { ALT: () => this.SUBRULE(this.invoicer) },
      { ALT: () => this.CONSUME(t.noCharge) },
      { ALT: () => this.SUBRULE(this.outcome) },
      { ALT: () => this.CONSUME(t.nothing) },
    ]);
    this.SUBRULE(this.trailing);
  });

  readonly otherRules: Rule = this.RULE("otherRules", () => {
    this.OR([{ ALT: () => this.CONSUME(t.insteadOf) }, { ALT: () => this.CONSUME(t.onTopOf) }]);
    this.CONSUME(s.name);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.CONSUME1(s.name);
    });
  });

  readonly scope: Rule = this.RULE("scope", () => {
    this.CONSUME(t.appliesTo);
    this.OR([
      { ALT: () => this.CONSUME(t.careEpisodes) },
      {
        ALT: () => {
          this.CONSUME(t.careDaysFrom);
          this.SUBRULE(this.spanEnd);
          this.CONSUME(t.to);
          this.SUBRULE1(this.spanEnd);
          this.CONSUME(t.forCareEpisodes);
        },
      },
    ]);
    this.OPTION(() => {
      this.CONSUME(t.where);
      this.SUBRULE(this.anyOf);
    });
  });

  readonly follows: Rule = this.RULE("follows", () => {
    this.CONSUME(t.follows);
    this.CONSUME(s.name);
  });

  readonly per: Rule = this.RULE("per", () => {
    this.CONSUME(t.per);
    this.SUBRULE(this.perKey);
    this.MANY(() => {
      this.CONSUME(t.and);
      this.SUBRULE1(this.perKey);
    });
  });

  readonly payment: Rule = this.RULE("payment", () => {
    this.CONSUME(t.paidBy);
    this.SUBRULE(this.term);
    this.CONSUME(t.to);
    this.SUBRULE(this.party);
  });

  readonly party: Rule = this.RULE("party", () => {
    this.OR([{ ALT: () => this.CONSUME(s.text) }, { ALT: () => this.CONSUME(s.name) }]);
  });

  readonly step: Rule = this.RULE("step", () => {
    this.CONSUME(s.name);
    this.CONSUME(s.equals);
    this.SUBRULE(this.expression);
  });

  readonly when: Rule = this.RULE("when", () => {
    this.CONSUME(t.when);
    this.SUBRULE(this.anyOf);
  });

  /** `avrunda belopp till hela ören, halva uppåt` */
  readonly rounding: Rule = this.RULE("rounding", () => {
    this.CONSUME(t.round);
    this.CONSUME(s.name);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.toWhole);
          this.SUBRULE(this.roundingUnit);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.to);
          this.CONSUME(s.number);
          this.CONSUME(t.decimals);
        },
      },
    ]);
    this.OPTION(() => {
      this.OPTION1(() => this.CONSUME(s.comma));
      this.OR1([
        { ALT: () => this.CONSUME(t.halvesUp, { LABEL: "mode" }) },
        { ALT: () => this.CONSUME(t.halvesToEven, { LABEL: "mode" }) },
        { ALT: () => this.CONSUME(t.down, { LABEL: "mode" }) },
        { ALT: () => this.CONSUME(t.up, { LABEL: "mode" }) },
      ]);
    });
  });

  readonly roundingUnit: Rule = this.RULE("roundingUnit", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.days, { LABEL: "word" }) },
      { ALT: () => this.CONSUME(t.weekdays, { LABEL: "word" }) },
      { ALT: () => this.CONSUME(t.careDays, { LABEL: "word" }) },
      { ALT: () => this.CONSUME(s.name, { LABEL: "word" }) },
    ]);
  });

  readonly invoicer: Rule = this.RULE("invoicer", () => {
    this.CONSUME(t.invoicedBy);
    this.SUBRULE(this.party);
  });

  readonly outcome: Rule = this.RULE("outcome", () => {
    this.OR([{ ALT: () => this.CONSUME(t.triggers) }, { ALT: () => this.CONSUME(t.notModelled) }]);
    this.CONSUME(s.text);
  });
}
