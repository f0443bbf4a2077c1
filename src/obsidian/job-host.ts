import type { JobHost, WorkerListener, WorkerPort } from "../compute/job-host";
import type { Message } from "../compute/messages";
import source from "../compute/worker?worker-source";

/** Jobs run in the main window and in workers made from the plugin's own text: there is nothing to fetch. */
export const jobHost: JobHost = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => window.setTimeout(resolve, 0)),
  after(milliseconds, callback) {
    const timer = window.setTimeout(callback, milliseconds);
    return () => window.clearTimeout(timer);
  },
  startWorker(listener: WorkerListener): WorkerPort | null {
    if (typeof Worker === "undefined") return null;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const revoke = () => URL.revokeObjectURL(url);
    try {
      const worker = new Worker(url);
      worker.onmessage = ({ data }: MessageEvent<Message>) => {
        // Its script is there once it speaks; revoked earlier, it might not be fetched yet.
        if (data.type === "ready") revoke();
        listener.message(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        listener.failure();
      };
      worker.onmessageerror = () => listener.failure();
      return {
        post: (message, transfer) => worker.postMessage(message, transfer as ArrayBuffer[]),
        terminate() {
          revoke();
          worker.terminate();
        },
      };
    } catch (error) {
      revoke();
      throw error;
    }
  },
};
