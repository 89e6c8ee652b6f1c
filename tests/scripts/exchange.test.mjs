import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { emptyCaseFile, measure } from "../../overrides/assets/javascripts/case-file.mjs";
import { fileName, fileText, openExchanged } from "../../overrides/assets/javascripts/exchange-file.mjs";
import { fileStem } from "../../overrides/assets/javascripts/file-name.mjs";
import { MARK, packFragment, unpackFragment } from "../../overrides/assets/javascripts/share-link.mjs";

const KNOWN = ["avant-de-commander", "capitaliser"];
const source = readFileSync(new URL("../fixtures/states/format-2.json", import.meta.url), "utf8");

test("a file comes back as it went", () => {
  const { caseFile } = openExchanged(source, "Ce fichier", KNOWN);
  const written = fileText(caseFile, "https://exemple.test/schemas/dossier.json");
  assert.match(written, /^\{\n {2}"\$schema": "https/);
  assert.deepEqual(openExchanged(written, "Ce fichier", KNOWN), { caseFile, remark: "" });
});

test("a link comes back as it went, emoji and all", async () => {
  for (const text of [source, "", "🎉 שלום \u202e", "x".repeat(300_000)]) assert.equal(await unpackFragment(await packFragment(text)), text);
  assert.ok((await packFragment(source)).length < source.length);
  assert.match(await packFragment(source), /^#dossier=[A-Za-z0-9_-]+$/);
});

test("a damaged, foreign or exploding link is no dossier", async () => {
  const good = await packFragment(source);
  for (const bad of ["", "#autre", MARK, `${MARK}%%%`, `${MARK}AAAA`, good.slice(0, -9), `${good.slice(0, 40)}zz${good.slice(42)}`, MARK + "A".repeat(200_000)]) {
    assert.equal(await unpackFragment(bad), null, bad.slice(0, 60));
  }
  assert.equal(await unpackFragment(MARK + deflateRawSync(Buffer.from([0xff, 0xfe, 0x80])).toString("base64url")), null);
  const bomb = await packFragment("0".repeat(40_000_000));
  assert.ok(bomb.length < 60_000);
  assert.equal(await unpackFragment(bomb), null);
});

test("each refusal is a sentence that says nothing was changed", () => {
  for (const bad of ["", "{oops", "null", "[]", '{"format":9,"lists":{}}', "<script>alert(1)</script>", "x".repeat(5_000_000), '{"format":2,"lists":{"a":{"items":{"b":1}}}}']) {
    const { refusal, caseFile } = openExchanged(bad, "Ce fichier", KNOWN);
    assert.equal(caseFile, undefined);
    assert.match(refusal, /^Ce fichier .*[Rr]ien n’a été modifié ici\.$/s);
  }
});

test("what was left out, and lists unknown here, are said", () => {
  const raw = JSON.parse(source);
  raw.lists["liste-d-ailleurs"] = raw.lists["avant-de-commander"];
  raw.lists["avant-de-commander"].items["effet-attendu"].at = "hier";
  const { caseFile, remark } = openExchanged(JSON.stringify(raw), "Ce lien", KNOWN);
  assert.match(remark, /illisible.*n’existe pas sur ce site.*liste-d-ailleurs/s);
  assert.equal(measure(caseFile).lists, 2);
});

test("names of files are plain", () => {
  assert.equal(fileStem("Œuvre n° 3 : l’accueil/été"), "oeuvre-n-3-l-accueil-ete");
  assert.equal(fileStem("../../etc/passwd"), "etc-passwd");
  assert.equal(fileStem("שלום"), "sans-nom");
  assert.equal(fileName(emptyCaseFile(), new Date("2026-12-01T10:00:00Z")), "dossier-mon-achat-2026-12-01.json");
});
