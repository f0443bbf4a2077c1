import { parse } from "yaml";
import { buildModel } from "../../src/demo/build-model";
import type { Model } from "../../src/demo/model";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import { formatNumber } from "../../src/plot/number-format";

/** The model that a block of this text draws from: what the page shows is held against the engine, not against a picture. */
export function fittedModel(text: string): Model {
  const parsed = parseSpec(text, parse);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const built = buildModel(parsed.spec, parsed.lines);
  if (!built.ok) throw new Error(JSON.stringify(built.problem));
  return built.model;
}

/** One penalty's weights at λ by feature, as the views write them. */
export function shownWeights(model: Model, penalty: string, lambda: number): Record<string, string> {
  const weights = model.fits.find((fit) => fit.penalty === penalty)?.weightsAt(lambda);
  if (weights === undefined) throw new Error(`no ${penalty}`);
  return Object.fromEntries(model.features.map((name, j) => [name, formatNumber(weights[j] ?? NaN)]));
}
