// Data inside a page: JSON, deflated, as base64. The browser unpacks it when somebody asks for it.
// Rule: a level of compression that is fixed, so that the same data give the same bytes; it is done beside us.

import { deflateRaw } from "node:zlib";
import { raw, type Raw } from "./tree.ts";

/** Base64 holds no sign that could end the element; a type that is no script is never run. */
export async function packed(id: string, data: unknown): Promise<Raw> {
  const bytes = await deflated(Buffer.from(JSON.stringify(data), "utf8"));
  return raw(`<script type="application/octet-stream" id="${id}">${bytes.toString("base64")}</script>\n`);
}

function deflated(text: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    deflateRaw(text, { level: 9 }, (error, bytes) => {
      if (error === null) resolve(bytes);
      else reject(error);
    });
  });
}
