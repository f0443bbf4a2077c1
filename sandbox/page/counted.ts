// Imported before anything else, so that what is counted is all there is.
import { installCensus, type Census } from "../host/census";

/** Only where the address asks for it: counting wraps the browser's own functions. */
export const census: Census | null = new URLSearchParams(window.location.search).has("census") ? installCensus(window) : null;
