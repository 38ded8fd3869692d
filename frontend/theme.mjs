// Turns a theme file into a style sheet, and refuses one that cannot be read.

// Text 7:1, borders and icons 3:1: [foreground, ratio, backgrounds].
const PAIRS = [
  ["ink", 7, ["paper", "surface", "sunken", "good-tint", "bad-tint", "attention-tint"]],
  ["quiet", 7, ["paper", "surface", "sunken"]],
  ["strong-ink", 7, ["paper", "surface", "sunken"]],
  ["on-strong", 7, ["strong", "strong-hover"]],
  ["on-accent", 7, ["accent"]],
  ["on-header", 7, ["header", "header-hover"]],
  ["on-footer", 7, ["footer"]],
  ["good", 7, ["good-tint", "surface", "paper"]],
  ["bad", 7, ["bad-tint", "surface", "paper"]],
  ["attention", 7, ["attention-tint", "surface", "paper"]],
  ["edge", 3, ["paper", "surface", "sunken"]],
];

const clamp = (value) => Math.min(1, Math.max(0, value));
const toHex = (channels) => "#" + channels.map((c) => Math.round(clamp(c) * 255).toString(16).padStart(2, "0")).join("");
const encode = (c) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
const decode = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

function linear(lightness, chroma, angle) {
  const a = chroma * Math.cos((angle * Math.PI) / 180);
  const b = chroma * Math.sin((angle * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** An OKLCH colour as hex; the chroma gives way until the colour fits a screen. */
function colour(lightness, chroma, angle) {
  let channels = linear(lightness, chroma, angle);
  while (chroma > 0 && channels.some((c) => c < -0.001 || c > 1.001)) {
    chroma -= 0.005;
    channels = linear(lightness, chroma, angle);
  }
  return toHex(channels.map((c) => encode(clamp(c))));
}

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => decode(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function withHues(colours, { angles, ink, line, tint }) {
  const hues = angles.flatMap((angle, index) => [
    [`hue-${index + 1}`, colour(...ink, angle)],
    [`hue-${index + 1}-line`, colour(...line, angle)],
    [`hue-${index + 1}-tint`, colour(...tint, angle)],
  ]);
  return { ...colours, ...Object.fromEntries(hues) };
}

function check(colours, where) {
  const hues = Object.keys(colours).filter((name) => /^hue-\d$/.test(name));
  const pairs = [
    ...PAIRS,
    ...hues.map((hue) => [hue, 7, [`${hue}-tint`, "surface", "paper"]]),
    ...hues.map((hue) => [`${hue}-line`, 3, [`${hue}-tint`, "surface", "paper"]]),
    ...hues.map((hue) => ["ink", 7, [`${hue}-tint`]]),
    ...hues.map((hue) => ["quiet", 7, [`${hue}-tint`]]),
    ...hues.map((hue) => ["strong-ink", 7, [`${hue}-tint`]]),
  ];
  const poor = pairs.flatMap(([front, ratio, backs]) =>
    backs
      .map((back) => [front, back, contrast(colours[front], colours[back]), ratio])
      .filter(([, , reached]) => reached < ratio)
      .map(([, back, reached]) => `  ${front} on ${back}: ${reached.toFixed(2)}, needs ${ratio}`),
  );
  if (poor.length) throw new Error(`${where} cannot be read by everybody:\n${poor.join("\n")}`);
}

const declarations = (tokens) => Object.entries(tokens).map(([name, value]) => `--${name}:${value}`).join(";");

/** The colours of one house style on paper: those of the light mode, as hex. */
export const paperColours = ({ light, hues }) => withHues(light, { angles: hues.angles, ...hues.light });

/** The style sheet of one house style: light, and dark on screens that ask for it. */
export function themeStyles({ shape, light, dark, hues }, file) {
  const modes = [light, dark].map((colours, index) => {
    const { angles } = hues;
    const full = withHues(colours, { angles, ...(index ? hues.dark : hues.light) });
    check(full, `${file} (${index ? "dark" : "light"})`);
    return full;
  });
  return (
    `:root{color-scheme:light dark;${declarations({ ...shape, ...modes[0] })}}` +
    `@media screen and (prefers-color-scheme:dark){:root{${declarations(modes[1])}}}`
  );
}
