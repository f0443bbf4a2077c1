/** Whether a link names a day, week, month, quarter or year: a daily note, not a concept. "2024-01-31", "2024년 1월", "20240131". */
export function isDateName(linktext: string): boolean {
  const path = (linktext.split("#", 1)[0] ?? "").replace(/\.md$/i, "").normalize("NFC").trim();
  if (path.length > 255) return false;
  const parts = path.split("/");
  return [1, 2, 3].map((count) => parts.slice(-count).join("/")).some((name) => forms.some((form) => form.test(name)));
}

const day = "(?:0?[1-9]|[12]\\d|3[01])";
const month = "(?:0?[1-9]|1[0-2])";
const monthName = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const weekday = "(?:\\(?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|[월화수목금토일](?:요일)?)\\)?)";
const forms = [
  `(?:19|20)\\d{2}(?:[-./_ ]?${month}(?:[-./_ ]?${day})?)?[.]?(?:[ _,-]*${weekday})?`,
  `${day}[-./]${month}[-./](?:19|20)\\d{2}`,
  `${month}[-./]${day}[-./](?:19|20)\\d{2}`,
  `(?:19|20)\\d{2}[- _]?(?:w\\d{1,2}|q[1-4])`,
  `(?=\\d)(?:(?:19|20)?\\d{2}년)?\\s*(?:${month}월)?\\s*(?:${day}일)?\\s*(?:\\d주차?)?\\s*${weekday}?`,
  `${weekday}?,?\\s*${monthName}\\s+(?:${day}(?:st|nd|rd|th)?,?\\s*)?(?:19|20)\\d{2}`,
  `${weekday}?,?\\s*${day}(?:st|nd|rd|th)?\\s+${monthName},?\\s+(?:19|20)\\d{2}`,
].map((form) => new RegExp(`^(?=.)${form}$`, "i"));
