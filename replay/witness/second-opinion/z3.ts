// The one place where z3-solver is spoken to: loaded only when it is asked for, and never needed otherwise.
// Rule: bounded time for each question, and no thread left behind.

/** What an outside solver says about a text of SMT-LIB. */
export interface Solver {
  readonly ask: (script: string) => Promise<"sat" | "unsat" | "unknown">;
  readonly close: () => void;
}

/** Milliseconds for one question. */
const longestQuestion = 4_000;

/** Undefined where the package is not installed. */
export async function openZ3(): Promise<Solver | undefined> {
  const found = await import("z3-solver").catch(() => undefined);
  if (found === undefined) return undefined;
  const { Z3, em } = await found.init();
  return {
    ask: async (script) => {
      const context = Z3.mk_context(Z3.mk_config());
      const said = await Z3.eval_smtlib2_string(
        context,
        `(set-option :timeout ${longestQuestion})\n${script}\n(check-sat)`,
      );
      Z3.del_context(context);
      const answer = said.trim();
      return answer === "sat" || answer === "unsat" ? answer : "unknown";
    },
    close: () => threadsOf(em)?.terminateAllThreads(),
  };
}

function threadsOf(em: unknown): { readonly terminateAllThreads: () => void } | undefined {
  if (typeof em !== "object" || em === null || !("PThread" in em)) return undefined;
  const threads = em.PThread;
  if (typeof threads !== "object" || threads === null || !("terminateAllThreads" in threads)) return undefined;
  return { terminateAllThreads: () => void Reflect.apply(threads.terminateAllThreads as () => void, threads, []) };
}
