import type { Words } from "./en";

function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length > 4 ? `${names.slice(0, 2).join(", ")}, …, ${last} 가운데 하나` : `${names.slice(0, -1).join(", ")} 또는 ${last}`;
}

export const classes: Words["demo"]["classes"] = {
  solving: "경로를 계산하는 중…",
  failed: (reason) => `경로를 계산하지 못했습니다: ${reason}`,
  title: (p) => (p.isNamed ? oneOf(p.names) : `${p.target}(${oneOf(p.names)})`),
  several: (p) =>
    `소프트맥스에는 특성과 클래스의 짝마다 가중치가 있어 모두 ${p.columns} × ${p.classes}개입니다. \`${p.example}\`의 가중치는 그 특성이 그 클래스를 얼마나 뒷받침하는지 나타냅니다. 여기서는 이 가중치 하나하나를 특성으로 셉니다.`,
  asked: (p) =>
    `\`${p.target}\` 열의 값은 정수 ${p.values}가지뿐입니다. 클래스를 뜻한다면 \`loss: ${p.loss}\`, 수를 뜻한다면 \`loss: squared\`라고 쓰십시오.`,
  loss: "손실: 평균 교차 엔트로피(로그 손실). 특성이 없으면 클래스의 엔트로피와 같음",
  errorNote: (folds) =>
    `행마다의 교차 엔트로피를 평균한 값입니다. 교차 검증은 ${folds}겹이며, 표준화는 겹마다 훈련 행만으로 합니다. 색칠한 곳은 오차가 최솟값보다 표준 오차 하나 넘게 큰 곳이고, 1SE는 그렇지 않은 가장 큰 λ입니다.`,
  gap: (p) =>
    `교차 엔트로피 + λ·벌칙 = ${p.objective}. 쌍대 간극 ${p.gap}: 어떤 가중치도 이 값을 그보다 더 줄이지 못합니다. 기울기 조건의 오차는 ${p.violation} 이내입니다.`,
  proofNote:
    "막대는 (1/n)|xᵀ(y − p)|, 가중치를 옮길 때 교차 엔트로피가 줄어드는 빠르기입니다(p는 예측 확률). L1에서는 0에서 벗어날 때 단위마다 λ를 치르므로, 한계에 못 미치면 옮길 까닭이 없어 가중치가 정확히 0이 됩니다.",
  claims: { l1: "L1 벌칙을 준 로지스틱 회귀", l2: "L2 벌칙을 준 로지스틱 회귀", "elastic-net": "엘라스틱 넷 로지스틱 회귀", none: "로지스틱 회귀" },
  noBetter: "교차 검증으로 보면, 늘 클래스의 비율을 답하는 것보다 낫지 않습니다.",
  endless: "일부 또는 모든 행의 클래스를 오류 없이 가릴 수 있습니다. 그래서 벌칙이 없으면 가중치가 끝없이 커집니다. λ = 0에서는 최적의 가중치가 없고, 그 자리에 보이는 값은 더 키워도 손실이 거의 줄지 않을 만큼 큰 가중치일 뿐입니다.",
  endlessAtZero: "λ = 0: 벌칙이 없습니다. 일부 또는 모든 행의 클래스를 오류 없이 가릴 수 있으므로 가중치를 키울수록 손실이 줄어, 최적의 가중치가 없습니다.",
  unfit: (data) => `이 보기에는 클래스가 아니라 예측할 수가 필요합니다. data: ${data}에는 있습니다.`,
  noHalves: "절반 표본은 수를 예측할 때만 적합합니다. data: correlated에서는 쓸 수 있습니다.",
};
