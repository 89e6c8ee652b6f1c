import assert from "node:assert/strict";
import { test } from "node:test";

import { updateWords, whenWords } from "../../overrides/assets/javascripts/case-file-words.mjs";
import { readWhen } from "../../overrides/assets/javascripts/checklist-item.mjs";
import { buildView } from "../../overrides/assets/javascripts/case-file-view.mjs";
import { compareWithKept, fingerprint, formerWording, versionOf, withdrawnAnswers } from "../../overrides/assets/javascripts/list-version.mjs";

const BEFORE = [{ id: "a", text: "Nous savons A." }, { id: "b", text: "Nous savons B." }, { id: "c", text: "Nous savons C." }];
const SINCE = "2026-10-12T08:00:00.000Z";
const entry = (text) => ({ state: "done", at: SINCE, text });
const kept = () => ({ ...versionOf("r1", BEFORE), seen: SINCE, items: { a: entry("Nous savons A."), c: entry("Nous savons C.") } });
const after = { revision: "r2", items: [BEFORE[0], { id: "b", text: "Nous savons enfin B." }, { id: "d", text: "D." }, { id: "e", text: "E." }] };
const words = (change) => updateWords(change).replace(/[\u00a0\u202f]/g, " ");

test("a list that has not changed says nothing", () => {
  assert.equal(compareWithKept(kept(), { revision: "r1", items: BEFORE }), null);
  assert.equal(compareWithKept(undefined, after), null);
});

test("additions, rewordings and removals are told apart", () => {
  const change = compareWithKept(kept(), after);
  assert.deepEqual(change, { since: SINCE, added: ["d", "e"], reworded: ["b"], removed: ["c"] });
  assert.equal(words(change), "2 éléments ajoutés, 1 reformulé et 1 retiré depuis le 12 octobre 2026 ; vos réponses sont gardées.");
});

test("each sentence agrees with its numbers", () => {
  const said = (change) => words({ since: SINCE, added: [], reworded: [], removed: [], ...change }).replace(/ depuis.*/, "");
  assert.equal(said({ added: ["a"] }), "1 élément ajouté");
  assert.equal(said({ reworded: ["a"] }), "1 élément reformulé");
  assert.equal(said({ reworded: ["a", "b"], removed: ["c"] }), "2 éléments reformulés et 1 retiré");
  assert.equal(said({ removed: ["a", "b"], added: null }), "2 éléments retirés");
});

test("another order, another apostrophe or another space is no change", () => {
  assert.equal(compareWithKept(kept(), { revision: "r3", items: [...BEFORE].reverse() }), null);
  assert.equal(fingerprint("l'usager : oui"), fingerprint("l’usager\u00a0: oui"));
  assert.notEqual(fingerprint("l'usager"), fingerprint("l'usagère"));
});

test("a list kept by the first version only knows what was answered", () => {
  const { known, ...first } = kept();
  assert.deepEqual(compareWithKept(first, { revision: "r2", items: [{ id: "a", text: "Autre." }, ...after.items.slice(2)] }),
    { since: SINCE, added: null, reworded: ["a"], removed: ["c"] });
  assert.equal(Object.keys(known).length, 3);
});

test("the former wording is shown only when it differs", () => {
  assert.equal(formerWording(entry("Avant."), "Après."), "Avant.");
  assert.equal(formerWording(entry("Pareil d'avant."), "Pareil d’avant."), null);
  assert.equal(formerWording(undefined, "x"), null);
});

test("an answer to a withdrawn item is still in the documents", () => {
  assert.deepEqual(withdrawnAnswers(kept().items, after.items).map(({ id }) => id), ["c"]);
  const list = { id: "l", title: "L", summary: "", revision: "r2", address: "", stage: "", audiences: [], items: after.items, sections: [{ title: "S", items: after.items }] };
  const caseFile = { name: "Dossier", lists: { l: { items: { ...kept().items, b: { ...entry("Nous savons B."), note: "n" } } } } };
  const view = buildView({ title: "L", caseFile, lists: [list], lawDate: "23 août 2026" });
  assert.deepEqual(view.lists[0].sections.map(({ title, items }) => [title, items.length]), [["S", 4], ["Éléments retirés de la liste depuis", 1]]);
  assert.equal(view.lists[0].sections[0].items[1].changed, "Nous savons B.");
  const blank = buildView({ title: "L", caseFile, lists: [list], lawDate: "", blank: true });
  assert.equal(blank.dossier, null);
  assert.ok(blank.lists[0].sections.length === 1 && blank.lists[0].sections[0].items.every(({ state, note }) => state === "todo" && !note));
});

test("a day typed in French is kept as a day; words stay words", () => {
  assert.equal(readWhen("5/1/2027"), "2027-01-05");
  assert.equal(readWhen("05.01.2027"), "2027-01-05");
  for (const typed of ["31/02/2027", "avant le conseil", "13/2027", ""]) assert.equal(readWhen(typed), typed);
  assert.equal(whenWords("2027-01-01"), "1er\u00a0janvier\u00a02027");
  assert.equal(whenWords("2027-99-99"), "2027-99-99");
});
