import { stepValue } from "../plot/step-value";
import { sliderKey } from "../ui/slider-keys";
import { moveLambda, type Scene } from "./scene";

/** Lets the arrow keys move λ on an element with the role of a slider; `direction` −1 where larger means a smaller λ. */
export function lambdaKeys({ state, model: { lambdaRange } }: Scene, direction: 1 | -1 = 1) {
  return (event: KeyboardEvent): void => {
    const key = sliderKey(event);
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    if ("by" in key) moveLambda(state, stepValue(state.get().lambda, direction * key.by, lambdaRange));
    else moveLambda(state, (key.to === "start") === (direction === 1) ? 0 : lambdaRange.max);
  };
}
