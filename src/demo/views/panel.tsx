import type { ComponentChildren } from "preact";
import { markerPath } from "../../plot/marker";
import type { PenaltyName } from "../../regression/note-objective";
import { penaltyLook } from "../penalty-look";
import type { Scene } from "../scene";
import type { ViewName } from "./view";

/** The frame of a view: its title, something beside it, its content. */
export function View({ name, title, aside, children }: { name: ViewName; title: string; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <div role="group" class={`reglab-view reglab-view-${name}`} aria-label={title}>
      <header class="reglab-view-header">
        <span class="reglab-view-title">{title}</span>
        {aside}
      </header>
      {children}
    </div>
  );
}

/** A penalty's shape and name in its colour. */
export function PenaltyKey({ penalty, scene }: { penalty: PenaltyName; scene: Scene }) {
  return (
    <span class={`reglab-key ${penaltyLook[penalty].class}`}>
      <Shape penalty={penalty} />
      {scene.words.penalties[penalty]}
    </span>
  );
}

export function Shape({ penalty }: { penalty: PenaltyName }) {
  return (
    <svg class="reglab-shape" viewBox="-7 -7 14 14" width="12" height="12" aria-hidden="true">
      <path d={markerPath(penaltyLook[penalty].shape, 4.6)} />
    </svg>
  );
}
