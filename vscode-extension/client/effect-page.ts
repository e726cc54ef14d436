// The page of a cost effect: total, payers and a drawing.
// Rule: no script, nothing from outside, and every word is text, whatever signs a name or title has.

import type { Effect, EffectRow, Lang } from "../workshop/messages.ts";

export type Compared = Extract<Effect, { readonly kind: "compared" }>;

/** What the panel around the page may do: run nothing, send nothing, load no file of this machine. */
export const panelOptions = { enableScripts: false, enableForms: false, localResourceRoots: [] } as const;

export interface PageChoice {
  readonly lang: Lang;
  /** Lets this page's one style sheet through. */
  readonly nonce: string;
}

export function effectPage(effect: Compared, { lang, nonce }: PageChoice): string {
  const say = (sv: string, en: string): string => (lang === "sv" ? sv : en);
  const title = say("Kostnadseffekt", "Cost effect");
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="sentence">${inert(effect.sentence)}</p>
<table>
<caption>${inert(effect.before)} → ${inert(effect.after)}</caption>
<thead><tr><th scope="col">${say("Betalare", "Payer")}</th>${[
    say("Före, kr", "Before, kr"),
    say("Efter, kr", "After, kr"),
    say("Skillnad, kr", "Difference, kr"),
  ]
    .map((head) => `<th scope="col" class="amount">${head}</th>`)
    .join("")}</tr></thead>
<tbody>
${effect.payers.map((row) => rowOf(row, "td")).join("\n")}
</tbody>
<tfoot>
${rowOf(effect.total, "th")}
</tfoot>
</table>
${drawing(effect.payers, say("Skillnad för varje betalare, kr", "Difference for each payer, kr"))}
${changesTable(effect, say("Vad varje ändring gör", "What each change does"))}
<h2>${say("Så är det räknat", "How it is worked out")}</h2>
<ul>
${effect.basis.map((line) => `<li>${inert(line)}</li>`).join("\n")}
</ul>
</main>
</body>
</html>
`;
}

function changesTable({ changes }: Compared, title: string): string {
  if (changes.length === 0) return "";
  const rows = changes.map(
    ({ says, difference }) =>
      `<tr><th scope="row">${inert(says)}</th><td class="amount">${inert(difference)}</td></tr>`,
  );
  return `<table>
<caption>${title}</caption>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

function rowOf({ name, before, after, difference }: EffectRow, cell: "td" | "th"): string {
  const amounts = [before, after, difference].map((amount) => `<${cell} class="amount">${inert(amount)}</${cell}>`);
  return `<tr><th scope="row">${inert(name)}</th>${amounts.join("")}</tr>`;
}

const rowHeight = 22;
const labelWidth = 190;
const halfWidth = 150n;
const middle = labelWidth + Number(halfWidth);
const fullWidth = middle + Number(halfWidth) + 150;

/** Bars to the left pay less, to the right more; whole parts of the longest bar, worked out in whole öre. */
function drawing(rows: readonly EffectRow[], title: string): string {
  const sizes = rows.map(({ differenceOre }) => BigInt(differenceOre));
  const largest = sizes.map((size) => (size < 0n ? -size : size)).reduce((a, b) => (a > b ? a : b), 0n);
  if (largest === 0n) return "";
  const bars = rows.map(({ name, difference }, index) => {
    const size = sizes[index] ?? 0n;
    const length = Number(((size < 0n ? -size : size) * halfWidth) / largest);
    const top = index * rowHeight;
    const left = size < 0n ? middle - length : middle;
    return `<text x="${labelWidth - 8}" y="${top + 15}" text-anchor="end">${inert(name)}</text>
<rect class="${size < 0n ? "less" : "more"}" x="${left}" y="${top + 4}" width="${length}" height="${rowHeight - 8}"/>
<text x="${middle + Number(halfWidth) + 8}" y="${top + 15}">${inert(difference)}</text>`;
  });
  const height = rows.length * rowHeight;
  return `<figure>
<figcaption>${inert(title)}</figcaption>
<svg role="img" aria-label="${inert(title)}" viewBox="0 0 ${fullWidth} ${height}" width="${fullWidth}" height="${height}">
${bars.join("\n")}
<line x1="${middle}" y1="0" x2="${middle}" y2="${height}"/>
</svg>
</figure>`;
}

const style = `
body { color: var(--vscode-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family); padding: 1rem; }
main { max-width: 46rem; }
h1 { font-size: 1.3rem; font-weight: 600; }
h2 { font-size: 1rem; font-weight: 600; margin-top: 1.2rem; }
.sentence { font-size: 1.1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: 0.3rem 0; color: var(--vscode-descriptionForeground); }
th, td { padding: 0.2rem 0.6rem; border-bottom: 1px solid var(--vscode-panel-border, #8888); text-align: left; font-weight: normal; }
thead th, tfoot th { font-weight: 600; }
.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 1.2rem 0; }
figcaption { font-weight: 600; padding-bottom: 0.4rem; }
svg { max-width: 100%; height: auto; }
svg text { fill: var(--vscode-foreground); font-size: 12px; font-variant-numeric: tabular-nums; }
svg line { stroke: var(--vscode-foreground); stroke-width: 1; }
.more { fill: var(--vscode-charts-orange, #b45309); }
.less { fill: var(--vscode-charts-blue, #1f6feb); }
`;

function inert(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
