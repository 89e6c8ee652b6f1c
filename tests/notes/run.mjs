/** Runs the site's own modules for pytest: a task in, JSON out. */

import { writeFileSync } from "node:fs";
import { cleanNote } from "../../overrides/assets/javascripts/note-state.mjs";
import { conclusionOf, helpVerdict } from "../../overrides/assets/javascripts/help-verdict.mjs";
import { noteTexts } from "../../overrides/assets/javascripts/note-texts.mjs";
import { UNKNOWN, prepare } from "../../overrides/assets/javascripts/rules.mjs";
import { serve } from "../tools/serve.mjs";

const TASKS = { verdict, everyVerdict, texts, clean, files };
await serve((given) => TASKS[given.task](given));

function verdict({ data, answers }) {
  const { conclusion, reasons, decisive, depends, changes } = helpVerdict(data.wizards["faut-il-se-faire-aider"], answers);
  return { conclusion, reasons, decisive, depends, changes };
}

function texts({ data, note, answers, tools }) {
  return noteTexts(note, data, (id) => answers[id] ?? {}, tools ?? {});
}

function clean({ raw, sections }) {
  return cleanNote(raw, sections);
}

async function files({ view, target }) {
  const { noteToDocx } = await import("../../overrides/assets/javascripts/export-note-docx.mjs");
  const { noteToMarkdown } = await import("../../overrides/assets/javascripts/export-note-md.mjs");
  for (const [extension, write] of [["docx", noteToDocx], ["md", noteToMarkdown]]) {
    writeFileSync(`${target}/note.${extension}`, Buffer.from(await (await write(view)).arrayBuffer()));
  }
  return true;
}

/** All the combinations: how many come to each conclusion, and those that contradict what the page of the ten questions says. */
function everyVerdict({ data }) {
  const wizard = data.wizards["faut-il-se-faire-aider"];
  const judge = prepare(wizard);
  const counts = {};
  const faults = {};
  const answers = {};
  const fault = (name) => (faults[name] ??= { ...answers });
  walk(0);
  return { counts, faults };

  function walk(rank) {
    if (rank === wizard.questions.length) return check(conclusionOf(judge(answers).outcomes));
    const { id, answers: ids, unknown } = wizard.questions[rank];
    for (const answer of [...ids, ...(unknown ? [UNKNOWN] : [])]) {
      answers[id] = answer;
      walk(rank + 1);
    }
  }

  function check(conclusion) {
    counts[conclusion] = (counts[conclusion] ?? 0) + 1;
    const { public: heard, bati, erreur, temps, probleme, forme, suite, parole } = answers;
    const stops = suite === "personne" || temps === "personne";
    if (conclusion === null) fault("tout est écarté");
    if (stops !== (conclusion === "attendre")) fault("attendre si, et seulement si, personne ne porte la suite ou n'est libre");
    if (stops) return;
    if (probleme === "profond" && conclusion !== "partie") fault("un désaccord profond s'achète comme un cadrage seul");
    const trade = heard === "metier" || bati === "construit" || forme === "maquette" || parole === "empechee";
    if (trade && !["partie", "confier"].includes(conclusion)) fault("un métier manque, et rien ne se confie");
    if (conclusion === "confier" && erreur !== "lourde") fault("confier tout ce dont l'erreur se rattrape");
    if (conclusion === "confier" && probleme === "profond") fault("confier la réalisation d'un problème disputé");
    const light = heard === "habituel" && bati === "non" && erreur === "reversible" && ["documentee", "jamais"].includes(answers.experience) && temps === "bloque"
      && probleme === "partage" && parole === "libre" && forme === "croquis" && ["chemin", "resultat"].includes(answers.apprendre);
    if (light && conclusion !== "seuls") fault("tout se fait seul, et l'outil en demande davantage");
  }
}
