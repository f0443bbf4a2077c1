import { createRandom, normal } from "../math/random";
import { linearTable, numberedColumns } from "./linear-table";
import type { Table } from "./table";

const rows = 60;
/** Genes that rise and fall together: 40 blocks of ten. */
const blocks = 40;
const perBlock = 10;
/** Between two genes of a block: a block-mate can stand in for a gene, but not well. */
const correlation = 0.5;
/** Ten of 400 genes, each in a block of its own, from strong ones that are found to weak ones that are missed. */
const truth = { g017: 0.3, g037: 2, g104: -1.6, g138: -0.5, g158: 1.3, g212: 0.4, g223: -1, g291: 0.8, g325: -0.6, g366: 0.4 };
/** About a tenth of the target's variance. */
const noise = 1;

/** Far more features than rows, like the expression of genes in a few patients; which genes truly count is known. */
export function drawWide(): Table {
  const random = createRandom(400);
  const columns = Array.from({ length: blocks }, () => {
    const shared = Float64Array.from({ length: rows }, () => normal(random));
    const gene = () => shared.map((value) => Math.sqrt(correlation) * value + Math.sqrt(1 - correlation) * normal(random));
    return Array.from({ length: perBlock }, gene);
  });
  return linearTable({ name: "wide", features: numberedColumns("g", columns.flat()), truth, noise, random });
}
