/** Builds dist/ with exactly the three files that Obsidian installs. */
export function buildPlugin(): Promise<void>;
