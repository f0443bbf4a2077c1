import type { MenuEntry } from "./block-actions";
import { dataFile, fittedRows, exportedProblem, exportedRows, weightsCsv } from "./export/exported-data";
import type { ExportedProblem } from "./export/exported-problem";
import { csvOf } from "./export/csv";
import { glmnetCode } from "./export/glmnet";
import { pytorchCode } from "./export/pytorch";
import { scikitLearnCode } from "./export/scikit-learn";
import { copyImage, copyText, saveSvg, type Sharing } from "./export/share";

/** What can be taken out of a block as it stands now. Without rows of data (the optimum was moved) there is no code that would give the same. */
export function exportEntries(sharing: Sharing): MenuEntry[] {
  const { scene } = sharing;
  const say = scene.words.menu;
  const { frames, model } = scene;
  const file = dataFile(model);
  const disabled = fittedRows(model) === undefined;
  const copy = (text: string, copied: string) => void copyText(text, copied, sharing);
  const code = (library: string, write: (problem: ExportedProblem) => string): MenuEntry => ({
    title: say.copyCode(library),
    icon: "code",
    disabled,
    run: () => {
      const problem = exportedProblem(scene, frames.now());
      if (problem !== null) copy(write(problem), say.codeCopied({ library, file }));
    },
  });
  return [
    { title: say.copyImage, icon: "image", run: () => void copyImage(sharing) },
    { title: say.saveSvg, icon: "image-down", run: () => void saveSvg(sharing) },
    { title: say.copyData, icon: "table", disabled, run: () => copy(csvOf(exportedRows(scene) ?? []), say.dataCopied(file)) },
    { title: say.copyWeights, icon: "table-2", run: () => copy(weightsCsv(scene, frames.now()), say.weightsCopied) },
    code("scikit-learn", scikitLearnCode),
    code("glmnet", glmnetCode),
    code("PyTorch", pytorchCode),
  ];
}
