/**
 * The key under which every spelling of a name meets: "Loss_Function", "loss functions", "folder/LossFunction.md#Kinds" and
 * its full-width form are one. Two names with the same key mean the same; a name of signs only has the empty key.
 */
export function foldName(linktext: string): string {
  return foldWords(notePart(linktext)).join("");
}

/** The words of a name (no path, no heading) in their folded form; a change of script ends a word ("L1정규화" is two). */
export function foldWords(name: string): string[] {
  return (plain.test(name) ? plainWords(name) : anyWords(name)).map(foldWord);
}

/** ASCII and Hangul syllables: most names, for which no character has another form. A large vault has hundreds of thousands of them. */
const plain = /^[\x20-\x7e\uac00-\ud7a3]*$/;

function plainWords(name: string): readonly string[] {
  const first = name.charCodeAt(0);
  let text = first <= 0x39 ? withoutNumber(name) : name;
  if (text.includes("'") || text.includes("&")) text = text.replaceAll("'", "").replaceAll("&", " and ");
  return (inside.test(text) ? apart(text) : text).toLowerCase().match(/[a-z\d]+|[\uac00-\ud7a3]+/g) ?? [];
}

/** A capital that may begin a word without a space before it. */
const inside = /[A-Za-z\d][A-Z]/;

/** "LossFunction" is two words, "MSELoss" too. */
function apart(text: string): string {
  return text.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z]{2})/g, "$1 $2");
}

function anyWords(name: string): readonly string[] {
  const text = withoutNumber(isAscii(name) ? name : name.normalize("NFKC"));
  const latin = text.replace(/['’ʼ]/g, "").replaceAll("&", " and ");
  const spaced = apart(latin).toLowerCase();
  const words = isAscii(spaced) ? spaced.match(/[a-z\d]+/g) : withoutAccents(spaced).replace(scriptChange, "$& ").match(/[\p{L}\p{N}\p{M}]+/gu);
  return words ?? [];
}

const eastAsian = "\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
/** The letter before a change between East Asian letters and others. */
const scriptChange = new RegExp(`[\\p{Script=Latin}\\d](?=[${eastAsian}])|[${eastAsian}](?=[\\p{Script=Latin}\\d])`, "gu");

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- the whole range is meant
  return /^[\x00-\x7f]*$/.test(text);
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
}

/** The note that a link names: without display text, heading, block, folders and `.md`. Slashes inside parentheses are no folders. */
export function notePart(linktext: string): string {
  const [target = ""] = linktext.split(/\\?\|/, 1);
  const note = (target.split("#", 1)[0] ?? "").replace(/\^[a-z\d-]{4,}\s*$/i, "").replace(/\.md\s*$/i, "");
  return lastPathPart(decoded(note)).trim();
}

function lastPathPart(path: string): string {
  const balanced = (path.match(/\(/g)?.length ?? 0) === (path.match(/\)/g)?.length ?? 0);
  let depth = 0;
  let start = 0;
  for (let at = 0; at < path.length - 1; at += 1) {
    const char = path.charAt(at);
    if (balanced && char === "(") depth += 1;
    if (balanced && char === ")") depth -= 1;
    if (char === "/" && depth <= 0 && !betweenNorms(path, at)) start = at + 1;
  }
  return path.slice(start).replace(/\/$/, "");
}

/** "L1/L2 regularization" is written as one name far more often than as a note in a folder called L1. */
function betweenNorms(path: string, slash: number): boolean {
  return /(?:^|[^a-z])l[12]$/i.test(path.slice(Math.max(0, slash - 3), slash)) && /^l[12](?![a-z\d])/i.test(path.slice(slash + 1, slash + 4));
}

/**
 * Numbers that only order notes: "03 - Lasso", "044_Lasso", "1. Lasso", "2.3 Lasso", "202401311230 Lasso". Numbers that belong to a
 * name stay: "0-1 loss", "10-fold cross-validation", "2-norm".
 */
function withoutNumber(name: string): string {
  const rest = name.replace(/^\s*(?:\d+(?:\.\d+)*[.)_:](?!\d)\s*|\d+(?:\.\d+)*\s+[-–—:]\s+|0\d+[\s-]+|[1-9]\d*(?:\.\d+)+\s+|\d{12,14}[\s-]+)/, "");
  return /\p{L}/u.test(rest) ? rest : name;
}

/** One spelling for British and American, singular and plural. Endings that only look like a plural stay: loss, bias, analysis. */
function foldWord(word: string): string {
  if (word.length < 4) return word;
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const folded = oneSpelling(word);
  if (foldedWords.size === mostFolded) foldedWords.clear();
  foldedWords.set(word, folded);
  return folded;
}

/** Words repeat from name to name. */
const foldedWords = new Map<string, string>();
const mostFolded = 10_000;

function oneSpelling(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const singular = word
    .replace(/(ss|x|ch|sh|zz)es$/, "$1")
    .replace(/([^aeiou])ies$/, "$1y")
    .replace(/^biases$/, "bias")
    .replace(/([^saui])s$/, "$1");
  return singular.replace(/([iy])s(e|ed|er|ing|ation|able)$/, "$1z$2").replace(/^(col|behavi|fav|neighb|hon|lab)our/, "$1or");
}

function decoded(text: string): string {
  if (!/%[\da-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
