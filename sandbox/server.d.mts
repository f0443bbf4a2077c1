export interface SandboxOptions {
  /** A folder of notes; the sample vault without it. */
  vault?: string;
  /** Send the page's changes back into the folder. */
  write?: boolean;
  /** 0 for any free port; 4173 or the next free one without it. */
  port?: number;
  /** The vault itself, path → text, in place of a folder. */
  files?: Record<string, string>;
  /** False: serve the page as it was last built. */
  build?: boolean;
  log?: (line: string) => void;
}

export interface RunningSandbox {
  /** Ends with a slash. */
  url: string;
  close(): Promise<void>;
}

export function startSandbox(options?: SandboxOptions): Promise<RunningSandbox>;
