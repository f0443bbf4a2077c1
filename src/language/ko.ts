import { code, codes, grouped, sentences } from "./code-names";
import type { Words } from "./en";
import { card, repair } from "./ko-cards";
import { classes } from "./ko-classes";
import { check } from "./ko-check";
import { data } from "./ko-data";
import { deep } from "./ko-deep";
import { evidence } from "./ko-evidence";
import { examples } from "./ko-examples";
import { columns, lab } from "./ko-lab";
import { mechanism } from "./ko-mechanism";
import { own, ownKeys, ownProblems } from "./ko-own";

const orMeant = (otherwise: string, meant: string | number | undefined) => (meant === undefined ? otherwise : `혹시 ${code(meant)}인가요?`);

export const ko: Words = {
  spec: {
    atLine: (line, sentence) => `${line}번째 줄: ${sentence}`,
    problems: {
      "too-long": (p) =>
        `이 블록은 ${p.lines}줄, ${p.characters}자입니다. 블록은 ${p.maxLines}줄, ${p.maxCharacters}자까지 쓸 수 있습니다.`,
      "yaml-reference": (p) =>
        `블록에서는 YAML의 앵커, 별칭, 태그, 병합 키를 쓸 수 없습니다: ${code(p.text)}. 글자 그대로 쓰려면 값을 따옴표로 묶으십시오.`,
      "too-nested": () => "괄호나 목록이 너무 많이 겹쳐 있습니다. 블록에는 키마다 값 하나나 단순한 목록 하나만 씁니다.",
      yaml: (p) => `YAML로 읽을 수 없습니다 (${p.detail}). 한 줄에 키와 값을 하나씩 씁니다. 예: ${code("lambda: 0.2")}`,
      tab: () => "탭으로 들여 쓴 줄입니다. 공백을 쓰거나 들여쓰기를 없애십시오.",
      unclosed: (p) => `여기서 연 ${code(p.mark)} 기호가 닫히지 않았습니다.`,
      "not-keys": (p) => `키와 값의 형식이 아닙니다. 이런 줄이 필요합니다: ${code(p.example)}`,
      "key-form": (p) => `키와 값 사이에는 쌍점(:)과 공백이 필요합니다. 혹시 ${code(p.meant)}인가요?`,
      "duplicate-key": (p) => `이미 ${p.first}번째 줄에 있는 키입니다: ${code(p.key)}. 하나만 남기십시오.`,
      "unknown-key": (p) =>
        `없는 키입니다: ${code(p.key)}. ${orMeant(`쓸 수 있는 키: ${codes(p.keys)}`, p.meant)}`,
      "unknown-value": (p) =>
        sentences(`${code(p.key)}에 쓸 수 없는 값입니다: ${code(p.value)}.`, orMeant("", p.meant), `쓸 수 있는 값: ${codes(p.expected)}`),
      "not-a-number": (p) =>
        `${code(p.key)}에는 수를 써야 합니다: ${code(p.value)}. ${orMeant(`예: ${code(p.example)}`, p.meant)}`,
      "not-whole": (p) => `${code(p.key)} 값은 정수여야 합니다. 지금 값: ${code(p.value)}. 예: ${code(p.example)}`,
      "not-finite": (p) => `${code(p.key)}에는 유한한 수를 써야 합니다: ${code(p.value)}. 예: ${code(p.example)}`,
      "out-of-range": (p) => {
        const range = p.max === undefined ? `${p.min} 이상의` : `${p.min}부터 ${p.max}까지의`;
        return sentences(`${code(p.key)}의 범위를 벗어난 값입니다: ${code(p.value)}. ${range} 수를 쓰십시오.`, orMeant("", p.meant));
      },
      "not-yes-no": (p) => `${code(p.key)}에는 ${code("true")} 또는 ${code("false")}만 쓸 수 있습니다: ${code(p.value)}`,
      "not-text": (p) => `${code(p.key)}에는 글 하나만 쓸 수 있습니다. 괄호나 쌍점이 들어 있으면 따옴표로 묶으십시오.`,
      empty: (p) =>
        `${code(p.key)}의 값이 비어 있습니다. ${p.expected.length === 0 ? "값을 쓰거나 이 줄을 지우십시오." : `하나 이상 쓰십시오: ${codes(p.expected)}`}`,
      "text-too-long": (p) => `${code(p.key)}의 길이가 ${p.length}자입니다. ${p.max}자까지 쓸 수 있습니다.`,
      "repeated-value": (p) => `${code(p.key)}에 같은 값이 여러 번 있어 한 번만 보여 줍니다: ${code(p.value)}`,
      "keys-unused": (p) => `이 블록의 보기는 데이터와 조절 장치가 따로 있어 ${codes(p.keys)} 값은 쓰이지 않습니다.`,
      "mix-unused": () => `${code("mix")} 값은 ${code("elastic-net")}에만 쓰이는데, 그 벌칙이 목록에 없습니다.`,
      more: (p) => `이 줄부터 문제가 ${p.count}개 더 있습니다.`,
      "unknown-target": (p) =>
        `${code(p.data)} 데이터에 없는 목표 열입니다: ${code(p.name)}. ${orMeant(`있는 열: ${codes(p.columns)}`, p.meant)}`,
      "unknown-feature": (p) =>
        `${code(p.data)} 데이터에 없는 특성입니다: ${code(p.name)}. ${orMeant(`있는 특성: ${codes(p.columns)}`, p.meant)}`,
      "target-among-features": (p) => `목표 열은 특성이 될 수 없습니다: ${code(p.name)}. 특성에서 빼거나 다른 목표를 고르십시오.`,
      "duplicate-feature": (p) => `특성에 같은 열이 여러 번 있습니다: ${code(p.name)}. 하나만 남기십시오.`,
      "constant-target": (p) => `모든 행의 값이 같아 예측할 것이 없는 열입니다: ${code(p.name)}. 다른 목표를 고르십시오.`,
      "no-features": (p) => `${code(p.data)} 데이터에 예측에 쓸 특성이 없습니다. 목표 말고 열이 하나 이상 필요합니다.`,
      ...ownProblems,
      "not-classes": (p) =>
        p.values > p.most
          ? `${code(p.target)} 열에는 서로 다른 값이 ${p.values}개 있어 클래스로 보기에 너무 많습니다. 클래스는 ${p.most}개까지 가릴 수 있습니다. 다른 목표나 ${code("loss: squared")}를 고르십시오.`
          : p.loss === "logistic" && p.values > 2
            ? `${code("loss: logistic")}에는 값이 두 가지인 목표가 필요한데, ${code(p.target)} 열에는 서로 다른 값이 ${p.values}개 있습니다. 셋 이상의 클래스에는 ${code("loss: softmax")}를 쓰십시오.`
            : `${code(p.target)} 열의 값 가운데 한 행에만 있는 것이 있습니다. 클래스마다 행이 둘 이상 필요합니다.`,
      "needs-rows": (p) => `${code(p.key)}: ${code(p.data)}의 행이 하나하나 필요합니다. 이렇게 큰 파일에서는 행에서 구한 합만 남깁니다.`,
      "few-rows": (p) => `쓰이는 열에 모두 수가 있는 행이 ${p.rows}개뿐입니다. ${p.needed}개 이상 필요합니다.`,
    },
  },
  keys: {
    ...ownKeys,
    data: "데이터",
    target: "예측할 열",
    features: "예측에 쓸 열",
    loss: "손실 함수",
    penalties: "비교할 벌칙",
    lambda: "벌칙의 세기, 0 이상",
    match: "무엇을 같게 놓고 비교할지: lambda, fit, best",
    mix: "엘라스틱 넷에서 L1의 비율, 0에서 1까지",
    views: "그릴 보기와 그 순서",
    aim: "판정의 기준",
    standardize: "특성을 표준화할지 여부",
    folds: "교차 검증의 폴드 수",
    seed: "무작위로 정하는 모든 것의 시드",
    height: "그래프의 높이(픽셀)",
    caption: "블록 아래에 적을 말",
    language: "이 블록의 언어",
    name: "이 블록의 이름",
  },
  data,
  own,
  lab,
  examples,
  check,
  demo: {
    block: (p) => `${p.data}: 열 ${p.columns}개로 ${p.target} 예측 · ${grouped(p.rows)}행`,
    penalties: { none: "벌칙 없음", l1: "L1", l2: "L2", "elastic-net": "엘라스틱 넷" },
    controls: {
      lambda: "벌칙의 세기 λ",
      lambdaNumber: "λ 값 입력",
      play: "재생: λ를 큰 값에서 작은 값으로",
      pause: "일시 정지",
      reset: "처음으로",
      save: "λ 저장",
      saveView: "지금 모습을 노트에 저장",
      saveLong: "λ를 노트에 저장",
      more: "더 보기",
    },
    menu: {
      openInLab: lab.openBlock,
      copyImage: "이미지 복사",
      saveSvg: "SVG로 저장",
      copyData: "데이터 복사",
      copyWeights: "가중치 복사",
      copyCode: (library) => `${library} 코드로 복사`,
      imageCopied: "이미지를 복사했습니다.",
      dataCopied: (file) => `데이터를 CSV로 복사했습니다. 코드는 이 데이터를 ${file} 파일에서 읽습니다.`,
      weightsCopied: "가중치를 CSV로 복사했습니다.",
      codeCopied: (p) => `${p.library} 코드를 복사했습니다. 코드는 ${p.file} 파일을 읽습니다. ‘데이터 복사’로 복사한 내용을 이 이름으로 코드와 같은 폴더에 저장하세요.`,
      notCopied: (reason) => `복사하지 못했습니다: ${reason}`,
      saved: (path) => `${path}에 저장했습니다.`,
      notSaved: (p) => `${p.name} 파일을 저장하지 못했습니다: ${p.reason}`,
      feature: "특성",
      intercept: "절편",
      originalUnits: "원래 단위",
    },
    lambdaIs: (lambda) => `λ = ${lambda}`,
    match: {
      label: "비교 기준",
      lambda: "같은 λ",
      fit: "같은 훈련 오차",
      best: "각자의 최적 λ",
      "1se": "각자의 1-SE λ",
      toggle: (penalty) => `${penalty} 보기`,
    },
    summary: (p) => {
      const names = { none: "벌칙이 없으면", l1: "L1은", l2: "L2는", "elastic-net": "엘라스틱 넷은" };
      const clauses = p.kept.map(({ penalty, kept }, index) => {
        const total = index === 0 ? `특성 ${p.total}개` : `${p.total}개`;
        return `${names[penalty]} ${kept === p.total ? `${total} 모두를` : kept === 0 ? `${total} 중 0개를` : `${total} 중 ${kept}개를`}`;
      });
      const titles = { none: "벌칙 없음", l1: "L1", l2: "L2", "elastic-net": "엘라스틱 넷" };
      const own = p.kept.filter(({ penalty }) => penalty !== "none").map(({ penalty, lambda }) => `${titles[penalty]} λ = ${lambda}`).join(", ");
      const held = {
        lambda: `λ = ${p.lambda}`,
        fit: `훈련 오차를 ${p.error}로 같게(${own})`,
        best: `각자의 최적 λ에서(${own})`,
        "1se": `각자의 최적에서 표준오차 하나 안쪽의 가장 큰 λ에서(${own})`,
      };
      const errors = p.validated.length === 0 ? "" : ` 교차 검증 오차: ${p.kept.map(({ penalty }, i) => `${titles[penalty]} ${p.validated[i] ?? ""}`).join(", ")}.`;
      return `${held[p.match]}: ${clauses.join(", ")} 남깁니다.${errors}`;
    },
    guess: {
      question: (penalty) => `보기 전에 맞혀 보십시오. λ가 커질 때 ${penalty} 벌칙이 가장 먼저 정확히 0으로 만드는 가중치는 무엇일까요?`,
      skip: "바로 보기",
      right: (p) => `맞았습니다. 가장 먼저 정확히 0이 되는 가중치: ${p.name} (λ = ${p.lambda}).`,
      wrong: (p) => `가장 먼저 0이 되는 가중치: ${p.name} (λ = ${p.lambda}). 고르신 ${p.guess} 가중치는 λ = ${p.later}에서 0이 됩니다.`,
    },
    noBetter: "교차 검증으로 보면, 늘 평균을 답하는 것보다 낫지 않습니다.",
    summaryAtZero: "λ = 0: 벌칙이 없으므로 어느 방법이든 가중치가 같습니다.",
    formula: {
      title: "무엇을 최소화하는가",
      loss: "손실: 평균제곱오차(목표 분산에 대한 비율)",
      lambda: "λ: 벌칙을 얼마나 반영하는가",
      penalty: "벌칙",
      reading: (p) => `${p.penalty}: 손실 ${p.loss} 더하기 ${p.lambda} 곱하기 벌칙 ${p.size}, 합 ${p.total}`,
      bar: "진한 부분은 손실, 옅은 부분은 λ × 벌칙입니다. 가득 찬 막대는 가중치가 모두 0일 때의 손실입니다.",
    },
    geometry: {
      title: "손실과 벌칙이 만나는 곳",
      features: "특성 쌍",
      first: "가로축 특성",
      second: "세로축 특성",
      and: "·",
      panel: (p) => `${p.penalty}: ${p.first}, ${p.second}의 손실 등고선과 벌칙 영역`,
      note: "곡선은 손실이 같은 곳, 색칠한 영역은 벌칙이 해의 벌칙을 넘지 않는 곳입니다. 둘이 맞닿는 점이 해입니다.",
      notePair: (others) => `나머지 가중치 ${others}개는 각 벌칙의 해에 고정했고, 영역의 크기는 이 두 가중치가 차지하는 벌칙입니다.`,
      corner: (feature) => `${feature} = 정확히 0`,
      corners: "둘 다 정확히 0",
      ball: (penalty) => `${penalty} 영역의 크기`,
      optimum: "벌칙이 없을 때의 최적점",
      optimumHint: "+를 끌면 최적점이, 영역의 가장자리를 끌면 λ가 바뀝니다.",
      ballHint: "영역의 가장자리를 끌면 λ가 바뀝니다.",
      point: "2차원 점",
      least: "최소 손실",
      tooFew: "이 보기에는 특성이 두 개 이상 필요합니다.",
    },
    weights: {
      title: "가중치",
      plot: "특성별 가중치",
      kept: (kept, total) => `${total}개 중 ${kept}개 남음`,
      zero: "0",
      without: "벌칙이 없을 때",
      zeroMark: "정확히 0",
      largest: (shown, total) => `특성 ${total}개 중 가중치가 가장 크게 되는 ${shown}개만 보입니다.`,
    },
    path: {
      title: "λ가 커질 때의 가중치",
      panel: (penalty) => `${penalty}: λ에 따른 가중치`,
      cursor: (penalty) => `${penalty} 그래프의 λ 위치`,
      reachesZero: (feature, lambda) => `${feature}: λ = ${lambda}에서 정확히 0`,
      noneZero: "점점 작아지지만 정확히 0은 되지 않음",
      becomesZero: "정확히 0이 되는 점",
      unchanged: "벌칙 없음: λ가 바뀌어도 그대로",
      penaltyGrows: "λ →",
      named: (named, total) => `이름은 그래프마다 특성 ${total}개 중 가중치가 가장 크게 되는 ${named}개에만 붙입니다.`,
    },
    classes,
    columns,
    ...evidence,
    ...mechanism,
    ...deep,
    problems: "블록을 그릴 수 없습니다",
  },
  card,
  repair,
  commands: {
    insertDemo: "L1·L2 비교 데모 넣기…",
    insertDemoPlaceholder: "넣을 데모를 고르세요",
    showCard: "커서 위치 링크의 개념 카드 보기",
    findConcept: "개념 찾기…",
    findConceptPlaceholder: "개념 이름(한국어 또는 영어)",
    noConcept: "이런 이름의 개념이 없습니다",
    createMissing: "없는 개념 노트 만들기…",
    chooseLink: "이 노트에서 카드가 있는 링크",
    noLinkHere: "여기에는 카드가 있는 링크가 없습니다. 노트가 없는 [[링크]]에 커서를 두세요.",
    noLinksInNote: "이 노트에는 카드가 있는 링크가 없습니다.",
    linkHasNote: (name) => `노트가 이미 있는 링크입니다: ‘${name}’. Obsidian 페이지 미리보기로 볼 수 있습니다.`,
    created: (path) => `${path} 노트를 만들었습니다`,
    alreadyThere: (path) => `${path} 파일이 이미 있습니다. 그대로 두었습니다.`,
    cannotCreate: (path, reason) => `${path} 노트를 만들지 못했습니다: ${reason}`,
    cannotName: (name) => `파일 이름에 쓸 수 없는 문자가 있어 [[${name}]]에 맞는 노트를 만들 수 없습니다.`,
    cardsOff: "개념 카드를 껐습니다. Regularization Lab 설정에서 다시 켤 수 있습니다.",
    undo: "되돌리기",
    notTrashed: (p) => `${p.path} 항목을 휴지통으로 옮기지 못했습니다: ${p.reason}`,
    changedSince: (path) => `${path} 노트가 그 사이에 바뀌어 그대로 두었습니다.`,
    noTemplate: (path: string) => `템플릿 파일을 찾지 못해 플러그인의 기본 형식으로 만들었습니다: ${path}`,
    missing: {
      title: "없는 개념 노트 만들기",
      intro: (links) => `아직 노트가 없는 개념 링크가 ${links}개 있습니다.`,
      inThisNote: "이 노트의 링크",
      inVault: "볼트 전체의 링크",
      none: "개념 사전에 있는 링크는 모두 노트가 있습니다.",
      wantedBy: (notes) => `노트 ${notes}개에서 사용`,
      create: (notes) => `노트 ${notes}개 만들기`,
      cancel: "취소",
      done: (created) => `개념 노트 ${created}개를 만들었습니다.`,
    },
    saveLambda: {
      viewSaved: "지금 모습을 노트에 저장했습니다.",
      saved: (lambda) => `λ = ${lambda} 값을 노트에 저장했습니다.`,
      changed: "노트의 블록이 여기 그려진 것과 달라져 저장하지 않았습니다.",
      unclear: "내용이 같은 블록이 여러 개라 어느 것인지 알 수 없어 저장하지 않았습니다.",
      noFile: "이 블록은 노트에 속하지 않아 저장할 곳이 없습니다.",
      failed: (reason) => `저장하지 못했습니다: ${reason}`,
    },
  },
  settings: {
    unread: (reason) => `Regularization Lab의 설정을 읽지 못해 이전 설정이나 기본 설정을 씁니다. 설정을 바꾸기 전까지 파일은 그대로 둡니다. ${reason}`,
    notStored: (reason) => `바꾼 설정은 앱을 닫을 때까지만 유지됩니다. 저장하지 못했습니다: ${reason}`,
    language: "언어",
    languageDescription: "블록과 카드의 언어입니다. 블록마다 language 키로 따로 정할 수 있습니다.",
    languageApp: "앱과 같게",
    cards: "개념 카드",
    cardsDescription: "노트가 없는 링크 위에 마우스를 올릴 때 카드를 보일 대상입니다.",
    cardsAll: "개념, 그리고 내 문장에 나오는 다른 링크",
    cardsConcepts: "개념만",
    cardsOff: "끄기",
    hoverDelay: "카드가 열리기까지의 시간",
    hoverDelayDescription: "밀리초 단위입니다.",
    livePreviewMod: "라이브 미리보기에서 Ctrl 또는 Cmd 키 사용",
    livePreviewModDescription: "켜면 소스 모드처럼 라이브 미리보기에서도 Ctrl 또는 Cmd 키를 누르고 있을 때만 카드가 열립니다.",
    blockDefaults: "블록에 따로 쓰지 않았을 때의 값",
    blockDefaultsDescription: "블록에 쓰는 것과 같은 줄입니다. 예를 들어 벌칙과 보기를 적어 두면, 같은 키를 쓰지 않은 모든 블록에 적용됩니다. 노트는 바뀌지 않습니다.",
    palette: "색",
    paletteDescription: "테마의 주황, 파랑, 초록을 쓰거나, 어느 테마에서나 색각 이상이 있어도 구별되는 고정된 색을 씁니다. 어느 쪽이든 모양과 선 종류로도 벌칙을 구별할 수 있습니다.",
    paletteTheme: "테마의 색",
    paletteFixed: "고정된 색",
    motion: "움직임",
    motionDescription: "줄이면 λ 재생이 몇 단계로만 이루어지고 화면이 미끄러지듯 움직이지 않습니다.",
    motionSystem: "기기 설정과 같게",
    motionCalm: "줄이기",
    noteFolder: "카드로 만든 노트의 폴더",
    noteFolderDescription: "링크에 폴더가 적혀 있으면 그 폴더를 따릅니다.",
    noteFolderApp: "앱이 새 노트를 두는 곳",
    noteTemplate: "카드로 만드는 노트의 템플릿",
    noteTemplateDescription: "{{title}}, {{definition}}, {{formula}}, {{points}}, {{card}} 같은 자리를 적어 둔 노트입니다. 채울 내용이 없는 줄과 제목은 빠집니다.",
    noteTemplateOwn: "플러그인의 기본 형식",
    tap: "탭하면 카드 열기",
    tapDescription: "터치 화면에서 노트가 없는 링크를 탭하면 노트를 바로 만들지 않고 카드를 보여 줍니다. 끄면 링크를 길게 눌러 카드를 볼 수 있습니다.",
  },
};
