// npm run check:release -- VERSION: whether VERSION can be released from what is here; prints its section of the changelog.
import { readFileSync } from "node:fs";

const json = (file) => JSON.parse(readFileSync(file, "utf8"));

/** @returns {{ faults: string[], notes: string }} what stands against releasing `version`, and what its release says */
export function checkRelease(version, { manifest, packageFile, versions, changelog }) {
  const faults = [];
  if (!/^\d+\.\d+\.\d+$/.test(version)) faults.push(`"${version}" is not a version of the form 1.2.3.`);
  if (manifest.version !== version) faults.push(`manifest.json says ${manifest.version}.`);
  if (packageFile.version !== version) faults.push(`package.json says ${packageFile.version}.`);
  const known = Object.keys(versions).filter((name) => compare(name, version) <= 0).sort(compare).at(-1);
  if (known === undefined || versions[known] !== manifest.minAppVersion) {
    faults.push(`versions.json gives ${known === undefined ? "no app version" : `${versions[known]} (at ${known})`} for ${version}, manifest.json ${manifest.minAppVersion}.`);
  }
  const notes = sectionOf(changelog, version);
  if (notes === "") faults.push(`CHANGELOG.md has no section "## ${version}".`);
  return { faults, notes };
}

function compare(a, b) {
  const [left, right] = [a, b].map((name) => name.split(".").map(Number));
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : left[at] - right[at];
}

function sectionOf(changelog, version) {
  const lines = changelog.split("\n");
  const start = lines.indexOf(`## ${version}`);
  if (start < 0) return "";
  const end = lines.findIndex((line, index) => index > start && line.startsWith("## "));
  return lines.slice(start + 1, end < 0 ? undefined : end).join("\n").trim();
}

if (process.argv[1]?.endsWith("check-release.mjs")) {
  const { faults, notes } = checkRelease(process.argv[2] ?? "", {
    manifest: json("manifest.json"),
    packageFile: json("package.json"),
    versions: json("versions.json"),
    changelog: readFileSync("CHANGELOG.md", "utf8"),
  });
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) console.log(notes);
  process.exit(faults.length === 0 ? 0 : 1);
}
