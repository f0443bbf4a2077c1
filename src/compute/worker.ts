// The whole of a worker: its build is text, of which the plugin makes a worker when a job is long enough.
import type { Request } from "./messages";
import { serve } from "./serve";

/** What a worker's global scope is to it. */
export interface WorkerScope {
  postMessage(message: unknown, transfer: ArrayBufferLike[]): void;
  onmessage: (event: { readonly data: Request }) => void;
}

export function startWorker(scope: WorkerScope): void {
  const receive = serve((message, transfer) => scope.postMessage(message, transfer));
  scope.onmessage = ({ data }) => receive(data);
}
