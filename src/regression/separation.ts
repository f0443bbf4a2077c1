import { type NewtonProblem, type NewtonState, scoresOf } from "./newton-state";

/** A direction counts as leading away from no row's class where no row loses more than this share of what the best one gains. */
const directionRounding = 1e-6;
/** A Newton step along which the loss falls forever gains about 1 for the separated rows. */
const leastGain = 0.1;

/**
 * Whether a hyperplane separates the classes: every row scores its own class highest, or the last step moves some rows towards
 * their classes and none away (then only some rows are separated; the loss still falls forever that way).
 */
export function isSeparated(problem: NewtonProblem, state: NewtonState, lastStep: Float64Array): boolean {
  if (smallestAndLargestLead(problem, state.scores).smallest > 0) return true;
  const { smallest, largest } = smallestAndLargestLead(problem, scoresOf(problem, lastStep));
  return largest > leastGain && smallest >= -directionRounding * largest;
}

/** By how much the score of its own class exceeds the others', over all rows. */
function smallestAndLargestLead({ loss }: NewtonProblem, scores: Float64Array): { smallest: number; largest: number } {
  const { rows: n, blocks } = loss;
  let smallest = Infinity;
  let largest = -Infinity;
  const count = (lead: number) => {
    smallest = Math.min(smallest, lead);
    largest = Math.max(largest, lead);
  };
  loss.classes?.forEach((own, i) => {
    if (blocks === 1) count(own === 1 ? scores[i]! : -scores[i]!);
    for (let other = 0; blocks > 1 && other < blocks; other++) if (other !== own) count(scores[own * n + i]! - scores[other * n + i]!);
  });
  return { smallest, largest };
}
