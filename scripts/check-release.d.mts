export function checkRelease(
  version: string,
  from: {
    manifest: { version: string; minAppVersion: string };
    packageFile: { version: string };
    versions: Record<string, string>;
    changelog: string;
  },
): { faults: string[]; notes: string };
