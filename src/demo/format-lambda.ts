import { formatNumber } from "../plot/number-format";

/** λ with the three digits that it is moved by, below 0.1 too, where other numbers get two. */
export function formatLambda(lambda: number): string {
  return formatNumber(lambda, lambda < 0.0995 ? 4 : 3);
}
