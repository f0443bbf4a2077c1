import type { App } from "../host/app";
import { resolveSubpath } from "../host/metadata/cache-refs";
import type { TFile } from "../host/vault";

/** The line, from 0, on which the part of a note begins that a link's `#…` names; null where there is none. */
export function partLine(app: App, file: TFile | null, subpath: string): number | null {
  const cache = file && app.metadataCache.getFileCache(file);
  return (cache && resolveSubpath(cache, subpath)?.start.line) ?? null;
}
