import type { Plugin } from "vite";
export function readNotes(folder: string): Record<string, string>;
export function viteNotes(): Plugin;
