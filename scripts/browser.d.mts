import type { Browser, LaunchOptions } from "playwright-core";
export const browserArguments: string[];
export function findOrInstallBrowser(): string;
export function launchBrowser(options?: LaunchOptions): Promise<Browser>;
