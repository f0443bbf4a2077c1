import { parseYaml } from "obsidian";
import { fieldsOf } from "../demo/spec/block-fields";
import type { Lab } from "./lab";

export const labViewType = "regularization-lab";

/** Shows the lab with this block's text, in a lab that is open or a new tab; without a text, as it was left. */
export async function showLab({ app: { workspace } }: Lab, body?: string): Promise<void> {
  const [open] = workspace.getLeavesOfType(labViewType);
  const leaf = open ?? workspace.getLeaf("tab");
  if (open === undefined || body !== undefined) {
    const fields = fieldsOf(body ?? "", (yaml) => parseYaml(yaml) as unknown);
    await leaf.setViewState({ type: labViewType, active: true, state: { fields } });
  }
  await workspace.revealLeaf(leaf);
}
