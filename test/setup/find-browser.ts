import { execFileSync } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const FIXED_PATHS = [
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Where Playwright keeps its browsers, by platform. */
const PLAYWRIGHT_CACHES = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), ".cache/ms-playwright"),
  join(homedir(), "Library/Caches/ms-playwright"),
  join(homedir(), "AppData/Local/ms-playwright"),
];
const INSIDE_CACHE = [
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-win/chrome.exe",
];

function* candidates(): Generator<string> {
  for (const folder of (process.env.PATH ?? "").split(delimiter))
    for (const name of NAMES) yield join(folder, name);
  yield* FIXED_PATHS;
  for (const cache of PLAYWRIGHT_CACHES) {
    if (!cache || !existsSync(cache)) continue;
    // Newest revision first.
    const revisions = readdirSync(cache).filter((name) => name.startsWith("chromium-"));
    for (const revision of revisions.sort().reverse())
      for (const inside of INSIDE_CACHE) yield join(cache, revision, inside);
  }
}

/** The browser that CHROME_PATH names, else an installed Chromium or Chrome, else Playwright's own; null if none. */
export function findBrowser(): string | null {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && !existsSync(named)) {
    throw new Error(`CHROME_PATH: got ${named}, expected a browser's executable file`);
  }
  if (named !== undefined) return named;
  for (const path of candidates()) if (existsSync(path)) return path;
  return null;
}

/** On Debian, Ubuntu and kin as root: installs Chromium by apt, its output in a log. Answers why it could not, or null. */
export function installBrowser(): string | null {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return "this is not Debian as root";
  const log = join(tmpdir(), "entente-apt.log");
  process.stderr.write(`Installing Chromium by apt-get (log: ${log}) …\n`);
  const output = openSync(log, "w");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync("apt-get", ["update"], { stdio: ["ignore", output, output], env });
    const install = ["install", "-y", "--no-install-recommends", "chromium"];
    execFileSync("apt-get", install, { stdio: ["ignore", output, output], env });
    return null;
  } catch {
    return `apt-get failed, see ${log}`;
  } finally {
    closeSync(output);
  }
}
