import type { JobHost, WorkerListener } from "../../src/compute/job-host";
import type { Message, Request } from "../../src/compute/messages";
import { serve } from "../../src/compute/serve";

/** How a worker of the fake host behaves. */
export type Temper = "works" | "throws" | "missing" | "errors" | "silent" | "dies" | "falls silent";

export interface FakeHost extends JobHost {
  temper: Temper;
  /** Workers ever started, and those that run now. */
  started: number;
  alive: number;
  /** Kinds of the requests that workers got. */
  readonly asked: string[];
  /** Timers that wait. */
  readonly timers: Set<{ milliseconds: number; callback: () => void }>;
  /** Lets every waiting timer of at most so many milliseconds run out. */
  elapse(milliseconds: number): void;
  /** Called when a worker gets a request, before it works. */
  onRequest: (request: Request) => void;
}

/** Workers in the same thread, whose messages are copied and come later, as the real ones' do. */
export function fakeHost(temper: Temper): FakeHost {
  const host: FakeHost = {
    temper,
    started: 0,
    alive: 0,
    asked: [],
    timers: new Set(),
    onRequest: () => undefined,
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    after(milliseconds, callback) {
      const timer = { milliseconds, callback };
      host.timers.add(timer);
      return () => host.timers.delete(timer);
    },
    elapse(milliseconds) {
      for (const timer of [...host.timers]) {
        if (timer.milliseconds > milliseconds || !host.timers.delete(timer)) continue;
        timer.callback();
      }
    },
    startWorker(listener) {
      if (host.temper === "throws") throw Object.assign(new Error("refused by policy"), { name: "SecurityError" });
      return host.temper === "missing" ? null : startFake(host, listener);
    },
  };
  return host;
}

function startFake(host: FakeHost, listener: WorkerListener) {
  let ended = false;
  host.started += 1;
  host.alive += 1;
  const later = (action: () => void) => setImmediate(() => !ended && action());
  const say = (message: Message, transfer: ArrayBufferLike[]) => {
    const copy = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
    later(() => listener.message(copy));
  };
  let receive: ((request: Request) => void) | undefined;
  if (host.temper === "errors") later(() => listener.failure());
  else if (host.temper !== "silent") later(() => (receive = serve(say)));
  return {
    post(message: unknown, transfer: ArrayBufferLike[]) {
      const request = structuredClone(message, { transfer: transfer as ArrayBuffer[] }) as Request;
      later(() => {
        host.asked.push(request.type);
        host.onRequest(request);
        if (host.temper === "dies") listener.failure();
        else if (!ended && host.temper !== "falls silent") receive?.(request);
      });
    },
    terminate() {
      if (!ended) host.alive -= 1;
      ended = true;
    },
  };
}
