#!/usr/bin/env node
import { mkdirSync } from "node:fs";

/*
 * A stand-in for Pagefind that accepts every page and indexes none: with PAGEFIND_EXTENDED_BINARY_PATH it shows what a build
 * takes without search. Messages are JSON in Base64, separated by commas.
 */
let rest = "";
process.stdin.setEncoding("latin1").on("data", (chunk) => {
  const messages = (rest + chunk).split(",");
  rest = messages.pop() ?? "";
  for (const message of messages) {
    const { message_id, payload } = JSON.parse(
      Buffer.from(message, "base64").toString(),
    );
    if (payload.type === "WriteFiles")
      mkdirSync(payload.output_path, { recursive: true });
    const answer = {
      message_id,
      payload: {
        ...payload,
        type: payload.type === "AddFile" ? "IndexedFile" : payload.type,
        index_id: 0,
      },
    };
    process.stdout.write(
      `${Buffer.from(JSON.stringify(answer)).toString("base64")},`,
    );
  }
});
