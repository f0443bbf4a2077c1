import type { InstalledPlugin } from "../host/plugin-list";

export interface ServedVault {
  name: string;
  files: Record<string, string>;
  /** Present where changes may be sent back. */
  token: string | null;
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address, { cache: "no-store" });
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return response;
}

export async function fetchVault(): Promise<ServedVault> {
  return (await get("/vault.json")).json() as Promise<ServedVault>;
}

/** The three files that Obsidian installs, as they were last built. */
export async function fetchPlugin(): Promise<InstalledPlugin> {
  const text = async (name: string) => (await get(`/dist/${name}`)).text();
  const [code, styles, manifest] = await Promise.all([text("main.js"), text("styles.css"), text("manifest.json")]);
  return { code, styles, manifest: JSON.parse(manifest) as InstalledPlugin["manifest"] };
}
