/* A value of a Base, as views get it. */
export abstract class Value {
  abstract toString(): string;
  abstract isTruthy(): boolean;
}

export class NullValue extends Value {
  static readonly value = new NullValue();
  override toString(): string {
    return "null";
  }
  override isTruthy(): boolean {
    return false;
  }
}

export abstract class NotNullValue extends Value {}

export abstract class PrimitiveValue<T> extends NotNullValue {
  constructor(protected readonly value: T) {
    super();
  }
  override toString(): string {
    return String(this.value);
  }
  override isTruthy(): boolean {
    return Boolean(this.value);
  }
}

export class BooleanValue extends PrimitiveValue<boolean> {}
export class NumberValue extends PrimitiveValue<number> {}
export class StringValue extends PrimitiveValue<string> {}

export class ListValue extends NotNullValue {
  private readonly values: Value[];
  constructor(values: unknown[]) {
    super();
    this.values = values.map(valueOf);
  }
  override toString(): string {
    return this.values.join(", ");
  }
  override isTruthy(): boolean {
    return this.values.length > 0;
  }
  length(): number {
    return this.values.length;
  }
  get(index: number): Value {
    return this.values[index] ?? NullValue.value;
  }
}

export function valueOf(raw: unknown): Value {
  if (raw instanceof Value) return raw;
  if (typeof raw === "boolean") return new BooleanValue(raw);
  if (typeof raw === "number") return new NumberValue(raw);
  if (typeof raw === "string") return new StringValue(raw);
  if (Array.isArray(raw)) return new ListValue(raw as unknown[]);
  return NullValue.value;
}
