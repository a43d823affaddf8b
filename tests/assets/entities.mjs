// Reads entities from the standard input, one on each line, with the library of FollowTheMoney, and writes them back.
// The library refuses a schema or a property that its model does not have.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../.venv/javascript/", import.meta.url));
// In a name of its own, so that the check of types does not look for it beside this file.
const LIBRARY = "@alephdata/followthemoney";
const { Model, defaultModel } = require(LIBRARY);

const model = new Model(defaultModel);
const lines = readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const line of lines) console.log(JSON.stringify(model.getEntity(JSON.parse(line)).toJSON()));
