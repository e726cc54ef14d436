// The grammar of heads and statements.
// Rule: every statement opens with its own keyword, and two tokens decide what it is.

import type { Rule } from "./expression-parser.ts";
import { LineParser } from "./line-parser.ts";
import { sign as s, token as t } from "./tokens.ts";

export class StatementParser extends LineParser {
  /** A name opens a line only as a step; any other name, and `till` or `kod`, is a word that lost its line. */
  protected opensLine(): boolean {
    const next = this.LA(1);
    if (this.is(next, s.name)) return this.secondIs(s.equals);
    return !this.is(next, t.to) && !this.is(next, s.codeName);
  }

  readonly head: Rule = this.RULE("head", () => {
    this.OR([{ ALT: () => this.SUBRULE(this.documentHead) }, { ALT: () => this.SUBRULE(this.amendmentHead) }]);
  });

  readonly documentHead: Rule = this.RULE("documentHead", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.agreement, { LABEL: "sort" }) },
      { ALT: () => this.CONSUME(t.act, { LABEL: "sort" }) },
      { ALT: () => this.CONSUME(t.vocabulary, { LABEL: "sort" }) },
    ]);
    this.CONSUME(s.name);
    this.CONSUME(s.text);
    this.MANY(() => this.SUBRULE(this.headLine));
  });

  readonly amendmentHead: Rule = this.RULE("amendmentHead", () => {
    this.CONSUME(t.amendment);
    this.CONSUME(s.name);
    this.CONSUME(t.of);
    this.CONSUME1(s.name);
    this.OR([{ ALT: () => this.CONSUME(t.draft) }, { ALT: () => this.SUBRULE(this.decision) }]);
    this.OPTION(() => {
      this.OPTION1(() => this.CONSUME(t.inForce));
      this.SUBRULE(this.validity);
    });
  });

  readonly decision: Rule = this.RULE("decision", () => {
    this.CONSUME(t.decided);
    this.CONSUME(s.text);
    this.CONSUME(s.date);
  });

  readonly headLine: Rule = this.RULE("headLine", () => {
    this.OR([
      { ALT: () => this.CONSUME(s.codeName) },
      {
        ALT: () => {
          this.CONSUME(t.inForce);
          this.SUBRULE(this.validity);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.noticePeriod);
          this.CONSUME(s.number);
          this.CONSUME(t.months);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.interpretedBy);
          this.CONSUME(s.text);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.otherwiseApplies);
          this.CONSUME(s.name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.dormantUntil);
          this.CONSUME1(s.name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.presupposes);
          this.CONSUME2(s.name);
        },
      },
      { ALT: () => this.SUBRULE(this.weekdaysExcept) },
    ]);
    this.OPTION(() => this.SUBRULE(this.citations));
  });

  readonly weekdaysExcept: Rule = this.RULE("weekdaysExcept", () => {
    this.CONSUME(t.weekdaysExcept);
    this.CONSUME(s.name);
    this.MANY(() => {
      this.CONSUME(s.comma);
      this.CONSUME1(s.name);
    });
  });

  readonly source: Rule = this.RULE("source", () => {
    this.CONSUME(t.source);
    this.CONSUME(s.name);
    this.CONSUME(s.text);
    this.OPTION(() => {
      this.CONSUME(t.file);
      this.CONSUME1(s.text);
    });
  });

  readonly uses: Rule = this.RULE("uses", () => {
    this.CONSUME(t.uses);
    this.CONSUME(s.name);
    this.MANY(() => {
      this.SUBRULE(this.separator);
      this.CONSUME1(s.name);
    });
  });

  readonly record: Rule = this.RULE("record", () => {
    this.CONSUME(t.record);
    this.CONSUME(s.name);
    this.OPTION(() => this.CONSUME(s.codeName));
    this.MANY(() => this.SUBRULE(this.field));
  });

  readonly register: Rule = this.RULE("register", () => {
    this.CONSUME(t.register);
    this.CONSUME(s.name);
    this.OPTION(() => this.CONSUME(s.codeName));
    this.CONSUME(t.file);
    this.CONSUME(s.text);
    this.MANY(() => this.SUBRULE(this.field));
  });

  readonly field: Rule = this.RULE("field", () => {
    this.CONSUME(t.field);
    this.CONSUME(s.name);
    this.CONSUME(s.codeName);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.in);
          this.SUBRULE(this.kind);
          this.OPTION(() => {
            this.CONSUME(t.outOf);
            this.CONSUME1(s.name);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.inChoice);
          this.SUBRULE(this.oneChoice);
          this.MANY(() => {
            this.SUBRULE(this.separator);
            this.SUBRULE1(this.oneChoice);
          });
        },
      },
    ]);
    this.MANY1(() => this.SUBRULE(this.fieldFact));
  });

  readonly oneChoice: Rule = this.RULE("oneChoice", () => {
    this.CONSUME(s.name);
    this.OPTION(() => this.CONSUME(s.codeName));
  });

  readonly fieldFact: Rule = this.RULE("fieldFact", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.unique) },
      { ALT: () => this.CONSUME(t.optional) },
      { ALT: () => this.CONSUME(t.personal) },
      {
        ALT: () => {
          this.CONSUME(t.emptyMeans);
          this.OR1([{ ALT: () => this.CONSUME(t.missing) }, { ALT: () => this.CONSUME(t.unknown) }]);
        },
      },
    ]);
  });

  readonly event: Rule = this.RULE("event", () => {
    this.CONSUME(t.event);
    this.CONSUME(s.name);
    this.CONSUME(s.text);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.happened);
          this.CONSUME(s.date);
        },
      },
      { ALT: () => this.CONSUME(t.notYet) },
      { ALT: () => this.CONSUME(t.unknown) },
    ]);
    this.OPTION(() => this.SUBRULE(this.citations));
  });

  readonly leftOut: Rule = this.RULE("leftOut", () => {
    this.CONSUME(t.leftOut);
    this.CONSUME(s.text);
    this.OPTION(() => this.SUBRULE(this.citations));
  });

  /** What may also stand whole in a reading. */
  readonly definition: Rule = this.RULE("definition", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.value) },
      { ALT: () => this.SUBRULE(this.measured) },
      { ALT: () => this.SUBRULE(this.concept) },
      { ALT: () => this.SUBRULE(this.conditionStatement) },
      { ALT: () => this.SUBRULE(this.rule) },
    ]);
  });

  readonly value: Rule = this.RULE("value", () => {
    this.CONSUME(t.value);
    this.CONSUME(s.name);
    this.OPTION(() => {
      this.CONSUME(t.in);
      this.SUBRULE(this.kind);
    });
    this.OPTION1(() => this.SUBRULE(this.dependsOn));
    this.OPTION2(() => this.CONSUME(s.codeName));
    this.OPTION3(() => this.SUBRULE(this.seeQuestion));
    this.AT_LEAST_ONE(() => this.SUBRULE(this.row));
  });

  readonly dependsOn: Rule = this.RULE("dependsOn", () => {
    this.CONSUME(t.dependsOn);
    this.SUBRULE(this.term);
    this.MANY(() => {
      this.CONSUME(s.comma);
      this.SUBRULE1(this.term);
    });
  });

  readonly row: Rule = this.RULE("row", () => {
    this.CONSUME(t.from);
    this.CONSUME(s.date);
    this.CONSUME(s.colon);
    this.OR([
      {
        GATE: () => this.is(this.LA(1), s.name) && (this.secondIs(s.colon) || this.secondIs(s.comma)),
        ALT: () => {
          this.SUBRULE(this.tableRow);
          this.MANY(() => {
            this.CONSUME(s.semicolon);
            this.SUBRULE1(this.tableRow);
          });
        },
      },
      { ALT: () => this.SUBRULE(this.cell) },
    ]);
    this.SUBRULE(this.trailing);
  });

  readonly tableRow: Rule = this.RULE("tableRow", () => {
    this.CONSUME(s.name);
    this.MANY(() => {
      this.CONSUME(s.comma);
      this.CONSUME1(s.name);
    });
    this.CONSUME(s.colon);
    this.SUBRULE(this.cell);
  });

  readonly cell: Rule = this.RULE("cell", () => {
    this.OR([{ ALT: () => this.CONSUME(t.missing) }, { ALT: () => this.SUBRULE(this.expression) }]);
  });

  readonly measured: Rule = this.RULE("measured", () => {
    this.CONSUME(t.measured);
    this.CONSUME(s.name);
    this.CONSUME(t.in);
    this.SUBRULE(this.kind);
    this.OPTION(() => this.CONSUME(s.codeName));
    this.OPTION1(() => this.SUBRULE(this.seeQuestion));
    this.OPTION2(() => this.SUBRULE(this.citations));
    this.CONSUME(s.equals);
    this.SUBRULE(this.expression);
    this.SUBRULE(this.fixed);
  });

  readonly fixed: Rule = this.RULE("fixed", () => {
    this.CONSUME(t.fixed);
    this.OR([
      { ALT: () => this.CONSUME(t.missing) },
      {
        ALT: () => {
          this.SUBRULE(this.expression);
          this.OPTION(() => this.SUBRULE(this.citations));
        },
      },
    ]);
  });

  readonly concept: Rule = this.RULE("concept", () => {
    this.CONSUME(t.term);
    this.CONSUME(s.name);
    this.CONSUME(t.in);
    this.SUBRULE(this.kind);
    this.OPTION(() => this.CONSUME(s.codeName));
    this.OPTION1(() => this.SUBRULE(this.citations));
    this.CONSUME(s.equals);
    this.SUBRULE(this.expression);
    this.SUBRULE(this.trailing);
  });

  readonly conditionStatement: Rule = this.RULE("conditionStatement", () => {
    this.CONSUME(t.condition);
    this.CONSUME(s.name);
    this.OPTION(() => this.SUBRULE(this.citations));
    this.AT_LEAST_ONE(() => this.SUBRULE(this.conditionLine));
  });

  readonly rule: Rule = this.RULE("rule", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.rule, { LABEL: "sort" }) },
      { ALT: () => this.CONSUME(t.statistic, { LABEL: "sort" }) },
    ]);
    this.CONSUME(s.name);
    this.OPTION(() => {
      this.CONSUME(t.as);
      this.CONSUME1(s.name, { LABEL: "like" });
    });
    this.OPTION1(() => this.SUBRULE(this.citations));
    this.MANY({ GATE: () => this.opensLine(), DEF: () => this.SUBRULE(this.ruleLine) });
  });

  readonly question: Rule = this.RULE("question", () => {
    this.CONSUME(t.question);
    this.CONSUME(s.name);
    this.OPTION(() => this.SUBRULE(this.citations));
    this.OPTION1(() => {
      this.CONSUME(t.asks);
      this.CONSUME(s.text);
    });
    this.MANY(() => this.SUBRULE(this.reading));
    this.OPTION2(() => this.SUBRULE(this.choice));
  });

  readonly reading: Rule = this.RULE("reading", () => {
    this.CONSUME(t.reading);
    this.CONSUME(s.name);
    this.CONSUME(s.text);
    this.OR([
      { ALT: () => this.CONSUME(t.asWritten) },
      { ALT: () => this.CONSUME(t.nothing) },
      {
        ALT: () => {
          this.AT_LEAST_ONE(() => this.SUBRULE(this.replacement));
        },
      },
    ]);
  });

  readonly replacement: Rule = this.RULE("replacement", () => {
    this.OR([{ ALT: () => this.SUBRULE(this.definition) }, { ALT: () => this.SUBRULE(this.patch) }]);
  });

  readonly choice: Rule = this.RULE("choice", () => {
    this.CONSUME(t.chosen);
    this.CONSUME(s.name);
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(t.preliminarily) }, { ALT: () => this.SUBRULE(this.decision) }]);
    });
    this.OPTION1(() => {
      this.CONSUME(t.reason);
      this.CONSUME(s.text);
    });
  });

  /** `i regeln R` and the lines that stand there instead. */
  readonly patch: Rule = this.RULE("patch", () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(t.inRule, { LABEL: "sort" }) },
            { ALT: () => this.CONSUME(t.inStatistic, { LABEL: "sort" }) },
          ]);
          this.CONSUME(s.name);
          this.AT_LEAST_ONE({ GATE: () => this.opensLine(), DEF: () => this.SUBRULE(this.ruleLine) });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.inCondition, { LABEL: "sort" });
          this.CONSUME1(s.name);
          this.AT_LEAST_ONE1(() => this.SUBRULE(this.conditionLine));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.inAgreement, { LABEL: "sort" });
          this.CONSUME2(s.name);
          this.AT_LEAST_ONE2(() => this.SUBRULE(this.headLine));
        },
      },
    ]);
  });
}
