import type { examples as english } from "./en-examples";

export const examples: typeof english = {
  command: "예시 노트 만들기",
  folder: "정규화 실험실 예시",
  days: "하루하루",
  note: "어떤 습관이 기분과 함께 가는가",
  text: (p) => `# 어떤 습관이 기분과 함께 가는가?

‘하루하루’ 폴더에는 지어낸 1년치 일일 노트가 있습니다. 수면 시간과 화면을 본 시간, 커피 잔 수, 걸음 수, 날씨, 그리고 1부터 10까지의 기분입니다. 지어낸 사람은 답을 압니다. 기분에는 수면, 화면, 맑은 날이 영향을 주고, **커피와 걸음은 아무 영향이 없습니다**. 커피와 걸음은 영향을 주는 것과 함께 움직일 뿐입니다. 잠이 모자라면 커피가 늘고, 맑은 날에는 걸음이 늘어납니다.

λ를 움직여 보십시오. L1은 어느 열부터 버립니까?

\`\`\`regularization
data: notes
folder: ${p.folder}
target: 기분
lambda: 1se
views: [weights, path, error]
\`\`\`

날의 절반만 보아도 같은 열을 남길까요?

\`\`\`regularization
data: notes
folder: ${p.folder}
target: 기분
lambda: 0.1
views: [stability]
\`\`\`

어제가 오늘의 기분을 말해 줄까요? \`lag: 1\`을 쓰면 모든 열이 전날의 값이 됩니다.

\`\`\`regularization
data: notes
folder: ${p.folder}
target: 기분
lag: 1
views: [weights, error]
\`\`\`

직접 쓴 노트에 같은 것을 물으려면 \`folder\`를 일일 노트 폴더로, \`target\`을 그 노트의 속성으로 바꾸십시오. [[Lasso_Regression]], [[교차 검증]], [[다중공선성]]도 보십시오.`,
  keys: { sleep: "수면", coffee: "커피", steps: "걸음", screen: "화면", weather: "날씨", mood: "기분" },
  weather: { sunny: "맑음", cloudy: "흐림", rain: "비" },
  writing: (p) => `예시 노트를 쓰는 중: ${p.all}개 중 ${p.done}개`,
  written: (p) => `예시 노트 ${p.count}개를 만들었습니다. 폴더: ${p.folder}`,
  stopped: (p) => `예시 노트를 ${p.count}개만 만들었습니다. 폴더: ${p.folder}. 이유: ${p.reason}`,
  undo: "되돌리기",
  undone: (p) => (p.kept === 0 ? `예시 노트 ${p.count}개를 지웠습니다.` : `예시 노트 ${p.count}개를 지웠습니다. 그사이 바뀐 ${p.kept}개는 남겼습니다.`),
};
