import type { FunctionComponent } from "preact";
import type { Scene, Stage } from "../scene";
import { DistributionView } from "./distribution";
import { FitView } from "./fit";
import { FormulaView } from "./formula";
import { GeometryView } from "./geometry";
import { PathView } from "./path";
import { ErrorView } from "./error";
import { NetworkView } from "./network";
import { OptimizerView } from "./optimizer";
import { InterpretView } from "./interpret";
import { ProofView } from "./proof";
import { RowsView } from "./rows";
import { StabilityView } from "./stability";
import { TableView } from "./table";
import { ThresholdView } from "./threshold";
import { VerdictView } from "./verdict";
import type { OwnDataView, ViewName } from "./view";
import { WeightsView } from "./weights";

/** Those that need less than a scene. */
export const ownDataViews: Record<OwnDataView, FunctionComponent<{ scene: Stage }>> = {
  optimizer: OptimizerView,
  network: NetworkView,
};

/** Every view there is. A view draws itself from the scene and keeps itself up to date. */
export const views: Record<ViewName, FunctionComponent<{ scene: Scene }>> = {
  formula: FormulaView,
  geometry: GeometryView,
  weights: WeightsView,
  distribution: DistributionView,
  path: PathView,
  error: ErrorView,
  fit: FitView,
  threshold: ThresholdView,
  proof: ProofView,
  interpret: InterpretView,
  stability: StabilityView,
  rows: RowsView,
  table: TableView,
  verdict: VerdictView,
  ...ownDataViews,
};
