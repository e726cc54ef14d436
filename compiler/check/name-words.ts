// A name as people of each language know it: the language's own names are translated, an author's never.

import { keywords } from "@avtal/grammar/keywords";
import type { Words } from "../problem.ts";
import type { Name } from "../syntax/ast.ts";

/** In the tree the language's own names have their Swedish spelling. */
export function nameWords(name: Name): Words {
  const own = Object.values(keywords).find((keyword) => keyword.role === "name" && keyword.sv === name.text);
  return { sv: name.text, en: own?.en ?? name.text };
}
