import type { Plugin } from "esbuild";

export const parquetInBundle: Plugin;
