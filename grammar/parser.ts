// The grammar of files: head, statements, and the lines that are left over after a mistake. Gives a CST, never throws.
// Rule: two tokens decide; after a mistake reading starts again at the next statement or line keyword.

import {
  EOF,
  type CstNode,
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
} from "chevrotain";
import type { Rule } from "./expression-parser.ts";
import { StatementParser } from "./statement-parser.ts";
import { parserVocabulary, sign as s, token as t } from "./tokens.ts";

export type { CstNode, IRecognitionException, IToken };

export interface Parsed {
  readonly cst: CstNode | undefined;
  readonly errors: readonly IRecognitionException[];
}

/** Tokens of either keyword table to a CST, which is whole also where there are errors. */
export function parseTokens(tokens: IToken[]): Parsed {
  const parser = parserAtHand();
  parser.input = tokens;
  const cst = parser.file();
  return { cst, errors: parser.errors };
}

/** The one parser, made when it is first needed: making it takes longer than reading a file. */
export function parserAtHand(): AvtalParser {
  built ??= new AvtalParser({ skipValidations: true });
  return built;
}

let built: AvtalParser | undefined;

/** Messages are worded elsewhere, in two languages; a message here is the name of the token that was needed, or empty. */
const bareMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};

export class AvtalParser extends StatementParser {
  constructor(options: { readonly skipValidations: boolean }) {
    super(parserVocabulary(), {
      recoveryEnabled: true,
      maxLookahead: 2,
      nodeLocationTracking: "onlyOffset",
      skipValidations: options.skipValidations,
      errorMessageProvider: bareMessages,
    });
    this.performSelfAnalysis();
  }

  readonly file: Rule = this.RULE("file", () => {
    this.OPTION(() => this.CONSUME(s.languageLine));
    this.OPTION1(() => this.SUBRULE(this.head));
    this.MANY({ GATE: () => this.opensLine(), DEF: () => this.SUBRULE(this.element) });
    // Named, so that recovery knows what the last line is followed by; without it the rest of the file would be lost.
    this.CONSUME(EOF);
  });

  /** A statement, or a line that lost its statement through a mistake above it. */
  readonly element: Rule = this.RULE("element", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.source) },
      { ALT: () => this.SUBRULE(this.uses) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.register) },
      { ALT: () => this.SUBRULE(this.event) },
      { ALT: () => this.SUBRULE(this.leftOut) },
      { ALT: () => this.SUBRULE(this.definition) },
      { ALT: () => this.SUBRULE(this.question) },
      { ALT: () => this.SUBRULE(this.patch) },
      { ALT: () => this.SUBRULE(this.tornLine) },
    ]);
  });

  readonly tornLine: Rule = this.RULE("tornLine", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.head) },
      { ALT: () => this.SUBRULE(this.field) },
      { ALT: () => this.SUBRULE(this.reading) },
      { ALT: () => this.SUBRULE(this.choice) },
      { ALT: () => this.SUBRULE(this.fixed) },
      { ALT: () => this.SUBRULE(this.notWhenLine) },
      { GATE: () => this.is(this.LA(3), s.colon), ALT: () => this.SUBRULE(this.row) },
      // `gäller` opens a line of a head before a validity, and a line of a rule otherwise.
      {
        GATE: () => !this.secondOpensScope() && !this.is(this.LA(1), s.codeName),
        ALT: () => this.SUBRULE(this.headLine),
      },
      { ALT: () => this.SUBRULE(this.ruleLine) },
    ]);
  });

  private secondOpensScope(): boolean {
    return this.secondIs(t.careEpisodes) || this.secondIs(t.careDaysFrom);
  }

  readonly notWhenLine: Rule = this.RULE("notWhenLine", () => {
    this.CONSUME(t.notWhen);
    this.SUBRULE(this.anyOf);
    this.SUBRULE(this.trailing);
  });
}
