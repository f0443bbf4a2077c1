import type { LossName } from "../../regression/note-objective";
import type { Scene } from "../scene";
import { dataFor } from "../spec/view-data";
import { View } from "./panel";
import type { ViewName } from "./view";

/** Views whose picture is that of the squared error, each with the data that show it. */
const squaredOnly = ["fit", "threshold", "stability", "rows"] as const satisfies readonly ViewName[];
type SquaredOnly = (typeof squaredOnly)[number];

/** Whether a view has no picture of this loss. */
export function isUnfit(view: ViewName, loss: LossName): view is SquaredOnly {
  return loss !== "squared" && squaredOnly.some((name) => name === view);
}

/** Stands where a view would be that cannot show classes. */
export function UnfitView({ scene: { words }, name }: { scene: Scene; name: SquaredOnly }) {
  return (
    <View name={name} title={words[name].title}>
      <p class="reglab-note">{words.classes.unfit(dataFor([name]))}</p>
    </View>
  );
}
