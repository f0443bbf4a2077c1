import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Half } from "../half-samples";
import { resamplingOf, type Resampling } from "../resampling";
import type { Scene } from "../scene";

export interface UsedHalves {
  /** Null where these data cannot be halved, or not in time. */
  readonly resampling: Resampling | null;
  readonly halves: readonly Half[] | null;
}

/** The fits on random halves of the rows, asked for once the view is drawn and only where `wanted`; rendered anew as they come. */
export function useHalves({ model, spec, print }: Scene, wanted = true): UsedHalves {
  const [, setArrived] = useState(0);
  const resampling = useMemo(() => {
    const found = resamplingOf(model, spec);
    if (print && wanted) found?.want({ now: true });
    return found;
  }, [model, spec, print, wanted]);
  useLayoutEffect(() => (wanted ? resampling?.subscribe(() => setArrived((count) => count + 1)) : undefined), [resampling, wanted]);
  useEffect(() => {
    if (!print && wanted) resampling?.want();
  }, [resampling, print, wanted]);
  return { resampling, halves: resampling?.halves() ?? null };
}
