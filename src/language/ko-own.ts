import { code, codes, grouped } from "./code-names";
import type * as english from "./en-own";

const orMeant = (otherwise: string, meant: string | undefined) => (meant === undefined ? otherwise : `혹시 ${code(meant)}인가요?`);

export const ownProblems: typeof english.ownProblems = {
  "file-kind": (p) => `표로 읽을 수 없는 종류의 파일입니다: ${code(p.value)}. CSV로 저장하거나 노트 안에 표로 옮기십시오.`,
  "notes-only": (p) => `${codes(p.keys)} 값은 ${code("data: notes")}에만 쓰입니다.`,
  "no-file": (p) => `보관함에 없는 파일입니다: ${code(p.link)}. ${orMeant("이름을 확인하거나 파일을 만드십시오.", p.meant)}`,
  "no-heading": (p) =>
    `${code(p.note)} 노트에 없는 제목입니다: ${code(p.heading)}. ${orMeant(p.headings.length === 0 ? "이 노트에는 제목이 없습니다." : `있는 제목: ${codes(p.headings)}`, p.meant)}`,
  "no-table": (p) => `${code(p.note)} 노트${p.heading === undefined ? "" : `의 ${code(p.heading)} 아래`}에 표가 없습니다. 머리글 아래에 줄표(-)로 된 줄이 있는 마크다운 표가 필요합니다.`,
  "no-notes": (p) => {
    if (p.folder === undefined && p.tag === undefined) return `${code("data: notes")}에는 어느 노트인지가 필요합니다. ${code("folder: Daily")} 또는 ${code("tag: habit")} 줄을 더하십시오.`;
    const where = [p.folder === undefined ? "" : `${code(p.folder)} 폴더에 `, p.tag === undefined ? "" : `태그 ${code(p.tag)} 붙은 `].join("");
    return `${where}노트가 없습니다.`;
  },
  "base-empty": (p) => `베이스에 보이는 노트가 없습니다: ${code(p.base)}.`,
  indexing: (p) => `앱이 아직 노트를 읽고 있습니다: ${p.notes}개 중 ${p.ready}개.`,
  "no-properties": (p) => `노트 ${p.notes}개에 읽을 속성이 없습니다. 노트 맨 위에 ${code("sleep: 7.5")} 같은 수가 필요합니다.`,
  "too-large": (p) => `${code(p.name)} 파일의 크기가 ${p.size} MB입니다. ${p.most} MB까지 읽을 수 있습니다. 행이나 열을 줄이십시오.`,
  "csv-encoding": (p) => `${code(p.name)} 파일이 UTF-8로 저장되지 않아 글자를 읽을 수 없습니다. ‘CSV UTF-8’로 다시 저장하십시오.`,
  "csv-empty": (p) => `빈 파일입니다: ${code(p.name)}. 첫 줄에 열 이름, 그 아래에 행마다 한 줄씩 필요합니다.`,
  "csv-no-rows": (p) => `열 이름만 있고 행이 없는 파일입니다: ${code(p.name)}.`,
  "csv-quote": (p) => `${code(p.name)}: ${p.row}번째 행, ${code(p.column)} 열에서 연 따옴표가 닫히지 않았습니다.`,
  "csv-ragged": (p) => `${code(p.name)}: ${p.row}번째 행의 칸은 ${p.cells}개인데 머리글은 ${p.columns}개입니다. 구분 기호가 든 칸은 따옴표로 묶으십시오.`,
  "reading-stopped": (p) => `${code(p.name)} 파일을 읽다가 멈추었습니다.`,
  "no-numbers": (p) => `${code(p.data)} 데이터에 예측할 수 있는 숫자 열이 없습니다.`,
  unread: (p) => `${code(p.name)} 파일을 읽지 못했습니다: ${p.reason}`,
};

export const ownKeys: typeof english.ownKeys = {
  folder: "읽을 노트가 있는 폴더",
  tag: "읽을 노트에 붙은 태그",
  missing: "값이 없는 행을 다루는 방법: drop, mean, zero",
  predict: "보기 전에 먼저 맞혀 볼지 여부",
  test: "맞추지 않고 떼어 둘 행의 비율",
  lag: "특성을 몇 행 앞에서 가져올지",
};

export const own: typeof english.own = {
  loading: "데이터를 읽는 중…",
  reading: (percent) => `데이터를 읽는 중: ${percent}%`,
  stop: "멈추기",
  again: "파일 읽기",
  summed: "파일이 커서 행을 하나하나 남기지 않고, 모든 행에서 구한 합으로 맞춥니다. 행을 하나씩 보여 주는 뷰에는 그릴 것이 없습니다.",
  leftOut: (p) =>
    `${grouped(p.rows)}행 가운데 ${grouped(p.left)}행은 값이 없어 뺐습니다: ${p.gaps.map(({ name, rows }) => `${code(name)} ${grouped(rows)}행`).join(", ")}.${p.fillable ? ` 특성만 빠진 행을 남기려면 ${code("missing: mean")}, 빈칸을 0 또는 ‘아니요’로 읽으려면 ${code("missing: zero")} 줄을 더하십시오.` : ""}`,
  filled: (p) => `없는 값 ${p.cells}개를 ${p.rule === "mean" ? "그 열의 평균으로" : "0으로"} 채웠습니다.`,
  unused: (names) => `쓰지 않은 열: ${names.join(", ")}.`,
  reasons: {
    empty: () => "비어 있음",
    constant: () => "모든 행의 값이 같음",
    date: () => "날짜: 행의 순서를 정하는 데 씀",
    id: () => "행을 가리키기만 하는 번호",
    year: () => "연도",
    text: (p) => `서로 다른 값이 ${p.values}개인 글`,
    units: (p) => `단위가 서로 다름: ${p.units.join(", ")}`,
  },
  unreadable: (p) => `${code(p.name)}: 수가 아닌 칸이 ${p.count}개 있습니다. 첫 칸은 ${p.row}번째 행입니다 (${code(p.text)}).`,
  lagged: (rows) => `모든 특성은 ${rows}행 앞의 값이고, 목표는 그 행의 값입니다.`,
  dated: "행은 날짜 순서이며, 교차 검증은 이웃한 행들을 한 덩어리로 떼어 놓습니다. 바로 전날을 엿보지 않게 하려는 것입니다.",
  missingDays: (p) => `첫날부터 마지막 날까지 ${p.all}일 가운데 ${p.missing}일은 행이 없습니다. ${code("lag")}는 날이 아니라 행을 셉니다.`,
  leaked: (p) => `${codes(p.names)}: ${code(p.target)} 값과 거의 같습니다(상관계수가 ±0.99를 넘음). 같은 것을 달리 적었거나 거기서 계산한 값이라면 빼고 보십시오. 그래야 다른 열의 몫이 드러납니다.`,
  leakedTogether: (p) => `이 열들을 합치면 ${code(p.target)} 값이 거의 정확히 나옵니다. 이 열들로 계산한 값은 아닙니까?`,
  twins: (p) =>
    `${codes(p.names)}: 두 열은 거의 같은 값입니다(상관계수가 ±0.999를 넘음).${p.more === 0 ? "" : ` 이런 쌍이 ${p.more}개 더 있습니다.`} 가중치는 둘을 하나로 보고 읽으십시오. L1은 대개 둘 중 하나만 남기는데 어느 쪽이 남는지는 작은 차이로 갈리고, L2는 가중치를 둘에 나눕니다. 벌칙이 없으면 두 가중치가 서로 반대로 한없이 커질 수 있습니다.`,
  trend: (p) => `${code(p.target)} 값은 시간에 따라 변합니다(상관계수 ${p.correlation}).${p.names.length === 0 ? "" : ` 역시 시간에 따라 변하는 열은 그 이유만으로 함께 움직일 수도 있습니다: ${codes(p.names)}.`}`,
  fewRows: (p) => `열 ${p.columns}개에 ${p.rows}행: 열 하나에 열 행이 되지 않으면, 여기서 찾은 것은 우연일 수 있습니다.`,
  association: (p) => `남은 열은 ${code(p.target)} 값과 함께 움직입니다. 그것이 원인이라는 뜻은 아닙니다.`,
};
