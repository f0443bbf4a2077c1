import { ownPresses } from "../ui/own-events";
import type { BlockProps } from "./block";
import { Remarks } from "./problems";
import type { Stage } from "./scene";
import { ownDataViews } from "./views";
import { hasOwnData } from "./views/view";

export type OwnDataBlockProps = Omit<BlockProps, "el" | "model" | "actions">;

/** A block without a table to fit: its views have their own data and their own controls. */
export function OwnDataBlock({ spec, state, words, language, remarks, print, host }: OwnDataBlockProps) {
  const stage: Stage = { spec, state, words: words.demo, print, host };
  return (
    <div class="reglab-block" lang={language} {...(print ? {} : ownPresses)}>
      {spec.views.filter(hasOwnData).map((name) => {
        const View = ownDataViews[name];
        return <View key={name} scene={stage} />;
      })}
      <Remarks sentences={remarks} />
      {spec.caption !== undefined && <div class="reglab-caption">{spec.caption}</div>}
    </div>
  );
}
