// *Visa kostnadseffekt*: two wordings of an agreement over a file of episodes that the user picks, shown beside the text.
// Rule: the file is read by a thread of its own, which cancelling ends; it is sent nowhere and nothing of it is kept.

import { commands, ProgressLocation, ViewColumn, window, type Disposable } from "vscode";
import type { Agreement, Effect, EffectRequest, Wording } from "../workshop/messages.ts";
import { effectPage, panelOptions, type Compared } from "./effect-page.ts";
import { textsIn } from "./folder-texts.ts";
import type { Folders } from "./folders.ts";
import { keyed, type Known } from "./known.ts";
import { shown, shownLang } from "./shown-words.ts";
import type { Workshop } from "./thread.ts";

export function costEffect(folders: Folders, start: () => Workshop): Disposable {
  return commands.registerCommand("avtal.showEffect", async (given: unknown) => {
    const request = await asked(given, folders);
    if (request === undefined) return;
    const effect = await workedOut(request, start);
    if (effect === undefined) return;
    if (effect.kind === "refused") void offerAnotherTry(effect.problems, given);
    else showPage(effect);
  });
}

const mostProblems = 3;

/** With a button the whole message is shown, however long it is. */
async function offerAnotherTry(problems: readonly string[], given: unknown): Promise<void> {
  const retry = shown("Försök igen", "Try again");
  const picked = await window.showErrorMessage(problems.slice(0, mostProblems).join("\n"), retry);
  if (picked === retry) await commands.executeCommand("avtal.showEffect", given);
}

interface AgreementIn {
  readonly known: Known;
  readonly agreement: Agreement;
}

async function asked(given: unknown, folders: Folders): Promise<(EffectRequest & { known: Known }) | undefined> {
  const chosen = await agreementAsked(given, folders);
  if (chosen === undefined) return undefined;
  const { agreement, known } = chosen;
  const newestFirst = [...agreement.wordings].reverse();
  const before = await wordingAsked(newestFirst, shown("Lydelsen före", "The wording before"));
  if (before === undefined) return undefined;
  const others = newestFirst.filter(({ day }) => day !== before.day);
  const after = await wordingAsked(others, shown("Lydelsen efter", "The wording after"));
  if (after === undefined) return undefined;
  const [data] =
    (await window.showOpenDialog({
      title: shown("Välj vårdtillfällen (CSV eller Parquet)", "Choose care episodes (CSV or Parquet)"),
      openLabel: shown("Räkna", "Compute"),
      filters: { "CSV, Parquet": ["csv", "parquet"] },
    })) ?? [];
  if (data === undefined) return undefined;
  return { known, agreement: agreement.name, before: before.day, after: after.day, data: data.fsPath };
}

async function agreementAsked(given: unknown, folders: Folders): Promise<AgreementIn | undefined> {
  const named = keyed(agreementNamed(given), folders.all());
  const asked = named === undefined ? folders.all() : [named.known];
  const sound = asked.filter(({ overview }) => !overview().rejected);
  const agreements = sound.flatMap((known) => known.overview().agreements.map((agreement) => ({ known, agreement })));
  if (agreements.length === 0) {
    void window.showWarningMessage(
      shown("Avtalen har fel. Rätta dem först.", "The agreements have errors. Repair them first."),
    );
    return undefined;
  }
  const found = agreements.find(({ agreement }) => agreement.name === named?.id);
  if (found !== undefined) return found;
  const several = folders.all().length > 1;
  const picked = await window.showQuickPick(
    agreements
      .filter(({ agreement }) => agreement.wordings.length > 1)
      .map(({ known, agreement }) => ({
        label: agreement.name,
        description: several ? `${agreement.title} · ${known.name}` : agreement.title,
        agreement,
        known,
      })),
    {
      title: shown("Visa kostnadseffekt", "Show cost effect"),
      placeHolder: shown("Välj avtal", "Choose the agreement"),
    },
  );
  return picked;
}

/** The key of an agreement, as a lens gives it; empty where none is given. */
function agreementNamed(given: unknown): string {
  if (typeof given !== "object" || given === null || !("agreement" in given)) return "";
  return typeof given.agreement === "string" ? given.agreement : "";
}

async function wordingAsked(wordings: readonly Wording[], title: string): Promise<Wording | undefined> {
  const picked = await window.showQuickPick(
    wordings.map((wording) => ({
      label: wording.day,
      detail: wording.changes.map(({ says }) => says).join("; "),
      wording,
    })),
    { title },
  );
  return picked?.wording;
}

async function workedOut(
  { known, ...request }: EffectRequest & { readonly known: Known },
  start: () => Workshop,
): Promise<Effect | undefined> {
  const texts = await textsIn(known.home);
  return window.withProgress(
    {
      location: ProgressLocation.Notification,
      cancellable: true,
      title: shown("Räknar kostnadseffekten", "Working out the cost effect"),
    },
    async (progress, token) => {
      const workshop = start();
      token.onCancellationRequested(() => workshop.end());
      progress.report({ message: shown("läser avtalen", "reading the agreements") });
      const opened = await workshop.ask("open", { texts });
      progress.report({ message: shown("räknar båda lydelserna", "computing both wordings") });
      const effect = opened === undefined ? undefined : await workshop.ask("effect", request);
      workshop.end();
      return effect;
    },
  );
}

function showPage(effect: Compared): void {
  const panel = window.createWebviewPanel(
    "avtal.effect",
    shown("Kostnadseffekt", "Cost effect"),
    { viewColumn: ViewColumn.Beside, preserveFocus: false },
    panelOptions,
  );
  panel.webview.html = effectPage(effect, { lang: shownLang(), nonce: crypto.randomUUID() });
}
