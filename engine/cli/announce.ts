import { site } from "#site.ts";
import { announce } from "./announce-site.ts";
import { readCall } from "./command.ts";
import { stopRefused } from "./plan.ts";

const usage = `npm run announce -- [flags]

After a deployment: tells search engines (IndexNow) which pages are new, changed or gone since it told them last, and a
WebSub hub which feeds are. It reads dist/, as npm run build left it; indexNowKey and hub stand in src/site.ts.

  --dry-run        says what it would send
  --to ADDRESS     where IndexNow is, or one search engine's own (https://api.indexnow.org/indexnow)
  --record FILE    where it stands what was announced last (.announced.json)

Exit code: 0 announced, or nothing to announce; 1 not all of it was accepted; 2 nobody to tell, or a call that does not
fit.`;

const { values } = readCall(
  usage,
  {
    "dry-run": { type: "boolean" },
    to: { type: "string" },
    record: { type: "string" },
  },
  0,
);

try {
  const isAccepted = await announce({
    dist: "dist",
    record: values.record ?? ".announced.json",
    endpoint: values.to ?? "https://api.indexnow.org/indexnow",
    key: site.indexNowKey,
    hub: site.hub,
    isDry: values["dry-run"] === true,
    say: console.log,
    complain: console.error,
  });
  if (!isAccepted) process.exitCode = 1;
} catch (error) {
  stopRefused(error);
}
