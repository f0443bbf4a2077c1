import type { columns as englishColumns, lab as english } from "./en-lab";

export const lab: typeof english = {
  title: "정규화 실험실",
  open: "실험실 열기",
  base: "정규화 회귀",
  openBlock: "실험실에서 열기",
  analyseTable: "커서가 있는 표 분석",
  analyseFile: "이 CSV 파일 분석",
  more: "다른 설정",
  insert: "노트에 블록으로 넣기",
  copy: "블록 복사",
  copied: "블록을 복사했습니다.",
  inserted: (note) => `블록을 넣은 노트: ${note}`,
  noNote: "편집 중인 노트가 없습니다. 노트를 열고 블록을 넣을 곳에 커서를 둔 다음 다시 시도하십시오.",
  needsHeading: "제목 아래의 첫 표가 아니어서 블록에서 가리킬 수 없습니다. 표 위에 제목을 더하십시오.",
  fields: {
    data: "데이터", target: "예측할 열", features: "예측에 쓸 열", penalties: "비교할 벌칙", lambda: "λ 값", match: "비교 기준", views: "보기",
    folder: "노트 폴더", tag: "노트 태그", missing: "없는 값", lag: "앞선 행의 수", test: "떼어 둘 비율", mix: "L1의 비율", aim: "판정의 기준",
    standardize: "표준화", folds: "폴드 수", seed: "시드", height: "높이", caption: "설명", name: "이름",
  },
  placeholders: {
    data: "diabetes, [[습관.csv]], 노트", target: "마지막 숫자 열", features: "나머지 모든 열", lambda: "수, best 또는 1se",
    folder: "일기", tag: "습관", height: "너비에 맞춤",
  },
  options: {
    lambda: "같은 λ", fit: "같은 훈련 오차", best: "각자의 최적 λ",
    predict: "예측을 잘하도록", few: "특성을 적게", stable: "안정된 선택",
    drop: "행을 뺌", mean: "열의 평균", zero: "0으로 채움",
  },
};

export const columns: typeof englishColumns = {
  choose: "열 고르기",
  target: "예측할 열",
  features: ({ used, all }) => `예측에 쓸 열: ${all}개 중 ${used}개`,
  all: "모든 열",
  back: "블록에 적힌 열로 되돌리기",
};
