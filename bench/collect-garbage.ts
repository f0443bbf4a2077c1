import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/** Memory is measured after it: garbage that is not yet collected is not held. */
export const collectGarbage = runInNewContext("gc") as () => void;
