// The whole of a worker: its build is text, of which the plugin makes a worker when a job is long enough.
import type { Request } from "./messages";
import { serve } from "./serve";

declare const self: {
  postMessage(message: unknown, transfer: ArrayBufferLike[]): void;
  onmessage: (event: { readonly data: Request }) => void;
};

const receive = serve((message, transfer) => self.postMessage(message, transfer));
self.onmessage = ({ data }) => receive(data);
