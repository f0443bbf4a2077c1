// For npm run mutation: a change is there from the moment a file of tests is loaded, and not from its first test on, so that what tests prepare for themselves is made with it.
import { inject } from "vitest";

if (inject("mode") === "mutant") globalThis[inject("globalNamespace")].activeMutant = inject("activeMutant");
