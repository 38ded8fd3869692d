// The NL Design System components that the templates use, and the design tokens that these reach.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transform } from "lightningcss";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SCOPES = ["@nl-design-system-candidate", "@utrecht"];
const TOKENS = "node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";
const CLASS = /\b(?:nl|utrecht)-[\w-]+/g;

const read = (path) => readFileSync(here(path), "utf8");

function templateClasses() {
  const files = readdirSync(here("../templates"), { recursive: true }).filter((name) => name.endsWith(".html"));
  return new Set(files.flatMap((name) => read(`../templates/${name}`).match(CLASS) ?? []));
}

function packageStyles(scope) {
  return readdirSync(here(`node_modules/${scope}`))
    .filter((name) => name.endsWith("-css"))
    .map((name) => `node_modules/${scope}/${name}/dist/`)
    .map((dist) => [`${dist}index.css`, dist.replace(/^.*\/([\w-]+)-css\/dist\/$/, `${dist}$1.css`)])
    .map((paths) => read(paths.find((path) => existsSync(here(path)))))
    .join("\n");
}

/** The component styles without the rules for classes that no template has. */
export function componentStyles() {
  const styles = SCOPES.map(packageStyles).join("\n").replaceAll('@charset "UTF-8";', "");
  const used = templateClasses();
  const unusedSymbols = [...new Set(styles.match(CLASS))].filter((name) => !used.has(name));
  return transform({ filename: "components.css", code: Buffer.from(styles), minify: true, unusedSymbols }).code.toString();
}

/** The tokens of the example theme that the styles reach and that are not among our own. */
export function cutTokens(styles, ownTokens) {
  const all = new Map([...read(TOKENS).matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map(([, name, value]) => [name, value]));
  const own = new Set([...ownTokens.matchAll(/[{;\s](--[\w-]+)\s*:/g)].map(([, name]) => name));
  const reached = new Map();
  const follow = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (reached.has(name) || own.has(name) || !all.has(name)) continue;
      reached.set(name, all.get(name));
      follow(all.get(name));
    }
  };
  follow(styles);
  return `:root{${[...reached].map(([name, value]) => `${name}:${value}`).join(";")}}\n`;
}
