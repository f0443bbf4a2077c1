import type { Plugin } from "vite";
export function compileKernels(folder: string): Promise<string>;
export function viteKernels(): Plugin;
