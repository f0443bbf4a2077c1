/** Ends of the slider in the note's λ, and where it starts; 0 is a stop of its own below `min`. */
export interface LambdaRange {
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}
