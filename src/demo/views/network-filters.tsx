import { deadCount, type Filter, isDead } from "../../network/layout";
import { filterSize } from "../deep/networks";
import type { Stage } from "../scene";

/** Filters in a row; gaps and cells in units of a pixel of a filter. */
const [perRow, gap] = [6, 0.8];

export interface FilterPicturesProps {
  readonly scene: Stage;
  readonly filters: readonly Filter[];
  readonly parameters: Float64Array;
}

/** Each filter as a picture: as strong as its weights, all on one scale; crossed out where it is exactly 0. */
export function FilterPictures({ scene: { words: { network: say } }, filters, parameters }: FilterPicturesProps) {
  return (
    <svg class="reglab-filters" viewBox={filterGridBox(filters.length)} role="img" aria-label={say.filters({ filters: filters.length, dead: deadCount(parameters, filters) })}>
      <FilterGrid filters={filters} parameters={parameters} />
    </svg>
  );
}

const pitch = filterSize + gap;

export function filterGridBox(filters: number): string {
  return `-0.4 -0.4 ${perRow * pitch} ${Math.ceil(filters / perRow) * pitch}`;
}

export function FilterGrid({ filters, parameters }: Omit<FilterPicturesProps, "scene">) {
  let largest = 0;
  for (const { start, length } of filters) for (let j = start; j < start + length; j += 1) largest = Math.max(largest, Math.abs(parameters[j] ?? 0));
  return (
    <>
      {filters.map((filter, f) => (
        <g key={f} transform={`translate(${(f % perRow) * pitch},${Math.floor(f / perRow) * pitch})`} class={isDead(parameters, filter) ? "reglab-filter is-dead" : "reglab-filter"}>
          <rect class="reglab-filter-frame" x={-0.2} y={-0.2} width={filterSize + 0.4} height={filterSize + 0.4} />
          {isDead(parameters, filter)
            ? <path d={`M0.8,0.8L${filterSize - 0.8},${filterSize - 0.8}M${filterSize - 0.8},0.8L0.8,${filterSize - 0.8}`} />
            : Array.from({ length: filter.length }, (_, k) => {
              const weight = parameters[filter.start + k] ?? 0;
              return weight === 0 ? null : (
                <rect key={k} class={weight > 0 ? "is-more" : "is-less"} x={k % filterSize} y={Math.floor(k / filterSize)} width="1.02" height="1.02" fill-opacity={Math.round((100 * Math.abs(weight)) / largest) / 100} />
              );
            })}
        </g>
      ))}
    </>
  );
}
