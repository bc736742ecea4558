// Opens HTML reports in headless Chromium, as a phone, a desktop and in the dark,
// and holds each against WCAG 2.1 A and AA.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const screens = [
  { name: "desktop", width: 1280, height: 900, scheme: "light" },
  { name: "desktop, dark", width: 1280, height: 900, scheme: "dark" },
  { name: "phone", width: 390, height: 844, scheme: "light" },
  { name: "narrowest that WCAG asks for", width: 320, height: 640, scheme: "dark" },
];

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node axe.mjs REPORT.html...");
  process.exit(2);
}
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage"], // CI runs as root in a small container
});

let faults = 0;
const fault = (where, text) => {
  faults++;
  console.error(`${where}: ${text}`);
};
try {
  for (const file of files) {
    for (const screen of screens) {
      const where = `${file} (${screen.name})`;
      const context = await browser.newContext({
        bypassCSP: true, // or the report would keep axe out
        viewport: { width: screen.width, height: screen.height },
        colorScheme: screen.scheme,
      });
      const page = await context.newPage();
      const url = pathToFileURL(resolve(file)).href;
      page.on("request", (request) => {
        if (request.url() !== url) fault(where, `asks for ${request.url()}`);
      });
      await page.goto(url);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) fault(where, `has to be scrolled sideways, by ${wide} pixels`);
      await page.evaluate(axe);
      const { passes, violations } = await page.evaluate(
        (values) => window.axe.run(document, { runOnly: { type: "tag", values } }),
        standards,
      );
      if (passes.length === 0) fault(where, "axe judged nothing");
      for (const violation of violations) {
        for (const node of violation.nodes) {
          fault(where, `${violation.id}: ${node.failureSummary.replaceAll("\n", " ")} ${node.html.slice(0, 200)}`);
        }
      }
      console.log(`${where}: ${passes.length} demands met, ${violations.length} not`);
      await context.close();
    }
  }
} finally {
  await browser.close();
}
process.exit(faults === 0 ? 0 : 1);
