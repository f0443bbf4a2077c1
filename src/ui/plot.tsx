import type { ComponentChildren, Ref } from "preact";

export interface PlotProps {
  readonly width: number;
  readonly height: number;
  /** What the plot is; its values are read out by the text beside it. */
  readonly label: string;
  readonly class?: string;
  readonly svg?: Ref<SVGSVGElement>;
  readonly children: ComponentChildren;
}

/** One drawing surface: as wide as its place, one unit a CSS pixel where it has been measured, scaled where it has not (print). */
export function Plot({ width, height, label, svg, children, ...rest }: PlotProps) {
  return (
    <svg
      ref={svg ?? null}
      class={`reglab-plot ${rest.class ?? ""}`}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      role="group"
      aria-label={label}
      data-ignore-swipe="true"
    >
      {children}
    </svg>
  );
}
