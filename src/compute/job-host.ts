import type { Message } from "./messages";

/** What jobs need of the place they run in: time, and another thread where there is one. */
export interface JobHost {
  /** Milliseconds from any start. */
  now(): number;
  /** Lets others have the thread for a moment. */
  pause(): Promise<void>;
  /** Calls back once, so many milliseconds later; the result takes it back. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Null, or an error thrown, where there are no workers. */
  startWorker(listener: WorkerListener): WorkerPort | null;
}

export interface WorkerListener {
  message(message: Message): void;
  /** The worker did not start, or is gone. */
  failure(): void;
}

export interface WorkerPort {
  post(message: unknown, transfer: ArrayBufferLike[]): void;
  /** Nothing is heard from it afterwards. */
  terminate(): void;
}
