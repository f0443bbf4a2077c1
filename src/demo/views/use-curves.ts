import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { PenaltyName } from "../../regression/note-objective";
import type { ErrorCurve } from "../curves";
import type { Scene } from "../scene";

/** The error curves of the block's penalties, asked for once the view is drawn; the view is rendered anew when one comes. */
export function useCurves({ model: { curves }, print }: Scene): (penalty: PenaltyName) => ErrorCurve | null {
  const [, setArrived] = useState(0);
  useLayoutEffect(() => curves.subscribe(() => setArrived((count) => count + 1)), [curves]);
  useEffect(() => {
    if (!print) void curves.want();
  }, [curves, print]);
  return (penalty) => curves.of(penalty);
}
