import type { Words } from "../../language/language";
import type { ProblemCode, ProblemOf, ProblemParams } from "./problem";

type Sentences = { readonly [C in ProblemCode]: (params: Readonly<ProblemParams[C]>) => string };

/** The problem with its line: "Line 3: `lamda` is not a key. Did you mean `lambda`?" Plain text, names and values in backticks. */
export function describeProblem<C extends ProblemCode>(problem: ProblemOf<C>, words: Words): string {
  const sentences: Sentences = words.spec.problems;
  return words.spec.atLine(problem.line, sentences[problem.code](problem.params));
}
