import type { BuildOptions } from "esbuild";

export const pluginOptions: BuildOptions;
/** Builds dist/ with exactly the three files that Obsidian installs. */
export function buildPlugin(): Promise<void>;
