// The only exit codes of the command line. A process that is interrupted has none: shells then say 130.

export const exitCode = {
  ok: 0,
  /** An expectation failed: a text is not laid out, differences were found. */
  differs: 1,
  /** Input was refused: agreement, data, usage. */
  refused: 2,
  /** More rows were refused than `--max-refused` allows. */
  tooManyRefused: 3,
  /** The machine would not: disk, rights, Node, a missing binary. */
  environment: 4,
  /** Our own fault. */
  ourFault: 5,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
