/** One stretch of memory that the kernels work in. Places are byte offsets, so that they outlive growth, which views do not. */
export interface Arena {
  /** Bytes held from the host, used or not. */
  readonly size: number;
  /** Where the next reservation starts. Give it to `release` to return everything reserved after it. */
  mark(): number;
  release(mark: number): void;
  /**
   * Reserves bytes, aligned to 64, with whatever was there before. Views taken earlier are to be taken anew.
   * @throws RangeError where the host has no memory left; nothing is reserved then.
   */
  reserve(bytes: number): number;
  /** Views of `length` elements from a place on. */
  float64(place: number, length: number): Float64Array;
  int32(place: number, length: number): Int32Array;
  int16(place: number, length: number): Int16Array;
}

/** What an arena stands on: `grow` makes `buffer` at least so many bytes long and keeps its content. */
export interface ArenaStore {
  readonly buffer: ArrayBuffer;
  grow(bytes: number): void;
}

/** A cache line begins at every place. */
const line = 64;
/** The first place; none is 0. */
export const arenaStart = line;

export function createArena(store: ArenaStore): Arena {
  let top = arenaStart;
  return {
    get size() {
      return store.buffer.byteLength;
    },
    mark: () => top,
    release(mark) {
      top = mark;
    },
    reserve(bytes) {
      const place = top;
      const end = place + Math.ceil(bytes / line) * line;
      if (end > store.buffer.byteLength) store.grow(end);
      top = end;
      return place;
    },
    float64: (place, length) => new Float64Array(store.buffer, place, length),
    int32: (place, length) => new Int32Array(store.buffer, place, length),
    int16: (place, length) => new Int16Array(store.buffer, place, length),
  };
}
