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
    close: () => endThreads(em),
  };
}

/**
 * Ends the threads of the solver, and hears no more of them: one that has answered tells a moment later that it is done,
 * and the solver takes it for a fault that the thread is gone by then.
 */
export function endThreads(em: unknown): void {
  const threads = held(em, "PThread");
  for (const worker of [held(threads, "runningWorkers"), held(threads, "unusedWorkers")].flat()) {
    const terminate = held(worker, "terminate");
    if (typeof worker !== "object" || worker === null || typeof terminate !== "function") continue;
    Object.assign(worker, { onmessage: () => undefined });
    Reflect.apply(terminate, worker, []);
  }
}

function held(thing: unknown, name: string): unknown {
  return typeof thing === "object" && thing !== null ? Reflect.get(thing, name) : undefined;
}
