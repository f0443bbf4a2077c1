// AssemblyScript, compiled to WebAssembly in the build. Every argument that ends in a place is a byte offset in the arena;
// ../kernel-set.ts says what each function does, ../scalar-kernels.ts does the same in plain TypeScript.
export { axpy, dot, shift } from "./vectors";
export { gram, listProducts, listTimes, times, transposeTimes } from "./products";
export { solveLower, solveUpper } from "./triangular";
export { quantise, screen } from "./screening";
