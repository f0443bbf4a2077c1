import { parse } from "yaml";
import { buildModel } from "../../src/demo/build-model";
import type { Model, PenaltyFit } from "../../src/demo/model";
import { parseSpec } from "../../src/demo/spec/parse-spec";
import type { Random } from "../../src/math/random";
import type { Moments } from "../../src/regression/least-squares";
import type { PenaltyName } from "../../src/regression/note-objective";

/** The model of a block with this text; throws where it cannot be built. */
export function modelOf(text = ""): Model {
  const parsed = parseSpec(text, (yaml) => parse(yaml) as unknown);
  const built = parsed.ok ? buildModel(parsed.spec, parsed.lines) : parsed;
  if (!built.ok) throw new Error(`cannot be built: ${text}`);
  return built.model;
}

export function fitOf(model: Model, penalty: PenaltyName): PenaltyFit {
  const found = model.fits.find((fit) => fit.penalty === penalty);
  if (found === undefined) throw new Error(`no fit with ${penalty}`);
  return found;
}

/** Two features with a random positive definite Gram matrix, its eigenvalues less than about 400 apart, and random correlations. */
export function randomPair(random: Random): Moments {
  const [first, second] = [0.3 + 2 * random(), 0.3 + 2 * random()];
  const between = 0.99 * (2 * random() - 1) * Math.sqrt(first * second);
  return {
    gram: { values: Float64Array.of(first, between, between, second), rows: 2, columns: 2 },
    correlations: Float64Array.of(4 * random() - 2, 4 * random() - 2),
    meanSquare: 10,
  };
}
