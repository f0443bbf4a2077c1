/** The page's own words; the plugin brings its own. */
const en = {
  sandbox: "Sandbox",
  files: "Files",
  showFiles: "Show files",
  searchFiles: "Search notes",
  noFiles: "No note has this in its name.",
  newNote: "New note",
  newFolder: "New folder",
  untitled: "Untitled",
  rename: "Rename…",
  delete: "Delete",
  deleteTitle: "Delete “{name}”?",
  deleteFolder: "The notes in it go with it.",
  deleteNote: "Links to it will have no note behind them.",
  cancel: "Cancel",
  ok: "OK",
  name: "Name",
  noteView: "View",
  reading: "Reading",
  live: "Live Preview",
  source: "Source",
  palette: "Command palette",
  paletteHint: "Type a command",
  paletteEmpty: "No command with these letters can run now.",
  toNavigate: "to move",
  toUse: "to run",
  toDismiss: "to close",
  settings: "Settings",
  toDark: "Dark theme",
  toLight: "Light theme",
  phone: "Phone width",
  language: "Language",
  popout: "Open in a window",
  popoutBlocked: "The browser did not allow a second window.",
  print: "Print preview",
  printNow: "Print…",
  close: "Close",
  pagePreview: "Page preview",
  plugin: "Plugin",
  toggleReading: "Toggle reading view",
  reloadPlugin: "Reload plugin",
  nothingOpen: "No note is open",
  chooseNote: "Choose one from the list on the left.",
  notBuilt: "The plugin could not be read from dist/: build it with `npm run build`, then switch it on again. ({reason})",
  pluginFailed: "The plugin failed to load: {reason}",
  noVault: "The notes could not be read: {reason}",
};

export type Words = Record<keyof typeof en, string>;

const ko: Words = {
  sandbox: "샌드박스",
  files: "파일",
  showFiles: "파일 목록 열기",
  searchFiles: "노트 검색",
  noFiles: "이름이 일치하는 노트가 없습니다.",
  newNote: "새 노트",
  newFolder: "새 폴더",
  untitled: "제목 없음",
  rename: "이름 바꾸기…",
  delete: "삭제",
  deleteTitle: "“{name}”을(를) 삭제할까요?",
  deleteFolder: "폴더 안의 노트도 함께 삭제됩니다.",
  deleteNote: "이 노트를 가리키는 링크는 빈 링크가 됩니다.",
  cancel: "취소",
  ok: "확인",
  name: "이름",
  noteView: "보기",
  reading: "읽기",
  live: "라이브 프리뷰",
  source: "소스",
  palette: "명령어 팔레트",
  paletteHint: "명령어를 입력하세요",
  paletteEmpty: "지금 실행할 수 있는 명령어 중에 일치하는 것이 없습니다.",
  toNavigate: "이동",
  toUse: "실행",
  toDismiss: "닫기",
  settings: "설정",
  toDark: "어두운 테마",
  toLight: "밝은 테마",
  phone: "휴대폰 너비",
  language: "언어",
  popout: "새 창에서 열기",
  popoutBlocked: "브라우저가 새 창을 막았습니다.",
  print: "인쇄 미리보기",
  printNow: "인쇄…",
  close: "닫기",
  pagePreview: "페이지 미리보기",
  plugin: "플러그인",
  toggleReading: "읽기 보기 전환",
  reloadPlugin: "플러그인 다시 불러오기",
  nothingOpen: "열린 노트가 없습니다",
  chooseNote: "왼쪽 목록에서 노트를 고르세요.",
  notBuilt: "dist/에서 플러그인을 읽지 못했습니다. `npm run build`로 빌드한 뒤 다시 켜 주세요. ({reason})",
  pluginFailed: "플러그인을 불러오지 못했습니다: {reason}",
  noVault: "노트를 읽지 못했습니다: {reason}",
};

const tables = { en, ko };
export type Language = keyof typeof tables;

export function isLanguage(code: string | null): code is Language {
  return code === "en" || code === "ko";
}

let current: Language = "en";

export function speak(language: Language): void {
  current = language;
}

export function spokenLanguage(): Language {
  return current;
}

/** A word of the page in the language it is shown in; `{…}` are filled in. */
export function word(key: keyof Words, values: Record<string, string> = {}): string {
  return tables[current][key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
