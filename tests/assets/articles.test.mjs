// Articles are fetched when they are read, and kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Articles } from "../../dashboard/assets/engine/articles.js";

const ADDRESS = "linked/article/{event}?v=1";

/** Articles from a server that answers each address when it is told to. */
function served() {
  /** @type {{address: string, signal: AbortSignal, answer: (text: string) => void, fail: (error: Error) => void}[]} */
  const requests = [];
  const articles = new Articles(
    (address, signal) =>
      new Promise((answer, fail) => {
        signal.addEventListener("abort", () => fail(new Error("stopped")));
        requests.push({ address, signal, answer, fail });
      }),
  );
  articles.from(ADDRESS);
  return { articles, requests };
}

test("an article is fetched once, by the id of its event, and kept", async () => {
  const { articles, requests } = served();
  const both = [articles.load("2018-dushanbe"), articles.load("2018-dushanbe")];
  assert.deepEqual(
    requests.map(({ address }) => address),
    ["linked/article/2018-dushanbe?v=1"],
  );
  assert.equal(articles.get("2018-dushanbe"), undefined);
  requests[0].answer("<h2>A</h2>");
  assert.deepEqual(await Promise.all(both), ["<h2>A</h2>", "<h2>A</h2>"]);
  assert.equal(articles.get("2018-dushanbe"), "<h2>A</h2>");
  assert.equal(articles.get("2019-dushanbe"), undefined);
});

test("an id cannot change the address of the article", () => {
  const { articles, requests } = served();
  for (const event of ["../data.json?", "$&", "Ӯ b"]) articles.load(event).catch(() => {});
  assert.deepEqual(
    requests.map(({ address }) => address),
    ["..%2Fdata.json%3F", "%24%26", "%D3%AE%20b"].map((id) => `linked/article/${id}?v=1`),
  );
});

test("an article that failed to come may be tried again", async () => {
  const { articles, requests } = served();
  const first = articles.load("2018-dushanbe");
  requests[0].fail(new Error("no answer"));
  await assert.rejects(first, /no answer/);
  assert.equal(articles.get("2018-dushanbe"), undefined);
  const second = articles.load("2018-dushanbe");
  requests[1].answer("A");
  assert.equal(await second, "A");
});

test("what nobody waits for any more is stopped, and may be asked for again at once", async () => {
  const { articles, requests } = served();
  const [first, other] = [articles.load("2018-dushanbe"), articles.load("2019-dushanbe")];
  articles.stop("2019-dushanbe");
  const again = articles.load("2018-dushanbe");
  await assert.rejects(first, /stopped/);
  assert.deepEqual(
    requests.map(({ signal }) => signal.aborted),
    [true, false, false],
  );
  assert.equal(articles.load("2018-dushanbe"), again); // the first did not take it along
  requests[1].answer("B");
  requests[2].answer("A");
  assert.deepEqual(await Promise.all([again, other]), ["A", "B"]);
});

test("articles of other data are forgotten, also those that come late", async () => {
  const { articles, requests } = served();
  const before = articles.load("2018-dushanbe");
  requests[0].answer("before");
  await before;
  const late = articles.load("2019-dushanbe");
  articles.from(ADDRESS);
  assert.equal(articles.get("2018-dushanbe"), "before");
  articles.from("linked/article/{event}?v=2");
  assert.equal(articles.get("2018-dushanbe"), undefined);
  await assert.rejects(late, /stopped/);
  const after = articles.load("2018-dushanbe");
  assert.equal(requests[2].address, "linked/article/2018-dushanbe?v=2");
  requests[2].answer("after");
  assert.equal(await after, "after");
  assert.equal(articles.get("2018-dushanbe"), "after");
});
