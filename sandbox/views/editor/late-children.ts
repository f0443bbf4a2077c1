import { Component } from "../../host/component";

/** Live Preview is late to unload what a widget held: plugins have to live with children whose elements are gone. */
const lateMs = 100;

/** The components of an editor's widgets; none outlives its widget by more than a moment, not even when the note is closed. */
export class LateChildren {
  private readonly alive = new Set<Component>();

  get size(): number {
    return this.alive.size;
  }

  add(): Component {
    const component = new Component();
    this.alive.add(component);
    void component.load();
    return component;
  }

  drop(component: Component | undefined): void {
    if (!component || !this.alive.delete(component)) return;
    window.setTimeout(() => component.unload(), lateMs);
  }

  dropAll(): void {
    for (const component of [...this.alive]) this.drop(component);
  }
}
