// Builds the style sheets and the script into ../portal/static/portal/.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { transform } from "lightningcss";
import { componentStyles, cutTokens } from "./components.mjs";
import { paperColours, themeStyles } from "./theme.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUT = here("../portal/static/portal/");
const NOTICE = "/*! Parts: NL Design System and Gemeente Utrecht components, EUPL-1.2, (c) Frameless B.V., Gemeente Utrecht, NL Design System community */\n";
// The order is the cascade: ground first, print last.
const SHEETS = ["tokens", "base", "layout", "header", "pieces", "blocks", "cards", "sessions", "home", "finder", "week", "pages", "reading", "print"];

const minify = (code) =>
  transform({ filename: "portal.css", code: Buffer.from(code), minify: true }).code.toString();

const write = (name, text) => {
  writeFileSync(OUT + name, text);
  console.log(`${name.padEnd(20)} ${String(text.length).padStart(6)} bytes ${String(gzipSync(text).length).padStart(6)} gz`);
};

mkdirSync(OUT, { recursive: true });

const [tokens, ...sheets] = SHEETS.map((name) => readFileSync(here(`css/${name}.css`), "utf8"));
const own = [tokens, ...sheets].join("\n");
const components = componentStyles();
write("portal.css", NOTICE + minify(cutTokens(own + components, tokens) + components + own));

// Any other sheet stands alone, for pages that few people open.
for (const file of readdirSync(here("css")).filter((name) => !SHEETS.includes(name.replace(".css", "")))) {
  write(file, minify(readFileSync(here(`css/${file}`), "utf8")));
}

for (const file of readdirSync(here("themes"))) {
  const theme = JSON.parse(readFileSync(here(`themes/${file}`), "utf8"));
  write(`theme-${file.replace(".json", ".css")}`, minify(themeStyles(theme, file)));
  write(`paper-${file}`, JSON.stringify({ radius: parseFloat(theme.shape["radius-small"]), colours: paperColours(theme) }));
}

// Some pages have a script of their own, and the television has a worker that keeps it going without a network.
for (const name of ["portal", "picture", "screen", "screen-worker", "translators"]) {
  const script = buildSync({
    entryPoints: [here(`js/${name}.js`)],
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome80", "firefox80", "safari14.1"],
    charset: "utf8",
    write: false,
  });
  write(`${name}.js`, script.outputFiles[0].text);
}

// Whole fonts for what is printed; a screen has fonts of its own.
const FONTS = { "noto-sans": "NotoSans", "noto-sans-arabic": "NotoSansArabic" };
mkdirSync(`${OUT}fonts`, { recursive: true });
for (const [folder, name] of Object.entries(FONTS)) {
  for (const weight of ["400Regular", "700Bold"]) {
    const file = `${name}_${weight}.ttf`;
    copyFileSync(here(`node_modules/@expo-google-fonts/${folder}/${weight}/${file}`), `${OUT}fonts/${file}`);
  }
}
