import type { Plugin } from "esbuild";
export const shippedFonts: readonly string[];
export function withoutUnusedMeasures(source: string): string;
export const esbuildKatex: Plugin;
