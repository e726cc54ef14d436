// Data inside a page: JSON, deflated, as base64. The browser unpacks it when somebody asks for it.
// Rule: a level of compression that is fixed, so that the same data give the same bytes.

import { deflateRawSync } from "node:zlib";
import { raw, type Raw } from "./tree.ts";

/** Base64 holds no sign that could end the element; a type that is no script is never run. */
export function packed(id: string, data: unknown): Raw {
  const bytes = deflateRawSync(Buffer.from(JSON.stringify(data), "utf8"), { level: 9 });
  return raw(`<script type="application/octet-stream" id="${id}">${bytes.toString("base64")}</script>\n`);
}
