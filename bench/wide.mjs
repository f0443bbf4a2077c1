// node bench/wide.mjs: lasso paths of 100 λ (ratio 1e-2) for many more columns than rows, on both kinds of kernels.
import { runBundled } from "./bundled.mjs";

await runBundled("./wide.ts");
