import { numberIn, readMeasurement } from "./column-words";
import type { data as english } from "./en-data";

const statistics = {
  mean: (measured: string) => `${measured}: 세포핵들의 평균`,
  error: (measured: string) => `${measured}: 평균의 표준오차`,
  worst: (measured: string) => `${measured}: 가장 큰 셋의 평균`,
};
const measurements: Readonly<Record<string, string>> = {
  radius: "반지름", texture: "결(회색 값의 퍼짐)", perimeter: "둘레", area: "넓이", smoothness: "매끄러움(반지름이 고른 정도)",
  compactness: "조밀도(둘레² / 넓이 − 1)", concavity: "윤곽이 파인 깊이", concave_points: "윤곽이 파인 곳의 수", symmetry: "대칭성",
  fractal_dimension: "윤곽의 프랙털 차원",
};

export const data: typeof english = {
  diabetes: {
    name: "당뇨병",
    description: "환자 442명: 열 가지 측정값과 1년 뒤의 병 진행도 (Efron 외, 2004)",
    columns: {
      age: "나이", sex: "성별(1 또는 2)", bmi: "체질량지수", bp: "평균 혈압", s1: "총 콜레스테롤", s2: "LDL 콜레스테롤",
      s3: "HDL 콜레스테롤", s4: "총 콜레스테롤 / HDL", s5: "중성지방의 로그", s6: "혈당", progression: "1년 뒤의 병 진행도",
    },
  },
  two: {
    name: "두 특성",
    description: "기하 보기를 위해 만든 60행: 서로 상관있는 두 특성이 모두 목표에 영향을 줍니다",
    columns: { x1: "약한 특성", x2: "강한 특성", y: "목표" },
  },
  sparse: {
    name: "희소한 참",
    description: "만든 데이터 80행: 특성 20개 중 5개만 목표에 영향을 주며, 어느 것인지 압니다",
    columns: { y: "목표" },
    column: (name) => `특성 20개 중 ${numberIn(name)}번째`,
  },
  correlated: {
    name: "쌍둥이 특성",
    description: "만든 데이터 80행: 거의 같은 특성들이 무리를 이루어, 그중 어느 것이 목표를 움직였는지 데이터로는 가릴 수 없습니다. 참을 압니다",
    columns: { d: "홀로 있는 특성", e: "홀로 있는 특성", y: "목표" },
    column: (name) => `${name.charAt(0)} 무리의 ${numberIn(name)}번째 쌍둥이`,
  },
  wide: {
    name: "유전자",
    description: "만든 데이터 60행: 유전자처럼 열 개씩 함께 오르내리는 특성 400개 중 10개만 목표에 영향을 주며, 어느 것인지 압니다",
    columns: { y: "목표" },
    column: (name) => `유전자 ${numberIn(name)}의 발현량, 묶음 40개 중 ${Math.ceil(numberIn(name) / 10)}번째`,
  },
  curve: {
    name: "잡음 섞인 물결",
    description: "사인 곡선에 잡음을 더해 만든 점 12개와 x의 9차까지의 거듭제곱: 다항식이 과적합하는 데이터",
    columns: { x: "물결 위의 자리, −1부터 1까지", y: "잡음이 섞인 높이" },
    column: (name) => `${name}: 물결 위 자리의 거듭제곱`,
  },
  orthonormal: {
    name: "직교 특성",
    description: "만든 데이터 60행: 서로 전혀 상관없는 특성 열 개라서 벌칙이 가중치마다 따로 작용합니다",
    columns: { y: "목표" },
    column: (name) => `특성 ${numberIn(name)}, 다른 모든 특성과 상관 없음`,
  },
  "breast-cancer": {
    name: "유방암",
    description: "유방 종양 569건: 세포핵에서 잰 서른 가지 값으로 양성과 악성을 가립니다 (Wolberg, Street, Mangasarian, 1995)",
    columns: { benign: "1 양성, 0 악성" },
    column: (name) => {
      const { statistic, measured } = readMeasurement(name);
      return statistics[statistic](measurements[measured] ?? measured);
    },
    classes: { malignant: "악성", benign: "양성" },
  },
  digits: {
    name: "손글씨 숫자",
    description: "손으로 쓴 숫자 450개, 숫자마다 45개, 8×8 픽셀: Alpaydin과 Kaynak(1998)의 1,797개에서 고르게 뽑았습니다",
    columns: { digit: "쓰인 숫자" },
    column: (name) => `${Number(name[1]) + 1}행 ${Number(name[2]) + 1}열의 픽셀: 0은 종이, 16은 잉크`,
  },
  presets: {
    compare: { name: "L1과 L2 비교", description: "당뇨병 데이터에서 가중치, 경로, 손실 등고선을 나란히" },
    geometry: { name: "L1이 0을 만드는 까닭", description: "특성이 둘일 때 손실 등고선과 마름모, 원판" },
    path: { name: "λ에 따른 가중치", description: "당뇨병 데이터의 모든 가중치를 λ에 대해" },
    "elastic-net": { name: "L1, 엘라스틱 넷, L2", description: "특성이 둘일 때 세 가지 벌칙을 나란히" },
    formula: { name: "움직이는 수식", description: "손실과 벌칙, 항마다 지금의 값" },
    optimizer: { name: "꺾인 점까지 한 걸음씩", description: "부분기울기법, 근접 경사법, 좌표 하강법, L2 · Adam + L2와 AdamW" },
    network: { name: "작은 신경망 실시간 학습", description: "벌칙 없음, 가중치 감쇠, L1, 그룹 L1으로 손글씨 숫자를" },
  },
};
