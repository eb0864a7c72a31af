import { getEntries } from "gatepost/own-routes.ts";

export const GET = async () =>
  Response.json(
    (await getEntries("tools")).map(({ id, fields }) => ({ id, fields })),
  );
