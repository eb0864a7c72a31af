import { site } from "#site.ts";
import { announce } from "./announce-site.ts";
import { readCall, refuseCall, type Command } from "./command.ts";

const usage = `npm run announce -- [flags]

After a deployment: tells search engines (IndexNow) which pages are new, changed or gone since the last announcement, and
a WebSub hub which feeds have changed. It reads dist/; indexNowKey and hub are set in src/site.ts.

  --dry-run        print what would be sent
  --to ADDRESS     the IndexNow endpoint (https://api.indexnow.org/indexnow)
  --record FILE    where to record what was announced (.announced.json)

Exit code: 0 announced, or nothing to announce; 1 not everything was accepted; 2 nothing to announce to, or wrong usage.`;

const announceCommand: Command = async (_, args, { say, complain }) => {
  const { values } = readCall(
    args,
    usage,
    {
      "dry-run": { type: "boolean" },
      to: { type: "string" },
      record: { type: "string" },
    },
    0,
  );
  const endpoint = values.to ?? "https://api.indexnow.org/indexnow";
  if (!/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ""))
    refuseCall(
      `--to ${endpoint} is not a web address. Write one that begins with https://.`,
      usage,
    );

  const isAccepted = await announce({
    dist: "dist",
    record: values.record ?? ".announced.json",
    endpoint,
    key: site.indexNowKey,
    hub: site.hub,
    isDry: values["dry-run"] === true,
    say,
    complain,
  });
  return isAccepted ? 0 : 1;
};
export default announceCommand;
