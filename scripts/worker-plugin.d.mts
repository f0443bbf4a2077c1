import type { Plugin } from "vite";
export function buildWorker(file: string): Promise<{ text: string; inputs: string[] }>;
export function viteWorker(): Plugin;
