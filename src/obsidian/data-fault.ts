import type { CsvFault } from "../data/csv-table";
import type { ProblemParams } from "../demo/spec/problem";

/** Why data of the reader's own could not be read, for a message at the line that names them. */
export type DataFault = { [C in keyof ProblemParams]: { readonly ok: false; readonly code: C; readonly params: ProblemParams[C] } }[keyof ProblemParams];

/** Why a file of values is no table, under its name. */
export function csvFault(name: string, fault: CsvFault & { readonly ok: false }): DataFault {
  const { ok: _, code, ...params } = fault;
  return { ok: false, code, params: { name, ...params } } as DataFault;
}
