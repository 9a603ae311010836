// Removes secrets from a text, in the page, before it is sent. It reads the same shapes as the
// service (secret-shapes.json) and goes the same way, scanner by scanner, so that both give the
// same text: see io.credfix.redact. Every scanner is linear in the text.

const LABEL = "\ue000";
const NUL = "\0";

// A set of ASCII characters, asked for several times for every character of a text.
class Chars {
  constructor(chars) {
    this.table = new Uint8Array(128);
    for (const c of chars) this.table[c.charCodeAt(0)] = 1;
  }
  has(c) {
    const code = c.charCodeAt(0);
    return code < 128 && this.table[code] === 1;
  }
  *[Symbol.iterator]() {
    for (let k = 0; k < 128; k++) if (this.table[k]) yield String.fromCharCode(k);
  }
}
const set = (text) => new Chars(text);
const UPPERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGIT = set("0123456789");
const UPPER = set(UPPERS);
const LOWER = set(UPPERS.toLowerCase());
const LETTER = new Chars([...UPPER, ...LOWER]);
const ALNUM = new Chars([...LETTER, ...DIGIT]);
const HEX = set("0123456789abcdefABCDEF");
const BASE64 = new Chars([...ALNUM, "+", "/"]);
const TOKEN = new Chars([...BASE64, "-", "_"]);
const DOTTED = new Chars([...TOKEN, ".", "~"]);
const ADDRESS = new Chars([...DOTTED, "@", ":"]);
const NAME = new Chars([...ALNUM, "_", "-", "."]);
const QUOTE = set("\"'`");
const SPACE = set(" \t\n");
const MASK = new Set("*\u2022\u2026\u25cf#\u00b7");
const ALPHABETS = { base64: TOKEN, dotted: DOTTED, address: ADDRESS };
const isBlank = (c) => c === " " || c === "\t";
const isBox = (c) => c === "|" || (c >= "\u2500" && c <= "\u257f") || c === "\u00a6";
const hex = (c) => parseInt(c, 16);
const isAlnum = (c) => ALNUM.has(c);
const isDigit = (c) => DIGIT.has(c);
const isQuote = (c) => QUOTE.has(c);
const isSpace = (c) => SPACE.has(c);
const isLetter = (c) => LETTER.has(c);

const BY_NAME = 1, BY_LOOK = 2, BY_SHAPE = 3, BY_BLOCK = 4;
const MAX_RUNS = 6;
const WIDTHS = new Set([76, 78, 79, 80, 100, 120, 132, 160, 200]);
const ENTITIES = { quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " ", equals: "=", colon: ":", plus: "+", sol: "/", amp: "&" };

// Puts the shapes of the file where they are found quickly.
const prepared = new WeakMap();
function prepare(file) {
  if (prepared.has(file)) return prepared.get(file);
  const names = new Map(), starts = new Map(), sets = {};
  const addTo = (map, key, value) => map.has(key) ? map.get(key).push(value) : map.set(key, [value]);
  for (const name of file.names) {
    for (const end of name.ends) addTo(names, end.slice(-2), { need: "any", ...name, end });
  }
  for (const kind of ["keep", "message"]) {
    for (const end of file[kind]) addTo(names, end.slice(-2), { kind, need: "any", end });
  }
  for (const shape of file.shapes) {
    for (const start of shape.starts) {
      addTo(starts, start[0], { ...shape, start, alphabet: ALPHABETS[shape.alphabet] });
    }
  }
  for (const [key, value] of Object.entries(file)) {
    if (Array.isArray(value) && typeof value[0] === "string") sets[key] = new Set(value);
  }
  sets.words = new Set(file.words.split(" "));
  const shapes = {
    file, names, starts, sets,
    commands: new Set(file.commands.flatMap((shape) => shape.commands)),
    labels: new Set(Object.values(file.labels)),
    scheme: (word) => Object.hasOwn(file.schemes, word) ? file.schemes[word] : null,
  };
  prepared.set(file, shapes);
  return shapes;
}

function lettersOf(inside, shapes) {
  const example = inside.startsWith("example ");
  const rest = example ? inside.slice(8) : inside;
  if (rest.length !== 27 || !rest.startsWith("access key id ") || !rest.endsWith("\u2026 removed")) return "";
  const letters = rest.slice(14, 18);
  return shapes.sets.keyLetters.has(letters) ? letters : "";
}

function isLabel(inside, shapes) {
  return inside === "encoded authorization message" ||
    (inside.endsWith(" removed") && (shapes.labels.has(inside.slice(0, -8)) || lettersOf(inside, shapes) !== ""));
}

// Where a label of ours that begins with a bracket ends; 0: it is none.
function labelEnd(text, bracket, shapes) {
  const ahead = text.slice(bracket + 1, bracket + 64), size = ahead.indexOf("]");
  return size > 0 && isLabel(ahead.slice(0, size), shapes) ? bracket + size + 2 : 0;
}

// The text as its reader sees it: colours and invisible characters gone, escapes decoded.
function viewOf(text, shapes, wrapWidth, skipped) {
  const chars = [], keys = [], size = text.length;
  const from = new Int32Array(size), to = new Int32Array(size), depth = new Uint8Array(size);
  const quotedPrintable = isQuotedPrintable(text);
  const raw = (i) => text[i] ?? NUL;
  let lineStart = 0, decoded = null, slashes = 0;

  const emit = (c, next) => { decoded = c === LABEL ? "\ufffd" : c; return next; };
  const skip = (next) => { decoded = null; return next; };

  function read(i) {
    const c = text[i];
    switch (c) {
      case "[": return bracket(i);
      case "\u001b": case "\u009b": case "\u241b": return escape(i, i + 1, c === "\u009b");
      case "^": return raw(i + 1) === "[" && raw(i + 2) === "[" ? escape(i, i + 2, false) : emit(c, i + 1);
      case "\\": return backslash(i);
      case "&": return entity(i);
      case "%": return percent(i);
      case "=": return equalsSign(i);
      case "<": return lineEndTag(i);
      case "\r": return lineBreak(i, raw(i + 1) === "\n" ? i + 2 : i + 1);
      case "\n": return lineBreak(i, i + 1);
      case "\t": return emit(c, i + 1);
      default: return c >= " " && c < "\u007f" ? emit(c, i + 1) : unusual(c, i + 1);
    }
  }

  function lineBreak(i, next) {
    const cut = wrapWidth > 0 && i - lineStart === wrapWidth && next < text.length;
    const prefixed = cut && prefixEnd(text, lineStart) > lineStart;
    lineStart = next;
    if (!cut) return emit("\n", next);
    if (prefixed) return skip(prefixEnd(text, next));
    let p = next;
    while (isBlank(raw(p))) p++;
    return skip(p);
  }

  function bracket(i) {
    const end = labelEnd(text, i, shapes);
    if (end > 0) {
      if (lettersOf(text.slice(i + 1, end - 1), shapes)) keys.push(chars.length);
      decoded = LABEL;
      return end;
    }
    let colour = i + 1;
    while (colour - i < 12 && (isDigit(raw(colour)) || raw(colour) === ";")) colour++;
    return colour > i + 1 && raw(colour) === "m" ? skip(colour + 1) : emit("[", i + 1);
  }

  function escape(start, i, csi) {
    const kind = csi ? "[" : raw(i);
    let p = csi ? i : i + 1;
    if (kind === "[") {
      while (p - start < 40 && raw(p) >= " " && raw(p) < "@") p++;
      return skip(raw(p) >= "@" && raw(p) < "\u007f" ? p + 1 : p);
    }
    if (kind === "]") {
      while (p - start < 256 && p < text.length && raw(p) !== "\u0007" && raw(p) !== "\u001b" && raw(p) !== "\n") p++;
      if (raw(p) === "\u0007") return skip(p + 1);
      return skip(raw(p) === "\u001b" && raw(p + 1) === "\\" ? p + 2 : p);
    }
    return skip(kind === "(" || kind === ")" ? Math.min(p + 1, text.length) : i);
  }

  function backslash(i) {
    let p = i;
    while (raw(p) === "\\") p++;
    if (p >= text.length) return emit("\\", p);
    const c = text[p];
    switch (c) {
      case '"': case "'": case "`": slashes = p - i; return emit(c, p + 1);
      case "&": slashes = p - i; return entity(p);
      case "/": case "=": case "$": case "|": case ":": case " ": return emit(c, p + 1);
      case "n": case "r": return emit("\n", p + 1);
      case "t": return emit("\t", p + 1);
      case "\n": return skip(continued(p + 1));
      case "\r": return skip(continued(raw(p + 1) === "\n" ? p + 2 : p + 1));
      case "e": return raw(p + 1) === "[" ? escape(i, p + 1, false) : emit("\\", p);
      case "0": return text.startsWith("033[", p) ? escape(i, p + 3, false) : emit("\\", p);
      case "u": {
        if (raw(p + 1) !== "{") return escapedHex(i, p, 4);
        let q = p + 2, value = 0;
        while (q - p < 9 && HEX.has(raw(q))) value = value * 16 + hex(text[q++]);
        return raw(q) === "}" && q > p + 2 ? escaped(i, value, q + 1) : emit("\\", p);
      }
      case "x": return escapedHex(i, p, 2);
      default: return emit("\\", p);
    }
  }

  // Where a token goes on that a backslash cut at a line's end: behind a log's prefix and the indentation.
  function continued(next) {
    const line = skipped[range] === next ? skipped[range + 1] : next;
    let p = line;
    while (isBlank(raw(p)) || raw(p) === ">" || isBox(raw(p))) p++;
    return p > line && chars.length > 0 && BASE64.has(chars.at(-1)) && BASE64.has(raw(p)) ? p : line;
  }

  function escapedHex(start, letter, digits) {
    let value = 0;
    for (let k = 1; k <= digits; k++) {
      if (!HEX.has(raw(letter + k))) return emit("\\", letter);
      value = value * 16 + hex(raw(letter + k));
    }
    return escaped(start, value, letter + 1 + digits);
  }

  function escaped(start, value, next) {
    if (value === 0x1b) return escape(start, next, false);
    if (value === 0x22 || value === 0x27) slashes = 1;
    return visibleCode(value, next);
  }

  const visibleCode = (value, next) => value < 0x10000 ? visible(String.fromCharCode(value), next) : skip(next);

  function visible(c, next) {
    if (c === "\n" || c === "\r") return emit("\n", next);
    return c === "\t" || (c >= " " && c < "\u007f") ? emit(c, next) : unusual(c, next);
  }

  function entity(i) {
    let p = i + 1;
    while (text.startsWith("amp;", p)) p += 4;
    let end = p;
    while (end - p < 9 && (isAlnum(raw(end)) || raw(end) === "#")) end++;
    if (raw(end) !== ";") return emit("&", p);
    if (raw(p) === "#") {
      const sixteen = raw(p + 1) === "x" || raw(p + 1) === "X";
      let value = 0, q = sixteen ? p + 2 : p + 1;
      if (q === end) return emit("&", p);
      for (; q < end; q++) {
        if (!(sixteen ? HEX : DIGIT).has(raw(q))) return emit("&", p);
        value = value * (sixteen ? 16 : 10) + hex(raw(q));
      }
      return visibleCode(value, end + 1);
    }
    const name = text.slice(p, end);
    if (Object.hasOwn(ENTITIES, name)) return emit(ENTITIES[name], end + 1);
    return name === "shy" ? skip(end + 1) : emit("&", p);
  }

  function percent(i) {
    let p = i + 1;
    while (raw(p) === "2" && raw(p + 1) === "5" && HEX.has(raw(p + 2)) && HEX.has(raw(p + 3))) p += 2;
    if (!HEX.has(raw(p)) || !HEX.has(raw(p + 1))) return emit("%", i + 1);
    const value = hex(raw(p)) * 16 + hex(raw(p + 1));
    if (value >= 0xc2 && value < 0xf0) return percentLetter(value, p + 2);
    const colour = value === 0x5b ? lostColour(p + 2) : 0;
    if (colour > 0) return skip(colour);
    return value < 0x80 ? visibleCode(value, p + 2) : skip(p + 2);
  }

  // Where a colour ends of which `%5B` began what is left: `%5B1%3B31m`; 0: it is none.
  function lostColour(start) {
    let p = start;
    while (p - start < 24 && (isDigit(raw(p)) || raw(p) === ";" || isSemicolon(p))) p += raw(p) === "%" ? 3 : 1;
    return p > start && raw(p) === "m" ? p + 1 : 0;
  }
  const isSemicolon = (p) => raw(p) === "%" && raw(p + 1) === "3" && (raw(p + 2) === "B" || raw(p + 2) === "b");

  // A letter of two or three bytes in UTF-8: `%C3%B1`, `%E5%AF%86`.
  function percentLetter(first, next) {
    const second = continuation(next);
    if (second < 0) return skip(next);
    const value = ((first << 6) & 0xfff) | low(second);
    if (first < 0xe0) return visibleCode(value & 0x7ff, second + 2);
    const third = continuation(second + 2);
    const letter = ((value << 6) & 0xffff) | (third < 0 ? 0 : low(third));
    const is = third >= 0 && letter >= 0x800 && (letter < 0xd800 || letter > 0xdfff);
    return is ? visibleCode(letter, third + 2) : skip(next);
  }
  // Where the digits of a byte `%80` to `%BF` stand; -1: no such byte.
  function continuation(place) {
    let p = place + 1;
    while (raw(p) === "2" && raw(p + 1) === "5" && HEX.has(raw(p + 2)) && HEX.has(raw(p + 3))) p += 2;
    const is = raw(place) === "%" && HEX.has(raw(p)) && HEX.has(raw(p + 1));
    return is && (hex(raw(p)) & 0xc) === 8 ? p : -1;
  }
  const low = (digits) => ((hex(raw(digits)) & 3) << 4) | hex(raw(digits + 1));

  // `<br>` at the end of a line, as pages have it.
  function lineEndTag(i) {
    if (raw(i + 1) !== "b" || raw(i + 2) !== "r") return emit("<", i + 1);
    let p = i + 3;
    while (p - i < 5 && (raw(p) === " " || raw(p) === "/")) p++;
    const is = raw(p) === ">" && (raw(p + 1) === "\n" || raw(p + 1) === "\r");
    return is ? skip(p + 1) : emit("<", i + 1);
  }

  function equalsSign(i) {
    if (quotedPrintable) {
      if (raw(i + 1) === "\n") return skip(i + 2);
      if (raw(i + 1) === "\r" && raw(i + 2) === "\n") return skip(i + 3);
    }
    return emit("=", raw(i + 1) === "3" && raw(i + 2) === "D" ? i + 3 : i + 1);
  }

  function unusual(c, next) {
    if (c < " " || (c >= "\u007f" && c < "\u00a0") || INVISIBLE.test(c)) return skip(next);
    if (c === "\udb40") return skip(raw(next) >= "\udc00" && raw(next) <= "\udfff" ? next + 1 : next);
    if (c === "\u00a0" || (c >= "\u2000" && c <= "\u200a") || c === "\u202f" || c === "\u3000") {
      return chars.length > 0 && BASE64.has(chars.at(-1)) && BASE64.has(raw(next)) ? skip(next) : emit(" ", next);
    }
    if (c >= "\u00c0" && c <= "\u00ff") return emit(PLAIN_LETTERS[c.charCodeAt(0) - 0xc0], next);
    if (c >= "\uff01" && c <= "\uff5e") return emit(String.fromCharCode(c.charCodeAt(0) - 0xfee0), next);
    if ("\u201c\u201d\u201e\u201f\u00ab\u00bb".includes(c)) return emit('"', next);
    if ("\u2018\u2019\u201a".includes(c)) return emit("'", next);
    if ("\u2028\u2029".includes(c)) return emit("\n", next);
    return emit(c >= "\u2010" && c <= "\u2015" ? "-" : c, next);
  }

  function pop() {
    chars.pop();
    return from[chars.length];
  }

  // Applies backslashes that only decoding brought up.
  function unescape(at) {
    let start = at;
    if (isQuote(decoded)) {
      while (chars.at(-1) === "\\") { start = pop(); slashes++; }
    } else if ("nrt:=".includes(decoded) && chars.at(-1) === "\\" && text[from[chars.length - 1]] !== "\\") {
      start = pop();
      decoded = decoded === "t" ? "\t" : isLetter(decoded) ? "\n" : decoded;
    }
    return start;
  }

  let range = 0;
  for (let i = 0; i < text.length;) {
    while (range < skipped.length && skipped[range] <= i) {
      i = Math.max(i, skipped[range + 1]);
      range += 2;
    }
    if (i >= text.length) break;
    slashes = 0;
    const next = read(i);
    if (decoded !== null) {
      const start = unescape(i);
      const at = chars.length;
      chars.push(decoded);
      from[at] = start;
      to[at] = next;
      depth[at] = Math.min(slashes, 100);
    }
    i = next;
  }
  const v = chars.join(""), n = chars.length;
  return {
    v, from: from.subarray(0, n), to: to.subarray(0, n), depth: depth.subarray(0, n), keys,
    at: (p) => v[p] ?? NUL,
    is: (p, expected) => p >= 0 && v.startsWith(expected, p),
    isLineEnd: (p) => to[p] - from[p] === 1 || text[from[p]] === "\r",
  };
}

// U+00C0 to U+00FF without their accents: names of secrets in other languages.
const PLAIN_LETTERS = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo-ouuuuyty";

const PASSWORD_LINE =
  /(?<![^ \t"'`])\+?(?!\d{4,5}:)[\w.*-]+:(?:\d{4,5}|\*):(?:(?!\d)[\w.*-]+:){2}([^ \t"'`]{6,})/g;
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]/;

function isQuotedPrintable(text) {
  return text.includes("=3D") || (text.includes("=\n") || text.includes("=\r\n")) &&
    text.split("\n").slice(0, -1).some((line) => {
      const l = line.endsWith("\r") ? line.slice(0, -1) : line;
      return l.length === 76 && l[75] === "=" && l[74] !== "=";
    });
}

function prefixEnd(text, start) {
  let p = start, end = start;
  while (p < text.length && (text[p] === " " || text[p] === ">" || isBox(text[p]))) {
    if (text[p] !== " ") end = p + 1;
    p++;
  }
  return end > start && text[end] === " " ? end + 1 : end;
}

// The width at which a terminal seems to have cut lines; else 0.
function wrapWidthOf(text) {
  let longest = 0, count = 0, prefix = 0, start = 0;
  while (start < text.length) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const width = end - start - (end > start && text[end - 1] === "\r" ? 1 : 0);
    if (width > longest) {
      longest = width;
      count = 0;
      prefix = prefixEnd(text, start) - start;
    }
    if (width === longest) count++;
    start = end + 1;
  }
  const usual = WIDTHS.has(longest) || WIDTHS.has(longest - prefix);
  return longest >= 72 && longest <= 400 && start > longest + 1 && (count > 1 || usual) ? longest : 0;
}

// What a log, a pager or a tool put before and behind each line: pairs of start and end.
//
// first: where the first line begins
function affixesOf(text, shapes, first = 0) {
  const longest = 96;
  const ranges = [];
  let marked = false;
  const isSpaceOrDigit = (c) => c === " " || isDigit(c);
  const isBoundary = (c, marks) => marks.includes(c) || isBox(c);
  function endOf(start) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    return end > start && text[end - 1] === "\r" ? end - 1 : end;
  }
  function nextOf(end) {
    let p = end;
    while (p < text.length && (text[p] === "\n" || text[p] === "\r")) p++;
    return p;
  }
  function opens(start, end) {
    let p = end - 1;
    if (!isQuote(text[p])) return false;
    while (p > start && isBlank(text[p - 1])) p--;
    return p > start && ">:<[,(".includes(text[p - 1]);
  }
  function prefix(start, end, other, otherEnd) {
    const most = Math.min(longest, end - start, otherEnd - other);
    let k = 0, number = true;
    while (k < most) {
      const a = text[start + k], b = text[other + k];
      number = number && isSpaceOrDigit(a) && isSpaceOrDigit(b);
      if (a !== b && !number && !(isDigit(a) && isDigit(b)) || a === "[" && labelEnd(text, start + k, shapes)) break;
      k++;
    }
    if (k === end - start && k < longest) return k;
    while (k > 1 && !isBoundary(text[start + k - 1], " \t|>#:*") && !opens(start, start + k)) k--;
    const last = k > 0 ? text[start + k - 1] : "x";
    return k > 1 || isBoundary(last, " \t|>#:*") || last === "+" || last === "-" ? k : 0;
  }
  function suffix(marks, start, end, other, otherEnd) {
    const most = Math.min(longest, end - start, otherEnd - other);
    let k = 0;
    while (k < most) {
      const a = text[end - k - 1], b = text[otherEnd - k - 1];
      if (a !== b && !(isDigit(a) && isDigit(b)) ||
        a === "]" && / (removed|message)]/.test(text.slice(end - k - 9, end - k))) break;
      k++;
    }
    while (k > 0 && !isBoundary(text[end - k], marks)) k--;
    return k;
  }
  function skip(from, to) {
    ranges.push(from, to);
    for (let p = from; p < to && !marked; p++) marked = !isBlank(text[p]);
  }
  const solid = (start, size) => {
    let k = size;
    while (k > 0 && isBlank(text[start + k - 1])) k--;
    return k;
  };
  function marksBehind(start, end) {
    let p = end;
    while (p > start && !isQuote(text[p - 1])) p--;
    return p > start && opens(start, p) ? `${text[p - 1]}[\\` : " \t";
  }
  // Compares every line with the ones before and after it.
  const lines = [], blanksBehind = new Uint8Array(longest + 1).fill(longest);
  let before = 0;
  for (let start = first; start < text.length;) {
    const end = endOf(start), next = nextOf(end), more = next < text.length;
    const nextEnd = more ? endOf(next) : next;
    const behind = more ? prefix(start, end, next, nextEnd) : 0;
    const size = Math.min(Math.max(before, behind), end - start);
    lines.push({ start, size, other: Math.max(0, before >= behind ? lines.length - 1 : lines.length + 1) });
    const k = solid(start, size);
    if (size < end - start) blanksBehind[k] = Math.min(blanksBehind[k], size - k);
    if (more && end > start) before = prefix(next, nextEnd, start, end);
    start = next;
  }
  // Indentation alone belongs to the line.
  blanksBehind[0] = 0;
  // The length of a time with which a line begins, of no line beside it: `[10:00:00] `.
  function stamp(start, end) {
    const limit = Math.min(end, start + 40);
    let digits = 0, colons = 0, p = start < limit && text[start] === "[" ? start + 1 : start;
    // One word, or a day and a time.
    for (let word = 0; word < 2 && colons < 2; word++) {
      for (; p < limit && (isDigit(text[p]) || "-:./,TZ+".includes(text[p])); p++) {
        if (isDigit(text[p])) digits++;
        else if (text[p] === ":") colons++;
      }
      if (p < limit && colons >= 2 && text[p] === "]") p++;
      if (p === start || p >= limit || !isBlank(text[p])) return 0;
      while (p < limit && isBlank(text[p])) p++;
    }
    return digits < 6 || colons < 2 ? 0 : p - start;
  }
  for (const [number, line] of lines.entries()) {
    if (line.size === 0) {
      const size = number > 0 ? stamp(line.start, endOf(line.start)) : 0;
      if (size > 0) skip(line.start, line.start + size);
      continue;
    }
    const { start } = line, end = endOf(start), k = solid(start, line.size);
    const size = Math.min(line.size, k + blanksBehind[k]);
    if (size === 0) continue;
    skip(start, start + size);
    const other = lines[line.other].start;
    const behind = suffix(marksBehind(start, start + size), start + size, end, other + size, endOf(other));
    if (behind > 0) skip(end - behind, end);
  }
  return marked ? ranges : [];
}

// The same for the lines that only decoding shows, as places in the text. A quote that opens the
// whole text belongs to no line.
function innerAffixes(text, { v, from, to }, shapes) {
  if (!["\u001b", "\\n", "%0", "[0m", "&#"].some((mark) => text.includes(mark))) return [];
  let first = 0;
  while (first < v.length && isQuote(v[first])) first++;
  return affixesOf(v, shapes, first).map((place, k) => k % 2 === 0 ? from[place] : to[place - 1]);
}

function find(text, shapes, wrapWidth, skipped = []) {
  const view = viewOf(text, shapes, wrapWidth, skipped);
  const { v, at, is, from, to, depth } = view;
  const n = v.length;
  const { sets, file } = shapes;
  const has = (list, word) => sets[list].has(word);
  const spans = [];
  const kept = new Uint8Array(n + 1);
  const keys = new Uint8Array(n + 1);
  for (const key of view.keys) keys[key] = 1;

  // --- findings
  function addLabelled(start, end, kind, label, rank) {
    spans.push({ start: from[start], end: to[end - 1], kind, label, rank });
  }
  function add(start, end, kind, rank) {
    if (end > start) addLabelled(start, end, kind, `[${file.labels[kind] ?? kind} removed]`, rank);
  }
  const isExample = (id) =>
    (id.startsWith("AKIA") || id.startsWith("ASIA")) && (id.includes("EXAMPLE") || has("exampleKeys", id.slice(0, 13)));
  function addKey(start, end, letters, seenEnd) {
    const id = v.slice(start, Math.min(seenEnd, start + 20)).toUpperCase();
    addLabelled(start, end, "access-key-id",
      `[${isExample(id) ? "example " : ""}access key id ${letters}\u2026 removed]`, BY_SHAPE);
    keys[start] = 1;
  }
  function nearKey(place, distance) {
    return keys.subarray(Math.max(0, place - distance), place + distance + 1).includes(1);
  }

  // --- tokens
  function run(start, chars) {
    let p = start;
    while (p < n && chars.has(v[p])) p++;
    return p;
  }
  function tokenEnd(start, alphabet) {
    let p = run(start, alphabet);
    // `%2F` that a terminal cut before it came together again.
    while (p > start && at(p) === "%" && HEX.has(at(p + 1)) && HEX.has(at(p + 2))) p = run(p + 1, alphabet);
    if (p > start) {
      let padded = p;
      while (padded - p < 3 && at(padded) === "=") padded++;
      if (padded > p && !isAlnum(at(padded))) return padded;
    }
    return p;
  }
  function blanks(place) {
    let p = place;
    while (isBlank(at(p))) p++;
    return p;
  }
  function lineEnd(place) {
    let p = blanks(place);
    while (isBox(at(p))) p = blanks(p + 1);
    return at(p) === "\n" ? p : -1;
  }
  function content(end) {
    let p = end + 1;
    while (p - end < 96 && (isBlank(at(p)) || at(p) === ">" || isBox(at(p)))) p++;
    return p;
  }
  function toLineEnd(start) {
    const p = v.indexOf("\n", start);
    return p < 0 ? Math.max(n, start) : p;
  }
  function wrappedEnd(start, end, alphabet, target) {
    let length = end - start, p = end;
    for (;;) {
      const line = lineEnd(p);
      if (line < 0) return p;
      const next = content(line), stop = tokenEnd(next, alphabet), size = stop - next;
      if (size === 0) return p;
      const whole = target > 0 && length + size === target && !isAlnum(at(stop));
      if (!whole && !(length >= 16 && length < 40000 && isPiece(next, stop, length))) return p;
      length += size;
      p = stop;
    }
  }
  function isPiece(start, end, before) {
    const after = at(end);
    const closed = end === n || isQuote(after) || "<,&;)}]\\".includes(after);
    if (!closed && !endsLine(end)) return false;
    if (isUuid(start, end)) return false;
    const size = end - start;
    if (before >= 40 && size >= 4 && at(end - 1) === "=" && isLastPiece(start, end)) return true;
    if (size <= 3) return before >= 40;
    return size < 16 ? before >= 40 && isMixed(start, end) : isRandom(start, end);
  }
  // Before the end of the line or the text, or before the quote that closes a text in a box.
  function endsLine(place) {
    let p = blanks(place), box = false;
    while (isBox(at(p))) {
      box = true;
      p = blanks(p + 1);
    }
    return at(p) === "\n" || p >= n || (box && isQuote(at(p)));
  }
  const isLastPiece = (start, end) =>
    !v.slice(start, end).includes("_") && (lineEnd(end) >= 0 || blanks(end) === n);
  const kindOf = (c) => UPPER.has(c) ? 1 : LOWER.has(c) ? 2 : isDigit(c) ? 3 : 4;
  function isMixed(start, end) {
    const counts = [0, 0, 0, 0, 0];
    let turns = 0, last = 0;
    for (let p = start; p < end; p++) {
      const kind = kindOf(at(p));
      counts[kind]++;
      if (last !== 0 && kind !== last && !(last === 1 && kind === 2)) turns++;
      last = kind;
    }
    const [, upper, lower, digit] = counts;
    const size = end - start;
    if (digit === 0 && (upper === 0 || lower === 0)) return false;
    if (size > 24 && upper + lower > 0 && digit > 0 && isAllHex(start, end)) return false;
    return (digit > 0 && upper > 0 && lower > 0 && turns >= 2) || turns * 4 >= size;
  }
  const isAllHex = (start, end) => run(start, HEX) >= end;
  const isUuid = (start, end) =>
    end - start === 36 && /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/.test(v.slice(start, end));
  function isRandom(start, end) {
    const counts = [0, 0, 0, 0, 0];
    let turns = 0, last = 0, size = 0;
    for (let p = start; p < end; p++) {
      const c = at(p);
      if (c === "\n" || isBlank(c) || isBox(c)) continue;
      const kind = kindOf(c);
      size++;
      counts[kind]++;
      if (kind !== last && kind !== 4 && last !== 4 && last !== 0 && !(last === 1 && kind === 2)) turns++;
      last = kind;
    }
    const few = Math.max(1, Math.floor(size / 12));
    return counts[1] >= few && counts[2] >= few && (counts[3] > 0 || size >= 24) && turns * 100 >= size * 20;
  }
  function isWord(start, end) {
    let p = start;
    while (p < end && (isLetter(at(p)) || at(p) === "'" || at(p) === "-")) p++;
    if (p === start) return false;
    while (p < end && ".,;:!?)]".includes(at(p))) p++;
    return p === end;
  }

  // --- key ids
  const UPPER_DIGIT = new Chars([...UPPER, ...DIGIT]);
  const isMaskedKey = (start, end) => {
    for (let p = start; p < end; p++) if (at(p) !== "X") return false;
    return true;
  };
  function keyIds() {
    let p = 0;
    while (p < n - 4) {
      const c = v[p];
      p = c === "A" || c === "L" ? keyId(p) : c === "a" ? lowerCaseKeyId(p) : p + 1;
    }
  }
  function keyId(start) {
    if (at(start + 2) !== "I" && at(start + 2) !== "C") return start + 1;
    const letters = v.slice(start, start + 4);
    if (!has("keyLetters", letters)) return start + 1;
    const end = run(start + 4, UPPER_DIGIT), tail = end - start - 4;
    const bounded = !isAlnum(at(start - 1));
    if (tail < 12 && bounded) {
      const line = lineEnd(end);
      if (tail > 0 && line >= 0) {
        const next = content(line), stop = run(next, UPPER_DIGIT);
        if (stop - next === 16 - tail && !isAlnum(at(stop))) {
          addKey(start, stop, letters, start + 4);
          return stop;
        }
      }
      return partialKey(letters, start, end);
    }
    if (tail < 12 || (!bounded && tail < 16)) return end;
    if (isMaskedKey(start + 4, end)) return end;
    addKey(start, end, letters, end);
    if (at(end) === "%") {
      const token = tokenEnd(end + 1, TOKEN);
      if (token - end > 20 && isRandom(end + 1, token)) add(end + 1, token, "session-token", BY_SHAPE);
    }
    if (at(end) === ":") {
      const sign = tokenEnd(end + 1, TOKEN);
      const size = sign - end - 1;
      if (size >= 27 && v[sign - 1] === "=" && (size === 28 || size === 44 || isMixed(end + 1, sign))) add(end + 1, sign, "signature", BY_SHAPE);
    }
    const glued = run(end, BASE64);
    if (glued - end >= 20 && isRandom(end, glued)) {
      add(end, glued, "secret-access-key", BY_SHAPE);
      return glued;
    }
    return end;
  }
  function partialKey(letters, start, stop) {
    let end = stop;
    while (end > start + 4 && at(end - 1) === "X") end--;
    if (stop - end < 3) end = stop;
    const after = at(end);
    const digit = [...v.slice(start, end)].some(isDigit);
    if (end - start >= 12 && digit && (!isAlnum(after) || after === "X") && after !== "_") addKey(start, end, letters, end);
    return stop;
  }
  function lowerCaseKeyId(start) {
    const c = at(start + 1);
    if ((c !== "k" && c !== "s") || at(start + 2) !== "i" || at(start + 3) !== "a") return start + 1;
    let end = start + 4, digit = false;
    while (LOWER.has(at(end)) || isDigit(at(end))) digit = isDigit(at(end++)) || digit;
    if (end - start === 20 && digit && !isAlnum(at(start - 1)) && !UPPER.has(at(end))) {
      addKey(start, end, c === "k" ? "AKIA" : "ASIA", end);
    }
    return end;
  }

  // --- tokens by their own shape
  function prefixed() {
    let p = 0;
    while (p < n) {
      let next = p + 1;
      if (!isAlnum(at(p - 1))) {
        for (const shape of shapes.starts.get(v[p]) ?? []) {
          const isKept = kept[p] && shape.kind === "json-web-token";
          if (is(p, shape.start) && !isKept) {
            const end = prefixedEnd(p, shape);
            if (end > p) {
              const first = shape.shown ? p + shape.start.length : p;
              kept.fill(1, p, first);
              add(first, end, shape.kind, BY_SHAPE);
              next = end;
              break;
            }
          }
        }
      }
      p = next;
    }
  }
  function prefixedEnd(start, shape) {
    const whole = tokenEnd(start, shape.alphabet);
    let end = whole;
    while (end - start > 1 && at(end - 1) === ".") end--;
    if (end - start < shape.min) return -1;
    if (shape.random && !isMixed(start + shape.start.length, end)) return -1;
    const address = shape.alphabet === ADDRESS, line = lineEnd(whole);
    // `//host/…`, of which a log's prefix has the beginning: another address.
    if (address && line >= 0 && at(content(line)) === "/") return end;
    const wrapped = wrappedEnd(start, whole, address ? DOTTED : shape.alphabet, 0);
    return wrapped > whole ? wrapped : end;
  }
  function bare() {
    let p = 0;
    while (p < n) {
      const end = run(p, TOKEN);
      p = end > p ? bareRun(p, end) : p + 1;
    }
  }
  function bareRun(start, end) {
    if (end - start >= 100) {
      const harmless = file.harmless.some((h) => is(start, h));
      if (!kept[start] && !harmless && isRandom(start, end)) {
        const stop = wrappedEnd(start, tokenEnd(start, TOKEN), TOKEN, 0);
        add(start, stop, "token", BY_LOOK);
        return stop;
      }
      return end;
    }
    if (end - start >= 60 && lineEnd(tokenEnd(end, TOKEN)) >= 0) {
      const stop = wrappedEnd(start, end, TOKEN, 0);
      if (stop - start >= 100 && !kept[start] && !file.harmless.some((h) => is(start, h)) && isRandom(start, end)) {
        if (!isPublic(start)) add(start, stop, "token", BY_LOOK);
        return stop;
      }
    }
    let p = start;
    while (p < end) {
      const stop = Math.min(end, run(p, BASE64));
      if (stop > p) bareSecret(p, stop);
      p = stop + 1;
    }
    return end;
  }
  function isPublic(start) {
    let p = start;
    while (start - p < 200 && p > 0 && v[p - 1] !== "-") p--;
    return is(p - 16, "CERTIFICATE-----") || is(p - 15, "PUBLIC KEY-----");
  }
  function bareSecret(start, end) {
    const size = end - start;
    if (size < 8 || size > 44 || kept[start]) return;
    const before = at(start - 1), after = at(end);
    if (before === "." || before === "-" || before === "_" || after === "-" || after === "_") return;
    if (size < 38) {
      const line = lineEnd(end);
      if (line < 0 || !nearKey(start, 400)) return;
      const next = content(line), stop = run(next, BASE64);
      if (size + stop - next === 40 && isRandom(start, stop)) add(start, stop, "secret-access-key", BY_LOOK);
      return;
    }
    const padded = after === "=" && !isAlnum(at(end + 1));
    if ((padded && size % 4 !== 0) || !isRandom(start, end) || isAllHex(start, end)) return;
    const added = size === 41 && v[start] === "+" && (start === 0 || v[start - 1] === "\n");
    if (size === 40 || added || nearKey(start, 400)) add(start, end, "secret-access-key", BY_LOOK);
  }

  // --- names
  function nameReader() {
    const r = { start: 0, end: 0, words: [] };
    let norm = "", begins = [], own = 0;
    function append(a, b) {
      for (let p = a; p < b; p++) {
        const c = v[p];
        if (!isAlnum(c)) continue;
        const last = p === a ? " " : v[p - 1];
        begins.push(!isAlnum(last) ||
          (UPPER.has(c) && (LOWER.has(last) || isDigit(last) || (LOWER.has(at(p + 1)) && p + 1 < b))));
        norm += UPPER.has(c) ? c.toLowerCase() : c;
      }
    }
    r.read = (place, limit = n) => {
      const c = at(place);
      if (!isAlnum(c) && c !== "_") {
        if (c === "\n") r.words = [];
        return false;
      }
      if (r.end > r.start && place >= r.end) r.words = [[r.start, r.end], ...r.words.slice(0, 1)];
      r.start = place;
      r.end = place;
      while (r.end < limit && NAME.has(v[r.end])) r.end++;
      while (r.end > place + 1 && (v[r.end - 1] === "." || v[r.end - 1] === "-")) r.end--;
      norm = "";
      begins = [];
      own = 0;
      let first = place;
      for (const [a, b] of r.words) {
        if (b !== first - 1 || at(first - 1) !== " ") break;
        first = a;
      }
      if (r.end - place <= 80) {
        if (first < place && place - first <= 80) append(first, place);
        own = norm.length;
        append(place, r.end);
      }
      return true;
    };
    r.cut = (place) => {
      r.start = r.end = place;
      r.words = [];
    };
    r.name = () => norm.length - own > 16 ? "" : norm.slice(own);
    r.wordBefore = (k) => r.words[k - 1] ? v.slice(...r.words[k - 1]).toLowerCase() : "";
    r.wordBeforeStart = () => r.words[0] ? r.words[0][0] : -1;
    function shapeAt(length) {
      if (length < 2) return null;
      let best = null;
      for (const shape of shapes.names.get(norm.slice(length - 2, length)) ?? []) {
        const p = length - shape.end.length;
        if (p >= 0 && (!best || shape.end.length > best.end.length) && norm.startsWith(shape.end, p) &&
            (!shape.word || begins[p])) {
          best = shape;
        }
      }
      if (!best) return null;
      const p = length - best.end.length;
      const harmless = file[best.kind === "token" ? "notBefore" : "codeBefore"].some((word) => {
        const q = p - word.length;
        return q >= 0 && begins[q] && norm.startsWith(word, q);
      });
      return harmless ? null : best;
    }
    r.shape = () => {
      const length = norm.length;
      const found = shapeAt(length);
      if (found || length - own < 3) return found;
      let cut = length;
      while (cut > own && isDigit(norm[cut - 1])) cut--;
      if (cut < length && length - cut <= 4) {
        const shape = shapeAt(cut);
        if (shape) return shape;
      }
      cut = length - 1;
      while (cut > own && !begins[cut]) cut--;
      return cut > own && length - cut <= 11 && has("tails", norm.slice(cut)) ? shapeAt(cut) : null;
    };
    r.isOperation = () => {
      let stop = own + 1;
      while (stop < norm.length && !begins[stop]) stop++;
      return stop < norm.length && has("verbs", norm.slice(own, stop));
    };
    return r;
  }

  // --- what stands between a name and its value
  const op = { operator: "none", place: 0, closed: false, tagged: false };
  function found(operator, place) {
    op.operator = operator;
    op.place = blanks(place);
    // `*Password:* x`, `**Password:** x`
    let marks = op.place;
    while (marks - op.place < 2 && at(marks) === "*") marks++;
    if (marks > op.place && isBlank(at(marks))) op.place = blanks(marks);
    if (op.tagged && at(op.place) === "<") op.place = blanks(tags(op.place));
  }
  function readOperator(nameStart, nameEnd) {
    let p = nameEnd;
    while (p - nameEnd < 4 && (isQuote(at(p)) || at(p) === "]" || at(p) === "*")) p++;
    op.closed = p > nameEnd;
    let q = blanks(p);
    op.tagged = at(q) === "<" && at(q + 1) === "/";
    if (op.tagged) q = blanks(tags(q));
    const c = at(q), next = at(q + 1);
    if (element(nameStart, nameEnd)) return;
    if (c === "=" || ((c === "?" || c === "+" || c === ":") && next === "=")) {
      q++;
      while (at(q) === "=" || at(q) === ">" || at(q) === "~") q++;
      found("assign", q);
    } else if (c === "-" && next === ">") found("assign", q + 2);
    else if (c === "\u2192") found("assign", q + 1);
    else if (c === ":" && next !== ":" && !(next === "/" && at(q + 2) === "/")) found("colon", q + 1);
    else if (c === "[") {
      let e = q + 1;
      while (e - q < 48 && e < n && v[e] !== "]" && v[e] !== "\n") e++;
      if (at(e) === "]" && at(e + 1) === ":") found("colon", e + 2);
      else found("none", q);
    } else if (c === "(" && q === nameEnd && isQuote(at(blanks(q + 1)))) found("call", q + 1);
    else if (c === "," && op.closed) found("pair", q + 1);
    else if (isBox(c)) found("cell", q + 1);
    else if (c === "\n" && op.closed && at(content(q)) === "\n" && is(nameStart - 6, 'name="')) found("assign", content(content(q)));
    else if (c === "\n") found("line", q);
    else if (op.tagged) found("cell", q);
    else if (q > p && q < n) found("space", q);
    else found("none", q);
  }
  function tags(start) {
    let p = start;
    for (let k = 0; k < 4 && at(p) === "<"; k++) {
      let end = p + 1;
      while (end - p < 48 && end < n && !"<>\n".includes(v[end])) end++;
      if (at(end) !== ">") return p;
      p = end + 1;
    }
    return p;
  }
  function element(nameStart, nameEnd) {
    let before = nameStart - 1;
    if (at(before) === ":") {
      before--;
      const limit = before - 16;
      while (before > limit && isAlnum(at(before))) before--;
    }
    if (at(before) !== "<") return false;
    let p = nameEnd;
    while (p - nameEnd < 100 && p < n && !"<>\n".includes(v[p])) p++;
    if (at(p) !== ">" || at(p - 1) === "/" || (p > nameEnd && !isBlank(at(nameEnd)))) return false;
    let value = p + 1;
    while (isBlank(at(value)) || at(value) === "\n") value++;
    found("element", is(value, "<![CDATA[") ? value + 9 : value);
    return true;
  }
  function unwrap(start) {
    let p = start;
    for (let round = 0; round < 6; round++) {
      const c = at(p);
      if (isLetter(c)) {
        let end = p;
        while (end - p < 48 && NAME.has(at(end))) end++;
        if (end - p <= 2 && isQuote(at(end))) return end;
        if (at(end) !== "(" || !isCalled(end)) return p;
        const called = v.slice(p, end).toLowerCase();
        if (file.functions.some((word) => called.includes(word))) return -1;
        p = end;
      } else if (c === "(") {
        let close = p + 1;
        while (close - p < 48 && close < n && !"()\"'\n".includes(v[close])) close++;
        const group = at(close) === ")" && at(close + 1) !== NUL && close > p + 1;
        p = blanks(group && "\"' (0".includes(at(close + 1)) ? close + 1 : p + 1);
      } else if (c === "0" && at(p + 1) === "x") {
        let end = p + 2;
        while (end - p < 20 && HEX.has(at(end))) end++;
        if (!isQuote(at(end)) && at(end) !== "(") return p;
        p = end;
      } else if ((c === "&" || c === "@") && isQuote(at(p + 1))) {
        p++;
      } else if (c === "[" && at(p + 1) !== "*") {
        let end = p + 1;
        while (end - p < 48 && (isLetter(at(end)) || at(end) === " ")) end++;
        if (end > p + 1 && (at(end) === "]" || at(end) === " ")) return p;
        p++;
      } else return p;
    }
    return p;
  }

  // False for a bracket in a password, which nothing closes.
  function isCalled(open) {
    let p = open + 1;
    for (; p < n && !isSpace(v[p]) && !isQuote(v[p]); p++) if (v[p] === ")" && !isAlnum(at(p + 1))) return true;
    return p === open + 1 || (p - open < 4 && isQuote(at(p))) || v[p - 1] === "(";
  }

  // --- values
  function closingQuote(open) {
    const quote = v[open], level = depth[open];
    let blank = false, wrapped = false, first = false, p = open + 1;
    while (p < n && p - open < 40000) {
      const c = v[p];
      if (c === quote && depth[p] <= level) return wrapped && (blank || isAlnum(at(p + 1)) || isNameBefore(p, first)) ? -1 : p;
      if (c === "\n" && view.isLineEnd(p)) {
        if (blank || p === open + 1) return -1;
        first = !wrapped && p - open < 24;
        wrapped = true;
        p = content(p);
        continue;
      }
      if (wrapped && !DOTTED.has(c) && c !== "=" && lineEnd(p) < 0) return -1;
      if (c === " " && lineEnd(p) < 0) blank = true;
      p++;
    }
    return -1;
  }
  // `name', 'value'`, `name": …`: what the quote closes is no value.
  function isNameBefore(close, small) {
    const p = blanks(close + 1), c = at(p);
    return (small && c === "," && isQuote(at(blanks(p + 1)))) || c === ":" || c === "=";
  }
  function runEnd(start, whole) {
    let p = start;
    while (p < n) {
      const c = v[p];
      if (isSpace(c) || (isQuote(c) && !isInside(p, whole))) break;
      if ((c === "<" && (isLetter(at(p + 1)) || at(p + 1) === "/")) || (c === ">" && !whole)) break;
      if (",;&|".includes(c) && (ends(p + 1) || isNameAhead(p + 1))) break;
      if (")]}".includes(c) && !isAlnum(at(p + 1))) break;
      p++;
    }
    return p;
  }
  const isInside = (quote, whole) =>
    (whole && isAlnum(at(quote + 1))) || (v[quote] === "'" && isLetter(at(quote - 1)) && isLetter(at(quote + 1)));
  const ends = (p) => p >= n || isSpace(v[p]) || isQuote(v[p]) || ")]}".includes(v[p]);
  function isNameAhead(place) {
    const start = isQuote(at(place)) ? place + 1 : place;
    let p = start;
    while (p - start < 40 && NAME.has(at(p))) p++;
    return p > start && (at(p) === "=" || at(p) === ":") && at(p + 1) !== "=";
  }
  function isPlaceholder(start, end) {
    if (end <= start || at(start) === LABEL) return true;
    const value = v.slice(start, Math.min(end, start + 80)), lower = value.toLowerCase();
    const first = value[0], last = value.at(-1);
    if (isMaskedValue(value, lower)) return true;
    if ((first === "$" && isVariable(value)) ||
        (value.length > 2 && first === "%" && last === "%") ||
        (first === "<" && (last === ">" || isLetter(at(start + 1)) || at(start + 1) === "%")) ||
        ["{{", "#{", "!Ref", "!Sub", "{resolve:"].some((s) => value.startsWith(s))) {
      return true;
    }
    if ("[{(".includes(first) && isBracketed(value)) return true;
    let p = 0;
    while (p < lower.length && isAlnum(lower[p])) p++;
    if (p < lower.length && has("references", lower.slice(0, p + 1)) && end - start < 80) return true;
    return has("fakes", lower) || ["your-", "your_", "my-secret", "redacted"].some((s) => lower.startsWith(s));
  }
  function isVariable(value) {
    if (["${", "$(", "$env:"].some((s) => value.startsWith(s))) return true;
    let p = 1;
    while (p < value.length && (isAlnum(value[p]) || value[p] === "_")) p++;
    return p > 1 && p === value.length && !isDigit(value[1]);
  }
  function isBracketed(value) {
    let p = 1;
    while (p < value.length && (isLetter(value[p]) || " -_.".includes(value[p]))) p++;
    return p > 1 && (p === value.length || ")]}".includes(value[p]));
  }
  function isMaskedValue(value, lower) {
    let shown = 0, hidden = 0, same = true;
    const first = lower[0];
    for (let p = 0; p < value.length; p++) {
      const c = lower[p];
      same = same && c === first;
      if (MASK.has(c) || c === "." || c === "x") hidden++;
      else shown++;
    }
    const dots = ["...", "\u2026", "***"].some((s) => value.includes(s));
    return (same && (!isAlnum(first) || (first === "x" && hidden > 1))) || (dots && shown <= 8) ||
      (hidden > 3 && shown === 0) || (hidden >= 8 && shown <= 4);
  }
  function isProse(start, end, operator, quoted) {
    let word = end;
    if (quoted) {
      word = start;
      while (word < end && !isSpace(at(word))) word++;
    }
    if (word - start > 80) return false;
    const lower = v.slice(start, word).toLowerCase();
    let letters = lower.length;
    while (letters > 0 && ".,;:!?)]".includes(lower[letters - 1])) letters--;
    const bareWord = lower.slice(0, letters);
    const plain = isWord(start, word);
    if (plain && has("words", bareWord)) return word === end || !quoted || areWords(word, end);
    if (quoted || operator !== "colon") return false;
    const next = blanks(end);
    const more = next > end && next < n && v[next] !== "\n" && v[next] !== "#";
    if (more && (plain || lower.endsWith(":"))) return true;
    if (plain && file.errorEnds.some((e) => bareWord.endsWith(e) && bareWord.length > e.length)) return true;
    return more && letters <= 3 && letters > 0 && [...bareWord].every(isDigit);
  }
  function areWords(start, end) {
    for (let p = start; p < end; p++) if (!isLetter(v[p]) && !" .,;:'-()/".includes(v[p])) return false;
    return true;
  }
  function isPath(start, end) {
    const c = at(start), next = at(start + 1);
    if ((c === "~" && next === "/") || (c === "." && (next === "/" || next === "."))) return true;
    if (isLetter(c) && next === ":" && (at(start + 2) === "\\" || at(start + 2) === "/")) return true;
    if (c !== "/" || end - start === 40 || (!isLetter(next) && next !== ".")) return false;
    return !isMixed(start, end);
  }

  // --- named values
  const names = nameReader(), listed = nameReader();
  const salt = v.includes("    ----------\n");
  const netrc = v.includes("machine ") && v.includes("login ");
  let awaited = null, awaitedFrom = 0, awaitedUntil = 0, passedStart = 0, passedEnd = 0;

  function namedValues() {
    let p = 0;
    while (p < n) {
      if (!names.read(p)) {
        p++;
        continue;
      }
      p = names.end;
      const name = names.name();
      if (name === "arn" && at(p) === ":") {
        let end = p;
        while (end < n && !isSpace(v[end]) && !isQuote(v[end]) && !"<>,;)]}&".includes(v[end])) end++;
        kept.fill(1, names.start, end);
        names.cut(end);
        p = end;
        continue;
      }
      const next = named(name);
      if (next > p) {
        names.cut(next);
        p = next;
      }
    }
  }
  function named(name) {
    const valueName = has("valueNames", name);
    if (awaited && names.start <= awaitedUntil) {
      if (valueName && closesAnother(awaitedFrom, names.start)) awaited = null;
      else if (valueName) {
        const shape = awaited;
        awaited = null;
        readOperator(names.start, names.end);
        const loose = op.operator === "space" && !isFlag();
        return op.operator === "none" || loose ? 0 : valueOf(shape);
      }
      if (name === "valuefrom") awaited = null;
    }
    if (valueName) pass();
    if (name === "securestring") wait({ kind: "secret", end: name, need: "any" }, 400);
    const scheme = shapes.scheme(name);
    if (scheme !== null && at(names.end) === " " && name !== "token") return bearer(scheme);
    const shape = names.shape();
    if (!shape) return 0;
    readOperator(names.start, names.end);
    const next = valueOf(shape);
    if (next === 0 && isPairName(shape) && !passed(shape)) wait(shape, 100);
    else if (next === 0 && isSecretName(shape)) {
      const members = membersEnd();
      if (members > names.end) wait(shape, members - names.end);
    }
    return next;
  }
  // Remembers the value of `"value": "…"`: its name may follow it.
  function pass() {
    readOperator(names.start, names.end);
    if ((op.operator === "colon" || op.operator === "assign") && isQuote(at(op.place))) {
      passedStart = op.place + 1;
      passedEnd = closingQuote(op.place);
    }
  }
  // `{"value": "…", "name": "DB_PASSWORD"}`.
  function passed(shape) {
    let before = names.start - 1;
    if (passedEnd <= 0 || before - passedEnd > 60 || !isQuote(at(before))) return false;
    do before--; while (isBlank(at(before)));
    if ((at(before) !== ":" && at(before) !== "=") || closesAnother(passedEnd, names.start) ||
      !isAccepted(passedStart, passedEnd, "colon", shape, true, false)) return false;
    add(passedStart, passedEnd, shape.kind, shape.aws ? BY_SHAPE : BY_NAME);
    return true;
  }
  // True when an object that was open at the one place is closed at the other.
  function closesAnother(first, last) {
    let open = 0;
    for (let p = first; p < last && open >= 0; p++) open += v[p] === "{" ? 1 : v[p] === "}" ? -1 : 0;
    return open < 0;
  }
  // `DBPassword:` and below it, further in, `Default: …`: where the lines end that belong to the name; 0: there is none.
  function membersEnd() {
    if (op.operator !== "colon" || at(op.place) !== "\n") return 0;
    const indent = names.start - nearLineStart(names.start);
    let end = 0, line = op.place;
    while (line < n && line - names.end < 400) {
      const first = blanks(line + 1);
      if (at(first) !== "\n" && first - line - 1 <= indent) return end;
      end = line = toLineEnd(first);
    }
    return end;
  }
  function nearLineStart(place) {
    let p = place;
    while (p > 0 && place - p < 400 && v[p - 1] !== "\n") p--;
    return p;
  }
  const isPairName = (shape) =>
    (shape.need === "any" || shape.need === "long") && shape.kind !== "keep" && shape.kind !== "message" &&
    (op.closed || op.operator === "line" || at(names.end) === ",");
  function wait(shape, distance) {
    awaited = shape;
    awaitedFrom = names.end;
    awaitedUntil = names.end + distance;
  }
  function valueOf(shape) {
    const operator = op.operator;
    if (operator === "none" || (at(names.start - 1) === "$" && operator !== "assign")) return 0;
    const start = op.place;
    if (shape.kind === "keep") {
      const first = isQuote(at(start)) ? start + 1 : start;
      kept.fill(1, first, tokenEnd(first, TOKEN));
      return 0;
    }
    if (shape.kind === "message") return message(start, operator);
    if (operator !== "assign" && operator !== "element" && (operator === "pair" || !isQuote(at(start))) &&
      names.isOperation()) return 0;
    if (shape.kind === "password" && (operator === "colon" || operator === "assign") && isSecond(names.start)) {
      const pair = removePair(start, true);
      if (pair > 0) return pair;
    }
    switch (shape.need) {
      case "block": return signingBlock(start, shape.kind);
      case "header": return header(start, operator);
      case "line": return wholeLine(start, operator, shape);
      case "code": return code(start, operator, shape);
      case "pair": return credentialPair(start, operator);
      default: return plainValue(start, operator, shape);
    }
  }
  // `creds: alice:…`, `creds are alice / …`.
  function credentialPair(place, operator) {
    if (operator === "colon" || operator === "assign") return removePair(place, false);
    if (operator !== "space") return 0;
    let end = place;
    while (end - place < 8 && isLetter(at(end))) end++;
    const verb = isBlank(at(end)) && has("copulas", v.slice(place, end).toLowerCase());
    return verb ? removePair(blanks(end), false) : 0;
  }
  // True for the second of two names: `user/password`.
  function isSecond(name) {
    let p = name - 1;
    while (isBlank(at(p)) && name - p < 3) p--;
    if (p < 0 || !"/+&|".includes(v[p])) return false;
    let end = p;
    while (isBlank(at(end - 1)) && p - end < 2) end--;
    let start = end;
    while (end - start < 12 && isLetter(at(start - 1))) start--;
    return start < end && has("pairNames", v.slice(start, end).toLowerCase());
  }
  // Removes what stands behind the user.
  function removePair(place, sure) {
    const start = isQuote(at(place)) ? place + 1 : place;
    let p = start;
    while (p - start < 64 && (NAME.has(at(p)) || "@\\+".includes(at(p)))) p++;
    const user = p;
    p = blanks(p);
    const sign = at(p);
    if (user - start < 2 || !":/|".includes(sign)) return 0;
    p = p > user ? blanks(p + 1) : p + 1;
    let end = p;
    while (end < n && end - p < 400 && !isSpace(v[end]) && !isQuote(v[end])) end++;
    if (end - p >= 400) return 0;
    while (end > p && ".,;)".includes(v[end - 1])) end--;
    // What an earlier run removed has its label there.
    if (isPlaceholder(p, end)) return sure ? end : 0;
    if (end - p < 4 || v[p] === "/" || kept[p] || kept[start] || (!sure && !isPairSecret(p, end, sign))) return 0;
    add(p, end, "password", BY_NAME);
    return end;
  }
  // `BUNDLE_GEMS__EXAMPLE__COM=user:password`, as Bundler names the password of a host.
  function bundler() {
    let place = v.indexOf("BUNDLE_");
    while (place >= 0) {
      let end = place;
      while (NAME.has(at(end))) end++;
      const p = blanks(isQuote(at(end)) ? end + 1 : end);
      if ((at(p) === "=" || at(p) === ":") && v.slice(place, Math.min(end, place + 200)).includes("__")) bundled(blanks(p + 1));
      place = v.indexOf("BUNDLE_", end);
    }
  }
  function bundled(start) {
    let p = isQuote(at(start)) ? start + 1 : start;
    const user = p;
    while (p - user < 64 && NAME.has(at(p))) p++;
    if (at(p) === ":") removePair(start, true);
  }
  // What is no word, number, path or address.
  function isPairSecret(start, end, sign) {
    const value = v.slice(start, end);
    return end - start >= 6 && !value.includes("/") && !(sign === ":" && value.includes(":")) && !/\.[a-z\d]/i.test(v.slice(start, end + 1)) &&
      /[a-z]/i.test(value) && (/\d/.test(value) || (/[a-z][A-Z]/.test(value) && !isWord(start, end))) && !isUuid(start, end);
  }
  function message(start, operator) {
    if (operator === "pair" || operator === "cell") return 0;
    let first = at(start) === "\n" ? content(start) : start;
    if (isQuote(at(first))) first++;
    let end = first;
    while (TOKEN.has(at(end)) && v[end] !== "/" && v[end] !== "+") end++;
    if (end - first < 16 || isWord(first, end)) return 0;
    end = wrappedEnd(first, end, TOKEN, 0);
    let length = 0;
    for (let p = first; p < end; p++) {
      const c = v[p];
      if (c === "\n") p = content(p) - 1;
      else if (isAlnum(c) || c === "-" || c === "_") length++;
    }
    if (length > 10240) return 0;
    addLabelled(first, end, "", "[encoded authorization message]", BY_BLOCK);
    kept.fill(1, first, end);
    return end;
  }
  function bearer(kind) {
    const start = blanks(names.end), end = tokenEnd(start, DOTTED);
    if (end - start < 8 || isPlaceholder(start, end) || kept[start] || !isMixed(start, end) || isUuid(start, end)) return 0;
    const stop = wrappedEnd(start, end, DOTTED, 0);
    add(start, stop, kind, BY_NAME);
    return stop;
  }
  function header(place, operator) {
    if (!["assign", "colon", "pair", "element"].includes(operator)) return 0;
    let start = unwrap(place);
    if (start < 0) return 0;
    if (isQuote(at(start))) start++;
    let word = start;
    while (isAlnum(at(word)) || at(word) === "-") word++;
    const scheme = v.slice(start, word).toLowerCase();
    if (scheme.startsWith("aws4") || scheme.startsWith("aws3")) return 0;
    const token = blanks(word);
    if (scheme === "aws" && token > word) {
      const colon = run(token, ALNUM), end = runEnd(colon + 1, false);
      if (at(colon) === ":" && end - colon > 10) add(colon + 1, end, "signature", BY_SHAPE);
      return 0;
    }
    const kind = shapes.scheme(scheme);
    if (kind !== null && token > word) {
      let end = scheme === "digest" ? toLineEnd(token) : runEnd(token, false);
      if (isPlaceholder(token, end) || isProse(token, end, "assign", false)) return 0;
      end = wrappedEnd(token, end, DOTTED, 0);
      add(token, end, kind, BY_SHAPE);
      return end;
    }
    const end = runEnd(start, false);
    if (end - start < 16 || isPlaceholder(start, end) || !isMixed(start, end)) return 0;
    add(start, end, "authorization", BY_SHAPE);
    return end;
  }
  function wholeLine(place, operator, shape) {
    if (!["assign", "colon", "pair"].includes(operator)) return 0;
    let start = unwrap(place);
    if (start < 0) return 0;
    let end = -1;
    if (isQuote(at(start))) end = closingQuote(start++);
    if (end < 0) {
      // `%22`: such a quote inside a header is part of a value.
      const width = place > 0 ? to[place - 1] - from[place - 1] + 2 : 0;
      const inside = (p) => depth[p] === 0 && to[p] - from[p] === width && text[from[p]] === "%";
      end = start;
      while (end < n && v[end] !== "\n" && (!isQuote(v[end]) || inside(end))) end++;
    }
    if (!v.slice(start, end).includes("=") || isPlaceholder(start, end)) return 0;
    add(start, end, shape.kind, BY_SHAPE);
    return end;
  }
  function code(place, operator, shape) {
    const wrapped = operator === "line" && isFlag();
    const first = wrapped ? content(place) : place;
    const start = isQuote(at(first)) ? first + 1 : first, end = run(start, DIGIT);
    if ((end - start !== 6 && end - start !== 8) || isAlnum(at(end))) {
      return shape.end.endsWith("password") ? plainValue(place, operator, { kind: "password", end: "password", need: "any" }) : 0;
    }
    if ((operator === "space" && !isFlag()) || operator === "cell" || (operator === "line" && !wrapped)) return 0;
    add(start, end, shape.kind, BY_SHAPE);
    return end;
  }
  function isFlag() {
    let before = names.start - 1;
    if (at(before) !== "-" && at(before) !== "/") return false;
    while (at(before) === "-") before--;
    return before < names.start - 1 && (before < 0 || isSpace(v[before]) || isQuote(v[before]));
  }
  function isAssigned(shape) {
    if (isFlag() || shape.end === "converttosecurestring" || shape.end === "identifiedby") return true;
    const before = names.wordBefore(1);
    if (has("assigning", before)) return before.length > 2 || at(names.wordBeforeStart() - 1) === "-";
    if (isQuote(at(op.place)) ? names.name() === "password" && isUpperName() : isColumn()) return true;
    return (names.name() === "password" && (names.wordBefore(2) === "login" || (netrc && isFirstOnLine()))) ||
      (before === "with" && isQuote(at(op.place)));
  }
  // `DB_PASSWORD<TAB>value`: a row of two columns, the value a word of letters and digits.
  function isColumn() {
    const place = op.place;
    if (!(at(names.end) === "\t" || place - names.end > 1) || !isUpperName() || !isFirstOnLine()) return false;
    const end = runEnd(place, false);
    return (lineEnd(end) >= 0 || blanks(end) >= n || isQuote(at(end))) && end - place >= 8 && isNoWord(place, end);
  }
  // Behind `-String` of PowerShell, and behind `BY` in front of a quote.
  function assigned(start, shape) {
    let p = start;
    if (shape.end === "converttosecurestring") while (at(p) === "-") p = blanks(run(p + 1, LETTER));
    else if (is(p, "BY ") && isQuote(at(blanks(p + 3)))) p = blanks(p + 3);
    else p = typeEnd(p);
    return p;
  }
  // Behind `REG_SZ`, between a name and a value of a registry.
  const typeEnd = (p) => is(p, "REG_") ? blanks(run(p + 4, NAME)) : p;
  function isFirstOnLine() {
    let p = names.start - 1;
    while (isBlank(at(p)) || isQuote(at(p))) p--;
    return p < 0 || at(p) === "\n";
  }
  function plainValue(first, operator, shape) {
    const place = operator === "colon" ? tagged(first) : first;
    const rank = shape.aws ? BY_SHAPE : BY_NAME;
    let start = place, strict = false;
    if (operator === "colon" && isBlockScalar(place)) return blockScalar(place, shape, rank);
    if (operator === "space") {
      const after = sentence(start, shape, rank);
      if (after !== 0) return Math.max(after, 0);
      start = assigned(start, shape);
      strict = start === place && !isAssigned(shape);
    } else if (operator === "cell") {
      strict = !op.tagged && !isBoxed(start, shape);
      if (!strict && op.tagged && !is(names.end, "</key>")) {
        const stop = runEnd(start, false);
        if (stop - start < 8 || !isMixed(start, stop)) return 0;
      }
    } else if (operator === "line") {
      if (!shape.aws && shape.need !== "long") return below(content(start), shape, rank);
      start = content(start);
      // As mail clients show what they sent: `C: …`, ` -> …`.
      if (is(start, "C: ") || is(start, "-> ")) start = blanks(start + 3);
      strict = true;
    } else if (operator === "pair") {
      const inner = unwrap(start);
      if (!isQuote(at(inner < 0 ? start : inner))) return 0;
    } else if (at(start) === "\n") {
      start = content(start);
      strict = !isQuote(at(start));
      if (strict && !shape.aws && shape.need !== "long") return below(start, shape, rank);
    }
    if (at(start) === "-" && operator === "space") return 0;
    const inner = unwrap(start);
    if (inner < 0) return defaults(start, shape, rank);
    start = inner;
    const quoted = isQuote(at(start)), close = quoted ? closingQuote(start) : -1;
    if (quoted) start++;
    const isElement = operator === "element";
    let end = close >= 0 ? close : isElement ? elementEnd(start) : runEnd(start, beginsLine());
    while (!quoted && end > start + 1 && (v[end - 1] === "," || v[end - 1] === ";")) end--;
    if (isElement && (at(end) !== "<" || at(end + 1) !== "/") && !is(end, "]]></")) {
      strict = true;
      end = close >= 0 ? close : runEnd(start, false);
    }
    if (!isAccepted(start, end, operator, shape, close >= 0, strict)) return typed(start, end, operator, shape) || defaults(start, shape, rank);
    if (close < 0 && !isElement) end = wrappedEnd(start, end, DOTTED, shape.kind === "secret-access-key" ? 40 : 0);
    add(start, end, shape.kind, rank);
    return close >= 0 ? joined(changed(close, shape, rank), shape, rank) : end;
  }
  // `│ DB_PASSWORD │ value │`, of a name that is no word of a sentence.
  function isBoxed(start, shape) {
    if (shape.kind !== "password" || !isUpperName()) return false;
    const end = runEnd(start, false), next = at(blanks(end));
    return end - start >= 8 && isNoWord(start, end) && (next === "\n" || isBox(next));
  }
  // A password alone on the line below its label, as pages show it.
  function below(start, shape, rank) {
    let end = start;
    while (end < n && !isSpace(v[end]) && !isQuote(v[end])) end++;
    const alone = lineEnd(end) >= 0 || blanks(end) >= n || isQuote(at(end));
    if (salt && alone && isUnderSaltLabel(start, end)) {
      add(start, end, shape.kind, rank);
      return end;
    }
    if (shape.kind !== "password" || !alone || !isUnderLabel() || end - start < 8 || end - start > 64 ||
      !isRandom(start, end) || kept[start] || isPath(start, end) || isPlaceholder(start, end)) return 0;
    add(start, end, shape.kind, rank);
    return end;
  }
  // `db_password:` and below it, four further in, the value.
  const isUnderSaltLabel = (start, end) =>
    op.operator === "colon" && end - start >= 4 && start - nearLineStart(start) > names.start - nearLineStart(names.start) &&
    v[end - 1] !== ":" && v[start] !== "-" && !kept[start] && !isPlaceholder(start, end) && !isPath(start, end) &&
    !isProse(start, end, "colon", false);
  // True when little else stands on the line of the name: `Console password`.
  function isUnderLabel() {
    let p = names.start - 1;
    while (names.start - p < 20 && (isLetter(at(p)) || at(p) === " ")) p--;
    return p < 0 || v[p] === "\n" || isBox(v[p]) || v[p] === ">";
  }
  // `"first half" +` and on the next line `"second half"`.
  function joined(first, shape, rank) {
    let close = first;
    while (isQuote(at(close))) {
      let p = afterLine(close + 1);
      const sign = p < n && "+.\\&".includes(v[p]);
      if (sign) p = afterLine(p + 1);
      const end = p > close + 1 && isQuote(at(p)) ? closingQuote(p) : -1;
      const more = sign || (end - p > 16 && isRandom(p + 1, end));
      if (end < 0 || !more || isPlaceholder(p + 1, end)) return close;
      const next = at(blanks(end + 1));
      if (next === "=" || next === ":") return close;
      add(p + 1, end, shape.kind, rank);
      close = end;
    }
    return close;
  }
  function afterLine(place) {
    const p = blanks(place);
    return at(p) === "\n" ? content(p) : p;
  }
  function changed(close, shape, rank) {
    const p = blanks(close + 1);
    if (!is(p, "-> ") && !is(p, "=> ")) return close;
    const open = blanks(p + 2), end = isQuote(at(open)) ? closingQuote(open) : -1;
    if (end < 0 || isPlaceholder(open + 1, end)) return close;
    add(open + 1, end, shape.kind, rank);
    return end;
  }
  // `the password is …`, `password for the console was: …`; -1: it tells none; 0: no such sentence.
  function sentence(start, shape, rank) {
    let p = start;
    for (let count = 0; count < 6; count++) {
      let end = p;
      while (end - p < 40 && (NAME.has(at(end)) || at(end) === "@")) end++;
      const colon = at(end) === ":" && isBlank(at(end + 1));
      if ((!colon && !isBlank(at(end))) || end === p || !isLetter(v[p])) return 0;
      const verb = end - p < 8 && has(count === 0 ? "copulas" : "laterCopulas", v.slice(p, end).toLowerCase());
      // `password for alice: …`
      const last = colon && count > 0 && shape.kind === "password";
      p = colon ? end : blanks(end);
      if (verb || last) return said(at(p) === ":" ? blanks(p + 1) : p, shape, rank) || (count === 0 ? -1 : 0);
      if (colon) return 0;
    }
    return 0;
  }
  const isNoWord = (start, end) => {
    const value = v.slice(start, end);
    return /\d/.test(value) && /[a-z]/i.test(value) && !isUuid(start, end);
  };
  function said(place, shape, rank) {
    const quoted = isQuote(at(place)), start = quoted ? place + 1 : place;
    let end = start;
    while (end < n && !isSpace(v[end]) && !(isQuote(v[end]) && (quoted || !isAlnum(at(end + 1))))) end++;
    let secret = end - start >= 8 && !isUuid(start, end) && /[a-z]/i.test(v.slice(start, end)) &&
      (isNoWord(start, end) || isMixed(start, end));
    if (!secret && shape.kind === "password") {
      let stop = end;
      while (!quoted && stop > start && ".,;!)".includes(v[stop - 1])) stop--;
      const word = v.slice(start, stop).toLowerCase();
      secret = (quoted || stop < end || isQuote(at(end)) || lineEnd(end) >= 0 || blanks(end) >= n) && /^[a-z]{6,24}$/.test(word) &&
        !has("words", word) && !has("states", word) && !file.stateEnds.some((e) => word.endsWith(e));
    }
    if (!secret || isPlaceholder(start, end) || kept[start] || shape.need !== "any" || isPath(start, end)) return 0;
    add(start, end, shape.kind, rank);
    return end;
  }
  // Where an earlier look found no quote.
  let dullFrom = 0, dullUntil = 0;
  // What stands behind a reference: `${PASSWORD:-…}`, `os.environ.get("PASSWORD", "…")`.
  function defaults(start, shape, rank) {
    const isSecret = (a, b) => b - a >= 6 && isNoWord(a, b) && !/^[a-z\d]*-[a-z\d-]*$/.test(v.slice(a, b)) && !kept[a] && !isPlaceholder(a, b) && !isPath(a, b);
    let done = 0, p = start;
    if (is(p, "${")) {
      p += 2;
      while (isAlnum(at(p)) || at(p) === "_" || at(p) === ".") p++;
      if (at(p++) !== ":") return 0;
      if (at(p) === "-" || at(p) === "=") p++;
      let end = p;
      while (end - p < 240 && end < n && v[end] !== "}" && v[end] !== "\n") end++;
      if (at(end) !== "}" || !isSecret(p, end)) return 0;
      add(p, end, shape.kind, rank);
      return end;
    }
    if (!isLetter(at(p)) && !"<{(!#".includes(at(p))) return 0;
    if (p >= dullFrom && p < dullUntil) p = dullUntil;
    else dullFrom = p;
    while (p - start < 240 && p < n && v[p] !== "\n" && !isQuote(v[p])) p++;
    dullUntil = p;
    while (p - start < 240 && p < n && v[p] !== "\n") {
      const open = p++;
      if (!isQuote(v[open])) continue;
      const close = closingQuote(open);
      if (close < 0 || close - start > 240) break;
      let q = open - 1;
      while (q > start && v[q] === " ") q--;
      if (q > start && (",|?{".includes(v[q]) || is(q - 2, " or") || is(q - 7, "default(")) && isSecret(p, close)) {
        add(p, close, shape.kind, rank);
        done = close;
      }
      p = close + 1;
    }
    return done;
  }
  function typed(start, end, operator, shape) {
    if ((operator === "colon" || operator === "space") && at(blanks(end)) === "=" && end > start && isWord(start, end)) {
      readOperator(start, end);
      return plainValue(op.place, "assign", shape);
    }
    return 0;
  }
  function elementEnd(start) {
    let p = start;
    while (p < n && v[p] !== "<" && !is(p, "]]></")) p++;
    while (p > start && isSpace(v[p - 1])) p--;
    return p;
  }
  function beginsLine() {
    const before = names.wordBefore(1);
    let p = names.start - 1;
    if (before !== "" && has("assigning", before)) p = names.wordBeforeStart() - 1;
    while (isBlank(at(p)) || at(p) === "-" || at(p) === ">" || at(p) === "$") p--;
    return p < 0 || v[p] === "\n";
  }
  function isAccepted(start, end, operator, shape, quoted, strict) {
    if (end <= start || kept[start] || isPlaceholder(start, end)) return false;
    if (isProse(start, end, operator, quoted) || isPath(start, end)) return false;
    const size = end - start;
    if (strict && (size < 16 || isUuid(start, end) || !isSecretLooking(start, end, shape))) return false;
    if (operator === "space" && !strict && !quoted && !isUpperName() &&
        !(netrc && (names.wordBefore(2) === "login" || isFirstOnLine())) && isPlainWord(start, end)) return false;
    if (operator === "pair" && ((!shape.aws && isPlainWord(start, end)) || isNameOfNext(end))) return false;
    if ((!quoted && isCall(start, end)) || isListed(start, end)) return false;
    switch (shape.need) {
      case "long": return size >= (shape.kind === "signature" ? 16 : 8) && isSolid(start, end);
      case "random": return isRandomFor(start, end, operator, shape, quoted);
      case "key-id": return isOtherKeyId(start, end);
      case "query": return size >= 20 && isInQuery() && (shape.end === "code" || names.name() === "state") &&
        (isMixed(start, end) || isUuid(start, end) || (size >= 32 && isAllHex(start, end)));
      default: return isValueFor(start, end, operator, shape, quoted);
    }
  }
  const isNameOfNext = (end) => isQuote(at(end)) && at(blanks(end + 1)) === ":";
  // `sid=…`, `"Key": "…"`: names that say little, in front of what can hardly be anything else.
  function isRandomFor(start, end, operator, shape, quoted) {
    const size = end - start;
    if (shape.kind === "cookie") {
      return size >= 20 && operator === "assign" && !isUuid(start, end) &&
        ((size >= 32 && isAllHex(start, end)) || isMixed(start, tokenEnd(start, DOTTED)));
    }
    return size >= 32 && names.name() === shape.end && (quoted || operator === "assign") &&
      tokenEnd(start, DOTTED) === end && isRandom(start, end);
  }
  const isInQuery = () => at(names.start - 1) === "?" || at(names.start - 1) === "&";
  function isCall(start, end) {
    let p = start;
    while (p < end && (isLetter(v[p]) || "_.:".includes(v[p]))) p++;
    if (p === start || at(p) !== "(") return false;
    while (p < end && (isLetter(v[p]) || "_.,:()[]'\"".includes(v[p]))) p++;
    return p >= end || v[end - 1] === ")";
  }
  function isValueFor(start, end, operator, shape, quoted) {
    const weak = !shape.aws && shape.kind !== "password" && !op.closed;
    if (operator === "colon" && weak && isPlainWord(start, end)) return false;
    if (operator !== "colon" || quoted) return true;
    if (at(names.start - 1) === "/" && !isBlank(at(names.start - 2)) && !shape.aws) return false;
    return shape.kind !== "token" || end - start >= 4;
  }
  const isUpperName = () => (UPPER.has(at(names.start)) && UPPER.has(at(names.end - 1))) || isFlag();
  function isPlainWord(start, end) {
    for (let p = start; p < end; p++) if (!isLetter(v[p]) && !"_- .".includes(v[p])) return false;
    return end - start < 20;
  }
  function isSecretLooking(start, end, shape) {
    const stop = tokenEnd(start, DOTTED);
    if (stop < end && !isSpace(v[stop])) return false;
    return isRandom(start, end) || (shape.need === "long" && end - start >= 32 && isAllHex(start, end));
  }
  function isSolid(start, end) {
    let digit = false;
    for (let p = start; p < end; p++) {
      if (isSpace(v[p])) return false;
      digit = digit || isDigit(v[p]) || v[p] === "=" || v[p] === "+";
    }
    return digit || isRandom(start, end);
  }
  function isListed(start, end) {
    if (end - start > 40 || at(end) === "=") return false;
    listed.cut(start);
    if (!listed.read(start) || listed.end !== end) return false;
    const shape = listed.shape();
    return shape !== null && ((Boolean(shape.aws) && shape.need !== "long") || shape.end === "converttosecurestring");
  }
  function isOtherKeyId(start, end) {
    return end - start >= 16 && end - start <= 128 && run(start, ALNUM) >= end && !has("idLetters", v.slice(start, start + 4));
  }
  // Behind `!!str`, `!vault` and `&anchor` of YAML.
  function tagged(start) {
    let p = start;
    if (at(p) !== "&" && !is(p, "!!") && !is(p, "!vault")) return start;
    do p++; while (isAlnum(at(p)) || at(p) === "!" || at(p) === "_" || at(p) === "-");
    return isBlank(at(p)) ? blanks(p) : start;
  }
  function isBlockScalar(place) {
    if (at(place) !== "|" && at(place) !== ">") return false;
    let p = place + 1;
    while (p - place < 4 && (at(p) === "-" || at(p) === "+" || isDigit(at(p)))) p++;
    return at(blanks(p)) === "\n";
  }
  function blockScalar(place, shape, rank) {
    let first = lineStartOf(names.start);
    while (isQuote(at(first)) && first < names.start) first++;
    const indent = names.start - first;
    let line = toLineEnd(place), start = -1, end = -1;
    while (line < n) {
      let p = line + 1;
      while (p - line - 1 <= indent && (isBlank(at(p)) || at(p) === ">" || isBox(at(p)))) p++;
      const stop = toLineEnd(p);
      if (at(p) !== "\n" && p - line - 1 <= indent) break;
      p = blanks(p);
      if (stop > p) {
        if (start < 0) start = p;
        end = stop;
      }
      line = stop;
    }
    if (start < 0 || isPlaceholder(start, end)) return 0;
    add(start, end, shape.kind, rank);
    return end;
  }
  function lineStartOf(place) {
    return place <= 0 ? place : v.lastIndexOf("\n", place - 1) + 1;
  }

  // --- canonical requests and strings to sign
  function signingBlock(place, kind) {
    let start = place;
    const lead = file.blockLeads.find((l) => is(start, l));
    if (lead) start += lead.length;
    const limit = start + 80;
    let quoted = false;
    while (start < limit && (isSpace(at(start)) || isBox(at(start)) || "-]>:='\"`".includes(at(start)))) {
      quoted = isQuote(v[start++]) || quoted;
    }
    if (!isSigningStart(start)) return 0;
    const end = signingEnd(start, quoted);
    add(start, end, kind, BY_BLOCK);
    return end;
  }
  function isSigningStart(start) {
    if (is(start, "AWS4-")) return true;
    if (HEX.has(at(start)) && HEX.has(at(start + 1)) && at(start + 2) === " " && HEX.has(at(start + 3))) return true;
    let p = start;
    while (p - start < 8 && UPPER.has(at(p))) p++;
    return p - start >= 3 && (at(p) === "\n" || at(p) === " ");
  }
  function signingEnd(start, quoted) {
    let lines = 0, line = start, p = start;
    while (p < n) {
      const c = v[p];
      if (c === "<" || (quoted && isQuote(c)) || (c === "-" && is(p, "---["))) return p;
      if (c === "\n") {
        if (isLastLine(line, p) || ++lines > 120) return p;
        line = p + 1;
      }
      p++;
    }
    return p;
  }
  function isLastLine(start, end) {
    let first = start, stop = end;
    while (first < stop && (isSpace(v[first]) || v[first] === ">" || isBox(v[first]))) first++;
    while (stop > first && isSpace(v[stop - 1])) stop--;
    if (end - start > 200) return false;
    if (is(first, "UNSIGNED-PAYLOAD") || is(first, "STREAMING-")) return true;
    return stop - first === 64 && isAllHex(first, stop);
  }

  // --- private keys and SAML assertions
  function isPrivate(place) {
    const line = v.slice(place, place + 48 + 6).split("\n", 1)[0];
    return line.includes("PRIVATE");
  }
  function pem() {
    let nextEnd = -2;
    let begin = v.indexOf("-- BEGIN "), tight = v.indexOf("--BEGIN ");
    while (begin >= 0 || tight >= 0) {
      const place = begin < 0 || (tight >= 0 && tight < begin) ? tight : begin;
      let next = place + 8;
      if (isPrivate(place)) {
        if (nextEnd !== -1 && nextEnd < next) nextEnd = v.indexOf("END ", next);
        let start = place;
        while (at(start - 1) === "-") start--;
        const end = keyEnd(next, nextEnd);
        add(start, end, "private-key", BY_BLOCK);
        next = end;
      }
      if (begin >= 0 && begin < next) begin = v.indexOf("-- BEGIN ", next);
      if (tight >= 0 && tight < next) tight = v.indexOf("--BEGIN ", next);
    }
  }
  function headless() {
    let place = v.indexOf("--END "), last = 0;
    while (place >= 0) {
      if (isPrivate(place)) {
        const start = bodyStart(place, last);
        if (start < place) add(start, place, "private-key", BY_BLOCK);
      }
      last = place + 6;
      place = v.indexOf("--END ", last);
    }
  }
  function bodyStart(mark, last) {
    let line = Math.max(last, lineStartOf(mark)), start = mark;
    while (line > last) {
      const before = Math.max(last, lineStartOf(line - 1));
      let first = content(before - 1);
      while (isQuote(at(first))) first++;
      let stop = first;
      while (BASE64.has(at(stop)) || at(stop) === "=") stop++;
      if (stop === first || stop !== line - 1) return start;
      start = first;
      line = before;
    }
    return start;
  }
  function keyEnd(first, endMark) {
    let p = first;
    while (p < n && v[p] !== "-" && v[p] !== "\n") p++;
    while (at(p) === "-") p++;
    if (endMark >= p && endMark - p < 16000 && isPrivate(endMark)) return markEnd(endMark);
    let solid = p;
    while (p < n) {
      const c = v[p];
      if (BASE64.has(c) || c === "=") {
        let stop = p;
        while (BASE64.has(at(stop)) || at(stop) === "=") stop++;
        if (at(stop) === ":") {
          if (!has("pemHeaders", v.slice(p, stop))) return solid;
          p = solid = toLineEnd(stop);
          continue;
        }
        if (stop - p < 16 && at(stop) === " " && isAlnum(at(stop + 1))) return solid;
        solid = p = stop;
      } else if (" \t\n>|\\,+\"'".includes(c) || isBox(c) || (c === "-" && at(p + 1) !== NUL)) {
        if (isQuote(c) && at(p + 1) !== "\n" && !isQuote(at(p + 1)) && at(p + 1) !== " ") return solid;
        p++;
      } else return solid;
    }
    return solid;
  }
  function markEnd(mark) {
    let p = mark;
    while (p < n && v[p] !== "\n" && v[p] !== "-" && !isQuote(v[p])) p++;
    while (at(p) === "-") p++;
    return p;
  }
  function putty() {
    const place = v.indexOf("PuTTY-User-Key-File-");
    if (place < 0) return;
    const mac = v.indexOf("Private-MAC", place);
    add(place, mac < 0 ? n : toLineEnd(mac), "private-key", BY_BLOCK);
  }
  function saml(name) {
    const unclosed = new Set();
    let open = v.indexOf(name);
    while (open >= 0) {
      let next = open + name.length;
      if (isSamlElement(open) && (at(next) === " " || at(next) === ">" || at(next) === "\n")) {
        const start = v.lastIndexOf("<", open);
        const closing = `${v.slice(start + 1, next)}>`;
        const close = unclosed.has(closing) ? -1 : v.indexOf(`</${closing}`, next);
        if (close < 0) unclosed.add(closing);
        const end = close < 0 ? truncatedEnd(next) : close + closing.length + 2;
        add(start, end, "saml-assertion", BY_BLOCK);
        next = end;
      }
      open = v.indexOf(name, next);
    }
  }
  function isSamlElement(place) {
    let p = place - 1;
    if (at(p) === ":") {
      const stop = p;
      while (stop - p < 8 && isAlnum(at(p - 1))) p--;
      return at(p - 1) === "<" && has("samlPrefixes", v.slice(p, stop));
    }
    if (at(p) !== "<") return false;
    for (let q = place; q - place < 160 && q < n && v[q] !== ">"; q++) if (is(q, "SAML")) return true;
    return false;
  }
  function truncatedEnd(start) {
    let p = start;
    while (p < n && !(v[p] === "\n" && at(blanks(p + 1)) === "\n")) p++;
    return p;
  }

  // --- names that are not written in ASCII
  function foreignNames() {
    let p = 0;
    while (p < n && v[p] < "\u0100") p++;
    if (p === n) return;
    for (const { kind, words } of file.foreign) {
      for (const word of words) {
        let place = v.indexOf(word);
        while (place >= 0) {
          const end = place + word.length;
          foreignValue(end, kind);
          place = v.indexOf(word, end);
        }
      }
    }
  }
  function foreignValue(nameEnd, kind) {
    let start = foreignValueStart(nameEnd);
    if (start < 0) return;
    const quoted = isQuote(at(start)), close = quoted ? closingQuote(start) : -1;
    if (quoted) start++;
    const end = close >= 0 ? close : foreignValueEnd(start);
    if (end - start < 6 || (!isMixed(start, end) && !isOdd(start, end))
      || kept[start] || isPlaceholder(start, end) || isPath(start, end)) return;
    add(start, end, kind, BY_NAME);
  }
  // A digit, or upper case after lower case.
  const isOdd = (start, end) => /\d|[a-z][A-Z]/.test(v.slice(start, end));
  function foreignValueStart(nameEnd) {
    let p = nameEnd;
    while (p - nameEnd < 4 && (isQuote(at(p)) || at(p) === ")" || at(p) === "]" || has("foreignBrackets", at(p)))) p++;
    p = blanks(p);
    if (at(p) === ":" || at(p) === "=") return opened(p + 1);
    for (const verb of file.foreignVerbs) {
      if (is(p, verb)) {
        p = blanks(p + verb.length);
        return opened(at(p) === ":" ? p + 1 : p);
      }
    }
    return -1;
  }
  function opened(place) {
    const p = blanks(place);
    return has("foreignBrackets", at(p)) ? p + 1 : p;
  }
  function foreignValueEnd(start) {
    let p = start;
    while (p < n && !isSpace(v[p]) && v[p] < "\u2e80") {
      const next = at(p + 1);
      const last = p + 1 >= n || isSpace(next) || next >= "\u2e80";
      if (isQuote(v[p]) || v[p] === "<" || (last && ",;.)".includes(v[p]))) break;
      p++;
    }
    return p;
  }

  // --- Kubernetes Secrets
  function kubernetes() {
    if (!isKubernetesSecret()) return;
    for (const name of ["data", "stringData"]) {
      let place = v.indexOf(name);
      while (place >= 0) {
        let end = place + name.length;
        if (!NAME.has(at(place - 1)) && !NAME.has(at(end))) {
          const p = blanks(isQuote(at(end)) ? end + 1 : end);
          if (at(p) === ":") end = members(place, p + 1);
        }
        place = v.indexOf(name, end);
      }
    }
  }
  function isKubernetesSecret() {
    let place = v.indexOf("kind");
    while (place >= 0) {
      let p = place + 4;
      while (p - place < 24 && (isBlank(at(p)) || isQuote(at(p)) || at(p) === ":")) p++;
      if (is(p, "Secret") && !isAlnum(at(p + 6))) return true;
      place = v.indexOf("kind", place + 4);
    }
    return false;
  }
  function members(name, start) {
    const p = blanks(start);
    if (at(p) === "{") return members1(p + 1);
    return at(p) === "\n" ? mapping(name, p) : start;
  }
  function members1(start) {
    let p = start, value = false;
    while (p < n && v[p] !== "}") {
      const c = v[p];
      if (isQuote(c)) {
        const close = closingQuote(p);
        if (close < 0) return p + 1;
        if (value) removeValue(p + 1, close);
        value = false;
        p = close;
      } else if (c === ":") value = true;
      else if (!isSpace(c) && c !== ",") value = false;
      p++;
    }
    return p;
  }
  function mapping(name, firstLine) {
    const indent = name - lineStartOf(name);
    let line = firstLine, start = -1, end = -1, keyIndent = -1;
    while (line < n) {
      let p = line + 1;
      while (isBlank(at(p)) || isBox(at(p)) || at(p) === ">") p++;
      const width = p - line - 1, stop = toLineEnd(p);
      if (stop > p && width <= indent) break;
      if (stop > p) {
        if (keyIndent < 0) keyIndent = width;
        let colon = p;
        while (colon < stop && NAME.has(v[colon])) colon++;
        if (width === keyIndent && at(colon) === ":") {
          removeValue(start, end);
          start = blanks(colon + 1);
          if (at(start) === "|" || at(start) === ">") start = -1;
          else if (isQuote(at(start))) start++;
          end = start < 0 ? -1 : isQuote(v[stop - 1]) ? stop - 1 : stop;
        } else {
          if (start < 0) start = p;
          end = stop;
        }
      }
      line = stop;
    }
    removeValue(start, end);
    return line;
  }
  function removeValue(start, end) {
    if (start >= 0 && end > start && !isPlaceholder(start, end)) add(start, end, "kubernetes-secret", BY_SHAPE);
  }

  // --- passwords in addresses
  const isLiteral = (p) => to[p] - from[p] === 1;
  function addresses() {
    let place = v.indexOf("://");
    while (place >= 0) place = v.indexOf("://", Math.max(userInfo(place + 3), place + 3));
    let sign = v.indexOf("@");
    while (sign >= 0) {
      if (["@tcp(", "@unix(", "@//", "@("].some((s) => is(sign, s))) dataSource(sign);
      sign = v.indexOf("@", sign + 1);
    }
  }
  function userInfo(start) {
    const encoded = !isLiteral(start - 1) || !isLiteral(start - 3);
    let colon = -1, sign = -1, slash = false, p = start;
    while (p < n && p - start < 4096) {
      const c = v[p];
      if (isSpace(c) || isQuote(c) || (c === "<" && colon < 0) || c === ">" || is(p, "://")) break;
      if (!encoded && !isLiteral(p)) {
        p++;
        continue;
      }
      if (c === ":" && colon < 0 && !slash) colon = p;
      if (c === "@" && (!slash || isHost(p + 1))) {
        sign = p;
        if (slash) break;
      }
      if (c === "/" || c === "?" || c === "#") {
        if (sign >= 0 || colon < 0 || (run(colon + 1, DIGIT) >= p && p - colon - 1 <= 5)) break;
        slash = true;
      }
      p++;
    }
    if (sign < 0) return p;
    if (colon >= 0 && colon < sign) {
      if (!isPlaceholder(colon + 1, sign)) add(colon + 1, sign, "password", BY_NAME);
    } else if (sign - start >= 16 && !kept[start] &&
      (isMixed(start, sign) || (sign - start === 32 && isAllHex(start, sign)))) add(start, sign, "password", BY_NAME);
    return sign;
  }
  function isHost(start) {
    let p = start;
    while (p - start < 64 && (isAlnum(at(p)) || at(p) === "." || at(p) === "-")) p++;
    return p > start && (at(p) === ":" || at(p) === "/" || p >= n || isSpace(v[p]) || isQuote(v[p]));
  }
  function dataSource(sign) {
    let p = sign, colon = -1, slash = -1;
    while (p > 0 && sign - p < 256 && !isSpace(v[p - 1]) && !isQuote(v[p - 1]) && v[p - 1] !== "=") {
      p--;
      if (v[p] === ":") colon = p;
      else if (v[p] === "/" && slash < 0) slash = p;
    }
    const start = is(p, "jdbc:oracle") ? slash + 1 : colon + 1;
    if (start > p && start < sign && !isPlaceholder(start, sign)) add(start, sign, "password", BY_NAME);
  }

  // --- what only the whole line tells
  const table = { separator: "", columns: [] };
  const reader = nameReader();
  function lines() {
    for (const command of file.argumentCommands) commandArguments(command);
    for (const command of file.slashCommands) slashFlags(command);
    let start = 0;
    while (start < n) {
      const end = toLineEnd(start);
      prompt(start, end);
      output(start, end);
      command(start, end);
      const inner = content(start - 1);
      passwordFile(inner, end);
      row(v[start] === "|" || inner > end ? start : inner, end);
      start = end + 1;
    }
  }
  function prompt(start, end) {
    let asked = -1;
    for (let p = start; p < end; p++) {
      if (v[p] !== ":" && v[p] !== "?") continue;
      const digits = blanks(p + 1), stop = run(digits, DIGIT);
      if (stop - digits === 6 && !isAlnum(at(stop)) && at(stop) !== ":") {
        if (asked < 0) asked = promptIn(start, end);
        if (digits > asked) add(digits, stop, "mfa-code", BY_SHAPE);
      }
      p = Math.max(p, stop - 1);
    }
  }
  function promptIn(start, end) {
    const line = v.slice(start, Math.min(end, start + 400)).toLowerCase();
    let first = end;
    for (const word of file.promptWords) {
      const place = line.indexOf(word);
      if (place >= 0) first = Math.min(first, start + place);
    }
    return first;
  }
  // The line below a command that prints nothing but a secret.
  let printed = false, shown = false, asked = false;
  const printing = file.printingCommands.filter((name) => v.includes(name));
  const showing = file.showingCommands.filter((name) => v.includes(name));
  const isSecretName = (shape) => shape && shape.need === "any" && shape.kind !== "keep" && shape.kind !== "message";
  function output(start, end) {
    const below = printed, secret = shown, first = content(start - 1);
    printed = shown = false;
    deviceCode(start, first, end);
    if (below) {
      let stop = first;
      while (stop < end && !isBlank(v[stop])) stop++;
      const alone = lineEnd(stop) >= 0 || blanks(stop) >= n;
      if (alone && stop - first >= 8 && (isMixed(first, stop) || (secret && (isNoWord(first, stop) || /[a-z][A-Z]/.test(v.slice(first, stop))))) && !isPlaceholder(first, stop) && !isPath(first, stop)) {
        add(first, stop, "secret", BY_NAME);
      }
    }
    if (printing.length === 0 && showing.length === 0) return;
    const line = v.slice(start, end);
    for (const name of printing) {
      const found = line.indexOf(name);
      if (found >= 0 && isBlank(at(start + found - 1)) && (name.includes("password") || line.includes("text"))) printed = true;
    }
    for (const name of showing) {
      const found = line.indexOf(name, first - start);
      if (found >= 0 && !NAME.has(at(start + found - 1)) && namesSecret(start + found, end)) printed = shown = true;
    }
  }
  function namesSecret(start, end) {
    reader.cut(start);
    for (let p = start; p < end; p = Math.max(p + 1, reader.end)) if (reader.read(p) && isSecretName(reader.shape())) return true;
    return false;
  }
  // `mc alias set x https://host KEY SECRET`: what stands behind such words.
  function commandArguments(command) {
    let place = v.indexOf(command);
    while (place >= 0) {
      let p = place + command.length;
      const end = toLineEnd(p);
      while (p < end) {
        p = blanks(p);
        const start = isQuote(at(p)) ? p + 1 : p;
        while (p < end && !isBlank(v[p])) p++;
        const stop = isQuote(at(p - 1)) ? p - 1 : p, word = v.slice(start, stop);
        if (!/[:/\\=@,]|^-/.test(word) && word.length >= (/[a-z]/.test(word) && /[A-Z]/.test(word) ? 8 : 16) &&
          isNoWord(start, stop) && !isPlaceholder(start, stop)) add(start, stop, "secret", BY_NAME);
        p = Math.max(p, start + 1);
      }
      place = v.indexOf(command, p);
    }
  }
  // `schtasks /rp PASSWORD`.
  function slashFlags(command) {
    let place = v.indexOf(command);
    while (place >= 0) {
      const end = toLineEnd(place), line = v.slice(place, Math.min(end, place + 2000));
      for (const flag of file.slashFlags) {
        const found = line.indexOf(flag);
        if (found < 0 || !isBlank(at(place + found - 1))) continue;
        const first = blanks(place + found + flag.length), start = isQuote(at(first)) ? first + 1 : first;
        let stop = start;
        while (stop < end && !isBlank(v[stop]) && !isQuote(v[stop])) stop++;
        if (stop - start >= 4 && v[start] !== "/" && !isPlaceholder(start, stop)) add(start, stop, "password", BY_NAME);
      }
      place = v.indexOf(command, end);
    }
  }
  // A line of `.pgpass`: `host:5432:database:user:password`.
  function passwordFile(start, end) {
    let colons = 0;
    for (let p = start; p < end && colons < 4; p++) if (v[p] === ":") colons++;
    if (colons < 4) return;
    for (const found of v.slice(start, end).matchAll(PASSWORD_LINE)) {
      const first = start + found.index + found[0].length - found[1].length, stop = first + found[1].length;
      if (isNoWord(first, stop) || isMixed(first, stop)) add(first, stop, "password", BY_NAME);
    }
  }
  const codes = v.includes("code");
  function deviceCode(start, first, end) {
    if (!codes) return;
    for (const found of v.slice(start, end).matchAll(/code: [ \t]*(?=([A-Z]{4}-[A-Z]{4})(?![A-Za-z\d-]))/g)) {
      const place = start + found.index + found[0].length;
      add(place, place + 9, "sso-token", BY_SHAPE);
    }
    const half = (a) => Math.min(run(a, UPPER_DIGIT), Math.max(end, a));
    const stop = half(first);
    if (asked && stop - first === 4 && at(stop) === "-") {
      const last = half(stop + 1);
      if (last - stop === 5 && !isAlnum(at(last))) add(first, last, "sso-token", BY_SHAPE);
    }
    if (first < end) {
      let p = end;
      while (p > start && isBlank(v[p - 1])) p--;
      asked = at(p - 1) === ":" && v.slice(start, end).includes("code");
    }
  }
  function command(start, end) {
    let commands = null;
    let p = start;
    while (p < end) {
      p = blanks(p);
      const word = p;
      while (p < end && !isBlank(v[p])) p++;
      if (p === word) break;
      if (v[word] === "-" && commands !== null) p = Math.max(p, flag(word, p, end, commands));
      else if (p - word < 64) {
        const name = commandName(word, p);
        if (shapes.commands.has(name)) (commands ??= new Set()).add(name);
      }
    }
  }
  function commandName(word, end) {
    let stop = is(end - 4, ".exe") ? end - 4 : end;
    while (stop > word && isQuote(v[stop - 1])) stop--;
    let start = stop;
    while (start > word && (isAlnum(v[start - 1]) || v[start - 1] === "-" || v[start - 1] === "_")) start--;
    return stop - start >= 2 && stop - start <= 13 ? v.slice(start, stop).toLowerCase() : "";
  }
  function flag(start, end, line, commands) {
    for (const shape of file.commands) {
      if (!shape.commands.some((name) => commands.has(name))) continue;
      for (const text of shape.flags) {
        const glued = start + text.length;
        const exact = glued === end || at(glued) === "=";
        if (!is(start, text) || glued > end) continue;
        let value = glued;
        if (exact) {
          if (shape.part === "glued" && at(glued) !== "=") continue;
          value = at(glued) === "=" ? glued + 1 : blanks(glued);
        } else if (shape.part === "next" || text.startsWith("--")) continue;
        const stop = password(value, line, shape);
        if (stop > 0) return stop;
      }
    }
    return end;
  }
  function password(place, line, shape) {
    let start = place, end = -1;
    if (isQuote(at(start))) end = closingQuote(start++);
    if (end < 0 || end > line) {
      end = start;
      while (end < line && !isBlank(v[end]) && !isQuote(v[end])) end++;
    }
    if (shape.part.startsWith("after-")) {
      const sign = shape.part === "after-colon" ? ":" : "%";
      let colon = start;
      while (colon < end && v[colon] !== sign) colon++;
      // `%a1`: decoded, the sign is gone.
      const hidden = colon === end && sign === "%" && end > start && to[end - 1] - from[start] !== end - start;
      if (colon === end && !hidden) return 0;
      if (!hidden) start = colon + 1;
    }
    if (start >= end || at(start) === "-" || isPlaceholder(start, end)) return 0;
    add(start, end, "password", BY_NAME);
    return end;
  }
  const separators = [...",\t|;\u2502 "].filter((c) => v.includes(c) || (c === " " && v.includes("\t")));
  function row(start, end) {
    if (end === start) return;
    const count = table.columns.length;
    if (count > 0) {
      const bounds = cells(start, end, table.separator);
      // What every row ends with may have been taken for what a log puts behind its lines.
      if (bounds.length === count || (bounds.length === count - 1 && table.value >= 0 && table.value < count - 1)) {
        bounds.forEach(([a, b], k) => {
          const column = k === table.value ? namedIn(bounds) : table.columns[k];
          if (column) cell(a, b, column, table.headings[k]);
        });
        return;
      }
      if (isRule(start, end)) return;
      table.columns = [];
    }
    for (const candidate of separators) {
      let count = 0;
      for (let p = start; p < end && p - start < 1000; p++) if (separates(p, candidate) && (candidate !== " " || !isBlank(at(p - 1)))) count++;
      if (count === 0 || count > 24) continue;
      const bounds = cells(start, end, candidate);
      if (bounds.length >= 2 && heading(bounds, candidate)) {
        table.separator = candidate;
        return;
      }
    }
  }
  function heading(bounds, candidate) {
    const columns = [];
    let nameColumn = -1, value = -1;
    for (const [a, b] of bounds) {
      // What heads no column: one word of letters and digits.
      const isValue = b - a >= 8 && !/[ \t]/.test(v.slice(a, b)) && isNoWord(a, b);
      if (b - a > 40 || (a === b && candidate === "\t") || isValue) return false;
      const word = v.slice(a, b).toLowerCase(), k = columns.length;
      if (nameColumn < 0 && has("nameHeadings", word)) nameColumn = k;
      else if (nameColumn >= 0 && value < 0 && has("valueNames", word)) value = k;
      let shape = null, p = a;
      reader.cut(a);
      while (p < b) {
        if (reader.read(p)) {
          p = reader.end;
          shape = p === b ? reader.shape() : null;
        } else if (v[p] === " ") p++;
        else return false;
      }
      const named = isSecretName(shape) && (candidate !== " " || shape.aws || shape.kind === "password");
      columns.push(named ? shape : null);
    }
    table.columns = value >= 0 || columns.some(Boolean) ? columns : [];
    table.headings = bounds.map(([a, b]) => v.slice(a, b));
    table.name = nameColumn;
    table.value = value;
    return table.columns.length > 0;
  }
  // What the cell of the name says of the row's value.
  function namedIn(bounds) {
    let [a, b] = bounds[table.name];
    // `/prod/db/password`
    a = Math.max(a, v.lastIndexOf("/", b - 1) + 1);
    reader.cut(a);
    const shape = a < b && reader.read(a) && reader.end === b ? reader.shape() : null;
    return isSecretName(shape) && !reader.isOperation() && !isProse(...bounds[table.value], "colon", true) ? shape : null;
  }
  const separates = (p, separator) =>
    separator === " " ? v[p] === "\t" || (v[p] === " " && isBlank(at(p + 1))) : v[p] === separator && (separator !== "|" || at(p - 1) !== "|");
  const isRule = (start, end) => !/[a-z\d]/i.test(v.slice(start, end));
  // The heading again: a table that goes on, or a message with a comma that was printed twice.
  function cell(start, end, column, heading) {
    if (end - start < 4 || isPlaceholder(start, end) || isRule(start, end) || v.slice(start, end) === heading) return;
    add(start, end, column.kind, column.aws ? BY_SHAPE : BY_NAME);
  }
  function cells(start, end, separator) {
    const bounds = [];
    let first = start;
    for (let p = start; p <= end; p++) {
      if (p < end && !separates(p, separator)) continue;
      let left = first, right = p;
      while (left < right && (isBlank(v[left]) || isQuote(v[left]) || (v[left] === "|" && separator === "|"))) left++;
      while (right > left && (isBlank(v[right - 1]) || isQuote(v[right - 1]))) right--;
      bounds.push([left, right]);
      if (bounds.length > 24) return [];
      first = p + 1;
      while (separator === " " && first < end && isBlank(v[first])) p = first++;
    }
    return bounds;
  }

  // --- what a shell hands to a command
  function pipes() {
    for (const command of file.pipedInto) piped(command, true);
    if (v.includes("|")) for (const command of file.pipedThrough) piped(command, false);
    answers();
  }
  // `expect "Password:"` and below it `send "…\r"`.
  function answers() {
    let place = v.indexOf("expect");
    while (place >= 0) {
      const end = toLineEnd(place);
      if (/assword|assphrase/.test(v.slice(place, Math.min(end, place + 400)))) {
        const below = v.slice(end, Math.min(n, end + 100)), found = below.indexOf("send");
        const open = found < 0 ? -1 : v.indexOf('"', end + found);
        const close = open < 0 || open >= toLineEnd(end + found) ? -1 : closingQuote(open);
        if (close >= 0) addPiped(open + 1, v[close - 1] === "\n" ? close - 1 : close, true);
      }
      place = v.indexOf("expect", end);
    }
  }
  function piped(command, secret) {
    let place = v.indexOf(command);
    while (place >= 0) {
      const next = place + command.length;
      if (!NAME.has(at(place - 1)) || command.startsWith("-")) {
        beforePipe(place, secret);
        if (secret) afterPipe(next, Math.min(n, next + 400));
      }
      place = v.indexOf(command, next);
    }
  }
  function beforePipe(command, secret) {
    let pipe = -1;
    for (let p = command - 1; p >= 0 && command - p < 400; p--) {
      const c = v[p];
      if (c === "\n" || c === ";") break;
      if (c === "|") pipe = p;
      else if (pipe >= 0 && isBlank(c) && isEcho(p)) return echoed(p, pipe, secret);
    }
    if (pipe >= 0 && secret) literal(pipe);
  }
  function isEcho(blank) {
    let start = blank;
    while (blank - start < 16 && (isLetter(at(start - 1)) || at(start - 1) === "-")) start--;
    return blank - start >= 4 && !NAME.has(at(start - 1)) && has("echoes", v.slice(start, blank));
  }
  function echoed(first, pipe, secret) {
    let p = blanks(first);
    while (at(p) === "-" && isLetter(at(p + 1))) {
      while (p < pipe && !isBlank(v[p])) p++;
      p = blanks(p);
    }
    let end = argumentEnd(p, pipe);
    const next = blanks(end + (isQuote(at(p)) ? 1 : 0));
    // `printf '%s' …`
    if (next < pipe && p < end && v.slice(p, end).includes("%")) end = argumentEnd(p = next, pipe);
    addPiped(isQuote(at(p)) ? p + 1 : p, end, secret);
  }
  function argumentEnd(start, pipe) {
    const close = isQuote(at(start)) ? closingQuote(start) : -1;
    if (close >= 0 && close < pipe) return close;
    let p = start;
    while (p < pipe && !isBlank(v[p])) p++;
    return p;
  }
  // `'…' | docker login`, as PowerShell has it.
  function literal(pipe) {
    let close = pipe - 1;
    while (isBlank(at(close))) close--;
    const quote = at(close);
    if (!isQuote(quote)) return;
    let open = close - 1;
    while (close - open < 400 && open >= 0 && v[open] !== quote && v[open] !== "\n") open--;
    if (at(open) === quote) addPiped(open + 1, close, true);
  }
  // `<<< "…"`.
  function afterPipe(first, limit) {
    let p = first;
    while (p < limit && v[p] !== "\n" && !is(p, "<<<")) p++;
    if (!is(p, "<<<")) return;
    const start = blanks(p + 3);
    addPiped(isQuote(at(start)) ? start + 1 : start, argumentEnd(start, toLineEnd(start)), true);
  }
  function addPiped(start, end, secret) {
    let first = start;
    // `user:password`, as chpasswd reads it.
    for (let p = start; p < end && p - start < 40 && (NAME.has(v[p]) || v[p] === ":"); p++) {
      if (v[p] === ":") {
        first = p + 1;
        break;
      }
    }
    if (end - first < 4) first = start;
    const fits = secret ? end - first >= 4
      : end - first >= 8 && isNoWord(first, end) && !/[ \t{}[\]:"]/.test(v.slice(first, end)) && isMixed(first, end);
    if (fits && !kept[first] && !isPlaceholder(first, end) && !isPath(first, end)) add(first, end, "password", BY_NAME);
  }

  // --- what stands behind a row of dots: `Password........: …`
  function leaders() {
    let place = v.indexOf("....");
    while (place >= 0) {
      let end = place;
      while (at(end) === ".") end++;
      const shape = leading(place);
      if (shape) led(end, shape);
      place = v.indexOf("....", end);
    }
  }
  function leading(dots) {
    let end = dots;
    while (isBlank(at(end - 1))) end--;
    let start = end;
    while (end - start < 60 && (NAME.has(at(start - 1)) || at(start - 1) === " ")) start--;
    reader.cut(start);
    let shape = null;
    for (let p = start; p < end;) {
      if (reader.read(p, end)) {
        p = reader.end;
        shape = p === end && isSecretName(reader.shape()) ? reader.shape() : null;
      } else p++;
    }
    return shape;
  }
  function led(dots, shape) {
    let start = blanks(dots);
    while (at(start) === ":" || at(start) === "=" || at(start) === ">") start = blanks(start + 1);
    const quoted = isQuote(at(start));
    if (quoted) start++;
    let end = start;
    for (; end < n && end - start < 400 && !isSpace(v[end]) && !isQuote(v[end]); end++) {
      if (v[end] === LABEL || (v[end] === "." && is(end, "...."))) return;
    }
    const value = v.slice(start, end), size = end - start, password = shape.kind === "password";
    const alone = lineEnd(end) >= 0 || blanks(end) >= n;
    const fits = size < 400 && size >= (password ? 4 : 8) && /[a-z\d]/i.test(value) &&
      (/[^a-z.,;:!?\-_/]/i.test(value) || (password && (quoted || alone) && size >= 8));
    if (fits && !kept[start] && !isPlaceholder(start, end) && !isPath(start, end) && !isProse(start, end, "colon", quoted)) {
      add(start, end, shape.kind, shape.aws ? BY_SHAPE : BY_NAME);
    }
  }

  // --- what the debug log of a workflow says an expression is: `Evaluating: secrets.TOKEN`, `Result: '…'`
  function evaluations() {
    let place = v.indexOf("Evaluating");
    while (place >= 0) {
      const next = v.indexOf("Evaluating", place + 10), line = toLineEnd(place);
      if (v.slice(place, line).includes("secrets") || namesSecret(place, Math.min(line, place + 1200))) {
        const limit = Math.min(n, line + 1200, next < 0 ? n : next);
        for (let p = line; p < limit; p++) {
          if (v[p] !== "'" || !(is(p - 8, "Result: ") || is(p - 3, "=> "))) continue;
          const close = closingQuote(p);
          if (close >= 0 && isResult(p + 1, close)) {
            add(p + 1, close, "secret", BY_NAME);
            p = close;
          }
        }
      }
      place = next;
    }
  }
  // No name, no word, no address.
  function isResult(start, end) {
    const value = v.slice(start, end);
    return end - start >= 6 && ((/\d/.test(value) && /[a-z]/i.test(value)) || /[^a-z_.-]/i.test(value) || end - start >= 20) &&
      !value.includes("://") && !kept[start] && !isPlaceholder(start, end) && !isPath(start, end);
  }

  keyIds();
  namedValues();
  bundler();
  foreignNames();
  pem();
  headless();
  putty();
  for (const name of file.samlElements) saml(name);
  kubernetes();
  addresses();
  lines();
  pipes();
  leaders();
  evaluations();
  prefixed();
  bare();
  return { spans, kept, from, to, v };
}

// Those of another view's spans that only looks gave away are left out where this view knows better.
function notKept({ kept, from }, others) {
  const places = new Set();
  for (let p = 0; p < from.length; p++) if (kept[p]) places.add(from[p]);
  return others.filter((span) => span.rank > BY_LOOK || !places.has(span.start));
}

function merge(spans) {
  spans.sort((a, b) => a.start - b.start || b.rank - a.rank);
  const merged = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (!last || last.end <= span.start) {
      merged.push({ ...span });
      continue;
    }
    last.end = Math.max(last.end, span.end);
    if (span.rank > last.rank) Object.assign(last, { kind: span.kind, label: span.label, rank: span.rank });
  }
  return merged;
}

// Replaces every secret by a label.
//
// An encoded authorization message stays unless `maskMessage` is set: the service decodes it, and
// masks it in what it shows.
export function redact(text, shapeFile, { maskMessage = false } = {}) {
  const shapes = prepare(shapeFile);
  const counts = new Map();
  for (let run = 0; run < MAX_RUNS; run++) {
    const seen = find(text, shapes, 0);
    const spans = seen.spans.slice();
    const width = wrapWidthOf(text);
    if (width > 0) spans.push(...find(text, shapes, width).spans);
    const affixes = affixesOf(text, shapes);
    if (affixes.length > 0) spans.push(...notKept(seen, find(text, shapes, 0, affixes).spans));
    const inner = innerAffixes(text, seen, shapes);
    if (inner.length > 0 && inner.join() !== affixes.join()) spans.push(...notKept(seen, find(text, shapes, 0, inner).spans));
    const merged = merge(spans).filter((span) => maskMessage || span.kind !== "");
    if (merged.length === 0) break;
    let out = "", done = 0;
    for (const span of merged) {
      out += text.slice(done, span.start) + span.label;
      done = span.end;
      if (span.kind !== "") counts.set(span.kind, (counts.get(span.kind) ?? 0) + 1);
    }
    text = out + text.slice(done);
  }
  return { text, redactions: [...counts].map(([kind, count]) => ({ kind, count })) };
}
